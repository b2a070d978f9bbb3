//! A chart with its caption. A screen reader reads out what it shows. A person who points at a mark, or reaches it with
//! the arrow keys, is told what it says. The same is in the table beside the chart.

use document::{Attribute, Chart, Command, Drawing, Element, Picture, Tag, Text, Use, draw};
use words::Language;

use super::control::link_button;
use super::medium::Medium;
use super::scene::{in_words, inline};
use super::svg::{described, svg};

/// A chart in a page, with the links to save it.
pub(super) fn figure(language: Language, medium: Medium, chart: &Chart) -> Element {
    let scene = inline(language, &chart.drawing, medium.width());
    let caption_id: Text = ["chart-", &chart.id].concat().into();
    let caption =
        Element::new(Tag::Figcaption).class("chart__caption").id(caption_id.clone()).text(chart.caption.clone());
    let figure = Element::new(Tag::Figure).class("chart").key(caption_id.clone()).child(caption);
    if medium.is_file() {
        let picture = described(svg(&scene, false), &chart.caption, &chart.alternative, Vec::new());
        return figure.child(picture_frame(&caption_id).child(picture));
    }
    let said_id: Text = ["chart-said-", &chart.id].concat().into();
    let picture = svg(&scene, true).with(Attribute::AriaHidden, "true");
    let frame = picture_frame(&caption_id).with(Attribute::AriaDescribedby, said_id.clone()).child(picture);
    let ways = chart.drawing.ways();
    let said = Element::new(Tag::P)
        .class("chart__said")
        .id(said_id)
        .with(Attribute::Role, "status")
        .text(if ways.is_empty() { language.chart_hint() } else { language.chart_hint_ways() });
    let walk = Element::new(Tag::Div).used(Use::Walk { marks: chart.drawing.said(), ways }).children([frame, said]);
    let keep = |kind, words| link_button(words, &chart.caption, &Command::ExportChart { id: chart.id.clone(), kind });
    let kept = [
        keep(Picture::Svg, language.chart_svg()),
        keep(Picture::Png, language.chart_png()),
        keep(Picture::Copied, language.chart_copy()),
    ];
    let copied = Element::new(Tag::Span).class("quiet").id(id_of_copied(&chart.id)).with(Attribute::Role, "status");
    let has_table = !matches!(chart.drawing, Drawing::Bars { .. } | Drawing::Bounds { .. });
    let table = if has_table { [" ", language.chart_table()].concat() } else { String::new() };
    figure
        .child(Element::new(Tag::P).class("govuk-visually-hidden").text([&*chart.alternative, &table].concat()))
        .child(walk)
        .child(Element::new(Tag::P).class("data__keep").children(kept).child(copied))
        .child(words_to_paste(language, chart))
}

/// The element that says whether the picture of a chart is copied.
pub fn id_of_copied(chart: &str) -> Text {
    ["chart-copied-", chart].concat().into()
}

/// What a chart shows, for readers of another page who cannot see the picture.
fn words_to_paste(language: Language, chart: &Chart) -> Element {
    let words = words::ChartWordsOf { caption: &chart.caption, words: in_words(chart) }.text(language);
    let of = Element::new(Tag::Span).class("govuk-visually-hidden").text([": ", &chart.caption].concat());
    let name = Element::new(Tag::Span).class("govuk-details__summary-text").text(language.chart_words()).child(of);
    let summary = Element::new(Tag::Summary).class("govuk-details__summary").child(name);
    let label = language.chart_words_label(&chart.caption);
    let id = ["words-", &chart.id].concat();
    let inside = draw::snippet(&id, label, &words, language.block_copy());
    let inside = Element::new(Tag::Div).class("govuk-details__text").child(inside);
    Element::new(Tag::Details).class("govuk-details data__keep").children([summary, inside])
}

/// The frame scrolls by itself if a picture is wider than the window, and can be reached by keyboard for that.
fn picture_frame(caption: &Text) -> Element {
    Element::new(Tag::Div)
        .class("chart__picture")
        .with(Attribute::Tabindex, "0")
        .with(Attribute::Role, "group")
        .with(Attribute::AriaLabelledby, caption.clone())
}
