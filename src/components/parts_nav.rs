//! Links to the parts of the results.

use words::Language;
use yew::prelude::*;

use document::{Part, PartName};

/// Links with the fragments of the parts. The open part is marked.
pub(crate) fn parts_nav(language: Language, parts: &[PartName], open: Part) -> Html {
    if parts.iter().filter(|part| part.shown).count() < 2 {
        return html! {};
    }
    html! {
        <nav class="parts" aria-label={language.parts_label()}>
            <ul class="parts__list">
                { for parts.iter().filter(|part| part.shown).map(|PartName { part, name, .. }| html! {
                    <li class={classes!("parts__item", (*part == open).then_some("parts__item--open"))}>
                        <a
                            class="govuk-link govuk-link--no-visited-state parts__link"
                            href={["#", part.fragment()].concat()}
                            aria-current={(*part == open).then_some("page")}
                        >
                            { name }
                        </a>
                    </li>
                }) }
            </ul>
        </nav>
    }
}
