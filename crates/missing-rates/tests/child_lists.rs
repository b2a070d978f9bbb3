//! Tables whose rows are children: lists of trafficked children, and tables that are refused. No name of a child gets out.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::support::lists::{EPISODES, MISSING, beside, entry, returns, trafficked};
use crate::support::{report, set_aside, total};
use missing_rates::cohort::{Cohort, Count};
use missing_rates::period::Period;
use missing_rates::read::Reader;
use missing_rates::report::{Codes, Disclosure};
use missing_rates::report::{FileKind, ListedAs, Problem, Reason, Report};
use missing_rates::{Query, Returns};

/// Made up, and no name of anybody.
const NAMES: [&str; 3] = ["Zebedee", "Quxworth", "Frobnitz"];

/// Everything that is written of files: both reports in every form, and the work list.
fn outputs(returns: &Returns) -> Vec<String> {
    let mut outputs = vec![returns.work_list(&Query::default(), &Codes)];
    for disclosure in [Disclosure::Exact, Disclosure::Safe] {
        let report = returns.report(&Query { disclosure, ..Query::default() });
        outputs.extend([report.to_json(), report.to_csv(), format!("{report:?}")]);
    }
    outputs
}

#[test]
fn what_may_be_a_name_is_no_identifier_and_is_shown_nowhere() {
    let table = "Child,Trafficked\n1,confirmed\nZebedee,confirmed\n2 Quxworth,suspected\nFrobnitz (3),no\n";
    let returns = returns(table);
    let report = returns.report(&Query::default());
    assert_eq!(trafficked(&report), Some(1));
    assert_eq!(set_aside(&report, "NRM tracker.csv"), [(Reason::MayBeName, 3)]);
    let finding = report.findings.iter().find(|finding| finding.rule == "child-may-be-name").unwrap();
    assert_eq!(finding.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [3, 4, 5]);
    for output in outputs(&returns) {
        for name in NAMES {
            assert!(!output.to_uppercase().contains(&name.to_uppercase()), "{output}");
        }
    }
    // An identifier of the return is one, whatever it is made of.
    let episodes = "CHILD,DECOM,LS,DEC\nABC,01/05/2024,C2,\nKLM 7,01/05/2024,C2,\n";
    let missing = "CHILD,MISSING,MIS_START,MIS_END\nABC,M,01/06/2024,02/06/2024\n";
    let report = beside(["CHILD,TRAFFICKED\nabc,yes\nklm7,yes\n", episodes, missing], &Query::default());
    assert_eq!(trafficked(&report), Some(2));
    // A stranger that is a number may be shown: it is nobody's name.
    let report = beside(["CHILD,TRAFFICKED\n1,yes\n99,yes\n", EPISODES, MISSING], &Query::default());
    assert!(report.findings.iter().any(|finding| finding.rule == "list-not-in-return"));
}

#[test]
fn names_beside_a_column_that_can_be_the_identifier_are_a_question() {
    for table in [
        "Case ID,Child,NRM outcome\n1,Zebedee,Conclusive grounds\n2,Quxworth,Negative\n",
        "CHILD,TRAFFICKED,Ref\nZebedee,confirmed,1\nQuxworth,no,2\n",
    ] {
        let returns = returns(table);
        let report = returns.report(&Query::default());
        assert_eq!(entry(&report).problem, Some(Problem::ChildRows { lacks: "CHILD".to_owned() }), "{table}");
        for output in outputs(&returns) {
            assert!(!NAMES.iter().any(|name| output.to_uppercase().contains(&name.to_uppercase())), "{output}");
        }
    }
    // Identifiers are identifiers, whatever is beside them.
    let report = returns("Case ID,CHILD,TRAFFICKED\n71,1,confirmed\n72,2,no\n").report(&Query::default());
    assert_eq!(trafficked(&report), Some(1));
}

#[test]
fn a_first_row_without_a_word_that_is_known_is_not_shown() {
    for (table, columns) in [
        ("Zebedee,Quxworth\n1,2\n", 2),
        ("Zebedee Quxworth,Conclusive grounds\nFrobnitz,Pending\n", 2),
        ("1,Zebedee,01/02/2009,Kent\n2,Quxworth,03/02/2009,Kent\n", 4),
        ("Zebedee,Quxworth,Frobnitz\n1,2,3\n4,5,6\n", 3),
    ] {
        let returns = returns(table);
        let report = returns.report(&Query::default());
        let unknown = Problem::UnknownColumns { found: Vec::new(), columns };
        assert_eq!(entry(&report).problem, Some(unknown), "{table}");
        for output in outputs(&returns) {
            assert!(!NAMES.iter().any(|name| output.contains(name)), "{output}");
        }
    }
    let report = returns("Where,When,Frobnitz\nA,B,1\nC,D,2\n").report(&Query::default());
    let Some(Problem::UnknownColumns { found, .. }) = &entry(&report).problem else { panic!("{:?}", entry(&report)) };
    assert_eq!(found, &["Where", "When", "Frobnitz"], "a heading that is known says that these are headings");
}

