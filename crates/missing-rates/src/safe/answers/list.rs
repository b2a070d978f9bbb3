//! The answers of authorities as cells, with every sum of them that a report shows.

use std::collections::BTreeMap;

use crate::answer::{Answer, Withheld};
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count, Share};
use crate::rates::{Given, Group, GroupKey, Member, areas_of};
use crate::report::{Area, Basis, Change, Coverage, Influence, Overlap, Rate, Ratio, Target, Total};
use crate::safe::cells::{Cell, Cells, RestsOn, State};
use crate::safe::keep::Kept;

/// One exact answer: when and whose children, who answered, what was counted.
pub(super) type Answered<'a> = (GroupKey, &'a [AreaCode], Count);

/// Every exact answer, and the sums that are asked for.
pub(in crate::safe) struct Answers<'a> {
    pub(super) areas: BTreeMap<GroupKey, BTreeMap<Area, Vec<Member<'a>>>>,
    pub(super) given: BTreeMap<Answered<'a>, Cell>,
    /// Each sum once, by what it is a sum of.
    pub(super) sums: BTreeMap<RestsOn, Cell>,
}

impl<'a> Answers<'a> {
    pub(in crate::safe) fn of(groups: &'a BTreeMap<GroupKey, Group>, cells: &mut Cells) -> Self {
        let areas: BTreeMap<_, _> = groups.iter().map(|(key, group)| (*key, areas_of(group))).collect();
        let mut given = BTreeMap::new();
        for (key, areas) in &areas {
            for member in areas.values().flatten() {
                for count in Count::ALL {
                    if let Some(number) = member.given.exact(count) {
                        given.entry((*key, member.codes, count)).or_insert_with(|| cells.add(number, State::Shown));
                    }
                }
            }
        }
        Self { areas, given, sums: BTreeMap::new() }
    }

