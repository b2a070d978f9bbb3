//! What a heading means. This handles its words, their classes, and how they lead to one figure or to none. It does not
//! handle what the headings of a sheet mean together.

mod against;
mod ages;
mod counted;
mod governs;
mod grammar;
mod items;
mod joints;
mod kind_of_year;
mod label;
mod letter_lines;
mod line;
mod numbered;
mod of_letters;
mod part_alone;
mod part_of_line;
mod part_of_year;
mod rest;
mod several_years;
mod speaks_of_days;
mod title;
pub(in crate::read) mod tokens;
mod vocabulary;
mod whose;
mod years;

pub(in crate::read) use against::{Against, names_away};
pub(in crate::read) use counted::{counts_incidents, incidents_in_note, says_children};
pub(in crate::read) use grammar::{Kind, Phrase, figure, read};
pub(in crate::read) use kind_of_year::{KindOfYear, is_span_of_years, kinds_of_year};
pub(in crate::read) use label::Label;
pub(in crate::read) use letter_lines::{ends_letter, has_postcode, is_name};
pub(in crate::read) use line::{is_address, is_line_understood, is_note_understood, names_part, says_how_far};
pub(in crate::read) use part_of_line::{less_of_line, names_day, part_beside_module};
pub(in crate::read) use part_of_year::{Less, less_of_title, less_of_year};
pub(in crate::read) use several_years::names_several_years;
pub(in crate::read) use speaks_of_days::speaks_of_days;
pub(in crate::read) use title::{
    limits, limits_in_note, limits_of_line, only_known_words, period_of_name, period_of_title, units_in_note,
};
pub(in crate::read) use vocabulary::Role;
#[cfg(test)]
pub(in crate::read) use vocabulary::every_word;
pub(in crate::read) use whose::{authority_in_title, names_several, without_answer, without_authority};
pub(crate) use years::NamedYear;
pub(in crate::read) use years::{year_in_file_name, year_in_name, year_in_note, year_in_title};

use crate::cohort::{Cohort, Count, Part};

/// Whether a text is the number of a question: `Q1`, `Question 2a`.
pub(in crate::read) fn numbers_question(text: &str) -> bool {
    let tokens = tokens::tokens(text);
    let is_question = |word: &str| matches!(word, "q" | "qu" | "ques" | "qn" | "question");
    tokens.windows(2).any(|pair| is_question(&pair[0].text) && pair[1].number.is_some())
}

/// Whether a text has a word that only headings of figures have, or is the whole heading of a known column. Words that
/// join others, months and the like do not count.
pub(in crate::read) fn names_figures(text: &str) -> bool {
    use vocabulary::Class::{Away, Child, Group, Incident, Missing};
    let tokens = tokens::tokens(text);
    vocabulary::column(&tokens).is_some()
        || (0..tokens.len()).any(|at| {
            let class = vocabulary::phrase(&tokens[at..]).map(|(class, _)| class);
            matches!(class, Some(Child | Group(_) | Missing | Away | Incident))
        })
}

/// Whether a heading says that it is a number, and not of what: `2022 Number`, `Total`.
pub(in crate::read) fn names_number(text: &str) -> bool {
    let tokens = tokens::tokens(text);
    let used = super::when::find(&tokens, super::when::BareYear::Calendar).used;
    let is_ask = |at: usize| matches!(vocabulary::phrase(&tokens[at..=at]), Some((vocabulary::Class::Ask, _)));
    let mut rest = (0..tokens.len()).filter(|at| !used[*at]).peekable();
    rest.peek().is_some() && rest.all(is_ask)
}

/// Whether a heading says whose children are counted, or calls them children: `Number in care` does not.
pub(in crate::read) fn names_whom(text: &str) -> bool {
    use vocabulary::Class::{Both, Child, Group, OfWhom};
    let tokens = tokens::tokens(text);
    let mut at = 0;
    while at < tokens.len() {
        let (names, length) = match vocabulary::phrase(&tokens[at..]) {
            Some((Group(Cohort::All), length)) => {
                (!(tokens[at].is("in") || length == 2 && tokens[at].is("looked")), length)
            }
            Some((Child, length)) => (!["those", "they"].iter().any(|word| tokens[at].is(word)), length),
            Some((class, length)) => (matches!(class, Group(_) | Both | OfWhom), length),
            None => (false, 1),
        };
        if names {
            return true;
        }
        at += length;
    }
    false
}

/// The groups of children that a text names.
pub(in crate::read) fn groups(text: &str) -> Vec<Cohort> {
    let tokens = tokens::tokens(text);
    let named = (0..tokens.len()).filter_map(|at| match vocabulary::phrase(&tokens[at..]) {
        Some((vocabulary::Class::Group(cohort), _)) => Some(cohort),
        _ => None,
    });
    named.collect()
}

/// A longer text is a note.
const TITLE: usize = 20;
/// Words of texts that name a group for another reason than that figures are about it.
const ASIDE: &[&str] =
    &["contact", "source", "email", "team", "officer", "author", "prepared", "see", "means", "stands"];

/// The groups of children that a title says that the figures are about: none for who wrote it, for what words mean, and for
/// children who are included. All children beside another group are those that it is a part of, unless both are named.
pub(in crate::read) fn groups_of_title(text: &str) -> Vec<Cohort> {
    let mut tokens = tokens::tokens(text);
    let aside = |token: &tokens::Token| ASIDE.iter().any(|word| token.is(word));
    if tokens.len() > TITLE || text.contains(['@', '=']) || tokens.iter().any(aside) {
        return Vec::new();
    }
    if let Some(at) = tokens.iter().position(|token| token.text.starts_with("includ")) {
        tokens.truncate(at);
    }
    let mut found: Vec<(Cohort, bool)> = Vec::new();
    let (mut at, mut joined) = (0, false);
    while at < tokens.len() {
        let token = &tokens[at];
        joined |=
            matches!(token.before, ',' | '&' | '/' | '+') || ["and", "or", "plus"].iter().any(|word| token.is(word));
        at += match vocabulary::phrase(&tokens[at..]) {
            Some((vocabulary::Class::Group(cohort), length)) => {
                if joined && let Some(last) = found.last_mut() {
                    last.1 = true;
                }
                found.push((cohort, std::mem::take(&mut joined) && !found.is_empty()));
                length
            }
            Some((_, length)) => length,
            None => 1,
        };
    }
    let part = found.iter().any(|(cohort, _)| *cohort != Cohort::All);
    found.into_iter().filter(|(cohort, joined)| *cohort != Cohort::All || !part || *joined).map(|(of, _)| of).collect()
}

/// What the question with a label asked in the request of the four reports of ECPAT UK and Missing People. A sheet with
/// nothing but labels can be read in this way, if a person says that it answers that request.
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
