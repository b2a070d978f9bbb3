//! The incidents of an authority's own return: who went missing, from where, how often, for how long.

mod by_month;
mod groups;
mod lines;
mod shown;
mod together;

use missing_rates::Ordered;
use missing_rates::cohort::Cohort;
use missing_rates::group::{By, Group};
use missing_rates::report::{Area, Incidents, Profile};
use words::Language;

use crate::context::Context;
use crate::pick::{pick, pick_cohort, pick_return};
use document::{Block, CohortOf, Setting};
use shown::{Shown, share};

/// Groups with fewer children say little.
const FEW: u64 = 20;

/// The group of children whose group is not known.
const NOT_KNOWN: &str = "not-known";

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let areas = areas(context);
    let wanted = context.settings.shown.return_of;
    let Some(area) = areas.iter().find(|area| wanted.is_some() && area.code == wanted).or(areas.first()).copied()
    else {
        return vec![not_given(context)];
    };
    let of_period = || context.report.profiles.iter().filter(|p| (p.area, Some(p.period)) == (area, context.period));
    let has = |is: &dyn Fn(&Profile) -> bool| of_period().any(is);
    let cohorts: Vec<Cohort> = Cohort::ALL.into_iter().filter(|cohort| has(&|p| p.cohort == *cohort)).collect();
    let Some(cohort) = context.settings.cohort(CohortOf::Incidents, &cohorts) else {
        return vec![not_given(context)];
    };
    let ways: Vec<By> = By::ALL.into_iter().filter(|by| has(&|p| p.by == *by)).collect();
    let shown = Shown {
        context,
        area,
        cohort,
        code: context.settings.shown.incidents,
        by: Some(context.settings.shown.by).filter(|by| ways.contains(by)).unwrap_or(By::None),
    };
    let mut blocks = vec![lead(context.language, shown)];
    let mut controls: Vec<Block> =
        pick_return(context.language, "incidents-return", &areas, &area).into_iter().collect();
    controls.extend(pick_cohort(
        context.language,
        CohortOf::Incidents,
        context.language.incidents_cohort(),
        &cohorts,
        cohort,
    ));
    controls.push(pick(
        ("incidents-code", context.language.incidents_code()),
        Incidents::ALL.map(|of| (of, context.language.code(of).into())),
        &shown.code,
        Setting::Incidents,
    ));
    controls.push(pick(
        ("incidents-by", context.language.incidents_by()),
        ways.iter().map(|by| (*by, context.language.by(*by).into())),
        &shown.by,
        Setting::By,
    ));
    blocks.push(Block::Controls { blocks: controls });
    if shown.code == Incidents::Either {
        blocks.push(Block::note(context.language.incidents_how_either()));
    }
    blocks.extend(if shown.by == By::None {
        together::blocks(context.language, shown)
    } else {
        groups::blocks(context.language, shown)
    });
    blocks
}

/// Why nothing is said of any incidents in the period.
fn not_given(context: Context<'_>) -> Block {
    let Context { language, report, period, .. } = context;
    Block::text(match period {
        Some(period) if !report.disclosure.is_safe() => language.incidents_not_known(&language.period(period)),
        _ => language.incidents_left_out().into(),
    })
}

/// The areas with incidents in the period. All authorities together come first.
fn areas(context: Context<'_>) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    for profile in context.report.profiles.iter().filter(|p| Some(p.period) == context.period) {
        if !areas.contains(&profile.area) {
            areas.push(profile.area);
        }
    }
    areas
}

/// The sentence with the main finding.
fn lead(language: Language, shown: Shown<'_>) -> Block {
    let (verb, who) = (language.verb(shown.code), language.who(shown.cohort));
    if shown.by == By::None {
        let Some(all) = shown.profiles().next() else { return Block::lead(language.incidents_none()) };
        let (children, period) = (language.shown(all.children), shown.within());
        let missing = language.shown(all.children_missing);
        return Block::lead(match (all.incidents_per_child, all.incidents.number()) {
            (Some(each), Some(incidents)) => words::IncidentsLead {
                children: &children,
                each: &language.tenths(each),
                incidents: &language.incidents_number(incidents),
                missing: &missing,
                period: &period,
                share: &share(language, all),
                verb,
                who,
            }
            .text(language),
            _ if all.children_missing == 0 => {
                words::IncidentsLeadNone { children: &children, period: &period, verb, who }.text(language)
            }
            _ => words::IncidentsLeadHidden { children: &children, missing: &missing, period: &period, verb, who }
                .text(language),
        });
    }
    let value = |of: &&Profile| of.value.unwrap_or_default();
    let known = |of: &&Profile| {
        of.value.is_some() && of.children.number().is_some_and(|n| n >= FEW) && of.group.name() != NOT_KNOWN
    };
    let mut large: Vec<&Profile> = shown.profiles().filter(known).collect();
    large.order_by(|a, b| value(a).total_cmp(&value(b)));
    match large.as_slice() {
        [] => Block::lead(language.incidents_lead_small()),
        [one] => Block::lead(
            words::IncidentsLeadOne {
                children: &language.shown(one.children),
                group: language.group(one.group),
                missing: &language.shown(one.children_missing),
                share: &share(language, one),
                verb,
            }
            .text(language),
        ),
        [low, .., high] => Block::lead(
            words::IncidentsLeadGroups {
                by: &language.lower(language.by(shown.by)),
                cohort: language.cohort(shown.cohort),
                high: &share(language, high),
                highest: language.group(high.group),
                low: &share(language, low),
                lowest: language.group(low.group),
            }
            .text(language),
        ),
    }
}

/// Whether a report has incidents from a return.
pub(super) fn is_in(profiles: &[Profile]) -> bool {
    profiles.iter().any(|of| of.group == Group::All)
}

#[cfg(test)]
mod tests {
    use missing_rates::period::Period;
    use missing_rates::read::Reader;
    use missing_rates::report::Disclosure;
    use missing_rates::{Query, Returns};
    use words::Language::English;

    use super::super::samples;
    use super::*;
    use crate::settings::Settings;

    /// Not covered is not none; nor is what a safe report leaves out.
    #[test]
    fn incidents_of_a_year_without_a_return_are_not_known() {
        let mut returns = Returns::default();
        for (id, (name, bytes)) in (1..).zip(samples::RETURN) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(bytes);
            returns.add(id, reader.finish());
        }
        let said = |year: i32, disclosure: Disclosure| {
            let period = Period::collection_year(year);
            let report = returns.report(&Query { period, disclosure, ..Query::default() });
            let (settings, returns, without_books) = (&Settings::default(), None, false);
            format!(
                "{:?}",
                blocks(Context { language: English, report: &report, period, settings, returns, without_books })
            )
        };
        let not_known = "its incidents are not known";
        assert!(said(2026, Disclosure::Exact).contains(not_known));
        assert!(said(2026, Disclosure::Safe).contains("tell nothing of incidents in this period"));
        assert!(!said(2025, Disclosure::Exact).contains(not_known));
        assert!(!said(2026, Disclosure::Exact).contains("There are no incidents"));
    }
}
