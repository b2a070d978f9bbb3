//! Answers and figures in words.

use missing_rates::answer::{Answer, Withheld};
use missing_rates::area::BodyKind;
use missing_rates::cohort::{Cohort, Count};
use missing_rates::report::Area;
use yew::AttrValue;

use crate::text;

/// What an answer says.
pub(super) fn answer(answer: &Answer) -> AttrValue {
    match answer {
        Answer::Exact { count } => text::format::number(*count),
        Answer::Range { lowest, highest } => {
            let (lowest, highest) = (text::format::number(*lowest), text::format::number(*highest));
            text::AnswersSaidRange { highest: &highest, lowest: &lowest }.text()
        }
        Answer::Withheld { reason: Withheld::Refused { section: Some(section) } } => {
            text::answers_said_refused_section(section)
        }
        Answer::Withheld { reason } => withheld(reason).into(),
    }
}

/// Why there is no number.
pub(super) fn withheld(reason: &Withheld) -> &'static str {
    match reason {
        Withheld::Refused { .. } => text::answers_said_refused(),
        Withheld::NotHeld => text::answers_said_not_held(),
        Withheld::NotRecorded => text::answers_said_not_recorded(),
        Withheld::NoReply => text::answers_said_no_reply(),
        Withheld::NotApplicable => text::answers_said_not_applicable(),
        Withheld::Suppressed => text::answers_said_suppressed(),
        Withheld::CountedElsewhere => text::answers_said_counted_elsewhere(),
        Withheld::OtherPeriod => text::answers_said_other_period(),
        Withheld::WrongBody => text::answers_said_wrong_body(),
        Withheld::Blank => text::answers_said_blank(),
        Withheld::Conflicting => text::answers_said_conflicting(),
        Withheld::NotACount => text::answers_said_not_a_count(),
        Withheld::NotUnderstood => text::answers_said_not_understood(),
    }
}

/// What a body without children's services is.
pub(super) fn body(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::District => text::answers_body_district(),
        BodyKind::NorthernIrelandCouncil => text::answers_body_northern_ireland_council(),
        BodyKind::Parish => text::answers_body_parish(),
        BodyKind::CombinedAuthority => text::answers_body_combined_authority(),
        BodyKind::MetropolitanCounty => text::answers_body_metropolitan_county(),
        BodyKind::Police => text::answers_body_police(),
        BodyKind::Fire => text::answers_body_fire(),
        BodyKind::Health => text::answers_body_health(),
        BodyKind::NationalPark => text::answers_body_national_park(),
        BodyKind::Government => text::answers_body_government(),
    }
}

/// Who is counted, and what: `Trafficked children: children who went missing`.
pub(super) fn figure(cohort: Cohort, count: Count) -> AttrValue {
    text::AnswersFigure { cohort: text::cohort(cohort), measure: measure(count) }.text()
}

pub(super) fn measure(count: Count) -> &'static str {
    match count {
        Count::Children => text::answers_measure_children(),
        Count::ChildrenMissing => text::answers_measure_children_missing(),
        Count::MissingIncidents => text::answers_measure_missing_incidents(),
        Count::ChildrenMissingMoreThanOnce => text::answers_measure_children_missing_more_than_once(),
        Count::ChildrenMissingAtEnd => text::answers_measure_children_missing_at_end(),
        Count::ChildrenAway => text::answers_measure_children_away(),
        Count::AwayIncidents => text::answers_measure_away_incidents(),
        Count::ChildrenAwayMoreThanOnce => text::answers_measure_children_away_more_than_once(),
        Count::ChildrenAwayAtEnd => text::answers_measure_children_away_at_end(),
    }
}

/// The names of areas, one after another.
pub(super) fn names(areas: &[Area]) -> String {
    areas.iter().filter_map(|area| area.name).collect::<Vec<_>>().join(", ")
}
