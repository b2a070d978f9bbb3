//! An attacker who knows everything that is shown, the rule, and how the cells hang together.
//!
//! Two attackers, neither of which shares anything with what chooses the cells: one tries every number for every hidden
//! cell; the other, for larger tables and rounded ones, asks a linear program for the least and the greatest.

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::*;
use crate::report::{Rounding, Shown};

/// What is known of cells, in a form of the tests' own: the parts, what they add up to or stay below, and whether exactly.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) parts: Vec<usize>,
    pub(crate) whole: Vec<usize>,
    pub(crate) exactly: bool,
}

impl Known {
    fn holds(&self, world: &[u64]) -> bool {
        let sum = |of: &[usize]| of.iter().map(|at| world[*at]).sum::<u64>();
        if self.exactly { sum(&self.parts) == sum(&self.whole) } else { sum(&self.parts) <= sum(&self.whole) }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) counts: Vec<u64>,
    pub(crate) totals: Vec<usize>,
    pub(crate) known: Vec<Known>,
}

impl Table {
    fn cells(&self) -> (Cells, Vec<Cell>) {
        let mut cells = Cells::default();
        let add = |(at, count): (usize, &u64)| {
            if self.totals.contains(&at) { cells.add_total(*count) } else { cells.add(*count) }
        };
        let places: Vec<Cell> = self.counts.iter().enumerate().map(add).collect();
        let of = |places_of: &[usize]| places_of.iter().map(|at| places[*at]).collect::<Vec<_>>();
        for known in &self.known {
            match (known.exactly, known.parts.as_slice(), known.whole.as_slice()) {
                (true, parts, [whole]) => cells.sums_to(&of(parts), places[*whole]),
                (false, [part], [whole]) => cells.at_most(places[*part], places[*whole]),
                (false, [part], whole) => cells.at_most_sum(places[*part], &of(whole)),
                (false, parts, [whole]) => cells.sum_at_most(&of(parts), places[*whole]),
                other => panic!("{other:?}"),
            }
        }
        (cells, places)
    }

    fn hidden_by(&self, rule: fn(&Cells) -> Hidden) -> Vec<bool> {
        let (cells, places) = self.cells();
        let hidden = rule(&cells);
        places.iter().map(|cell| hidden.is_hidden(*cell)).collect()
    }

    /// The largest number that is tried.
    fn most(&self) -> u64 {
        self.counts.iter().max().map_or(0, |most| most + ABLE_TO_BE as u64)
    }

    /// Every number up to the largest that each hidden cell can be, by trying all.
    fn numbers(&self, hidden: &[bool]) -> Vec<Vec<u64>> {
        let places: Vec<usize> = (0..hidden.len()).filter(|at| hidden[*at]).collect();
        // What is known can be looked at once the last of its hidden cells has a number.
        let last = |known: &Known| {
            let of = known.parts.iter().chain(&known.whole);
            of.filter_map(|at| places.iter().position(|place| place == at)).max()
        };
        let ripe: Vec<Vec<&Known>> = (0..places.len())
            .map(|depth| self.known.iter().filter(|known| last(known) == Some(depth)).collect())
            .collect();
        let mut found = vec![Vec::new(); hidden.len()];
        self.try_all(&places, &ripe, 0, &mut self.counts.clone(), &mut found);
        found
    }

    fn try_all(
        &self,
        places: &[usize],
        ripe: &[Vec<&Known>],
        depth: usize,
        world: &mut Vec<u64>,
        found: &mut Vec<Vec<u64>>,
    ) {
        let Some(place) = places.get(depth) else {
            for place in places {
                if !found[*place].contains(&world[*place]) {
                    found[*place].push(world[*place]);
                }
            }
            return;
        };
        for number in 1..=self.most() {
            world[*place] = number;
            if ripe[depth].iter().all(|known| known.holds(world)) {
                self.try_all(places, ripe, depth + 1, world, found);
            }
        }
        world[*place] = self.counts[*place];
    }

