//! What a title, the name of a sheet or a note below the rows says that figures are about, where headings and rows say it
//! too: another group of children, or other days. Whoever wrote both meant one of them, and nobody knows which.

use super::heading::{
    Against, Kind, KindOfYear, Less, groups_of_title, is_line_understood, kinds_of_year, less_of_line, limits,
    limits_of_line, names_several_years, period_of_title, read, without_authority, year_in_name, year_in_note,
    year_in_title,
};
use crate::cohort::{Cohort, Count};
use crate::period::Period;

/// How much of a text is shown.
const SHOWN: usize = 80;

/// A longer note explains something.
const LINE: usize = 8;

/// A text beside a table, and what it says that the figures are about.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) text: String,
    groups: Vec<Cohort>,
    days: Days,
    against: Against,
    /// The calendar year that a title names.
    year: Option<Period>,
    /// The kinds of years that it says the figures are of.
    kinds: Vec<KindOfYear>,
    /// Whether it says that the figures are of several years.
    several: bool,
    /// Whether it is the name of a figure of those who went missing, and of nobody else.
    of_missing: bool,
    /// Whether nobody knows what it does to the figures, and nothing else asks about it.
    unread: bool,
}

/// The days that a text names.
#[derive(Clone, Copy, Debug)]
enum Days {
    None,
    /// A part of some year: `Q1 2024`.
    Part,
    Of(Period),
    /// The same, whatever other texts say.
    Surely(Period),
    /// The same, if it has days in common with the rows. Else it may be when somebody asked or answered.
    Perhaps(Period),
}

impl Told {
    fn new(text: &str, groups: Vec<Cohort>, days: Days, year: Option<Period>) -> Option<Self> {
        let against = Against::of(text);
        let kinds = kinds_of_year(text);
        let silent =
            groups.is_empty() && matches!(days, Days::None) && !against.any() && year.is_none() && kinds.is_empty();
        // Rows of a sample are some of all rows, and these words alone name no figure.
        let alone = |words: &[&str]| words.iter().any(|word| text.trim().eq_ignore_ascii_case(word));
        let sample = alone(&["away", "absconded"])
            || text.to_lowercase().split(|sign: char| !sign.is_alphanumeric()).any(|word| word == "sample");
        let asked = against.any() || !kinds.is_empty() || matches!(days, Days::Part);
        let unread = !asked && (sample || !is_line_understood(text)) && limits_of_line(text).is_empty();
        let of_missing = names_missing(text);
        let several = names_several_years(text);
        let text = text.trim().chars().take(SHOWN).collect();
        (!silent || unread || of_missing || several).then_some(Self {
            text,
            groups,
            days,
            against,
            year,
            kinds,
            several,
            of_missing,
            unread,
        })
    }

    /// What a cell of a title says. `whole` if the other cells of its row leave its period one of the figures.
    pub(super) fn title(text: &str, whole: bool) -> Option<Self> {
        let days = match period_of_title(text) {
            // A bare year may be that of the request or of the answers: what the rows say goes before it.
            Some(period) if whole && (is_month(period) || is_calendar_year(period)) => Days::Perhaps(period),
            Some(period) if whole => Days::Of(period),
            _ if whole => loosely(text, year_in_title(text).and_then(|named| named.period)),
            // No letter is of several months. A day or a month beside other words may be when somebody asked.
            Some(period) if !is_month(period) && !is_calendar_year(period) => Days::Perhaps(period),
            _ => less(text),
        };
        let year = year_in_title(text).and_then(|named| named.period).filter(|period| is_calendar_year(*period));
        Self::new(text, groups_of_title(text), days, year)
    }

    /// What the name of a sheet says. A sheet of another year is a finding of its own.
    pub(super) fn sheet(name: &str) -> Option<Self> {
        let days = match period_of_title(name) {
            Some(period) => Days::Perhaps(period),
            None => loosely(name, year_in_name(name).and_then(|named| named.period)),
        };
        Self::new(name, groups_of_title(name), days, None)
    }

    /// What a note below the rows says. Whether it is about a group is asked only of a note below the last row.
    pub(super) fn note(text: &str, last: bool) -> Option<Self> {
        let days = match year_in_note(text) {
            Some(named) => named.period.map_or(Days::Part, Days::Surely),
            None => match period_of_title(text) {
                // A bare year may be that of a source.
                Some(period) if !(is_month(period) || is_calendar_year(period) && text.trim().len() == 4) => {
                    Days::Surely(period)
                }
                _ if text.split_whitespace().count() > LINE => less(text),
                _ => loosely(text, year_in_title(text).and_then(|named| named.period)),
            },
        };
        Self::new(text, if last { groups_of_title(text) } else { Vec::new() }, days, None)
    }
}

/// Whether a text is a whole figure of children who went missing, as a heading could be.
fn names_missing(text: &str) -> bool {
    let phrase = read(text);
    phrase.kind == Kind::Figure
        && phrase.other.is_empty()
        && phrase.unknown.is_empty()
        && matches!(phrase.count, Count::ChildrenMissing | Count::ChildrenMissingAtEnd | Count::ChildrenAway)
}

/// The days of a text that is not wholly understood. A bare year in it may be when somebody asked.
fn loosely(text: &str, period: Option<Period>) -> Days {
    match period {
        Some(period) if !is_calendar_year(period) && !is_month(period) => Days::Perhaps(period),
        _ => less(text),
    }
}

