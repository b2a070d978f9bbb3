//! Which days the files of returns cover, what cannot be given because a file is missing, and what a person has to say
//! about them.

mod empty;
mod identifiers;
mod in_doubt;
mod list;
mod quiet;
mod renewed;
mod same_module;
mod unused;

pub use in_doubt::years_in_doubt;
pub use list::undecided;
pub use quiet::left_out;
pub(crate) use quiet::quiet;
pub use renewed::{renewed, spans_two_returns};
pub use same_module::{question, said};
pub use unused::unused;
pub use unused::why;

use std::cmp::Reverse;

use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::report::{Area, CoveredAlike, Module, NotCovered, Problem, Report, ReturnCoverage, Wanted};
use missing_rates::{Query, Said};
use words::{Language, Text};

use document::{Block, Cell, Column, Command, Row, Setting, Shared, Table};

/// The modules of a return, in the order of the columns.
const MODULES: [Module; 4] = [Module::Episodes, Module::Missing, Module::Uasc, Module::Header];

/// Empty if no file belongs to a return.
pub(crate) fn blocks(language: Language, report: &Report, asked: &Query) -> Vec<Block> {
    let same = same_module::blocks(language, report);
    if report.coverage_of_returns.iter().all(|of| of.year.is_none()) {
        let whole = identifiers::whole(language, report, asked);
        return same.into_iter().chain(whole).chain(empty::blocks(language, report)).collect();
    }
    let gaps = gaps(language, report);
    let is_gap = !gaps.is_empty();
    let mut blocks = [same, gaps].concat();
    blocks.extend(kept_period(language, report, asked));
    blocks.extend(identifiers::zeros(language, report, asked));
    blocks.extend(identifiers::whole(language, report, asked));
    blocks.extend(empty::blocks(language, report));
    let mut notes = Notes::default();
    notes.take_parts_of_years(language, report, asked);
    notes.take_not_certain(language, report);
    let grid = Block::Table { table: Shared::new(grid(language, report)) };
    if !is_gap && !notes.short.is_empty() {
        // They fit in one line, which opens: the figures come first.
        let short: Vec<&str> = notes.short.iter().map(Text::as_str).collect();
        let summary = language.coverage_notes(&listed(language, &short, "; ").unwrap_or_default());
        notes.blocks.push(grid);
        blocks.push(Block::Details { summary, blocks: notes.blocks });
        return blocks;
    }
    blocks.extend(notes.blocks);
    blocks.push(if is_gap {
        grid
    } else {
        Block::Details { summary: language.coverage_summary().into(), blocks: vec![grid] }
    });
    blocks
}

/// The same in short, of the returns of some years: what stops figures of the period, the notes in one line, and the modules.
pub(super) fn in_short(
    language: Language,
    report: &Report,
    asked: &Query,
    period: Period,
    years: &[i32],
) -> Vec<Block> {
    let is_in = |year: Option<i32>| year.is_none_or(|year| years.contains(&year));
    let mut of_years = report.clone();
    of_years.coverage_of_returns.retain(|of| is_in(of.year));
    of_years.not_covered.retain(|of| of.period == period);
    of_years.files.retain(|file| is_in(file.collection_year.map(|of| of.year)));
    let mut notes = Notes::default();
    notes.take_parts_of_years(language, &of_years, asked);
    notes.take_not_certain(language, &of_years);
    let short: Vec<&str> = notes.short.iter().map(Text::as_str).collect();
    let mut blocks = gaps(language, &of_years);
    let short = listed(language, &short, "; ").map(|short| Block::text(language.coverage_notes(&short)));
    blocks.extend(short);
    blocks.push(Block::Table { table: Shared::new(grid(language, &of_years)) });
    blocks
}

/// That the period comes from settings that were saved, where the files go on after it: last month's end is seldom meant.
fn kept_period(language: Language, report: &Report, asked: &Query) -> Vec<Block> {
    let Some(end) = asked.period.filter(|_| !asked.said.contains(&Said::Period)).map(Period::end) else {
        return Vec::new();
    };
    let used = report.coverage_of_returns.iter().filter(|of| of.used && of.module == Module::Episodes);
    let Some(to) = used.filter_map(|of| of.to).max().filter(|to| *to > end) else { return Vec::new() };
    let command = Command::Set { setting: Setting::Period(None) };
    vec![
        Block::note(words::CoverageKeptPeriod { day: &language.day(to), end: &language.day(end) }.text(language)),
        Block::Button { command, text: language.period_back().into() },
    ]
}

/// The files that are missing for the figures of all children, for each period, or else why a list is not used.
fn gaps(language: Language, report: &Report) -> Vec<Block> {
    let mut of: Vec<(Period, Area)> = report.not_covered.iter().map(|of| (of.period, of.area)).collect();
    of.sort_unstable_by_key(|(period, area)| (Reverse(*period), *area));
    of.dedup();
    let said = |(period, area): (Period, Area)| {
        // The question itself is above, with its answers.
        let of_all = needed_and_question(language, report, (period, area), Cohort::All).map(|(said, _)| said);
        let needed = of_all.or_else(|| of_list(language, report, (period, area)))?;
        // With several authorities, it says whose return it is.
        let whose = area.name.filter(|_| !report.foi_by_authority.is_empty());
        Some(whose.map_or(needed.clone(), |name| [name, ": ", &*needed].concat().into()))
    };
    of.into_iter().filter_map(said).map(Block::note).collect()
}

