//! The page around the frame: what it gets, and what comes from it.

use std::cell::Cell;

use js_sys::{ArrayBuffer, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, File, HtmlElement, MessageEvent, ResizeObserver, Window};
use yew::Callback;

use super::options::{Height, Mode, Options};
use super::outlines::{SENTINEL, Shared};
use document::Outlines;

use crate::files::{file_of, file_of_bytes};
use crate::page::{document, element};
use crate::state::{Action, Chosen};

/// A host hands over no more files, no longer names, and no more bytes or characters in all.
const FILES: usize = 20;
const NAME: usize = 120;
const CONTENT: u32 = 32 * 1024 * 1024;

/// The page that this one is in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Host {
    window: Window,
    parent: Window,
    options: Options,
}

impl Host {
    /// The page around this one; none if it is by itself.
    pub(crate) fn around(fragment: &str) -> Option<Self> {
        let window = web_sys::window()?;
        let parent = window.parent().ok().flatten().filter(|parent| *parent != window)?;
        Some(Self { window, parent, options: Options::of_fragment(fragment) })
    }

    pub(crate) fn options(&self) -> Options {
        self.options
    }

    /// Gives the page its looks, and begins to speak with the host. `act` gets what the host hands over.
    pub(crate) fn begin(&self, act: &Callback<Action>) {
        let root = document().and_then(|document| document.document_element());
        if let Some(root) = root {
            root.set_class_name(&[&root.class_name(), " ", &self.options.class()].concat());
        }
        self.keep_history_clean();
        if self.options.mode == Mode::Figures {
            self.on_message(act);
        }
        // Last: with the first word of its height the frame says that it listens.
        self.send_height();
    }

    /// Hands shares over, as the visitor asked.
    pub(crate) fn share(&self, outlines: &Outlines) {
        let message = Shared::of(outlines);
        if let Ok(message) = to_js(&message) {
            self.send(&message);
        }
    }

    /// Who it goes to cannot be told from here: a frame without an origin of its own may not ask. So only what may be
    /// known to anyone is ever told.
    fn send(&self, message: &JsValue) {
        let _ = self.parent.post_message(message, "*");
    }

    /// Tells how high the page is, whenever that changes: the message that AMP's frames send, which other hosts know too.
    /// A frame whose height is fixed tells that one, once.
    fn send_height(&self) {
        if let Height::Fixed(pixels) = self.options.height {
            self.send_pixels(i64::from(pixels));
            return;
        }
        let place = element("page");
        let Some(page) = place.and_then(|page| page.dyn_into::<HtmlElement>().ok()) else { return };
        let told = Cell::new(0);
        let (host, measured) = (self.clone(), page.clone());
        let changed = Closure::<dyn FnMut()>::new(move || {
            let height = measured.offset_height();
            if told.replace(height) != height {
                host.send_pixels(i64::from(height));
            }
        });
        if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&page);
            // For as long as the page is there.
            std::mem::forget(observer);
        }
        changed.forget();
    }

    fn send_pixels(&self, height: i64) {
        let message = Size { sentinel: "amp", kind: "embed-size", height };
        if let Ok(message) = to_js(&message) {
            self.send(&message);
        }
    }

    /// A link within the frame makes no entry in the history of the tab, whose length the host could read.
    fn keep_history_clean(&self) {
        let window = self.window.clone();
        let follow = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = link.and_then(|element| element.closest("a[href^='#']").ok().flatten());
            if let Some(address) = link.and_then(|link| link.get_attribute("href"))
                && !event.default_prevented()
            {
                event.prevent_default();
                let _ = window.location().replace(&address);
            }
        });
        let _ = self.window.add_event_listener_with_callback("click", follow.as_ref().unchecked_ref());
        follow.forget();
    }

    fn on_message(&self, act: &Callback<Action>) {
        let (act, parent) = (act.clone(), self.parent.clone());
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let from_host = event.source().is_some_and(|source| JsValue::from(source) == JsValue::from(parent.clone()));
            if let Some(files) = from_host.then(|| files_in(event.data())).flatten() {
                act.emit(Action::Clear);
                act.emit(Action::Choose(files.into_iter().map(Chosen::new).collect()));
            }
        });
        let _ = self.window.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

/// How high the page is, as AMP's frames say it.
#[derive(Serialize)]
struct Size {
    sentinel: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    height: i64,
}

/// A message as plain data.
fn to_js(message: &impl Serialize) -> Result<JsValue, serde_wasm_bindgen::Error> {
    message.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}

/// A message that hands over figures.
#[derive(Deserialize)]
struct Figures {
    sentinel: String,
    #[serde(rename = "type")]
    kind: String,
    files: Vec<Given>,
}

/// A file in it.
#[derive(Deserialize)]
struct Given {
    name: String,
    /// A text or an `ArrayBuffer`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    content: JsValue,
}

/// The files of a message that hands over figures; `None` if anything about it is not as it should be. What has crossed
/// from one page to another is plain data: reading it runs nothing of the other's.
fn files_in(message: JsValue) -> Option<Vec<File>> {
    let Figures { sentinel, kind, files } = serde_wasm_bindgen::from_value(message).ok()?;
    if sentinel != SENTINEL || kind != "figures" || !(1..=FILES).contains(&files.len()) {
        return None;
    }
    let mut left = CONTENT;
    let file = |Given { name, content }: Given| {
        if !(1..=NAME).contains(&name.chars().count()) {
            return None;
        }
        if let Some(text) = content.dyn_ref::<js_sys::JsString>() {
            left = left.checked_sub(text.length())?;
            return file_of(&name, &String::from(text));
        }
        let bytes = Uint8Array::new(content.dyn_ref::<ArrayBuffer>()?);
        left = left.checked_sub(bytes.length())?;
        file_of_bytes(&name, &bytes)
    };
    files.into_iter().map(file).collect()
}
