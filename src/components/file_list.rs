//! The files, one line each.

use document::engine::SetAside;
use words::Language;
use yew::prelude::*;

use super::file_row::file_row;
use crate::state::{Action, Focus, ListedFile, Progress};
use document::FileYear;

pub(crate) fn file_list(
    language: Language,
    files: &[ListedFile],
    set_aside: &[SetAside],
    years: &[FileYear],
    act: &Callback<Action>,
) -> Html {
    let reasons = |file: &ListedFile| -> Vec<SetAside> {
        if matches!(file.progress, Progress::Read(_)) {
            set_aside.iter().filter(|rows| rows.file == file.name).cloned().collect()
        } else {
            Vec::new()
        }
    };
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
                { for files.iter().map(|file| file_row(language, file, &reasons(file), years, act)) }
            </ul>
        </section>
    }
}
