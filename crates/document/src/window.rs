//! What is shown of a large table at once, and in which order. The rows stay in the worker; the page gets those of the
//! window alone.

use crate::wire::wire_struct;
use crate::{Table, Text};

/// How many rows are shown at once.
pub const ROWS: usize = 100;

/// A table with the rows that are shown of it.
#[derive(Debug)]
pub struct Window {
    pub table: Table,
    pub arranged: Arranged,
    /// How many rows are what the reader looks for, and how many there are.
    pub wanted: u64,
    pub all: u64,
}

/// How a reader wants to see a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arranged {
    /// The column that it is sorted by, and whether from its end.
    pub by: Option<u32>,
    pub backwards: bool,
    /// How many of the wanted rows stand before those that are shown.
    pub from: u32,
    /// What is looked for in the names of the rows.
    pub find: Text,
}

wire_struct!(Window { table, arranged, wanted, all });
wire_struct!(Arranged { by, backwards, from, find });

impl Arranged {
    /// As the value of a setting.
    pub fn text(&self) -> String {
        let by = self.by.map(|by| by.to_string()).unwrap_or_default();
        let way = if self.backwards { "-" } else { "" };
        [by.as_str(), way, &self.from.to_string(), &self.find].join(" ")
    }

    /// From the value of a setting.
    pub fn read(text: &str) -> Self {
        let mut parts = text.splitn(4, ' ');
        let mut next = || parts.next().unwrap_or_default();
        let by = next().parse().ok();
        let backwards = !next().is_empty();
        let from = next().parse().unwrap_or(0);
        Self { by, backwards, from, find: next().to_owned().into() }
    }
}
