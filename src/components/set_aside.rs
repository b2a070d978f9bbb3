//! Rows that no figure rests on, by file and reason.

use missing_rates::report::SetAside;
use yew::prelude::*;

use super::table::{head, hidden_caption, number, table};
use crate::text;

pub(crate) fn set_aside_list(set_aside: &[SetAside]) -> Html {
    html! {
        <section class="aside" aria-labelledby="set-aside">
            <h3 class="govuk-heading-m" id="set-aside">{ text::set_aside_heading() }</h3>
            if set_aside.is_empty() {
                <p class="govuk-body">{ text::set_aside_none() }</p>
            } else {
                <p class="govuk-body">{ text::set_aside_about() }</p>
                { rows_of(set_aside) }
            }
        </section>
    }
}

fn rows_of(set_aside: &[SetAside]) -> Html {
    let row = |rows: &SetAside| {
        html! {
            <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header aside__file">{ &rows.file }</th>
                <td class="govuk-table__cell">{ text::reason(rows.reason) }</td>
                { number(text::format::number(rows.count)) }
            </tr>
        }
    };
    let heads = html! {
        <>
            { head(text::column_file(), false) }
            { head(text::column_reason(), false) }
            { head(text::column_rows(), true) }
        </>
    };
    let rows = html! { <>{ for set_aside.iter().map(row) }</> };
    table("", hidden_caption(text::set_aside_caption()), heads, rows)
}
