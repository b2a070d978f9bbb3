//! A table that a reader can sort and look through.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::blocks::blocks;
use super::focus::say_copied;
use crate::document::{Cell, Column, Row, Table};
use crate::shared::Shared;
use crate::state::Action;
use crate::text;

/// How many rows are shown at first, so that a large table is there at once.
const FIRST: usize = 100;

#[derive(Properties, PartialEq)]
pub(crate) struct DataTableProps {
    pub(crate) table: Shared<Table>,
    pub(crate) act: Callback<Action>,
}

/// How a reader wants to see it.
#[derive(Clone, Default, PartialEq)]
struct Order {
    /// The column that it is sorted by, and whether from its end.
    by: Option<(usize, bool)>,
    /// Part of the first cell, in small letters.
    wanted: String,
    all: bool,
}

#[component]
pub(crate) fn DataTable(DataTableProps { table, act }: &DataTableProps) -> Html {
    let order = use_state(Order::default);
    let rows = rows_of(table, &order);
    let shown = if order.all { rows.len() } else { rows.len().min(FIRST) };
    let label = format!("{}-caption", table.id);
    let find = {
        let order = order.clone();
        Callback::from(move |event: InputEvent| {
            let wanted = event.target_unchecked_into::<HtmlInputElement>().value().trim().to_lowercase();
            order.set(Order { wanted, ..(*order).clone() });
        })
    };
    let show_all = {
        let order = order.clone();
        Callback::from(move |_: MouseEvent| order.set(Order { all: true, ..(*order).clone() }))
    };
    let find_id = format!("{}-find", table.id);
    let all = text::format::number(table.rows.len() as u64);
    html! {
        <div class="data">
            if table.sortable && table.rows.len() > 10 {
                <div class="govuk-form-group data__find">
                    <label class="govuk-label" for={find_id.clone()}>{ text::block_filter() }</label>
                    <input
                        class="govuk-input"
                        id={find_id}
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        value={order.wanted.clone()}
                        oninput={find}
                    />
                    <p class="quiet data__count" role="status">
                        if !order.wanted.is_empty() {
                            { text::BlockRowsShown { all: &all, rows: rows.len() as u64 }.text() }
                        }
                    </p>
                </div>
            }
            <div class="data__frame" id={frame_of(&table.id)} tabindex="0" role="region" aria-labelledby={label.clone()}>
                <table class="govuk-table data__table">
                    <caption class="govuk-table__caption govuk-table__caption--s" id={label}>{ &table.caption }</caption>
                    <thead class="govuk-table__head">
                        <tr class="govuk-table__row">
                            { for table.columns.iter().enumerate().map(|(at, column)| head(table, at, column, &order)) }
                        </tr>
                    </thead>
                    <tbody class="govuk-table__body">
                        { for rows[..shown].iter().map(|row| line(row, &table.columns, act)) }
                    </tbody>
                </table>
            </div>
            { keep(&table.id, &table.caption, act) }
            if shown < rows.len() {
                <button type="button" class="govuk-button govuk-button--secondary" onclick={show_all}>
                    { text::block_more(&text::format::number(rows.len() as u64)) }
                </button>
            }
        </div>
    }
}

fn frame_of(table: &str) -> String {
    ["table-", table].concat()
}

/// What a reader may take along of one table.
fn keep(table: &AttrValue, caption: &AttrValue, act: &Callback<Action>) -> Html {
    let said_id = ["table-said-", table].concat();
    let copy = {
        let (frame, said_id) = (frame_of(table), said_id.clone());
        Callback::from(move |_: MouseEvent| say_copied(&frame, &said_id))
    };
    let download = {
        let table = table.to_string();
        act.reform(move |_: MouseEvent| Action::DownloadTable(table.clone()))
    };
    let of = html! { <span class="govuk-visually-hidden">{ ": " }{ caption }</span> };
    html! {
        <p class="data__keep">
            <button type="button" class="link-button" onclick={copy}>{ text::block_copy_table() }{ of.clone() }</button>
            <button type="button" class="link-button" onclick={download}>{ text::block_csv() }{ of }</button>
            <span class="quiet" id={said_id} role="status"></span>
        </p>
    }
}

