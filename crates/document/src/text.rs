//! Texts.

/// A text that is cheap to pass on, whether it is a constant or was put together. Yew's components accept it directly.
pub type Text = implicit_clone::unsync::IString;
