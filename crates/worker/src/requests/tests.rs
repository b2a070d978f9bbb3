//! The worker as a person uses it through the page, without a browser: requests go in, replies and files come out.

use document::{
    Arranged, Block, CohortOf, Command, Field, FileState, Format, Part, Reply, Request, Setting, View, WayOut,
};
use missing_rates::Step;
use missing_rates::area::AreaCode;
use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::report::Disclosure;

use super::answer;
use super::driven::{ANSWERS, PUBLISHED, Page, RETURN, controls, with_answers};
use crate::desk::Desk;
use crate::outbox::Out;

#[test]
fn a_sample_is_chosen_and_its_answer_comes_first() {
    let page = with_answers();
    let view = page.view.as_ref().expect("a view");
    // 864 of 2,335 in 135 authorities: ECPAT UK and Missing People (2024), which the sample is made after.
    assert!(page.words().contains("37.0%"), "{}", page.words());
    assert_eq!(page.part.as_ref().map(|(part, _)| *part), Some(Part::Summary));
    assert_eq!(view.files.len(), 1);
    assert_eq!((page.read[0].0, page.read[0].1.state), (1, FileState::Understood));
    assert!(view.parts.iter().any(|of| of.part == Part::Answers && of.shown));
    assert!(view.parts.iter().any(|of| of.part == Part::Foi && !of.shown), "answers are no return");
}

#[test]
fn a_period_is_asked_for_and_taken_back() {
    let mut page = Page::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        page.choose(id, name, bytes);
    }
    let own = page.view.as_ref().and_then(|view| view.shown).expect("a period");
    let spring = "2024-04-01/2024-06-30".parse().expect("a period");
    page.set(Setting::Period(Some(spring)));
    let view = page.view.as_ref().expect("a view");
    assert_eq!((view.shown, view.asked), (Some(spring), true));
    page.set(Setting::Period(None));
    let view = page.view.as_ref().expect("a view");
    assert_eq!((view.shown, view.asked), (Some(own), false));
    page.set(Setting::FileYear { file: 2, year: Some(2031) });
    let of = |page: &Page| page.view.as_ref().and_then(|view| view.files.iter().find(|(id, _)| *id == 2)?.1.year);
    assert_eq!(of(&page).map(|of| (of.year, of.asked)), Some((2031, true)));
}

#[test]
fn a_part_is_opened_and_its_controls_work() {
    let mut page = with_answers();
    page.open(Part::Compare);
    assert_eq!(page.part.as_ref().map(|(part, _)| *part), Some(Part::Compare));
    let setting = page.option("Group of children", "Unaccompanied children");
    assert_eq!(setting, Setting::Cohort { of: CohortOf::Compare, cohort: Cohort::Unaccompanied });
}

#[test]
fn a_table_is_sorted_searched_copied_whole_and_downloaded() {
    let mut page = Page::default();
    page.choose(1, "published-2024.csv", PUBLISHED);
    page.open(Part::Compare);
    let before = page.table("areas").clone();
    assert!(before.sortable && before.rows.len() == 100);
    let arranged = Arranged { by: Some(0), backwards: true, ..Arranged::default() };
    page.set(Setting::Arrange { table: "areas".into(), arranged });
    let names: Vec<String> = page.table("areas").rows.iter().map(|row| row.cells[0].text.to_lowercase()).collect();
    assert!(names.is_sorted_by(|one, other| one >= other), "{names:?}");
    let arranged = Arranged { find: "kent".into(), ..Arranged::default() };
    page.set(Setting::Arrange { table: "areas".into(), arranged });
    let found = page.table("areas").rows.len();
    assert!((1..5).contains(&found), "{found}");
    page.follow(&Command::CopyTable { id: "areas".into() });
    let (markup, lines) = page.copied.take().expect("a copy");
    assert!(markup.contains("<table ") && lines.lines().count() == found + 1);
    page.follow(&Command::ExportTable { id: "areas".into() });
    let (name, text) = page.files.pop().expect("a file");
    assert_eq!(name, "missing-from-care-areas-2023-24.csv");
    assert!(text.lines().count() > 150, "all rows, however the page is arranged");
}

