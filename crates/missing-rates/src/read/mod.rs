//! Reads the bytes of a file as they arrive. This decodes, splits, recognises files and reads cells. It does not
//! calculate anything.

mod answers;
mod beside_headings;
mod child_headings;
mod child_rows;
mod content;
mod document;
mod first_rows;
mod group_rows;
mod headed;
mod header;
mod header_row;
mod heading;
mod limiting;
mod may_not_count;
mod modules;
mod month_first;
mod name_differs;
mod near;
mod not_read;
mod notes;
mod other_dates;
mod own_lists;
mod part_in_words;
mod part_name;
mod part_of_module;
mod past_list;
mod published;
mod recognise;
mod room;
mod rows_of_module;
mod sheet;
mod sheet_notes;
mod shown;
mod single_children;
mod stage;
mod stems;
mod sum;
mod taken;
mod text;
mod titles;
mod told;
mod typed_date;
mod when;
mod whose_again;
mod year_named;
mod year_of_rows;
mod years_across;

use std::fmt::Write as _;

pub(crate) use answers::{AnswersTable, Remark, TypedCell, TypedName, as_typed};
pub(crate) use content::Content;
pub use content::ReadFile;
pub(crate) use group_rows::joined;
pub(crate) use limiting::limiting;
/// The sign between the name of a file and the name of a table taken out of it: `tracker.xlsx › 2024`.
pub use missing_rows::{NAME_JOINT, PASTED};
pub(crate) use notes::{Note, Notes};
pub(crate) use part_name::says_part;
pub(crate) use past_list::PastRow;
pub(crate) use published::{Figures, aggregate};
pub(crate) use sheet_notes::{are_notes, limiting_notes};
pub use shown::are_headings;
pub(crate) use stems::stems;
pub use sum::Sum;
pub use taken::refused;
pub(crate) use text::cell_text;
pub(crate) use typed_date::{has_month_first, has_two_digit_year};
pub(crate) use when::{month_of, says_period};
pub(crate) use year_of_rows::YearOfRows;

use missing_rows::{Record, Records, Stopped, TAKEN, delimiter, stated_delimiter};

use crate::mapping::{Field, Mapping};
use crate::report::{ColumnState, FileEntry, FileKind, Problem, Rename};
use recognise::{Ended, Table};
use room::Room;
use sheet::{Column, Sheet};
use taken::{Taken, Taking};
use text::{Encoding, HEAD, Utf8Check, Utf16, sniff};

/// Reads one file, chunk by chunk. How the bytes are cut never changes the result.
///
/// ```
/// use missing_rates::read::Reader;
///
/// let mut reader = Reader::new("answers.csv", Vec::new());
/// reader.push(b"Authority,Year,UASC,UASC missing\nKe");
/// reader.push(b"nt,2024,100,12\n");
/// let file = reader.finish();
/// assert_eq!(file.entry().rows_used, 1);
/// ```
#[derive(Debug)]
pub struct Reader {
    name: String,
    /// `None` if the hash is told later.
    sum: Option<Sum>,
    length: u64,
    room: Room,
    utf8: Utf8Check,
    encoding: Option<Encoding>,
    table: Table,
    /// What is known about a table that was taken out of another file.
    taken: Option<Taken>,
    stage: Stage,
}

/// How far the reading has come.
#[derive(Debug)]
enum Stage {
    /// Collecting the first bytes, which decide encoding and delimiter.
    Head(Vec<u8>),
    /// Splitting and reading.
    Body(Box<Body>),
    /// Collecting a document of the product's own.
    Document(Vec<u8>),
    /// Nothing more can be read. The bytes are still hashed.
    Stopped(Problem),
}

/// The stages from bytes to records.
#[derive(Debug)]
struct Body {
    records: Records,
    /// A decoder, and the text that it made from the last bytes.
    utf16: Option<(Utf16, Vec<u8>)>,
}

impl Reader {
    /// Starts on a file. `renames` are columns that a person agreed to read as others.
    pub fn new(name: &str, renames: Vec<Rename>) -> Self {
        Self {
            name: name.to_owned(),
            sum: Some(Sum::default()),
            length: 0,
            room: Room::default(),
            utf8: Utf8Check::default(),
            encoding: None,
            table: Table::new(name, renames, None),
            taken: None,
            stage: Stage::Head(Vec::new()),
        }
    }

