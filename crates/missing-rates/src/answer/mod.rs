//! What an authority gave for one figure.
//!
//! This holds what one cell says by itself, not which authority, period and figure it is about.

use serde::{Deserialize, Serialize};

mod parse_phrase;
mod reasons;
mod section;
#[cfg(test)]
mod tests;
mod token;
mod wording;

pub use wording::{alike, read};

/// What an authority gave for one figure: a count of children or of incidents.
///
/// It cannot be read as a number without saying what to do if it is not one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Answer {
    /// A whole number.
    Exact {
        /// The number.
        count: u64,
    },
    /// A range, including both ends: `<5` is 0 to 4, `1-5` and `c` are 1 to 5.
    Range {
        /// The lowest that it can be.
        lowest: u64,
        /// The highest that it can be.
        highest: u64,
    },
    /// No number, with the reason.
    Withheld {
        /// Why there is no number.
        reason: Withheld,
    },
}

impl Answer {
    /// What a number can be that is hidden because it is small. In the Department for Education's publications `c` and
    /// `*` mean 1 to 5, and 0 is shown.
    pub const SMALL_NUMBER: Self = Self::Range { lowest: 1, highest: 5 };

    /// The number, if it was given exactly. Unit: whole children or whole incidents.
    ///
    /// ```
    /// use missing_rates::answer::Answer;
    /// assert_eq!(Answer::Exact { count: 24 }.exact(), Some(24));
    /// assert_eq!(Answer::Range { lowest: 0, highest: 4 }.exact(), None);
    /// ```
    pub fn exact(&self) -> Option<u64> {
        match self {
            Self::Exact { count } => Some(*count),
            _ => None,
        }
    }

    /// The lowest and highest that it can be, if a number or a range was given.
    ///
    /// ```
    /// use missing_rates::answer::{Answer, read};
    /// assert_eq!(Answer::Exact { count: 24 }.bounds(), Some((24, 24)));
    /// assert_eq!(read("<5").bounds(), Some((0, 4)));
    /// assert_eq!(read("Not held").bounds(), None);
    /// ```
    pub fn bounds(&self) -> Option<(u64, u64)> {
        match self {
            Self::Exact { count } => Some((*count, *count)),
            Self::Range { lowest, highest } => Some((*lowest, *highest)),
            Self::Withheld { .. } => None,
        }
    }

    /// The sum of the parts of one figure. A part that is counted in another part adds nothing. If nothing is known
    /// about a part, nothing is known about the sum.
    ///
    /// ```
    /// use missing_rates::answer::{Answer, read};
    /// assert_eq!(Answer::sum(&[read("30"), read("<5")]).bounds(), Some((30, 34)));
    /// assert_eq!(Answer::sum(&[read("30"), read("Included in above")]).exact(), Some(30));
    /// assert_eq!(Answer::sum(&[read("30"), read("Not held")]), read("Not held"));
    /// ```
    pub fn sum(parts: &[Self]) -> Self {
        let elsewhere = |part: &&Self| part.withheld() == Some(&Withheld::CountedElsewhere);
        let mut total: Option<(u64, u64)> = None;
        for part in parts.iter().filter(|part| !elsewhere(part)) {
            let Some((lowest, highest)) = part.bounds() else { return part.clone() };
            let (least, most) = total.unwrap_or_default();
            total = Some((least.saturating_add(lowest), most.saturating_add(highest)));
        }
        match total {
            Some((lowest, highest)) if lowest == highest => Self::Exact { count: lowest },
            Some((lowest, highest)) => Self::Range { lowest, highest },
            None => Self::Withheld { reason: Withheld::CountedElsewhere },
        }
    }

    /// Why there is no number, if there is none.
    pub fn withheld(&self) -> Option<&Withheld> {
        match self {
            Self::Withheld { reason } => Some(reason),
            _ => None,
        }
    }
}

/// Why there is no number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Withheld {
    /// Refused, with the section of the Act if it was named: `12`, `40(2)`, `38(1)(b)`.
    Refused {
        /// The section, without `s.`.
        section: Option<String>,
    },
    /// The authority does not hold it.
    NotHeld,
    /// The authority does not record it.
    NotRecorded,
    /// The authority did not reply.
    NoReply,
    /// The question does not apply to it.
    NotApplicable,
    /// Hidden by its publisher, with nothing said about how large it is.
    Suppressed,
    /// Counted in another answer of the same authority.
    CountedElsewhere,
    /// It is about one date or a part of the period.
    OtherPeriod,
    /// The body says that another one has these children, or the children's services.
    WrongBody,
    /// The cell is blank.
    Blank,
    /// Two rows of one authority say different things.
    Conflicting,
    /// A number that is not a count: negative or fractional.
    NotACount,
    /// Words that were not understood.
    NotUnderstood,
}

impl Withheld {
    /// Every reason; a refusal is without its section.
    pub const ALL: [Self; 13] = [
        Self::Refused { section: None },
        Self::NotHeld,
        Self::NotRecorded,
        Self::NoReply,
        Self::NotApplicable,
        Self::Suppressed,
        Self::CountedElsewhere,
        Self::OtherPeriod,
        Self::WrongBody,
        Self::Blank,
        Self::Conflicting,
        Self::NotACount,
        Self::NotUnderstood,
    ];
}
