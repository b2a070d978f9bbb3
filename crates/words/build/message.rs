//! The messages of one language, as read from its `.ftl` files.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// What a message is put together from, in this order.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    /// The value of a variable.
    Value(String),
    /// One of several texts, by a number.
    Choice {
        variable: String,
        variants: Vec<Variant>,
    },
}

#[derive(Debug, PartialEq)]
pub(crate) struct Variant {
    pub(crate) key: Key,
    pub(crate) pieces: Vec<Piece>,
}

/// When a variant is taken.
#[derive(Debug, PartialEq)]
pub(crate) enum Key {
    /// For exactly this number.
    Number(String),
    /// For numbers of this plural category (Unicode CLDR).
    Category(&'static str),
    /// For every other number.
    Otherwise,
}

/// What a variable is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// It chooses a form, or is written by `NUMBER()`.
    Number,
    Text,
}

/// The variables of a message, by name.
pub(crate) type Variables = BTreeMap<String, Kind>;

#[derive(Debug, PartialEq)]
pub(crate) struct Message {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) variables: Variables,
}

/// The messages of a language, by identifier.
pub(crate) type Messages = BTreeMap<String, Message>;

/// Adds the messages of one file to `messages`. An error names the message.
pub(crate) fn read(source: &str, messages: &mut Messages) -> Result<(), String> {
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| format!("{errors:?}"))?;
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                let pattern = message.value.as_ref().ok_or_else(|| format!("`{id}` has no text"))?;
                let message = of_pattern(pattern).map_err(|e| format!("`{id}`: {e}"))?;
                if messages.insert(id.to_owned(), message).is_some() {
                    return Err(format!("`{id}` is there twice"));
                }
            }
            Entry::Term(term) => return Err(format!("`-{}`: terms are not used here", term.id.name)),
            Entry::Junk { content } => return Err(format!("not understood: {content}")),
            _ => {}
        }
    }
    Ok(())
}

fn of_pattern(pattern: &Pattern<&str>) -> Result<Message, String> {
    let mut variables = Variables::new();
    let pieces = pieces(pattern, &mut variables)?;
    Ok(Message { pieces, variables })
}

fn pieces(pattern: &Pattern<&str>, variables: &mut Variables) -> Result<Vec<Piece>, String> {
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Ok(Piece::Text((*value).to_owned())),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => value(inline, variables),
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let Piece::Value(variable) = value(selector, variables)? else {
                return Err("only a variable can choose".to_owned());
            };
            variables.insert(variable.clone(), Kind::Number);
            let variants = variants.iter().map(|variant| {
                let key = if variant.default { Key::Otherwise } else { key(&variant.key)? };
                Ok(Variant { key, pieces: self::pieces(&variant.value, variables)? })
            });
            Ok(Piece::Choice { variable, variants: variants.collect::<Result<_, String>>()? })
        }
    };
    pattern.elements.iter().map(piece).collect()
}

fn value(inline: &InlineExpression<&str>, variables: &mut Variables) -> Result<Piece, String> {
    let (id, kind) = match inline {
        InlineExpression::StringLiteral { value } => return Ok(Piece::Text((*value).to_owned())),
        InlineExpression::VariableReference { id } => (id, Kind::Text),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            match arguments.positional.as_slice() {
                [InlineExpression::VariableReference { id }] => (id, Kind::Number),
                _ => return Err("NUMBER takes one variable".to_owned()),
            }
        }
        other => return Err(format!("not understood: {other:?}")),
    };
    let name = id.name.replace('-', "_");
    let known = variables.entry(name.clone()).or_insert(kind);
    if kind == Kind::Number {
        *known = Kind::Number;
    }
    Ok(Piece::Value(name))
}

fn key(key: &VariantKey<&str>) -> Result<Key, String> {
    Ok(match key {
        VariantKey::NumberLiteral { value } => Key::Number((*value).to_owned()),
        VariantKey::Identifier { name } => Key::Category(match *name {
            "zero" => "Zero",
            "one" => "One",
            "two" => "Two",
            "few" => "Few",
            "many" => "Many",
            "other" => "Other",
            _ => return Err(format!("`{name}` is not a plural category")),
        }),
    })
}
