//! What an attacker knows of the answers of authorities, from who answered what, and from what a safe report shows: in
//! each authority children who are neither trafficked nor unaccompanied, one of the two, or both.

use std::collections::{BTreeMap, BTreeSet};

use super::integers::{Integers, Terms};
use super::made::Answered;
use crate::area::{AreaCode, Authority, authority};
use crate::cohort::{Cohort, Count};
use crate::period::Period;
use crate::report::{Area, Basis, Level, Measure, Report};

type Key = (Period, Cohort);

/// Who gave an exact answer.
struct Gave(BTreeMap<(Period, Cohort, Count), BTreeMap<AreaCode, u64>>);

impl Gave {
    /// Who in an area gave all of these exactly.
    fn all(&self, area: &Area, (period, cohort): Key, counts: &[Count]) -> Vec<AreaCode> {
        let lies = |code: &AreaCode| {
            area.code == Some(*code) || authority(*code).is_some_and(|of| of.lies_in().contains(area))
        };
        let gave = |code: &AreaCode| {
            counts.iter().all(|count| self.0.get(&(period, cohort, *count)).is_some_and(|of| of.contains_key(code)))
        };
        let everybody: BTreeSet<AreaCode> = self.0.values().flat_map(|of| of.keys().copied()).collect();
        everybody.into_iter().filter(|code| lies(code) && gave(code)).collect()
    }
}

const PARTS: [&str; 4] = ["neither", "trafficked", "unaccompanied", "both"];

fn parts(cohort: Cohort) -> &'static [&'static str] {
    match cohort {
        Cohort::All => &PARTS,
        Cohort::Trafficked => &["trafficked", "both"],
        Cohort::Unaccompanied => &["unaccompanied", "both"],
        Cohort::TraffickedAndUnaccompanied => &["both"],
    }
}

fn of(code: AreaCode, (period, cohort): Key, count: Count) -> Terms {
    parts(cohort).iter().map(|part| (format!("{code} {period} {part} {count:?}"), 1)).collect()
}

fn minus(one: Terms, other: &Terms) -> Terms {
    one.into_iter().chain(other.iter().map(|(name, by)| (name.clone(), -by))).collect()
}

fn of_many(codes: &[AreaCode], key: Key, count: Count) -> Terms {
    codes.iter().flat_map(|code| of(*code, key, count)).collect()
}

/// What is truly so of the children of each authority, by the parts that their answers were made of.
fn truth(answered: &Answered, exact: &Report) -> BTreeMap<String, i64> {
    let mut truth = BTreeMap::new();
    for ((name, year), numbers) in answered {
        let area = exact.totals.iter().find(|of| of.area.name.is_some_and(|of| of == name.as_str()));
        let Some(code) = area.and_then(|of| of.area.code) else { continue };
        let period = Period::calendar_year(*year).unwrap();
        for (part, [children, missing, again, incidents]) in PARTS.iter().zip(numbers) {
            for (count, n) in [
                ("Children", children),
                ("ChildrenMissing", missing),
                ("ChildrenMissingMoreThanOnce", again),
                ("MissingIncidents", incidents),
            ] {
                truth.insert(format!("{code} {period} {part} {count}"), n.cast_signed());
            }
        }
    }
    truth
}

