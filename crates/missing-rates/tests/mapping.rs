//! Columns that a person names: proposed, previewed, kept, and used for next year's file.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::{rate, read};
use missing_rates::answer::Answer;
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::mapping::{Draft, Field, Mapping, Preview, fields};
use missing_rates::read::Reader;
use missing_rates::report::{Basis, FileKind, Problem};
use missing_rates::{Query, Returns};

const UNKNOWN: &str =
    "Our letters,2024,\nBody asked,Q1,Q2,When,%\nKent,100,10,2024,10%\nSurey,<5,0,2024,\nHull,60,6,2024,10%\n";

const CHILDREN: Field = Field::Figure(Cohort::Trafficked, Count::Children);
const MISSING: Field = Field::Figure(Cohort::Trafficked, Count::ChildrenMissing);

fn mapped(name: &str, text: &str, mapping: Mapping) -> missing_rates::read::ReadFile {
    let mut reader = Reader::mapped(name, mapping);
    reader.push(text.as_bytes());
    reader.finish()
}

#[test]
fn a_file_whose_columns_are_nobodys_is_read_as_a_person_says() {
    let file = read("letters.csv", UNKNOWN.as_bytes());
    assert!(matches!(file.entry().problem, Some(Problem::UnknownColumns { .. })), "{:?}", file.entry().problem);
    let head = file.head();
    let mut draft = Draft::propose(head, None);
    // The header row is found below the title, and what can be told is proposed.
    assert_eq!(draft.header_row, 1);
    draft.take_for(Some(FileKind::AuthorityAnswers), head);
    assert_eq!(draft.column_of(Field::Year), Some(3));
    let columns = draft.columns(head);
    assert_eq!(columns.iter().map(|c| c.heading.as_str()).collect::<Vec<_>>(), ["Body asked", "Q1", "Q2", "When", "%"]);
    assert_eq!(columns[1].samples, ["100", "<5", "60"]);
    // What is missing is said until it is there; nothing is read before.
    assert_eq!(draft.column_of(Field::Authority), Some(0), "names of authorities are known for what they are");
    assert_eq!((draft.missing().len(), draft.preview(head)), (1, Preview::Nothing));
    draft.choose(Field::Authority, None);
    assert_eq!(draft.missing()[0], [Field::Authority, Field::Code]);
    draft.choose(Field::Authority, Some(0));
    draft.choose(CHILDREN, Some(1));
    assert!(draft.missing().is_empty());
    draft.take_column_for(2, Some(CHILDREN));
    assert_eq!(draft.same(head), [(CHILDREN, vec![1, 2])]);
    assert!(draft.mapping(head).is_none(), "two columns of one meaning are asked");
    draft.take_column_for(2, Some(MISSING));
    assert!(draft.same(head).is_empty());
    let Preview::Answers(rows) = draft.preview(head) else { panic!("no preview") };
    let shown: Vec<_> = rows.iter().map(|r| (r.typed.as_str(), r.authority, r.count, r.wording.as_str())).collect();
    assert_eq!(shown[0], ("Kent", Some("Kent"), Count::Children, "100"));
    assert_eq!(shown[2], ("Surey", None, Count::Children, "<5"));
    assert_eq!(
        (rows[2].answer.clone(), rows[2].period.unwrap().to_string()),
        (Answer::Range { lowest: 0, highest: 4 }, "2024-01-01/2024-12-31".to_owned())
    );
    let mapping = draft.mapping(head).unwrap();
    let mut returns = Returns::default();
    returns.add(1, mapped("letters.csv", UNKNOWN, mapping));
    let report = returns.report(&Query::default());
    let all = rate(&report, Some("E92000001"), Cohort::Trafficked, Share::Missing, Basis::Matched);
    assert_eq!((all.numerator, all.denominator), (16, 160));
}

