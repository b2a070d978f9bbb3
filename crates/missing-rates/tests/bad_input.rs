//! What bad input gets: nothing is lost, nothing panics, nothing is guessed silently.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::{assert_balanced, find_rate, found, rate, report, set_aside, total};
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::read::Reader;
use missing_rates::report::{Basis, FileKind, Problem, Reason, Rename, Severity};
use missing_rates::{Query, Returns};
use proptest::prelude::*;

const UK: Option<&str> = Some("K02000001");

/// Two authorities, 25 of 100 missing in 2024.
const ANSWERS: &str = "Authority,Year,Unaccompanied children,Unaccompanied children missing\n\
                       Kent,2024,60,20\nYnys Môn,2024,40,5\n";

fn is_twenty_five_per_cent(name: &str, bytes: &[u8]) -> String {
    let report = report(&[(name, bytes)]);
    assert_balanced(&report);
    let r = rate(&report, UK, Cohort::Unaccompanied, Share::Missing, Basis::Matched);
    assert_eq!((r.numerator, r.denominator, r.authorities), (25, 100, 2), "{name}");
    report.files[0].encoding.clone()
}

#[test]
fn every_encoding_delimiter_and_line_end_is_read() {
    assert_eq!(is_twenty_five_per_cent("utf-8", ANSWERS.as_bytes()), "utf-8");
    assert_eq!(is_twenty_five_per_cent("mark", format!("\u{FEFF}{ANSWERS}").as_bytes()), "utf-8");
    let latin: Vec<u8> = ANSWERS.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(is_twenty_five_per_cent("windows-1252", &latin), "windows-1252");
    let utf16 = |big: bool| move |u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() };
    for (big, name) in [(false, "utf-16le"), (true, "utf-16be")] {
        let with_mark: Vec<u8> = format!("\u{FEFF}{ANSWERS}").encode_utf16().flat_map(utf16(big)).collect();
        assert_eq!(is_twenty_five_per_cent(name, &with_mark), name);
        assert_eq!(is_twenty_five_per_cent(name, &with_mark[2..]), name);
    }
    for delimiter in [";", "\t", "|"] {
        is_twenty_five_per_cent(delimiter, ANSWERS.replace(',', delimiter).as_bytes());
    }
    is_twenty_five_per_cent("stated", format!("sep=;\r\n{}", ANSWERS.replace(',', ";")).as_bytes());
    for line_end in ["\r\n", "\r", "\n\n", "\r\n\r\n"] {
        is_twenty_five_per_cent(line_end, ANSWERS.replace('\n', line_end).as_bytes());
    }
    is_twenty_five_per_cent("quoted", ANSWERS.replace("Kent", "\"Kent\"").replace("60", "\"60\"").as_bytes());
    is_twenty_five_per_cent(
        "quoted mark",
        format!("\u{FEFF}{}", ANSWERS.replacen("Authority", "\"Authority\"", 1)).as_bytes(),
    );
    let broken = ANSWERS.replace("Year", "\"Year of\r\nthe answer\"");
    is_twenty_five_per_cent("quoted line break", broken.as_bytes());
    is_twenty_five_per_cent("no line end at the end", ANSWERS.trim_end().as_bytes());
}

#[test]
fn rows_shorter_than_the_header_are_read_for_what_they_hold_and_longer_ones_are_not_used() {
    let ragged = "Authority,Year,UASC,UASC missing\nKent,2024,60,20,,\nYork,2024,9,1,30,more\nHull,2024,40\nLeeds\n";
    let report = report(&[("ragged.csv", ragged)]);
    assert_balanced(&report);
    let r = rate(&report, UK, Cohort::Unaccompanied, Share::Missing, Basis::Matched);
    assert_eq!((r.numerator, r.denominator), (20, 60));
    assert_eq!(total(&report, UK, Cohort::Unaccompanied, Count::Children), 100);
}

