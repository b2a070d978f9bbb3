//! Finds which columns are parts of one figure, and which mean the same.

use super::column::{Along, Column};
use super::groups::targets;
use crate::cohort::{Cohort, Count, Part};
use crate::order::Ordered;
use crate::period::Period;
use crate::report::ColumnState;

type Figure = (Cohort, Count, Option<Period>);

pub(super) fn settle(columns: &mut [Column], along: Along) {
    let figure = |column: &Column| column.figure().map(|(cohort, count)| (cohort, count, column.period));
    let mut figures: Vec<Figure> = columns.iter().filter_map(figure).collect();
    figures.order();
    figures.dedup();
    for of in figures {
        let here: Vec<usize> = (0..columns.len()).filter(|at| figure(&columns[*at]) == Some(of)).collect();
        one(columns, of, &here, along);
    }
    versions(columns);
    alone(columns);
}

/// Asks about a figure of which another column says that it is another version: `UASC missing, UASC missing (updated)`.
fn versions(columns: &mut [Column]) {
    let of = |column: &Column| (column.cohort, column.phrase.count, column.period, column.part);
    let others: Vec<_> = columns.iter().filter(|column| column.is_figure() && column.phrase.version).map(of).collect();
    for column in columns.iter_mut().filter(|column| column.figure().is_some() && others.contains(&of(column))) {
        column.ask(ColumnState::SameAsAnother, &[]);
    }
}

/// Settles the columns of one figure.
fn one(columns: &mut [Column], of: Figure, here: &[usize], along: Along) {
    let with = |part: Option<Part>| here.iter().copied().filter(|at| columns[*at].part == part).collect::<Vec<_>>();
    let (whole, identified, suspected) = (with(None), with(Some(Part::Identified)), with(Some(Part::Suspected)));
    if along == Along::Columns {
        for same in [&whole, &identified, &suspected].into_iter().filter(|same| same.len() > 1) {
            for at in same {
                columns[*at].ask(ColumnState::SameAsAnother, &[]);
            }
        }
    }
    match (whole.as_slice(), identified.as_slice(), suspected.as_slice()) {
        // `Q1a Trafficked, Q1b Suspected trafficked`: two questions with one number are the two parts.
        (&[first, ..], [], &[second, ..]) => {
            let label = |at: usize| columns[at].phrase.label.clone();
            let parts = label(first).zip(label(second)).is_some_and(|(a, b)| {
                a.number == b.number && !a.letter.is_empty() && !b.letter.is_empty() && a.letter != b.letter
            });
            if parts {
                of_the_first_only(columns, first, second);
            }
            for at in whole {
                if parts {
                    columns[at].part = Some(Part::Identified);
                } else {
                    columns[at].ask(ColumnState::PartOnly, &[]);
                }
            }
            if !parts {
                for at in suspected {
                    columns[at].ask(ColumnState::PartOnly, &[]);
                }
            }
        }
        // The whole figure is there and needs no parts.
        ([_, ..], _, _) => {
            for at in identified.into_iter().chain(suspected) {
                columns[at].ask(ColumnState::NotNeeded, &[]);
            }
        }
        // One part is there. The other may be there, but was not understood.
        ([], [_, ..], []) | ([], [], [_, ..]) => {
            let doubted = columns.iter().any(|column| {
                let not_used = column.state == ColumnState::NotUnderstood && column.is_figure()
                    // Of the other part with some condition or other: it may still be what makes the figure whole.
                    || column.state == ColumnState::OtherMeaning && column.part.is_some();
                not_used && (column.phrase.group, column.phrase.count, column.period) == (Some(of.0), of.1, of.2)
            });
            if doubted {
                for at in here {
                    columns[*at].ask(ColumnState::PartOnly, &[]);
                }
            }
        }
        _ => {}
    }
}

/// `Of those at Q1a` refers to the first part, now that Q1a is a part.
fn of_the_first_only(columns: &mut [Column], first: usize, second: usize) {
    for at in 0..columns.len() {
        let labels = &columns[at].phrase.refers;
        let named: Vec<usize> = labels.iter().flat_map(|label| targets(columns, at, label)).collect();
        if named.contains(&first) && !named.contains(&second) && columns[at].cohort == columns[first].cohort {
            columns[at].part = Some(Part::Identified);
        }
    }
}

/// One part without the other is the figure only if all figures of the group are about that part.
fn alone(columns: &mut [Column]) {
    let mut periods: Vec<Option<Period>> = columns.iter().map(|column| column.period).collect();
    periods.order();
    periods.dedup();
    for period in periods {
        let of = |column: &Column| {
            let (cohort, count) = column.figure().filter(|_| column.period == period)?;
            (cohort == Cohort::Trafficked).then_some(count)
        };
        let mut counts: Vec<Count> = columns.iter().filter_map(of).collect();
        counts.order();
        counts.dedup();
        let part_of = |columns: &[Column], wanted: Count| -> Option<Part> {
            let mut parts: Vec<Option<Part>> =
                columns.iter().filter(|column| of(column) == Some(wanted)).map(|column| column.part).collect();
            parts.order();
            parts.dedup();
            if let [one] = parts.as_slice() { *one } else { None }
        };
        let parts: Vec<(Count, Option<Part>)> = counts.iter().map(|count| (*count, part_of(columns, *count))).collect();
        let (first, rest) = match parts.split_first() {
            Some(((_, first), rest)) => (*first, rest),
            None => continue,
        };
        let same = rest.iter().all(|(_, part)| *part == first);
        // `Identified as trafficked`, beside `trafficked` alone, means all trafficked children.
        let softly = |columns: &[Column], count: Count| {
            columns.iter().filter(|column| of(column) == Some(count)).all(|column| {
                column.part == Some(Part::Identified) && !column.phrase.confirmed && column.phrase.refers.is_empty()
            })
        };
        let mut asks: Vec<Count> = Vec::new();
        for (count, part) in &parts {
            if part.is_some()
                && !(same || softly(columns, *count) && parts.iter().all(|(_, p)| *p != Some(Part::Suspected)))
            {
                asks.push(*count);
            }
        }
        // If the children are one part, counts about all of them are not about that part.
        if asks.contains(&Count::Children) {
            asks = counts;
        }
        let doubted: Vec<usize> =
            (0..columns.len()).filter(|at| of(&columns[*at]).is_some_and(|count| asks.contains(&count))).collect();
        for at in doubted {
            columns[at].ask(ColumnState::PartOnly, &[]);
        }
        // If only a part was asked for, the part is the figure.
        for at in 0..columns.len() {
            if of(&columns[at]).is_some_and(|count| part_of(columns, count).is_some()) {
                columns[at].part = None;
            }
        }
    }
}
