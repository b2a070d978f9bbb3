//! Splits text into records, as chunks arrive.

use crate::blank::trim;
use csv_core::{ReadRecordResult, Reader as Machine, ReaderBuilder};

/// The longest record that is read. No return has a record of more than a few hundred bytes.
const LONGEST: usize = 1024 * 1024;
/// The highest number of cells in a record.
const MOST_CELLS: usize = 4096;

/// Why reading stopped before the end. Rows are numbered as a spreadsheet numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// A cell or row is longer than any return has.
    TooLong {
        /// Its row.
        row: u64,
    },
    /// A quotation mark is never closed.
    OpenQuote {
        /// The row where it opens.
        row: u64,
    },
}

/// One record: a row as a spreadsheet shows it.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// Row, from 1.
    pub row: u64,
    bytes: &'a [u8],
    ends: &'a [usize],
    /// How many bytes are between two cells: 1 for the delimiter, if the cells are still in the text.
    between: usize,
}

impl<'a> Record<'a> {
    /// How many cells it has.
    #[inline]
    pub fn width(&self) -> usize {
        self.ends.len()
    }

    /// The cell of a column, counted from 0, without white space around it. Empty if the row is shorter.
    #[inline]
    pub fn cell(&self, column: usize) -> &'a [u8] {
        let Some(end) = self.ends.get(column) else { return &[] };
        let start = if column == 0 { 0 } else { self.ends[column - 1] + self.between };
        trim(&self.bytes[start..*end])
    }

    pub fn cells(&self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.ends.len()).map(|column| self.cell(column))
    }
}

/// Splits text into records: RFC 4180, and what spreadsheets make of it.
///
/// A row that is whole in the text and has no quotes, as nearly all rows are, is split in place. All other rows go
/// through the machine, which copies them.
#[derive(Debug)]
pub struct Records {
    machine: Machine,
    delimiter: u8,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    filled: usize,
    cells: usize,
    row: u64,
    /// Whether the position is between two records, where blank lines are counted but are not records.
    between: bool,
    after_cr: bool,
}

impl Records {
    pub fn new(delimiter: u8) -> Self {
        Self {
            machine: ReaderBuilder::new().delimiter(delimiter).build(),
            delimiter,
            bytes: vec![0; 1024],
            ends: vec![0; 64],
            filled: 0,
            cells: 0,
            row: 0,
            between: true,
            after_cr: false,
        }
    }

    /// Takes the next text, and calls `take` for each record that ends in it.
    ///
    /// # Errors
    /// [`Stopped::TooLong`] at a record that is longer than any return has.
    pub fn push(&mut self, mut text: &[u8], take: &mut dyn FnMut(Record<'_>)) -> Result<(), Stopped> {
        while !text.is_empty() {
            if self.between {
                text = self.skip_blank_lines(text);
                if text.is_empty() {
                    break;
                }
                self.row += 1;
                // The machine looks for a byte order mark at the start of what it reads.
                let plain = if self.row > 1 { plain_row(text, self.delimiter, &mut self.ends) } else { None };
                if let Some(Plain { cells, length }) = plain {
                    take(Record { row: self.row, bytes: &text[..length], ends: &self.ends[..cells], between: 1 });
                    self.after_cr = text[length] == b'\r';
                    text = &text[length + 1..];
                    continue;
                }
                self.between = false;
            }
            let (result, read, wrote, ended) =
                self.machine.read_record(text, &mut self.bytes[self.filled..], &mut self.ends[self.cells..]);
            let last = read.checked_sub(1).map(|at| text[at]);
            text = &text[read..];
            self.filled += wrote;
            self.cells += ended;
            self.settle(&result, last, take)?;
        }
        Ok(())
    }

    /// Ends the text.
    ///
    /// # Errors
    /// [`Stopped::OpenQuote`] if a quotation mark is still open.
    pub fn finish(&mut self, take: &mut dyn FnMut(Record<'_>)) -> Result<(), Stopped> {
        let row = self.row;
        self.push(b"\n", take)?;
        if self.between { Ok(()) } else { Err(Stopped::OpenQuote { row }) }
    }

    fn settle(
        &mut self,
        result: &ReadRecordResult,
        last: Option<u8>,
        take: &mut dyn FnMut(Record<'_>),
    ) -> Result<(), Stopped> {
        match result {
            ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
            ReadRecordResult::OutputFull if self.bytes.len() < LONGEST => self.bytes.resize(self.bytes.len() * 2, 0),
            ReadRecordResult::OutputEndsFull if self.ends.len() < MOST_CELLS => {
                self.ends.resize(self.ends.len() * 2, 0);
            }
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                return Err(Stopped::TooLong { row: self.row });
            }
            ReadRecordResult::Record => {
                let (bytes, ends) = (&self.bytes[..self.filled], &self.ends[..self.cells]);
                take(Record { row: self.row, bytes, ends, between: 0 });
                self.filled = 0;
                self.cells = 0;
                self.between = true;
                self.after_cr = last == Some(b'\r');
            }
        }
        Ok(())
    }

    fn skip_blank_lines<'a>(&mut self, mut text: &'a [u8]) -> &'a [u8] {
        while let Some((byte @ (b'\r' | b'\n'), rest)) = text.split_first() {
            // A line feed after a carriage return belongs to it.
            if !(*byte == b'\n' && self.after_cr) {
                self.row += 1;
            }
            self.after_cr = *byte == b'\r';
            text = rest;
        }
        if !text.is_empty() {
            self.after_cr = false;
        }
        text
    }
}

