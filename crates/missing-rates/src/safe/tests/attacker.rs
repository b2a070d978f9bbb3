//! An attacker who knows everything that is shown, and how counts hang together, and asks a linear program what a hidden
//! count can be.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use crate::safe::{ABLE_TO_BE, Rounding};

/// Counts by name, and what is known of them.
#[derive(Debug, Default)]
pub(super) struct System {
    places: BTreeMap<String, usize>,
    truth: Vec<u64>,
    shown: Vec<bool>,
    /// Weighted sums that are nought, or at most nought.
    known: Vec<(Vec<(usize, f64)>, bool)>,
}

impl System {
    /// A count, by its name; a name stands for one number.
    pub(super) fn count(&mut self, name: String, truth: u64) -> usize {
        if let Some(place) = self.places.get(&name) {
            assert_eq!(self.truth[*place], truth, "{name}");
            return *place;
        }
        let place = self.truth.len();
        self.places.insert(name, place);
        self.truth.push(truth);
        self.shown.push(truth == 0);
        place
    }

    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// The counts whose names begin so.
    pub(super) fn places_like(&self, beginning: &str) -> Vec<usize> {
        let from = self.places.range(beginning.to_owned()..);
        from.take_while(|(name, _)| name.starts_with(beginning)).map(|(_, place)| *place).collect()
    }

    /// A count that is shown somewhere.
    pub(super) fn show(&mut self, place: usize) {
        self.shown[place] = true;
    }

    /// A number that is shown, and is a sum of counts.
    pub(super) fn show_sum(&mut self, parts: &[usize]) {
        let truth = parts.iter().map(|part| self.truth[*part]).sum();
        let place = self.truth.len();
        self.truth.push(truth);
        self.shown.push(true);
        self.equal(parts, &[place]);
    }

    pub(super) fn equal(&mut self, some: &[usize], others: &[usize]) {
        self.know(some.iter().map(|at| (*at, 1.0)).chain(others.iter().map(|at| (*at, -1.0))), true);
    }

    pub(super) fn at_most(&mut self, some: &[usize], others: &[usize]) {
        self.know(some.iter().map(|at| (*at, 1.0)).chain(others.iter().map(|at| (*at, -1.0))), false);
    }

    /// Weighted sums must be nought, or at most nought; it has to be so in truth.
    pub(super) fn know(&mut self, terms: impl IntoIterator<Item = (usize, f64)>, exactly: bool) {
        let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
        for (place, weight) in terms {
            *sums.entry(place).or_default() += weight;
        }
        let terms: Vec<(usize, f64)> = sums.into_iter().filter(|(_, weight)| *weight != 0.0).collect();
        let truth: f64 = terms.iter().map(|(place, weight)| weight * self.truth[*place] as f64).sum();
        let names = || terms.iter().map(|(place, weight)| (self.name(*place), *weight)).collect::<Vec<_>>();
        assert!(if exactly { truth == 0.0 } else { truth <= 0.0 }, "{truth} {:?}", names());
        self.known.push((terms, exactly));
    }

    pub(super) fn hidden(&self) -> Vec<usize> {
        (0..self.truth.len()).filter(|place| !self.shown[*place]).collect()
    }

    fn name(&self, place: usize) -> &str {
        self.places.iter().find(|(_, at)| **at == place).map_or("a sum", |(name, _)| name.as_str())
    }

    /// What a count can be, for all that is shown of it alone.
    fn bounds(&self, place: usize, rounding: Rounding) -> (f64, f64) {
        if !self.shown[place] {
            // More than anyone needs to see that it is open.
            return (1.0, 1e4);
        }
        if self.truth[place] == 0 {
            return (0.0, 0.0);
        }
        let shown = rounding.of(self.truth[place]) as f64;
        // 7 and not 8 is shown as 5; 15 and not 14 as 20. What is shown and not nought is at least 6.
        match rounding {
            Rounding::None => (shown, shown),
            Rounding::To5 => ((shown - 2.0).max(6.0), shown + 2.0),
            Rounding::To10 => ((shown - 5.0).max(6.0), shown + 4.0),
        }
    }

