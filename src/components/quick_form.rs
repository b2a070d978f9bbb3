//! A form for two numbers, or four, with the result below it.

use web_sys::HtmlInputElement;
use words::Language;
use yew::prelude::*;

use super::drawing::drawn;
use super::focus::focus_on;
use super::share_offer::share_offer;
use crate::embed::of_typed;
use crate::quick::{self, Field, Quick, Shares, Worded, Wrong};
use crate::state::{Action, Focus};
use document::engine::{Estimate, Proportion};
use document::shape::{element, svg};
use document::{Attribute, Element, Tag, draw, shape};

pub(crate) fn quick_form(language: Language, quick: &Quick, framed: bool, act: &Callback<Action>) -> Html {
    let calculate = act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::CalculateQuick
    });
    let wrong = quick.wrong();
    let [a, b, c, d] = Field::ALL.map(|field| one(language, field, quick, wrong, act));
    html! {
        <>
            { problems(language, wrong) }
            <form class="quick" onsubmit={calculate} novalidate=true>
                <div class="quick__groups">
                    { group(language.quick_first(), "quick-first-hint", language.quick_first_hint(), html! { <>{ a }{ b }</> }) }
                    { group(language.quick_second(), "quick-second-hint", language.quick_second_hint(), html! { <>{ c }{ d }</> }) }
                </div>
                <button type="submit" class="govuk-button">{ language.quick_calculate() }</button>
            </form>
            if let Some(shares) = quick.shares() {
                { result(language, shares, act) }
                if framed {
                    { share_offer(language, of_typed(language, shares), act) }
                }
            }
        </>
    }
}

fn group(title: &'static str, hint_id: &'static str, hint: &'static str, fields: Html) -> Html {
    html! {
        <fieldset class="govuk-fieldset" aria-describedby={hint_id}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{ title }</legend>
            <div class="govuk-hint" id={hint_id}>{ hint }</div>
            { fields }
        </fieldset>
    }
}

fn problems(language: Language, wrong: &[(Field, Wrong)]) -> Html {
    if wrong.is_empty() {
        return html! {};
    }
    html! {
        <div class="govuk-error-summary" id={Focus::QUICK_PROBLEM} tabindex="-1">
            <div role="alert">
                <h2 class="govuk-error-summary__title">{ language.quick_error_title() }</h2>
                <ul class="govuk-list govuk-error-summary__list govuk-error-summary__body">
                    { for wrong.iter().map(|(field, wrong)| {
                        let id = field.id();
                        // A fragment would leave this view.
                        let go = move |event: MouseEvent| {
                            event.prevent_default();
                            focus_on(id);
                        };
                        html! { <li><a href={["#", id].concat()} onclick={go}>{ quick::problem(language, *field, *wrong) }</a></li> }
                    }) }
                </ul>
            </div>
        </div>
    }
}

fn one(language: Language, field: Field, quick: &Quick, wrong: &[(Field, Wrong)], act: &Callback<Action>) -> Html {
    let id = field.id();
    let (label, hint) = if matches!(field, Field::Children | Field::OtherChildren) {
        (language.quick_children(), language.quick_children_hint())
    } else {
        (language.quick_missing(), language.quick_missing_hint())
    };
    let error = wrong.iter().find(|(at, _)| *at == field).map(|(_, wrong)| quick::problem(language, field, *wrong));
    let (hint_id, error_id) = ([id, "-hint"].concat(), [id, "-error"].concat());
    let described = if error.is_some() { [&*hint_id, " ", &*error_id].concat() } else { hint_id.clone() };
    let oninput = act.reform(move |event: InputEvent| Action::Type {
        field,
        text: event.target_unchecked_into::<HtmlInputElement>().value(),
    });
    html! {
        <div class={classes!("govuk-form-group", error.is_some().then_some("govuk-form-group--error"))}>
            <label class="govuk-label" for={id}>{ label }</label>
            <div class="govuk-hint" id={hint_id}>{ hint }</div>
            if let Some(error) = &error {
                <p class="govuk-error-message" id={error_id}>{ error }</p>
            }
            <input
                class={classes!("govuk-input", "govuk-input--width-10", error.is_some().then_some("govuk-input--error"))}
                {id}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                spellcheck="false"
                aria-describedby={described}
                aria-invalid={error.is_some().then_some("true")}
                value={quick.typed(field).to_owned()}
                {oninput}
            />
        </div>
    }
}

fn result(language: Language, shares: Shares, act: &Callback<Action>) -> Html {
    let sentence = quick::sentence(language, shares).into();
    let difference = shares.second.map(|second| quick::difference(language, shares.first, second));
    html! {
        <section class="quick__result" aria-labelledby={Focus::QUICK_RESULT}>
            <h2 class="govuk-heading-l" id={Focus::QUICK_RESULT} tabindex="-1">{ language.quick_results() }</h2>
            <div class={classes!("headlines__cards", shares.second.is_none().then_some("headlines__cards--one"))}>
                { card(language, language.quick_first(), shares.first, act) }
                { for shares.second.map(|second| card(language, language.quick_second(), second, act)) }
            </div>
            if let Some([finding, interval, chance]) = difference {
                <h3 class="govuk-heading-m">{ language.quick_difference() }</h3>
                <p class="govuk-body-l">{ finding }</p>
                <p class="govuk-body">{ interval }{ " " }{ chance }</p>
            }
            { drawn(language, draw::snippet("quick", language.quick_snippet(), &sentence, language.block_copy()), act) }
            <p class="govuk-body quiet quick__about">{ language.quick_about() }</p>
        </section>
    }
}

fn card(language: Language, title: &'static str, of: Proportion, act: &Callback<Action>) -> Html {
    let Worded { share, lower, upper } = Worded::of(language, of);
    let rests = words::QuickRests { children: of.children(), lower: &lower, missing: of.missing(), upper: &upper }
        .text(language);
    let label = words::BarLabelInterval { lower: &lower, share: &share, upper: &upper }.text(language);
    let paragraph = |text| Element::new(Tag::P).class("govuk-body").text(text);
    let card = Element::new(Tag::Article)
        .class("card")
        .child(Element::new(Tag::H3).class("govuk-heading-m card__title").text(title))
        .child(draw::answer(share, language.quick_share_words()))
        .child(paragraph(rests))
        .child(bar(language, of.estimate(), label))
        .children(language.weakness(of.missing(), of.children()).map(draw::note));
    drawn(language, card, act)
}

/// The share on a bar from none to all, with its interval. `label` says all of it in a sentence.
fn bar(language: Language, of: Estimate, label: AttrValue) -> Element {
    /// It is wide enough to be read in one of two cards.
    const WIDTH: f64 = 420.0;
    let ends = [language.bar_zero(), language.bar_all()];
    let (shapes, high) = shape::bar((8.0, 0.0, WIDTH - 16.0), of.value, (of.lower, of.upper), ends);
    svg(WIDTH, high + 8.0)
        .class("bar")
        .with(Attribute::Role, "img")
        .with(Attribute::AriaLabel, label)
        .children(shapes.iter().map(|(_, shape)| element(shape)))
}
