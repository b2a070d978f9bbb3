//! What only a return gives: groups of children, answers to a request, how much findings matter.

use super::super::{Codes, Foi, FoiAnswer, FoiCount, FoiYear, Profile, Report, Sensitivity, Sentences, code};
use super::row::{Of, Sheet, Unit};
use crate::group::{By, Group};

pub(super) fn rows(report: &Report, sheet: &mut Sheet) {
    report.profiles.iter().for_each(|of| profile(of, sheet));
    report.every_foi().for_each(|of| foi(of, sheet));
    report.sensitivity.iter().for_each(|of| sensitivity(of, sheet));
}

fn profile(of: &Profile, sheet: &mut Sheet) {
    let row = Of::figure("profile").key(&of.area, of.period, of.cohort, &of.code).with("basis", "child-level");
    let row = match (of.on_list, of.by) {
        (Some(on_list), _) => row.with("group_by", "list").with("group", code(&on_list)),
        (None, By::None) => row,
        (None, by) => row.with("group_by", code(&by)).with("group", of.group.name()),
    };
    let share = row.clone().parts(of.children_missing, of.children);
    sheet.put(&share, "share", Unit::Share, of.value);
    sheet.interval(&share, of.interval.as_ref());
    sheet.put(&row, "children", Unit::Children, of.children);
    sheet.put(&row, "children-missing", Unit::Children, of.children_missing);
    sheet.put(&row, "incidents", Unit::Incidents, of.incidents);
    let each = row.clone().parts(of.incidents, of.children_missing);
    sheet.put_any(&each, "incidents-per-child", Unit::PerChild, of.incidents_per_child);
    sheet.put(&row, "more-than-once", Unit::Children, of.more_than_once);
    sheet.put(&row, "at-end", Unit::Children, of.at_end);
    sheet.put(&row, "not-found", Unit::Children, of.not_found);
    sheet.put(&row, "carried-over", Unit::Incidents, of.carried_over);
    for (length, count) in &of.lengths {
        sheet.put(&row.clone().with("detail", code(length)), "incidents-by-length", Unit::Incidents, *count);
    }
    for (times, count) in &of.times {
        sheet.put(&row.clone().with("detail", code(times)), "children-by-incidents", Unit::Children, *count);
    }
    let band = |from: String, to: String| if from == to { from } else { [from, to].join("/") };
    for of in &of.merged.lengths {
        let detail = band(code(&of.from), code(&of.to));
        sheet.put(&row.clone().with("detail", detail), "incidents-by-length", Unit::Incidents, of.count);
    }
    for of in &of.merged.times {
        let detail = band(code(&of.from), code(&of.to));
        sheet.put(&row.clone().with("detail", detail), "children-by-incidents", Unit::Children, of.count);
    }
    for (at, band_of) in of.merged.months.iter().enumerate() {
        let detail = band(String::from(band_of.from), String::from(band_of.to));
        let carried = if at == 0 && of.merged.with_carried_over { "carried-over/" } else { "" };
        let row = row.clone().with("detail", [carried, &detail].concat());
        sheet.put(&row, "incidents-by-month", Unit::Incidents, band_of.count);
    }
    for (month, count) in &of.months {
        sheet.put(&row.clone().with("detail", String::from(*month)), "incidents-by-month", Unit::Incidents, *count);
    }
}

fn foi(of: &Foi, sheet: &mut Sheet) {
    for year in &of.years {
        for answer in &year.answers {
            let row = Of::figure("request")
                .area(&of.area)
                .period(year.period)
                .cohort(answer.cohort)
                .with("measure", answer.code.as_ref().map(code))
                .with("basis", "child-level")
                .with("note", note(year, answer));
            let row = match (answer.on_list, answer.sex) {
                (Some(on_list), _) => row.with("group_by", "list").with("group", code(&on_list)),
                (None, Some(sex)) => row.with("group_by", code(&By::Sex)).with("group", Group::name(sex)),
                (None, None) => row,
            };
            let row = row.with("detail", answer.length.as_ref().map(code));
            let unit = if answer.measure == FoiCount::Incidents { Unit::Incidents } else { Unit::Children };
            match &answer.not_held {
                Some(reason) => sheet.put(&row, &code(&answer.measure), Unit::Word, code(reason)),
                None => sheet.put(&row, &code(&answer.measure), unit, answer.count),
            }
        }
    }
}

/// Which question it answers, and the codes of what may be wrong with it.
fn note(year: &FoiYear, answer: &FoiAnswer) -> String {
    let said = Codes.foi_note(year, answer);
    ["question ", answer.question, if said.is_empty() { "" } else { "; " }, &said].concat()
}

fn sensitivity(of: &Sensitivity, sheet: &mut Sheet) {
    let row = Of::figure("sensitivity")
        .period(of.period)
        .with("measure", "missing")
        .with("basis", "child-level")
        .with("group_by", "scenario")
        .with("group", code(&of.scenario))
        .with("detail", of.rule)
        .parts(of.numerator, of.denominator);
    sheet.put(&row, "share", Unit::Share, of.value);
    sheet.put_any(&row, "difference", Unit::Share, of.points);
    sheet.put(&row, "rows", Unit::Rows, of.rows);
    sheet.put(&row, "missing-incidents", Unit::Incidents, of.incidents);
    sheet.put(&row, "children-missing-more-than-once", Unit::Children, of.missing_more_than_once);
    sheet.put(&row, "children-missing-at-end", Unit::Children, of.missing_at_end);
    sheet.put_any(&row, "unaccompanied-children", Unit::Children, of.unaccompanied_children);
    sheet.put_any(&row, "unaccompanied-children-missing", Unit::Children, of.unaccompanied_missing);
}
