//! The files, one line each.

use words::Language;
use yew::prelude::*;

use super::file_row::file_row;
use crate::state::{Action, Focus, ListedFile, Progress};

pub(crate) fn file_list(language: Language, files: &[ListedFile], act: &Callback<Action>) -> Html {
    let clear = act.reform(|_: MouseEvent| Action::Clear);
    html! {
        <section class="files" aria-labelledby={Focus::FILES}>
            <div class="files__top">
                <h2 class="govuk-heading-m files__heading" id={Focus::FILES} tabindex="-1">
                    { language.files_heading() }
                    <span class="quiet files__count">{ language.files_count(files.len() as u64) }</span>
                </h2>
                <button type="button" class="govuk-button govuk-button--secondary file__button" onclick={clear}>
                    { language.clear_everything() }
                </button>
            </div>
            <ul class="files__list">
                { for files.iter().map(|file| file_row(language, file, years(files), act)) }
            </ul>
        </section>
    }
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