    /// Starts on a file whose columns a person has named.
    pub fn mapped(name: &str, mapping: Mapping) -> Self {
        Self { table: Table::new(name, Vec::new(), Some(mapping)), ..Self::new(name, Vec::new()) }
    }

    /// Reads columns only under their own names, and under those that a person agreed to. A name that is nearly one of
    /// the return’s is proposed, however clear it is.
    #[must_use]
    pub fn exactly(mut self) -> Self {
        self.table.exactly = true;
        self
    }

    /// Leaves the hash of the file to be told later ([`Returns::tell_sum`](crate::Returns::tell_sum)). Hashing takes as
    /// long as reading, and figures seldom have to wait for it.
    #[must_use]
    pub fn without_sum(mut self) -> Self {
        self.sum = None;
        self
    }

    /// Tells how many bytes there will be, which saves time and memory. Nothing else depends on it.
    #[must_use]
    pub fn expecting(mut self, bytes: u64) -> Self {
        self.room = Room::of(bytes);
        self
    }

    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        if let Some(sum) = &mut self.sum {
            sum.push(bytes);
        }
        self.length += bytes.len() as u64;
        let mut rest = bytes;
        if let Stage::Head(head) = &mut self.stage {
            let (first, after) = bytes.split_at(bytes.len().min(HEAD - head.len()));
            head.extend_from_slice(first);
            rest = after;
            if head.len() < HEAD {
                return;
            }
            let head = std::mem::take(head);
            self.begin(&head, false);
        }
        self.body(rest);
        self.table.make_room(&mut self.room, self.length);
    }

    /// How many rows have been read so far.
    pub fn rows(&self) -> u64 {
        self.table.notes.rows
    }

    /// Ends the file.
    pub fn finish(mut self) -> ReadFile {
        if let Stage::Head(head) = &mut self.stage {
            let head = std::mem::take(head);
            self.begin(&head, true);
        }
        if let Stage::Body(body) = &mut self.stage
            && let Err(problem) = body.records.finish(&mut |record| take(&mut self.table, &mut self.taken, record))
        {
            self.stage = Stage::Stopped(stopped(problem));
        }
        let encoding = self.encoding.map_or("", |of| of.name(self.utf8.valid()));
        let mut sha256 = self.sum.map(Sum::finish).unwrap_or_default();
        let (stopped, document) = match self.stage {
            Stage::Stopped(problem) => (Some(problem), None),
            Stage::Document(text) => (None, Some(text)),
            Stage::Head(_) | Stage::Body(_) => (None, None),
        };
        let mapped = self.table.mapping.is_some();
        let stopped = stopped.or(self.taken.as_mut().and_then(|taken| taken.problem.take()));
        let Ended { kind, mut content, mut notes, mut problem, renamed, mut columns, head } = match document {
            Some(text) => document::read(&text),
            None => self.table.finish(stopped),
        };
        let mut taken_from = None;
        if let Some(mut taken) = self.taken {
            taken_from = taken.whole.take();
            let of_children = |doubt: &Problem| match problem {
                None => matches!(content, Content::Modules(_)),
                // Its rows may all be elsewhere.
                Some(Problem::NoRows) => matches!(doubt, Problem::ElementMisplaced { .. }),
                Some(_) => false,
            };
            let doubt = taken.doubt().filter(of_children);
            if doubt.is_some() {
                (content, problem) = (Content::Nothing, doubt);
            }
            sha256 = taken.finish(kind, &mut notes);
        }
        for column in &mut columns {
            column.file.clone_from(&self.name);
        }
        if problem.is_some() {
            // A file that could not be read to its end is not used at all: half a file would give a wrong figure.
            notes.refuse();
        }
        let rows_set_aside = notes.rows_set_aside();
        let entry = FileEntry {
            name: self.name,
            sha256,
            taken_from,
            kind,
            encoding: encoding.to_owned(),
            rows: notes.rows.into(),
            rows_used: notes.rows.saturating_sub(rows_set_aside).into(),
            rows_set_aside: rows_set_aside.into(),
            problem,
            renamed,
            collection_year: None,
            said_empty: false,
        };
        ReadFile { entry, length: self.length, content, notes, head, columns, mapped, id: 0 }
    }

    fn begin(&mut self, head: &[u8], whole: bool) {
        if let Some(text) = head.strip_prefix(TAKEN) {
            self.encoding = Some(Encoding::Bytes);
            self.taken = Some(Taken::default());
            self.stage = Stage::Body(Box::new(Body { records: Records::new(b','), utf16: None }));
            return self.body(text);
        }
        match sniff(head) {
            Err(problem) => self.stage = Stage::Stopped(problem),
            Ok(encoding) => {
                self.encoding = Some(encoding);
                let mut text = Vec::new();
                let head_text = if encoding == Encoding::Bytes {
                    head
                } else {
                    Utf16::new(encoding).decode(head, &mut text);
                    &text
                };
                let head_text = head_text.strip_prefix(MARK).unwrap_or(head_text);
                if encoding == Encoding::Bytes && document::is_one(head_text) {
                    self.stage = Stage::Document(Vec::new());
                    return self.body(head_text);
                }
                let delimiter = stated_delimiter(head_text).unwrap_or_else(|| delimiter(head_text, whole));
                let utf16 = (encoding != Encoding::Bytes).then(|| (Utf16::new(encoding), Vec::new()));
                self.stage = Stage::Body(Box::new(Body { records: Records::new(delimiter), utf16 }));
                self.body(if encoding == Encoding::Bytes { head.strip_prefix(MARK).unwrap_or(head) } else { head });
            }
        }
    }

    fn body(&mut self, bytes: &[u8]) {
        if let Stage::Document(text) = &mut self.stage {
            self.utf8.push(bytes);
            text.extend_from_slice(bytes);
            if text.len() > document::LONGEST {
                self.stage = Stage::Stopped(Problem::OtherDocument);
            }
            return;
        }
        let Stage::Body(body) = &mut self.stage else { return };
        let Body { records, utf16 } = body.as_mut();
        let text = match utf16 {
            None => {
                self.utf8.push(bytes);
                if let Some(taken) = &mut self.taken {
                    taken.hash(bytes);
                }
                bytes
            }
            Some((decoder, text)) => {
                text.clear();
                decoder.decode(bytes, text);
                text
            }
        };
        if let Err(problem) = records.push(text, &mut |record| take(&mut self.table, &mut self.taken, record)) {
            self.stage = Stage::Stopped(stopped(problem));
        }
    }
}

