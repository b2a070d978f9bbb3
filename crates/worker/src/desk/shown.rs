//! What is shown of the report: the files, the part that is open, and its tables as they are arranged.

use document::{Block, FileSummary, Part, Reply, Shared, Table};
use missing_rates::FileId;
use missing_rates::period::Period;
use missing_rates::report::Report;
use results::{Context, Medium};

use super::Desk;

impl<F: Clone> Desk<F> {
    /// Hands over a whole table by its id: of the part that is open, or of what is shown beside every part. `None` if there is
    /// none.
    pub(crate) fn with_table<T>(&self, id: &str, hand_over: impl FnOnce(&Table) -> T) -> Option<T> {
        let context = self.context()?;
        match document::table(&self.blocks, id) {
            Some(table) => Some(hand_over(table)),
            None => document::table(&results::beside(context), id).map(hand_over),
        }
    }

    /// The report, and the period that is shown of it.
    pub(crate) fn shown(&self) -> Option<(&Report, Option<Period>)> {
        let report = self.report.as_ref()?;
        Some((report, results::shown_of(report, self.settings.period)))
    }

    /// What parts are made from.
    pub(crate) fn context(&self) -> Option<Context<'_>> {
        self.report.as_ref().map(|report| self.context_of(report))
    }

    pub(super) fn context_of<'a>(&'a self, report: &'a Report) -> Context<'a> {
        let period = results::shown_of(report, self.settings.period);
        Context {
            language: self.language,
            report,
            period,
            settings: &self.settings,
            returns: Some(&self.returns),
            without_books: self.not_written,
        }
    }

    /// What is said of each file in a report.
    pub(super) fn summaries(&self, report: &Report) -> Vec<(FileId, FileSummary)> {
        let summary = |id: &FileId| {
            let entry = self.returns.entry_in(report, *id)?;
            Some((*id, results::file_summary_in(self.language, report, entry)))
        };
        self.read.iter().filter_map(summary).collect()
    }

    /// Shows the report, and the part that is open.
    pub(crate) fn show(&mut self) {
        if let Some(report) = &self.report {
            let files = self.summaries(report);
            let view =
                results::view(self.language, report, &self.settings.query, self.settings.period, files, self.medium());
            self.send(Reply::Report { view });
            self.show_part();
        }
    }

    /// Makes the part that is open again, and shows it.
    pub(crate) fn show_part(&mut self) {
        if let Some(context) = self.context() {
            self.blocks = results::blocks(self.part, context);
            self.show_rows();
        }
    }

    /// Shows the part that is open as it is, with its tables as they are arranged now.
    pub(crate) fn show_rows(&mut self) {
        if let Some(context) = self.context() {
            let about = results::about(self.part, context, &self.blocks);
            let drawing = results::drawn(self.language, self.medium(), &self.shown_blocks());
            self.send(Reply::Part { part: self.part, about, drawing: Shared::new(drawing) });
        }
    }

    /// What is shown of the part that is open: its tables in windows, as they are arranged.
    pub(crate) fn shown_blocks(&self) -> Vec<Block> {
        results::windows(&self.blocks, &self.settings)
    }

    pub(super) fn medium(&self) -> Medium {
        // A figure in a frame of another website has that to itself too.
        let alone = self.part == Part::Figure || (self.read.is_empty() && !self.part.needs_files());
        Medium::page(self.width).alone(alone)
    }
}
