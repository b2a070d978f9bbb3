//! Finds cells that say something other than their heading asks: `5 incidents` where children are counted, `0` beside a
//! refusal.

use crate::answer::{Answer, Withheld, read};
use crate::cohort::{Cohort, Count};

const INCIDENTS: &[&str] = &["incident", "episode", "occasion", "occurrence", "instance", "times", "report"];
const CHILDREN: &[&str] = &["child", "young p", "uasc", "lac", "cla", "individual", "person", "people"];
const UNACCOMPANIED: &[&str] = &["uasc", "unaccompan", "asylum"];
const TRAFFICKED: &[&str] = &["traffick", "slavery"];

/// What a cell is taken for if its words are about a figure other than its heading's: the words, and why they are not
/// an answer. A person may still say what they mean.
pub(super) fn against_heading(cell: &str, cohort: Cohort, count: Count) -> Option<String> {
    if cell.bytes().all(|byte| !byte.is_ascii_alphabetic()) || read(cell).bounds().is_none() {
        return None;
    }
    let text = cell.to_ascii_lowercase();
    let has = |words: &[&str]| {
        words.iter().any(|word| {
            text.match_indices(word).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_ascii_alphabetic()))
        })
    };
    let incidents = matches!(count, Count::MissingIncidents | Count::AwayIncidents);
    let counted = if incidents { "incidents" } else { "children" };
    if !incidents && has(INCIDENTS) || incidents && has(CHILDREN) && !has(INCIDENTS) {
        return Some(format!("{cell} (where {counted} are counted)"));
    }
    if count == Count::Children && has(&["missing", "absent", "away"]) {
        return Some(format!("{cell} (where all children of the group are counted)"));
    }
    let other = match cohort {
        Cohort::Unaccompanied | Cohort::All if has(TRAFFICKED) => "trafficked",
        Cohort::Trafficked | Cohort::All if has(UNACCOMPANIED) => "unaccompanied",
        _ => return None,
    };
    Some(format!("{cell} (where others than {other} children are counted)"))
}

/// Whether a cell says that no number was given.
pub(super) fn says_nothing(cell: &str) -> bool {
    use Withheld::{NoReply, NotHeld, NotRecorded, Refused};
    matches!(read(cell), Answer::Withheld { reason: Refused { .. } | NotHeld | NotRecorded | NoReply })
}

/// What the cells of a column beside the answers say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replies {
    /// Whether there is a reply.
    Whether,
    /// Notes.
    Notes,
}

impl Replies {
    /// Whether a cell says that there is no reply, or no number in it.
    pub(super) fn says_none(self, cell: &str) -> bool {
        let no = ["no", "n", "none", "none received", "nothing", "not yet", "false", "x", "✗"];
        let plain = cell.trim().trim_end_matches('.').to_lowercase();
        says_nothing(cell) || self == Self::Whether && no.contains(&plain.as_str())
    }
}

/// What a `0` is taken for beside such a cell: a spreadsheet may have put it there.
pub(super) fn beside(cell: &str, other: &str) -> Option<String> {
    let other: String = other.chars().take(60).collect();
    (read(cell).exact() == Some(0)).then(|| format!("{cell} (beside “{other}”)"))
}

/// Whether the unit is what is counted. `false` if it is another, or not understood.
pub(super) fn unit_fits(unit: &str, count: Count) -> bool {
    let unit = unit.trim().trim_end_matches('.').to_ascii_lowercase();
    let incidents = matches!(count, Count::MissingIncidents | Count::AwayIncidents);
    let any = ["", "number", "numbers", "count", "counts", "n", "no", "#", "num", "total", "whole number", "headcount"];
    let of_incidents = ["incidents", "incident", "episodes", "episode", "number of incidents", "number of episodes"];
    let of_children = ["children", "child", "number of children", "young people", "uasc", "count of children", "cyp"];
    any.contains(&&*unit) || if incidents { of_incidents.contains(&&*unit) } else { of_children.contains(&&*unit) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_speaks_of_something_else_is_no_answer() {
        use Cohort::{Trafficked, Unaccompanied};
        let asks = |cell, cohort, count| {
            let taken = against_heading(cell, cohort, count);
            taken.is_some_and(|taken| read(&taken) == Answer::Withheld { reason: Withheld::NotUnderstood })
        };
        for (cell, cohort, count) in [
            ("5 incidents", Unaccompanied, Count::ChildrenMissing),
            ("10 occasions", Unaccompanied, Count::ChildrenMissing),
            ("7 times", Trafficked, Count::Children),
            ("5 children", Trafficked, Count::MissingIncidents),
            ("4 missing", Trafficked, Count::Children),
            ("3 UASC", Trafficked, Count::Children),
            ("3 trafficked children", Unaccompanied, Count::Children),
        ] {
            assert!(asks(cell, cohort, count), "{cell}");
        }
        for (cell, cohort, count) in [
            ("5", Unaccompanied, Count::ChildrenMissing),
            ("5 children", Unaccompanied, Count::ChildrenMissing),
            ("5 UASC", Unaccompanied, Count::Children),
            ("5 incidents", Unaccompanied, Count::MissingIncidents),
            ("4 missing", Trafficked, Count::ChildrenMissing),
            ("5 incidents involving 3 children", Unaccompanied, Count::ChildrenMissing),
            ("Refused s.12", Unaccompanied, Count::ChildrenMissing),
        ] {
            assert_eq!(against_heading(cell, cohort, count), None, "{cell}");
        }
    }

    #[test]
    fn a_zero_beside_a_refusal_is_no_answer() {
        for (cell, other) in [("0", "Refused s.12"), ("Nil", "Not held"), ("0", "No response")] {
            assert!(says_nothing(other));
            let taken = beside(cell, other).unwrap();
            assert_eq!(read(&taken), Answer::Withheld { reason: Withheld::NotUnderstood }, "{taken}");
        }
        assert_eq!(beside("5", "Refused s.12"), None);
        assert!(!says_nothing("0") && !says_nothing("<5") && !says_nothing(""));
    }
}
