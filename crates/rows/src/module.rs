//! The rows of SSDA903 modules, as they arrive.

use crate::below_rows::{is_about_rows, may_be_day};
use crate::blank::is_blank;
use crate::cells::{Cells, MOST, why_no_episode, why_no_incident};
use crate::kind::Kind;
use crate::refusal::Refusal;
use crate::rounded::cut_to_15_digits;
use crate::tables::push_tight;
use crate::{
    About, ChildId, Column, Columns, EpisodeRow, HeaderRow, InterviewRow, ListRow, Listed, MissingCode, MissingRow,
    Names, Record, Row, TeamRow, Teams, UascFlag, UascRow, Unread, Upn, is_rounded,
};

/// What was read from a module: for one authority, if a column says whose each child is.
#[derive(Debug)]
pub struct Module {
    /// What the column of authorities says, if the file has one.
    pub authority: Option<Box<[u8]>>,
    /// Every row that has a child, in the order of the children.
    pub rows: Rows,
    /// Which of the columns the file has.
    pub columns: Columns,
    /// The texts of cells that could not be read as dates or codes, and of ends that have not come.
    pub unread: Unread,
    /// The texts of the identifiers that are hashes.
    pub names: Names,
    /// The names of the teams, in a list of teams.
    pub teams: Teams,
    /// The rows whose identifier a spreadsheet has rounded ([`is_rounded`]), in their order.
    pub rounded: Vec<(ChildId, u32)>,
    /// The rows with an identifier of which a spreadsheet may have kept 15 digits.
    pub kept_15_digits: Vec<(ChildId, u32)>,
}

/// The rows of a module, in the order of their children.
#[derive(Debug)]
pub enum Rows {
    /// Of Header.
    Header(Vec<HeaderRow>),
    /// Of Episodes.
    Episodes(Vec<EpisodeRow>),
    /// Of UASC.
    Uasc(Vec<UascRow>),
    /// Of Missing.
    Missing(Vec<MissingRow>),
    /// Of a list of children.
    List(Vec<ListRow>),
    /// Of a list of return-home interviews.
    Interviews(Vec<InterviewRow>),
    /// Of a list of teams.
    Teams(Vec<TeamRow>),
    /// Of a module that is not needed.
    None,
}

impl Rows {
    /// No rows yet, for a kind of module.
    fn none(kind: Kind) -> Self {
        match kind {
            Kind::Header => Self::Header(Vec::new()),
            Kind::Episodes => Self::Episodes(Vec::new()),
            Kind::Uasc => Self::Uasc(Vec::new()),
            Kind::Missing => Self::Missing(Vec::new()),
            Kind::List | Kind::NrmOutcomes | Kind::Outcomes => Self::List(Vec::new()),
            Kind::Interviews => Self::Interviews(Vec::new()),
            Kind::Teams => Self::Teams(Vec::new()),
            Kind::Other => Self::None,
        }
    }

    /// Makes room for so many rows in all. Without it, or where the memory cannot be had at once, the table grows.
    fn make_room(&mut self, rows: usize) {
        fn room<R>(held: &mut Vec<R>, rows: usize) {
            // Growing does the same, later.
            let _ = held.try_reserve_exact(rows.saturating_sub(held.len()));
        }
        match self {
            Self::Header(held) => room(held, rows),
            Self::Episodes(held) => room(held, rows),
            Self::Uasc(held) => room(held, rows),
            Self::Missing(held) => room(held, rows),
            Self::List(held) => room(held, rows),
            Self::Interviews(held) => room(held, rows),
            Self::Teams(held) => room(held, rows),
            Self::None => {}
        }
    }
}

/// The highest number of authorities that are read from a file. No country has as many.
const MOST_AUTHORITIES: usize = 512;

/// Reads a module row by row.
#[derive(Debug)]
pub struct ModuleReader {
    kind: Kind,
    /// The index of each column in the file, or an index beyond every row if the file does not have it.
    at: [usize; MOST],
    columns: Columns,
    /// The index of the column that says which authority's child it is, if the file has it.
    authority: Option<usize>,
    /// By authority, in the order in which they came. Without such a column there is one part.
    parts: Vec<Part>,
    /// The part of the last row.
    last: usize,
}

/// The rows of one authority.
#[derive(Debug)]
struct Part {
    authority: Box<[u8]>,
    rows: Rows,
    unread: Unread,
    names: Names,
    teams: Teams,
    rounded: Vec<(ChildId, u32)>,
}

