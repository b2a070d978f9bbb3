//! What a person decides about answers, and what becomes of it: wordings, names, conflicts, who to ask again.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::{assert_balanced, found, rate, read, report, set_aside};
use missing_rates::answer::{Answer, Withheld};
use missing_rates::area::AreaCode;
use missing_rates::cohort::{Cohort, Share};
use missing_rates::decisions::{Decisions, Meant};
use missing_rates::report::Codes;
use missing_rates::report::{Basis, ChaseState, Report};
use missing_rates::{Query, Returns};

const UASC: Cohort = Cohort::Unaccompanied;
const EXACT_4: Answer = Answer::Exact { count: 4 };

fn table(rows: &str) -> String {
    format!("Authority,Year,UASC,UASC missing\n{rows}")
}

/// The report on one file of answers and a document of decisions.
fn decided(text: &str, decisions: &Decisions) -> Report {
    let mut returns = Returns::default();
    returns.add(1, read("a.csv", text.as_bytes()));
    returns.add(2, read("decisions.json", decisions.to_json().as_bytes()));
    let report = returns.report(&Query::default());
    assert_balanced(&report);
    assert_eq!(report.files[1].problem, None);
    report
}

fn matched(report: &Report) -> (u64, u64, u64) {
    let rate = rate(report, Some("E92000001"), UASC, Share::Missing, Basis::Matched);
    (rate.numerator, rate.denominator, rate.authorities)
}

#[test]
fn wordings_are_listed_with_how_they_were_read_and_how_often() {
    let text = table(
        "Kent,2024,100,a couple\nSurrey,2024,\"1,200\",A  couple\nHull,2024,<5,0\nYork,2024,<5,\nBath,2024,<5,a couple\n",
    );
    let report = report(&[("a.csv", &text)]);
    let list: Vec<_> = report.wordings.iter().map(|w| (w.wording.as_str(), w.cells, w.place.row)).collect();
    // Plain numbers are left out, and so are answers of bodies that are not recognised.
    assert_eq!(list, [("", 1, 5), ("<5", 2, 4), ("A  couple", 2, 2)]);
    assert_eq!(report.wordings[2].answer, Answer::Withheld { reason: Withheld::NotUnderstood });
    assert_eq!(report.wordings[1].answer, Answer::Range { lowest: 0, highest: 4 });
    assert!(report.wordings.iter().all(|w| !w.decided));
}

#[test]
fn wordings_that_differ_in_a_footnote_alone_are_one_line() {
    let text = table(
        "Kent,2024,100,<5 [1]\nSurrey,2024,50,<5 [2]\nHull,2024,60,<5¹\nYork,2024,7,a few [12]\nEssex,2024,8,a few\n",
    );
    let report = report(&[("a.csv", &text)]);
    let list: Vec<_> = report.wordings.iter().map(|w| (w.wording.as_str(), w.cells)).collect();
    assert_eq!(list, [("<5 [1]", 3), ("a few", 2)]);
    let mut decisions = Decisions::default();
    decisions.read_wording("a few [12]", Answer::Exact { count: 3 });
    assert_eq!(matched(&decided(&text, &decisions)).2, 2);
}

#[test]
fn a_wording_is_decided_once_for_all_cells_like_it() {
    let text = table("Kent,2024,100,a couple\nSurrey,2024,50,A COUPLE \nHull,2024,60,<5\nYork,2024,40,3\n");
    let before = report(&[("a.csv", &text)]);
    assert_eq!((matched(&before), found(&before)), ((3, 40, 1), vec![("not-understood", 2)]));
    let mut decisions = Decisions::default();
    decisions.read_wording("a couple", Answer::Exact { count: 2 });
    // What the engine understood can be corrected too, a plain number among it.
    decisions.read_wording("< 5", EXACT_4);
    let after = decided(&text, &decisions);
    assert_eq!((matched(&after), found(&after)), ((7, 190, 3), vec![]));
    decisions.read_wording("<5", EXACT_4);
    assert_eq!(matched(&decided(&text, &decisions)), (11, 250, 4));
    decisions.read_wording("3", Answer::Withheld { reason: Withheld::OtherPeriod });
    let last = decided(&text, &decisions);
    assert_eq!(matched(&last), (8, 210, 3));
    assert!(last.wordings.iter().filter(|w| w.decided).count() == 3);
}

#[test]
fn a_name_is_decided_once_for_all_rows_like_it() {
    let code = |text: &str| AreaCode::read(text).unwrap();
    let text = table("Kemt,2024,100,10\nSurrey,2024,50,5\nCllr Smith's office,2024,7,7\nOxford,2024,9,1\n");
    let mut decisions = Decisions::default();
    decisions.mean("KEMT", Meant::Authorities(vec![code("E10000016")]));
    let report = decided(&text, &decisions);
    assert_eq!(matched(&report), (15, 150, 2));
    assert_eq!(report.names.iter().filter(|n| n.decided).map(|n| n.name.as_str()).collect::<Vec<_>>(), ["Kemt"]);
    // A district can be said to be its county's answer; a name can be nobody's, or that of several.
    decisions.mean("Oxford", Meant::Authorities(vec![code("E10000025")]));
    decisions.mean("Cllr Smith’s office", Meant::Authorities(vec![code("E06000043"), code("E10000011")]));
    assert_eq!(matched(&decided(&text, &decisions)), (23, 166, 5));
    decisions.mean("Surrey", Meant::Nobody);
    let report = decided(&text, &decisions);
    assert_eq!(matched(&report), (18, 116, 4));
    assert_eq!(found(&report).iter().filter(|(rule, _)| *rule == "authority-not-recognised").count(), 0);
}