    /// The hidden cells that can be fewer than three numbers, by a linear program over all that is shown.
    pub(crate) fn pinned(&self, hidden: &[bool], rounding: Rounding) -> Vec<(usize, f64, f64)> {
        let mut pinned = Vec::new();
        for place in (0..hidden.len()).filter(|at| hidden[*at]) {
            let [least, greatest] =
                [OptimizationDirection::Minimize, OptimizationDirection::Maximize].map(|direction| {
                    let mut problem = Problem::new(direction);
                    let bounds = |at: usize| {
                        if hidden[at] {
                            return (1.0, 1e6);
                        }
                        let shown = rounding.of(self.counts[at]) as f64;
                        if self.counts[at] == 0 {
                            return (0.0, 0.0);
                        }
                        // 7 and not 8 is shown as 5; 15 and not 14 as 20. What is shown and not nought is at least 6.
                        match rounding {
                            Rounding::None => (shown, shown),
                            Rounding::To5 => ((shown - 2.0).max(6.0), shown + 2.0),
                            Rounding::To10 => ((shown - 5.0).max(6.0), shown + 4.0),
                        }
                    };
                    let variables: Vec<Variable> = (0..hidden.len())
                        .map(|at| problem.add_var(if at == place { 1.0 } else { 0.0 }, bounds(at)))
                        .collect();
                    for known in &self.known {
                        let mut sum = LinearExpr::empty();
                        known.parts.iter().for_each(|at| sum.add(variables[*at], 1.0));
                        known.whole.iter().for_each(|at| sum.add(variables[*at], -1.0));
                        problem.add_constraint(
                            sum,
                            if known.exactly { ComparisonOp::Eq } else { ComparisonOp::Le },
                            0.0,
                        );
                    }
                    problem.solve().expect("the truth is a solution").objective()
                });
            let numbers = (greatest + 1e-6).floor() - (least - 1e-6).ceil() + 1.0;
            if numbers < ABLE_TO_BE as f64 {
                pinned.push((place, least, greatest));
            }
        }
        pinned
    }
}

/// A table of rows and columns with a total of each and of all, like children by sex and by age.
fn cross(counts: &[Vec<u64>]) -> Table {
    let (rows, columns) = (counts.len(), counts[0].len());
    let mut table = Table { counts: counts.concat(), totals: Vec::new(), known: Vec::new() };
    let mut total = |parts: Vec<usize>| {
        table.counts.push(parts.iter().map(|at| table.counts[*at]).sum());
        let whole = table.counts.len() - 1;
        table.totals.push(whole);
        table.known.push(Known { parts, whole: vec![whole], exactly: true });
        whole
    };
    let of_rows: Vec<usize> = (0..rows).map(|row| total((0..columns).map(|c| row * columns + c).collect())).collect();
    let of_columns: Vec<usize> =
        (0..columns).map(|c| total((0..rows).map(|row| row * columns + c).collect())).collect();
    let all = total(of_rows);
    table.known.push(Known { parts: of_columns, whole: vec![all], exactly: true });
    table
}

/// Children, those missing, away, either, more than once, and incidents: of two sexes and of both.
fn children(raw: &[[u64; 6]; 2]) -> Table {
    let mut table = Table { counts: Vec::new(), totals: Vec::new(), known: Vec::new() };
    for [children, missing, away, both, repeated, more] in raw {
        let (missing, away) = (*missing.min(children), *away.min(children));
        let either = (missing + away - (*both).min(missing).min(away)).min(*children);
        let repeated = (*repeated).min(missing);
        table.counts.extend([
            *children,
            missing,
            away,
            either,
            repeated,
            missing + repeated + more * u64::from(repeated > 0),
        ]);
    }
    for at in 0..6 {
        table.counts.push(table.counts[at] + table.counts[6 + at]);
        table.totals.push(12 + at);
        table.known.push(Known { parts: vec![at, 6 + at], whole: vec![12 + at], exactly: true });
    }
    for at in [0, 6, 12] {
        let mut at_most = |parts: &[usize], whole: &[usize]| {
            let of = |places: &[usize]| places.iter().map(|place| at + place).collect();
            table.known.push(Known { parts: of(parts), whole: of(whole), exactly: false });
        };
        at_most(&[1], &[3]);
        at_most(&[2], &[3]);
        at_most(&[3], &[0]);
        at_most(&[3], &[1, 2]);
        at_most(&[4], &[1]);
        at_most(&[1, 4], &[5]);
    }
    table
}

