//! What a person at a terminal is told of files that are not used, of identifiers that were renewed, and of dates that are
//! written otherwise than in the guide.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_collect, clippy::format_push_string)]

#[path = "support/folder.rs"]
mod folder;

use folder::{EPISODES, Folder, MISSING, children, missing};

const HEADER: &str = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";

#[test]
fn a_file_that_is_given_and_not_used_is_not_said_to_be_missing_and_the_reason_is_said() {
    let files = [
        ("episodes 2025.csv", format!("{EPISODES}{}", children(9, 2023))),
        ("missing 2025.csv", format!("{MISSING}{}", missing(1, 2024))),
        ("uasc.csv", "CHILD,SEX,DOB,DUC\n1,1,05/06/2008,05/06/2026\n".to_owned()),
    ];
    let folder = Folder::new("given-not-used", &files);
    let (out, _) = folder.run(&[]);
    assert!(out.contains("UASC not used") && !out.contains("UASC not given"), "{out}");
    let reason = "Nothing in this file says for certain which year it is of";
    assert!(out.contains(&format!("is not used. {reason}")), "{out}");
    let (reply, _) = folder.run(&["--format", "foi-text"]);
    assert!(reply.contains(&format!("a UASC file was chosen, but it is not used ({reason}")), "{reply}");
    assert!(!reply.contains("no UASC file"), "{reply}");
    let (reply, _) = Folder::new("not-given", &files[..2]).run(&["--format", "foi-text"]);
    assert!(reply.contains("no UASC file for the year ending 31 March 2025"), "{reply}");
}

#[test]
fn a_period_of_two_years_says_that_renewed_identifiers_count_a_child_twice() {
    let row = |id: &str| format!("{HEADER}{id},1,05/06/2008,WBRI,A123456789012,,\n");
    let files = [
        ("episodes 2024.csv", format!("{EPISODES}{}", children(4, 2022))),
        ("episodes 2025.csv", format!("{EPISODES}{}", children(4, 2022).replacen("1,01", "A1,01", 1))),
        ("header 2024.csv", row("1")),
        ("header 2025.csv", row("A1")),
        ("missing 2024.csv", format!("{MISSING}{}", missing(1, 2023))),
        ("missing 2025.csv", format!("{MISSING}{}", missing(1, 2024))),
    ];
    let folder = Folder::new("renewed", &files);
    let said = "a period with days of both years counts that child twice";
    let (out, _) = folder.run(&["--period", "2024-01-01..2024-12-31"]);
    assert!(out.contains(said), "{out}");
    assert!(!folder.run(&["--year-ending", "2025"]).0.contains(said));
    let (_, complaints) = folder.run(&["--format", "foi-text"]);
    assert!(complaints.contains(said), "{complaints}");
}

#[test]
fn numbers_in_place_of_dates_are_refused_with_a_way_out_and_months_as_words_are_read_and_said() {
    let of = |name: &str, start: &str| {
        let rows = format!("1,05/06/2008,M,{start},\n2,05/06/2008,M,{start},\n");
        let files = [
            ("episodes 2025.csv", format!("{EPISODES}{}", children(9, 2023))),
            ("missing 2025.csv", format!("{MISSING}{rows}")),
        ];
        let (out, complaints) = Folder::new(name, &files).run(&[]);
        [complaints, out].concat()
    };
    let said = of("numbers", "45448");
    assert!(said.contains("45448 is 5 June 2024") && said.contains("dd/mm/yyyy"), "{said}");
    assert!(!said.contains("% went missing"), "{said}");
    let said = of("words", "05-Jun-2024");
    assert!(said.contains("2 of 9 children") && said.contains("date-in-words"), "{said}");
}
