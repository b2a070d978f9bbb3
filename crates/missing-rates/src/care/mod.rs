//! From child-level tables (SSDA903) to counts for a period. Belongs here: returns of collection years, their rows child by
//! child, who was looked after, who was missing, when. Does not: reading files, shares, anything about authorities.

mod child;
mod coverage;
mod dating;
mod figures;
mod groups;
mod incidents;
mod profile;
mod set_aside;
mod table;
#[cfg(test)]
pub(crate) mod tables;
mod years;

#[allow(unused_imports, reason = "the checks go through the returns child by child")]
pub(crate) use child::{Child, Records, children};
pub(crate) use coverage::{Coverage, coverage};
pub(crate) use figures::{Figures, calculate};
pub(crate) use table::Source;
#[allow(unused_imports, reason = "the checks read whole tables")]
pub(crate) use table::Table;
pub(crate) use years::ChildLevel;
#[allow(unused_imports, reason = "the checks read this year's return and last year's")]
pub(crate) use years::Return;
