//! The engine, in a worker of the page.
//!
//! Invariants: only this program reads the bytes of files, and nothing of them leaves it but in answers to the page.

mod bytes;
mod files;
mod paint;
mod worker;

fn main() {
    worker::start();
}
