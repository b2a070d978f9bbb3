//! What may be shown of a table whose meaning is not known. Its first row may be names of children instead of headings,
//! and any of its cells may be a name.

use missing_rows::Module;

use super::child_headings::{is_about_children, is_reference};
use super::heading::{names_figures, numbers_question};
use super::modules::is_column;
use super::near::words;
use super::when::says_period;
use crate::answer::{Answer, Withheld, read};
use crate::area::{Resolution, resolve};

/// Whether a row is headings, as far as can be known: none of its cells is a number, a date or an identifier, and at
/// least one has a word that tables of this kind have in their headings.
pub fn are_headings(row: &[String]) -> bool {
    let filled = || row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    !filled().any(may_be_datum) && filled().any(is_heading)
}

fn is_heading(cell: &str) -> bool {
    is_column(&cell.to_ascii_uppercase())
        || is_about_children(&words(cell))
        || names_figures(cell)
        || numbers_question(cell)
}

/// Whether a cell holds a number, a date or an identifier, and is neither a period nor the number of a question.
pub(super) fn may_be_datum(cell: &str) -> bool {
    is_number_or_date(cell) && says_period(cell).is_none() && !numbers_question(cell)
}

/// Whether a cell holds a number, a date or an identifier, and no words.
pub(super) fn is_number_or_date(cell: &str) -> bool {
    cell.bytes().any(|byte| byte.is_ascii_digit()) && cell.chars().filter(|c| c.is_alphabetic()).count() <= 3
}

/// Words of headings of tables whose rows are children. Any other word may be a child's name.
const OF_HEADINGS: [&str; 85] = [
    "child",
    "children",
    "young",
    "person",
    "id",
    "identifier",
    "ref",
    "reference",
    "number",
    "no",
    "name",
    "dob",
    "date",
    "of",
    "birth",
    "age",
    "sex",
    "gender",
    "ethnic",
    "ethnicity",
    "upn",
    "mother",
    "legal",
    "status",
    "place",
    "placement",
    "provider",
    "type",
    "reason",
    "start",
    "started",
    "end",
    "ended",
    "from",
    "to",
    "until",
    "period",
    "year",
    "time",
    "episode",
    "missing",
    "away",
    "absent",
    "return",
    "returned",
    "home",
    "interview",
    "interviews",
    "rhi",
    "irhi",
    "offered",
    "offer",
    "accepted",
    "declined",
    "completed",
    "held",
    "conducted",
    "uasc",
    "duc",
    "trafficked",
    "nrm",
    "outcome",
    "decision",
    "referral",
    "local",
    "authority",
    "council",
    "la",
    "code",
    "team",
    "teams",
    "manager",
    "worker",
    "social",
    "allocated",
    "notes",
    "record",
    "records",
    "flag",
    "deleted",
    "duplicate",
    "cancelled",
    "void",
    "draft",
    "superseded",
];

/// Whether a heading holds nothing that could be a name: it is a column of the return, or every word of it is one that
/// headings have.
pub(super) fn is_known_heading(cell: &str) -> bool {
    is_column(&cell.trim().to_ascii_uppercase())
        || words(cell)
            .split(' ')
            .all(|word| OF_HEADINGS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The headings that can be shown.
pub(super) fn known_headings(cells: &[String]) -> Vec<String> {
    cells.iter().filter(|cell| is_known_heading(cell)).cloned().collect()
}

/// A heading as it can be shown, or else the number of its column, counted from 0 here and shown from 1: `#5`.
pub(super) fn heading_or_number(at: usize, cell: &str) -> String {
    if is_known_heading(cell) { cell.to_owned() } else { format!("#{}", at + 1) }
}

/// How much of a cell is shown as an example, in characters.
const SHOWN: usize = 60;

/// A cell as an example of its column, if every word of it is understood. Otherwise it may hold a name.
pub(super) fn example(cell: &str) -> Option<String> {
    let unclear = Answer::Withheld { reason: Withheld::NotUnderstood };
    let is_known = !cell.contains(char::is_alphabetic)
        || read(cell) != unclear
        || matches!(resolve(cell), Resolution::Authority { .. } | Resolution::Joint(_) | Resolution::Aggregate);
    is_known.then(|| cell.chars().take(SHOWN).collect())
}

/// Whether the identifiers of a list are names, as far as can be known, beside another column that may hold the
/// identifiers: most of them have no digit.
pub(super) fn are_names_beside_references(header: &[String], modules: &[Module]) -> bool {
    let others = header.iter().map(|cell| words(cell)).filter(|phrase| is_reference(phrase)).count();
    if others == 0 {
        return false;
    }
    let (mut all, mut names) = (0_u64, 0_u64);
    for module in modules {
        let missing_rows::Rows::List(rows) = &module.rows else { continue };
        for row in rows {
            let packed = row.child.packed_text();
            let text = packed.as_ref().map(String::as_bytes).or_else(|| module.names.get(row.child));
            all += 1;
            names += u64::from(text.is_some_and(|text| !text.iter().any(u8::is_ascii_digit)));
        }
    }
    names * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn a_row_is_headings_if_a_word_of_it_is_one_and_no_cell_is_a_datum() {
        for headings in [
            "Authority,Zebra",
            "Name,Frobnitz",
            "Year,Frobnitz",
            "How many children went missing,Frobnitz",
            "Child ID,Quxworth",
            "DECOM,Quxworth",
            "Local authority,2021,2022",
            "NRM outcome,Quxworth",
            "UASC,Quxworth",
            "Body asked,Q1,Question 2",
        ] {
            assert!(are_headings(&row(headings)), "{headings}");
        }
        for names in [
            "Zebedee,Quxworth",
            "Zebedee Quxworth,Conclusive grounds",
            "1,Zebedee,Conclusive grounds",
            "1,Zebedee,01/02/2009,Kent",
            "Zebedee of the Quxworth,May",
            "April,Grace,Will",
            "Kent,Zebedee",
            "",
        ] {
            assert!(!are_headings(&row(names)), "{names}");
        }
    }

    #[test]
    fn an_example_is_a_cell_with_nothing_that_could_be_a_name() {
        for cell in ["12", "<5", "1,234", "01/02/2024", "Refused", "not held", "Kent", "E10000016"] {
            assert_eq!(example(cell).as_deref(), Some(cell));
        }
        for cell in ["Zebedee", "12 (Zebedee)", "Zebedee was missing", "Zebedee Quxworth; Frobnitz"] {
            assert_eq!(example(cell), None, "{cell}");
        }
    }
}