#[test]
fn headers_in_another_order_and_case_with_spaces_and_extra_columns_are_accepted() {
    let shuffled = "note , MIS_END,mis_start, Missing ,child,DOB\nx,,01/05/2024,m,1,01/01/2010\n";
    let episodes = "dec,ls,Decom,CHILD\n,C2,01/05/2020,1\n";
    let report = report(&[("a.csv", shuffled), ("b.csv", episodes)]);
    assert_balanced(&report);
    let r = rate(&report, None, Cohort::All, Share::Missing, Basis::ChildLevel);
    assert_eq!((r.numerator, r.denominator), (1, 1));
}

fn renames(of: &[Rename]) -> Vec<(&str, &str)> {
    of.iter().map(|rename| (rename.found.as_str(), rename.meant.as_str())).collect()
}

#[test]
fn a_near_miss_that_can_mean_one_thing_is_read_and_said_and_can_be_undone() {
    let near = b"Child ID,Date of Birth,MISSING,MIS START,MIS END DATE\n1,01/01/2010,M,01/05/2024,\n";
    let read = report(&[("missing.csv", near)]);
    assert_eq!(
        (read.files[0].kind, renames(&read.files[0].renamed)),
        (
            FileKind::Missing,
            vec![
                ("Child ID", "CHILD"),
                ("Date of Birth", "DOB"),
                ("MIS START", "MIS_START"),
                ("MIS END DATE", "MIS_END")
            ]
        )
    );
    let mut reader = Reader::new("missing.csv", Vec::new()).exactly();
    reader.push(near);
    let undone = reader.finish();
    let Some(Problem::NearMiss { kind, renames: proposed }) = undone.entry().problem.clone() else {
        panic!("not proposed: {:?}", undone.entry())
    };
    assert_eq!(kind, FileKind::Missing);
    assert_eq!(renames(&proposed), [("Child ID", "CHILD"), ("MIS START", "MIS_START"), ("MIS END DATE", "MIS_END")]);
    let mut reader = Reader::new("missing.csv", proposed).exactly();
    reader.push(near);
    let agreed = reader.finish();
    assert_eq!((agreed.entry().kind, agreed.entry().renamed.len()), (FileKind::Missing, 3));
}

#[test]
fn a_near_miss_that_could_be_a_typing_error_is_proposed_and_read_once_it_is_accepted() {
    let near = b"CHILD,DOB,MISSING,MIS_STRT,MIS_END\n1,01/01/2010,M,01/05/2024,\n";
    let refused = report(&[("missing.csv", near)]);
    assert_balanced(&refused);
    assert_eq!(set_aside(&refused, "missing.csv"), [(Reason::FileNotUsed, 1)], "its heading is none of its rows");
    let Some(Problem::NearMiss { kind, renames: proposed }) = refused.files[0].problem.clone() else {
        panic!("not proposed")
    };
    assert_eq!((kind, renames(&proposed)), (FileKind::Missing, vec![("MIS_STRT", "MIS_START")]));
    let mut reader = Reader::new("missing.csv", proposed);
    reader.push(near);
    assert_eq!(reader.finish().entry().kind, FileKind::Missing);
}

#[test]
fn columns_that_are_nobodys_are_shown_and_can_be_mapped() {
    let strange = b"Where,When,A,B\nKent,2024,100,20\n";
    let refused = report(&[("strange.csv", strange)]);
    assert_balanced(&refused);
    let Some(Problem::UnknownColumns { found, .. }) = refused.files[0].problem.clone() else { panic!("not shown") };
    assert_eq!(found, ["Where", "When", "A", "B"]);
    let meant = ["Authority", "Year", "Trafficked children", "Trafficked children missing"];
    let renames = found.into_iter().zip(meant).map(|(found, meant)| Rename { found, meant: meant.to_owned() });
    let mut reader = Reader::new("strange.csv", renames.collect());
    reader.push(strange);
    let mut returns = Returns::default();
    returns.add(1, reader.finish());
    let r = returns.report(&Query::default());
    let r = rate(&r, UK, Cohort::Trafficked, Share::Missing, Basis::Matched);
    assert_eq!((r.numerator, r.denominator), (20, 100));
}

