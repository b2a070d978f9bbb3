//! Controls of which one of several values is chosen.

use document::{Block, Choice, CohortOf, Setting, Text};
use missing_rates::cohort::Cohort;
use missing_rates::report::{Area, Level};
use words::Language;

/// A control that offers each of these values by its name; a choice sets what `setting` makes of it. Of values that are all
/// another than the one that is chosen, the first is shown.
pub(crate) fn pick<T: PartialEq>(
    (id, label): (&str, impl Into<Text>),
    options: impl IntoIterator<Item = (T, Text)>,
    chosen: &T,
    setting: impl Fn(T) -> Setting,
) -> Block {
    let options: Vec<(T, Text)> = options.into_iter().collect();
    let at = options.iter().position(|(value, _)| value == chosen).unwrap_or_default();
    Block::Pick {
        id: id.to_owned().into(),
        label: label.into(),
        options: options.into_iter().map(|(value, text)| Choice { setting: setting(value), text }).collect(),
        chosen: u32::try_from(at).unwrap_or_default(),
    }
}

/// The control for the authority whose children are shown, of returns of several; none where there is but one.
pub(crate) fn pick_return(language: Language, id: &'static str, areas: &[Area], chosen: &Area) -> Option<Block> {
    let option = |area: &Area| {
        let code = area.code.filter(|_| area.level == Level::Authority);
        let name = area.name.unwrap_or_default();
        (code, if code.is_some() { name.into() } else { language.incidents_together(name) })
    };
    let chosen = option(chosen).0;
    let pick = || pick((id, language.incidents_return()), areas.iter().map(option), &chosen, Setting::ReturnOf);
    (areas.len() > 1).then(pick)
}

/// The control for a group of children; none where there is but one.
pub(crate) fn pick_cohort(
    language: Language,
    of: CohortOf,
    label: &'static str,
    cohorts: &[Cohort],
    chosen: Cohort,
) -> Option<Block> {
    let id = match of {
        CohortOf::Compare => "compare-cohort",
        CohortOf::Robustness => "robustness-cohort",
        CohortOf::Change => "change-cohort",
        CohortOf::OwnChange => "own-change-cohort",
        CohortOf::Incidents => "incidents-cohort",
        CohortOf::Method => "method-cohort",
    };
    let options = cohorts.iter().map(|cohort| (*cohort, language.cohort(*cohort).into()));
    (cohorts.len() > 1).then(|| pick((id, label), options, &chosen, |cohort| Setting::Cohort { of, cohort }))
}
