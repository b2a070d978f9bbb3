//! The published figures that an authority is compared with: those of published files among the files, and those of the product
//! for what the files do not say. So a release that is newer than the product updates every comparison, and what is compared is
//! what the rest of the report says.

use std::borrow::Cow;

use crate::answer::{Answer, Withheld};
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count, Share};
use crate::order::Ordered;
use crate::period::Period;
use crate::published::{Figure, PublishedArea, Symbol, published_area, published_years};
use crate::read::{Figures, aggregate};

/// Published figures, by year and area.
#[derive(Debug, Default)]
pub(crate) struct Table {
    more: Vec<(Period, PublishedArea)>,
}

/// What files say of one area in one year; where two differ, nothing.
#[derive(Debug)]
struct Said {
    counts: [Figure; Count::ALL.len()],
    differ: [bool; Count::ALL.len()],
    percent: [String; 2],
}

impl Default for Said {
    fn default() -> Self {
        let counts = [Figure::NotToHand; Count::ALL.len()];
        Self { counts, differ: [false; Count::ALL.len()], percent: <[String; 2]>::default() }
    }
}

impl Said {
    fn take(&mut self, count: Count, figure: Figure) {
        let at = count as usize;
        if self.counts[at] != Figure::NotToHand && self.counts[at] != figure {
            self.differ[at] = true;
        }
        self.counts[at] = figure;
    }
}

impl Table {
    /// With the figures of files, as they are meant.
    pub(crate) fn with<'a>(files: impl Iterator<Item = Cow<'a, Figures>>) -> Self {
        let mut said: Vec<((Period, AreaCode), Said)> = Vec::new();
        for file in files {
            for of in file.observations.iter().filter(|of| of.cohort == Cohort::All) {
                let Some(period) = whole_year(of.period) else { continue };
                of_area(&mut said, (period, of.authority)).take(of.count, figure(&of.answer));
            }
            for of in &file.aggregates {
                let Some((period, code)) = whole_year(of.period).zip(of.area.code) else { continue };
                let entry = of_area(&mut said, (period, code));
                match aggregate(&of.measure) {
                    Some(Ok(count)) => entry.take(count, printed(&of.printed)),
                    Some(Err(Share::Missing)) => entry.percent[0].clone_from(&of.printed),
                    Some(Err(Share::Away)) => entry.percent[1].clone_from(&of.printed),
                    _ => {}
                }
            }
        }
        let mut more = Vec::new();
        for ((period, code), mut of) in said {
            for (count, _) in of.counts.iter_mut().zip(of.differ).filter(|(_, differ)| *differ) {
                *count = Figure::NotToHand;
            }
            let own = published_area(period, code);
            if let Some(filled) = PublishedArea::with(own, code, of.counts, of.percent) {
                more.push((period, filled));
            }
        }
        Self { more }
    }

    pub(super) fn area(&self, period: Period, code: AreaCode) -> Option<&PublishedArea> {
        let found = self.more.iter().find(|(year, area)| *year == period && area.code == code);
        found.map(|(_, area)| area).or_else(|| published_area(period, code))
    }

    /// Every year of which anything is published, in order.
    pub(super) fn years(&self) -> Vec<Period> {
        let mut years: Vec<Period> = published_years().iter().map(|year| year.period).collect();
        years.extend(self.added());
        years.order();
        years.dedup();
        years
    }

    /// The years of which files say more than the product, or something else.
    pub(super) fn added(&self) -> Vec<Period> {
        let mut years: Vec<Period> = self.more.iter().map(|(period, _)| *period).collect();
        years.order();
        years.dedup();
        years
    }
}

/// What is said of an area. The rows of an area mostly follow each other, so the last is looked at first.
fn of_area(said: &mut Vec<((Period, AreaCode), Said)>, key: (Period, AreaCode)) -> &mut Said {
    let at = said.iter().rposition(|(other, _)| *other == key).unwrap_or_else(|| {
        said.push((key, Said::default()));
        said.len() - 1
    });
    &mut said[at].1
}

fn whole_year(period: Option<Period>) -> Option<Period> {
    period.filter(|period| period.as_collection_year().is_some())
}

fn figure(answer: &Answer) -> Figure {
    match answer {
        Answer::Exact { count } => Figure::Number(*count),
        Answer::Range { .. } | Answer::Withheld { reason: Withheld::Suppressed } => {
            Figure::Symbol(Symbol::Confidential)
        }
        Answer::Withheld { reason: Withheld::NotApplicable } => Figure::Symbol(Symbol::NotApplicable),
        Answer::Withheld { .. } => Figure::Symbol(Symbol::NotAvailable),
    }
}

fn printed(cell: &str) -> Figure {
    let number = cell.replace(',', "").parse().ok().map(Figure::Number);
    number.or_else(|| Symbol::read(cell).map(Figure::Symbol)).unwrap_or(Figure::NotToHand)
}
