//! What the binary formats of workbooks have in common: numbers in four bytes, errors by a number, texts whose letters look
//! different.

use crate::looks::{self, Looks};
use crate::refusal::Refusal;

/// What is written for a formula that has no value: only what it would take to calculate it is in the file. It is an identifier
/// of no child, and nothing that any column knows: the formula itself is said beside it.
pub(crate) const FORMULA: &str = "=…";

/// A number that was packed into four bytes.
pub(crate) fn packed(bits: u32) -> f64 {
    let value =
        if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    if bits & 1 == 0 { value } else { value / 100.0 }
}

/// What an error is called.
pub(crate) fn error(number: u8) -> &'static str {
    match number {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => "#N/A",
    }
}

/// What a truth is called.
pub(crate) fn truth(value: u8) -> &'static str {
    if value == 0 { "FALSE" } else { "TRUE" }
}

/// The fonts of a workbook: how letters look in each.
#[derive(Debug, Default)]
pub(crate) struct Fonts(Vec<Looks>);

impl Fonts {
    /// Adds a font, by its flags and how far it moves its letters.
    pub(crate) fn add(&mut self, flags: u16, moves: u16) {
        self.0.push(Looks { raised: moves == 1, struck: flags & 8 != 0 });
    }

    /// A font by its number, in `.xls`: none has the number 4.
    pub(crate) fn numbered(&self, font: u16) -> Looks {
        self.at(usize::from(if font > 4 { font - 1 } else { font }))
    }

    /// A font by its place.
    pub(crate) fn at(&self, font: usize) -> Looks {
        self.0.get(font).copied().unwrap_or_default()
    }
}

/// A text whose letters look different from these places on. A mark that is written above the line is no digit of a number before
/// it.
///
/// # Errors
/// A place is before one that was named, or behind the text.
pub(crate) fn rich(letters: &[u16], runs: &[(u16, Looks)]) -> Result<String, Refusal> {
    let (mut text, mut from, mut before) = (String::new(), 0, Looks::default());
    let mut run = |from: usize, to: usize, looks: Looks| {
        let letters = letters.get(from..to.min(letters.len())).ok_or(Refusal::Damaged)?;
        looks::push(&mut text, &String::from_utf16_lossy(letters), looks);
        Ok(())
    };
    for (at, looks) in runs {
        let at = usize::from(*at).min(letters.len());
        if *looks != before {
            run(from, at, before)?;
            (from, before) = (at, *looks);
        }
    }
    run(from, letters.len(), before)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "what was packed is what comes out")]
    fn packed_numbers_are_what_was_packed() {
        assert_eq!(packed(12 << 2 | 2), 12.0);
        assert_eq!(packed((-12_i32 << 2).cast_unsigned() | 2), -12.0);
        assert_eq!(packed(1250 << 2 | 3), 12.5);
        assert_eq!(packed(0x3FF0_0000), 1.0);
        assert_eq!(packed(0x4059_0001), 1.0);
    }

    #[test]
    fn a_raised_mark_is_no_digit() {
        let letters: Vec<u16> = "241".encode_utf16().collect();
        let (plain, raised) = (Looks::default(), Looks { raised: true, struck: false });
        let struck = Looks { raised: false, struck: true };
        assert_eq!(rich(&letters, &[(2, raised)]).unwrap(), "24 [1]");
        assert_eq!(rich(&letters, &[(0, struck), (1, plain)]).unwrap(), "2\u{336}41");
        assert_eq!(rich(&letters, &[(0, plain), (1, plain)]).unwrap(), "241");
        assert_eq!(rich(&letters, &[(9, raised)]).unwrap(), "241");
        assert_eq!(rich(&letters, &[(2, raised), (1, plain)]), Err(Refusal::Damaged));
    }
}
