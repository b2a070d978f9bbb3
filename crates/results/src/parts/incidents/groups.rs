//! The children of a cohort group by group.

use missing_rates::disclosure;
use missing_rates::group::By;
use missing_rates::report::{Length, Profile, Times};
use words::Text;

use super::{NONE, Shown, between, number, share};
use crate::parts::bars::alternative;
use crate::parts::caveats::{self, Figure, Is};
use crate::parts::worked::Worked;
use document::Shared;
use document::{Bar, Block, Cell, Chart, Column, Drawing, Row, Table};

pub(super) fn blocks(shown: Shown<'_>) -> Vec<Block> {
    let report = shown.context.report;
    let figure = Figure { cohort: Some(shown.cohort), is: &[Is::OfGroups], ..Figure::default() };
    let mut blocks = vec![Block::note(words::incidents_small())];
    blocks.extend(caveats::beside(report, &figure));
    let caption = shown.caption(&words::incidents_chart_groups(words::verb(shown.code)));
    let bar = |of: &Profile| Bar {
        name: words::group(of.group).into(),
        number: share(of),
        // A group without children has no share, and no bar.
        length: of.value.or((of.children == 0).then_some(0.0)),
        marked: false,
    };
    let bars: Vec<Bar> = shown.profiles().map(bar).collect();
    blocks.push(Block::chart(Chart {
        id: "incidents-groups".into(),
        alternative: alternative(&caption, &bars),
        caption,
        drawing: Drawing::Bars { bars },
    }));
    blocks.push(table(shown));
    let mut worked = Worked::of(report).says(words::worked_groups());
    if let Some(first) = shown.profiles().find(|of| of.children != 0) {
        worked = worked
            .row(words::group(first.group), first.children_missing, first.children)
            .wilson(first.children_missing, first.children);
    }
    blocks.push(worked.block());
    blocks.push(Block::text(words::incidents_how_groups()));
    if shown.by == By::TimeInCare {
        blocks.push(Block::note(words::incidents_how_time()));
    }
    let more = [
        of_groups(shown, false),
        of_groups(shown, true),
        Worked::of(report).says(words::worked_groups_counts()).block(),
    ];
    blocks.push(Block::Details { summary: words::incidents_more_of_groups().into(), blocks: more.into() });
    blocks
}

fn caption(shown: Shown<'_>) -> Text {
    let (by, code) = (words::format::lower(words::by(shown.by)), words::format::lower(words::code(shown.code)));
    words::IncidentsTable { by: &by, code: &code, cohort: words::cohort(shown.cohort), period: &shown.period() }.text()
}

fn table(shown: Shown<'_>) -> Block {
    let row = |of: &Profile| {
        let interval = of.interval.as_ref();
        Row::new([
            Cell::text(words::group(of.group)),
            number(of.children),
            number(of.children_missing),
            Cell::number(share(of), of.value),
            Cell::number(interval.map(between).unwrap_or_default(), interval.map(|i| i.lower)),
            number(of.incidents),
            Cell::number(of.incidents_per_child.map(words::format::tenths).unwrap_or_default(), of.incidents_per_child),
            number(of.more_than_once),
            number(of.at_end),
        ])
    };
    Block::Table {
        table: Shared::new(Table {
            id: "incidents-by".into(),
            caption: caption(shown),
            columns: vec![
                Column::words(words::by(shown.by)),
                Column::numbers(words::incidents_group()),
                Column::numbers(words::incidents_missing()),
                Column::numbers(words::incidents_share()),
                Column::numbers(words::incidents_interval()),
                Column::numbers(words::incidents_incidents()),
                Column::numbers(words::incidents_each()),
                Column::numbers(words::incidents_more()),
                Column::numbers(words::incidents_end()),
            ],
            rows: shown.profiles().map(row).collect(),
            sortable: true,
        }),
    }
}

/// Lengths, or numbers of incidents, of each group.
fn of_groups(shown: Shown<'_>, often: bool) -> Block {
    let columns = |of: &Profile| -> Vec<disclosure::Shown> {
        if often {
            Times::ALL.iter().map(|times| of.times.get(times).copied().unwrap_or(NONE)).collect()
        } else {
            Length::ALL.iter().map(|length| of.lengths.get(length).copied().unwrap_or(NONE)).collect()
        }
    };
    let names: Vec<Text> = if often {
        Times::ALL.iter().map(|times| words::times(*times)).collect()
    } else {
        Length::ALL.iter().map(|length| words::length(*length).into()).collect()
    };
    let row = |of: &Profile| {
        let cells = columns(of).into_iter().map(number);
        Row::new(std::iter::once(Cell::text(words::group(of.group))).chain(cells).collect::<Vec<_>>())
    };
    let (id, title) = if often {
        ("incidents-by-times", words::incidents_times_chart())
    } else {
        ("incidents-by-lengths", words::incidents_lengths_chart())
    };
    Block::Table {
        table: Shared::new(Table {
            id: id.into(),
            caption: title.into(),
            columns: std::iter::once(Column::words(words::by(shown.by)))
                .chain(names.into_iter().map(Column::numbers))
                .collect(),
            rows: shown.profiles().map(row).collect(),
            sortable: false,
        }),
    }
}
