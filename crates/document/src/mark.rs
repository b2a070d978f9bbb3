//! The marks of charts, which differ in shape as well as in colour.

/// Their outlines, around their middle: circle, square, diamond, triangle, small circle.
const OUTLINES: [&str; 5] = [
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
    "M-5-5h10v10h-10Z",
    "M0-7L7 0L0 7L-7 0Z",
    "M0-7L7 5L-7 5Z",
    "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z",
];

/// The mark that stands back.
pub const SMALL: u8 = 4;

/// The outline of a mark.
pub fn outline(mark: u8) -> &'static str {
    OUTLINES.get(usize::from(mark)).copied().unwrap_or(OUTLINES[0])
}
