//! Data quality in words: rules that rows break, how much it matters, rules that were not run.

use std::fmt::{Result, Write as _};
use words::Language;

use missing_rates::checks::rules;
use missing_rates::rates::percent_text;
use missing_rates::report::{Finding, Report, RuleRun, Scenario, Sensitivity, code};

use crate::numbers::counted;

/// All that was found, after the figures and the files.
pub(crate) fn quality(language: Language, out: &mut String, report: &Report) -> Result {
    if report.findings.is_empty() && report.rules.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nData quality")?;
    if report.findings.is_empty() {
        writeln!(out, "  No row breaks a rule that was checked.")?;
    }
    for finding in &report.findings {
        one(language, out, report, finding)?;
    }
    matters(language, out, &report.sensitivity)?;
    not_run(language, out, report)
}

fn one(language: Language, out: &mut String, report: &Report, finding: &Finding) -> Result {
    writeln!(out, "  {} ({}): {}", finding.rule, code(&finding.severity), language.rule(finding.rule))?;
    let first = finding.rows.first().map_or(String::new(), |row| match finding.count {
        1 => format!(", row {}", row.row),
        _ => format!(", first row {}", row.row),
    });
    write!(out, "      {} of {}{first}", rows(finding.count), finding.table)?;
    let case = report
        .sensitivity
        .iter()
        .find(|case| case.scenario == Scenario::WithoutRule && case.rule == Some(finding.rule));
    if let Some((base, case)) = report.sensitivity.first().zip(case) {
        write!(out, "; without the rows of this rule: {}", language.effects(base, case))?;
    }
    writeln!(out, "\n      {}", language.rule_to_do(finding.rule))?;
    match language.rule_reading(finding.rule) {
        Some(reading) => writeln!(out, "      Read so: {reading}"),
        None => Ok(()),
    }
}

fn matters(language: Language, out: &mut String, cases: &[Sensitivity]) -> Result {
    let Some(base) = cases.first() else { return Ok(()) };
    writeln!(out, "\nHow much it matters: all looked-after children")?;
    for case in cases.iter().filter(|case| case.scenario != Scenario::WithoutRule) {
        let (name, _) = language.scenario(case.scenario);
        let share = percent_text(case.numerator, case.denominator, 1).unwrap_or_else(|| "–".to_owned());
        let (missing, children) = (language.number(case.numerator), counted(case.denominator, "child", "children"));
        let incidents = counted(case.incidents, "incident", "incidents");
        writeln!(out, "  {share:>5}%  {name}: {missing} of {children}, {incidents}")?;
        write!(out, "          {} more than once", language.number(case.missing_more_than_once))?;
        match case.missing_at_end {
            Some(at_end) => writeln!(out, ", {} missing at the end", language.number(at_end))?,
            None => writeln!(out)?,
        }
        if case.scenario != Scenario::AsItIs {
            writeln!(out, "          {}: {}", rows(case.rows), language.effects(base, case))?;
        }
    }
    writeln!(out, "  {}", language.quality_at_end_note())
}

fn not_run(language: Language, out: &mut String, report: &Report) -> Result {
    let not_run: Vec<&RuleRun> = report.rules.iter().filter(|run| !run.ran).collect();
    if not_run.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nRules that were not run")?;
    for rule in rules() {
        let runs: Vec<String> =
            not_run.iter().filter(|run| run.rule == rule.code).map(|run| language.not_run(run).to_string()).collect();
        if !runs.is_empty() {
            writeln!(out, "  {}: {}\n      {}", rule.code, runs.join("; "), language.rule(rule.code))?;
        }
    }
    Ok(())
}

/// `1 row`, `2 rows`.
fn rows(count: u64) -> String {
    counted(count, "row", "rows")
}
