//! Which form of a word goes with a number (Unicode CLDR, cardinal plurals). One function for each language.

/// A plural category of CLDR. A language uses some of them; Welsh uses all six.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    One,
    Other,
}

/// English: 1 page, 2 pages.
pub(super) fn en(number: u64) -> Category {
    if number == 1 { Category::One } else { Category::Other }
}
