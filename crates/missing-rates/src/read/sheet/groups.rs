//! Finds whose children are counted by a figure that names no group: the children of the question that it refers to, or
//! of the group directly beside it, but never of any other neighbour.

use super::column::{Along, Column};
use crate::cohort::{Cohort, Count, Part};
use crate::read::heading::{Kind, Label};
use crate::report::ColumnState;

pub(super) fn settle(columns: &mut [Column], along: Along) {
    // A question may refer to a question that refers to another.
    for _ in 0..4 {
        for at in 0..columns.len() {
            refer(columns, at);
        }
    }
    for at in 0..columns.len() {
        let column = &columns[at];
        if !(column.is_figure() || matches!(column.phrase.kind, Kind::Share(Some(_)))) || !column.phrase.is_plain() {
            continue;
        }
        if !column.phrase.refers.is_empty() {
            if column.cohort.is_none() || !column.words.is_empty() {
                columns[at].ask(ColumnState::NotUnderstood, &[]);
            }
            continue;
        }
        let (of_whom, own) = (column.phrase.of_whom, column.phrase.group);
        if of_whom || own.is_none() {
            beside(columns, at, along);
        }
    }
    for at in 0..columns.len() {
        leave(columns, at);
    }
    loosely_both(columns);
    bare_incidents(columns);
    for column in columns.iter_mut().filter(|column| column.is_figure() && column.cohort.is_none()) {
        column.ask(ColumnState::NoGroup, &[]);
    }
}

/// The children of the questions that a heading refers to.
fn refer(columns: &mut [Column], at: usize) {
    let column = &columns[at];
    if column.phrase.refers.is_empty() || !column.phrase.is_plain() {
        return;
    }
    let mut found: Vec<(Option<Cohort>, Option<Part>)> = Vec::new();
    let mut lost = Vec::new();
    for label in &column.phrase.refers {
        let before = found.len();
        for target in targets(columns, at, label) {
            let target = &columns[target];
            let known = target.phrase.is_plain() && target.is_figure();
            found.push((target.cohort.filter(|_| known), target.part));
        }
        if found.len() == before {
            lost.push(shown(label));
        }
    }
    let cohorts: Vec<Option<Cohort>> = found.iter().map(|(cohort, _)| *cohort).collect();
    let first = cohorts.first().copied().flatten();
    let one = first.filter(|_| lost.is_empty() && cohorts.iter().all(|cohort| *cohort == first));
    let has = |part: Option<Part>| found.iter().any(|(_, of)| *of == part);
    let part = match (has(Some(Part::Identified)), has(Some(Part::Suspected))) {
        _ if has(None) => None,
        (true, false) => Some(Part::Identified),
        (false, true) => Some(Part::Suspected),
        _ => None,
    };
    let whole = column.phrase.count == Count::Children && column.phrase.group.is_none();
    let own = column.phrase.group;
    let part_of_both = part.is_some() && own.is_some_and(|own| own != Cohort::All && Some(own) != one);
    let resolved = one.filter(|_| !whole && !part_of_both).map(|one| within(own, one));
    let column = &mut columns[at];
    if resolved.is_some() {
        column.part = if own.is_none_or(|own| own == Cohort::All) { part } else { column.phrase.part.or(part) };
    }
    column.words = if resolved.is_some() { Vec::new() } else { lost };
    column.cohort = resolved;
}

/// The columns that a label in a column names, limited to the same period if there are any of it.
pub(super) fn targets(columns: &[Column], from: usize, label: &Label) -> Vec<usize> {
    let own = &columns[from];
    let label = label.within(own.phrase.label.as_ref());
    let named = |at: &usize| *at != from && columns[*at].phrase.label.as_ref().is_some_and(|other| other.is_in(&label));
    let all: Vec<usize> = (0..columns.len()).filter(named).collect();
    let same: Vec<usize> = all.iter().copied().filter(|at| columns[*at].period == own.period).collect();
    if same.is_empty() { all.into_iter().filter(|at| columns[*at].period.is_none()).collect() } else { same }
}

fn shown(label: &Label) -> String {
    let number = label.number.map_or(String::new(), |number| number.to_string());
    if label.number.is_some() { format!("q{number}{}", label.letter) } else { format!("({})", label.letter) }
}

/// The children of a group who are in another group too.
fn within(own: Option<Cohort>, of: Cohort) -> Cohort {
    use Cohort::{All, TraffickedAndUnaccompanied as Both};
    match own {
        None | Some(All) => of,
        Some(own) if own == of || of == All => own,
        Some(_) => Both,
    }
}

