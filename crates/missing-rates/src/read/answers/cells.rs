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
    let incidents = is_incidents(count);
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

/// A sum of numbers, unless one of its terms is none.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    number: Option<u64>,
    unclear: bool,
}

impl Sum {
    fn take(&mut self, term: Option<u64>) {
        match term {
            Some(term) => self.number = Some(self.number.unwrap_or_default().saturating_add(term)),
            None => self.unclear = true,
        }
    }

    fn exact(self) -> Option<u64> {
        self.number.filter(|_| !self.unclear)
    }
}

/// What the answers of one authority about one group and period say together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Together {
    /// The wording of the first that says that no number was given.
    silent: Option<u32>,
    /// Whether one of those is about all children, about those who went missing, or says that there was no reply.
    silent_of_whole: bool,
    /// Whether one of the others is a refusal.
    refused: bool,
    children: Sum,
    missing: Sum,
}

impl Together {
    /// Takes one answer, and the place of its wording.
    pub(super) fn take(&mut self, count: Count, wording: u32, cell: &str) {
        let answer = read(cell);
        match count {
            Count::Children => self.children.take(answer.exact()),
            Count::ChildrenMissing => self.missing.take(answer.exact()),
            _ => {}
        }
        if says_nothing(cell) {
            self.silent.get_or_insert(wording);
            let reason = answer.withheld();
            self.silent_of_whole |= !is_of_missing(count) || reason == Some(&Withheld::NoReply);
            self.refused |= matches!(reason, Some(Withheld::Refused { .. }));
        }
    }

    /// The wording that makes a zero of this count doubtful, if one does. Who counted the children, and holds no number of
    /// incidents or of those still missing, counted how many went missing: that zero is an answer, of no children too.
    /// Beside a refusal of incidents it is not sure, for there may be some.
    pub(super) fn silent_beside(&self, count: Count) -> Option<u32> {
        let missing = self.missing.exact();
        let counted = self.children.exact().is_some_and(|children| children > 0 || missing == Some(0));
        let agrees = match count {
            Count::Children | Count::ChildrenMissing => !self.refused,
            _ if is_of_missing(count) && missing == Some(0) => !self.refused,
            // Children who went missing had incidents, and may all have come back.
            _ => is_of_missing(count) && !is_incidents(count) && missing.is_some(),
        };
        self.silent.filter(|_| self.silent_of_whole || !counted || !agrees)
    }
}

/// Whether it is about children who went missing, and zero if there are none.
fn is_of_missing(count: Count) -> bool {
    matches!(count, Count::MissingIncidents | Count::ChildrenMissingMoreThanOnce | Count::ChildrenMissingAtEnd)
}

fn is_incidents(count: Count) -> bool {
    matches!(count, Count::MissingIncidents | Count::AwayIncidents)
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

    /// Whether a cell denies every number in its row. A note may be about other answers, and a cross may be a tick.
    pub(super) fn denies(self, cell: &str) -> bool {
        let plain = cell.trim().trim_end_matches('.').to_lowercase();
        let awaited = ["no", "n", "false", "not yet", "awaiting", "awaited", "pending", "outstanding", "overdue"];
        self == Self::Whether && !self.says_part(cell) && (says_nothing(cell) || awaited.contains(&plain.as_str()))
    }

    /// Whether a cell says that only a part of the answers was given: `Partial`, `Partially refused`.
    pub(super) fn says_part(self, cell: &str) -> bool {
        let lower = cell.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric());
        self == Self::Whether
            && words.any(|word| matches!(word, "partial" | "partially" | "part" | "partly" | "incomplete"))
    }
}

/// What a `0` is taken for beside such a cell: a spreadsheet may have put it there. So is any number, if the cell denies all
/// of them.
pub(super) fn beside(cell: &str, other: &str, denied: bool) -> Option<String> {
    let other: String = other.chars().take(60).collect();
    let answer = read(cell);
    (answer.exact() == Some(0) || denied && answer.bounds().is_some()).then(|| format!("{cell} (beside “{other}”)"))
}