/// Why no figure of trafficked children is given in a period, if a list was chosen.
fn of_list(language: Language, report: &Report, (period, area): (Period, Area)) -> Option<Text> {
    let here = |of: &&NotCovered| (of.period, of.area, of.cohort) == (period, area, Cohort::Trafficked);
    report.not_covered.iter().filter(here).find(|of| list::is_question(report, of))?;
    needed(language, report, (period, area), Cohort::Trafficked)
}

/// The file that a figure of a cohort needs in a period, and that is missing or not used.
pub(crate) fn needed(language: Language, report: &Report, of: (Period, Area), cohort: Cohort) -> Option<Text> {
    let (said, question) = needed_and_question(language, report, of, cohort)?;
    Some(question.map_or(said.clone(), |question| [&*said, " ", &question].concat().into()))
}

/// The same, and apart from it the question about the files that are in its way.
fn needed_and_question(
    language: Language,
    report: &Report,
    (period, area): (Period, Area),
    cohort: Cohort,
) -> Option<(Text, Option<Text>)> {
    let here = |of: &&NotCovered| {
        (of.period, of.area, of.cohort) == (period, area, cohort)
            && (of.module != Module::List || list::is_question(report, of))
    };
    let mut lacks: Vec<&NotCovered> = report.not_covered.iter().filter(here).collect();
    lacks.sort_by_key(|of| (of.figure != Wanted::Children, of.module, of.year));
    let lack = lacks.first()?;
    let (who, period) = (language.who(cohort), language.within(period));
    if lack.module == Module::List {
        let said = words::CoverageListFigure { period: &period, who }.text(language);
        return Some(([&*said, " ", &list::why(language, report, lack)].concat().into(), None));
    }
    let (module, year) = (name(language, lack.module), lack.year.map(|year| year.to_string()).unwrap_or_default());
    if lack.contradicted {
        let said = words::CoverageContradictedFigure { period: &period, who }.text(language);
        let why = if lack.module == Module::Episodes {
            language.coverage_identifiers_differ()
        } else {
            language.coverage_contradicted()
        };
        return Some(([&*said, " ", why].concat().into(), None));
    }
    let said = if lack.figure == Wanted::Children {
        words::CoverageNoFigure { module, period: &period, who, year: &year }.text(language)
    } else {
        words::CoverageNoShare { module, period: &period, who, year: &year }.text(language)
    };
    if let Some(question) = same_module::question(language, report, (lack.module, lack.year)) {
        return Some((said, Some(question)));
    }
    let said = match &lack.file {
        Some(file) => {
            let why = unused(report, lack.module, lack.year).and_then(|of| why(language, report, of));
            let why = why.map(|why| [" ", &why].concat()).unwrap_or_default();
            [&*said, " ", &*language.coverage_file_not_used(file), &why].concat().into()
        }
        None => said,
    };
    Some((said, None))
}

/// What is to be known of the files, and the same in a few words each.
#[derive(Default)]
struct Notes {
    blocks: Vec<Block>,
    short: Vec<Text>,
}

impl Notes {
    fn note(&mut self, text: Text, short: Text) {
        self.blocks.push(Block::note(text));
        self.short.push(short);
    }

    /// Returns that stop within their year, or that a person has declared complete; and those whose dates end early.
    fn take_parts_of_years(&mut self, language: Language, report: &Report, asked: &Query) {
        let is_used = |of: &&ReturnCoverage| of.module == Module::Episodes && of.used && of.year.is_some();
        let episodes: Vec<&ReturnCoverage> = report.coverage_of_returns.iter().filter(is_used).collect();
        for same in episodes.chunk_by(|a, b| a.year == b.year) {
            self.take_part_of_year(language, (report, same), asked);
        }
        for (text, short) in quiet(language, report) {
            self.note(text, short);
        }
    }

    /// The same for one year, with its Episodes.
    fn take_part_of_year(&mut self, language: Language, (report, same): (&Report, &[&ReturnCoverage]), asked: &Query) {
        let Some(year) = same.first().and_then(|of| of.year) else { return };
        let Some(end) = Period::collection_year(year).map(Period::end) else { return };
        let named = year.to_string();
        let button = |complete, text| Block::Button {
            command: Command::Set { setting: Setting::Complete { year, complete } },
            text,
        };
        if asked.complete_to.contains_key(&year) {
            let undo = button(false, language.coverage_complete_undo().into());
            self.blocks.extend([Block::text(language.coverage_said(&named)), undo]);
            return;
        }
        let mut stops = report
            .coverage_of_returns
            .iter()
            .any(|of| of.year == Some(year) && (!of.empty_days.is_empty() || of.only_some.is_some()));
        let has_no_date = Problem::NoDateInYear { year: Some(year) };
        stops |= report.files.iter().any(|file| file.problem.as_ref() == Some(&has_no_date));
        for alike in CoveredAlike::of(same) {
            let Some(to) = alike.modules.first().and_then(|of| of.to).filter(|to| *to < end) else { continue };
            let day = &language.day(to);
            let (text, short) =
                (words::CoveragePart { day, year: &named }.text(language), language.coverage_short_stops(day));
            stops = true;
            self.note(whose(language, &alike.names, text), whose(language, &alike.names, short));
        }
        self.blocks.extend(stops.then(|| button(true, language.coverage_complete(&named))));
    }

