//! The children of a cohort group by group.

use missing_rates::group::By;
use missing_rates::report::{self, Length, Profile, Times};
use words::{Language, Text};

use super::lines::NONE;
use super::shown::{Shown, between, number, share};
use crate::parts::bars::alternative;
use crate::parts::caveats::{self, Figure, Is};
use crate::parts::worked::Worked;
use document::Shared;
use document::{Bar, Block, Cell, Chart, Column, Drawing, Row, Table};

pub(super) fn blocks(language: Language, shown: Shown<'_>) -> Vec<Block> {
    let report = shown.context.report;
    let figure = Figure { cohort: Some(shown.cohort), is: &[Is::OfGroups], ..Figure::default() };
    let mut blocks = vec![Block::note(language.incidents_small())];
    blocks.extend(caveats::beside(language, report, &figure));
    let caption = shown.caption(&language.incidents_chart_groups(language.verb(shown.code)));
    let bar = |of: &Profile| Bar {
        name: language.group(of.group).into(),
        number: share(language, of),
        // A group without children has no share, but an empty bar.
        length: of.value.or((of.children == 0).then_some(0.0)),
        marked: false,
    };
    let bars: Vec<Bar> = shown.profiles().map(bar).collect();
    blocks.push(Block::chart(Chart {
        id: "incidents-groups".into(),
        alternative: alternative(language, &caption, &bars),
        caption,
        drawing: Drawing::Bars { bars },
    }));
    blocks.push(table(language, shown));
    let mut worked = Worked::of(report).says(language.worked_groups());
    if let Some(first) = shown.profiles().find(|of| of.children != 0) {
        worked = worked.row(language, language.group(first.group), first.children_missing, first.children).wilson(
            language,
            first.children_missing,
            first.children,
        );
    }
    blocks.push(worked.block(language));
    blocks.push(Block::text(language.incidents_how_groups()));
    if shown.by == By::TimeInCare {
        blocks.push(Block::note(language.incidents_how_time()));
    }
    // A safe report does not say how long and how often, group by group.
    if report.disclosure.is_safe() {
        return blocks;
    }
    let more = [
        of_groups(language, shown, false),
        of_groups(language, shown, true),
        Worked::of(report).says(language.worked_groups_counts()).block(language),
    ];
    blocks.push(Block::Details { summary: language.incidents_more_of_groups().into(), blocks: more.into() });
    blocks
}

fn caption(language: Language, shown: Shown<'_>) -> Text {
    let (by, code) = (language.lower(language.by(shown.by)), language.lower(language.code(shown.code)));
    words::IncidentsTable { by: &by, code: &code, cohort: language.cohort(shown.cohort), period: &shown.period() }
        .text(language)
}

fn table(language: Language, shown: Shown<'_>) -> Block {
    let row = |of: &Profile| {
        let interval = of.interval.as_ref();
        Row::new([
            Cell::text(language.group(of.group)),
            number(language, of.children),
            number(language, of.children_missing),
            Cell::number(share(language, of), of.value),
            Cell::number(between(language, of).unwrap_or_default(), interval.map(|i| i.lower)),
            number(language, of.incidents),
            Cell::number(
                of.incidents_per_child.map(|value| language.tenths(value)).unwrap_or_default(),
                of.incidents_per_child,
            ),
            number(language, of.more_than_once),
            number(language, of.at_end),
        ])
    };
    Block::Table {
        table: Shared::new(Table {
            id: "incidents-by".into(),
            caption: caption(language, shown),
            columns: vec![
                Column::words(language.by(shown.by)),
                Column::numbers(language.incidents_group()),
                Column::numbers(language.incidents_missing()),
                Column::numbers(language.incidents_share()),
                Column::numbers(language.incidents_interval()),
                Column::numbers(language.incidents_incidents()),
                Column::numbers(language.incidents_each()),
                Column::numbers(language.incidents_more()),
                Column::numbers(language.incidents_end()),
            ],
            rows: shown.profiles().map(row).collect(),
            sortable: true,
        }),
    }
}

/// The lengths, or the numbers of incidents, of each group.
fn of_groups(language: Language, shown: Shown<'_>, often: bool) -> Block {
    let columns = |of: &Profile| -> Vec<report::Shown> {
        if often {
            Times::ALL.iter().map(|times| of.times.get(times).copied().unwrap_or(NONE)).collect()
        } else {
            Length::ALL.iter().map(|length| of.lengths.get(length).copied().unwrap_or(NONE)).collect()
        }
    };
    let names: Vec<Text> = if often {
        Times::ALL.iter().map(|times| language.times(*times)).collect()
    } else {
        Length::ALL.iter().map(|length| language.length(*length).into()).collect()
    };
    let row = |of: &Profile| {
        let cells = columns(of).into_iter().map(|value| number(language, value));
        Row::new(std::iter::once(Cell::text(language.group(of.group))).chain(cells).collect::<Vec<_>>())
    };
    let (id, title) = if often {
        ("incidents-by-times", language.incidents_times_chart())
    } else {
        ("incidents-by-lengths", language.incidents_lengths_chart())
    };
    Block::Table {
        table: Shared::new(Table {
            id: id.into(),
            caption: title.into(),
            columns: std::iter::once(Column::words(language.by(shown.by)))
                .chain(names.into_iter().map(Column::numbers))
                .collect(),
            rows: shown.profiles().map(row).collect(),
            sortable: false,
        }),
    }
}
