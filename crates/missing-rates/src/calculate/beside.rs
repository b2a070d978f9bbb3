//! What the authority whose return it is is compared with: published figures, of the product and of files, and the other
//! years of its own returns.

use std::cell::OnceCell;

use super::children::whole_years;
use super::levels::Level;
use crate::query::Query;
use crate::read::{Content, ReadFile};
use crate::report::{Report, Standing};
use crate::standing::{OwnYear, Table, standing_with};

/// What a standing is made from beside a report.
pub(super) struct Beside<'b, 'a> {
    query: &'b Query,
    files: &'b [(usize, &'a ReadFile)],
    levels: &'b [Level<'a>],
    /// The whole years of its own returns, once they are counted.
    years: OnceCell<Vec<OwnYear>>,
}

impl<'b, 'a> Beside<'b, 'a> {
    pub(super) fn new(query: &'b Query, files: &'b [(usize, &'a ReadFile)], levels: &'b [Level<'a>]) -> Self {
        Self { query, files, levels, years: OnceCell::new() }
    }

    /// The standing of the authority that a person names; `None` if nobody does.
    pub(super) fn of(&self, report: &Report) -> Option<Standing> {
        let of = self.query.authority()?;
        let years = self.years.get_or_init(|| match self.levels {
            // What a safe report compares is in the safe report, and nothing else.
            [level] if !self.query.disclosure.is_safe() => whole_years(&level.of),
            _ => Vec::new(),
        });
        let usable = self.files.iter().filter(|(_, file)| file.entry.problem.is_none());
        let figures = usable.filter_map(|(_, file)| match &file.content {
            Content::Published(figures) => Some(figures.meant(self.query.published_years)),
            _ => None,
        });
        let own = self.levels.iter().filter(|level| level.code().is_none_or(|code| code == of.code));
        let is_quiet = |period| own.clone().any(|level| level.of.is_quiet_in(period));
        standing_with(of.code, report, (&Table::with(figures), &is_quiet), years.clone())
    }
}
