//! What an authority's own return says beyond its shares: how long and how often, group by group.

use results::sentences;
use std::fmt::Write as _;
use words::Language;

use missing_rates::group::{By, Group};
use missing_rates::report::{Band, Basis, Incidents, Length, Profile, Rate, Report, Shown, Times};

/// More of one cohort, under its share.
pub(super) fn more(language: Language, out: &mut String, report: &Report, rate: &Rate) -> std::fmt::Result {
    if rate.basis == Basis::ChildLevel
        && let Some(doubt) = sentences::years_in_doubt(language, report, rate.period, rate.cohort)
    {
        writeln!(out, "    {doubt}")?;
    }
    let uncovered = report.uncovered.iter().map(|days| language.range(*days));
    let uncovered = uncovered.reduce(|first, last| words::UncoveredAnd { first: &first, last: &last }.text(language));
    if let Some(days) = uncovered {
        writeln!(out, "    {}", language.cli_uncovered(&days))?;
    }
    let renewed = sentences::renewed(language, report).filter(|_| sentences::spans_two_returns(rate.period));
    if let Some(renewed) = renewed {
        writeln!(out, "    {renewed}")?;
    }
    let here = |p: &&Profile| {
        let of = (p.area, p.period, p.cohort, p.code, p.on_list);
        of == (rate.area, rate.period, rate.cohort, Incidents::Missing, None)
    };
    let of = || report.profiles.iter().filter(here);
    let pair = |name: &str, count: Shown| -> String {
        words::CliPair { name, number: &language.shown(count) }.text(language).to_string()
    };
    if let Some(all) = of().find(|p| p.group == Group::All) {
        if all.incidents != 0 {
            let length = |(length, count): (&Length, &Shown)| pair(&language.lower(language.length(*length)), *count);
            let together = |of: &Band<Length>| pair(&language.lower(&language.lengths(of.from, of.to)), of.count);
            let lengths: Vec<String> =
                all.lengths.iter().map(length).chain(all.merged.lengths.iter().map(together)).collect();
            if !lengths.is_empty() {
                writeln!(out, "    {}", language.cli_lengths(&lengths.join("; ")))?;
            }
            let times = |(times, count): (&Times, &Shown)| pair(&language.times(*times), *count);
            let together = |of: &Band<Times>| pair(&language.times_together(of.from, of.to), of.count);
            let times: Vec<String> = all.times.iter().map(times).chain(all.merged.times.iter().map(together)).collect();
            if !times.is_empty() {
                writeln!(out, "    {}", language.cli_times(&times.join("; ")))?;
            }
        }
        let (end, more): (&str, &str) = (&language.shown(all.at_end), &language.shown(all.more_than_once));
        writeln!(out, "    {}", words::CliMoreAndEnd { end, more }.text(language))?;
    }
    for by in By::ALL.into_iter().filter(|by| *by != By::None) {
        let group = |p: &Profile| {
            let group = words::CliGroup {
                children: &language.shown(p.children),
                group: &language.lower(language.group(p.group)),
                missing: &language.shown(p.children_missing),
            };
            group.text(language).to_string()
        };
        let groups: Vec<String> = of().filter(|p| p.by == by).map(group).collect();
        if !groups.is_empty() {
            let line = words::CliBy { by: &language.lower(language.by(by)), groups: &groups.join("; ") };
            writeln!(out, "    {}", line.text(language))?;
        }
    }
    Ok(())
}
