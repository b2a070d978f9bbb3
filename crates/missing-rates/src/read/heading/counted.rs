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
        // `children, not episodes`
        let denied = at > 1
            && tokens[at - 1].is("not")
            && tokens[..at].iter().any(|token| CHILDREN.iter().any(|word| token.is(word)));
        !of_it && !denied && INCIDENTS.iter().any(|word| tokens[at].is(word))
    };
    let at = (0..tokens.len()).find(|at| is(*at))?;
    let incidents = matches!(figure(text).count, Count::MissingIncidents | Count::AwayIncidents);
    incidents.then(|| tokens[at].text.clone())
}

/// The words of a note that says that its figures are of incidents: `Missing figures are incidents, not children`, `this is the
/// number of episodes`. What an incident is, and how many there were, is no such note.
pub(in crate::read) fn incidents_in_note(text: &str) -> Option<String> {
    const SUBJECTS: &[&str] = &[
        "this", "these", "they", "it", "figure", "figures", "number", "numbers", "data", "counts", "missing", "answers",
    ];
    const VERBS: &[&str] =
        &["is", "are", "shows", "show", "counts", "count", "gave", "give", "means", "mean", "to", "for"];
    const BETWEEN: &[&str] = &[
        "the", "number", "numbers", "of", "all", "total", "missing", "count", "counts", "recorded", "reported",
        "actually",
    ];
    let tokens = tokens(text);
    if tokens.len() > LONGEST {
        return None;
    }
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is(word)));
    let at = (0..tokens.len()).find(|at| is(*at, INCIDENTS))?;
    let denied = |at: usize| {
        let instead = is(at, &["not"])
            || is(at, &["rather"]) && is(at + 1, &["than"])
            || is(at, &["instead"]) && is(at + 1, &["of"]);
        instead && (at + 1..at + 6).any(|at| is(at, CHILDREN))
    };
    let verb = (0..at).rev().find(|at| !is(*at, BETWEEN));
    let says = verb.is_some_and(|verb| is(verb, VERBS) && (0..verb).any(|at| is(at, SUBJECTS)));
    (says || (0..tokens.len()).any(denied)).then(|| tokens[at].text.clone())
}

/// Whether a heading says in words that children are counted.
pub(in crate::read) fn says_children(heading: &str) -> bool {
    tokens(heading).iter().any(|token| CHILDREN.iter().any(|word| token.is(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_about_incidents_is_told_from_one_that_explains_them() {
        for text in [
            "Missing figures are incidents not children",
            "this is the number of incidents",
            "Authorities that gave incidents instead of children:",
            "Numbers are missing episodes rather than individual children",
            "Figures relate to incidents",
        ] {
            assert!(incidents_in_note(text).is_some(), "{text}");
        }
        for text in [
            "A child may have several incidents",
            "Incidents of under 24 hours are included",
            "A missing episode is any absence that is reported to the police",
            "There were 12 incidents",
            "Children with an incident in the year",
            "The number of incidents is not held",
            "",
        ] {
            assert_eq!(incidents_in_note(text), None, "{text}");
        }
    }

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
