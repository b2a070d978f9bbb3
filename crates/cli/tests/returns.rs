//! What a return covers, whose year it is and which child is meant, as a person at a terminal meets it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_collect, clippy::format_push_string)]

#[path = "support/folder.rs"]
mod folder;

use folder::{EPISODES, Folder, MISSING, children, missing};

const UASC: &str = "CHILD,SEX,DOB,DUC\n";

/// Both years' Episodes and UASC, and this year's Missing.
fn without_last_years_missing(name: &str) -> Folder {
    let files = [
        ("episodes 2024.csv", format!("{EPISODES}{}", children(10, 2023))),
        ("episodes 2025.csv", format!("{EPISODES}{}", children(9, 2023))),
        ("missing 2025.csv", format!("{MISSING}{}", missing(1, 2024))),
        ("uasc 2024.csv", format!("{UASC}1,1,05/06/2008,05/06/2026\n")),
        ("uasc 2025.csv", format!("{UASC}1,1,05/06/2008,05/06/2026\n2,1,05/06/2008,05/06/2026\n")),
    ];
    Folder::new(name, &files)
}

#[test]
fn last_year_without_its_missing_file_has_no_share_no_change_and_no_answer() {
    let folder = without_last_years_missing("no-missing");
    let (out, _) = folder.run(&["--year-ending", "2024", "--authority", "Kent"]);
    assert!(
        out.contains("Missing not given") && out.contains("it needs Missing of the year ending 31 March 2024"),
        "{out}"
    );
    assert!(!out.contains("% went missing, 0 of") && !out.contains("which DfE would print"), "{out}");
    let (out, _) = folder.run(&[]);
    assert!(!out.contains("rose by") && !out.contains("fell by"), "{out}");
    let (reply, _) = folder.run(&["--format", "foi-text"]);
    assert!(reply.contains("not held: no Missing file for the year ending 31 March 2024 covers these days"), "{reply}");
}

#[test]
fn a_return_cut_at_30_september_is_told_of_up_to_there_and_not_as_a_year() {
    let (mut episodes, mut incidents) = (EPISODES.to_owned(), MISSING.to_owned());
    for child in 1..=60 {
        let (day, month) = (1 + child * 7 % 28, 4 + child % 6);
        episodes.push_str(&format!("{child},{day:02}/{month:02}/2024,S,C2,U1,PR1,,\n"));
        if child % 3 == 0 {
            incidents.push_str(&format!(
                "{child},05/06/2010,M,{:02}/{month:02}/2024,{:02}/{month:02}/2024\n",
                day + 1,
                day + 1
            ));
        }
    }
    incidents.push_str("60,05/06/2010,M,29/09/2024,30/09/2024\n");
    let (out, _) = Folder::new("part-counts", &[("episodes.csv", episodes.clone())]).run(&[]);
    assert!(out.contains("up to ") && !out.contains("add --period"), "these are the counts of that period: {out}");
    let folder = Folder::new("part", &[("episodes.csv", episodes), ("missing.csv", incidents)]);
    let (out, _) = folder.run(&["--authority", "Kent"]);
    assert!(out.contains("year ending 31 March 2025, up to 30 September 2024"), "{out}");
    assert!(!out.contains("which DfE would print") && !out.contains("rose by"), "{out}");
    assert!(!out.contains("add --period"), "these are the figures of that period: {out}");
    // Of the whole year nothing can be calculated.
    let (out, err) = folder.run(&["--year-ending", "2025"]);
    let needed = "it needs Episodes of the year ending 31 March 2025, for 1 October 2024 to 31 March 2025";
    assert!(out.is_empty() && err.contains(needed), "{out}{err}");
}

#[test]
fn one_mistyped_start_after_the_year_breaks_rule_570_and_changes_nothing_else() {
    let files = [
        ("episodes.csv", format!("{EPISODES}{}", children(5, 2024))),
        ("missing.csv", format!("{MISSING}1,05/06/2008,M,01/04/2025,\n")),
    ];
    let (out, _) = Folder::new("570", &files).run(&["--year-ending", "2025"]);
    assert!(out.contains("0.0% went missing, 0 of 5 children"), "{out}");
    assert!(
        out.contains("  570 (")
            && out.contains("without all rows of this rule, of all children, year ending 31 March 2025: no change"),
        "{out}"
    );
}

