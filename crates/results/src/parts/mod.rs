//! The parts of the results, with one file for each: what a report says, put into words and in order. A part calculates
//! nothing, and knows no browser.

mod answers;
mod bars;
mod caveats;
mod change;
mod child_link;
mod children;
mod compare;
mod council;
mod coverage;
mod figure;
mod foi;
mod incidents;
mod interviews;
mod method;
mod own_change;
mod precise;
#[cfg(test)]
mod precise_tests;
mod provenance;
mod publish;
mod quality;
mod quote;
#[cfg(test)]
mod quote_tests;
mod request;
mod robustness;
#[cfg(test)]
mod same_numbers;
#[cfg(test)]
pub(crate) mod samples;
mod scale;
mod sign_off;
mod standing;
mod summary;
mod versions;
mod whole;
mod worked;

use document::{Block, Format, Part, PartName, Setting};
use missing_rates::checks::WorkOrder;
use missing_rates::cohort::Count;
use missing_rates::period::Period;
use missing_rates::report::{FileKind, Level, Report};
use words::Language;

use crate::context::Context;
use crate::settings::Settings;
use crate::still::still_of;

pub(crate) use coverage::{blocks as coverage, needed};
pub use foi::{doubts as foi_doubts, reply};
pub use interviews::file as interviews_file;
pub use precise::{Ends, Precise};

/// Sentences of the parts that other programs also use, in the same words.
pub mod sentences {
    pub use super::change::sentences as change;
    pub use super::coverage::{
        left_out, question as how_to_use, renewed, said as used, spans_two_returns, undecided, unused, whose,
        why as why_not_used, years_in_doubt,
    };
    pub use super::foi::ends_early;
    pub use super::interviews::lines as interviews;
    pub use super::own_change::{firm as own_change_interval, lead as own_change};
    pub use super::quality::since_lines as since;
    pub use super::robustness::{takes as target, why as why_they_differ};
    pub use super::standing::{among_england, from_files as standing_from_files};
    pub use super::versions::lines as changed_answers;
}

pub(crate) use change::{ID as SERIES, sources as series_sources};
pub(crate) use provenance::{lines as provenance_lines, section as provenance};
pub(crate) use publish::{head, readers};
pub(crate) use quote::source;
pub(crate) use standing::whose;
pub(crate) use summary::{first, outlines, subjects};

/// An entry for a part: its name, when it has any content, and the content.
struct Entry {
    part: Part,
    name: fn(Language) -> &'static str,
    /// Whether it is about single rows, which are never safe to publish.
    is_of_rows: bool,
    reached: Reached,
    is_in: fn(&Report) -> bool,
    blocks: fn(Context<'_>) -> Vec<Block>,
}

/// How a reader gets to a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reached {
    /// By its link among the parts, and in the whole report.
    AndInWhole,
    /// Only by its link among the parts.
    ByLink,
    /// From another place than the links among the parts.
    FromElsewhere,
}

