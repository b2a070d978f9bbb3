//! A return in XML says what its CSV files say.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use support::{lines, opened, opened_in, report, rows, samples};

/// The rows of a table by the child, each by the names of its columns.
fn by_child(folder: &Path, file: &str) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let mut rows = rows(&std::fs::read(folder.join(file)).unwrap()).into_iter();
    let head: Vec<String> = rows.next().unwrap();
    let mut found: BTreeMap<String, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    for row in rows {
        let row: BTreeMap<String, String> = head.iter().cloned().zip(row).collect();
        found.entry(row["CHILD"].clone()).or_default().push(row);
    }
    found
}

/// A return in a folder as one document, written as the guidance has it.
fn as_xml(folder: &Path) -> String {
    let [header, episodes, uasc, missing] =
        ["header.csv", "episodes.csv", "uasc.csv", "missing.csv"].map(|file| by_child(folder, file));
    let element =
        |name: &str, text: &str| format!("<{name}>{}</{name}>", text.replace('&', "&amp;").replace('<', "&lt;"));
    let mut children: Vec<&String> =
        header.keys().chain(episodes.keys()).chain(missing.keys()).chain(uasc.keys()).collect();
    children.sort();
    children.dedup();
    let mut text = "<?xml version=\"1.0\" encoding=\"us-ascii\"?>\n<EXPSSDA903>\n".to_owned();
    for child in children {
        text += "<CHILD>\n<HEADER>";
        text += &element("CHILDID", child);
        let known = header.get(child).map(|rows| &rows[0]);
        for (column, value) in known.into_iter().flatten().filter(|(column, _)| *column != "CHILD") {
            text += &element(column, value);
        }
        let listed = uasc.get(child).map(|rows| &rows[0]);
        text += &element("UASC", if listed.is_some() { "1" } else { "0" });
        text += &listed.map_or(String::new(), |row| element("DUC", &row["DUC"]));
        for row in missing.get(child).into_iter().flatten() {
            text += "<AMISSING>";
            for column in ["MISSING", "MIS_START", "MIS_END"] {
                text += &element(column, &row[column]);
            }
            text += "</AMISSING>";
        }
        text += "</HEADER>\n";
        for row in episodes.get(child).into_iter().flatten() {
            text += "<EPISODE>";
            for (column, value) in row.iter().filter(|(column, _)| *column != "CHILD") {
                text += &element(if column == "PLACE" { "PL" } else { column }, value);
            }
            text += "</EPISODE>\n";
        }
        text += "</CHILD>\n";
    }
    text + "</EXPSSDA903>\n"
}

fn same(folder: &Path) -> serde_json::Value {
    let files = ["header.csv", "episodes.csv", "uasc.csv", "missing.csv"];
    let own = report(&files.map(|name| (name, std::fs::read(folder.join(name)).unwrap())));
    let found = report(&[("return.xml", as_xml(folder).into_bytes())]);
    for part in ["rates", "ratios", "totals", "periods", "profiles", "foi", "answered_by"] {
        assert_eq!(found[part], own[part], "{part}");
    }
    found
}

#[test]
fn the_sample_return_says_the_same_in_xml() {
    let found = same(&samples().join("ssda903"));
    let names: Vec<&str> =
        found["files"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["return.xml › Episodes", "return.xml › Header", "return.xml › Missing", "return.xml › UASC"]);
}

#[test]
#[ignore = "needs ../shared beside the project"]
fn the_shared_returns_say_the_same_in_xml() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    same(&shared.join("ssda903-synthetic"));
    same(&shared.join("disclosure/one-away-child"));
}

const RETURN: &str = "<?xml version=\"1.0\"?>\n<EXPSSDA903>\n<!-- > -->\n<CHILD><HEADER><CHILDID>0012</CHILDID><DOB>01/01/2010</DOB>\
    <SEX>1</SEX><UASC>1</UASC><DUC/><SHOE><SIZE>4</SIZE></SHOE>\n<AMISSING><MISSING>M</MISSING><MIS_START>01/05/2024</MIS_START><MIS_END/>\
    </AMISSING></HEADER><EPISODE><DECOM>01/04/2024</DECOM><PL>U1</PL><HOME_POST><![CDATA[a<b]]>,&#65;</HOME_POST></EPISODE></CHILD>\n</EXPSSDA903>\n";

