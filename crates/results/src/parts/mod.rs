//! The parts of the results, one file each: what a report says, worded and put in order. A part calculates nothing, and
//! knows no browser.

mod answers;
mod bars;
mod caveats;
mod change;
mod compare;
mod coverage;
mod foi;
mod incidents;
mod method;
mod own_change;
mod provenance;
mod publish;
mod quality;
mod robustness;
#[cfg(test)]
mod same_numbers;
#[cfg(test)]
pub(crate) mod samples;
mod scale;
mod standing;
mod summary;
mod whole;
mod worked;

use document::{Block, Format, Part, PartName, Setting};
use missing_rates::checks::WorkOrder;
use missing_rates::report::Report;
use words::Language;

use crate::context::Context;
use crate::settings::Settings;
use crate::still::still;

pub(crate) use coverage::{blocks as coverage, needed};
pub use foi::reply;

/// Sentences of the parts that other programs say too, in the same words.
pub mod sentences {
    pub use super::change::sentences as change;
    pub use super::own_change::{firm as own_change_interval, lead as own_change};
    pub use super::robustness::{takes as target, why as why_they_differ};
}

pub(crate) use provenance::{lines as provenance_lines, section as provenance};
pub(crate) use publish::{head, readers};
pub(crate) use summary::{outlines, subjects};

/// What is known of a part: its name, when there is anything to say in it, and what is said.
struct Entry {
    part: Part,
    name: fn(Language) -> &'static str,
    /// Whether it is about single rows, which are never safe to publish.
    is_of_rows: bool,
    is_in: fn(&Report) -> bool,
    blocks: fn(Context<'_>) -> Vec<Block>,
}

/// Every part, in the order of the page.
const PARTS: [Entry; 9] = [
    Entry {
        part: Part::Summary,
        name: Language::part_summary,
        is_of_rows: false,
        is_in: |_| true,
        blocks: summary::blocks,
    },
    Entry {
        part: Part::Compare,
        name: Language::part_compare,
        is_of_rows: false,
        is_in: |report| !report.totals.is_empty() || !report.published.is_empty(),
        blocks: |context| [standing::blocks(context), compare::blocks(context)].concat(),
    },
    Entry {
        part: Part::Change,
        name: Language::part_change,
        is_of_rows: false,
        is_in: |report| own_change::is_in(&report.changes) || change::is_in(report),
        blocks: |context| [own_change::blocks(context), change::blocks(context)].concat(),
    },
    Entry {
        part: Part::Incidents,
        name: Language::part_incidents,
        is_of_rows: false,
        is_in: |report| incidents::is_in(&report.profiles),
        blocks: incidents::blocks,
    },
    Entry {
        part: Part::Answers,
        name: Language::part_answers,
        is_of_rows: true,
        is_in: answers::is_in,
        blocks: answers::blocks,
    },
    Entry {
        part: Part::Quality,
        name: Language::part_quality,
        is_of_rows: true,
        is_in: |_| true,
        blocks: quality::blocks,
    },
    Entry { part: Part::Foi, name: Language::part_foi, is_of_rows: false, is_in: foi::is_in, blocks: foi::blocks },
    Entry {
        part: Part::Method,
        name: Language::part_method,
        is_of_rows: false,
        is_in: |_| true,
        blocks: method::blocks,
    },
    Entry {
        part: Part::Whole,
        name: Language::part_whole,
        is_of_rows: false,
        is_in: |report| !report.periods.is_empty(),
        blocks: |context| whole::blocks(context.language, sections(context, whole::ON_PAGE)),
    },
];

impl Entry {
    fn of(part: Part) -> Option<&'static Self> {
        PARTS.iter().find(|entry| entry.part == part)
    }

    fn is_kept_back(&self, report: &Report) -> bool {
        self.is_of_rows && report.disclosure.is_safe()
    }

    fn is_shown(&self, report: &Report) -> bool {
        !self.is_kept_back(report) && (self.is_in)(report)
    }
}

/// Whether a report has anything to say in a part.
pub fn is_in(part: Part, report: &Report) -> bool {
    Entry::of(part).is_some_and(|entry| entry.is_shown(report))
}

/// What the parts are called, and which of them have anything to say.
pub(crate) fn names(language: Language, report: &Report) -> Vec<PartName> {
    let name = |entry: &Entry| PartName {
        part: entry.part,
        name: (entry.name)(language).into(),
        shown: entry.is_shown(report),
    };
    PARTS.iter().map(name).collect()
}

/// The blocks of a part.
pub fn blocks(part: Part, context: Context<'_>) -> Vec<Block> {
    match Entry::of(part) {
        Some(entry) if entry.is_kept_back(context.report) => vec![Block::lead(context.language.part_of_rows())],
        Some(entry) => (entry.blocks)(context),
        None => Vec::new(),
    }
}

/// Every part that has anything to say, one after another as they are read on paper, and what all of it is based on. No table
/// has more than `most` rows.
fn sections(context: Context<'_>, most: usize) -> Vec<Block> {
    let mut settings = context.settings.clone();
    // So that no child is named.
    settings.apply(Setting::Findings(WorkOrder::ByRule));
    let context = Context { settings: &settings, ..context };
    let shown = |entry: &&Entry| entry.part != Part::Whole && entry.is_shown(context.report);
    let section = |entry: &Entry| {
        let blocks = still(context.language, (entry.blocks)(context), most);
        let (id, title) = (entry.part.fragment().into(), (entry.name)(context.language).into());
        // Where a part only asks, there is nothing to read.
        (!blocks.is_empty()).then_some(Block::Section { id, title, blocks })
    };
    let mut sections: Vec<Block> = PARTS.iter().filter(shown).filter_map(section).collect();
    sections.push(provenance(context.language, context.report, context.period));
    sections
}

/// The whole report as a file that needs nothing else.
pub fn whole_file(context: Context<'_>) -> String {
    whole::file(context, &sections(context, whole::IN_FILE))
}

/// A file that a part offers: what it shows, as it is set.
pub fn file(language: Language, report: &Report, settings: &Settings, format: Format) -> Option<String> {
    match format {
        Format::FoiText | Format::FoiCsv => foi::file(language, report, settings, format),
        _ => None,
    }
}
