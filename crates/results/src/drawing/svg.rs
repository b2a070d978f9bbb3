//! A scene as the picture in a page or in a file of its own.

use document::shape::{self, element};
use document::{Attribute, Element, Tag};

use super::scene::Scene;

/// The picture. Its marks have their numbers if `walked`.
pub(crate) fn svg(scene: &Scene, walked: bool) -> Element {
    let shapes = scene.shapes.iter().map(|(mark, shape)| {
        let mark = mark.filter(|_| walked).map(|mark| mark.to_string());
        element(shape).with_some(Attribute::Mark, mark)
    });
    shape::svg(scene.width, scene.height).children(shapes)
}

/// Adds a title and a description, for readers who cannot see it, and other elements that come before its shapes.
pub(crate) fn described(picture: Element, title: &str, about: &str, before: Vec<Element>) -> Element {
    let words = [(Tag::Title, title), (Tag::Desc, about)].map(|(tag, text)| Element::new(tag).text(text.to_owned()));
    let inside = words.into_iter().chain(before).map(Into::into).chain(picture.inside).collect();
    Element { inside, ..picture }.with(Attribute::Role, "img")
}
