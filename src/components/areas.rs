//! Every area of a cohort as a table, narrowed down by nation or name.

use missing_rates::period::Period;
use missing_rates::report::{Area, Level, Total};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::text;
use crate::view::{AreaRow, AreaTable};

#[derive(Properties, PartialEq)]
pub(crate) struct AreaTablesProps {
    pub(crate) tables: Vec<AreaTable>,
    pub(crate) period: Period,
}

/// The nations, by the letter with which their ONS codes begin.
fn nations() -> [(&'static str, &'static str); 5] {
    [
        ("", text::areas_everywhere()),
        ("E", text::areas_england()),
        ("N", text::areas_northern_ireland()),
        ("S", text::areas_scotland()),
        ("W", text::areas_wales()),
    ]
}

fn code(area: &Area) -> &str {
    area.code.as_ref().map_or("", |code| code.as_str())
}

#[component]
pub(crate) fn AreaTables(AreaTablesProps { tables, period }: &AreaTablesProps) -> Html {
    let cohort = use_state(|| 0_usize);
    let nation = use_state(|| "");
    let search = use_state(String::new);
    let Some(table) = tables.get(*cohort).or_else(|| tables.first()) else { return html! {} };
    let choose_cohort = {
        let cohort = cohort.clone();
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            cohort.set(usize::try_from(place).unwrap_or_default());
        })
    };
    let choose_nation = {
        let nation = nation.clone();
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let letter = usize::try_from(place).ok().and_then(|place| nations().get(place).map(|(letter, _)| *letter));
            nation.set(letter.unwrap_or_default());
        })
    };
    let find = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| search.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let wanted = search.trim().to_lowercase();
    let rows: Vec<&AreaRow> = table
        .rows
        .iter()
        .filter(|row| code(&row.area).starts_with(*nation))
        .filter(|row| row.area.name.as_ref().is_some_and(|name| name.to_lowercase().contains(&wanted)))
        .collect();
    let several_nations = nations()
        .iter()
        .filter(|(letter, _)| !letter.is_empty() && table.rows.iter().any(|row| code(&row.area).starts_with(letter)))
        .count()
        > 1;
    html! {
        <section class="areas" aria-labelledby="areas">
            <h3 class="govuk-heading-m" id="areas">{ text::areas_heading() }</h3>
            <div class="areas__choices">
                if tables.len() > 1 {
                    <div class="govuk-form-group">
                        <label class="govuk-label" for="areas-cohort">{ text::areas_cohort() }</label>
                        <select class="govuk-select" id="areas-cohort" onchange={choose_cohort}>
                            { for tables.iter().map(|other| html! {
                                <option selected={other.cohort == table.cohort}>{ text::cohort(other.cohort) }</option>
                            }) }
                        </select>
                    </div>
                }
                if several_nations {
                    <div class="govuk-form-group">
                        <label class="govuk-label" for="areas-nation">{ text::areas_nation() }</label>
                        <select class="govuk-select" id="areas-nation" onchange={choose_nation}>
                            { for nations().into_iter().map(|(letter, name)| html! {
                                <option selected={letter == *nation}>{ name }</option>
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
                        value={(*search).clone()}
                        oninput={find}
                    />
                </div>
            </div>
            { area_table(table, &rows, *period) }
        </section>
    }
}

fn area_table(table: &AreaTable, rows: &[&AreaRow], period: Period) -> Html {
    if rows.is_empty() {
        return html! { <p class="govuk-body" role="status">{ text::areas_nothing() }</p> };
    }
    let caption = text::AreasCaption {
        areas: rows.len() as u64,
        cohort: text::cohort(table.cohort),
        period: &text::format::period(period),
    };
    html! {
        <div class="areas__frame" tabindex="0" role="region" aria-label={caption.text()}>
            <table class="govuk-table areas__table">
                <caption class="govuk-table__caption govuk-table__caption--s" role="status">{ caption.text() }</caption>
                <thead class="govuk-table__head">
                    <tr class="govuk-table__row">
                        <th scope="col" class="govuk-table__header">{ text::column_area() }</th>
                        <th scope="col" class="govuk-table__header govuk-table__header--numeric">{ text::column_children() }</th>
                        <th scope="col" class="govuk-table__header govuk-table__header--numeric">{ text::column_missing() }</th>
                        <th scope="col" class="govuk-table__header govuk-table__header--numeric">{ text::column_share() }</th>
                        <th scope="col" class="govuk-table__header govuk-table__header--numeric areas__interval">{ text::column_interval() }</th>
                    </tr>
                </thead>
                <tbody class="govuk-table__body">{ for rows.iter().map(|row| area_row(row)) }</tbody>
            </table>
        </div>
    }
}

fn area_row(row: &AreaRow) -> Html {
    let pooled = row.area.level != Level::Authority;
    let (children, missing) = match &row.rate {
        Some(rate) => (text::format::number(rate.denominator), text::format::number(rate.numerator)),
        None => (answer(row.children.as_ref()), answer(row.missing.as_ref())),
    };
    let (share, interval) = row.rate.as_ref().map_or_else(
        || (text::no_share().to_owned(), String::new()),
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
            <th scope="row" class="govuk-table__header areas__name">{ row.area.name.clone().unwrap_or_default() }</th>
            <td class="govuk-table__cell govuk-table__cell--numeric">{ children }</td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{ missing }</td>
            <td class="govuk-table__cell govuk-table__cell--numeric areas__share">{ share }</td>
            <td class="govuk-table__cell govuk-table__cell--numeric areas__interval">{ interval }</td>
        </tr>
    }
}

/// What was answered: a number, a range, or none.
fn answer(total: Option<&Total>) -> String {
    match total {
        Some(Total { exact: Some(number), .. }) => text::format::number(*number),
        Some(Total { lowest, highest, .. }) if highest > lowest => {
            text::TotalsRange { highest: *highest, lowest: *lowest }.text()
        }
        _ => text::no_answer().to_owned(),
    }
}
