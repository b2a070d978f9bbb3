//! What weakens a figure. This is decided only here: parts describe a figure and show the resulting notes beside it.
//! The part on method lists all of them.

use missing_rates::cohort::Cohort;
use missing_rates::rates;
use missing_rates::report::{Coverage, Report, Shown};
use words::Language;
use words::Text;

use document::Block;

/// The kinds of figure that notes depend on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Is {
    /// It counts codes of a return's own records.
    OfCodes,
    /// It is compared with other authorities or other years.
    Beside,
    /// It is compared with England or a region as DfE published them.
    BesidePublished,
    /// It shows many small groups.
    OfGroups,
    /// It is an average or a number of incidents with an interval.
    OfIncidents,
}

/// A description of a figure, as far as it decides what weakens it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Figure<'a> {
    /// Children who went missing, and all children, if the figure is one share.
    pub(super) share: Option<(Shown, Shown)>,
    /// The cohort.
    pub(super) cohort: Option<Cohort>,
    /// Who answered, if the figure is about many authorities.
    pub(super) coverage: Option<&'a Coverage>,
    /// Which kinds of figure it is.
    pub(super) is: &'a [Is],
    /// How many times as much authorities differ as chance explains.
    pub(super) phi: Option<f64>,
}

/// The notes beside a figure.
#[inline(never)]
pub(super) fn beside(language: Language, report: &Report, figure: &Figure<'_>) -> Vec<Block> {
    let mut notes: Vec<Text> = Vec::new();
    if figure.is.contains(&Is::Beside) {
        notes.push(language.caveat_recording().into());
    }
    if figure.is.contains(&Is::OfCodes) {
        notes.push(language.caveat_away().into());
    }
    notes.extend(figure.share.filter(is_small).map(|parts| small(language, parts)));
    if figure.is.contains(&Is::OfGroups) {
        notes.push(language.caveat_small_groups().into());
    }
    if figure.cohort.is_some_and(|cohort| cohort != Cohort::All) && has_both(report) {
        notes.push(language.caveat_overlap().into());
    }
    notes.extend(
        figure.coverage.filter(|of| of.contradictory > 0).map(|of| language.caveat_contradictory(of.contradictory)),
    );
    notes.extend(figure.coverage.and_then(|value| incomplete(language, value)));
    if figure.is.contains(&Is::BesidePublished) {
        notes.push(language.caveat_rounded().into());
    }
    if let Some(phi) = figure.phi.filter(|phi| *phi > 1.0) {
        notes.push(language.caveat_spread(&language.tenths(phi)));
    }
    if figure.is.contains(&Is::OfIncidents) {
        notes.push(language.caveat_again().into());
    }
    notes.into_iter().map(Block::note).collect()
}

/// Notes in one line that opens; a single one as it is.
pub(super) fn gathered(language: Language, notes: Vec<Block>) -> Option<Block> {
    match notes.len() {
        0 | 1 => notes.into_iter().next(),
        many => Some(Block::Details { summary: language.caveats_gathered(many as u64), blocks: notes }),
    }
}

/// Everything that can weaken a figure, each with the figures that it affects.
pub(super) fn all(language: Language) -> Vec<Block> {
    let of = |caveat: &str, touches: &str| [caveat, " ", &language.caveat_touches(touches)].concat();
    [
        (language.caveat_recording(), language.caveat_touches_recording()),
        (language.caveat_away(), language.caveat_touches_away()),
        (language.caveat_small_groups(), language.caveat_touches_small()),
        (language.caveat_overlap(), language.caveat_touches_overlap()),
        (language.caveat_incomplete_any(), language.caveat_touches_incomplete()),
        (language.caveat_rounded(), language.caveat_touches_rounded()),
        (language.caveat_spread_any(), language.caveat_touches_spread()),
        (language.caveat_again(), language.caveat_touches_again()),
    ]
    .map(|(caveat, touches)| Block::note(of(caveat, touches)))
    .into()
}

fn is_small(share: &(Shown, Shown)) -> bool {
    share.0.number().zip(share.1.number()).is_some_and(|(missing, children)| rates::is_small(missing, children))
}

fn small(language: Language, (missing, children): (Shown, Shown)) -> Text {
    let (missing, children) = (language.shown(missing), language.shown(children));
    words::CaveatSmall { children: &children, missing: &missing }.text(language)
}

/// Whether one report has figures about both trafficked and unaccompanied children.
fn has_both(report: &Report) -> bool {
    [Cohort::Trafficked, Cohort::Unaccompanied].iter().all(|cohort| report.totals.iter().any(|t| t.cohort == *cohort))
}

fn incomplete(language: Language, coverage: &Coverage) -> Option<Text> {
    let (all, silent) = rates::without_both(coverage);
    (silent > 0).then(|| words::CaveatIncomplete { all, silent }.text(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language::English;

    fn said(language: Language, figure: &Figure<'_>) -> Vec<String> {
        let text = |block: &Block| match block {
            Block::Note { text } => text.to_string(),
            other => panic!("{other:?}"),
        };
        beside(language, &Report::empty(), figure).iter().map(text).collect()
    }

    #[test]
    fn a_share_of_few_children_or_of_nearly_all_is_small() {
        let share = |missing: u64, children: u64| {
            said(English, &Figure { share: Some((missing.into(), children.into())), ..Figure::default() })
        };
        assert_eq!(share(864, 2_335), [""; 0]);
        for (missing, children) in [(18, 204), (0, 5), (190, 204)] {
            assert!(share(missing, children)[0].starts_with("Small numbers: "), "{missing} of {children}");
        }
        assert_eq!(share(0, 0), [""; 0]);
        let hidden = Figure { share: Some((Shown::Confidential, Shown::Number(40))), ..Figure::default() };
        assert_eq!(said(English, &hidden), [""; 0]);
    }

    #[test]
    fn each_caveat_stands_with_what_it_touches_and_with_nothing_else() {
        assert_eq!(said(English, &Figure { cohort: Some(Cohort::Trafficked), ..Figure::default() }), [""; 0]);
        assert_eq!(said(English, &Figure { phi: Some(0.8), ..Figure::default() }), [""; 0]);
        let figure =
            Figure { is: &[Is::Beside, Is::BesidePublished, Is::OfIncidents], phi: Some(4.53), ..Figure::default() };
        let said = said(English, &figure);
        assert_eq!(said.len(), 4);
        assert!(said[0].starts_with("Authorities record differently") && said[2].contains("4.5 times"), "{said:?}");
    }

    #[test]
    fn the_method_names_all_of_them() {
        assert_eq!(all(English).len(), 8);
    }
}
