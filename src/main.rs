//! The page: what a person sees.
//!
//! Invariants:
//! - It reads no file and calculates nothing about children: it shows what the worker sends, and sends what a person does.
//! - It can name only what `document::engine` lists of the engine, so that nothing else gets into the first download.

mod app;
mod components;
mod embed;
mod engine;
mod files;
mod message;
mod offline;
mod page;
mod pages;
mod picture;
mod place;
mod preload;
mod quick;
mod sample;
mod seal;
mod state;
mod wait;

fn main() {
    app::start();
}
