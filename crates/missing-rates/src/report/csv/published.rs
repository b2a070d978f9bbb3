//! What others have published, and where the return is among the published figures.

use super::super::{Origin, Position, Published, PublishedFigures, Report, Series, Standing, code};
use super::cell::Held;
use super::row::{Of, Sheet, Unit};
use crate::published::Figure;

/// The Department for Education as a source.
const DEPARTMENT: &str = "DfE";

pub(super) fn rows(report: &Report, sheet: &mut Sheet) {
    report.series.iter().for_each(|of| series(of, sheet));
    report.published.iter().for_each(|of| published(of, sheet));
    if let Some(of) = &report.standing {
        standing(of, sheet);
    }
}

fn series(of: &Series, sheet: &mut Sheet) {
    for point in &of.points {
        let source: Held = match point.origin {
            Origin::Report { title, published } => format!("{title}, {published}").into(),
            Origin::Department => DEPARTMENT.into(),
            Origin::Files => "files".into(),
        };
        let row = Of::figure("series")
            .key(&point.area, point.period, of.cohort, &of.measure)
            .parts(point.numerator, point.denominator)
            .authorities(point.authorities)
            .with("source", source.0);
        sheet.put(&row, "share", Unit::Share, point.value);
        sheet.interval(&row, point.interval.as_ref());
        sheet.put_any(&row, "children-all-answers", Unit::Children, point.children_all_answers);
        sheet.put_any(&row, "incidents-per-missing-child", Unit::PerChild, point.incidents_per_missing_child);
        sheet.put_any(&row, "printed", Unit::Percent, point.printed_percent);
    }
}

fn published(of: &Published, sheet: &mut Sheet) {
    let row = Of::figure("published")
        .area(&of.area)
        .period(of.period)
        .with("measure", of.measure.as_str())
        .with("source", DEPARTMENT)
        .with("note", of.place.as_str());
    match of.value {
        Some(value) => sheet.put(&row, "as-published", Unit::Number, value),
        None => sheet.put(&row, "as-published", Unit::Word, of.printed.as_str()),
    }
}

fn standing(of: &Standing, sheet: &mut Sheet) {
    for own in &of.calculated {
        let row = Of::figure("standing").area(&of.area).period(own.period).with("measure", "missing");
        let row = row.parts(own.children_missing, own.children);
        sheet.put(&row, "share", Unit::Share, own.value);
        sheet.interval(&row, own.interval.as_ref());
        sheet.put(&row, "as-dfe-would-print", Unit::Percent, own.percent.as_str());
        let each = own.incidents_per_missing_child.as_deref();
        sheet.put_any(&row, "incidents-per-missing-child-as-dfe-would-print", Unit::PerChild, each);
    }
    of.published.iter().for_each(|of| figures(of, sheet));
    of.positions.iter().for_each(|position| places(of, position, sheet));
}

fn figures(of: &PublishedFigures, sheet: &mut Sheet) {
    let row = Of::figure("standing")
        .area(&of.area)
        .period(of.period)
        .with("group_by", "role")
        .with("group", code(&of.role))
        .with("detail", of.rank.map(|rank| rank.to_string()))
        .with("source", DEPARTMENT)
        .with("note", of.rounded_to.map(|to| format!("rounded to {to}")));
    let share = row.clone().with("measure", "missing").parts(of.children_missing, of.children);
    sheet.put_any(&share, "share", Unit::Share, of.value);
    sheet.interval(&share, of.interval.as_ref());
    let counts = [
        ("children", Unit::Children, of.children),
        ("children-missing", Unit::Children, of.children_missing),
        ("missing-incidents", Unit::Incidents, of.missing_incidents),
        ("children-missing-more-than-once", Unit::Children, of.children_missing_more_than_once),
        ("children-missing-at-end", Unit::Children, of.children_missing_at_end),
        ("children-away", Unit::Children, of.children_away),
        ("away-incidents", Unit::Incidents, of.away_incidents),
        ("children-away-more-than-once", Unit::Children, of.children_away_more_than_once),
        ("children-away-at-end", Unit::Children, of.children_away_at_end),
    ];
    for (measure, unit, figure) in counts.into_iter().filter(|(.., figure)| *figure != Figure::NotToHand) {
        sheet.put(&row.clone().with("measure", measure), "as-published", unit, figure);
    }
    let printed = [
        ("missing", Unit::Percent, &of.percent),
        ("incidents-per-missing-child", Unit::PerChild, &of.incidents_per_missing_child),
        ("away", Unit::Percent, &of.percent_away),
        ("incidents-per-away-child", Unit::PerChild, &of.incidents_per_away_child),
    ];
    for (measure, unit, text) in printed {
        sheet.put_any(&row.clone().with("measure", measure), "as-published", unit, text.as_deref());
    }
}

fn places(of: &Standing, position: &Position, sheet: &mut Sheet) {
    let row = Of::figure("position")
        .area(&of.area)
        .period(position.period)
        .earlier(position.published)
        .with("measure", "missing")
        .with("basis", code(&position.figure));
    for (statistic, count) in [
        ("neighbours-lower", position.lower),
        ("neighbours-equal", position.equal),
        ("neighbours-higher", position.higher),
        ("neighbours-without", position.without),
    ] {
        sheet.put(&row, statistic, Unit::Authorities, count);
    }
    if let Some(england) = &position.england {
        for (statistic, count) in [
            ("england-authorities", england.authorities),
            ("england-lower", england.lower),
            ("england-equal", england.equal),
            ("england-higher", england.higher),
            ("england-clearly-lower", england.clearly_lower),
            ("england-clearly-higher", england.clearly_higher),
        ] {
            sheet.put(&row, statistic, Unit::Authorities, count);
        }
        let quarter = england.quarter.map(|quarter| quarter.to_string());
        sheet.put_any(&row, "england-quarter", Unit::Word, quarter.as_deref());
    }
    for beside in &position.beside {
        let row = row
            .clone()
            .with("group_by", code(&beside.role))
            .with("group", beside.area.code.map(|code| code.to_string()))
            .with("note", beside.area.name);
        sheet.put_any(&row, "difference", Unit::Share, beside.points);
        sheet.put_any(&row, "lower-95", Unit::Share, beside.lower);
        sheet.put_any(&row, "upper-95", Unit::Share, beside.upper);
        sheet.put_any(&row, "outcome", Unit::Word, beside.outcome.as_ref().map(code));
    }
}
