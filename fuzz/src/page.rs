//! A page without a browser: files are read, something is asked, every part is shown, any control is used, and everything is
//! exported.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use document::{Block, Carried, Command, Format, Node, Part, Setting, Use};
use fastrand::Rng;
use missing_rates::area::authority_named;
use missing_rates::checks::WorkOrder;
use missing_rates::mapping::Mapping;
use missing_rates::period::{Period, PublishedYears};
use missing_rates::read::{ReadFile, Reader};
use missing_rates::report::{Disclosure, Report};
use missing_rates::{FileId, Query, Returns};
use results::{Context, Medium, Note, Settings};
use words::Language;

use crate::case::Given;
use crate::checks;

/// The files, numbered from 1.
pub(crate) fn read(files: &[Given]) -> Returns {
    let mut returns = Returns::default();
    for (id, file) in (1..).zip(files) {
        returns.add(id, read_file(file, Reader::new(&file.name, Vec::new())));
    }
    returns
}

pub(crate) fn read_mapped(file: &Given, mapping: Mapping) -> ReadFile {
    read_file(file, Reader::mapped(&file.name, mapping))
}

fn read_file(file: &Given, mut reader: Reader) -> ReadFile {
    reader.push(&file.bytes);
    reader.finish()
}

/// Anything that can be asked.
pub(crate) fn asked(chance: &mut Rng) -> Query {
    let mut query = Query { disclosure: Disclosure::ALL[chance.usize(..4)], ..Query::default() };
    query.period = period(chance);
    query.published_years = if chance.bool() { PublishedYears::Collection } else { PublishedYears::Calendar };
    query.target = ["0", "12.5", "37", "100", "x"][chance.usize(..5)].parse().ok();
    query.change = period(chance).zip(period(chance)).filter(|_| chance.bool());
    query.zeros_matter = [None, Some(true), Some(false)][chance.usize(..3)];
    query.work_order = if chance.bool() { WorkOrder::ByRule } else { WorkOrder::ByChild };
    let name = ["", "Kent", "City of London", "Isles of Scilly", "Swansea"][chance.usize(..5)];
    query.authority = authority_named(name).ok().map(|authority| authority.code);
    if chance.u32(..4) == 0 {
        query.years.insert(chance.u32(1..4), chance.i32(2018..2030));
    }
    if let Some(year) = Period::collection_year(chance.i32(2020..2027)).filter(|_| chance.u32(..4) == 0) {
        query.complete_to.insert(year.end().collection_year(), year.end());
    }
    query
}

fn period(chance: &mut Rng) -> Option<Period> {
    let year = chance.i32(2021..2028);
    match chance.u32(..6) {
        0 => Period::calendar_year(year),
        1 => Period::collection_year(year),
        2 => ["2024-05-01/2024-05-01", "2023-10-01/2025-02-28", "0001-01-01/9999-12-31", "1600-01-01/1600-12-31"]
            [chance.usize(..4)]
        .parse()
        .ok(),
        _ => None,
    }
}

/// What a page and its worker hold between them.
pub(crate) struct Page {
    language: Language,
    files: Vec<Given>,
    returns: Returns,
    settings: Settings,
    report: Report,
    part: Part,
    blocks: Vec<Block>,
    seen: u64,
}

impl Page {
    /// The files are chosen.
    pub(crate) fn open(files: &[Given], chance: &mut Rng) -> Self {
        let (returns, mut settings) = (read(files), Settings::default());
        settings.query = asked(chance);
        for id in ids(files) {
            if let Some((entry, head)) = returns.unknown_columns(id) {
                settings.columns.begin(id, &entry.name, entry.kind, head);
            }
        }
        let report = returns.report(&settings.query);
        let (language, files) = (Language::default(), files.to_vec());
        Self { language, files, returns, settings, report, part: Part::Summary, blocks: Vec::new(), seen: 0 }
    }

    pub(crate) fn report(&self) -> &Report {
        &self.report
    }

    /// What kinds of blocks have been shown.
    pub(crate) fn blocks_seen(&self) -> u64 {
        self.seen
    }

    #[expect(clippy::unused_self, reason = "parts are those of the page")]
    pub(crate) fn any_part(&self, chance: &mut Rng) -> Part {
        Part::ALL[chance.usize(..Part::ALL.len())]
    }

