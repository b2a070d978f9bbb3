//! Which child a row is about, who is unaccompanied, and how cells are read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

use crate::support::two_years::{EPISODES, MISSING, UASC, asked, children, share, two_years, without, year};
use crate::support::{find_rate, report, report_for};
use missing_rates::cohort::{Cohort, Share};
use missing_rates::period::Period;
use missing_rates::report::{Basis, Module, Need, NotHeld, Problem};

#[test]
fn children_are_known_by_their_identifiers_however_they_are_written() {
    let episodes = format!(
        "{EPISODES}ab12c,01/05/2024,S,C2,U1,PR1,,\n12,01/05/2024,S,C2,U1,PR1,,\n0777,01/05/2024,S,C2,U1,PR1,,\n"
    );
    let missing = |ids: [&str; 2]| {
        let row = |id: &str| format!("\"{}\",05/06/2008,M,01/08/2024,03/08/2024\n", id.replace('"', "\"\""));
        format!("{MISSING}{}{}", row(ids[0]), row(ids[1]))
    };
    for ids in [["AB12C", "12.0"], ["=\"Ab12C\"", "'12"], ["ab12c\u{A0}", " 12 "], ["AB 12c", "=\"12\""]] {
        let report = asked(&[("e.csv", episodes.clone()), ("m.csv", missing(ids))], |_| ());
        assert_eq!(share(&report, Cohort::All), Some((2, 3)), "{ids:?}");
    }
    // Zeros are asked about, and the file is not used until then.
    let files = [("e.csv", episodes.clone()), ("m.csv", missing(["AB12C", "777"]))];
    let open = asked(&files, |_| ());
    assert_eq!((share(&open, Cohort::All), children(&open, Cohort::All)), (None, Some(3)));
    assert_eq!(open.files[1].problem, Some(Problem::LeadingZeros { children: 1 }));
    assert_eq!(share(&asked(&files, |query| query.zeros_matter = Some(false)), Cohort::All), Some((2, 3)));
    assert_eq!(share(&asked(&files, |query| query.zeros_matter = Some(true)), Cohort::All), Some((1, 3)));
    // Rounded ones cannot be told apart.
    let files = [("e.csv", episodes), ("m.csv", missing(["1.23457E+12", "1.23457E+12"]))];
    let rounded = asked(&files, |_| ());
    assert_eq!(share(&rounded, Cohort::All), None);
    assert!(matches!(rounded.files[1].problem, Some(Problem::RoundedIdentifiers { rows: 2, row: 2 })));
    assert!(rounded.findings.iter().any(|finding| finding.rule == "identifier-rounded" && finding.count == 2));
}

#[test]
fn identifiers_of_which_a_spreadsheet_kept_15_digits_stop_the_share() {
    let files = |last: &dyn Fn(u32) -> u32| {
        let id = |child: u32| format!("202410000000{child:03}{}", last(child));
        let episodes: String = (1..=8).map(|child| format!("{},01/05/2024,S,C2,U1,PR1,,\n", id(child))).collect();
        let missing = format!("{MISSING}{},05/06/2008,M,01/08/2024,03/08/2024\n", id(3));
        [("e.csv", format!("{EPISODES}{episodes}")), ("m.csv", missing)]
    };
    assert_eq!(share(&asked(&files(&|child| child), |_| ()), Cohort::All), Some((1, 8)));
    let cut = asked(&files(&|_| 0), |_| ());
    assert_eq!((share(&cut, Cohort::All), children(&cut, Cohort::All)), (None, None));
    assert_eq!(cut.files[0].problem, Some(Problem::MayBeRounded { rows: 8, row: 2 }));
    assert!(cut.findings.iter().any(|finding| finding.rule == "identifier-rounded" && finding.count == 8));
    // A person knows that they are whole.
    let whole = asked(&files(&|_| 0), |query| query.whole_identifiers = Some(true));
    assert_eq!((share(&whole, Cohort::All), &whole.files[0].problem), (Some((1, 8)), &None));
    assert!(!whole.findings.iter().any(|finding| finding.rule == "identifier-rounded"));
}

