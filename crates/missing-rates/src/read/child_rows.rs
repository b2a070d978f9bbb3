//! Tables whose rows are children: a list of trafficked children, or a table that is refused by name. Never answers of
//! authorities: what is in their cells may be a child's name.

use missing_rows::Kind;

use super::modules::Columns;
use super::near::{is_identifier, words};
use crate::report::{FileKind, Problem, Rename};

/// Headings that only a table of children has, whole, in small letters.
const OF_A_CHILD: [&str; 42] = [
    "child no",
    "child number",
    "child code",
    "young person",
    "yp",
    "forename",
    "forenames",
    "first name",
    "first names",
    "given name",
    "given names",
    "middle name",
    "surname",
    "last name",
    "family name",
    "full name",
    "known as",
    "alias",
    "initials",
    "dob",
    "d o b",
    "date of birth",
    "birth date",
    "birthdate",
    "upn",
    "pupil number",
    "nhs number",
    "nhs no",
    "ho ref",
    "ho reference",
    "home office ref",
    "home office reference",
    "home office number",
    "nrm ref",
    "nrm ref no",
    "nrm reference",
    "nrm reference number",
    "nrm number",
    "nrm case number",
    "mosaic id",
    "lcs id",
    "liquidlogic id",
];

/// Headings of rows about anybody: children, where another column says what was decided about one.
const OF_ANYBODY: [&str; 12] = [
    "name",
    "names",
    "id",
    "identifier",
    "ref",
    "ref no",
    "reference",
    "case",
    "case id",
    "case ref",
    "case reference",
    "case number",
];

/// Words for one child.
const CHILD: [&str; 14] = [
    "child",
    "childs",
    "young person",
    "yp",
    "person",
    "client",
    "pupil",
    "victim",
    "service user",
    "individual",
    "subject",
    "cla",
    "lac",
    "minor",
];
/// Words by which one child is told from another.
const IDENTITY: [&str; 16] = [
    "id",
    "ids",
    "identifier",
    "identity",
    "name",
    "names",
    "forename",
    "surname",
    "initials",
    "dob",
    "upn",
    "ref",
    "reference",
    "birth",
    "number",
    "no",
];
/// Words of headings that say what was decided about one child.
const OUTCOME: [&str; 6] = ["outcome", "status", "decision", "result", "stage", "finding"];
/// Further words that such headings may have.
const ABOUT: [&str; 23] = [
    "nrm",
    "national",
    "referral",
    "mechanism",
    "trafficking",
    "trafficked",
    "modern",
    "slavery",
    "human",
    "exploitation",
    "victim",
    "of",
    "and",
    "current",
    "latest",
    "final",
    "child",
    "conclusive",
    "reasonable",
    "grounds",
    "cg",
    "rg",
    "ms",
];

/// What is wrong with a table of children that cannot be read: one of these columns is not there, or not there once.
pub(super) fn refusal(lacks: &str) -> Problem {
    Problem::ChildRows { lacks: lacks.to_owned() }
}

/// Whether the rows below this header row are children, one or several rows each.
pub(super) fn are_below(cells: &[String]) -> bool {
    let phrases: Vec<String> = cells.iter().map(|cell| words(cell)).collect();
    phrases.iter().any(|phrase| is_of_a_child(phrase))
        || phrases.iter().any(|phrase| OF_ANYBODY.contains(&phrase.as_str()))
            && !cells.iter().any(|cell| says_whose(cell))
            && phrases.iter().any(|phrase| outcome(phrase) == Some(Kind::NrmOutcomes))
}

/// Whether a column of a table holds what should not be shown of a child: names, and what is written in free words.
pub(super) fn holds_names(heading: &str) -> bool {
    let words = words(heading);
    let has = |parts: &[&str]| words.split(' ').any(|word| parts.contains(&word));
    has(&[
        "name",
        "names",
        "forename",
        "forenames",
        "surname",
        "alias",
        "initials",
        "known",
        "note",
        "notes",
        "comment",
        "comments",
        "address",
        "details",
        "worker",
    ])
}

fn is_of_a_child(phrase: &str) -> bool {
    if phrase == "child" || OF_A_CHILD.contains(&phrase) || is_identifier(phrase) {
        return true;
    }
    let parts: Vec<&str> = phrase.split(' ').collect();
    if parts.len() > 5 || phrase.starts_with("number ") || phrase.starts_with("no ") || phrase.starts_with("count ") {
        return false;
    }
    // `Client name`, `Name of young person`, `Child date of birth`.
    let of_one = |who: &&str| {
        let (front, back) = (format!("{who} "), format!(" {who}"));
        let rest = phrase.strip_prefix(&front).or_else(|| phrase.strip_suffix(&back));
        rest.is_some_and(|rest| {
            let told = rest.split(' ').filter(|word| IDENTITY.contains(word)).count();
            let known =
                |word: &str| IDENTITY.contains(&word) || matches!(word, "of" | "date" | "first" | "last" | "full");
            told > 0 && rest.split(' ').all(known)
        })
    };
    CHILD.iter().any(of_one)
}

/// Whether a heading says whose a row is: an authority's.
fn says_whose(cell: &str) -> bool {
    let words = words(cell);
    let has = |stems: &[&str]| words.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    has(&["authorit", "council", "borough", "trust", "ons", "gss"]) || words == "la" || words.starts_with("la ")
}

/// How a column is read whose heading says what was decided about a child.
fn outcome(phrase: &str) -> Option<Kind> {
    let parts = || phrase.split(' ');
    if matches!(
        phrase,
        "trafficked" | "trafficked y n" | "trafficked yes no" | "is trafficked" | "trafficked or suspected"
    ) {
        return Some(Kind::List);
    }
    if OUTCOME.contains(&phrase) {
        return Some(Kind::Outcomes);
    }
    let names_nrm = parts().any(|word| matches!(word, "nrm" | "trafficking" | "slavery"))
        || phrase.contains("national referral mechanism")
        || phrase.contains("trafficked");
    let decided = parts().any(|word| OUTCOME.contains(&word)) || phrase == "nrm";
    (names_nrm && decided && parts().all(|word| OUTCOME.contains(&word) || ABOUT.contains(&word)))
        .then_some(Kind::NrmOutcomes)
}

/// Reads a header row as that of a list of trafficked children, with the columns that are read under another name than
/// their own. `None` if the rows below it are not children; why it cannot be read, if they are and it is no list.
///
/// A list of nothing but identifiers says that every child on it is trafficked. Beside other columns that would be a guess.
pub(super) fn recognise(cells: &[String]) -> Option<Result<(Columns, Vec<Rename>), Problem>> {
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
    let columns = |rows, said| Columns { kind: FileKind::ChildList, rows, at: vec![Some(child), said] };
    if cells.iter().enumerate().all(|(at, cell)| at == child || cell.trim().is_empty()) {
        return Some(Ok((columns(Kind::List, None), renames)));
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
            let Some(Ok((columns, _))) = recognise(&row(header)) else {
                panic!("{header}: {:?}", recognise(&row(header)))
            };
            assert_eq!((columns.rows, columns.at[1]), (kind, said), "{header}");
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
            assert_eq!(recognise(&row(header)), Some(Err(refusal(lacks))), "{header}");
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
