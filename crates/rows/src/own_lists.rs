//! Lists that an analyst keeps beside the return: interviews after being missing, and the team of each child.

use crate::blank::is_blank;
use crate::tables::{Row, by_child, row};
use crate::{ChildId, When};

/// OFFERED or ACCEPTED: yes, no, nothing, or something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The cell is empty.
    Blank,
    /// Not understood.
    Other,
}

impl YesNo {
    /// Reads a cell: short answers, and the words of the heading itself. `NULL`, `nan` and `N/A` are blanks.
    fn read(cell: &[u8], yes: &[&str], no: &[&str]) -> Self {
        let is = |words: &[&str]| words.iter().any(|word| cell.eq_ignore_ascii_case(word.as_bytes()));
        if is_blank(cell) {
            Self::Blank
        } else if is(&["y", "yes", "true", "1"]) || is(yes) {
            Self::Yes
        } else if is(&["n", "no", "false", "0"]) || is(no) {
            Self::No
        } else {
            Self::Other
        }
    }

    /// What a cell below OFFERED says. That an interview was declined would say that it was offered, but not by this word.
    pub fn offered(cell: &[u8]) -> Self {
        Self::read(cell, &["offered"], &["not offered"])
    }

    /// What a cell below ACCEPTED says.
    pub fn accepted(cell: &[u8]) -> Self {
        Self::read(cell, &["accepted"], &["not accepted", "declined", "refused"])
    }
}

/// One row of a list of return-home interviews. 24 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InterviewRow {
    /// The child.
    pub child: ChildId,
    /// Row in the file.
    pub row: u32,
    /// File, among those of the table.
    pub file: u16,
    /// `MIS_START` of the incident that it is about.
    pub start: When,
    /// DATE: the day of the interview.
    pub date: When,
    /// `OFFER_DATE`: the day of the offer. Not every list has it.
    pub offer: When,
    /// OFFERED.
    pub offered: YesNo,
    /// ACCEPTED.
    pub accepted: YesNo,
}

row!(InterviewRow, |r: &InterviewRow| (r.child, r.start, r.date, r.offer, r.offered, r.accepted, r.file, r.row));

impl InterviewRow {
    /// Two rows are the same statement if these are equal.
    pub fn statement(&self) -> (ChildId, When, When, When, YesNo, YesNo) {
        (self.child, self.start, self.date, self.offer, self.offered, self.accepted)
    }
}

/// One row of a list of teams. 20 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TeamRow {
    /// The child.
    pub child: ChildId,
    /// Row in the file.
    pub row: u32,
    /// File, among those of the table.
    pub file: u16,
    /// The index of the team in [`Teams`]; [`TeamRow::NONE`] for a blank.
    pub team: u32,
}

row!(TeamRow, |r: &TeamRow| (r.child, r.team, r.file, r.row));

impl TeamRow {
    /// The row names no team.
    pub const NONE: u32 = u32::MAX;
}

/// The names of teams, each once.
#[derive(Clone, Debug, Default)]
pub struct Teams(Vec<Box<[u8]>>);

/// No team has a longer name, in bytes.
const LONGEST: usize = 120;
/// No authority has more teams.
const MOST: usize = 1000;

impl Teams {
    /// The index of a team, which is added if it is new; `None` for a text that is too long for a name, and for a team
    /// beyond those that any authority has.
    pub(crate) fn place(&mut self, cell: &[u8]) -> Option<u32> {
        if is_blank(cell) {
            return Some(TeamRow::NONE);
        }
        if let Some(place) = self.0.iter().position(|name| **name == *cell) {
            return u32::try_from(place).ok();
        }
        if cell.len() > LONGEST || self.0.len() == MOST {
            return None;
        }
        self.0.push(cell.into());
        u32::try_from(self.0.len() - 1).ok()
    }

    /// The name of a team, as it was first written.
    pub fn name(&self, place: u32) -> Option<&[u8]> {
        self.0.get(usize::try_from(place).ok()?).map(AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_only_where_it_answers_what_the_heading_asks() {
        use YesNo::{Blank, No, Other, Yes};
        for (cell, offered, accepted) in [
            ("Y", Yes, Yes),
            ("yes", Yes, Yes),
            ("1", Yes, Yes),
            ("TRUE", Yes, Yes),
            ("N", No, No),
            ("no", No, No),
            ("0", No, No),
            ("", Blank, Blank),
            ("N/A", Blank, Blank),
            ("Offered", Yes, Other),
            ("Not offered", No, Other),
            ("Accepted", Other, Yes),
            ("Declined", Other, No),
            ("Refused", Other, No),
            ("2", Other, Other),
            ("Yes - declined", Other, Other),
            ("to be arranged", Other, Other),
            ("12/05/2024", Other, Other),
        ] {
            let cell = cell.as_bytes();
            assert_eq!((YesNo::offered(cell), YesNo::accepted(cell)), (offered, accepted), "{cell:?}");
        }
    }

    #[test]
    fn a_team_has_one_place_and_a_blank_has_none() {
        let mut teams = Teams::default();
        assert_eq!(teams.place(b"North"), Some(0));
        assert_eq!(teams.place(b"South"), Some(1));
        assert_eq!(teams.place(b"North"), Some(0));
        assert_eq!(teams.place(b""), Some(TeamRow::NONE));
        assert_eq!(teams.place(&[b'x'; 121]), None);
        assert_eq!((teams.name(1), teams.name(2)), (Some(&b"South"[..]), None));
    }

    #[test]
    fn rows_are_small() {
        assert_eq!([size_of::<InterviewRow>(), size_of::<TeamRow>()], [24, 20]);
    }
}
