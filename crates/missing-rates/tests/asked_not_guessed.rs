//! What could mean two things is asked about, and what a person said is heard.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

use crate::support::two_years::{MISSING, UASC, asked, children, share, two_years, year};
use missing_rates::cohort::Cohort;
use missing_rates::kept::Kept;
use missing_rates::read::Reader;
use missing_rates::report::{Basis, Disclosure, FileKind, ListedAs, Problem, Report};
use missing_rates::{Query, Returns};

fn with_list(list: &str) -> Vec<(&'static str, String)> {
    let mut files = two_years();
    files.push(("list.csv", list.to_owned()));
    files
}

fn of_2025(files: &[(&'static str, String)], more: impl FnOnce(&mut Query)) -> Report {
    asked(files, |query| {
        query.period = Some(year(2025));
        more(query);
    })
}

#[test]
fn a_blank_in_a_list_is_no_answer_until_a_person_gives_one() {
    for list in
        ["CHILD,TRAFFICKED\n1,\n2,\n3,\n", "CHILD,TRAFFICKED\n1,1\n2,\n3,0\n", "CHILD,Trafficked\n1,confirmed\n2,\n"]
    {
        assert_eq!(children(&of_2025(&with_list(list), |_| ()), Cohort::Trafficked), None, "{list}");
        let decided = of_2025(&with_list(list), |query| query.decisions.read_listed("", ListedAs::No));
        let expected = u64::from(list.contains("1,1") || list.contains("confirmed"));
        assert_eq!(children(&decided, Cohort::Trafficked), Some(expected), "{list}");
    }
}

#[test]
fn a_word_that_is_understood_can_be_decided_otherwise() {
    let files = with_list("CHILD,TRAFFICKED\n1,confirmed\n2,suspected\n");
    assert_eq!(children(&of_2025(&files, |_| ()), Cohort::Trafficked), Some(2));
    let decided = of_2025(&files, |query| query.decisions.read_listed("Confirmed", ListedAs::No));
    assert_eq!(children(&decided, Cohort::Trafficked), Some(1));
    assert!(decided.list_wordings.iter().any(|of| of.wording == "confirmed" && of.decided));
}

#[test]
fn a_column_of_a_list_that_may_change_its_rows_is_said() {
    let said = |list: &str| {
        let report = of_2025(&with_list(list), |_| ());
        let found = report.findings.iter().filter(|of| of.rule == "list-column-not-read");
        let mut columns: Vec<String> = found.flat_map(|of| &of.rows).filter_map(|row| row.column.clone()).collect();
        columns.sort();
        columns
    };
    assert_eq!(said("CHILD,Year of referral,TRAFFICKED\n1,2025,confirmed\n2,2025,suspected\n"), ["YEAR"]);
    assert_eq!(said("CHILD,Year,TRAFFICKED\n1,2025,confirmed\n2,,suspected\n"), ["YEAR"]);
    // A year of all rows is that of the list.
    assert!(said("CHILD,Year,TRAFFICKED\n1,2025,confirmed\n2,2025,suspected\n").is_empty());
    assert_eq!(said("CHILD,TRAFFICKED,Trafficked_end,Notes\n1,confirmed,,closed\n"), ["END", "NOTES"]);
    assert!(said("CHILD,TRAFFICKED,Jane Doe,SEX\n1,confirmed,x,1\n").is_empty());
}

#[test]
fn a_list_whose_rows_are_of_several_years_is_not_used() {
    for (list, used) in [
        ("CHILD,Year,TRAFFICKED\n1,2023/24,confirmed\n2,2024/25,suspected\n", false),
        ("CHILD,TRAFFICKED,Trafficked end\n1,confirmed,\n2,confirmed,01/09/2023\n", false),
        ("CHILD,TRAFFICKED,From,To\n1,confirmed,01/05/2023,\n2,confirmed,01/05/2023,2023-09-01\n", false),
        ("CHILD,Quarter,TRAFFICKED\n1,Q1 2023-24,confirmed\n2,Q1 2024-25,suspected\n", false),
        ("CHILD,Jane Doe,TRAFFICKED\n1,2024,confirmed\n2,2025,suspected\n", false),
        ("CHILD,TRAFFICKED,FY\n1,confirmed,23/24\n2,confirmed,24/25\n", false),
        ("CHILD,TRAFFICKED,Active\n1,confirmed,Y\n2,confirmed,N\n", false),
        ("CHILD,TRAFFICKED,Active\n1,confirmed,Y\n2,confirmed,Y\n", true),
        ("CHILD,TRAFFICKED,Born\n1,confirmed,2008\n2,confirmed,2009\n", true),
        ("CHILD,Year,TRAFFICKED\n1,2024/25,confirmed\n2,2024-25,suspected\n", true),
        ("CHILD,TRAFFICKED,From,To\n1,confirmed,01/05/2023,\n2,confirmed,01/05/2024,\n", true),
        ("CHILD,TRAFFICKED,Sent to\n1,confirmed,Team A\n2,confirmed,Team B\n", true),
    ] {
        let report = of_2025(&with_list(list), |_| ());
        let is_said = report.files.iter().any(|file| matches!(file.problem, Some(Problem::RowsOfOtherDays { .. })));
        assert_eq!((is_said, children(&report, Cohort::Trafficked).is_some()), (!used, used), "{list}");
    }
}

#[test]
fn zeros_that_do_not_matter_do_not_matter_within_a_file_either() {
    let mut files = two_years();
    files[1].1 += "001,01/05/2023,S,C2,U1,PR1,,\n";
    assert_eq!(children(&of_2025(&files, |_| ()), Cohort::All), Some(5));
    let same = of_2025(&files, |query| query.zeros_matter = Some(false));
    assert_eq!((children(&same, Cohort::All), share(&same, Cohort::All)), (Some(4), Some((2, 4))));
}

#[test]
fn files_of_one_name_have_no_order_and_are_asked_about() {
    let mut files = two_years();
    files.retain(|(name, _)| !name.starts_with("uasc"));
    let own =
        [format!("{UASC}1,1,05/06/2008,\n2,1,05/06/2010,\n"), format!("{UASC}1,1,05/06/2008,\n3,1,05/06/2009,\n")];
    for order in [[0, 1], [1, 0]] {
        let mut these = files.clone();
        these.extend(order.map(|at: usize| ("UASC.csv", own[at].clone())));
        let report = of_2025(&these, |_| ());
        assert_eq!(children(&report, Cohort::Unaccompanied), None);
        let problems = report.files.iter().filter(|file| file.problem == Some(Problem::WhichYear)).count();
        assert_eq!(problems, 2);
    }
}

#[test]
fn a_file_of_settings_says_the_years_that_only_the_order_of_names_would_give() {
    let mut files = two_years();
    files.retain(|(name, _)| !name.starts_with("uasc"));
    files.push(("p.csv", format!("{UASC}1,1,05/06/2008,\n2,1,05/06/2010,\n")));
    files.push(("q.csv", format!("{UASC}1,1,05/06/2008,\n3,1,05/06/2009,\n")));
    let ids: Vec<u32> =
        files.iter().zip(1..).filter(|((name, _), _)| ["p.csv", "q.csv"].contains(name)).map(|(_, id)| id).collect();
    let said = |query: &mut Query| query.years = [(ids[0], 2025), (ids[1], 2024)].into();
    let by_hand = of_2025(&files, said);
    let file_years = [("p.csv".to_owned(), 2025), ("q.csv".to_owned(), 2024)].into();
    let kept = Kept { period: Some(year(2025)), file_years, ..Kept::default() };
    let by_settings = of_2025(&files, |query| query.fill(&kept));
    assert_eq!(share(&by_settings, Cohort::Unaccompanied), share(&by_hand, Cohort::Unaccompanied));
    assert_ne!(share(&of_2025(&files, |_| ()), Cohort::Unaccompanied), share(&by_hand, Cohort::Unaccompanied));
}

#[test]
fn header_may_say_who_was_missing_and_is_header_still() {
    let mut reader = Reader::new("header 2025.csv", Vec::new());
    reader.push(b"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,MISSING\n1,1,05/06/2008,WBRI,A1,,,0\n");
    assert_eq!(reader.finish().entry().kind, FileKind::Header);
}

#[test]
fn of_two_words_for_being_missing_one_is_not_left_out_in_silence() {
    let rows = |count: usize, code: &str| format!("1,05/06/2008,{code},01/08/2024,03/08/2024\n").repeat(count);
    for (known, unclear, is_used) in [(24, 11, false), (57, 3, false), (58, 3, true), (24, 2, true)] {
        let mut files = two_years();
        files[3].1 = format!("{MISSING}{}{}", rows(known, "M"), rows(unclear, "Absent"));
        let report = of_2025(&files, |_| ());
        assert_eq!(share(&report, Cohort::All).is_some(), is_used, "{known} {unclear}");
    }
    let mut files = two_years();
    files[3].1 = format!(
        "{MISSING}1,05/06/2008,M,01/08/2024,03/08/2024\n2,05/06/2010,AWOL,10/01/2025,12/01/2025\n3,05/06/2010,AWOL,10/01/2025,12/01/2025\n1,05/06/2008,AWOL,10/01/2025,12/01/2025\n"
    );
    let report = of_2025(&files, |_| ());
    assert_eq!(share(&report, Cohort::All), None);
    assert!(report.files.iter().any(|file| file.problem == Some(Problem::CodesNotUnderstood { rows: 3 })));
}

#[test]
fn of_words_in_legal_status_nobody_knows_which_are_short_breaks() {
    for (word, unclear, is_used) in [
        ("Short breaks", 3, false),
        ("V3 Series of short breaks", 3, false),
        ("C2 Full care order", 2, true),
        ("V3", 3, true),
        ("", 3, true),
    ] {
        let mut files = two_years();
        for child in 0..unclear {
            files[1].1 += &format!("9{child},01/05/2023,S,{word},U1,PR1,,\n");
        }
        let report = of_2025(&files, |_| ());
        assert_eq!(share(&report, Cohort::All).is_some(), is_used, "{word}");
        let problem = report.files.iter().find_map(|file| file.problem.clone());
        assert_eq!(problem, (!is_used).then_some(Problem::StatusesNotUnderstood { rows: 3 }), "{word}");
    }
    // Where no row has a code, too, and not where they are few among many.
    let mut files = two_years();
    files[1].1 = files[1].1.replace(",C2,", ",Full care order,");
    assert_eq!(share(&of_2025(&files, |_| ()), Cohort::All), None);
    let mut files = two_years();
    files[1].1 += &(100..160).map(|child| format!("{child},01/05/2023,S,C2,U1,PR1,,\n")).collect::<String>();
    files[1].1 += &(90..93).map(|child| format!("{child},01/05/2023,S,C9,U1,PR1,,\n")).collect::<String>();
    assert!(share(&of_2025(&files, |_| ()), Cohort::All).is_some());
}

#[test]
fn a_cell_that_may_be_a_name_is_in_no_report() {
    let mut files = two_years();
    files[3].1 += "3,05/06/2010,Zed Qwert,20/05/2024,Xylophone,\n2,05/06/2010,AWOL,13/13/2024,\n";
    let json = of_2025(&files, |_| ()).to_json();
    assert!(!json.contains("Qwert") && !json.contains("Xylophone"));
    assert!(json.contains("AWOL") && json.contains("13/13/2024"));
}

#[test]
fn a_safe_report_of_answers_gives_no_sum_to_try_hidden_numbers_against() {
    let answers = "Authority,Year,UASC,UASC missing\nHull,2024,201,39\nLeeds,2024,29,4\nYork,2024,83,11\n";
    let mut reader = Reader::new("answers.csv", Vec::new());
    reader.push(answers.as_bytes());
    let mut returns = Returns::default();
    returns.add(1, reader.finish());
    let exact = returns.report(&Query::default());
    let sum = exact.files[0].sha256.clone();
    let mut safe = returns.report(&Query { disclosure: Disclosure::Safe, ..Query::default() });
    assert!(!sum.is_empty() && !safe.to_json().contains(&sum) && safe.files[0].name == "answers.csv");
    // A sum that is made later is not told either.
    returns.tell_sum(1, &sum, Some(&mut safe));
    assert!(!safe.to_json().contains(&sum));
}

#[test]
fn a_range_that_gives_an_authority_away_hides_what_is_of_that_authority_and_no_more() {
    // Of Halton's three children all are both, so that one of them went missing: its own range and its other answers say so.
    let heading = "Authority,Year,Trafficked children,Trafficked children who went missing,Trafficked children missing incidents,\
                   Children both trafficked and unaccompanied,Children both trafficked and unaccompanied who went missing,\
                   Children both trafficked and unaccompanied missing incidents\n";
    for range in ["<5", "1-2", "0-1", "1-1"] {
        let rows =
            format!("Halton,2024,3,{range},2,3,1,2\nKent,2024,300,90,120,80,30,60\nEssex,2024,200,50,90,60,20,40\n");
        let mut reader = Reader::new("answers.csv", Vec::new());
        reader.push([heading, &rows].concat().as_bytes());
        let mut returns = Returns::default();
        returns.add(1, reader.finish());
        let safe = returns.report(&Query { disclosure: Disclosure::Safe, ..Query::default() });
        let exact = |name: &str| -> Vec<u64> {
            let own = safe.totals.iter().filter(|total| total.area.name == Some(name));
            own.filter_map(|total| total.exact).filter(|n| *n > 0).collect()
        };
        assert!(exact("Kent").contains(&300) && exact("Kent").contains(&90), "{range}: {:?}", exact("Kent"));
        assert!(exact("Halton").is_empty(), "{range}: {:?}", exact("Halton"));
    }
}

#[test]
fn dates_with_the_month_first_are_seen_though_each_could_be_read() {
    let mut files = two_years();
    let rows = [
        "04/05/2024,04/07/2024",
        "05/06/2024,05/08/2024",
        "06/02/2024,06/04/2024",
        "07/08/2024,07/10/2024",
        "08/03/2024,08/05/2024",
        "09/09/2024,09/11/2024",
        "02/05/2025,02/07/2025",
    ];
    let rows: String = rows.iter().map(|dates| format!("1,05/06/2008,M,{dates}\n")).collect();
    files[3].1 = format!("{MISSING}{rows}");
    let report = of_2025(&files, |_| ());
    assert_eq!((share(&report, Cohort::All), children(&report, Cohort::All)), (None, Some(4)));
    assert!(report.files.iter().any(|file| file.problem == Some(Problem::MonthFirst)));
}

#[test]
fn what_a_rule_changes_is_shown_of_the_unaccompanied_too() {
    let mut files = two_years();
    files.retain(|(name, _)| !name.starts_with("uasc"));
    files.push(("uasc 2025.csv", format!("{UASC}1,1,05/06/2008,31/13/2024\n5,1,05/06/2009,\n")));
    let report = of_2025(&files, |_| ());
    let of = |rule: Option<&str>| {
        let case = report.sensitivity.iter().find(|case| case.rule == rule).unwrap();
        (case.denominator, case.numerator, case.unaccompanied_children, case.unaccompanied_missing)
    };
    assert_eq!(of(None), (4, 2, Some(2), Some(1)));
    assert_eq!(of(Some("104")), (4, 2, Some(1), Some(0)));
    // Without a file that says who is unaccompanied nothing is said of them.
    files.pop();
    let report = of_2025(&files, |_| ());
    assert!(report.sensitivity.iter().all(|case| case.unaccompanied_children.is_none()));
}

#[test]
fn what_is_below_other_headings_or_another_title_is_not_read_under_the_first() {
    const FIRST: &str = "Authority,Year,UASC,UASC missing\nKent,2024,100,12\nHull,2024,40,3\n";
    let of = |text: &str| crate::support::report(&[("answers.csv", text)]);
    let counted = |report: &Report| {
        let of_all = report.rates.iter().filter(|rate| rate.basis == Basis::Matched);
        let rate = of_all.min_by_key(|rate| rate.area.level);
        rate.map(|rate| (rate.numerator, rate.denominator))
    };
    let alone = counted(&of(FIRST));
    assert!(alone.is_some());
    for below in [
        "\nAuthority,Year,Trafficked,Trafficked missing\nYork,2024,50,30\nLeeds,2024,20,9\n",
        "LA,Year,Children looked after,Went missing\nYork,2024,500,30\n",
        "\nTrafficked children\nYork,2024,50,30\nLeeds,2024,20,9\n",
    ] {
        let report = of(&[FIRST, below].concat());
        assert_eq!(counted(&report), alone, "{below}");
        assert!(report.findings.iter().any(|found| found.rule == "below-other-headings"), "{below}");
    }
    // The same headings again, a note, a region, and a title of what the columns say are no other table.
    let all = counted(&of(&[FIRST, "York,2024,50,30\n"].concat()));
    for between in [
        "authority,YEAR,uasc, UASC  missing\n",
        "Yorkshire and The Humber,,,\n",
        "Unaccompanied children\n",
        "Notes: children are counted once,,,\n",
        ",,,\n",
    ] {
        let report = of(&[FIRST, between, "York,2024,50,30\n"].concat());
        assert_eq!(counted(&report), all, "{between}");
        assert!(!report.findings.iter().any(|found| found.rule == "below-other-headings"), "{between}");
    }
    // A title with another year, where the rows do not say theirs.
    let dated = "Unaccompanied children 2024,,\nAuthority,UASC,UASC missing\nKent,100,12\nHull,40,3\n";
    let first = counted(&of(dated));
    let report = of(&[dated, "2023,,\nYork,50,30\n"].concat());
    assert!(first.is_some());
    assert_eq!(counted(&report), first);
}

#[test]
fn a_table_beside_another_is_not_left_out_in_silence() {
    let mut files = two_years();
    files[3].1 = format!(
        "{MISSING}1,05/06/2008,M,01/08/2024,03/08/2024\n2,05/06/2010,M,10/01/2025,12/01/2025,,3,M,01/05/2024,02/05/2024\n\
         1,05/06/2008,M,01/09/2024,03/09/2024,,2,M,01/06/2024,02/06/2024\n"
    );
    let report = of_2025(&files, |_| ());
    assert_eq!((share(&report, Cohort::All), children(&report, Cohort::All)), (None, Some(4)));
    assert!(report.files.iter().any(|file| file.problem == Some(Problem::TableBeside { row: 3 })));
    // Answers as well.
    let of = |text: &str| crate::support::report(&[("answers.csv", text)]);
    let beside =
        "Authority,Year,UASC,UASC missing\nKent,2024,100,12\nHull,2024,40,3,,York,60,3\nLeeds,2024,40,3,,Derby,60,3\n";
    assert!(of(beside).rates.is_empty());
    // A row with one cell too many is not used, and so is one with a note; cells without anything in them are nothing.
    for (row, said) in [("Hull,2024,40,3,excluding those over 16\n", true), ("Hull,2024,40,3,,,\n", false)] {
        let report = of(&["Authority,Year,UASC,UASC missing\nKent,2024,100,12\n", row].concat());
        assert!(!report.rates.is_empty());
        assert_eq!(report.findings.iter().any(|of| of.rule == "row-longer-than-headings"), said, "{row}");
    }
}

#[test]
fn one_content_under_two_names_is_of_two_years_where_the_names_say_so() {
    let text = "Authority,UASC,UASC missing\nKent,100,12\nHull,40,3\n";
    let of = |names: [&str; 2]| {
        let report = crate::support::report(&names.map(|name| (name, text)));
        (report.periods.len(), report.files.iter().filter(|file| file.problem.is_some()).count())
    };
    assert_eq!(of(["tracker.xlsx › 2023", "tracker.xlsx › 2024"]), (2, 0));
    assert_eq!(of(["answers 2024.csv", "answers 2024 (1).csv"]), (1, 1));
}

#[test]
fn a_sheet_or_file_that_is_named_after_a_part_of_the_children_is_asked_about() {
    let text = "Authority,Year,UASC,UASC missing\nKent,2024,100,12\nHull,2024,40,3\n";
    let of = |name: &str| !crate::support::report(&[(name, text)]).rates.is_empty();
    for name in ["Boys.csv", "tracker.xlsx › Girls", "males 2024.csv"] {
        assert!(!of(name), "{name}");
    }
    for name in ["answers.csv", "UASC 2024.csv", "tracker.xlsx › Sheet1", "FOI responses final.csv"] {
        assert!(of(name), "{name}");
    }
}

#[test]
fn a_year_over_the_middle_of_its_block_is_asked_about() {
    const THREE: &str = "UASC in care,UASC who went missing,UASC missing incidents";
    let of = |years: &str| {
        let text = format!("{years}\nAuthority,{THREE},{THREE}\nKent,100,10,30,200,20,50\nEssex,100,10,30,300,20,50\n");
        asked(&[("answers.csv", text)], |query| query.period = None)
    };
    for late in [",,2023,,,2024,", ",,,2023,,,2024"] {
        let report = of(late);
        assert!(report.rates.is_empty() && report.totals.is_empty(), "{late}");
        assert!(matches!(report.files[0].problem, Some(Problem::UnknownColumns { .. })), "{late}");
        assert!(report.columns.iter().all(|column| !column.used), "{late}");
    }
    for first in [",2023,,,2024,,", ",2023,2023,2023,2024,2024,2024"] {
        assert!(of(first).rates.iter().any(|rate| (rate.numerator, rate.denominator) == (40, 500)), "{first}");
    }
}
