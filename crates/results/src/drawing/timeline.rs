//! Draws lanes of days, one below the other.

use document::shape::{Anchor, Pen, SIZE, Words, colour, words};
use document::{Lane, Mark, Span, Tick};

use super::measure::{reach, width, wrap};
use super::sheet::Sheet;

const LINE: f64 = SIZE * 1.3;
/// How high the bars and marks in a lane are.
const HIGH: f64 = 18.0;
/// The least width, so that a single day can be seen and pointed at.
const LEAST: f64 = 6.0;
const LITTLE: f64 = 480.0;

pub(super) fn draw(sheet: &mut Sheet, lanes: &[Lane], ticks: &[Tick]) {
    let (left, right) = (sheet.left, sheet.right);
    let is_below = right - left < LITTLE;
    let names = lanes.iter().map(|lane| width(&lane.name, SIZE, false)).fold(0.0, f64::max).min(200.0);
    let from = if is_below { left } else { left + names + 12.0 };
    let at = |share: f64| from + share.clamp(0.0, 1.0) * (right - from);
    let top = sheet.y;
    let mut mark = 0;
    for lane in lanes {
        sheet.y += 8.0;
        let name = wrap(&lane.name, if is_below { right - left } else { names }, SIZE, false);
        let high = (name.len() as f64 * LINE).max(HIGH);
        let first = sheet.y;
        for (nth, line) in name.into_iter().enumerate() {
            sheet.put(words(left, first + SIZE + nth as f64 * LINE, line));
        }
        let middle = if is_below { first + high + HIGH / 2.0 } else { first + high / 2.0 };
        sheet.line((from, middle), (right, middle), Pen::of(colour::LINE, 1.0));
        for of in &lane.spans {
            sheet.mark_is(mark);
            mark += 1;
            let Span { lower, upper } = of.span;
            let fill = if of.marked { colour::ORANGE } else { colour::BLUE };
            if of.is_mark {
                sheet.mark((at(lower), middle), Mark::Diamond, fill, Pen::of(colour::WHITE, 1.0));
            } else {
                // A white line separates two bars that follow each other.
                let wide = (at(upper) - at(lower) - 1.0).max(LEAST);
                sheet.rect((at(lower).min(right - LEAST), middle - HIGH / 2.0), (wide, HIGH), fill);
            }
        }
        sheet.no_mark();
        sheet.y = if is_below { middle + HIGH / 2.0 } else { first + high };
    }
    sheet.y += 8.0;
    let mut written = f64::MIN;
    for tick in ticks {
        let x = at(tick.at);
        sheet.line((x, top), (x, sheet.y), Pen::of(colour::LINE, 1.0));
        let middle = words(x, sheet.y + LINE, tick.text.clone()).anchored(Anchor::Middle);
        let (starts, ends) = reach(&middle);
        let text = if ends > right {
            Words { x: right, anchor: Anchor::End, ..middle }
        } else if starts < left {
            Words { x: left, anchor: Anchor::Start, ..middle }
        } else {
            middle
        };
        let (starts, ends) = reach(&text);
        if starts > written {
            written = ends + 8.0;
            sheet.put(text);
        }
    }
    sheet.y += LINE;
}
