//! Authorities with children's services, the regions and nations that they lie in, and how their names are read.
//!
//! Here belongs what is known of areas before any return is read. What authorities answered does not.

mod authority;
mod code;
mod name;
mod neighbours;
mod place;
mod resolve;
mod style;
#[cfg(test)]
mod tests;

pub use authority::{Authority, authorities, authority, authority_by_dfe_code, in_area};
pub use code::{AreaCode, NotACode};
pub use neighbours::{Closeness, Neighbour, neighbours};
pub use place::{Nation, Region, area};
pub use resolve::{How, Resolution, resolve};
