//! What is printed of a return, off the JSON text of its report: each number with the sum of parts of children that it is.

use serde_json::Value;

use super::system::Sum;

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

/// Every number of a report about its own children, but for groups.
pub(super) fn numbers(report: &Value) -> Vec<(Number, Value)> {
    read(report).into_iter().map(|of| (of.number, of.shown)).collect()
}

/// A printed number, and the sum that it is.
pub(super) struct Read {
    pub(super) number: Number,
    pub(super) name: String,
    pub(super) sum: Sum,
    pub(super) shown: Value,
}

/// Whose children, by whether they are unaccompanied and what the list says.
pub(super) fn parts(cohort: &str, on_list: Option<&str>) -> Vec<(bool, &'static str)> {
    let mut parts = Vec::new();
    for unaccompanied in [false, true] {
        for list in LISTS {
            let is = match cohort {
                "all" => true,
                "unaccompanied" => unaccompanied,
                "trafficked" => list != "off",
                "trafficked-and-unaccompanied" => unaccompanied && list != "off",
                other => panic!("{other}"),
            };
            if is && on_list.is_none_or(|on_list| on_list == list) {
                parts.push((unaccompanied, list));
            }
        }
    }
    parts
}

pub(super) fn variable(period: &str, (unaccompanied, list): (bool, &str), what: &str) -> String {
    format!("{period} {unaccompanied} {list} {what}")
}

pub(super) fn sum(period: &str, cohort: &str, on_list: Option<&str>, what: &str) -> Sum {
    // Incidents of both kinds are added up.
    let whats: Vec<&str> = match what {
        "either-incidents" => vec!["missing-incidents", "away-incidents"],
        what => vec![what],
    };
    let parts = parts(cohort, on_list);
    whats.iter().flat_map(|what| parts.iter().map(move |part| (variable(period, *part, what), 1.0))).collect()
}

fn text<'a>(of: &'a Value, field: &str) -> Option<&'a str> {
    of[field].as_str()
}

/// Every number of a report about its own children, but for groups.
pub(super) fn read(report: &Value) -> Vec<Read> {
    let mut read = Vec::new();
    let mut add = |name: String, (period, cohort, on_list, what): (&str, &str, Option<&str>, &str), shown: &Value| {
        if shown.is_u64() || *shown == "c" {
            let number = Number {
                period: period.to_owned(),
                cohort: cohort.to_owned(),
                on_list: on_list.map(str::to_owned),
                what: what.to_owned(),
            };
            read.push(Read { number, name, sum: sum(period, cohort, on_list, what), shown: shown.clone() });
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
        add(format!("total {period} {cohort} {what}"), (period, cohort, None, what), &total["exact"]);
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
        add(format!("rate {period} {cohort} {what}"), (period, cohort, None, what), &of["numerator"]);
        add(format!("rate {period} {cohort} children"), (period, cohort, None, "children"), &of["denominator"]);
    }
    for of in report["profiles"].as_array().unwrap().iter().filter(|of| of["by"] == "none") {
        let (period, cohort, code) =
            (text(of, "period").unwrap(), text(of, "cohort").unwrap(), text(of, "code").unwrap());
        let on_list = text(of, "on_list");
        let mut put = |field: &str, what: String| {
            let name = format!("profile {period} {cohort} {on_list:?} {what}");
            add(name, (period, cohort, on_list, &what), &of[field]);
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
                add(format!("profile {period} {cohort} {on_list:?} {what}"), (period, cohort, on_list, &what), shown);
            }
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
            let name = format!("answer {period} {cohort} {:?} {what}", of["on_list"]);
            add(name, (period, cohort, text(of, "on_list"), &what), &of["count"]);
        }
    }
    read
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
