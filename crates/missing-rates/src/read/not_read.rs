//! Columns of a module that are not read and may matter. Some name authorities: whether such a column says whose child each row
//! is about, or where the child lives, cannot be told from its cells, and if nobody is asked, two authorities' children with one
//! identifier are one child. In a list of children, some may change what a row means: a year, an end, a note.

use std::collections::BTreeSet;

use missing_rows::Record;

use super::may_not_count::MayNotCount;
use super::modules::AUTHORITY;
use super::near::bare;
use super::notes::Notes;
use super::part_in_words::words_of_part;
use super::shown::heading_or_number;
use super::text::cell_text;
use super::when::{day_of, says_period};
use super::whose_again::WhoseAgain;
use super::year_of_rows::{YearColumn, is_of_child, year_in};
use crate::area::{Resolution, resolve};
use crate::period::Period;
use crate::report::{FileKind, Problem};

/// How many rows are looked at.
const ROWS: u32 = 200;

/// Headings of the return, by their letters, of columns about where a child lives or lived.
const OF_PLACES: [&str; 3] = ["PLLA", "LAPERM", "PREVPERM"];

/// What is known of such columns so far.
#[derive(Debug)]
pub(super) struct NotRead {
    /// The first row below the headings.
    first: Option<u64>,
    /// The column of identifiers.
    child: Option<usize>,
    /// Those that name authorities in all rows so far.
    columns: Vec<Named>,
    left: u32,
    /// Columns of a list of children that are not read, by the words in their headings that can be shown.
    of_list: Vec<OfList>,
    again: WhoseAgain,
    may_not_count: MayNotCount,
    kind: FileKind,
    /// Words of lines below the rows that make less of them.
    limits: Vec<String>,
}

/// Words in headings of a list that can change what a row says. A heading in other words may hold a child's name.
const CHANGING: [&str; 36] = [
    "YEAR",
    "PERIOD",
    "DATE",
    "START",
    "END",
    "ENDED",
    "FROM",
    "TO",
    "UNTIL",
    "CLOSED",
    "STATUS",
    "DECISION",
    "OUTCOME",
    "REFERRAL",
    "NRM",
    "NOTES",
    "NOTE",
    "COMMENT",
    "COMMENTS",
    "REVIEW",
    "CURRENT",
    "TYPE",
    "QUARTER",
    "COHORT",
    "FY",
    "SOURCE",
    "ACTIVE",
    "COLLECTION",
    "RETURN",
    "TAB",
    "SHEET",
    "STAGE",
    "VICTIM",
    "OPEN",
    "VALID",
    "TRANCHE",
];

/// The word in a heading that can change what a row of a list says.
fn changing(heading: &str) -> Option<&'static str> {
    let words: Vec<String> = heading.split(|c: char| !c.is_alphanumeric()).map(str::to_ascii_uppercase).collect();
    CHANGING.iter().copied().find(|known| words.iter().any(|word| word == known))
}

/// A column of a list that can change what its rows say.
#[derive(Debug)]
struct OfList {
    at: usize,
    /// The word in its heading that can; none of a column that may give years all the same.
    word: Option<&'static str>,
    /// The first year that it gives.
    year: Option<Period>,
    /// The first row that is not true of the same days as those before it.
    other_days: Option<u64>,
    /// What it says of the rows' year, if its heading says that it gives that.
    years: Option<YearColumn>,
}

impl OfList {
    /// Words in headings of columns that give the end of a row, and of those that say whether it still counts.
    const ENDS: [&str; 5] = ["END", "ENDED", "TO", "UNTIL", "CLOSED"];
    const COUNTS: [&str; 5] = ["ACTIVE", "CURRENT", "VICTIM", "OPEN", "VALID"];
    /// What is under these where it does not.
    const NO: [&str; 6] = ["n", "no", "0", "false", "f", "not"];
    /// Years before this are of birth.
    const FIRST_YEAR: i32 = 2015;

    fn take(&mut self, record: &Record<'_>, child: Option<usize>) {
        let cell = record.cell(self.at);
        if let Some(years) = self.years.as_mut().filter(|_| is_of_child(record, child)) {
            years.take(cell);
        }
        if cell.is_empty() || self.other_days.is_some() {
            return;
        }
        let text = cell_text(cell);
        let is = |words: &[&str]| self.word.is_some_and(|word| words.contains(&word));
        let (is_end, is_count, is_day) = (is(&Self::ENDS), is(&Self::COUNTS), day_of(&text, true).is_some());
        // Whatever its heading, what gives a year or a quarter says of which days a row is.
        let of_days = || says_period(&text).filter(|_| !is_day);
        let year = self.years.as_ref().and_then(|_| year_in(&text)).or_else(of_days);
        let year = year.filter(|of| of.start().ymd().0 >= Self::FIRST_YEAR);
        let differs = year.is_some_and(|year| *self.year.get_or_insert(year) != year);
        let ends = is_end && is_day || is_count && Self::NO.contains(&text.trim().to_lowercase().as_str());
        self.other_days = (differs || ends).then_some(record.row);
    }
}

