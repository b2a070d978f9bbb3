//! What the page does, for as long as there are no files; results take its place.

use yew::prelude::*;

use crate::text;

pub(crate) fn about() -> Html {
    html! {
        <div class="govuk-grid-row about">
            <section class="govuk-grid-column-one-half" aria-labelledby="about">
                <h2 class="govuk-heading-m" id="about">{ text::about_heading() }</h2>
                <ul class="govuk-list govuk-list--bullet">
                    <li>{ text::about_share() }</li>
                    <li>{ text::about_rests() }</li>
                    <li>{ text::about_doubt() }</li>
                    <li>{ text::about_own() }</li>
                </ul>
            </section>
            <section class="govuk-grid-column-one-half" aria-labelledby="about-files">
                <h2 class="govuk-heading-m" id="about-files">{ text::about_files_heading() }</h2>
                <dl class="kinds">
                    <dt>{ text::kind_authority_answers() }</dt><dd>{ text::about_files_answers() }</dd>
                    <dt>{ text::about_files_return_name() }</dt><dd>{ text::about_files_return() }</dd>
                    <dt>{ text::kind_dfe_published() }</dt><dd>{ text::about_files_published() }</dd>
                </dl>
                <p class="govuk-body">{ text::about_spreadsheets() }</p>
            </section>
        </div>
    }
}
