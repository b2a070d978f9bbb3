//! A form for any range of days.

use document::engine::{Day, Period};
use web_sys::HtmlInputElement;
use words::Language;
use yew::prelude::*;

use super::focus::focus_on;
use crate::state::Action;

/// What is wrong with the days that a person typed.
#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    First,
    Last,
    Backwards,
}

#[derive(Properties, PartialEq)]
pub(crate) struct PeriodDaysProps {
    pub(crate) language: Language,
    pub(crate) act: Callback<Action>,
}

#[component]
pub(crate) fn PeriodDays(PeriodDaysProps { language, act }: &PeriodDaysProps) -> Html {
    let written = use_state(<[String; 6]>::default);
    let wrong = use_state(|| None::<Wrong>);
    let tries = use_state(|| 0);
    use_effect_with(*tries, |tries| {
        if *tries > 0 {
            focus_on("days-wrong");
        }
    });
    let write = {
        let written = written.clone();
        Callback::from(move |(place, text): (usize, String)| {
            let mut next = (*written).clone();
            if let Some(cell) = next.get_mut(place) {
                *cell = text;
            }
            written.set(next);
        })
    };
    let calculate = {
        let (written, wrong, tries, act) = (written.clone(), wrong.clone(), tries.clone(), act.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match period_of(&written) {
                Ok(period) => {
                    wrong.set(None);
                    act.emit(Action::Calculate(Some(period)));
                }
                Err(error) => {
                    wrong.set(Some(error));
                    tries.set(*tries + 1);
                }
            }
        })
    };
    html! {
        <form onsubmit={calculate} novalidate=true>
            if let Some(wrong) = *wrong {
                <div class="govuk-error-summary" id="days-wrong" tabindex="-1">
                    <div role="alert">
                        <h4 class="govuk-error-summary__title">{ language.period_error_title() }</h4>
                        <div class="govuk-error-summary__body">
                            <a href={if wrong == Wrong::First { "#day-0" } else { "#day-3" }}>{ words(*language, wrong) }</a>
                        </div>
                    </div>
                </div>
            }
            { day_fields(*language, 0, language.period_first_day(), language.period_first_hint(), *wrong == Some(Wrong::First), &written, &write) }
            { day_fields(*language, 3, language.period_last_day(), language.period_last_hint(), matches!(*wrong, Some(Wrong::Last | Wrong::Backwards)), &written, &write) }
            <button type="submit" class="govuk-button">{ language.period_calculate() }</button>
        </form>
    }
}

fn words(language: Language, wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::First => language.period_error_first(),
        Wrong::Last => language.period_error_last(),
        Wrong::Backwards => language.period_error_backwards(),
    }
}

fn period_of(written: &[String; 6]) -> Result<Period, Wrong> {
    let [day_1, month_1, year_1, day_2, month_2, year_2] = written;
    let day = |day: &str, month: &str, year: &str| {
        Day::new(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?)
    };
    let first = day(day_1, month_1, year_1).ok_or(Wrong::First)?;
    let last = day(day_2, month_2, year_2).ok_or(Wrong::Last)?;
    Period::new(first, last).map_err(|_| Wrong::Backwards)
}

fn day_fields(
    language: Language,
    from: usize,
    legend: &'static str,
    hint: &'static str,
    wrong: bool,
    written: &[String; 6],
    write: &Callback<(usize, String)>,
) -> Html {
    let field = |place: usize, label: &'static str, width: &'static str| {
        let id = format!("day-{place}");
        let oninput =
            write.reform(move |event: InputEvent| (place, event.target_unchecked_into::<HtmlInputElement>().value()));
        html! {
            <div class="govuk-date-input__item">
                <div class="govuk-form-group">
                    <label class="govuk-label govuk-date-input__label" for={id.clone()}>{ label }</label>
                    <input
                        class={classes!("govuk-input", "govuk-date-input__input", width, wrong.then_some("govuk-input--error"))}
                        {id}
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        value={written[place].clone()}
                        {oninput}
                    />
                </div>
            </div>
        }
    };
    let hint_id = format!("day-hint-{from}");
    html! {
        <div class={classes!("govuk-form-group", wrong.then_some("govuk-form-group--error"))}>
            <fieldset class="govuk-fieldset" role="group" aria-describedby={hint_id.clone()}>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{ legend }</legend>
                <div class="govuk-hint" id={hint_id}>{ hint }</div>
                <div class="govuk-date-input">
                    { field(from, language.period_day(), "govuk-input--width-2") }
                    { field(from + 1, language.period_month(), "govuk-input--width-2") }
                    { field(from + 2, language.period_year(), "govuk-input--width-4") }
                </div>
            </fieldset>
        </div>
    }
}
