//! Reads the cells of a row of a module as dates, codes and so on.

use crate::in_words::when_in_words;
use crate::refusal::Refusal;
use crate::{
    ChildId, Column, EpisodeEnd, EpisodeRow, InterviewRow, LegalStatus, MissingRow, NewEpisode, Placement, Provider,
    Record, SexCode, Unread, When, YesNo,
};

/// The highest number of columns that a module is read from.
pub(crate) const MOST: usize = 9;

/// The cells of one row, by their index among the columns of the module.
pub(crate) struct Cells<'a> {
    pub(crate) at: &'a [usize; MOST],
    pub(crate) columns: &'static [Column],
    pub(crate) record: Record<'a>,
}

impl<'a> Cells<'a> {
    #[inline]
    pub(crate) fn get(&self, place: usize) -> &'a [u8] {
        self.record.cell(self.at[place])
    }

    /// Whether the file has the column.
    pub(crate) fn is_there(&self, place: usize) -> bool {
        self.at.get(place).is_some_and(|at| *at < usize::MAX)
    }

    /// Reads a date. The text of one whose month is a word is kept, because that is to be said.
    #[inline]
    pub(crate) fn when(&self, place: usize, row: u32, unread: &mut Unread) -> When {
        let when = When::read(self.get(place));
        if !when.is_not_a_date() {
            return when;
        }
        self.keep(place, row, unread);
        when_in_words(self.get(place)).unwrap_or(when)
    }

    /// Reads an end. What people write for an end that has not come counts as a blank, and its text is kept.
    #[inline]
    pub(crate) fn end(&self, place: usize, row: u32, unread: &mut Unread) -> When {
        let when = When::read(self.get(place));
        // Some programs write their first day for a blank.
        if !when.is_not_a_date() && when != When::FIRST {
            return when;
        }
        self.keep(place, row, unread);
        if When::is_never(self.get(place)) { When::BLANK } else { when_in_words(self.get(place)).unwrap_or(when) }
    }

    #[inline]
    pub(crate) fn sex(&self, place: usize, row: u32, unread: &mut Unread) -> SexCode {
        let sex = SexCode::read_either(self.get(place));
        if sex.is_other() {
            self.keep(place, row, unread);
        }
        sex
    }

    #[inline]
    pub(crate) fn episode(&self, child: ChildId, row: u32, unread: &mut Unread) -> EpisodeRow {
        let decom = self.when(1, row, unread);
        let ls = LegalStatus::read(self.get(2));
        let dec = self.end(3, row, unread);
        let rne = NewEpisode::read(self.get(4));
        let place = Placement::read(self.get(5));
        let provider = Provider::read(self.get(6));
        let rec = EpisodeEnd::read(self.get(7));
        let others = [
            (2, ls.is_other()),
            (4, rne.is_other()),
            (5, place.is_other()),
            (6, provider.is_other()),
            (7, rec.is_other()),
        ];
        for (at, _) in others.into_iter().filter(|(_, other)| *other) {
            self.keep(at, row, unread);
        }
        EpisodeRow { child, row, file: 0, decom, dec, ls, place, provider, rec, rne }
    }

    pub(crate) fn interview(&self, child: ChildId, row: u32, unread: &mut Unread) -> InterviewRow {
        let [start, date, offer] = [1, 4, 5].map(|at| self.when(at, row, unread));
        let (offered, accepted) = (YesNo::offered(self.get(2)), YesNo::accepted(self.get(3)));
        for (at, said) in [(2, offered), (3, accepted)] {
            if said == YesNo::Other {
                self.keep(at, row, unread);
            }
        }
        InterviewRow { child, row, file: 0, start, date, offer, offered, accepted }
    }

    #[cold]
    pub(crate) fn keep(&self, place: usize, row: u32, unread: &mut Unread) {
        if let Some(column) = self.columns.get(place) {
            unread.note(row, *column, self.get(place));
        }
    }
}

#[cold]
pub(crate) fn why_no_episode(row: &EpisodeRow) -> Refusal {
    if row.decom.day().is_none() {
        Refusal::NoStart
    } else if row.dec.is_not_a_date() {
        Refusal::BadEnd
    } else {
        Refusal::Backwards
    }
}

#[cold]
pub(crate) fn why_no_incident(row: &MissingRow) -> Refusal {
    if row.code.is_blank() && row.start.is_blank() && row.end.is_blank() {
        Refusal::Empty
    } else if row.code.code().is_none() {
        Refusal::NotMissingOrAway
    } else if row.start.day().is_none() {
        Refusal::NoStart
    } else if row.end.is_not_a_date() {
        Refusal::BadEnd
    } else {
        Refusal::Backwards
    }
}
