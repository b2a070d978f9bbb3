#![allow(clippy::unwrap_used, clippy::expect_used)]

mod ambiguous;
mod meaning;
mod names;
mod shared_data;
mod short;
mod table;
mod trusts;
