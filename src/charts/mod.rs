//! Charts, as SVG written with `html!`. They place what they are given and calculate nothing about children; what
//! they show stands beside them as text.

mod bar;

pub(crate) use bar::{Band, share_bar};
