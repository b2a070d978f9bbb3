//! The questions, and the numbers that answer them.

use missing_rows::Column;

use crate::care::{ChildLevel, Coverage, Detail, Identifiers, Lack, Return, lacks, pool, profiles, told};
use crate::cohort::Cohort;
use crate::group::{By, Group};
use crate::order::Ordered;
use crate::period::Period;
use crate::report::{
    Area, Foi, FoiAnswer, FoiCount, FoiDoubt, FoiNeed, FoiYear, Incidents, Length, Module, NotHeld, OnList, Profile,
    Report, Wanted,
};
use crate::report::{Disclosure, Shown};

/// The two groups of children that most questions ask about, and the letter of each.
const ASKED_ABOUT: [(Cohort, usize); 2] = [(Cohort::Trafficked, 0), (Cohort::Unaccompanied, 1)];

/// Answers for each calendar year that the returns say anything about. For several authorities, the answers are of all
/// together, for the days that all of them cover. `None` without Episodes.
pub(crate) fn answers(of: &[&ChildLevel<'_>], area: Area) -> Option<Foi> {
    let days: Vec<Period> = of.iter().flat_map(|of| of.returns.iter().filter_map(Return::tells)).collect();
    let first = days.iter().map(|days| days.start().ymd().0).min()?;
    let last = days.iter().map(|days| days.end().ymd().0).max()?;
    let years = (first..=last).filter_map(|year| {
        let whole = Period::calendar_year(year)?;
        let found: Vec<Coverage> = of.iter().map(|of| told(of, whole)).collect();
        let period = found.iter().try_fold(whole, |common, found| {
            let (first, last) = found.answered_by.first().zip(found.answered_by.last())?;
            Period::new(first.days.start(), last.days.end()).ok()?.common(common)
        })?;
        let mut each: Vec<Vec<Profile>> = of.iter().map(|of| profiles(of, period, Detail::Sex)).collect();
        let profiles = if each.len() == 1 { each.pop()? } else { pool(area, &each) };
        let numbers = Numbers { of, period, profiles };
        let uncovered = joined(found.into_iter().flat_map(|found| found.uncovered).collect());
        let doubts = doubts(&numbers);
        Some(FoiYear { year, period, uncovered, doubts, hidden: 0, answers: numbers.answers() })
    });
    Some(Foi { area, disclosure: Disclosure::Exact, years: years.collect() })
}

/// What the returns themselves say may be wrong with the answers for these days.
fn doubts(numbers: &Numbers<'_>) -> Vec<FoiDoubt> {
    let (of, period) = (numbers.of, numbers.period);
    let goes_on = |own: &Return<'_>| {
        let some = matches!(own.identifiers, Identifiers::Some(_));
        some && own.days().is_some_and(|days| period.start() < days.start() && days.start() <= period.end())
    };
    let mut doubts: Vec<FoiDoubt> = of.iter().flat_map(|of| of.may_be_part(period)).collect();
    doubts.order();
    doubts.dedup();
    let twice = of.iter().any(|of| of.returns.iter().any(goes_on));
    doubts.extend(twice.then_some(FoiDoubt::CountedTwice));
    let is_listed = numbers.lacks(Cohort::Trafficked, FoiCount::Children).is_empty();
    let same_list = is_listed && of.iter().any(|of| of.has_one_list_for_several_years());
    doubts.extend(same_list.then_some(FoiDoubt::SameList));
    doubts
}

/// Days of several periods, each once, in order.
fn joined(mut periods: Vec<Period>) -> Vec<Period> {
    periods.sort_unstable();
    let mut joined: Vec<Period> = Vec::new();
    for period in periods {
        match joined.last_mut() {
            Some(last) if last.end().next().is_none_or(|next| period.start() <= next) => {
                if let Ok(both) = Period::new(last.start(), last.end().max(period.end())) {
                    *last = both;
                }
            }
            _ => joined.push(period),
        }
    }
    joined
}

/// Why a number is not held.
fn not_held(lacks: &[Lack]) -> Option<NotHeld> {
    let of_list = |is: fn(&Lack) -> bool| lacks.iter().any(|lack| lack.module == Module::List && is(lack));
    let no_list = if of_list(|lack| lack.year.is_some()) { NotHeld::ListOfAnotherYear } else { NotHeld::NoList };
    if of_list(|lack| lack.undecided) {
        return Some(NotHeld::ListUndecided);
    }
    if of_list(|lack| lack.contradicted) {
        return Some(NotHeld::ListContradicted);
    }
    if lacks.iter().any(|lack| lack.contradicted && lack.module == Module::Episodes) {
        return Some(if of_list(|_| true) { no_list } else { NotHeld::IdentifiersDiffer });
    }
    if lacks.iter().any(|lack| lack.contradicted) {
        return Some(NotHeld::UascContradicted);
    }
    let lacks = |module| lacks.iter().any(|lack| lack.module == module);
    [
        (Module::List, no_list),
        (Module::Uasc, NotHeld::NoUasc),
        (Module::Missing, NotHeld::NoMissing),
        (Module::Episodes, NotHeld::NoEpisodes),
    ]
    .into_iter()
    .find_map(|(module, reason)| lacks(module).then_some(reason))
}

/// The numbers of one period.
struct Numbers<'a> {
    of: &'a [&'a ChildLevel<'a>],
    period: Period,
    profiles: Vec<Profile>,
}

