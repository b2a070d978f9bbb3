//! One file for each page. A page arranges components. It neither listens to the worker nor changes the state.

mod calculator;
mod quick;
mod results;

pub(crate) use calculator::{calculator, title_of};
pub(crate) use quick::quick;
