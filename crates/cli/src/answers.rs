//! What a person should settle about answers, in words.

use std::fmt::Write as _;

use missing_rates::answer::{Answer, Withheld};
use missing_rates::report::{Name, Report};

/// The most examples that a line gives.
const EXAMPLES: usize = 5;

/// Wordings that were not understood, names that nobody is known by, answers that differ, and whom to ask again.
pub(crate) fn to_settle(report: &Report) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write_lines(&mut out, report);
    if out.is_empty() { out } else { format!("Answers to settle\n{out}") }
}

fn write_lines(out: &mut String, report: &Report) -> std::fmt::Result {
    let unclear = Answer::Withheld { reason: Withheld::NotUnderstood };
    let wordings: Vec<_> = report.wordings.iter().filter(|wording| wording.answer == unclear).collect();
    if !wordings.is_empty() {
        let cells: u64 = wordings.iter().map(|wording| wording.cells).sum();
        let shown = wordings.iter().map(|w| format!("“{}” ({})", w.wording, w.cells)).collect();
        writeln!(out, "    {:>8} wordings not understood, in {cells} cells: {}", wordings.len(), examples(shown))?;
    }
    let unknown: Vec<&Name> = report.names.iter().filter(|name| name.taken_for.needs_decision()).collect();
    if !unknown.is_empty() {
        let shown = unknown.iter().map(|name| {
            let typed = if name.name.is_empty() { "(no name)" } else { &name.name };
            match name.suggestions.first().and_then(|area| area.name) {
                Some(meant) => format!("{typed} ({meant}?)"),
                None => typed.to_owned(),
            }
        });
        writeln!(
            out,
            "    {:>8} names not recognised, or not as their codes say: {}",
            unknown.len(),
            examples(shown.collect())
        )?;
    }
    let open: Vec<_> = report.conflicts.iter().filter(|conflict| !conflict.is_decided()).collect();
    if !open.is_empty() {
        let shown = open.iter().map(|conflict| {
            let names: Vec<&str> = conflict.authorities.iter().filter_map(|area| area.name).collect();
            let rows: Vec<String> =
                conflict.answers.iter().map(|a| format!("{}:{}", a.place.file, a.place.row)).collect();
            format!("{} ({})", names.join(", "), rows.join(", "))
        });
        writeln!(
            out,
            "    {:>8} figures with answers that differ, none of which counts: {}",
            open.len(),
            examples(shown.collect())
        )?;
    }
    if !report.chase.is_empty() {
        writeln!(
            out,
            "    {:>8} answers missing, partial or in doubt: --format chase-list says whom to ask what",
            report.chase.len()
        )?;
    }
    Ok(())
}

fn examples(mut shown: Vec<String>) -> String {
    let more = shown.len().saturating_sub(EXAMPLES);
    shown.truncate(EXAMPLES);
    let list = shown.join(", ");
    if more > 0 { format!("{list}, and {more} more") } else { list }
}