#[derive(Debug)]
struct Named {
    at: usize,
    heading: String,
    names: BTreeSet<&'static str>,
}

impl NotRead {
    /// Of a header row, without the columns that the rows are read from.
    pub(super) fn new(header: &[String], read: &[Option<usize>], kind: FileKind) -> Self {
        let is_list = kind == FileKind::ChildList;
        let is_counted = [FileKind::Episodes, FileKind::Missing, FileKind::Uasc, FileKind::Header].contains(&kind);
        let asks = |at: usize, heading: &str| {
            let letters = bare(heading);
            !read.contains(&Some(at))
                && !AUTHORITY.contains(&letters.as_str())
                && !OF_PLACES.contains(&letters.as_str())
        };
        let of = |(at, heading): (usize, &String)| {
            asks(at, heading).then(|| Named { at, heading: heading.clone(), names: BTreeSet::new() })
        };
        let not_read = header.iter().enumerate().filter(|(at, _)| is_list && !read.contains(&Some(*at)));
        let of_list = not_read.map(|(at, heading)| {
            let years = YearColumn::of(heading);
            OfList { at, word: changing(heading), year: None, other_days: None, years }
        });
        Self {
            first: None,
            child: read.first().copied().flatten(),
            columns: header.iter().enumerate().filter_map(of).collect(),
            left: ROWS,
            of_list: of_list.collect(),
            again: WhoseAgain::new(header, read),
            may_not_count: if is_counted { MayNotCount::new(header, read) } else { MayNotCount::default() },
            kind,
            limits: Vec::new(),
        }
    }

    #[inline]
    pub(super) fn take(&mut self, record: Record<'_>) {
        self.again.take(record);
        self.may_not_count.take(record);
        self.of_list.iter_mut().for_each(|column| column.take(&record, self.child));
        if self.left > 0 && !(self.columns.is_empty() && self.of_list.is_empty()) {
            self.look(record);
        }
    }

    /// Takes a row that is no child's: a line of its own may say which rows are listed.
    #[cold]
    pub(super) fn take_line(&mut self, record: Record<'_>) {
        let mut filled = record.cells().filter(|cell| !cell.is_empty());
        if let (Some(line), None) = (filled.next(), filled.next()) {
            self.say(&cell_text(line));
        }
    }

    /// Takes a line that may say which rows are listed.
    pub(super) fn say(&mut self, line: &str) {
        self.limits.extend(words_of_part(self.kind, line));
    }

    #[cold]
    fn look(&mut self, record: Record<'_>) {
        self.left -= 1;
        self.first.get_or_insert(record.row);
        self.columns.retain_mut(|column| {
            let cell = cell_text(record.cell(column.at));
            let name = cell.trim();
            if name.is_empty() {
                return true;
            }
            match resolve(name) {
                Resolution::Authority { authority, .. } => {
                    column.names.insert(authority.name);
                    true
                }
                _ => false,
            }
        });
    }

    /// Asks about each column that named more than one authority, and says which columns of a list are not read. Where two
    /// columns differ in whose child a row is about, or a column says that some rows may not count, the file cannot be used.
    pub(super) fn finish(self, notes: &mut Notes) -> Option<Problem> {
        for column in self.columns.iter().filter(|column| column.names.len() > 1) {
            let names: Vec<&str> = column.names.iter().take(3).copied().collect();
            let heading = heading_or_number(column.at, &column.heading);
            notes.find("names-authorities", self.first.unwrap_or(0), &heading, names.join(", "));
        }
        let year = |column: &OfList| column.years.as_ref().and_then(YearColumn::finish);
        notes.years_of_rows = self.of_list.iter().filter_map(year).collect();
        for word in self.of_list.iter().filter(|column| year(column).is_none()).filter_map(|column| column.word) {
            notes.find("list-column-not-read", self.first.unwrap_or(0), word, "");
        }
        // A heading in words that are not known may hold a child's name.
        let shown = |column: &OfList| column.word.map_or_else(|| heading_or_number(column.at, ""), str::to_owned);
        let other_days = |column: &OfList| Some((shown(column), column.other_days?));
        let other_days = self.of_list.iter().find_map(other_days);
        let differ = self.again.finish().map(|row| Problem::AuthoritiesDiffer { row });
        let part =
            (!self.limits.is_empty()).then(|| Problem::PartOfModule { kind: self.kind, words: self.limits.clone() });
        differ
            .or(part)
            .or_else(|| self.may_not_count.finish())
            .or_else(|| other_days.map(|(column, row)| Problem::RowsOfOtherDays { column, row }))
    }
}