/// A row at the beginning of a text, without its line end.
struct Plain {
    cells: usize,
    length: usize,
}

/// Eight times the same byte.
const fn eight(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// Marks the bytes of a word that may separate cells or end a row: the delimiter, and all bytes up to a quotation mark.
/// Every such byte is marked. A byte after one may be marked too, although it is none (Mycroft's test for a zero byte).
#[inline]
fn marks(word: u64, delimiter: u64) -> u64 {
    let apart = word ^ delimiter;
    let is_delimiter = apart.wrapping_sub(eight(1)) & !apart;
    let is_low = word.wrapping_sub(eight(b'"' + 1)) & !word;
    (is_delimiter | is_low) & eight(0x80)
}

/// Splits the row at the beginning of a text into cells, whose ends are put into `ends`. `None` if it does not end in
/// the text, holds a quotation mark, or is longer than a row may be.
#[inline]
fn plain_row(text: &[u8], delimiter: u8, ends: &mut Vec<usize>) -> Option<Plain> {
    let text = &text[..text.len().min(LONGEST)];
    let delimiters = eight(delimiter);
    let mut cells = 0;
    // `Some` once the row has ended; its inner `None` means that the machine must read the row.
    let mut at_mark = |byte: u8, at: usize| {
        let is_end = matches!(byte, b'\n' | b'\r');
        if byte == delimiter || is_end {
            if cells == ends.len() {
                if cells == MOST_CELLS {
                    return Some(None);
                }
                ends.resize(cells * 2, 0);
            }
            ends[cells] = at;
            cells += 1;
            is_end.then_some(Some(Plain { cells, length: at }))
        } else {
            (byte == b'"').then_some(None)
        }
    };
    let (words, rest) = text.as_chunks::<8>();
    for (nth, bytes) in words.iter().enumerate() {
        let mut marks = marks(u64::from_le_bytes(*bytes), delimiters);
        while marks != 0 {
            let place = marks.trailing_zeros() as usize / 8;
            if let Some(row) = at_mark(bytes[place & 7], nth * 8 + place) {
                return row;
            }
            marks &= marks - 1;
        }
    }
    let from = text.len() - rest.len();
    rest.iter().enumerate().find_map(|(at, byte)| at_mark(*byte, from + at)).flatten()
}

/// The delimiter that a spreadsheet states in a first line of its own: `sep=;`.
pub fn stated_delimiter(head: &[u8]) -> Option<u8> {
    match head {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, b'\r' | b'\n', ..] => Some(*delimiter),
        _ => None,
    }
}

