//! Changes of pooled figures between periods.

use crate::order::Ordered;
use std::collections::BTreeMap;

use super::change::{Course, change_of_average, change_of_count, change_of_share};
use super::members::{Matched, Member};
use crate::area::AreaCode;
use crate::cohort::{Average, Cohort, Count, Share};
use crate::period::Period;
use crate::report::{Area, Basis, Change, Level};

/// Counts whose change is given. The change of the other counts follows from shares.
const COUNTS: [Count; 3] = [Count::Children, Count::ChildrenMissing, Count::MissingIncidents];

/// The pairs of periods for which a change is given: each period with the next one of its kind, the first with the
/// last, and the pair that was asked for. The earlier period comes first.
///
/// Collection years are of one kind, calendar years are of another, and so are other periods of one length. Periods
/// that overlap are not a pair unless asked for: the same children would be on both sides.
pub(super) fn pairs(periods: &[Period], asked: Option<(Period, Period)>) -> Vec<(Period, Period)> {
    let kind = |period: &Period| {
        let days = period.end().days_since(period.start());
        match (period.as_collection_year(), period.as_calendar_year()) {
            (Some(_), _) => (0, 0),
            (_, Some(_)) => (1, 0),
            _ => (2, days),
        }
    };
    let mut kinds: BTreeMap<_, Vec<Period>> = BTreeMap::new();
    for period in periods {
        let of_kind = kinds.entry(kind(period)).or_default();
        if of_kind.last().is_none_or(|last| last.end() < period.start()) {
            of_kind.push(*period);
        }
    }
    let mut pairs: Vec<_> = Vec::new();
    for of_kind in kinds.into_values() {
        pairs.extend(of_kind.windows(2).map(|pair| (pair[0], pair[1])));
        if let [first, _, .., last] = of_kind.as_slice() {
            pairs.push((*first, *last));
        }
    }
    if let Some((one, other)) = asked.filter(|(one, other)| one != other) {
        let pair = (one.min(other), one.max(other));
        if periods.contains(&one) && periods.contains(&other) {
            pairs.push(pair);
        }
    }
    pairs.order();
    pairs.dedup();
    pairs
}

/// The answers of an area in two periods.
pub(super) struct Both<'a> {
    pub(super) area: Area,
    pub(super) cohort: Cohort,
    pub(super) from: (Period, &'a [Member<'a>]),
    pub(super) to: (Period, &'a [Member<'a>]),
}

impl Both<'_> {
    /// Every change that can be given.
    pub(super) fn changes(&self) -> Vec<Change> {
        if self.area.level == Level::Authority {
            // With one authority, like-for-like is the same as matched.
            return self.share(Share::Missing, Basis::Matched).into_iter().collect();
        }
        let mut changes: Vec<Change> = Vec::new();
        for share in Share::ALL {
            changes.extend(self.share(share, Basis::Matched));
            changes.extend(self.share(share, Basis::LikeForLike));
        }
        for average in Average::ALL {
            changes.extend(self.average(average, Basis::Matched));
            changes.extend(self.average(average, Basis::LikeForLike));
        }
        for count in COUNTS {
            changes.extend(self.count(count, Basis::AllAnswers));
            changes.extend(self.count(count, Basis::LikeForLike));
        }
        changes
    }

    fn course(&self, basis: Basis) -> Course {
        Course { area: self.area, cohort: self.cohort, from: self.from.0, to: self.to.0, basis }
    }

    fn share(&self, share: Share, basis: Basis) -> Option<Change> {
        let figure = |m: &Member<'_>| m.matched(share);
        let (earlier, later) = self.sums(figure, basis)?;
        let parts = |matched: Matched| (matched.parts(), matched.authorities);
        change_of_share(self.course(basis), share, parts(earlier), parts(later))
    }

    fn average(&self, average: Average, basis: Basis) -> Option<Change> {
        let (over, under) = average.parts();
        let figure = |m: &Member<'_>| m.given.exact(over).zip(m.given.exact(under));
        let (earlier, later) = self.sums(figure, basis)?;
        let parts = |matched: Matched| (matched.parts(), matched.authorities);
        change_of_average(self.course(basis), average, parts(earlier), parts(later))
    }

    fn count(&self, count: Count, basis: Basis) -> Option<Change> {
        let figure = |m: &Member<'_>| m.given.exact(count).map(|count| (count, 0));
        let (earlier, later) = self.sums(figure, basis)?;
        let parts = |sums: Matched| (sums.numerator, sums.authorities);
        change_of_count(self.course(basis), count, parts(earlier), parts(later))
    }

    /// The sums of a figure in both periods, over all who gave it, or over those who gave it in both. `None` if nobody
    /// gave it in one of the periods.
    fn sums(&self, figure: impl Fn(&Member<'_>) -> Option<(u64, u64)>, basis: Basis) -> Option<(Matched, Matched)> {
        let gave = |members: &[Member<'_>]| -> BTreeMap<Vec<AreaCode>, (u64, u64)> {
            members.iter().filter_map(|m| Some((m.codes.to_vec(), figure(m)?))).collect()
        };
        let (mut earlier, mut later) = (gave(self.from.1), gave(self.to.1));
        if basis == Basis::LikeForLike {
            earlier.retain(|codes, _| later.contains_key(codes));
            later.retain(|codes, _| earlier.contains_key(codes));
        }
        let sum = |gave: BTreeMap<Vec<AreaCode>, (u64, u64)>| {
            gave.into_iter().fold(Matched::default(), |sums, (codes, (numerator, denominator))| Matched {
                numerator: sums.numerator + numerator,
                denominator: sums.denominator + denominator,
                authorities: sums.authorities + codes.len() as u64,
            })
        };
        (!earlier.is_empty() && !later.is_empty()).then(|| (sum(earlier), sum(later)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_paired_with_the_next_of_their_kind_and_the_first_with_the_last() {
        let collection = |year| Period::collection_year(year).unwrap();
        let calendar = |year| Period::calendar_year(year).unwrap();
        let mut periods = vec![collection(2022), collection(2023), collection(2024), calendar(2023), calendar(2024)];
        periods.sort_unstable();
        let mut expected = vec![
            (collection(2022), collection(2023)),
            (collection(2022), collection(2024)),
            (collection(2023), collection(2024)),
            (calendar(2023), calendar(2024)),
        ];
        expected.sort_unstable();
        assert_eq!(pairs(&periods, None), expected);
        // Any other pair is given only if it is asked for, whichever period is named first.
        let asked = pairs(&periods, Some((calendar(2024), collection(2023))));
        assert!(asked.contains(&(collection(2023), calendar(2024))) && asked.len() == expected.len() + 1);
        assert_eq!(pairs(&periods, Some((collection(2023), collection(2019)))), expected);
        assert_eq!(pairs(&periods[..1], None), []);
    }

    #[test]
    fn periods_that_overlap_are_no_pair() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        let periods = [period("2024-01-01..2024-03-31"), period("2024-02-01..2024-05-01")];
        assert_eq!(pairs(&periods, None), []);
        assert_eq!(pairs(&periods, Some((periods[0], periods[1]))), [(periods[0], periods[1])]);
    }
}
