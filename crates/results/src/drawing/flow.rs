//! The entries of a key, one after another.

use document::shape::{SIZE, words};

use super::measure::{width, wrap};
use super::sheet::{LINE, Sheet};

/// Texts with room for a sign before each. `sign` draws the sign around the middle of its line.
pub(super) fn flow<'a>(
    sheet: &mut Sheet,
    texts: impl Iterator<Item = &'a str>,
    sign: impl Fn(&mut Sheet, usize, (f64, f64)),
) {
    const SIGN: f64 = 40.0;
    let (left, right) = (sheet.left, sheet.right);
    let mut x = left;
    sheet.y += LINE;
    for (at, text) in texts.enumerate() {
        let lines = wrap(text, right - left - SIGN, SIZE, false);
        let wide = SIGN + lines.iter().map(|line| width(line, SIZE, false)).fold(0.0, f64::max);
        if x > left && x + wide > right {
            x = left;
            sheet.y += LINE + 6.0;
        }
        sign(sheet, at, (x, sheet.y - SIZE / 3.0));
        for (at, line) in lines.into_iter().enumerate() {
            if at > 0 {
                sheet.y += LINE;
            }
            sheet.put(words(x + SIGN, sheet.y, line));
        }
        x += wide + 20.0;
    }
    sheet.y += 10.0;
}