/// The small counts of an exact report of answers that its safe one gives away.
pub(in crate::safe) fn given_away(answered: &Answered, exact: &Report, safe: &Report) -> Vec<String> {
    let mut gave = Gave(BTreeMap::new());
    for total in exact.totals.iter().filter(|total| total.area.level == Level::Authority) {
        if let (Some(number), Some(code)) = (total.exact, total.area.code) {
            gave.0.entry((total.period, total.cohort, total.measure)).or_default().insert(code, number);
        }
    }
    let system = |is_seen: bool| {
        let mut integers = Integers::of(truth(answered, exact));
        define(&gave, &mut integers);
        let mut printed = Vec::new();
        for ((period, cohort, count), answers) in &gave.0 {
            for (code, number) in answers {
                let key = (*period, *cohort);
                match shown(safe, *code, key, *count).and_then(|total| total.exact).filter(|_| is_seen) {
                    Some(n) => {
                        assert_eq!(n, *number);
                        if (1..=5).contains(&n) {
                            printed.push(format!("{code} {key:?} {count:?} is printed"));
                        }
                        integers.is("an answer", &of(*code, key, *count), n.cast_signed());
                    }
                    // Zero stays zero, whatever else is printed.
                    None if *number == 0 => integers.is("a zero", &of(*code, key, *count), 0),
                    None => integers.at_least("a hidden answer", &of(*code, key, *count), 1),
                }
            }
        }
        // An authority's own ranges are shown as it gave them.
        for total in safe.totals.iter().filter(|of| of.area.level == Level::Authority && of.exact.is_none()) {
            if let Some(code) = total.area.code {
                let terms = of(code, (total.period, total.cohort), total.measure);
                integers.know("a range", &terms, total.lowest.cast_signed(), total.highest.cast_signed());
            }
        }
        if is_seen {
            sums(safe, &gave, &mut integers);
        }
        (integers, printed)
    };
    let mut targets = BTreeMap::new();
    for ((period, cohort, count), answers) in &gave.0 {
        let key = (*period, *cohort);
        for (code, number) in answers {
            let number = number.cast_signed();
            if (1..=5).contains(&number) {
                targets.insert(format!("{code} {key:?} {count:?}"), of(*code, key, *count));
            }
            // Those who are of one and not of the other, and those who did not go missing.
            let given = |cohort, count| gave.0.get(&(*period, cohort, count)).and_then(|of| of.get(code)).copied();
            // That nobody is left tells something of everybody, where all went missing.
            let rests = [((Cohort::All, *count), 1), ((*cohort, Count::Children), 0)];
            for ((whole, of_what), least) in rests {
                let is_rest = if whole == *cohort {
                    of_what != *count && *count == Count::ChildrenMissing
                } else {
                    *count != Count::MissingIncidents
                };
                if let Some(all) = given(whole, of_what).filter(|_| is_rest) {
                    let rest = all.cast_signed() - number;
                    if (least..=5).contains(&rest) && number > 0 {
                        let rest = minus(of(*code, (*period, whole), of_what), &of(*code, key, *count));
                        targets.insert(format!("{code} {whole:?} {of_what:?} less {key:?} {count:?}"), rest);
                    }
                }
            }
        }
    }
    rests(&gave, &mut targets);
    let (mut integers, mut pinned) = system(true);
    let found = integers.pinned(&targets);
    if !found.is_empty() {
        // What an authority's own ranges give away without any report is not the report's.
        let name = |said: &String| said.rsplit_once(" is ").map(|(name, _)| name.to_owned());
        let by_itself: Vec<_> = system(false).0.pinned(&targets).iter().map(name).collect();
        pinned.extend(found.into_iter().filter(|said| !by_itself.contains(&name(said))));
    }
    pinned
}

/// What holds of every part of an authority's children.
fn define(gave: &Gave, integers: &mut Integers) {
    let keys: BTreeSet<(Period, AreaCode)> =
        gave.0.iter().flat_map(|((period, ..), of)| of.keys().map(|code| (*period, *code))).collect();
    for (period, code) in keys {
        for part in PARTS {
            let [children, missing, again, incidents] =
                ["Children", "ChildrenMissing", "ChildrenMissingMoreThanOnce", "MissingIncidents"]
                    .map(|count| vec![(format!("{code} {period} {part} {count}"), 1)]);
            let beyond = minus(minus(incidents, &missing), &again);
            integers.at_least("of the children", &minus(children, &missing), 0);
            integers.at_least("of those missing", &minus(missing, &again), 0);
            integers.at_least("two incidents each", &beyond, 0);
            let most: Terms = again.iter().map(|(name, _)| (name.clone(), 400)).collect();
            integers.at_least("nobody more than once", &minus(most, &beyond), 0);
        }
    }
}

fn shown(safe: &Report, code: AreaCode, key: Key, count: Count) -> Option<&crate::report::Total> {
    safe.totals.iter().find(|total| {
        (total.area.level, total.area.code, total.period, total.cohort, total.measure)
            == (Level::Authority, Some(code), key.0, key.1, count)
    })
}

