//! The results: the answer first, then what it rests on, then the doubt.

use std::rc::Rc;

use missing_rates::report::{FileKind, Level};
use yew::prelude::*;

use crate::components::{
    AreaTables, Downloads, Findings, Headlines, OwnReturn, PeriodBar, PublishedFigures, SetAsideList, use_focus,
};
use crate::state::{Action, Progress, State};
use crate::text;
use crate::view::View;

#[derive(Properties, PartialEq)]
pub(crate) struct ResultsProps {
    pub(crate) state: Rc<State>,
    pub(crate) act: Callback<Action>,
}

#[component]
pub(crate) fn Results(ResultsProps { state, act }: &ResultsProps) -> Html {
    let heading = use_focus(state.focus.results);
    let title = if state.busy && state.view.is_none() { text::results_calculating() } else { text::results_heading() };
    html! {
        <section class={classes!("results", state.busy.then_some("results--old"))} aria-labelledby="results">
            <h2 class="govuk-heading-l" id="results" ref={heading} tabindex="-1">{ title }</h2>
            if let Some(view) = &state.view {
                { figures(view, state, act) }
            } else if !state.busy {
                { nothing(state) }
            }
        </section>
    }
}

fn figures(view: &Rc<View>, state: &State, act: &Callback<Action>) -> Html {
    let of_return = view.subjects.iter().any(|subject| subject.area.level == Level::Return);
    html! {
        <>
            if view.subjects.is_empty() && view.published.is_empty() {
                { nothing(state) }
            }
            if let Some(shown) = view.shown {
                <PeriodBar
                    {shown}
                    periods={view.periods.clone()}
                    file_periods={state.file_periods.clone()}
                    asked={view.asked}
                    any_days={of_return}
                    {act}
                />
                { for view.subjects.iter().map(|subject| html! {
                    if subject.area.level == Level::Return {
                        <OwnReturn subject={subject.clone()} period={shown} />
                    } else {
                        <Headlines subject={subject.clone()} period={shown} />
                    }
                }) }
                <AreaTables tables={view.tables.clone()} period={shown} />
                <PublishedFigures figures={view.published.clone()} />
            }
            <Findings findings={view.findings.clone()} />
            <SetAsideList set_aside={view.set_aside.clone()} />
            if view.shown.is_some() {
                <Downloads {act} />
            }
        </>
    }
}

/// Why there are no figures, and what would help.
fn nothing(state: &State) -> Html {
    let mut kinds = Vec::new();
    let mut set_aside_all = false;
    for file in &state.files {
        if let Progress::Read(entry) = &file.progress {
            if entry.problem.is_none() {
                kinds.push(entry.kind);
                set_aside_all |= entry.rows > 0 && entry.rows_used == 0;
            }
        }
    }
    let has = |kind| kinds.contains(&kind);
    let child_level = [FileKind::Header, FileKind::Episodes, FileKind::Uasc, FileKind::Missing];
    let say = if kinds.is_empty() {
        text::results_none()
    } else if child_level.iter().any(|kind| has(*kind)) && !has(FileKind::Episodes) {
        text::results_need_episodes()
    } else if has(FileKind::Episodes) && !has(FileKind::Missing) {
        text::results_need_missing()
    } else if set_aside_all {
        text::results_all_set_aside()
    } else {
        text::results_no_period()
    };
    html! {
        <div class="govuk-inset-text">
            <h3 class="govuk-heading-s">{ text::results_none_title() }</h3>
            <p class="govuk-body">{ say }</p>
        </div>
    }
}
