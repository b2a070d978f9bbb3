//! The texts that the cells of a workbook name by a number.

use crate::refusal::Refusal;

/// The most that they may come to, in bytes.
const MOST: usize = 512 * 1024 * 1024;

/// Texts, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Adds the next.
    ///
    /// # Errors
    /// They come to too much.
    pub(crate) fn add(&mut self, text: &str) -> Result<(), Refusal> {
        self.text.push_str(text);
        self.ends.push(self.text.len());
        if self.text.len() > MOST { Err(Refusal::TooLarge) } else { Ok(()) }
    }

    /// A text by its number.
    pub(crate) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = if number == 0 { 0 } else { *self.ends.get(number - 1)? };
        self.text.get(start..end)
    }
}
