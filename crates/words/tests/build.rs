//! What stops the build: a language that lacks a message, or knows one that English does not.
#![expect(clippy::unwrap_used, reason = "a test that fails says where")]

#[path = "../build/language.rs"]
mod language;
#[path = "../build/message.rs"]
mod message;
#[path = "../build/rust.rs"]
mod rust;

use language::{Language, signatures};
use message::{Kind, Messages};

fn language(tag: &str, source: &str) -> Language {
    let mut messages = Messages::new();
    message::read(source, &mut messages).unwrap();
    Language { tag: tag.to_owned(), folder: String::new(), messages }
}

fn refused(english: &str, welsh: &str) -> String {
    signatures(&[language("en", english), language("cy", welsh)]).unwrap_err()
}

#[test]
fn a_language_has_every_message() {
    assert_eq!(refused("a = A\nb = B\nc = C", "b = B"), "cy: these messages are missing: a, c");
    assert_eq!(refused("a = A", "a = A\nz = Z"), "cy: en has no such messages: z");
    assert_eq!(refused("a = A { $who }", "a = A { $whom }"), "cy: `a`: en has no $whom");
}

#[test]
fn a_number_is_one_in_every_language_if_it_is_in_one() {
    let english = language("en", "a = { $dogs } here");
    let welsh = language("cy", "a = { $dogs ->\n    [two] dau\n   *[other] eraill\n}");
    assert_eq!(signatures(&[english, welsh]).unwrap()["a"]["dogs"], Kind::Number);
}

#[test]
fn what_a_message_cannot_be_is_said() {
    for (source, error) in [
        ("a = A\na = B", "`a` is there twice"),
        ("-term = A", "`-term`: terms are not used here"),
        ("a = { $n ->\n    [lots] A\n   *[other] B\n}", "`a`: `lots` is not a plural category"),
        ("a = { NUMBER(1) }", "`a`: NUMBER takes one variable"),
    ] {
        assert_eq!(message::read(source, &mut Messages::new()).unwrap_err(), error);
    }
    let unnamed = language("cy", "language-in-english = { $name }");
    assert_eq!(rust::write(&[unnamed]).unwrap_err(), "cy: `language-in-english` must be one word");
}
