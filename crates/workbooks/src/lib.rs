//! Tables out of what is no text: workbooks, archives, returns in XML, markup from the clipboard. And workbooks to keep.
//!
//! Bytes go in as they arrive, and tables come out as text that the engine reads (`missing_rows::TAKEN`), each under a name of
//! its own: `tracker.xlsx › 2024`.
//!
//! Invariants:
//! - No browser, no file system, no clock, no `unsafe`. What a table means is none of its business: it says what a person who
//!   opens the file sees, and what that person cannot see.
//! - No row is lost, and a file that cannot be read to its end is not read at all: where something cannot be read, one reason takes the place of all tables.
//! - Whatever the bytes, nothing panics, and memory is bounded by the limits of `allowance`.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod allowance;
mod archive;
mod binary;
mod book;
mod bytes;
mod compound;
mod dated;
mod headings;
mod looks;
mod markup;
mod merged;
mod notes_sheet;
mod number;
mod ods;
mod open;
mod page;
mod pasted;
mod printed;
mod refusal;
mod section;
mod seen;
mod sheet;
mod shown;
mod ssda903;
mod strings;
mod styles;
mod tables;
#[cfg(feature = "write")]
mod write;
mod written;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

pub use open::{Opener, opens};
pub use refusal::Refusal;
pub use tables::Tables;
#[cfg(feature = "write")]
pub use write::{MOST_ROWS, NotWritten, xlsx};
pub use written::{Column, Table, Written};
