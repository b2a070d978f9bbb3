//! What a drawing is for.

use document::Tag;

use super::scene::WIDTH;

/// What a drawing is for: how much room it has, and whether it can be used.
#[derive(Clone, Copy, Debug)]
pub struct Medium {
    width: f64,
    is_file: bool,
    /// Whether a part has the page to itself, right below its title.
    is_alone: bool,
}

impl Medium {
    /// A file. Nothing in it can be used.
    pub const FILE: Self = Self { width: WIDTH, is_file: true, is_alone: false };

    /// The page. Its parts are this many points of the screen wide.
    pub fn page(width: f64) -> Self {
        Self { width, is_file: false, is_alone: false }
    }

    /// The same where a part has the page to itself.
    #[must_use]
    pub fn alone(self, is_alone: bool) -> Self {
        Self { is_alone, ..self }
    }

    pub(super) fn is_file(self) -> bool {
        self.is_file
    }

    /// How wide its charts are.
    pub(super) fn width(self) -> f64 {
        self.width
    }

    /// A heading, this many levels below a part of the page or the title of the file.
    pub(super) fn heading(self, below: usize) -> Tag {
        let levels = [Tag::H2, Tag::H3, Tag::H4];
        let first = usize::from(!self.is_file);
        let level = if self.is_alone { below.saturating_sub(1) } else { first + below };
        levels[level.min(levels.len() - 1)]
    }

    /// The same medium for one of several columns, if there is room for two.
    pub(super) fn column_of(self, columns: usize) -> Self {
        /// The width from which the page's style sheet has two columns.
        const WIDE: f64 = 880.0;
        /// The gap between the columns.
        const GAP: f64 = 30.0;
        if columns > 1 && (self.is_file || self.width >= WIDE) {
            Self { width: ((self.width - GAP) / 2.0).floor(), ..self }
        } else {
            self
        }
    }
}
