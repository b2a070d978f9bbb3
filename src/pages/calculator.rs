//! Choose files, see what became of them, read the results.

use document::Part;
use words::Language;
use yew::prelude::*;

use super::results::results;
use crate::components::{about, chooser, details, drawing, engine_notice, file_list, network_status, undo_clear};
use crate::embed::Mode;
use crate::state::{Action, Focus, State};

pub(crate) fn calculator(state: &State, act: &Callback<Action>) -> Html {
    if state.frame == Some(Mode::Figures) {
        return if state.part == Part::Figure { figure(state, act) } else { figures(state, act) };
    }
    let empty = state.files.is_empty();
    if empty && !state.part.needs_files() {
        return alone(state, act);
    }
    html! {
        <>
            <div class={classes!("top", (!empty).then_some("top--small"))}>
                <h1 class="govuk-heading-xl title" id={Focus::START} tabindex="-1">{ state.language.title() }</h1>
                <p class="govuk-body-l lead">{ state.language.lead() }</p>
                { network_status(state.language, state.network) }
            </div>
            { engine_notice(state.language, state.engine_health(), act) }
            if empty {
                { undo_clear(state, act) }
                if state.frame.is_none() && state.part != Part::Summary {
                    <p class="govuk-inset-text">{ state.language.part_waits() }</p>
                }
                { chooser(state.language, state.samples, state.hovered, state.frame.is_some(), act) }
                if state.frame.is_none() {
                    { about(state.language) }
                }
            } else {
                { file_list(state, false, act) }
                { results(state, act) }
            }
        </>
    }
}

/// A part that needs no file, and has the page to itself.
fn alone(state: &State, act: &Callback<Action>) -> Html {
    html! {
        <>
            <h1 class="govuk-heading-xl title" id={Focus::START} tabindex="-1">{ title_of(state.language, state.part) }</h1>
            { engine_notice(state.language, state.engine_health(), act) }
            { undo_clear(state, act) }
            <section class="part" aria-labelledby={Focus::START}>
                if let Some(drawn) = &state.drawing {
                    { drawing(state.language, drawn, act) }
                } else {
                    <p class="govuk-body quiet">{ state.language.part_loading() }</p>
                }
            </section>
        </>
    }
}

/// What the page is called while a part has it to itself.
pub(crate) fn title_of(language: Language, part: Part) -> &'static str {
    match part {
        Part::Council => language.council_title(),
        Part::Request => language.request_title(),
        _ => language.title(),
    }
}

/// The page of a frame that shows one of the host's figures, and nothing to choose.
fn figure(state: &State, act: &Callback<Action>) -> Html {
    html! {
        <section class="figure" aria-labelledby={Focus::START}>
            <h1 class="govuk-visually-hidden" id={Focus::START} tabindex="-1">{ state.language.title() }</h1>
            { engine_notice(state.language, state.engine_health(), act) }
            if state.files.is_empty() {
                <p class="govuk-body">{ state.language.embed_figures_waiting() }</p>
            } else if let Some(why) = state.unusable() {
                { cannot(state, &why) }
            } else if let Some(drawn) = &state.drawing {
                { drawing(state.language, drawn, act) }
            } else {
                <p class="govuk-body quiet">{ state.language.part_loading() }</p>
            }
        </section>
    }
}

/// Why the figure cannot be shown, with what is wrong with each file. A visitor cannot choose, remove or explain one.
fn cannot(state: &State, why: &AttrValue) -> Html {
    let problems: Vec<AttrValue> = state.files.iter().filter_map(|file| file.progress.problem()).collect();
    html! {
        <>
            <p class="govuk-body">{ state.language.figure_none() }</p>
            if problems.is_empty() {
                <p class="govuk-body">{ why }</p>
            }
            { for problems.into_iter().map(|problem| html! { <p class="govuk-body">{ problem }</p> }) }
        </>
    }
}

/// The page of a frame that shows the host's own figures: nothing to choose, the results alone.
fn figures(state: &State, act: &Callback<Action>) -> Html {
    html! {
        <>
            <h1 class="govuk-heading-xl title" id={Focus::START} tabindex="-1">{ state.language.title() }</h1>
            <p class="govuk-body-l lead">{ state.language.embed_figures_lead() }</p>
            { engine_notice(state.language, state.engine_health(), act) }
            if state.files.is_empty() {
                <p class="govuk-body">{ state.language.embed_figures_waiting() }</p>
            } else {
                { results(state, act) }
                // What stops the figures is open.
                if state.shows_nothing() {
                    { file_list(state, true, act) }
                } else {
                    { details(state.language.embed_figures_files(), "", file_list(state, true, act)) }
                }
            }
        </>
    }
}