/// Passes a record on: a note about where a table was taken from, or a row.
#[inline]
fn take(table: &mut Table, taken: &mut Option<Taken>, record: Record<'_>) {
    match taken.as_mut().map_or(Taking::Row, |taken| taken.take(record)) {
        Taking::Row => table.take(record),
        Taking::Note => {}
        Taking::Limit(text) => table.say(text),
    }
}

fn stopped(why: Stopped) -> Problem {
    match why {
        Stopped::TooLong { row } => Problem::TooLong { row },
        Stopped::OpenQuote { row } => Problem::OpenQuote { row },
    }
}

/// The byte order mark, in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads the first rows of a file with a mapping.
pub(crate) fn as_mapped(head: &[Vec<String>], mapping: Mapping) -> Content {
    again(Reader::mapped("", mapping), head).content
}

/// The columns, counted from 0, that split the rows of an authority in the first rows of a table of answers.
pub(crate) fn parting(head: &[Vec<String>]) -> Vec<usize> {
    let columns = again(Reader::new("", Vec::new()), head).columns;
    let parts = columns.iter().filter(|column| column.state == ColumnState::Breakdown);
    parts.filter_map(|column| usize::try_from(column.column).ok()?.checked_sub(1)).collect()
}

/// Reads the first rows of a file again.
fn again(mut reader: Reader, head: &[Vec<String>]) -> ReadFile {
    let mut text = String::new();
    for row in head {
        for (at, cell) in row.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            // Writing to a String cannot fail.
            let _ = write!(text, "{comma}\"{}\"", cell.replace('"', "\"\""));
        }
        text.push('\n');
    }
    reader.push(text.as_bytes());
    reader.finish()
}

/// The fields that columns with these headings have, or seem to have, in a file of a kind.
pub(crate) fn proposed(kind: FileKind, cells: &[String]) -> Vec<Option<Field>> {
    if kind != FileKind::AuthorityAnswers {
        return cells.iter().map(|cell| Field::named(kind, &cell.trim().to_ascii_uppercase())).collect();
    }
    Sheet::read(cells).columns.iter().map(Column::field).collect()
}

/// Whether columns with these headings need no decision.
pub(crate) fn understood(kind: FileKind, cells: &[String]) -> Vec<bool> {
    if kind != FileKind::AuthorityAnswers {
        return vec![true; cells.len()];
    }
    Sheet::read(cells).columns.iter().map(|column| !column.state.asks()).collect()
}
