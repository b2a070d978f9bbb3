//! Every area of a cohort as a table, narrowed down by nation or name.

use missing_rates::area::AreaCode;
use missing_rates::report::{Level, Total};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::table::{head, table};
use crate::shared::Shared;
use crate::text;
use crate::view::{AreaRow, AreaTable, View};

#[derive(Properties, PartialEq)]
pub(crate) struct AreaTablesProps {
    pub(crate) view: Shared<View>,
}

/// What the reader wants to see of it.
#[derive(Clone, Default, PartialEq)]
struct Wanted {
    /// Which table.
    table: usize,
    /// The nation or region.
    within: Option<AreaCode>,
    /// A part of a name.
    name: String,
}

#[component]
pub(crate) fn AreaTables(AreaTablesProps { view }: &AreaTablesProps) -> Html {
    let wanted = use_state(Wanted::default);
    let Some(area_table) = view.tables.get(wanted.table).or_else(|| view.tables.first()) else { return html! {} };
    let part = wanted.name.trim().to_ascii_lowercase();
    let rows: Vec<&AreaRow> = area_table
        .rows
        .iter()
        .filter(|row| wanted.within.is_none_or(|place| row.area.code == Some(place) || row.within.contains(&place)))
        .filter(|row| row.area.name.as_ref().is_some_and(|name| name.to_ascii_lowercase().contains(&part)))
        .collect();
    html! {
        <section class="areas" aria-labelledby="areas">
            <h3 class="govuk-heading-m" id="areas">{ text::areas_heading() }</h3>
            { choices(&view.tables, area_table, &wanted) }
            { rows_of(view, area_table, &rows) }
        </section>
    }
}

/// Narrows the table down.
fn choices(tables: &[AreaTable], shown: &AreaTable, wanted: &UseStateHandle<Wanted>) -> Html {
    let place_in = |event: &Event| {
        usize::try_from(event.target_unchecked_into::<HtmlSelectElement>().selected_index()).unwrap_or_default()
    };
    let choose_table = {
        let wanted = wanted.clone();
        Callback::from(move |event: Event| wanted.set(Wanted { table: place_in(&event), ..(*wanted).clone() }))
    };
    let places: Vec<_> = shown
        .rows
        .iter()
        .filter(|row| matches!(row.area.level, Level::Nation | Level::Region))
        .filter_map(|row| row.area.code.zip(row.area.name))
        .collect();
    let choose_place = {
        let wanted = wanted.clone();
        let codes: Vec<_> = places.iter().map(|(code, _)| *code).collect();
        Callback::from(move |event: Event| {
            let within = place_in(&event).checked_sub(1).and_then(|place| codes.get(place).copied());
            wanted.set(Wanted { within, ..(*wanted).clone() });
        })
    };
    let find = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| {
            let name = event.target_unchecked_into::<HtmlInputElement>().value();
            wanted.set(Wanted { name, ..(*wanted).clone() });
        })
    };
    html! {
        <div class="areas__choices">
            if tables.len() > 1 {
                <div class="govuk-form-group">
                    <label class="govuk-label" for="areas-cohort">{ text::areas_cohort() }</label>
                    <select class="govuk-select" id="areas-cohort" onchange={choose_table}>
                        { for tables.iter().map(|other| html! {
                            <option selected={other.cohort == shown.cohort}>{ text::cohort(other.cohort) }</option>
                        }) }
                    </select>
                </div>
            }
            if places.len() > 1 {
                <div class="govuk-form-group">
                    <label class="govuk-label" for="areas-place">{ text::areas_where() }</label>
                    <select class="govuk-select" id="areas-place" onchange={choose_place}>
                        <option selected={wanted.within.is_none()}>{ text::areas_everywhere() }</option>
                        { for places.into_iter().map(|(code, name)| html! {
                            <option selected={wanted.within == Some(code)}>{ name }</option>
                        }) }
                    </select>
                </div>
            }
            <div class="govuk-form-group">
                <label class="govuk-label" for="areas-find">{ text::areas_find() }</label>
                <input
                    class="govuk-input"
                    id="areas-find"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    value={wanted.name.clone()}
                    oninput={find}
                />
            </div>
        </div>
    }
}

fn rows_of(view: &Shared<View>, shown: &AreaTable, rows: &[&AreaRow]) -> Html {
    if rows.is_empty() {
        return html! { <p class="govuk-body" role="status">{ text::areas_nothing() }</p> };
    }
    let period = view.shown.map(text::format::period).unwrap_or_default();
    let caption =
        text::AreasCaption { areas: rows.len() as u64, cohort: text::cohort(shown.cohort), period: &period }.text();
    let heads = html! {
        <>
            { head(text::column_area(), false) }
            { wide_head(text::column_children()) }
            { wide_head(text::column_missing()) }
            { head(text::column_share(), true) }
            { wide_head(text::column_interval()) }
        </>
    };
    let caption_line = html! {
        <caption class="govuk-table__caption govuk-table__caption--s">{ caption.clone() }</caption>
    };
    html! {
        <div class="areas__frame" tabindex="0" role="region" aria-label={caption}>
            { table("areas__table", caption_line, heads, html! { <>{ for rows.iter().map(|row| area_row(row)) }</> }) }
        </div>
    }
}

/// The head of a column that a narrow screen has no room for.
fn wide_head(name: &'static str) -> Html {
    html! { <th scope="col" class="govuk-table__header govuk-table__header--numeric areas__count">{ name }</th> }
}

fn area_row(row: &AreaRow) -> Html {
    let pooled = row.area.level != Level::Authority;
    let (children, missing) = match &row.rate {
        Some(rate) => (text::format::number(rate.denominator), text::format::number(rate.numerator)),
        None => (answer(row.children.as_ref()), answer(row.missing.as_ref())),
    };
    let (share, interval) = row.rate.as_ref().map_or_else(
        || (text::no_share().into(), AttrValue::default()),
        |rate| {
            let interval = rate.interval.as_ref().map(|interval| {
                let (lower, upper) = (text::format::share(interval.lower), text::format::share(interval.upper));
                text::Between { lower: &lower, upper: &upper }.text()
            });
            (text::format::rate(rate), interval.unwrap_or_default())
        },
    );
    html! {
        <tr class={classes!("govuk-table__row", pooled.then_some("areas__pooled"))}>
            <th scope="row" class="govuk-table__header areas__name">
                { row.area.name.unwrap_or_default() }
                <span class="areas__of quiet">{ text::AreasOf { children: &children, missing: &missing }.text() }</span>
            </th>
            <td class="govuk-table__cell govuk-table__cell--numeric areas__count">{ children }</td>
            <td class="govuk-table__cell govuk-table__cell--numeric areas__count">{ missing }</td>
            <td class="govuk-table__cell govuk-table__cell--numeric areas__share">{ share }</td>
            <td class="govuk-table__cell govuk-table__cell--numeric areas__count">{ interval }</td>
        </tr>
    }
}

/// What was answered: a number, a range, or none.
fn answer(total: Option<&Total>) -> AttrValue {
    match total {
        Some(Total { exact: Some(number), .. }) => text::format::number(*number),
        Some(Total { lowest, highest, .. }) if highest > lowest => {
            text::TotalsRange { highest: *highest, lowest: *lowest }.text()
        }
        _ => text::no_answer().into(),
    }
}
