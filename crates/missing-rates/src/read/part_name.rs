//! Whether the name of a file, or of a table in it, says that it holds a part of a module: `part 1 of 2`, `Q4`, `East team`, `girls
//! only`. Only words that are known to limit count: most names have others.

use super::near::words;
use super::stems::stems;

/// Words that say so wherever they are.
const LIMITS: [&str; 45] = [
    "part",
    "parts",
    "partial",
    "pt",
    "pt1",
    "pt2",
    "part1",
    "part2",
    "part3",
    "part4",
    "half",
    "h1",
    "h2",
    "q1",
    "q2",
    "q3",
    "q4",
    "qtr",
    "qtr1",
    "qtr2",
    "qtr3",
    "qtr4",
    "quarter",
    "team",
    "teams",
    "locality",
    "girls",
    "boys",
    "male",
    "males",
    "female",
    "females",
    "sample",
    "leavers",
    "starters",
    "entrants",
    "excluding",
    "excl",
    "except",
    "residential",
    "foster",
    "fostering",
    "ooa",
    "autumn",
    "spring",
];

/// Words before a part of an authority: `north area`.
const SIDES: [&str; 5] = ["north", "south", "east", "west", "central"];
const PLACES: [&str; 7] = ["area", "district", "hub", "office", "region", "side", "patch"];

/// Words after which `only` says which module was exported, or whom it is for.
const NO_LIMIT: [&str; 18] = [
    "missing", "episodes", "episode", "uasc", "header", "module", "table", "file", "csv", "ssda903", "903", "cla",
    "lac", "return", "data", "copy", "read", "use",
];

/// Whether a name says that the file is a part.
pub(crate) fn says_part(name: &str) -> bool {
    stems(name).any(|stem| {
        let words = words(stem);
        let words: Vec<&str> = words.split(' ').collect();
        let pairs = || words.windows(2).map(|pair| (pair[0], pair[1]));
        let is_number = |word: &str| word.parse::<u8>().is_ok();
        words.iter().any(|word| LIMITS.contains(word))
            || words.last() == Some(&"summer")
            || pairs().any(|(side, place)| SIDES.contains(&side) && PLACES.contains(&place))
            || pairs().any(|(what, only)| only == "only" && !NO_LIMIT.contains(&what))
            || pairs().any(|(what, age)| matches!(what, "under" | "over" | "aged" | "age" | "ages") && is_number(age))
            || words
                .windows(3)
                .any(|of| of[0] == "out" && of[1] == "of" && matches!(of[2], "area" | "county" | "borough"))
            || words.windows(3).any(|of| is_number(of[0]) && of[1] == "of" && is_number(of[2]) && of[2] != "1")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::authorities;

    #[test]
    fn names_that_limit_are_known() {
        for name in [
            "missing 2025 part 1 of 2.csv",
            "missing 2025 (1 of 2).csv",
            "missing 2025 East team.csv",
            "missing 2025 girls only.csv",
            "missing 2025 16 plus only.csv",
            "missing Q4 2024-25.csv",
            "Missing_2024_25_Q1.csv",
            "missing second half 2025.csv",
            "missing under 16.csv",
            "missing placements out of area 2025.csv",
            "missing north area 2025.csv",
            "episodes leavers 2025.csv",
            "East team.xlsx › Missing",
            "return 2025.xlsx › Missing Q2",
        ] {
            assert!(says_part(name), "{name}");
        }
    }

    #[test]
    fn other_names_do_not_limit() {
        for name in [
            "missing 2025 final v3 (2).csv",
            "SSDA903 Missing Kent 2024-25.csv",
            "North Yorkshire missing 2025.csv",
            "missing only.csv",
            "missing 2025 for internal use only.csv",
            "missing 2025 read only.csv",
            "Missing only 2024-25.csv",
            "SSDA903 extract of missing 2025-06-03.csv",
            "missing new 2025.csv",
            "missing 30 of June.csv",
            "department return.csv",
            "missing 1 of 1.csv",
        ] {
            assert!(!says_part(name), "{name}");
        }
        for authority in authorities() {
            let name = format!("{} missing 2025.csv", authority.name);
            assert!(!says_part(&name), "{name}");
        }
    }
}
