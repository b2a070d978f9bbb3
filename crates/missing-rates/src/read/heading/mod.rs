//! What a heading means. Belongs here: its words, their classes, how they come to one figure or to none. Does not: what
//! the headings of a sheet mean together.

mod grammar;
mod items;
mod joints;
mod label;
mod title;
pub(in crate::read) mod tokens;
mod vocabulary;

pub(in crate::read) use grammar::{Kind, Phrase, figure, read};
pub(in crate::read) use label::Label;
pub(in crate::read) use title::{
    limits, limits_in_note, names_part, only_known_words, period_of_name, period_of_title, says_how_far,
};
pub(in crate::read) use vocabulary::Role;
#[cfg(test)]
pub(in crate::read) use vocabulary::every_word;

use crate::cohort::{Cohort, Count, Part};

/// What the question of a label was in the request of the four reports of ECPAT UK and Missing People. It is how a sheet
/// with nothing but labels can be read, if a person says that it answers that request.
pub(in crate::read) fn request(label: &Label) -> Option<(Cohort, Count, Option<Part>)> {
    use Cohort::{Trafficked, TraffickedAndUnaccompanied, Unaccompanied};
    let count = match label.number? {
        1 => Count::Children,
        2 => Count::ChildrenMissing,
        3 => Count::MissingIncidents,
        4 => Count::ChildrenMissingAtEnd,
        _ => return None,
    };
    Some(match (count, label.letter.as_str()) {
        (Count::Children, "a") => (Trafficked, count, Some(Part::Identified)),
        (Count::Children, "b") => (Trafficked, count, Some(Part::Suspected)),
        (Count::Children, "c") => (Unaccompanied, count, None),
        (Count::Children, "d") => (TraffickedAndUnaccompanied, count, None),
        (Count::Children, _) => return None,
        (_, "a") => (Trafficked, count, None),
        (_, "b") => (Unaccompanied, count, None),
        _ => return None,
    })
}
