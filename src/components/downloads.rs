//! Taking the figures along.

use yew::prelude::*;

use crate::message::Format;
use crate::state::Action;
use crate::text;

pub(crate) fn downloads(act: &Callback<Action>) -> Html {
    let keep = |format: Format| act.reform(move |_: MouseEvent| Action::Download(format));
    html! {
        <section class="downloads" aria-labelledby="downloads">
            <h3 class="govuk-heading-m" id="downloads">{ text::download_heading() }</h3>
            <p class="govuk-body">{ text::download_about() }</p>
            <div class="govuk-button-group">
                <button type="button" class="govuk-button govuk-button--secondary" onclick={keep(Format::Csv)}>
                    { text::download_csv() }
                </button>
                <button type="button" class="govuk-button govuk-button--secondary" onclick={keep(Format::Json)}>
                    { text::download_json() }
                </button>
            </div>
        </section>
    }
}