#[test]
fn of_answers_that_differ_none_counts_until_one_is_picked_and_they_are_never_added_up() {
    let text = table("Kent,2024,100,10\nKent,2024,120,10\nSurrey,2024,50,5\n");
    let before = report(&[("a.csv", &text)]);
    assert_eq!(matched(&before), (5, 50, 1));
    let conflict = &before.conflicts[0];
    assert_eq!((before.conflicts.len(), conflict.authorities[0].name, conflict.is_decided()), (1, Some("Kent"), false));
    let places: Vec<_> = conflict.answers.iter().map(|a| (a.place.row, a.wording.as_str())).collect();
    assert_eq!(places, [(2, "100"), (3, "120")]);
    for (picked, expected) in [(0, (15, 150, 2)), (1, (15, 170, 2))] {
        let mut decisions = Decisions::default();
        conflict.pick(picked, &mut decisions);
        let after = decided(&text, &decisions);
        assert_eq!((matched(&after), found(&after)), (expected, vec![]));
        // It can be picked otherwise.
        assert!(after.conflicts[0].is_decided() && after.conflicts[0].answers[picked].picked);
    }
}

#[test]
fn a_joint_answer_or_those_of_its_authorities_can_be_picked() {
    let text = table("Kent & Medway,2024,400,100\nKent,2024,300,80\nMedway,2024,90,10\nSurrey,2024,50,5\n");
    let before = report(&[("a.csv", &text)]);
    assert_eq!(matched(&before), (5, 50, 1));
    assert_eq!(before.conflicts.len(), 2);
    let pick = |row: u64| {
        let mut decisions = Decisions::default();
        for conflict in &before.conflicts {
            conflict.pick(conflict.answers.iter().position(|a| a.place.row == row).unwrap(), &mut decisions);
        }
        matched(&decided(&text, &decisions))
    };
    assert_eq!(pick(2), (105, 450, 3));
    // One of the two is picked: the joint answer goes, the other one stands.
    assert_eq!(pick(3), (95, 440, 3));
    assert_eq!(pick(4), (95, 440, 3));
}

#[test]
fn a_pick_holds_wherever_its_row_is_and_only_as_long_as_the_answers_are_those() {
    let rows = "Kent,2024,100,10\nKent,2024,120,10\nSurrey,2024,50,5\n";
    let before = report(&[("a.csv", table(rows))]);
    let mut decisions = Decisions::default();
    before.conflicts[0].pick(1, &mut decisions);
    let after = |rows: &str| {
        let report = decided(&table(rows), &decisions);
        (matched(&report), report.conflicts.iter().filter(|conflict| !conflict.is_decided()).count())
    };
    assert_eq!(after(rows), ((15, 170, 2), 0));
    // A row inserted above, rows in another order, another spelling, a footnote elsewhere: the same answers.
    for same in [
        "York,2024,40,4\nKent,2024,100,10\nKent,2024,120,10\nSurrey,2024,50,5\n",
        "Surrey,2024,50,5\nKent County Council,2024,120 ,10\nKent,2024,100,10\n",
        "Kent,2024,120,10\n\nKent,2024,100,10\nKent,2024,100,10\nSurrey,2024,50,5\n",
    ] {
        let (matched, open) = after(same);
        assert_eq!((matched.0 - if same.contains("York") { 4 } else { 0 }, open), (15, 0), "{same}");
    }
    // One answer changed, or a third one came: it is asked again, and none counts.
    for other in [
        "Kent,2024,100,10\nKent,2024,130,10\nSurrey,2024,50,5\n",
        "Kent,2024,101,10\nKent,2024,120,10\nSurrey,2024,50,5\n",
        "Kent,2024,100,10\nKent,2024,120,10\nKent,2024,130,10\nSurrey,2024,50,5\n",
    ] {
        assert_eq!(after(other), ((5, 50, 1), 1), "{other}");
    }
    // The same numbers of another authority, year or figure are another question.
    for other in [
        "Essex,2024,100,10\nEssex,2024,120,10\nSurrey,2024,50,5\n",
        "Kent,2023,100,10\nKent,2023,120,10\nSurrey,2024,50,5\n",
        "Kent,2024,150,100\nKent,2024,150,120\nSurrey,2024,50,5\n",
    ] {
        assert_eq!(after(other).1, 1, "{other}");
    }
    // Once one of them is gone, nothing is disputed.
    assert_eq!(after("Kent,2024,100,10\nSurrey,2024,50,5\n"), ((15, 150, 2), 0));
}