#[test]
fn files_with_the_same_bytes_count_in_both_years_once_it_is_said_which_they_are_of() {
    let uasc = format!("{UASC}1,1,05/06/2008,05/06/2026\n");
    let folder = without_last_years_missing("twins");
    for name in ["uasc 2024.csv", "uasc 2025.csv"] {
        std::fs::remove_file(folder.0.join(name)).unwrap();
    }
    for name in ["uasc.csv", "uasc (1).csv"] {
        std::fs::write(folder.0.join(name), &uasc).unwrap();
    }
    let (_, err) = folder.run(&[]);
    assert!(err.contains("Nothing in this file says for certain which year it is of"), "{err}");
    let (out, err) = folder.run(&["--file-year", "uasc.csv=2024", "--file-year", "uasc (1).csv=2025"]);
    assert!(
        err.is_empty() && out.contains("Unaccompanied children, year ending 31 March 2025 (taken from the files)"),
        "{err}{out}"
    );
}

#[test]
fn a_return_keeps_its_own_share_beside_published_figures_of_its_year() {
    let published = include_str!("../../../static/samples/published-2024.csv");
    let files = [
        ("episodes 2024.csv", format!("{EPISODES}{}", children(10, 2023))),
        ("missing 2024.csv", format!("{MISSING}{}", missing(1, 2023))),
        ("published.csv", published.to_owned()),
    ];
    let (out, err) = Folder::new("beside-published", &files).run(&[]);
    let (_, of_year) = out.split_once("All looked-after children, year ending 31 March 2024").expect("the year");
    let own = of_year.find("This return: 10.0% went missing, 1 of 10 children").unwrap_or_else(|| panic!("{err}{out}"));
    assert!(of_year.find("England: ").is_some_and(|england| own < england), "{out}");
}

#[test]
fn a_rule_that_one_authority_has_no_rows_for_is_not_said_to_lack_its_file() {
    let of = |names: &[&str], header: &str, row: &str| {
        let rows: String = names.iter().map(|name| format!("{name},{row}\n")).collect();
        format!("LA,{header}{rows}")
    };
    let files = [
        ("episodes.csv", of(&["Kent", "Essex"], EPISODES, "1,01/05/2024,S,C2,U1,PR1,,")),
        ("missing.csv", of(&["Kent"], MISSING, "1,05/06/2008,M,01/06/2024,02/06/2024")),
    ];
    let (out, _) = Folder::new("of-one-authority", &files).run(&[]);
    // Essex has no row in Missing; the file is given all the same.
    let (_, said) = out.split_once("No row breaks a rule that could be checked").expect("nothing is found");
    let said = said.lines().next().unwrap_or_default();
    assert!(said.contains("these files are not given or not used: the UASC file, the Header file"), "{said}");
    assert!(!said.contains(": the Missing file") && !said.contains(", the Missing file"), "{said}");
}

#[test]
fn a_header_row_alone_is_a_question_and_zero_once_it_is_answered() {
    let files =
        [("episodes 2025.csv", format!("{EPISODES}{}", children(40, 2022))), ("missing 2025.csv", MISSING.to_owned())];
    let folder = Folder::new("header alone", &files);
    let (out, err) = folder.run(&[]);
    assert!(err.contains("give --empty and this file") && !out.contains("0.0%"), "{err}{out}");
    let (out, err) = folder.run(&["--empty", "missing 2025.csv"]);
    assert!(out.contains("0 of 40") && out.contains("counted as zero"), "{err}{out}");
    let (_, err) = folder.run(&["--empty", "other.csv"]);
    assert!(err.contains("--empty") && err.contains("none of the files"), "{err}");
    // Two periods of a return are not compared, and that is said.
    let (_, err) =
        folder.run(&["--empty", "missing 2025.csv", "--change", "2024-04-01..2024-06-30", "2024-07-01..2024-09-30"]);
    assert!(err.contains("--change: no figure is there for both"), "{err}");
}

