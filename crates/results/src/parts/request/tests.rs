//! What is asked is what can be read: the table, filled in, against the engine's own reader.

use std::collections::BTreeMap;

use document::{RequestOf, Setting, all};
use missing_rates::answer::{Answer, Withheld};
use missing_rates::area::Nation;
use missing_rates::cohort::{Cohort, Count};
use missing_rates::read::Reader;
use missing_rates::report::{FileKind, Level, Report};
use missing_rates::{Query, Returns};
use words::Language::English;

use super::*;

/// Settings that ask about some groups, in some nations, for some years.
fn settings(cohorts: u32, nations: u32, (from, to): (i32, i32)) -> Settings {
    let mut settings = Settings::default();
    for (at, cohort) in COHORTS.into_iter().enumerate() {
        settings.apply(Setting::Request(RequestOf::Cohort { cohort, asked: cohorts >> at & 1 == 1 }));
    }
    for (at, nation) in Nation::ALL.into_iter().enumerate() {
        settings.apply(Setting::Request(RequestOf::Nation { nation, asked: nations >> at & 1 == 1 }));
    }
    settings.apply(Setting::Request(RequestOf::From(from)));
    settings.apply(Setting::Request(RequestOf::To(to)));
    settings
}

fn report(csv: &str) -> Report {
    let mut reader = Reader::new("answers-to-fill-in.csv", Vec::new());
    reader.push(csv.as_bytes());
    let mut returns = Returns::default();
    returns.add(1, reader.finish());
    returns.report(&Query::default())
}

/// What an authority writes for a group, and the number that it means: children, those who went missing, incidents, those still
/// missing. Now and then there is no number.
fn given(mut seed: u64, group: u64) -> [(String, Option<u64>); 4] {
    // SplitMix64: Steele, Lea and Flood, 2014.
    let mut below = |most: u64| {
        seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = seed;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % most
    };
    // A group is smaller than those that it is a part of.
    let most = 1_600 >> (2 * group);
    // Now and then there are no children at all.
    let children = if below(9) == 0 { 0 } else { most / 2 + below(most / 2) };
    // Now and then none went missing.
    let missing = if children == 0 || below(4) == 0 { 0 } else { 1 + below(children) };
    let incidents = missing * (1 + below(5));
    let still = below(missing.min(9) + 1);
    let mut said = [children, missing, incidents, still].map(|number| match below(12) {
        _ if (1..5).contains(&number) => ("<5".to_owned(), None),
        1 => ("Refused s.12".to_owned(), None),
        2 => ("Not held".to_owned(), None),
        3 => (String::new(), None),
        _ => (number.to_string(), Some(number)),
    });
    // Zero beside a refusal, or beside children that are not given, is asked about on purpose. Who counted the children, and
    // that none went missing, may not hold incidents.
    let counted = |number: u64| (number.to_string(), Some(number));
    if missing == 0 {
        (said[0], said[1]) = (counted(children), counted(0));
        said[2..].iter_mut().filter(|(text, _)| text.starts_with("Refused")).for_each(|one| *one = counted(0));
    } else if still == 0 && said[..2].iter().any(|(_, number)| number.is_none()) {
        said[3] = ("<5".to_owned(), None);
    }
    said
}

/// Years to ask about, from and to.
const YEARS: [(i32, i32); 5] = [(2024, 2025), (2025, 2025), (2019, 2021), (2026, 2026), (2018, 2018)];

