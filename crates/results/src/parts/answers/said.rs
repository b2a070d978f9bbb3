//! Answers and figures in words.

use missing_rates::answer::{Answer, Withheld};
use missing_rates::area::BodyKind;
use missing_rates::cohort::{Cohort, Count};
use missing_rates::report::Area;
use words::Text;

/// What an answer says.
pub(super) fn answer(answer: &Answer) -> Text {
    match answer {
        Answer::Exact { count } => words::format::number(*count),
        Answer::Range { lowest, highest } => {
            let (lowest, highest) = (words::format::number(*lowest), words::format::number(*highest));
            words::AnswersSaidRange { highest: &highest, lowest: &lowest }.text()
        }
        Answer::Withheld { reason: Withheld::Refused { section: Some(section) } } => {
            words::answers_said_refused_section(section)
        }
        Answer::Withheld { reason } => withheld(reason).into(),
    }
}

/// Why there is no number.
pub(super) fn withheld(reason: &Withheld) -> &'static str {
    match reason {
        Withheld::Refused { .. } => words::answers_said_refused(),
        Withheld::NotHeld => words::answers_said_not_held(),
        Withheld::NotRecorded => words::answers_said_not_recorded(),
        Withheld::NoReply => words::answers_said_no_reply(),
        Withheld::NotApplicable => words::answers_said_not_applicable(),
        Withheld::Suppressed => words::answers_said_suppressed(),
        Withheld::CountedElsewhere => words::answers_said_counted_elsewhere(),
        Withheld::OtherPeriod => words::answers_said_other_period(),
        Withheld::WrongBody => words::answers_said_wrong_body(),
        Withheld::Blank => words::answers_said_blank(),
        Withheld::Conflicting => words::answers_said_conflicting(),
        Withheld::NotACount => words::answers_said_not_a_count(),
        Withheld::NotUnderstood => words::answers_said_not_understood(),
    }
}

/// What a body without children's services is.
pub(super) fn body(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::District => words::answers_body_district(),
        BodyKind::NorthernIrelandCouncil => words::answers_body_northern_ireland_council(),
        BodyKind::Parish => words::answers_body_parish(),
        BodyKind::CombinedAuthority => words::answers_body_combined_authority(),
        BodyKind::MetropolitanCounty => words::answers_body_metropolitan_county(),
        BodyKind::Police => words::answers_body_police(),
        BodyKind::Fire => words::answers_body_fire(),
        BodyKind::Health => words::answers_body_health(),
        BodyKind::NationalPark => words::answers_body_national_park(),
        BodyKind::Government => words::answers_body_government(),
    }
}

/// Who is counted, and what: `Trafficked children: children who went missing`.
pub(super) fn figure(cohort: Cohort, count: Count) -> Text {
    words::AnswersFigure { cohort: words::cohort(cohort), measure: measure(count) }.text()
}

pub(super) fn measure(count: Count) -> &'static str {
    match count {
        Count::Children => words::answers_measure_children(),
        Count::ChildrenMissing => words::answers_measure_children_missing(),
        Count::MissingIncidents => words::answers_measure_missing_incidents(),
        Count::ChildrenMissingMoreThanOnce => words::answers_measure_children_missing_more_than_once(),
        Count::ChildrenMissingAtEnd => words::answers_measure_children_missing_at_end(),
        Count::ChildrenAway => words::answers_measure_children_away(),
        Count::AwayIncidents => words::answers_measure_away_incidents(),
        Count::ChildrenAwayMoreThanOnce => words::answers_measure_children_away_more_than_once(),
        Count::ChildrenAwayAtEnd => words::answers_measure_children_away_at_end(),
    }
}

/// The names of areas, one after another.
pub(super) fn names(areas: &[Area]) -> String {
    areas.iter().filter_map(|area| area.name).collect::<Vec<_>>().join(", ")
}
