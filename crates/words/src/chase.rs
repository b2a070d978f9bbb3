//! What to ask an authority again, in sentences that can be sent as they are.

use missing_rates::answer::{Answer, Withheld, read};
use missing_rates::area::{Nation, authority};
use missing_rates::cohort::{Cohort, Count};
use missing_rates::period::Period;
use missing_rates::report::{Chase, Want};

use crate::{ChaseAndFigure, ChaseAnswered, ChaseNotForPart, Language, Text};

impl Language {
    /// A sentence for each kind of answer that an authority should give again, with all figures of that kind in it.
    pub fn ask(self, chase: &Chase) -> Text {
        let mut sentences: Vec<Text> = Vec::new();
        let mut rest: Vec<&Want> = chase.wants.iter().collect();
        while let Some(first) = rest.first().copied() {
            let alike = |want: &&Want| want.answer == first.answer && want.wording == first.wording;
            let (same, others): (Vec<&Want>, Vec<&Want>) = rest.into_iter().partition(alike);
            rest = others;
            let what = self.figures(&same, chase, sentences.is_empty());
            sentences.push(self.request(first, &what, chase));
        }
        sentences.iter().map(Text::as_str).collect::<Vec<_>>().join(" ").into()
    }

    /// `the number of trafficked children in your care, at any time in 2024, and how many of them went missing at least once`.
    fn figures(self, wants: &[&Want], chase: &Chase, in_full: bool) -> Text {
        let mut phrases = wants.iter().enumerate().map(|(at, want)| {
            if at == 0 && in_full { self.figure_in_full(want.measure, chase) } else { self.figure_again(want.measure) }
        });
        let first = phrases.next().unwrap_or_default();
        phrases.fold(first, |first, last| ChaseAndFigure { first: &first, last: &last }.text(self))
    }

    fn figure_in_full(self, measure: Count, chase: &Chase) -> Text {
        let who = match chase.cohort {
            Cohort::All => self.who_all(),
            Cohort::Unaccompanied => self.chase_who_unaccompanied(),
            Cohort::Trafficked => self.chase_who_trafficked(),
            Cohort::TraffickedAndUnaccompanied => self.chase_who_both(),
        };
        let period: &str = &self.within(chase.period);
        match measure {
            Count::Children => crate::ChaseChildren { period, who }.text(self),
            Count::MissingIncidents => crate::ChaseIncidents { period, who }.text(self),
            _ => crate::ChaseMissing { period, who }.text(self),
        }
    }

    fn figure_again(self, measure: Count) -> Text {
        match measure {
            Count::Children => self.chase_children_again(),
            Count::MissingIncidents => self.chase_incidents_again(),
            _ => self.chase_missing_again(),
        }
        .into()
    }

    fn request(self, want: &Want, what: &str, chase: &Chase) -> Text {
        let request = match &want.answer {
            Answer::Exact { .. } => return Text::default(),
            Answer::Range { .. } => self.chase_range(what),
            Answer::Withheld { reason } => match reason {
                Withheld::Blank | Withheld::NoReply => return self.chase_send(what),
                Withheld::Refused { section } => return self.after_refusal(section.as_deref(), what),
                Withheld::Conflicting => return self.chase_conflicting(what),
                Withheld::NotHeld | Withheld::NotRecorded if is_english(chase) => self.chase_not_held_england(what),
                Withheld::NotHeld | Withheld::NotRecorded => self.chase_not_held(what),
                Withheld::Suppressed => self.chase_suppressed(what),
                Withheld::OtherPeriod => self.whole_period(what, chase.period),
                Withheld::CountedElsewhere => self.chase_counted_elsewhere(what),
                Withheld::NotApplicable | Withheld::WrongBody => self.chase_wrong_body(what),
                // A zero beside a refusal of something else.
                Withheld::NotUnderstood if read(&want.wording).exact() == Some(0) => self.chase_zero(what),
                Withheld::NotACount | Withheld::NotUnderstood => self.chase_not_a_number(what),
            },
        };
        let wording = if want.wording.is_empty() { self.chase_nothing() } else { &want.wording };
        ChaseAnswered { request: &request, wording }.text(self)
    }

