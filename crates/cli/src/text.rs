//! The report in words, for a terminal.

mod own;

use std::fmt::Write as _;
use words::{Language, Text};

use crate::standing;
use missing_rates::Query;
use missing_rates::cohort::{Average, Cohort, Share};
use missing_rates::period::Period;
use missing_rates::rates::{answers_in, average_text};
use missing_rates::report::{
    Area, Basis, Coverage, FileEntry, FileKind, HiddenFigure, HiddenOf, Level, Measure, PeriodsFrom, Provenance, Rate,
    Report, Total, YearFrom,
};
use results::{Ends, Precise};

use crate::{change, coverage, pooled};

/// One line for each file that could not be used.
pub(crate) fn problems(language: Language, report: &Report) -> Vec<Text> {
    let line = |file: &FileEntry| {
        let mut text = language.problem_in_terminal(file.problem.as_ref()?);
        if file.may_be_empty() && !file.is_hidden() {
            text = [&*text, " ", language.cli_do_empty()].concat().into();
        }
        let file = if file.name.is_empty() { language.cli_a_file() } else { &file.name };
        Some(words::CliAboutFile { file, text: &text }.text(language))
    };
    report.files.iter().filter_map(line).collect()
}

/// Files of which a person said that they are empty, and that are not.
pub(crate) fn not_empty(language: Language, report: &Report, asked: &Query) -> Vec<Text> {
    let said = |file: &&FileEntry| asked.empty.contains(&file.name) && !file.said_empty;
    report.files.iter().filter(said).map(|file| language.cli_empty_not_heard(&file.name)).collect()
}

/// Lists of interviews or teams of which a person said a year: it changes nothing.
pub(crate) fn dated_lists(language: Language, report: &Report, dated: &[&str]) -> Vec<Text> {
    let is_list = |kind| matches!(kind, FileKind::Interviews | FileKind::Teams);
    let said = |file: &&FileEntry| is_list(file.kind) && dated.contains(&&*file.name);
    report.files.iter().filter(said).map(|file| language.cli_list_has_no_year(&file.name)).collect()
}

/// The figures, then what became of the files.
pub(crate) fn report(language: Language, report: &Report) -> String {
    let mut out = String::new();
    if let Some(unit) = Precise::of(language, report).unit() {
        out.push_str(&language.publish_rounded(&unit));
        out.push_str("\n\n");
    }
    // Writing to a String cannot fail.
    let _ = write_report(language, &mut out, report);
    if report.disclosure.is_safe() {
        let _ = writeln!(out, "\n{}", language.cli_safe(language.publish_why_one()));
        if report.rates.iter().any(|rate| rate.basis == Basis::LowestByRanges) {
            let _ = writeln!(out, "{}", language.publish_why_ranges());
        }
        if !report.left_out.is_empty() {
            let (name, tables) = language.provenance(&Provenance::LeftOut(&report.left_out));
            let _ = writeln!(out, "{name}: {tables}");
        }
    }
    out
}

