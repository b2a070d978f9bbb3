//! What the page does, for as long as there are no files; results take its place.

use yew::prelude::*;

pub(crate) fn about() -> Html {
    html! {
        <div class="govuk-grid-row about">
            <section class="govuk-grid-column-one-half" aria-labelledby="about">
                <h2 class="govuk-heading-m" id="about">{ words::about_heading() }</h2>
                <ul class="govuk-list govuk-list--bullet">
                    <li>{ words::about_share() }</li>
                    <li>{ words::about_rests() }</li>
                    <li>{ words::about_doubt() }</li>
                    <li>{ words::about_own() }</li>
                </ul>
            </section>
            <section class="govuk-grid-column-one-half" aria-labelledby="about-files">
                <h2 class="govuk-heading-m" id="about-files">{ words::about_files_heading() }</h2>
                <dl class="kinds">
                    <dt>{ words::kind_authority_answers() }</dt><dd>{ words::about_files_answers() }</dd>
                    <dt>{ words::about_files_return_name() }</dt><dd>{ words::about_files_return() }</dd>
                    <dt>{ words::kind_dfe_published() }</dt><dd>{ words::about_files_published() }</dd>
                </dl>
                <p class="govuk-body">{ words::about_spreadsheets() }</p>
            </section>
        </div>
    }
}
