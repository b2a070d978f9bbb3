//! What stands around every page.

use yew::prelude::*;

use crate::text;

pub(crate) fn skip_link() -> Html {
    html! { <a href="#main-content" class="govuk-skip-link">{ text::skip() }</a> }
}

pub(crate) fn header() -> Html {
    html! {
        <header class="govuk-generic-header">
            <div class="govuk-generic-header__container govuk-width-container">
                <div class="govuk-generic-header__logo">
                    <span class="govuk-generic-header__homepage-link">{ text::app_name() }</span>
                </div>
            </div>
        </header>
    }
}

pub(crate) fn footer() -> Html {
    html! {
        <footer class="govuk-footer">
            <div class="govuk-width-container">
                <p class="footer-line">{ text::footer_nothing_kept() }</p>
                <p class="footer-line">
                    { text::made_for() }{ " " }{ text::footer_version(missing_rates::VERSION) }
                </p>
            </div>
        </footer>
    }
}