impl Part {
    fn new(kind: Kind, authority: &[u8]) -> Self {
        Self {
            authority: authority.into(),
            rows: Rows::none(kind),
            unread: Unread::default(),
            names: Names::default(),
            teams: Teams::default(),
            rounded: Vec::new(),
        }
    }
}

impl ModuleReader {
    /// Starts on a module. `at` has the position of each of its columns ([`Kind::columns`]); `None` for a column that
    /// is not there.
    pub fn new(kind: Kind, at: &[Option<usize>]) -> Self {
        let mut places = [usize::MAX; MOST];
        let mut columns = Columns::default();
        for ((place, column), at) in places.iter_mut().zip(kind.columns()).zip(at) {
            if let Some(at) = at {
                *place = *at;
                columns = columns.with(*column);
            }
        }
        let authority = kind.authority().filter(|_| columns.has(Column::Authority));
        let parts = if authority.is_some() { Vec::new() } else { vec![Part::new(kind, b"")] };
        Self { kind, at: places, columns, authority, parts, last: 0 }
    }

    /// Makes room for so many rows. A table that grows step by step is copied at each, and for that time held twice.
    pub fn make_room(&mut self, rows: usize) {
        // How the rows of several authorities are shared out is not known before the end.
        if let (None, [part]) = (self.authority, self.parts.as_mut_slice()) {
            part.rows.make_room(rows);
        }
    }

    /// Takes the next row. It is kept if it has a child, used or not.
    ///
    /// # Errors
    /// Why the row is not used.
    pub fn take(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        if self.kind == Kind::Other {
            return Err(Refusal::NotNeeded);
        }
        let cells = Cells { at: &self.at, columns: self.kind.columns(), record };
        let Some(child) = ChildId::read(cells.get(0)) else {
            let empty = (0..cells.columns.len()).all(|place| cells.get(place).is_empty());
            return Err(if empty { Refusal::Empty } else { Refusal::NoChild });
        };
        if is_about_rows(cells.get(0)) && !(1..cells.columns.len()).any(|place| may_be_day(cells.get(place))) {
            return Err(Refusal::NoChild);
        }
        if let Some(at) = self.authority {
            let authority = self.record_authority(at, record)?;
            self.last = authority;
        }
        let cells = Cells { at: &self.at, columns: self.kind.columns(), record };
        let Some(part) = self.parts.get_mut(self.last) else { return Err(Refusal::NoAuthority) };
        part.take(&cells, child, self.kind)
    }

    /// The index of the part for the authority that a row names.
    fn record_authority(&mut self, at: usize, record: Record<'_>) -> Result<usize, Refusal> {
        let name = record.cell(self.at[at]);
        if is_blank(name) {
            return Err(Refusal::NoAuthority);
        }
        let is = |part: &Part| part.authority.eq_ignore_ascii_case(name);
        if self.parts.get(self.last).is_some_and(is) {
            return Ok(self.last);
        }
        if let Some(place) = self.parts.iter().position(is) {
            return Ok(place);
        }
        if self.parts.len() == MOST_AUTHORITIES {
            return Err(Refusal::NoAuthority);
        }
        self.parts.push(Part::new(self.kind, name));
        Ok(self.parts.len() - 1)
    }

    /// Ends the module. Returns one module for each authority that a column names, in the order of their names, or else
    /// one.
    pub fn finish(mut self) -> Vec<Module> {
        if self.parts.is_empty() {
            self.parts.push(Part::new(self.kind, b""));
        }
        let names = self.authority.is_some();
        self.parts.sort_by(|a, b| a.authority.cmp(&b.authority));
        let columns = self.columns;
        self.parts.into_iter().map(|part| part.finish(columns, names)).collect()
    }
}