/// The rows that are wanted, in the order that is wanted. Rows that are alike stay as they were.
fn rows_of<'a>(table: &'a Table, order: &Order) -> Vec<&'a Row> {
    let named = |row: &&Row| {
        order.wanted.is_empty()
            || row.cells.first().is_some_and(|cell| cell.text.to_lowercase().contains(&order.wanted))
    };
    let rows: Vec<&Row> = table.rows.iter().filter(named).collect();
    let Some((at, backwards)) = order.by else { return rows };
    let keys: Vec<Key> = rows.iter().map(|row| Key::of(row.cells.get(at))).collect();
    // The browser's own sort: one of our own would add kilobytes to the download.
    let places: Array = (0..rows.len()).map(JsValue::from).collect();
    let key = |place: &JsValue| keys.get(place_of(place)?);
    let sorted = places.sort_by(&mut |a, b| {
        let order = key(&a).cmp(&key(&b));
        (if backwards { order.reverse() } else { order }) as i32
    });
    sorted.iter().filter_map(|place| rows.get(place_of(&place)?).copied()).collect()
}

fn place_of(place: &JsValue) -> Option<usize> {
    place.as_f64().map(crate::state::whole)?.try_into().ok()
}

/// What a cell is sorted by: what has no number comes first, then by number; words by themselves.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// The bits of the number, in the order of the numbers.
    number: Option<i64>,
    text: String,
}

impl Key {
    fn of(cell: Option<&Cell>) -> Self {
        let number = cell.and_then(|cell| cell.key).map(|key| {
            let bits = key.to_bits().cast_signed();
            // As in `f64::total_cmp`.
            bits ^ (((bits >> 63).cast_unsigned()) >> 1).cast_signed()
        });
        let text = if number.is_none() { cell.map(|cell| cell.text.to_lowercase()) } else { None };
        Self { number, text: text.unwrap_or_default() }
    }
}

fn head(table: &Table, at: usize, column: &Column, order: &UseStateHandle<Order>) -> Html {
    let class = classes!("govuk-table__header", column.numeric.then_some("govuk-table__header--numeric"));
    if !table.sortable || column.name.is_empty() {
        return html! { <th scope="col" {class}>{ &column.name }</th> };
    }
    let now = order.by.filter(|(by, _)| *by == at).map(|(_, backwards)| backwards);
    let sorted = match now {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    // Numbers are looked at from the largest down, names from the beginning.
    let next = now.map_or(column.numeric, |backwards| !backwards);
    let sort = {
        let order = order.clone();
        Callback::from(move |_: MouseEvent| order.set(Order { by: Some((at, next)), ..(*order).clone() }))
    };
    html! {
        <th scope="col" {class} aria-sort={sorted}>
            <button type="button" class="data__sort" onclick={sort}>{ &column.name }</button>
        </th>
    }
}

fn line(row: &Row, columns: &[Column], act: &Callback<Action>) -> Html {
    let cell = |(at, cell): (usize, &Cell)| {
        let numeric = columns.get(at).is_some_and(|column| column.numeric);
        let inside = html! {
            <>
                // Not seen, and copied: what is pasted into a spreadsheet is not run.
                if cell.guarded {
                    <span class="data__guard" aria-hidden="true">{ "'" }</span>
                }
                { &cell.text }
                if let Some(about) = &cell.about {
                    <span class="data__about quiet">{ about }</span>
                }
                { blocks(&cell.blocks, act) }
            </>
        };
        if at == 0 {
            html! { <th scope="row" class="govuk-table__header data__name">{ inside }</th> }
        } else {
            let class = classes!("govuk-table__cell", numeric.then_some("govuk-table__cell--numeric"));
            html! { <td {class}>{ inside }</td> }
        }
    };
    let class = classes!("govuk-table__row", row.marked.then_some("data__marked"));
    html! { <tr {class}>{ for row.cells.iter().enumerate().map(cell) }</tr> }
}
