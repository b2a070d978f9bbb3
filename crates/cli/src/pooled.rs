//! Pooled answers in words, for a terminal: who answered, how firm a share is, how it changed, how authorities compare.

use std::fmt::{Result, Write as _};
use words::Language;

use missing_rates::cohort::{Cohort, Share};
use missing_rates::rates::{percent_text, share_moved};
use missing_rates::report::{
    Basis, Coverage, Funnel, Influence, Origin, Others, Outcome, Rate, Reach, Report, Respondent, Target,
};

use crate::numbers::{authorities, by_points, counted, percent_of};

/// How many authorities are named in a list.
const NAMED: usize = 5;

/// What stands under a pooled share.
pub(crate) fn beside(language: Language, out: &mut String, report: &Report, rate: &Rate) -> Result {
    let here = (rate.area, rate.period, rate.cohort, rate.measure);
    let of = |basis: Basis| {
        report.rates.iter().find(|r| (r.area, r.period, r.cohort, r.measure) == here && r.basis == basis)
    };
    let coverage = report.coverage.iter().find(|c| (c.area, c.period, c.cohort, c.measure) == here);
    if let (Some(all), Some(coverage)) = (of(Basis::AllAnswers), coverage) {
        why_they_differ(language, out, rate, all, coverage)?;
    }
    for (low, high, what) in [
        (Basis::LowestByRangesAlone, Basis::HighestByRangesAlone, "ranges alone leave"),
        (Basis::LowestBySilenceAlone, Basis::HighestBySilenceAlone, "silence alone leaves"),
    ] {
        if let (Some(low), Some(high)) = (of(low), of(high)) {
            writeln!(out, "    {what} it between {}% and {}%", percent(low), percent(high))?;
        }
    }
    for target in report.targets.iter().filter(|t| (t.area, t.period, t.cohort, t.measure) == here) {
        reaching(language, out, target)?;
    }
    for influence in report.influence.iter().filter(|i| (i.area, i.period, i.cohort, i.measure) == here) {
        most_influential(out, rate, influence)?;
    }
    for funnel in report.funnel.iter().filter(|f| (f.area, f.period, f.cohort, f.measure) == here) {
        funnel_summary(out, funnel)?;
    }
    Ok(())
}

/// Why every answer divided gives another share than the matched one, in a sentence.
fn why_they_differ(language: Language, out: &mut String, rate: &Rate, all: &Rate, coverage: &Coverage) -> Result {
    let Some(unmatched) = coverage.children_unmatched else { return Ok(()) };
    if (rate.numerator, rate.denominator) == (all.numerator, all.denominator) {
        return Ok(());
    }
    write!(out, "    why they differ: {} of {}", language.number(all.numerator), language.number(all.denominator))?;
    let extra = all.numerator - rate.numerator;
    if unmatched > 0 {
        write!(
            out,
            " counts {} of {} that did not say exactly how many went missing",
            counted(unmatched, "child", "children"),
            authorities(coverage.children_only)
        )?;
    }
    if extra > 0 {
        let and = if unmatched > 0 { ", and" } else { " counts" };
        write!(
            out,
            "{and} {} who went missing in {} that did not say of how many",
            counted(extra, "child", "children"),
            authorities(coverage.missing_only)
        )?;
    }
    writeln!(out)
}

fn reaching(language: Language, out: &mut String, target: &Target) -> Result {
    let share = percent_of(target.target, 2);
    let silent = format!(
        "the {} children of the {} that did not say exactly",
        language.number(target.silent_children),
        authorities(target.silent_authorities)
    );
    match target.reach {
        Reach::Possible => {
            let needed = u64::try_from(target.needed_children).unwrap_or(0);
            let part = percent_text(needed, target.silent_children, 1).map_or(String::new(), |p| format!(" ({p}%)"));
            writeln!(
                out,
                "    to come to {share}%, {}{part} of {silent} would have gone missing",
                language.number(needed)
            )
        }
        Reach::TooHigh => writeln!(out, "    it cannot come to {share}%, whatever is true of {silent}: it is lower"),
        Reach::TooLow => writeln!(out, "    it cannot come to {share}%, whatever is true of {silent}: it is higher"),
    }
}

fn most_influential(out: &mut String, rate: &Rate, influence: &Influence) -> Result {
    writeln!(out, "    without one authority in turn, those first that matter most:")?;
    for without in influence.without.iter().take(NAMED) {
        let with = (rate.numerator, rate.denominator);
        let name = names(&without.respondent);
        match share_moved(with, (without.numerator, without.denominator)) {
            Some(moved) => writeln!(out, "      without {name}: {}%, {}", moved.to, by_points(&moved.points))?,
            None => writeln!(out, "      without {name}: no children are left")?,
        }
    }
    Ok(())
}

fn funnel_summary(out: &mut String, funnel: &Funnel) -> Result {
    let all = funnel.authorities.len();
    let outside =
        |is: &dyn Fn(&missing_rates::report::FunnelPoint) -> bool| funnel.authorities.iter().filter(|a| is(a)).count();
    writeln!(
        out,
        "    funnel: {} of {all} authorities lie outside the 95% limits, {} outside the 99.8% limits",
        outside(&|a| a.place.is_outside_95()),
        outside(&|a| a.place.is_outside_998())
    )?;
    if funnel.tau2 > 0.0 {
        writeln!(
            out,
            "    they differ more than chance explains (phi {:.2}); of limits adjusted for that: {} and {}",
            funnel.phi,
            outside(&|a| a.place_adjusted.is_outside_95()),
            outside(&|a| a.place_adjusted.is_outside_998())
        )?;
    }
    Ok(())
}

/// An authority that was asked about, beside others.
pub(crate) fn comparisons(language: Language, out: &mut String, report: &Report) -> Result {
    for c in report.comparisons.iter().filter(|c| c.measure == Share::Missing) {
        let name = c.authority.name.unwrap_or_default();
        let with = match c.with {
            Others::Neighbours => "its statistical neighbours".to_owned(),
            Others::Area { area } => format!("the others of {}", area.name.unwrap_or_default()),
        };
        let outcome = match c.outcome {
            Outcome::Higher => "higher than chance would explain",
            Outcome::Lower => "lower than chance would explain",
            Outcome::NotClear => "chance alone could explain the difference",
        };
        let own = percent_text(c.numerator, c.denominator, 1).unwrap_or_default();
        let theirs = percent_text(c.others.numerator, c.others.denominator, 1).unwrap_or_default();
        writeln!(
            out,
            "{name}, {}, {}: {own}%, {with} {theirs}% ({}): {outcome}",
            language.cohort(c.cohort),
            language.period(c.period),
            authorities(c.others.authorities)
        )?;
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
        let (numerator, denominator) = (language.number(numerator), language.number(denominator));
        writeln!(
            out,
            "    published before, {}: {percent}%, {numerator} of {denominator} ({title}, {published})",
            language.period(point.period)
        )?;
    }
    Ok(())
}

fn percent(rate: &Rate) -> String {
    percent_text(rate.numerator, rate.denominator, 1).unwrap_or_else(|| "–".to_owned())
}

fn names(respondent: &Respondent) -> String {
    respondent.names.join(" and ")
}
