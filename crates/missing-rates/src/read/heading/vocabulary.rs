//! The words of headings, kept as data in `vocabulary.tsv`. A word that is not in it is not understood.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::tokens::Token;
use crate::cohort::{Cohort, Part};

/// The table: class, meaning, phrases.
pub(in crate::read) const TABLE: &str = include_str!("vocabulary.tsv");

/// What a word or phrase does in a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Class {
    Ask,
    Child,
    Group(Cohort),
    Both,
    Part(Part),
    Missing,
    Away,
    From,
    Incident,
    Many,
    Still,
    StillNote,
    End,
    Link,
    During,
    Had,
    Of,
    And,
    Or,
    OfWhom,
    Share,
    Average,
    At,
    Except,
    Other,
    Breakdown,
    Aside,
    /// The same. Beside the whole name of a figure it says that there is another version of it: `UASC missing (updated)`.
    Version,
    /// A word that rows are limited to. Beside an aside, it limits nothing.
    Scope,
}

impl Class {
    /// Whether it is a word of a figure: what is counted, and what holds such words together.
    pub(super) fn is_of_figure(self) -> bool {
        matches!(
            self,
            Self::Ask
                | Self::Child
                | Self::Group(_)
                | Self::Missing
                | Self::Away
                | Self::From
                | Self::Incident
                | Self::Link
                | Self::During
                | Self::And
                | Self::Or
                | Self::Of
        )
    }
}

/// What a word does in a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum InTitle {
    /// It does nothing.
    Harmless,
    /// It does nothing, but a year beside it may be the year of a letter.
    Aside,
    /// It limits or changes every figure below.
    Limits,
    /// The same. As a cell, it names a part of the children or of the year.
    Part,
    /// It does nothing. As a cell, it names a part.
    CellPart,
    /// It does nothing. As a cell below `Status`, it says how far an answer has come.
    CellReply,
}

/// What a word does in a line beside a table, or in a note beside its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum InLine {
    /// With it, the whole line is about the answers themselves: a contact, a source, a licence.
    Whole,
    /// It says nothing of its own.
    Word,
}

/// What a column is, if its whole heading is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Role {
    /// Whose answer the row holds.
    Authority,
    /// The authority's code.
    Code,
    /// Which days, and what a bare year means there.
    When(super::super::when::BareYear),
    /// The first day, or the last.
    Start,
    End,
    /// In a long layout: who is counted, what is counted, the answer, its unit.
    Cohort,
    Measure,
    Value,
    Unit,
    /// A child: the rows are not answers of authorities.
    Child,
}

#[derive(Debug, Default)]
struct Vocabulary {
    phrases: BTreeMap<Vec<&'static str>, Class>,
    columns: BTreeMap<Vec<&'static str>, Role>,
    titles: BTreeMap<Vec<&'static str>, InTitle>,
    lines: BTreeMap<Vec<&'static str>, InLine>,
    longest: usize,
}

/// The lines of the table: class, meaning, phrases.
pub(in crate::read) fn lines() -> impl Iterator<Item = (&'static str, &'static str, impl Iterator<Item = &'static str>)>
{
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.splitn(3, '\t');
        let (class, meaning, phrases) = (cells.next()?, cells.next()?, cells.next()?);
        Some((class, meaning, phrases.split('|').map(str::trim).filter(|phrase| !phrase.is_empty())))
    })
}

fn class(name: &str, meaning: &str) -> Option<Class> {
    Some(match (name, meaning) {
        ("ask", _) => Class::Ask,
        ("child", _) => Class::Child,
        ("care", _) => Class::Group(Cohort::All),
        ("group", "unaccompanied") => Class::Group(Cohort::Unaccompanied),
        ("group", "trafficked") => Class::Group(Cohort::Trafficked),
        ("both", _) => Class::Both,
        ("part", "identified") => Class::Part(Part::Identified),
        ("part", "suspected") => Class::Part(Part::Suspected),
        ("missing", _) => Class::Missing,
        ("away", _) => Class::Away,
        ("from", _) => Class::From,
        ("incident", _) => Class::Incident,
        ("many", _) => Class::Many,
        ("still", _) => Class::Still,
        ("still-note", _) => Class::StillNote,
        ("end", _) => Class::End,
        ("link", _) => Class::Link,
        ("during", _) => Class::During,
        ("had", _) => Class::Had,
        ("of", _) => Class::Of,
        ("and", _) => Class::And,
        ("or", _) => Class::Or,
        ("of-whom", _) => Class::OfWhom,
        ("share", _) => Class::Share,
        ("average", _) => Class::Average,
        ("at", _) => Class::At,
        ("except", _) => Class::Except,
        ("other", _) => Class::Other,
        ("breakdown", _) => Class::Breakdown,
        ("aside", "version") => Class::Version,
        ("aside", _) => Class::Aside,
        ("scope", _) => Class::Scope,
        _ => return None,
    })
}

