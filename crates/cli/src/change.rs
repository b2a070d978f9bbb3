//! Changes between periods, in the sentences of the page.

use std::fmt::{Result, Write as _};

use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::report::{Basis, Change, Level, Report, Unit};
use results::{Precise, sentences};
use words::{Language, Text};

/// Changes of one cohort in its largest area, each in sentences that can be quoted.
pub(crate) fn changes(language: Language, out: &mut String, report: &Report, cohort: Cohort) -> Result {
    let of_cohort = || report.changes.iter().filter(|c| c.cohort == cohort);
    let Some(largest) = of_cohort().map(|c| c.area.level).min().filter(|level| *level < Level::Authority) else {
        return Ok(());
    };
    let largest: Vec<&Change> = of_cohort().filter(|c| c.area.level == largest).collect();
    let mut pairs: Vec<(Period, Period)> = largest.iter().map(|c| (c.from, c.to)).collect();
    pairs.dedup();
    for pair in pairs {
        let these: Vec<&Change> = largest.iter().copied().filter(|c| (c.from, c.to) == pair).collect();
        let (lead, rest) = sentences::change(Precise::of(language, report), cohort, pair, &these);
        writeln!(out, "{lead}")?;
        for sentence in rest {
            writeln!(out, "  {sentence}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What is said of two periods that were to be compared, where no figure is there for both.
pub(crate) fn not_compared(language: Language, report: &Report, asked: Option<(Period, Period)>) -> Option<Text> {
    let (from, to) = asked?;
    let is_there = report.changes.iter().any(|change| (change.from, change.to) == (from, to));
    let text = || words::CliNotCompared { from: &language.period(from), to: &language.period(to) }.text(language);
    (!is_there).then(text)
}

/// How the shares of an authority's own return changed since the year before.
pub(crate) fn own(language: Language, out: &mut String, report: &Report) -> Result {
    let is_share = |change: &&Change| change.basis == Basis::ChildLevel && change.unit == Unit::PercentagePoints;
    let missing = |change: &&Change| {
        change.measure == missing_rates::report::Measure::Share(missing_rates::cohort::Share::Missing)
    };
    let precise = Precise::of(language, report);
    for change in report.changes.iter().filter(is_share).filter(missing) {
        let sentence = sentences::own_change(precise, change);
        // Of several authorities, whose return it is.
        let sentence = match change.area.name {
            Some(name) => words::CliWhose { name, text: &sentence }.text(language),
            None => sentence,
        };
        writeln!(out, "{sentence}")?;
        let (from, to) = (language.period(change.from), language.period(change.to));
        writeln!(out, "  {}", words::ChangeOwnPeriods { from: &language.capital(&from), to: &to }.text(language))?;
        if let Some(interval) = sentences::own_change_interval(precise, change) {
            writeln!(out, "  {interval}")?;
        }
    }
    Ok(())
}
