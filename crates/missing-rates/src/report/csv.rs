//! The report as CSV.
