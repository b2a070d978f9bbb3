//! What is being calculated, and a way to end it. Figures that are still shown move by nothing of it.

use document::engine::Step;
use words::Language;
use yew::prelude::*;

use crate::state::{Action, State};

/// How many steps there are.
const STEPS: u8 = 4;

pub(crate) fn calculating(state: &State, act: &Callback<Action>) -> Html {
    if !state.busy || state.reading() {
        return html! {};
    }
    let language = state.language;
    // Where figures are shown meanwhile, a moment passes before it is said.
    let class = if state.withheld() { "calculating" } else { "calculating calculating--late" };
    let stop = act.reform(|_: MouseEvent| Action::Stop);
    html! {
        <div {class}>
            <p class="govuk-body calculating__words">
                <strong>{ language.results_calculating() }</strong>
                if let Some(step) = state.step {
                    { " " }{ words_of(language, step) }
                }
            </p>
            <progress class="file__bar" max={STEPS.to_string()} value={state.step.map(|step| (step as u8).to_string())}
                aria-label={language.results_calculating()} />
            <button type="button" class="govuk-button govuk-button--secondary file__button" onclick={stop}>
                { language.cancel() }<span class="govuk-visually-hidden">{ " " }{ language.calculating_cancel() }</span>
            </button>
        </div>
    }
}

fn words_of(language: Language, step: Step) -> &'static str {
    match step {
        Step::Count => language.calculating_count(),
        Step::Check => language.calculating_check(),
        Step::Rates => language.calculating_rates(),
        Step::Safe => language.calculating_safe(),
    }
}
