//! From child-level tables (SSDA903) to counts for a period. Belongs here: who was looked after, who was missing, when.
//! Does not: reading files, shares, anything about authorities.

mod counts;
mod incidents;

pub(crate) use counts::calculate;

use missing_rows::{Day, Incident, Spell};

use crate::period::Period;

/// The tables that were read, each with the index of its file.
#[derive(Debug, Default)]
pub(crate) struct Tables<'a> {
    pub(crate) episodes: Vec<(usize, &'a [Spell])>,
    pub(crate) uasc: Vec<(usize, &'a [Spell])>,
    pub(crate) missing: Vec<(usize, &'a [Incident])>,
    /// Lists of children known or thought to have been trafficked.
    pub(crate) trafficked: Vec<(usize, &'a [Spell])>,
}

impl Tables<'_> {
    /// The collection year that the tables speak of: the latest that holds at least a twentieth as many of their dates
    /// as the fullest does. A few mistyped years, or incidents noted after 31 March, do not move it.
    pub(crate) fn collection_year(&self) -> Option<Period> {
        const YEARS: usize = 181;
        let mut dates = [0u64; YEARS];
        let mut note = |day: Day| {
            if day > Day::MIN && day < Day::MAX {
                let year = usize::try_from(day.collection_year() - 1900).unwrap_or(0);
                dates[year.min(YEARS - 1)] += 1;
            }
        };
        for spell in self.episodes.iter().flat_map(|(_, spells)| spells.iter()) {
            note(spell.from);
            note(spell.to);
        }
        for incident in self.missing.iter().flat_map(|(_, incidents)| incidents.iter()) {
            note(incident.start);
            note(incident.end);
        }
        let fullest = dates.iter().copied().max().filter(|most| *most > 0)?;
        let latest = dates.iter().rposition(|n| n * 20 >= fullest)?;
        Period::collection_year(i32::try_from(latest).ok()? + 1900)
    }
}
