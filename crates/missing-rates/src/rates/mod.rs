//! Shares of children, pooled, matched and bounded, and how certain they are. This is arithmetic on answers. It does
//! not know where the answers come from or how they are shown.

mod answers;
mod beside;
mod by_month;
mod change;
mod changes;
mod comparison;
mod difference;
mod events;
mod funnel;
mod given;
mod influence;
mod interval;
mod members;
mod outline;
mod overlap;
mod pool;
mod printed;
mod proportion;
mod respondents;
mod rounded;
mod series;
mod share;
mod small;
mod sums;
mod target;

pub use crate::percent::{average_text, percent_text};
pub use answers::answers_in;
pub(crate) use beside::{Questions, beside_rates};
pub use by_month::{MonthBeside, MonthsBeside, months_beside};
pub use change::{Course, change_of_average, change_of_count, change_of_events, change_of_share};
pub use difference::{Estimate, newcombe, square_and_add};
pub use events::{BYAR_FROM, events_per, poisson};
pub use funnel::{FUNNEL_AT_LEAST, WINSORISED_TENTHS};
pub(crate) use given::{Given, Group, GroupKey};
pub use interval::{Z_95, Z_998, wilson};
pub(crate) use members::{Member, areas_of};
pub use outline::{Outline, outline};
pub(crate) use pool::figures_of;
pub use printed::{
    FEW, Moved, MovedShare, average_moved, relative_change, relative_change_of_share, share_moved, whole_points,
};
pub use proportion::{NoProportion, Proportion};
pub use rounded::{Ends, direction, ends_of_bounds, ends_of_interval};
pub(crate) use rounded::{changed, compared, ends_of_share, widened};
pub use series::earlier_reports;
pub(crate) use series::series;
pub(crate) use share::{divide, share_of};
pub use small::{is_small, limits_are_rough};
pub use sums::{
    HiddenNumbers, authorities_in, began_in_period, funnel_places, funnel_sums, hidden_numbers, missing_unmatched,
    rows_found, without_both,
};
pub use target::{NotAShare, TargetShare};