#[test]
fn shares_of_few_children_have_one_decimal_and_a_change_that_does_not_agree_with_them_has_more() {
    let of = |year: i32, all: u32, away: u32| {
        let rows: String = (1..=away).map(|child| missing(child, year - 1)).collect();
        [format!("{EPISODES}{}", children(all, 2022)), format!("{MISSING}{rows}")]
    };
    let ([e24, m24], [e25, m25]) = (of(2024, 192, 21), of(2025, 199, 24));
    let files =
        [("episodes 2024.csv", e24), ("missing 2024.csv", m24), ("episodes 2025.csv", e25), ("missing 2025.csv", m25)];
    // All dates are in summer, so a person says that both years are whole: otherwise they are not compared.
    let whole = ["--complete-to", "2024-03-31", "--complete-to", "2025-03-31"];
    let (out, _) = Folder::new("few", &files).run(&whole);
    assert!(out.contains("rose by 1.12 percentage points, from 10.9% to 12.1%"), "{out}");
    assert!(out.contains("The interval is worked out as if no child were in both years."), "{out}");
    let two_decimals =
        |word: &str| word.trim_end_matches(['%', '.', ',', ';']).split_once('.').is_some_and(|(_, d)| d.len() > 1);
    let percents = out.split_whitespace().filter(|word| word.contains('%'));
    assert!(!percents.into_iter().any(two_decimals), "{out}");
}

#[test]
fn a_rule_that_is_not_run_names_the_return_that_it_lacks_once() {
    let folder = without_last_years_missing("not-run");
    let (out, _) = folder.run(&["--year-ending", "2025"]);
    let at = out.find("  576: ").unwrap();
    let line = out[at..].lines().next().unwrap();
    assert!(line.contains("2025") && line.contains("last year’s Missing file"), "{line}");
    assert_eq!(out.matches("\n  576: ").count(), 1, "{out}");
}

#[test]
fn missing_at_the_end_says_whether_children_who_left_care_count() {
    let files = [
        ("episodes.csv", format!("{EPISODES}{}", children(5, 2024))),
        ("missing.csv", format!("{MISSING}1,05/06/2008,M,01/06/2024,01/05/2024\n2,05/06/2008,M,01/06/2024,\n")),
    ];
    let (out, _) = Folder::new("at-end", &files).run(&[]);
    assert!(out.contains("Children whose care ended while they were missing count too"), "{out}");
    assert!(out.contains("1 incident, 1.0 for each child who went missing"), "{out}");
}

