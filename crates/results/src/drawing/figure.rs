//! A chart with its caption. Those who do not see it hear what it shows; whoever points at a mark, or comes to it with the
//! arrow keys, is told what it says, which is in the table beside the chart too.

use document::{Attribute, Chart, Command, Element, Picture, Tag, Text, Use};
use words::Language;

use super::control::link_button;
use super::medium::Medium;
use super::scene::inline;
use super::svg::{described, svg};

/// In a page, with what a reader may take along of it.
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
    let said = Element::new(Tag::P)
        .class("chart__said")
        .id(said_id)
        .with(Attribute::Role, "status")
        .text(language.chart_hint());
    let walk = Element::new(Tag::Div).used(Use::Walk(chart.drawing.said())).children([frame, said]);
    let keep = |kind, words| link_button(words, &chart.caption, &Command::ExportChart { id: chart.id.clone(), kind });
    let kept = [keep(Picture::Svg, language.chart_svg()), keep(Picture::Png, language.chart_png())];
    figure
        .child(Element::new(Tag::P).class("govuk-visually-hidden").text(chart.alternative.clone()))
        .child(walk)
        .child(Element::new(Tag::P).class("data__keep").children(kept))
}

/// What scrolls by itself where a picture is wider than the window, and can be reached by keyboard for that.
fn picture_frame(caption: &Text) -> Element {
    Element::new(Tag::Div)
        .class("chart__picture")
        .with(Attribute::Tabindex, "0")
        .with(Attribute::Role, "group")
        .with(Attribute::AriaLabelledby, caption.clone())
}
