//! Figures that the Department for Education has published, year by year, as the product holds them. This holds what
//! was printed, and nothing more. It does not compare anything with it.
//!
//! Each year is one file. Next year's release is one more file, named in `FILES`, and `cargo xtask published` writes
//! it. After lines that begin with `#` and the header, each line is an area: its ONS code, nine counts in the order of
//! [`Count::ALL`](crate::cohort::Count::ALL), then four figures that follow from them. Those four are left out where
//! they equal what the counts give (see `printed.rs`). A count is a number or the publisher's symbol. An empty cell is
//! a figure that was published but is not in the table. The publisher rounds England and the regions to 10.

mod figure;
mod printed;
#[cfg(test)]
mod tests;
mod year;

pub use figure::{Figure, Symbol};
pub use printed::{average_as_printed, percent_as_printed};
pub use year::{PublishedArea, PublishedYear, published_area, published_years};

/// The years, each with its file.
const FILES: [(i32, &str); 8] = [
    (2018, include_str!("2018.csv")),
    (2019, include_str!("2019.csv")),
    (2020, include_str!("2020.csv")),
    (2021, include_str!("2021.csv")),
    (2022, include_str!("2022.csv")),
    (2023, include_str!("2023.csv")),
    (2024, include_str!("2024.csv")),
    (2025, include_str!("2025.csv")),
];

/// The largest count of children that is hidden: 1 to 5 are printed as `c`.
pub const HIDDEN_TO: u64 = 5;
