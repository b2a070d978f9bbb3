//! What a person should settle about answers, in words.

use std::fmt::Write as _;

use missing_rates::answer::{Answer, Withheld};
use missing_rates::report::{Name, Report};

use crate::numbers::counted;

/// The most examples that a line gives.
const EXAMPLES: usize = 5;

/// Wordings that were not understood, names that nobody is known by, answers that differ, and whom to ask again.
pub(crate) fn to_settle(report: &Report) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write_lines(&mut out, report);
    if out.is_empty() { out } else { format!("Answers to settle\n{out}") }
}

/// A number, and the word for it.
fn one_or_more(count: usize, one: &str, many: &str) -> String {
    format!("{count:>8} {}", if count == 1 { one } else { many })
}

fn write_lines(out: &mut String, report: &Report) -> std::fmt::Result {
    let unclear = Answer::Withheld { reason: Withheld::NotUnderstood };
    let wordings: Vec<_> = report.wordings.iter().filter(|wording| wording.answer == unclear).collect();
    if !wordings.is_empty() {
        let cells: u64 = wordings.iter().map(|wording| wording.cells).sum();
        let shown = wordings.iter().map(|w| format!("“{}” ({})", w.wording, w.cells)).collect();
        let cells = counted(cells, "cell", "cells");
        let wordings = one_or_more(wordings.len(), "wording", "wordings");
        writeln!(out, "    {wordings} not understood, in {cells}: {}", examples(shown))?;
    }
    let lists: Vec<_> = report.list_wordings.iter().filter(|wording| wording.read_as.is_none()).collect();
    if !lists.is_empty() {
        let shown = lists.iter().map(|w| {
            let wording = if w.wording.is_empty() { "(blank)" } else { &w.wording };
            format!("“{wording}” ({})", counted(w.rows, "child", "children"))
        });
        let wordings = one_or_more(lists.len(), "wording", "wordings");
        writeln!(
            out,
            "    {wordings} of a list of children not clear, and not counted: {}",
            examples(shown.collect())
        )?;
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
            "    {} not recognised, or not as their codes say: {}",
            one_or_more(unknown.len(), "name", "names"),
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
            "    {} with answers that differ, none of which counts: {}",
            one_or_more(open.len(), "figure", "figures"),
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