#[test]
fn elements_become_columns_whatever_the_pieces_that_they_arrive_in() {
    let whole = opened("r.xml", RETURN.as_bytes());
    let tables: Vec<(&str, Vec<String>)> = whole.iter().map(|(name, text)| (name.as_str(), lines(text).0)).collect();
    assert_eq!(tables[0].1, ["CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,UASC", "0012,1,01/01/2010,,,,,1"]);
    assert_eq!(tables[1].1[1], "0012,01/04/2024,,,,U1,,,,,\"a<b,A\",,");
    assert_eq!(tables[2].1, ["CHILD,SEX,DOB,DUC", "0012,1,01/01/2010,"]);
    assert_eq!(tables[3].1, ["CHILD,DOB,MISSING,MIS_START,MIS_END", "0012,01/01/2010,M,01/05/2024,"]);
    assert_eq!(tables.len(), 4);
    let notes = lines(&whole[0].1).1;
    let unknown: Vec<&String> = notes.iter().filter(|note| note.starts_with("element-not-known")).collect();
    assert_eq!(unknown.len(), 2, "{notes:?}");
    assert!(unknown[0].contains("EXPSSDA903/CHILD/HEADER/SHOE/SIZE"), "{notes:?}");
    for piece in [1, 2, 5, 17, 64] {
        assert_eq!(opened_in("r.xml", RETURN.as_bytes(), piece), whole, "{piece}");
    }
}

#[test]
fn a_prefix_a_comment_before_and_a_zone_of_a_date_change_nothing() {
    let bare = RETURN.replace("<?xml version=\"1.0\"?>\n", "").replace("a<b", "ab");
    let rows = |text: &str| opened("r.xml", text.as_bytes()).iter().map(|(_, text)| lines(text).0).collect::<Vec<_>>();
    let prefixed = bare.replace("</", "</s:").replace('<', "<s:").replace("<s:/s:", "</s:").replace("<s:!", "<!");
    let whole_of_bare = rows(&RETURN.replace("a<b", "ab"));
    assert_eq!(rows(&prefixed.replace("<s:EXPSSDA903>", "<s:EXPSSDA903 xmlns:s=\"urn:x\">")), whole_of_bare);
    assert_eq!(rows(&["<!-- of 2024 -->\n", &bare].concat()), whole_of_bare);
    for zone in ["Z", "+01:00", "-05:00"] {
        let dated = RETURN.replace("01/05/2024", &format!("2024-05-01{zone}"));
        assert_eq!(rows(&dated)[3][1], "0012,01/01/2010,M,2024-05-01,", "{zone}");
    }
    let other = RETURN.replace("01/05/2024", "2024-05-01 or so");
    assert_eq!(rows(&other)[3][1], "0012,01/01/2010,M,2024-05-01 or so,");
}

