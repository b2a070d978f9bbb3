//! Who went missing, from where, how often, for how long: the incidents of an authority's own return.

mod groups;
mod together;

use missing_rates::Ordered;
use missing_rates::cohort::Cohort;
use missing_rates::disclosure;
use missing_rates::group::{By, Group};
use missing_rates::report::{Incidents, Interval, Profile, code};
use words::Text;

use crate::context::Context;
use document::{Block, Cell, Choice};

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
    let Some(cohort) = crate::context::chosen(context.settings.choice(COHORT), &cohorts) else {
        return vec![Block::text(words::incidents_none())];
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
                words::incidents_cohort(),
                code(&cohort),
                cohorts.iter().map(|cohort| choice(code(cohort), words::cohort(*cohort))).collect(),
            ),
            pick(
                CODE,
                words::incidents_code(),
                code(&shown.code),
                codes.iter().map(|of| choice(code(of), words::code(*of))).collect(),
            ),
            pick(
                BY,
                words::incidents_by(),
                code(&shown.by),
                ways.iter().map(|by| choice(code(by), words::by(*by))).collect(),
            ),
        ],
    });
    if shown.code == Incidents::Either {
        blocks.push(Block::note(words::incidents_how_either()));
    }
    blocks.extend(if shown.by == By::None { together::blocks(shown) } else { groups::blocks(shown) });
    blocks
}

impl<'a> Shown<'a> {
    /// The profiles of the groups that are shown.
    fn profiles(self) -> impl Iterator<Item = &'a Profile> {
        let Self { context, cohort, code, by } = self;
        let profiles = context.report.profiles.iter().filter(move |p| Some(p.period) == context.period);
        profiles.filter(move |p| (p.cohort, p.code, p.by, p.on_list) == (cohort, code, by, None))
    }

    /// A caption, with whom and what it is about.
    fn caption(self, caption: &str) -> Text {
        let (cohort, code) =
            (words::format::lower(words::cohort(self.cohort)), words::format::lower(words::code(self.code)));
        words::IncidentsCaption { caption, code: &code, cohort: &cohort, period: &self.period() }.text()
    }

    fn period(self) -> Text {
        self.context.period.map(words::format::period).unwrap_or_default()
    }
}

fn share(of: &Profile) -> Text {
    words::format::shown_part_of(of.children_missing, of.children)
}

/// The sentence that says the finding.
fn lead(shown: Shown<'_>) -> Block {
    let (verb, who) = (words::verb(shown.code), words::who(shown.cohort));
    if shown.by == By::None {
        let Some(all) = shown.profiles().next() else { return Block::lead(words::incidents_none()) };
        let (children, period) = (words::format::shown(all.children), shown.period());
        let missing = words::format::shown(all.children_missing);
        return Block::lead(match (all.incidents_per_child, all.incidents.number()) {
            (Some(each), Some(incidents)) => words::IncidentsLead {
                children: &children,
                each: &words::format::tenths(each),
                incidents: &words::incidents_number(incidents),
                missing: &missing,
                period: &period,
                share: &share(all),
                verb,
                who,
            }
            .text(),
            _ if all.children_missing == 0 => {
                words::IncidentsLeadNone { children: &children, period: &period, verb, who }.text()
            }
            _ => {
                words::IncidentsLeadHidden { children: &children, missing: &missing, period: &period, verb, who }.text()
            }
        });
    }
    let value = |of: &&Profile| of.value.unwrap_or_default();
    let known = |of: &&Profile| {
        of.value.is_some() && of.children.number().is_some_and(|n| n >= FEW) && of.group.name() != NOT_KNOWN
    };
    let mut large: Vec<&Profile> = shown.profiles().filter(known).collect();
    large.order_by(|a, b| value(a).total_cmp(&value(b)));
    match large.as_slice() {
        [] => Block::lead(words::incidents_lead_small()),
        [one] => Block::lead(
            words::IncidentsLeadOne {
                children: &words::format::shown(one.children),
                group: words::group(one.group),
                missing: &words::format::shown(one.children_missing),
                share: &share(one),
                verb,
            }
            .text(),
        ),
        [low, .., high] => Block::lead(
            words::IncidentsLeadGroups {
                by: &words::format::lower(words::by(shown.by)),
                cohort: words::cohort(shown.cohort),
                high: &share(high),
                highest: words::group(high.group),
                low: &share(low),
                lowest: words::group(low.group),
            }
            .text(),
        ),
    }
}

fn number(n: disclosure::Shown) -> Cell {
    Cell::number(words::format::shown(n), n.number().map(|n| n as f64))
}

fn between(interval: &Interval) -> Text {
    let (lower, upper) = (words::format::share(interval.lower), words::format::share(interval.upper));
    words::IncidentsBetween { lower: &lower, upper: &upper }.text()
}

/// Whether a report has incidents of a return.
pub(super) fn is_in(profiles: &[Profile]) -> bool {
    profiles.iter().any(|of| of.group == Group::All)
}
