//! Two versions of a table of answers, or of published figures: what changed is found answer by answer, and the earlier
//! version counts in no figure.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{assert_balanced, beside_the_project, returns, sample, set_aside};
use missing_rates::answer::{Answer, Withheld};
use missing_rates::changed_answers::{ChangedAnswers, ChangedAuthorities, HowChanged};
use missing_rates::cohort::{Cohort, Count};
use missing_rates::period::Period;
use missing_rates::report::{Disclosure, FileKind, Reason, Report};
use missing_rates::{Query, Returns};
use proptest::prelude::*;

/// A query that takes these files for an earlier version.
fn since(files: &[u32]) -> Query {
    Query { earlier: files.iter().copied().collect(), ..Query::default() }
}

const AUTHORITIES: [&str; 5] = ["Derby", "Hartlepool", "Kent", "Leeds", "York"];
const YEARS: [i32; 2] = [2023, 2024];

/// What a cell says, and what that is in short; empty if it is no answer.
type Cell = (&'static str, &'static str);

const CHILDREN: [Cell; 8] = [
    ("100", "100"),
    ("120", "120"),
    ("\"1,200\"", "1200"),
    ("110-130", "110..130"),
    ("Refused s.12", "refused 12"),
    ("not held", "not held"),
    ("", ""),
    ("No reply", ""),
];
const MISSING: [Cell; 8] = [
    ("7", "7"),
    ("12", "12"),
    ("<5", "0..4"),
    ("c", "1..5"),
    ("Refused s.40(2)", "refused 40(2)"),
    ("Refused s.12", "refused 12"),
    ("not recorded", "not recorded"),
    ("", ""),
];

fn short(answer: Option<&Answer>) -> String {
    match answer {
        None => String::new(),
        Some(Answer::Exact { count }) => count.to_string(),
        Some(Answer::Range { lowest, highest }) => format!("{lowest}..{highest}"),
        Some(Answer::Withheld { reason }) => match reason {
            Withheld::Refused { section } => format!("refused {}", section.as_deref().unwrap_or("?")),
            Withheld::NotHeld => "not held".to_owned(),
            Withheld::NotRecorded => "not recorded".to_owned(),
            other => format!("{other:?}"),
        },
    }
}

/// Authority, year, children, missing: by their places in the lists above.
type Row = (usize, usize, usize, usize);

/// A tracker whose rows are in any order, without two for one authority and year.
fn tracker() -> impl Strategy<Value = Vec<Row>> {
    let row = (0..AUTHORITIES.len(), 0..YEARS.len(), 0..CHILDREN.len(), 0..MISSING.len());
    prop::collection::vec(row, 1..14).prop_map(|rows| {
        let mut seen = BTreeSet::new();
        rows.into_iter().filter(|(authority, year, ..)| seen.insert((*authority, *year))).collect()
    })
}

/// The rows as a file. Two further rows are there in every version, so that each column has numbers to be known by.
fn text(rows: &[Row]) -> String {
    let head = "Authority,Year,UASC,UASC missing\nEssex,2023,500,50\nEssex,2024,600,60\n".to_owned();
    rows.iter().fold(head, |text, (authority, year, children, missing)| {
        let (children, missing) = (CHILDREN[*children].0, MISSING[*missing].0);
        text + &format!("{},{},{children},{missing}\n", AUTHORITIES[*authority], YEARS[*year])
    })
}

