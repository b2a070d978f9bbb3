//! Whether the rows of a table that was read as answers of authorities are children: what stands in its cells says so.

use std::collections::BTreeSet;

use missing_rows::{About, Listed};

use super::child_headings::{is_of_anybody, is_outcome};
use super::near::words;
use crate::area::{OF_BODIES, Resolution, resolve};

/// Words of headings about one child.
const OF_A_FLAG: [&str; 18] = [
    "trafficked",
    "trafficking",
    "suspected",
    "confirmed",
    "victim",
    "slavery",
    "nrm",
    "uasc",
    "unaccompanied",
    "missing",
    "away",
    "absent",
    "child",
    "children",
    "is",
    "was",
    "y",
    "n",
];

/// Words in the names of areas and of parts of bodies, beside those of bodies.
const OF_AREAS: [&str; 13] = [
    "north", "south", "east", "west", "area", "region", "team", "office", "police", "health", "total", "england",
    "children",
];

/// Whether the rows below a header row are children. `naming` are the columns that seem to name authorities.
///
/// Nobody answers yes or no to how many children there are. So such cells are about a child where another column has names or
/// references of anybody, or where most names are no authority's; and so are rows whose names seem to be those of persons.
pub(super) fn are_children(header: &[String], naming: &[usize], below: &[Vec<String>]) -> bool {
    let names: BTreeSet<&str> = below
        .iter()
        .filter_map(|row| naming.iter().filter_map(|at| row.get(*at)).map(|cell| cell.trim()).find(|c| !c.is_empty()))
        .collect();
    let most = |is: &dyn Fn(&str) -> bool| names.iter().filter(|name| is(name)).count() * 2 > names.len();
    if most(&may_be_person) {
        return true;
    }
    let others = || (0..header.len()).filter(|at| !naming.contains(at));
    let has_flags = others().any(|at| header.get(at).is_some_and(|cell| is_flag_heading(cell)) && are_flags(below, at));
    has_flags && (others().any(|at| header.get(at).is_some_and(|cell| is_of_anybody(cell))) || most(&is_nobody))
}

fn is_flag_heading(heading: &str) -> bool {
    is_outcome(heading) || words(heading).split(' ').all(|word| OF_A_FLAG.contains(&word))
}

/// Whether all cells of a column say yes or no, or what was decided about a child.
fn are_flags(below: &[Vec<String>], at: usize) -> bool {
    let mut cells = below.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim()).filter(|c| !c.is_empty());
    let is_flag = |cell: &str| {
        let is_word = ["yes", "no", "y", "n", "true", "false"].iter().any(|word| cell.eq_ignore_ascii_case(word));
        let decided =
            || matches!(Listed::read(cell.as_bytes(), About::Trafficked), Listed::Confirmed | Listed::Suspected);
        is_word || !cell.bytes().any(|byte| byte.is_ascii_digit()) && decided()
    };
    cells.clone().next().is_some() && cells.all(is_flag)
}

fn is_nobody(name: &str) -> bool {
    matches!(resolve(name), Resolution::Suggestions(_))
}

/// Whether a text may be the name of a person: a few words, none of which is of a body, and not nearly the name of one.
fn may_be_person(name: &str) -> bool {
    let parts: Vec<&str> = name.split_whitespace().collect();
    let is_word = |part: &&str| {
        let of_name = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.');
        let lower = part.to_lowercase();
        part.chars().all(of_name) && ![&OF_BODIES[..], &OF_AREAS].iter().any(|words| words.contains(&&*lower))
    };
    (2..=4).contains(&parts.len())
        && parts.iter().all(is_word)
        && matches!(resolve(name), Resolution::Suggestions(found) if found.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_cells_says_whether_rows_are_children() {
        for (table, of_children) in [
            ("Name,Authority,Trafficked|Amira Smith,Kent,Yes|John Brown,Kent,No", true),
            ("Ref,Authority,NRM outcome|R1,Kent,Confirmed|R2,Kent,suspected", true),
            ("Notes,Authority,Trafficked,Missing|,Amira,Yes,3|,Zed,Yes,2", true),
            ("Notes,Authority,Trafficked,Missing|,Amira Smith,1,3|,Zed Qwert,1,2", true),
            ("Name,Authority,Trafficked children,Missing|Ann Officer,Kent,12,3|Bob Officer,Hull,10,2", false),
            ("Name,Authority,Replied,UASC|Ann Officer,Kent,Yes,3|Bob Officer,Hull,No,2", false),
            ("Notes,Authority,Trafficked,Missing|,Kent,Yes,3|,Hull,3,2", false),
            ("Notes,Authority,UASC,Missing|,Kent Countty,3,2|,Nowhere County,3,2", false),
            ("Notes,Authority,UASC,Missing|,North Ashford,3,2|,South Ashford,3,2", false),
        ] {
            let mut rows = table.split('|').map(|row| row.split(',').map(str::to_owned).collect::<Vec<_>>());
            let header = rows.next().unwrap_or_default();
            assert_eq!(are_children(&header, &[1], &rows.collect::<Vec<_>>()), of_children, "{table}");
        }
    }
}