impl Part {
    fn take(&mut self, cells: &Cells<'_>, child: ChildId, kind: Kind) -> Result<(), Refusal> {
        let record = cells.record;
        let row = u32::try_from(record.row).unwrap_or(u32::MAX);
        if self.names.note(child, cells.get(0)) && is_rounded(cells.get(0)) {
            self.rounded.push((child, row));
        }
        let unread = &mut self.unread;
        match &mut self.rows {
            Rows::Header(rows) => {
                let (dob, sex) = (cells.when(1, row, unread), cells.sex(2, row, unread));
                let uasc = UascFlag::read_word(cells.get(3));
                if uasc.is_other() {
                    cells.keep(3, row, unread);
                }
                let (duc, upn) = (cells.end(4, row, unread), Upn::read(cells.get(5)));
                push_tight(rows, HeaderRow { child, row, file: 0, dob, sex, uasc, duc, upn });
                Ok(())
            }
            Rows::Episodes(rows) => {
                let episode = cells.episode(child, row, unread);
                push_tight(rows, episode);
                if episode.days().is_some() { Ok(()) } else { Err(why_no_episode(&episode)) }
            }
            Rows::Uasc(rows) => {
                let (duc, dob) = (cells.end(1, row, unread), cells.when(2, row, unread));
                push_tight(rows, UascRow { child, row, file: 0, dob, duc, sex: cells.sex(3, row, unread) });
                // The child is listed, whatever is in DUC.
                Ok(())
            }
            Rows::Missing(rows) => {
                let code = MissingCode::read_word(cells.get(1));
                if code.is_other() {
                    cells.keep(1, row, unread);
                }
                let (start, dob) = (cells.when(2, row, unread), cells.when(4, row, unread));
                let end = cells.end(3, row, unread);
                let missing = MissingRow { child, row, file: 0, dob, start, end, code };
                push_tight(rows, missing);
                if missing.days().is_some() { Ok(()) } else { Err(why_no_incident(&missing)) }
            }
            Rows::List(rows) => {
                let listed = if cells.is_there(1) {
                    let about = match kind {
                        Kind::NrmOutcomes => About::Referral,
                        Kind::Outcomes => About::Outcome,
                        _ => About::Trafficked,
                    };
                    Listed::read(cells.get(1), about)
                } else {
                    // The list has only identifiers.
                    Listed::Unstated
                };
                push_tight(rows, ListRow { child, row, file: 0, listed });
                // How each wording was read is shown, and can be decided otherwise.
                if cells.is_there(1) {
                    cells.keep(1, row, unread);
                }
                if listed == Listed::NotUnderstood {
                    return Err(Refusal::NotUnderstood);
                }
                Ok(())
            }
            Rows::Interviews(rows) => {
                let interview = cells.interview(child, row, unread);
                push_tight(rows, interview);
                if interview.start.day().is_some() { Ok(()) } else { Err(Refusal::NoStart) }
            }
            Rows::Teams(rows) => {
                let Some(team) = self.teams.place(cells.get(1)) else { return Err(Refusal::NotUnderstood) };
                push_tight(rows, TeamRow { child, row, file: 0, team });
                Ok(())
            }
            Rows::None => Ok(()),
        }
    }

    fn finish(self, columns: Columns, named: bool) -> Module {
        let Self { authority, mut rows, unread, mut names, teams, mut rounded } = self;
        match &mut rows {
            Rows::Header(rows) => in_order(rows),
            Rows::Episodes(rows) => in_order(rows),
            Rows::Uasc(rows) => in_order(rows),
            Rows::Missing(rows) => in_order(rows),
            Rows::List(rows) => in_order(rows),
            Rows::Interviews(rows) => in_order(rows),
            Rows::Teams(rows) => in_order(rows),
            Rows::None => {}
        }
        names.tidy();
        let cut = cut_to_15_digits(&names);
        let is_cut = |(child, _): &(ChildId, u32)| cut.binary_search(child).is_ok();
        let kept_15_digits = if cut.is_empty() { Vec::new() } else { rows.of_children().filter(is_cut).collect() };
        rounded.sort_unstable();
        let authority = named.then_some(authority);
        Module { authority, rows, columns, unread, names, teams, rounded, kept_15_digits }
    }
}

impl Rows {
    /// The child of each row, and its number.
    fn of_children(&self) -> Box<dyn Iterator<Item = (ChildId, u32)> + '_> {
        fn of<R: Row>(rows: &[R]) -> Box<dyn Iterator<Item = (ChildId, u32)> + '_> {
            Box::new(rows.iter().map(|row| (row.child(), row.stands().1)))
        }
        match self {
            Self::Header(rows) => of(rows),
            Self::Episodes(rows) => of(rows),
            Self::Uasc(rows) => of(rows),
            Self::Missing(rows) => of(rows),
            Self::List(rows) => of(rows),
            Self::Interviews(rows) => of(rows),
            Self::Teams(rows) => of(rows),
            Self::None => Box::new(std::iter::empty()),
        }
    }
}

fn in_order<R: Row>(rows: &mut Vec<R>) {
    R::sort(rows);
    rows.shrink_to_fit();
}
