//! What a person should decide about answers, in words.

use missing_rates::answer::{Answer, Withheld};
use missing_rates::report::{ListWording, Name, Report};
use words::{Language, Text};

/// The most examples that a line gives.
const EXAMPLES: usize = 5;

/// Wordings that were not understood, names that were not recognised, answers that differ, and who to ask again.
pub(crate) fn to_decide(language: Language, report: &Report) -> String {
    let lines =
        [wordings, list_wordings, names, conflicts, chase].into_iter().filter_map(|line| line(language, report));
    let lines: Vec<Text> = lines.collect();
    if lines.is_empty() {
        return String::new();
    }
    let heading = [language.cli_answers(), "\n"].concat();
    lines.iter().fold(heading, |out, line| out + "    " + line + "\n")
}

fn wordings(language: Language, report: &Report) -> Option<Text> {
    let unclear = Answer::Withheld { reason: Withheld::NotUnderstood };
    let of: Vec<_> = report.wordings.iter().filter(|wording| wording.answer == unclear).collect();
    let cells: u64 = of.iter().map(|wording| wording.cells).sum();
    let shown = of.iter().map(|of| example(language, &of.wording, &language.number(of.cells)));
    let examples = examples(language, shown.collect())?;
    let line = words::CliWordings { cells: &language.cli_cells(cells), examples: &examples, wordings: of.len() as u64 };
    Some(line.text(language))
}

fn list_wordings(language: Language, report: &Report) -> Option<Text> {
    let of: Vec<_> = report.list_wordings.iter().filter(|wording| wording.read_as.is_none()).collect();
    let shown = of.iter().map(|of| {
        let wording = if of.wording.is_empty() { language.answers_wording_blank() } else { &of.wording };
        example(language, wording, &language.cli_children(of.rows))
    });
    let examples = examples(language, shown.collect())?;
    Some(words::CliListWordings { examples: &examples, wordings: of.len() as u64 }.text(language))
}

/// How the wordings of lists were read that are not plain, such as “pending”.
pub(crate) fn lists(language: Language, report: &Report) -> String {
    let line = |of: &ListWording| {
        let (example, read) = (example(language, &of.wording, &language.cli_children(of.rows)), of.read_as?);
        let (example, read): (&str, &str) = (&example, &language.lower(language.listed(read)));
        Some(if of.decided {
            words::CliListDecided { example, read }.text(language)
        } else {
            words::CliListRead { example, read }.text(language)
        })
    };
    let lines: Vec<Text> = report.list_wordings.iter().filter_map(line).collect();
    if lines.is_empty() {
        return String::new();
    }
    let out = ["\n", language.cli_lists(), "\n"].concat();
    lines.iter().fold(out, |out, line| out + "  " + line + "\n") + "  " + language.cli_lists_other() + "\n"
}

fn example(language: Language, wording: &str, count: &str) -> Text {
    words::CliExample { count, wording }.text(language)
}

fn names(language: Language, report: &Report) -> Option<Text> {
    let of: Vec<&Name> = report.names.iter().filter(|name| name.taken_for.needs_decision()).collect();
    let shown = of.iter().map(|of| {
        let name = if of.name.is_empty() { language.answers_name_blank() } else { &of.name };
        match of.suggestions.first().and_then(|area| area.name) {
            Some(meant) => words::CliNameMeant { meant, name }.text(language),
            None => name.to_owned().into(),
        }
    });
    let examples = examples(language, shown.collect())?;
    Some(words::CliNames { examples: &examples, names: of.len() as u64 }.text(language))
}

fn conflicts(language: Language, report: &Report) -> Option<Text> {
    let open: Vec<_> = report.conflicts.iter().filter(|conflict| !conflict.is_decided()).collect();
    let shown = open.iter().map(|conflict| {
        let names: Vec<&str> = conflict.authorities.iter().filter_map(|area| area.name).collect();
        let rows: Vec<String> = conflict.answers.iter().map(|a| format!("{}:{}", a.place.file, a.place.row)).collect();
        words::CliConflict { names: &names.join(", "), rows: &rows.join(", ") }.text(language)
    });
    let examples = examples(language, shown.collect())?;
    Some(words::CliConflicts { examples: &examples, figures: open.len() as u64 }.text(language))
}

fn chase(language: Language, report: &Report) -> Option<Text> {
    (!report.chase.is_empty()).then(|| language.cli_chase(report.chase.len() as u64))
}

/// The first examples, and how many more there are; none of none.
fn examples(language: Language, mut shown: Vec<Text>) -> Option<Text> {
    let more = shown.len().saturating_sub(EXAMPLES);
    shown.truncate(EXAMPLES);
    let examples = shown.iter().map(Text::as_str).collect::<Vec<_>>().join(", ");
    if more > 0 {
        let more: &str = &language.number(more as u64);
        return Some(words::CliAndMore { examples: &examples, more }.text(language));
    }
    (!examples.is_empty()).then(|| examples.into())
}