/// Those to whom nothing happened of everybody who answered in an area, or of one, and of those of them who are not of
/// another cohort: few or none of some.
fn rests(gave: &Gave, targets: &mut BTreeMap<String, Terms>) {
    const COUNTS: [Count; 2] = [Count::Children, Count::ChildrenMissing];
    let codes: BTreeSet<AreaCode> = gave.0.values().flat_map(|of| of.keys().copied()).collect();
    let areas: BTreeSet<Area> = codes.iter().filter_map(|code| authority(*code)).flat_map(Authority::lies_in).collect();
    let number = |codes: &[AreaCode], key: Key, count: Count| -> i64 {
        let of = |code| gave.0.get(&(key.0, key.1, count)).and_then(|of| of.get(code)).copied().unwrap_or_default();
        codes.iter().map(|code| of(code).cast_signed()).sum()
    };
    let keys: BTreeSet<Key> = gave.0.keys().map(|(period, cohort, _)| (*period, *cohort)).collect();
    let who = |key: Key| {
        let each = codes.iter().map(|code| vec![*code]).filter(move |one| {
            one.iter().all(|code| {
                COUNTS.iter().all(|count| gave.0.get(&(key.0, key.1, *count)).is_some_and(|of| of.contains_key(code)))
            })
        });
        each.chain(areas.iter().map(move |area| gave.all(area, key, &COUNTS))).filter(|codes| !codes.is_empty())
    };
    of_wholes(gave, &codes, targets);
    for key in &keys {
        for codes in who(*key) {
            let [children, missing] = COUNTS.map(|count| number(&codes, *key, count));
            if missing > 0 && (0..=5).contains(&(children - missing)) {
                let never = minus(of_many(&codes, *key, COUNTS[0]), &of_many(&codes, *key, COUNTS[1]));
                targets.insert(format!("{codes:?} {key:?} never"), never);
            }
            for part in [Cohort::Unaccompanied, Cohort::Trafficked, Cohort::TraffickedAndUnaccompanied] {
                let is_within = part != key.1 && parts(part).iter().all(|part| parts(key.1).contains(part));
                let inner = (key.0, part);
                if !is_within || !who(inner).any(|of| of == codes) {
                    continue;
                }
                let [some, less] = COUNTS.map(|count| number(&codes, inner, count));
                let never = (children - missing) - (some - less);
                if children > some && (0..=5).contains(&never) {
                    let rest = |count| minus(of_many(&codes, *key, count), &of_many(&codes, inner, count));
                    targets.insert(
                        format!("{codes:?} {key:?} less {part:?} never"),
                        minus(rest(COUNTS[0]), &rest(COUNTS[1])),
                    );
                }
            }
        }
    }
}

/// Those of a cohort to whom nothing happened, where its children are not told: they are no more than there are in one that it
/// is in, less those who went missing. Where that is fewer than two, there are not three numbers that they can be.
fn of_wholes(gave: &Gave, codes: &BTreeSet<AreaCode>, targets: &mut BTreeMap<String, Terms>) {
    let number = |code: AreaCode, key: Key, count: Count| gave.0.get(&(key.0, key.1, count))?.get(&code).copied();
    for (period, part, _) in gave.0.keys().filter(|(.., count)| *count == Count::ChildrenMissing) {
        for whole in [Cohort::All, Cohort::Unaccompanied, Cohort::Trafficked] {
            if whole == *part || !parts(*part).iter().all(|part| parts(whole).contains(part)) {
                continue;
            }
            for code in codes {
                let [all, own] = [(whole, Count::Children), (*part, Count::Children)]
                    .map(|(cohort, count)| number(*code, (*period, cohort), count));
                let missing = number(*code, (*period, *part), Count::ChildrenMissing);
                if let (Some(all), None, Some(missing @ 1..)) = (all, own, missing)
                    && all.checked_sub(missing).is_some_and(|rest| rest < 2)
                {
                    let never = minus(
                        of(*code, (*period, whole), Count::Children),
                        &of(*code, (*period, *part), Count::ChildrenMissing),
                    );
                    targets.insert(format!("{code} {period} {part:?} never, of {whole:?}"), never);
                }
            }
        }
    }
}

