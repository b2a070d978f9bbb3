//! The files, one line each.

use missing_rates::report::SetAside;
use yew::prelude::*;

use super::file_row::FileRow;
use super::focus::use_focus;
use crate::state::{Action, ListedFile, Progress};
use crate::text;

#[derive(Properties, PartialEq)]
pub(crate) struct FileListProps {
    pub(crate) files: Vec<ListedFile>,
    pub(crate) set_aside: Vec<SetAside>,
    /// Counted up when the focus belongs here.
    pub(crate) focus: u32,
    pub(crate) act: Callback<Action>,
}

#[component]
pub(crate) fn FileList(FileListProps { files, set_aside, focus, act }: &FileListProps) -> Html {
    let heading = use_focus(*focus);
    let reasons = |file: &ListedFile| -> Vec<SetAside> {
        if matches!(file.progress, Progress::Read(_)) {
            set_aside.iter().filter(|rows| rows.file == file.name).cloned().collect()
        } else {
            Vec::new()
        }
    };
    html! {
        <section class="files" aria-labelledby="files">
            <h2 class="govuk-heading-m files__heading" id="files" ref={heading} tabindex="-1">
                { text::files_heading() }
                <span class="quiet files__count">{ text::files_count(files.len() as u64) }</span>
            </h2>
            <ul class="files__list">
                { for files.iter().map(|file| html! {
                    <FileRow key={file.id} file={file.clone()} set_aside={reasons(file)} {act} />
                }) }
            </ul>
        </section>
    }
}
