//! One file for each page that can be seen. A page puts components in their order; it neither listens to the worker nor
//! changes the state.

mod calculator;
mod quick;
mod results;

pub(crate) use calculator::calculator;
pub(crate) use quick::quick;
