//! Figures from child-level files.

use super::ledger::Ledger;
use crate::care::{Tables, calculate};
use crate::cohort::{Average, Cohort, Count, Share};
use crate::period::Period;
use crate::rates::rate;
use crate::read::{Content, Module, ReadFile};
use crate::report::{Area, Basis, Level, Problem, Ratio, Report, Total};

/// Whoever made the return: its files do not say.
const WHOSE: Area = Area { code: None, name: None, level: Level::Return };

/// Adds the figures of all SSDA903 files together.
pub(super) fn add(files: &[(usize, &ReadFile)], asked: Option<Period>, ledger: &mut Ledger, report: &mut Report) {
    let mut tables = Tables::default();
    for (index, file) in files {
        match &file.content {
            Content::Module(Module::Episodes(rows)) => tables.episodes.push((*index, rows)),
            Content::Module(Module::Uasc(rows)) => tables.uasc.push((*index, rows)),
            Content::Module(Module::Missing(rows)) => tables.missing.push((*index, rows)),
            Content::Module(Module::Trafficked(rows)) => tables.trafficked.push((*index, rows)),
            _ => {}
        }
    }
    let Some(period) = asked.or_else(|| tables.collection_year()) else {
        let undated = tables.uasc.iter().map(|(file, _)| *file).chain(tables.trafficked.iter().map(|(file, _)| *file));
        undated.for_each(|file| ledger.problem(file, Problem::NeedsEpisodes));
        return;
    };
    if tables.episodes.is_empty() {
        let waiting = tables.missing.iter().map(|(file, _)| *file).chain(tables.uasc.iter().map(|(file, _)| *file));
        waiting.for_each(|file| ledger.problem(file, Problem::NeedsEpisodes));
    }
    let counts = calculate(&tables, period);
    for (file, reason, rows) in counts.set_aside {
        ledger.set_aside(file, reason, rows);
    }
    if counts.counts.is_empty() {
        return;
    }
    report.periods.push(period);
    let count = |cohort: Cohort, count: Count| {
        counts.counts.iter().find(|(c, what, _)| (*c, *what) == (cohort, count)).map(|(.., n)| *n)
    };
    for cohort in Cohort::ALL {
        for measure in Count::ALL {
            if let Some(n) = count(cohort, measure) {
                report.totals.push(Total {
                    area: WHOSE,
                    period,
                    cohort,
                    measure,
                    exact: Some(n),
                    authorities: 1,
                    lowest: n,
                    highest: n,
                });
            }
        }
        let children = count(cohort, Count::Children);
        for share in Share::ALL {
            if let (Some(numerator), Some(denominator)) = (count(cohort, share.numerator()), children) {
                report.rates.push(rate(
                    &WHOSE,
                    (period, cohort),
                    share,
                    Basis::ChildLevel,
                    (numerator, denominator),
                    1,
                ));
            }
        }
        for measure in Average::ALL {
            let (over, under) = measure.parts();
            if let (Some(numerator), Some(denominator)) = (count(cohort, over), count(cohort, under)) {
                let value = (denominator > 0).then(|| numerator as f64 / denominator as f64);
                report.ratios.push(Ratio {
                    area: WHOSE,
                    period,
                    cohort,
                    measure,
                    numerator,
                    denominator,
                    authorities: 1,
                    value,
                });
            }
        }
    }
}
