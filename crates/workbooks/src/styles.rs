//! How cells are shown: the number format of each style.

use std::collections::{BTreeMap, BTreeSet};

use crate::refusal::Refusal;
use crate::shown::Format;

/// The longest code of a number format, in characters. Spreadsheets take 255.
const LONGEST: usize = 1000;

/// The most styles of a workbook. Excel opens 65,490.
pub(crate) const MOST: usize = 100_000;

/// The number formats of a workbook, and which of them each style has.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    formats: BTreeMap<u32, Format>,
    /// The number of each, and whether its font strikes its letters through.
    of: Vec<(u32, bool)>,
    /// The styles whose letters are as white as what is behind them.
    unseen: BTreeSet<usize>,
    /// Whether each style that a condition can give to a cell has a number format.
    by_condition: Vec<bool>,
}

impl Styles {
    /// A format that the workbook defines. One that is longer than any shows numbers as they are.
    pub(crate) fn define(&mut self, number: u32, code: &str) {
        let code = if code.chars().nth(LONGEST).is_some() { "General" } else { code };
        self.formats.insert(number, Format::read(code));
    }

    /// The next style has the format of this number, and a font that may strike letters through.
    ///
    /// # Errors
    /// There are more than any program opens.
    pub(crate) fn add(&mut self, number: u32, struck: bool) -> Result<(), Refusal> {
        if self.of.len() == MOST {
            return Err(Refusal::TooManyStyles);
        }
        self.of.push((number, struck));
        Ok(())
    }

    /// Nobody sees what is in a cell of the last style.
    pub(crate) fn hide(&mut self) {
        self.unseen.extend(self.of.len().checked_sub(1));
    }

    /// Whether nobody sees what is in a cell of a style.
    pub(crate) fn hides(&self, style: usize) -> bool {
        self.unseen.contains(&style)
    }

    /// The next style that a condition can give to a cell.
    ///
    /// # Errors
    /// There are more than any program opens.
    pub(crate) fn add_conditional(&mut self) -> Result<(), Refusal> {
        if self.by_condition.len() == MOST {
            return Err(Refusal::TooManyStyles);
        }
        self.by_condition.push(false);
        Ok(())
    }

    /// The last of these has a number format.
    pub(crate) fn has_format(&mut self) {
        if let Some(last) = self.by_condition.last_mut() {
            *last = true;
        }
    }

    /// Whether a condition with this style shows something else than the format of a cell.
    pub(crate) fn shows_by_condition(&self, style: usize) -> bool {
        self.by_condition.get(style) == Some(&true)
    }

    /// Every format is known: the others are those that all workbooks have.
    pub(crate) fn end(&mut self) {
        for (number, _) in &self.of {
            self.formats.entry(*number).or_insert_with(|| Format::built_in(*number));
        }
    }

    /// The format of a style, by its number.
    pub(crate) fn get(&self, style: usize) -> Option<&Format> {
        self.formats.get(&self.of.get(style)?.0)
    }

    /// Whether a style strikes through what is in a cell.
    pub(crate) fn strikes(&self, style: usize) -> bool {
        self.of.get(style).is_some_and(|(_, struck)| *struck)
    }
}
