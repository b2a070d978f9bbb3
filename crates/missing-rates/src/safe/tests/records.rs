//! The children of made-up files, counted anew from the files' text by the definitions: of which part each is, and what
//! happened to it in a period. It shares no code with what the engine counts.

use std::collections::BTreeMap;

use super::made::Files;

/// A period of being missing (0) or away (1), in days such as `2024-09-03`; without an end an open one.
struct Incident {
    kind: usize,
    start: String,
    end: Option<String>,
}

/// What the return of one collection year says of a child.
#[derive(Default)]
struct Year {
    care: Vec<(String, Option<String>)>,
    /// Of an unaccompanied child the day on which that ceased, or a day that never comes.
    unaccompanied: Option<String>,
    incidents: Vec<Incident>,
}

#[derive(Default)]
struct Child {
    sex: String,
    /// Not on the list, confirmed, suspected, unstated.
    list: usize,
    /// By the year in which the collection year begins.
    years: BTreeMap<i32, Year>,
}

/// All children of some files.
pub(super) struct Records(BTreeMap<String, Child>);

/// What happened to a child in a period.
pub(super) struct Told {
    pub(super) unaccompanied: bool,
    pub(super) list: usize,
    pub(super) sex: &'static str,
    /// Of being missing and of being away: the length of each incident in days (none if open) and whether it began before.
    pub(super) incidents: [Vec<(Option<i64>, bool)>; 2],
    /// In which month each began, those carried over left out.
    pub(super) months: [Vec<String>; 2],
    pub(super) at_end: [bool; 2],
}

/// `03/09/2024` as `2024-09-03`.
fn day(text: &str) -> String {
    let parts: Vec<&str> = text.split('/').collect();
    format!("{}-{}-{}", parts[2], parts[1], parts[0])
}

fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| day(text))
}

/// Days since some day long ago (H. Neta's and others' counting of March as the first month).
fn number(day: &str) -> i64 {
    let parts: Vec<i64> = day.split('-').map(|part| part.parse().unwrap()).collect();
    let (year, month) = if parts[1] > 2 { (parts[0], parts[1] - 3) } else { (parts[0] - 1, parts[1] + 9) };
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + parts[2]
}

impl Records {
    /// Files of a year are told by the year in which it begins, as in `header-2023.csv`, or ends, as in `uasc 2025.csv`; without
    /// one it begins in 2024.
    pub(super) fn of(files: &Files) -> Self {
        let mut children: BTreeMap<String, Child> = BTreeMap::new();
        for (name, text) in files {
            let digits: String = name.chars().filter(char::is_ascii_digit).collect();
            let year: i32 = digits.parse().unwrap_or(2024) - i32::from(name.contains(' '));
            let mut lines = text.lines();
            let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
            for line in lines {
                let cells: Vec<&str> = line.split(',').collect();
                let cell = |head: &str| heads.iter().position(|of| *of == head).map_or("", |at| cells[at]);
                let child = children.entry(cell("CHILD").to_owned()).or_default();
                let of = child.years.entry(year).or_default();
                if heads.contains(&"TRAFFICKED") {
                    child.list = match cell("TRAFFICKED").to_lowercase().as_str() {
                        "confirmed" => 1,
                        "suspected" => 2,
                        "no" => 0,
                        _ => 3,
                    };
                } else if heads.contains(&"DUC") {
                    of.unaccompanied = Some(given(cell("DUC")).unwrap_or_else(|| "9999-12-31".to_owned()));
                } else if heads.contains(&"MIS_START") {
                    let kind = usize::from(cell("MISSING") == "A");
                    of.incidents.push(Incident { kind, start: day(cell("MIS_START")), end: given(cell("MIS_END")) });
                } else if heads.contains(&"DECOM") {
                    if !["V3", "V4"].contains(&cell("LS")) {
                        of.care.push((day(cell("DECOM")), given(cell("DEC"))));
                    }
                } else {
                    cell("SEX").clone_into(&mut child.sex);
                }
            }
        }
        Self(children)
    }

    /// Every child that counts in a period such as `2024-04-01/2025-03-31`.
    pub(super) fn told(&self, period: &str) -> Vec<Told> {
        let (start, end) = period.split_once('/').unwrap();
        self.0.values().filter_map(|child| child.told(start, end)).collect()
    }
}

impl Child {
    fn told(&self, start: &str, end: &str) -> Option<Told> {
        let windows: Vec<(&Year, String, String)> = self
            .years
            .iter()
            .map(|(year, of)| {
                let (first, last) = (format!("{year}-04-01"), format!("{}-03-31", year + 1));
                (of, first.as_str().max(start).to_owned(), last.as_str().min(end).to_owned())
            })
            .filter(|(_, first, last)| first <= last)
            .collect();
        let ends_after = |end: &Option<String>, day: &str| end.as_deref().is_none_or(|end| end >= day);
        let in_care = |(of, first, last): &(&Year, String, String)| {
            of.care.iter().any(|(from, to)| from <= last && ends_after(to, first))
        };
        if !windows.iter().any(in_care) {
            return None;
        }
        let unaccompanied =
            windows.iter().any(|(of, first, _)| of.unaccompanied.as_ref().is_some_and(|ceased| ceased >= first));
        let sex = match self.sex.as_str() {
            "1" => "male",
            "2" => "female",
            _ => "not-known",
        };
        let mut told = Told {
            unaccompanied,
            list: self.list,
            sex,
            incidents: [Vec::new(), Vec::new()],
            months: [Vec::new(), Vec::new()],
            at_end: [false; 2],
        };
        for (of, first, last) in &windows {
            for incident in of.incidents.iter().filter(|i| i.start <= *last && ends_after(&i.end, first)) {
                let length = incident.end.as_ref().map(|end| number(end) - number(&incident.start));
                let is_carried = incident.start.as_str() < start;
                told.incidents[incident.kind].push((length, is_carried));
                if !is_carried {
                    told.months[incident.kind].push(incident.start[..7].to_owned());
                }
                let lasts = incident.end.as_deref().map_or(last == end, |to| to > end);
                told.at_end[incident.kind] |= lasts && incident.start.as_str() <= end;
            }
        }
        Some(told)
    }
}
