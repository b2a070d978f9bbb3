//! What a drawing is for.

use document::Tag;

use super::scene::WIDTH;

/// What a drawing is for: how much room it has, and whether it can be used.
#[derive(Clone, Copy, Debug)]
pub struct Medium {
    width: f64,
    is_file: bool,
}

impl Medium {
    /// A file, in which nothing can be used.
    pub const FILE: Self = Self { width: WIDTH, is_file: true };

    /// The page, whose parts are so many points of the screen wide.
    pub fn page(width: f64) -> Self {
        Self { width, is_file: false }
    }

    pub(super) fn is_file(self) -> bool {
        self.is_file
    }

    /// How wide its charts are.
    pub(super) fn width(self) -> f64 {
        self.width
    }

    /// A heading, so many levels below a part of the page or the title of the file.
    pub(super) fn heading(self, below: usize) -> Tag {
        let levels = [Tag::H2, Tag::H3, Tag::H4];
        let first = usize::from(!self.is_file);
        levels[(first + below).min(levels.len() - 1)]
    }

    /// The same in one of so many columns, where there is room for two.
    pub(super) fn column_of(self, columns: usize) -> Self {
        /// As wide as the page is where its style sheet has two columns.
        const WIDE: f64 = 880.0;
        /// What is between them.
        const GAP: f64 = 30.0;
        if columns > 1 && (self.is_file || self.width >= WIDE) {
            Self { width: ((self.width - GAP) / 2.0).floor(), ..self }
        } else {
            self
        }
    }
}
