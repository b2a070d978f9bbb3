//! A link to the record of a child, beside a row about the child.

use document::{Block, Command, Setting, Way};
use words::Language;

pub(super) fn way(language: Language, child: &str) -> Way {
    let command = Command::Set { setting: Setting::Child(Some(child.to_owned().into())) };
    Way { command, text: language.children_show().into(), of: child.to_owned().into() }
}

pub(super) fn link(language: Language, child: &str) -> Block {
    Block::Way { way: way(language, child) }
}
