//! Which authority covers a place in a period. Councils end and others take over, always on 1 April.

use std::sync::OnceLock;

use super::authority::{Authority, authorities, authority};
use super::name::normalise;
use crate::period::{Day, Period};

/// How an authority's existence relates to a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It existed, for the whole period or some of it.
    There,
    /// It ended during the period. Its answer can only be about the days before.
    EndedWithin,
    /// It had ended before the period. These had taken over from it.
    Ended(Vec<&'static Authority>),
    /// It did not exist yet, but this one, with the same name, did.
    Namesake(&'static Authority),
    /// It did not exist yet. These were in its place.
    NotYet(Vec<&'static Authority>),
}

/// How an authority's existence relates to a period.
///
/// ```
/// use missing_rates::area::{AreaCode, Standing, authority, standing};
/// use missing_rates::period::Period;
/// let cumbria = authority(AreaCode::read("E10000006").unwrap()).unwrap();
/// let Standing::Ended(successors) = standing(cumbria, Period::calendar_year(2024).unwrap()) else { panic!() };
/// assert_eq!(successors.len(), 2);
/// ```
pub fn standing(of: &'static Authority, period: Period) -> Standing {
    if let Some(end) = of.ended.and_then(first_of_april) {
        return if period.start() >= end {
            Standing::Ended(of.successors.iter().filter_map(|code| authority(*code)).collect())
        } else if period.end() >= end {
            Standing::EndedWithin
        } else {
            Standing::There
        };
    }
    if of.is_there_at_the_end(period) {
        return Standing::There;
    }
    let before: Vec<_> = predecessors(of).collect();
    let bare = |authority: &Authority| {
        let name = normalise(authority.name);
        name.strip_suffix(" (county)").map_or(name.clone(), str::to_owned)
    };
    match before.iter().find(|other| bare(other) == bare(of)) {
        Some(namesake) => Standing::Namesake(namesake),
        None => Standing::NotYet(before),
    }
}

impl Authority {
    /// Whether it existed when a period ended.
    pub fn is_there_at_the_end(&self, period: Period) -> bool {
        if let Some(end) = self.ended.and_then(first_of_april) {
            return period.end() < end;
        }
        let start = predecessors(self).filter_map(|other| other.ended).max().and_then(first_of_april);
        start.is_none_or(|start| period.end() >= start)
    }
}

/// The authorities that it took over from.
pub(crate) fn predecessors(of: &Authority) -> impl Iterator<Item = &'static Authority> {
    static ENDED: OnceLock<Vec<&'static Authority>> = OnceLock::new();
    let ended = ENDED.get_or_init(|| authorities().iter().filter(|of| of.ended.is_some()).collect());
    ended.iter().copied().filter(|other| other.successors.contains(&of.code))
}

fn first_of_april(year: u16) -> Option<Day> {
    Day::new(i32::from(year), 4, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::AreaCode;

    fn named(code: &str) -> &'static Authority {
        authority(AreaCode::read(code).unwrap()).unwrap()
    }

    #[test]
    fn each_authority_answers_for_the_periods_in_which_it_was_there() {
        let year = |year| Period::calendar_year(year).unwrap();
        let collection = |year| Period::collection_year(year).unwrap();
        let [cumbria, cumberland, furness] = ["E10000006", "E06000063", "E06000064"].map(named);
        let [bournemouth, poole, bcp] = ["E06000028", "E06000029", "E06000058"].map(named);
        let [dorset, dorset_county, kent] = ["E06000059", "E10000009", "E10000016"].map(named);
        for (of, period, expected) in [
            (cumbria, year(2022), Standing::There),
            (cumbria, collection(2023), Standing::There),
            (cumbria, year(2023), Standing::EndedWithin),
            (cumbria, collection(2024), Standing::Ended(vec![cumberland, furness])),
            (cumberland, collection(2024), Standing::There),
            (cumberland, year(2023), Standing::There),
            (cumberland, collection(2023), Standing::NotYet(vec![cumbria])),
            (bournemouth, year(2020), Standing::Ended(vec![bcp])),
            (bcp, year(2018), Standing::NotYet(vec![bournemouth, poole])),
            (dorset, year(2018), Standing::Namesake(dorset_county)),
            (dorset, collection(2019), Standing::Namesake(dorset_county)),
            (dorset, collection(2020), Standing::There),
            (dorset_county, collection(2020), Standing::Ended(vec![dorset])),
            (kent, year(1990), Standing::There),
        ] {
            assert_eq!(standing(of, period), expected, "{} {period}", of.name);
        }
    }
}
