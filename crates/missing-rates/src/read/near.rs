//! Names of columns that are nearly those of the return: some are unmistakable, others are only proposed.

use strsim::osa_distance;

use super::modules::{MODULES, Module, is_column};
use crate::report::Rename;

/// Whole headings that can mean only one column of the return, in lower case with single spaces. The long names of
/// dates and of the legal status are the words that the guide to the return uses to explain the columns.
const UNMISTAKABLE: [(&str, &[&str]); 7] = [
    ("DOB", &["date of birth", "birth date", "birthdate", "d o b"]),
    (
        "MIS_START",
        &["mis start date", "missing start", "missing start date", "missing period start", "start of missing period"],
    ),
    ("MIS_END", &["mis end date", "missing end", "missing end date", "missing period end", "end of missing period"]),
    ("DECOM", &["decom date", "date episode commenced"]),
    ("DEC", &["dec date", "date episode ceased"]),
    ("LS", &["legal status"]),
    ("DUC", &["duc date", "date uasc status ceased"]),
];

/// Words around a child's identifier that leave it an identifier.
const IDENTIFIERS: [&str; 13] = [
    "child id",
    "childid",
    "child ids",
    "child identifier",
    "child identifiers",
    "child identification number",
    "child identity number",
    "child ref",
    "child ref no",
    "child reference",
    "child reference number",
    "child id number",
    "child id no",
];

/// The words of a heading in lower case, between single spaces. `Child’s unique ID` is `child id`.
pub(super) fn words(heading: &str) -> String {
    let mut text = String::with_capacity(heading.len());
    for word in heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        if !matches!(word.as_str(), "s" | "unique" | "the" | "ssda903" | "903") {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word);
        }
    }
    text
}

/// Only the letters and digits of a name, in capitals.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// Whether a heading can only be a child's identifier as the return has it.
pub(super) fn is_identifier(heading: &str) -> bool {
    let words = words(heading);
    words == "child" || IDENTIFIERS.contains(&words.as_str())
}

/// The only column that a heading can mean, although the heading is not its name: it has other signs between the same
/// letters, or is a longer name for the same thing.
fn unmistakable(heading: &str) -> Option<&'static str> {
    let letters = bare(heading);
    let columns = || {
        MODULES.iter().flat_map(|module| module.own.iter().chain(module.needed)).copied().chain([
            "PLACE",
            "REC",
            "SEX",
            "DOB",
            "PLACE_PROVIDER",
        ])
    };
    if !heading.is_ascii() {
        return None;
    }
    if let Some(same) = columns().find(|column| bare(column) == letters) {
        return Some(same);
    }
    if is_identifier(heading) {
        return Some("CHILD");
    }
    let words = words(heading);
    UNMISTAKABLE.iter().find(|(_, names)| names.contains(&words.as_str())).map(|(column, _)| *column)
}

/// The columns of a header row that are to be read as others, with their positions. Each can mean one thing only, no
/// other column has that name, and no two columns claim it.
pub(super) fn unmistakable_renames(cells: &[String]) -> Vec<(usize, Rename)> {
    let names: Vec<String> = cells.iter().map(|cell| cell.trim().to_ascii_uppercase()).collect();
    let meant: Vec<Option<&str>> =
        cells.iter().zip(&names).map(|(cell, name)| unmistakable(cell).filter(|_| !is_column(name))).collect();
    let one = |column: &str| {
        names.iter().all(|name| name != column) && meant.iter().filter(|meant| **meant == Some(column)).count() == 1
    };
    let renames = meant.iter().enumerate().filter_map(|(at, meant)| {
        let meant = meant.filter(|column| one(column))?;
        Some((at, Rename { found: cells.get(at)?.clone(), meant: meant.to_owned() }))
    });
    renames.collect()
}

/// The module that needs the fewest renames, if renames complete one. It is proposed to a person.
pub(super) fn proposed(cells: &[String], names: &[String]) -> Option<(&'static Module, Vec<Rename>)> {
    let proposals = MODULES.iter().filter_map(|module| {
        let mut renames = Vec::new();
        for needed in module.needed {
            if names.iter().any(|n| n == needed) {
                continue;
            }
            let (at, _) = names
                .iter()
                .enumerate()
                .filter(|(_, name)| !is_column(name))
                .filter_map(|(at, name)| nearness(name, needed).map(|distance| (at, distance)))
                .min_by_key(|(_, distance)| *distance)?;
            renames.push(Rename { found: cells[at].clone(), meant: (*needed).to_owned() });
        }
        // One of its own columns must be there, or a rename must make one.
        let own = module.own.iter().any(|c| names.iter().any(|n| n == c) || renames.iter().any(|r| r.meant == **c));
        (own && !renames.is_empty() && renames.len() < module.needed.len()).then_some((module, renames))
    });
    proposals.min_by_key(|(_, renames)| renames.len())
}

