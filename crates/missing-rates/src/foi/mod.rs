//! What a freedom-of-information request asks about children missing from care, answered from a return. Belongs here: the
//! questions, the days that the answers are about. Does not: counting, which `care` does.
//!
//! The questions are those behind the reports of ECPAT UK and Missing People. For each calendar year: 1. looked-after
//! children (a) identified as trafficked, (b) suspected and not in (a), (c) unaccompanied, (d) both unaccompanied and in
//! (a) or (b). 2. Of them, how many went missing or absent: (a) trafficked or suspected, (b) unaccompanied. 3. Incidents,
//! likewise. 4. Not found by the end, those who turned 18 included. 5. By sex, and by length of time missing.
//!
//! Missing (code M) and absent (code A) are never added up unless asked for: each is given, and children who were either, each
//! child once.

mod answers;
mod csv;
#[cfg(test)]
mod tests;

pub(crate) use answers::answers;
