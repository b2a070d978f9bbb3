//! The page, and the engine's worker behind it: two programs that speak to each other.
//!
//! Both know the browser, and calculate nothing about children; that is `missing-rates`.

mod app;
mod bytes;
mod charts;
mod components;
mod document;
mod embed;
mod engine;
mod export;
mod files;
mod message;
mod offline;
mod pages;
mod parts;
mod place;
mod quick;
mod sample;
mod seal;
mod shared;
mod state;
mod supplies;
mod table_csv;
mod text;
mod view;
mod wire;
mod worker;

pub use app::start as start_page;
pub use worker::start as start_engine;
