//! Answers the questions of a freedom-of-information request about children missing from care, from a return. This
//! holds the questions and the days that the answers are about. It does not count; `care` does.
//!
//! The questions are those behind the reports of ECPAT UK and Missing People. For each calendar year: 1. looked-after
//! children (a) identified as trafficked, (b) suspected and not in (a), (c) unaccompanied, (d) both unaccompanied and
//! in (a) or (b). 2. How many of them went missing or absent: (a) trafficked or suspected, (b) unaccompanied. 3.
//! Incidents, likewise. 4. Not found by the end, including children who turned 18. 5. By sex, and by length of time
//! missing.
//!
//! Missing (code M) and absent (code A) are never added up unless asked for. Each is given, and so are the children who
//! were either, each child once.

mod answers;
mod csv;
#[cfg(test)]
mod tests;

pub(crate) use answers::{answers, say_what_is_not_recorded};
