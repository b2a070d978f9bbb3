//! Enters into the report which days the files cover, and what is not given because a file is missing.

use super::levels::Level;
use crate::area::authority;
use crate::care::{ChildLevel, Lack, Named};
use crate::cohort::Cohort;
use crate::ledger::Ledger;
use crate::order::Ordered;
use crate::period::Period;
use crate::report::{Area, FileEntry, FileKind, Module, NotCovered, Problem, Report, ReturnCoverage, Wanted};

/// A figure that is not given for a period, and what it lacks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lacking {
    pub(super) area: Area,
    pub(super) period: Period,
    pub(super) cohort: Cohort,
    pub(super) figure: Wanted,
    pub(super) lack: Lack,
}

/// The days that each file of the returns covers.
pub(super) fn cover(levels: &[Level<'_>], ledger: &Ledger, report: &mut Report) {
    let names = ledger.names();
    let mut covered: Vec<ReturnCoverage> = Vec::new();
    for level in levels {
        let area = level.code().and_then(authority).map_or(Area::RETURN, Area::from);
        each(&level.of, (area, &names), &mut covered);
    }
    for entry in ledger.entries() {
        let Some(module) = unused(entry) else { continue };
        let in_name = match Named::of(&entry.name) {
            Named::Whole(year) | Named::Bare(year) => Some(year),
            Named::Nothing => None,
        };
        let year = entry.collection_year.map(|of| of.year).or(in_name).filter(|_| module != Module::List);
        covered.retain(|other| other.file.as_ref() != Some(&entry.name));
        covered.push(ReturnCoverage {
            year,
            area: Area::RETURN,
            module,
            file: Some(entry.name.clone()),
            from: None,
            to: None,
            used: false,
            quiet_from: None,
            empty_days: Vec::new(),
            only_some: None,
            may_be_part: false,
        });
    }
    covered.order_by(|a, b| (b.year, a.module, &a.file).cmp(&(a.year, b.module, &b.file)));
    covered.dedup();
    report.coverage_of_returns = covered;
}

fn each(of: &ChildLevel<'_>, (area, names): (Area, &[String]), covered: &mut Vec<ReturnCoverage>) {
    let mut push = |year: Option<i32>, module: Module, file: usize, days: Option<Period>| {
        let own = of.returns.iter().find(|of| of.year == year).filter(|_| module != Module::List);
        covered.push(ReturnCoverage {
            year,
            area,
            module,
            file: names.get(file).cloned(),
            from: days.map(Period::start),
            to: days.map(Period::end),
            used: true,
            quiet_from: own.and_then(|own| own.quiet_from(module)),
            may_be_part: own.is_some_and(|own| {
                own.quiet_from(module).is_some()
                    || !own.empty_days(module).is_empty()
                    || own.only_some(module).is_some()
            }),
            empty_days: own.map(|own| own.empty_days(module).to_vec()).unwrap_or_default(),
            only_some: own.and_then(|own| own.only_some(module)),
        });
    };
    for own in &of.returns {
        let tables = [
            (Module::Episodes, own.episodes.sources()),
            (Module::Missing, own.missing.sources()),
            (Module::Uasc, own.uasc.sources()),
            (Module::Header, own.header.sources()),
        ];
        for (module, sources) in tables {
            for source in sources {
                push(own.year, module, source.file, own.covers(module));
            }
        }
    }
    for source in of.list.sources() {
        push(None, Module::List, source.file, None);
    }
}

/// The module that a person chose a file as, if the file is not used.
fn unused(entry: &FileEntry) -> Option<Module> {
    let kind = match entry.problem.as_ref()? {
        Problem::SameAs { .. } | Problem::NeedsEpisodes => return None,
        Problem::NearMiss { kind, .. } | Problem::MissingColumns { kind, .. } => *kind,
        _ => entry.kind,
    };
    Some(match kind {
        FileKind::Episodes => Module::Episodes,
        FileKind::Missing => Module::Missing,
        FileKind::Uasc => Module::Uasc,
        FileKind::Header => Module::Header,
        FileKind::ChildList => Module::List,
        _ => return None,
    })
}

/// What is not given, and the module that is lacking.
pub(super) fn not_covered(lacks: &[Lacking], report: &Report) -> Vec<NotCovered> {
    let file = |lack: &Lack| {
        let is = |of: &&ReturnCoverage| !of.used && of.module == lack.module;
        let same_year = report.coverage_of_returns.iter().filter(is).find(|of| of.year == lack.year);
        let any = || report.coverage_of_returns.iter().filter(is).find(|of| of.year.is_none());
        same_year.or_else(any).and_then(|of| of.file.clone())
    };
    let lacks = lacks.iter().map(|Lacking { area, period, cohort, figure, lack }| NotCovered {
        area: *area,
        period: *period,
        cohort: *cohort,
        figure: *figure,
        module: lack.module,
        year: lack.year,
        days: lack.days,
        file: file(lack).filter(|_| !lack.contradicted && !lack.undecided),
        contradicted: lack.contradicted,
        undecided: lack.undecided,
    });
    lacks.collect()
}