#[test]
fn settings_are_saved_and_chosen_again_until_they_are_taken_away_or_something_else_is_said() {
    let mut page = Page::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        page.choose(id, name, bytes);
    }
    page.set(Setting::Authority(AreaCode::read("E10000016")));
    page.set(Setting::Period("2024-07-01/2024-12-31".parse().ok()));
    page.follow(&Command::Export { format: Format::Settings });
    let (name, saved) = page.files.pop().expect("a file");
    assert_eq!(name, "missing-from-care-settings-kent-2024-07-01-to-2024-12-31-exact.json");
    let report = |page: &Page| page.desk.report.as_ref().map(|report| (report.rates.clone(), report.periods.clone()));
    let own = report(&page);

    // Before the files or after them.
    for first in [true, false] {
        let mut again = Page::default();
        if first {
            again.choose(9, &name, saved.as_bytes());
        }
        for (id, (name, bytes)) in (1..).zip(RETURN) {
            again.choose(id, name, bytes);
        }
        let plain = report(&again);
        if !first {
            again.choose(9, &name, saved.as_bytes());
        }
        assert_eq!(report(&again), own);
        // What is said here comes first, and stays when the file goes.
        again.set(Setting::Authority(None));
        assert_eq!(again.desk.settings.query.authority, None);
        assert!(again.desk.settings.query.period.is_some());
        again.ask(Request::Remove { id: 9 });
        assert_eq!(again.desk.settings.query.period, None);
        assert!(first || report(&again) == plain);
    }
}

#[test]
fn columns_that_nobody_knows_are_named_read_and_kept() {
    let mut page = Page::default();
    page.choose(7, "letters.csv", b"Letter to,Q1,Q2\nKent,100,10\nHull,60,6\n");
    let (_, summary) = &page.read[0];
    assert!(matches!(summary.problem.as_ref().map(|of| &of.way_out), Some(WayOut::NameColumns { .. })));
    page.open(Part::Answers);
    let kinds = page.options("What letters.csv is");
    let answers = kinds.iter().find(|(text, _)| text.contains("answers")).or(kinds.get(1)).expect("a kind").1.clone();
    page.set(answers);
    for (column, field) in [(0, "authority"), (1, "trafficked/children"), (2, "trafficked/children-missing")] {
        page.set(Setting::Column { file: 7, column, field: Some(field.into()) });
    }
    // Read at once, and the form stays: it can be said otherwise, and kept.
    let (id, summary) = page.read.last().expect("read again");
    assert_eq!((*id, summary.rows_used), (7, 2));
    page.set(Setting::ColumnPeriod { file: 7, column: 1, period: Period::calendar_year(2023) });
    page.set(Setting::ColumnPeriod { file: 7, column: 2, period: Period::calendar_year(2023) });
    let button = |block: &&Block| match block {
        Block::Button { command, .. } => Some(command.clone()),
        _ => None,
    };
    let requests: Vec<Command> = controls(page.blocks()).iter().filter_map(button).collect();
    assert_eq!(requests, [Command::ExportMapping { id: 7 }]);
    page.follow(&Command::ExportMapping { id: 7 });
    let (name, text) = page.files.pop().expect("a file");
    assert!(name == "mapping.json" && text.contains("2023-01-01/2023-12-31"), "{text}");
    page.set(Setting::Column { file: 7, column: 2, field: None });
    assert_eq!(page.read.last().map(|(_, summary)| summary.rows_used), Some(2));
}

#[test]
fn a_share_to_reach_is_typed_and_mended() {
    let mut page = with_answers();
    let typed = |text: &str| Setting::Typed { field: Field::Target, text: text.to_owned() };
    let shown = |page: &Page| {
        let input = |block: &&Block| match block {
            Block::Input { field: Field::Target, value, error, .. } => Some((value.to_string(), error.is_some())),
            _ => None,
        };
        controls(page.blocks()).iter().find_map(input).expect("a field")
    };
    page.set(typed("forty"));
    assert_eq!(shown(&page), ("forty".to_owned(), true));
    page.set(typed("40%"));
    assert_eq!(shown(&page), ("40%".to_owned(), false));
}

#[test]
fn files_are_cancelled_taken_away_and_forgotten() {
    let mut page = with_answers();
    page.choose(2, "published-2024.csv", PUBLISHED);
    assert_eq!(page.view.as_ref().map(|view| view.files.len()), Some(2));
    page.ask(Request::Remove { id: 2 });
    assert_eq!(page.view.as_ref().map(|view| view.files.len()), Some(1));
    page.open(Part::Method);
    page.ask(Request::Clear);
    (page.view, page.part) = (None, None);
    page.open(Part::Method);
    assert!(page.part.is_none(), "without files no part says anything");
    page.choose(1, "answers-2024.csv", ANSWERS);
    assert_eq!(page.part.as_ref().map(|(part, _)| *part), Some(Part::Method), "the open part stays open");
}

