//! Pictures of figures: what is drawn, where, and what each mark says. The same figures stand in a table.

use yew::AttrValue;

use crate::wire::{wire_enum, wire_struct};

/// A picture of figures. The same figures stand in a table.
#[derive(Debug)]
pub(crate) struct Chart {
    /// Unlike that of any other chart in the report.
    pub(crate) id: AttrValue,
    pub(crate) caption: AttrValue,
    /// What it shows, in words, for those who do not see it.
    pub(crate) alternative: AttrValue,
    pub(crate) drawing: Drawing,
}

/// What is drawn.
#[derive(Debug)]
pub(crate) enum Drawing {
    /// Bars from nought, one under another. Lengths are shares of the longest that could be.
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
#[derive(Debug)]
pub(crate) struct Bounds {
    pub(crate) share: f64,
    pub(crate) span: Span,
    /// What the range is.
    pub(crate) name: AttrValue,
    /// What its marks say: the lower end, the share, the upper end.
    pub(crate) said: Vec<AttrValue>,
}

/// From where to where chance could move a dot; both from 0 to 1 along the scale.
#[derive(Debug)]
pub(crate) struct Span {
    pub(crate) lower: f64,
    pub(crate) upper: f64,
}

/// One bar.
#[derive(Debug)]
pub(crate) struct Bar {
    pub(crate) name: AttrValue,
    /// Its number as it is printed.
    pub(crate) number: AttrValue,
    /// From 0 to 1; none if it is hidden.
    pub(crate) length: Option<f64>,
    /// Stands out among the others.
    pub(crate) marked: bool,
}

/// One dot with its name.
#[derive(Debug)]
pub(crate) struct DotLine {
    pub(crate) name: AttrValue,
    /// Its number as it is printed.
    pub(crate) number: AttrValue,
    /// From 0 to 1 along the scale.
    pub(crate) at: f64,
    pub(crate) span: Option<Span>,
    /// Stands out among the others.
    pub(crate) marked: bool,
    /// What it says.
    pub(crate) text: AttrValue,
}

/// The scale of dots: what its ends are, and a figure to compare with.
#[derive(Debug)]
pub(crate) struct Scale {
    pub(crate) least: AttrValue,
    pub(crate) most: AttrValue,
    pub(crate) line: Option<f64>,
    pub(crate) line_text: AttrValue,
}

/// Dots and curves on two scales. Places are from 0 to 1, from the left and from below.
#[derive(Debug)]
pub(crate) struct Plot {
    pub(crate) name_x: AttrValue,
    pub(crate) name_y: AttrValue,
    pub(crate) ticks_x: Vec<Tick>,
    pub(crate) ticks_y: Vec<Tick>,
    pub(crate) curves: Vec<Curve>,
    /// In the order in which the arrow keys reach them.
    pub(crate) dots: Vec<Dot>,
    pub(crate) key: Vec<PlotKey>,
}

/// A place on a scale, and what stands there.
#[derive(Debug)]
pub(crate) struct Tick {
    pub(crate) at: f64,
    pub(crate) text: AttrValue,
}

#[derive(Debug)]
pub(crate) struct Curve {
    /// `x,y x,y …`, each from 0 to 10,000, from the left and from above.
    pub(crate) points: AttrValue,
    /// How it is drawn: 0 whole, 1 dashed, 2 dotted.
    pub(crate) style: u8,
}

#[derive(Debug)]
pub(crate) struct Dot {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) span: Option<Span>,
    /// What it looks like: 0 circle, 1 square, 2 diamond, 3 triangle, 4 a small circle that stands back.
    pub(crate) mark: u8,
    /// Stands out among the others.
    pub(crate) marked: bool,
    /// What stands beside it, if anything.
    pub(crate) label: AttrValue,
    /// What it says.
    pub(crate) text: AttrValue,
}

/// What a curve or a mark means.
#[derive(Debug)]
pub(crate) struct PlotKey {
    /// How the curve is drawn; of a mark none.
    pub(crate) curve: Option<u8>,
    pub(crate) mark: u8,
    pub(crate) text: AttrValue,
}

/// Tiles that lie together, such as those of a region.
#[derive(Debug)]
pub(crate) struct TileGroup {
    pub(crate) name: AttrValue,
    pub(crate) tiles: Vec<Tile>,
}

/// One area.
#[derive(Debug)]
pub(crate) struct Tile {
    /// Its name, shortened to a few letters.
    pub(crate) name: AttrValue,
    /// Which line of the key it belongs to.
    pub(crate) class: u8,
    /// Stands out among the others.
    pub(crate) marked: bool,
    /// What it says.
    pub(crate) text: AttrValue,
}

/// What a class of tiles means. Tiles show its sign, so that no colour stands for it alone.
#[derive(Debug)]
pub(crate) struct TileKey {
    pub(crate) sign: AttrValue,
    /// How it is filled: 0 not at all, 1 to 5 from pale to dark.
    pub(crate) shade: u8,
    pub(crate) text: AttrValue,
}

wire_struct!(Chart { id, caption, alternative, drawing });
wire_enum!(Drawing {
    0 Bars { bars },
    1 Dots { lines, scale },
    2 Plot { plot },
    3 Tiles { groups, key },
    4 Bounds { bounds },
});
wire_struct!(Bounds { share, span, name, said });
wire_struct!(Span { lower, upper });
wire_struct!(Bar { name, number, length, marked });
wire_struct!(DotLine { name, number, at, span, marked, text });
wire_struct!(Scale { least, most, line, line_text });
wire_struct!(Plot { name_x, name_y, ticks_x, ticks_y, curves, dots, key });
wire_struct!(Tick { at, text });
wire_struct!(Curve { points, style });
wire_struct!(Dot { x, y, span, mark, marked, label, text });
wire_struct!(PlotKey { curve, mark, text });
wire_struct!(TileGroup { name, tiles });
wire_struct!(Tile { name, class, marked, text });
wire_struct!(TileKey { sign, shade, text });

impl Drawing {
    /// What each mark says, in the order in which the arrow keys reach them.
    pub(crate) fn said(&self) -> Vec<AttrValue> {
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
