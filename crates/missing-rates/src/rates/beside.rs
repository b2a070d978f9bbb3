//! What a report gives beside its rates: who answered, how firm the rates are, how they changed, how authorities
//! compare.

use std::collections::BTreeMap;

use super::changes::{Both, pairs};
use super::comparison::comparisons;
use super::funnel::funnel;
use super::given::{Group, GroupKey};
use super::influence::influence;
use super::members::{Member, areas_of, largest};
use super::overlap::overlap;
use super::respondents::respondents;
use super::series::series;
use super::target::{TargetShare, target};
use crate::area::{AreaCode, authority};
use crate::cohort::{Cohort, Share};
use crate::period::Period;
use crate::report::{Area, Level, Report};

/// The shares for which a report says who answered and how authorities compare.
const MAIN: [Share; 2] = [Share::Missing, Share::Away];

/// What a person asks about pooled figures.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Questions {
    /// A target share. The report says whether the silent authorities could make the share reach it.
    pub(crate) target: Option<TargetShare>,
    /// Two periods to compare.
    pub(crate) change: Option<(Period, Period)>,
    /// An authority to compare with others.
    pub(crate) authority: Option<AreaCode>,
}

type Areas<'a> = BTreeMap<Area, Vec<Member<'a>>>;

/// Adds all of this to a report that already has its rates, ratios and totals.
pub(crate) fn beside_rates(groups: &BTreeMap<GroupKey, Group>, questions: Questions, report: &mut Report) {
    let areas: BTreeMap<GroupKey, Areas<'_>> = groups.iter().map(|(key, group)| (*key, areas_of(group))).collect();
    for (key, areas) in &areas {
        for measure in MAIN {
            of_group(*key, measure, areas, questions, report);
        }
    }
    overlaps(&areas, report);
    changes(&areas, questions.change, report);
    report.series = series(report);
}

fn of_group(key: GroupKey, measure: Share, areas: &Areas<'_>, questions: Questions, report: &mut Report) {
    let asked = |members: &[Member<'_>]| members.iter().any(|m| m.given.get(measure.numerator()).is_some());
    for (area, members) in largest(areas).filter(|(_, members)| asked(members)) {
        report.respondents.push(respondents(area, key, measure, members));
        report.funnel.extend(funnel(area, key, measure, members));
        if let Some(authority) = questions.authority.and_then(authority) {
            report.comparisons.extend(comparisons(authority, area, key, measure, members));
        }
    }
    let large = areas.iter().filter(|(area, members)| area.level < Level::Authority && asked(members));
    for (area, members) in large {
        // Regions are in England, whose list already names all of their authorities.
        if area.level < Level::Region {
            report.influence.extend(influence(area, key, measure, members));
        }
        if let Some(share) = questions.target {
            report.targets.extend(target(area, key, measure, members, share));
        }
    }
}

fn overlaps(areas: &BTreeMap<GroupKey, Areas<'_>>, report: &mut Report) {
    for ((period, cohort), both) in areas {
        if *cohort != Cohort::TraffickedAndUnaccompanied {
            continue;
        }
        let of = |cohort| areas.get(&(*period, cohort));
        let (Some(trafficked), Some(unaccompanied)) = (of(Cohort::Trafficked), of(Cohort::Unaccompanied)) else {
            continue;
        };
        for (area, both) in both.iter().filter(|(area, _)| area.level < Level::Authority) {
            if let (Some(trafficked), Some(unaccompanied)) = (trafficked.get(area), unaccompanied.get(area)) {
                report.overlaps.extend(overlap(area, *period, trafficked, unaccompanied, both));
            }
        }
    }
}

fn changes(areas: &BTreeMap<GroupKey, Areas<'_>>, asked: Option<(Period, Period)>, report: &mut Report) {
    for cohort in Cohort::ALL {
        let periods: Vec<Period> =
            areas.keys().filter(|(_, other)| *other == cohort).map(|(period, _)| *period).collect();
        for (from, to) in pairs(&periods, asked) {
            let (Some(earlier), Some(later)) = (areas.get(&(from, cohort)), areas.get(&(to, cohort))) else { continue };
            for (area, before) in earlier {
                let Some(after) = later.get(area) else { continue };
                let both = Both { area: *area, cohort, from: (from, before), to: (to, after) };
                report.changes.extend(both.changes());
            }
        }
    }
}
