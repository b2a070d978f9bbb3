//! Draws blocks, one after another.

use document::{Attribute, Block, Card, Command, Element, Fact, LONG, Node, Tag, Text, Use, Way, draw};
use words::Language;

use super::control::{Input, button, checks, input, pick, way};
use super::fault::marked;
use super::figure::figure;
use super::medium::Medium;
use super::table::{table, window};

/// Draws blocks.
pub fn drawn(language: Language, medium: Medium, blocks: &[Block]) -> Vec<Node> {
    let keyed = |(at, block)| one(language, medium, block).map(|element: Element| keyed(element, blocks, at));
    blocks.iter().enumerate().filter_map(keyed).map(Into::into).collect()
}

/// Adds what identifies a block when the part is updated, so that a control keeps the focus while blocks come and go
/// around it. A control and a table are identified by their ids, any other block by how many of its kind come before
/// it.
fn keyed(element: Element, blocks: &[Block], at: usize) -> Element {
    if !element.key.is_empty() {
        return element;
    }
    let key = match &blocks[at] {
        Block::Pick { id, .. } | Block::Input { id, .. } => id.clone(),
        Block::Button { text, .. } | Block::Checks { label: text, .. } => text.clone(),
        block => {
            let kind = std::mem::discriminant(block);
            let before = blocks[..at].iter().filter(|other| std::mem::discriminant(*other) == kind).count();
            Text::from(format!("{kind:?}{before}"))
        }
    };
    element.key(key)
}

/// A link on a line of its own.
fn linked(class: &'static str, address: Text, text: &Text) -> Element {
    let link = Element::new(Tag::A).class("govuk-link").with(Attribute::Href, address).text(text.clone());
    Element::new(Tag::P).class(class).child(link)
}

fn paragraph(class: &'static str, text: &Text) -> Element {
    Element::new(Tag::P).class(class).text(text.clone())
}

