//! Whole other worlds: proof that a hidden count could be another number, for anybody.
//!
//! A [`Model`] lists every count that is printed or known, and *moves*: small changes of whom the records are about, such
//! as two children who change places. A move changes counts as records do, so that whatever holds of all records holds
//! after it. A world is a few moves that leave every count as it is that can be seen. A hidden count that has other numbers
//! in two worlds could be any of three: two such worlds beside the true one are its protection interval.
//!
//! Where no two are found in a bounded number of steps, more is hidden: what stands in the way of the cheapest move, and
//! in the end everything that can be hidden. What is shown is never less safe for a bound.

use std::collections::BTreeMap;

use super::ABLE_TO_BE;

/// Steps in one report, counted in counts looked at. About half a second where it is slowest.
const STEPS: u64 = 60_000_000;

/// How many moves are tried together with one another, and for how many of a move its complement is looked for.
const TOGETHER: usize = 16;
const COMPLEMENTS: usize = 160;

/// One count.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counted {
    pub(super) truth: i64,
    /// What it is printed with; nothing prints it without.
    pub(super) unit: Option<usize>,
    /// Whether everybody knows it, whatever is printed.
    pub(super) known: bool,
    /// Whether it must be able to be three numbers where it is of 1 to 5, printed or not.
    pub(super) guarded: bool,
    /// Only where this unit is hidden; beside a shown one another rule holds.
    pub(super) beside: Option<usize>,
}

/// Counts that are printed together or not at all.
#[derive(Clone, Debug, Default)]
pub(super) struct Unit {
    pub(super) hidden: bool,
    /// Whether nothing at all is printed where it is hidden. Else each count becomes `c`, but for zeros.
    pub(super) dropped: bool,
    /// What is lost with it.
    pub(super) cost: u64,
    pub(super) counts: Vec<usize>,
    /// Which units are left out with it where nothing better is known.
    pub(super) kin: usize,
    /// Whether another rule sees to it that its counts can be three numbers.
    pub(super) settled: bool,
}

/// A change of the records.
#[derive(Clone, Debug, Default)]
pub(super) struct Move {
    /// The counts that it changes, in order, and by how much.
    pub(super) changes: Vec<(usize, i64)>,
    /// The records that it takes, and how many of each.
    pub(super) takes: Vec<(usize, u64)>,
}

/// Everything that is printed or known, and how the records could be otherwise.
#[derive(Debug, Default)]
pub(super) struct Model {
    pub(super) counts: Vec<Counted>,
    pub(super) units: Vec<Unit>,
    pub(super) moves: Vec<Move>,
    /// How many there are of each kind of record.
    pub(super) stock: Vec<u64>,
    /// How many moves take part in a world: 1 where a second would never help.
    pub(super) alone: bool,
}

/// Some moves together, each with how often.
type World = Vec<(usize, i64)>;

impl Model {
    /// Adds a unit, and makes it the unit of its counts. It is hidden from the start if one of them is of 1 to 5.
    pub(super) fn unit(&mut self, unit: Unit) -> usize {
        let at = self.units.len();
        let few = unit.counts.iter().any(|count| (1..=5).contains(&self.counts[*count].truth));
        for count in &unit.counts {
            self.counts[*count].unit = Some(at);
        }
        self.units.push(Unit { hidden: unit.hidden || few, ..unit });
        at
    }

    /// Hides what has to be, and gives the counts for which nothing was found even so: those that what everybody knows
    /// gives away.
    pub(super) fn protect(&mut self) -> Vec<usize> {
        let mut search = Search::of(self);
        let mut waiting: Vec<usize> = (0..search.model.counts.len()).rev().filter(|at| search.needs(*at)).collect();
        let mut given_away = Vec::new();
        while let Some(at) = waiting.pop() {
            loop {
                let found = search.values(at);
                if found.len() + 1 >= ABLE_TO_BE {
                    break;
                }
                let (units, drop) = search.choose(at, &found);
                if units.is_empty() {
                    given_away.push(at);
                    break;
                }
                for unit in units {
                    search.hide(unit, drop);
                    let beside = |count: &Counted| count.beside == Some(unit);
                    let beside = search.model.counts.iter().enumerate().filter(|(_, of)| beside(of)).map(|(at, _)| at);
                    let counts: Vec<usize> = beside.chain(search.model.units[unit].counts.iter().copied()).collect();
                    waiting.extend(counts.into_iter().filter(|at| search.needs(*at)));
                }
                if !search.needs(at) {
                    break;
                }
            }
        }
        given_away
    }

    pub(super) fn is_hidden(&self, count: usize) -> bool {
        self.counts[count].unit.is_some_and(|unit| self.units[unit].hidden)
    }

    /// Whether a count is the same in every world.
    fn is_fixed(&self, at: usize) -> bool {
        let count = &self.counts[at];
        count.known
            || count.unit.is_some_and(|unit| {
                let unit = &self.units[unit];
                !unit.hidden || (!unit.dropped && count.truth == 0)
            })
    }