fn write_report(language: Language, out: &mut String, report: &Report) -> std::fmt::Result {
    let from = match report.periods_from {
        PeriodsFrom::Files => language.cli_from_files(),
        PeriodsFrom::Asked => language.cli_from_asked(),
    };
    coverage::covered(language, out, report)?;
    for period in &report.periods {
        for cohort in Cohort::ALL {
            let here = |r: &&Rate| r.period == *period && r.cohort == cohort && r.measure == Share::Missing;
            let largest = report.rates.iter().filter(here).map(|r| r.area.level).min();
            let nation = report.only_nation(*period);
            // A return of one's own comes first, whatever larger areas stand beside it.
            let own = |r: &&Rate| r.area.level == Level::Return && r.basis == Basis::ChildLevel;
            let larger = |r: &&Rate| {
                is_first(r.area, largest, nation) && !own(r) && matches!(r.basis, Basis::Matched | Basis::ChildLevel)
            };
            let returned = report.rates.iter().filter(here).filter(own);
            let mut headline = returned.chain(report.rates.iter().filter(here).filter(larger)).peekable();
            if headline.peek().is_none() {
                counts_alone(language, out, report, *period, cohort)?;
                continue;
            }
            let heading =
                words::CliHeading { cohort: language.cohort(cohort), from, period: &language.period(*period) };
            writeln!(out, "{}", heading.text(language))?;
            for rate in headline {
                figure(language, out, report, rate)?;
                if rate.basis == Basis::Matched {
                    pooled::beside(language, out, report, rate)?;
                    pooled::published_before(language, out, report, cohort)?;
                    of_each(language, out, report, rate)?;
                }
            }
            writeln!(out)?;
        }
    }
    coverage::needs(language, out, report)?;
    for cohort in Cohort::ALL {
        change::changes(language, out, report, cohort)?;
    }
    pooled::comparisons(language, out, report)?;
    change::own(language, out, report)?;
    if let Some(standing) = &report.standing {
        standing::write(Precise::of(language, report), out, standing)?;
    }
    files(language, out, report)
}

/// Whether figures of an area come first: those of the largest, or of the one nation that all answers are about.
fn is_first(area: Area, largest: Option<Level>, nation: Option<Area>) -> bool {
    match nation.filter(|_| largest == Some(Level::Kingdom)) {
        Some(nation) => area == nation,
        None => Some(area.level) == largest,
    }
}

/// Counts of which no share can be made: published without denominators, or a return without its Missing file.
fn counts_alone(
    language: Language,
    out: &mut String,
    report: &Report,
    period: Period,
    cohort: Cohort,
) -> std::fmt::Result {
    let here = |t: &&Total| t.period == period && t.cohort == cohort;
    let Some(largest) = report.totals.iter().filter(here).map(|t| t.area.level).min() else { return Ok(()) };
    let (cohort_name, days): (_, &str) = (language.cohort(cohort), &language.period(period));
    let is_share = |of: &HiddenFigure| matches!(of.of, HiddenOf::Rate { .. });
    let heading = if report.hidden.iter().any(|of| (of.period, of.cohort) == (period, cohort) && is_share(of)) {
        words::CliShareHidden { cohort: cohort_name, period: days }.text(language)
    } else {
        words::CliCountsAlone { cohort: cohort_name, period: days }.text(language)
    };
    writeln!(out, "{heading}")?;
    let nation = report.only_nation(period);
    for total in report.totals.iter().filter(here).filter(|t| is_first(t.area, Some(largest), nation)) {
        let count = total.exact.map(|count| language.number(count));
        let count =
            count.unwrap_or_else(|| words::TotalsRange { highest: total.highest, lowest: total.lowest }.text(language));
        let area = area(language, total.area.name);
        let measure: &str = &language.lower(language.measure(Measure::Count(total.measure)));
        // A sum says of how many authorities it is: not all may have given it.
        let line = if total.exact.is_some() && total.authorities > 0 && total.area.level < Level::Authority {
            words::CliCountOf { area, authorities: total.authorities, count: &count, measure }.text(language)
        } else {
            words::CliCount { area, count: &count, measure }.text(language)
        };
        writeln!(out, "  {line}")?;
    }
    writeln!(out)
}