/// A return of so many children who came years ago, of whom so many went missing in the year to 31 March 2025.
fn quiet_return(all: u32, went: u32) -> [(&'static str, String); 2] {
    let row = |child: u32| {
        let (day, month) = (child % 26 + 1, child * 5 % 12);
        let days = format!("/{:02}/{}", (month + 3) % 12 + 1, if month < 9 { 2024 } else { 2025 });
        format!("{child},05/06/2008,M,{day:02}{days},{:02}{days}\n", day + 1)
    };
    let rows: String = (1..=went).map(row).collect();
    [
        ("episodes 2025.csv", format!("{EPISODES}{}", children(all, 2022))),
        ("missing 2025.csv", format!("{MISSING}{rows}")),
    ]
}

#[test]
fn one_row_that_is_a_year_late_moves_no_return() {
    for late in ["27/04/2025,28/04/2025", "27/04/2025,", "01/06/2035,02/06/2035"] {
        let mut files = quiet_return(30, 15);
        files[1].1 += &format!("20,05/06/2008,M,{late}\n");
        let folder = Folder::new("late", &files);
        for options in [&[][..], &["--year-ending", "2025"]] {
            let (out, _) = folder.run(options);
            assert!(
                out.contains("50.0% went missing, 15 of 30 children") && out.contains("  570 ("),
                "{late} {options:?}\n{out}"
            );
            assert!(!out.contains("2026"), "{late} {options:?}\n{out}");
        }
    }
}

#[test]
fn every_format_of_figures_says_that_missing_ends_early() {
    let mut files = quiet_return(30, 15);
    files[1].1 = format!(
        "{MISSING}{}",
        (1..=12)
            .map(|child| {
                let day = format!("{:02}/{:02}/2024", 1 + child * 5 % 28, 4 + child % 6);
                format!("{child},05/06/2008,M,{day},{day}\n")
            })
            .collect::<String>()
    );
    // Children come into care until March.
    files[0].1 += &(0..40)
        .map(|child: u32| {
            let (day, month) = (child % 27 + 1, child % 12);
            let year = if month < 9 { 2024 } else { 2025 };
            format!("{},{day:02}/{:02}/{year},S,C2,U1,PR1,,\n", 101 + child, (month + 3) % 12 + 1)
        })
        .collect::<String>();
    let folder = Folder::new("ends-early", &files);
    let (out, _) = folder.run(&[]);
    assert!(out.contains("these figures are too low"), "{out}");
    for format in ["csv", "json", "based-on", "foi-text", "foi-csv"] {
        let (_, error) = folder.run(&["--format", format]);
        assert_eq!(error.matches("these figures are too low").count(), 1, "{format}\n{error}");
        // What is safe to publish says that there is a doubt, and not which.
        for option in ["--safe", "--round=5"] {
            let (_, error) = folder.run(&["--format", format, option]);
            assert_eq!(error.matches("may be of a part of the children").count(), 1, "{format}\n{error}");
            assert!(!error.contains("too low"), "{format}\n{error}");
        }
    }
    for arguments in [&["--safe"][..], &["--safe", "--format=csv", "--comments"], &["--safe", "--format=foi-text"]] {
        let (out, _) = folder.run(arguments);
        assert!(out.contains("may be of a part of the children"), "{arguments:?}\n{out}");
    }
}

#[test]
fn a_year_that_is_said_of_a_list_is_not_ignored_in_silence() {
    let mut files = quiet_return(30, 15).to_vec();
    files.push(("list.csv", "CHILD,TRAFFICKED\n1,confirmed\n".to_owned()));
    let folder = Folder::new("dated-list", &files);
    let said = |year: &str| folder.run(&["--file-year", &format!("list.csv={year}")]).0;
    assert!(!said("2025").contains("There is no list of trafficked children"));
    assert!(said("2019").contains("There is no list of trafficked children for the year ending 31 March 2025"));
}

#[test]
fn late_rows_of_one_module_do_not_part_it_from_its_return() {
    let [episodes, mut missing] = quiet_return(60, 37);
    for child in 40..45 {
        missing.1 += &format!("{child},05/06/2008,M,{:02}/05/2025,{:02}/05/2025\n", child - 30, child - 29);
    }
    let (out, _) = Folder::new("later-export", &[episodes, missing]).run(&[]);
    assert!(out.contains("61.7% went missing, 37 of 60 children"), "{out}");
    assert!(
        out.contains("collection year to 31 March 2025") && !out.contains("collection year to 31 March 2026"),
        "{out}"
    );
}

#[test]
fn a_column_of_blanks_says_nothing_about_who_is_unaccompanied() {
    let header: String = (1..=10).map(|child| format!("{child},1,05/06/2008,,\n")).collect();
    let mut files = quiet_return(10, 2).to_vec();
    files.push(("header 2025.csv", format!("CHILD,SEX,DOB,UASC,DUC\n{header}")));
    let folder = Folder::new("blank-uasc", &files);
    let (reply, _) = folder.run(&["--format", "foi-text"]);
    assert!(!reply.contains("(c) unaccompanied: 0") && reply.contains("not held: no UASC file"), "{reply}");
    // Beside a UASC file it contradicts nothing.
    std::fs::write(folder.0.join("uasc 2025.csv"), format!("{UASC}1,1,05/06/2008,\n2,1,05/06/2008,\n")).unwrap();
    let (out, _) = folder.run(&[]);
    assert!(out.contains("of 2 children"), "{out}");
}

#[test]
fn a_child_who_is_listed_is_unaccompanied_whatever_the_end_says() {
    for (duc, all) in [("", 2), ("31/06/2027", 2), ("soon", 2), ("01/05/2020", 1)] {
        let mut files = quiet_return(10, 2).to_vec();
        files.push(("uasc 2025.csv", format!("{UASC}1,1,05/06/2008,05/06/2026\n2,1,05/06/2008,{duc}\n")));
        let (out, _) = Folder::new("duc", &files).run(&[]);
        assert!(out.contains(&format!(" of {all} child")), "{duc}\n{out}");
    }
}

#[test]
fn a_missing_file_about_other_children_gives_no_share() {
    for (known, strangers) in [(0, 2), (3, 9)] {
        let mut files = quiet_return(30, known);
        for child in 100..100 + strangers {
            files[1].1 += &missing(child, 2024);
        }
        let (out, err) = Folder::new("strangers", &files).run(&[]);
        assert!(
            !out.contains("% went missing") && err.contains("in no Episodes file"),
            "{known} {strangers}\n{out}{err}"
        );
    }
    let mut files = quiet_return(30, 3).to_vec();
    let strangers = (100..108).map(|child| format!("{child},1,05/06/2008,\n")).collect::<String>();
    files.push(("uasc 2025.csv", format!("{UASC}{strangers}")));
    let (out, _) = Folder::new("strangers", &files).run(&[]);
    assert!(out.contains("uasc 2025.csv: SSDA903 UASC; 0 of 8 rows used\n"), "{out}");
    // One slip in an identifier is a finding.
    let mut files = quiet_return(30, 12);
    files[1].1 += &missing(100, 2024);
    let (out, _) = Folder::new("slip", &files).run(&[]);
    assert!(out.contains("40.0% went missing, 12 of 30 children") && out.contains("  1012 ("), "{out}");
}

#[test]
fn a_return_that_stops_says_how_to_ask_for_its_part() {
    let (mut episodes, mut incidents) = (EPISODES.to_owned(), MISSING.to_owned());
    for child in 1..=60 {
        let (day, month) = (1 + child * 7 % 28, 4 + child % 6);
        episodes += &format!("{child},{day:02}/{month:02}/2024,S,C2,U1,PR1,,\n");
        incidents += &format!("{child},05/06/2008,M,{day:02}/{month:02}/2024,{day:02}/{month:02}/2024\n");
    }
    let folder = Folder::new("part", &[("episodes.csv", episodes), ("missing.csv", incidents)]);
    let (_, err) = folder.run(&["--year-ending", "2025"]);
    assert!(err.contains("--period 2024-04-01..2024-09-22") && err.contains("--complete-to"), "{err}");
}

#[test]
fn of_two_authorities_the_one_whose_return_stops_is_named() {
    let (mut episodes, mut incidents) = (["LA,", EPISODES].concat(), ["LA,", MISSING].concat());
    for (name, months) in [("Kent", 12), ("Leeds", 6)] {
        for child in 1..=60 {
            let (day, month) = (1 + child * 7 % 28, 4 + child % months);
            let date = if month > 12 {
                format!("{day:02}/{:02}/2025", month - 12)
            } else {
                format!("{day:02}/{month:02}/2024")
            };
            episodes += &format!("{name},{child},{date},S,C2,U1,PR1,,\n");
            incidents += &format!("{name},{child},05/06/2010,M,{date},{date}\n");
        }
    }
    let folder = Folder::new("two", &[("episodes.csv", episodes), ("missing.csv", incidents)]);
    let (out, err) = folder.run(&["--year-ending", "2025"]);
    let all = [out, err].concat();
    for said in [
        "  Kent: year ending 31 March 2025: Episodes up to 31 March 2025; Missing up to 31 March 2025;",
        "  Leeds: year ending 31 March 2025: Episodes up to 22 September 2024; Missing up to 22 September 2024;",
        "Kent: 100.0% went missing, 60 of 60",
    ] {
        assert!(all.contains(said), "{said}\n{all}");
    }
    assert_eq!(all.matches("Figures are up to").count(), 1, "{all}");
}

#[test]
fn a_file_that_was_given_and_is_not_used_is_named_alike_in_the_sum_and_in_the_list_of_rules_not_run() {
    let of = |name: &str| format!("LA,{MISSING}{name},1,05/06/2008,M,01/08/2024,02/08/2024\n");
    let files = [
        ("episodes 2025.csv", format!("{EPISODES}{}", children(4, 2024))),
        ("missing 2025.csv", of("Kent")),
        ("m2.csv", of("Essex")),
    ];
    let (out, err) = Folder::new("not-used-sum", &files).run(&[]);
    let out = [out, err].concat();
    let used = "the Episodes file (episodes 2025.csv was given, and is not used)";
    let sum = out.lines().find(|line| line.contains("No row breaks a rule")).unwrap_or_default();
    assert!(sum.contains(used) && out.contains(&format!("31 March 2025: {used}")), "{out}");
}