    /// What still can be asked, by the section of the Freedom of Information Act 2000 that an authority refused under.
    fn after_refusal(self, section: Option<&str>, what: &str) -> Text {
        match section.and_then(|section| section.split('(').next()) {
            Some("12") => self.chase_refused_cost(what),
            Some("40" | "38") => self.chase_refused_personal(what),
            Some("22" | "27A") => self.chase_refused_published(what),
            _ => self.chase_refused(what),
        }
    }

    fn whole_period(self, what: &str, period: Period) -> Text {
        ChaseNotForPart { period: &self.within(period), what }.text(self)
    }
}

/// Whether all of them make the return SSDA903, which is England's.
fn is_english(chase: &Chase) -> bool {
    let authorities = chase.authorities.iter().filter_map(|area| authority(area.code?));
    authorities.into_iter().all(|authority| authority.nation == Nation::England)
}

#[cfg(test)]
mod tests {
    use missing_rates::area::AreaCode;
    use missing_rates::report::{Area, ChaseState};

    use super::*;
    use crate::Language::English;

    fn ask(code: &str, wants: &[(Count, Answer, &str)]) -> String {
        let area = AreaCode::read(code).and_then(authority).map(Area::from);
        let want = |(measure, answer, wording): &(Count, Answer, &str)| Want {
            measure: *measure,
            answer: answer.clone(),
            wording: (*wording).to_owned(),
        };
        let chase = Chase {
            authorities: area.into_iter().collect(),
            period: Period::calendar_year(2024).unwrap(),
            cohort: Cohort::Unaccompanied,
            state: ChaseState::Missing,
            wants: wants.iter().map(want).collect(),
        };
        English.ask(&chase).to_string()
    }

    fn withheld(reason: Withheld) -> Answer {
        Answer::Withheld { reason }
    }

    #[test]
    fn what_is_asked_for_follows_from_what_was_answered() {
        use Count::{Children, ChildrenMissing, MissingIncidents};
        let refused = |section: &str| withheld(Withheld::Refused { section: Some(section.to_owned()) });
        assert_eq!(
            ask("E10000016", &[(ChildrenMissing, refused("12(1)"), "Refused s.12")]),
            "You refused because of the cost. Please send the number of unaccompanied asylum-seeking children in your care \
             who went missing at least once in 2024, or say which part of it you can give within the cost limit."
        );
        let nothing = |measure| (measure, withheld(Withheld::NoReply), "");
        assert_eq!(
            ask("E10000012", &[nothing(Children), nothing(ChildrenMissing), nothing(MissingIncidents)]),
            "Please send the number of unaccompanied asylum-seeking children in your care, at any time in 2024, and how many \
             of them went missing at least once, and the number of incidents of going missing."
        );
        let two = [
            (Children, Answer::Range { lowest: 0, highest: 4 }, "<5"),
            (ChildrenMissing, withheld(Withheld::NotHeld), "not held"),
        ];
        assert_eq!(
            ask("E10000016", &two),
            "You answered “<5”. If you can give the exact number, please send the number of unaccompanied asylum-seeking \
             children in your care, at any time in 2024. You answered “not held”. Please say whether \
             it can be counted from the records behind your SSDA903 return. If so, please send how many of them went \
             missing at least once."
        );
        let zero = ask("E10000016", &[(ChildrenMissing, withheld(Withheld::NotUnderstood), "0")]);
        assert!(zero.starts_with("You answered “0”. Please say whether you looked and found none."), "{zero}");
        let unclear = ask("E10000016", &[(ChildrenMissing, withheld(Withheld::NotUnderstood), "a few")]);
        assert!(unclear.contains("as a whole number"), "{unclear}");
        // Another nation has no SSDA903.
        let wales = ask("W06000015", &[(Children, withheld(Withheld::NotHeld), "not held")]);
        assert!(wales.contains("your return on looked-after children") && !wales.contains("SSDA903"), "{wales}");
        assert!(ask("E10000016", &[(Children, refused("40(2)"), "s.40")]).contains("personal data"));
    }
}