/// How far a name is from the one meant, if it is near. An unmistakable name is nearest, then a name with one letter
/// wrong.
fn nearness(name: &str, meant: &str) -> Option<usize> {
    if unmistakable(name) == Some(meant) {
        return Some(0);
    }
    let (name, meant) = (bare(name), bare(meant));
    let distance = osa_distance(&name, &meant);
    let allowed = match meant.len() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    };
    // Spelled-out forms: MISSING TYPE, DECOM 1.
    let spelled = meant.len() >= 5 && name.len() <= meant.len() + 4 && name.starts_with(&meant);
    (distance <= allowed || spelled).then_some(distance)
}

/// The columns that a person agreed to read as others, and those that are read so without asking.
pub(super) fn all_renames(cells: &[String], meant: &[String], unasked: Vec<Rename>) -> Vec<Rename> {
    let differ = cells.iter().zip(meant).filter(|(found, meant)| found != meant);
    let mut renames: Vec<Rename> =
        differ.map(|(found, meant)| Rename { found: found.clone(), meant: meant.clone() }).collect();
    renames.extend(unasked);
    renames
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_unmistakable_only_if_every_word_of_it_is_understood() {
        let is = [
            ("MIS START", "MIS_START"),
            ("Mis-Start", "MIS_START"),
            ("misstart", "MIS_START"),
            ("MIS END DATE", "MIS_END"),
            ("Missing end date", "MIS_END"),
            ("Child ID", "CHILD"),
            ("CHILDID", "CHILD"),
            ("Child's unique identifier", "CHILD"),
            ("Date of Birth", "DOB"),
            ("D.O.B.", "DOB"),
            ("Legal Status", "LS"),
            ("Trafficked?", "TRAFFICKED"),
            ("Place Provider", "PLACE_PROVIDER"),
        ];
        for (heading, column) in is {
            assert_eq!(unmistakable(heading), Some(column), "{heading}");
        }
        let is_not = [
            "Mother's date of birth",
            "Date of birth of mother",
            "Date of birth estimated",
            "MIS START TIME",
            "MIS END REASON",
            "Missing end reason",
            "MIS_START date recorded",
            "Child name",
            "Child ID of sibling",
            "Child in need",
            "Children",
            "Child missing",
            "Carer ID",
            "Start date",
            "Date of death",
            "Legal status of carer",
            "DECOMM",
            "Gender",
            "Type of missing",
        ];
        for heading in is_not {
            assert_eq!(unmistakable(heading), None, "{heading}");
        }
    }

    #[test]
    fn two_columns_that_claim_one_name_are_left_alone() {
        let row = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        let meant = |text: &str| {
            unmistakable_renames(&row(text)).into_iter().map(|(at, rename)| (at, rename.meant)).collect::<Vec<_>>()
        };
        assert_eq!(
            meant("Child ID,DOB,MISSING,MIS START,MIS_END"),
            [(0, "CHILD".to_owned()), (3, "MIS_START".to_owned())]
        );
        assert!(meant("Child ID,Child ref,DOB").is_empty());
        assert!(meant("CHILD,Child ref,DOB").is_empty());
        assert!(meant("child,dob,Mis_Start").is_empty(), "capitals are no other name");
    }

    #[test]
    fn a_column_of_the_return_is_proposed_for_no_other() {
        let row = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        let proposal = |text: &str| {
            let cells = row(text);
            proposed(&cells, &cells).map(|(_, renames)| renames.into_iter().map(|of| of.found).collect::<Vec<_>>())
        };
        // REC is one letter from DEC, and says something else.
        assert_eq!(proposal("CHILD,DECOM,RNE,LS,PLACE,DECISION DATE,REC"), None);
        assert_eq!(proposal("CHILD,DECOM,RNE,LS,PLACE,DECC,REC"), Some(vec!["DECC".to_owned()]));
    }
}
