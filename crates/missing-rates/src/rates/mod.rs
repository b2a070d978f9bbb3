//! Pooled, matched, bounded: shares of children and how sure they are. Belongs here: arithmetic on answers. Does not:
//! where the answers come from, how they are shown.

mod given;
mod interval;
mod percent;
mod pool;

pub(crate) use given::{Given, Group, GroupKey};
pub use interval::{Z_95, Z_998, wilson};
pub use percent::percent_text;
pub(crate) use pool::figures_of;
