//! Who went missing, from where, how often, for how long: the incidents of an authority's own return.

use missing_rates::Ordered;
use missing_rates::cohort::Cohort;
use missing_rates::disclosure;
use missing_rates::group::{By, Group};
use missing_rates::period::Period;
use missing_rates::report::{Incidents, Length, Month, Profile, Times, code};
use yew::AttrValue;

use super::Context;
use super::bars::{Counted, counted};
use super::caveats::{self, Figure, Is};
use super::worked::Worked;
use crate::document::{Bar, Block, Cell, Chart, Choice, Column, Drawing, Fact, Row, Table};
use crate::shared::Shared;
use crate::text;

const COHORT: &str = "incidents:cohort";
const CODE: &str = "incidents:code";
const BY: &str = "incidents:by";

/// Groups of fewer children say little.
const FEW: u64 = 20;

/// The group of those of whom it is not known where they belong.
const NOT_KNOWN: &str = "not-known";
/// What is not counted for its length, its number or its month.
const NONE: disclosure::Shown = disclosure::Shown::Number(0);

/// What is shown, as chosen.
#[derive(Clone, Copy)]
struct Shown<'a> {
    context: Context<'a>,
    cohort: Cohort,
    code: Incidents,
    by: By,
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let of_period = || context.report.profiles.iter().filter(|p| Some(p.period) == context.period);
    let has = |is: &dyn Fn(&Profile) -> bool| of_period().any(is);
    let cohorts: Vec<Cohort> = Cohort::ALL.into_iter().filter(|cohort| has(&|p| p.cohort == *cohort)).collect();
    let Some(cohort) = super::chosen(context.settings.choice(COHORT), &cohorts) else {
        return vec![Block::text(text::incidents_none())];
    };
    let ways: Vec<By> = By::ALL.into_iter().filter(|by| has(&|p| p.by == *by)).collect();
    let codes = Incidents::ALL;
    let one_of = |key: &str| context.settings.choice(key);
    let shown = Shown {
        context,
        cohort,
        code: codes.into_iter().find(|of| code(of) == one_of(CODE)).unwrap_or(Incidents::Missing),
        by: ways.iter().copied().find(|by| code(by) == one_of(BY)).unwrap_or(By::None),
    };
    let mut blocks = vec![lead(shown)];
    let pick = |setting: &'static str, label: &'static str, chosen: String, options: Vec<Choice>| Block::Pick {
        setting: setting.into(),
        label: label.into(),
        options,
        chosen: chosen.into(),
    };
    let choice = |value: String, text: &'static str| Choice { value: value.into(), text: text.into() };
    blocks.push(Block::Controls {
        blocks: vec![
            pick(
                COHORT,
                text::incidents_cohort(),
                code(&cohort),
                cohorts.iter().map(|cohort| choice(code(cohort), text::cohort(*cohort))).collect(),
            ),
            pick(
                CODE,
                text::incidents_code(),
                code(&shown.code),
                codes.iter().map(|of| choice(code(of), text::code(*of))).collect(),
            ),
            pick(
                BY,
                text::incidents_by(),
                code(&shown.by),
                ways.iter().map(|by| choice(code(by), text::by(*by))).collect(),
            ),
        ],
    });
    if shown.code == Incidents::Either {
        blocks.push(Block::note(text::incidents_how_either()));
    }
    blocks.extend(if shown.by == By::None { together(shown) } else { groups(shown) });
    blocks
}

impl<'a> Shown<'a> {
    /// The profiles of the groups that are shown.
    fn profiles(self) -> impl Iterator<Item = &'a Profile> {
        let Self { context, cohort, code, by } = self;
        let profiles = context.report.profiles.iter().filter(move |p| Some(p.period) == context.period);
        profiles.filter(move |p| (p.cohort, p.code, p.by, p.on_list) == (cohort, code, by, None))
    }

    fn period(self) -> AttrValue {
        self.context.period.map(text::format::period).unwrap_or_default()
    }
}

fn share(of: &Profile) -> AttrValue {
    text::format::shown_part_of(of.children_missing, of.children)
}

