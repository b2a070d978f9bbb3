//! The first letter of a text, within a sentence and at its beginning.

use crate::{Language, Text, written};

impl Language {
    /// A text within a sentence: its first letter small.
    pub fn lower(self, text: &str) -> Text {
        first(text, str::make_ascii_lowercase)
    }

    /// A text at the beginning of a sentence: its first letter as a capital.
    pub fn capital(self, text: &str) -> Text {
        first(text, str::make_ascii_uppercase)
    }
}

/// Changes the first letter alone. The texts that this is used on begin with a letter of ASCII: the tables of every other
/// alphabet would be a tenth of the page's first download.
fn first(text: &str, change: fn(&mut str)) -> Text {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        change(first);
    }
    written(text)
}
