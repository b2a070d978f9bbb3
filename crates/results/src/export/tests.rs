//! Pictures of every chart of every part, of several reports.

use std::collections::BTreeSet;
use words::Language;

use super::{Note, svg};
use crate::drawing::{EDGE, Scene, WIDTH, card, picture, reach};
use crate::parts::samples;
use document::shape::Shape;
use document::{Bar, Chart, Drawing, charts};
use words::Language::English;

const SHOWN: &str = "Period: 2024. Files: a.csv. Calculated by a program.";
const HELD: &str = "Period: 2024\nFile: <a> & b.csv: SHA-256 00";

/// All words of a chart, without spaces, as lines are broken anywhere.
fn words_of(chart: &Chart) -> Vec<String> {
    let mut words = vec![&*chart.caption, SHOWN];
    match &chart.drawing {
        Drawing::Bars { bars } => words.extend(bars.iter().flat_map(|bar| [&*bar.name, &*bar.number])),
        Drawing::Dots { lines, scale } => {
            words.extend(lines.iter().flat_map(|line| [&*line.name, &*line.number]));
            words.extend([&*scale.least, &*scale.most, &*scale.line_text]);
        }
        Drawing::Plot { plot } => {
            words.extend(plot.ticks_x.iter().chain(&plot.ticks_y).map(|tick| &*tick.text));
            words.extend(plot.key.iter().map(|key| &*key.text));
            words.extend(plot.dots.iter().map(|dot| &*dot.label));
            words.extend([&*plot.name_x, &*plot.name_y]);
        }
        Drawing::Tiles { groups, key } => {
            words.extend(key.iter().flat_map(|key| [&*key.sign, &*key.text]));
            words.extend(groups.iter().map(|group| &*group.name));
            words.extend(groups.iter().flat_map(|group| &group.tiles).map(|tile| &*tile.name));
        }
        Drawing::Timeline { lanes, .. } => words.extend(lanes.iter().map(|lane| &*lane.name)),
        Drawing::Bounds { bounds } => words.extend(bounds.said.iter().map(|said| &**said)),
    }
    words.iter().map(|text| bare(text)).collect()
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

fn check(language: Language, what: &str, chart: &Chart) {
    let note = Note { shown: SHOWN.to_owned(), held: HELD.to_owned() };
    let text = svg(language, chart, &note);
    let read = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{what}: {error}"));
    let root = read.root_element();
    assert_eq!(root.children().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title"))).count(), 1);
    let about = root.children().find(|node| node.tag_name().name() == "desc").and_then(|node| node.text());
    assert_eq!(about, Some(&*chart.alternative), "{what}");
    let held = root.children().find(|node| node.tag_name().name() == "metadata").and_then(|node| node.text());
    assert_eq!(held, Some(HELD), "{what}");
    let allowed = ["svg", "title", "desc", "metadata", "rect", "polyline", "path", "text"];
    for node in read.descendants().filter(roxmltree::Node::is_element) {
        assert!(allowed.contains(&node.tag_name().name()), "{what}: {}", node.tag_name().name());
        assert!(node.attributes().all(|a| !a.name().starts_with("on") && a.name() != "href"), "{what}");
    }
    let written: String =
        root.children().filter(|node| node.tag_name().name() == "text").filter_map(|node| node.text()).collect();
    let written = bare(&written);
    for words in words_of(chart) {
        assert!(written.contains(&words), "{what}: {words} is not written");
    }
    let scene = picture(language, chart, SHOWN);
    let inside = |x: f64, y: f64| {
        assert!((0.0..=WIDTH).contains(&x) && (0.0..=scene.height).contains(&y), "{what}: {x}, {y} lies outside");
    };
    for (_, shape) in &scene.shapes {
        match shape {
            Shape::Rect { x, y, width, height, .. } => {
                inside(*x, *y);
                inside(x + width, y + height);
            }
            Shape::Line { points, .. } => points.iter().for_each(|(x, y)| inside(*x, *y)),
            Shape::Mark { x, y, .. } => {
                inside(x - 8.0, y - 8.0);
                inside(x + 8.0, y + 8.0);
            }
            Shape::Text(words) => {
                let (from, to) = reach(words);
                inside(from, words.y - words.size);
                inside(to, words.y);
            }
        }
    }
}

/// Words that are on top of one another. The width of words is estimated, generously.
fn on_top_of_each_other(scene: &Scene) -> Vec<String> {
    let words = scene.shapes.iter().filter_map(|(_, shape)| match shape {
        Shape::Text(words) => Some(words),
        _ => None,
    });
    let boxes: Vec<_> = words
        .map(|words| {
            let (from, to) = reach(words);
            let less = (to - from) * 0.06;
            (from + less, to - less, words.y - words.size * 0.7, words.y, &words.text)
        })
        .collect();
    let mut found = Vec::new();
    for (at, a) in boxes.iter().enumerate() {
        for b in &boxes[at + 1..] {
            if a.0 < b.1 && b.0 < a.1 && a.2 < b.3 && b.2 < a.3 {
                found.push(format!("{:?} and {:?}", a.4, b.4));
            }
        }
    }
    found
}

#[test]
fn no_words_of_a_picture_are_on_top_of_others_and_all_of_it_is_in_words() {
    let mut flat = 0;
    for (what, blocks) in samples::parts() {
        for chart in charts(&blocks) {
            let what = format!("{what}, {}", chart.id);
            for scene in [picture(English, chart, SHOWN), card(English, chart, SHOWN)] {
                assert_eq!(on_top_of_each_other(&scene), [""; 0], "{what}");
                flat += u32::from((scene.width * 9.0 / 16.0 - scene.height).abs() < 0.01);
            }
            assert!(!chart.alternative.contains("table below"), "{what}: {}", chart.alternative);
        }
    }
    assert!(flat > 20, "{flat} of the shape that is shown whole");
}

#[test]
fn every_chart_is_well_formed_says_all_and_stays_within_its_sheet() {
    let mut drawn = BTreeSet::new();
    for (what, blocks) in samples::parts() {
        for chart in charts(&blocks) {
            drawn.insert(format!("{:?}", std::mem::discriminant(&chart.drawing)));
            check(English, &format!("{what}, {}", chart.id), chart);
        }
    }
    assert_eq!(drawn.len(), 5, "a kind of drawing is in no sample");
}

#[test]
fn long_names_are_wrapped_and_no_name_is_markup() {
    let long =
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch <b>& \"Sons\"</b> \u{1} with the Isles of Scilly";
    let bar = |name: &str, length| Bar {
        name: name.to_owned().into(),
        number: "1,234,567 of 9,999,999 (c)".into(),
        length: Some(length),
        marked: true,
    };
    let chart = Chart {
        id: "long".into(),
        caption: long.repeat(3).replace('\u{1}', "").into(),
        alternative: "a & b < c".into(),
        drawing: Drawing::Bars { bars: vec![bar(&long.replace('\u{1}', ""), 1.0), bar("Kent", 0.0)] },
    };
    check(English, "long", &chart);
    let scene = picture(English, &chart, "");
    let right = scene.shapes.iter().filter_map(|(_, shape)| match shape {
        Shape::Text(words) => Some(reach(words).1),
        _ => None,
    });
    assert!(right.fold(0.0, f64::max) <= WIDTH - EDGE);
    assert!(!super::written::escaped(long).contains('\u{1}'));
}
