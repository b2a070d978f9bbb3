//! How groups of children, incidents and changes read.

use crate::Text;
use missing_rates::cohort::{Average, Count, Share};
use missing_rates::group::{By, Group};
use missing_rates::report::{Events, Incidents, Length, Measure, OnList, Times};

pub fn by(by: By) -> &'static str {
    match by {
        By::None => super::by_none(),
        By::Age => super::by_age(),
        By::Sex => super::by_sex(),
        By::LegalStatus => super::by_legal_status(),
        By::Placement => super::by_placement(),
        By::Provider => super::by_provider(),
        By::TimeInCare => super::by_time_in_care(),
    }
}

pub fn code(code: Incidents) -> &'static str {
    match code {
        Incidents::Missing => super::code_missing(),
        Incidents::Away => super::code_away(),
        Incidents::Either => super::code_either(),
    }
}

/// What the children did: `went missing`.
pub fn verb(code: Incidents) -> &'static str {
    match code {
        Incidents::Missing => super::verb_missing(),
        Incidents::Away => super::verb_away(),
        Incidents::Either => super::verb_either(),
    }
}

pub fn length(length: Length) -> &'static str {
    match length {
        Length::SameDay => super::length_same_day(),
        Length::OneDay => super::length_1(),
        Length::From2Days => super::length_2(),
        Length::From4Days => super::length_4(),
        Length::From8Days => super::length_8(),
        Length::Over28Days => super::length_28(),
        Length::Open => super::length_open(),
    }
}

pub fn times(times: Times) -> Text {
    match times {
        Times::Once | Times::Twice | Times::Three | Times::Four | Times::Five => {
            super::format::number(times as u64 + 1)
        }
        Times::From6 => super::times_6().into(),
        Times::From11 => super::times_11().into(),
        Times::From21 => super::times_21().into(),
        Times::From51 => super::times_51().into(),
    }
}

pub fn on_list(on_list: OnList) -> &'static str {
    match on_list {
        OnList::Confirmed => super::list_confirmed(),
        OnList::Suspected => super::list_suspected(),
        OnList::Unstated => super::list_unstated(),
    }
}

pub fn group(group: Group) -> &'static str {
    match group {
        Group::All => super::group_all(),
        Group::Under1 => super::group_under_1(),
        Group::From1To4 => super::group_1_to_4(),
        Group::From5To9 => super::group_5_to_9(),
        Group::From10To15 => super::group_10_to_15(),
        Group::From16To17 => super::group_16_to_17(),
        Group::From18 => super::group_18(),
        Group::AgeNotKnown
        | Group::SexNotKnown
        | Group::LegalStatusNotKnown
        | Group::PlacementNotKnown
        | Group::ProviderNotKnown
        | Group::TimeNotKnown => super::group_not_known(),
        Group::Male => super::group_male(),
        Group::Female => super::group_female(),
        Group::CareOrder => super::group_care_order(),
        Group::InterimCareOrder => super::group_interim(),
        Group::PlacementOrder => super::group_placement_order(),
        Group::Accommodated => super::group_accommodated(),
        Group::Protection => super::group_protection(),
        Group::YouthJustice => super::group_justice(),
        Group::FreeingOrder => super::group_freeing(),
        Group::ShortBreaks => super::group_short(),
        Group::Foster => super::group_foster(),
        Group::ChildrensHome => super::group_home(),
        Group::Supported => super::group_supported(),
        Group::SecureHome => super::group_secure(),
        Group::OwnParents => super::group_parents(),
        Group::PlacedForAdoption => super::group_adoption(),
        Group::Residential => super::group_residential(),
        Group::ResidentialSchool => super::group_school(),
        Group::Temporary => super::group_temporary(),
        Group::OtherPlacement => super::group_other(),
        Group::OwnAuthority => super::group_own(),
        Group::OtherAuthority => super::group_other_authority(),
        Group::OtherPublic => super::group_public(),
        Group::Private => super::group_private(),
        Group::Voluntary => super::group_voluntary(),
        Group::ParentsOrOthers => super::group_parents_provide(),
        Group::Under3Months => super::group_time_0(),
        Group::From3Months => super::group_time_3(),
        Group::From6Months => super::group_time_6(),
        Group::From1Year => super::group_time_12(),
        Group::From2Years => super::group_time_24(),
        Group::From5Years => super::group_time_60(),
    }
}

/// What changed.
pub fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Share(Share::Missing) => super::measure_missing(),
        Measure::Share(Share::MissingMoreThanOnce) => super::measure_missing_more(),
        Measure::Share(Share::MissingAtEnd) => super::measure_missing_end(),
        Measure::Share(Share::Away) => super::measure_away(),
        Measure::Share(Share::AwayMoreThanOnce) => super::measure_away_more(),
        Measure::Share(Share::AwayAtEnd) => super::measure_away_end(),
        Measure::Average(Average::IncidentsPerMissingChild) => super::measure_per_missing(),
        Measure::Average(Average::IncidentsPerAwayChild) => super::measure_per_away(),
        Measure::Events(Events::Missing) => super::measure_events_missing(),
        Measure::Events(Events::Away) => super::measure_events_away(),
        Measure::Count(Count::Children) => super::count_children(),
        Measure::Count(Count::ChildrenMissing) => super::count_missing(),
        Measure::Count(Count::MissingIncidents) => super::count_missing_incidents(),
        Measure::Count(Count::ChildrenMissingMoreThanOnce) => super::count_missing_more(),
        Measure::Count(Count::ChildrenMissingAtEnd) => super::count_missing_end(),
        Measure::Count(Count::ChildrenAway) => super::count_away(),
        Measure::Count(Count::AwayIncidents) => super::count_away_incidents(),
        Measure::Count(Count::ChildrenAwayMoreThanOnce) => super::count_away_more(),
        Measure::Count(Count::ChildrenAwayAtEnd) => super::count_away_end(),
    }
}
