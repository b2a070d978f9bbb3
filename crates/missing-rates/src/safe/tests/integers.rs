//! Sums of whole numbers that nobody has seen, and which numbers another sum can be: exactly, by trying.
//!
//! Ranges of the unknown numbers are narrowed by what is known of each sum. Then the solution nearest to the true one is
//! tried; where it breaks something that is known, one of the numbers in it is moved, each in turn, until nothing is
//! broken, or nothing is left to move. The truth says only where the search begins: what it finds fits all that is known,
//! and what it excludes does not. Where it finds nothing and is given up, a linear program says between which ends the sum
//! lies.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};

use super::made::Dice;

/// Unknown whole numbers by their names, and how often each is in a sum.
pub(super) type Terms = Vec<(String, i64)>;

/// A sum of unknown numbers, and the least and the most that it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    terms: Vec<(usize, i64)>,
    least: i64,
    most: i64,
}

type Ranges = Vec<(i64, i64)>;

/// More than any number here, and than any sum of them.
const OPEN: i64 = 1 << 20;
const NO_END: i64 = 1 << 50;
/// How often a search begins anew, in another order, and how many solutions are tried each time; then how many in order. And
/// how many sums are looked at while ranges are narrowed once.
const BEGUN: u64 = 80;
const TRIED: usize = 150;
const IN_ORDER: usize = 3_000;
const NARROWED: usize = 60_000;
/// Each hidden number must be able to be three: two beside the true one.
const OTHERS: usize = 2;

/// What is said of a sum of which it was not found out.
pub(super) const GIVEN_UP: &str = ", or the search was given up";

/// Unknown whole numbers, none below zero, and what is known of sums of them.
#[derive(Default)]
pub(super) struct Integers {
    places: BTreeMap<String, usize>,
    names: BTreeMap<String, i64>,
    truth: Vec<i64>,
    known: Vec<Known>,
    seen: BTreeSet<Known>,
    /// Of each unknown number the sums that it is in, and how often.
    uses: Vec<Vec<(usize, i64)>>,
}

/// The search was given up.
struct GivenUp;

/// One search: how many solutions are left to try, and by how much the order in which numbers are moved is left to chance.
struct Trying<'a> {
    left: usize,
    dice: Dice,
    noise: u64,
    from: &'a [i64],
}

fn value(terms: &[(usize, i64)], solution: &[i64]) -> i64 {
    terms.iter().map(|(at, by)| by * solution[*at]).sum()
}

impl Integers {
    /// With what the numbers truly are, those that are not named being zero.
    pub(super) fn of(names: BTreeMap<String, i64>) -> Self {
        Self { names, ..Self::default() }
    }

    fn terms(&mut self, terms: &Terms) -> Vec<(usize, i64)> {
        let mut sums: BTreeMap<usize, i64> = BTreeMap::new();
        for (name, by) in terms {
            let at = if let Some(at) = self.places.get(name) {
                *at
            } else {
                self.truth.push(self.names.get(name).copied().unwrap_or_default());
                self.uses.push(Vec::new());
                self.places.insert(name.clone(), self.truth.len() - 1);
                self.truth.len() - 1
            };
            *sums.entry(at).or_default() += by;
        }
        sums.into_iter().filter(|(_, by)| *by != 0).collect()
    }

    /// Takes it that a sum is within a range.
    ///
    /// # Panics
    ///
    /// Where that is not so: then what is printed is wrong, or it is read wrongly.
    pub(super) fn know(&mut self, what: &str, terms: &Terms, least: i64, most: i64) {
        let terms = self.terms(terms);
        let truth = value(&terms, &self.truth);
        assert!((least..=most).contains(&truth), "{what}: read as {least} to {most}, and it is {truth}");
        let known = Known { terms, least, most };
        if !known.terms.is_empty() && self.seen.insert(known.clone()) {
            for (at, by) in &known.terms {
                self.uses[*at].push((self.known.len(), *by));
            }
            self.known.push(known);
        }
    }

    pub(super) fn is(&mut self, what: &str, terms: &Terms, number: i64) {
        self.know(what, terms, number, number);
    }

    pub(super) fn at_least(&mut self, what: &str, terms: &Terms, number: i64) {
        self.know(what, terms, number, NO_END);
    }

