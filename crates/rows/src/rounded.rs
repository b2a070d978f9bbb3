//! Identifiers that a spreadsheet has changed: children whose identifiers began alike are then no longer distinct.

use crate::{ChildId, Names};

/// Whether a cell holds an identifier that a spreadsheet has rounded: `1.23457E+12`. Children whose identifiers begin
/// alike are then no longer distinct.
pub fn is_rounded(cell: &[u8]) -> bool {
    let Some(at) = cell.iter().position(|byte| matches!(byte, b'E' | b'e')) else { return false };
    let (digits, power) = (&cell[..at], &cell[at + 1..]);
    let is_digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let mut parts = digits.splitn(2, |byte| matches!(byte, b'.' | b','));
    let whole = parts.next().unwrap_or_default();
    let decimals = parts.next();
    // `1E12` could be somebody's own identifier; `1.23457E12` is a number.
    let power = power.strip_prefix(b"+").or(decimals.map(|_| power));
    is_digits(whole) && decimals.is_none_or(is_digits) && power.is_some_and(is_digits)
}

/// How many digits of a number a spreadsheet keeps.
const KEPT_DIGITS: usize = 15;
/// So many identifiers seldom all end in the same digit.
const NO_CHANCE: usize = 5;

/// The digits of a number that has more than a spreadsheet keeps.
fn long_number(text: &[u8]) -> Option<&[u8]> {
    let is_around = |byte: &u8| matches!(byte, b' ' | b'\'' | b'=' | b'"');
    let from = text.iter().position(|byte| !is_around(byte))?;
    let to = text.iter().rposition(|byte| !is_around(byte))?;
    let number = text.get(from..=to)?;
    let number = number.strip_suffix(b".0").unwrap_or(number);
    (number.len() > KEPT_DIGITS && number.iter().all(u8::is_ascii_digit)).then_some(number)
}

/// The identifiers of which a spreadsheet kept 15 digits: all that are longer end in zeros from there on. Of so many, that is
/// no chance.
pub(crate) fn cut_to_15_digits(names: &Names) -> Vec<ChildId> {
    let long = || names.texts().filter_map(|(child, text)| Some((child, long_number(text)?)));
    let is_cut = |(_, digits): (ChildId, &[u8])| digits[KEPT_DIGITS..].iter().all(|digit| *digit == b'0');
    if long().all(is_cut) && long().nth(NO_CHANCE - 1).is_some() {
        return long().map(|(child, _)| child).collect();
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_has_rounded_is_known() {
        for text in ["1.23457E+12", "1E+15", "1,23457E+12", "1.2e+9", "1.23457E12", "1,2e9"] {
            assert!(is_rounded(text.as_bytes()), "{text}");
        }
        for text in ["E12", "1E12", "123E", "1.23457E-12", "1.E+12", "A1E+3", "1.2.3E+4", "1E+1A", "12"] {
            assert!(!is_rounded(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn identifiers_of_which_a_spreadsheet_kept_15_digits_are_known() {
        let cut = |texts: &[String]| {
            let mut names = Names::default();
            for text in texts {
                names.note(ChildId::read(text.as_bytes()).unwrap(), text.as_bytes());
            }
            names.tidy();
            cut_to_15_digits(&names).len()
        };
        let of = |write: &dyn Fn(u64) -> String| (10..20).map(write).collect::<Vec<_>>();
        assert_eq!(cut(&of(&|n| format!("20241000000{n}120"))), 10);
        assert_eq!(cut(&of(&|n| format!("=\"20241000000{n}0000000\""))), 10);
        assert_eq!(cut(&of(&|n| format!("20241000000{n}0010.0"))), 0);
        assert_eq!(cut(&of(&|n| format!("20241000000{n}00000.0"))), 10);
        // One that was not cut, too few, fewer digits, letters.
        let mut one = of(&|n| format!("20241000000{n}120"));
        one.push("2024100000099121".to_owned());
        assert_eq!(cut(&one), 0);
        assert_eq!(cut(&one[..4]), 0);
        assert_eq!(cut(&of(&|n| format!("2024100000{n}120"))), 0);
        assert_eq!(cut(&of(&|n| format!("A20241000000{n}0120"))), 0);
    }
}
