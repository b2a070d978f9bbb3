//! A map of tiles: one for each authority, under the name of its region. A sheet that must be flat has its regions in columns.

use document::shape::{Anchor, Pen, SIZE, Shape, Words, colour, words};
use document::{TileGroup, TileKey};

use super::flow::flow;
use super::measure::wrap;
use super::sheet::Sheet;

const GAP: f64 = 4.0;
/// Between two columns of regions.
const BETWEEN: f64 = 16.0;
const COLUMNS: usize = 4;

/// How large a tile is, its words, and how far below its top they are.
struct Size {
    tile: (f64, f64),
    heading: f64,
    name: (f64, f64),
    sign: (f64, f64),
}

const USUAL: Size = Size { tile: (58.0, 40.0), heading: SIZE, name: (SIZE, 17.0), sign: (SIZE - 2.0, 33.0) };
const SMALL: Size = Size { tile: (47.0, 30.0), heading: 13.0, name: (11.0, 12.5), sign: (11.0, 25.0) };

/// The space above the name of a group, and below it.
const SPACE: (f64, f64) = (10.0, 6.0);

pub(super) fn draw(sheet: &mut Sheet, groups: &[TileGroup], key: &[TileKey]) {
    flow(sheet, key.iter().map(|of| &*of.text), |sheet, at, (x, y)| {
        tile(sheet, (x, y - 11.0), (32.0, 22.0), key.get(at), false);
        let sign = key.get(at).map(|of| of.sign.as_str()).unwrap_or_default();
        sheet.put(Words { colour: ink(key.get(at)), ..words(x + 16.0, y + 5.0, sign).anchored(Anchor::Middle) });
    });
    let mut number = 0;
    if sheet.is_flat {
        in_columns(sheet, groups, key, &mut number);
    } else {
        for of in groups {
            group(sheet, of, key, &USUAL, &mut number);
        }
    }
    sheet.no_mark();
}

/// Fills columns of the same width from the top, one after another, as low as they can be.
fn in_columns(sheet: &mut Sheet, groups: &[TileGroup], key: &[TileKey], number: &mut u32) {
    let (left, right, top) = (sheet.left, sheet.right, sheet.y);
    let wide = (right - left + BETWEEN) / COLUMNS as f64 - BETWEEN;
    let heights: Vec<f64> = groups.iter().map(|of| height(of, wide)).collect();
    let mut limit = heights.iter().copied().fold(0.0, f64::max);
    while columns(&heights, limit).last().is_some_and(|last| *last >= COLUMNS) {
        limit += SMALL.tile.1;
    }
    let mut lowest = top;
    let mut before = None;
    for (of, column) in groups.iter().zip(columns(&heights, limit)) {
        if before.replace(column) != Some(column) {
            sheet.y = top;
            sheet.left = left + column as f64 * (wide + BETWEEN);
            sheet.right = sheet.left + wide;
        }
        group(sheet, of, key, &SMALL, number);
        lowest = lowest.max(sheet.y);
    }
    (sheet.left, sheet.right, sheet.y) = (left, right, lowest);
}

/// The column of each group, if no column may be higher.
fn columns(heights: &[f64], limit: f64) -> Vec<usize> {
    let (mut column, mut filled) = (0, 0.0);
    let place = |height: &f64| {
        if filled > 0.0 && filled + height > limit {
            (column, filled) = (column + 1, 0.0);
        }
        filled += height;
        column
    };
    heights.iter().map(place).collect()
}

/// How high a group is in a column.
fn height(of: &TileGroup, wide: f64) -> f64 {
    let (across, down) = SMALL.tile;
    let each = ((wide + GAP) / (across + GAP)).floor().max(1.0);
    let rows = (of.tiles.len() as f64 / each).ceil();
    let name = wrap(&of.name, wide, SMALL.heading, true).len() as f64 * SMALL.heading * 1.3;
    SPACE.0 + name + SPACE.1 + rows * (down + GAP)
}

fn group(sheet: &mut Sheet, group: &TileGroup, key: &[TileKey], size: &Size, number: &mut u32) {
    let (wide, high) = size.tile;
    sheet.y += SPACE.0;
    sheet.no_mark();
    sheet.lines(&group.name, sheet.left, size.heading, true);
    sheet.y += SPACE.1;
    let mut x = sheet.left;
    for of in &group.tiles {
        sheet.mark_is(*number);
        *number += 1;
        if x + wide > sheet.right && x > sheet.left {
            x = sheet.left;
            sheet.y += high + GAP;
        }
        let class = key.get(usize::from(of.class));
        tile(sheet, (x, sheet.y), size.tile, class, of.marked);
        let sign = class.map(|of| of.sign.as_str()).unwrap_or_default();
        for (text, (points, down)) in [(of.name.as_str(), size.name), (sign, size.sign)] {
            let text = words(x + wide / 2.0, sheet.y + down, text).anchored(Anchor::Middle);
            sheet.put(Words { colour: ink(class), size: points, bold: of.marked, ..text });
        }
        x += wide + GAP;
    }
    sheet.y += high + GAP;
}

fn tile(sheet: &mut Sheet, (x, y): (f64, f64), (width, height): (f64, f64), class: Option<&TileKey>, marked: bool) {
    let fill = class.map_or(colour::WHITE, |of| colour::shade(of.shade));
    let edge = Some(if marked { Pen::of(colour::ORANGE, 4.0) } else { Pen::of(colour::MIDDLE, 1.0) });
    sheet.push(Shape::Rect { x, y, width, height, fill, edge });
}

/// The colour of text on a class.
fn ink(class: Option<&TileKey>) -> &'static str {
    if class.is_some_and(|of| of.shade.is_dark()) { colour::WHITE } else { colour::TEXT }
}