fn cross_tables(most: u64) -> impl Strategy<Value = Table> {
    (2usize..4, 2usize..4)
        .prop_flat_map(move |(rows, columns)| prop::collection::vec(prop::collection::vec(0..most, columns), rows))
        .prop_map(|counts| cross(&counts))
}

fn any_table() -> impl Strategy<Value = Table> {
    let of_children = prop::array::uniform2((0u64..300, 0u64..40, 0u64..25, 0u64..10, 0u64..12, 0u64..30))
        .prop_map(|raw| children(&raw.map(|(a, b, c, d, e, f)| [a, b, c, d, e, f])));
    prop_oneof![cross_tables(12), cross_tables(40), of_children]
}

const ROUNDINGS: [Rounding; 3] = [Rounding::None, Rounding::To5, Rounding::To10];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nobody_who_tries_every_number_pins_a_hidden_count(table in cross_tables(6)) {
        let hidden = table.hidden_by(protect);
        // More would take too long to try.
        prop_assume!(hidden.iter().filter(|hidden| **hidden).count() <= 7);
        for (place, numbers) in table.numbers(&hidden).iter().enumerate().filter(|(place, _)| hidden[*place]) {
            prop_assert!(numbers.len() >= ABLE_TO_BE, "{place} is one of {numbers:?}: {table:?} {hidden:?}");
        }
    }

    #[test]
    fn no_linear_program_over_all_that_is_shown_pins_a_hidden_count(table in any_table()) {
        let hidden = table.hidden_by(protect);
        for rounding in ROUNDINGS {
            prop_assert_eq!(table.pinned(&hidden, rounding), [], "{:?}: {:?} {:?}", rounding, table, hidden);
        }
    }

    #[test]
    fn few_are_hidden_noughts_are_shown_and_nothing_hangs_on_luck(table in any_table()) {
        let hidden = table.hidden_by(protect);
        for (count, hidden) in table.counts.iter().zip(&hidden) {
            prop_assert!(*hidden || !(1..=FEW).contains(count));
            prop_assert!(!*hidden || *count > 0);
        }
        prop_assert_eq!(table.hidden_by(protect), hidden);
        // Where nothing is few, nothing is hidden.
        if !table.counts.iter().any(|count| (1..=FEW).contains(count)) {
            prop_assert!(!table.hidden_by(protect).contains(&true));
        }
    }
}

/// Would fail if nothing were hidden beside those of 1 to 5, and so would the tests above.
#[test]
fn hiding_the_few_alone_gives_them_away() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut given_away = [0; ROUNDINGS.len()];
    for _ in 0..200 {
        let table = any_table().new_tree(&mut runner).unwrap().current();
        let hidden = table.hidden_by(few_alone);
        for (rounding, count) in ROUNDINGS.into_iter().zip(&mut given_away) {
            *count += usize::from(!table.pinned(&hidden, rounding).is_empty());
        }
    }
    assert!(given_away[0] > 100, "{given_away:?}");
}

