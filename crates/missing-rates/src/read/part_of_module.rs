//! What a title above a file of a return, or the name of its sheet, says that its rows are: fewer children, or less than a year. Such
//! a file may be a part of its module.

use super::headed::Said;
use super::header_row::{Body, Doubt, Recognised};
use super::heading::{is_line_understood, names_day};
use super::part_in_words::words_of_part;
use crate::report::{FileKind, Problem};

/// Words of names of files of a return that limit no rows.
const OF_RETURNS: [&str; 17] = [
    "ssda903", "ssda", "903", "header", "episodes", "episode", "module", "modules", "export", "extract", "return",
    "returns", "copy", "new", "csv", "query", "list",
];

/// The name of the sheet of a file of a return, if nobody knows what it does to the rows: `Missing Albania`, `Missing Top 10`.
pub(super) fn name_not_read<'a>(kind: FileKind, said: &Said<'a>) -> Option<&'a str> {
    use FileKind::{ChildList, Episodes, Header, Missing, Uasc};
    let name = said.sheet_name().filter(|_| matches!(kind, Header | Episodes | Missing | Uasc | ChildList))?;
    let is_plain = |word: &&str| {
        let plain = word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
        let copy = plain.len() < 3 && word.starts_with('(') && plain.bytes().all(|byte| byte.is_ascii_digit());
        !copy && !OF_RETURNS.contains(&plain.as_str())
    };
    let rest: Vec<&str> = name.split(|sign: char| sign.is_whitespace() || sign == '_').filter(is_plain).collect();
    let rest = rest.join(" ");
    (!is_line_understood(&rest) || names_day(&rest)).then_some(name)
}

/// What a header row heads, unless titles say that it is a part of a module.
pub(super) fn whole(found: Result<Recognised, Doubt>, said: &Said<'_>) -> Result<Recognised, Doubt> {
    let found = found?;
    let part = matches!(found.body, Body::Module(..)).then(|| part_of_module(found.kind, said)).flatten();
    part.map_or(Ok(found), |part| Err(part.into()))
}

/// Why a file of the return is not used, if titles make less of it.
fn part_of_module(kind: FileKind, said: &Said<'_>) -> Option<Problem> {
    use FileKind::{ChildList, Episodes, Header, Missing, Uasc};
    if !matches!(kind, Header | Episodes | Missing | Uasc | ChildList) {
        return None;
    }
    let titles = said.above.iter().flatten().map(String::as_str).chain(said.sheet_name());
    let words: Vec<String> = titles.flat_map(|title| words_of_part(kind, title)).collect();
    (!words.is_empty()).then_some(Problem::PartOfModule { kind, words })
}
