//! Return-home interviews: of how many incidents of being missing a list says that one was offered, and held within 72
//! hours. It is for the analyst's own use and never part of a [`Report`](crate::report::Report), so nothing of it can be
//! published. Nothing is given where the query asks for figures that are safe to publish.
//!
//! Source: Department for Education, Statutory guidance on children who run away or go missing from home or care, January
//! 2014: an independent interview is offered when a child is found, and held within 72 hours of their return.

use missing_rows::Day;

use crate::period::Period;

/// On so many days after that of the return an interview counts as within 72 hours: lists and returns give days, no hours.
pub const DAYS: u16 = 3;

/// An interview that is dated more days than this after the return is taken for a slip of the pen.
pub(crate) const LATEST: u16 = 365;

/// What lists of interviews say about the incidents of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interviews {
    /// The period. An incident counts if any day of it is in the period.
    pub period: Period,
    /// The last day that the returns cover.
    pub known_to: Day,
    /// Whether a list says on which day any interview was offered.
    pub has_offer_dates: bool,
    /// All incidents.
    pub all: Tally,
    /// The same by team, where a list of teams was chosen; by name, and then the children of several teams and of none.
    pub teams: Vec<(Team, Tally)>,
    /// What became of the rows of the lists.
    pub rows: ListRows,
    /// Authorities whose files do not cover the period, or that have no list, where the files are of several.
    pub not_covered: Vec<String>,
}

/// The team of a child.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Team {
    /// One team.
    Named(String),
    /// The list names more than one team for the child.
    Several,
    /// The list does not have the child, or names no team.
    NotGiven,
}

/// Incidents of being missing, each in one place of each question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All incidents, as in the other figures of the period.
    pub incidents: u64,
    /// No return says when the child was back.
    pub not_back: u64,
    /// The child was back, but 72 hours had not passed by the last day that the returns cover.
    pub too_soon: u64,
    /// Of the others, whether an interview was offered.
    pub offered: Answered,
    /// Of the same incidents, whether an interview was offered within 72 hours. An interview that was held by then was offered by
    /// then too.
    pub offered_in_time: Answered,
    /// Of those with an offer, whether it was accepted.
    pub accepted: Accepted,
    /// Of the same incidents as the offers, whether an interview was held within 72 hours.
    pub held: Held,
}

impl Tally {
    /// The incidents that are asked about: the child was back, and 72 hours have passed.
    pub fn asked(&self) -> u64 {
        self.incidents - self.not_back - self.too_soon
    }

    pub(crate) fn add(&mut self, more: &Self) {
        self.incidents += more.incidents;
        self.not_back += more.not_back;
        self.too_soon += more.too_soon;
        self.offered.add(&more.offered);
        self.offered_in_time.add(&more.offered_in_time);
        let (accepted, held) = (&mut self.accepted, &mut self.held);
        accepted.yes += more.accepted.yes;
        accepted.no += more.accepted.no;
        accepted.not_said += more.accepted.not_said;
        held.in_time += more.held.in_time;
        held.later += more.held.later;
        held.not_held += more.held.not_held;
        held.unknown.add(more.held.unknown);
    }
}

/// Incidents about which a list gives no answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// No row of a list is about the incident.
    pub not_recorded: u64,
    /// A row is about it, and the cell is empty.
    pub not_said: u64,
    /// A cell is not understood, or what the cells say together cannot all be true.
    pub not_clear: u64,
}

impl Unknown {
    /// All of them.
    pub fn all(self) -> u64 {
        self.not_recorded + self.not_said + self.not_clear
    }

    fn add(&mut self, more: Self) {
        self.not_recorded += more.not_recorded;
        self.not_said += more.not_said;
        self.not_clear += more.not_clear;
    }
}

/// How a question is answered, incident by incident.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// With yes.
    pub yes: u64,
    /// With no.
    pub no: u64,
    /// Nobody can tell.
    pub unknown: Unknown,
}

impl Answered {
    /// Those of which the list gives the answer.
    pub fn known(&self) -> u64 {
        self.yes + self.no
    }

    /// The share of yes among those; `None` if there are none.
    pub fn share(&self) -> Option<f64> {
        (self.known() > 0).then(|| self.yes as f64 / self.known() as f64)
    }

    /// All of them.
    pub fn all(&self) -> u64 {
        self.known() + self.unknown.all()
    }

    fn add(&mut self, more: &Self) {
        self.yes += more.yes;
        self.no += more.no;
        self.unknown.add(more.unknown);
    }

    /// The most that yes can be true of.
    pub fn at_most(&self) -> u64 {
        self.yes + self.unknown.all()
    }
}

/// Whether an offer was accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// It was.
    pub yes: u64,
    /// It was not.
    pub no: u64,
    /// The cell is empty or not clear.
    pub not_said: u64,
}

/// Whether an interview was held in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// On the day of the return, or one of the three days after.
    pub in_time: u64,
    /// On a later day.
    pub later: u64,
    /// It was not offered, or not accepted.
    pub not_held: u64,
    /// Nobody can tell.
    pub unknown: Unknown,
}

impl Held {
    /// Whether an interview was held in time.
    pub fn is_in_time(&self) -> Answered {
        Answered { yes: self.in_time, no: self.later + self.not_held, unknown: self.unknown }
    }
}

/// What became of the rows of the lists of interviews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListRows {
    /// All rows with a child and a day.
    pub all: u64,
    /// Rows about incidents of the period.
    pub used: u64,
    /// Rows about incidents of other periods, and about children who do not count in this one.
    pub other_period: u64,
    /// Rows that another row repeats in every word.
    pub repeated: u64,
    /// Rows that are about no incident of being missing, or that contradict something.
    pub doubtful: Vec<DoubtfulRow>,
}

/// A row that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DoubtfulRow {
    /// Name of the file.
    pub file: String,
    /// Row, as a spreadsheet numbers it.
    pub row: u64,
    /// What is doubtful about it.
    pub doubt: Doubt,
}

/// What is doubtful about a row of a list of interviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// No file of a return has the child.
    NoSuchChild,
    /// No incident of the child begins on the day.
    NoIncident,
    /// The incident that begins on the day is one of being away, not missing.
    Away,
    /// Several rows about one incident differ.
    Differ,
    /// Two incidents of the child begin on the day, so nobody can tell which one it is about.
    TwoIncidents,
    /// The interview or its offer is dated before the child was back.
    BeforeReturn,
    /// It has a date of an interview or of its offer, and says that none was offered.
    DatedWithoutOffer,
    /// It has a date, and says that the offer was not accepted: the date may be that of the offer.
    DatedNotAccepted,
    /// It says that no interview was offered, and that it was accepted.
    AcceptedWithoutOffer,
    /// OFFERED or ACCEPTED has a word that is not understood.
    NotUnderstood,
    /// DATE or `OFFER_DATE` is not a date.
    NotADate,
    /// The interview or its offer is dated more than a year after the child was back.
    YearsLater,
}