    /// The least that a count can be: where it is hidden as `c` it is not zero.
    fn least(&self, at: usize) -> i64 {
        let count = &self.counts[at];
        let is_c = count.unit.is_some_and(|unit| self.units[unit].hidden && !self.units[unit].dropped);
        i64::from(is_c && count.truth > 0)
    }

    /// The changes of a world, if it is one.
    fn world(&self, world: &World) -> Option<BTreeMap<usize, i64>> {
        let mut takes: BTreeMap<usize, u64> = BTreeMap::new();
        let mut changes: BTreeMap<usize, i64> = BTreeMap::new();
        for (of, times) in world {
            let of = self.moves.get(*of)?;
            let often = u64::try_from(*times).ok()?;
            for (record, n) in &of.takes {
                *takes.entry(*record).or_default() += n * often;
            }
            for (count, by) in &of.changes {
                *changes.entry(*count).or_default() += by * times;
            }
        }
        let in_stock = takes.iter().all(|(record, n)| self.stock.get(*record).is_some_and(|stock| n <= stock));
        let fits = |(at, by): (&usize, &i64)| {
            *by == 0 || (!self.is_fixed(*at) && self.counts[*at].truth + by >= self.least(*at))
        };
        (in_stock && changes.iter().all(fits)).then_some(changes)
    }
}

/// What is known of the moves, as more and more is hidden.
struct Search<'a> {
    model: &'a mut Model,
    /// For each count the moves that change it.
    moves_of: Vec<Vec<usize>>,
    /// For each move how many fixed counts it changes, and a sum over those changes that two moves which cancel have
    /// with opposite signs.
    fixed: Vec<(u32, u64)>,
    /// The moves by that sum; made anew when something was hidden.
    by_sum: Option<BTreeMap<u64, Vec<usize>>>,
    steps: u64,
}

