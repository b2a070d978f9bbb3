//! What an authority's own return says beyond its shares: how long, how often, and how it changed.

use std::fmt::Write as _;
use words::Language;

use missing_rates::cohort::Share;
use missing_rates::group::{By, Group};
use missing_rates::period::Period;
use missing_rates::rates::share_moved;
use missing_rates::report::{Basis, Change, Compared, Incidents, Measure, Profile, Rate, Report, Unit, code};

use crate::numbers::{by_points, percent_of};

/// The share of each authority, where returns of several were given.
pub(super) fn of_each(language: Language, out: &mut String, report: &Report, rate: &Rate) -> std::fmt::Result {
    for area in report.foi_by_authority.iter().map(|foi| foi.area).filter(|area| *area != rate.area) {
        let own = |other: &&Rate| {
            (other.area, other.period, other.cohort, other.measure, other.basis)
                == (area, rate.period, rate.cohort, rate.measure, rate.basis)
        };
        if let Some(own) = report.rates.iter().find(own) {
            super::figure(language, out, report, own)?;
        }
    }
    Ok(())
}

/// More of one cohort, under its share.
pub(super) fn more(out: &mut String, report: &Report, rate: &Rate) -> std::fmt::Result {
    let uncovered: Vec<String> = report.uncovered.iter().map(Period::to_string).collect();
    if !uncovered.is_empty() {
        writeln!(out, "    no return covers {}", uncovered.join(" or "))?;
    }
    let here = |p: &&Profile| {
        let of = (p.area, p.period, p.cohort, p.code, p.on_list);
        of == (rate.area, rate.period, rate.cohort, Incidents::Missing, None)
    };
    let of = || report.profiles.iter().filter(here);
    if let Some(all) = of().find(|p| p.group == Group::All) {
        if all.incidents != 0 && !all.lengths.is_empty() {
            let lengths: Vec<String> =
                all.lengths.iter().map(|(length, n)| format!("{} {n}", code(length).replace('-', " "))).collect();
            writeln!(out, "    length of incidents: {}", lengths.join("; "))?;
            let times: Vec<String> =
                all.times.iter().map(|(times, n)| format!("{} {n}", how_often(&code(times)))).collect();
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

/// `once`, `2 times`, `4 to 5 times`.
fn how_often(code: &str) -> String {
    if code == "1" { "once".to_owned() } else { format!("{} times", code.replace('-', " ")) }
}

/// How the shares changed since the year before.
pub(super) fn changes(language: Language, out: &mut String, report: &Report) -> std::fmt::Result {
    let own = |change: &&Change| change.basis == Basis::ChildLevel && change.measure == Measure::Share(Share::Missing);
    for change in report.changes.iter().filter(own).filter(|change| change.unit == Unit::PercentagePoints) {
        let parts = |of: &Compared| Some((of.numerator, of.denominator?));
        let moved = parts(&change.earlier).zip(parts(&change.later)).and_then(|(from, to)| share_moved(from, to));
        let Some(moved) = moved else { continue };
        write!(
            out,
            "{}: {}% to {}%, {}",
            language.cohort(change.cohort),
            moved.from,
            moved.to,
            by_points(&moved.points)
        )?;
        write!(out, ", {} to {}", language.period(change.from), language.period(change.to))?;
        if let (Some(lower), Some(upper)) = (change.lower, change.upper) {
            write!(out, "; 95% interval of the change {} to {} percentage points", signed(lower), signed(upper))?;
            write!(out, " (as if no child were in both years; in one return many are)")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A difference of shares in percentage points, with its sign.
fn signed(difference: f64) -> String {
    let text = percent_of(difference, 1);
    if difference > 0.0 && text != "0.0" { format!("+{text}") } else { text }
}