/// The sentence that says the finding.
fn lead(shown: Shown<'_>) -> Block {
    let verb = text::verb(shown.code);
    if shown.by == By::None {
        let Some(all) = shown.profiles().next() else { return Block::lead(text::incidents_none()) };
        let (children, period) = (text::format::shown(all.children), shown.period());
        let missing = text::format::shown(all.children_missing);
        return Block::lead(match (all.incidents_per_child, all.incidents.number()) {
            (Some(each), Some(incidents)) => text::IncidentsLead {
                children: &children,
                each: &text::format::tenths(each),
                incidents: &text::incidents_number(incidents),
                missing: &missing,
                period: &period,
                share: &share(all),
                verb,
            }
            .text(),
            _ if all.children_missing == 0 => {
                text::IncidentsLeadNone { children: &children, period: &period, verb }.text()
            }
            _ => text::IncidentsLeadHidden { children: &children, missing: &missing, period: &period, verb }.text(),
        });
    }
    let value = |of: &&Profile| of.value.unwrap_or_default();
    let known = |of: &&Profile| {
        of.value.is_some() && of.children.number().is_some_and(|n| n >= FEW) && of.group.name() != NOT_KNOWN
    };
    let mut large: Vec<&Profile> = shown.profiles().filter(known).collect();
    large.order_by(|a, b| value(a).total_cmp(&value(b)));
    match large.as_slice() {
        [] => Block::lead(text::incidents_lead_small()),
        [one] => Block::lead(
            text::IncidentsLeadOne {
                children: &text::format::shown(one.children),
                group: text::group(one.group),
                missing: &text::format::shown(one.children_missing),
                share: &share(one),
                verb,
            }
            .text(),
        ),
        [low, .., high] => Block::lead(
            text::IncidentsLeadGroups {
                by: &text::format::lower(text::by(shown.by)),
                high: &share(high),
                highest: text::group(high.group),
                low: &share(low),
                lowest: text::group(low.group),
            }
            .text(),
        ),
    }
}

/// All children of the cohort: how long, how often, when.
fn together(shown: Shown<'_>) -> Vec<Block> {
    let Some(all) = shown.profiles().next() else { return Vec::new() };
    let report = shown.context.report;
    let worked = || Worked::of(report);
    let mut blocks = vec![Block::Facts { facts: facts(all, shown) }, headline(all, shown)];
    let share = Some((all.children_missing, all.children));
    let is: &[Is] = if shown.code == Incidents::Either { &[Is::OfIncidents] } else { &[Is::OfCodes, Is::OfIncidents] };
    let figure = Figure { share, cohort: Some(shown.cohort), is, ..Figure::default() };
    blocks.extend(caveats::beside(report, &figure));
    if let Some(list) = list(shown) {
        blocks.extend([list, worked().says(text::worked_list()).says(text::worked_return()).block()]);
    }
    if all.incidents == 0 || all.lengths.is_empty() {
        return blocks;
    }
    blocks.push(Block::heading(text::incidents_lengths()));
    let lengths =
        Length::ALL.map(|length| (text::length(length).into(), all.lengths.get(&length).copied().unwrap_or(NONE)));
    blocks.extend(counted(Counted {
        id: "incidents-lengths",
        caption: text::incidents_lengths_chart().into(),
        name: text::incidents_length(),
        number: text::incidents_incidents(),
        rows: lengths.to_vec(),
    }));
    if let Some((first, count, of)) = first(&lengths) {
        let words = text::WorkedIncidentsLengths { all: &of, count: &count, first: &first };
        blocks.push(worked().says(words.text()).block());
    }
    blocks.push(Block::note(text::incidents_lengths_about()));
    blocks.push(Block::heading(text::incidents_times(text::verb(shown.code))));
    let times = Times::ALL.map(|times| (text::times(times), all.times.get(&times).copied().unwrap_or(NONE)));
    blocks.extend(counted(Counted {
        id: "incidents-times",
        caption: text::incidents_times_chart().into(),
        name: text::incidents_time(),
        number: text::incidents_children(),
        rows: times.to_vec(),
    }));
    if let Some((first, count, of)) = first(&times) {
        let words = text::WorkedIncidentsTimes { all: &of, count: &count, first: &first };
        blocks.push(worked().says(words.text()).block());
    }
    let months = months(all, shown.context.period);
    blocks.push(Block::heading(text::incidents_months()));
    blocks.extend(counted(Counted {
        id: "incidents-months",
        caption: text::incidents_months_chart().into(),
        name: text::incidents_month(),
        number: text::incidents_incidents(),
        rows: months.clone(),
    }));
    if let Some((first, count, of)) = first(&months) {
        let words = text::WorkedIncidentsMonths { all: &of, count: &count, first: &first };
        blocks.push(worked().says(words.text()).block());
    }
    if let Some(carried) = all.carried_over.number().filter(|carried| *carried > 0) {
        blocks.push(Block::note(text::incidents_carried(carried)));
    }
    blocks
}

