//! One file: what it is, how far it has been read, what became of its rows, and what a person can do with it.

use document::{FileState, FileSummary};
use words::Language;
use yew::prelude::*;

use super::details::details;
use super::file_problem::{file_problem, renamed};
use super::file_year::file_year;
use crate::state::{Action, ListedFile, Progress};

/// One line, with what went wrong below it. While the network is `closing`, a file waits for that. `whole` is the file that it
/// was taken out of, where that is offered to be removed.
pub(super) fn file_row(
    language: Language,
    file: &ListedFile,
    whole: Option<&str>,
    (years, closing): (Option<(i32, i32)>, bool),
    act: &Callback<Action>,
) -> Html {
    html! {
        <li class="file" key={file.id}>
            <div class="file__head">
                <p class="file__name">{ &file.name }</p>
                <div class="file__kind">{ tag(language, &file.progress, closing) }{ file_year(language, file, years, act) }</div>
                <div class="file__state">{ state_of(language, file) }</div>
                <p class="file__actions">{ actions(language, file, whole, act) }</p>
            </div>
            { beneath(language, file, act) }
        </li>
    }
}

fn tag(language: Language, progress: &Progress, closing: bool) -> Html {
    let (class, name) = match progress {
        Progress::Waiting if closing => ("govuk-tag--grey", language.network_closing()),
        Progress::Waiting => ("govuk-tag--grey", language.file_waiting()),
        Progress::Reading { .. } => ("govuk-tag--blue", language.file_reading()),
        Progress::Read(summary) => {
            let class = match summary.state {
                FileState::Understood => "govuk-tag--green",
                FileState::InDoubt => "govuk-tag--yellow",
                FileState::NotUnderstood => "govuk-tag--red",
            };
            return html! { <strong class={classes!("govuk-tag", class)}>{ &summary.kind }</strong> };
        }
        Progress::Cancelled => ("govuk-tag--grey", language.tag_cancelled()),
        Progress::Failed => ("govuk-tag--red", language.tag_failed()),
        Progress::Stopped => ("govuk-tag--red", language.tag_stopped()),
        Progress::Replaced => ("govuk-tag--grey", language.tag_replaced()),
    };
    html! { <strong class={classes!("govuk-tag", class)}>{ name }</strong> }
}

fn state_of(language: Language, file: &ListedFile) -> Html {
    match &file.progress {
        Progress::Reading { done, rows } => {
            let words = words::FileReadOf { all: &language.bytes(file.size), done: &language.bytes(*done) };
            html! {
                <>
                    <progress
                        class="file__bar"
                        max={file.size.max(1).to_string()}
                        value={done.to_string()}
                        aria-label={language.progress_label(&file.name)}
                    />
                    <span class="quiet">{ words.text(language) }{ " · " }{ language.file_rows_so_far(*rows) }</span>
                </>
            }
        }
        Progress::Read(summary) if summary.has_rows => rows_of(language, summary),
        _ => html! { <span class="quiet">{ language.bytes(file.size) }</span> },
    }
}

/// How many rows were used and set aside. The reasons open in the same place, so that the list keeps its height.
fn rows_of(language: Language, summary: &FileSummary) -> Html {
    let aside = language.file_rows_set_aside(summary.rows_set_aside);
    html! {
        <>
            <p>{ language.file_rows_used(summary.rows_used) }</p>
            if summary.rows_set_aside == 0 {
                <p class="quiet">{ language.file_none_set_aside() }</p>
            } else if summary.reasons.is_empty() {
                <p class="quiet">{ aside }</p>
            } else {
                { details(aside, "file__why", reasons(&summary.reasons)) }
            }
        </>
    }
}

fn actions(language: Language, file: &ListedFile, whole: Option<&str>, act: &Callback<Action>) -> Html {
    let id = file.id;
    let button_of = |name: &str, label: &'static str, action: Action| {
        let click = act.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="govuk-button govuk-button--secondary file__button" onclick={click}>
                { label }<span class="govuk-visually-hidden">{ language.of_file(name) }</span>
            </button>
        }
    };
    let button = |label, action| button_of(&file.name, label, action);
    html! {
        <>
            { match file.progress {
                Progress::Waiting | Progress::Reading { .. } => button(language.cancel(), Action::Cancel(id)),
                Progress::Cancelled => button(language.read_anyway(), Action::TryAgain(id)),
                Progress::Failed | Progress::Stopped => button(language.try_again(), Action::TryAgain(id)),
                Progress::Replaced => button(language.use_both(), Action::TryAgain(id)),
                Progress::Read(_) => html! {},
            } }
            { button(language.remove(), Action::Remove(id)) }
            if let Some(name) = whole {
                { button_of(name, language.remove_whole(), Action::RemoveWhole(name.to_owned())) }
            }
        </>
    }
}

fn reasons(reasons: &[AttrValue]) -> Html {
    html! {
        <ul class="govuk-list govuk-list--bullet">
            { for reasons.iter().map(|reason| html! { <li>{ reason }</li> }) }
        </ul>
    }
}

/// What is below the line: what went wrong.
fn beneath(language: Language, file: &ListedFile, act: &Callback<Action>) -> Html {
    let note = |words: &'static str| html! { <p class="govuk-body-s file__note">{ words }</p> };
    match &file.progress {
        Progress::Cancelled => note(language.file_cancelled()),
        Progress::Failed => note(language.file_failed()),
        Progress::Stopped => note(language.file_stopped()),
        Progress::Replaced => note(language.file_replaced()),
        Progress::Read(summary) => html! {
            <>
                if let Some(said) = &summary.renamed {
                    { renamed(language, file.id, said, act) }
                }
                if let Some(problem) = &summary.problem {
                    { file_problem(language, file.id, problem, act) }
                }
            </>
        },
        _ => html! {},
    }
}