#[test]
fn the_table_filled_in_reads_without_a_question_whatever_is_asked() {
    for cohorts in 1..16 {
        for nations in 1..16 {
            let years = YEARS[(cohorts + nations) as usize % YEARS.len()];
            let settings = settings(cohorts, nations, years);
            let csv = sheet(English, &settings).unwrap();
            let asked: Vec<Cohort> = settings.shown.request.cohorts().collect();
            let (mut filled, mut sums) = (String::new(), BTreeMap::<(String, Cohort), [u64; 4]>::new());
            for (row, line) in (0..).zip(csv.lines()) {
                if row == 0 {
                    filled += &[line, "\r\n"].concat();
                    continue;
                }
                filled += line.trim_end_matches(',');
                let year = line.rsplit(" December ").next().unwrap().trim_end_matches(',').to_owned();
                for (group, cohort) in (0..).zip(&asked) {
                    let seed = u64::from(cohorts) << 40 | u64::from(nations) << 32 | row << 8 | group;
                    let sums = sums.entry((year.clone(), *cohort)).or_default();
                    for (sum, (written, number)) in sums.iter_mut().zip(given(seed, group)) {
                        *sum += number.unwrap_or_default();
                        filled += &[",", &written].concat();
                    }
                }
                filled += "\r\n";
            }
            let report = report(&filled);
            let of = (cohorts, nations, years);
            let file = &report.files[0];
            assert!(file.problem.is_none() && file.kind == FileKind::AuthorityAnswers, "{of:?}: {:?}", file.problem);
            assert!(report.columns.iter().all(|column| column.used && column.not_understood.is_empty()), "{of:?}");
            assert!(report.set_aside.is_empty() && report.names.is_empty(), "{of:?}");
            for wording in &report.wordings {
                let is_asked = Answer::Withheld { reason: Withheld::NotUnderstood };
                assert_ne!(wording.answer, is_asked, "{of:?}: {wording:?}");
            }
            let periods: Vec<String> = report.periods.iter().map(ToString::to_string).collect();
            let expected: Vec<String> = (years.0..=years.1).map(|year| format!("{year}-01-01/{year}-12-31")).collect();
            assert_eq!(periods, expected, "{of:?}");
            for ((year, cohort), sum) in sums {
                let counts =
                    [Count::Children, Count::ChildrenMissing, Count::MissingIncidents, Count::ChildrenMissingAtEnd];
                for (count, number) in counts.into_iter().zip(sum) {
                    let of_each = report.totals.iter().filter(|total| {
                        (total.area.level, total.cohort, total.measure) == (Level::Authority, cohort, count)
                            && total.period.to_string().starts_with(&year)
                    });
                    let all: u64 = of_each.filter_map(|total| total.exact).sum();
                    assert_eq!(all, number, "{of:?} {year} {cohort:?} {count:?}");
                }
            }
        }
    }
}

#[test]
fn the_table_has_every_authority_of_the_nations_in_each_year_and_those_alone() {
    let rows = |nations, year| sheet(English, &settings(1, nations, (year, year))).unwrap().lines().count() - 1;
    assert_eq!([15, 1, 2, 4, 8].map(|nations| rows(nations, 2025)), [212, 153, 5, 32, 22]);
    // Before Cumbria and Northamptonshire were parted.
    assert!(rows(1, 2018) < 153 && rows(1, 2018) > 150);
}

#[test]
fn the_wording_asks_what_the_table_holds_under_the_law_of_each_nation() {
    for cohorts in 1..16 {
        let settings = settings(cohorts, 15, (2024, 2025));
        let text = letter(English, &settings).unwrap();
        let columns = settings.shown.request.cohorts().flat_map(|cohort| sheet::columns(English, cohort));
        for column in columns {
            assert_eq!(text.matches(&format!("   {column}: ____")).count(), 2, "{column}\n{text}");
        }
        assert!(text.contains("each calendar year from 2024 to 2025"), "{text}");
        // Sex and length are asked of each group and year, unless a person leaves them out. They are in no table.
        let groups = settings.shown.request.cohorts().count();
        assert_eq!(text.matches("(e) Girls: ____").count(), 2 * groups, "{text}");
        assert_eq!(text.matches("(f) More than 28 days: ____").count(), 2 * groups, "{text}");
        let (mut without, with) = (settings.clone(), sheet(English, &settings));
        without.apply(Setting::Request(RequestOf::Detail { asked: false }));
        let text = letter(English, &without).unwrap();
        assert!(!["(e)", "(f)", "Length:", "Girls"].iter().any(|word| text.contains(word)), "{text}");
        assert_eq!(sheet(English, &without), with);
    }
    let law = |nations| letter(English, &settings(1, nations, (2025, 2025))).unwrap();
    assert!(law(1).contains("Act 2000,") && !law(1).contains("(Scotland)"));
    assert!(law(4).contains("(Scotland) Act 2002,") && !law(4).contains("Act 2000"));
    assert!(law(5).contains("Act 2000 or, in Scotland,"));
}