/// What was typed in a cell, without what it was taken for instead.
pub(crate) fn as_typed(taken: &str) -> &str {
    let marks = [
        " (beside “",
        " (where incidents are",
        " (where children are",
        " (where all children of",
        " (where others than",
    ];
    let at = marks.iter().filter_map(|mark| taken.find(mark)).min();
    at.filter(|_| taken.ends_with(')')).map_or(taken, |at| &taken[..at])
}

/// Whether the unit is what is counted. `false` if it is another, or not understood.
pub(super) fn unit_fits(unit: &str, count: Count) -> bool {
    let unit = unit.trim().trim_end_matches('.').to_ascii_lowercase();
    let incidents = is_incidents(count);
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
            taken.is_some_and(|taken| {
                as_typed(&taken) == cell && read(&taken) == Answer::Withheld { reason: Withheld::NotUnderstood }
            })
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
            let taken = beside(cell, other, false).unwrap();
            assert_eq!(read(&taken), Answer::Withheld { reason: Withheld::NotUnderstood }, "{taken}");
            assert_eq!(as_typed(&taken), cell);
        }
        assert_eq!(as_typed("5 (where known)"), "5 (where known)");
        assert_eq!(beside("5", "Refused s.12", false), None);
        assert!(beside("5", "Refused s.12", true).is_some() && beside("Not held", "Refused", true).is_none());
        assert!(!says_nothing("0") && !says_nothing("<5") && !says_nothing(""));
    }

    #[test]
    fn a_zero_is_an_answer_where_children_are_counted_and_only_incidents_are_not_held() {
        use Count::{Children, ChildrenMissing, ChildrenMissingAtEnd, MissingIncidents};
        let doubts = |cells: [&str; 4], zero| {
            let mut together = Together::default();
            let counts = [Children, ChildrenMissing, MissingIncidents, ChildrenMissingAtEnd];
            for ((count, cell), at) in counts.into_iter().zip(cells).zip(0..) {
                together.take(count, at, cell);
            }
            together.silent_beside(zero).is_some()
        };
        for cells in [
            ["10", "0", "Not held", ""],
            ["10", "0", "Not held", "Not held"],
            ["1,200", "Nil", "not recorded", ""],
            ["10", "0", "0", ""],
            ["0", "0", "Not held", ""],
        ] {
            assert!(!doubts(cells, ChildrenMissing), "{cells:?}");
        }
        for cells in [
            ["Not held", "0", "Not held", ""],
            ["<5", "0", "Not held", ""],
            ["", "0", "Not held", ""],
            ["0", "", "Not held", ""],
            ["0", "0", "Refused s.12", ""],
            ["0", "0", "No response", ""],
            ["0", "0", "0", "Refused s.12"],
            ["10", "0", "Refused s.12", ""],
            ["10", "0", "Not held", "Refused s.12"],
            ["10", "0", "No response", ""],
            ["Refused s.12", "0", "0", ""],
        ] {
            assert!(doubts(cells, ChildrenMissing), "{cells:?}");
        }
        // Who does not hold how many went missing counted no incidents, and nobody still missing.
        assert!(doubts(["10", "Not held", "0", ""], MissingIncidents));
        assert!(doubts(["10", "Not held", "", "0"], ChildrenMissingAtEnd));
        assert!(doubts(["10", "<5", "Not held", "0"], ChildrenMissingAtEnd));
        // Where some went missing, none may be missing still, whatever is said of incidents; but there were incidents.
        assert!(!doubts(["10", "3", "Refused s.12", "0"], ChildrenMissingAtEnd));
        assert!(doubts(["10", "3", "0", "Not held"], MissingIncidents));
        assert!(!doubts(["10", "0", "0", "Not held"], MissingIncidents));
        // All of the numbers that are given are zero, and one is not held.
        for zero in [Children, ChildrenMissing, MissingIncidents] {
            assert!(!doubts(["0", "0", "0", "Not held"], zero), "{zero:?}");
        }
        assert!(doubts(["0", "Not held", "0", "0"], Children));
        // Away is another question.
        assert!(doubts(["10", "3", "Not held", ""], Count::ChildrenAway));
    }
}