    /// The numbers of all places in the world in which a weighted sum of the hidden counts is greatest. `None` where the
    /// program cannot be solved with the digits that numbers have here; the truth is always a solution.
    fn world(&self, weights: &BTreeMap<usize, f64>, rounding: Rounding) -> Option<Vec<f64>> {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let mut variables: BTreeMap<usize, Variable> = BTreeMap::new();
        let of_interest = |terms: &[(usize, f64)]| terms.iter().any(|(place, _)| !self.shown[*place]);
        let is_fixed = |place: usize| {
            let (least, greatest) = self.bounds(place, rounding);
            (least >= greatest).then_some(least)
        };
        let known: Vec<_> = self.known.iter().filter(|(terms, _)| of_interest(terms)).collect();
        let places = known.iter().flat_map(|(terms, _)| terms.iter().map(|(place, _)| *place)).chain(self.hidden());
        for place in places {
            if is_fixed(place).is_none() {
                let weight = weights.get(&place).copied().unwrap_or(0.0);
                variables.entry(place).or_insert_with(|| problem.add_var(weight, self.bounds(place, rounding)));
            }
        }
        for (terms, exactly) in known {
            let fixed: f64 = terms.iter().filter_map(|(place, weight)| Some(weight * is_fixed(*place)?)).sum();
            let free = terms.iter().filter_map(|(place, weight)| Some((*variables.get(place)?, *weight)));
            let operator = if *exactly { ComparisonOp::Eq } else { ComparisonOp::Le };
            problem.add_constraint(free.collect::<Vec<_>>(), operator, -fixed);
        }
        let solution = problem.solve().ok()?;
        let mut world: Vec<f64> = self.truth.iter().map(|n| *n as f64).collect();
        for (place, variable) in variables {
            world[place] = solution[variable];
        }
        Some(world)
    }

    /// The hidden counts that can be fewer than three numbers. First a few worlds in which many counts are far from the
    /// truth at once: what lies between two worlds is possible. Then each count for which they leave it open.
    pub(super) fn pinned(&self, rounding: Rounding, seed: u64) -> Vec<String> {
        let few = (0..self.truth.len()).filter(|place| self.shown[*place] && (1..=5).contains(&self.truth[*place]));
        assert_eq!(few.map(|place| self.name(place)).collect::<Vec<_>>(), [""; 0], "are shown, {seed}");
        let hidden = self.hidden();
        let mut range: BTreeMap<usize, (f64, f64)> =
            hidden.iter().map(|place| (*place, (self.truth[*place] as f64, self.truth[*place] as f64))).collect();
        let enough = |(least, greatest): (f64, f64)| {
            (greatest + 1e-6).floor() - (least - 1e-6).ceil() + 1.0 >= ABLE_TO_BE as f64
        };
        let take = |range: &mut BTreeMap<usize, (f64, f64)>, world: Option<Vec<f64>>| {
            let Some(world) = world else { return };
            for (place, (least, greatest)) in range {
                (*least, *greatest) = (least.min(world[*place]), greatest.max(world[*place]));
            }
        };
        let mut state = seed | 1;
        for _ in 0..4 {
            let mut draw = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                if state >> 63 == 0 { 1.0 } else { -1.0 }
            };
            let open: Vec<usize> = range.iter().filter(|(_, of)| !enough(**of)).map(|(place, _)| *place).collect();
            if open.len() < 8 {
                break;
            }
            let weights: BTreeMap<usize, f64> = open.iter().map(|place| (*place, draw())).collect();
            take(&mut range, self.world(&weights, rounding));
            let opposite = weights.iter().map(|(place, weight)| (*place, -weight)).collect();
            take(&mut range, self.world(&opposite, rounding));
        }
        for place in hidden {
            for weight in [1.0, -1.0] {
                if !enough(range[&place]) {
                    let world = self.world(&BTreeMap::from([(place, weight)]), rounding);
                    take(&mut range, world);
                }
            }
        }
        let pinned = range.iter().filter(|(_, of)| !enough(**of));
        pinned.map(|(place, of)| format!("{} is {}: {of:?}", self.name(*place), self.truth[*place])).collect()
    }
}
