//! Two years' returns, as exports of what really happened.

use missing_rates::period::{Day, Period};
use proptest::prelude::*;

/// A child in care, as days since 1 April 2022: when care began and ended, and when the child was missing or away.
#[derive(Clone, Debug)]
pub(crate) struct Child {
    pub(crate) from: u16,
    pub(crate) to: Option<u16>,
    pub(crate) unaccompanied: bool,
    /// Days after care began on which the child ceased to be unaccompanied.
    ceased: Option<u16>,
    pub(crate) away: Vec<(bool, u16, Option<u16>)>,
    /// What a list says of the child, if it is on one.
    pub(crate) listed: Option<&'static str>,
}

/// What Header says of who is unaccompanied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flags {
    /// Nothing.
    No,
    /// The same as the UASC file, with DUC.
    Agree,
    /// Another thing of the first child.
    Differ,
}

/// What happened, and how it was exported.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) children: Vec<Child>,
    pub(crate) flags: Flags,
    /// The file that came in two, and what a person said of them.
    pub(crate) split: Option<Split>,
    /// The day on which this year's files were exported, if the year was not over.
    pub(crate) exported: Option<u16>,
}

/// A file that came in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Split {
    /// The beginning of its name.
    pub(crate) of: &'static str,
    /// Whether the second holds the rows of the first too, as a later version does.
    pub(crate) replaces: bool,
    pub(crate) said: Said,
}

/// What a person said of two files of one module and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Nothing,
    AddTogether,
    UseTheSecond,
}

fn split() -> impl Strategy<Value = Split> {
    let of =
        prop::sample::select(&["missing 2025", "episodes 2025", "uasc 2025", "header 2025", "missing 2024", "list"]);
    let said = prop::sample::select(&[Said::Nothing, Said::AddTogether, Said::UseTheSecond]);
    (of, any::<bool>(), said).prop_map(|(of, replaces, said)| Split { of, replaces, said })
}

fn child() -> impl Strategy<Value = Child> {
    let incident = (any::<bool>(), 366u16..1095, prop::option::weighted(0.9, 0u16..40));
    let listed =
        prop::option::weighted(0.3, prop::sample::select(&["confirmed", "suspected", "Reasonable grounds", "yes"]));
    let when = (0u16..1000, prop::option::of(10u16..800));
    let unaccompanied = (any::<bool>(), prop::option::weighted(0.3, 100u16..900));
    (when, unaccompanied, prop::collection::vec(incident, 0..4), listed).prop_map(
        |((from, lasts), (unaccompanied, ceased), away, listed)| {
            let to = lasts.map(|lasts| from + lasts);
            Child { from, to, unaccompanied, ceased, away, listed }
        },
    )
}

pub(crate) fn made() -> impl Strategy<Value = Made> {
    let children = prop_oneof![3 => prop::collection::vec(child(), 3..14), 1 => prop::collection::vec(child(), 30..60)];
    let flags = prop_oneof![2 => Just(Flags::No), 1 => Just(Flags::Agree), 1 => Just(Flags::Differ)];
    (children, flags, prop::option::weighted(0.4, split()), prop::option::weighted(0.2, 780u16..1060))
        .prop_map(|(children, flags, split, exported)| Made { children, flags, split, exported })
}

pub(crate) fn day(since: u16) -> Day {
    let mut day: Day = "2022-04-01".parse().unwrap();
    for _ in 0..since {
        day = day.next().unwrap();
    }
    day
}

fn written(day: Day) -> String {
    let (year, month, of_month) = day.ymd();
    format!("{of_month:02}/{month:02}/{year}")
}

/// A file: its name, its header row, its rows.
pub(crate) type Files = Vec<(String, String, Vec<String>)>;

impl Made {
    /// The files of the years to March 2024 and 2025.
    pub(crate) fn files(&self) -> Files {
        let mut files = Files::new();
        for of in [2024, 2025] {
            self.of_year(of, &mut files);
        }
        let listed =
            (1..).zip(&self.children).filter_map(|(number, child)| Some(format!("ab{number},{}", child.listed?)));
        files.push(("list.csv".to_owned(), "CHILD,TRAFFICKED".to_owned(), listed.collect()));
        if let Some(split) = self.split {
            split_in_two(split, &mut files);
        }
        files
    }

    /// What was known of a year on the day of the export: at the latest on its last.
    fn of_year(&self, of: i32, files: &mut Files) {
        let year = Period::collection_year(of).unwrap();
        let known = self.exported.filter(|_| of == 2025).map_or(year.end(), day);
        let end = |end: Option<Day>| end.filter(|end| *end <= known).map(written).unwrap_or_default();
        let (mut episodes, mut missing, mut uasc, mut header) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (number, child) in (1..).zip(&self.children) {
            let (from, to) = (day(child.from), child.to.map(day));
            if from > known || to.is_some_and(|to| to < year.start()) {
                continue;
            }
            let id = format!("ab{number}");
            episodes.push(format!("{id},{},S,C2,U1,PR1,{},", written(from), end(to)));
            let ceased = child.ceased.map_or("05/06/2028".to_owned(), |after| written(day(child.from + after)));
            let is_over = child.ceased.is_some_and(|after| day(child.from + after) < year.start());
            let listed = child.unaccompanied && !is_over;
            if listed {
                uasc.push(format!("{id},M,05/06/2010,{ceased}"));
            }
            header.push(match self.flags {
                Flags::No => format!("{id},M,05/06/2010,WBRI"),
                flags => {
                    let says = listed != (flags == Flags::Differ && header.is_empty());
                    let (flag, duc) = if says { ("1", ceased.as_str()) } else { ("0", "") };
                    format!("{id},M,05/06/2010,WBRI,{flag},{duc}")
                }
            });
            for (is_missing, start, lasts) in &child.away {
                let (start, over) = (day(*start), lasts.map(|lasts| day(start + lasts)));
                if start <= known && over.is_none_or(|over| over >= year.start()) {
                    let code = if *is_missing { "M" } else { "A" };
                    missing.push(format!("{id},05/06/2010,{code},{},{}", written(start), end(over)));
                }
            }
        }
        let mut add = |name: &str, columns: &str, rows: Vec<String>| {
            files.push((format!("{name} {of}.csv"), columns.to_owned(), rows));
        };
        add("episodes", "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC", episodes);
        let columns = "CHILD,DOB,MISSING,MIS_START,MIS_END";
        add("missing", columns, missing);
        add("uasc", "CHILD,SEX,DOB,DUC", uasc);
        let flags = if self.flags == Flags::No { "" } else { ",UASC,DUC" };
        add("header", &format!("CHILD,SEX,DOB,ETHNIC{flags}"), header);
    }
}

/// The places of the two files that one came in.
pub(crate) fn parts(files: &Files) -> Option<[usize; 2]> {
    let first = files.iter().position(|(name, ..)| name.contains("team a"))?;
    Some([first, first + 1])
}

fn split_in_two(split: Split, files: &mut Files) {
    let Some(at) = files.iter().position(|(name, ..)| name.starts_with(split.of)) else { return };
    let (name, columns, rows) = files.remove(at);
    let half = rows.len() / 2;
    let second = if split.replaces { &rows[..] } else { &rows[half..] };
    for (team, rows) in [("team b", second), ("team a", &rows[..half])] {
        let (stem, year) = name.trim_end_matches(".csv").split_once(' ').unwrap_or((split.of, ""));
        let name = format!("{stem} {team} {year}").trim().to_owned() + ".csv";
        files.insert(at, (name, columns.clone(), rows.to_vec()));
    }
}
