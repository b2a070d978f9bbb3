//! What the elements of a return in XML say by where they are: of which child, which group, which return.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use support::report;

/// A return of one child, with something put in the place of its date of birth and of its missing period.
fn child(born: &str, missing: &str) -> Vec<u8> {
    format!(
        "<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><SEX>1</SEX>{born}<UASC></UASC><DUC>01/01/2023</DUC>\
         <AMISSING><MISSING>M</MISSING>{missing}</AMISSING></HEADER><EPISODE><DECOM>01/05/2023</DECOM><RNE>S</RNE>\
         <LS>C2</LS></EPISODE></CHILD></EXPSSDA903>"
    )
    .into_bytes()
}

const BORN: &str = "<DOB>01/01/2008</DOB>";
const ONCE: &str = "<MIS_START>01/06/2024</MIS_START><MIS_END>03/06/2024</MIS_END>";

#[test]
fn an_element_that_says_two_things_says_neither_and_what_is_in_a_tag_is_said() {
    let notes = |bytes: &[u8]| {
        let tables = support::opened("r.xml", bytes);
        let missing = tables.iter().find(|(name, _)| name.ends_with("Missing")).unwrap();
        let (rows, _) = support::lines(&missing.1);
        // What is said of the whole file is said with its first table.
        let (_, notes) = support::lines(&tables[0].1);
        (rows[1].clone(), notes.into_iter().filter(|note| note.starts_with("element")).collect::<Vec<_>>())
    };
    let twice = "<MIS_START>01/06/2024</MIS_START><MIS_START>01/07/2024</MIS_START><MIS_END>03/06/2024</MIS_END>";
    let (row, said) = notes(&child(BORN, twice));
    assert!(row.contains("01/06/2024 | 01/07/2024"), "{row}");
    assert_eq!(said, ["element-repeated,0,EXPSSDA903/CHILD/HEADER/AMISSING/MIS_START,1"]);
    let same = "<MIS_START>01/06/2024</MIS_START><MIS_START>01/06/2024</MIS_START><MIS_END>03/06/2024</MIS_END>";
    assert_eq!(notes(&child(BORN, same)), notes(&child(BORN, ONCE)));
    let in_tag = "<MIS_START at=\"01/06/2024\" xsi:nil=\"true\">01/06/2024</MIS_START><MIS_END>03/06/2024</MIS_END>";
    let (row, said) = notes(&child(BORN, in_tag));
    assert!(row.contains("01/06/2024"), "{row}");
    assert_eq!(said, ["element-not-known,0,EXPSSDA903/CHILD/HEADER/AMISSING/MIS_START/@at,1"]);
}

#[test]
fn names_of_its_own_for_text_are_why_a_return_is_not_read() {
    let mut text = b"<?xml version=\"1.0\"?><!DOCTYPE EXPSSDA903 [<!ENTITY born \"01/01/2008\">]>".to_vec();
    text.extend(child("<DOB>&born;</DOB>", ONCE));
    let report = support::report(&[("r.xml", text)]);
    assert_eq!(report["files"][0]["problem"]["why"], "own-names", "{}", report["files"][0]);
    assert_eq!(report["files"][0]["problem"]["line"], 1);
}

#[test]
fn an_end_of_the_status_counts_in_header_as_in_the_csv_files() {
    let report = support::report(&[("r.xml", child(BORN, ONCE))]);
    let total = |cohort: &str| {
        let totals = report["totals"].as_array().unwrap();
        totals.iter().find(|of| of["cohort"] == cohort && of["measure"] == "children").map(|of| of["exact"].clone())
    };
    assert_eq!(total("all"), Some(1.into()));
    assert!(total("unaccompanied").is_none_or(|count| count == 0), "{}", report["totals"]);
}

#[test]
fn an_end_of_the_status_alone_does_not_say_who_is_unaccompanied() {
    let two = |flag: &str, other: &str| {
        let first = String::from_utf8(child(BORN, ONCE))
            .unwrap()
            .replace("<UASC></UASC><DUC>01/01/2023", &[flag, "<DUC>01/01/2025"].concat());
        let (from, to) = (first.find("<CHILD>").unwrap(), first.find("</EXPSSDA903>").unwrap());
        let second = first[from..to]
            .replace("<CHILDID>1", "<CHILDID>2")
            .replace(flag, other)
            .replace("<DUC>01/01/2025</DUC>", "");
        let whole = [&first[..to], &second, &first[to..]].concat();
        let report = support::report(&[("r.xml", whole.into_bytes())]);
        let totals = report["totals"].as_array().unwrap().iter();
        let of: Vec<_> = totals
            .filter(|of| of["cohort"] == "unaccompanied" && of["measure"] == "children")
            .map(|of| of["exact"].clone())
            .collect();
        (of.first().cloned(), problems(&report))
    };
    let flags = |value: &str| format!("<UASC>{value}</UASC>");
    assert_eq!(two(&flags("1"), &flags("0")), (Some(1.into()), Vec::new()));
    for (flag, other) in
        [(flags(""), flags("")), (flags("01"), flags("00")), (flags("2"), flags("1")), (flags("1"), flags("x"))]
    {
        assert_eq!(two(&flag, &other), (None, vec!["UASC".to_owned()]), "{flag}");
    }
    let without = String::from_utf8(child(BORN, ONCE)).unwrap().replace("<UASC></UASC>", "");
    assert_eq!(problems(&support::report(&[("r.xml", without.into_bytes())])), ["UASC"]);
}

