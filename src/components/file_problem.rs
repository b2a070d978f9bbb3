//! What is wrong with a file as a whole, and how to solve it.

use document::engine::{FileId, Rename};
use document::{FileProblem, Part, WayOut};
use words::Language;
use yew::prelude::*;

use crate::state::Action;

pub(super) fn file_problem(
    language: Language,
    id: FileId,
    FileProblem { text, way_out, .. }: &FileProblem,
    act: &Callback<Action>,
) -> Html {
    html! {
        <div class="file__problem">
            <p class="govuk-body file__problem-text">{ text }</p>
            { match way_out {
                WayOut::Rename { renames, lines } => near_miss(language, id, renames, lines, act),
                WayOut::NameColumns { found } => name_columns(language, found.as_ref()),
                WayOut::None => html! {},
            } }
        </div>
    }
}

/// A link to the form for the columns.
fn name_columns(language: Language, found: Option<&AttrValue>) -> Html {
    html! {
        <>
            if let Some(found) = found {
                <p class="govuk-body-s file__note">{ found }</p>
            }
            <p class="govuk-body">
                <a class="govuk-link govuk-link--no-visited-state" href={["#", Part::Answers.fragment()].concat()}>
                    { language.columns_link() }
                </a>
            </p>
        </>
    }
}

/// The columns that were read under another name, and the button that undoes it.
pub(super) fn renamed(language: Language, id: FileId, said: &AttrValue, act: &Callback<Action>) -> Html {
    let undo = act.reform(move |_: MouseEvent| Action::ReadAs { id, renames: Vec::new(), exactly: true });
    html! {
        <div class="file__renamed">
            <p class="govuk-body-s file__note">
                { said }{ " " }
                <button type="button" class="file__undo" onclick={undo}>{ language.file_renamed_undo() }</button>
            </p>
        </div>
    }
}

fn near_miss(language: Language, id: FileId, renames: &[Rename], lines: &[AttrValue], act: &Callback<Action>) -> Html {
    let accept = {
        let renames = renames.to_vec();
        act.reform(move |_: MouseEvent| Action::ReadAs { id, renames: renames.clone(), exactly: false })
    };
    html! {
        <>
            <ul class="govuk-list govuk-list--bullet">{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            <button type="button" class="govuk-button file__accept" onclick={accept}>{ language.near_miss_accept() }</button>
        </>
    }
}
