//! What stands around every page.

use yew::prelude::*;

use crate::place::Place;

pub(crate) fn skip_link() -> Html {
    html! { <a href="#main-content" class="govuk-skip-link">{ words::skip() }</a> }
}

/// Where the page of this name lies, beside this one. The document of a build names those that there are; the page in one
/// file has none.
fn beside(name: &str) -> Option<AttrValue> {
    let document = web_sys::window().and_then(|window| window.document())?;
    let link = document.query_selector(&["link[rel='", name, "']"].concat()).ok().flatten()?;
    link.get_attribute("href").map(AttrValue::from)
}

pub(crate) fn header(at: Place) -> Html {
    let link = |place: Option<Place>, address: AttrValue, name: &'static str| {
        html! {
            <li class="site-nav__item">
                <a class="site-nav__link" href={address} aria-current={(place == Some(at)).then_some("page")}>{ name }</a>
            </li>
        }
    };
    html! {
        <header class="govuk-generic-header">
            <div class="govuk-generic-header__container govuk-width-container">
                <div class="govuk-generic-header__logo">
                    <span class="govuk-generic-header__homepage-link">{ words::app_name() }</span>
                </div>
                <nav class="site-nav" aria-label={words::nav_label()}>
                    <ul class="site-nav__list">
                        { link(Some(Place::Calculator), "#".into(), words::nav_calculator()) }
                        { link(Some(Place::Quick), "#quick".into(), words::nav_quick()) }
                        { for beside("embed").map(|address| link(None, address, words::nav_embed())) }
                    </ul>
                </nav>
            </div>
        </header>
    }
}

/// What stands under a page in a frame.
pub(crate) fn embed_footer() -> Html {
    let words = words::EmbedFooter { name: words::app_name(), version: document::engine::VERSION };
    html! {
        <footer class="embed-footer">
            <div class="govuk-width-container"><p class="footer-line">{ words.text() }</p></div>
        </footer>
    }
}

pub(crate) fn footer() -> Html {
    html! {
        <footer class="govuk-footer">
            <div class="govuk-width-container">
                <p class="footer-line">{ words::footer_nothing_kept() }</p>
                <p class="footer-line">
                    { words::made_for() }{ " " }{ words::footer_version(document::engine::VERSION) }
                    { for beside("accessibility").map(|address| html! {
                        <>{ " " }<a class="govuk-link" href={address}>{ words::nav_accessibility() }</a></>
                    }) }
                </p>
            </div>
        </footer>
    }
}