/// What an area is called; a return of nobody in particular is this one.
fn area(language: Language, name: Option<&'static str>) -> &'static str {
    name.unwrap_or_else(|| language.cli_this_return())
}

/// What the figures that cannot be given need, and what became of the files.
pub(crate) fn files_of(language: Language, report: &Report) -> String {
    let mut out = String::new();
    let _ = coverage::covered(language, &mut out, report)
        .and_then(|()| coverage::needs(language, &mut out, report))
        .and_then(|()| files(language, &mut out, report));
    out
}

fn files(language: Language, out: &mut String, report: &Report) -> std::fmt::Result {
    for file in &report.files {
        if file.is_hidden() {
            // Its kind and its year, which are all that is said of it.
            writeln!(out, "{}", language.file(file))?;
            continue;
        }
        let (kind, name, used) = (language.kind(file.kind), &file.name, &language.shown(file.rows_used));
        let line = if file.rows_used.number() != Some(0) && is_not_used(report, &file.name) {
            words::CliFileNotUsed { kind, name }.text(language)
        } else if file.rows.number() == Some(1) {
            words::CliFileOne { kind, name, used }.text(language)
        } else {
            words::CliFile { all: &language.shown(file.rows), kind, name, used }.text(language)
        };
        writeln!(out, "{line}")?;
        if let Some(of) = file.collection_year {
            let (from, year): (_, &str) = (year_from(language, of.from), &of.year.to_string());
            let line = if of.certain {
                words::CliFileYear { from, year }.text(language)
            } else {
                words::CliFileYearDoubt { from, year }.text(language)
            };
            writeln!(out, "    {line}")?;
        }
        if file.said_empty && file.problem.is_none() {
            writeln!(out, "    {}", language.cli_said_empty())?;
        }
        if let Some(renamed) = results::renamed(language, &file.renamed) {
            writeln!(out, "    {renamed} {}", language.cli_file_renamed())?;
        }
        for aside in report.set_aside_of(file) {
            let rows: &str = &language.cli_rows(aside.count);
            let line = words::CliSetAside { reason: language.reason(aside.reason), rows };
            writeln!(out, "    {}", line.text(language))?;
        }
    }
    out.push_str(&crate::answers::lists(language, report));
    crate::quality::quality(language, out, report)
}

/// Whether a file is one of a return, and no year uses it.
fn is_not_used(report: &Report, name: &str) -> bool {
    let mut years = report.coverage_of_returns.iter().filter(|of| of.file.as_deref() == Some(name)).peekable();
    years.peek().is_some() && years.all(|of| !of.used)
}

/// What says which collection year a file is of.
fn year_from(language: Language, from: YearFrom) -> &'static str {
    match from {
        YearFrom::Person => language.cli_year_person(),
        YearFrom::Name => language.cli_year_name(),
        YearFrom::NameBegins => language.cli_year_name_begins(),
        YearFrom::Asked => language.cli_year_asked(),
        YearFrom::Dates => language.cli_year_dates(),
        YearFrom::OtherModules => language.cli_year_modules(),
        YearFrom::Children => language.cli_year_children(),
        YearFrom::Names => language.cli_year_names(),
    }
}

/// The share of each authority, where returns of several were given.
fn of_each(language: Language, out: &mut String, report: &Report, rate: &Rate) -> std::fmt::Result {
    for area in report.foi_by_authority.iter().map(|foi| foi.area).filter(|area| *area != rate.area) {
        let own = |other: &&Rate| {
            (other.area, other.period, other.cohort, other.measure, other.basis)
                == (area, rate.period, rate.cohort, rate.measure, rate.basis)
        };
        if let Some(own) = report.rates.iter().find(own) {
            figure(language, out, report, own)?;
        }
    }
    Ok(())
}

