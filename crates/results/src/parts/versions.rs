//! What changed since an earlier version of a table of answers, or of published figures, authority by authority. It is on
//! the page and in a terminal alone, and never in a report that is safe to publish.

use document::{Block, Cell, Column, Row, Setting, Shared, Table, Text};
use missing_rates::FileId;
use missing_rates::Ordered;
use missing_rates::answer::Answer;
use missing_rates::changed_answers::{ChangedAnswer, ChangedAnswers, HowChanged, Version};
use missing_rates::period::Period;
use missing_rates::report::FileKind;
use words::Language;

use super::answers::answer_words;
use crate::context::Context;
use crate::pick::pick;

/// The choice of the earlier version among files of a kind, and what changed since.
pub(super) fn blocks(context: Context<'_>, kind: FileKind) -> Vec<Block> {
    let language = context.language;
    // To compare is to read all answers once more, so it is not done for nothing.
    let any = context.report.files.iter().any(|file| file.kind == kind && file.problem.is_none());
    let Some(returns) = context.returns.filter(|_| any && !context.report.disclosure.is_safe()) else {
        return Vec::new();
    };
    let versions = returns.versions();
    let offer = offer(context, &versions, kind);
    let changed = returns.changed_answers(&context.settings.query).into_iter().find(|changed| changed.kind == kind);
    if offer.is_none() && changed.is_none() {
        return Vec::new();
    }
    let heading = if kind == FileKind::DfePublished {
        language.versions_heading_published()
    } else {
        language.versions_heading()
    };
    let mut blocks = vec![Block::heading(heading)];
    if let Some(offer) = offer {
        blocks.extend([Block::text(language.versions_about()), Block::Controls { blocks: vec![offer] }]);
    }
    if let Some(changed) = changed {
        blocks.push(Block::lead(lead(language, &changed)));
        blocks.extend(notes(language, &changed).into_iter().map(Block::text));
        blocks.extend(table(language, &changed));
    }
    blocks
}

/// The choice of the earlier version, if there are two files of a kind.
fn offer(context: Context<'_>, versions: &[Version], kind: FileKind) -> Option<Block> {
    let earlier = &context.settings.query.earlier;
    let chosen = |version: &&Version| version.files.iter().any(|file| earlier.contains(file));
    let ids = |version: &Version| version.files.clone();
    // What is chosen of the other kind stays.
    let others: Vec<FileId> = versions.iter().filter(|of| of.kind != kind).filter(chosen).flat_map(ids).collect();
    let mine: Vec<&Version> = versions.iter().filter(|of| of.kind == kind).collect();
    if mine.len() < 2 {
        return None;
    }
    let of = |version: &Version| [others.clone(), ids(version)].concat();
    let now = mine.iter().copied().find(|version| chosen(version)).map_or_else(|| others.clone(), of);
    let options = mine.iter().map(|version| (of(version), version.name.clone().into()));
    let none = (others.clone(), context.language.versions_none().into());
    let id = if kind == FileKind::DfePublished { "earlier-release" } else { "earlier-version" };
    let label = context.language.versions_pick();
    Some(pick((id, label), std::iter::once(none).chain(options), &now, Setting::Earlier))
}

/// The names of the earlier files.
fn earlier(language: Language, changed: &ChangedAnswers) -> String {
    if changed.earlier.is_empty() { language.versions_held().to_owned() } else { changed.earlier.join(", ") }
}

fn lead(language: Language, changed: &ChangedAnswers) -> Text {
    let earlier = &earlier(language, changed);
    let of = changed.authorities;
    let (answered, gone) = (of.answered, of.gone);
    if !changed.compares {
        language.versions_no_period(earlier)
    } else if changed.answers.is_empty() {
        words::VersionsSame { earlier, same: changed.unchanged }.text(language)
    } else if changed.kind == FileKind::DfePublished {
        words::VersionsLeadPublished { answered, changed: of.changed, earlier, gone }.text(language)
    } else {
        words::VersionsLead { answered, changed: of.changed, earlier, gone }.text(language)
    }
}

