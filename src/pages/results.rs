//! The results: the answer first, then what it rests on, then the doubt.

use document::engine::FileKind;
use document::engine::Period;
use words::Language;
use yew::prelude::*;

use crate::components::{blocks, parts_nav, period_bar, share_offer};
use crate::embed::Mode;
use crate::state::{Action, Focus, Progress, State};
use document::Block;
use document::Part;
use document::Shared;
use document::View;

pub(super) fn results(state: &State, act: &Callback<Action>) -> Html {
    let title = if state.busy && state.view.is_none() {
        state.language.results_calculating()
    } else {
        state.language.results_heading()
    };
    html! {
        <section class={classes!("results", state.busy.then_some("results--old"))} aria-labelledby={Focus::RESULTS}>
            <h2 class="govuk-heading-l" id={Focus::RESULTS} tabindex="-1">{ title }</h2>
            if let Some(view) = &state.view {
                if view.empty {
                    { nothing(state) }
                }
                <Figures
                    language={state.language}
                    view={view.clone()}
                    file_periods={state.file_periods.clone()}
                    part={state.part}
                    blocks={state.blocks.clone()}
                    frame={state.frame}
                    {act}
                />
            } else if !state.busy {
                { nothing(state) }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FiguresProps {
    language: Language,
    view: Shared<View>,
    file_periods: Vec<Period>,
    part: Part,
    blocks: Option<Shared<Vec<Block>>>,
    frame: Option<Mode>,
    act: Callback<Action>,
}

/// A component of its own, so that it is not built again with every word of progress.
#[component]
fn Figures(FiguresProps { language, view, file_periods, part, blocks: shown, frame, act }: &FiguresProps) -> Html {
    let name = view.parts.iter().find(|of| of.part == *part).map(|of| of.name.clone());
    html! {
        <>
            if let Some(period) = view.shown {
                { period_bar(*language, view, period, file_periods, act) }
            }
            if !view.coverage.is_empty() {
                <div class="coverage">{ blocks(*language, &view.coverage, act) }</div>
            }
            if !view.empty {
                <div class="head">{ blocks(*language, &view.head, act) }</div>
            }
            { parts_nav(*language, &view.parts, *part) }
            // Without figures there is nothing to sum up: what stands above says why.
            <section class="part" hidden={view.empty && *part == Part::Summary} aria-labelledby={Focus::PART}>
                <h3 class="govuk-heading-m part__heading" id={Focus::PART} tabindex="-1">{ name }</h3>
                if let Some(shown) = shown {
                    { blocks(*language, shown, act) }
                } else {
                    <p class="govuk-body quiet">{ language.part_loading() }</p>
                }
                if *part == Part::Summary && frame.is_some() {
                    { in_frame(*language, *frame, view, act) }
                }
            </section>
            if *part != Part::Whole {
                <div class="foot">{ blocks(*language, &view.foot, act) }</div>
            }
        </>
    }
}

/// What a summary has more in somebody else's page.
fn in_frame(language: Language, frame: Option<Mode>, view: &View, act: &Callback<Action>) -> Html {
    html! {
        <>
            if frame == Some(Mode::Figures) && view.parts.iter().any(|of| of.part == Part::Compare && of.shown) {
                <p class="govuk-body"><a class="govuk-link" href="#compare">{ language.embed_find() }</a></p>
            }
            { share_offer(language, view.outlines.clone(), act) }
        </>
    }
}

/// Why there are no figures, and what would help.
fn nothing(state: &State) -> Html {
    let mut kinds = Vec::new();
    let mut set_aside_all = false;
    for file in &state.files {
        if let Progress::Read(entry) = &file.progress
            && entry.problem.is_none()
        {
            kinds.push(entry.kind);
            set_aside_all |= entry.rows != 0 && entry.rows_used == 0;
        }
    }
    let has = |kind| kinds.contains(&kind);
    let child_level = [FileKind::Header, FileKind::Episodes, FileKind::Uasc, FileKind::Missing];
    let say = if kinds.is_empty() {
        state.language.results_none()
    } else if child_level.iter().any(|kind| has(*kind)) && !has(FileKind::Episodes) {
        state.language.results_need_episodes()
    } else if has(FileKind::Episodes) && state.view.as_ref().is_some_and(|view| !view.coverage.is_empty()) {
        state.language.results_not_covered()
    } else if has(FileKind::Episodes) && !has(FileKind::Missing) {
        state.language.results_need_missing()
    } else if set_aside_all {
        state.language.results_all_set_aside()
    } else {
        state.language.results_no_period()
    };
    html! {
        <div class="govuk-inset-text">
            <h3 class="govuk-heading-s">{ state.language.results_none_title() }</h3>
            <p class="govuk-body">{ say }</p>
        </div>
    }
}
