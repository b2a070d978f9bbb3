//! A table, and a window of one that a reader can sort and look through. The worker arranges the rows.

use web_sys::HtmlInputElement;
use words::Language;
use yew::prelude::*;

use super::blocks::blocks;
use super::focus::{say_copied, say_whether, to_top};
use crate::files::copy_table;
use crate::state::Action;
use document::{Arranged, Cell, Column, ROWS, Row, Setting, Table, Window};

/// A table of more rows scrolls in a window of its own.
const LONG: usize = 20;
/// A cell of more letters wants room.
const WORDY: usize = 40;

/// The whole of a table.
pub(super) fn table(language: Language, table: &Table, act: &Callback<Action>) -> Html {
    let heads = table.columns.iter().map(|column| html! { <th scope="col" class={head(column)}>{ &column.name }</th> });
    html! {
        <div class="data" key={table.id.to_string()}>
            { frame(language, table, heads.collect(), act) }
            { keep(language, table, false, act) }
        </div>
    }
}

/// A window, with what arranges it.
pub(super) fn window(language: Language, window: &Window, act: &Callback<Action>) -> Html {
    let Window { table, arranged, wanted, all } = window;
    let arrange = {
        let table = table.id.clone();
        act.reform(move |arranged: Arranged| Action::Set(Setting::Arrange { table: table.clone(), arranged }))
    };
    let find = {
        let arranged = arranged.clone();
        arrange.reform(move |event: InputEvent| {
            let find = event.target_unchecked_into::<HtmlInputElement>().value().into();
            Arranged { find, from: 0, ..arranged.clone() }
        })
    };
    let find_id = [&table.id, "-find"].concat();
    let number = |n: u64| language.number(n);
    let from = u64::from(arranged.from);
    let shown = table.rows.len() as u64;
    let heads = table.columns.iter().zip(0..).map(|(column, at)| sort(table, at, column, arranged, &arrange));
    html! {
        <div class="data" key={table.id.to_string()}>
            if table.sortable && *all > 10 {
                <div class="govuk-form-group data__find">
                    <label class="govuk-label" for={find_id.clone()}>{ language.block_filter() }</label>
                    <input
                        class="govuk-input"
                        id={find_id}
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        ~defaultValue={arranged.find.to_string()}
                        oninput={find}
                    />
                </div>
            }
            <p class="quiet data__count" role="status">
                if wanted < all {
                    { words::BlockRowsShown { all: &number(*all), rows: *wanted }.text(language) }{ " " }
                }
                if shown < *wanted {
                    { words::BlockRows { all: &number(*wanted), from: &number(from + 1), to: &number(from + shown) }.text(language) }
                }
            </p>
            { frame(language, table, heads.collect(), act) }
            if shown < *wanted {
                <p class="data__pages">
                    { page(language, table, Language::block_rows_before, arranged, from.checked_sub(ROWS as u64), &arrange) }
                    { page(language, table, Language::block_rows_after, arranged, Some(from + shown).filter(|to| to < wanted), &arrange) }
                </p>
            }
            { keep(language, table, shown < *wanted, act) }
        </div>
    }
}

fn frame(language: Language, table: &Table, heads: Html, act: &Callback<Action>) -> Html {
    let label = [&table.id, "-caption"].concat();
    html! {
        <div class={classes!("data__frame", (table.rows.len() > LONG).then_some("data__frame--long"))} id={frame_of(&table.id)} tabindex="0" role="region" aria-labelledby={label.clone()}>
            <table class="govuk-table data__table">
                <caption class="govuk-table__caption govuk-table__caption--s" id={label}><span class="data__caption">{ &table.caption }</span></caption>
                <thead class="govuk-table__head"><tr class="govuk-table__row">{ heads }</tr></thead>
                <tbody class="govuk-table__body">
                    { for table.rows.iter().map(|row| line(language, row, &table.columns, act)) }
                </tbody>
            </table>
        </div>
    }
}

fn frame_of(id: &str) -> String {
    ["table-", id].concat()
}