#[test]
fn nothing_is_written_while_nothing_is_asked_or_nobody() {
    for settings in [settings(0, 15, (2025, 2025)), settings(15, 0, (2025, 2025))] {
        assert_eq!((letter(English, &settings), sheet(English, &settings)), (None, None));
        let report = Returns::default().report(&Query::default());
        let context = Context {
            language: English,
            report: &report,
            period: None,
            settings: &settings,
            returns: None,
            without_books: false,
        };
        let blocks = blocks(context);
        assert!(!all(&blocks).iter().any(|block| matches!(block, Block::Download { .. } | Block::Snippet { .. })));
    }
}

#[test]
fn a_first_year_after_the_last_moves_the_last() {
    let mut settings = settings(1, 1, (2020, 2022));
    settings.apply(Setting::Request(RequestOf::From(2024)));
    assert_eq!(settings.shown.request.years(), (2024, 2024));
    for never in [i32::MIN, 1900, 3000, i32::MAX] {
        settings.apply(Setting::Request(RequestOf::From(never)));
        settings.apply(Setting::Request(RequestOf::To(never)));
        assert_eq!(settings.shown.request.years(), (2024, 2024));
    }
    settings.apply(Setting::Request(RequestOf::To(2019)));
    assert_eq!(settings.shown.request.years(), (2019, 2019));
}

#[derive(Default)]
struct Taken(Vec<(String, Vec<u8>)>);

impl workbooks::Tables for Taken {
    fn begin(&mut self, name: &str) {
        self.0.push((name.to_owned(), Vec::new()));
    }

    fn text(&mut self, table: usize, text: &[u8]) {
        self.0[table].1.extend(text);
    }
}

#[test]
fn the_workbook_to_fill_in_is_read_without_a_question_once_it_is() {
    let csv = sheet(English, &settings(15, 15, (2024, 2025))).unwrap();
    let empty = Returns::default().report(&Query::default());
    let mut written = crate::blank_workbook(English, &empty, &csv);
    let mut sum = 0;
    for (nth, row) in (1_u64..).zip(&mut written.sheets[0].rows) {
        for (place, cell) in (0_u64..).zip(row.iter_mut().skip(3)) {
            assert!(cell.is_empty());
            // Children, those of them who went missing, incidents, those still missing.
            let number = [20 + nth % 7, 6, 9, 2][usize::try_from(place % 4).unwrap()];
            *cell = number.to_string();
            sum += number;
        }
    }
    let bytes = workbooks::xlsx(&written).unwrap();
    let mut opener = workbooks::Opener::new("answers.xlsx");
    let mut taken = Taken::default();
    opener.push(&bytes, &mut taken);
    opener.finish(&mut taken).unwrap_or_else(|_| panic!("it cannot be opened"));
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(&taken.0) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text);
        returns.add(id, reader.finish());
    }
    let report = returns.report(&Query::default());
    assert!(!report.findings.iter().any(|finding| finding.rule == "sheet-without-table"), "{:?}", report.findings);
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    let answers: Vec<_> = report.files.iter().filter(|file| file.kind == FileKind::AuthorityAnswers).collect();
    assert_eq!((answers.len(), answers[0].problem.clone()), (1, None), "{:?}", report.files);
    assert!(report.columns.iter().all(|column| column.used && column.not_understood.is_empty()));
    assert!(report.wordings.is_empty() && report.names.is_empty());
    let of_each = report.totals.iter().filter(|total| total.area.level == Level::Authority);
    let told: u64 = of_each.filter_map(|total| total.exact).sum();
    assert_eq!(told, sum);
}
