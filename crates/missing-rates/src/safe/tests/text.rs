//! What is printed of a return, off the JSON text of its report: each number, and of whom it is.

use serde_json::Value;

pub(super) const LISTS: [&str; 4] = ["off", "confirmed", "suspected", "unstated"];

/// Of which children, when, and what of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Number {
    pub(super) period: String,
    pub(super) cohort: String,
    pub(super) on_list: Option<String>,
    /// Such as `missing-again`.
    pub(super) what: String,
}

fn text<'a>(of: &'a Value, field: &str) -> Option<&'a str> {
    of[field].as_str()
}

/// Every number of a report about its own children, but for groups.
#[expect(clippy::too_many_lines, reason = "one list after another")]
pub(super) fn numbers(report: &Value) -> Vec<(Number, Value)> {
    let mut read = Vec::new();
    let mut add = |(period, cohort, on_list, what): (&str, &str, Option<&str>, &str), shown: &Value| {
        if shown.is_u64() || *shown == "c" {
            let number = Number {
                period: period.to_owned(),
                cohort: cohort.to_owned(),
                on_list: on_list.map(str::to_owned),
                what: what.to_owned(),
            };
            read.push((number, shown.clone()));
        }
    };
    for total in report["totals"].as_array().unwrap().iter().filter(|of| of["area"]["level"] == "return") {
        let (period, cohort) = (text(total, "period").unwrap(), text(total, "cohort").unwrap());
        let what = match text(total, "measure").unwrap() {
            "children" => "children",
            "children-missing" => "missing",
            "missing-incidents" => "missing-incidents",
            "children-missing-more-than-once" => "missing-again",
            "children-missing-at-end" => "missing-at-end",
            "children-away" => "away",
            "away-incidents" => "away-incidents",
            "children-away-more-than-once" => "away-again",
            "children-away-at-end" => "away-at-end",
            other => panic!("{other}"),
        };
        add((period, cohort, None, what), &total["exact"]);
    }
    for of in report["rates"].as_array().unwrap().iter().filter(|of| of["area"]["level"] == "return") {
        let (period, cohort) = (text(of, "period").unwrap(), text(of, "cohort").unwrap());
        let what = match text(of, "measure").unwrap() {
            "missing" => "missing",
            "missing-more-than-once" => "missing-again",
            "missing-at-end" => "missing-at-end",
            "away" => "away",
            "away-more-than-once" => "away-again",
            "away-at-end" => "away-at-end",
            other => panic!("{other}"),
        };
        add((period, cohort, None, what), &of["numerator"]);
        add((period, cohort, None, "children"), &of["denominator"]);
    }
    for of in report["ratios"].as_array().unwrap().iter().filter(|of| of["area"]["level"] == "return") {
        let (period, cohort) = (text(of, "period").unwrap(), text(of, "cohort").unwrap());
        let kind = match text(of, "measure").unwrap() {
            "incidents-per-missing-child" => "missing",
            "incidents-per-away-child" => "away",
            other => panic!("{other}"),
        };
        add((period, cohort, None, &format!("{kind}-incidents")), &of["numerator"]);
        add((period, cohort, None, kind), &of["denominator"]);
    }
    for of in report["profiles"].as_array().unwrap().iter().filter(|of| of["by"] == "none") {
        let (period, cohort, code) =
            (text(of, "period").unwrap(), text(of, "cohort").unwrap(), text(of, "code").unwrap());
        let on_list = text(of, "on_list");
        let mut put = |field: &str, what: String| {
            add((period, cohort, on_list, &what), &of[field]);
        };
        put("children", "children".to_owned());
        put("children_missing", code.to_owned());
        for (field, what) in [
            ("incidents", "incidents"),
            ("more_than_once", "again"),
            ("at_end", "at-end"),
            ("not_found", "not-found"),
            ("carried_over", "carried"),
        ] {
            put(field, format!("{code}-{what}"));
        }
        for table in ["lengths", "times", "months"] {
            for (key, shown) in of[table].as_object().unwrap() {
                let what = format!("{code}-{table}-{key}");
                add((period, cohort, on_list, &what), shown);
            }
            // Neighbouring lines that are counted together, and the first month with what was carried over.
            for (at, band) in of["merged"][table].as_array().into_iter().flatten().enumerate() {
                let (from, to) = (text(band, "from").unwrap(), text(band, "to").unwrap());
                let mut whats =
                    lines(table, period, (from, to)).map(|line| format!("{code}-{table}-{line}")).collect::<Vec<_>>();
                if table == "months" && at == 0 && of["merged"]["with_carried_over"] == true {
                    whats.push(format!("{code}-carried"));
                }
                add((period, cohort, on_list, &whats.join("+")), &band["count"]);
            }
        }
    }
    // Beside what is published, where it is said whose return it is.
    for of in report["standing"]["calculated"].as_array().into_iter().flatten() {
        let fields =
            [("children", "children"), ("children_missing", "missing"), ("missing_incidents", "missing-incidents")];
        for (field, what) in fields {
            add((text(of, "period").unwrap(), "all", None, what), &of[field]);
        }
    }
    for year in report["foi"]["years"].as_array().into_iter().flatten() {
        let period = text(year, "period").unwrap();
        for of in year["answers"].as_array().unwrap() {
            let (cohort, code) = (text(of, "cohort").unwrap(), text(of, "code").unwrap_or("missing"));
            let mut what = match (text(of, "measure").unwrap(), text(of, "length")) {
                ("children", _) => "children".to_owned(),
                ("children-missing", _) => code.to_owned(),
                ("incidents", None) => format!("{code}-incidents"),
                ("incidents", Some(length)) => format!("{code}-lengths-{length}"),
                ("children-not-found", _) => format!("{code}-not-found"),
                (other, _) => panic!("{other}"),
            };
            if let Some(sex) = text(of, "sex") {
                what = format!("{what}-of-{sex}");
            }
            add((period, cohort, text(of, "on_list"), &what), &of["count"]);
        }
    }
    read
}

