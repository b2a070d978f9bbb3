//! A drawing: elements and texts, as they are shown on the page and written to a file. The worker draws it once. The
//! page shows it without knowing what it means.

use serde::{Deserialize, Serialize};

use crate::carried::Carried;
use crate::names::{Attribute, Tag};
use crate::shared::Shared;
use crate::text::Text;

/// A piece of a drawing. A piece that has not changed is the same object, so that the page need not compare it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Node {
    Text(Text),
    Element(Shared<Element>),
}

/// An element and its content.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Element {
    pub tag: Tag,
    /// What identifies it among its neighbours when the drawing is updated, so that a control keeps the focus while
    /// others come and go. Empty if its position identifies it.
    pub key: Text,
    pub attributes: Vec<(Attribute, Text)>,
    pub use_of: Option<Use>,
    pub inside: Vec<Node>,
}

/// What a person can do with an element.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Use {
    /// A click sends this command to the worker. Then the page scrolls to the top of the element with this id, if there
    /// is one.
    Press { command: Carried, to_top: Text },
    /// Choosing an option sends the command with the same index.
    Choose(Vec<Carried>),
    /// Typing sends the command with the text, for every character.
    Type(Carried),
    /// Submitting the form sends the command with the text of the element with this id.
    Submit { command: Carried, typed_in: Text },
    /// A click copies the content of the element `from`, and the element `said` says whether that worked.
    Copy { from: Text, said: Text },
    /// A click prints the page.
    Print,
    /// The pointer and the arrow keys move from mark to mark. The last element inside shows what a mark says. A click on a
    /// mark, or Enter, sends the command with the same index, if there are any.
    Walk { marks: Vec<Text>, ways: Vec<Carried> },
}

impl Element {
    pub fn new(tag: Tag) -> Self {
        Self { tag, key: Text::default(), attributes: Vec::new(), use_of: None, inside: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: Attribute, value: impl Into<Text>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds an attribute if there is a value for it.
    #[must_use]
    pub fn with_some(self, name: Attribute, value: Option<impl Into<Text>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a class, or several separated by spaces.
    #[must_use]
    pub fn class(self, class: impl Into<Text>) -> Self {
        self.with(Attribute::Class, class)
    }

    #[must_use]
    pub fn id(self, id: impl Into<Text>) -> Self {
        self.with(Attribute::Id, id)
    }

    #[must_use]
    pub fn key(self, key: impl Into<Text>) -> Self {
        Self { key: key.into(), ..self }
    }

    #[must_use]
    pub fn used(self, use_of: Use) -> Self {
        Self { use_of: Some(use_of), ..self }
    }

    #[must_use]
    pub fn text(mut self, text: impl Into<Text>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.inside.push(Node::Text(text));
        }
        self
    }

    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.inside.push(child.into());
        self
    }

    #[must_use]
    pub fn children<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        self.inside.extend(children.into_iter().map(Into::into));
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(Shared::new(element))
    }
}