    /// The sum of a count over the members of an area for which something is true; `None` of nobody.
    fn sum(
        &mut self,
        cells: &mut Cells,
        (area, key, count): (&Area, GroupKey, Count),
        is: impl Fn(&Member<'a>) -> bool,
    ) -> Option<Cell> {
        let members = self.areas.get(&key)?.get(area)?.iter().filter(|member| is(member));
        let parts = members.filter_map(|member| self.given.get(&(key, member.codes, count)).copied()).collect();
        self.sum_of(cells, parts)
    }

    fn sum_of(&mut self, cells: &mut Cells, mut parts: RestsOn) -> Option<Cell> {
        parts.sort_unstable();
        if let [] | [_] = parts.as_slice() {
            return parts.first().copied();
        }
        if let Some(sum) = self.sums.get(&parts) {
            return Some(*sum);
        }
        let sum = cells.add(parts.iter().map(|part| cells.count(*part)).sum(), State::Shown);
        self.sums.insert(parts, sum);
        Some(sum)
    }

    pub(in crate::safe) fn total(&mut self, of: &Total, cells: &mut Cells) -> RestsOn {
        self.sum(cells, (&of.area, (of.period, of.cohort), of.measure), |_| true).into_iter().collect()
    }

    pub(in crate::safe) fn ratio(&mut self, of: &Ratio, cells: &mut Cells) -> RestsOn {
        self.both(cells, (&of.area, (of.period, of.cohort)), of.measure.parts())
    }

    /// The sums of two counts over those who gave both exactly.
    fn both(&mut self, cells: &mut Cells, (area, key): (&Area, GroupKey), (over, under): (Count, Count)) -> RestsOn {
        let gave = |member: &Member<'_>| exact(member, over) && exact(member, under);
        let sums = [over, under].map(|count| self.sum(cells, (area, key, count), gave));
        sums.into_iter().flatten().collect()
    }

    pub(in crate::safe) fn rate(&mut self, of: &Rate, cells: &mut Cells) -> RestsOn {
        let (area, key, over) = (&of.area, (of.period, of.cohort), of.measure.numerator());
        let children = (area, key, Count::Children);
        match of.basis {
            Basis::Matched | Basis::ChildLevel | Basis::LikeForLike => {
                self.both(cells, (area, key), (over, Count::Children))
            }
            Basis::AllAnswers => {
                let sums = [over, Count::Children].map(|count| self.sum(cells, (area, key, count), |_| true));
                sums.into_iter().flatten().collect()
            }
            Basis::Lowest | Basis::Highest => {
                let mut rests = self.both(cells, (area, key), (over, Count::Children));
                rests.extend(self.sum(cells, children, |_| true));
                rests.extend(self.sum(cells, children, |member| !exact(member, over)));
                rests
            }
            Basis::LowestByRanges
            | Basis::HighestByRanges
            | Basis::LowestByRangesAlone
            | Basis::HighestByRangesAlone
            | Basis::LowestBySilenceAlone
            | Basis::HighestBySilenceAlone => self.open((area, key), of.measure, cells),
        }
    }

    /// What bounds are based on that take ranges or silence into account: the sums of those who gave both, the children of
    /// those who were silent, and each number that is beside a range, for which the ends of the range may matter.
    fn open(&mut self, (area, key): (&Area, GroupKey), share: Share, cells: &mut Cells) -> RestsOn {
        let over = share.numerator();
        let mut rests = self.both(cells, (area, key), (over, Count::Children));
        let is_silent = |member: &Member<'_>| member.given.bounds(over).is_none();
        rests.extend(self.sum(cells, (area, key, Count::Children), is_silent));
        let members = self.areas.get(&key).and_then(|areas| areas.get(area)).map(Vec::as_slice).unwrap_or_default();
        for member in members {
            let range = |count| member.given.bounds(count).is_some() && !exact(member, count);
            for (count, other) in [(over, Count::Children), (Count::Children, over)] {
                rests.extend(self.given.get(&(key, member.codes, count)).filter(|_| range(other)));
            }
        }
        rests
    }

    /// The children of those who did not say exactly how many of them went missing.
    pub(in crate::safe) fn unmatched(&mut self, of: &Coverage, cells: &mut Cells) -> RestsOn {
        let over = of.measure.numerator();
        let children = (&of.area, (of.period, of.cohort), Count::Children);
        self.sum(cells, children, |member| !exact(member, over)).into_iter().collect()
    }

    pub(in crate::safe) fn target(&mut self, of: &Target, cells: &mut Cells) -> RestsOn {
        let (area, key) = (&of.area, (of.period, of.cohort));
        let mut rests = self.open((area, key), of.measure, cells);
        let over = of.measure.numerator();
        rests.extend(self.sum(cells, (area, key, Count::Children), |member| !exact(member, over)));
        rests
    }

    /// Of each authority that is left out, its own numbers and those of all.
    pub(in crate::safe) fn influence(&mut self, of: &Influence, cells: &mut Cells) -> Vec<RestsOn> {
        let key = (of.period, of.cohort);
        let parts = (of.measure.numerator(), Count::Children);
        let all = self.both(cells, (&of.area, key), parts);
        let without = of.without.iter().map(|without| {
            let given = |count| self.given.get(&(key, without.respondent.codes.as_slice(), count)).copied();
            all.iter().copied().chain([parts.0, parts.1].into_iter().filter_map(given)).collect()
        });
        without.collect()
    }

    pub(in crate::safe) fn change(&mut self, of: &Change, cells: &mut Cells) -> RestsOn {
        let counts = of.measure.counts();
        let periods = [(of.from, of.cohort), (of.to, of.cohort)];
        // Who gave all of them exactly, in each period.
        let gave = periods.map(|key| {
            let members = self.areas.get(&key).and_then(|areas| areas.get(&of.area)).map(Vec::as_slice);
            let all = |member: &&Member<'_>| counts.iter().all(|count| exact(member, *count));
            members.unwrap_or_default().iter().filter(all).map(|member| member.codes).collect::<Vec<_>>()
        });
        let mut rests = Vec::new();
        for (place, key) in periods.into_iter().enumerate() {
            let others = &gave[1 - place];
            let counted = |codes: &&&[AreaCode]| of.basis != Basis::LikeForLike || others.contains(codes);
            let codes: Vec<&[AreaCode]> = gave[place].iter().filter(counted).copied().collect();
            for count in &counts {
                let parts = codes.iter().filter_map(|codes| self.given.get(&(key, *codes, *count)).copied()).collect();
                rests.extend(self.sum_of(cells, parts));
            }
        }
        rests
    }

    pub(in crate::safe) fn overlap(&mut self, of: &Overlap, cells: &mut Cells) -> RestsOn {
        const COHORTS: [Cohort; 3] = [Cohort::TraffickedAndUnaccompanied, Cohort::Trafficked, Cohort::Unaccompanied];
        let key = |cohort| (of.period, cohort);
        let members = self.areas.get(&key(COHORTS[0])).and_then(|areas| areas.get(&of.area)).map(Vec::as_slice);
        let mut parts = [const { Vec::new() }; COHORTS.len()];
        for member in members.unwrap_or_default() {
            let of_cohort = |cohort| self.given.get(&(key(cohort), member.codes, Count::Children)).copied();
            let [Some(both), Some(trafficked), Some(unaccompanied)] = COHORTS.map(of_cohort) else { continue };
            let count = |cell| cells.count(cell);
            // As in the figure itself.
            if count(both) <= count(trafficked) && count(both) <= count(unaccompanied) {
                parts.iter_mut().zip([both, trafficked, unaccompanied]).for_each(|(parts, cell)| parts.push(cell));
            }
        }
        parts.into_iter().filter_map(|parts| self.sum_of(cells, parts)).collect()
    }

    /// The answers as they are shown: rounded, and without those that are hidden.
    pub(in crate::safe) fn shown(
        &self,
        groups: &BTreeMap<GroupKey, Group>,
        kept: Kept<'_>,
    ) -> BTreeMap<GroupKey, Group> {
        let mut shown = groups.clone();
        let show = |key: GroupKey, codes: &[AreaCode], given: &mut Given| {
            for count in Count::ALL {
                if let Some(cell) = self.given.get(&(key, codes, count)) {
                    given.set(
                        count,
                        match kept.shown(*cell).number() {
                            Some(count) => Answer::Exact { count },
                            None => Answer::Withheld { reason: Withheld::Suppressed },
                        },
                    );
                }
            }
        };
        for (key, group) in &mut shown {
            group.given.iter_mut().for_each(|(code, given)| show(*key, std::slice::from_ref(code), given));
            group.together.iter_mut().for_each(|(codes, given)| show(*key, codes, given));
        }
        shown
    }
}

fn exact(member: &Member<'_>, count: Count) -> bool {
    member.given.exact(count).is_some()
}
