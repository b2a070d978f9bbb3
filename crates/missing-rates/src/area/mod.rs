//! Authorities with children's services, the regions and nations that they lie in, and how their names are read.
//!
//! Here belongs what is known of areas before any return is read. What authorities answered does not.

mod authority;
mod by_code;
mod code;
mod joint;
mod level;
mod name;
mod neighbours;
mod other_body;
mod place;
mod resolve;
mod style;
mod succession;
#[cfg(test)]
mod tests;

pub use authority::{Authority, authorities, authority, authority_by_dfe_code, in_area};
pub use by_code::area;
pub use code::{AreaCode, NotACode};
pub use level::{Area, Level};
pub(crate) use name::normalise;
pub use neighbours::{Closeness, Neighbour, neighbours};
pub use other_body::{BodyKind, OtherBody};
pub use place::{Nation, Region};
pub use resolve::{How, Resolution, resolve};
pub(crate) use succession::predecessors;
pub use succession::{Standing, standing};
