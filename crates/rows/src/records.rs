//! From text to records, as chunks arrive.

use csv_core::{ReadRecordResult, Reader as Machine, ReaderBuilder};

/// The longest record that is read. No return has one of more than a few hundred bytes.
const LONGEST: usize = 1024 * 1024;
/// The most cells that a record may have.
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
}

impl<'a> Record<'a> {
    /// The cell of that column, from 0, without white space around it; empty if the row is shorter.
    #[inline]
    pub fn cell(&self, column: usize) -> &'a [u8] {
        let Some(end) = self.ends.get(column) else { return &[] };
        let start = if column == 0 { 0 } else { self.ends[column - 1] };
        self.bytes[start..*end].trim_ascii()
    }

    pub fn cells(&self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.ends.len()).map(|column| self.cell(column))
    }
}

/// Splits text into records: RFC 4180, and what spreadsheets make of it.
#[derive(Debug)]
pub struct Records {
    machine: Machine,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    filled: usize,
    cells: usize,
    row: u64,
    /// Between two records, where blank lines are counted but are no records.
    between: bool,
    after_cr: bool,
}

impl Records {
    pub fn new(delimiter: u8) -> Self {
        Self {
            machine: ReaderBuilder::new().delimiter(delimiter).build(),
            bytes: vec![0; 1024],
            ends: vec![0; 64],
            filled: 0,
            cells: 0,
            row: 0,
            between: true,
            after_cr: false,
        }
    }

    /// Takes the next text, handing each record that ends in it to `take`.
    ///
    /// # Errors
    /// [`Stopped::TooLong`] at a record that no return has.
    pub fn push(&mut self, mut text: &[u8], take: &mut dyn FnMut(Record<'_>)) -> Result<(), Stopped> {
        while !text.is_empty() {
            if self.between {
                text = self.skip_blank_lines(text);
                if text.is_empty() {
                    break;
                }
                self.between = false;
                self.row += 1;
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
                take(Record { row: self.row, bytes: &self.bytes[..self.filled], ends: &self.ends[..self.cells] });
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

/// The delimiter that a spreadsheet states in a first line of its own: `sep=;`.
pub fn stated_delimiter(head: &[u8]) -> Option<u8> {
    match head {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, b'\r' | b'\n', ..] => Some(*delimiter),
        _ => None,
    }
}

/// The delimiter of the text at the head of a file: the one that cuts most of its rows into the same number of cells.
pub fn delimiter(head: &[u8], whole: bool) -> u8 {
    let score = |delimiter: u8| {
        let mut widths: Vec<usize> = Vec::new();
        let mut records = Records::new(delimiter);
        let take = |record: Record<'_>| {
            if widths.len() < 200 {
                widths.push(record.ends.len());
            }
        };
        // A head that is cut off, or too long, still has rows to look at.
        let mut take = take;
        let _ = records.push(head, &mut take);
        if whole {
            let _ = records.finish(&mut take);
        }
        let most = widths.iter().filter(|w| **w > 1).max_by_key(|w| widths.iter().filter(|v| v == w).count());
        most.map_or(0, |most| (most - 1) * widths.iter().filter(|w| *w == most).count())
    };
    // On a tie the earlier stands.
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
