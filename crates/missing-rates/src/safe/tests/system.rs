//! What an attacker knows, as sums of whole numbers that nobody has seen, and what follows for another sum.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};

/// A weighted sum of unknown numbers, by their names.
pub(super) type Sum = Vec<(String, f64)>;

/// A sum of unknown numbers by their places, how it compares, and with what.
type Known = (Vec<(usize, f64)>, ComparisonOp, f64);

/// Unknown numbers, none below zero, and what is known of sums of them.
#[derive(Default)]
pub(super) struct System {
    places: BTreeMap<String, usize>,
    known: Vec<Known>,
    /// For how many sums the solver found nothing from either end.
    pub(super) lost: usize,
}

pub(super) fn one(name: impl Into<String>) -> Sum {
    vec![(name.into(), 1.0)]
}

/// One sum less another.
pub(super) fn less(sum: &Sum, other: &Sum) -> Sum {
    sum.iter().cloned().chain(other.iter().map(|(name, weight)| (name.clone(), -weight))).collect()
}

pub(super) fn plus(sum: &Sum, other: &Sum) -> Sum {
    sum.iter().chain(other).cloned().collect()
}

pub(super) fn times(sum: &Sum, by: f64) -> Sum {
    sum.iter().map(|(name, weight)| (name.clone(), weight * by)).collect()
}

/// More than anybody needs to see that a number is open.
const OPEN: f64 = 1e4;

impl System {
    fn terms(&mut self, sum: &Sum) -> Vec<(usize, f64)> {
        let mut terms: BTreeMap<usize, f64> = BTreeMap::new();
        for (name, weight) in sum {
            let next = self.places.len();
            let place = *self.places.entry(name.clone()).or_insert(next);
            *terms.entry(place).or_default() += weight;
        }
        terms.into_iter().filter(|(_, weight)| *weight != 0.0).collect()
    }

    fn know(&mut self, sum: &Sum, operator: ComparisonOp, number: f64) {
        let terms = self.terms(sum);
        if !terms.is_empty() {
            self.known.push((terms, operator, number));
        }
    }

    pub(super) fn is(&mut self, sum: &Sum, number: f64) {
        self.know(sum, ComparisonOp::Eq, number);
    }

    pub(super) fn at_least(&mut self, sum: &Sum, number: f64) {
        self.know(sum, ComparisonOp::Ge, number);
    }

    pub(super) fn at_most(&mut self, some: &Sum, others: &Sum) {
        self.know(&less(some, others), ComparisonOp::Le, 0.0);
    }

    pub(super) fn equal(&mut self, some: &Sum, others: &Sum) {
        self.know(&less(some, others), ComparisonOp::Eq, 0.0);
    }

    /// Numbers for all unknowns, such that a sum is greatest. The solver loses its way now and then, and finds it from the
    /// other end.
    fn greatest(&self, terms: &[(usize, f64)]) -> Option<Vec<f64>> {
        self.solve(terms, false).or_else(|| self.solve(terms, true))
    }

    fn solve(&self, terms: &[(usize, f64)], backwards: bool) -> Option<Vec<f64>> {
        let weights: BTreeMap<usize, f64> = terms.iter().copied().collect();
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let variables: Vec<Variable> = (0..self.places.len())
            .map(|place| {
                let weight = weights.get(&place).copied().unwrap_or_default();
                problem.add_var(weight, (0.0, OPEN))
            })
            .collect();
        let mut known: Vec<_> = self.known.iter().collect();
        if backwards {
            known.reverse();
        }
        for (terms, operator, number) in known {
            let mut expression = LinearExpr::empty();
            for (place, weight) in terms {
                expression.add(variables[*place], *weight);
            }
            problem.add_constraint(expression, *operator, *number);
        }
        let solution = problem.solve().ok()?;
        Some(variables.iter().map(|variable| solution[*variable]).collect())
    }

    /// Of some sums, each with its true value, those that can be fewer than three whole numbers.
    pub(super) fn pinned(&mut self, targets: &[(String, Sum, i64)]) -> Vec<String> {
        let terms: Vec<Vec<(usize, f64)>> = targets.iter().map(|(_, sum, _)| self.terms(sum)).collect();
        let mut ranges: Vec<(f64, f64)> = targets.iter().map(|(.., truth)| (*truth as f64, *truth as f64)).collect();
        let value =
            |terms: &[(usize, f64)], world: &[f64]| terms.iter().map(|(at, weight)| weight * world[*at]).sum::<f64>();
        let is_open = |(least, greatest): (f64, f64)| (greatest + 1e-6).floor() - (least - 1e-6).ceil() >= 2.0;
        let mut pinned = Vec::new();
        for at in 0..targets.len() {
            for sign in [1.0, -1.0] {
                if is_open(ranges[at]) {
                    break;
                }
                let aim: Vec<(usize, f64)> = terms[at].iter().map(|(place, weight)| (*place, weight * sign)).collect();
                let Some(world) = self.greatest(&aim) else {
                    self.lost += 1;
                    ranges[at] = (0.0, OPEN);
                    continue;
                };
                for (range, terms) in ranges.iter_mut().zip(&terms) {
                    let value = value(terms, &world);
                    *range = (range.0.min(value), range.1.max(value));
                }
            }
            if !is_open(ranges[at]) {
                pinned.push(format!("{} is {}: {:?}", targets[at].0, targets[at].2, ranges[at]));
            }
        }
        pinned
    }

    /// Whether what is known can be true at all.
    pub(super) fn can_be(&self) -> bool {
        self.greatest(&[]).is_some()
    }
}
