//! How much a safe report keeps of the exact one: for docs/method.md.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::json;
use super::made::{Dice, Files, a_return};
use crate::Query;
use crate::report::Disclosure;
use crate::safe::rule::Knows;

/// The numbers of a report about its own children, by where they are in it.
fn cells(report: &Value) -> BTreeMap<String, Value> {
    let mut cells = BTreeMap::new();
    for of in report["totals"].as_array().unwrap() {
        cells.insert(format!("total {} {} {}", of["period"], of["cohort"], of["measure"]), of["exact"].clone());
    }
    for of in report["profiles"].as_array().unwrap() {
        let of_what =
            ["period", "cohort", "on_list", "code", "by", "group"].map(|field| of[field].to_string()).join(" ");
        for field in ["children", "children_missing", "incidents", "more_than_once", "at_end", "not_found"] {
            cells.insert(format!("{of_what} {field}"), of[field].clone());
        }
        for table in ["lengths", "times", "months"] {
            for (line, count) in of[table].as_object().unwrap() {
                cells.insert(format!("{of_what} {table} {line}"), count.clone());
            }
        }
    }
    for year in report["foi"]["years"].as_array().into_iter().flatten() {
        for (at, answer) in year["answers"].as_array().unwrap().iter().enumerate() {
            cells.insert(format!("answer {} {at}", year["period"]), answer["count"].clone());
        }
    }
    cells
}

/// Of the numbers above 5: shown, hidden as `c` (or a total that is hidden), left out with their table; and lines of merged
/// tables.
fn kept(exact: &Value, safe: &Value) -> [usize; 4] {
    let shown = cells(safe);
    let mut kept = [0; 4];
    for (name, _) in cells(exact).into_iter().filter(|(_, n)| n.as_u64().is_some_and(|n| n > 5)) {
        let place = match shown.get(&name) {
            Some(Value::Number(_)) => 0,
            Some(Value::String(c)) if c == "c" => 1,
            _ if name.starts_with("total") => 1,
            _ => 2,
        };
        kept[place] += 1;
        if place == 1 && std::env::var_os("WHICH").is_some() {
            println!("hidden: {name}");
        }
    }
    let bands =
        |of: &Value| ["lengths", "times", "months"].map(|table| of["merged"][table].as_array().map_or(0, Vec::len));
    kept[3] = safe["profiles"].as_array().unwrap().iter().flat_map(bands).sum();
    kept
}

/// The same of files: shown, hidden, left out, merged.
fn kept_of(files: &Files) -> [usize; 4] {
    let of = |disclosure| json(files, &Query { disclosure, ..Query::default() }, Knows::ALL);
    kept(&of(Disclosure::Exact), &of(Disclosure::Safe))
}

/// Of the invented return beside the project, in which one child in ten went missing as in England.
#[test]
#[ignore = "its files lie beside the project"]
fn of_a_return_as_dense_as_real_ones_most_is_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/ssda903-synthetic");
    let read = |name: &str| (name.to_owned(), std::fs::read_to_string(folder.join(name)).unwrap());
    let files = ["header.csv", "episodes.csv", "uasc.csv", "missing.csv"].map(read).into();
    let [shown, hidden, left_out, merged] = kept_of(&files);
    println!("{shown} shown, {hidden} hidden, {left_out} left out with their tables, {merged} lines counted together");
    assert!(shown > 200 && 100 * hidden <= 15 * (shown + hidden));
}

#[test]
#[ignore = "a table for docs/method.md"]
fn how_much_is_kept_by_size_of_authority() {
    for is_sparse in [true, false] {
        println!("\n{}\n", if is_sparse { "About as many went missing as in England:" } else { "Most went missing:" });
        println!("| children | shown | hidden | hidden of both | left out with their tables | merged lines |");
        println!("| ---: | ---: | ---: | ---: | ---: | ---: |");
        for children in [40, 100, 200, 400, 900, 3_000] {
            let mut files = a_return(&mut Dice(1), children, 1, true);
            if is_sparse {
                files.iter_mut().filter(|(name, _)| name.starts_with("missing")).for_each(|(_, text)| thin_out(text));
            }
            let [shown, hidden, left_out, merged] = kept_of(&files);
            let share = 100 * hidden / (shown + hidden).max(1);
            println!("| {children} | {shown} | {hidden} | {share}% | {left_out} | {merged} |");
        }
    }
}

/// Leaves the incidents of one child in seven, whoever they are.
fn thin_out(missing: &mut String) {
    let is_kept = |line: &str| {
        let child = line.split(',').next().and_then(|child| child.parse::<u64>().ok());
        child.is_none_or(|child| Dice(child).below(7) == 0)
    };
    *missing = missing.split_inclusive('\n').filter(|line| is_kept(line)).collect();
}
