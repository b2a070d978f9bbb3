//! Which period is shown, where it comes from, and how to change it.

use document::engine::Period;
use web_sys::HtmlSelectElement;
use words::Language;
use yew::prelude::*;

use super::details::details;
use super::period_days::PeriodDays;
use crate::state::Action;
use document::View;

/// `file_periods` are the periods that the files are about, latest first.
pub(crate) fn period_bar(
    language: Language,
    view: &View,
    shown: Period,
    file_periods: &[Period],
    act: &Callback<Action>,
) -> Html {
    let asked = view.asked;
    let choices = if asked { file_periods } else { &view.periods };
    let choose = {
        let choices = choices.to_vec();
        act.reform(move |event: Event| {
            let place = usize::try_from(event.target_unchecked_into::<HtmlSelectElement>().selected_index());
            // A period that was asked for comes first, followed by the periods of the files.
            let place = place.ok().and_then(|place| if asked { place.checked_sub(1) } else { Some(place) });
            match place.and_then(|place| choices.get(place)) {
                Some(period) if !asked => Action::Show(*period),
                Some(period) => Action::Calculate(Some(*period)),
                None => Action::Calculate(None),
            }
        })
    };
    let back = act.reform(|_: MouseEvent| Action::Calculate(None));
    html! {
        <div class="period">
            <div class="period__line">
                if choices.len() > 1 {
                    <label class="govuk-label period__label" for="period">{ language.period_label() }</label>
                    <select class="govuk-select" id="period" onchange={choose}>
                        if asked {
                            <option selected=true>{ name(language, shown) }</option>
                        }
                        { for choices.iter().map(|period| html! {
                            <option selected={!asked && *period == shown}>{ name(language, *period) }</option>
                        }) }
                    </select>
                    <p class="govuk-body period__print"><strong>{ name(language, shown) }</strong></p>
                } else {
                    <p class="govuk-body period__name"><strong>{ name(language, shown) }</strong></p>
                }
                <p class="govuk-body-s quiet period__from">
                    { if asked { language.period_asked() } else { language.period_from_files() } }
                    if asked {
                        { " " }
                        <button type="button" class="link-button" onclick={back}>{ language.period_back() }</button>
                    }
                </p>
            </div>
            if view.any_days {
                { details(language.period_change(), "period__change", html! { <PeriodDays {language} {act} /> }) }
            }
        </div>
    }
}

fn name(language: Language, period: Period) -> AttrValue {
    language.capital(&language.period(period))
}
