//! The page: what a person sees.
//!
//! Invariants:
//! - It reads no file and calculates nothing about children: it shows what the worker sends, and sends what a person does.
//! - Of the engine it can name no more than `document::engine` lists, so that nothing else comes into the first download.

mod app;
mod components;
mod embed;
mod engine;
mod files;
mod message;
mod offline;
mod page;
mod pages;
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
