//! What a title above a file of a return, or the name of its sheet, says that its rows are: fewer children, or less than a year. Such
//! a file may be a part of its module.

use super::headed::Said;
use super::header_row::{Body, Doubt, Recognised};
use super::heading::{less_of_title, limits_in_note};
use crate::report::{FileKind, Problem};

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
    let mut words: Vec<String> = Vec::new();
    for title in titles {
        // `UASC only` is what the module is.
        let only = matches!(kind, Uasc | ChildList) || title.split_whitespace().count() < 3;
        words.extend(limits_in_note(title).into_iter().filter(|word| !(only && word == "only")));
        words.extend(less_of_title(title));
    }
    (!words.is_empty()).then_some(Problem::PartOfModule { kind, words })
}
