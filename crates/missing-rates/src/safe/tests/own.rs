//! What an attacker knows of the counts of an authority's own children, from a safe report alone.

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::attacker::System;
use crate::cohort::{Cohort, Count};
use crate::group::{By, Group};
use crate::period::Period;
use crate::report::{FoiCount, Incidents, Level, OnList, Profile, Report, Times};
use crate::safe::Shown;

/// `what` is children, missing, incidents, more, at-end, not-found, carried, or one of the lengths, times or months.
fn name(of: (Period, Cohort, Option<OnList>), code: Incidents, group: Group, what: &str) -> String {
    let code = if what == "children" && matches!(group.by(), By::None | By::Sex) { Incidents::Missing } else { code };
    format!("{of:?} {code:?} {group:?} {what}")
}

fn of_count(count: Count) -> (Incidents, &'static str) {
    match count {
        Count::Children => (Incidents::Missing, "children"),
        Count::ChildrenMissing => (Incidents::Missing, "missing"),
        Count::MissingIncidents => (Incidents::Missing, "incidents"),
        Count::ChildrenMissingMoreThanOnce => (Incidents::Missing, "more"),
        Count::ChildrenMissingAtEnd => (Incidents::Missing, "at-end"),
        Count::ChildrenAway => (Incidents::Away, "missing"),
        Count::AwayIncidents => (Incidents::Away, "incidents"),
        Count::ChildrenAwayMoreThanOnce => (Incidents::Away, "more"),
        Count::ChildrenAwayAtEnd => (Incidents::Away, "at-end"),
    }
}

/// Every count of a profile, with its name.
fn counts(of: &Profile) -> Vec<(String, Shown)> {
    let key = |what: &str| name((of.period, of.cohort, of.on_list), of.code, of.group, what);
    let mut counts = vec![
        (key("children"), of.children),
        (key("missing"), of.children_missing),
        (key("incidents"), of.incidents),
        (key("more"), of.more_than_once),
        (key("at-end"), of.at_end),
        (key("not-found"), of.not_found),
        (key("carried"), of.carried_over),
    ];
    let of_kind = |kind: &dyn Debug| key(&format!("{kind:?}"));
    counts.extend(of.lengths.iter().map(|(kind, n)| (of_kind(kind), *n)));
    counts.extend(of.times.iter().map(|(kind, n)| (of_kind(kind), *n)));
    counts.extend(of.months.iter().map(|(kind, n)| (of_kind(kind), *n)));
    counts
}

/// Every count of a report that is about the authority's own children, with its name.
fn all(report: &Report) -> Vec<(String, Shown)> {
    let mut all: Vec<(String, Shown)> = report.profiles.iter().flat_map(counts).collect();
    let own = report.totals.iter().filter(|total| total.area.level == Level::Return);
    all.extend(own.map(|total| {
        let (code, what) = of_count(total.measure);
        (name((total.period, total.cohort, None), code, Group::All, what), Shown::from(total.exact.unwrap()))
    }));
    for rate in report.rates.iter().filter(|rate| rate.area.level == Level::Return) {
        for (count, n) in [(rate.measure.numerator(), rate.numerator), (Count::Children, rate.denominator)] {
            let (code, what) = of_count(count);
            all.push((name((rate.period, rate.cohort, None), code, Group::All, what), n.into()));
        }
    }
    for ratio in report.ratios.iter().filter(|ratio| ratio.area.level == Level::Return) {
        let (over, under) = ratio.measure.parts();
        for (count, n) in [(over, ratio.numerator), (under, ratio.denominator)] {
            let (code, what) = of_count(count);
            all.push((name((ratio.period, ratio.cohort, None), code, Group::All, what), n.into()));
        }
    }
    for year in report.foi.iter().flat_map(|foi| &foi.years) {
        for answer in &year.answers {
            let what = match (answer.measure, answer.length) {
                (FoiCount::Children, _) => "children".to_owned(),
                (FoiCount::ChildrenMissing, _) => "missing".to_owned(),
                (FoiCount::Incidents, None) => "incidents".to_owned(),
                (FoiCount::Incidents, Some(length)) => format!("{length:?}"),
                (FoiCount::ChildrenNotFound, _) => "not-found".to_owned(),
            };
            let of = (year.period, answer.cohort, answer.on_list);
            let (code, group) = (answer.code.unwrap_or(Incidents::Missing), answer.sex.unwrap_or(Group::All));
            all.extend(answer.count.map(|count| (name(of, code, group, &what), count)));
        }
    }
    all
}