    /// Takes it that a sum is at least a number, if it is: where it is not, who relies on that is misled.
    pub(super) fn at_least_where_it_holds(&mut self, what: &str, terms: &Terms, number: i64) {
        let known = self.terms(terms);
        if value(&known, &self.truth) >= number {
            self.at_least(what, terms, number);
        }
    }

    /// The names of the sums that can be fewer than three whole numbers, each with those that it can be.
    pub(super) fn pinned(&mut self, targets: &BTreeMap<String, Terms>) -> Vec<String> {
        let aims: Vec<Vec<(usize, i64)>> = targets.values().map(|terms| self.terms(terms)).collect();
        let mut values: Vec<BTreeSet<i64>> = vec![BTreeSet::new(); aims.len()];
        let mut pinned = Vec::new();
        // Where a search begins: at the truth, or at a solution that was found for another sum.
        let mut from = vec![self.truth.clone()];
        let all: Vec<usize> = (0..self.known.len()).collect();
        let ranges = self.narrowed(vec![(0, OPEN); self.truth.len()], &[], &all).expect("the truth is within them");
        for (at, name) in targets.keys().enumerate() {
            let truth = value(&aims[at], &self.truth);
            let mut open = vec![(truth + 1, NO_END), (-NO_END, truth - 1)];
            let mut given_up = false;
            while let Some((least, most)) = open.pop() {
                if values[at].len() >= OTHERS {
                    break;
                }
                let further = Known { terms: aims[at].clone(), least, most };
                match self.solution(&ranges, further, &from) {
                    Ok(None) => {}
                    Err(GivenUp) => given_up = true,
                    Ok(Some(solution)) => {
                        for (aim, values) in aims.iter().zip(&mut values) {
                            let number = value(aim, &solution);
                            if number != value(aim, &self.truth) {
                                values.insert(number);
                            }
                        }
                        let found = value(&aims[at], &solution);
                        from.push(solution);
                        open.extend([(least, found - 1), (found + 1, most)].into_iter().filter(|(a, b)| a <= b));
                    }
                }
            }
            if values[at].len() < OTHERS {
                let is_narrow = || self.ends(&aims[at]).is_some_and(|(least, most)| most - least < 2);
                let given_up = if given_up && !is_narrow() { GIVEN_UP } else { "" };
                pinned.push(format!("{name} is {truth}: else only {:?}{given_up}", values[at]));
            }
        }
        pinned
    }

    /// Between which whole numbers a sum lies, by linear programs; `None` where the solver loses its way.
    fn ends(&self, aim: &[(usize, i64)]) -> Option<(i64, i64)> {
        let [most, least] = [1, -1].map(|weight| self.greatest(aim, weight));
        let whole = |end: f64| -> i64 {
            #[expect(clippy::cast_possible_truncation, reason = "a number of children, whole by now")]
            let whole = end as i64;
            whole
        };
        Some((whole((-least? - 1e-6).ceil()), whole((most? + 1e-6).floor())))
    }

    /// The most that a sum, weighted, can be.
    fn greatest(&self, aim: &[(usize, i64)], weight: i64) -> Option<f64> {
        let aim: BTreeMap<usize, i64> = aim.iter().copied().collect();
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let weight = |at: &usize| aim.get(at).map_or(0.0, |by| (by * weight) as f64);
        let variables: Vec<Variable> =
            (0..self.truth.len()).map(|at| problem.add_var(weight(&at), (0.0, 20_000.0))).collect();
        for Known { terms, least, most } in &self.known {
            let mut expression = LinearExpr::empty();
            for (at, by) in terms {
                expression.add(variables[*at], *by as f64);
            }
            if least == most {
                problem.add_constraint(expression, ComparisonOp::Eq, *least as f64);
                continue;
            }
            problem.add_constraint(expression.clone(), ComparisonOp::Ge, *least as f64);
            if *most < OPEN {
                problem.add_constraint(expression, ComparisonOp::Le, *most as f64);
            }
        }
        problem.solve().ok().map(|solution| solution.objective())
    }

    /// Numbers of which all that is known is true, and something further; `None` if there are none.
    fn solution(&self, ranges: &Ranges, further: Known, from: &[Vec<i64>]) -> Result<Option<Vec<i64>>, GivenUp> {
        let further = [further];
        let Some(ranges) = self.narrowed(ranges.clone(), &further, &[self.known.len()]) else { return Ok(None) };
        for seed in 0..=BEGUN {
            let left = if seed < BEGUN { TRIED } else { IN_ORDER };
            let from = from.get(Dice(seed).place(from.len()) * usize::from(seed % 3 > 0)).unwrap_or(&self.truth);
            let mut trying = Trying { left, dice: Dice(seed), noise: seed % 12, from };
            if let Ok(found) = self.search(ranges.clone(), &further, &mut trying) {
                return Ok(found);
            }
        }
        Err(GivenUp)
    }