/// The days of a text that makes less of a year.
fn less(text: &str) -> Days {
    match less_of_line(text) {
        Some(Less::Part) => Days::Part,
        Some(Less::Days(days)) => Days::Perhaps(days),
        None => Days::None,
    }
}

fn is_calendar_year(period: Period) -> bool {
    let (from, to) = (period.start().ymd(), period.end().ymd());
    from.0 == to.0 && (from.1, from.2, to.1, to.2) == (1, 1, 12, 31)
}

fn is_month(period: Period) -> bool {
    let (from, to) = (period.start().ymd(), period.end().ymd());
    (from.0, from.1) == (to.0, to.1)
}

/// Whether figures about one group may be where another is named.
fn is_about(cohort: Cohort, named: Cohort) -> bool {
    cohort == named
        || named == Cohort::All
        || cohort == Cohort::TraffickedAndUnaccompanied
        || named == Cohort::TraffickedAndUnaccompanied
}

/// The texts that name groups, if the figures are about none of these.
pub(super) fn other_groups<'a>(told: &'a [Told], figures: &[Cohort]) -> Vec<&'a str> {
    let naming = || told.iter().filter(|told| !told.groups.is_empty());
    let fits = |figure: &Cohort| naming().flat_map(|told| &told.groups).any(|named| is_about(*figure, *named));
    if figures.is_empty() || figures.iter().any(fits) {
        return Vec::new();
    }
    naming().map(|told| &*told.text).collect()
}

/// The texts that are figures of those who went missing.
pub(super) fn of_missing(told: &[Told]) -> impl Iterator<Item = &str> {
    told.iter().filter(|told| told.of_missing).map(|told| &*told.text)
}

/// The texts that name days which the rows, with these periods, cannot all be of. A bare year holds a year that begins in
/// it; years of other titles may be those of the request, if one title fits.
pub(super) fn other_days<'a>(told: &'a [Told], rows: &[Period]) -> Vec<&'a str> {
    let overlaps = |named: &Period| rows.iter().any(|row| row.overlaps(named.start(), named.end()));
    let named = |told: &Told| match told.days {
        Days::Of(period) | Days::Surely(period) | Days::Perhaps(period) => Some(period),
        Days::None | Days::Part => None,
    };
    let one_fits = told.iter().filter_map(named).any(|named| overlaps(&named));
    let cuts = |named: &Period| {
        let holds = |row: &&Period| named.start() <= row.start() && row.end() <= named.end();
        let shares = |row: &&Period| row.overlaps(named.start(), named.end());
        !is_calendar_year(*named) && rows.iter().filter(shares).any(|row| !holds(&row))
    };
    let differs = |told: &&Told| match told.days {
        Days::None => false,
        Days::Part => true,
        Days::Of(named) => !rows.is_empty() && (cuts(&named) || !one_fits),
        Days::Surely(named) => !rows.is_empty() && (cuts(&named) || !overlaps(&named)),
        Days::Perhaps(named) => cuts(&named) || rows.is_empty() && named.start() == named.end(),
    };
    let of_other_years = |told: &&Told| told.kinds.iter().any(|kind| rows.iter().any(|row| kind.differs(*row)));
    let of_several = |told: &&Told| told.several && rows.len() == 1;
    told.iter()
        .filter(|told| differs(told) || of_other_years(told) || of_several(told))
        .map(|told| &*told.text)
        .collect()
}

/// The texts that say something else than the headings, of which the rows have these periods: another year, that numbers are
/// not exact, or that something is counted that no heading names.
pub(super) fn speaking_against<'a>(told: &'a [Told], rows: &[Period], counts: Against) -> Vec<&'a str> {
    let overlaps = |year: &Period| rows.iter().any(|row| row.overlaps(year.start(), year.end()));
    let years = || told.iter().filter_map(|told| told.year);
    let other_years = !rows.is_empty() && years().next().is_some() && !years().any(|year| overlaps(&year));
    let speaks = |told: &&Told| {
        told.against.inexact
            || told.against.incidents && !counts.incidents
            || told.against.away && !counts.away
            || other_years && told.year.is_some()
    };
    told.iter().filter(speaks).map(|told| &*told.text).collect()
}

/// The one group that titles name, if they name one that is a part of all looked-after children.
pub(super) fn group_of_titles(told: &[Told]) -> Option<Cohort> {
    let mut named = told.iter().flat_map(|told| &told.groups).filter(|cohort| **cohort != Cohort::All);
    let first = *named.next()?;
    named.all(|other| *other == first).then_some(first)
}

/// The texts of which nobody knows what they do to the figures.
pub(super) fn not_understood(told: &[Told]) -> impl Iterator<Item = &str> {
    told.iter().filter(|told| told.unread).map(|told| &*told.text)
}

/// The titles in a row above that limit every figure below it, or of a long one the words that do.
pub(super) fn limits_of(row: &[String]) -> Vec<String> {
    let of = |cell: &String| match limits(&without_authority(cell)) {
        words if words.is_empty() || cell.chars().count() > SHOWN => words,
        _ => vec![cell.trim().to_owned()],
    };
    row.iter().flat_map(of).collect()
}
