//! Says what the page does, as long as there are no files. Results replace it.

use words::Language;
use yew::prelude::*;

pub(crate) fn about(language: Language) -> Html {
    html! {
        <div class="govuk-grid-row about">
            <section class="govuk-grid-column-one-half" aria-labelledby="about">
                <h2 class="govuk-heading-m" id="about">{ language.about_heading() }</h2>
                <ul class="govuk-list govuk-list--bullet">
                    <li>{ language.about_share() }</li>
                    <li>{ language.about_rests() }</li>
                    <li>{ language.about_doubt() }</li>
                    <li>{ language.about_own() }</li>
                </ul>
            </section>
            <section class="govuk-grid-column-one-half" aria-labelledby="about-files">
                <h2 class="govuk-heading-m" id="about-files">{ language.about_files_heading() }</h2>
                <dl class="kinds">
                    <dt>{ language.kind_authority_answers() }</dt><dd>{ language.about_files_answers() }</dd>
                    <dt>{ language.about_files_return_name() }</dt><dd>{ language.about_files_return() }</dd>
                    <dt>{ language.about_files_list_name() }</dt><dd>{ language.about_files_list() }</dd>
                    <dt>{ language.kind_dfe_published() }</dt><dd>{ language.about_files_published() }</dd>
                </dl>
            </section>
        </div>
    }
}