#[test]
fn a_mapping_kept_last_year_is_known_again_and_fits_next_years_file() {
    let head = read("letters.csv", UNKNOWN.as_bytes());
    let mut draft = Draft::propose(head.head(), Some(FileKind::AuthorityAnswers));
    for (field, column) in [(Field::Authority, 0), (CHILDREN, 1), (MISSING, 2)] {
        draft.choose(field, Some(column));
    }
    let kept = draft.mapping(head.head()).unwrap().to_json();
    let mut returns = Returns::default();
    let next = UNKNOWN.replace("2024", "2025");
    returns.add(1, read("letters 2025.csv", next.as_bytes()));
    assert!(returns.mapping_for(1).is_none());
    returns.add(2, read("mapping.json", kept.as_bytes()));
    assert_eq!(returns.report(&Query::default()).files[1].kind, FileKind::Mapping);
    let mapping = returns.mapping_for(1).unwrap();
    returns.add(1, mapped("letters 2025.csv", &next, mapping));
    assert!(returns.mapping_for(1).is_none(), "it is read");
    let report = returns.report(&Query::default());
    assert_eq!(report.periods[0].as_calendar_year(), Some(2025));
    assert_eq!(report.files[0].kind, FileKind::AuthorityAnswers);
    // A file that needs none is left alone.
    returns.add(3, read("a.csv", b"Authority,Year,UASC,UASC missing\nKent,2024,1,1\n"));
    assert!(returns.mapping_for(3).is_none());
}

#[test]
fn every_field_is_read_as_itself() {
    let all = fields(FileKind::AuthorityAnswers);
    for field in all.iter().filter(|field| matches!(field, Field::Figure(..))) {
        let Field::Figure(cohort, count) = *field else { continue };
        let header = vec!["a".to_owned(), "b (2023/24)".to_owned()];
        let fields = vec![Some(Field::Authority), Some(*field)];
        let mapping = Mapping { kind: FileKind::AuthorityAnswers, header, fields, periods: Vec::new(), made_for: None };
        let mut returns = Returns::default();
        returns.add(1, mapped("x.csv", "a,b (2023/24)\nKent,7\n", mapping));
        let report = returns.report(&Query::default());
        let total = report.totals.iter().find(|t| t.area.name == Some("Kent")).unwrap();
        assert_eq!((total.cohort, total.measure, total.exact), (cohort, count, Some(7)), "{}", field.name());
        assert_eq!(total.period.as_collection_year(), Some(2024));
    }
}

#[test]
fn modules_of_the_return_can_be_mapped_too() {
    let text = "Pupil,Kind of absence,From,Until\n1,M,01/05/2024,02/05/2024\n2,A,03/05/2024,\n";
    let file = read("gone.csv", text.as_bytes());
    let mut draft = Draft::propose(file.head(), Some(FileKind::Missing));
    assert_eq!(draft.missing().len(), 4);
    for (name, at) in [("CHILD", 0), ("MISSING", 1), ("MIS_START", 2), ("MIS_END", 3)] {
        draft.choose(Field::named(FileKind::Missing, name).unwrap(), Some(at));
    }
    let Preview::Rows(fields, rows) = draft.preview(file.head()) else { panic!("no preview") };
    assert_eq!((fields.len(), rows.len(), rows[1][1].as_str()), (4, 2, "A"));
    let read = mapped("gone.csv", text, draft.mapping(file.head()).unwrap());
    assert_eq!(
        (read.kind(), read.entry().rows_used, read.entry().problem.clone()),
        (FileKind::Missing, 2.into(), None)
    );
}

#[test]
fn a_column_can_be_given_a_year_and_several_years_stand_side_by_side() {
    let text = "Body,Q1,Q2,Q1 again,Q2 again\nKent,100,10,200,30\nHull,60,6,80,8\n";
    let head = read("letters.csv", text.as_bytes()).head().to_vec();
    let mut draft = Draft::propose(&head, Some(FileKind::AuthorityAnswers));
    draft.take_column_for(0, Some(Field::Authority));
    for (column, field) in [(1, CHILDREN), (2, MISSING), (3, CHILDREN), (4, MISSING)] {
        draft.take_column_for(column, Some(field));
    }
    assert_eq!(draft.same(&head).len(), 2);
    let year = |year| missing_rates::period::Period::calendar_year(year);
    for (column, of) in [(1, 2023), (2, 2023), (3, 2024), (4, 2024)] {
        draft.date_column(column, year(of));
    }
    let mapping = draft.mapping(&head).unwrap();
    assert_eq!(Mapping::from_json(&mapping.to_json()).as_ref(), Ok(&mapping));
    let mut returns = Returns::default();
    returns.add(1, mapped("letters.csv", text, mapping));
    let report = returns.report(&Query::default());
    let of = |period| {
        let found = report
            .rates
            .iter()
            .find(|r| Some(r.period) == period && r.basis == Basis::Matched && r.area.name == Some("England"));
        found.map(|r| (r.numerator, r.denominator))
    };
    assert_eq!((of(year(2023)), of(year(2024))), (Some((16, 160)), Some((38, 280))));
    // Left out, a column counts nowhere.
    draft.take_column_for(3, None);
    draft.take_column_for(4, None);
    let mut returns = Returns::default();
    returns.add(1, mapped("letters.csv", text, draft.mapping(&head).unwrap()));
    assert_eq!(returns.report(&Query::default()).periods, [year(2023).unwrap()]);
}

