//! The list of files: one line about all of them, and one line for each that needs attention, or for each if a person
//! wants.

use std::any::Any;

use document::{FileState, FileSummary, Shared};
use words::Language;
use yew::prelude::*;

use super::chooser::{choose_button, input};
use super::details::details;
use super::file_row::file_row;
use super::kept::{Piece, kept};
use super::paste::field;
use crate::files::whole_of;
use crate::state::{Action, Focus, ListedFile, Network, Progress, State};

/// The id of the list.
const LIST: &str = "files-list";

/// How many lines are built at once.
const GROUP: u32 = 25;

/// `fixed` if a person cannot choose or clear the files.
pub(crate) fn file_list(state: &State, fixed: bool, act: &Callback<Action>) -> Html {
    let (language, files) = (state.language, &state.files);
    let closing = state.network == Network::Closing;
    // Until there are figures, there are only files to see.
    let all = state.all_files || state.view.is_none();
    let listed: Vec<(u32, &Shared<ListedFile>)> =
        (0..).zip(files).filter(|(_, file)| all || needs_a_look(&file.progress)).collect();
    let years = years(files);
    // By their places, so that news of one file builds the lines of few others again.
    let rows = listed.chunk_by(|(one, _), (next, _)| one / GROUP == next / GROUP).map(|lines| {
        let files = lines.iter().map(|(_, file)| Shared::clone(file)).collect();
        kept(lines[0].0 / GROUP, Rows { language, files, years, closing, act: act.clone() })
    });
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
            <ul class="files__list" id={LIST}>{ for rows }</ul>
            // Where files are folded away, the answer comes first. Pasting works all the same.
            if !fixed && all {
                { details(language.paste_label(), "paste__more", field(language)) }
            }
        </section>
    }
}

/// The lines of some files: news of one file builds the lines of few others again.
#[derive(PartialEq)]
struct Rows {
    language: Language,
    files: Vec<Shared<ListedFile>>,
    /// The first and the last collection year of all files.
    years: Option<(i32, i32)>,
    closing: bool,
    act: Callback<Action>,
}

impl Piece for Rows {
    fn html(&self) -> Html {
        let of = |at: Option<usize>| at.and_then(|at| self.files.get(at)).and_then(|file| whole_of(&file.name));
        let row = |(at, file): (usize, &Shared<ListedFile>)| {
            // The first of several tables of a file, as far as they are built together.
            let whole =
                of(Some(at)).filter(|_| of(at.checked_sub(1)) != of(Some(at)) && of(Some(at + 1)) == of(Some(at)));
            file_row(self.language, file, whole, (self.years, self.closing), &self.act)
        };
        self.files.iter().enumerate().map(row).collect()
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

/// How many files there are, and whether all their rows and columns could be used.
fn counted(language: Language, files: &[Shared<ListedFile>]) -> AttrValue {
    let read = files.iter().filter_map(|file| match &file.progress {
        Progress::Read(summary) if summary.has_rows => Some((summary.rows_in_doubt, summary.columns_open)),
        _ => None,
    });
    let mut said = vec![language.files_count(files.len() as u64)];
    let (aside, open) = read.clone().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    if aside > 0 {
        said.push(language.files_rows_not_counted(aside));
    }
    if open > 0 {
        said.push(language.files_columns_open(open));
    }
    if read.count() > 0 && aside + open == 0 {
        said.push(language.files_all_rows().into());
    }
    said.iter().map(|text| &**text).collect::<Vec<_>>().join(" · ").into()
}

/// Whether a person has to see the state of a file, even while the others are folded away.
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

/// The first and the last collection year of the files of returns; `None` if there are no such files.
fn years(files: &[Shared<ListedFile>]) -> Option<(i32, i32)> {
    let years = files.iter().filter_map(|file| match &file.progress {
        Progress::Read(summary) => summary.year.map(|of| of.year),
        _ => None,
    });
    years.fold(None, |range, year| {
        let (first, last) = range.unwrap_or((year, year));
        Some((first.min(year), last.max(year)))
    })
}