#[test]
fn zeros_that_several_children_may_have_lost_are_asked_about_too() {
    let episode = |id: &str| format!("{id},01/05/2024,S,C2,U1,PR1,,\n");
    let files = [
        ("e.csv", format!("{EPISODES}{}{}{}", episode("0012"), episode("12"), episode("7"))),
        ("m.csv", format!("{MISSING}012,05/06/2008,M,01/08/2024,03/08/2024\n")),
    ];
    let open = asked(&files, |_| ());
    assert_eq!((share(&open, Cohort::All), children(&open, Cohort::All)), (None, Some(3)));
    assert_eq!(open.files[1].problem, Some(Problem::LeadingZeros { children: 1 }));
    // The only child of Missing is nobody who was in care, which is not the same as nobody who went missing.
    let apart = asked(&files, |query| query.zeros_matter = Some(true));
    assert_eq!((share(&apart, Cohort::All), children(&apart, Cohort::All)), (None, Some(3)));
}

#[test]
fn while_zeros_are_asked_about_no_rule_compares_the_two_years() {
    let episodes = |ids: [&str; 2]| {
        let rows = ids.map(|id| format!("{id},01/05/2023,S,C2,U1,PR1,,\n"));
        format!("{EPISODES}{}", rows.concat())
    };
    let files = [
        ("e 2023-24.csv", episodes(["0012", "7"])),
        ("e 2024-25.csv", episodes(["12", "7"])),
        ("m 2023-24.csv", format!("{MISSING}0012,05/06/2008,M,20/03/2024,\n")),
        ("m 2024-25.csv", format!("{MISSING}12,05/06/2008,M,20/03/2024,03/04/2024\n")),
    ];
    let open = asked(&files, |_| ());
    let run = open.rules.iter().find(|run| (run.rule, run.year) == ("576", Some(2025))).unwrap();
    assert!(!run.ran && run.needs == [Need::LastYears(Module::Missing)], "{run:?}");
    for at in [0, 2] {
        assert_eq!(open.files[at].problem, Some(Problem::LeadingZeros { children: 1 }));
    }
    let same = asked(&files, |query| query.zeros_matter = Some(false));
    assert!(same.rules.iter().any(|run| (run.rule, run.year, run.ran, run.count) == ("576", Some(2025), true, 0)));
}

#[test]
fn identifiers_are_not_to_blame_where_the_rows_of_episodes_cannot_be_used() {
    let files = [
        ("e.csv", format!("{EPISODES}1,soon,S,C2,U1,PR1,,\n2,soon,S,C2,U1,PR1,,\n")),
        ("m.csv", format!("{MISSING}1,05/06/2008,M,01/08/2024,03/08/2024\n2,05/06/2008,M,01/08/2024,\n")),
    ];
    let report = asked(&files, |_| ());
    assert_eq!(report.files[1].problem, Some(Problem::EpisodesNotUsable));
    assert_eq!(report.files[1].rows_used, 0);
}

#[test]
fn a_rounded_identifier_in_two_files_may_be_two_children() {
    let episodes = format!("{EPISODES}1,01/05/2024,S,C2,U1,PR1,,\n1.23457E+12,01/05/2024,S,C2,U1,PR1,,\n");
    let missing = |id: &str| format!("{MISSING}1,05/06/2008,M,02/08/2024,\n{id},05/06/2008,M,01/08/2024,\n");
    let rounded = asked(&[("e.csv", episodes.clone()), ("m.csv", missing("1.23457E+12"))], |_| ());
    assert_eq!(share(&rounded, Cohort::All), None);
    for file in &rounded.files {
        assert!(matches!(file.problem, Some(Problem::RoundedIdentifiers { rows: 1, row: 3 })), "{file:?}");
    }
    // One in all files is a child of its own.
    assert_eq!(share(&asked(&[("e.csv", episodes), ("m.csv", missing("1"))], |_| ()), Cohort::All), Some((1, 2)));
}