#[test]
fn examples_of_columns_hold_no_words_that_could_be_names() {
    for table in [
        "Authority,Trafficked children\nKent,Zebedee; Quxworth\n",
        "Authority,Year,Number who went missing,Comments\nKent,2024,12,about Zebedee aged 15\nEssex,2024,3,Quxworth\n",
    ] {
        let report = report(&[("answers.csv", table)]);
        assert!(report.columns.iter().any(|column| column.examples.contains(&"Kent".to_owned())), "{table}");
        for column in &report.columns {
            let shown = column.examples.join(" ");
            assert!(!NAMES.iter().any(|name| shown.contains(name)), "{table} {shown}");
        }
    }
}

#[test]
fn no_name_of_a_child_is_in_any_output() {
    let tables = [
        "Child ID,Name,NRM outcome\n1,Zebedee,Conclusive grounds\n2,Quxworth,Pending\n3,Frobnitz,Negative\n",
        "Child ID,Name,NRM outcome\n1,Zebedee,Zebedee was found\n2,Quxworth,Frobnitz\n",
        "Name,NRM outcome\nZebedee,Conclusive grounds\nQuxworth,Pending\nFrobnitz,Negative\n",
        "Name,UASC,UASC missing\nZebedee,1,1\nQuxworth,1,0\nFrobnitz,1,0\n",
        "Name,Year,Trafficked children,Trafficked children missing\nZebedee,2024,1,1\nQuxworth,2024,1,0\n",
        "Young person,Authority,UASC,UASC missing\nZebedee,Kent,1,1\nQuxworth,Kent,1,0\n",
        "Authority,Child,UASC,UASC missing\nKent,Zebedee,1,1\nKent,Quxworth,1,0\n",
        "Forename,Surname,Missing episodes\nZebedee,Quxworth,3\nFrobnitz,Quxworth,2\n",
        "Our tracker,,\nChild,,\nID,Name,NRM outcome\n1,Zebedee,Pending\n2,Quxworth,Pending\n",
        "Zebedee,Conclusive grounds\nQuxworth,Pending\nFrobnitz,Negative\n",
        "1,Zebedee,Conclusive grounds\n2,Quxworth,Pending\n",
        "Zebedee\nQuxworth\nFrobnitz\n",
        "CHILD,Name,MISSING,MIS_STRT,MIS_END\n1,Zebedee,M,01/06/2024,\n",
        "CHILD,TRAFFICKED\n1,Zebedee\n2,confirmed Quxworth\n",
        "CHILD,Outcome\n1,Zebedee\n2,Quxworth\n3,Frobnitz\n",
        "Child ID,Child name,Child NRM decision\n1,Zebedee,Suspended\n2,Quxworth,\n",
        "Client ID,Client name,Measure,Value\n7,Zebedee,UASC missing,1\n",
    ];
    for table in tables {
        let returns = returns(table);
        assert_ne!(entry(&returns.report(&Query::default())).kind, FileKind::AuthorityAnswers, "{table}");
        for output in outputs(&returns) {
            for name in NAMES {
                assert!(!output.contains(name), "{table}\n{output}");
            }
        }
    }
}

#[test]
fn example_e_is_a_list_with_what_was_decided() {
    let tracker = "Child ID,Name,NRM outcome\n1,Zebedee,Conclusive grounds\n2,Quxworth,Reasonable grounds\n3,Frobnitz,Negative\n4,Zebedee,Suspended\n";
    let report = returns(tracker).report(&Query::default());
    let renamed: Vec<_> = entry(&report).renamed.iter().map(|r| (r.found.as_str(), r.meant.as_str())).collect();
    assert_eq!(entry(&report).kind, FileKind::ChildList);
    assert_eq!(renamed, [("Child ID", "CHILD"), ("NRM outcome", "TRAFFICKED")]);
    assert_eq!(set_aside(&report, "NRM tracker.csv"), [(Reason::MeasureNotRecognised, 1)]);
    // What “Suspended” leaves of an earlier decision has to be said first.
    assert_eq!(trafficked(&report), None);
    let mut query = Query::default();
    query.decisions.read_listed("suspended", ListedAs::No);
    assert_eq!(trafficked(&returns(tracker).report(&query)), Some(2));
}

#[test]
fn referrals_without_what_was_decided_are_a_question() {
    // What was decided about the children of a tracker of referrals, only a column can say.
    for (table, lacks) in [
        ("CHILD\n1\n3\n", "DECISION"),
        ("CHILD,Placement\n1,U4\n", "DECISION"),
        ("Name,NRM outcome\nZebedee,Pending\n", "CHILD"),
    ] {
        let report = returns(table).report(&Query::default());
        assert_eq!(entry(&report).problem, Some(Problem::ChildRows { lacks: lacks.to_owned() }), "{table}");
        assert!(report.totals.iter().all(|total| total.cohort != Cohort::Trafficked));
    }
}

