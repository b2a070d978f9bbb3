//! Answers whose figure is decided once the whole table is known.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::period::Period;
use crate::read::heading::{Phrase, figure};

/// One answer.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    pub(super) row: u64,
    pub(super) name: u32,
    pub(super) wording: u32,
    pub(super) period: Option<Period>,
    pub(super) what: What,
    /// Name of the column.
    pub(super) column: Rc<str>,
    /// The number of what its row says in the columns that may split the rows of an authority.
    pub(super) further: u32,
    /// The cell in its row that says that there is no reply.
    pub(super) silent: Option<u32>,
    /// Whether that cell says so of the whole row, and all of its answers are numbers.
    pub(super) denied: bool,
}

/// What names the figure of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// The heading of a column.
    Column(usize),
    /// The words of a row, by number.
    Phrase(u32),
}

/// The words by which rows say who and what is counted, each once, with the unit.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    numbers: BTreeMap<(String, String), u32>,
    /// In the order in which they first appear.
    pub(super) list: Vec<(String, String)>,
    read: Vec<Phrase>,
}

impl Phrases {
    pub(super) fn number(&mut self, text: &str, unit: &str) -> u32 {
        let key = (text.trim().to_owned(), unit.to_owned());
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        // A table of four thousand million different questions does not fit in memory.
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.read.push(figure(&key.0));
        self.list.push(key.clone());
        self.numbers.insert(key, number);
        number
    }

    /// The period that the words themselves give.
    pub(super) fn period(&self, number: u32) -> Option<Period> {
        self.read.get(number as usize).and_then(|phrase| phrase.period)
    }

    /// Whether the words name their group.
    pub(super) fn names_group(text: &str) -> bool {
        figure(text).group.is_some()
    }
}
