//! Sums of whole numbers that nobody has seen, and which numbers another sum can be.
//!
//! A number is excluded where a linear program excludes it, or where narrowing the ranges of whole numbers leaves one of
//! them without any, also after trying each of the few that one of them can be. What is not excluded counts as possible, so
//! that what is said to be given away is.

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};

/// Unknown whole numbers by their names, and how often each is in a sum.
pub(super) type Terms = Vec<(String, i64)>;

/// A sum of unknown numbers, and the least and the most that it is.
#[derive(Clone)]
struct Known {
    terms: Vec<(usize, i64)>,
    least: i64,
    most: i64,
}

/// More than any sum here.
const OPEN: i64 = 1 << 30;
/// How often ranges are narrowed, and how many numbers are tried of how many unknowns.
const ROUNDS: usize = 60;
const TRIED: i64 = 3;

/// Unknown whole numbers, none below zero, and what is known of sums of them.
#[derive(Default)]
pub(super) struct Integers {
    places: BTreeMap<String, usize>,
    known: Vec<Known>,
    /// For how many sums the solver found nothing, though there is something.
    pub(super) lost: usize,
}

impl Integers {
    fn terms(&mut self, terms: &Terms) -> Vec<(usize, i64)> {
        let mut sums: BTreeMap<usize, i64> = BTreeMap::new();
        for (name, by) in terms {
            let next = self.places.len();
            *sums.entry(*self.places.entry(name.clone()).or_insert(next)).or_default() += by;
        }
        sums.into_iter().filter(|(_, by)| *by != 0).collect()
    }

    fn know(&mut self, terms: &Terms, least: i64, most: i64) {
        let terms = self.terms(terms);
        if !terms.is_empty() {
            self.known.push(Known { terms, least, most });
        }
    }

    pub(super) fn is(&mut self, terms: &Terms, number: i64) {
        self.know(terms, number, number);
    }

    pub(super) fn at_least(&mut self, terms: &Terms, number: i64) {
        self.know(terms, number, OPEN);
    }

    /// Numbers of which all that is known is true, and of which a sum is the greatest, or with a weight of -1 the least;
    /// `None` if there are none, or the solver loses its way.
    fn solve(&self, aim: &[(usize, i64)], weight: f64) -> Option<Vec<f64>> {
        let aim: BTreeMap<usize, i64> = aim.iter().copied().collect();
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let weight = |at: &usize| aim.get(at).map_or(0.0, |by| *by as f64 * weight);
        let variables: Vec<Variable> =
            (0..self.places.len()).map(|at| problem.add_var(weight(&at), (0.0, 20_000.0))).collect();
        for Known { terms, least, most } in &self.known {
            let mut expression = LinearExpr::empty();
            for (at, by) in terms {
                expression.add(variables[*at], *by as f64);
            }
            if least == most {
                problem.add_constraint(expression, ComparisonOp::Eq, *least as f64);
            } else {
                problem.add_constraint(expression, ComparisonOp::Ge, *least as f64);
            }
        }
        let solution = problem.solve().ok()?;
        Some(variables.iter().map(|of| *solution.var_value(*of)).collect())
    }