#[test]
fn what_is_no_return_or_not_well_formed_is_said_with_its_line() {
    let stopped = |text: &str, piece: usize| {
        let tables = opened_in("r.xml", text.as_bytes(), piece);
        assert_eq!(tables.len(), 1);
        lines(&tables[0].1).1[0].clone()
    };
    let cases = [
        (RETURN.replace("</HEADER>", ""), "refused,broken-xml,5"),
        // The last line that says anything.
        (RETURN.replace("</EXPSSDA903>", ""), "refused,broken-xml,5"),
        (RETURN.replace("&#65;", "&nothing;"), "refused,broken-xml,5"),
        (
            RETURN
                .replace("<EXPSSDA903>", "<!DOCTYPE EXPSSDA903 [<!ENTITY b 'x'>]><EXPSSDA903>")
                .replace("&#65;", "&b;"),
            "refused,own-names,5",
        ),
        // Attributes.
        (RETURN.replace("<DUC/>", "<DUC a=\"1\" a=\"2\"/>"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "<DUC a=1/>"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "<DUC a/>"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "<DUC a=/>"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "<DUC\n a=\"x<y\"/>"), "refused,broken-xml,5"),
        (RETURN.replace("<DUC/>", "<DUC a=\"1\"b=\"2\"/>"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "<DUC a=\"x&y\"/>"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "<DUC a=\"&nothing;\"/>"), "refused,broken-xml,4"),
        (RETURN.replace("<EXPSSDA903>", "<EXPSSDA903 a=\"1\" a=\"1\">"), "refused,broken-xml,2"),
        // Letters that are in no document, wherever they are.
        (RETURN.replace("<DUC/>", "<DUC>\u{1}</DUC>"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "\n\n<!-- \n\u{0}\n -->\n"), "refused,broken-xml,7"),
        (RETURN.replace("a<b", "a\u{B}b"), "refused,broken-xml,5"),
        (RETURN.replace("a<b", "\u{FFFF}"), "refused,broken-xml,5"),
        (RETURN.replace("&#65;", "&#1;"), "refused,broken-xml,5"),
        (RETURN.replace("&#65;", "&#xD800;"), "refused,broken-xml,5"),
        (RETURN.replace("&#65;", "A & B"), "refused,broken-xml,5"),
        // Names, and ends that are of another.
        (RETURN.replace("</DOB>", "</DOC>"), "refused,broken-xml,4"),
        (RETURN.replace("</DOB>", "</dob>"), "refused,broken-xml,4"),
        (RETURN.replace("</DOB>", "</DOB a=\"1\">"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "<1/>"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "<DUC<X/>"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "<!-- a -- b -->"), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", "<DUC>a]]>b</DUC>"), "refused,broken-xml,4"),
        // Outside the root.
        (RETURN.to_owned() + "x", "refused,broken-xml,7"),
        (RETURN.to_owned() + "&#32;", "refused,broken-xml,7"),
        (RETURN.to_owned() + "<![CDATA[ ]]>", "refused,broken-xml,7"),
        (RETURN.to_owned() + "<CHILD/>", "refused,broken-xml,7"),
        (RETURN.to_owned() + "<?xml version=\"1.0\"?>", "refused,broken-xml,7"),
        (RETURN.replace("<DUC/>", "<DUC"), "refused,broken-xml"),
        (RETURN.replace("<EXPSSDA903>", "x<EXPSSDA903>"), "refused,broken-xml,2"),
        (RETURN.to_owned() + "<EXPSSDA903/>", "refused,broken-xml,7"),
        (RETURN.replace("EXPSSDA903", "OTHER"), "refused,other-xml,0"),
        ("<?xml version=\"1.0\"?>".to_owned(), "refused,other-xml,0"),
    ];
    for (text, why) in cases {
        for piece in [3, 50, 100_000] {
            let found = stopped(&text, piece);
            assert!(found.starts_with(why), "{why}: {found} by {piece}\n{text}");
        }
    }
}

#[test]
fn what_is_well_formed_and_rare_is_read() {
    let cases = [
        ("<DUC/>", "<DUC a = \"1 > 0 &amp; &#65;\"\n b='\"'\n/>"),
        ("<DUC/>", "<DUC\t></DUC\n>"),
        ("<DUC/>", "<DUC></DUC><!-- a - b --><?note a=1 < 2?>"),
        (
            "<EXPSSDA903>",
            "<!DOCTYPE EXPSSDA903 [<!ELEMENT DUC ANY>]>\n<EXPSSDA903 xmlns=\"urn:a\" xmlns:xsi=\"urn:b\">",
        ),
        ("a<b", "a]]b\u{85}<c>"),
    ];
    for (from, to) in cases {
        for piece in [3, 100_000] {
            let tables = opened_in("r.xml", RETURN.replace(from, to).as_bytes(), piece);
            assert_eq!(tables.len(), 4, "{to}: {:?}", lines(&tables[0].1));
        }
    }
}

#[test]
fn what_never_ends_is_not_well_formed_and_what_is_too_much_is_said_of_xml() {
    let long = "1".repeat(5_000_000);
    let cases = [
        (RETURN.replace("<DUC/>", &format!("<DUC a=\"{long}")), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", &format!("<!-- {long}")), "refused,broken-xml,4"),
        (RETURN.replace("<DUC/>", &format!("<DUC>{long}</DUC>")), "refused,too-large-xml,4"),
        (RETURN.replace("<DUC/>", &"<DUC>".repeat(100)), "refused,too-large-xml,4"),
    ];
    for (text, why) in cases {
        let tables = opened_in("r.xml", text.as_bytes(), 100_000);
        assert_eq!(tables.len(), 1);
        assert!(lines(&tables[0].1).1[0].starts_with(why), "{why}: {:?}", lines(&tables[0].1).1);
    }
}

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
