//! The whole report, one part after another, to be read through, printed or saved. It names no child.

use super::publish;
use crate::context::Context;
use crate::export::{Head, html};
use crate::still::still;
use document::Block;
use document::Format;
use document::Part;
use document::Text;
use words::Language;

/// How many rows of a table are shown on the page, so that it stays fast, and in the file.
pub(super) const ON_PAGE: usize = 250;
pub(super) const IN_FILE: usize = 2_000;

/// The sections, with the buttons to print and save them.
pub(super) fn blocks(context: Context<'_>, sections: Vec<Block>) -> Vec<Block> {
    let language = context.language;
    let mut blocks = vec![
        Block::lead(whose(context)),
        Block::text(language.whole_about()),
        Block::Controls {
            blocks: vec![
                Block::Print { text: language.whole_print().into() },
                Block::Download { format: Format::Html, about: "".into(), text: language.whole_download().into() },
            ],
        },
    ];
    blocks.extend(sections);
    blocks
}

/// Whose figures these are, and of when.
fn whose(context: Context<'_>) -> Text {
    let period = context.period.map(|period| context.language.period(period)).unwrap_or_default();
    match context.subject().and_then(|area| area.name) {
        Some(name) => [name, ", ", &period].concat().into(),
        None => context.language.capital(&period),
    }
}

/// The short report, with the buttons to print and save it, and the way to the whole one.
pub(super) fn short(language: Language, page: Vec<Block>) -> Vec<Block> {
    let controls = vec![
        Block::Print { text: language.whole_print().into() },
        Block::Download { format: Format::ShortHtml, about: "".into(), text: language.whole_download().into() },
    ];
    let whole = Block::Link { fragment: Part::Whole.fragment().into(), text: language.whole_link().into() };
    [page, vec![Block::Controls { blocks: controls }, whole]].concat()
}

/// The same as a file that needs nothing else.
pub(super) fn file(context: Context<'_>, sections: &[Block]) -> String {
    let report = context.report;
    let tool = context.language.tool(&report.tool);
    let disclosure = context.language.disclosure(report.disclosure, report.is_about_children());
    let mut about = vec![
        Block::lead(whose(context)),
        Block::text([context.language.publish_setting(), ": ", disclosure].concat()),
        Block::text([context.language.export_written_by(), ": ", &tool].concat()),
    ];
    about.extend(publish::uncovered(context.language, report));
    if report.disclosure.is_safe() {
        about.extend(still(context.language, publish::hidden(context.language, report), IN_FILE));
    }
    html(context.language, &Head { title: context.language.title(), about }, sections)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::parts::samples;
    use document::all;

    #[test]
    fn the_short_report_has_the_answer_its_doubt_who_answered_and_the_method_in_five_lines() {
        let mut cards = 0;
        for (case, blocks) in samples::parts().into_iter().filter(|(case, _)| case.ends_with("Short")) {
            let lists =
                blocks.iter().filter(|block| matches!(block, Block::List { items } if items.len() == 5)).count();
            let answered = |block: &&Block| matches!(block, Block::Answer { share: Some(_), .. });
            let answers = all(&blocks).into_iter().filter(answered).count();
            cards += answers;
            assert_eq!(lists, usize::from(answers > 0), "{case}");
            let said = format!("{blocks:?}");
            let counted = |words: &str| said.matches(words).count();
            assert_eq!(counted("Read this share with care: "), answers, "{case}");
            let is_own = said.contains("counted as the Department for Education counts them");
            assert!(is_own || counted("gave both figures exactly; the files name") == answers, "{case}: {said}");
        }
        assert!(cards > 10, "{cards}");
    }

    #[test]
    fn no_two_tables_or_charts_of_a_report_have_one_name() {
        for (case, blocks) in samples::wholes() {
            let mut ids = BTreeSet::new();
            for block in all(&blocks) {
                let id = match block {
                    Block::Table { table } => ["table ", &table.id].concat(),
                    Block::Chart { chart } => ["chart ", &chart.id].concat(),
                    _ => continue,
                };
                assert!(ids.insert(id.clone()), "{case}: {id}");
            }
            assert!(ids.len() > 8, "{case}: {ids:?}");
        }
    }
}
