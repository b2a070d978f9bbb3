//! What sheets without a table of their own say about the tables beside them: `Notes` with `All figures are for children under 16 only`.

use super::heading::{
    Against, kinds_of_year, less_of_line, limits_of_line, names_figures, names_several_years, period_of_title,
    year_in_note, year_in_title,
};
use crate::period::Period;

/// A shorter text is a heading, or a cell of a table.
const SENTENCE: usize = 3;
/// A longer text explains something.
const LINE: usize = 8;
/// A period of fewer days is no year.
const YEAR: u16 = 360;
/// A row of a table has more cells.
const CELLS: usize = 3;

/// Words for groups that a sheet of notes may list, without making less of figures elsewhere.
const GROUPS: [&str; 10] = ["boy", "boys", "girl", "girls", "male", "males", "female", "females", "men", "women"];

/// Whether a text may make less, or something else, of figures.
pub(super) fn limits_figures(text: &str) -> bool {
    makes_less(text) || Against::of(text).any()
}

/// Whether a text may be about fewer children, or less than a year.
pub(super) fn makes_less(text: &str) -> bool {
    !limits_of_line(text).is_empty() || is_of_less(text)
}

/// Whether a text is about less than a year.
fn is_of_less(text: &str) -> bool {
    let short = |period: Period| period.end().days_since(period.start()) < YEAR;
    less_of_line(text).is_some() || year_in_title(text).and_then(|named| named.period).is_some_and(short)
}

/// Whether a text says which years the figures are of. What is said of the table itself decides whether that is another.
pub(super) fn names_years(text: &str) -> bool {
    let short = text.split_whitespace().count() <= LINE;
    year_in_note(text).is_some()
        || names_several_years(text)
        || short && (period_of_title(text).is_some() || !kinds_of_year(text).is_empty())
}

/// Whether a text of another sheet makes less of figures, rather than telling what groups there are, or what a word means: `Boys are 1,
/// girls are 2`, `UASC: children under 18 who seek asylum`.
pub(super) fn holds_elsewhere(text: &str) -> bool {
    let defines = text.split_once([':', '=', '–']).is_some_and(|(term, _)| is_term(term));
    // `Contact us about the figures, which exclude short breaks`
    let mut clauses = text.split([',', ';', '(']).skip(1);
    let later = clauses.any(|clause| leaves_out(clause) && makes_less_elsewhere(clause));
    later || !(defines && !leaves_out(text) && !is_of_less(text)) && makes_less_elsewhere(text)
}

fn makes_less_elsewhere(text: &str) -> bool {
    limits_of_line(text).iter().any(|word| !GROUPS.contains(&word.as_str())) || is_of_less(text)
}

/// Whether a text is a word for what is counted, which another text explains.
fn is_term(text: &str) -> bool {
    let is_code = |word: &str| word.eq_ignore_ascii_case("code") || word.eq_ignore_ascii_case("codes");
    text.split_whitespace().count() <= SENTENCE && (names_figures(text) || text.split_whitespace().any(is_code))
}

/// Whether a text says of some that they are not counted, whatever it explains.
fn leaves_out(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|sign: char| !sign.is_alphanumeric());
    words.any(|word| word == "only" || word == "except" || word.starts_with("exclu") || word.starts_with("omit"))
}

/// The notes among the first rows of a sheet that may limit the figures of other sheets.
pub(crate) fn limiting_notes(head: &[Vec<String>]) -> Vec<&str> {
    let notes = head.iter().filter_map(|row| note(row)).flatten();
    notes.filter(|text| is_sentence(text) && limits_figures(text)).collect()
}

/// Whether the first rows of a sheet are notes and nothing else, so that nothing is lost without them.
pub(crate) fn are_notes(head: &[Vec<String>]) -> bool {
    let filled = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
    let rows: Vec<&Vec<String>> = head.iter().filter(filled).collect();
    let sentences = rows.iter().filter_map(|row| note(row)).filter(|cells| cells.iter().any(|cell| is_sentence(cell)));
    rows.iter().all(|row| note(row).is_some()) && sentences.count() * 2 > rows.len()
}

fn is_sentence(text: &str) -> bool {
    text.split_whitespace().count() >= SENTENCE
}

/// The cells of a row that may be a note, with its number or its name before it. A row of a table has more, or a number after its name,
/// and one of questions asks.
fn note(row: &[String]) -> Option<Vec<&str>> {
    let is_number = |cell: &&str| cell.bytes().any(|byte| byte.is_ascii_digit()) && !cell.contains(char::is_alphabetic);
    let filled: Vec<&str> = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let asks = filled.iter().any(|cell| cell.contains('?'));
    (filled.len() <= CELLS && !asks && !filled.iter().skip(1).any(is_number)).then_some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_that_limit_are_told_from_others_and_from_rows() {
        let of = |rows: &[&[&str]]| {
            let head: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
            limiting_notes(&head).into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let notes = of(&[
            &["Note", "Text"],
            &["1", "All figures are for children under 16 only"],
            &["2", "Snapshot at 31 March"],
            &["3", "Numbers are estimated"],
            &["4", "Source: our own records"],
            &["5", "Missing: whereabouts are not known"],
        ]);
        assert_eq!(
            notes,
            ["All figures are for children under 16 only", "Snapshot at 31 March", "Numbers are estimated"]
        );
        assert_eq!(
            of(&[&["Children under 16 only", "12"], &["Under 16", "Girls"], &["a", "b", "c", "girls only here"]]),
            [""; 0]
        );
    }

    #[test]
    fn what_explains_a_word_holds_nothing_unless_it_leaves_some_out() {
        for text in [
            "UASC: unaccompanied children under 18",
            "Missing = absent from placement for 24 hours",
            "Boys = 1, girls = 2",
            "Source: our own records of 2024",
            "Code list: U4 foster",
            "Placement codes: K2 children's home",
        ] {
            assert!(!holds_elsewhere(text), "{text}");
        }
        for text in [
            "UASC: only those under 16",
            "All figures are for children under 16",
            "Figures exclude those placed out of area",
            "Data are for April to June",
            "Note: April to June",
            "Figures under 5 are suppressed, and exclude children under 10",
            "Contact us about the figures, which exclude short breaks",
        ] {
            assert!(holds_elsewhere(text), "{text}");
        }
    }

    #[test]
    fn notes_alone_are_told_from_rows() {
        let are = |text: &str| {
            let cells = |row: &str| row.split(',').map(str::to_owned).collect();
            are_notes(&text.lines().map(cells).collect::<Vec<Vec<String>>>())
        };
        for notes in [
            "Note,Text\n1,All figures are for children under 16 only\n2,Source: our own records",
            "About these figures\n\nThey were taken from our records in May",
        ] {
            assert!(are(notes), "{notes}");
        }
        for rows in [
            "Name,Missing\nKent County Council area,12",
            "Child\nA1\nA2",
            "Team,Note\nNorth,seen\nSouth,not seen",
            "Question,Answer\nHow many were in care?,Twelve of them were\nHow many went missing?,Two of them did",
            "a,b,c,d\none two three four,2,3,4",
        ] {
            assert!(!are(rows), "{rows}");
        }
    }
}
