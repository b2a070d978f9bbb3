//! From child-level tables (SSDA903) to counts for a period. Belongs here: returns of collection years, their rows child by
//! child, who was looked after, who was missing, when. Does not: reading files, shares, anything about authorities.

mod child;
mod coverage;
mod dating;
mod extent;
mod figures;
mod groups;
mod headline;
mod incidents;
mod list;
mod pool;
mod profile;
mod same_child;
mod set_aside;
mod table;
#[cfg(test)]
pub(crate) mod tables;
mod uasc_and_header;
mod unaccompanied;
mod years;

pub(crate) use child::{Child, Records, children, each_child};
pub(crate) use coverage::{Coverage, Lack, coverage, lacks, told};
pub(crate) use dating::{Clue, Named, Years, date};
pub(crate) use figures::{Figures, Told, calculate, calculate_beside, each_counted};
pub(crate) use headline::{Headline, counts_as};
pub(crate) use incidents::Incidents;
pub(crate) use list::{ListWordings, decide};
pub(crate) use pool::pool;
pub(crate) use same_child::{Zeros, zeros};
pub(crate) use table::{Source, Table};
pub(crate) use uasc_and_header::says_otherwise;
pub(crate) use years::{ChildLevel, Return};