pub(super) const LENGTHS: [&str; 7] =
    ["same-day", "1-day", "2-to-3-days", "4-to-7-days", "8-to-28-days", "over-28-days", "open"];
/// How often, with the fewest and the most times.
pub(super) const TIMES: [(&str, i64, i64); 9] = [
    ("1", 1, 1),
    ("2", 2, 2),
    ("3", 3, 3),
    ("4", 4, 4),
    ("5", 5, 5),
    ("6-to-10", 6, 10),
    ("11-to-20", 11, 20),
    ("21-to-50", 21, 50),
    ("51-or-more", 51, 400),
];

/// The months of a period, such as `2024-04`.
pub(super) fn months(period: &str) -> Vec<String> {
    let (start, end) = period.split_once('/').unwrap();
    let (mut year, mut month): (i32, u32) = (start[..4].parse().unwrap(), start[5..7].parse().unwrap());
    let mut months = Vec::new();
    while format!("{year}-{month:02}").as_str() <= &end[..7] {
        months.push(format!("{year}-{month:02}"));
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    months
}

/// The lines of a table from one to another.
fn lines(table: &str, period: &str, (from, to): (&str, &str)) -> impl Iterator<Item = String> {
    let all = match table {
        "lengths" => LENGTHS.map(str::to_owned).into(),
        "times" => TIMES.map(|(times, ..)| times.to_owned()).into(),
        _ => months(period),
    };
    let place = |line: &str| all.iter().position(|of| of == line).unwrap();
    let (from, to) = (place(from), place(to));
    all.into_iter().skip(from).take(to + 1 - from)
}

/// To what a report rounds.
pub(super) fn unit_of(report: &Value) -> i64 {
    match report["disclosure"].as_str().unwrap() {
        "safe-to5" => 5,
        "safe-to10" => 10,
        "safe" => 1,
        other => panic!("{other}"),
    }
}

pub(super) fn lies_in(short: &str, long: &str) -> bool {
    let days = |of: &str| of.split_once('/').map(|(from, to)| (from.to_owned(), to.to_owned())).unwrap();
    let ((from, to), (start, end)) = (days(short), days(long));
    short != long && start <= from && to <= end
}

pub(super) fn is_collection_year(period: &str) -> bool {
    let (from, to) = period.split_once('/').unwrap();
    let year: i32 = from[..4].parse().unwrap();
    from == format!("{year}-04-01") && to == format!("{}-03-31", year + 1)
}

/// What the Department publishes of all children.
pub(super) const PUBLISHED: [&str; 9] = [
    "children",
    "missing",
    "missing-incidents",
    "missing-again",
    "missing-at-end",
    "away",
    "away-incidents",
    "away-again",
    "away-at-end",
];