    /// The files whose year is based on little evidence.
    fn take_not_certain(&mut self, language: Language, report: &Report) {
        let doubtful = report.files.iter().filter(|file| file.collection_year.is_some_and(|of| !of.certain));
        let mut names: Vec<&str> = Vec::new();
        for file in doubtful {
            // A report that is safe to publish names no file.
            names.push(if file.is_hidden() { language.kind(file.kind) } else { &file.name });
        }
        if let Some(short) = listed(language, &names, ", ") {
            let text = language.coverage_not_certain(&names.join(", "));
            self.note(text, language.coverage_short_not_certain(&short));
        }
    }
}

/// A sentence about the returns of these authorities.
pub fn whose(language: Language, of: &[&str], text: Text) -> Text {
    match listed(language, of, ", ") {
        Some(names) => words::CoverageWhose { names: &names, text: &text }.text(language),
        None => text,
    }
}

/// Each year's modules, the latest year first.
fn grid(language: Language, report: &Report) -> Table {
    let mut columns = vec![Column::words(language.coverage_year())];
    columns.extend(MODULES.map(|module| Column::words(name(language, module))));
    columns.push(Column::words(name(language, Module::List)));
    let years: Vec<&ReturnCoverage> = report.coverage_of_returns.iter().filter(|of| of.year.is_some()).collect();
    let lists = report.coverage_of_returns.iter().any(|of| of.module == Module::List && of.used);
    let list = if report.not_covered.iter().any(|of| list::is_question(report, of)) {
        Cell::gap(language.coverage_list_question())
    } else if lists {
        Cell::text(language.coverage_yes())
    } else {
        Cell::text(language.coverage_not_chosen())
    };
    let row = |alike: CoveredAlike<'_>| {
        let same = &alike.modules[..];
        let year = same.first().and_then(|of| of.year);
        let of = year.map(|year| language.coverage_year_of(&year.to_string())).unwrap_or_default();
        let of = whose(language, &alike.names, of);
        let mut cells = vec![Cell::text(of)];
        cells.extend(MODULES.map(|module| cell(language, report, year, module, same)));
        cells.push(list.clone());
        Row::new(cells)
    };
    Table {
        id: "coverage".into(),
        caption: language.coverage_caption().into(),
        columns,
        rows: years.chunk_by(|a, b| a.year == b.year).flat_map(CoveredAlike::of).map(row).collect(),
        sortable: false,
    }
}

/// How many things are named where there are many.
const NAMED: usize = 3;

/// Several things in a row, the first of them where there are many; `None` where there is none.
fn listed(language: Language, all: &[&str], between: &str) -> Option<Text> {
    let names = &*all.iter().take(NAMED).copied().collect::<Vec<_>>().join(between);
    let more = all.len().saturating_sub(NAMED) as u64;
    if more > 0 {
        return Some(words::CoverageNames { more, names }.text(language));
    }
    (!all.is_empty()).then(|| names.into())
}

fn cell(language: Language, report: &Report, year: Option<i32>, module: Module, of_year: &[&ReturnCoverage]) -> Cell {
    let mut own = of_year.iter().filter(|of| of.module == module).peekable();
    let is_chosen = own.peek().is_some();
    let last = own.filter(|of| of.used).filter_map(|of| of.to).max();
    let end = year.and_then(Period::collection_year).map(Period::end);
    let lacks = |is: &dyn Fn(&NotCovered) -> bool| {
        report.not_covered.iter().any(|of| (of.module, of.year) == (module, year) && is(of))
    };
    match last {
        Some(_) if module == Module::Header => Cell::text(language.coverage_yes()),
        Some(day) if Some(day) < end => Cell::gap(language.coverage_stops(&language.day(day))),
        Some(day) => Cell::text(language.coverage_to(&language.day(day))),
        None if lacks(&|of| of.contradicted) => Cell::gap(language.coverage_contradicted_cell()),
        None if is_chosen || unused(report, module, year).is_some() => Cell::gap(language.coverage_not_used()),
        None if lacks(&|of| of.cohort == Cohort::All) => Cell::gap(language.coverage_needed()),
        None => Cell::text(language.coverage_not_chosen()),
    }
}

fn name(language: Language, module: Module) -> &'static str {
    match module {
        Module::Episodes => language.coverage_episodes(),
        Module::Missing => language.coverage_missing(),
        Module::Uasc => language.coverage_uasc(),
        Module::Header => language.coverage_header(),
        Module::List => language.coverage_list(),
    }
}