#[test]
fn differing_answers_say_when_they_were_received_and_what_was_noted() {
    let text = "Authority,Year,UASC,UASC missing,Date received,Notes\nKent,2024,100,10,03/05/2024,first reply\nKent,2024,120,10,14 June 2024,corrected\nHull,2024,60,6,01/05/2024,\nHull,2024,61,6,,by phone\nYork,2024,5,1,2024-05-01,\nYork,2024,6,1,2024-05-01,\n";
    let report = report(&[("a.csv", text)]);
    let of = |name: &str| report.conflicts.iter().find(|c| c.authorities[0].name == Some(name)).unwrap();
    let kent: Vec<_> = of("Kent").answers.iter().map(|a| (a.received.unwrap().to_string(), a.notes.as_str())).collect();
    assert_eq!(kent, [("2024-05-03".to_owned(), "first reply"), ("2024-06-14".to_owned(), "corrected")]);
    assert_eq!(of("Kent").latest(), Some(1));
    // A day that is not given, or the same day twice: nothing says which is the latest.
    assert_eq!((of("Kingston upon Hull, City of").latest(), of("York").latest()), (None, None));
    // A day of another kind is none of receipt.
    let sent = report_with_heading(text, "Date sent");
    assert!(sent.conflicts.iter().all(|c| c.latest().is_none()));
}

fn report_with_heading(text: &str, heading: &str) -> Report {
    report(&[("a.csv", text.replace("Date received", heading))])
}

#[test]
fn a_document_that_names_a_row_decides_nothing() {
    let text = "{\"format\":\"missing-from-care/1\",\"kind\":\"decisions\",\"conflicts\":[{\"authorities\":[\"E10000016\"],\"period\":\"2024-01-01/2024-12-31\",\"cohort\":\"unaccompanied\",\"measure\":\"children\",\"file\":\"a.csv\",\"row\":3,\"column\":\"UASC\"}]}";
    assert_eq!(Decisions::from_json(text), Ok(Decisions::default()));
}

#[test]
fn whom_to_ask_again_and_what() {
    let text = table(
        "Kent,2024,100,Refused s.12\nSurrey,2024,No response,\nHull,2024,<5,0\nYork,2024,50,5\nDevon,2024,0,\nOxfordshire,2024,24,37%\nSuffolk,2024,Not held,Not held\n",
    );
    let report = report(&[("a.csv", text)]);
    let of = |name: &str| report.chase.iter().find(|c| c.authorities[0].name == Some(name));
    let states = [
        "Kent",
        "Surrey",
        "Kingston upon Hull, City of",
        "York",
        "Devon",
        "Oxfordshire",
        "Suffolk",
        "Essex",
        "Cardiff",
        "Cumbria",
    ]
    .map(|name| of(name).map(|chase| chase.state));
    assert_eq!(
        states,
        [
            Some(ChaseState::Partial),
            Some(ChaseState::Missing),
            Some(ChaseState::InDoubt),
            None,
            None,
            Some(ChaseState::InDoubt),
            Some(ChaseState::Missing),
            // It is in no file. Nobody in Wales was asked; Cumbria had ended.
            Some(ChaseState::Missing),
            None,
            None,
        ]
    );
    // 153 in England, minus the two with all that is asked.
    assert_eq!(report.chase.len(), 151);
}

#[test]
fn the_chase_list_is_safe_in_a_spreadsheet() {
    let text = table("Kent,2024,100,\"=HYPERLINK(\"\"x\"\")\"\nSurrey,2024,-,@SUM(A1)\nHull,2024,+1,\"a, b\"\n");
    let csv = report(&[("a.csv", text)]).to_chase_csv(&Codes);
    assert!(csv.starts_with("\u{FEFF}area_code,authority,nation,period,cohort,state,wanting,answered,ask\r\n"));
    assert!(csv.contains("E10000016,Kent,England,2024-01-01/2024-12-31,unaccompanied,in-doubt,children-missing,\"'=HYPERLINK(\"\"x\"\")\","));
    // A cell that begins with a sign has an apostrophe before it.
    for line in csv.lines() {
        for start in [",=", ",+", ",-", ",@", "\"=", "\"+", "\"-", "\"@"] {
            assert!(!line.replace("\"\"", "").contains(start), "{line}");
        }
    }
}

#[test]
fn decisions_of_several_documents_are_put_together_and_others_are_said() {
    let mut one = Decisions::default();
    one.read_wording("a couple", Answer::Exact { count: 2 });
    let mut returns = Returns::default();
    returns.add(1, read("a.csv", table("Kent,2024,100,a couple\n").as_bytes()));
    returns.add(2, read("b.json", one.to_json().as_bytes()));
    returns.add(3, read("c.json", b"{\"format\": \"missing-from-care/1\", \"rates\": []}"));
    let report = returns.report(&Query::default());
    assert_eq!(matched(&report), (2, 100, 1));
    let problems: Vec<_> = report.files.iter().map(|f| f.problem.is_some()).collect();
    assert_eq!(problems, [false, false, true]);
    assert_eq!(set_aside(&report, "b.json"), []);
}
