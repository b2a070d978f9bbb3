//! Rates, totals, and the figures beside them.

use super::super::{
    Change, Comparison, Coverage, Funnel, Influence, Limits, Others, Overlap, Rate, Ratio, Report, Respondent,
    Respondents, Target, Total, Unit as Counted, code,
};
use super::row::{Of, Sheet, Unit};

pub(super) fn rows(report: &Report, sheet: &mut Sheet) {
    report.rates.iter().for_each(|of| rate(of, sheet));
    report.ratios.iter().for_each(|of| ratio(of, sheet));
    // A reader of the file must not take what was rounded for exact.
    let note = if report.disclosure.is_safe() { code(&report.disclosure) } else { String::new() };
    report.totals.iter().for_each(|of| total(of, &note, sheet));
    report.coverage.iter().for_each(|of| coverage(of, sheet));
    report.respondents.iter().for_each(|of| respondents(of, sheet));
    report.overlaps.iter().for_each(|of| overlap(of, sheet));
    report.changes.iter().for_each(|of| change(of, sheet));
    report.funnel.iter().for_each(|of| funnel(of, sheet));
    report.influence.iter().for_each(|of| influence(of, sheet));
    report.targets.iter().for_each(|of| target(of, sheet));
    report.comparisons.iter().for_each(|of| comparison(of, sheet));
}

fn rate(rate: &Rate, sheet: &mut Sheet) {
    let of = Of::figure("rate")
        .key(&rate.area, rate.period, rate.cohort, &rate.measure)
        .with("basis", code(&rate.basis))
        .parts(rate.numerator, rate.denominator)
        .authorities(rate.authorities);
    sheet.put(&of, "share", Unit::Share, rate.value);
    sheet.interval(&of, rate.interval.as_ref());
}

fn ratio(ratio: &Ratio, sheet: &mut Sheet) {
    let of = Of::figure("ratio")
        .key(&ratio.area, ratio.period, ratio.cohort, &ratio.measure)
        .parts(ratio.numerator, ratio.denominator)
        .authorities(ratio.authorities);
    sheet.put(&of, "average", Unit::PerChild, ratio.value);
}

fn total(total: &Total, note: &str, sheet: &mut Sheet) {
    let of = Of::figure("total")
        .key(&total.area, total.period, total.cohort, &total.measure)
        .authorities(total.authorities)
        .with("note", note.to_owned());
    let unit = if code(&total.measure).ends_with("incidents") { Unit::Incidents } else { Unit::Children };
    sheet.put_any(&of, "exact", unit, total.exact);
    sheet.put(&of, "lowest", unit, total.lowest);
    sheet.put(&of, "highest", unit, total.highest);
}

fn coverage(of: &Coverage, sheet: &mut Sheet) {
    let row = Of::figure("coverage").key(&of.area, of.period, of.cohort, &of.measure);
    for (statistic, count) in [
        ("named", of.named),
        ("in-area", of.in_area),
        ("both", of.both),
        ("children-only", of.children_only),
        ("children-only-with-range", of.children_only_with_range),
        ("missing-only", of.missing_only),
        ("neither", of.neither),
        ("contradictory", of.contradictory),
    ] {
        sheet.put(&row, statistic, Unit::Authorities, count);
    }
    sheet.put(&row, "children-unmatched", Unit::Children, of.children_unmatched);
}

/// Authorities that answered together are in one row.
fn respondents(of: &Respondents, sheet: &mut Sheet) {
    let lists: [(&str, &[Respondent]); 6] = [
        ("both", &of.both),
        ("children-and-range", &of.children_and_range),
        ("children-only", &of.children_only),
        ("missing-only", &of.missing_only),
        ("neither", &of.neither),
        ("not-named", &of.not_named),
    ];
    let row = Of::figure("respondent").key(&of.area, of.period, of.cohort, &of.measure);
    for (gave, list) in lists {
        for respondent in list {
            sheet.put(&named(row.clone(), respondent), "gave", Unit::Word, gave);
        }
    }
}

fn named(of: Of, respondent: &Respondent) -> Of {
    let codes: Vec<&str> = respondent.codes.iter().map(crate::area::AreaCode::as_str).collect();
    of.with("group_by", "authority").with("group", codes.join("; ")).with("note", respondent.names.join("; "))
}

fn overlap(of: &Overlap, sheet: &mut Sheet) {
    let row = Of::figure("overlap").area(&of.area).period(of.period).authorities(of.authorities);
    for (statistic, count) in
        [("both", of.both), ("trafficked", of.trafficked), ("unaccompanied", of.unaccompanied), ("either", of.either)]
    {
        sheet.put(&row, statistic, Unit::Children, count);
    }
    sheet.put_any(&row, "share-of-trafficked", Unit::Share, of.of_trafficked);
    sheet.put_any(&row, "share-of-unaccompanied", Unit::Share, of.of_unaccompanied);
}

