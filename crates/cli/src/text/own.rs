//! What an authority's own return says beyond its shares: how long, how often, and how it changed.

use std::fmt::Write as _;
use words::Language;

use missing_rates::cohort::Share;
use missing_rates::group::{By, Group};
use missing_rates::period::Period;
use missing_rates::report::{Basis, Change, Incidents, Measure, Profile, Rate, Report, Unit, code};

/// More of one cohort, under its share.
pub(super) fn more(out: &mut String, report: &Report, rate: &Rate) -> std::fmt::Result {
    let uncovered: Vec<String> = report.uncovered.iter().map(Period::to_string).collect();
    if !uncovered.is_empty() {
        writeln!(out, "    no return covers {}", uncovered.join(" or "))?;
    }
    let here =
        |p: &&Profile| (p.period, p.cohort, p.code, p.on_list) == (rate.period, rate.cohort, Incidents::Missing, None);
    let of = || report.profiles.iter().filter(here);
    if let Some(all) = of().find(|p| p.group == Group::All) {
        if all.incidents != 0 && !all.lengths.is_empty() {
            let lengths: Vec<String> =
                all.lengths.iter().map(|(length, n)| format!("{} {n}", code(length).replace('-', " "))).collect();
            writeln!(out, "    length of incidents: {}", lengths.join("; "))?;
            let times: Vec<String> =
                all.times.iter().map(|(times, n)| format!("{} times {n}", code(times).replace('-', " "))).collect();
            writeln!(out, "    children by number of incidents: {}", times.join("; "))?;
        }
        writeln!(out, "    {} missing more than once; {} at the end", all.more_than_once, all.at_end)?;
    }
    for by in By::ALL.into_iter().filter(|by| *by != By::None) {
        let groups: Vec<String> = of()
            .filter(|p| p.by == by)
            .map(|p| format!("{} {} of {}", p.group.name().replace('-', " "), p.children_missing, p.children))
            .collect();
        if !groups.is_empty() {
            writeln!(out, "    by {}: {}", code(&by).replace('-', " "), groups.join("; "))?;
        }
    }
    Ok(())
}

/// How the shares changed since the year before.
pub(super) fn changes(language: Language, out: &mut String, report: &Report) -> std::fmt::Result {
    let own = |change: &&Change| change.basis == Basis::ChildLevel && change.measure == Measure::Share(Share::Missing);
    for change in report.changes.iter().filter(own).filter(|change| change.unit == Unit::PercentagePoints) {
        let points = change.difference * 100.0;
        write!(out, "{}: {points:+.1} percentage points", language.cohort(change.cohort))?;
        write!(out, " from {} to {}", language.period(change.from), language.period(change.to))?;
        if let (Some(lower), Some(upper)) = (change.lower, change.upper) {
            write!(out, "; 95% interval {:+.1} to {:+.1}", lower * 100.0, upper * 100.0)?;
        }
        writeln!(out)?;
    }
    Ok(())
}