#[test]
fn what_is_no_table_is_said() {
    let cases: [(&[u8], Problem); 9] = [
        (b"", Problem::Empty),
        (b"\n\r\n \n", Problem::Empty),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00", Problem::Zip { password: false }),
        (b"PK\x03\x04\x14\x00\x01\x00\x08\x00", Problem::Zip { password: true }),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
            Problem::OldOffice { password: true },
        ),
        (b"%PDF-1.4 ...", Problem::Pdf),
        (b"<!DOCTYPE html><p>", Problem::Html),
        (b"\x7FELF\x02\x01\x01\0\0\0\0\0", Problem::Binary),
        (b"CHILD,DOB,MISSING,MIS_START,MIS_END\n", Problem::NoRows),
    ];
    for (bytes, problem) in cases {
        let report = report(&[("file.csv", bytes)]);
        assert_eq!(report.files[0].problem, Some(problem), "{bytes:?}");
        assert_balanced(&report);
        assert!(report.rates.is_empty());
    }
}

#[test]
fn a_file_that_cannot_be_read_never_stops_the_others() {
    let report = report(&[("bad.csv", &b"%PDF-1.4"[..]), ("good.csv", ANSWERS.as_bytes())]);
    assert_eq!(rate(&report, UK, Cohort::Unaccompanied, Share::Missing, Basis::Matched).denominator, 100);
}

#[test]
fn a_cell_of_100_megabytes_is_refused_with_its_row() {
    let mut reader = Reader::new("huge.csv", Vec::new());
    reader.push(ANSWERS.as_bytes());
    reader.push(b"Hull,2024,");
    let chunk = vec![b'9'; 1 << 20];
    (0..100).for_each(|_| reader.push(&chunk));
    reader.push(b",1\nLeeds,2024,10,1\n");
    let mut returns = Returns::default();
    returns.add(1, reader.finish());
    let report = returns.report(&Query::default());
    assert_eq!(report.files[0].problem, Some(Problem::TooLong { row: 4 }));
    assert_eq!(set_aside(&report, "huge.csv"), [(Reason::FileNotUsed, 2)]);
    assert!(report.rates.is_empty(), "half a file would be a wrong figure");
}

#[test]
fn an_open_quotation_mark_is_refused_with_its_row() {
    let report = report(&[("open.csv", ANSWERS.replace("Ynys", "\"Ynys"))]);
    assert_eq!(report.files[0].problem, Some(Problem::OpenQuote { row: 3 }));
    assert_balanced(&report);
}

#[test]
fn the_same_file_twice_is_one_file_and_the_same_row_twice_one_answer() {
    let twice = report(&[("a.csv", ANSWERS), ("b.csv", ANSWERS)]);
    assert_balanced(&twice);
    assert_eq!(twice.files[1].problem, Some(Problem::SameAs { name: "a.csv".into() }));
    assert_eq!(twice.rates, report(&[("a.csv", ANSWERS)]).rates);
    let rows = report(&[("a.csv", format!("{ANSWERS}Kent,2024,60,20\n"))]);
    assert_balanced(&rows);
    assert_eq!(set_aside(&rows, "a.csv"), [(Reason::SameAnswer, 1)]);
    assert_eq!(rows.rates, twice.rates);
}

#[test]
fn two_answers_that_differ_are_never_added_nor_chosen_between() {
    let report = report(&[("a.csv", format!("{ANSWERS}Kent County Council,2024,61,20\n"))]);
    assert_balanced(&report);
    assert_eq!(found(&report), [("conflicting-answers", 2)]);
    let r = rate(&report, UK, Cohort::Unaccompanied, Share::Missing, Basis::Matched);
    assert_eq!((r.numerator, r.denominator), (5, 40));
}