fn change(of: &Change, sheet: &mut Sheet) {
    let row = Of::figure("change")
        .key(&of.area, of.to, of.cohort, &of.measure)
        .earlier(of.from)
        .with("basis", code(&of.basis))
        .with("note", of.method);
    let unit = match of.unit {
        Counted::PercentagePoints => Unit::Share,
        Counted::Children => Unit::Children,
        Counted::Incidents => Unit::Incidents,
        Counted::IncidentsPerChild => Unit::PerChild,
        Counted::IncidentsPer100Children => Unit::Per100,
    };
    for (statistic, compared) in [("earlier", &of.earlier), ("later", &of.later)] {
        let row = row.clone().parts(compared.numerator, compared.denominator).authorities(compared.authorities);
        sheet.put(&row, statistic, unit, compared.value);
    }
    // Points are no share, and may be below zero.
    let unit = if unit == Unit::Share { Unit::ShareDifference } else { unit };
    sheet.put(&row, "difference", unit, of.difference);
    sheet.put_any(&row, "lower-95", unit, of.lower);
    sheet.put_any(&row, "upper-95", unit, of.upper);
    sheet.put_any(&row, "relative", Unit::Share, of.relative);
}

fn funnel(of: &Funnel, sheet: &mut Sheet) {
    let row = Of::figure("funnel").key(&of.area, of.period, of.cohort, &of.measure);
    sheet.put(&row, "pooled", Unit::Share, of.pooled);
    sheet.put(&row, "phi", Unit::Number, of.phi);
    sheet.put(&row, "phi-unwinsorised", Unit::Number, of.phi_unwinsorised);
    sheet.put(&row, "tau2", Unit::Number, of.tau2);
    for point in &of.authorities {
        let row = row
            .clone()
            .with("group_by", "authority")
            .with("group", point.code.as_str())
            .with("note", point.name)
            .parts(point.numerator, point.denominator);
        sheet.put(&row, "share", Unit::Share, point.value);
        sheet.put(&row, "place", Unit::Word, code(&point.place));
        sheet.put(&row, "place-adjusted", Unit::Word, code(&point.place_adjusted));
    }
    let limits = Of::figure("funnel-limit").key(&of.area, of.period, of.cohort, &of.measure);
    for at in &of.limits {
        for (kind, Limits { lower_998, lower_95, upper_95, upper_998 }) in
            [("plain", at.plain), ("adjusted", at.adjusted)]
        {
            let row = limits.clone().with("basis", kind).with("denominator", at.denominator);
            sheet.put(&row, "lower-99.8", Unit::Share, lower_998);
            sheet.put(&row, "lower-95", Unit::Share, lower_95);
            sheet.put(&row, "upper-95", Unit::Share, upper_95);
            sheet.put(&row, "upper-99.8", Unit::Share, upper_998);
        }
    }
}

fn influence(of: &Influence, sheet: &mut Sheet) {
    let row = Of::figure("influence").key(&of.area, of.period, of.cohort, &of.measure).with("basis", "matched");
    for without in &of.without {
        let row = named(row.clone(), &without.respondent).parts(without.numerator, without.denominator);
        sheet.put(&row, "share-without", Unit::Share, without.value);
        sheet.put_any(&row, "difference", Unit::Share, without.difference);
        sheet.put(&row, "weight", Unit::Share, without.weight);
    }
}

fn target(of: &Target, sheet: &mut Sheet) {
    let row = Of::figure("target").key(&of.area, of.period, of.cohort, &of.measure).parts(of.numerator, of.denominator);
    sheet.put(&row, "target", Unit::Share, of.target);
    sheet.put_any(&row, "share", Unit::Share, of.value);
    sheet.put(&row, "silent-authorities", Unit::Authorities, of.silent_authorities);
    sheet.put(&row, "silent-children", Unit::Children, of.silent_children);
    sheet.put(&row, "silent-fewest", Unit::Children, of.silent_fewest);
    sheet.put(&row, "silent-most", Unit::Children, of.silent_most);
    sheet.put(&row, "needed", Unit::Children, of.needed_children);
    sheet.put_any(&row, "needed-share", Unit::Share, of.needed_share);
    sheet.put(&row, "reach", Unit::Word, code(&of.reach));
}

fn comparison(of: &Comparison, sheet: &mut Sheet) {
    let with = match of.with {
        Others::Neighbours => "neighbours".to_owned(),
        Others::Area { area } => area.code.map(|code| code.to_string()).unwrap_or_default(),
    };
    let row = Of::figure("comparison")
        .key(&of.authority, of.period, of.cohort, &of.measure)
        .with("group_by", "beside")
        .with("group", with);
    let own = row.clone().parts(of.numerator, of.denominator);
    sheet.put(&own, "share", Unit::Share, of.value);
    sheet.interval(&own, Some(&of.interval));
    let others = &of.others;
    let theirs = row.clone().parts(others.numerator, others.denominator).authorities(others.authorities);
    sheet.put(&theirs, "others", Unit::Share, others.value);
    sheet.put(&theirs, "others-lowest", Unit::Share, others.lowest);
    sheet.put(&theirs, "others-highest", Unit::Share, others.highest);
    let difference = row.with("note", "newcombe");
    sheet.put(&difference, "difference", Unit::Share, of.points);
    sheet.put(&difference, "difference-lower-95", Unit::Share, of.lower);
    sheet.put(&difference, "difference-upper-95", Unit::Share, of.upper);
    sheet.put(&difference, "outcome", Unit::Word, code(&of.outcome));
}