    fn sum<'a>(&'a self, further: &'a [Known], at: usize) -> &'a Known {
        self.known.get(at).unwrap_or_else(|| &further[at - self.known.len()])
    }

    fn search(&self, ranges: Ranges, further: &[Known], trying: &mut Trying<'_>) -> Result<Option<Vec<i64>>, GivenUp> {
        trying.left = trying.left.checked_sub(1).ok_or(GivenUp)?;
        let solution: Vec<i64> = ranges.iter().zip(trying.from).map(|((low, high), n)| *n.max(low).min(high)).collect();
        let sums = self.known.len() + further.len();
        let values: Vec<i64> = (0..sums).map(|at| value(&self.sum(further, at).terms, &solution)).collect();
        let off = |at: usize, by: i64| {
            let (Known { least, most, .. }, sum) = (self.sum(further, at), values[at] + by);
            (least - sum).max(sum - most).max(0)
        };
        let broken = (0..sums).filter(|at| off(*at, 0) > 0);
        // What can be moved to mend a sum, and which way.
        let moves = |at: usize| -> Vec<(usize, i64)> {
            let Known { terms, least, .. } = self.sum(further, at);
            let up = if values[at] < *least { 1 } else { -1 };
            let can = |(at, by): &(usize, i64)| {
                let way = by.signum() * up;
                let end = if way > 0 { ranges[*at].1 } else { ranges[*at].0 };
                (end != solution[*at]).then_some((*at, way))
            };
            terms.iter().filter_map(can).collect()
        };
        let Some(mut ways) = broken.map(moves).min_by_key(Vec::len) else { return Ok(Some(solution)) };
        // That first which breaks least.
        ways.sort_by_cached_key(|(at, way)| {
            let breaks = |(sum, by): &(usize, i64)| off(*sum, by * way) - off(*sum, 0);
            let noise = trying.dice.below(1 + trying.noise).cast_signed();
            (self.uses[*at].iter().map(breaks).sum::<i64>() + noise, *at)
        });
        let mut ranges = ranges;
        for (at, way) in ways {
            let now = solution[at];
            let mut after = ranges.clone();
            let kept;
            if way > 0 {
                (after[at].0, kept) = (now + 1, (ranges[at].0, now));
            } else {
                (after[at].1, kept) = (now - 1, (now, ranges[at].1));
            }
            if let Some(after) = self.narrowed(after, further, &self.around(at, further))
                && let Some(found) = self.search(after, further, trying)?
            {
                return Ok(Some(found));
            }
            ranges[at] = kept;
            let Some(narrowed) = self.narrowed(ranges, further, &self.around(at, further)) else { return Ok(None) };
            ranges = narrowed;
        }
        // Nothing is left to move: then narrowing has found it out, or finds it out now.
        Ok(None)
    }

    /// The sums that an unknown number is in.
    fn around(&self, at: usize, further: &[Known]) -> Vec<usize> {
        let of_further = (0..further.len()).map(|of| self.known.len() + of);
        self.uses[at].iter().map(|(sum, _)| *sum).chain(of_further).collect()
    }

