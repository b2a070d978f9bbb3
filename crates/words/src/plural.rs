//! Which form of a word goes with a number.

/// A plural category of Unicode CLDR, for cardinal numbers. A language uses some of them; Welsh uses all six.
#[allow(dead_code, reason = "English uses two of them")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}
