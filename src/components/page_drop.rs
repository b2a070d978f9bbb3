//! Accepts a drop or what is pasted anywhere on the page.

use wasm_bindgen::prelude::*;
use web_sys::{DragEvent, FileList};
use words::Language;
use yew::prelude::*;

use super::paste;
use crate::state::{Action, Chosen};

/// The files of a list, each with its id.
pub(super) fn chosen(files: Option<FileList>) -> Vec<Chosen> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|place| files.get(place)).map(Chosen::new).collect()
}

/// Listens for files that are dragged over the page or dropped on it, and for what is pasted, as long as the page exists. A page
/// that does not `take` them ignores them.
#[hook]
pub(crate) fn use_page_drop(language: Language, take: bool, act: &Callback<Action>) {
    let act = act.clone();
    use_effect_with((), move |()| {
        paste::listen(language, take, act.clone());
        let handler = Closure::<dyn FnMut(DragEvent)>::new(move |event: DragEvent| {
            let Some(data) = event.data_transfer() else { return };
            if !data.types().includes(&"Files".into(), 0) {
                return;
            }
            // Otherwise the browser would leave the page and open the file.
            event.prevent_default();
            if !take {
                return;
            }
            match event.type_().as_str() {
                "drop" => act.emit(Action::Choose(chosen(data.files()))),
                "dragenter" => {
                    act.emit(Action::Reach);
                    act.emit(Action::Hover(true));
                }
                // The pointer leaves the window, and does not only move from one element to the next.
                "dragleave" if event.related_target().is_none() => act.emit(Action::Hover(false)),
                _ => {}
            }
        });
        let window = web_sys::window();
        for kind in ["dragenter", "dragover", "dragleave", "drop"] {
            if let Some(window) = &window {
                let _ = window.add_event_listener_with_callback(kind, handler.as_ref().unchecked_ref());
            }
        }
        move || {
            for kind in ["dragenter", "dragover", "dragleave", "drop"] {
                if let Some(window) = &window {
                    let _ = window.remove_event_listener_with_callback(kind, handler.as_ref().unchecked_ref());
                }
            }
        }
    });
}