/// Every sum that a safe report shows.
fn sums(safe: &Report, gave: &Gave, integers: &mut Integers) {
    let mut show = |codes: &[AreaCode], key: Key, count: Count, number: u64| {
        integers.is("a sum", &of_many(codes, key, count), number.cast_signed());
    };
    let pooled = |area: &Area| area.level != Level::Return;
    for total in safe.totals.iter().filter(|total| pooled(&total.area)) {
        let key = (total.period, total.cohort);
        if let Some(number) = total.exact {
            show(&gave.all(&total.area, key, &[total.measure]), key, total.measure, number);
        }
    }
    for rate in safe.rates.iter().filter(|rate| pooled(&rate.area)) {
        let (key, over) = ((rate.period, rate.cohort), rate.measure.numerator());
        let both = gave.all(&rate.area, key, &[over, Count::Children]);
        let all = gave.all(&rate.area, key, &[Count::Children]);
        match rate.basis {
            Basis::Matched => {
                show(&both, key, over, rate.numerator);
                show(&both, key, Count::Children, rate.denominator);
            }
            Basis::AllAnswers => {
                show(&gave.all(&rate.area, key, &[over]), key, over, rate.numerator);
                show(&all, key, Count::Children, rate.denominator);
            }
            Basis::Lowest => {
                show(&both, key, over, rate.numerator);
                show(&all, key, Count::Children, rate.denominator);
            }
            Basis::Highest => show(&all, key, Count::Children, rate.denominator),
            _ => {}
        }
    }
    for ratio in safe.ratios.iter().filter(|ratio| pooled(&ratio.area)) {
        let (key, (over, under)) = ((ratio.period, ratio.cohort), ratio.measure.parts());
        let both = gave.all(&ratio.area, key, &[over, under]);
        show(&both, key, over, ratio.numerator);
        show(&both, key, under, ratio.denominator);
    }
    for coverage in &safe.coverage {
        let (key, over) = ((coverage.period, coverage.cohort), coverage.measure.numerator());
        if let Some(number) = coverage.children_unmatched {
            let both = gave.all(&coverage.area, key, &[over, Count::Children]);
            let mut silent = gave.all(&coverage.area, key, &[Count::Children]);
            silent.retain(|code| !both.contains(code));
            show(&silent, key, Count::Children, number);
        }
    }
    for change in safe.changes.iter().filter(|change| pooled(&change.area)) {
        let counts = match change.measure {
            Measure::Share(share) => vec![share.numerator(), Count::Children],
            Measure::Average(average) => vec![average.parts().0, average.parts().1],
            Measure::Count(count) => vec![count],
            Measure::Events(events) => vec![events.numerator(), Count::Children],
        };
        let keys = [(change.from, change.cohort), (change.to, change.cohort)];
        let mut codes = keys.map(|key| gave.all(&change.area, key, &counts));
        if change.basis == Basis::LikeForLike {
            let [from, to] = codes.clone();
            codes[0].retain(|code| to.contains(code));
            codes[1].retain(|code| from.contains(code));
        }
        for ((key, codes), compared) in keys.into_iter().zip(&codes).zip([&change.earlier, &change.later]) {
            show(codes, key, counts[0], compared.numerator);
            if let (Some(count), Some(n)) = (counts.get(1), compared.denominator) {
                show(codes, key, *count, n);
            }
        }
    }
    for overlap in &safe.overlaps {
        let cohorts = [Cohort::TraffickedAndUnaccompanied, Cohort::Trafficked, Cohort::Unaccompanied];
        let mut codes = gave.all(&overlap.area, (overlap.period, cohorts[0]), &[Count::Children]);
        for cohort in cohorts {
            let others = gave.all(&overlap.area, (overlap.period, cohort), &[Count::Children]);
            codes.retain(|code| others.contains(code));
        }
        for (cohort, n) in cohorts.into_iter().zip([overlap.both, overlap.trafficked, overlap.unaccompanied]) {
            show(&codes, (overlap.period, cohort), Count::Children, n);
        }
    }
    for influence in &safe.influence {
        let key = (influence.period, influence.cohort);
        let counts = [influence.measure.numerator(), Count::Children];
        for without in &influence.without {
            let mut others = gave.all(&influence.area, key, &counts);
            others.retain(|code| !without.respondent.codes.contains(code));
            show(&others, key, counts[0], without.numerator);
            show(&others, key, counts[1], without.denominator);
        }
    }
}