/// A return of three children, one of whom went missing, with something put in the place of a part of it.
fn three(from: &str, to: &str) -> serde_json::Value {
    let child = |id: u32, missing: &str| {
        format!(
            "<CHILD><HEADER><CHILDID>{id}</CHILDID><SEX>1</SEX>{BORN}<UASC>0</UASC>{missing}</HEADER><EPISODE>\
             <DECOM>01/05/2023</DECOM><RNE>S</RNE><LS>C2</LS></EPISODE></CHILD>"
        )
    };
    let period = format!("<AMISSING><MISSING>M</MISSING>{ONCE}</AMISSING>");
    let children = [child(1, &period), child(2, ""), child(3, "")].concat();
    assert!(children.contains(from), "{from}");
    support::report(&[("r.xml", format!("<EXPSSDA903>{}</EXPSSDA903>", children.replacen(from, to, 1)).into_bytes())])
}

fn problems(report: &serde_json::Value) -> Vec<String> {
    let files = report["files"].as_array().unwrap().iter();
    let misplaced = files.filter(|file| file["problem"]["problem"] == "element-misplaced");
    misplaced.map(|file| file["name"].as_str().unwrap().rsplit(' ').next().unwrap().to_owned()).collect()
}

#[test]
fn what_is_in_another_place_than_its_group_leaves_its_module_without_figures() {
    let flat = format!("<UASC>0</UASC><MISSING>M</MISSING>{ONCE}</HEADER>");
    let cases: [(&str, &str, &[&str]); 16] = [
        // A group that is not there, and one that is in the wrong place.
        ("<UASC>0</UASC></HEADER>", &flat, &["Missing"]),
        ("<EPISODE>", "<EPISODE><MIS_START>01/05/2024</MIS_START>", &["Missing"]),
        ("<EPISODE>", "<AMISSING><MISSING>M</MISSING></AMISSING><EPISODE>", &["Missing"]),
        ("<EPISODE>", "<PERIODS><MISSING>M</MISSING></PERIODS><EPISODE>", &["Missing"]),
        ("</EPISODE>", "<EPISODE><DECOM>01/05/2024</DECOM></EPISODE></EPISODE>", &["Episodes"]),
        ("</HEADER>", "<LS>V3</LS></HEADER>", &["Episodes"]),
        // A field of HEADER in another group.
        ("<EPISODE>", "<EPISODE><UASC>1</UASC>", &["Header", "UASC"]),
        ("<AMISSING>", "<AMISSING><UASC>1</UASC>", &["Header", "UASC"]),
        ("<EPISODE>", "<EPISODE><DUC>01/01/2026</DUC>", &["UASC"]),
        // Text in no element of its own.
        ("<MISSING>M</MISSING>", "M", &["Missing"]),
        ("<MIS_END>", "01/06/2024<MIS_END>", &["Missing"]),
        ("<MISSING>M</MISSING>", "<MISSING>M<x/></MISSING>", &["Missing"]),
        ("<EPISODE><DECOM>", "<EPISODE>01/05/2022<DECOM>", &["Episodes"]),
        // A value within a tag.
        ("<AMISSING>", "<AMISSING MIS_END=\"02/06/2024\">", &["Missing"]),
        ("<MISSING>M</MISSING>", "<MISSING value=\"M\"/>", &["Missing"]),
        // A group that says that it is of another child.
        ("<EPISODE>", "<EPISODE><CHILDID>2</CHILDID>", &["Episodes"]),
    ];
    for (from, to, modules) in cases {
        let report = three(from, to);
        assert_eq!(problems(&report), modules, "{to}");
        let said = report["findings"].as_array().unwrap().iter().any(|found| found["rule"] == "element-not-known");
        assert!(said, "{to}");
        let shares = report["rates"].as_array().unwrap().len();
        let of_all = ["Episodes", "Missing"].contains(&modules[0]);
        assert_eq!(shares == 0, of_all, "{to}: {}", report["rates"]);
    }
}

#[test]
fn what_no_figure_needs_and_what_a_group_repeats_keep_their_figures() {
    let cases = [
        ("<EPISODE>", "<EPISODE><CHILDID>1</CHILDID><PLACE_DISTANCE>4</PLACE_DISTANCE>"),
        ("<AMISSING>", "<AMISSING><CHILDID>1</CHILDID><DOB>01/01/2008</DOB>"),
        ("</HEADER>", "<DATE_INT>01/01/2024</DATE_INT><IN_TOUCH>YES</IN_TOUCH></HEADER>"),
        ("</HEADER>", "<AD1><NB_ADOPTR>2</NB_ADOPTR></AD1></HEADER>"),
        ("<MIS_END>", "<MIS_END format=\"dd/mm/yyyy\">"),
        ("<EPISODE>", "\n <!-- text -->\n <EPISODE>"),
    ];
    for (from, to) in cases {
        let report = three(from, to);
        assert!(problems(&report).is_empty(), "{to}: {}", report["files"]);
        assert_eq!(report["rates"][0]["numerator"], 1, "{to}");
    }
}

