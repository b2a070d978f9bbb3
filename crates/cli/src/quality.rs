//! Data quality in words: rules that rows break, how much it matters, rules that were not run.

use std::fmt::{Result, Write as _};

use missing_rates::checks::rules;
use missing_rates::rates::percent_text;
use missing_rates::report::{Finding, Report, Scenario, Sensitivity, code};

/// All that was found, after the figures and the files.
pub(crate) fn quality(out: &mut String, report: &Report) -> Result {
    if report.findings.is_empty() && report.rules.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nData quality")?;
    if report.findings.is_empty() {
        writeln!(out, "  No row breaks a rule that was checked.")?;
    }
    for finding in &report.findings {
        one(out, report, finding)?;
    }
    matters(out, &report.sensitivity)?;
    not_run(out, report)
}

fn one(out: &mut String, report: &Report, finding: &Finding) -> Result {
    writeln!(out, "  {} ({}): {}", finding.rule, code(&finding.severity), finding.sentence)?;
    let first = finding.rows.first().map_or(String::new(), |row| match finding.count {
        1 => format!(", row {}", row.row),
        _ => format!(", first row {}", row.row),
    });
    write!(out, "      {} of {}{first}", rows(finding.count), finding.table)?;
    let case = report
        .sensitivity
        .iter()
        .find(|case| case.scenario == Scenario::WithoutRule && case.rule == Some(finding.rule));
    if let Some(points) = case.and_then(|case| case.points) {
        write!(out, "; without the rows of this rule the share would {}", change(points))?;
    }
    writeln!(out, "\n      {}", finding.remedy)?;
    match finding.reading {
        Some(reading) => writeln!(out, "      Read so: {reading}"),
        None => Ok(()),
    }
}

fn matters(out: &mut String, cases: &[Sensitivity]) -> Result {
    if cases.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nHow much it matters: the share of looked-after children who went missing")?;
    for case in cases {
        let name = match case.scenario {
            Scenario::AsItIs => "as it is",
            Scenario::WithoutRowsFound => "without every row found",
            Scenario::WithoutErrors => "without the rows by which a figure could be wrong",
            Scenario::DoubtfulAwayAsMissing => "every doubtful A counted as M",
            Scenario::DoubtfulMissingAsAway => "every doubtful M counted as A",
            Scenario::AllAwayAsMissing => "every A counted as M",
            Scenario::WithoutRule => continue,
        };
        let share = percent_text(case.numerator, case.denominator, 1).unwrap_or_else(|| "–".to_owned());
        write!(out, "  {share:>5}%  {name}: {} of {} children", case.numerator, case.denominator)?;
        match case.points {
            Some(points) => writeln!(out, "; {}; would {}", rows(case.rows), change(points))?,
            None => writeln!(out)?,
        }
    }
    Ok(())
}

fn not_run(out: &mut String, report: &Report) -> Result {
    let not_run: Vec<_> = report.rules.iter().filter(|run| !run.ran).collect();
    if not_run.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nRules that were not run")?;
    let all = rules();
    for run in not_run {
        let sentence = all.iter().find(|rule| rule.code == run.rule).map_or("", |rule| rule.sentence);
        let year = run.year.map_or(String::new(), |year| format!(", return of {year}"));
        writeln!(out, "  {}{year}: it needs {}\n      {sentence}", run.rule, run.needs.join(", "))?;
    }
    Ok(())
}

/// `1 row`, `2 rows`.
fn rows(count: u64) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}

/// `rise by 0.2 percentage points`.
fn change(points: f64) -> String {
    // Halves away from zero, as on the page.
    let size = (points.abs() * 1000.0).round() / 10.0;
    if points == 0.0 {
        "not change".to_owned()
    } else if size == 0.0 {
        format!("{} by less than 0.1 of a percentage point", if points > 0.0 { "rise" } else { "fall" })
    } else {
        format!("{} by {size:.1} percentage points", if points > 0.0 { "rise" } else { "fall" })
    }
}