#[test]
fn a_rounded_identifier_of_nobody_in_episodes_stops_what_it_would_be_left_out_of() {
    let children = |ids: &[&str]| ids.iter().map(|id| format!("{id},01/05/2024,S,C2,U1,PR1,,\n")).collect::<String>();
    let episodes = ("e.csv", format!("{EPISODES}{}", children(&["1234567000001", "1", "2"])));
    let missing = |id: &str| {
        let rows = ["1", id].map(|id| format!("{id},05/06/2008,M,01/08/2024,03/08/2024\n"));
        ("m.csv", format!("{MISSING}{}", rows.concat()))
    };
    let is_lost = |file: &missing_rates::report::FileEntry| {
        matches!(file.problem, Some(Problem::RoundedIdentifiers { rows: 1, row: 3 }))
    };
    let whole = asked(&[episodes.clone(), missing("1234567000001")], |_| ());
    assert_eq!(share(&whole, Cohort::All), Some((2, 3)));
    let cut = asked(&[episodes.clone(), missing("1.23457E+12")], |_| ());
    assert_eq!((share(&cut, Cohort::All), is_lost(&cut.files[1]), &cut.files[0].problem), (None, true, &None));
    // So with the children who are unaccompanied, in UASC and in Header, and with a list.
    let uasc = |id: &str| ("u.csv", format!("CHILD,SEX,DOB,DUC\n1,1,05/06/2008,\n{id},1,05/06/2008,\n"));
    let header = |id: &str| ("h.csv", format!("CHILD,SEX,DOB,UASC\n1,1,05/06/2008,1\n{id},1,05/06/2008,1\n"));
    for of in [uasc, header] {
        let with = |id: &str| asked(&[episodes.clone(), missing("2"), of(id)], |_| ());
        assert_eq!(share(&with("1234567000001"), Cohort::Unaccompanied), Some((1, 2)));
        let cut = with("1.23457E+12");
        assert_eq!((share(&cut, Cohort::All), share(&cut, Cohort::Unaccompanied)), (Some((2, 3)), None));
    }
    let tracker = |id: &str| ("list.csv", format!("CHILD,TRAFFICKED\n1,confirmed\n{id},confirmed\n"));
    let cut = asked(&[episodes.clone(), missing("2"), tracker("1.23457E+12")], |_| ());
    assert_eq!(share(&cut, Cohort::Trafficked), None);
    // In Header alone it changes no share.
    let named = ("h.csv", "CHILD,SEX,DOB\n1,1,05/06/2008\n1.23457E+12,1,05/06/2008\n".to_owned());
    assert_eq!(share(&asked(&[episodes, missing("2"), named], |_| ()), Cohort::All), Some((2, 3)));
}

#[test]
fn a_return_of_one_authority_is_not_taken_for_anothers() {
    let files = [
        ("e.csv", "LA,CHILD,DECOM,LS,DEC\nLeeds,1,01/05/2024,C2,\n383,2,01/05/2024,C2,\n".to_owned()),
        ("m.csv", "LA,CHILD,MISSING,MIS_START,MIS_END\nLeeds,1,M,01/08/2024,02/08/2024\n".to_owned()),
    ];
    let of = |code: &str| {
        let code = missing_rates::area::AreaCode::read(code);
        asked(&files, |query| query.authority = code)
    };
    let leeds = of("E08000035");
    let rate = leeds.rates.iter().find(|rate| (rate.cohort, rate.measure) == (Cohort::All, Share::Missing)).unwrap();
    assert_eq!((rate.numerator, rate.denominator, rate.area.name), (1, 2, Some("Leeds")));
    let kent = of("E10000016");
    assert_eq!((share(&kent, Cohort::All), children(&kent, Cohort::All)), (None, None));
    for file in &kent.files {
        assert_eq!(file.problem, Some(Problem::AnotherAuthority { named: "Leeds".to_owned() }));
    }
}