#[test]
fn what_is_hidden_beside_is_no_more_than_it_takes() {
    // Counts, and which of them are hidden.
    let cases: [(Table, &str); 6] = [
        // One few: the smallest other of its row and its column, and what stands where those cross.
        (cross(&[vec![3, 20, 30], vec![40, 9, 60], vec![70, 80, 90]]), "cc.|cc.|..."),
        // Nothing few.
        (cross(&[vec![0, 20], vec![40, 6]]), "..|.."),
        // Two in one row shield each other there, and need others in their columns.
        (cross(&[vec![3, 4, 30], vec![40, 50, 60]]), "cc.|cc."),
        // A total that is few itself.
        (cross(&[vec![1, 0], vec![0, 50]]), "c.|.."),
        (cross(&[vec![2, 3], vec![1, 4]]), "cc|cc"),
        (cross(&[vec![0, 0], vec![0, 0]]), "..|.."),
    ];
    for (table, expected) in cases {
        let hidden = table.hidden_by(protect);
        let columns = expected.split('|').next().unwrap().len();
        let inner: Vec<String> = hidden[..table.counts.len() - table.totals.len()]
            .chunks(columns)
            .map(|row| row.iter().map(|hidden| if *hidden { 'c' } else { '.' }).collect())
            .collect();
        assert_eq!(inner.join("|"), expected, "{table:?} {hidden:?}");
    }
}

#[test]
fn a_share_is_hidden_with_either_of_its_parts_and_never_gives_back_what_was_rounded() {
    let (few, many) = (Shown::Confidential, Shown::Number(200));
    for (share, average) in [(few.percent(many, 1), few.average(many)), (many.percent(few, 1), many.average(few))] {
        assert_eq!((share.as_str(), average.as_str()), ("c", "c"));
    }
    assert_eq!(Shown::Number(25).percent(many, 0), "13");
    assert_eq!(
        (Shown::Number(0).percent(Shown::Number(0), 0).as_str(), Shown::Number(0).percent(many, 0).as_str()),
        ("z", "0")
    );
    assert_eq!(Shown::Number(6).percent(Shown::Number(1300), 0), "low");
    assert_eq!(Shown::Number(1299).average(many), "6.5");
    for (rounding, count, rounded) in [
        (Rounding::None, 7, 7),
        (Rounding::To5, 0, 0),
        (Rounding::To5, 7, 5),
        (Rounding::To5, 8, 10),
        (Rounding::To5, 12, 10),
        (Rounding::To5, 13, 15),
        (Rounding::To10, 14, 10),
        (Rounding::To10, 15, 20),
        (Rounding::To10, 25, 30),
    ] {
        assert_eq!(rounding.of(count), rounded, "{rounding:?} {count}");
    }
}

#[test]
fn what_is_known_and_not_true_is_not_known() {
    let mut cells = Cells::default();
    let [less, more] = [cells.add(9), cells.add(7)];
    cells.at_most(less, more);
    assert_eq!(protect(&cells), Hidden::none(&cells));
}

#[test]
fn tables_that_hang_together_nowhere_lose_none_of_their_totals() {
    let mut cells = Cells::default();
    let mut tops = Vec::new();
    for block in 0..10u64 {
        let rows: Vec<Vec<Cell>> = (0..6u64)
            .map(|row| (0..8u64).map(|column| cells.add((block * 31 + row * 17 + column * 7) % 23)).collect())
            .collect();
        let add_up = |cells: &mut Cells, parts: &[Cell]| {
            let whole = cells.add_total(parts.iter().map(|part| cells.count(*part)).sum());
            cells.sums_to(parts, whole);
            whole
        };
        let of_rows: Vec<Cell> = rows.iter().map(|row| add_up(&mut cells, row)).collect();
        for column in 0..8 {
            let parts: Vec<Cell> = rows.iter().map(|row| row[column]).collect();
            add_up(&mut cells, &parts);
        }
        tops.push(add_up(&mut cells, &of_rows));
    }
    let hidden = protect(&cells);
    assert!(hidden.count() > 100 && !tops.iter().any(|top| hidden.is_hidden(*top)));
}
