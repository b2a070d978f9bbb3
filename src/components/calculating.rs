//! Shows what is being calculated, and a button to stop it. Figures that are still shown do not move.

use document::engine::Step;
use words::Language;
use yew::prelude::*;

use crate::state::{Action, State};

/// How many steps there are, each of a hundred per cent.
const STEPS: u16 = 4;

pub(crate) fn calculating(state: &State, act: &Callback<Action>) -> Html {
    if !state.busy || state.reading() {
        return html! {};
    }
    let language = state.language;
    // If figures are still shown, a moment passes before this appears.
    let class = if state.withheld() { "calculating" } else { "calculating calculating--late" };
    let done = |step: Step| (step as u16 * 100 + u16::from(state.step_done)).to_string();
    let stop = act.reform(|_: MouseEvent| Action::Stop);
    html! {
        <div {class}>
            <p class="govuk-body calculating__words">
                <strong>{ language.results_calculating() }</strong>
                if let Some(step) = state.step {
                    { " " }{ words_of(language, step) }
                }
            </p>
            <progress class="file__bar" max={(STEPS * 100).to_string()} value={state.step.map(done)}
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
