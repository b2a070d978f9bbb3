//! The report in words, for a terminal.

mod own;

use std::fmt::Write as _;
use words::Language;

use crate::numbers::{counted, percent_of};
use crate::standing;
use missing_rates::cohort::{Cohort, Share};
use missing_rates::period::Period;
use missing_rates::rates::{average_text, percent_text};
use missing_rates::report::{Basis, Coverage, Level, PeriodsFrom, Problem, Rate, Release, Report, Total, YearFrom};

use crate::{change, coverage, pooled};

/// One line for each file that could not be used.
pub(crate) fn problems(report: &Report) -> Vec<String> {
    let files = report.files.iter().filter_map(|f| f.problem.as_ref().map(|p| (&f.name, p)));
    let named = |name: &str| if name.is_empty() { "a file" } else { name }.to_owned();
    files.map(|(name, problem)| format!("{}: {}", named(name), sentence(problem))).collect()
}

/// The figures, then what became of the files.
pub(crate) fn report(language: Language, report: &Report) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write_report(language, &mut out, report);
    if report.disclosure.is_safe() {
        let _ = writeln!(out, "\nSafe to publish: c is a number that is hidden. {}", language.publish_why_one());
    }
    out
}

fn write_report(language: Language, out: &mut String, report: &Report) -> std::fmt::Result {
    let from = match report.periods_from {
        PeriodsFrom::Files => "taken from the files",
        PeriodsFrom::Asked => "as asked",
    };
    coverage::covered(language, out, report)?;
    for period in &report.periods {
        for cohort in Cohort::ALL {
            let here = |r: &&Rate| r.period == *period && r.cohort == cohort && r.measure == Share::Missing;
            let largest = report.rates.iter().filter(here).map(|r| r.area.level).min();
            let headline = report.rates.iter().filter(here).filter(|r| Some(r.area.level) == largest);
            let mut headline = headline.filter(|r| matches!(r.basis, Basis::Matched | Basis::ChildLevel)).peekable();
            if headline.peek().is_none() {
                counts_alone(language, out, report, *period, cohort)?;
                continue;
            }
            writeln!(out, "{}, {} ({from})", language.cohort(cohort), language.period(*period))?;
            for rate in headline {
                figure(language, out, report, rate)?;
                if rate.basis == Basis::Matched {
                    pooled::beside(language, out, report, rate)?;
                    pooled::published_before(language, out, report, cohort)?;
                    own::of_each(language, out, report, rate)?;
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
    own::changes(language, out, report)?;
    if let Some(standing) = &report.standing {
        standing::write(language, out, standing)?;
    }
    files(language, out, report)
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
    writeln!(
        out,
        "{}, {}: no share, because one of its two numbers is missing",
        language.cohort(cohort),
        language.period(period)
    )?;
    for total in report.totals.iter().filter(here).filter(|t| t.area.level == largest) {
        let count = total.exact.map_or_else(|| format!("{} to {}", total.lowest, total.highest), |n| n.to_string());
        let area = total.area.name.unwrap_or("This return");
        writeln!(out, "  {area}: {count} {}", missing_rates::report::code(&total.measure).replace('-', " "))?;
    }
    writeln!(out)
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
        writeln!(
            out,
            "{}: {}; {} of {} rows used",
            file.name,
            missing_rates::report::code(&file.kind),
            file.rows_used,
            file.rows
        )?;
        if let Some(of) = file.collection_year {
            let from = match of.from {
                YearFrom::Person => "as you say",
                YearFrom::Name => "by its name",
                YearFrom::Asked => "as asked",
                YearFrom::Dates => "by its dates",
                YearFrom::OtherModules => "by the modules beside it",
                YearFrom::Children => "by its children",
                YearFrom::Names => "by the order of names",
            };
            let certain = if of.certain { "" } else { "; not certain, --file-year says otherwise" };
            writeln!(out, "    collection year to 31 March {} ({from}{certain})", of.year)?;
        }
        for aside in report.set_aside.iter().filter(|a| a.file == file.name) {
            writeln!(out, "    {:>8} set aside: {}", aside.count, language.reason(aside.reason))?;
        }
    }
    crate::quality::quality(language, out, report)
}

fn figure(language: Language, out: &mut String, report: &Report, rate: &Rate) -> std::fmt::Result {
    let percent = |r: &Rate| match percent_text(r.numerator, r.denominator, 1) {
        Some(_) if r.numerator > r.denominator => "more than 100".to_owned(),
        Some(percent) => percent,
        None => "–".to_owned(),
    };
    let area = rate.area.name.unwrap_or("This return");
    let (missing, children) = (language.number(rate.numerator), counted(rate.denominator, "child", "children"));
    write!(out, "  {area}: {}% went missing, {missing} of {children}", percent(rate))?;
    if rate.basis == Basis::Matched && rate.area.level < Level::Authority {
        match rate.authorities {
            1 => write!(out, ", in the 1 authority that gave both figures")?,
            n => write!(out, ", in the {n} authorities that gave both figures")?,
        }
    }
    if let Some(interval) = &rate.interval {
        write!(out, "; 95% interval {}% to {}%", percent_of(interval.lower, 1), percent_of(interval.upper, 1))?;
    }
    writeln!(out)?;
    let same =
        |r: &&Rate| (&r.area, r.period, r.cohort, r.measure) == (&rate.area, rate.period, rate.cohort, rate.measure);
    let of = |basis: Basis| report.rates.iter().filter(same).find(|r| r.basis == basis);
    if let Some(naive) =
        of(Basis::AllAnswers).filter(|n| n.numerator != rate.numerator || n.denominator != rate.denominator)
    {
        let share = percent(naive);
        let (missing, children) = (language.number(naive.numerator), language.number(naive.denominator));
        writeln!(out, "    every answer divided: {missing} of {children} = {share}%")?;
    }
    for (low, high, what) in [
        (Basis::Lowest, Basis::Highest, "whatever the silent authorities would have said"),
        (
            Basis::LowestByRanges,
            Basis::HighestByRanges,
            "taking every range at its word, also where the children are a range",
        ),
    ] {
        if let (Some(low), Some(high)) = (of(low), of(high))
            && (low.numerator, low.denominator) != (high.numerator, high.denominator)
        {
            let (from, to) = (percent(low), percent(high));
            writeln!(out, "    between {from}% and {to}%, {what}")?;
        }
    }
    let ratio = report.ratios.iter().find(|r| {
        (&r.area, r.period, r.cohort) == (&rate.area, rate.period, rate.cohort)
            && r.measure == missing_rates::cohort::Average::IncidentsPerMissingChild
    });
    if let Some((ratio, value)) = ratio.and_then(|r| Some((r, average_text(r.numerator, r.denominator, 1)?))) {
        let incidents = counted(ratio.numerator, "incident", "incidents");
        writeln!(out, "    {incidents}, {value} for each child who went missing")?;
    }
    if matches!(rate.basis, Basis::ChildLevel | Basis::Matched) {
        own::more(out, report, rate)?;
    }
    let gave = |c: &&Coverage| {
        (&c.area, c.period, c.cohort, c.measure) == (&rate.area, rate.period, rate.cohort, rate.measure)
    };
    if rate.area.level < Level::Authority
        && let Some(c) = report.coverage.iter().find(gave)
    {
        writeln!(
            out,
            "    {} gave both figures; {} only the children; {} only how many went missing; {} neither",
            c.both, c.children_only, c.missing_only, c.neither
        )?;
        if c.contradictory > 0 {
            writeln!(out, "    {} of them gave answers that contradict one another: left out", c.contradictory)?;
        }
    }
    Ok(())
}

/// How a person says what columns are.
const BY_HAND: &str = "--format mapping writes what they seem to be; correct it, and name it among the files";

fn sentence(problem: &Problem) -> String {
    let list = |names: &[String]| names.join(", ");
    match problem {
        Problem::Empty => "the file is empty".to_owned(),
        Problem::NoRows => "there are no rows below the header row".to_owned(),
        Problem::Zip { password: false } => "this is a workbook or a zip archive; save it as CSV".to_owned(),
        Problem::OldOffice { password: false } => "this is an old workbook; save it as CSV".to_owned(),
        Problem::Zip { password: true } | Problem::OldOffice { password: true } => {
            "a password protects it; save it as CSV without one".to_owned()
        }
        Problem::Pdf => "this is a PDF; copy its table into a spreadsheet and save that as CSV".to_owned(),
        Problem::Html => "this is a web page; save the table as CSV".to_owned(),
        Problem::Binary => "this is not text; save the table as CSV".to_owned(),
        Problem::OtherDocument => "this is JSON, but neither decisions nor a mapping".to_owned(),
        Problem::SameAs { name } => format!("the same file as {name}; counted once"),
        Problem::UnknownColumns { found } if found.is_empty() => {
            format!("no kind of return has these columns, or there is no row of column names; {BY_HAND}")
        }
        Problem::UnknownColumns { found } => {
            format!("no kind of return has these columns: {}; {BY_HAND}", list(found))
        }
        Problem::NearMiss { renames, .. } => {
            let renames: Vec<_> = renames.iter().map(|r| format!("{} to {}", r.found, r.meant)).collect();
            format!("nearly the columns of a return; rename {}", list(&renames))
        }
        Problem::MissingColumns { missing, .. } => {
            format!("these columns are needed and absent: {}; {BY_HAND}", list(missing))
        }
        Problem::OtherRelease { release } => format!(
            "figures of the Department for Education on {}; needed is its file on children who were missing or away from placement, by local authority",
            about(*release)
        ),
        Problem::ChildRows { lacks } => format!(
            "each row is about a child, and the column {lacks} is absent or not clear; a list of trafficked children needs CHILD \
             and TRAFFICKED (confirmed, suspected or no)"
        ),
        Problem::ReadingInDoubt { impossible, rows } => format!(
            "in {impossible} of {rows} rows more children went missing than there are, so the columns are probably something else; {BY_HAND}"
        ),
        Problem::RepeatedColumn { column } => format!("the column {column} is there more than once; keep one"),
        Problem::NoPeriod => "nothing says which year it is about; give --year-ending or --period".to_owned(),
        Problem::NeedsEpisodes => "give the Episodes file too: it says which children were looked after".to_owned(),
        Problem::WhichYear => {
            "nothing says for certain which year it is of, so it is not used; give --file-year".to_owned()
        }
        Problem::NoAuthorityColumn => {
            "the other files name an authority in each row, and this one does not; add the column".to_owned()
        }
        Problem::LeadingZeros { children } => format!(
            "{children} of its children are in Episodes only if zeros before identifiers do not matter, so it is not used; \
             give --leading-zeros same or --leading-zeros different"
        ),
        Problem::RoundedIdentifiers { rows, row } => format!(
            "a spreadsheet has rounded the identifiers of {rows} rows (the first is row {row}), such as 1.23457E+12, so \
             that children cannot be told apart; export it again, and do not open it in a spreadsheet before"
        ),
        Problem::TooLong { row } => format!("row {row} is longer than any return has; is it a CSV file?"),
        Problem::OpenQuote { row } => format!("a quotation mark opens in row {row} and is never closed"),
    }
}

/// What published figures are about that are not needed.
fn about(release: Release) -> &'static str {
    match release {
        Release::NationalMissing => "children who went missing, without authorities",
        Release::ChildrenInNeed => "children in need",
        Release::AssessmentFactors => "what assessments of children in need found, in care or not",
        Release::Started => "children who started to be looked after",
        Release::Ceased => "children who ceased to be looked after",
        Release::Placements => "placements",
        Release::CareLeavers => "care leavers",
        Release::Outcomes => "health, convictions and other outcomes",
        Release::Other => "something else",
    }
}
