//! Who the figures are for: the control that makes all of them exact or safe to publish, and what is then hidden.

use missing_rates::cohort::Cohort;

use missing_rates::period::Period;
use missing_rates::rates::{HiddenNumbers, hidden_numbers};
use missing_rates::report::{Area, Disclosure, HiddenFigure, HiddenOf, Measure, Provenance, Report, Rounding};
use words::Language;
use words::Text;

use crate::pick::pick;
use document::{Block, Setting};

/// How many hidden figures are listed.
const LISTED: usize = 60;

/// The control that says who the figures are for.
pub(crate) fn readers(language: Language, report: &Report) -> Block {
    let option = |of: Disclosure| {
        let text = match of {
            Disclosure::Exact => exact(language, report),
            Disclosure::Safe => language.publish_safe(),
            Disclosure::SafeTo5 => language.publish_safe_5(),
            Disclosure::SafeTo10 => language.publish_safe_10(),
        };
        (of, text.into())
    };
    pick(("disclosure", language.publish_for()), Disclosure::ALL.map(option), &report.disclosure, Setting::Disclosure)
}

/// What exact figures are called: those of answers are not for internal use alone.
pub(super) fn exact(language: Language, report: &Report) -> &'static str {
    if report.is_about_children() { language.publish_exact() } else { language.publish_exact_answers() }
}

/// The blocks above all parts: days without a return, the control, and its effect.
pub(crate) fn head(language: Language, report: &Report) -> Vec<Block> {
    let mut blocks: Vec<Block> = uncovered(language, report).into_iter().collect();
    blocks.push(readers(language, report));
    if report.disclosure.is_safe() {
        blocks.extend(hidden(language, report));
    } else if report.is_about_children() {
        blocks.push(Block::text(language.publish_exact_note()));
    }
    blocks
}

/// The days of the period that have no return.
pub(super) fn uncovered(language: Language, report: &Report) -> Option<Block> {
    let days = report.uncovered.iter().map(|days| language.range(*days));
    let days = days.reduce(|first, last| words::UncoveredAnd { first: &first, last: &last }.text(language))?;
    Some(Block::note(language.uncovered(&days)))
}

/// What is hidden in a safe report, and why.
pub(crate) fn hidden(language: Language, report: &Report) -> Vec<Block> {
    let HiddenNumbers { all, of_groups: numbers } = hidden_numbers(report);
    let mut why = vec![
        Block::text(language.publish_why_few()),
        Block::text(language.publish_why_shares()),
        Block::text(language.publish_why_ranges()),
        Block::text(language.publish_why_rows()),
    ];
    let mut items = lines(language, &report.hidden);
    if numbers > 0 {
        items.insert(0, language.publish_list_groups(numbers));
    }
    if items.len() > LISTED {
        let more = (items.len() - LISTED) as u64;
        items.truncate(LISTED);
        items.push(language.publish_list_more(more));
    }
    if !items.is_empty() {
        why.push(Block::List { items });
    }
    let mut blocks = Vec::new();
    if all > 0 {
        blocks.push(Block::text(language.publish_hidden(all)));
    } else if report.left_out.is_empty() {
        blocks.push(Block::text(language.publish_none()));
    }
    if report.disclosure.rounding() != Rounding::None {
        let unit = report.disclosure.rounding().unit().to_string();
        blocks.push(Block::text(language.publish_rounded(&unit)));
    }
    if !report.left_out.is_empty() {
        let (name, tables) = language.provenance(&Provenance::LeftOut(&report.left_out));
        blocks.push(Block::text([name, ": ", &tables].concat()));
    }
    blocks.push(Block::note(language.publish_why_one()));
    blocks.push(Block::Details { summary: language.publish_why().into(), blocks: why });
    blocks
}

/// The hidden figures, with those of one area in one line.
fn lines(language: Language, hidden: &[HiddenFigure]) -> Vec<Text> {
    let mut groups: Vec<((Period, Cohort, Area), Vec<Text>)> = Vec::new();
    for figure in hidden {
        let (of, name) = ((figure.period, figure.cohort, figure.area), name(language, figure.of));
        match groups.iter_mut().find(|(other, _)| *other == of) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => groups.push((of, vec![name])),
        }
    }
    let line = |((period, cohort, area), names): ((Period, Cohort, Area), Vec<Text>)| {
        words::PublishListAll {
            area: area.name.unwrap_or(language.publish_the_return()),
            cohort: language.cohort(cohort),
            figures: &names.join("; "),
            period: &language.period(period),
        }
        .text(language)
    };
    groups.into_iter().map(line).collect()
}

fn name(language: Language, of: HiddenOf) -> Text {
    let measure = |measure: Measure| language.lower(language.measure(measure));
    match of {
        HiddenOf::Rate { measure: share, .. } => language.publish_share(&measure(Measure::Share(share))),
        HiddenOf::Ratio { measure: average } => measure(Measure::Average(average)),
        HiddenOf::Total { measure: count } => language.publish_count(&measure(Measure::Count(count))),
        HiddenOf::Change { measure: of, .. } => language.publish_change(&measure(of)),
        HiddenOf::Overlap => language.publish_overlap().into(),
    }
}

/// Whether a figure of one area, cohort and period is hidden.
pub(crate) fn hides(report: &Report, key: (Area, Period, Cohort), is: impl Fn(HiddenOf) -> bool) -> bool {
    report.hidden.iter().any(|figure| (figure.area, figure.period, figure.cohort) == key && is(figure.of))
}