/// Shows the rows from another on. At the ends the button stays, so that it keeps the focus, and does nothing.
fn page(
    language: Language,
    table: &Table,
    words: fn(Language, &str) -> AttrValue,
    arranged: &Arranged,
    to: Option<u64>,
    arrange: &Callback<Arranged>,
) -> Html {
    let onclick = to.and_then(|to| u32::try_from(to).ok()).map(|from| {
        let (frame, arranged) = (frame_of(&table.id), arranged.clone());
        arrange.reform(move |_: MouseEvent| {
            to_top(&frame);
            Arranged { from, ..arranged.clone() }
        })
    });
    html! {
        <button
            type="button"
            class="govuk-button govuk-button--secondary block__button"
            aria-disabled={to.is_none().then_some("true")}
            {onclick}
        >
            { words(language, &language.number(ROWS as u64)) }
        </button>
    }
}

fn said_of(id: &str) -> String {
    ["table-said-", id].concat()
}

/// Copies all rows of a table, of which the page shows some, and says whether that went well.
pub(crate) fn table_copied(language: Language, id: &str, markup: String, lines: String) {
    say_whether(language, copy_table(&frame_of(id), markup, lines), &said_of(id));
}

/// What a reader may take along of one table. What is not on the page comes from the worker.
fn keep(language: Language, table: &Table, of_worker: bool, act: &Callback<Action>) -> Html {
    let said_id = said_of(&table.id);
    let copy = {
        let (id, frame, said_id) = (table.id.clone(), frame_of(&table.id), said_id.clone());
        let act = act.clone();
        Callback::from(move |_: MouseEvent| {
            if of_worker {
                act.emit(Action::CopyTable(id.clone()));
            } else {
                say_copied(language, &frame, &said_id);
            }
        })
    };
    let download = {
        let table = table.id.clone();
        act.reform(move |_: MouseEvent| Action::DownloadTable(table.clone()))
    };
    let of = html! { <span class="govuk-visually-hidden">{ ": " }{ &table.caption }</span> };
    html! {
        <p class="data__keep">
            <button type="button" class="link-button" onclick={copy}>{ language.block_copy_table() }{ of.clone() }</button>
            <button type="button" class="link-button" onclick={download}>{ language.block_csv() }{ of }</button>
            <span class="quiet" id={said_id} role="status"></span>
        </p>
    }
}

fn head(column: &Column) -> Classes {
    classes!("govuk-table__header", column.numeric.then_some("govuk-table__header--numeric"))
}

/// The head of a column that the table can be sorted by.
fn sort(table: &Table, at: u32, column: &Column, arranged: &Arranged, arrange: &Callback<Arranged>) -> Html {
    let class = head(column);
    if !table.sortable || column.name.is_empty() {
        return html! { <th scope="col" {class}>{ &column.name }</th> };
    }
    let now = arranged.by.filter(|by| *by == at).map(|_| arranged.backwards);
    let sorted = match now {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let next = Arranged {
        by: Some(at),
        // Numbers are looked at from the largest down, names from the beginning.
        backwards: now.map_or(column.numeric, |backwards| !backwards),
        from: 0,
        find: arranged.find.clone(),
    };
    html! {
        <th scope="col" {class} aria-sort={sorted}>
            <button type="button" class="data__sort" onclick={arrange.reform(move |_: MouseEvent| next.clone())}>
                { &column.name }
            </button>
        </th>
    }
}

fn line(language: Language, row: &Row, columns: &[Column], act: &Callback<Action>) -> Html {
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
                { blocks(language, &cell.blocks, act) }
            </>
        };
        if at == 0 {
            let wordy = cell.about.as_ref().is_some_and(|about| about.len() > WORDY / 2);
            let class = classes!("govuk-table__header", "data__name", wordy.then_some("data__words"));
            html! { <th scope="row" {class}>{ inside }</th> }
        } else {
            let class = classes!(
                "govuk-table__cell",
                numeric.then_some("govuk-table__cell--numeric"),
                (!numeric && cell.text.len() > WORDY).then_some("data__words")
            );
            html! { <td {class}>{ inside }</td> }
        }
    };
    let class = classes!("govuk-table__row", row.marked.then_some("data__marked"));
    html! { <tr {class}>{ for row.cells.iter().enumerate().map(cell) }</tr> }
}
