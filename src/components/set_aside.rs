//! Rows that no figure rests on, by file and reason.

use missing_rates::report::SetAside;
use yew::prelude::*;

use crate::text;

#[derive(Properties, PartialEq)]
pub(crate) struct SetAsideListProps {
    pub(crate) set_aside: Vec<SetAside>,
}

#[component]
pub(crate) fn SetAsideList(SetAsideListProps { set_aside }: &SetAsideListProps) -> Html {
    html! {
        <section class="aside" aria-labelledby="set-aside">
            <h3 class="govuk-heading-m" id="set-aside">{ text::set_aside_heading() }</h3>
            if set_aside.is_empty() {
                <p class="govuk-body">{ text::set_aside_none() }</p>
            } else {
                <p class="govuk-body">{ text::set_aside_about() }</p>
                <table class="govuk-table">
                    <caption class="govuk-table__caption govuk-visually-hidden">{ text::set_aside_caption() }</caption>
                    <thead class="govuk-table__head">
                        <tr class="govuk-table__row">
                            <th scope="col" class="govuk-table__header">{ text::column_file() }</th>
                            <th scope="col" class="govuk-table__header">{ text::column_reason() }</th>
                            <th scope="col" class="govuk-table__header govuk-table__header--numeric">{ text::column_rows() }</th>
                        </tr>
                    </thead>
                    <tbody class="govuk-table__body">
                        { for set_aside.iter().map(|rows| html! {
                            <tr class="govuk-table__row">
                                <th scope="row" class="govuk-table__header aside__file">{ &rows.file }</th>
                                <td class="govuk-table__cell">{ text::reason(rows.reason) }</td>
                                <td class="govuk-table__cell govuk-table__cell--numeric">{ text::format::number(rows.count) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            }
        </section>
    }
}