#[test]
fn a_file_that_was_cancelled_while_it_was_read_is_left_out() {
    let mut desk: Desk<Vec<u8>> = Desk::default();
    let read = |id| Request::Read { id, name: "a.csv".to_owned(), renames: Vec::new(), exactly: false };
    assert!(answer(&mut desk, read(1), Some(ANSWERS.to_vec())));
    let job = desk.next().expect("a file waits");
    let mut reader = job.reader();
    reader.push(&job.file);
    answer(&mut desk, Request::Cancel { id: 1 }, None);
    assert!(!desk.is_reading(1));
    desk.finish(&job, Some(reader.finish()));
    assert!(!desk.wants_report() && desk.take_out().is_empty());
    // One that the browser would not hand over is said.
    answer(&mut desk, read(1), Some(ANSWERS.to_vec()));
    let job = desk.next().expect("a file waits");
    desk.finish(&job, None);
    let out = desk.take_out();
    assert!(matches!(out.as_slice(), [Out::Reply(Reply::Failed { id: 1 })]), "{out:?}");
}

#[test]
fn a_ping_is_answered_at_once_and_the_steps_to_figures_are_told_in_order() {
    let mut page = Page::default();
    page.ask(Request::Ping { turn: 7 });
    assert_eq!(page.pongs, [7]);
    page.choose(1, "answers-2024.csv", ANSWERS);
    assert_eq!(page.steps, [Step::Count, Step::Check, Step::Rates]);
    page.steps.clear();
    page.set(Setting::Disclosure(Disclosure::Safe));
    assert_eq!(page.steps, [Step::Count, Step::Check, Step::Rates, Step::Safe]);
}

/// Every text of a drawing, in order.
fn texts(nodes: &[document::Node]) -> String {
    document::encode(&nodes.to_vec()).iter().map(|byte| char::from(*byte)).collect()
}

#[test]
fn the_first_figures_stay_as_they_are_and_are_calculated_once() {
    let mut page = Page::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        page.choose(id, name, bytes);
    }
    assert_eq!(page.calculated, 4, "one report for each of four files that were chosen one after another");
    first_figures_stay(&mut page);
    page.set(Setting::Authority(missing_rates::area::AreaCode::read("E10000016")));
    assert_eq!(page.calculated, 5);
    first_figures_stay(&mut page);
    page.ask(Request::Calculate { period: "2024-06-01/2024-11-30".parse().ok() });
    first_figures_stay(&mut page);

    // While another part is open, and in a safe report, there are none.
    page.open(Part::Quality);
    page.ask(Request::Calculate { period: None });
    assert!(page.headline.is_none());
    page.open(Part::Summary);
    page.set(Setting::Disclosure(Disclosure::Safe));
    assert!(page.headline.is_none());
}

/// The report that followed the first figures has them where they were, and below them what was still to come.
fn first_figures_stay(page: &mut Page) {
    let (first, drawing) = page.headline.take().expect("first figures");
    let view = page.view.as_ref().expect("a report");
    assert!(first.more_follows && !view.more_follows);
    let shared = |view: &View| {
        let of = (&view.periods, view.shown, view.empty, &view.parts, &view.outlines);
        let drawn = [&view.coverage, &view.whose, &view.head, &view.controls, &view.foot];
        (format!("{of:?}"), drawn.map(|nodes| texts(nodes)))
    };
    assert_eq!(shared(&first), shared(view));
    // All but its last line, which says that more comes, is what the summary begins with.
    let whole = results::drawn(page.desk.language, results::Medium::page(page.desk.width), page.blocks());
    let (last, figures) = drawing.split_last().expect("a line");
    assert!(texts(std::slice::from_ref(last)).contains("in a moment"));
    assert!(!figures.is_empty() && texts(figures) == texts(&whole[..figures.len()]));
}

#[test]
fn the_sums_of_large_files_come_after_the_figures_and_files_to_keep_wait_for_them() {
    let mut page = Page { without_sums: true, ..Page::default() };
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        page.choose(id, name, bytes);
    }
    assert!(page.view.is_some() && page.foot.is_none());
    page.follow(&Command::Export { format: Format::Json });
    assert!(page.files.is_empty());
    while page.sum_one() {}
    page.take_out();
    let (_, json) = page.files.pop().expect("the report");
    assert!(page.foot.is_some() && page.calculated == 4);
    let mut at_once = Page::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        at_once.choose(id, name, bytes);
    }
    at_once.follow(&Command::Export { format: Format::Json });
    assert_eq!(at_once.files.pop().map(|(_, json)| json), Some(json));

    // The same file twice: nothing but its sum says so, and the report waits for it.
    page.choose(5, "missing-again.csv", RETURN[3].1);
    assert!(page.desk.report.as_ref().is_some_and(|report| {
        report.files.iter().any(|file| matches!(file.problem, Some(missing_rates::report::Problem::SameAs { .. })))
    }));
    // One that cannot be read a second time is not used.
    let mut page = Page { without_sums: true, ..Page::default() };
    page.choose(1, RETURN[1].0, RETURN[1].1);
    page.desk.summed(1, None);
    page.take_out();
    assert_eq!((page.failed.as_slice(), page.desk.wants_report()), (&[1][..], false));
}