#[test]
fn the_same_figure_of_several_years_is_proposed_for_each() {
    let text = "Body,Trafficked 2023,Trafficked missing 2023,Trafficked 2024,Trafficked missing 2024,Trafficked 2024 again\nKent,1,1,1,1,2\n";
    let head: Vec<Vec<String>> = text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
    let draft = Draft::propose(&head, Some(FileKind::AuthorityAnswers));
    let proposed: Vec<_> = draft.columns(&head).into_iter().map(|column| column.field).collect();
    assert_eq!(proposed[1..5], [Some(CHILDREN), Some(MISSING), Some(CHILDREN), Some(MISSING)]);
    assert!(draft.same(&head).is_empty());
}

#[test]
fn a_year_that_a_person_gave_is_that_of_the_file_it_was_given_for_and_of_no_other() {
    let text = "Body,Q1,Q2\nKent,100,10\nHull,60,6\n";
    let head = read("letters.csv", text.as_bytes()).head().to_vec();
    let mut draft = Draft::propose(&head, Some(FileKind::AuthorityAnswers));
    for (column, field) in [(0, Field::Authority), (1, CHILDREN), (2, MISSING)] {
        draft.take_column_for(column, Some(field));
        draft.date_column(column, missing_rates::period::Period::calendar_year(2024));
    }
    let kept = draft.mapping(&head).unwrap().to_json();
    let with = |name: &str, text: &str| {
        let mut returns = Returns::default();
        returns.add(1, read(name, text.as_bytes()));
        returns.add(2, read("mapping.json", kept.as_bytes()));
        let mapping = returns.mapping_for(1).unwrap();
        let drafted = Draft::of(&Mapping::from_json(&kept).unwrap(), read(name, text.as_bytes()).head()).unwrap();
        assert_eq!(drafted.mapping(read(name, text.as_bytes()).head()).unwrap().periods, mapping.periods);
        returns.add(1, mapped(name, text, mapping));
        returns.report(&Query::default())
    };
    assert_eq!(with("renamed.csv", text).periods, [missing_rates::period::Period::calendar_year(2024).unwrap()]);
    // Next year's, by whatever name: nobody has said of which year it is.
    let next = text.replace("100", "120");
    for name in ["letters.csv", "letters next.csv"] {
        let report = with(name, &next);
        assert!(report.periods.is_empty() && report.rates.is_empty(), "{:?}", report.periods);
        assert!(matches!(report.files[0].problem, Some(Problem::NoPeriod)), "{:?}", report.files[0].problem);
    }
    // Its headings say so.
    let dated = next.replace("Body", "Answers for 2025,,\nBody");
    assert_eq!(with("letters.csv", &dated).periods, [missing_rates::period::Period::calendar_year(2025).unwrap()]);
    // A document that does not know its file gives no year to any.
    let unknown = Mapping { made_for: None, ..Mapping::from_json(&kept).unwrap() };
    assert!(unknown.for_file(&head).unwrap().periods.iter().all(Option::is_none));
    assert!(Mapping::from_json(&kept).unwrap().for_file(&head).unwrap().periods.iter().all(Option::is_some));
}

/// The report on a file that is read by a mapping.
fn by(mapping: Mapping, name: &str, text: &str) -> missing_rates::report::Report {
    let mut returns = Returns::default();
    returns.add(1, mapped(name, text, mapping));
    returns.report(&Query::default())
}

