//! England's return with a tenth of its rows damaged at random.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::support::{assert_balanced, read, report, total};
use missing_rates::cohort::{Cohort, Count};
use missing_rates::report::Codes;
use missing_rates::report::Report;
use missing_rates::{Query, Returns};

/// Children looked after in England in a year, in whole thousands (DfE: 115,410 in the year ending 31 March 2025).
const CHILDREN: u64 = 115_000;

/// A sequence that looks like chance and is the same each time (Knuth's linear congruential generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn one_of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[usize::try_from(self.below(texts.len() as u64)).unwrap()]
    }

    fn date(&mut self, years: &[&str]) -> String {
        format!("{:02}/{:02}/{}", 1 + self.below(28), 1 + self.below(9), self.one_of(years))
    }
}

/// What is in the place of a date and is none.
const NO_DATES: [&str; 9] =
    ["31/02/2024", "99/99/1999", "yesterday", "01/05/24", "05/25/2024", "2024", "#REF!", "00", "01/04/2024 noon"];

/// One module, whole; with damaged rows; and without the rows that are damaged there.
#[derive(Default)]
struct Module {
    damaged: String,
    without: String,
    rows: u64,
    wrong: u64,
}

impl Module {
    fn new(header: &str) -> Self {
        Self { damaged: format!("{header}\r\n"), without: format!("{header}\r\n"), ..Self::default() }
    }

    /// Adds a row, one time in ten as `damage` makes it.
    fn add(&mut self, row: &[String], chance: &mut Chance, damage: impl Fn(&mut [String], &mut Chance)) {
        self.rows += 1;
        let mut cells = row.to_vec();
        if chance.below(10) == 0 {
            self.wrong += 1;
            damage(&mut cells, chance);
        } else {
            writeln!(self.without, "{}\r", row.join(",")).unwrap();
        }
        writeln!(self.damaged, "{}\r", cells.join(",")).unwrap();
    }
}

fn no_child(cells: &mut [String]) {
    cells[0].clear();
}

/// A return: Episodes, Missing and UASC.
fn made() -> [(&'static str, Module); 3] {
    let mut chance = Chance(903);
    let mut episodes = Module::new("CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC");
    let mut missing = Module::new("CHILD,DOB,MISSING,MIS_START,MIS_END");
    let mut uasc = Module::new("CHILD,SEX,DOB,DUC");
    for child in 0..CHILDREN {
        let id = format!("{}", 10_000_000 + child * 61_234_567 % 89_999_999);
        let text = str::to_owned;
        let born = chance.date(&["2008", "2010", "2013", "2019"]);
        let (first, moved) = (chance.date(&["2020", "2022", "2023"]), chance.date(&["2024"]));
        let rows = [
            [
                text(&id),
                first,
                text("S"),
                text("C2"),
                text(chance.one_of(&["U1", "K2"])),
                text("PR1"),
                moved.clone(),
                text("X1"),
            ],
            [
                text(&id),
                moved,
                text("P"),
                text("V2"),
                text(chance.one_of(&["K1", "Z1"])),
                text("PR4"),
                text(""),
                text(""),
            ],
        ];
        for row in rows {
            episodes.add(&row, &mut chance, |cells, chance| match chance.below(4) {
                0 => no_child(cells),
                1 => chance.one_of(&NO_DATES).clone_into(&mut cells[1]),
                2 => chance.one_of(&NO_DATES).clone_into(&mut cells[6]),
                _ => "01/01/1999".clone_into(&mut cells[6]),
            });
        }
        if chance.below(9) == 0 {
            for _ in 0..=chance.below(9) {
                let start = chance.date(&["2024"]);
                let row = [text(&id), born.clone(), text(chance.one_of(&["M", "M", "m", "A"])), start.clone(), start];
                missing.add(&row, &mut chance, |cells, chance| match chance.below(7) {
                    0 => no_child(cells),
                    1 => chance.one_of(&["Q", "MA", "absent", "M?"]).clone_into(&mut cells[2]),
                    2 => cells[2].clear(),
                    3 => chance.one_of(&NO_DATES).clone_into(&mut cells[3]),
                    4 => cells[3].clear(),
                    5 => chance.one_of(&NO_DATES).clone_into(&mut cells[4]),
                    _ => "01/01/1999".clone_into(&mut cells[4]),
                });
            }
        }
        if chance.below(12) == 0 {
            let row = [text(&id), text("1"), born, text("")];
            // A child who is listed counts, whatever is in DUC.
            uasc.add(&row, &mut chance, |cells, _| no_child(cells));
        }
    }
    [("episodes.csv", episodes), ("missing.csv", missing), ("uasc.csv", uasc)]
}

/// How many rows of a file break a rule by themselves, each once, whatever number of rules it breaks.
fn found(report: &Report, work_list: &str, file: &str) -> u64 {
    let alone = ["episode-start", "episode-end", "episode-order", "104"];
    let missing = ["564", "565", "566", "567", "1004", "1005", "1006"];
    let of_row = |rule: &str| alone.contains(&rule) || missing.contains(&rule);
    let row = |line: &str| -> Option<u64> {
        of_row(line.split(',').nth(1)?).then_some(())?;
        line.split_once(&format!(",{file},"))?.1.split(',').next()?.parse().ok()
    };
    let rows: BTreeSet<u64> = work_list.lines().filter_map(row).collect();
    let no_child = report.findings.iter().filter(|f| f.table == file && f.rule == "no-child").map(|f| f.count);
    rows.len() as u64 + no_child.sum::<u64>()
}

#[test]
fn damaged_rows_are_found_set_aside_and_counted_and_change_nothing_else() {
    let modules = made();
    let mut returns = Returns::default();
    for (id, (name, module)) in (1..).zip(&modules) {
        returns.add(id, read(name, module.damaged.as_bytes()));
    }
    let damaged = returns.report(&Query::default());
    let work_list = returns.work_list(&Query::default(), &Codes);
    let without = report(&modules.each_ref().map(|(name, module)| (*name, &module.without)));
    assert_balanced(&damaged);
    for ((name, module), entry) in modules.iter().zip(&damaged.files) {
        assert_eq!((entry.name.as_str(), entry.rows.number()), (*name, Some(module.rows)));
        assert!(module.wrong * 12 > module.rows, "{name}: a tenth is damaged");
        assert_eq!(found(&damaged, &work_list, name), module.wrong, "{name}");
        let clean = without.files.iter().find(|other| other.name == *name).unwrap();
        let aside = clean.rows_set_aside.number().unwrap();
        assert_eq!(entry.rows_set_aside, module.wrong + aside, "{name}");
        assert_eq!(entry.rows_used, clean.rows_used, "{name}");
    }
    assert_eq!(damaged.periods, without.periods);
    assert_eq!(damaged.rates, without.rates);
    assert_eq!(damaged.ratios, without.ratios);
    assert_eq!(damaged.totals, without.totals);
    let same = damaged.profiles.iter().zip(&without.profiles).find(|(one, other)| one != other);
    assert_eq!((damaged.profiles.len(), same), (without.profiles.len(), None));
    let children = total(&damaged, None, Cohort::All, Count::Children);
    assert!((CHILDREN - CHILDREN / 20..CHILDREN).contains(&children), "{children}");
}