#[test]
fn a_form_for_the_columns_of_children_shows_their_headings_alone() {
    for table in [
        "Child ID,Name,Placement\n1,Zebedee,U4\n2,Quxworth,U4\n",
        "Name,NRM outcome\nZebedee,Pending\n",
        "CHILD,Name,MISSING,MIS_STRT,MIS_END\n1,Zebedee,M,01/06/2024,\n",
    ] {
        let returns = returns(table);
        let (_, head) = returns.unknown_columns(0).unwrap();
        assert!(!head.is_empty());
        for name in NAMES {
            assert!(!format!("{head:?}").contains(name), "{head:?}");
        }
    }
}

#[test]
fn a_person_can_say_which_columns_a_list_has() {
    use missing_rates::mapping::{Draft, Field};
    let table =
        "Ref,Name,Decision on exploitation,DOB\n1,Zebedee,Conclusive grounds,01/01/2010\n2,Quxworth,no,01/01/2010\n";
    let mut all = returns(table);
    let (entry, head) = all.unknown_columns(0).unwrap();
    let mut draft = Draft::propose(head, Some(entry.kind));
    assert_eq!(draft.kind, Some(FileKind::ChildList));
    draft.choose(Field::Official("CHILD"), Some(0));
    draft.choose(Field::Official("TRAFFICKED"), Some(2));
    let mapping = draft.mapping(head).unwrap();
    let mut reader = Reader::mapped("NRM tracker.csv", mapping);
    reader.push(table.as_bytes());
    all.add(0, reader.finish());
    let report = all.report(&Query::default());
    assert_eq!(total(&report, None, Cohort::Trafficked, Count::Children), 1);
}

#[test]
fn a_wording_is_asked_once_and_counts_as_a_person_says() {
    let tracker = "CHILD,Outcome\n1,Suspended\n2,suspended \n3,Negative\n4,\n";
    let returns = returns(tracker);
    let report = returns.report(&Query::default());
    let wordings = |report: &Report| -> Vec<_> {
        report.list_wordings.iter().map(|w| (w.wording.clone(), w.read_as, w.rows, w.decided)).collect()
    };
    assert_eq!(
        wordings(&report),
        [
            (String::new(), None, 1, false),
            ("negative".to_owned(), None, 1, false),
            ("suspended".to_owned(), None, 2, false)
        ]
    );
    assert_eq!(set_aside(&report, "NRM tracker.csv"), [(Reason::MeasureNotRecognised, 4)]);
    let mut query = Query::default();
    query.decisions.read_listed("SUSPENDED", ListedAs::Suspected);
    query.decisions.read_listed("", ListedAs::No);
    let report = returns.report(&query);
    assert_eq!(trafficked(&report), None, "“negative” is still open");
    assert_eq!(set_aside(&report, "NRM tracker.csv"), [(Reason::MeasureNotRecognised, 1)]);
    query.decisions.read_listed("negative", ListedAs::No);
    let report = returns.report(&query);
    assert_eq!(trafficked(&report), Some(2));
    assert!(set_aside(&report, "NRM tracker.csv").is_empty());
    assert_eq!(wordings(&report)[2], ("suspended".to_owned(), Some(ListedAs::Suspected), 2, true));
    let kept = missing_rates::decisions::Decisions::from_json(&query.decisions.to_json()).unwrap();
    assert_eq!(kept, query.decisions);
}

#[test]
fn tables_of_authorities_are_still_answers() {
    for table in [
        "Name,Year,Trafficked children,Trafficked children missing\nKent,2024,10,2\nHull,2024,5,1\nSurrey,2024,4,1\n",
        "Authority,Year,UASC,UASC missing\nKent,2024,10,2\n",
        "Code,Name,Year,UASC,UASC missing\nE10000016,Kent,2024,10,2\n",
        "Reference,Name,Year,UASC,UASC missing\nFOI-1,Kent,2024,10,2\n",
    ] {
        let report = report(&[("answers.csv", table)]);
        assert_eq!(report.files[0].kind, FileKind::AuthorityAnswers, "{table}");
        assert!(!report.rates.is_empty(), "{table}");
    }
}