fn role(meaning: &str) -> Option<Role> {
    use super::super::when::BareYear::{Academic, Calendar, Collection, Ending, JanuaryToDecember};
    Some(match meaning {
        "authority" => Role::Authority,
        "code" => Role::Code,
        "period" => Role::When(Calendar),
        "calendar-year" => Role::When(JanuaryToDecember),
        "collection-year" => Role::When(Collection),
        "year-ending" => Role::When(Ending),
        "academic-year" => Role::When(Academic),
        "period-start" => Role::Start,
        "period-end" => Role::End,
        "cohort" => Role::Cohort,
        "measure" => Role::Measure,
        "value" => Role::Value,
        "unit" => Role::Unit,
        "child" => Role::Child,
        _ => return None,
    })
}

fn in_title(name: &str) -> Option<InTitle> {
    match name {
        "title" => Some(InTitle::Harmless),
        "title-aside" => Some(InTitle::Aside),
        "title-limits" => Some(InTitle::Limits),
        "title-part" => Some(InTitle::Part),
        "cell-part" => Some(InTitle::CellPart),
        "cell-reply" => Some(InTitle::CellReply),
        _ => None,
    }
}

fn in_line(name: &str) -> Option<InLine> {
    match name {
        "line" => Some(InLine::Whole),
        "line-word" => Some(InLine::Word),
        _ => None,
    }
}

/// The same for lines beside tables and notes beside answers.
pub(super) fn line(tokens: &[Token]) -> Option<(InLine, usize)> {
    let all = vocabulary();
    let most = all.longest.min(tokens.len());
    (1..=most).rev().find_map(|length| look_up(&all.lines, &tokens[..length]).map(|does| (does, length)))
}

/// What the longest title phrase at the start of the tokens does, and how many tokens it has.
pub(super) fn title(tokens: &[Token]) -> Option<(InTitle, usize)> {
    let all = vocabulary();
    let most = all.longest.min(tokens.len());
    (1..=most).rev().find_map(|length| look_up(&all.titles, &tokens[..length]).map(|does| (does, length)))
}

fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let mut all = Vocabulary::default();
        for (name, meaning, phrases) in lines() {
            for phrase in phrases {
                let words: Vec<&'static str> = phrase.split(' ').collect();
                all.longest = all.longest.max(words.len());
                if let Some(class) = class(name, meaning) {
                    all.phrases.entry(words).or_insert(class);
                } else if let Some(role) = role(meaning) {
                    all.columns.entry(words).or_insert(role);
                } else if let Some(does) = in_title(name) {
                    all.titles.entry(words).or_insert(does);
                } else if let Some(does) = in_line(name) {
                    all.lines.entry(words).or_insert(does);
                }
            }
        }
        all
    })
}

/// The class of the longest phrase at the start of the tokens, and how many tokens it has.
pub(super) fn phrase(tokens: &[Token]) -> Option<(Class, usize)> {
    let all = vocabulary();
    let most = all.longest.min(tokens.len());
    (1..=most).rev().find_map(|length| look_up(&all.phrases, &tokens[..length]).map(|class| (class, length)))
}

/// What a column with this whole heading is.
pub(super) fn column(tokens: &[Token]) -> Option<Role> {
    let rest = if tokens.len() > 1 && tokens[0].is("the") { &tokens[1..] } else { tokens };
    let columns = &vocabulary().columns;
    // `Authority (council)` says the same twice, and `Year (calendar)` is a calendar year.
    let in_brackets = || {
        let at = rest.iter().skip(1).position(|token| token.opens)? + 1;
        let (outside, inside) = (&rest[..at], &rest[at..]);
        let role = look_up(columns, outside)?;
        let turned = [inside, outside].concat();
        look_up(columns, inside).filter(|other| *other == role).or_else(|| look_up(columns, &turned))
    };
    look_up(columns, rest).or_else(in_brackets)
}

