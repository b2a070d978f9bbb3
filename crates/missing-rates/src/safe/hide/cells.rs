//! Counts, and what is known of how they hang together.

use crate::order::Ordered;

/// One count among [`Cells`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell(pub(super) usize);

/// What a weighted sum of cells is known to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    /// Nought.
    Nought,
    /// Nought or less.
    AtMostNought,
}

impl Is {
    /// Whether a weighted sum is not what it is known to be.
    pub(super) fn fails(self, sum: i64) -> bool {
        match self {
            Self::Nought => sum != 0,
            Self::AtMostNought => sum > 0,
        }
    }
}

/// Something that anyone knows of some cells: the sum of each times its weight is nought, or at most nought.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub(super) is: Is,
    /// No cell stands there twice, and no weight is nought.
    pub(super) terms: Vec<(usize, i64)>,
}

/// The counts of all tables that are published together, each once, and what is known of them.
///
/// ```
/// use missing_rates::safe::{Cells, protect};
/// let mut cells = Cells::default();
/// let [girls, boys, all] = [cells.add(3), cells.add(47), cells.add_total(50)];
/// cells.sums_to(&[girls, boys], all);
/// // Without the boys the girls could be worked out.
/// let hidden = protect(&cells);
/// assert!(hidden.is_hidden(girls) && hidden.is_hidden(boys) && !hidden.is_hidden(all));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Cells {
    pub(super) values: Vec<i64>,
    /// Whether a cell is a total, which is hidden only where nothing else would do.
    pub(super) totals: Vec<bool>,
    pub(super) relations: Vec<Relation>,
}

impl Cells {
    /// Adds a count.
    pub fn add(&mut self, count: u64) -> Cell {
        // Counts of children and incidents are far below; a larger one would be hidden from no one.
        self.values.push(i64::try_from(count).unwrap_or(i64::MAX / 4).min(i64::MAX / 4));
        self.totals.push(false);
        Cell(self.values.len() - 1)
    }

    /// Adds a total: a count that others are parts of.
    pub fn add_total(&mut self, count: u64) -> Cell {
        let cell = self.add(count);
        self.totals[cell.0] = true;
        cell
    }

    /// The parts add up to the whole.
    pub fn sums_to(&mut self, parts: &[Cell], whole: Cell) {
        self.add_up_alike(parts, &[whole]);
    }

    /// Some add up to the same as others: children of each sex, and children of each standing on a list.
    pub fn add_up_alike(&mut self, some: &[Cell], others: &[Cell]) {
        let others = others.iter().map(|cell| (cell.0, -1));
        self.relate(Is::Nought, some.iter().map(|cell| (cell.0, 1)).chain(others));
    }

    /// The first is at most the second: children missing, and children.
    pub fn at_most(&mut self, less: Cell, more: Cell) {
        self.relate(Is::AtMostNought, [(less.0, 1), (more.0, -1)]);
    }

    /// The first is at most the sum of the others: children missing or away, those missing and those away.
    pub fn at_most_sum(&mut self, less: Cell, of: &[Cell]) {
        let of = of.iter().map(|cell| (cell.0, -1));
        self.relate(Is::AtMostNought, [(less.0, 1)].into_iter().chain(of));
    }

    /// The sum of the first is at most the second: children missing and children missing more than once, and incidents.
    pub fn sum_at_most(&mut self, of: &[Cell], more: Cell) {
        let of = of.iter().map(|cell| (cell.0, 1));
        self.relate(Is::AtMostNought, of.chain([(more.0, -1)]));
    }

    /// The weighted sum of some is at most that of others: children by how many incidents they had, and incidents.
    pub fn weighted_at_most(&mut self, some: &[(Cell, i64)], others: &[(Cell, i64)]) {
        let others = others.iter().map(|(cell, weight)| (cell.0, -weight));
        self.relate(Is::AtMostNought, some.iter().map(|(cell, weight)| (cell.0, *weight)).chain(others));
    }

    /// A count of all, of two parts of them, and of those who are in both parts: nobody is in a part and not among all.
    /// What is not counted is not related.
    pub fn overlap(&mut self, [all, one, other, both]: [Option<Cell>; 4]) {
        for (less, more) in [(one, all), (other, all), (both, one), (both, other), (both, all)] {
            if let (Some(less), Some(more)) = (less, more) {
                self.at_most(less, more);
            }
        }
        if let (Some(all), Some(one), Some(other), Some(both)) = (all, one, other, both) {
            self.weighted_at_most(&[(one, 1), (other, 1)], &[(all, 1), (both, 1)]);
        }
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The count of a cell.
    pub fn count(&self, cell: Cell) -> u64 {
        self.values.get(cell.0).and_then(|value| u64::try_from(*value).ok()).unwrap_or_default()
    }

    /// Notes a relation. One that the counts do not fulfil is not known of them and left out, so that a mistake of whoever
    /// built the table hides no less than the others demand.
    fn relate(&mut self, is: Is, terms: impl IntoIterator<Item = (usize, i64)>) {
        let mut sorted: Vec<(usize, i64)> = terms.into_iter().collect();
        sorted.order();
        let mut terms: Vec<(usize, i64)> = Vec::with_capacity(sorted.len());
        for (cell, weight) in sorted {
            match terms.last_mut().filter(|(last, _)| *last == cell) {
                Some((_, sum)) => *sum += weight,
                None => terms.push((cell, weight)),
            }
        }
        terms.retain(|(_, weight)| *weight != 0);
        let relation = Relation { is, terms };
        if !relation.fails(&self.values) {
            self.relations.push(relation);
        }
    }
}

impl Relation {
    /// Whether it does not hold of some numbers.
    fn fails(&self, values: &[i64]) -> bool {
        self.is.fails(self.terms.iter().map(|(cell, weight)| weight * values[*cell]).sum())
    }
}
