//! The worker as a person uses it through the page, without a browser: requests go in, replies and files come out.

use document::{
    Arranged, Block, CohortOf, Command, Field, FileState, Format, Part, Picture, Reply, Request, Setting, Table, View,
    WayOut, all,
};
use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::report::Disclosure;
use missing_rates::{FileId, Step};

use super::answer;
use crate::desk::Desk;
use crate::outbox::Out;

const ANSWERS: &[u8] = include_bytes!("../../../../static/samples/answers-2024.csv");
const PUBLISHED: &[u8] = include_bytes!("../../../../static/samples/published-2024.csv");
const RETURN: [(&str, &[u8]); 4] = [
    ("header.csv", include_bytes!("../../../../static/samples/ssda903/header.csv")),
    ("episodes.csv", include_bytes!("../../../../static/samples/ssda903/episodes.csv")),
    ("uasc.csv", include_bytes!("../../../../static/samples/ssda903/uasc.csv")),
    ("missing.csv", include_bytes!("../../../../static/samples/ssda903/missing.csv")),
];

/// A page: it asks, and keeps what it was last sent.
#[derive(Default)]
struct Page {
    desk: Desk<Vec<u8>>,
    view: Option<View>,
    part: Option<(Part, Vec<Block>)>,
    files: Vec<(String, String)>,
    pictures: Vec<String>,
    failed: Vec<FileId>,
    read: Vec<(FileId, document::FileSummary)>,
    copied: Option<(String, String)>,
    steps: Vec<Step>,
    pongs: Vec<u32>,
}

impl Page {
    fn ask(&mut self, request: Request) {
        self.ask_with(request, None);
    }

    /// Uses a control.
    fn follow(&mut self, command: &Command) {
        self.ask(Request::Command { command: command.carried(), typed: None });
    }

    /// Asks, and has every file read to its end, as the browser's side of the worker does.
    fn ask_with(&mut self, request: Request, file: Option<Vec<u8>>) {
        if answer(&mut self.desk, request, file) {
            while let Some(job) = self.desk.next() {
                let mut reader = job.reader();
                reader.push(&job.file);
                self.desk.finish(&job, Some(reader.finish()));
            }
            self.desk.calculate(&mut |step| self.steps.push(step));
        }
        for out in self.desk.take_out() {
            match out {
                Out::Reply(Reply::Report { view }) => self.view = Some(view),
                Out::Reply(Reply::Part { part, .. }) => self.part = Some((part, self.desk.shown_blocks())),
                Out::Reply(Reply::Read { id, summary }) => self.read.push((id, summary)),
                Out::Reply(Reply::Failed { id }) => self.failed.push(id),
                Out::Reply(Reply::Table { markup, lines, .. }) => self.copied = Some((markup, lines)),
                Out::Reply(Reply::Pong { turn }) => self.pongs.push(turn),
                Out::Reply(other) => panic!("{other:?}"),
                Out::File { name, text } => self.files.push((name, text)),
                Out::Picture { name, .. } => self.pictures.push(name),
            }
        }
    }

    fn choose(&mut self, id: FileId, name: &str, bytes: &[u8]) {
        self.ask_with(
            Request::Read { id, name: name.to_owned(), renames: Vec::new(), exactly: false },
            Some(bytes.to_vec()),
        );
    }

    fn set(&mut self, setting: Setting) {
        self.follow(&Command::Set { setting });
    }

    fn open(&mut self, part: Part) {
        self.ask(Request::Open { part });
    }

    fn blocks(&self) -> &[Block] {
        &self.part.as_ref().expect("a part is open").1
    }

    /// All words that are in the part, but those in tables.
    fn words(&self) -> String {
        let text = |block: &&Block| match block {
            Block::Lead { text } | Block::Text { text } | Block::Note { text } => text.to_string(),
            Block::Answer { share, words } => format!("{} {words}", share.as_deref().unwrap_or_default()),
            _ => String::new(),
        };
        all(self.blocks()).iter().map(text).collect::<Vec<_>>().join("\n")
    }

    /// What an option of the control with this label sets.
    fn option(&self, label: &str, option: &str) -> Setting {
        self.options(label).into_iter().find(|(text, _)| text == option).expect(option).1
    }

    fn options(&self, wanted: &str) -> Vec<(String, Setting)> {
        let mut found = Vec::new();
        for block in controls(self.blocks()) {
            if let Block::Pick { label, options, .. } = block
                && label == wanted
            {
                found.extend(options.iter().map(|option| (option.text.to_string(), option.setting.clone())));
            }
        }
        found
    }

    /// The rows that are shown of a table.
    fn table(&self, id: &str) -> &Table {
        let table = |block: &&Block| match block {
            Block::Table { table } if table.id == id => Some(()),
            Block::Window { window } if window.table.id == id => Some(()),
            _ => None,
        };
        match all(self.blocks()).into_iter().find(|block| table(block).is_some()).expect(id) {
            Block::Table { table } => table,
            Block::Window { window } => &window.table,
            _ => unreachable!(),
        }
    }
}

/// Blocks, and those in cells of tables.
fn controls(blocks: &[Block]) -> Vec<&Block> {
    let mut found = Vec::new();
    for block in all(blocks) {
        found.push(block);
        let table = match block {
            Block::Table { table } => &**table,
            Block::Window { window } => &window.table,
            _ => continue,
        };
        found.extend(table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| controls(&cell.blocks)));
    }
    found
}

fn with_answers() -> Page {
    let mut page = Page::default();
    page.choose(1, "answers-2024.csv", ANSWERS);
    page
}

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
    assert_eq!(name, "missing-from-care-areas.csv");
    assert!(text.lines().count() > 150, "all rows, however the page is arranged");
}

#[test]
fn figures_and_charts_are_downloaded() {
    let mut page = with_answers();
    page.follow(&Command::Export { format: Format::Json });
    page.follow(&Command::Export { format: Format::Html });
    page.open(Part::Compare);
    page.follow(&Command::ExportChart { id: "funnel".into(), kind: Picture::Svg });
    page.follow(&Command::ExportChart { id: "funnel".into(), kind: Picture::Png });
    page.follow(&Command::ExportChart { id: "nothing".into(), kind: Picture::Svg });
    let names: Vec<&str> = page.files.iter().map(|(name, _)| &**name).collect();
    let svg = "missing-from-care-funnel.svg";
    assert_eq!(names, ["missing-from-care.json", "missing-from-care-report.html", svg]);
    assert_eq!(page.pictures, ["missing-from-care-funnel.png"]);
    assert!(page.files[0].1.contains("\"format\""));
    assert!(page.files[2].1.starts_with("<svg "));
}

#[test]
fn what_names_children_or_wordings_is_not_downloaded_from_a_safe_report() {
    let mut page = with_answers();
    page.follow(&Command::Export { format: Format::ChaseList });
    assert_eq!(page.files.len(), 1);
    page.set(Setting::Disclosure(Disclosure::Safe));
    for format in [Format::ChaseList, Format::Decisions, Format::WorkList] {
        page.follow(&Command::Export { format });
    }
    assert_eq!(page.files.len(), 1);
    page.open(Part::Answers);
    assert!(page.view.as_ref().is_some_and(|view| view.parts.iter().all(|of| of.part != Part::Answers || !of.shown)));
    assert!(controls(page.blocks()).iter().all(|block| !matches!(block, Block::Pick { .. } | Block::Table { .. })));
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
    desk.calculate(&mut |_| {});
    assert!(desk.take_out().is_empty());
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
