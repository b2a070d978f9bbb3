//! The page, and the worker behind it: one program for both, which looks where it runs to know which it is.
//!
//! It knows the browser, and calculates nothing about children; that is `missing-rates`.

mod app;
mod bytes;
mod charts;
mod components;
mod engine;
mod message;
mod pages;
mod sample;
mod seal;
mod state;
mod supplies;
mod text;
mod view;
mod wire;
mod worker;

use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

fn main() {
    if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        worker::start(&scope);
    } else {
        app::start();
    }
}
