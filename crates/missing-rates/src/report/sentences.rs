//! The sentences of an export. The engine has none of its own.

use super::{Chase, FoiAnswer, FoiYear, Provenance, code};

/// The sentences beside figures in exports, in the language of the person who asks for the export.
pub trait Sentences {
    /// What a rule says, by its code.
    fn rule(&self, code: &str) -> RuleWords;
    /// What to ask an authority, in sentences that can be sent to it.
    fn ask(&self, chase: &Chase) -> String;
    /// One line about what the figures are based on: a name, and what is said.
    fn provenance(&self, of: &Provenance<'_>) -> [String; 2];
    /// Says that this many rows without a child are left out of a work list.
    fn rows_left_out(&self, rows: u64) -> String;
    /// What may be wrong with an answer to a request; empty if nothing is known to be.
    fn foi_note(&self, year: &FoiYear, answer: &FoiAnswer) -> String;
    /// What replaces the value of a blank cell.
    fn blank(&self) -> &'static str;
}

/// What a rule says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleWords {
    /// What is wrong with a row that breaks it, in one sentence.
    pub sentence: String,
    /// What to do about it.
    pub to_do: String,
    /// Which reading of the official wording is used, if it can be read in two ways. Otherwise empty.
    pub reading: String,
}

/// No sentences: only codes and data, for programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Codes;

impl Sentences for Codes {
    fn rule(&self, code: &str) -> RuleWords {
        RuleWords { sentence: code.to_owned(), ..RuleWords::default() }
    }

    fn ask(&self, _: &Chase) -> String {
        String::new()
    }

    fn provenance(&self, of: &Provenance<'_>) -> [String; 2] {
        [of.name().to_owned(), of.value()]
    }

    fn rows_left_out(&self, rows: u64) -> String {
        rows.to_string()
    }

    fn foi_note(&self, year: &FoiYear, answer: &FoiAnswer) -> String {
        let at_least = answer.at_least.then(|| "at-least".to_owned());
        at_least.into_iter().chain(year.doubts_of(answer).map(|doubt| code(&doubt))).collect::<Vec<_>>().join(" ")
    }

    fn blank(&self) -> &'static str {
        "blank"
    }
}
