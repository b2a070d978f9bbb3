//! Draws what a person can use: choices, fields and buttons.

use document::{Attribute, Carried, Check, Choice, Command, Element, Field, Setting, Tag, Text, Use, Way, draw};

/// The id of a control's element.
fn element_of(id: &str) -> Text {
    ["set-", id].concat().into()
}

fn label(of: &Text, text: &Text) -> Element {
    Element::new(Tag::Label).class("govuk-label").with(Attribute::For, of.clone()).text(text.clone())
}

/// What a click on a button does.
pub(super) fn press(command: &Command) -> Use {
    Use::Press { command: command.carried(), to_top: Text::default() }
}

pub(super) fn button(text: &Text, command: &Command) -> Element {
    draw::button(text.clone()).used(press(command))
}

/// A link from a row or a line to more about it.
pub(super) fn way(way: &Way) -> Element {
    link(way.text.clone(), &way.of).used(press(&way.command))
}

/// A button that looks like a link. `of` tells readers who cannot see the page what it is about.
pub(super) fn link_button(text: &'static str, of: &Text, command: &Command) -> Element {
    link(text, of).used(press(command))
}

pub(super) fn link(text: impl Into<Text>, of: &Text) -> Element {
    let of = Element::new(Tag::Span).class("govuk-visually-hidden").text([": ", of].concat());
    Element::new(Tag::Button).with(Attribute::Type, "button").class("link-button").text(text.into()).child(of)
}

/// A choice of one option.
pub(super) fn pick(id: &Text, text: &Text, options: &[Choice], chosen: u32) -> Element {
    let id = element_of(id);
    // The control stays where it is, and keeps the focus.
    let command = |choice: &Choice| {
        let command = Command::Set { setting: choice.setting.clone() }.carried();
        Carried { opens: None, ..command }
    };
    let commands = options.iter().map(command).collect();
    let option = |(at, choice): (u32, &Choice)| {
        Element::new(Tag::Option).with_some(Attribute::Selected, (at == chosen).then_some("")).text(choice.text.clone())
    };
    let select = Element::new(Tag::Select)
        .class("govuk-select")
        .id(id.clone())
        .used(Use::Choose(commands))
        .children((0..).zip(options).map(option));
    Element::new(Tag::Div).class("govuk-form-group control").child(label(&id, text)).child(select)
}

/// Any of several.
pub(super) fn checks(label: &Text, of: &[Check]) -> Element {
    let check = |of: &Check| {
        let sign =
            Element::new(Tag::Span).with(Attribute::AriaHidden, "true").text(if of.ticked { "☑ " } else { "☐ " });
        Element::new(Tag::Button)
            .with(Attribute::Type, "button")
            .with(Attribute::Role, "checkbox")
            .with(Attribute::AriaChecked, if of.ticked { "true" } else { "false" })
            .class("link-button check")
            .used(press(&Command::Set { setting: of.turned.clone() }))
            .child(sign)
            .text(of.text.clone())
    };
    Element::new(Tag::Div)
        .class("govuk-form-group control")
        .with(Attribute::Role, "group")
        .with(Attribute::AriaLabel, label.clone())
        .child(Element::new(Tag::P).class("govuk-label").text(label.clone()))
        .child(Element::new(Tag::Div).class("checks").children(of.iter().map(check)))
}

/// A text to type, with its button.
pub(super) struct Input<'a> {
    pub(super) id: &'a Text,
    pub(super) field: &'a Field,
    pub(super) label: &'a Text,
    pub(super) hint: &'a Text,
    pub(super) value: &'a Text,
    pub(super) button: &'a Text,
    pub(super) error: Option<&'a Text>,
}

pub(super) fn input(of: &Input<'_>) -> Element {
    let id = element_of(of.id);
    let [hint_id, error_id] = ["-hint", "-error"].map(|what| Text::from([&id, what].concat()));
    let setting = Setting::Typed { field: of.field.clone(), text: String::new() };
    let wrong = of.error.is_some();
    let hint = (!of.hint.is_empty())
        .then(|| Element::new(Tag::Div).class("govuk-hint").id(hint_id.clone()).text(of.hint.clone()));
    let error = of.error.map(|error| {
        Element::new(Tag::P)
            .class("govuk-error-message")
            .id(error_id.clone())
            .with(Attribute::Role, "alert")
            .text(error.clone())
    });
    let described: Vec<&str> =
        [hint.as_ref().map(|_| &*hint_id), error.as_ref().map(|_| &*error_id)].into_iter().flatten().collect();
    let field = Element::new(Tag::Input)
        .class(if wrong { "govuk-input control__input govuk-input--error" } else { "govuk-input control__input" })
        .id(id.clone())
        .with(Attribute::Type, "text")
        .with(Attribute::Autocomplete, "off")
        .with(Attribute::Spellcheck, "false")
        .with_some(Attribute::AriaDescribedby, (!described.is_empty()).then(|| described.join(" ")))
        .with_some(Attribute::AriaInvalid, wrong.then_some("true"))
        .with(Attribute::Value, of.value.clone());
    let submit = Element::new(Tag::Button)
        .with(Attribute::Type, "submit")
        .class("govuk-button govuk-button--secondary block__button")
        .text(of.button.clone());
    let class = if wrong { "govuk-form-group control govuk-form-group--error" } else { "govuk-form-group control" };
    Element::new(Tag::Form)
        .class(class)
        .with(Attribute::Novalidate, "")
        .used(Use::Submit { command: Command::Set { setting }.carried(), typed_in: id.clone() })
        .child(label(&id, of.label))
        .children(hint)
        .children(error)
        .child(Element::new(Tag::Div).class("control__line").children([field, submit]))
}
