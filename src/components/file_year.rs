//! The collection year of a file of a return: the year of its dates, or the year that the person says.

use web_sys::HtmlSelectElement;
use words::Language;
use yew::prelude::*;

use crate::state::{Action, ListedFile, Progress};

/// Empty for a file that does not belong to a return.
pub(super) fn file_year(
    language: Language,
    file: &ListedFile,
    years: Option<(i32, i32)>,
    act: &Callback<Action>,
) -> Html {
    let Progress::Read(summary) = &file.progress else { return html! {} };
    let (true, Some((first, last))) = (summary.is_of_return, years) else { return html! {} };
    let own = summary.year;
    let id = file.id;
    let choose = act.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::FileYear { id, year: value.parse().ok() }
    });
    let id = format!("year-{}", file.id);
    html! {
        <div class="file__year">
            <label class="govuk-body-s" for={id.clone()}>
                { language.file_year() }
                <span class="govuk-visually-hidden">{ language.of_file(&file.name) }</span>
            </label>
            <select class="govuk-select" {id} onchange={choose}>
                if own.is_none_or(|of| of.asked) {
                    <option value="" selected={own.is_none()}>{ language.file_year_dates() }</option>
                }
                { for (first - 1..=last + 1).map(|year| html! {
                    <option value={year.to_string()} selected={own.is_some_and(|of| of.year == year)}>{ year }</option>
                }) }
            </select>
        </div>
    }
}
