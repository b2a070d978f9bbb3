//! Recognises tables whose rows are children: a list of trafficked children, or a table that is refused by name. Such a
//! table is never read as answers of authorities, because its cells may hold a child's name.

use missing_rows::Kind;

use super::child_headings::{ends_status, is_of_a_child, is_of_anybody, outcome, says_whose};
use super::modules::{AUTHORITY, Columns};
use super::near::{bare, is_identifier, words};
use super::shown::known_headings;
use crate::report::{FileKind, Problem, Rename};

/// The problem of a table of children that cannot be read: one of these columns is missing, or is there more than once.
pub(super) fn refusal(lacks: &str) -> Problem {
    Problem::ChildRows { lacks: lacks.to_owned() }
}

/// What is wrong with a file that is the UASC file by its name, and has no column DUC: one column may be it, or it is missing.
pub(super) fn uasc_without_duc(cells: &[String]) -> Problem {
    let mut ends = cells.iter().filter(|cell| ends_status(cell));
    if let (Some(found), None) = (ends.next(), ends.next()) {
        let renames = vec![Rename { found: found.clone(), meant: "DUC".to_owned() }];
        return Problem::NearMiss { kind: FileKind::Uasc, renames };
    }
    let found = known_headings(cells);
    Problem::MissingColumns { kind: FileKind::Uasc, missing: vec!["DUC".to_owned()], found }
}

/// Whether the rows below this header row are children, with one or several rows for each.
pub(super) fn are_below(cells: &[String]) -> bool {
    let phrases: Vec<String> = cells.iter().map(|cell| words(cell)).collect();
    phrases.iter().any(|phrase| is_of_a_child(phrase))
        || cells.iter().any(|cell| is_of_anybody(cell))
            && !cells.iter().any(|cell| says_whose(cell))
            && phrases.iter().any(|phrase| outcome(phrase) == Some(Kind::NrmOutcomes))
}

/// Words of a heading that says whose child a row of a list is about.
const WHOSE: [&str; 17] = [
    "local",
    "authority",
    "authoritys",
    "council",
    "borough",
    "la",
    "responsible",
    "placing",
    "home",
    "owning",
    "of",
    "name",
    "code",
    "ons",
    "gss",
    "number",
    "county",
];

/// Columns of the return that say who the child is, and nothing about trafficking.
const OF_THE_CHILD: [&str; 6] = ["DOB", "SEX", "UPN", "ETHNIC", "DATEOFBIRTH", "GENDER"];

/// The column of a list that says whose child each row is about. The authority that placed a child is the child's own.
pub(super) fn authority_column(cells: &[String]) -> Option<usize> {
    let exact = cells.iter().position(|cell| AUTHORITY.contains(&bare(cell).as_str()));
    exact.or_else(|| {
        cells.iter().position(|cell| says_whose(cell) && words(cell).split(' ').all(|w| WHOSE.contains(&w)))
    })
}

