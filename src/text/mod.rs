//! The page's words, from `crates/words`, and what the parts of the results are called.

pub(crate) use words::*;

use crate::parts::Part;

/// What a part of the results is called.
pub(crate) fn part(part: Part) -> &'static str {
    match part {
        Part::Summary => words::part_summary(),
        Part::Compare => words::part_compare(),
        Part::Change => words::part_change(),
        Part::Incidents => words::part_incidents(),
        Part::Answers => words::part_answers(),
        Part::Foi => words::part_foi(),
        Part::Quality => words::part_quality(),
        Part::Method => words::part_method(),
        Part::Whole => words::part_whole(),
    }
}
