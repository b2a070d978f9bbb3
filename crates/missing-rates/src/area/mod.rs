//! Authorities with children's services, the regions and nations that they are in, and how their names are read.
//!
//! This holds what is known about areas before any return is read, not what authorities answered.

mod authority;
mod by_code;
mod code;
mod expand;
mod joint;
mod level;
mod look_up;
mod name;
mod named;
mod neighbours;
mod other_body;
mod pair;
mod place;
mod resolve;
mod shared;
mod style;
mod succession;
mod suggest;
#[cfg(test)]
mod tests;

pub(crate) use authority::widest;
pub use authority::{Authority, authorities, authority, authority_by_dfe_code, in_area};
pub use by_code::area;
pub use code::{AreaCode, NotACode};
pub use level::{Area, Level};
pub use look_up::How;
pub use name::plain_name;
pub(crate) use name::{OF_BODIES, normalise};
pub use named::{NotAnAuthority, authority_named};
pub use neighbours::{Closeness, Neighbour, neighbours};
pub use other_body::{BodyKind, OtherBody};
pub(crate) use pair::resolve_pair_by;
pub use pair::{Disagreement, resolve_pair};
pub use place::{Nation, Region};
pub use resolve::{Resolution, resolve};
pub(crate) use resolve::{meant, several};
pub(crate) use succession::predecessors;
pub use succession::{Standing, standing};
