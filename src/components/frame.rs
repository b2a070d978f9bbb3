//! What is around every page.

use document::Part;
use words::Language;
use yew::prelude::*;

use crate::place::Place;

pub(crate) fn skip_link(language: Language) -> Html {
    html! { <a href="#main-content" class="govuk-skip-link">{ language.skip() }</a> }
}

/// The address of the page with this name, beside this one. The document of a build names those that exist. The page in
/// one file has none.
/// file has none.
fn beside(name: &str) -> Option<AttrValue> {
    let document = crate::page::document()?;
    let link = document.query_selector(&["link[rel='", name, "']"].concat()).ok().flatten()?;
    link.get_attribute("href").map(AttrValue::from)
}

/// `part` is the one that has the page to itself, if any does.
pub(crate) fn header(language: Language, at: Place, part: Part) -> Html {
    let at = (at, if part.needs_files() { Part::Summary } else { part });
    let link = |place: Option<(Place, Part)>, address: AttrValue, name: &'static str| {
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
                    <span class="govuk-generic-header__homepage-link">{ language.app_name() }</span>
                </div>
                <nav class="site-nav" aria-label={language.nav_label()}>
                    <ul class="site-nav__list">
                        { link(Some((Place::Calculator, Part::Summary)), "#".into(), language.nav_calculator()) }
                        { link(Some((Place::Quick, at.1)), "#quick".into(), language.nav_quick()) }
                        { for beside("embed").map(|address| link(None, address, language.nav_embed())) }
                    </ul>
                </nav>
            </div>
        </header>
    }
}

/// What is below a page in a frame.
pub(crate) fn embed_footer(language: Language) -> Html {
    let words = words::EmbedFooter { name: language.app_name(), version: document::engine::VERSION };
    html! {
        <footer class="embed-footer">
            <div class="govuk-width-container"><p class="footer-line">{ words.text(language) }</p></div>
        </footer>
    }
}

pub(crate) fn footer(language: Language) -> Html {
    let pages = [("accessibility", language.nav_accessibility()), ("licences", language.nav_licences())];
    html! {
        <footer class="govuk-footer">
            <div class="govuk-width-container">
                <p class="footer-line">{ language.footer_nothing_kept() }</p>
                <p class="footer-line">
                    { language.made_for() }{ " " }{ language.footer_version(document::engine::VERSION) }
                    { for pages.into_iter().filter_map(|(page, name)| Some(html! {
                        <>{ " " }<a class="govuk-link" href={beside(page)?}>{ name }</a></>
                    })) }
                </p>
            </div>
        </footer>
    }
}