/// A number for each count, so that sums of them tell changes apart (`SplitMix64`; Steele, Lea and Flood, 2014).
fn mark(at: usize) -> u64 {
    let mut mixed = (at as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

impl<'a> Search<'a> {
    fn of(model: &'a mut Model) -> Self {
        let mut moves_of = vec![Vec::new(); model.counts.len()];
        let mut fixed = Vec::with_capacity(model.moves.len());
        for (at, of) in model.moves.iter().enumerate() {
            let mut so_far = (0, 0_u64);
            for (count, by) in &of.changes {
                moves_of[*count].push(at);
                if model.is_fixed(*count) {
                    so_far = (so_far.0 + 1, so_far.1.wrapping_add(mark(*count).wrapping_mul(by.cast_unsigned())));
                }
            }
            fixed.push(so_far);
        }
        Self { model, moves_of, fixed, by_sum: None, steps: STEPS }
    }

    /// Whether a count must be shown to be able to be three numbers.
    fn needs(&self, at: usize) -> bool {
        let count = &self.model.counts[at];
        if count.truth <= 0 || self.model.is_fixed(at) {
            return false;
        }
        let is_guarded = count.guarded && count.beside.is_none_or(|unit| self.model.units[unit].hidden);
        (is_guarded && count.truth <= 5)
            || count.unit.is_some_and(|unit| {
                let unit = &self.model.units[unit];
                unit.hidden && !unit.dropped && !unit.settled
            })
    }

    fn hide(&mut self, unit: usize, drop: bool) {
        let counts = self.model.units[unit].counts.clone();
        let fixed: Vec<usize> = counts.into_iter().filter(|at| self.model.is_fixed(*at)).collect();
        self.model.units[unit].hidden = true;
        self.model.units[unit].dropped |= drop;
        for at in fixed.into_iter().filter(|at| !self.model.is_fixed(*at)) {
            for of in &self.moves_of[at] {
                let changes = &self.model.moves[*of].changes;
                let by = changes.iter().find(|(count, _)| *count == at).map_or(0, |(_, by)| *by);
                let sums = &mut self.fixed[*of];
                *sums = (sums.0 - 1, sums.1.wrapping_sub(mark(at).wrapping_mul(by.cast_unsigned())));
            }
        }
        self.by_sum = None;
    }

    /// Counts the steps; false once there have been too many.
    fn step(&mut self, of: usize) -> bool {
        self.steps = self.steps.saturating_sub(1 + self.model.moves[of].changes.len() as u64);
        self.steps > 0
    }

    /// Other numbers that a count has in worlds, by how much they differ: two of them, if as many are found.
    fn values(&mut self, at: usize) -> Vec<i64> {
        let mut found = Vec::new();
        let moves = std::mem::take(&mut self.moves_of[at]);
        self.find(at, &moves, &mut found);
        self.moves_of[at] = moves;
        found
    }

    fn find(&mut self, at: usize, moves: &[usize], found: &mut Vec<i64>) {
        let free: Vec<usize> = moves.iter().copied().filter(|of| self.fixed[*of].0 == 0).collect();
        for of in &free {
            for times in [1, 2] {
                if self.learn(at, &vec![(*of, times)], found) || self.steps == 0 {
                    return;
                }
            }
        }
        if self.model.alone {
            return;
        }
        let apart = self.apart(&free);
        for (n, one) in apart.iter().enumerate() {
            for other in apart.iter().take(n) {
                if self.learn(at, &vec![(*one, 1), (*other, 1)], found) || self.steps == 0 {
                    return;
                }
            }
        }
        let bound: Vec<usize> = moves.iter().copied().filter(|of| self.fixed[*of].0 > 0).take(COMPLEMENTS).collect();
        for of in bound {
            let Some(others) = self.complements(of) else { continue };
            for other in others {
                if self.learn(at, &vec![(of, 1), (other, 1)], found) || self.steps == 0 {
                    return;
                }
            }
        }
    }

    /// Some of the moves, of which no two take the same record.
    fn apart(&self, moves: &[usize]) -> Vec<usize> {
        let mut records = std::collections::BTreeSet::new();
        let mut apart = Vec::new();
        for of in moves {
            let takes = &self.model.moves[*of].takes;
            if apart.len() < TOGETHER && takes.iter().all(|(record, _)| !records.contains(record)) {
                records.extend(takes.iter().map(|(record, _)| *record));
                apart.push(*of);
            }
        }
        apart
    }

    /// The moves that undo what a move changes of fixed counts, as far as its sum tells.
    fn complements(&mut self, of: usize) -> Option<Vec<usize>> {
        let fixed = &self.fixed;
        let by_sum = self.by_sum.get_or_insert_with(|| {
            let mut by_sum: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
            for (at, (count, sum)) in fixed.iter().enumerate() {
                if *count > 0 {
                    by_sum.entry(*sum).or_default().push(at);
                }
            }
            by_sum
        });
        by_sum.get(&self.fixed[of].1.wrapping_neg()).map(|others| others.iter().copied().take(8).collect())
    }

    /// Adds the number that a count has in a world, if it is one; whether there are enough.
    fn learn(&mut self, at: usize, world: &World, found: &mut Vec<i64>) -> bool {
        if world.iter().any(|(of, _)| !self.step(*of)) {
            return false;
        }
        if let Some(by) = self.model.world(world).and_then(|changes| changes.get(&at).copied())
            && by != 0
            && !found.contains(&by)
        {
            found.push(by);
        }
        found.len() + 1 >= ABLE_TO_BE
    }

    /// What to hide so that a count can be another number than those found: what the cheapest move needs. If there is
    /// none, what to leave out: what it is printed with, its kin, and at last everything.
    fn choose(&mut self, at: usize, found: &[i64]) -> (Vec<usize>, bool) {
        let mut best: Option<(u64, Vec<usize>)> = None;
        if self.steps > 0 {
            for of in &self.moves_of[at] {
                let of = &self.model.moves[*of];
                let by = of.changes.iter().find(|(count, _)| *count == at).map_or(0, |(_, by)| *by);
                self.steps = self.steps.saturating_sub(of.changes.len() as u64);
                if found.contains(&by) || self.model.counts[at].truth + by < self.model.least(at) {
                    continue;
                }
                let most = best.as_ref().map_or(u64::MAX, |(cost, _)| *cost);
                if let Some(needed) = needed(self.model, of, most)
                    && !needed.1.is_empty()
                {
                    best = Some(needed);
                }
            }
        }
        if let Some((_, units)) = best {
            return (units, false);
        }
        let own = self.model.counts[at].unit;
        let kin = own.map(|unit| self.model.units[unit].kin);
        let left = |is: &dyn Fn(usize, &Unit) -> bool| -> Vec<usize> {
            let hideable = |unit: &Unit| unit.counts.iter().any(|at| self.can_hide(*at));
            let units = self.model.units.iter().enumerate();
            units
                .filter(|(at, unit)| !unit.dropped && !unit.settled && hideable(unit) && is(*at, unit))
                .map(|(at, _)| at)
                .collect()
        };
        for stage in [left(&|at, _| Some(at) == own), left(&|_, unit| Some(unit.kin) == kin), left(&|_, _| true)] {
            if !stage.is_empty() {
                return (stage, true);
            }
        }
        (Vec::new(), true)
    }

    fn can_hide(&self, at: usize) -> bool {
        !self.model.counts[at].known
    }
}

/// The units that stand in the way of a move and what is lost with them, if that is less than `most` and they can be hidden.
fn needed(model: &Model, of: &Move, most: u64) -> Option<(u64, Vec<usize>)> {
    let (mut cost, mut units) = (0_u64, Vec::new());
    for (at, _) in of.changes.iter().filter(|(at, _)| model.is_fixed(*at)) {
        let count = &model.counts[*at];
        let unit = count.unit.filter(|_| !count.known)?;
        if model.units[unit].hidden || (count.truth == 0 && !model.units[unit].dropped) {
            return None;
        }
        if !units.contains(&unit) {
            cost += model.units[unit].cost;
            units.push(unit);
        }
        if cost >= most {
            return None;
        }
    }
    Some((cost, units))
}
