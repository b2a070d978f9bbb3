//! Tables whose rows are children: lists of trafficked children, and tables that are refused. No name of a child gets out.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use missing_rates::cohort::{Cohort, Count};
use missing_rates::read::Reader;
use missing_rates::report::{Codes, Disclosure};
use missing_rates::report::{FileKind, Problem, Reason, Report};
use missing_rates::{Query, Returns};
use support::{report, set_aside, total};

const EPISODES: &str = "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n2,01/05/2024,C2,\n3,01/05/2024,C2,\n4,01/05/2024,C2,\n";
const MISSING: &str = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n";
/// Made up, and no name of anybody.
const NAMES: [&str; 3] = ["Zebedee", "Quxworth", "Frobnitz"];

fn returns(list: &str) -> Returns {
    let mut returns = Returns::default();
    let files = [("NRM tracker.csv", list), ("episodes.csv", EPISODES), ("missing.csv", MISSING)];
    for (id, (name, text)) in (0..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns
}

/// Everything that is written of files: both reports in every form, and the work list.
fn outputs(returns: &Returns) -> Vec<String> {
    let mut outputs = vec![returns.work_list(&Query::default(), &Codes)];
    for disclosure in [Disclosure::Exact, Disclosure::Safe] {
        let report = returns.report(&Query { disclosure, ..Query::default() });
        outputs.extend([report.to_json(), report.to_csv(&Codes), format!("{report:?}")]);
    }
    outputs
}

fn entry(report: &Report) -> &missing_rates::report::FileEntry {
    report.files.iter().find(|file| file.name.starts_with("NRM")).unwrap()
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
    assert_eq!(total(&report, None, Cohort::Trafficked, Count::Children), 2);
    assert_eq!(set_aside(&report, "NRM tracker.csv"), [(Reason::MeasureNotRecognised, 1)]);
}

#[test]
fn identifiers_alone_are_a_list_and_beside_other_columns_a_question() {
    let report = returns("CHILD\n1\n3\n").report(&Query::default());
    assert_eq!(total(&report, None, Cohort::Trafficked, Count::Children), 2);
    for (table, lacks) in [("CHILD,Placement\n1,U4\n", "TRAFFICKED"), ("Name,NRM outcome\nZebedee,Pending\n", "CHILD")]
    {
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
    use missing_rates::report::ListedAs;
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
    assert_eq!(total(&report, None, Cohort::Trafficked, Count::Children), 2);
    assert_eq!(set_aside(&report, "NRM tracker.csv"), [(Reason::MeasureNotRecognised, 1)]);
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
