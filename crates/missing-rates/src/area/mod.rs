//! Authorities with children's services, the regions and nations that they lie in, and how their names are read.
//!
//! Here belongs what is known of areas before any return is read. What authorities answered does not.

mod code;

pub use code::{AreaCode, NotACode};