#[test]
fn rows_without_an_authority_beside_rows_with_one_are_not_left_out_of_a_share() {
    let files = |blanks: usize| {
        let row = |child: usize| {
            let whose = if child <= blanks { "" } else { "Leeds" };
            format!("{whose},{child},01/05/2024,C2,\n")
        };
        let rows: String = (1..=9).map(row).collect();
        [
            ("e.csv", format!("LA,CHILD,DECOM,LS,DEC\n{rows}")),
            ("m.csv", "LA,CHILD,MISSING,MIS_START,MIS_END\nLeeds,9,M,01/08/2024,02/08/2024\n".to_owned()),
        ]
    };
    for blanks in [2, 5] {
        let report = asked(&files(blanks), |_| ());
        assert_eq!(report.files[0].problem, Some(Problem::RowsWithoutAuthority { rows: blanks as u64 }));
        assert_eq!((share(&report, Cohort::All), children(&report, Cohort::All)), (None, None));
    }
    let report = asked(&files(1), |_| ());
    assert_eq!(share(&report, Cohort::All), Some((1, 8)));
    assert!(report.findings.iter().any(|found| found.rule == "authority-not-recognised" && found.count == 1));
}

#[test]
fn one_child_under_two_identifiers_is_found() {
    let header = "CHILD,DOB,ETHNIC,UPN\n1,01/01/2010,WBRI,A123456789012\n2,01/01/2010,WBRI,a123456789012\n3,02/01/2010,WBRI,A123456789012\n4,01/01/2010,WBRI,UN5\n5,01/01/2010,WBRI,UN5\n";
    let report = asked(&[("header.csv", header.to_owned())], |_| ());
    let found = report.findings.iter().find(|finding| finding.rule == "same-upn").unwrap();
    assert_eq!(found.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn a_column_of_authorities_makes_several_returns() {
    let files = [
        (
            "e.csv",
            "LA,CHILD,DECOM,LS,DEC\nKent,1,01/05/2024,C2,\nKent,2,01/05/2024,C2,\nSurrey,1,01/05/2024,C2,\n".to_owned(),
        ),
        ("m.csv", "LA,CHILD,MISSING,MIS_START,MIS_END\nKent,1,M,01/08/2024,02/08/2024\n".to_owned()),
    ];
    let report = asked(&files, |_| ());
    let of = |code: &str, basis| {
        let rate = find_rate(&report, Some(code), Cohort::All, Share::Missing, basis);
        rate.map(|rate| (rate.numerator, rate.denominator))
    };
    assert_eq!(of("E10000016", Basis::Matched), Some((1, 2)), "Kent");
    // Surrey's rows of Missing are none, and its file is not there: nothing is known of it.
    assert_eq!(of("E10000030", Basis::Matched), None, "Surrey");
    let both = [files[0].clone(), ("m.csv", format!("{}Surrey,1,A,01/08/2024,\n", files[1].1))];
    let report = asked(&both, |_| ());
    let england = find_rate(&report, Some("E92000001"), Cohort::All, Share::Missing, Basis::Matched).unwrap();
    assert_eq!((england.numerator, england.denominator, england.authorities), (1, 3, 2));
    // A file without the column could be anybody's.
    let report = asked(&[files[0].clone(), ("m.csv", format!("{MISSING}1,05/06/2008,M,01/08/2024,\n"))], |_| ());
    assert_eq!(report.files[1].problem, Some(Problem::NoAuthorityColumn));
    assert!(report.rates.iter().all(|rate| rate.measure != Share::Missing));
}

#[test]
fn a_column_of_header_says_who_is_unaccompanied() {
    let rows = "1,01/05/2024,S,C2,U1,PR1,,\n2,01/05/2024,S,C2,U1,PR1,,\n3,01/05/2024,S,C2,U1,PR1,,\n";
    for (yes, no) in [("1", "0"), ("Yes", "No"), ("TRUE", "false"), ("1", "")] {
        let files = [
            ("e.csv", format!("{EPISODES}{rows}")),
            ("m.csv", format!("{MISSING}1,05/06/2008,M,01/08/2024,\n")),
            (
                "h.csv",
                format!(
                    "CHILD,SEX,DOB,ETHNIC,UASC,DUC\n1,1,05/06/2008,A,{yes},05/06/2026\n2,1,05/06/2008,A,{yes},31/03/2024\n3,1,05/06/2008,A,{no},\n"
                ),
            ),
        ];
        assert_eq!(share(&asked(&files, |_| ()), Cohort::Unaccompanied), Some((1, 1)), "{yes} {no}");
    }
}

#[test]
fn a_uasc_file_and_a_column_in_header_that_disagree_give_no_figure_and_say_so() {
    let header = |flags: [&str; 4]| {
        let rows: String =
            (1..).zip(flags).map(|(child, flag)| format!("{child},1,05/06/2008,WBRI,{flag}\n")).collect();
        format!("CHILD,SEX,DOB,ETHNIC,UASC\n{rows}")
    };
    let files = |flags, uasc: &str| {
        let episodes: String = (1..=4).map(|child| format!("{child},03/05/2024,S,C2,U1,PR1,,\n")).collect();
        vec![
            ("episodes.csv", format!("{EPISODES}{episodes}")),
            ("missing.csv", format!("{MISSING}1,05/06/2008,M,05/06/2024,06/06/2024\n")),
            ("header.csv", header(flags)),
            ("uasc.csv", format!("{UASC}{uasc}")),
        ]
    };
    let listed = "1,1,05/06/2008,05/06/2026\n2,1,05/06/2008,05/06/2026\n";
    // In the words that systems write.
    for [yes, no] in [["1", "0"], ["Yes", "No"], ["True", "False"], ["y", "n"], ["TRUE", ""]] {
        let agree = files([yes, yes, no, no], listed);
        let both = report(&agree);
        assert_eq!(share(&both, Cohort::Unaccompanied), Some((1, 2)), "{yes}");
        // Either alone says the same.
        assert_eq!(share(&report(&without(&agree, "uasc.csv")), Cohort::Unaccompanied), Some((1, 2)), "{yes}");
        assert_eq!(share(&report(&without(&agree, "header.csv")), Cohort::Unaccompanied), Some((1, 2)), "{yes}");
        for flags in [[yes, no, no, no], [yes, yes, yes, no]] {
            let differ = report(&files(flags, listed));
            assert_eq!((share(&differ, Cohort::Unaccompanied), children(&differ, Cohort::Unaccompanied)), (None, None));
            assert_eq!(share(&differ, Cohort::All), Some((1, 4)));
            assert!(differ.not_covered.iter().any(|of| of.module == Module::Uasc && of.contradicted));
            assert_eq!(differ.findings.iter().filter(|of| of.rule == "unaccompanied-differs").count(), 1, "{flags:?}");
            let foi = differ.foi.as_ref().unwrap();
            let asked = foi.years[0].answers.iter().find(|answer| answer.question == "1c").unwrap();
            assert_eq!((asked.count, asked.not_held), (None, Some(NotHeld::UascContradicted)));
        }
    }
    // Whose status ended before the year may be listed still.
    let over = "1,1,05/06/2008,05/06/2026\n2,1,05/06/2008,31/03/2024\n";
    assert_eq!(share(&report(&files(["1", "0", "0", "0"], over)), Cohort::Unaccompanied), Some((1, 1)));
}

#[test]
fn a_column_in_header_without_duc_says_nothing_of_the_days_from_within_the_year() {
    let mut files = without(&without(&two_years(), "uasc 2024.csv"), "uasc 2025.csv");
    for (name, rows) in [("header 2024.csv", "1,1\n2,0\n3,0\n4,1\n"), ("header 2025.csv", "1,1\n2,0\n3,0\n5,0\n")] {
        let rows: String = rows.lines().map(|row| row.replacen(',', ",1,05/06/2008,WBRI,", 1) + "\n").collect();
        files.push((name, format!("CHILD,SEX,DOB,ETHNIC,UASC\n{rows}")));
    }
    for (period, expected) in [
        (Period::collection_year(2024), Some((1, 2))),
        (Period::collection_year(2025), Some((1, 1))),
        ("2023-04-01/2025-03-31".parse().ok(), Some((1, 2))),
        // Child 4 may have ceased to be unaccompanied before.
        (Period::calendar_year(2024), None),
        ("2024-12-01/2025-03-31".parse().ok(), None),
    ] {
        assert_eq!(share(&report_for(&files, period), Cohort::Unaccompanied), expected, "{period:?}");
    }
    // With DUC it says it of every day.
    for (name, text) in files.iter_mut().filter(|(name, _)| name.starts_with("header")) {
        *text =
            text.replace("UASC\n", "UASC,DUC\n").replace("4,1,05/06/2008,WBRI,1", "4,1,05/06/2008,WBRI,1,01/10/2023");
        assert!(text.contains("DUC"), "{name}");
    }
    assert_eq!(children(&report_for(&files, Period::calendar_year(2024)), Cohort::Unaccompanied), Some(1));
}
#[test]
fn cells_are_read_as_programs_write_them() {
    let files = [
        (
            "e.csv",
            format!(
                "{EPISODES}1,2024-05-01T00:00:00Z,S,C2,P3,PR1,31/12/2099,NULL\n2,01/05/2024 09:30,S,C2,U1,PR1,NaT,\n"
            ),
        ),
        ("m.csv", format!("{MISSING}1,N/A,Missing,05/06/2024 14:30,9999\n2,nan,Away,06/06/2024,NULL\n")),
    ];
    let report = asked(&files, |_| ());
    assert_eq!(share(&report, Cohort::All), Some((1, 2)));
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.rule, finding.table.as_str())).collect();
    assert!(
        found.contains(&("open-placeholder", "e.csv")) && found.contains(&("open-placeholder", "m.csv")),
        "{found:?}"
    );
    assert!(!found.iter().any(|(rule, _)| matches!(*rule, "placement" | "1006" | "1005" | "episode-end")), "{found:?}");
}

