//! The files: one line of all of them, and one line of each that something is to be said of, or of each if a person wants.

use document::{FileState, FileSummary};
use words::Language;
use yew::prelude::*;

use super::chooser::{choose_button, input};
use super::file_row::file_row;
use crate::state::{Action, Focus, ListedFile, Network, Progress, State};

/// The id of the list.
const LIST: &str = "files-list";

/// `fixed` if the files are not the person's own to choose and to clear.
pub(crate) fn file_list(state: &State, fixed: bool, act: &Callback<Action>) -> Html {
    let (language, files) = (state.language, &state.files);
    let closing = state.network == Network::Closing;
    // Until there are figures, the files are what there is to see.
    let all = state.all_files || state.view.is_none();
    let listed = files.iter().filter(|file| all || needs_a_look(&file.progress));
    let rows: Html = listed.map(|file| file_row(language, file, (years(files), closing), act)).collect();
    let button = |text: &'static str, action: Action| {
        html! {
            <button type="button" class="govuk-button govuk-button--secondary file__button"
                onclick={act.reform(move |_: MouseEvent| action.clone())}>
                { text }
            </button>
        }
    };
    html! {
        <section class="files" aria-labelledby={Focus::FILES}>
            <div class="files__top">
                <h2 class="govuk-heading-m files__heading" id={Focus::FILES} tabindex="-1">
                    { language.files_heading() }
                    <span class="quiet files__count">{ counted(language, files) }</span>
                </h2>
                <div class="files__buttons">
                    if state.view.is_some() {
                        <button type="button" class="govuk-button govuk-button--secondary file__button"
                            aria-expanded={all.to_string()} aria-controls={LIST}
                            onclick={act.reform(move |_: MouseEvent| Action::ShowFiles(!all))}>
                            { if all { language.files_hide() } else { language.files_show() } }
                        </button>
                    }
                    if !fixed {
                        { choose_button(language, true, act) }
                        { input(language, act) }
                        { button(language.clear_everything(), Action::Clear) }
                    }
                </div>
            </div>
            <ul class="files__list" id={LIST}>{ rows }</ul>
        </section>
    }
}

/// How many files there are, and whether all their rows are counted.
fn counted(language: Language, files: &[ListedFile]) -> AttrValue {
    let read = files.iter().filter_map(|file| match &file.progress {
        Progress::Read(summary) if summary.has_rows => Some(summary.rows_set_aside),
        _ => None,
    });
    let aside: u64 = read.clone().sum();
    let rows = match (read.count(), aside) {
        (0, _) => return language.files_count(files.len() as u64),
        (_, 0) => language.files_all_rows().into(),
        (_, aside) => language.files_rows_not_counted(aside),
    };
    [&*language.files_count(files.len() as u64), " · ", &rows].concat().into()
}

/// Whether a person has to see what is said of a file, also while the others are folded away.
fn needs_a_look(progress: &Progress) -> bool {
    match progress {
        Progress::Read(summary) => says_something(summary),
        Progress::Waiting | Progress::Reading { .. } => false,
        Progress::Cancelled | Progress::Failed | Progress::Stopped | Progress::Replaced => true,
    }
}

fn says_something(summary: &FileSummary) -> bool {
    summary.state != FileState::Understood || summary.problem.is_some() || summary.renamed.is_some()
}

/// The first and the last collection year of the files of returns, if there are any.
fn years(files: &[ListedFile]) -> Option<(i32, i32)> {
    let years = files.iter().filter_map(|file| match &file.progress {
        Progress::Read(summary) => summary.year.map(|of| of.year),
        _ => None,
    });
    years.fold(None, |range, year| {
        let (first, last) = range.unwrap_or((year, year));
        Some((first.min(year), last.max(year)))
    })
}
