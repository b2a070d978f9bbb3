//! Pictures of figures: what is drawn, where, and what each mark says. The same figures are in a table.

use serde::{Deserialize, Serialize};

use crate::mark::{Mark, Shade, Stroke};
use crate::text::Text;

/// A picture of figures. The same figures are in a table.
#[derive(Debug, Serialize, Deserialize)]
pub struct Chart {
    /// Unlike that of any other chart in the report.
    pub id: Text,
    pub caption: Text,
    /// What it shows, in words, for those who do not see it.
    pub alternative: Text,
    pub drawing: Drawing,
}

/// What is drawn.
#[derive(Debug, Serialize, Deserialize)]
pub enum Drawing {
    /// Bars from zero, one under another. Lengths are shares of the longest that could be.
    Bars { bars: Vec<Bar> },
    /// Dots with their intervals, one under another.
    Dots { lines: Vec<DotLine>, scale: Scale },
    /// Dots, intervals and curves on two scales.
    Plot { plot: Plot },
    /// One tile for each area, in groups.
    Tiles { groups: Vec<TileGroup>, key: Vec<TileKey> },
    /// A bar from none to all, with a share on it and the range in which it lies.
    Bounds { bounds: Bounds },
}

/// A share, and the range in which it lies; from 0 to 1.
#[derive(Debug, Serialize, Deserialize)]
pub struct Bounds {
    pub share: f64,
    pub span: Span,
    /// What the range is.
    pub name: Text,
    /// What its marks say: the lower end, the share, the upper end.
    pub said: Vec<Text>,
}

/// From where to where chance could move a dot; both from 0 to 1 along the scale.
#[derive(Debug, Serialize, Deserialize)]
pub struct Span {
    pub lower: f64,
    pub upper: f64,
}

/// One bar.
#[derive(Debug, Serialize, Deserialize)]
pub struct Bar {
    pub name: Text,
    /// Its number as it is printed.
    pub number: Text,
    /// From 0 to 1; none if it is hidden.
    pub length: Option<f64>,
    /// Stands out among the others.
    pub marked: bool,
}

/// One dot with its name.
#[derive(Debug, Serialize, Deserialize)]
pub struct DotLine {
    pub name: Text,
    /// Its number as it is printed.
    pub number: Text,
    /// From 0 to 1 along the scale.
    pub at: f64,
    pub span: Option<Span>,
    /// Stands out among the others.
    pub marked: bool,
    /// What it says.
    pub text: Text,
}

/// The scale of dots: what its ends are, and a figure to compare with.
#[derive(Debug, Serialize, Deserialize)]
pub struct Scale {
    pub least: Text,
    pub most: Text,
    pub line: Option<f64>,
    pub line_text: Text,
}

/// Dots and curves on two scales. Places are from 0 to 1, from the left and from below.
#[derive(Debug, Serialize, Deserialize)]
pub struct Plot {
    pub name_x: Text,
    pub name_y: Text,
    pub ticks_x: Vec<Tick>,
    pub ticks_y: Vec<Tick>,
    pub curves: Vec<Curve>,
    /// In the order in which the arrow keys reach them.
    pub dots: Vec<Dot>,
    pub key: Vec<PlotKey>,
}

/// A place on a scale, and what is there.
#[derive(Debug, Serialize, Deserialize)]
pub struct Tick {
    pub at: f64,
    pub text: Text,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Curve {
    /// Each from 0 to 1, from the left and from below.
    pub points: Vec<(f64, f64)>,
    pub stroke: Stroke,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Dot {
    pub x: f64,
    pub y: f64,
    pub span: Option<Span>,
    pub mark: Mark,
    /// Stands out among the others.
    pub marked: bool,
    /// What is beside it, if anything.
    pub label: Text,
    /// What it says.
    pub text: Text,
}

/// What a curve or a mark means.
#[derive(Debug, Serialize, Deserialize)]
pub struct PlotKey {
    pub sign: Sign,
    pub text: Text,
}

/// What a line of a key shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sign {
    Curve(Stroke),
    Mark(Mark),
}

/// Tiles that are together, such as those of a region.
#[derive(Debug, Serialize, Deserialize)]
pub struct TileGroup {
    pub name: Text,
    pub tiles: Vec<Tile>,
}

/// One area.
#[derive(Debug, Serialize, Deserialize)]
pub struct Tile {
    /// Its name, shortened to a few letters.
    pub name: Text,
    /// Which line of the key it belongs to.
    pub class: u8,
    /// Stands out among the others.
    pub marked: bool,
    /// What it says.
    pub text: Text,
}

/// What a class of tiles means. Tiles show its sign, so that no colour stands for it alone.
#[derive(Debug, Serialize, Deserialize)]
pub struct TileKey {
    pub sign: Text,
    pub shade: Shade,
    pub text: Text,
}

impl Drawing {
    /// What each mark says, in the order in which the arrow keys reach them.
    pub fn said(&self) -> Vec<Text> {
        match self {
            Self::Bars { bars } => bars.iter().map(|bar| [&bar.name, ": ", &bar.number].concat().into()).collect(),
            Self::Dots { lines, .. } => lines.iter().map(|line| line.text.clone()).collect(),
            Self::Plot { plot } => plot.dots.iter().map(|dot| dot.text.clone()).collect(),
            Self::Tiles { groups, .. } => {
                groups.iter().flat_map(|group| &group.tiles).map(|tile| tile.text.clone()).collect()
            }
            Self::Bounds { bounds } => bounds.said.clone(),
        }
    }
}
