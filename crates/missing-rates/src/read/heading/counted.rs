//! Whether a title or a heading says that children are counted, or incidents. One child may have many incidents.

use super::grammar::figure;
use super::tokens::tokens;
use crate::cohort::Count;

/// A longer text is a note.
const LONGEST: usize = 20;
const INCIDENTS: &[&str] =
    &["incident", "incidents", "episode", "episodes", "instance", "instances", "occurrence", "occurrences"];
const CHILDREN: &[&str] = &[
    "child",
    "children",
    "young",
    "person",
    "persons",
    "people",
    "minor",
    "minors",
    "individual",
    "individuals",
    "pupil",
    "pupils",
    "cyp",
    "yp",
    "kids",
];

/// The word of a title or a name that says that incidents are counted. `Children with a missing incident` are children.
pub(in crate::read) fn counts_incidents(text: &str) -> Option<String> {
    let tokens = tokens(text);
    if tokens.len() > LONGEST {
        return None;
    }
    let is = |at: usize| {
        let of_it = at > 0 && tokens[at - 1].is("for") && tokens[at].is("instance");
        !of_it && INCIDENTS.iter().any(|word| tokens[at].is(word))
    };
    let at = (0..tokens.len()).find(|at| is(*at))?;
    let incidents = matches!(figure(text).count, Count::MissingIncidents | Count::AwayIncidents);
    incidents.then(|| tokens[at].text.clone())
}

/// Whether a heading says in words that children are counted.
pub(in crate::read) fn says_children(heading: &str) -> bool {
    tokens(heading).iter().any(|token| CHILDREN.iter().any(|word| token.is(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_counts_incidents_unless_it_counts_children_who_had_one() {
        for text in [
            "Missing incidents 2024",
            "Incidents",
            "Missing episodes of unaccompanied children",
            "UASC: instances of going missing",
            "Figures are incidents, not children",
        ] {
            assert!(counts_incidents(text).is_some(), "{text}");
        }
        for text in [
            "Children missing 2024",
            "Children who had a missing incident",
            "Number of children with a missing episode in 2024",
            "For instance",
            "",
        ] {
            assert_eq!(counts_incidents(text), None, "{text}");
        }
    }
}
