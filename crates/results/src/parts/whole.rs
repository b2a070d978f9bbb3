//! The whole report, one part after another, to be read through, printed or kept. Nothing in it names a child.

use super::publish;
use crate::context::Context;
use crate::export::{Head, html};
use crate::still::still;
use document::Block;
use document::Format;

/// So many rows of a table are shown on the page, so that it stays quick, and in the file.
pub(super) const ON_PAGE: usize = 250;
pub(super) const IN_FILE: usize = 2_000;

/// The sections, with what prints and keeps them.
pub(super) fn blocks(sections: Vec<Block>) -> Vec<Block> {
    let mut blocks = vec![
        Block::text(words::whole_about()),
        Block::Controls {
            blocks: vec![
                Block::Print { text: words::whole_print().into() },
                Block::Download { format: Format::Html, about: "".into(), text: words::whole_download().into() },
            ],
        },
    ];
    blocks.extend(sections);
    blocks
}

/// The same as a file that needs nothing else.
pub(super) fn file(context: Context<'_>, sections: &[Block]) -> String {
    let report = context.report;
    let period = context.period.map(|period| words::format::capital(&words::format::period(period)));
    let tool = words::ExportTool { name: report.tool.name, version: report.tool.version }.text();
    let mut about = vec![
        Block::lead(period.unwrap_or_default()),
        Block::text([words::publish_setting(), ": ", words::disclosure(report.disclosure)].concat()),
        Block::text([words::export_written_by(), ": ", &tool].concat()),
    ];
    about.extend(publish::uncovered(report));
    if report.disclosure.is_safe() {
        about.extend(still(publish::hidden(report), IN_FILE));
    }
    html(&Head { title: words::title(), about }, sections)
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
