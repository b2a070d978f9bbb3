//! The choice of files or samples.

use document::Part;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use words::Language;
use yew::prelude::*;

use super::page_drop::chosen;
use super::paste::field;
use crate::page::element;
use crate::sample::Sample;
use crate::state::{Action, Samples};

/// The id of the field that opens the browser's own dialogue.
const INPUT: &str = "choose-input";

/// The files that it lists. Settings and decisions to be chosen again are JSON.
const KINDS: &str = ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.xlsb,.ods,.xml,.zip,.json";

fn open_files() {
    if let Some(input) = element(INPUT).and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}

/// Opens the browser's dialogue. `more` if there are files already.
pub(super) fn choose_button(language: Language, more: bool, act: &Callback<Action>) -> Html {
    let open = act.reform(|_: MouseEvent| {
        open_files();
        Action::Reach
    });
    let (class, text) = if more {
        ("govuk-button govuk-button--secondary file__button", language.choose_more())
    } else {
        ("govuk-button drop__button", language.choose_files())
    };
    html! {
        <button type="button" {class} onclick={open} aria-describedby={(!more).then_some("choose-kinds")}>{ text }</button>
    }
}

/// The field that receives files from the dialogue.
pub(super) fn input(language: Language, act: &Callback<Action>) -> Html {
    let take = act.reform(|event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let chosen = chosen(input.files());
        // This allows the same file to be chosen again.
        input.set_value("");
        Action::Choose(chosen)
    });
    html! {
        <input id={INPUT} type="file" multiple=true accept={KINDS} hidden=true onchange={take} aria-label={language.choose_files()} />
    }
}

/// The ways to begin: files or samples.
pub(crate) fn chooser(
    language: Language,
    samples: Samples,
    hovered: bool,
    framed: bool,
    act: &Callback<Action>,
) -> Html {
    html! {
        <div class="chooser">
            <section class={classes!("drop", hovered.then_some("drop--over"))} aria-labelledby="choose">
                <h2 class="govuk-visually-hidden" id="choose">{ language.choose_heading() }</h2>
                <p class="govuk-body drop__line">
                    <span class="drop__words">
                        { if hovered { language.drop_now() } else { language.drop_here() } }
                    </span>
                    { choose_button(language, false, act) }
                </p>
                <p class="govuk-hint drop__kinds" id="choose-kinds">{ language.choose_kinds() }</p>
                { input(language, act) }
                { field(language) }
            </section>
            { sample_list(language, samples, framed, act) }
        </div>
    }
}

/// What needs no file. In a frame there are only the samples.
fn sample_list(language: Language, samples: Samples, framed: bool, act: &Callback<Action>) -> Html {
    let item = |sample: Sample| {
        let (name, about) = match sample {
            Sample::Answers => (language.sample_answers(), language.sample_answers_about()),
            Sample::Return => (language.sample_return(), language.sample_return_about()),
            Sample::Published => (language.sample_published(), language.sample_published_about()),
        };
        let choose = act.reform(move |_: MouseEvent| Action::TrySample(sample));
        html! {
            <li>
                <button type="button" class="link-button" onclick={choose} disabled={samples == Samples::Fetching}>
                    { name }
                </button>
                <span class="quiet">{ " (" }{ about }{ ")" }</span>
            </li>
        }
    };
    html! {
        <section class="samples" aria-labelledby="samples">
            <h2 class="govuk-heading-s samples__heading" id="samples">{ language.samples_heading() }</h2>
            if samples == Samples::Unavailable {
                <p class="govuk-body-s">{ language.samples_unavailable() }</p>
            } else {
                <p class="govuk-body-s samples__lead">{ language.samples_lead() }</p>
                <ul class="govuk-list samples__list">{ for Sample::ALL.into_iter().map(item) }</ul>
            }
            if !framed {
                <p class="govuk-body-s samples__lead">{ language.without_files() }</p>
                <ul class="govuk-list samples__list">
                    { for [(Part::Council, language.council_title()), (Part::Request, language.request_title())].map(|(part, name)| html! {
                        <li><a class="govuk-link" href={["#", part.fragment()].concat()}>{ name }</a></li>
                    }) }
                </ul>
            }
        </section>
    }
}
