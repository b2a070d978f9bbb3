//! Findings one by one, of one rule, one child, one team or one severity. It names children, so it is on the page alone.

use document::{Block, Cell, Column, Field, OnlyOf, Row, Setting, Shared, Table, Text};
use missing_rates::checks::WorkRow;
use missing_rates::interviews::Team;
use missing_rates::report::{FileKind, Severity};
use words::Language;

use super::super::child_link::link;
use super::line;
use crate::context::Context;
use crate::pick::pick;
use crate::settings::Only;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (language, report) = (context.language, context.report);
    let (Some(returns), false) = (context.returns, report.found_children.is_empty()) else { return Vec::new() };
    let only = &context.settings.shown.only;
    let mut blocks = vec![
        Block::heading(language.only_heading()),
        Block::text(language.only_text()),
        Block::Controls { blocks: controls(context, only) },
    ];
    if *only == Only::default() {
        let setting = Setting::Only(OnlyOf::All);
        blocks.push(Block::Button { command: document::Command::Set { setting }, text: language.only_show().into() });
        return blocks;
    }
    let work = returns.work_rows(&context.settings.query);
    let is_meant = |row: &&WorkRow| {
        only.rule.as_ref().is_none_or(|rule| *rule == *row.rule.code)
            && only.severity.is_none_or(|severity| severity == row.rule.severity)
            && only.child.as_ref().is_none_or(|child| is_of(row, child))
            && only.team.as_ref().is_none_or(|team| row.team == Some(Team::Named(team.to_string())))
    };
    let rows: Vec<&WorkRow> = work.rows.iter().filter(is_meant).collect();
    let caption = language.only_caption(rows.len() as u64);
    blocks.push(listed(language, "quality-one-by-one", caption, &rows));
    blocks
}

fn controls(context: Context<'_>, only: &Only) -> Vec<Block> {
    let (language, report) = (context.language, context.report);
    let mut rules: Vec<&'static str> = Vec::new();
    for finding in report.findings.iter().filter(|finding| finding.rows.iter().any(|row| row.child.is_some())) {
        if !rules.contains(&finding.rule) {
            rules.push(finding.rule);
        }
    }
    let name = |rule: &&'static str| (Some(Text::from(*rule)), [*rule, " – ", language.rule(rule)].concat().into());
    let any = [(None, Text::from(language.only_any_rule()))];
    let of_rule = any.into_iter().chain(rules.iter().map(name));
    let of_severity = [(None, Text::from(language.only_any_severity()))]
        .into_iter()
        .chain([Severity::Error, Severity::Warning, Severity::Note].map(|of| (Some(of), language.severity(of).into())));
    let mut controls = vec![
        pick(("only-rule", language.only_rule()), of_rule, &only.rule, |rule| Setting::Only(OnlyOf::Rule(rule))),
        pick(("only-severity", language.only_severity()), of_severity, &only.severity, |severity| {
            Setting::Only(OnlyOf::Severity(severity))
        }),
    ];
    let has_teams = report.files.iter().any(|file| file.kind == FileKind::Teams && file.problem.is_none());
    let teams = context.returns.filter(|_| has_teams).map(|returns| returns.teams(&context.settings.query));
    if let Some(teams) = teams.filter(|teams| !teams.is_empty()) {
        let any = [(None, Text::from(language.only_any_team()))];
        let of_team = any.into_iter().chain(teams.into_iter().map(|team| (Some(team.clone().into()), team.into())));
        controls.push(pick(("only-team", language.only_team()), of_team, &only.team, |team| {
            Setting::Only(OnlyOf::Team(team))
        }));
    }
    controls.push(Block::Input {
        id: "only-child".into(),
        field: Field::FindingsOf,
        label: language.only_child().into(),
        hint: Text::default(),
        value: only.child.clone().unwrap_or_default(),
        button: language.only_child_button().into(),
        error: None,
    });
    controls
}

/// Whether a finding is about a child whose identifier has this in it.
fn is_of(row: &WorkRow, child: &str) -> bool {
    row.found.child.as_ref().is_some_and(|other| other.to_lowercase().contains(&child.to_lowercase()))
}

/// Findings as they are now, with the way to the record of each child.
pub(super) fn listed(language: Language, id: &'static str, caption: Text, rows: &[&WorkRow]) -> Block {
    let of_teams = rows.iter().any(|row| row.team.is_some());
    let row = |of: &&WorkRow| {
        let child = of.found.child.clone().unwrap_or_default();
        let way = (!child.is_empty()).then(|| link(language, &child));
        let mut cells = vec![Cell { blocks: way.into_iter().collect(), ..Cell::text(child) }];
        if of_teams {
            cells.push(Cell::text(match &of.team {
                Some(Team::Named(team)) => team.clone().into(),
                Some(Team::Several) => Text::from(language.interviews_team_several()),
                _ => Text::default(),
            }));
        }
        cells.extend([
            Cell { about: Some(language.rule(of.rule.code).into()), ..Cell::text(of.rule.code) },
            Cell { about: against(language, of), ..Cell::text(place(language, of)) },
            Cell {
                marked: Some(line::marked(language, &of.found.cells).into()),
                ..Cell::text(line::values(language, &of.found.cells))
            },
        ]);
        Row::new(cells)
    };
    let mut columns = vec![Column::words(language.since_child())];
    if of_teams {
        columns.push(Column::words(language.since_team()));
    }
    columns.extend([
        Column::words(language.quality_rule()),
        Column::words(language.since_where()),
        Column::words(language.since_values()),
    ]);
    let rows = rows.iter().map(row).collect();
    Block::Table { table: Shared::new(Table { id: id.into(), caption, columns, rows, sortable: true }) }
}

/// The row that it clashes with.
fn against(language: Language, of: &WorkRow) -> Option<Text> {
    let other = of.found.against.as_ref()?;
    let place = words::QualityRow { file: &other.file, row: &language.number(other.row) }.text(language);
    let values = line::values(language, &other.cells);
    Some(words::OnlyAgainst { place: &place, values: &values }.text(language))
}

/// The file and the row.
pub(super) fn place(language: Language, of: &WorkRow) -> Text {
    words::QualityRow { file: &of.found.file, row: &language.number(of.found.row) }.text(language)
}
