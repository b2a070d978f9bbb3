//! The page's side of the worker in tests, without a browser: it asks, and keeps what it was sent.

use document::{Block, Command, Part, Reply, Request, Setting, Table, View, all};
use missing_rates::read::Sum;
use missing_rates::{FileId, Step};

use super::answer;
use crate::desk::Desk;
use crate::outbox::Out;

pub(super) const ANSWERS: &[u8] = include_bytes!("../../../../static/samples/answers-2024.csv");
pub(super) const PUBLISHED: &[u8] = include_bytes!("../../../../static/samples/published-2024.csv");
pub(super) const RETURN: [(&str, &[u8]); 4] = [
    ("header.csv", include_bytes!("../../../../static/samples/ssda903/header.csv")),
    ("episodes.csv", include_bytes!("../../../../static/samples/ssda903/episodes.csv")),
    ("uasc.csv", include_bytes!("../../../../static/samples/ssda903/uasc.csv")),
    ("missing.csv", include_bytes!("../../../../static/samples/ssda903/missing.csv")),
];

/// A page: it asks, and keeps what it was last sent.
#[derive(Default)]
pub(super) struct Page {
    pub(super) desk: Desk<Vec<u8>>,
    pub(super) view: Option<View>,
    pub(super) part: Option<(Part, Vec<Block>)>,
    pub(super) drawing: Option<document::Shared<Vec<document::Node>>>,
    pub(super) files: Vec<(String, String)>,
    pub(super) pictures: Vec<String>,
    /// Workbooks that are to be written, and files that are to be opened.
    pub(super) workbooks: Vec<(String, workbooks::Written)>,
    pub(super) opened: Vec<FileId>,
    pub(super) failed: Vec<FileId>,
    pub(super) read: Vec<(FileId, document::FileSummary)>,
    pub(super) copied: Option<(String, String)>,
    pub(super) steps: Vec<Step>,
    /// The first figures, and how often figures were calculated.
    pub(super) headline: Option<(View, document::Shared<Vec<document::Node>>)>,
    pub(super) calculated: u32,
    /// Files are read without their sums, as large ones are.
    pub(super) without_sums: bool,
    pub(super) about: Option<document::Topic>,
    pub(super) foot: Option<document::Shared<Vec<document::Node>>>,
    pub(super) pongs: Vec<u32>,
}

impl Page {
    pub(super) fn ask(&mut self, request: Request) {
        self.ask_with(request, None);
    }

    /// Uses a control.
    pub(super) fn follow(&mut self, command: &Command) {
        self.ask(Request::Command { command: command.carried(), typed: None });
    }

    /// Asks, and has every file read to its end, as the browser's side of the worker does.
    pub(super) fn ask_with(&mut self, request: Request, file: Option<Vec<u8>>) {
        if answer(&mut self.desk, request, file) {
            while let Some(job) = self.desk.next() {
                if workbooks::opens(&job.file) {
                    self.desk.open(&job);
                    continue;
                }
                let mut reader = job.reader();
                if self.without_sums {
                    reader = reader.without_sum();
                }
                reader.push(&job.file);
                self.desk.finish(&job, Some(reader.finish()));
            }
            self.work();
        }
        self.take_out();
    }

    /// Makes the sums that are needed, and calculates.
    pub(super) fn work(&mut self) {
        while self.desk.wants_report() {
            if self.sum_one() {
                continue;
            }
            self.calculated += 1;
            self.desk.calculate(&mut |reply| match reply {
                Reply::Step { step } => self.steps.push(step),
                Reply::Headline { view, drawing } => self.headline = Some((view, drawing)),
                other => panic!("{other:?}"),
            });
        }
    }

    /// Makes the sum that is next. Whether there was one.
    pub(super) fn sum_one(&mut self) -> bool {
        let Some((id, bytes)) = self.desk.next_unsummed() else { return false };
        assert!(self.desk.is_summing(id));
        let mut sum = Sum::default();
        sum.push(&bytes);
        self.desk.summed(id, Some(&sum.finish()));
        super::hand_over(&mut self.desk);
        true
    }

    pub(super) fn take_out(&mut self) {
        for out in self.desk.take_out() {
            match out {
                Out::Reply(Reply::Report { view }) => self.view = Some(view),
                Out::Reply(Reply::Part { part, about, drawing }) => {
                    self.part = Some((part, self.desk.shown_blocks()));
                    (self.drawing, self.about) = (Some(drawing), about);
                }
                Out::Reply(Reply::Read { id, summary }) => self.read.push((id, summary)),
                Out::Reply(Reply::Failed { id }) => self.failed.push(id),
                Out::Reply(Reply::Table { markup, lines, .. }) => self.copied = Some((markup, lines)),
                Out::Reply(Reply::Pong { turn }) => self.pongs.push(turn),
                Out::Reply(Reply::Foot { foot }) => self.foot = Some(foot),
                Out::Reply(Reply::Open { id }) => self.opened.push(id),
                Out::Reply(other) => panic!("{other:?}"),
                Out::Workbook { name, bytes } => {
                    self.workbooks.push((name, document::decode(&bytes).expect("what a workbook holds")));
                }
                Out::File { name, text } => self.files.push((name, text)),
                Out::Picture { name, .. } => self.pictures.push(name),
            }
        }
    }

    pub(super) fn choose(&mut self, id: FileId, name: &str, bytes: &[u8]) {
        self.ask_with(
            Request::Read { id, name: name.to_owned(), renames: Vec::new(), exactly: false },
            Some(bytes.to_vec()),
        );
    }

    pub(super) fn set(&mut self, setting: Setting) {
        self.follow(&Command::Set { setting });
    }

    pub(super) fn open(&mut self, part: Part) {
        self.ask(Request::Open { part, about: None });
    }

    pub(super) fn blocks(&self) -> &[Block] {
        &self.part.as_ref().expect("a part is open").1
    }

    /// All words that are in the part, but those in tables.
    pub(super) fn words(&self) -> String {
        let text = |block: &&Block| match block {
            Block::Lead { text } | Block::Text { text } | Block::Note { text } => text.to_string(),
            Block::Answer { share, words } => format!("{} {words}", share.as_deref().unwrap_or_default()),
            _ => String::new(),
        };
        all(self.blocks()).iter().map(text).collect::<Vec<_>>().join("\n")
    }

    /// What an option of the control with this label sets.
    pub(super) fn option(&self, label: &str, option: &str) -> Setting {
        self.options(label).into_iter().find(|(text, _)| text == option).expect(option).1
    }

    pub(super) fn options(&self, wanted: &str) -> Vec<(String, Setting)> {
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
    pub(super) fn table(&self, id: &str) -> &Table {
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
pub(super) fn controls(blocks: &[Block]) -> Vec<&Block> {
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

pub(super) fn with_answers() -> Page {
    let mut page = Page::default();
    page.choose(1, "answers-2024.csv", ANSWERS);
    page
}