/// Every month of the period, those without an incident too; of a period of many years only those with one.
fn months(all: &Profile, period: Option<Period>) -> Vec<(AttrValue, disclosure::Shown)> {
    const MOST: usize = 36;
    let of_period = period
        .map(|period| Month::of_period(period).take(MOST + 1).collect::<Vec<_>>())
        .filter(|months| months.len() <= MOST);
    let months = of_period.unwrap_or_else(|| all.months.keys().copied().collect());
    let row =
        |month: &Month| (text::format::month(month.year, month.month), all.months.get(month).copied().unwrap_or(NONE));
    months.iter().map(row).collect()
}

/// How the share and the average of all children of the cohort were worked out.
fn headline(all: &Profile, shown: Shown<'_>) -> Block {
    Worked::of(shown.context.report)
        .share(text::incidents_share(), all.children_missing, all.children)
        .wilson(all.children_missing, all.children)
        .average(text::incidents_each(), all.incidents, all.children_missing)
        .says(text::worked_return())
        .says(text::worked_source_dfe())
        .block()
}

/// The first count that is not nought, with its name and the sum of all.
fn first(rows: &[(AttrValue, disclosure::Shown)]) -> Option<(AttrValue, AttrValue, AttrValue)> {
    let (name, count) = rows.iter().find(|(_, count)| *count != 0)?;
    let all = disclosure::Shown::sum(rows.iter().map(|(_, count)| *count));
    Some((name.clone(), text::format::shown(*count), text::format::shown(all)))
}

fn facts(all: &Profile, shown: Shown<'_>) -> Vec<Fact> {
    let fact = |name: &'static str, number: AttrValue, about: AttrValue| Fact { name: name.into(), number, about };
    let interval = all.interval.as_ref().map(between).unwrap_or_default();
    let end = shown.context.period.map(|period| text::at_end_on(&text::format::day(period.end()))).unwrap_or_default();
    vec![
        fact(text::incidents_share(), share(all), interval),
        fact(text::incidents_incidents(), text::format::shown(all.incidents), AttrValue::default()),
        fact(
            text::incidents_more(),
            text::format::shown(all.more_than_once),
            text::share_of_children(&text::format::shown_part_of(all.more_than_once, all.children)),
        ),
        fact(text::incidents_end(), text::format::shown(all.at_end), end),
    ]
}

fn between(interval: &missing_rates::report::Interval) -> AttrValue {
    let (lower, upper) = (text::format::share(interval.lower), text::format::share(interval.upper));
    text::IncidentsBetween { lower: &lower, upper: &upper }.text()
}

/// What a list of children says of those who are trafficked: confirmed and suspected apart.
fn list(shown: Shown<'_>) -> Option<Block> {
    let Shown { context, cohort, code, .. } = shown;
    let of = context.report.profiles.iter().filter(|p| Some(p.period) == context.period && p.cohort == cohort);
    let row = |p: &Profile| {
        let name = text::on_list(p.on_list.filter(|_| p.code == code && p.children != 0)?);
        Some(Row::new([
            Cell::text(name),
            number(p.children),
            number(p.children_missing),
            Cell::number(share(p), p.value),
            number(p.incidents),
        ]))
    };
    let rows: Vec<Row> = of.filter_map(row).collect();
    (!rows.is_empty()).then(|| Block::Table {
        table: Shared::new(Table {
            id: "incidents-list".into(),
            caption: text::IncidentsListTable { code: &text::format::lower(text::code(code)), period: &shown.period() }
                .text(),
            columns: vec![
                Column::words(text::incidents_list()),
                Column::numbers(text::incidents_group()),
                Column::numbers(text::incidents_missing()),
                Column::numbers(text::incidents_share()),
                Column::numbers(text::incidents_incidents()),
            ],
            rows,
            sortable: false,
        }),
    })
}