/// Reads `of whom` directly beside the only group. Columns that count something else about them come directly after it.
fn beside(columns: &mut [Column], at: usize, along: Along) {
    let own_group = |column: &Column| column.is_figure() && column.phrase.group.is_some() && !column.phrase.of_whom;
    let is_group = |column: &Column| own_group(column) && column.phrase.count == Count::Children;
    // Percentages do not separate what is beside them.
    let mut run = (0..at).rev().filter(|at| !matches!(columns[*at].phrase.kind, Kind::Share(_) | Kind::Average));
    let mut base = None;
    let mut says_of_whom = columns[at].phrase.of_whom;
    let mut between = 0;
    for left in run.by_ref() {
        let column = &columns[left];
        if own_group(column) {
            base = Some(left);
            break;
        }
        let same_run = column.is_figure() && (column.phrase.of_whom || column.phrase.group.is_none());
        // After `of whom boys` nothing says whether the next columns are about all children or about boys.
        let narrows = column.phrase.count == Count::Children || !column.phrase.is_plain();
        if !same_run || narrows || !column.phrase.refers.is_empty() {
            break;
        }
        says_of_whom |= column.phrase.of_whom;
        between += 1;
    }
    let before = run.next();
    let groups = columns.iter().filter(|column| is_group(column)).count();
    let only_one = before.is_none_or(|before| !own_group(&columns[before])) && (along == Along::Columns || groups == 1);
    let base = base.filter(|base| {
        let column = &columns[*base];
        let same_period = column.period == columns[at].period || columns[at].period.is_none();
        is_group(column) && column.state == ColumnState::Used && same_period
    });
    let fits = says_of_whom && (columns[at].phrase.count != Count::Children || between == 0);
    let cohort = base.filter(|_| fits && only_one).and_then(|base| {
        let of = columns[base].cohort?;
        let own = columns[at].phrase.group;
        let counts = columns[at].phrase.count != Count::Children || own.is_some();
        counts.then(|| within(own, of))
    });
    let (period, part) = base.map_or((None, None), |base| (columns[base].period, columns[base].part));
    let column = &mut columns[at];
    column.cohort = cohort;
    if cohort.is_some() {
        column.period = column.period.or(period);
        column.part = column.part.or(part).filter(|_| cohort == Some(Cohort::Trafficked));
    } else {
        column.ask(ColumnState::NoGroup, &[]);
    }
}

/// `if not in (a)` is understood if (a) is identified children and this is suspected children.
fn leave(columns: &mut [Column], at: usize) {
    let column = &columns[at];
    if column.phrase.leaves.is_empty() {
        return;
    }
    let suspected = column.cohort == Some(Cohort::Trafficked) && column.part == Some(Part::Suspected);
    let identified = |at: &usize| {
        let of = &columns[*at];
        of.is_figure() && of.cohort == Some(Cohort::Trafficked) && of.part != Some(Part::Suspected)
    };
    let mut labels = column.phrase.leaves.iter().map(|label| targets(columns, at, label));
    let understood = suspected && labels.all(|found| !found.is_empty() && found.iter().all(identified));
    if !understood {
        let words: Vec<String> = column.phrase.leaves.iter().map(|label| format!("not in {}", shown(label))).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        columns[at].ask(ColumnState::NotUnderstood, &words);
    }
}

/// `X and Y` means children who are both, if the sheet also counts X and Y separately.
fn loosely_both(columns: &mut [Column]) {
    let counted = |cohort: Cohort| {
        columns.iter().any(|column| column.is_figure() && column.cohort == Some(cohort) && column.phrase.is_plain())
    };
    if counted(Cohort::Trafficked) && counted(Cohort::Unaccompanied) {
        return;
    }
    for column in columns.iter_mut().filter(|column| column.phrase.loosely_both) {
        column.ask(ColumnState::NotUnderstood, &["and"]);
    }
}

/// `Incidents` means incidents of going missing, if the children of the group who went missing are counted beside them.
fn bare_incidents(columns: &mut [Column]) {
    for at in 0..columns.len() {
        if !columns[at].phrase.bare_incidents {
            continue;
        }
        let (cohort, period) = (columns[at].cohort, columns[at].period);
        let of = |count: Count| {
            let same =
                |column: &&Column| column.figure() == cohort.map(|cohort| (cohort, count)) && column.period == period;
            columns.iter().find(same).is_some()
        };
        if !of(Count::ChildrenMissing) || of(Count::ChildrenAway) {
            columns[at].ask(ColumnState::NotUnderstood, &["incidents"]);
        }
    }
}