pub(super) fn known(exact: &Report, safe: &Report, system: &mut System) {
    let told = all(safe).into_iter().filter(|(_, count)| *count != Shown::NotAvailable);
    let in_safe: BTreeSet<String> = told.map(|(name, _)| name).collect();
    for (name, count) in all(exact) {
        // What no safe report has need not be worked out.
        if in_safe.contains(&name) || count == 0 {
            system.count(name, count.number().unwrap());
        }
    }
    for (name, count) in all(safe) {
        if count.number().is_some() {
            system.show(system.place(&name).unwrap());
        }
    }
    relations(exact, system);
}

fn relations(exact: &Report, system: &mut System) {
    let sets: BTreeSet<(Period, Cohort, Option<OnList>)> =
        exact
            .profiles
            .iter()
            .map(|p| (p.period, p.cohort, p.on_list))
            .chain(exact.foi.iter().flat_map(|foi| {
                foi.years.iter().flat_map(|year| year.answers.iter().map(|a| (year.period, a.cohort, a.on_list)))
            }))
            .chain(exact.foi.iter().flat_map(|foi| {
                foi.years.iter().flat_map(|year| Cohort::ALL.map(|cohort| (year.period, cohort, None)))
            }))
            .collect();
    let kinds: BTreeSet<String> = {
        let mut kinds: BTreeSet<String> =
            ["children", "missing", "incidents", "more", "at-end", "not-found", "carried"].map(str::to_owned).into();
        for p in &exact.profiles {
            kinds.extend(p.lengths.keys().map(|kind| format!("{kind:?}")));
            kinds.extend(p.times.keys().map(|kind| format!("{kind:?}")));
            kinds.extend(p.months.keys().map(|kind| format!("{kind:?}")));
        }
        for answer in exact.foi.iter().flat_map(|foi| &foi.years).flat_map(|year| &year.answers) {
            kinds.extend(answer.length.map(|length| format!("{length:?}")));
        }
        kinds
    };
    for set in &sets {
        for code in Incidents::ALL {
            for group in Group::ALL {
                in_a_place(*set, code, *group, system);
            }
            by_groups(*set, code, system);
        }
    }
    let periods: BTreeSet<Period> = sets.iter().map(|(period, ..)| *period).collect();
    for what in &kinds {
        for group in Group::ALL {
            for code in Incidents::ALL {
                for period in &periods {
                    by_sets(*period, code, *group, what, system);
                }
                by_periods(&sets, &periods, (code, *group, what), system);
            }
            for set in &sets {
                by_codes(*set, *group, what, system);
            }
        }
    }
}

type Set = (Period, Cohort, Option<OnList>);

/// The cell, or of trafficked children those of the parts of the list.
fn children(set: Set, code: Incidents, group: Group, system: &System) -> Vec<usize> {
    let of = |on_list| system.place(&name((set.0, set.1, on_list), code, group, "children"));
    match of(set.2) {
        Some(place) => vec![place],
        None if set.2.is_none() => OnList::ALL.into_iter().filter_map(|part| of(Some(part))).collect(),
        None => Vec::new(),
    }
}

fn in_a_place(set: Set, code: Incidents, group: Group, system: &mut System) {
    let at = |system: &System, what: &str| system.place(&name(set, code, group, what));
    let Some(missing) = at(system, "missing") else { return };
    let of = children(set, code, group, system);
    if !of.is_empty() {
        system.at_most(&[missing], &of);
    }
    let [incidents, more, at_end, not_found, carried] =
        ["incidents", "more", "at-end", "not-found", "carried"].map(|what| at(system, what));
    let mut at_most = |less: Option<usize>, more: Option<usize>| {
        if let (Some(less), Some(more)) = (less, more) {
            system.at_most(&[less], &[more]);
        }
    };
    at_most(more, Some(missing));
    at_most(not_found, Some(missing));
    at_most(at_end, not_found);
    at_most(at_end, Some(missing));
    at_most(carried, incidents);
    let Some(incidents) = incidents else { return };
    let once_and_again: Vec<usize> = [Some(missing), more].into_iter().flatten().collect();
    system.at_most(&once_and_again, &[incidents]);
    if group != Group::All {
        return;
    }
    let of_kind = |system: &System, kinds: &[String]| -> Vec<usize> {
        kinds.iter().filter_map(|kind| at(system, kind)).collect()
    };
    let lengths = of_kind(system, &crate::report::Length::ALL.map(|kind| format!("{kind:?}")));
    if !lengths.is_empty() {
        system.equal(&lengths, &[incidents]);
    }
    // Incidents began in a month, or before the period.
    if let Some(carried) = carried {
        let months = system.places_like(&name(set, code, group, "Month"));
        system.equal(&[months, vec![carried]].concat(), &[incidents]);
    }
    let times: Vec<(usize, u32)> =
        Times::ALL.into_iter().zip(0..).filter_map(|(kind, n)| Some((at(system, &format!("{kind:?}"))?, n))).collect();
    if !times.is_empty() {
        system.equal(&times.iter().map(|(place, _)| *place).collect::<Vec<_>>(), &[missing]);
        let fewest = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 11.0, 21.0, 51.0];
        let weighted = times.iter().map(|(place, n)| (*place, fewest[*n as usize]));
        system.know(weighted.chain([(incidents, -1.0)]), false);
        let again: Vec<usize> = times.iter().filter(|(_, n)| *n > 0).map(|(place, _)| *place).collect();
        if let (Some(more), false) = (more, again.is_empty()) {
            system.equal(&again, &[more]);
        }
    }
}

