//! The whole report, one part after another, to be read through, printed or kept. Nothing in it names a child.

use super::{Context, Part, publish, quality, rests};
use crate::document::{Block, still};
use crate::export::{Head, html};
use crate::message::Format;
use crate::text;

/// So many rows of a table are shown on the page, so that it stays quick, and in the file.
const ON_PAGE: usize = 250;
const IN_FILE: usize = 2_000;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::text(text::whole_about()),
        Block::Controls {
            blocks: vec![
                Block::Print { text: text::whole_print().into() },
                Block::Download { format: Format::Html, about: "".into(), text: text::whole_download().into() },
            ],
        },
    ];
    blocks.extend(sections(context, ON_PAGE));
    blocks
}

/// Every part that is in the report, and what all of it rests on. No table has more than `most` rows.
fn sections(context: Context<'_>, most: usize) -> Vec<Block> {
    let mut settings = context.settings.clone();
    quality::show_rules(&mut settings);
    let context = Context { settings: &settings, ..context };
    let parts = Part::ALL.into_iter().filter(|part| *part != Part::Whole && part.is_in(context.report));
    let section = |part: Part| {
        let blocks = still(super::blocks(part, context), most);
        let (id, title) = (part.fragment().into(), text::part(part).into());
        // Where a part only asks, there is nothing to read.
        (!blocks.is_empty()).then_some(Block::Section { id, title, blocks })
    };
    let mut sections: Vec<Block> = parts.filter_map(section).collect();
    sections.push(rests::section(context.report, context.period));
    sections
}

/// The same as a file that needs nothing else.
pub(crate) fn file(context: Context<'_>) -> String {
    let report = context.report;
    let period = context.period.map(|period| text::format::capital(&text::format::period(period)));
    let tool = text::ExportTool { name: report.tool.name, version: report.tool.version }.text();
    let mut about = vec![
        Block::lead(period.unwrap_or_default()),
        Block::text([text::publish_setting(), ": ", text::disclosure(report.disclosure)].concat()),
        Block::text([text::export_written_by(), ": ", &tool].concat()),
    ];
    about.extend(publish::uncovered(report));
    if report.disclosure.is_safe() {
        about.extend(still(publish::hidden(report), IN_FILE));
    }
    html(&Head { title: text::title(), about }, &sections(context, IN_FILE))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::document::all;
    use crate::parts::samples;

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