/// Looks up a phrase as it is written, or without an `s` at the end of some of its words.
fn look_up<T: Copy>(table: &BTreeMap<Vec<&'static str>, T>, tokens: &[Token]) -> Option<T> {
    let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    let singular = |word: &'_ str| -> bool { word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") };
    let find = |words: &[&str]| table.get(words).copied();
    if let Some(found) = find(&words) {
        return Some(found);
    }
    let plain: Vec<&str> =
        words.iter().map(|word| if singular(word) { &word[..word.len() - 1] } else { *word }).collect();
    let last = |words: &[&str], plain: &[&str]| {
        let (end, rest) = plain.split_last()?;
        let mut mixed: Vec<&str> = words[..rest.len()].to_vec();
        mixed.push(end);
        find(&mixed)
    };
    find(&plain).or_else(|| last(&words, &plain)).or_else(|| {
        // The table has `child`, so `children` is looked up as `child`.
        let child: Vec<&str> = plain
            .iter()
            .map(|word| match *word {
                "children" | "childrens" | "childs" => "child",
                word => word,
            })
            .collect();
        find(&child)
    })
}

/// Every word of the table.
#[cfg(test)]
pub(in crate::read) fn every_word() -> impl Iterator<Item = &'static str> {
    let months = "january february march april may june july august september october november december sept";
    let others = "st nd rd th q question qu ques qn twelve year ending ended to through till until fy h half quarter";
    let phrases = lines().flat_map(|(_, _, phrases)| phrases.collect::<Vec<_>>());
    phrases.flat_map(|phrase| phrase.split(' ')).chain(months.split(' ')).chain(others.split(' '))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn every_line_of_the_table_has_a_class_and_every_phrase_one() {
        let mut seen = BTreeMap::new();
        for (name, meaning, phrases) in lines() {
            let known = class(name, meaning).is_some() || in_title(name).is_some() || in_line(name).is_some();
            assert!(known || name == "column" && role(meaning).is_some(), "{name} {meaning}");
            for phrase in phrases {
                let words: Vec<String> = tokens(phrase).into_iter().map(|token| token.text).collect();
                assert_eq!(words.join(" "), phrase, "not as it is read");
                let list = if in_title(name).is_some() {
                    "title"
                } else if in_line(name).is_some() {
                    "line"
                } else if name == "column" {
                    name
                } else {
                    ""
                };
                let other = seen.insert((list, phrase), (name, meaning));
                assert!(other.is_none(), "{phrase}: {name} {meaning} and {other:?}");
            }
        }
    }

    #[test]
    fn the_vocabulary_in_the_docs_is_that_of_the_table() {
        let doc = include_str!("../../../../../docs/reading.md");
        let told = doc.split("<!-- vocabulary -->").nth(1).and_then(|rest| rest.split("<!-- /vocabulary -->").next());
        let line = |(class, meaning, phrases): (&str, &str, Vec<&str>)| {
            let name = if meaning.is_empty() { class.to_owned() } else { format!("{class} ({meaning})") };
            format!("- **{name}**: {}", phrases.join(", "))
        };
        let table: Vec<String> =
            lines().map(|(class, meaning, phrases)| line((class, meaning, phrases.collect()))).collect();
        assert_eq!(
            told.map(|told| told.trim().lines().collect::<Vec<_>>()),
            Some(table.iter().map(String::as_str).collect())
        );
    }

    #[test]
    fn the_docs_name_every_state_of_a_column() {
        let doc = include_str!("../../../../../docs/reading.md");
        let types = include_str!("../../../../../static/api/types/returns.d.ts");
        let states = types.split("export type ColumnState =").nth(1).and_then(|rest| rest.split(';').next()).unwrap();
        for state in states.split('|').map(|state| state.trim().trim_matches('\'')).filter(|state| !state.is_empty()) {
            assert!(doc.contains(&format!("| `{state}` |")), "{state}");
        }
    }
}