fn by_groups((period, cohort, on_list): Set, code: Incidents, system: &mut System) {
    let set = (period, cohort, on_list);
    for by in By::ALL.into_iter().filter(|by| *by != By::None) {
        for what in ["children", "missing", "incidents"] {
            let groups: Vec<usize> = Group::ALL
                .iter()
                .filter(|group| group.by() == by)
                .filter_map(|group| system.place(&name(set, code, *group, what)))
                .collect();
            let all = if what == "children" {
                children(set, code, Group::All, system)
            } else {
                system.place(&name(set, code, Group::All, what)).into_iter().collect()
            };
            if groups.is_empty() || all.is_empty() {
                continue;
            }
            if by == By::Sex || what == "incidents" {
                system.equal(&groups, &all);
            } else {
                for group in &groups {
                    system.at_most(&[*group], &all);
                }
                system.at_most(&all, &groups);
            }
        }
    }
}

fn by_sets(period: Period, code: Incidents, group: Group, what: &str, system: &mut System) {
    let at = |system: &System, cohort, on_list| system.place(&name((period, cohort, on_list), code, group, what));
    let [all, unaccompanied, trafficked, both] = Cohort::ALL.map(|cohort| at(system, cohort, None));
    let parts: Vec<usize> =
        OnList::ALL.into_iter().filter_map(|part| at(system, Cohort::Trafficked, Some(part))).collect();
    for (less, more) in [(unaccompanied, all), (trafficked, all), (both, unaccompanied), (both, trafficked)] {
        if let (Some(less), Some(more)) = (less, more) {
            system.at_most(&[less], &[more]);
        }
    }
    if let (Some(all), Some(unaccompanied), Some(trafficked), Some(both)) = (all, unaccompanied, trafficked, both) {
        system.at_most(&[unaccompanied, trafficked], &[all, both]);
    }
    // Where it is told of those who are both, and not of this, it is nought.
    let set = (period, Cohort::TraffickedAndUnaccompanied, None);
    let told = system.place(&name(set, Incidents::Missing, Group::All, "children"));
    if let (Some(all), Some(one), Some(other), None, Some(_)) = (all, unaccompanied, trafficked, both, told) {
        system.at_most(&[one, other], &[all]);
    }
    match trafficked {
        Some(trafficked) if !parts.is_empty() => system.equal(&parts, &[trafficked]),
        None if !parts.is_empty() => {
            if let Some(both) = both {
                system.at_most(&[both], &parts);
            }
        }
        _ => {}
    }
}

fn by_codes(set: Set, group: Group, what: &str, system: &mut System) {
    if what == "children" && matches!(group.by(), By::None | By::Sex)
        || Times::ALL.iter().any(|t| format!("{t:?}") == what)
    {
        return;
    }
    let at = |code| system.place(&name(set, code, group, what));
    let [missing, away, either] = Incidents::ALL.map(at);
    let Some(either) = either else { return };
    let ones: Vec<usize> = [missing, away].into_iter().flatten().collect();
    let of_children = matches!(what, "children" | "missing" | "more" | "at-end" | "not-found");
    if of_children {
        for one in &ones {
            system.at_most(&[*one], &[either]);
        }
        if what != "more" && !ones.is_empty() {
            system.at_most(&[either], &ones);
        }
    } else {
        system.equal(&ones, &[either]);
    }
}

fn by_periods(
    sets: &BTreeSet<Set>,
    periods: &BTreeSet<Period>,
    (code, group, what): (Incidents, Group, &str),
    system: &mut System,
) {
    if !matches!(what, "children" | "missing" | "incidents") {
        return;
    }
    for (long, cohort, on_list) in sets {
        let at = |period| system.place(&name((period, *cohort, *on_list), code, group, what));
        let Some(whole) = at(*long) else { continue };
        let within: Vec<usize> = periods
            .iter()
            .filter(|short| *short != long && short.common(*long) == Some(**short))
            .filter_map(|short| at(*short))
            .collect();
        for part in &within {
            system.at_most(&[*part], &[whole]);
        }
    }
}
