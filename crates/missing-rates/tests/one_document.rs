//! Modules that were taken out of one workbook, or one return in XML, are of one return.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_collect)]

use crate::support::report_for;
use crate::support::two_years::{EPISODES, MISSING, UASC, share, year};
use missing_rates::cohort::Cohort;
use missing_rates::report::{Problem, Report, YearFrom};

/// A table as it was taken out of a document.
fn taken(document: &str, module: &str, text: &str) -> (&'static str, String) {
    let name = format!("{document} › {module}").leak();
    (name, format!("\u{1}missing-from-care/table\n{text}\u{1},sha256,{document}\n"))
}

/// A return of ten children in care for years, of whom the second last has left and the last has come.
fn of_year(document: &str, end: i32, uasc: &str) -> Vec<(&'static str, String)> {
    let begun = end - 1;
    let stay: String = (1..9).map(|child| format!("{child},01/0{child}/2020,S,C2,U1,PR1,,\n")).collect();
    let moved = format!("{begun}8,01/05/2021,S,C2,U1,PR1,02/09/{begun},E4A\n{end}9,04/03/{end},S,C2,U1,PR1,,\n");
    let missing = format!("1,05/06/2008,M,01/08/{begun},03/08/{begun}\n3,05/06/2009,M,01/03/{end},05/03/{end}\n");
    vec![
        taken(document, "Episodes", &format!("{EPISODES}{stay}{moved}")),
        taken(document, "Missing", &format!("{MISSING}{missing}")),
        taken(document, "UASC", &format!("{UASC}{uasc}")),
    ]
}

const TWO: &str = "1,1,05/06/2008,05/06/2026\n2,2,05/06/2010,05/06/2028\n";

fn both(uasc: [&str; 2]) -> Vec<(&'static str, String)> {
    [of_year("a", 2024, uasc[0]), of_year("b", 2025, uasc[1])].concat()
}

fn of(report: &Report, name: &str) -> (Option<(i32, YearFrom)>, Option<Problem>) {
    let file = report.files.iter().find(|file| file.name == name).unwrap();
    (file.collection_year.map(|of| (of.year, of.from)), file.problem.clone())
}

#[test]
fn the_same_children_in_two_documents_are_those_of_the_year_of_each() {
    let three = [TWO, "3,1,05/06/2009,05/06/2027\n"].concat();
    for (what, uasc) in [("same", [TWO, TWO]), ("one more", [TWO, &three]), ("one less", [&three, TWO])] {
        let children = |text: &str| text.lines().count() as u64;
        for (at, end) in [(0, 2024), (1, 2025)] {
            let report = report_for(&both(uasc), Some(year(end)));
            let missing = if children(uasc[at]) == 3 { 2 } else { 1 };
            assert_eq!(share(&report, Cohort::Unaccompanied), Some((missing, children(uasc[at]))), "{what} {end}");
            let document = if at == 0 { "a › UASC" } else { "b › UASC" };
            assert_eq!(of(&report, document), (Some((end, YearFrom::OtherModules)), None), "{what}");
        }
    }
}

#[test]
fn a_document_chosen_twice_is_one_and_so_is_a_copy_that_only_differs_elsewhere() {
    let report = report_for(&[of_year("a", 2025, TWO), of_year("b", 2025, TWO)].concat(), Some(year(2025)));
    assert_eq!(share(&report, Cohort::Unaccompanied), Some((1, 2)));
    assert_eq!(of(&report, "b › UASC").1, Some(Problem::SameAs { name: "a › UASC".to_owned() }));
}

#[test]
fn what_no_document_holds_with_episodes_of_its_own_is_asked_about() {
    // A list beside two returns, and one that its document has twice.
    let mut beside = both([TWO, TWO]);
    beside.retain(|(name, _)| !name.ends_with("UASC"));
    beside.push(("uasc.csv", format!("{UASC}{TWO}")));
    let report = report_for(&beside, Some(year(2025)));
    assert_eq!((share(&report, Cohort::Unaccompanied), of(&report, "uasc.csv").1), (None, Some(Problem::WhichYear)));
    let mut two_lists = both([TWO, TWO]);
    two_lists.push(taken("a", "UASC (2)", &format!("{UASC}1,1,05/06/2008,05/06/2026\n")));
    let report = report_for(&two_lists, Some(year(2024)));
    assert_eq!(share(&report, Cohort::Unaccompanied), None);
}

#[test]
fn children_who_came_in_another_year_are_not_those_of_the_document() {
    // The list of the first document holds those who only come in the second.
    let strangers = "20259,1,05/06/2008,05/06/2026\n20258,1,05/06/2008,05/06/2026\n1,1,05/06/2008,05/06/2026\n";
    let report = report_for(&both([strangers, TWO]), Some(year(2024)));
    assert_eq!(share(&report, Cohort::Unaccompanied), None);
}