    /// The names of the sums that can be fewer than three whole numbers.
    pub(super) fn pinned(&mut self, targets: &BTreeMap<String, (Terms, i64)>) -> Vec<String> {
        let aims: Vec<Vec<(usize, i64)>> = targets.values().map(|(terms, _)| self.terms(terms)).collect();
        // The ends that worlds in which everything is true have shown to be possible, whole or not.
        let mut ends: Vec<(f64, f64)> = targets.values().map(|(_, truth)| (*truth as f64, *truth as f64)).collect();
        let mut values: Vec<BTreeSet<i64>> = targets.values().map(|(_, truth)| BTreeSet::from([*truth])).collect();
        let ranges = self.narrowed(vec![(0, OPEN); self.places.len()], &[]);
        let mut pinned = Vec::new();
        for at in 0..aims.len() {
            let mut lost = false;
            for weight in [1.0, -1.0] {
                if values[at].len() > 2 || (weight < 0.0 && lost) {
                    break;
                }
                let Some(world) = self.solve(&aims[at], weight) else {
                    (self.lost, lost) = (self.lost + 1, true);
                    continue;
                };
                let is_whole = world.iter().all(|n| (n - n.round()).abs() < 1e-6);
                for ((aim, end), values) in aims.iter().zip(&mut ends).zip(&mut values) {
                    let value: f64 = aim.iter().map(|(at, by)| *by as f64 * world[*at]).sum();
                    *end = (end.0.min(value), end.1.max(value));
                    if is_whole {
                        values.insert(whole(value.round()));
                    }
                }
            }
            if lost || values[at].len() > 2 {
                continue;
            }
            let (least, most) = (whole((ends[at].0 - 1e-6).ceil()), whole((ends[at].1 + 1e-6).floor()));
            let mut possible = values[at].len();
            for number in (least..=most).filter(|number| !values[at].contains(number)) {
                if possible > 2 {
                    break;
                }
                let this = Known { terms: aims[at].clone(), least: number, most: number };
                possible += usize::from(ranges.as_ref().is_none_or(|ranges| self.can_be(ranges, this)));
            }
            if possible < 3 {
                pinned.push(format!("{} of {}..{}", targets.keys().nth(at).unwrap(), least, most));
            }
        }
        pinned
    }

    /// Whether nothing excludes what is said of one sum more.
    fn can_be(&self, ranges: &[(i64, i64)], this: Known) -> bool {
        let terms = this.terms.clone();
        let further = [this];
        let Some(ranges) = self.narrowed(ranges.to_vec(), &further) else { return false };
        // One of those that it is about, by each number that it can still be.
        let few = terms.iter().map(|(at, _)| *at).find(|at| (1..=TRIED).contains(&(ranges[*at].1 - ranges[*at].0)));
        let Some(at) = few else { return true };
        (ranges[at].0..=ranges[at].1).any(|number| {
            let mut tried = ranges.clone();
            tried[at] = (number, number);
            self.narrowed(tried, &further).is_some()
        })
    }

    /// The ranges of the unknown numbers, narrowed by what is known of each sum; `None` where one is left without any.
    fn narrowed(&self, mut ranges: Vec<(i64, i64)>, further: &[Known]) -> Option<Vec<(i64, i64)>> {
        for _ in 0..ROUNDS {
            let mut changed = false;
            for Known { terms, least, most } in self.known.iter().chain(further) {
                let ends = |ranges: &[(i64, i64)], (at, by): &(usize, i64)| {
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
                        ranges[at] = now;
                        changed = true;
                        // The sums of ends above are of the ranges before: too wide, never too narrow.
                    }
                }
            }
            if !changed {
                break;
            }
        }
        Some(ranges)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a number of children that the solver found")]
fn whole(number: f64) -> i64 {
    number as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[(&str, i64)]) -> Terms {
        names.iter().map(|(name, by)| ((*name).to_owned(), *by)).collect()
    }

    #[test]
    fn a_number_that_no_whole_numbers_give_is_excluded() {
        // Two children each had two incidents: 2 a + b = 5, with b at most 1.
        let mut integers = Integers::default();
        integers.is(&of(&[("a", 2), ("b", 1)]), 5);
        integers.at_least(&of(&[("b", -1)]), -1);
        let targets = BTreeMap::from([("a".to_owned(), (of(&[("a", 1)]), 2))]);
        assert_eq!(integers.pinned(&targets).len(), 1);
    }

    #[test]
    fn a_number_that_could_be_three_is_not_said_to_be_given_away() {
        let mut integers = Integers::default();
        integers.is(&of(&[("a", 1), ("b", 1), ("c", 1)]), 9);
        integers.at_least(&of(&[("a", 1)]), 1);
        let targets = BTreeMap::from([("a".to_owned(), (of(&[("a", 1)]), 2))]);
        assert_eq!(integers.pinned(&targets), Vec::<String>::new());
    }
}