/// The delimiter of the text at the head of a file: the one that splits most of its rows into the same number of cells.
pub fn delimiter(head: &[u8], whole: bool) -> u8 {
    let score = |delimiter: u8| {
        let mut widths: Vec<usize> = Vec::new();
        let mut records = Records::new(delimiter);
        let take = |record: Record<'_>| {
            if widths.len() < 200 {
                widths.push(record.ends.len());
            }
        };
        // A head that is cut off, or too long, still has rows to examine.
        let mut take = take;
        let _ = records.push(head, &mut take);
        if whole {
            let _ = records.finish(&mut take);
        }
        let most = widths.iter().filter(|w| **w > 1).max_by_key(|w| widths.iter().filter(|v| v == w).count());
        most.map_or(0, |most| (most - 1) * widths.iter().filter(|w| *w == most).count())
    };
    // If two are equal, the later in this list is used.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|d| score(*d)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows by their number.
    type Rows = Vec<(u64, Vec<String>)>;

    fn read(text: &[u8], delimiter: u8, chunk: usize) -> (Rows, Result<(), Stopped>) {
        let mut rows = Vec::new();
        let mut records = Records::new(delimiter);
        let mut take = |record: Record<'_>| {
            rows.push((record.row, record.cells().map(|c| String::from_utf8_lossy(c).into_owned()).collect()));
        };
        let mut result = Ok(());
        for part in text.chunks(chunk.max(1)) {
            result = result.and_then(|()| records.push(part, &mut take));
        }
        result = result.and_then(|()| records.finish(&mut take));
        (rows, result)
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them_whatever_the_line_ends_and_chunks() {
        type Case<'a> = (&'a [u8], &'a [(u64, &'a [&'a str])]);
        let cases: [Case<'_>; 7] = [
            (b"a,b\n1,2\n", &[(1, &["a", "b"]), (2, &["1", "2"])]),
            (b"a,b\r\n\r\n1,2\r\n", &[(1, &["a", "b"]), (3, &["1", "2"])]),
            (b"a,b\r\r1,2", &[(1, &["a", "b"]), (3, &["1", "2"])]),
            (b"\n\na , b\n\"1\r\n2\",\"x\"\"y\"\n", &[(3, &["a", "b"]), (4, &["1\r\n2", "x\"y"])]),
            (b"a,b\n1\n1,2,3\n", &[(1, &["a", "b"]), (2, &["1"]), (3, &["1", "2", "3"])]),
            (b"a,b\n,\n", &[(1, &["a", "b"]), (2, &["", ""])]),
            (b"a\"b,c\"\n", &[(1, &["a\"b", "c\""])]),
        ];
        for (text, expected) in cases {
            for chunk in 1..=text.len() {
                let (rows, result) = read(text, b',', chunk);
                let expected: Rows = expected
                    .iter()
                    .map(|(row, cells)| (*row, cells.iter().map(|c| (*c).to_owned()).collect()))
                    .collect();
                assert_eq!((rows, result), (expected, Ok(())), "{:?} by {chunk}", String::from_utf8_lossy(text));
            }
        }
    }

    #[test]
    fn a_row_is_the_same_whether_it_is_cut_where_it_is_or_by_the_machine() {
        // Every text of six characters, after a row and some characters. Byte by byte, no row is whole in the text.
        const SIGNS: [u8; 6] = *b"a, \"\r\n";
        for nth in 0..6usize.pow(6) {
            let mut text = b"h\nrow".to_vec();
            text.extend((0..6).map(|place| SIGNS[nth / 6usize.pow(place) % 6]));
            text.extend(b",end of it\nlast");
            let (whole, bytewise) = (read(&text, b',', text.len()), read(&text, b',', 1));
            assert_eq!(whole, bytewise, "{:?}", String::from_utf8_lossy(&text));
        }
        for delimiter in *b";|\t" {
            let text: Vec<u8> = b"h,i\n\x7f,\xff#!,\x80\"\n1,,22;\x0b, 3\x00 ,\xc3\xbc\r\n,,\r"
                .map(|byte| if byte == b',' { delimiter } else { byte })
                .into();
            assert_eq!(read(&text, delimiter, text.len()), read(&text, delimiter, 1));
        }
    }

    #[test]
    fn spaces_of_any_kind_around_a_cell_are_no_part_of_it() {
        for space in
            ["\u{A0}", "\u{200B}", "\u{FEFF}", "\u{202F}", "\u{3000}", " \u{A0}\t", "\u{B}", "\u{2060}\u{200E}"]
        {
            let (rows, _) = read(format!("a,b\n{space},{space}x{space}\n").as_bytes(), b',', 99);
            assert_eq!(rows[1].1, ["", "x"], "{space:?}");
        }
        // In Windows-1252, too; but `à` ends with the same byte in UTF-8.
        assert_eq!(trim(b"\xA0"), b"");
        assert_eq!(trim(b" \xA0x \xA0"), b"x");
        assert_eq!(trim("à".as_bytes()), "à".as_bytes());
    }

    #[test]
    fn a_row_may_have_as_many_cells_and_bytes_as_the_machine_allows() {
        for (cells, bytes) in
            [(MOST_CELLS - 1, 1), (MOST_CELLS, 1), (MOST_CELLS + 1, 1), (2, LONGEST / 2), (2, LONGEST)]
        {
            let row = vec!["x".repeat(bytes); cells].join(",");
            let text = format!("h\n{row}\nlast\n");
            assert_eq!(read(text.as_bytes(), b',', text.len()), read(text.as_bytes(), b',', 65_536), "{cells} {bytes}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_said_with_its_row() {
        let (rows, result) = read(b"a,b\n1,\"2\n3,4\n5,6\n", b',', 3);
        assert_eq!((rows.len(), result), (1, Err(Stopped::OpenQuote { row: 2 })));
    }

    #[test]
    fn a_cell_longer_than_any_return_has_is_refused_with_its_row() {
        let mut text = b"a,b\n1,".to_vec();
        text.resize(text.len() + 3 * LONGEST, b'x');
        let (rows, result) = read(&text, b',', 65_536);
        assert_eq!((rows.len(), result), (1, Err(Stopped::TooLong { row: 2 })));
    }

    #[test]
    fn the_delimiter_is_the_one_that_cuts_rows_evenly() {
        assert_eq!(delimiter(b"Authority;Year;Children\nKent;2024;1,234\nHull;2024;3\n", true), b';');
        assert_eq!(delimiter(b"Authority\tYear\nKent, the county\t2024\n", true), b'\t');
        assert_eq!(delimiter(b"Authority,Year\n\"Hull; city\",2024\n", true), b',');
        assert_eq!(delimiter(b"Title of the table, 2024\n\nA;B;C\n1;2;3\n4;5;6\n", true), b';');
        assert_eq!(delimiter(b"one column\n1\n", true), b',');
    }
}
