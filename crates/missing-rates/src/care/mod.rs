//! Makes counts for a period from child-level tables (SSDA903). This holds the returns of collection years, their rows
//! child by child, who was looked after, and who was missing when. It does not read files, calculate shares, or know
//! about authorities.

mod child;
mod coverage;
mod dating;
mod elsewhere;
mod empty_days;
mod extent;
mod figures;
mod groups;
mod headline;
mod identifiers;
mod in_order;
mod incidents;
mod interviews;
mod list;
mod missing_on;
mod only_some;
mod other_children;
mod pool;
mod profile;
mod record;
mod same_child;
mod same_identifiers;
mod says_nothing;
mod set_aside;
mod shared_identifiers;
mod table;
#[cfg(test)]
pub(crate) mod tables;
mod teams;
mod uasc_and_header;
mod unaccompanied;
mod usable;
mod years;

pub(crate) use child::{Child, Records, children, each_child};
pub(crate) use coverage::{Coverage, Lack, coverage, lacks, told};
pub(crate) use dating::{Clue, Named, Years, date, may_be};
pub(crate) use figures::{Counts, InPeriod, Told, count, each_counted, profiles};
pub(crate) use groups::Detail;
pub(crate) use groups::Groups;
pub(crate) use headline::{Headline, counts_as};
pub(crate) use identifiers::Identifiers;
pub(crate) use incidents::Incidents;
pub(crate) use interviews::{add as add_to_team, interviewed};
pub(crate) use list::{ListWordings, decide};
pub(crate) use missing_on::{covers, last_day, missing_on};
pub(crate) use pool::pool;
pub(crate) use record::record;
pub(crate) use same_child::{same_without_zeros, zeros};
pub(crate) use table::{Source, Table};
pub(crate) use teams::{TeamsOf, teams};
pub(crate) use uasc_and_header::says_otherwise;
pub(crate) use years::{ChildLevel, Return};
