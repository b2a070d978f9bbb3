//! How groups of children, incidents and changes read.

use crate::{Language, LengthTo, MonthsTo, Text, TimesTo};
use missing_rates::cohort::{Average, Count, Share};
use missing_rates::group::{By, Group};
use missing_rates::report::{Events, Incidents, Length, Measure, Month, OnList, Times};

impl Language {
    pub fn by(self, by: By) -> &'static str {
        match by {
            By::None => self.by_none(),
            By::Age => self.by_age(),
            By::Sex => self.by_sex(),
            By::LegalStatus => self.by_legal_status(),
            By::Placement => self.by_placement(),
            By::Provider => self.by_provider(),
            By::TimeInCare => self.by_time_in_care(),
        }
    }

    pub fn code(self, code: Incidents) -> &'static str {
        match code {
            Incidents::Missing => self.code_missing(),
            Incidents::Away => self.code_away(),
            Incidents::Either => self.code_either(),
        }
    }

    /// What the children did: `went missing`.
    pub fn verb(self, code: Incidents) -> &'static str {
        match code {
            Incidents::Missing => self.verb_missing(),
            Incidents::Away => self.verb_away(),
            Incidents::Either => self.verb_either(),
        }
    }

    pub fn length(self, length: Length) -> &'static str {
        match length {
            Length::SameDay => self.length_same_day(),
            Length::OneDay => self.length_1(),
            Length::From2Days => self.length_2(),
            Length::From4Days => self.length_4(),
            Length::From8Days => self.length_8(),
            Length::Over28Days => self.length_28(),
            Length::Open => self.length_open(),
        }
    }

    pub fn times(self, times: Times) -> Text {
        match times {
            Times::Once | Times::Twice | Times::Three | Times::Four | Times::Five => self.number(times as u64 + 1),
            Times::From6 => self.times_6().into(),
            Times::From11 => self.times_11().into(),
            Times::From21 => self.times_21().into(),
            Times::From51 => self.times_51().into(),
        }
    }

    /// Several lengths together: `4 days or more, or open`.
    pub fn lengths(self, from: Length, to: Length) -> Text {
        let (first, last) = (from.days().map_or(0, |(first, _)| first), to.days().map(|(_, last)| last));
        let first = first.to_string();
        match last {
            _ if from == to => self.length(from).into(),
            None => self.length_or_open(&first),
            Some(None) => self.length_or_more(&first),
            Some(Some(last)) if from == Length::SameDay => self.length_up_to(last.into()),
            Some(Some(last)) => LengthTo { from: &first, to: &last.to_string() }.text(self),
        }
    }

    /// Several numbers of incidents together: `3 to 5`.
    pub fn times_together(self, from: Times, to: Times) -> Text {
        let (first, last) = (from.range().0.to_string(), to.range().1);
        match last {
            _ if from == to => self.times(from),
            None => self.times_or_more(&first),
            Some(last) => TimesTo { from: &first, to: &last.to_string() }.text(self),
        }
    }

    /// Several months together: `April 2024 to June 2024`.
    pub fn months(self, from: Month, to: Month) -> Text {
        let month = |of: Month| self.month(of.year, of.month);
        if from == to { month(from) } else { MonthsTo { from: &month(from), to: &month(to) }.text(self) }
    }

    pub fn on_list(self, on_list: OnList) -> &'static str {
        match on_list {
            OnList::Confirmed => self.list_confirmed(),
            OnList::Suspected => self.list_suspected(),
            OnList::Unstated => self.list_unstated(),
        }
    }

    pub fn group(self, group: Group) -> &'static str {
        match group {
            Group::All => self.group_all(),
            Group::Under1 => self.group_under_1(),
            Group::From1To4 => self.group_1_to_4(),
            Group::From5To9 => self.group_5_to_9(),
            Group::From10To15 => self.group_10_to_15(),
            Group::From16To17 => self.group_16_to_17(),
            Group::From18 => self.group_18(),
            Group::AgeNotKnown
            | Group::SexNotKnown
            | Group::LegalStatusNotKnown
            | Group::PlacementNotKnown
            | Group::ProviderNotKnown
            | Group::TimeNotKnown => self.group_not_known(),
            Group::Male => self.group_male(),
            Group::Female => self.group_female(),
            Group::CareOrder => self.group_care_order(),
            Group::InterimCareOrder => self.group_interim(),
            Group::PlacementOrder => self.group_placement_order(),
            Group::Accommodated => self.group_accommodated(),
            Group::Protection => self.group_protection(),
            Group::YouthJustice => self.group_justice(),
            Group::FreeingOrder => self.group_freeing(),
            Group::ShortBreaks => self.group_short(),
            Group::Foster => self.group_foster(),
            Group::ChildrensHome => self.group_home(),
            Group::Supported => self.group_supported(),
            Group::SecureHome => self.group_secure(),
            Group::OwnParents => self.group_parents(),
            Group::PlacedForAdoption => self.group_adoption(),
            Group::Residential => self.group_residential(),
            Group::ResidentialSchool => self.group_school(),
            Group::Temporary => self.group_temporary(),
            Group::OtherPlacement => self.group_other(),
            Group::OwnAuthority => self.group_own(),
            Group::OtherAuthority => self.group_other_authority(),
            Group::OtherPublic => self.group_public(),
            Group::Private => self.group_private(),
            Group::Voluntary => self.group_voluntary(),
            Group::ParentsOrOthers => self.group_parents_provide(),
            Group::Under3Months => self.group_time_0(),
            Group::From3Months => self.group_time_3(),
            Group::From6Months => self.group_time_6(),
            Group::From1Year => self.group_time_12(),
            Group::From2Years => self.group_time_24(),
            Group::From5Years => self.group_time_60(),
        }
    }

    /// What changed.
    pub fn measure(self, measure: Measure) -> &'static str {
        match measure {
            Measure::Share(Share::Missing) => self.measure_missing(),
            Measure::Share(Share::MissingMoreThanOnce) => self.measure_missing_more(),
            Measure::Share(Share::MissingAtEnd) => self.measure_missing_end(),
            Measure::Share(Share::Away) => self.measure_away(),
            Measure::Share(Share::AwayMoreThanOnce) => self.measure_away_more(),
            Measure::Share(Share::AwayAtEnd) => self.measure_away_end(),
            Measure::Average(Average::IncidentsPerMissingChild) => self.measure_per_missing(),
            Measure::Average(Average::IncidentsPerAwayChild) => self.measure_per_away(),
            Measure::Events(Events::Missing) => self.measure_events_missing(),
            Measure::Events(Events::Away) => self.measure_events_away(),
            Measure::Count(Count::Children) => self.count_children(),
            Measure::Count(Count::ChildrenMissing) => self.count_missing(),
            Measure::Count(Count::MissingIncidents) => self.count_missing_incidents(),
            Measure::Count(Count::ChildrenMissingMoreThanOnce) => self.count_missing_more(),
            Measure::Count(Count::ChildrenMissingAtEnd) => self.count_missing_end(),
            Measure::Count(Count::ChildrenAway) => self.count_away(),
            Measure::Count(Count::AwayIncidents) => self.count_away_incidents(),
            Measure::Count(Count::ChildrenAwayMoreThanOnce) => self.count_away_more(),
            Measure::Count(Count::ChildrenAwayAtEnd) => self.count_away_end(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::English;

    #[test]
    fn lines_that_are_counted_together_read_as_one() {
        assert_eq!(English.lengths(Length::SameDay, Length::From2Days), "Up to 3 days");
        assert_eq!(English.lengths(Length::OneDay, Length::From4Days), "1 to 7 days");
        assert_eq!(English.lengths(Length::From8Days, Length::Over28Days), "8 days or more");
        assert_eq!(English.lengths(Length::Over28Days, Length::Open), "29 days or more, or open");
        assert_eq!(English.lengths(Length::Open, Length::Open), "Open");
        assert_eq!(English.times_together(Times::Three, Times::From6), "3 to 10");
        assert_eq!(English.times_together(Times::Twice, Times::From51), "2 or more");
        let month = |month| Month { year: 2024, month };
        assert_eq!(English.months(month(4), month(6)), "April 2024 to June 2024");
        assert_eq!(English.months(month(4), month(4)), "April 2024");
    }
}
