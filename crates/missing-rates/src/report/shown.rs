//! The content of a cell that is shown.

use serde::{Deserialize, Serialize, Serializer};

use crate::percent::{average_text, percent_text};

/// Whether figures are for the people who hold the data, or for everyone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disclosure {
    /// Exact, for us.
    #[default]
    Exact,
    /// Safe to publish.
    Safe,
    /// Safe to publish, and rounded to 5.
    SafeTo5,
    /// Safe to publish, and rounded to 10.
    SafeTo10,
}

impl Disclosure {
    /// All of them, exact first.
    pub const ALL: [Self; 4] = [Self::Exact, Self::Safe, Self::SafeTo5, Self::SafeTo10];

    /// Whether it is safe to publish.
    pub fn is_safe(self) -> bool {
        self != Self::Exact
    }

    /// How counts are rounded.
    pub fn rounding(self) -> Rounding {
        match self {
            Self::Exact | Self::Safe => Rounding::None,
            Self::SafeTo5 => Rounding::To5,
            Self::SafeTo10 => Rounding::To10,
        }
    }
}

/// How counts are rounded; halves away from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// Not at all.
    #[default]
    None,
    /// To 5.
    To5,
    /// To 10.
    To10,
}

impl Rounding {
    /// A count, rounded.
    ///
    /// ```
    /// use missing_rates::report::Rounding;
    /// assert_eq!((Rounding::To5.of(7), Rounding::To5.of(8), Rounding::To10.of(15)), (5, 10, 20));
    /// ```
    pub fn of(self, count: u64) -> u64 {
        let unit = self.unit();
        // Half of 5 is not a whole number, so no count is halfway. Half of 10 goes up.
        let up = count % unit * 2 >= unit;
        (count / unit + u64::from(up)).saturating_mul(unit)
    }

    /// The least and the greatest count that this rounded one may have been.
    ///
    /// ```
    /// use missing_rates::report::Rounding;
    /// assert_eq!((Rounding::To5.counts(10), Rounding::To10.counts(20)), ((8, 12), (15, 24)));
    /// assert_eq!((Rounding::None.counts(7), Rounding::To10.counts(0)), ((7, 7), (0, 4)));
    /// ```
    pub fn counts(self, rounded: u64) -> (u64, u64) {
        let unit = self.unit();
        (rounded.saturating_sub(unit / 2), rounded.saturating_add((unit - 1) / 2))
    }

    /// 1, 5 or 10.
    pub fn unit(self) -> u64 {
        match self {
            Self::None => 1,
            Self::To5 => 5,
            Self::To10 => 10,
        }
    }
}

/// A count as it is shown. In a report it is a number, `"c"` or `"x"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A number, rounded if that was asked for.
    Number(u64),
    /// `c`: 1 to 5, or a number that would give another away.
    Confidential,
    /// `x`: a safe report does not say this about these children, whatever the number is.
    NotAvailable,
}

impl Shown {
    /// The number, if it is shown.
    pub fn number(self) -> Option<u64> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// The sum of several counts. It is hidden if one of them is.
    pub fn sum(counts: impl IntoIterator<Item = Self>) -> Self {
        let sum = counts.into_iter().try_fold(0, |sum, count| Some(sum + count.number()?));
        sum.map_or(Self::Confidential, Self::Number)
    }

    /// How a share of children in per cent is shown, with this many decimals: `c` where either part is hidden, `z`
    /// without children, `low` where it is not zero but rounds to it.
    pub fn percent(self, of: Self, decimals: u32) -> String {
        let Some((n, d)) = self.number().zip(of.number()) else { return "c".to_owned() };
        match percent_text(n, d, decimals) {
            None => "z".to_owned(),
            Some(text) if n > 0 && text.bytes().all(|byte| matches!(byte, b'0' | b'.')) => "low".to_owned(),
            Some(text) => text,
        }
    }

    /// How an average is shown, with one decimal: `c` where either part is hidden, `z` where there is nothing to divide
    /// by.
    pub fn average(self, of: Self) -> String {
        let Some((n, d)) = self.number().zip(of.number()) else { return "c".to_owned() };
        average_text(n, d, 1).unwrap_or_else(|| "z".to_owned())
    }
}

impl From<u64> for Shown {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl PartialEq<u64> for Shown {
    fn eq(&self, other: &u64) -> bool {
        self.number() == Some(*other)
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Confidential => f.write_str("c"),
            Self::NotAvailable => f.write_str("x"),
        }
    }
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Confidential => serializer.serialize_str("c"),
            Self::NotAvailable => serializer.serialize_str("x"),
        }
    }
}
