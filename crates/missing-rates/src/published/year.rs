//! The table, year by year.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::FILES;
use super::figure::{Figure, Symbol};
use super::printed::{average, percent};
use crate::area::{AreaCode, area};
use crate::cohort::{Average, Count, Share};
use missing_rows::month_of;

use crate::period::{Day, Period};

/// Everything that the table has for one year.
#[derive(Debug)]
pub struct PublishedYear {
    /// The collection year.
    pub period: Period,
    /// The day of the release that its figures are from, if it is known.
    pub released: Option<Day>,
    /// By code: England, the regions, the authorities.
    pub areas: Vec<PublishedArea>,
}

/// What was published about one area in one year.
#[derive(Debug)]
pub struct PublishedArea {
    /// ONS code, as of today.
    pub code: AreaCode,
    counts: [Figure; Count::ALL.len()],
    /// The figures that follow from the counts, where they were printed differently. Empty elsewhere.
    printed: [Cow<'static, str>; 4],
}

impl PublishedArea {
    /// What the table has of an area, with what files say in its place: counts, and the shares of children missing and away
    /// as they are printed. `None` if files say nothing else.
    pub(crate) fn with(
        own: Option<&Self>,
        code: AreaCode,
        said: [Figure; Count::ALL.len()],
        [missing, away]: [String; 2],
    ) -> Option<Self> {
        let mut counts = own.map_or([Figure::NotToHand; Count::ALL.len()], |own| own.counts);
        let mut printed = own.map_or_else(Default::default, |own| own.printed.clone());
        let is_other =
            |count: Count| said[count as usize] != Figure::NotToHand && said[count as usize] != counts[count as usize];
        // What follows from a count that is replaced is what the file says, or what its counts give.
        let incidents = Average::IncidentsPerMissingChild.parts();
        let of_away = Average::IncidentsPerAwayChild.parts();
        let follow = [
            ([Count::ChildrenMissing, Count::Children], missing),
            (incidents.into(), String::new()),
            ([Count::ChildrenAway, Count::Children], away),
            (of_away.into(), String::new()),
        ];
        for (of, (parts, says)) in printed.iter_mut().zip(follow) {
            if parts.into_iter().any(is_other) {
                *of = Cow::Owned(says);
            }
        }
        let others = Count::ALL.into_iter().filter(|count| is_other(*count)).collect::<Vec<_>>();
        for count in &others {
            counts[*count as usize] = said[*count as usize];
        }
        (!others.is_empty()).then_some(Self { code, counts, printed })
    }

    /// A count.
    pub fn count(&self, count: Count) -> Figure {
        self.counts[count as usize]
    }

    /// Whether anything was published about it: numbers, or symbols other than the one for an authority that did not
    /// exist.
    pub fn is_published(&self) -> bool {
        let absent = [Figure::NotToHand, Figure::Symbol(Symbol::NotApplicable)];
        self.counts.iter().any(|figure| !absent.contains(figure))
    }

    /// A share in whole per cent, as printed; `None` if it was not published or is not in the table.
    pub fn percent(&self, share: Share) -> Option<String> {
        let otherwise = match share {
            Share::Missing => 0,
            Share::Away => 2,
            _ => return None,
        };
        self.otherwise(otherwise).or_else(|| percent(self.count(share.numerator()), self.count(Count::Children)))
    }

    /// Incidents for each child, as printed; `None` if it is not in the table.
    pub fn average(&self, measure: Average) -> Option<String> {
        let (over, under) = measure.parts();
        let otherwise = match measure {
            Average::IncidentsPerMissingChild => 1,
            Average::IncidentsPerAwayChild => 3,
        };
        self.otherwise(otherwise).or_else(|| average(self.count(over), self.count(under)))
    }

    fn otherwise(&self, at: usize) -> Option<String> {
        Some(&self.printed[at]).filter(|text| !text.is_empty()).map(ToString::to_string)
    }
}

/// Every year of the table, earliest first.
///
/// Source: Department for Education, Children looked after in England including adoptions (OGL v3). Each year's file
/// names its release.
pub fn published_years() -> &'static [PublishedYear] {
    static YEARS: OnceLock<Vec<PublishedYear>> = OnceLock::new();
    YEARS.get_or_init(|| {
        let read = |(year, text): (i32, &'static str)| {
            Some(PublishedYear {
                period: Period::collection_year(year)?,
                released: released(text),
                areas: text.lines().filter_map(line).collect(),
            })
        };
        FILES.into_iter().filter_map(read).collect()
    })
}

/// What was published about an area in a year.
///
/// ```
/// use missing_rates::{area::AreaCode, cohort::{Count, Share}, period::Period, published::published_area};
/// let england = published_area(Period::collection_year(2024).unwrap(), AreaCode::ENGLAND).unwrap();
/// assert_eq!(england.count(Count::ChildrenMissing).number(), Some(13_010));
/// assert_eq!(england.percent(Share::Missing).as_deref(), Some("11"));
/// ```
pub fn published_area(year: Period, code: AreaCode) -> Option<&'static PublishedArea> {
    let year = published_years().iter().find(|published| published.period == year)?;
    year.areas.iter().find(|published| published.code == code)
}

/// The day that the comments at the top of a file give, `released on 14 November 2024`. Not that of a first release that a later
/// one revised.
fn released(text: &str) -> Option<Day> {
    let mut comments =
        text.lines().take_while(|line| line.starts_with('#')).filter(|line| !line.contains("later release"));
    let said = comments.find_map(|line| line.split_once("released on "))?.1;
    let mut words = said.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    Day::new(year.parse().ok()?, month_of(&month.to_lowercase())?, day.parse().ok()?)
}

/// One line; `None` for a comment or the header.
fn line(text: &'static str) -> Option<PublishedArea> {
    let mut cells = text.split(',');
    let mut next = || cells.next().unwrap_or_default();
    // A code from before the boundaries were redrawn becomes the code of today.
    let code = area(AreaCode::read(next())?)?.code?;
    Some(PublishedArea {
        code,
        counts: std::array::from_fn(|_| Figure::read(next())),
        printed: std::array::from_fn(|_| Cow::Borrowed(next())),
    })
}
