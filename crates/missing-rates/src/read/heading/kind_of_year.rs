//! Whether a text beside a table says which kind of years its figures are of, without naming one: `Financial years`, `Year ending
//! 31 March`, `April to March`, `Figures are for academic years`.

use super::of_letters::is_of_letters;
use super::part_of_year::months;
use super::tokens::{Token, tokens};
use crate::period::Period;
use crate::read::when::{BareYear, day_month, find, month_of};

/// A longer text explains how something was done.
const LONGEST: usize = 30;
/// So many words after a kind of year may deny it.
const NEAR: usize = 5;

/// A kind of year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum KindOfYear {
    /// From January to December.
    Calendar,
    /// From April to March.
    Financial,
    /// From September to August.
    Academic,
}

impl KindOfYear {
    pub(in crate::read) fn first_month(self) -> u8 {
        match self {
            Self::Calendar => 1,
            Self::Financial => 4,
            Self::Academic => 9,
        }
    }

    fn beginning_in(month: u8) -> Option<Self> {
        [Self::Calendar, Self::Financial, Self::Academic].into_iter().find(|kind| kind.first_month() == month)
    }

    /// Whether a period is a year of another kind. What is no whole year is of no kind.
    pub(in crate::read) fn differs(self, period: Period) -> bool {
        let is_year = (364..=365).contains(&period.end().days_since(period.start()));
        is_year && (period.start().ymd().1, period.start().ymd().2) != (self.first_month(), 1)
    }
}

/// The kinds of year that a text says its figures are of.
pub(in crate::read) fn kinds_of_year(text: &str) -> Vec<KindOfYear> {
    let tokens = tokens(text);
    // `Received in the financial year 2023/24`
    let of_letter = || is_of_letters(&tokens) && find(&tokens, BareYear::Calendar).used.contains(&true);
    if tokens.len() > LONGEST || of_letter() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((kind, length)) = kind_at(&tokens[at..]) else {
            at += 1;
            continue;
        };
        if !is_denied(&tokens, at, at + length) && !found.contains(&kind) {
            found.push(kind);
        }
        at += length;
    }
    found
}

/// Whether a text has two years joined, and nothing that says which months they are: `2023-2024`, `2023/24`.
pub(in crate::read) fn is_span_of_years(text: &str) -> bool {
    let tokens = tokens(text);
    let whole = |token: &Token| token.text.len() == 4 && token.number.is_some_and(|year| (1990..2050).contains(&year));
    let joined = (1..tokens.len()).any(|at| {
        let to = is(&tokens, at, &["to", "or", "and"]);
        let next = if to { at + 1 } else { at };
        let sign = to || matches!(tokens[at].before, '-' | '/' | '–' | '—');
        let year = tokens.get(next).is_some_and(|token| token.number.is_some() && [2, 4].contains(&token.text.len()));
        whole(&tokens[at - 1]) && sign && year
    });
    let months = tokens.iter().any(|token| token.text.len() > 2 && month_of(&token.text).is_some());
    joined && !months && kinds_of_year(text).is_empty()
}

fn is(tokens: &[Token], at: usize, words: &[&str]) -> bool {
    tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is(word)))
}

const YEAR: &[&str] = &["year", "years", "yr", "yrs", "yearly"];

/// The kind of year at the start of the tokens, and how many tokens name it.
fn kind_at(tokens: &[Token]) -> Option<(KindOfYear, usize)> {
    let named = [
        (KindOfYear::Financial, &["financial", "fiscal", "collection", "fin", "ssda"][..]),
        (KindOfYear::Academic, &["academic", "school"]),
        (KindOfYear::Calendar, &["calendar", "cal"]),
    ];
    let is_year = |at: usize| is(tokens, at, YEAR);
    // As the name of a sheet.
    if let [only] = tokens
        && let Some((kind, words)) = named.iter().find(|(_, words)| words.iter().any(|word| only.is(word)))
    {
        return ["financial", "fiscal", "academic", "calendar"].contains(&words[0]).then_some((*kind, 1));
    }
    if let Some((kind, _)) = named.iter().find(|(_, words)| is(tokens, 0, words)) {
        // `SSDA 903 year`
        let length = 1 + usize::from(tokens.get(1).is_some_and(|token| token.number == Some(903)));
        return is_year(length).then_some((*kind, length + 1));
    }
    if is(tokens, 0, &["fy", "fys", "fye"]) {
        return Some((KindOfYear::Financial, 1));
    }
    if let Some((true, length)) = months(tokens) {
        let first = first_month(tokens)?;
        return Some((KindOfYear::beginning_in(first)?, length));
    }
    ending(tokens)
}

