//! The page without a network: the browser is asked to keep the program's own files, and a person is told when a newer
//! release has come. All of it happens before the network is closed.

use std::rc::Rc;

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    RegistrationOptions, RequestCache, RequestInit, Response, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerState, ServiceWorkerUpdateViaCache, Window,
};

use crate::seal;
use crate::wait::{Hurry, sleep, within};

/// When browsers have looked for a newer service worker by themselves: they do so a second after the page was opened, or
/// after it last got something from the one that it has. Nothing may be asked of a server once the network is closed, not
/// even that. In milliseconds after the page was opened, and after all that it needs was there: whichever is later.
const LOOKED: [i32; 2] = [3000, 2000];

/// How long the browser must be allowed to use what it has of the service worker's script, in seconds, so that it asks
/// nobody when it looks by itself.
const LASTS: f64 = 10.0;

/// How long to wait for an answer to whether there is a newer release, in milliseconds.
const ANSWER: i32 = 2000;

/// How long a service worker may take to stop fetching once it is told to, in milliseconds.
const STOPPED: i32 = 1000;

// What the service worker understands (`static/sw.js`).
const FETCH: &str = "fetch";
const STOP: &str = "stop";
const LOAD: &str = "load";

/// A newer release, which waits until nobody uses this one or a person asks for it.
#[derive(Clone, Debug)]
pub(crate) struct Release(Rc<ServiceWorker>);

impl Release {
    /// Has it take the place of this one, and loads the page anew.
    pub(crate) fn load(&self) {
        let worker = self.0.clone();
        let reload = move || {
            let done = worker.state() == ServiceWorkerState::Activated;
            if let Some(window) = web_sys::window().filter(|_| done) {
                let _ = window.location().reload();
            }
        };
        // Another tab may have asked already.
        reload();
        let on_change = Closure::<dyn FnMut()>::new(reload);
        self.0.set_onstatechange(Some(on_change.as_ref().unchecked_ref()));
        on_change.forget();
        let _ = self.0.post_message(&LOAD.into());
    }
}

/// Has the browser keep the program, and waits until it has, or until somebody is in a hurry: a person has chosen a file.
/// Gives a newer release, if one is there.
///
/// # Errors
/// The browser will not keep it: in a private window, perhaps. The page works, with a network.
pub(crate) async fn keep(hurry: &Hurry) -> Result<Option<Release>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let Some((container, address)) = worker_of(&window)? else { return Ok(None) };
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::All);
    let registering = container.register_with_options(&address, &options);
    let registered = if container.controller().is_some() {
        let lasts = lasts(&window, &address).await.unwrap_or(false);
        let registered = JsFuture::from(within(ANSWER, &registering)).await;
        // Also for a browser that has not looked for a day, and then uses nothing that it has.
        if !(lasts && looked(&registered).await.is_ok()) {
            let [opened, supplied] = LOOKED;
            sleep(until(f64::from(opened), &window).max(supplied)).await;
        }
        Some(registered)
    } else {
        hurry.or(&registering).await
    };
    // Without leave to fetch, the service worker gives up by itself.
    let Some(registration) = registered else { return Ok(None) };
    let registration: ServiceWorkerRegistration = registration?.dyn_into()?;
    let_fetch(&registration);
    if let Some(worker) = registration.installing() {
        let done = installed(&worker);
        if hurry.or(&done).await.is_none() {
            let _ = worker.post_message(&STOP.into());
            let _ = JsFuture::from(within(STOPPED, &done)).await;
        }
    }
    let newer = registration.waiting().filter(|_| registration.active().is_some());
    Ok(newer.map(|worker| Release(Rc::new(worker))))
}

/// Has the browser get the service worker's script anew. Tells whether it may use that for a while without asking, so that
/// nothing need be waited for.
///
/// # Errors
/// It did not come.
async fn lasts(window: &Window, address: &str) -> Result<bool, JsValue> {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let fetched = within(ANSWER, &window.fetch_with_str_and_init(address, &options));
    let headers = JsFuture::from(fetched).await?.dyn_into::<Response>()?.headers();
    let header = |name: &str| headers.get(name).ok().flatten().unwrap_or_default();
    let number = |text: &str| js_sys::parse_int(text, 10);
    let mut seconds = 0.0;
    for word in header("cache-control").split(',').map(str::trim) {
        if word.starts_with("no-") {
            return Ok(false);
        }
        if let Some(age) = word.strip_prefix("max-age=") {
            seconds = number(age);
        }
    }
    // A copy on the way may have lain there for a while. What is no number is not enough.
    let age = header("age");
    Ok(seconds - if age.is_empty() { 0.0 } else { number(&age) } >= LASTS)
}

/// Has the browser look for a newer service worker.
///
/// # Errors
/// It could not, or not in time.
async fn looked(registered: &Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    let registration: ServiceWorkerRegistration = registered.clone()?.dyn_into()?;
    let_fetch(&registration);
    JsFuture::from(within(ANSWER, &registration.update()?)).await
}

/// Lets a service worker fetch the program's files: the one that comes now, and one that comes while the network is open.
fn let_fetch(registration: &ServiceWorkerRegistration) {
    let found = registration.clone();
    let allow = move || {
        if let Some(worker) = found.installing().filter(|_| seal::closed().is_none()) {
            let _ = worker.post_message(&FETCH.into());
        }
    };
    allow();
    let on_found = Closure::<dyn FnMut()>::new(allow);
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    on_found.forget();
}

/// The service worker that the document names. None if it names none, if the browser has none to offer (over plain http,
/// say), or if the page is in a frame: it keeps nothing on behalf of another page.
fn worker_of(window: &Window) -> Result<Option<(ServiceWorkerContainer, String)>, JsValue> {
    let document = window.document().ok_or(JsValue::UNDEFINED)?;
    let Some(link) = document.query_selector("link[rel='serviceworker']")? else { return Ok(None) };
    let framed = window.parent()?.is_some_and(|parent| parent != *window);
    let container = Reflect::get(&window.navigator(), &"serviceWorker".into())?;
    let usable = !framed && container.is_object();
    Ok(link.get_attribute("href").filter(|_| usable).map(|address| (container.unchecked_into(), address)))
}

/// How many milliseconds are left until the page is so old.
#[expect(clippy::cast_possible_truncation, reason = "a few thousand at most")]
fn until(age: f64, window: &Window) -> i32 {
    let now = window.performance().map_or(0.0, |clock| clock.now());
    (age - now).max(0.0) as i32
}

/// Ends when a service worker has been installed, or has failed to.
fn installed(worker: &ServiceWorker) -> Promise {
    Promise::new(&mut |done, _| {
        let worker_now = worker.clone();
        let on_change = Closure::<dyn FnMut()>::new(move || {
            if worker_now.state() != ServiceWorkerState::Installing {
                let _ = done.call0(&JsValue::UNDEFINED);
            }
        });
        worker.set_onstatechange(Some(on_change.as_ref().unchecked_ref()));
        on_change.forget();
    })
}
