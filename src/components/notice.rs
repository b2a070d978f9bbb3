//! What went wrong with the engine, and that files were cleared.

use words::Language;
use yew::prelude::*;

use crate::state::{Action, EngineHealth, Focus, State};

pub(crate) fn engine_notice(language: Language, health: EngineHealth, act: &Callback<Action>) -> Html {
    let (title, body) = match health {
        EngineHealth::Well => return html! {},
        EngineHealth::Restarted { times } => {
            (language.engine_stopped_title(), language.engine_stopped(u64::from(times)))
        }
        EngineHealth::NotFetched => (language.engine_not_fetched_title(), language.engine_not_fetched().into()),
        EngineHealth::Unavailable => (language.engine_unavailable_title(), language.engine_unavailable().into()),
    };
    let again = act.reform(|_: MouseEvent| Action::FetchAgain);
    html! {
        <div class="govuk-error-summary" id={Focus::NOTICE} tabindex="-1">
            <div role="alert">
                <h2 class="govuk-error-summary__title">{ title }</h2>
                <div class="govuk-error-summary__body"><p>{ body }</p></div>
            </div>
            if health == EngineHealth::NotFetched {
                <button type="button" class="govuk-button govuk-button--secondary file__button" onclick={again}>
                    { language.try_again() }
                </button>
            }
        </div>
    }
}

/// Brings the files back that were cleared, as long as they can be.
pub(crate) fn undo_clear(state: &State, act: &Callback<Action>) -> Html {
    if state.cleared.is_none() {
        return html! {};
    }
    html! {
        <div class="govuk-inset-text cleared">
            <p class="govuk-body">{ state.language.cleared() }</p>
            <button type="button" class="govuk-button govuk-button--secondary file__button"
                onclick={act.reform(|_: MouseEvent| Action::BringBack)}>
                { state.language.bring_back() }
            </button>
        </div>
    }
}
