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
    let (first, last) = years
        .iter()
        .fold((own.of.year, own.of.year), |(first, last), year| (first.min(year.of.year), last.max(year.of.year)));
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
                if own.of.asked {
                    <option value="">{ language.file_year_dates() }</option>
                }
                { for (first - 1..=last + 1).map(|year| html! {
                    <option value={year.to_string()} selected={year == own.of.year}>{ year }</option>
                }) }
            </select>
        </div>
    }
}
