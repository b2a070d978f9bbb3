//! The names that say what a file is about.

use missing_rows::NAME_JOINT;

/// The names that say what a file is about: its name without its ending. For a table taken out of a file, the name of
/// the table comes first, then the name of the file.
pub(crate) fn stems(name: &str) -> impl Iterator<Item = &str> {
    let whole = !name.contains(NAME_JOINT);
    name.rsplit(NAME_JOINT).enumerate().map(move |(at, part)| match part.rsplit_once('.') {
        // The name of a sheet has no ending: `31.3.2024`.
        Some((stem, ending)) if whole || at > 0 || ending.eq_ignore_ascii_case("csv") => stem,
        _ => part,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_about_what_its_name_says_and_then_that_of_its_file() {
        let of = |name: &'static str| stems(name).collect::<Vec<_>>();
        assert_eq!(of("answers 2024.csv"), ["answers 2024"]);
        assert_eq!(of("answers"), ["answers"]);
        assert_eq!(of("tracker.xlsx › 2024"), ["2024", "tracker"]);
        assert_eq!(of("sent.zip › 2024/tracker.xlsx › 31.3.2024"), ["31.3.2024", "2024/tracker", "sent"]);
        assert_eq!(of("sent.zip › missing 2024-25.csv"), ["missing 2024-25", "sent"]);
    }
}
