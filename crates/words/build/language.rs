//! The languages together: every message in each of them, with the same variables.

use std::collections::{BTreeMap, BTreeSet};

use crate::message::{Kind, Messages, Variables};

/// One language.
#[derive(Debug)]
pub(crate) struct Language {
    /// Its tag (BCP 47), which is the name of its folder: `cy`.
    pub(crate) tag: String,
    /// Where that is, from the folder of the crate.
    pub(crate) folder: String,
    pub(crate) messages: Messages,
}

impl Language {
    /// What it is called in English, which is the name of its variant: `Welsh`.
    pub(crate) fn variant(&self) -> Result<String, String> {
        let message = self.messages.get("language-in-english").map(|message| message.pieces.as_slice());
        match message {
            Some([crate::message::Piece::Text(name)]) if name.chars().all(char::is_alphanumeric) => Ok(name.clone()),
            _ => Err(format!("{}: `language-in-english` must be one word", self.tag)),
        }
    }
}

/// What each message takes, over all languages. A message that one language lacks, and a variable that only some know, are
/// errors: the first language says what there is.
pub(crate) fn signatures(languages: &[Language]) -> Result<BTreeMap<String, Variables>, String> {
    let Some(first) = languages.first() else { return Err("there is no language".to_owned()) };
    let mut signatures: BTreeMap<String, Variables> =
        first.messages.iter().map(|(id, message)| (id.clone(), message.variables.clone())).collect();
    for other in &languages[1..] {
        let (ours, theirs): (BTreeSet<_>, BTreeSet<_>) = (signatures.keys().collect(), other.messages.keys().collect());
        let missing: Vec<_> = ours.difference(&theirs).map(|id| id.as_str()).collect();
        if !missing.is_empty() {
            return Err(format!("{}: these messages are missing: {}", other.tag, missing.join(", ")));
        }
        let unknown: Vec<_> = theirs.difference(&ours).map(|id| id.as_str()).collect();
        if !unknown.is_empty() {
            return Err(format!("{}: {} has no such messages: {}", other.tag, first.tag, unknown.join(", ")));
        }
        for (id, message) in &other.messages {
            let signature = signatures.entry(id.clone()).or_default();
            for (variable, kind) in &message.variables {
                let known = signature
                    .get_mut(variable)
                    .ok_or_else(|| format!("{}: `{id}`: {} has no ${variable}", other.tag, first.tag))?;
                if *kind == Kind::Number {
                    *known = Kind::Number;
                }
            }
        }
    }
    Ok(signatures)
}
