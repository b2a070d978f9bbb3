//! Choosing files, or samples.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::page_drop::chosen;
use crate::sample::Sample;
use crate::state::{Action, Samples};

/// The id of the field that opens the browser's own dialogue.
const INPUT: &str = "choose-input";

fn open_files() {
    let input = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(INPUT))
        .and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        input.click();
    }
}

pub(crate) fn chooser(samples: Samples, hovered: bool, more: bool, act: &Callback<Action>) -> Html {
    let open = Callback::from(|_: MouseEvent| open_files());
    let take = act.reform(|event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let chosen = chosen(input.files());
        // So that the same file can be chosen again.
        input.set_value("");
        Action::Choose(chosen)
    });
    html! {
        <div class="chooser">
            <section class={classes!("drop", hovered.then_some("drop--over"))} aria-labelledby="choose">
                <h2 class="govuk-visually-hidden" id="choose">{ words::choose_heading() }</h2>
                <p class="govuk-body drop__line">
                    <span class="drop__words">
                        { if hovered { words::drop_now() } else { words::drop_here() } }
                    </span>
                    <button type="button" class="govuk-button drop__button" onclick={open} aria-describedby="choose-kinds">
                        { if more { words::choose_more() } else { words::choose_files() } }
                    </button>
                </p>
                <p class="govuk-hint drop__kinds" id="choose-kinds">{ words::choose_kinds() }</p>
                <input id={INPUT} type="file" multiple=true hidden=true onchange={take} aria-label={words::choose_files()} />
            </section>
            { sample_list(samples, act) }
        </div>
    }
}

fn sample_list(samples: Samples, act: &Callback<Action>) -> Html {
    let item = |sample: Sample| {
        let (name, about) = match sample {
            Sample::Answers => (words::sample_answers(), words::sample_answers_about()),
            Sample::Return => (words::sample_return(), words::sample_return_about()),
            Sample::Published => (words::sample_published(), words::sample_published_about()),
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
            <h2 class="govuk-heading-s samples__heading" id="samples">{ words::samples_heading() }</h2>
            if samples == Samples::Unavailable {
                <p class="govuk-body-s">{ words::samples_unavailable() }</p>
            } else {
                <p class="govuk-body-s samples__lead">{ words::samples_lead() }</p>
                <ul class="govuk-list samples__list">{ for Sample::ALL.into_iter().map(item) }</ul>
            }
        </section>
    }
}
