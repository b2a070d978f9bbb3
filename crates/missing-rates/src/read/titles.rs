//! What each row above a header says. A row is read once, however many rows below it are tried as the header.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::heading::{
    NamedYear, authority_in_title, counts_incidents, has_postcode, names_several, numbers_question, only_known_words,
    period_of_title, without_answer, year_in_title,
};
use super::told::{Told, limits_of};
use super::when::{BareYear, says_period_by};
use super::year_named::named_in;
use crate::area::{AreaCode, meant};
use crate::period::Period;

/// A row above the one that may be the header.
#[derive(Debug)]
pub(super) struct Title {
    /// The words that limit every figure below it.
    pub(super) limits: Vec<String>,
    published: OnceCell<Option<Period>>,
    says: OnceCell<Says>,
}

/// What a row says that may be a title.
#[derive(Debug)]
pub(super) struct Says {
    /// The periods that it gives, if it is wholly understood: `Received, 31/12/2024` is not a period.
    pub(super) periods: Vec<Period>,
    pub(super) years: Vec<NamedYear>,
    /// What it says that the figures are about.
    pub(super) told: Vec<Told>,
    /// Words that say that incidents are counted.
    pub(super) incidents: Vec<String>,
    /// The authorities that its cells name as titles do.
    pub(super) named: Vec<String>,
    /// Every authority that a part of a cell names. A town in an address names nobody.
    pub(super) parts: Vec<AreaCode>,
    /// Whether it says that several are meant: `Medway Council (joint)`, `on behalf of Medway`.
    pub(super) several: bool,
}

impl Title {
    pub(super) fn of(row: &[String]) -> Self {
        Self { limits: limits_of(row), published: OnceCell::new(), says: OnceCell::new() }
    }

    /// The first period that any of its cells names, as a publisher would mean it.
    pub(super) fn published(&self, row: &[String]) -> Option<Period> {
        let named = || row.iter().find_map(|cell| says_period_by(cell, BareYear::Collection));
        *self.published.get_or_init(named)
    }

    /// What the row says, of which this is what was read before.
    pub(super) fn says(&self, row: &[String]) -> &Says {
        self.says.get_or_init(|| Says::of(row))
    }
}

impl Says {
    fn of(row: &[String]) -> Self {
        #[cfg(test)]
        tests::READ.with(|read| read.set(read.get() + 1));
        let filled = || row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let understood =
            row.iter().all(|cell| cell.is_empty() || period_of_title(cell).is_some() || only_known_words(cell));
        let parts = filled()
            .filter(|cell| !has_postcode(cell))
            .flat_map(|cell| cell.split(['(', ')', ',', ';', ':', '–', '—', '|', '/']))
            .flat_map(|part| part.split(" - "))
            .map(without_answer);
        Self {
            periods: row.iter().filter(|_| understood).filter_map(|cell| period_of_title(cell)).collect(),
            years: row.iter().filter_map(|cell| named_in(cell, year_in_title(cell))).collect(),
            told: told(row),
            incidents: row.iter().filter_map(|cell| counts_incidents(cell)).collect(),
            named: filled().filter_map(authority_in_title).map(str::to_owned).collect(),
            parts: parts.filter_map(meant).map(|(authority, _)| authority.code).collect(),
            several: filled().any(names_several),
        }
    }
}

fn told(row: &[String]) -> Vec<Told> {
    let filled: BTreeSet<&str> = row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    let whole = filled.len() < 2 || filled.iter().all(|cell| period_of_title(cell).is_some() || only_known_words(cell));
    // `Q1` is a quarter, beside `Q2` it is a question.
    let questions = filled.iter().filter(|cell| numbers_question(cell)).count() > 1;
    let about = filled.into_iter().filter(|cell| !questions || !numbers_question(cell));
    about.filter_map(|cell| Told::title(cell, whole)).collect()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fmt::Write as _;

    use crate::read::Reader;

    thread_local! {
        /// How many rows were read as titles.
        pub(super) static READ: Cell<usize> = const { Cell::new(0) };
    }

    /// How many rows of a table are read as titles, and whether it is refused.
    fn read(text: &str) -> (usize, bool) {
        READ.with(|read| read.set(0));
        let mut reader = Reader::new("table.csv", Vec::new());
        reader.push(text.as_bytes());
        let refused = reader.finish().entry.problem.is_some();
        (READ.with(Cell::get), refused)
    }

    #[test]
    fn a_row_that_may_be_a_title_is_read_once_however_many_rows_may_be_the_header() {
        for (heading, row) in [
            ("Victim,Claimed nationality,Referral date,CG decision,RG decision", "Zeb Q,Albania,01/06/2024,Yes,Yes"),
            ("Kent County Council,Team,Worker,Note,State", "North,Ada L,seen at home,see the letter,open"),
            ("One,Two,Three,Four,Five", "a,b,c,d,e"),
            ("Kent,,,,", "Surrey / Kent,see Essex (Basildon),Leeds - north,Medway,open"),
        ] {
            for rows in [40, 4_000] {
                let mut text = format!("{heading}\n");
                for _ in 0..rows {
                    let _ = writeln!(text, "{row}");
                }
                let (read, refused) = read(&text);
                assert!(refused && read <= 40, "{heading}: {read} of {rows}");
            }
        }
    }
}
