//! The questions, and the numbers that answer them.

use crate::care::{ChildLevel, Return, calculate, coverage};
use crate::cohort::Cohort;
use crate::group::{By, Group};
use crate::period::Period;
use crate::report::{Area, Foi, FoiAnswer, FoiCount, FoiYear, Incidents, Length, NotHeld, OnList, Profile};
use crate::report::{Disclosure, Shown};

/// The two groups of children that most questions ask about, and the letter of each.
const ASKED_ABOUT: [(Cohort, usize); 2] = [(Cohort::Trafficked, 0), (Cohort::Unaccompanied, 1)];

/// Answers for each calendar year of which the returns hold any day. `None` without Episodes.
pub(crate) fn answers(of: &ChildLevel<'_>, area: Area) -> Option<Foi> {
    let days: Vec<Period> = of.returns.iter().filter(|of| !of.episodes.is_absent()).filter_map(Return::days).collect();
    let first = days.iter().map(|days| days.start().ymd().0).min()?;
    let last = days.iter().map(|days| days.end().ymd().0).max()?;
    let years = (first..=last).filter_map(|year| {
        let found = coverage(of, Period::calendar_year(year)?);
        let from = found.answered_by.first()?.days.start();
        let period = Period::new(from, found.answered_by.last()?.days.end()).ok()?;
        let numbers = Numbers { held: Held::by(of), profiles: calculate(of, period).profiles };
        Some(FoiYear { year, period, uncovered: found.uncovered, hidden: 0, answers: numbers.answers() })
    });
    Some(Foi { area, disclosure: Disclosure::Exact, years: years.collect() })
}

/// What the files say anything of.
#[derive(Clone, Copy)]
struct Held {
    list: bool,
    uasc: bool,
    missing: bool,
}

impl Held {
    fn by(of: &ChildLevel<'_>) -> Self {
        Self {
            list: !of.list.is_absent(),
            uasc: of.returns.iter().any(|of| !of.uasc.is_absent()),
            missing: of.returns.iter().any(|of| !of.missing.is_absent()),
        }
    }

    /// Why a number is not held, if it is not.
    fn lacks(self, cohort: Cohort, measure: FoiCount) -> Option<NotHeld> {
        let trafficked = matches!(cohort, Cohort::Trafficked | Cohort::TraffickedAndUnaccompanied);
        let unaccompanied = matches!(cohort, Cohort::Unaccompanied | Cohort::TraffickedAndUnaccompanied);
        if trafficked && !self.list {
            Some(NotHeld::NoList)
        } else if unaccompanied && !self.uasc {
            Some(NotHeld::NoUasc)
        } else if measure != FoiCount::Children && !self.missing {
            Some(NotHeld::NoMissing)
        } else {
            None
        }
    }
}

/// The numbers of one period.
struct Numbers {
    held: Held,
    profiles: Vec<Profile>,
}

impl Numbers {
    fn answers(&self) -> Vec<FoiAnswer> {
        let mut answers = vec![
            self.children("1a", Cohort::Trafficked, Some(OnList::Confirmed)),
            self.children("1b", Cohort::Trafficked, Some(OnList::Suspected)),
        ];
        // Those of whom the list does not say which are in neither, and must not be lost.
        let unstated = self.children("1", Cohort::Trafficked, Some(OnList::Unstated));
        answers.extend(Some(unstated).filter(|answer| answer.count.is_some_and(|count| count != Shown::Number(0))));
        answers.push(self.children("1c", Cohort::Unaccompanied, None));
        answers.push(self.children("1d", Cohort::TraffickedAndUnaccompanied, None));
        for (measure, questions) in [
            (FoiCount::ChildrenMissing, ["2a", "2b"]),
            (FoiCount::Incidents, ["3a", "3b"]),
            (FoiCount::ChildrenNotFound, ["4a", "4b"]),
        ] {
            for (cohort, letter) in ASKED_ABOUT {
                let of_code = |code| self.answer(questions[letter], cohort, None, (measure, Some(code)), Group::All);
                answers.extend(Incidents::ALL.map(of_code));
            }
        }
        for (cohort, _) in ASKED_ABOUT {
            self.by_sex(cohort, &mut answers);
            self.by_length(cohort, &mut answers);
        }
        answers
    }

    fn children(&self, question: &'static str, cohort: Cohort, on_list: Option<OnList>) -> FoiAnswer {
        self.answer(question, cohort, on_list, (FoiCount::Children, None), Group::All)
    }

    fn answer(
        &self,
        question: &'static str,
        cohort: Cohort,
        on_list: Option<OnList>,
        (measure, code): (FoiCount, Option<Incidents>),
        group: Group,
    ) -> FoiAnswer {
        let not_held = self.held.lacks(cohort, measure);
        let profile = self.profile(cohort, on_list, code.unwrap_or(Incidents::Missing), group);
        // A group without children has no profile.
        let number = profile.map_or(Shown::Number(0), |profile| match measure {
            FoiCount::Children => profile.children,
            FoiCount::ChildrenMissing => profile.children_missing,
            FoiCount::Incidents => profile.incidents,
            FoiCount::ChildrenNotFound => profile.not_found,
        });
        FoiAnswer {
            question,
            cohort,
            on_list,
            measure,
            code,
            sex: (group != Group::All).then_some(group),
            length: None,
            count: not_held.is_none().then_some(number),
            not_held,
        }
    }

    fn by_sex(&self, cohort: Cohort, answers: &mut Vec<FoiAnswer>) {
        let told = self.profiles.iter().any(|profile| profile.by == By::Sex);
        let lacks = self.held.lacks(cohort, FoiCount::Children).or((!told).then_some(NotHeld::NoSex));
        if lacks.is_some() {
            answers.push(FoiAnswer { count: None, not_held: lacks, ..self.children("5", cohort, None) });
            return;
        }
        for sex in Group::ALL.iter().copied().filter(|group| group.by() == By::Sex) {
            // There is a line for children whose sex is not known only where there is such a child.
            if sex == Group::SexNotKnown && self.profile(cohort, None, Incidents::Missing, sex).is_none() {
                continue;
            }
            answers.push(self.answer("5", cohort, None, (FoiCount::Children, None), sex));
            if self.held.missing {
                let of_code = |code| self.answer("5", cohort, None, (FoiCount::ChildrenMissing, Some(code)), sex);
                answers.extend(Incidents::ALL.map(of_code));
            }
        }
    }

    fn by_length(&self, cohort: Cohort, answers: &mut Vec<FoiAnswer>) {
        if self.held.lacks(cohort, FoiCount::Incidents).is_some() {
            return;
        }
        for length in Length::ALL {
            for code in Incidents::ALL {
                let profile = self.profile(cohort, None, code, Group::All);
                let number = profile.and_then(|profile| profile.lengths.get(&length).copied());
                answers.push(FoiAnswer {
                    length: Some(length),
                    count: Some(number.unwrap_or(Shown::Number(0))),
                    ..self.answer("5", cohort, None, (FoiCount::Incidents, Some(code)), Group::All)
                });
            }
        }
    }

    fn profile(&self, cohort: Cohort, on_list: Option<OnList>, code: Incidents, group: Group) -> Option<&Profile> {
        let is = |p: &&Profile| (p.cohort, p.on_list, p.code, p.group) == (cohort, on_list, code, group);
        self.profiles.iter().find(is)
    }
}