#[test]
fn an_end_of_the_status_that_header_denies_is_one_finding() {
    let report = three("<UASC>0</UASC>", "<UASC>0</UASC><DUC>01/01/2026</DUC>");
    let of_rule = report["findings"].as_array().unwrap().iter().filter(|found| found["rule"] == "303").count();
    assert_eq!(of_rule, 1, "{}", report["findings"]);
}

/// All of Missing may have been carried over, so that apart it may be last year's file. In one document it is of one return.
#[test]
fn what_came_in_one_document_is_of_one_return() {
    let xml = "<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><DOB>01/01/2010</DOB><SEX>1</SEX>\
               <AMISSING><MISSING>M</MISSING><MIS_START>01/02/2024</MIS_START><MIS_END/></AMISSING></HEADER>\
               <EPISODE><DECOM>01/05/2023</DECOM><LS>C2</LS></EPISODE></CHILD>\
               <CHILD><HEADER><CHILDID>2</CHILDID><DOB>01/01/2010</DOB><SEX>1</SEX></HEADER>\
               <EPISODE><DECOM>01/06/2024</DECOM><LS>C2</LS><DEC>01/02/2025</DEC></EPISODE></CHILD></EXPSSDA903>";
    let asked = |found: &serde_json::Value| {
        let files = found["files"].as_array().unwrap().iter();
        files.filter(|file| file["problem"]["problem"] == "which-year").count()
    };
    assert_eq!(asked(&report(&[("return.xml", xml.into())])), 0);
    let apart: [(&str, Vec<u8>); 2] = [
        ("episodes.csv", b"CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/06/2024,C2,01/02/2025\n".to_vec()),
        ("missing.csv", b"CHILD,MISSING,MIS_START,MIS_END\n1,M,01/02/2024,\n".to_vec()),
    ];
    assert_eq!(asked(&report(&apart)), 1);
}

#[test]
fn periods_that_stand_in_one_group_are_rows_and_what_may_be_several_gives_no_figure() {
    let missing = |inside: &str| {
        let tables = support::opened("r.xml", &child(BORN, inside));
        let of = tables.iter().find(|(name, _)| name.ends_with("Missing")).unwrap();
        let (rows, notes) = support::lines(&of.1);
        let (_, of_file) = support::lines(&tables[0].1);
        let is_said = |note: &&String| note.starts_with("element");
        (rows[1..].to_vec(), notes.iter().chain(&of_file).filter(is_said).count())
    };
    let again = "<MIS_START>01/07/2024</MIS_START><MIS_END/>";
    let (rows, said) = missing(&[ONCE, again].concat());
    assert_eq!(rows, ["1,01/01/2008,M,01/06/2024,03/06/2024", "1,01/01/2008,M,01/07/2024,"]);
    assert_eq!(said, 0);
    let report = |inside: &str| support::report(&[("r.xml", child(BORN, inside))]);
    let problem = |inside: &str| {
        let report = report(inside);
        let files = report["files"].as_array().unwrap();
        let of = files.iter().find(|file| file["name"] == "r.xml › Missing").unwrap();
        of["problem"]["problem"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(problem(&[ONCE, again].concat()), "");
    // Starts together, and ends together; another kind of one period; an end without a start.
    for inside in [
        "<MIS_START>01/06/2024</MIS_START><MIS_START>01/07/2024</MIS_START><MIS_END>03/06/2024</MIS_END><MIS_END/>",
        "<MISSING>A</MISSING><MIS_START>01/06/2024</MIS_START><MIS_END>03/06/2024</MIS_END>",
        "<MIS_START>01/06/2024</MIS_START><MIS_END>03/06/2024</MIS_END><MIS_END>05/06/2024</MIS_END>",
    ] {
        assert_eq!(problem(inside), "element-misplaced", "{inside}");
    }
}

#[test]
fn a_return_of_nobody_and_names_for_text_without_a_declaration_are_said_as_they_are() {
    let why = |text: &[u8]| support::report(&[("r.xml", text.to_vec())])["files"][0]["problem"]["why"].clone();
    for nobody in ["<EXPSSDA903></EXPSSDA903>", "<EXPSSDA903/>", "<EXPSSDA903><CHILD/></EXPSSDA903>"] {
        assert_eq!(why(nobody.as_bytes()), "no-child", "{nobody}");
    }
    let named = child("<DOB>&born;</DOB>", ONCE);
    let text = [b"<!DOCTYPE x [<!ENTITY born \"01/01/2008\">]>\n".as_slice(), &named].concat();
    assert_eq!(why(&text), "own-names");
    // A web page says of what kind it is, too.
    assert_eq!(why(b"<!DOCTYPE html><html><body><p>Sign in</p></body></html>"), "web-page");
}