#[test]
fn a_word_in_the_column_uasc_that_says_neither_yes_nor_no_gives_no_figure_of_the_unaccompanied() {
    let header = |flag: &str| format!("CHILD,SEX,DOB,ETHNIC,UASC\n1,1,05/06/2008,WBRI,{flag}\n2,1,05/06/2008,WBRI,1\n");
    let files = |flag: &str| {
        vec![
            ("episodes.csv", format!("{EPISODES}1,03/05/2024,S,C2,U1,PR1,,\n2,03/05/2024,S,C2,U1,PR1,,\n")),
            ("missing.csv", format!("{MISSING}1,05/06/2008,M,05/06/2024,06/06/2024\n")),
            ("header.csv", header(flag)),
        ]
    };
    for flag in ["maybe", "2", "former"] {
        let open = report(&files(flag));
        assert_eq!((children(&open, Cohort::Unaccompanied), share(&open, Cohort::All)), (None, Some((1, 2))), "{flag}");
        assert_eq!(open.findings.iter().filter(|of| of.rule == "unaccompanied-not-understood").count(), 1, "{flag}");
        // The UASC file says it.
        let mut both = files(flag);
        both.push(("uasc.csv", format!("{UASC}2,1,05/06/2008,05/06/2026\n")));
        assert_eq!(children(&report(&both), Cohort::Unaccompanied), Some(1), "{flag}");
    }
    assert_eq!(children(&report(&files("0")), Cohort::Unaccompanied), Some(1));
}

#[test]
fn a_space_of_any_kind_is_blank_in_every_cell() {
    let episode = |child: u32, space: &str| {
        format!("{space}{child},01/05/2024{space},S{space},{space}C2,U1,PR1,{space},{space}\n")
    };
    for space in ["\u{A0}", "\u{200B}", "\u{FEFF}", "\u{202F}"] {
        let episodes: String = (1..=5).map(|child| episode(child, space)).collect();
        let missing = format!(
            "{MISSING}2{space},{space},M{space},01/03/2025,{space}\n3,,{space}M,01/06/2024,02/06/2024{space}\n"
        );
        let files = [("e.csv", format!("{EPISODES}{episodes}")), ("m.csv", missing)];
        let report = asked(&files, |query| query.period = year(2025).into());
        assert_eq!(share(&report, Cohort::All), Some((2, 5)), "{space:?}");
        assert!(!report.findings.iter().any(|finding| finding.rule == "open-placeholder"), "{space:?}");
    }
}
