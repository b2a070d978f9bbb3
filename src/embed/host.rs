//! The page around the frame: what it gets, and what comes from it.

use std::cell::Cell;

use js_sys::{Array, ArrayBuffer, JsString, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, File, HtmlElement, MessageEvent, ResizeObserver, Window};
use yew::Callback;

use super::options::{Height, Mode, Options};
use super::outlines::shared;
use super::plain::plain;
use document::{HANDED_FILES, Handed, HandedFile, Outlines, SENTINEL};

use crate::files::{file_of, file_of_bytes};
use crate::page::{document, element};
use crate::state::{Action, Chosen};

/// The page that this one is in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Host {
    window: Window,
    parent: Window,
    options: Options,
    /// What the part that is open first is about.
    about: Option<String>,
}

impl Host {
    /// The page around this one; none if it is by itself.
    pub(crate) fn around(fragment: &str) -> Option<Self> {
        let window = web_sys::window()?;
        let parent = window.parent().ok().flatten().filter(|parent| *parent != window)?;
        let options = Options::of_fragment(fragment);
        Some(Self { window, parent, options, about: options.about(fragment) })
    }

    pub(crate) fn options(&self) -> Options {
        self.options
    }

    /// What the part that is open first is about.
    pub(crate) fn about(&self) -> Option<String> {
        self.about.clone()
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
        self.send(&shared(outlines));
    }

    /// Says that nothing can be shown of what the host handed over. Why is said in the frame.
    pub(crate) fn say_nothing(&self) {
        self.send(&plain(&[("sentinel", SENTINEL.into()), ("type", "nothing".into())]));
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
            self.send_pixels(pixels.into());
            return;
        }
        let place = element("page");
        let Some(page) = place.and_then(|page| page.dyn_into::<HtmlElement>().ok()) else { return };
        let told = Cell::new(0);
        let (host, measured) = (self.clone(), page.clone());
        let changed = Closure::<dyn FnMut()>::new(move || {
            let height = measured.offset_height();
            if told.replace(height) != height {
                host.send_pixels(height.into());
            }
        });
        if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&page);
            // For as long as the page is there.
            std::mem::forget(observer);
        }
        changed.forget();
    }

    fn send_pixels(&self, height: f64) {
        // As AMP's frames say it.
        let message = plain(&[("sentinel", "amp".into()), ("type", "embed-size".into()), ("height", height.into())]);
        self.send(&message);
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
            if let Some(files) = from_host.then(|| files_in(&event.data())).flatten() {
                act.emit(Action::Clear);
                act.emit(Action::Choose(files.into_iter().map(Chosen::new).collect()));
            }
        });
        let _ = self.window.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

/// What a website hands over as a file: a text or an `ArrayBuffer`.
struct Content(JsValue);

impl Content {
    fn length(&self) -> Option<u32> {
        let text = self.0.dyn_ref::<JsString>().map(JsString::length);
        text.or_else(|| self.0.dyn_ref::<ArrayBuffer>().map(ArrayBuffer::byte_length))
    }

    fn file(&self, name: &str) -> Option<File> {
        match self.0.dyn_ref::<JsString>() {
            Some(text) => file_of(name, &String::from(text)),
            None => file_of_bytes(name, &Uint8Array::new(&self.0)),
        }
    }
}

/// The files of a message that hands over figures; `None` if anything about it is not as it should be. What has crossed
/// from one page to another is plain data: reading it runs nothing of the other's.
fn files_in(message: &JsValue) -> Option<Vec<File>> {
    let field = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let text = |of: &JsValue, name: &str| field(of, name)?.as_string();
    let files: Array = field(message, "files")?.dyn_into().ok()?;
    if files.length() as usize > HANDED_FILES {
        return None;
    }
    let file = |of: JsValue| Some(HandedFile { name: text(&of, "name")?, content: Content(field(&of, "content")?) });
    let files = files.iter().map(file).collect::<Option<_>>()?;
    let handed = Handed { sentinel: text(message, "sentinel")?, kind: text(message, "type")?, files };
    handed.files(Content::length)?.iter().map(|of| of.content.file(&of.name)).collect()
}
