//! One file: what it is, how far it is, what became of its rows, and what can be done about it.

use document::engine::{FileEntry, FileKind, Problem, SetAside};
use yew::prelude::*;

use super::details::details;
use super::file_problem::{file_problem, renamed};
use super::file_year::file_year;
use crate::state::{Action, ListedFile, Progress};
use document::FileYear;

/// One line, and under it what went wrong.
pub(super) fn file_row(file: &ListedFile, set_aside: &[SetAside], years: &[FileYear], act: &Callback<Action>) -> Html {
    html! {
        <li class="file" key={file.id}>
            <div class="file__head">
                <p class="file__name">{ &file.name }</p>
                <div class="file__kind">{ tag(&file.progress) }{ file_year(file, years, act) }</div>
                <div class="file__state">{ state_of(file, set_aside) }</div>
                <p class="file__actions">{ actions(file, act) }</p>
            </div>
            { beneath(file, act) }
        </li>
    }
}

fn tag(progress: &Progress) -> Html {
    let (class, name) = match progress {
        Progress::Waiting => ("govuk-tag--grey", words::file_waiting()),
        Progress::Reading { .. } => ("govuk-tag--blue", words::file_reading()),
        Progress::Read(entry) => match &entry.problem {
            Some(Problem::Empty) => ("govuk-tag--red", words::tag_empty()),
            Some(Problem::NearMiss { .. }) => ("govuk-tag--yellow", words::tag_near_miss()),
            _ if entry.kind == FileKind::Unrecognised => ("govuk-tag--red", words::kind(entry.kind)),
            Some(_) => ("govuk-tag--yellow", words::kind(entry.kind)),
            None => ("govuk-tag--green", words::kind(entry.kind)),
        },
        Progress::Cancelled => ("govuk-tag--grey", words::tag_cancelled()),
        Progress::Failed => ("govuk-tag--red", words::tag_failed()),
        Progress::Stopped => ("govuk-tag--red", words::tag_stopped()),
        Progress::Replaced => ("govuk-tag--grey", words::tag_replaced()),
    };
    html! { <strong class={classes!("govuk-tag", class)}>{ name }</strong> }
}

fn state_of(file: &ListedFile, set_aside: &[SetAside]) -> Html {
    match &file.progress {
        Progress::Reading { done, rows } => {
            let words = words::FileReadOf { all: &words::format::bytes(file.size), done: &words::format::bytes(*done) };
            html! {
                <>
                    <progress
                        class="file__bar"
                        max={file.size.max(1).to_string()}
                        value={done.to_string()}
                        aria-label={words::progress_label(&file.name)}
                    />
                    <span class="quiet">{ words.text() }{ " · " }{ words::file_rows_so_far(*rows) }</span>
                </>
            }
        }
        Progress::Read(entry) if entry.rows.number().is_some_and(|rows| rows > 0) => rows_of(entry, set_aside),
        _ => html! { <span class="quiet">{ words::format::bytes(file.size) }</span> },
    }
}

/// How many rows were used and set aside. Why they were opens in the same place, so that the list keeps its height.
fn rows_of(entry: &FileEntry, set_aside: &[SetAside]) -> Html {
    let [used, aside_rows] = [entry.rows_used, entry.rows_set_aside].map(|rows| rows.number().unwrap_or(0));
    let aside = words::file_rows_set_aside(aside_rows);
    html! {
        <>
            <p>{ words::file_rows_used(used) }</p>
            if aside_rows == 0 {
                <p class="quiet">{ words::file_none_set_aside() }</p>
            } else if set_aside.is_empty() {
                <p class="quiet">{ aside }</p>
            } else {
                { details(aside, "file__why", reasons(set_aside)) }
            }
        </>
    }
}

fn actions(file: &ListedFile, act: &Callback<Action>) -> Html {
    let id = file.id;
    let button = |label: &'static str, action: Action| {
        let click = act.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="govuk-button govuk-button--secondary file__button" onclick={click}>
                { label }<span class="govuk-visually-hidden">{ words::of_file(&file.name) }</span>
            </button>
        }
    };
    html! {
        <>
            { match file.progress {
                Progress::Waiting | Progress::Reading { .. } => button(words::cancel(), Action::Cancel(id)),
                Progress::Cancelled => button(words::read_anyway(), Action::TryAgain(id)),
                Progress::Failed | Progress::Stopped => button(words::try_again(), Action::TryAgain(id)),
                Progress::Replaced => button(words::use_both(), Action::TryAgain(id)),
                Progress::Read(_) => html! {},
            } }
            { button(words::remove(), Action::Remove(id)) }
        </>
    }
}

fn reasons(set_aside: &[SetAside]) -> Html {
    html! {
        <ul class="govuk-list govuk-list--bullet">
            { for set_aside.iter().map(|rows| html! {
                <li>{ words::file_set_aside_row(rows.count) }{ " " }{ words::reason(rows.reason) }</li>
            }) }
        </ul>
    }
}

/// What stands under the line: what went wrong.
fn beneath(file: &ListedFile, act: &Callback<Action>) -> Html {
    let note = |words: &'static str| html! { <p class="govuk-body-s file__note">{ words }</p> };
    match &file.progress {
        Progress::Cancelled => note(words::file_cancelled()),
        Progress::Failed => note(words::file_failed()),
        Progress::Stopped => note(words::file_stopped()),
        Progress::Replaced => note(words::file_replaced()),
        Progress::Read(entry) => html! {
            <>
                { renamed(file.id, &entry.renamed, act) }
                if let Some(problem) = &entry.problem {
                    { file_problem(file.id, problem, act) }
                }
            </>
        },
        _ => html! {},
    }
}