#[test]
fn counts_that_cannot_be_are_findings() {
    let rows = "Authority,Year,UASC,UASC missing\nKent,2024,10,20\nHull,2024,-5,1\nLeeds,2024,10.5,1\nBath,2024,lots,1\nYork,2024,50,5\n";
    // One row in ten may be wrong in itself.
    let others = ["Bolton", "Bury", "Derby", "Devon", "Dorset", "Essex", "Luton", "Sefton"];
    let rows = others.iter().fold(rows.to_owned(), |rows, name| format!("{rows}{name},2024,50,5\n"));
    let report = report(&[("a.csv", rows)]);
    assert_balanced(&report);
    // "Bath" is nearly the name of an authority: suggested, not taken.
    assert_eq!(
        found(&report),
        [("authority-not-recognised", 1), ("more-missing-than-children", 1), ("not-a-count", 2)]
    );
    let unknown = &report.findings[0].rows[0];
    assert!(unknown.suggestions.iter().any(|name| name == "Bath and North East Somerset"), "{unknown:?}");
    let r = rate(&report, UK, Cohort::Unaccompanied, Share::Missing, Basis::Matched);
    assert_eq!((r.numerator, r.denominator), (45, 450));
}

#[test]
fn dates_that_the_calendar_does_not_have_are_findings() {
    let episodes = "CHILD,DECOM,LS,DEC\n1,01/04/2020,C2,\n2,31/02/2024,C2,\n3,01/05/2024,C2,01/13/2024\n4,02/05/2024,C2,01/05/2024\n";
    let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n1,M,31/02/2024,\n1,M,,\n1,X,01/06/2024,\n\
                   1,,01/06/2024,\n1,,,02/06/2024\n1,M,01/06/2024,soon\n1,M,03/06/2024,02/06/2024\n,M,01/06/2024,\n,,,\n";
    let report = report(&[("episodes.csv", episodes), ("missing.csv", missing)]);
    assert_balanced(&report);
    assert_eq!(
        found(&report),
        [
            // A blank start is one as well, with or without a code.
            ("1004", 3),
            ("1005", 1),
            ("1006", 1),
            ("564", 1),
            ("565", 1),
            ("566", 1),
            ("567", 1),
            // Rows that are set aside for their code or end start on the same day.
            ("574", 4),
            ("episode-end", 1),
            ("episode-order", 1),
            ("episode-start", 1),
            ("month-first", 1),
            ("no-child", 1),
        ]
    );
    assert!(report.findings.iter().all(|f| f.severity == Severity::Error));
    let r = rate(&report, None, Cohort::All, Share::Missing, Basis::ChildLevel);
    assert_eq!((r.numerator, r.denominator), (1, 1));
    assert_eq!(report.files[1].rows_used, 1);
}

#[test]
fn totals_and_notes_around_a_table_are_set_aside() {
    let titled = format!(
        "Missing children: answers to our request\n\n{ANSWERS}Total,2024,100,25\n,,,\nSource: our own letters\n"
    );
    let report = report(&[("titled.csv", titled)]);
    assert_balanced(&report);
    assert_eq!(
        set_aside(&report, "titled.csv"),
        [(Reason::AboveHeader, 1), (Reason::EmptyRow, 2), (Reason::TotalRow, 1)]
    );
    assert_eq!(rate(&report, UK, Cohort::Unaccompanied, Share::Missing, Basis::Matched).numerator, 25);
}

#[test]
fn a_header_row_that_stands_there_again_is_no_row() {
    for (name, header, row) in [
        ("header.csv", "CHILD,SEX,DOB,ETHNIC\n", "1,1,01/01/2010,WBRI\n"),
        ("episodes.csv", "CHILD,DECOM,LS,DEC\n", "1,01/05/2024,C2,\n"),
        ("missing.csv", "CHILD,MISSING,MIS_START,MIS_END\n", "1,M,01/06/2024,\n"),
        ("uasc.csv", "CHILD,DUC\n", "1,\n"),
        ("reviews.csv", "CHILD,DOB,REVIEW\n", "1,01/01/2010,01/01/2020\n"),
        ("answers.csv", "Authority,Year,UASC,UASC missing\n", "Kent,2024,60,20\n"),
    ] {
        let report = report(&[(name, format!("{header}{row}{header}{row}"))]);
        assert_balanced(&report);
        assert!(set_aside(&report, name).contains(&(Reason::RepeatedHeader, 1)), "{name}");
    }
}

