//! Data quality in words: rules that rows break, how much it matters, rules that were not run.

use std::fmt::{Result, Write as _};
use words::Language;

use missing_rates::checks::rules;
use missing_rates::report::{Finding, Of, Report, RuleRun, Scenario, Sensitivity};

/// All that was found, after the figures and the files.
pub(crate) fn quality(language: Language, out: &mut String, report: &Report) -> Result {
    if report.findings.is_empty() && report.rules.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", language.part_quality())?;
    if report.findings.is_empty() {
        writeln!(out, "  {}", language.nothing_found(report))?;
    }
    for finding in &report.findings {
        one(language, out, report, finding)?;
    }
    matters(language, out, &report.sensitivity)?;
    not_run(language, out, report)
}

/// So many texts are shown.
const SHOWN: usize = 10;
/// Rules that are about words beside figures, which are no words about a child.
const QUOTED: &[&str] = &[
    "cell-note",
    "name-differs",
    "name-not-read",
    "note-on-sheet",
    "note-speaks-against",
    "text-box",
    "title-speaks-against",
    "words-not-read",
];

fn one(language: Language, out: &mut String, report: &Report, finding: &Finding) -> Result {
    let severity: &str = &language.lower(language.severity(finding.severity));
    let sentence = language.rule(finding.rule);
    writeln!(out, "  {}", words::CliFinding { rule: finding.rule, sentence, severity }.text(language))?;
    let rows =
        if finding.of() == Of::Cells { language.cli_cells(finding.count) } else { language.cli_rows(finding.count) };
    let (file, rows): (_, &str) = (finding.table.as_str(), &rows);
    let row: &str = &finding.rows.first().map(|row| language.number(row.row)).unwrap_or_default();
    let place = match finding.count {
        _ if finding.of() == Of::Whole => file.to_owned().into(),
        1 => words::CliFindingRow { file, row, rows }.text(language),
        _ => words::CliFindingRows { file, row, rows }.text(language),
    };
    let case = report
        .sensitivity
        .iter()
        .find(|case| case.scenario == Scenario::WithoutRule && case.rule == Some(finding.rule));
    let place = match report.sensitivity.first().zip(case) {
        Some((base, case)) => {
            let (effects, period) = (&language.effects(base, case), &language.period(case.period));
            words::CliFindingEffects { effects, finding: &place, period }.text(language)
        }
        None => place,
    };
    writeln!(out, "      {place}")?;
    if QUOTED.contains(&finding.rule) {
        for text in finding.rows.iter().filter_map(|row| row.value.as_deref()).take(SHOWN) {
            writeln!(out, "      {}", language.cli_finding_text(text))?;
        }
    }
    writeln!(out, "      {}", language.quality_to_do(language.rule_to_do(finding.rule)))?;
    match language.rule_reading(finding.rule) {
        Some(reading) => writeln!(out, "      {}", language.quality_reading(reading)),
        None => Ok(()),
    }
}

fn matters(language: Language, out: &mut String, cases: &[Sensitivity]) -> Result {
    let Some(base) = cases.first() else { return Ok(()) };
    writeln!(out, "\n{}", language.quality_matters())?;
    for case in cases.iter().filter(|case| case.scenario != Scenario::WithoutRule) {
        let (name, _) = language.scenario(case.scenario);
        let line = words::CliCase {
            children: &language.cli_children(case.denominator),
            incidents: &language.incidents_number(case.incidents),
            missing: &language.number(case.numerator),
            name,
        };
        writeln!(out, "  {:>6}  {}", language.part_of(case.numerator, case.denominator).as_str(), line.text(language))?;
        let more: &str = &language.number(case.missing_more_than_once);
        let more = match case.missing_at_end {
            Some(end) => words::CliCaseMoreAndEnd { end: &language.number(end), more }.text(language),
            None => language.cli_case_more(more),
        };
        writeln!(out, "          {more}")?;
        if case.scenario != Scenario::AsItIs {
            let effects = language.effects(base, case);
            let line = words::CliCaseEffects { effects: &effects, rows: &language.cli_rows(case.rows) };
            writeln!(out, "          {}", line.text(language))?;
        }
    }
    writeln!(out, "  {}", language.quality_at_end_note())
}

fn not_run(language: Language, out: &mut String, report: &Report) -> Result {
    let not_run: Vec<&RuleRun> = report.rules.iter().filter(|run| !run.needs.is_empty()).collect();
    if not_run.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", language.cli_not_run())?;
    for rule in rules() {
        let runs: Vec<String> = not_run
            .iter()
            .filter(|run| run.rule == rule.code)
            .map(|run| language.not_run(report, run).to_string())
            .collect();
        if !runs.is_empty() {
            writeln!(out, "  {}: {}\n      {}", rule.code, runs.join("; "), language.rule(rule.code))?;
        }
    }
    Ok(())
}
