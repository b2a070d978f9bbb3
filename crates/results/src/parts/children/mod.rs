//! Single children, for the analyst's own work: who is missing on a day, and the record of one child. This holds the
//! words and their order. Nothing here goes into the whole report, a download of it, or a safe report.

mod codes;
mod missing_on;
mod record;
#[cfg(test)]
mod tests;
mod timeline;

use document::{Block, Command, Field, Setting};
use missing_rates::Returns;
use missing_rates::report::{Module, Report};
use missing_rates::single::ChildRecord;
use words::Language;

use crate::context::Context;

/// Whether the files say who was missing on some day.
pub(super) fn is_in(report: &Report) -> bool {
    report.coverage_of_returns.iter().any(|of| of.module == Module::Missing && of.to.is_some())
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (Some(returns), false) = (context.returns, context.report.disclosure.is_safe()) else { return Vec::new() };
    let records = records(context, returns);
    match &context.settings.shown.child {
        Some(_) if !records.is_empty() => {
            let mut blocks = vec![back(context.language)];
            blocks.extend(records.iter().flat_map(|record| record::blocks(context, record)));
            blocks.push(find(context, false));
            blocks
        }
        Some(_) => {
            // The error comes first.
            let mut blocks = vec![find(context, true)];
            blocks.extend(missing_on::blocks(context, returns).into_iter().flatten());
            blocks
        }
        None => {
            let [said, list] = missing_on::blocks(context, returns);
            [said, vec![find(context, false)], list].concat()
        }
    }
}

fn back(language: Language) -> Block {
    let command = Command::Set { setting: Setting::Child(None) };
    Block::Button { command, text: language.children_back().into() }
}

/// The records of the child that a person looks for.
fn records(context: Context<'_>, returns: &Returns) -> Vec<ChildRecord> {
    let child = context.settings.shown.child.as_deref();
    child.map(|child| returns.child(&context.settings.query, child)).unwrap_or_default()
}

/// The field for the identifier of a child.
fn find(context: Context<'_>, is_unknown: bool) -> Block {
    let language = context.language;
    Block::Input {
        id: "child".into(),
        field: Field::Child,
        label: language.children_find().into(),
        hint: language.children_find_hint().into(),
        value: context.settings.typed(&Field::Child).filter(|_| is_unknown).unwrap_or_default().to_owned().into(),
        button: language.children_find_button().into(),
        error: is_unknown.then(|| language.children_find_error().into()),
    }
}