    /// The ranges of the unknown numbers, narrowed by what is known of each sum; `None` where one is left without any.
    fn narrowed(&self, mut ranges: Ranges, further: &[Known], from: &[usize]) -> Option<Ranges> {
        let mut waiting: VecDeque<usize> = from.iter().copied().collect();
        let mut is_waiting = vec![false; self.known.len() + further.len()];
        for sum in from {
            is_waiting[*sum] = true;
        }
        for _ in 0..NARROWED {
            let Some(sum) = waiting.pop_front() else { break };
            is_waiting[sum] = false;
            let Known { terms, least, most } = self.sum(further, sum);
            let ends = |ranges: &Ranges, (at, by): &(usize, i64)| {
                let (low, high) = ranges[*at];
                if *by > 0 { (low * by, high * by) } else { (high * by, low * by) }
            };
            let all = terms.iter().map(|term| ends(&ranges, term)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
            if all.0 > *most || all.1 < *least {
                return None;
            }
            for term in terms {
                let (at, by) = *term;
                let own = ends(&ranges, term);
                // What is left for it, when the others are as small, or as large, as they can be.
                let (low, high) = (least - (all.1 - own.1), most - (all.0 - own.0));
                let (low, high) = if by > 0 {
                    (low.div_euclid(by) + i64::from(low.rem_euclid(by) > 0), high.div_euclid(by))
                } else {
                    let by = -by;
                    (-high.div_euclid(by), (-low).div_euclid(by))
                };
                let was = ranges[at];
                let now = (was.0.max(low), was.1.min(high));
                if now.0 > now.1 {
                    return None;
                }
                if now != was {
                    // The ends above are of the ranges before: too wide, never too narrow.
                    ranges[at] = now;
                    for sum in self.around(at, further) {
                        if !std::mem::replace(&mut is_waiting[sum], true) {
                            waiting.push_back(sum);
                        }
                    }
                }
            }
        }
        Some(ranges)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[(&str, i64)]) -> Terms {
        names.iter().map(|(name, by)| ((*name).to_owned(), *by)).collect()
    }

    fn truth(names: &[(&str, i64)]) -> Integers {
        Integers::of(names.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect())
    }

    fn one(name: &str) -> BTreeMap<String, Terms> {
        BTreeMap::from([(name.to_owned(), of(&[(name, 1)]))])
    }

    #[test]
    fn a_number_that_no_whole_numbers_give_is_excluded() {
        // Two children each had two incidents: 2 a + b = 5, with b at most 1.
        let mut integers = truth(&[("a", 2), ("b", 1)]);
        integers.is("", &of(&[("a", 2), ("b", 1)]), 5);
        integers.know("", &of(&[("b", 1)]), 0, 1);
        assert_eq!(integers.pinned(&one("a")), ["a is 2: else only {}"]);
    }

    #[test]
    fn a_number_that_could_be_three_is_not_said_to_be_given_away() {
        let mut integers = truth(&[("a", 2), ("b", 3), ("c", 4)]);
        integers.is("", &of(&[("a", 1), ("b", 1), ("c", 1)]), 9);
        integers.at_least("", &of(&[("a", 1)]), 1);
        assert_eq!(integers.pinned(&one("a")), Vec::<String>::new());
        // Two alone are too few.
        integers.know("", &of(&[("a", 1), ("b", -1)]), -1, 1);
        integers.is("", &of(&[("c", 1)]), 4);
        assert_eq!(integers.pinned(&one("a")), ["a is 2: else only {3}"]);
    }

    /// Every solution of small systems, by counting them all.
    #[test]
    fn it_finds_what_trying_everything_finds() {
        let mut dice = Dice(7);
        for _ in 0..400 {
            let names = ["a", "b", "c", "d"];
            let numbers: Vec<i64> = names.iter().map(|_| dice.below(4).cast_signed()).collect();
            let mut integers = truth(&names.iter().copied().zip(numbers.iter().copied()).collect::<Vec<_>>());
            let mut sums = Vec::new();
            for _ in 0..3 {
                let by: Vec<i64> = names.iter().map(|_| dice.below(5).cast_signed() - 2).collect();
                let n: i64 = by.iter().zip(&numbers).map(|(by, n)| by * n).sum();
                let (least, most) = (n - dice.below(2).cast_signed(), n + dice.below(2).cast_signed());
                integers.know("", &of(&names.iter().copied().zip(by.iter().copied()).collect::<Vec<_>>()), least, most);
                sums.push((by, least, most));
            }
            for name in names {
                integers.know("", &of(&[(name, 1)]), 0, 6);
            }
            let mut values: BTreeSet<i64> = BTreeSet::new();
            for code in 0..7_i64.pow(4) {
                let solution: Vec<i64> = (0..4).map(|at| code / 7_i64.pow(at) % 7).collect();
                let fits = |(by, least, most): &(Vec<i64>, i64, i64)| {
                    (*least..=*most).contains(&by.iter().zip(&solution).map(|(by, n)| by * n).sum::<i64>())
                };
                if sums.iter().all(fits) {
                    values.insert(solution[0]);
                }
            }
            assert_eq!(integers.pinned(&one("a")).is_empty(), values.len() > 2, "{sums:?} {numbers:?} {values:?}");
        }
    }
}
