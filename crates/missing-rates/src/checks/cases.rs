//! Tries a rule on small returns, written with one line for each row.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::format_push_string)]

use std::collections::{BTreeMap, BTreeSet};

use super::CHILD_RULES;
use super::child_rows::{Row, Whose};
use super::rule::ChildRule;
use super::run::check;
use crate::care::{ChildLevel, Source, Years};
use crate::read::{Content, ReadFile, Reader};

/// The year of every case: 1 April 2024 to 31 March 2025.
const YEAR: i32 = 2025;

/// A module as cases write it: its name, the columns of its file, and the values of the columns that a case leaves out.
/// The columns that a case gives come first.
struct Written {
    name: &'static str,
    columns: &'static str,
    defaults: &'static [&'static str],
}

const WRITTEN: [Written; 5] = [
    Written { name: "header", columns: "DOB,SEX,UASC,ETHNIC", defaults: &["01/01/2010", "1", "", "WBRI"] },
    Written {
        name: "episodes",
        columns: "DECOM,DEC,LS,RNE,REC,PLACE,PLACE_PROVIDER",
        defaults: &["", "", "C2", "S", "", "U4", "PR1"],
    },
    Written { name: "uasc", columns: "DUC,DOB,SEX", defaults: &["", "01/01/2010", "1"] },
    Written { name: "missing", columns: "MISSING,MIS_START,MIS_END,DOB", defaults: &["", "", "", "01/01/2010"] },
    Written { name: "list", columns: "TRAFFICKED", defaults: &[""] },
];

/// Rows of a child who breaks no rule, so that every table and column exists in both years.
const BYSTANDER: [&str; 9] = [
    "header 01/01/2010,1,1",
    "episodes 01/05/2022,",
    "uasc 01/01/2028",
    "missing M,01/07/2024,02/07/2024",
    "list confirmed",
    "last-header 01/01/2010,1,1",
    "last-episodes 01/05/2022,",
    "last-uasc 01/01/2028",
    "last-missing M,01/07/2023,02/07/2023",
];

/// Which row of which file, as a case writes it.
type Place = (String, u32);

/// Tries a rule on cases. Each case has a description and the rows of one child. Rows that break the rule have `!`
/// before them.
///
/// `missing M,01/06/2024,02/06/2024` is a row of this year's Missing file, `missing2` of a second Missing file, and
/// `last-missing` of last year's.
pub(super) fn holds(rule: &ChildRule, cases: &[(&str, &[&str])]) {
    let place = CHILD_RULES.iter().position(|other| other.rule.code == rule.rule.code).unwrap();
    for (what, rows) in cases {
        let mut files: Vec<(String, String, u32)> = Vec::new();
        let mut expected: BTreeSet<Place> = BTreeSet::new();
        for row in BYSTANDER {
            write(&mut files, "9", row);
        }
        for row in *rows {
            let (row, breaks) = row.strip_prefix('!').map_or((*row, false), |row| (row, true));
            let stands = write(&mut files, "1", row);
            if breaks {
                expected.insert(stands);
            }
        }
        let read: Vec<ReadFile> = files.iter().map(|(name, text, _)| read(name, text)).collect();
        let mut sources: Vec<Source<'_>> = Vec::new();
        for (file, read) in read.iter().enumerate() {
            let Content::Modules(modules) = &read.content else { panic!("{what}: {read:?}") };
            sources.extend(modules.iter().map(|module| Source { file, module }));
        }
        let year = |file: usize| if files[file].0.starts_with("last-") { YEAR - 1 } else { YEAR };
        let years = Years::said((0..files.len()).map(|file| (file, year(file))));
        let all = ChildLevel::of(&sources, &years, &BTreeMap::new());
        let checked = check(&all);
        let this = all.returns.last().unwrap();
        let last = all.last(this).unwrap();
        let mut found: Vec<Place> = Vec::new();
        for violation in
            checked.violations.iter().filter(|violation| violation.rule == place && violation.of != Some(0))
        {
            let of = if violation.shown.whose == Whose::This { this } else { last };
            let (file, row) = match violation.shown.row {
                Row::Header(row) => of.header.stands(row),
                Row::Episode(row) => of.episodes.stands(row),
                Row::Uasc(row) => of.uasc.stands(row),
                Row::Missing(row) => of.missing.stands(row),
                Row::List(row) => all.list.stands(row),
            };
            found.push((files[file].0.clone(), u32::try_from(row).unwrap()));
        }
        found.sort();
        let expected: Vec<Place> = expected.into_iter().collect();
        assert_eq!(found, expected, "{}: {what}: {rows:?}", rule.rule.code);
        assert!(checked.runs.iter().any(|run| run.rule == rule.rule.code && run.ran), "{what}: not run");
    }
}

/// Writes a row into its file, and returns where it is.
fn write(files: &mut Vec<(String, String, u32)>, child: &str, row: &str) -> Place {
    let (name, given) = row.split_once(' ').unwrap();
    let module = name.trim_start_matches("last-").trim_end_matches('2');
    let written = WRITTEN.iter().find(|written| written.name == module).unwrap_or_else(|| panic!("{row}"));
    let at = files.iter().position(|(other, ..)| other == name).unwrap_or_else(|| {
        files.push((name.to_owned(), format!("CHILD,{}\n", written.columns), 1));
        files.len() - 1
    });
    let given: Vec<&str> = given.split(',').collect();
    let cells = written.defaults.iter().enumerate().map(|(at, default)| *given.get(at).unwrap_or(default));
    let (_, text, number) = &mut files[at];
    *text += &format!("{child},{}\n", cells.collect::<Vec<_>>().join(","));
    *number += 1;
    (name.to_owned(), *number)
}

fn read(name: &str, text: &str) -> ReadFile {
    let mut reader = Reader::new(name, Vec::new());
    reader.push(text.as_bytes());
    reader.finish()
}