/// How many answers changed, and what is not compared.
fn notes(language: Language, changed: &ChangedAnswers) -> Vec<Text> {
    let mut notes = Vec::new();
    notes.extend(answered(language, changed));
    let number = changed.answers.len() as u64;
    if number > 0 {
        notes.push(words::VersionsFigures { changed: number, same: changed.unchanged }.text(language));
    }
    let said = |periods: &[Period]| periods.iter().map(|of| language.period(*of).to_string()).collect::<Vec<_>>();
    let earlier = earlier(language, changed);
    for (files, periods) in [(&changed.later.join(", "), &changed.only_later), (&earlier, &changed.only_earlier)] {
        if !periods.is_empty() {
            let periods = &said(periods).join(", ");
            notes.push(words::VersionsOnlyLater { files, periods }.text(language));
        }
    }
    if changed.not_recognised > 0 {
        notes.push(language.versions_not_recognised(changed.not_recognised));
    }
    notes
}

/// How many authorities that answered since are named; the table names all.
const NAMED: usize = 12;

/// Who answered since.
fn answered(language: Language, changed: &ChangedAnswers) -> Option<Text> {
    let mut names: Vec<String> = changed.answered.iter().map(|of| answer_words::names(of)).collect();
    names.order();
    let more = names.len().saturating_sub(NAMED) as u64;
    names.truncate(NAMED);
    (!names.is_empty()).then(|| words::VersionsAnswered { more, names: &names.join("; ") }.text(language))
}

/// What an answer says, if there is one.
fn said(language: Language, answer: Option<&Answer>) -> Text {
    answer.map_or_else(|| language.versions_no_answer().into(), |answer| answer_words::answer(language, answer))
}

fn how(language: Language, kind: FileKind, of: &ChangedAnswer) -> &'static str {
    match of.how(kind) {
        HowChanged::New if kind == FileKind::AuthorityAnswers => language.versions_answered_since(),
        HowChanged::New => language.versions_new(),
        HowChanged::Other => language.versions_other(),
        HowChanged::Gone => language.versions_gone(),
    }
}

/// The answers in the order of the authorities' names.
fn by_name(changed: &ChangedAnswers) -> Vec<(String, &ChangedAnswer)> {
    let mut answers: Vec<_> = changed.answers.iter().map(|of| (answer_words::names(&of.authorities), of)).collect();
    answers.order_by(|(a, _), (b, _)| a.cmp(b));
    answers
}

/// Answer by answer, if any changed.
fn table(language: Language, changed: &ChangedAnswers) -> Option<Block> {
    let row = |(name, of): (String, &ChangedAnswer)| {
        Row::new([
            Cell::text(name),
            Cell::text(language.period(of.period)),
            Cell::text(answer_words::figure(language, of.cohort, of.measure)),
            Cell::text(said(language, of.before.as_ref())),
            Cell::text(said(language, of.now.as_ref())),
            Cell::text(how(language, changed.kind, of)),
        ])
    };
    let later = changed.later.join(", ");
    let table = || Table {
        id: if changed.kind == FileKind::DfePublished { "changed-figures" } else { "changed-answers" }.into(),
        caption: words::VersionsCaption { earlier: &earlier(language, changed), later: &later }.text(language),
        columns: vec![
            Column::words(language.answers_chase_authority()),
            Column::words(language.versions_period()).searched(),
            Column::words(language.answers_conflict_figure()).searched(),
            Column::words(language.versions_before()),
            Column::words(language.versions_now()),
            Column::words(language.versions_how()).searched(),
        ],
        rows: by_name(changed).into_iter().map(row).collect(),
        sortable: true,
    };
    (!changed.answers.is_empty()).then(|| Block::Table { table: Shared::new(table()) })
}

/// The same for a terminal, line by line.
pub fn lines(language: Language, changed: &ChangedAnswers) -> Vec<Text> {
    let mut lines = vec![lead(language, changed)];
    lines.extend(notes(language, changed));
    lines.extend(by_name(changed).into_iter().map(|(name, of)| {
        words::VersionsLine {
            before: &said(language, of.before.as_ref()),
            figure: &answer_words::figure(language, of.cohort, of.measure),
            name: &name,
            now: &said(language, of.now.as_ref()),
            period: &language.period(of.period),
        }
        .text(language)
    }));
    lines
}

#[cfg(test)]
mod tests;
