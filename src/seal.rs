//! Closing the network: a second policy, added while the page runs, can only take away. What it forbids stays
//! forbidden until the page is loaded anew, also in workers that are made from then on.

use std::cell::Cell;

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Nothing may be fetched or sent (what is in an image's own address comes from nowhere), and nothing may run but a worker made from a blob of this page's own.
const POLICY: &str = "default-src 'none'; connect-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; \
    img-src data:; style-src 'none'; font-src 'none'; media-src 'none'; object-src 'none'; frame-src 'none'; \
    child-src blob:; manifest-src 'none'; form-action 'none'; base-uri 'none'; webrtc 'block'";

/// What makes calls from browser to browser. `webrtc 'block'` is not heeded by every browser yet, so the page gives them
/// up altogether.
const CALLS: [&str; 3] = ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel"];

/// The icon of the browser's tab. A browser asks for it again when the fragment changes, also after the closing, so from the
/// start on it is within the page.
const ICON: &str = include_str!("../static/icon.svg");

/// A time of day as hours and minutes, in this computer's time zone.
pub(crate) type TimeOfDay = (u32, u32);

thread_local!(static CLOSED: Cell<Option<TimeOfDay>> = const { Cell::new(None) });

/// When the network was closed, if it was.
pub(crate) fn closed() -> Option<TimeOfDay> {
    CLOSED.get()
}

/// Takes the icon into the page.
pub(crate) fn keep_icon() {
    let icon = crate::page::document().and_then(|document| document.query_selector("link[rel=icon]").ok().flatten());
    if let Some(icon) = icon {
        // Without it the page has the icon that it had.
        let _ = icon.set_attribute("href", &["data:image/svg+xml,", &ICON.trim().replace('#', "%23")].concat());
    }
}

/// Closes the network for good, if it is not closed yet. Gives the time at which it was.
///
/// # Errors
/// The browser would not add the policy; nothing may be read then.
pub(crate) fn close() -> Result<TimeOfDay, JsValue> {
    if let Some(time) = closed() {
        return Ok(time);
    }
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    for call in CALLS {
        Reflect::delete_property(&window, &call.into())?;
    }
    // A service worker could be asked to look for a newer one of itself, which no policy of the page forbids. The page
    // has asked by now; nothing can ask again.
    Reflect::delete_property(&Reflect::get_prototype_of(&window.navigator())?, &"serviceWorker".into())?;
    let document = window.document().ok_or(JsValue::UNDEFINED)?;
    let head = document.query_selector("head")?.ok_or(JsValue::UNDEFINED)?;
    let meta = document.create_element("meta")?;
    meta.set_attribute("http-equiv", "Content-Security-Policy")?;
    meta.set_attribute("content", POLICY)?;
    head.append_child(&meta)?;
    let now = js_sys::Date::new_0();
    let time = (now.get_hours(), now.get_minutes());
    CLOSED.set(Some(time));
    Ok(time)
}
