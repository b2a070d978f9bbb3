//! Who writes the sentences of a file: the engine has none.

use super::{Chase, Provenance};

/// The sentences that are in files beside figures, in the language of whoever asks for the file.
pub trait Sentences {
    /// What a rule says, by its code.
    fn rule(&self, code: &str) -> RuleWords;
    /// What to ask an authority, in sentences that can be sent to it.
    fn ask(&self, chase: &Chase) -> String;
    /// A name, and what is said: one line about what the figures are based on.
    fn provenance(&self, of: &Provenance<'_>) -> [String; 2];
    /// That so many rows without a child are left out of a work list.
    fn rows_left_out(&self, rows: u64) -> String;
    /// What is written in place of the value of a blank cell.
    fn blank(&self) -> &'static str;
}

/// What a rule says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleWords {
    /// What is wrong with a row that breaks it, in one sentence.
    pub sentence: String,
    /// What to do about it.
    pub to_do: String,
    /// Which reading of the official wording is used, where it can be read in two ways; else empty.
    pub reading: String,
}

/// No sentences: codes and data alone, for programs.
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

    fn blank(&self) -> &'static str {
        "blank"
    }
}