    fn context(&self) -> Context<'_> {
        let period = results::shown_of(&self.report, self.settings.period);
        Context {
            language: self.language,
            report: &self.report,
            period,
            settings: &self.settings,
            returns: Some(&self.returns),
            without_books: false,
        }
    }

    /// Opens a part, at any width, and gives back every command that it offers.
    pub(crate) fn show(&mut self, part: Part, chance: &mut Rng) -> Result<Vec<Carried>, String> {
        self.part = part;
        self.blocks = results::blocks(part, self.context());
        let medium = Medium::page([0.0, 1.0, 320.0, 640.0, 1100.0][chance.usize(..5)]);
        let files = self.files_shown();
        let view =
            results::view(self.language, &self.report, &self.settings.query, self.settings.period, files, medium);
        let mut drawn = results::drawn(self.language, medium, &results::windows(&self.blocks, &self.settings));
        drawn.extend(
            [view.coverage, view.head, view.controls, view.foot].iter().flat_map(|nodes| nodes.iter().cloned()),
        );
        let mut commands = Vec::new();
        offered(&drawn, &mut commands);
        self.tables_and_charts()?;
        let mut hash = DefaultHasher::new();
        (self.seen, part.fragment()).hash(&mut hash);
        for block in document::all(&self.blocks) {
            std::mem::discriminant(block).hash(&mut hash);
        }
        self.seen = hash.finish();
        Ok(commands)
    }

    fn files_shown(&self) -> Vec<(FileId, document::FileSummary)> {
        let summary = |id| {
            let entry = self.returns.entry_in(&self.report, id)?;
            Some((id, results::file_summary(self.language, entry, &self.report.set_aside)))
        };
        ids(&self.files).filter_map(summary).collect()
    }

    /// Every table and chart of the part that is open leaves the page in every form.
    fn tables_and_charts(&self) -> Result<(), String> {
        let Context { period, .. } = self.context();
        for block in document::all(&self.blocks) {
            if let Block::Table { table } = block {
                checks::csv(&results::table_csv(self.language, table))?;
                let arranged = results::arranged(table, &self.settings);
                checks::copied(&results::lines(&arranged))?;
                checks::markup(&results::table(&arranged))?;
            }
        }
        let note = Note::new(self.language, &self.report, period);
        for chart in document::charts(&self.blocks) {
            checks::markup(&results::svg(self.language, chart, &note))?;
        }
        Ok(())
    }

    /// Does what a control does, with something typed where there is a place for it.
    pub(crate) fn follow(&mut self, command: &Carried, chance: &mut Rng) {
        let typed = ["", "12", "<5", "Kent", "3-1", "=1", "100.001", "\u{202E}"][chance.usize(..8)].to_owned();
        let command = Command::of(command, Some(typed)).or_else(|| Command::of(command, None));
        match command {
            Some(Command::Set { setting }) => self.set(setting),
            Some(Command::ReadMapped { id }) => {
                self.settings.columns.accept(id);
                self.read_again(id);
            }
            // What else there is leaves the page, and does so at every step.
            Some(_) | None => {}
        }
    }

    fn set(&mut self, setting: Setting) {
        let named = match &setting {
            Setting::Column { file, .. } | Setting::ColumnPeriod { file, .. } => Some(*file),
            _ => None,
        };
        self.settings.apply(setting);
        match named {
            Some(id) => self.read_again(id),
            None => self.report = self.returns.report(&self.settings.query),
        }
    }

    /// Reads a file as its columns are named.
    fn read_again(&mut self, id: FileId) {
        let file = usize::try_from(id).ok().and_then(|id| self.files.get(id.checked_sub(1)?));
        if let Some((mapping, file)) = self.settings.columns.mapping(id).zip(file) {
            self.returns.add(id, read_mapped(file, mapping));
        }
        self.report = self.returns.report(&self.settings.query);
    }

    /// Everything that is exported whatever part is open.
    pub(crate) fn exports(&self) -> Result<(), String> {
        let (report, language, query) = (&self.report, self.language, &self.settings.query);
        checks::json(&report.to_json())?;
        checks::csv(&report.to_csv())?;
        if let Some(csv) = report.foi_csv(&language) {
            checks::csv(&csv)?;
        }
        checks::markup(&results::whole_file(self.context()))?;
        for format in [Format::FoiText, Format::FoiCsv] {
            let file = results::file(language, report, &self.settings, format);
            if let Some(text) = file.filter(|_| format == Format::FoiCsv) {
                checks::csv(&text)?;
            }
        }
        if !report.disclosure.is_safe() {
            checks::csv(&report.to_chase_csv(&language))?;
            checks::csv(&self.returns.work_list(query, &language))?;
            checks::json(&self.returns.decisions(query).to_json())?;
        }
        Ok(())
    }
}

fn ids(files: &[Given]) -> impl Iterator<Item = FileId> {
    (1..).take(files.len())
}

/// Every command that a drawing offers.
fn offered(nodes: &[Node], found: &mut Vec<Carried>) {
    for node in nodes {
        let Node::Element(element) = node else { continue };
        match &element.use_of {
            Some(Use::Press { command, .. } | Use::Type(command) | Use::Submit { command, .. }) => {
                found.push(command.clone());
            }
            Some(Use::Choose(commands)) => found.extend(commands.iter().cloned()),
            _ => {}
        }
        offered(&element.inside, found);
    }
}