/// Every part, in the order of the page.
const PARTS: [Entry; 16] = [
    Entry {
        part: Part::Summary,
        name: Language::part_summary,
        is_of_rows: false,
        reached: Reached::AndInWhole,
        is_in: |_| true,
        blocks: summary::blocks,
    },
    Entry {
        part: Part::Compare,
        name: Language::part_compare,
        is_of_rows: false,
        reached: Reached::AndInWhole,
        is_in: |report| !report.totals.is_empty() || !report.published.is_empty(),
        blocks: |context| {
            let versions = versions::blocks(context, FileKind::DfePublished);
            [standing::blocks(context), compare::blocks(context), versions].concat()
        },
    },
    Entry {
        part: Part::Change,
        name: Language::part_change,
        is_of_rows: false,
        reached: Reached::AndInWhole,
        is_in: |report| own_change::is_in(&report.changes) || change::is_in(report),
        blocks: |context| [own_change::blocks(context), change::blocks(context)].concat(),
    },
    Entry {
        part: Part::Incidents,
        name: Language::part_incidents,
        is_of_rows: false,
        reached: Reached::AndInWhole,
        is_in: |report| incidents::is_in(&report.profiles),
        blocks: incidents::blocks,
    },
    Entry {
        part: Part::Children,
        name: Language::part_children,
        is_of_rows: true,
        reached: Reached::ByLink,
        is_in: children::is_in,
        blocks: children::blocks,
    },
    Entry {
        part: Part::Interviews,
        name: Language::part_interviews,
        is_of_rows: true,
        reached: Reached::ByLink,
        is_in: interviews::is_in,
        blocks: interviews::blocks,
    },
    Entry {
        part: Part::Answers,
        name: Language::part_answers,
        is_of_rows: true,
        reached: Reached::AndInWhole,
        is_in: answers::is_in,
        blocks: answers::blocks,
    },
    Entry {
        part: Part::Quality,
        name: Language::part_quality,
        is_of_rows: true,
        reached: Reached::AndInWhole,
        is_in: |_| true,
        blocks: quality::blocks,
    },
    Entry {
        part: Part::Foi,
        name: Language::part_foi,
        is_of_rows: false,
        reached: Reached::AndInWhole,
        is_in: foi::is_in,
        blocks: foi::blocks,
    },
    Entry {
        part: Part::Method,
        name: Language::part_method,
        is_of_rows: false,
        reached: Reached::AndInWhole,
        is_in: |_| true,
        blocks: method::blocks,
    },
    Entry {
        part: Part::Whole,
        name: Language::part_whole,
        is_of_rows: false,
        reached: Reached::ByLink,
        is_in: |report| !report.periods.is_empty(),
        blocks: |context| whole::blocks(context, sections(context, whole::ON_PAGE)),
    },
    Entry {
        part: Part::SignOff,
        name: Language::part_sign_off,
        is_of_rows: true,
        reached: Reached::FromElsewhere,
        is_in: sign_off::can_be_signed,
        blocks: sign_off::blocks,
    },
    Entry {
        part: Part::Short,
        name: Language::short_title,
        is_of_rows: false,
        reached: Reached::FromElsewhere,
        is_in: |report| !report.periods.is_empty(),
        blocks: |context| whole::short(context.language, in_short(context)),
    },
    Entry {
        part: Part::Figure,
        name: Language::figure_title,
        is_of_rows: false,
        reached: Reached::FromElsewhere,
        is_in: |report| !report.periods.is_empty(),
        blocks: figure::blocks,
    },
    Entry {
        part: Part::Council,
        name: Language::council_title,
        is_of_rows: false,
        reached: Reached::FromElsewhere,
        is_in: |_| true,
        blocks: council::blocks,
    },
    Entry {
        part: Part::Request,
        name: Language::request_title,
        is_of_rows: false,
        reached: Reached::FromElsewhere,
        is_in: |_| true,
        blocks: request::blocks,
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

/// Whether a part has any content for a report.
pub fn is_in(part: Part, report: &Report) -> bool {
    Entry::of(part).is_some_and(|entry| entry.is_shown(report))
}

/// The names of the parts, and which of them have any content.
pub(crate) fn names(language: Language, report: &Report) -> Vec<PartName> {
    let name = |entry: &Entry| PartName {
        part: entry.part,
        name: (entry.name)(language).into(),
        shown: entry.reached != Reached::FromElsewhere && entry.is_shown(report),
    };
    PARTS.iter().map(name).collect()
}

/// The same for a report of which only the [first figures](missing_rates::Progress::Headline) are known. Parts that are
/// sure to have content are already named, so that nothing moves when the rest arrives.
pub(crate) fn names_at_first(language: Language, report: &Report) -> Vec<PartName> {
    let own = |count| report.totals.iter().any(|of| of.area.level == Level::Return && of.measure == count);
    let mut names = names(language, report);
    for name in &mut names {
        name.shown |= match name.part {
            Part::Incidents => own(Count::ChildrenMissing),
            Part::Foi => own(Count::Children),
            _ => false,
        };
    }
    names
}

/// The blocks of a part.
pub fn blocks(part: Part, context: Context<'_>) -> Vec<Block> {
    match Entry::of(part) {
        Some(entry) if entry.is_kept_back(context.report) => {
            let exact = publish::exact(context.language, context.report);
            vec![Block::lead(context.language.part_of_rows(exact))]
        }
        Some(entry) => (entry.blocks)(context),
        None => Vec::new(),
    }
}

/// Every part that has any content, one after another as on paper, followed by what all of it is based on. No table has
/// more than `most` rows.
fn sections(context: Context<'_>, most: usize) -> Vec<Block> {
    let mut settings = context.settings.clone();
    // This order names no child.
    settings.apply(Setting::Findings(WorkOrder::ByRule));
    // On paper and in files no child is named.
    let context = Context { settings: &settings, returns: None, ..context };
    let shown = |entry: &&Entry| entry.reached == Reached::AndInWhole && entry.is_shown(context.report);
    let section = |entry: &Entry| {
        let most = |table: &str| if most == whole::ON_PAGE { whole::rows_on_page(table) } else { most };
        let blocks = still_of(context.language, (entry.blocks)(context), &most);
        let (id, title) = (entry.part.fragment().into(), (entry.name)(context.language).into());
        // A part that only asks questions has nothing to read.
        (!blocks.is_empty()).then_some(Block::Section { id, title, blocks })
    };
    let mut sections: Vec<Block> = PARTS.iter().filter(shown).filter_map(section).collect();
    sections.push(provenance(context.language, context.report, context.period));
    whole::said_once(context.language, sections)
}

/// The whole report as a file that needs nothing else.
pub fn whole_file(context: Context<'_>) -> String {
    whole::file(context, &sections(context, whole::IN_FILE))
}

/// The short report as a file that needs nothing else.
pub fn short_file(context: Context<'_>) -> String {
    let (id, title) = (Part::Short.fragment().into(), context.language.short_title().into());
    whole::file(context, &[Block::Section { id, title, blocks: in_short(context) }])
}

/// The short report, with what it is based on in one line: on paper it is one page.
fn in_short(context: Context<'_>) -> Vec<Block> {
    let own = context.report.totals.iter().any(|total| total.area.level == Level::Return);
    let source = context.language.picture_source(source(context.language, context.report, own));
    let files: Vec<&str> = context.report.files.iter().map(|file| &*file.name).collect();
    let based_on = [&source, " ", &*context.language.picture_files(&files.join(", "))].concat();
    let mut blocks = summary::in_short(context);
    if !blocks.is_empty() {
        blocks.push(Block::text(based_on));
    }
    blocks
}

/// The latest period that the part about a council shows.
pub(crate) fn council_period(settings: &Settings) -> Option<Period> {
    council::period(settings)
}

/// The years that a file of the answer to a freedom-of-information request is about.
pub(crate) fn foi_years(report: &Report, settings: &Settings, format: Format) -> Option<Vec<i32>> {
    foi::years(report, settings, format)
}

/// A file that a part offers: what it shows, as it is set.
pub fn file(language: Language, report: &Report, settings: &Settings, format: Format) -> Option<String> {
    match format {
        Format::FoiText | Format::FoiCsv | Format::FoiXlsx => foi::file(language, report, settings, format),
        Format::Request => request::letter(language, settings),
        Format::BlankSheet => request::sheet(language, settings),
        _ => None,
    }
}