/// Group by group.
fn groups(shown: Shown<'_>) -> Vec<Block> {
    let report = shown.context.report;
    let figure = Figure { cohort: Some(shown.cohort), is: &[Is::OfGroups], ..Figure::default() };
    let mut blocks = vec![Block::note(text::incidents_small())];
    blocks.extend(caveats::beside(report, &figure));
    let caption = text::incidents_chart_groups(text::verb(shown.code));
    let bar = |of: &Profile| Bar {
        name: text::group(of.group).into(),
        number: share(of),
        length: of.value.unwrap_or_default(),
        marked: false,
    };
    let bars: Vec<Bar> = shown.profiles().map(bar).collect();
    blocks.push(Block::chart(Chart {
        id: "incidents-groups".into(),
        alternative: super::bars::alternative(&caption, &bars),
        caption,
        drawing: Drawing::Bars { bars },
    }));
    blocks.push(table(shown));
    let mut worked = Worked::of(report).says(text::worked_groups());
    if let Some(first) = shown.profiles().find(|of| of.children != 0) {
        worked = worked
            .row(text::group(first.group), first.children_missing, first.children)
            .wilson(first.children_missing, first.children);
    }
    blocks.push(worked.block());
    blocks.push(Block::text(text::incidents_how_groups()));
    if shown.by == By::TimeInCare {
        blocks.push(Block::note(text::incidents_how_time()));
    }
    let more = [
        of_groups(shown, false),
        of_groups(shown, true),
        Worked::of(report).says(text::worked_groups_counts()).block(),
    ];
    blocks.push(Block::Details { summary: text::incidents_more_of_groups().into(), blocks: more.into() });
    blocks
}

fn number(n: disclosure::Shown) -> Cell {
    Cell::number(text::format::shown(n), n.number().map(|n| n as f64))
}

fn caption(shown: Shown<'_>) -> AttrValue {
    let (by, code) = (text::format::lower(text::by(shown.by)), text::format::lower(text::code(shown.code)));
    text::IncidentsTable { by: &by, code: &code, cohort: text::cohort(shown.cohort), period: &shown.period() }.text()
}

fn table(shown: Shown<'_>) -> Block {
    let row = |of: &Profile| {
        let interval = of.interval.as_ref();
        Row::new([
            Cell::text(text::group(of.group)),
            number(of.children),
            number(of.children_missing),
            Cell::number(share(of), of.value),
            Cell::number(interval.map(between).unwrap_or_default(), interval.map(|i| i.lower)),
            number(of.incidents),
            Cell::number(of.incidents_per_child.map(text::format::tenths).unwrap_or_default(), of.incidents_per_child),
            number(of.more_than_once),
            number(of.at_end),
        ])
    };
    Block::Table {
        table: Shared::new(Table {
            id: "incidents-by".into(),
            caption: caption(shown),
            columns: vec![
                Column::words(text::by(shown.by)),
                Column::numbers(text::incidents_group()),
                Column::numbers(text::incidents_missing()),
                Column::numbers(text::incidents_share()),
                Column::numbers(text::incidents_interval()),
                Column::numbers(text::incidents_incidents()),
                Column::numbers(text::incidents_each()),
                Column::numbers(text::incidents_more()),
                Column::numbers(text::incidents_end()),
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
    let names: Vec<AttrValue> = if often {
        Times::ALL.iter().map(|times| text::times(*times)).collect()
    } else {
        Length::ALL.iter().map(|length| text::length(*length).into()).collect()
    };
    let row = |of: &Profile| {
        let cells = columns(of).into_iter().map(number);
        Row::new(std::iter::once(Cell::text(text::group(of.group))).chain(cells).collect::<Vec<_>>())
    };
    let (id, title) = if often {
        ("incidents-by-times", text::incidents_times_chart())
    } else {
        ("incidents-by-lengths", text::incidents_lengths_chart())
    };
    Block::Table {
        table: Shared::new(Table {
            id: id.into(),
            caption: title.into(),
            columns: std::iter::once(Column::words(text::by(shown.by)))
                .chain(names.into_iter().map(Column::numbers))
                .collect(),
            rows: shown.profiles().map(row).collect(),
            sortable: false,
        }),
    }
}

/// Whether a report has incidents of a return.
pub(super) fn is_in(profiles: &[Profile]) -> bool {
    profiles.iter().any(|of| of.group == Group::All)
}
