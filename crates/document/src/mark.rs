//! What marks, lines and fills of charts look like. They differ in shape as well as in colour.

use serde::{Deserialize, Serialize};

/// A mark of a plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    Circle,
    Square,
    Diamond,
    Triangle,
    /// A small circle, behind the others.
    Small,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stroke {
    Whole,
    Dashed,
    Dotted,
}

/// How a tile is filled: from pale to dark, or apart from that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shade {
    /// Not at all.
    Empty,
    Palest,
    Pale,
    Middle,
    Dark,
    Darkest,
    Pink,
    PalePink,
    Grey,
}

impl Shade {
    /// Whether words on it are white.
    pub fn is_dark(self) -> bool {
        matches!(self, Self::Dark | Self::Darkest | Self::Pink)
    }
}

impl Mark {
    /// Its outline around its middle, as the path of an SVG.
    pub fn outline(self) -> &'static str {
        match self {
            Self::Circle => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
            Self::Square => "M-5-5h10v10h-10Z",
            Self::Diamond => "M0-7L7 0L0 7L-7 0Z",
            Self::Triangle => "M0-7L7 5L-7 5Z",
            Self::Small => "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z",
        }
    }
}
