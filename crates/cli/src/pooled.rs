//! Pooled answers in words: why shares differ, how certain a share is, how authorities compare.

use std::fmt::{Result, Write as _};

use missing_rates::cohort::{Cohort, Share};
use missing_rates::rates::share_moved;
use missing_rates::report::{
    Area, Basis, Coverage, Funnel, FunnelPoint, Influence, Level, Origin, Others, Outcome, Rate, Report,
};
use results::{Precise, sentences};
use words::{Language, Text};

/// How many authorities are named in a list.
const NAMED: usize = 5;

/// What is shown under a pooled share.
pub(crate) fn beside(language: Language, out: &mut String, report: &Report, rate: &Rate) -> Result {
    let here = (rate.area, rate.period, rate.cohort, rate.measure);
    let of = |basis: Basis| {
        report.rates.iter().find(|r| (r.area, r.period, r.cohort, r.measure) == here && r.basis == basis)
    };
    let is_here = |c: &&Coverage| (c.area, c.period, c.cohort, c.measure) == here;
    if let Some((all, coverage)) = of(Basis::AllAnswers).zip(report.coverage.iter().find(is_here))
        && (rate.numerator, rate.denominator) != (all.numerator, all.denominator)
        && let Some(why) = sentences::why_they_differ(language, all, rate, coverage)
    {
        writeln!(out, "    {why}")?;
    }
    let ends = |low: Basis, high: Basis| Some((language.rate(of(low)?), language.rate(of(high)?)));
    if let Some((lowest, highest)) = ends(Basis::LowestByRangesAlone, Basis::HighestByRangesAlone) {
        let line = words::CliRangesAlone { highest: &highest, lowest: &lowest };
        writeln!(out, "    {}", line.text(language))?;
    }
    if let Some((lowest, highest)) = ends(Basis::LowestBySilenceAlone, Basis::HighestBySilenceAlone) {
        let line = words::CliSilenceAlone { highest: &highest, lowest: &lowest };
        writeln!(out, "    {}", line.text(language))?;
    }
    for target in report.targets.iter().filter(|t| (t.area, t.period, t.cohort, t.measure) == here) {
        writeln!(out, "    {}", sentences::target(language, &percent(language, target.target), target))?;
    }
    for influence in report.influence.iter().filter(|i| (i.area, i.period, i.cohort, i.measure) == here) {
        most_influential(language, out, rate, influence)?;
    }
    // The funnel of the kingdom is that of its one nation, if answers are about no other.
    let is_whole = |area: Area| area.level == Level::Kingdom && report.only_nation(rate.period) == Some(rate.area);
    let is_of = |f: &&Funnel| {
        (f.area == rate.area || is_whole(f.area)) && (f.period, f.cohort, f.measure) == (here.1, here.2, here.3)
    };
    for funnel in report.funnel.iter().filter(is_of) {
        funnel_summary(language, out, funnel)?;
    }
    Ok(())
}

/// A share as a number of per cent, with no more decimals than it needs: `40`, `37.5`.
fn percent(language: Language, share: f64) -> String {
    let text = language.hundredths(share * 100.0);
    text.trim_end_matches('0').trim_end_matches(language.decimal_separator()).to_owned()
}

fn most_influential(language: Language, out: &mut String, rate: &Rate, influence: &Influence) -> Result {
    writeln!(out, "    {}", language.cli_influence())?;
    for without in influence.without.iter().take(NAMED) {
        let with = (rate.numerator, rate.denominator);
        let name = language.respondent(&without.respondent);
        let line = match share_moved(with, (without.numerator, without.denominator)) {
            Some(moved) => {
                let (share, moved) = (language.percent_of(&moved.to), language.moved(&moved.points));
                words::CliWithout { moved: &moved, name: &name, share: &share }.text(language)
            }
            None => language.influence_none(&name),
        };
        writeln!(out, "      {line}")?;
    }
    Ok(())
}

fn funnel_summary(language: Language, out: &mut String, funnel: &Funnel) -> Result {
    let count = |is: &dyn Fn(&FunnelPoint) -> bool| funnel.authorities.iter().filter(|a| is(a)).count() as u64;
    let line = words::CliFunnel {
        all: &language.cli_authorities(funnel.authorities.len() as u64),
        far: &language.number(count(&|a| a.place.is_outside_998())),
        outside: &language.number(count(&|a| a.place.is_outside_95())),
    };
    writeln!(out, "    {}", line.text(language))?;
    if funnel.tau2 > 0.0 && funnel.phi > 1.0 {
        let line = words::CliFunnelAdjusted {
            far: &language.number(count(&|a| a.place_adjusted.is_outside_998())),
            outside: &language.number(count(&|a| a.place_adjusted.is_outside_95())),
            phi: &language.hundredths(funnel.phi),
        };
        writeln!(out, "    {}", line.text(language))?;
    }
    Ok(())
}

/// An authority that was asked about, beside others.
pub(crate) fn comparisons(language: Language, out: &mut String, report: &Report) -> Result {
    let precise = Precise::of(language, report);
    for c in report.comparisons.iter().filter(|c| c.measure == Share::Missing) {
        let others: Text = match c.with {
            Others::Neighbours => language.compare_neighbours().into(),
            Others::Area { area } => language.compare_others_of(area.name.unwrap_or_default()),
        };
        let outcome = match c.outcome {
            Outcome::Higher => language.compare_higher(),
            Outcome::Lower => language.compare_lower(),
            Outcome::NotClear => language.compare_not_clear(),
        };
        let line = words::CliComparison {
            authorities: &language.cli_authorities(c.others.authorities),
            cohort: language.cohort(c.cohort),
            name: c.authority.name.unwrap_or_default(),
            others: &language.lower(&others),
            outcome,
            own: &precise.part_of(c.numerator, c.denominator),
            period: &language.period(c.period),
            theirs: &precise.part_of(c.others.numerator, c.others.denominator),
        };
        writeln!(out, "{}", line.text(language))?;
    }
    if !report.comparisons.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}

/// What was published of a cohort before.
pub(crate) fn published_before(language: Language, out: &mut String, report: &Report, cohort: Cohort) -> Result {
    let Some(series) = report.series.iter().find(|s| s.cohort == cohort) else { return Ok(()) };
    for point in &series.points {
        let Origin::Report { title, published } = point.origin else { continue };
        let (Some(numerator), Some(denominator), Some(percent)) =
            (point.numerator, point.denominator, point.printed_percent)
        else {
            continue;
        };
        let line = words::CliPublishedBefore {
            children: &language.number(denominator),
            missing: &language.number(numerator),
            percent: &language.percent_of(&percent.to_string()),
            period: &language.period(point.period),
            title,
            year: &published.to_string(),
        };
        writeln!(out, "    {}", line.text(language))?;
    }
    Ok(())
}