/// What the rows say, by authority, year and count.
fn said(rows: &[Row]) -> BTreeMap<(&'static str, i32, Count), &'static str> {
    let mut said = BTreeMap::new();
    for (authority, year, children, missing) in rows {
        let (authority, year) = (AUTHORITIES[*authority], YEARS[*year]);
        said.insert((authority, year, Count::Children), CHILDREN[*children].1);
        said.insert((authority, year, Count::ChildrenMissing), MISSING[*missing].1);
    }
    said.retain(|_, answer| !answer.is_empty());
    said
}

fn only(mut changed: Vec<ChangedAnswers>) -> ChangedAnswers {
    assert_eq!(changed.len(), 1, "{changed:?}");
    changed.remove(0)
}

/// A report without what lists its files.
fn without_files(mut report: Report) -> Report {
    report.files.clear();
    report.set_aside.clear();
    report
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn what_changed_is_what_differs_cell_by_cell(before in tracker(), now in tracker()) {
        let files = [("may.csv", text(&before)), ("june.csv", text(&now))];
        let changed = only(returns(&files).changed_answers(&since(&[1])));
        let (before, now) = (said(&before), said(&now));
        let mut expected: Vec<(&str, i32, Count, &str, &str)> = Vec::new();
        let mut counts = ChangedAuthorities { same: 1, ..ChangedAuthorities::default() };
        let (mut same, mut answered) = (4, Vec::new());
        for authority in AUTHORITIES {
            let (mut had, mut has, mut differs, mut answers) = (false, false, false, false);
            let is_number = |said: &str| said.starts_with(|first: char| first.is_ascii_digit());
            for year in YEARS {
                for count in [Count::Children, Count::ChildrenMissing] {
                    let of = |said: &BTreeMap<_, &'static str>| said.get(&(authority, year, count)).copied().unwrap_or("");
                    let (then, since) = (of(&before), of(&now));
                    had |= !then.is_empty();
                    has |= !since.is_empty();
                    answers |= !is_number(then) && is_number(since);
                    if then != since {
                        differs = true;
                        expected.push((authority, year, count, then, since));
                    } else if !then.is_empty() {
                        same += 1;
                    }
                }
            }
            if answers {
                answered.push(authority);
            }
            match (had, has, differs) {
                (false, false, _) => {}
                (true, false, _) => counts.gone += 1,
                (_, true, true) if answers => counts.answered += 1,
                // A refusal in the place of nothing is no answer.
                (_, true, true) => counts.changed += 1,
                (_, true, false) => counts.same += 1,
            }
        }
        expected.sort_unstable();
        let mut found: Vec<(&str, i32, Count, String, String)> = Vec::new();
        for of in &changed.answers {
            prop_assert_eq!(of.cohort, Cohort::Unaccompanied);
            let year = YEARS.into_iter().find(|year| Period::calendar_year(*year) == Some(of.period)).unwrap();
            let number = |answer: &Option<Answer>| answer.as_ref().is_some_and(|answer| answer.bounds().is_some());
            let how = match (&of.before, &of.now) {
                (before, now) if !number(before) && number(now) => HowChanged::New,
                (_, None) => HowChanged::Gone,
                _ => HowChanged::Other,
            };
            prop_assert_eq!(of.how(FileKind::AuthorityAnswers), how);
            let name = of.authorities[0].name.unwrap();
            found.push((name, year, of.measure, short(of.before.as_ref()), short(of.now.as_ref())));
        }
        found.sort_unstable();
        let found: Vec<_> = found.iter().map(|(a, y, c, then, since)| (*a, *y, *c, then.as_str(), since.as_str())).collect();
        prop_assert_eq!(found, expected);
        prop_assert_eq!((changed.unchanged, changed.authorities), (same, counts));
        let mut named: Vec<&str> = changed.answered.iter().map(|of| of[0].name.unwrap()).collect();
        named.sort_unstable();
        prop_assert_eq!(named, answered);
    }

    #[test]
    fn an_earlier_version_counts_no_more_than_if_it_was_not_chosen(before in tracker(), now in tracker(), first in any::<bool>()) {
        let (now, before) = (("june.csv", text(&now)), ("may.csv", text(&before)));
        let files = if first { [before, now.clone()] } else { [now.clone(), before] };
        let earlier = if first { 1 } else { 2 };
        for disclosure in [Disclosure::Exact, Disclosure::Safe] {
            let with = returns(&files).report(&Query { disclosure, ..since(&[earlier]) });
            let without = returns(std::slice::from_ref(&now)).report(&Query { disclosure, ..Query::default() });
            assert_balanced(&with);
            let rows = with.files.iter().find(|file| file.name == "may.csv").unwrap().rows.number().unwrap();
            prop_assert_eq!(set_aside(&with, "may.csv"), vec![(Reason::EarlierVersion, rows)]);
            prop_assert_eq!(set_aside(&with, "june.csv"), set_aside(&without, "june.csv"));
            prop_assert_eq!(without_files(with), without_files(without));
        }
    }
}

#[test]
fn what_changed_is_never_in_a_safe_report_and_needs_two_versions() {
    let files = [
        ("may.csv", "Authority,Year,UASC,UASC missing\nKent,2024,100,12\nLeeds,2024,90,<5\n"),
        ("june.csv", "Authority,Year,UASC,UASC missing\nKent,2024,100,13\nYork,2024,80,9\n"),
    ];
    let chosen = returns(&files);
    for disclosure in [Disclosure::Safe, Disclosure::SafeTo5, Disclosure::SafeTo10] {
        assert!(chosen.changed_answers(&Query { disclosure, ..since(&[1]) }).is_empty());
    }
    assert!(chosen.changed_answers(&Query::default()).is_empty(), "nobody said that one is earlier");
    assert!(chosen.changed_answers(&since(&[1, 2])).is_empty(), "nothing is left to compare with");
    assert!(chosen.changed_answers(&since(&[7])).is_empty(), "a file that is not there");
    let changed = only(chosen.changed_answers(&since(&[1])));
    assert_eq!(changed.authorities, ChangedAuthorities { answered: 1, changed: 1, gone: 1, same: 0 });
    assert_eq!((changed.earlier, changed.later), (vec!["may.csv".to_owned()], vec!["june.csv".to_owned()]));
}

/// What changed between two trackers.
fn between(before: &str, now: &str) -> ChangedAnswers {
    only(returns(&[("before.csv", before), ("now.csv", now)]).changed_answers(&since(&[1])))
}

#[test]
fn years_that_one_tracker_alone_has_are_named_and_not_compared() {
    let tracker = |rows: &str| ["Authority,Year,UASC,UASC missing\n", rows].concat();
    let year = |year| Period::calendar_year(year).unwrap();
    let (old, new) = (tracker("Kent,2023,100,20\nLeeds,2023,50,5\n"), tracker("Kent,2024,100,20\nLeeds,2024,50,5\n"));
    let changed = between(&old, &new);
    assert_eq!((changed.compares, changed.answers.len(), changed.unchanged), (false, 0, 0));
    assert_eq!(changed.authorities, ChangedAuthorities::default());
    assert_eq!((changed.only_earlier, changed.only_later), (vec![year(2023)], vec![year(2024)]));
    // One year more: that of both is compared.
    let both = tracker("Kent,2023,100,21\nLeeds,2023,50,5\nKent,2024,100,20\nLeeds,2024,50,5\n");
    let changed = between(&old, &both);
    assert_eq!((changed.compares, changed.answers.len(), changed.unchanged), (true, 1, 3));
    assert_eq!((changed.only_earlier, changed.only_later), (vec![], vec![year(2024)]));
    // A year of which the earlier tracker has rows, without an answer yet, is in both.
    let asked = tracker("Kent,2023,100,20\nLeeds,2023,50,5\nKent,2024,,\nLeeds,2024,No reply,\n");
    let changed = between(&asked, &both);
    assert_eq!((changed.compares, changed.only_later.len(), changed.answers.len()), (true, 0, 5));
    assert_eq!(changed.authorities, ChangedAuthorities { answered: 2, ..ChangedAuthorities::default() });
}

#[test]
fn a_number_in_the_place_of_a_refusal_is_an_answer_and_a_refusal_in_the_place_of_another_is_not() {
    let tracker =
        |cells: &str| ["Authority,Year,UASC,UASC missing\nKent,2024,100,20\nLeeds,2024,", cells, "\n"].concat();
    for (before, now, answered, changed) in [
        ("Refused s.12,Refused s.12", "40,10", 1, 0),
        ("Not held,", "40,<5", 1, 0),
        ("40,Refused s.12", "40,10", 1, 0),
        ("40,10", "40,11", 0, 1),
        ("40,<5", "40,4", 0, 1),
        ("40,10", "40,Refused s.12", 0, 1),
        ("Refused s.12,Refused s.12", "Not held,Not held", 0, 1),
        (",", "Refused s.12,Refused s.12", 0, 1),
        (",", "Refused s.12,4", 1, 0),
    ] {
        let found = between(&tracker(before), &tracker(now));
        let of = found.authorities;
        assert_eq!((of.answered, of.changed, of.gone, of.same), (answered, changed, 0, 1), "{before} to {now}");
        let named: Vec<&str> = found.answered.iter().map(|of| of[0].name.unwrap()).collect();
        assert_eq!(named, if answered > 0 { vec!["Leeds"] } else { vec![] }, "{before} to {now}");
        // Its lines are marked as it is counted.
        let new = found.answers.iter().any(|of| of.how(found.kind) == HowChanged::New);
        assert_eq!(new, answered > 0, "{before} to {now}");
    }
}

#[test]
fn the_files_that_may_be_versions_are_named_by_kind() {
    let files = [
        ("b.csv", "Authority,Year,UASC,UASC missing\nKent,2024,100,12\n".as_bytes().to_vec()),
        ("a.csv", "Authority,Year,UASC,UASC missing\nKent,2024,100,13\n".as_bytes().to_vec()),
        ("dfe.csv", sample("published-2024.csv")),
        ("list.csv", b"CHILD,TRAFFICKED\nA1,confirmed\n".to_vec()),
    ];
    let versions = returns(&files).versions();
    let named: Vec<(FileKind, &str, &[u32])> =
        versions.iter().map(|of| (of.kind, of.name.as_str(), of.files.as_slice())).collect();
    let (answers, published) = (FileKind::AuthorityAnswers, FileKind::DfePublished);
    assert_eq!(named, [(answers, "a.csv", &[2][..]), (answers, "b.csv", &[1]), (published, "dfe.csv", &[3])]);
}

/// The sample of DfE's figures with one number of Kent changed.
fn corrected(returns: &Returns) -> (ChangedAnswers, String) {
    let same = only(returns.changed_answers(&Query::default()));
    let text = String::from_utf8(sample("published-2024.csv")).unwrap();
    let line = text.lines().find(|line| line.contains("E10000016") && line.starts_with("2024")).unwrap();
    let digits = line.rsplit(',').next().unwrap();
    let other = line.strip_suffix(digits).unwrap().to_owned() + &(digits.parse::<u64>().unwrap() + 1).to_string();
    (same, text.replace(line, &other))
}

#[test]
fn a_release_is_compared_with_what_the_product_holds_or_with_another() {
    let (same, other) = corrected(&returns(&[("dfe.csv", sample("published-2024.csv"))]));
    assert_eq!((same.kind, same.answers.len(), same.earlier.len()), (FileKind::DfePublished, 0, 0));
    assert!(same.unchanged > 500 && same.only_later.is_empty(), "{}", same.unchanged);
    assert_eq!((same.authorities.answered, same.authorities.gone), (0, 0));
    // One number is corrected.
    let new = only(returns(&[("new.csv", other.as_bytes())]).changed_answers(&Query::default()));
    assert_eq!((new.answers.len(), new.unchanged), (1, same.unchanged - 1));
    let between = [("old.csv", sample("published-2024.csv")), ("new.csv", other.into_bytes())];
    let between = only(returns(&between).changed_answers(&since(&[1])));
    assert_eq!((&between.answers, between.earlier.as_slice()), (&new.answers, &["old.csv".to_owned()][..]));
    assert_eq!(between.authorities.changed, 1);
    let [one] = between.answers.as_slice() else { panic!("{:?}", between.answers) };
    assert_eq!((one.authorities[0].name, one.how(FileKind::DfePublished)), (Some("Kent"), HowChanged::Other));
}

/// Source: DfE, Children looked after in England, years ending 31 March 2020 to 2024 (OGL v3). `cargo xtask published` wrote
/// the product's own table from releases; here the engine reads one.
#[test]
#[ignore = "reads data beside the project"]
fn a_whole_release_is_what_the_product_holds_figure_by_figure() {
    let whole = [("dfe.csv", beside_the_project("dfe-missing-2020-2024.csv"))];
    let changed = only(returns(&whole).changed_answers(&Query::default()));
    assert_eq!((changed.answers.as_slice(), changed.authorities.changed), (&[][..], 0));
    assert!(changed.unchanged > 3_000, "{}", changed.unchanged);
}
