//! The lines of the tables of incidents: length, number of times, month.

use serde::Serialize;

use crate::period::Period;

/// How long an incident lasted: the days from its first to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Length {
    /// Back on the same day.
    #[serde(rename = "same-day")]
    SameDay,
    /// Back the day after.
    #[serde(rename = "1-day")]
    OneDay,
    /// 2 or 3 days.
    #[serde(rename = "2-to-3-days")]
    From2Days,
    /// 4 to 7 days.
    #[serde(rename = "4-to-7-days")]
    From4Days,
    /// 8 to 28 days.
    #[serde(rename = "8-to-28-days")]
    From8Days,
    /// More than 28 days.
    #[serde(rename = "over-28-days")]
    Over28Days,
    /// No return mentions an end.
    #[serde(rename = "open")]
    Open,
}

impl Length {
    /// Every length, in the order in which a report lists them.
    pub const ALL: [Self; 7] =
        [Self::SameDay, Self::OneDay, Self::From2Days, Self::From4Days, Self::From8Days, Self::Over28Days, Self::Open];

    /// The lowest and highest number of days, where there is a highest; `None` for incidents without an end.
    pub fn days(self) -> Option<(u16, Option<u16>)> {
        Some(match self {
            Self::SameDay => (0, Some(0)),
            Self::OneDay => (1, Some(1)),
            Self::From2Days => (2, Some(3)),
            Self::From4Days => (4, Some(7)),
            Self::From8Days => (8, Some(28)),
            Self::Over28Days => (29, None),
            Self::Open => return None,
        })
    }

    /// The length of an incident that ended after so many days.
    pub fn of_days(days: u16) -> Self {
        match days {
            0 => Self::SameDay,
            1 => Self::OneDay,
            2..=3 => Self::From2Days,
            4..=7 => Self::From4Days,
            8..=28 => Self::From8Days,
            _ => Self::Over28Days,
        }
    }
}

/// How often a child went missing in the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[expect(missing_docs, reason = "the names in the report say it")]
pub enum Times {
    #[serde(rename = "1")]
    Once,
    #[serde(rename = "2")]
    Twice,
    #[serde(rename = "3")]
    Three,
    #[serde(rename = "4")]
    Four,
    #[serde(rename = "5")]
    Five,
    #[serde(rename = "6-to-10")]
    From6,
    #[serde(rename = "11-to-20")]
    From11,
    #[serde(rename = "21-to-50")]
    From21,
    #[serde(rename = "51-or-more")]
    From51,
}

impl Times {
    /// Every number of times, in the order in which a report lists them.
    pub const ALL: [Self; 9] = [
        Self::Once,
        Self::Twice,
        Self::Three,
        Self::Four,
        Self::Five,
        Self::From6,
        Self::From11,
        Self::From21,
        Self::From51,
    ];

    /// The lowest and highest number of times, where there is a highest.
    pub fn range(self) -> (u32, Option<u32>) {
        match self {
            Self::Once => (1, Some(1)),
            Self::Twice => (2, Some(2)),
            Self::Three => (3, Some(3)),
            Self::Four => (4, Some(4)),
            Self::Five => (5, Some(5)),
            Self::From6 => (6, Some(10)),
            Self::From11 => (11, Some(20)),
            Self::From21 => (21, Some(50)),
            Self::From51 => (51, None),
        }
    }

    /// The line for a child with so many incidents; `None` without any.
    pub fn of(incidents: u32) -> Option<Self> {
        Some(match incidents {
            0 => return None,
            1 => Self::Once,
            2 => Self::Twice,
            3 => Self::Three,
            4 => Self::Four,
            5 => Self::Five,
            6..=10 => Self::From6,
            11..=20 => Self::From11,
            21..=50 => Self::From21,
            _ => Self::From51,
        })
    }
}

/// A month of the calendar. Written `2024-04`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Month {
    /// Year.
    pub year: i32,
    /// From 1 to 12.
    pub month: u8,
}

impl Month {
    /// Every month that has a day in a period, from the first.
    pub fn of_period(period: Period) -> impl Iterator<Item = Self> {
        let ((year, month, _), (last_year, last_month, _)) = (period.start().ymd(), period.end().ymd());
        let after = |of: &Self| {
            let (year, month) = if of.month == 12 { (of.year + 1, 1) } else { (of.year, of.month + 1) };
            Some(Self { year, month })
        };
        let last = Self { year: last_year, month: last_month };
        std::iter::successors(Some(Self { year, month }), after).take_while(move |of| *of <= last)
    }
}

impl From<Month> for String {
    fn from(of: Month) -> Self {
        format!("{:04}-{:02}", of.year, of.month)
    }
}