impl Numbers<'_> {
    fn lacks(&self, cohort: Cohort, measure: FoiCount) -> Vec<Lack> {
        let figure = if measure == FoiCount::Children { Wanted::Children } else { Wanted::Missing };
        self.of.iter().flat_map(|of| lacks(of, self.period, cohort, figure)).collect()
    }

    fn answers(&self) -> Vec<FoiAnswer> {
        let mut answers = vec![
            self.children("1a", Cohort::Trafficked, Some(OnList::Confirmed)),
            self.children("1b", Cohort::Trafficked, Some(OnList::Suspected)),
        ];
        // Children whose kind the list does not say are in neither group, and must not be lost.
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
        let lacks = self.lacks(cohort, measure);
        let not_held = not_held(&lacks);
        let profile = self.profile(cohort, on_list, code.unwrap_or(Incidents::Missing), group);
        // A group without children has no profile.
        let number = profile.map_or(Shown::Number(0), |profile| match measure {
            FoiCount::Children => profile.children,
            FoiCount::ChildrenMissing => profile.children_missing,
            FoiCount::Incidents => profile.incidents,
            FoiCount::ChildrenNotFound => profile.not_found,
        });
        let not_held = not_held.or((number == Shown::NotAvailable).then_some(NotHeld::NoDateOfBirth));
        FoiAnswer {
            question,
            cohort,
            on_list,
            measure,
            code,
            sex: (group != Group::All).then_some(group),
            length: None,
            count: not_held.is_none().then_some(number),
            at_least: false,
            not_held,
            needs: needs(&lacks),
        }
    }

    fn by_sex(&self, cohort: Cohort, answers: &mut Vec<FoiAnswer>) {
        let told = self.profiles.iter().any(|profile| profile.by == By::Sex && profile.cohort == cohort)
            || self.no_children(cohort) && self.profiles.iter().any(|profile| profile.by == By::Sex);
        let lacks = self.lacks(cohort, FoiCount::Children);
        let not_held = not_held(&lacks).or((!told).then_some(NotHeld::NoSex));
        if not_held.is_some() {
            let mut answer = FoiAnswer { count: None, not_held, ..self.children("5", cohort, None) };
            if not_held == Some(NotHeld::NoSex) {
                answer.needs = self.without_sex();
            }
            answers.push(answer);
            return;
        }
        let has_missing = self.lacks(cohort, FoiCount::ChildrenMissing).is_empty();
        for sex in Group::ALL.iter().copied().filter(|group| group.by() == By::Sex) {
            // Children whose sex is not known get a line only if there are any.
            if sex == Group::SexNotKnown && self.profile(cohort, None, Incidents::Missing, sex).is_none() {
                continue;
            }
            answers.push(self.answer("5", cohort, None, (FoiCount::Children, None), sex));
            if has_missing {
                let of_code = |code| self.answer("5", cohort, None, (FoiCount::ChildrenMissing, Some(code)), sex);
                answers.extend(Incidents::ALL.map(of_code));
            }
        }
    }

    /// The years of the period whose Header does not give the sex, each once.
    fn without_sex(&self) -> Vec<FoiNeed> {
        let returns = self.of.iter().flat_map(|of| of.returns.iter());
        let without = returns.filter(|of| {
            of.days().is_some_and(|days| days.common(self.period).is_some()) && !of.header.has(Column::Sex)
        });
        let mut needs: Vec<FoiNeed> = without.map(|of| FoiNeed { module: Module::Header, year: of.year }).collect();
        needs.order();
        needs.dedup();
        needs
    }

    fn no_children(&self, cohort: Cohort) -> bool {
        let whole = self.profile(cohort, None, Incidents::Missing, Group::All);
        whole.is_none_or(|profile| profile.children == Shown::Number(0))
    }

    fn by_length(&self, cohort: Cohort, answers: &mut Vec<FoiAnswer>) {
        if !self.lacks(cohort, FoiCount::Incidents).is_empty() {
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

/// Says of the children who are confirmed, and of those who are suspected, that there may be more where the list does not say
/// of some children which they are. Where none is known to be either, the number is not known.
///
/// This is done to the report as it is printed, so that what is safe to publish is worked out from the numbers themselves.
pub(crate) fn say_what_is_not_recorded(report: &mut Report) {
    let some = |shown: Shown| shown != Shown::Number(0);
    let years = report.foi.iter_mut().chain(&mut report.foi_by_authority).flat_map(|foi| &mut foi.years);
    for year in years {
        let is = |answer: &FoiAnswer| answer.on_list == Some(OnList::Unstated) && answer.count.is_some_and(some);
        if !year.answers.iter().any(is) {
            continue;
        }
        for answer in &mut year.answers {
            if !matches!(answer.on_list, Some(OnList::Confirmed | OnList::Suspected)) {
                continue;
            }
            match answer.count {
                Some(Shown::Number(0)) => (answer.count, answer.not_held) = (None, Some(NotHeld::NotRecorded)),
                Some(Shown::Number(_)) => answer.at_least = true,
                _ => {}
            }
        }
    }
    let unstated: Vec<(Area, Period, Incidents)> = report
        .profiles
        .iter()
        .filter(|of| of.on_list == Some(OnList::Unstated) && some(of.children))
        .map(|of| (of.area, of.period, of.code))
        .collect();
    report.profiles.retain(|of| {
        let is_part = matches!(of.on_list, Some(OnList::Confirmed | OnList::Suspected));
        !is_part || some(of.children) || !unstated.contains(&(of.area, of.period, of.code))
    });
}

/// The modules that a number needs, each once.
fn needs(lacks: &[Lack]) -> Vec<FoiNeed> {
    let mut needs: Vec<FoiNeed> = Vec::new();
    for lack in lacks {
        let need = FoiNeed { module: lack.module, year: lack.year };
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    needs
}