fn first_month(tokens: &[Token]) -> Option<u8> {
    day_month(tokens).map(|(_, month, _)| month).or_else(|| month_of(&tokens.first()?.text))
}

/// `Year ending 31 March`, `y/e March`, `12 months to March`, without the number of a year.
fn ending(tokens: &[Token]) -> Option<(KindOfYear, usize)> {
    let months = is(tokens, 1, &["months"])
        && (is(tokens, 0, &["twelve"]) || tokens.first().is_some_and(|token| token.number == Some(12)));
    let mut at = match () {
        () if is(tokens, 0, &["ye"]) => 1,
        () if is(tokens, 0, &["y"]) && is(tokens, 1, &["e"]) => 2,
        () if is(tokens, 0, &["y"]) && is(tokens, 1, &["or"]) && is(tokens, 2, &["e"]) => 3,
        () if (is(tokens, 0, YEAR) || months)
            && is(tokens, 1 + usize::from(months), &["ending", "ended", "end", "to"]) =>
        {
            2 + usize::from(months)
        }
        () => return None,
    };
    at += usize::from(is(tokens, at, &["on", "in", "to"]));
    at += usize::from(is(tokens, at, &["the"]));
    let rest = tokens.get(at..)?;
    let last = first_month(rest)?;
    Some((KindOfYear::beginning_in(last % 12 + 1)?, at + 1))
}

/// Whether the words before or after a kind of year say that figures are not of it: `not calendar years`, `as calendar year data is
/// not held`.
fn is_denied(tokens: &[Token], from: usize, to: usize) -> bool {
    let before = (from.saturating_sub(3)..from).any(|at| is(tokens, at, &["not", "than", "instead", "no", "never"]));
    let after = (to..tokens.len().min(to + NEAR)).find(|at| {
        !is(tokens, *at, &["data", "figures", "information", "numbers", "is", "are", "was", "were", "breakdown"])
    });
    let held = ["held", "available", "recorded", "kept", "collected", "used", "possible", "provided"];
    before
        || after
            .is_some_and(|at| is(tokens, at, &["unavailable"]) || is(tokens, at, &["not"]) && is(tokens, at + 1, &held))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_year_is_found_however_it_is_said() {
        use KindOfYear::{Academic, Calendar, Financial};
        for text in [
            "All figures are for financial years.",
            "Data is by financial year (April to March)",
            "Years are financial years",
            "Fiscal year",
            "FY data",
            "FYE 2023",
            "Financial year ending 2023",
            "Year ending 31 March",
            "Years ending 31st March",
            "Year to the end of March, year to 31 March",
            "12 months to March",
            "y/e 31 March",
            "April to March",
            "Apr-Mar",
            "Years run from 1 April to 31 March.",
            "Table 1. Unaccompanied children, England, financial years",
            "Data provided by financial year as calendar year data is not held",
            "Financial years, not calendar years",
            "SSDA903 years",
            "As requested, by financial year",
        ] {
            assert_eq!(kinds_of_year(text), [Financial], "{text}");
        }
        assert_eq!(kinds_of_year("Figures are for academic years"), [Academic]);
        assert_eq!(kinds_of_year("September to August"), [Academic]);
        assert_eq!(kinds_of_year("Calendar year"), [Calendar]);
        assert_eq!(kinds_of_year("January to December"), [Calendar]);
        for text in [
            "",
            "Financial services",
            "Not by financial year",
            "Children missing during the year",
            "April to September",
            "Responses received in the financial year 2023/24",
            "School census",
            "Year 11",
            "Financial year data are not available",
        ] {
            assert_eq!(kinds_of_year(text), [], "{text}");
        }
    }

    #[test]
    fn years_of_another_kind_differ_and_parts_of_years_do_not() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        let (calendar, collection) = (period("2023-01-01/2023-12-31"), period("2022-04-01/2023-03-31"));
        assert!(KindOfYear::Financial.differs(calendar) && !KindOfYear::Financial.differs(collection));
        assert!(KindOfYear::Calendar.differs(collection) && !KindOfYear::Calendar.differs(calendar));
        assert!(KindOfYear::Academic.differs(calendar));
        assert!(!KindOfYear::Academic.differs(period("2023-04-01/2023-06-30")));
    }
}