/// `None` if a block is only for use, and the medium cannot be used.
fn one(language: Language, medium: Medium, block: &Block) -> Option<Element> {
    let inside = |blocks: &[Block]| drawn(language, medium, blocks);
    Some(match block {
        Block::Heading { text } => {
            Element::new(medium.heading(1)).class("govuk-heading-s block__heading").text(text.clone())
        }
        Block::Lead { text } => paragraph("govuk-body-l block__lead", text),
        Block::Text { text } => paragraph("govuk-body", text),
        Block::Note { text } => draw::note(text.clone()),
        Block::Alert { text } => draw::note(text.clone()).with(Attribute::Role, "alert"),
        Block::List { items } => {
            let long = items.len() > LONG;
            let class = ["govuk-list govuk-list--bullet", if long { " block__long" } else { "" }].concat();
            Element::new(Tag::Ul)
                .class(class)
                .children(items.iter().map(|item| marked(language, Element::new(Tag::Li), item)))
        }
        Block::Facts { facts } => Element::new(Tag::Dl).class("facts").children(facts.iter().map(fact)),
        Block::Tally { facts } => Element::new(Tag::Dl).class("who").children(facts.iter().map(tally)),
        Block::Cards { cards } => {
            let one = cards.len() == 1;
            Element::new(Tag::Div)
                .class(if one { "headlines__cards headlines__cards--one" } else { "headlines__cards" })
                .children(cards.iter().map(|of| card(language, medium.column_of(cards.len()), of)))
        }
        Block::Answer { share: Some(share), words } => draw::answer(share.clone(), words.clone()),
        Block::Answer { share: None, words } => paragraph("card__none", words),
        Block::Table { table: of } => table(language, medium, of, &inside),
        Block::Window { window: of } => window(language, of, &inside),
        Block::Chart { chart } => figure(language, medium, chart),
        Block::Details { summary, blocks } if !medium.is_file() => {
            let text = Element::new(Tag::Span).class("govuk-details__summary-text").text(summary.clone());
            let summary = Element::new(Tag::Summary).class("govuk-details__summary").child(text);
            let inside = Element::new(Tag::Div).class("govuk-details__text").children(inside(blocks));
            Element::new(Tag::Details).class("govuk-details").children([summary, inside])
        }
        Block::Details { summary, blocks } | Block::Opened { summary, blocks } => {
            Element::new(Tag::Div).class("opened").child(paragraph("opened__name", summary)).children(inside(blocks))
        }
        Block::Section { id, title, blocks } => {
            let id: Text = if medium.is_file() { id.clone() } else { ["section-", id].concat().into() };
            let title_id: Text = [&id, "-title"].concat().into();
            let title = Element::new(medium.heading(0))
                .class("govuk-heading-m section__title")
                .id(title_id.clone())
                .text(title.clone());
            Element::new(Tag::Section)
                .class("section")
                .id(id)
                .with(Attribute::AriaLabelledby, title_id)
                .child(title)
                .children(inside(blocks))
        }
        Block::Letter { text } => letter(text),
        Block::Lines { lines } => {
            let line = |(text, to): &(Text, Option<Way>)| {
                let to = to.as_ref().filter(|_| !medium.is_file()).map(way);
                let line = marked(language, Element::new(Tag::Li), text);
                if to.is_some() { line.text(" ").children(to) } else { line }
            };
            Element::new(Tag::Ul).class("govuk-list govuk-list--bullet").children(lines.iter().map(line))
        }
        // These blocks are only for use.
        _ if medium.is_file() => return None,
        Block::Snippet { id, label, text } => draw::snippet(id, label.clone(), text, language.block_copy()),
        Block::Controls { blocks } => Element::new(Tag::Div).class("controls").children(inside(blocks)),
        Block::Pick { id, label, options, chosen } => pick(id, label, options, *chosen),
        Block::Checks { label, checks: of } => checks(label, of),
        Block::Input { id, field, label, hint, value, button, error } => {
            input(&Input { id, field, label, hint, value, button, error: error.as_ref() })
        }
        Block::Button { command, text } => button(text, command),
        Block::Way { way: to } => Element::new(Tag::P).class("data__way").child(way(to)),
        Block::Print { text } => Element::new(Tag::Button)
            .with(Attribute::Type, "button")
            .class("govuk-button block__button block__print")
            .used(Use::Print)
            .text(text.clone()),
        Block::Link { fragment, text } => linked("govuk-body", ["#", fragment].concat().into(), text),
        Block::Page { address, text } => linked("govuk-body of-site", address.clone(), text),
        Block::Download { format, about, text } => {
            let about = (!about.is_empty()).then(|| paragraph("govuk-body block__about", about));
            let button = button(text, &Command::Export { format: *format });
            Element::new(Tag::Div).class("block__download").children(about).child(button)
        }
    })
}

/// A text line by line.
fn letter(text: &Text) -> Element {
    let mut letter = Element::new(Tag::P).class("govuk-body letter");
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            letter = letter.child(Element::new(Tag::Br));
        }
        letter = letter.text(line.to_owned());
    }
    letter
}

fn card(language: Language, medium: Medium, Card { title, about, blocks }: &Card) -> Element {
    let title = Element::new(medium.heading(1)).class("govuk-heading-m card__title").text(title.clone());
    Element::new(Tag::Article)
        .class("card")
        .child(title)
        .child(paragraph("card__area quiet", about))
        .children(drawn(language, medium, blocks))
}

fn tally(Fact { name, number, .. }: &Fact) -> Element {
    let number = Element::new(Tag::Dt).class("who__number").text(number.clone());
    let name = Element::new(Tag::Dd).class("who__words").text(name.clone());
    Element::new(Tag::Div).class("who__line").children([number, name])
}

fn fact(Fact { name, number, about }: &Fact) -> Element {
    let parts =
        [(Tag::Dt, "fact__name", name), (Tag::Dd, "fact__number", number), (Tag::Dd, "fact__about quiet", about)];
    let parts = parts.map(|(tag, class, text)| Element::new(tag).class(class).text(text.clone()));
    Element::new(Tag::Div).class("fact").children(parts)
}
