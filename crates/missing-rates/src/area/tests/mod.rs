#![allow(clippy::unwrap_used, clippy::expect_used)]

mod names;
mod shared_data;
mod table;
