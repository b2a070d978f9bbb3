//! The whole report, one part after another, to be read through, printed or kept. Nothing in it names a child.

use super::publish;
use crate::context::Context;
use crate::export::{Head, html};
use crate::still::still;
use document::Block;
use document::Format;
use words::Language;

/// So many rows of a table are shown on the page, so that it stays quick, and in the file.
pub(super) const ON_PAGE: usize = 250;
pub(super) const IN_FILE: usize = 2_000;

/// The sections, with what prints and keeps them.
pub(super) fn blocks(language: Language, sections: Vec<Block>) -> Vec<Block> {
    let mut blocks = vec![
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

/// The same as a file that needs nothing else.
pub(super) fn file(context: Context<'_>, sections: &[Block]) -> String {
    let report = context.report;
    let period = context.period.map(|period| context.language.capital(&context.language.period(period)));
    let tool = context.language.tool(&report.tool);
    let mut about = vec![
        Block::lead(period.unwrap_or_default()),
        Block::text(
            [context.language.publish_setting(), ": ", context.language.disclosure(report.disclosure)].concat(),
        ),
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