fn figure(language: Language, out: &mut String, report: &Report, rate: &Rate) -> std::fmt::Result {
    writeln!(out, "  {}", share(language, report, rate))?;
    let here = (rate.area, rate.period, rate.cohort);
    let same = |r: &&Rate| (r.area, r.period, r.cohort) == here && r.measure == rate.measure;
    let of = |basis: Basis| report.rates.iter().filter(same).find(|r| r.basis == basis);
    let parts = |rate: &Rate| (rate.numerator, rate.denominator);
    if let Some(all) = of(Basis::AllAnswers).filter(|all| parts(all) != parts(rate)) {
        let line = words::CliAllAnswers {
            children: &language.number(all.denominator),
            missing: &language.number(all.numerator),
            share: &language.rate(all),
        };
        writeln!(out, "    {}", line.text(language))?;
    }
    let precise = Precise::of(language, report);
    let ends = |low: Basis, high: Basis| {
        let (low, high) = of(low).zip(of(high)).filter(|(low, high)| parts(low) != parts(high))?;
        precise.bounds(low, high).map(|ends| ends.said)
    };
    if let Some((lowest, highest)) = ends(Basis::Lowest, Basis::Highest) {
        let line = match precise.unit() {
            None => words::CliBetween { highest: &highest, lowest: &lowest }.text(language),
            Some(_) => words::CliBetweenRounded { highest: &highest, lowest: &lowest }.text(language),
        };
        writeln!(out, "    {line}")?;
    }
    if let Some((lowest, highest)) = ends(Basis::LowestByRanges, Basis::HighestByRanges) {
        let line = words::CliBetweenRanges { highest: &highest, lowest: &lowest };
        writeln!(out, "    {}", line.text(language))?;
    }
    let ratio = report
        .ratios
        .iter()
        .find(|r| (r.area, r.period, r.cohort) == here && r.measure == Average::IncidentsPerMissingChild);
    if let Some((ratio, each)) = ratio.and_then(|r| Some((r, average_text(r.numerator, r.denominator, 1)?))) {
        let each = precise.about(&each);
        let line = words::CliIncidents { each: &each, incidents: &language.incidents_number(ratio.numerator) };
        writeln!(out, "    {}", line.text(language))?;
    }
    if matches!(rate.basis, Basis::ChildLevel | Basis::Matched) {
        own::more(language, out, report, rate)?;
    }
    let gave = |c: &&Coverage| (c.area, c.period, c.cohort) == here && c.measure == rate.measure;
    if rate.area.level < Level::Authority
        && let Some(c) = report.coverage.iter().find(gave)
    {
        let line = words::CliWhoAnswered {
            both: &language.number(c.both),
            children: &language.number(c.children_only),
            missing: &language.number(c.missing_only),
            neither: &language.number(c.neither),
        };
        writeln!(out, "    {}", line.text(language))?;
        let (answers, authorities) = (answers_in(report, rate), rate.authorities);
        if answers < authorities {
            writeln!(out, "    {}", words::WhoTogether { answers, authorities }.text(language))?;
        }
        if c.contradictory > 0 {
            writeln!(out, "    {}", language.cli_contradictory(c.contradictory))?;
        }
    }
    Ok(())
}

/// A share with its two numbers, and its interval.
fn share(language: Language, report: &Report, rate: &Rate) -> Text {
    if rate.denominator == 0 {
        let area = area(language, rate.area.name);
        if rate.basis == Basis::Matched && rate.area.level < Level::Authority {
            return words::CliFigureNoneMatched { area, authorities: rate.authorities }.text(language);
        }
        return language.cli_figure_none(area);
    }
    let precise = Precise::of(language, report);
    let figure = words::CliFigure {
        area: area(language, rate.area.name),
        children: &language.cli_children(rate.denominator),
        missing: &language.number(rate.numerator),
        share: &precise.share(rate),
    };
    let mut figure = figure.text(language);
    if let Some(unit) = precise.unit() {
        figure = words::RestsRounded { rests: &figure, unit: &unit }.text(language);
    }
    let (answers, authorities) = (answers_in(report, rate), rate.authorities);
    if rate.basis == Basis::Matched && rate.area.level < Level::Authority {
        figure = if answers < authorities {
            words::CliFigureTogether { answers, authorities, figure: &figure }.text(language)
        } else {
            words::CliFigureMatched { authorities, figure: &figure }.text(language)
        };
    }
    if let Some(Ends { said: (lower, upper), .. }) = precise.interval(rate) {
        figure = match precise.unit() {
            None => words::CliFigureInterval { figure: &figure, lower: &lower, upper: &upper }.text(language),
            Some(_) => words::CliFigureIntervalRounded { figure: &figure, lower: &lower, upper: &upper }.text(language),
        };
    }
    figure
}
