//! Which collection year a file of a return is of: what its dates say, or what the person says.

use web_sys::HtmlSelectElement;
use words::Language;
use yew::prelude::*;

use crate::state::{Action, ListedFile};
use document::ASK_YEAR;
use document::FileYear;

/// Nothing for a file of no return.
pub(super) fn file_year(language: Language, file: &ListedFile, years: &[FileYear], act: &Callback<Action>) -> Html {
    let Some(own) = years.iter().find(|year| year.id == file.id) else { return html! {} };
    let known: Vec<i32> = years.iter().filter_map(|year| year.of).map(|of| of.year).collect();
    let (Some(first), Some(last)) = (known.iter().min(), known.iter().max()) else { return html! {} };
    let key = [ASK_YEAR, &file.id.to_string()].concat();
    let choose = act.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Set { key: key.clone(), value }
    });
    let id = format!("year-{}", file.id);
    html! {
        <div class="file__year">
            <label class="govuk-body-s" for={id.clone()}>
                { language.file_year() }
                <span class="govuk-visually-hidden">{ language.of_file(&file.name) }</span>
            </label>
            <select class="govuk-select" {id} onchange={choose}>
                if own.of.is_none_or(|of| of.asked) {
                    <option value="" selected={own.of.is_none()}>{ language.file_year_dates() }</option>
                }
                { for (first - 1..=last + 1).map(|year| html! {
                    <option value={year.to_string()} selected={own.of.is_some_and(|of| of.year == year)}>{ year }</option>
                }) }
            </select>
        </div>
    }
}