#[test]
fn a_name_that_says_a_list_and_columns_that_say_something_else_are_a_question() {
    let cases = [
        ("trafficked children.csv", "CHILD,Team\n1,North\n", FileKind::Teams),
        ("NRM tracker.xlsx › Sheet1", "CHILD,Team\n1,North\n", FileKind::Teams),
        (
            "trafficked.csv",
            "CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n1,01/06/2024,yes,yes,02/06/2024\n",
            FileKind::Interviews,
        ),
        ("trafficked children 2025.csv", "CHILD,SEX,DOB,DUC\n1,1,01/02/2010,\n", FileKind::Uasc),
    ];
    for (name, text, kind) in cases {
        let report = report(&[("e.csv", EPISODES), ("m.csv", MISSING), (name, text)]);
        let entry = report.files.iter().find(|file| file.name == name).unwrap();
        assert_eq!(entry.problem, Some(Problem::NamedAsList { kind }), "{name}");
        // Its heading is none of its rows.
        assert_eq!((entry.rows.number(), entry.rows_used.number()), (Some(1), Some(0)), "{name}");
    }
    for (name, text) in [
        ("teams of trafficked children.csv", "CHILD,Team\n1,North\n"),
        ("trafficked children.xlsx › UASC", "CHILD,SEX,DOB,DUC\n1,1,01/02/2010,\n"),
        ("trafficked children.csv", "CHILD,TRAFFICKED,Team\n1,confirmed,North\n"),
    ] {
        let report = report(&[("e.csv", EPISODES), ("m.csv", MISSING), (name, text)]);
        let entry = report.files.iter().find(|file| file.name == name).unwrap();
        assert_eq!(entry.problem, None, "{name}");
    }
}

#[test]
fn a_list_whose_name_says_another_year_is_not_used_without_a_word() {
    // The return is of the year ending 31 March 2025.
    for (name, said) in [
        ("trafficked 2019.csv", true),
        ("trafficked 2025-26.csv", true),
        ("trafficked 2023.csv", true),
        ("trafficked 2024.csv", false),
        ("trafficked 2025.csv", false),
        ("trafficked 2024-25.csv", false),
        ("trafficked.csv", false),
    ] {
        let report = report(&[("e.csv", EPISODES), ("m.csv", MISSING), (name, "CHILD,TRAFFICKED\n1,confirmed\n")]);
        let found = report.findings.iter().any(|of| (of.rule, &*of.table) == ("list-of-another-year", name));
        assert_eq!(found, said, "{name}");
    }
}

#[test]
fn a_table_of_children_with_a_column_of_authorities_is_none_of_answers_and_shows_no_name() {
    let twelve = |row: &str| row.repeat(12);
    for table in [
        format!("Name,Authority,Trafficked,Missing\n{}", twelve("Zed Qwert,Kent,Yes,3\n")),
        "Name,Authority,Trafficked\nZed Qwert,Kent,Yes\nZed Other,Hull,No\n".to_owned(),
        "Name,Council,Trafficked\nZed Qwert,Kent,Confirmed\nZed Other,Kent,Suspected\n".to_owned(),
        "Ref,LA,Trafficked,Missing\nZed,Kent,Yes,2\nQwert,Kent,No,0\n".to_owned(),
        format!("Local authority,Trafficked,Missing\n{}", twelve("Zed Qwert,1,2\nZed Other,1,2\n")),
        "Authority,UASC,Missing\nZed,Y,N\nQwert,N,N\n".to_owned(),
        "Local authority,Trafficked\nZed Qwert,Yes\n".to_owned(),
    ] {
        for disclosure in [Disclosure::Exact, Disclosure::Safe] {
            let mut returns = Returns::default();
            let mut reader = Reader::new("answers 2025.csv", Vec::new());
            reader.push(table.as_bytes());
            returns.add(1, reader.finish());
            let query = Query { disclosure, period: Period::collection_year(2025), ..Query::default() };
            let report = returns.report(&query);
            let problem = report.files[0].problem.as_ref();
            assert!(matches!(problem, Some(Problem::ChildRows { .. })), "{table}: {problem:?}");
            assert!(!report.set_aside.iter().any(|aside| aside.reason == Reason::SameAnswer), "{table}");
            let said = [report.to_json(), report.to_csv(), report.to_chase_csv(&Codes)].concat();
            assert!(!said.contains("Zed") && !said.contains("Qwert"), "{table}");
        }
    }
    for table in [
        // Who answered for the authority, and whether it did.
        "Name,Authority,Replied,Year,UASC,UASC missing\nZed Qwert,Kent,Yes,2024,10,2\nZed Other,Hull,Yes,2024,9,1\n",
        "Authority,Year,UASC,UASC missing\nKent,2024,Yes,2\nHull,2024,9,1\n",
        "Authority,Year,UASC,UASC missing\nKent Countty,2024,10,2\nHul,2024,9,1\n",
        "Authority,Year,UASC,UASC missing\nNorth Area,2024,10,2\nKent,2024,9,1\n",
    ] {
        assert_eq!(report(&[("answers.csv", table)]).files[0].kind, FileKind::AuthorityAnswers, "{table}");
    }
}
