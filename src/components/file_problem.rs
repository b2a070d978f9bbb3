//! What is wrong with a file as a whole, and the way out of it.

use document::engine::FileId;
use document::engine::{Problem, Rename};
use words::Language;
use yew::prelude::*;

use crate::state::Action;
use document::Part;

pub(super) fn file_problem(language: Language, id: FileId, problem: &Problem, act: &Callback<Action>) -> Html {
    html! {
        <div class="file__problem">
            <p class="govuk-body file__problem-text">{ language.problem(problem) }</p>
            { match problem {
                Problem::NearMiss { renames, .. } => near_miss(language, id, renames, act),
                Problem::UnknownColumns { found } if !found.is_empty() => html! {
                    <>
                        <p class="govuk-body-s file__note">{ language.problem_found_columns(&shortened(found)) }</p>
                        { name_columns(language) }
                    </>
                },
                Problem::UnknownColumns { .. } | Problem::MissingColumns { .. } | Problem::ChildRows { .. } => {
                    name_columns(language)
                }
                _ => html! {},
            } }
        </div>
    }
}

/// The way to the form for the columns.
fn name_columns(language: Language) -> Html {
    html! {
        <p class="govuk-body">
            <a class="govuk-link govuk-link--no-visited-state" href={["#", Part::Answers.fragment()].concat()}>
                { language.columns_link() }
            </a>
        </p>
    }
}

/// The columns that were read under another name, and the way back.
pub(super) fn renamed(language: Language, id: FileId, renames: &[Rename], act: &Callback<Action>) -> Html {
    if renames.is_empty() {
        return html! {};
    }
    let undo = act.reform(move |_: MouseEvent| Action::ReadAs { id, renames: Vec::new(), exactly: true });
    html! {
        <div class="file__renamed">
            <p class="govuk-body-s file__note">
                { language.file_renamed() }
                { for renames.iter().enumerate().map(|(at, Rename { found, meant })| html! {
                    <>{ if at > 0 { ", " } else { " " } }{ words::ProblemNearMissOne { found, meant }.text(language) }</>
                }) }
                { ". " }
                <button type="button" class="file__undo" onclick={undo}>{ language.file_renamed_undo() }</button>
            </p>
        </div>
    }
}

fn near_miss(language: Language, id: FileId, renames: &[Rename], act: &Callback<Action>) -> Html {
    let accept = {
        let renames = renames.to_vec();
        act.reform(move |_: MouseEvent| Action::ReadAs { id, renames: renames.clone(), exactly: false })
    };
    html! {
        <>
            <ul class="govuk-list govuk-list--bullet">
                { for renames.iter().map(|Rename { found, meant }| html! {
                    <li>{ words::ProblemNearMissOne { found, meant }.text(language) }</li>
                }) }
            </ul>
            <button type="button" class="govuk-button file__accept" onclick={accept}>{ language.near_miss_accept() }</button>
        </>
    }
}

/// The columns as one line, cut where it would fill the screen.
fn shortened(found: &[String]) -> String {
    const MOST: usize = 300;
    let mut line = found.join(", ");
    if let Some((end, _)) = line.char_indices().nth(MOST) {
        line.truncate(end);
        line.push('…');
    }
    line
}
