//! Charts: what is drawn, where, and what each mark says. The same figures are in a table.

use serde::{Deserialize, Serialize};

use crate::carried::Carried;
use crate::command::Command;
use crate::mark::{Mark, Shade, Stroke};
use crate::text::Text;

/// A chart of figures. The same figures are in a table.
#[derive(Debug, Serialize, Deserialize)]
pub struct Chart {
    /// It differs from the id of any other chart in the report.
    pub id: Text,
    pub caption: Text,
    /// What it shows, in words, for readers who cannot see it.
    pub alternative: Text,
    pub drawing: Drawing,
}

/// What is drawn.
#[derive(Debug, Serialize, Deserialize)]
pub enum Drawing {
    /// Bars from zero, one below the other. Lengths are shares of the longest possible bar.
    Bars { bars: Vec<Bar> },
    /// Dots with their intervals, one below the other.
    Dots { lines: Vec<DotLine>, scale: Scale },
    /// Dots, intervals and curves on two scales.
    Plot { plot: Plot },
    /// One tile for each area, in groups.
    Tiles { groups: Vec<TileGroup>, key: Vec<TileKey> },
    /// A bar from none to all, with a share on it and the range that the share is in.
    Bounds { bounds: Bounds },
    /// Days from left to right, in lanes one below the other.
    Timeline { lanes: Vec<Lane>, ticks: Vec<Tick> },
}

/// A share, and the range that it is in; from 0 to 1.
#[derive(Debug, Serialize, Deserialize)]
pub struct Bounds {
    pub share: f64,
    pub span: Span,
    /// What the range is.
    pub name: Text,
    /// What its marks say: for the lower end, the share, and the upper end.
    pub said: Vec<Text>,
}

/// The range in which chance could move a dot. Both ends are from 0 to 1 along the scale.
#[derive(Debug, Serialize, Deserialize)]
pub struct Span {
    pub lower: f64,
    pub upper: f64,
}

/// Everything of one kind along the days.
#[derive(Debug, Serialize, Deserialize)]
pub struct Lane {
    pub name: Text,
    pub spans: Vec<LaneSpan>,
}

/// A range of days. A single day is drawn as a mark.
#[derive(Debug, Serialize, Deserialize)]
pub struct LaneSpan {
    /// From 0 to 1 along the days.
    pub span: Span,
    /// Whether it is a single day, or is shown as one.
    pub is_mark: bool,
    /// Whether it is highlighted.
    pub marked: bool,
    /// What it says.
    pub text: Text,
}

/// One bar.
#[derive(Debug, Serialize, Deserialize)]
pub struct Bar {
    pub name: Text,
    /// The number as it is printed.
    pub number: Text,
    /// From 0 to 1; `None` if it is hidden.
    pub length: Option<f64>,
    /// Whether it is highlighted.
    pub marked: bool,
}

/// One dot with its name.
#[derive(Debug, Serialize, Deserialize)]
pub struct DotLine {
    pub name: Text,
    /// The number as it is printed.
    pub number: Text,
    /// From 0 to 1 along the scale.
    pub at: f64,
    pub span: Option<Span>,
    /// Whether it is highlighted.
    pub marked: bool,
    /// What it says.
    pub text: Text,
}

/// The scale of dots: the texts at its ends, and a figure to compare with.
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
    /// In the order in which the arrow keys move through them.
    pub dots: Vec<Dot>,
    pub key: Vec<PlotKey>,
}

/// A position on a scale, and its text.
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
    /// Whether it is highlighted.
    pub marked: bool,
    /// The label beside it; empty if there is none.
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

/// Tiles that belong together, such as those of a region.
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
    /// The index of its line in the key.
    pub class: u8,
    /// Whether it is highlighted.
    pub marked: bool,
    /// What it says.
    pub text: Text,
    /// The way to more about it. Either every tile of a chart has one, or none has.
    pub way: Option<Command>,
}

/// What a class of tiles means. Tiles show its sign, so that the meaning never depends on colour alone.
#[derive(Debug, Serialize, Deserialize)]
pub struct TileKey {
    pub sign: Text,
    pub shade: Shade,
    pub text: Text,
}

impl Drawing {
    /// What each mark says, in the order in which the arrow keys move through them.
    pub fn said(&self) -> Vec<Text> {
        match self {
            Self::Bars { bars } => bars.iter().map(|bar| [&bar.name, ": ", &bar.number].concat().into()).collect(),
            Self::Dots { lines, .. } => lines.iter().map(|line| line.text.clone()).collect(),
            Self::Plot { plot } => plot.dots.iter().map(|dot| dot.text.clone()).collect(),
            Self::Tiles { groups, .. } => {
                groups.iter().flat_map(|group| &group.tiles).map(|tile| tile.text.clone()).collect()
            }
            Self::Bounds { bounds } => bounds.said.clone(),
            Self::Timeline { lanes, .. } => {
                lanes.iter().flat_map(|lane| &lane.spans).map(|span| span.text.clone()).collect()
            }
        }
    }

    /// The way from each mark to more about it, in the same order. Empty where marks are only read.
    pub fn ways(&self) -> Vec<Carried> {
        match self {
            Self::Tiles { groups, .. } => {
                let ways = groups.iter().flat_map(|group| &group.tiles).map(|tile| tile.way.as_ref());
                ways.map(|way| way.map(Command::carried)).collect::<Option<_>>().unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }
}