#[test]
fn a_return_without_its_episodes_says_what_it_needs() {
    let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n";
    let report = report(&[("missing.csv", missing)]);
    assert_balanced(&report);
    assert_eq!(report.files[0].problem, Some(Problem::NeedsEpisodes));
    assert_eq!(set_aside(&report, "missing.csv"), [(Reason::NeedsEpisodes, 1)]);
}

#[test]
fn answers_that_name_no_year_wait_for_one() {
    let undated = "Authority,UASC,UASC missing\nKent,60,20\n";
    let waiting = report(&[("answers.csv", undated)]);
    assert_balanced(&waiting);
    assert_eq!(waiting.files[0].problem, Some(Problem::NoPeriod));
    assert!(waiting.rates.is_empty());
    let year = missing_rates::period::Period::calendar_year(2024);
    let asked = crate::support::report_for(&[("answers.csv", undated)], year);
    assert_eq!(rate(&asked, UK, Cohort::Unaccompanied, Share::Missing, Basis::Matched).denominator, 60);
    // The name of the file may say it; then the report says that it did.
    let named = report(&[("answers-2024.csv", undated)]);
    assert_eq!(found(&named), [("period-from-name", 1)]);
    assert!(find_rate(&named, UK, Cohort::Unaccompanied, Share::Missing, Basis::Matched).is_some());
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic_or_lose_a_row(
        header in prop::sample::select(vec![
            "CHILD,DECOM,LS,DEC\n", "CHILD,MISSING,MIS_START,MIS_END\n", "CHILD,DUC\n", "CHILD,TRAFFICKED\n",
            "Authority,Year,UASC,UASC missing,UASC incidents\n", "Authority,Year,Cohort,Measure,Answer\n",
            "time_period,geographic_level,new_la_code,la_name,CLA_group,number\n", "",
        ]),
        body in prop::collection::vec(prop_oneof![
            prop::sample::select(vec![
                ",", "\n", "\r\n", "\"", ";", "\t", "1", "2024", "01/05/2024", "31/02/2024", "M", "A", "C2", "V3", "Kent",
                "Local authority", "E10000016", "<5", "c", "Refused s.12", "-1", "1.5", "Total", "unaccompanied", "children",
                "missing", "Children missing at 31 March", "\u{FEFF}", "é", "999999999999999999999",
            ]).prop_map(|s| s.as_bytes().to_vec()),
            prop::collection::vec(any::<u8>(), 0..6),
        ], 0..200),
        chunk in 1usize..64,
    ) {
        let bytes: Vec<u8> = header.bytes().chain(body.concat()).collect();
        let mut returns = Returns::default();
        returns.add(1, crate::support::read_by("a.csv", &bytes, chunk));
        returns.add(2, crate::support::read("episodes.csv", b"CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\nM,01/05/2024,C2,\n"));
        let report = returns.report(&Query::default());
        assert_balanced(&report);
        let whole = crate::support::read("a.csv", &bytes);
        let entry = report.files.iter().find(|f| f.name == "a.csv").unwrap();
        prop_assert_eq!((&entry.sha256, entry.kind, entry.rows), (&whole.entry().sha256, whole.entry().kind, whole.entry().rows));
        for rate in &report.rates {
            if let Some(value) = rate.value {
                prop_assert!((0.0..=1.0).contains(&value), "{rate:?}");
            }
        }
        report.to_json();
        report.to_csv();
    }
}

#[test]
fn a_header_row_is_looked_for_below_titles_and_not_below_a_wide_table() {
    let answers = "Authority,Year,UASC,UASC missing\nKent,2024,100,12\n";
    let used = |above: &str| report(&[("a.csv", format!("{above}{answers}").as_bytes())]).files[0].rows_used.number();
    assert_eq!(used(&"A title of the table,,,\n".repeat(20)), Some(1));
    let wide = format!("{}\n", vec!["Remarks"; 400].join(","));
    assert_eq!(used(&wide.repeat(2)), Some(1));
    assert_eq!(used(&wide.repeat(20)), Some(0), "nobody writes so many titles, and each would be read with each row");
}
