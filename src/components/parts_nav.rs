//! The way to the parts of the results.

use yew::prelude::*;

use crate::parts::Part;
use crate::text;

/// Links with the fragments of the parts; the one that is open says so.
pub(crate) fn parts_nav(parts: &[Part], open: Part) -> Html {
    if parts.len() < 2 {
        return html! {};
    }
    html! {
        <nav class="parts" aria-label={text::parts_label()}>
            <ul class="parts__list">
                { for parts.iter().map(|part| html! {
                    <li class={classes!("parts__item", (*part == open).then_some("parts__item--open"))}>
                        <a
                            class="govuk-link govuk-link--no-visited-state parts__link"
                            href={["#", part.fragment()].concat()}
                            aria-current={(*part == open).then_some("page")}
                        >
                            { text::part(*part) }
                        </a>
                    </li>
                }) }
            </ul>
        </nav>
    }
}
