//! Texts.

/// A text that is cheap to hand on, whether it was written down or put together. Yew's components take it as it is.
pub type Text = implicit_clone::unsync::IString;
