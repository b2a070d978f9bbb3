//! Answers and figures in words.

use missing_rates::answer::{Answer, Withheld};
use missing_rates::area::BodyKind;
use missing_rates::cohort::{Cohort, Count};
use missing_rates::report::Area;
use words::{Language, Text};

/// What an answer says.
pub(in crate::parts) fn answer(language: Language, answer: &Answer) -> Text {
    match answer {
        Answer::Exact { count } => language.number(*count),
        Answer::Range { lowest, highest } => {
            let (lowest, highest) = (language.number(*lowest), language.number(*highest));
            words::AnswersSaidRange { highest: &highest, lowest: &lowest }.text(language)
        }
        Answer::Withheld { reason: Withheld::Refused { section: Some(section) } } => {
            language.answers_said_refused_section(section)
        }
        Answer::Withheld { reason } => withheld(language, reason).into(),
    }
}

/// Why there is no number.
pub(super) fn withheld(language: Language, reason: &Withheld) -> &'static str {
    match reason {
        Withheld::Refused { .. } => language.answers_said_refused(),
        Withheld::NotHeld => language.answers_said_not_held(),
        Withheld::NotRecorded => language.answers_said_not_recorded(),
        Withheld::NoReply => language.answers_said_no_reply(),
        Withheld::NotApplicable => language.answers_said_not_applicable(),
        Withheld::Suppressed => language.answers_said_suppressed(),
        Withheld::CountedElsewhere => language.answers_said_counted_elsewhere(),
        Withheld::OtherPeriod => language.answers_said_other_period(),
        Withheld::WrongBody => language.answers_said_wrong_body(),
        Withheld::Blank => language.answers_said_blank(),
        Withheld::Conflicting => language.answers_said_conflicting(),
        Withheld::NotACount => language.answers_said_not_a_count(),
        Withheld::NotUnderstood => language.answers_said_not_understood(),
    }
}

/// What a body without children's services is.
pub(super) fn body(language: Language, kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::District => language.answers_body_district(),
        BodyKind::NorthernIrelandCouncil => language.answers_body_northern_ireland_council(),
        BodyKind::Parish => language.answers_body_parish(),
        BodyKind::CombinedAuthority => language.answers_body_combined_authority(),
        BodyKind::MetropolitanCounty => language.answers_body_metropolitan_county(),
        BodyKind::Police => language.answers_body_police(),
        BodyKind::Fire => language.answers_body_fire(),
        BodyKind::Health => language.answers_body_health(),
        BodyKind::NationalPark => language.answers_body_national_park(),
        BodyKind::Government => language.answers_body_government(),
    }
}

/// Who is counted and what: `Trafficked children: children who went missing`.
pub(in crate::parts) fn figure(language: Language, cohort: Cohort, count: Count) -> Text {
    words::AnswersFigure { cohort: language.cohort(cohort), measure: measure(language, count) }.text(language)
}

pub(super) fn measure(language: Language, count: Count) -> &'static str {
    match count {
        Count::Children => language.answers_measure_children(),
        Count::ChildrenMissing => language.answers_measure_children_missing(),
        Count::MissingIncidents => language.answers_measure_missing_incidents(),
        Count::ChildrenMissingMoreThanOnce => language.answers_measure_children_missing_more_than_once(),
        Count::ChildrenMissingAtEnd => language.answers_measure_children_missing_at_end(),
        Count::ChildrenAway => language.answers_measure_children_away(),
        Count::AwayIncidents => language.answers_measure_away_incidents(),
        Count::ChildrenAwayMoreThanOnce => language.answers_measure_children_away_more_than_once(),
        Count::ChildrenAwayAtEnd => language.answers_measure_children_away_at_end(),
    }
}

/// The names of areas, one after another.
pub(in crate::parts) fn names(areas: &[Area]) -> String {
    areas.iter().filter_map(|area| area.name).collect::<Vec<_>>().join(", ")
}