/// Reads a header row as the header of a list of trafficked children, with the columns that are read under another
/// name. `None` if the rows below it are not children. An error says why it cannot be read, if they are children and it
/// is not a list.
///
/// A list with nothing but identifiers says that every child on it is trafficked, if it is `named` a list. With other
/// columns, that would be a guess.
pub(super) fn recognise(cells: &[String], named: bool) -> Option<Result<(Columns, Vec<Rename>), Problem>> {
    if !are_below(cells) {
        return None;
    }
    let at = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
        cells.iter().enumerate().filter(|(_, cell)| is(cell)).map(|(at, _)| at).collect()
    };
    let exact = at(&|cell| cell.trim().eq_ignore_ascii_case("CHILD"));
    let children = if exact.is_empty() { at(&is_identifier) } else { exact };
    let [child] = children[..] else { return Some(Err(refusal("CHILD"))) };
    let mut renames = Vec::new();
    let mut rename = |at: usize, meant: &str| {
        if !cells[at].trim().eq_ignore_ascii_case(meant) {
            renames.push(Rename { found: cells[at].clone(), meant: meant.to_owned() });
        }
    };
    rename(child, "CHILD");
    let whose = authority_column(cells);
    let columns = |rows, said| Columns { kind: FileKind::ChildList, rows, at: vec![Some(child), said, whose] };
    let is_beside = |cell: &String| cell.trim().is_empty() || named && OF_THE_CHILD.contains(&bare(cell).as_str());
    if cells.iter().enumerate().all(|(at, cell)| at == child || whose == Some(at) || is_beside(cell)) {
        return Some(if named { Ok((columns(Kind::List, None), renames)) } else { Err(refusal("TRAFFICKED")) });
    }
    for kind in [Kind::List, Kind::NrmOutcomes, Kind::Outcomes] {
        match at(&|cell| outcome(&words(cell)) == Some(kind))[..] {
            [] => {}
            [said] => {
                rename(said, "TRAFFICKED");
                return Some(Ok((columns(kind, Some(said)), renames)));
            }
            _ => break,
        }
    }
    Some(Err(refusal("TRAFFICKED")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn a_list_is_known_by_its_identifiers_and_by_what_was_decided() {
        let cases = [
            ("CHILD", Kind::List, None),
            ("Child ID", Kind::List, None),
            ("CHILD,,", Kind::List, None),
            ("CHILD,Outcome", Kind::Outcomes, Some(1)),
            ("Child ID,Name,NRM outcome", Kind::NrmOutcomes, Some(2)),
            ("Name,NRM status,Child identifier,Notes", Kind::NrmOutcomes, Some(1)),
            ("Child ref,Status,NRM decision", Kind::NrmOutcomes, Some(2)),
            ("CHILD,Trafficked (Y/N)", Kind::List, Some(1)),
            ("child,National Referral Mechanism outcome", Kind::NrmOutcomes, Some(1)),
        ];
        for (header, kind, said) in cases {
            let Some(Ok((columns, _))) = recognise(&row(header), true) else {
                panic!("{header}: {:?}", recognise(&row(header), true))
            };
            assert_eq!((columns.rows, columns.at[1]), (kind, said), "{header}");
            // Without a name only identifiers say nothing.
            let named = recognise(&row(header), false);
            assert_eq!(named == Some(Err(refusal("TRAFFICKED"))), said.is_none(), "{header}");
        }
    }

    #[test]
    fn a_table_of_children_that_is_no_list_is_refused_by_name() {
        let cases = [
            ("Name,NRM outcome", "CHILD"),
            ("Forename,Surname,Missing episodes", "CHILD"),
            ("Young person,Times missing,Authority", "CHILD"),
            ("Client name,UASC,Missing", "CHILD"),
            ("Mosaic ID,Year,Trafficked", "CHILD"),
            ("Child ID,Child ref,Outcome", "CHILD"),
            ("Child ID,Name,Placement", "TRAFFICKED"),
            ("Child ID,NRM outcome,NRM status", "TRAFFICKED"),
            ("CHILD,NRM referral date", "TRAFFICKED"),
            ("Child,Authority,Missing incidents", "TRAFFICKED"),
            ("Initials,DOB,Authority,UASC,UASC missing", "CHILD"),
        ];
        for (header, lacks) in cases {
            assert_eq!(recognise(&row(header), true), Some(Err(refusal(lacks))), "{header}");
        }
    }

    #[test]
    fn rows_of_authorities_are_not_children() {
        for header in [
            "Authority,Year,Children,Children missing",
            "Name,Year,Trafficked children,Trafficked children missing",
            "Local authority name,NRM status,Number of children",
            "Reference,Council,Case number,UASC,UASC missing",
            "Authority,Number of children with date of birth recorded,UASC",
            "LA,Number of child victims,Child trafficking cases",
            "Authority,Sex,Age,Placement,Children missing",
            "ID,Authority,Contact name,Answer",
            "region_name,la_name,time_period,number",
        ] {
            assert!(!are_below(&row(header)), "{header}");
        }
    }
}
