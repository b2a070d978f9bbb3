//! Files that another program opens, and workbooks that it cannot write.

use document::{Request, Setting};
use missing_rates::report::Disclosure;

use super::driven::{ANSWERS, Page, RETURN};

const WORKBOOK: &[u8] = b"PK\x03\x04 and what follows";

#[test]
fn the_tables_of_a_workbook_are_wanted_before_anything_is_calculated() {
    let mut page = Page::default();
    page.choose(1, "answers.csv", ANSWERS);
    assert_eq!(page.calculated, 1);
    page.choose(2, "tracker.xlsx", WORKBOOK);
    assert_eq!((page.opened.as_slice(), page.calculated), (&[2][..], 1), "its tables are waited for");
    for (id, (name, bytes)) in (3..).zip(RETURN) {
        page.choose(id, &format!("tracker.xlsx › {name}"), bytes);
    }
    assert_eq!(page.calculated, 1, "not before the last of them");
    page.ask(Request::Remove { id: 2 });
    assert_eq!(page.calculated, 2);
    let files = &page.view.as_ref().expect("a view").files;
    assert_eq!(files.len(), 5, "the tables are in its place");
    assert!(page.read.iter().all(|(id, _)| *id != 2), "it is no file of its own");
}

#[test]
fn a_workbook_is_refused_in_a_sentence_where_nothing_opens_it() {
    let said = |page: &Page, id| {
        let (_, summary) = page.read.iter().rfind(|(of, _)| *of == id).expect("read");
        summary.problem.as_ref().expect("a problem").text.to_string()
    };
    let mut page = Page::default();
    page.choose(1, "a.xlsx", WORKBOOK);
    page.ask(Request::Unopened { id: 1 });
    assert!(said(&page, 1).contains("stopped at this file"));
    page.choose(2, "b.xlsx", WORKBOOK);
    page.ask(Request::WithoutBooks);
    assert!(said(&page, 2).contains("had not arrived"));
    page.choose(3, "c.xlsx", WORKBOOK);
    assert!(said(&page, 3).contains("had not arrived"));
    page.choose(4, "answers.csv", ANSWERS);
    assert!(page.words().contains("37"), "{}", page.words());
    assert!(page.words().contains("No workbook (.xlsx) can be written now"), "{}", page.words());
    // That is not forgotten with the files.
    page.ask(Request::Clear);
    page.choose(5, "answers.csv", ANSWERS);
    assert!(page.words().contains("No workbook (.xlsx) can be written now"));
}

#[test]
fn a_cancelled_workbook_is_waited_for_no_more() {
    let mut page = Page::default();
    page.choose(1, "answers.csv", ANSWERS);
    page.choose(2, "tracker.xlsx", WORKBOOK);
    page.ask(Request::Cancel { id: 2 });
    assert_eq!(page.calculated, 2);
    page.ask(Request::Unopened { id: 2 });
    assert!(page.read.iter().all(|(id, _)| *id != 2));
}

#[test]
fn a_safe_workbook_is_made_of_the_safe_report_and_lists_are_not_written() {
    use document::{Command, Format};
    let mut page = Page::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        page.choose(id, name, bytes);
    }
    page.set(Setting::Disclosure(Disclosure::Safe));
    page.follow(&Command::Export { format: Format::Xlsx });
    let (name, written) = page.workbooks.last().expect("a workbook");
    assert!(name.ends_with("-safe.xlsx"), "{name}");
    let cells = || written.sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten());
    assert!(cells().any(|cell| cell == "[c]") && cells().all(|cell| cell != "missing.csv"));
    page.follow(&Command::Export { format: Format::WorkListXlsx });
    assert_eq!(page.workbooks.len(), 1);
}