#[test]
fn a_title_that_makes_less_of_every_figure_is_settled_by_whoever_names_the_columns_of_that_file() {
    let wide = "Girls only,,,\nAuthority,Year,UASC,UASC missing\nKent,2024,100,10\n";
    let long = "Girls only,,,\nAuthority,Year,Measure,Value\nKent,2024,UASC,100\nKent,2024,UASC missing,10\n";
    let below = "Authority,Year,UASC,UASC missing\nKent,2024,100,10\nGirls only,,,\n";
    for text in [wide, long, below] {
        let file = read("a.csv", text.as_bytes());
        let head = file.head().to_vec();
        let mut draft = Draft::propose(&head, Some(FileKind::AuthorityAnswers));
        assert_eq!(draft.limits(), ["girls", "only"], "{text}");
        // What a heading seems to say is a guess below such a title.
        let figures = draft.columns(&head).into_iter().filter(|column| column.field.is_some_and(Field::is_figure));
        assert!(figures.clone().all(|column| !column.decided), "{text}");
        draft.accept();
        let mapping = draft.mapping(&head).unwrap();
        let report = by(mapping.clone(), "a.csv", text);
        let rate = rate(&report, Some("E10000016"), Cohort::Unaccompanied, Share::Missing, Basis::Matched);
        assert_eq!((rate.numerator, rate.denominator), (10, 100), "{text}");
        // Kept, it says nothing of the titles of another file.
        let next = text.replace("100", "120");
        let kept = Mapping::from_json(&mapping.to_json()).unwrap();
        let other = kept.for_file(read("b.csv", next.as_bytes()).head()).unwrap();
        assert!(by(other, "b.csv", &next).rates.is_empty(), "{text}");
    }
}

#[test]
fn what_is_to_be_done_with_rows_that_are_parts_is_one_question_of_a_file() {
    let text = "Authority,Year,Sex,Age,UASC,UASC missing\nKent,2024,M,15,40,4\nKent,2024,F,15,20,2\nKent,2024,M,16,30,3\nKent,2024,F,16,10,1\n";
    let head = read("a.csv", text.as_bytes()).head().to_vec();
    let mut draft = Draft::propose(&head, Some(FileKind::AuthorityAnswers));
    assert!(draft.parts(2) && draft.parts(3) && !draft.parts(4));
    let decided: Vec<bool> = draft.columns(&head).into_iter().map(|column| column.decided).collect();
    assert_eq!(decided, [true, true, false, false, true, true]);
    draft.take_column_for(2, Some(Field::AddUp));
    assert_eq!(draft.columns(&head)[3].field, Some(Field::AddUp));
    let report = by(draft.mapping(&head).unwrap(), "a.csv", text);
    let added = rate(&report, Some("E10000016"), Cohort::Unaccompanied, Share::Missing, Basis::Matched);
    assert_eq!((added.numerator, added.denominator), (10, 100));
    draft.take_column_for(2, Some(Field::LeaveOut));
    draft.take_column_for(3, Some(Field::LeaveOut));
    let report = by(draft.mapping(&head).unwrap(), "a.csv", text);
    assert!(report.rates.is_empty());
    assert!(report.columns.iter().all(|column| !column.state.asks()));
}

#[test]
fn years_that_no_row_says_in_words_that_are_understood_are_asked_of_their_column() {
    let text = "Authority,Period,UASC,UASC missing\nKent,last winter,100,10\nSurrey,the same,50,5\n";
    let report = crate::support::report(&[("a.csv", text)]);
    assert_eq!(report.columns[1].state, missing_rates::report::ColumnState::NoPeriod);
    assert_eq!(report.columns[1].not_understood, ["last winter"]);
    let head = read("a.csv", text.as_bytes()).head().to_vec();
    let mut draft = Draft::propose(&head, Some(FileKind::AuthorityAnswers));
    draft.take_column_for(1, None);
    for column in [2, 3] {
        draft.date_column(column, missing_rates::period::Period::calendar_year(2024));
    }
    let report = by(draft.mapping(&head).unwrap(), "a.csv", text);
    let england = rate(&report, Some("E92000001"), Cohort::Unaccompanied, Share::Missing, Basis::Matched);
    assert_eq!((england.numerator, england.denominator), (15, 150));
    // One row alone is a finding of that row.
    let one = crate::support::report(&[("a.csv", text.replace("the same", "2024"))]);
    assert_eq!(one.columns[1].state, missing_rates::report::ColumnState::Used);
    assert_eq!(crate::support::found(&one), [("period-not-recognised", 1)]);
}
