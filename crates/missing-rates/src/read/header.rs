//! Which file of the SSDA903 return has these columns.

use missing_rows::Kind;
use strsim::osa_distance;

use crate::report::{FileKind, Problem, Rename};

/// A module of the SSDA903 return, or the list of trafficked children that stands beside it.
struct Module {
    kind: FileKind,
    /// Columns of its own, by any one of which it is known.
    own: &'static [&'static str],
    /// Columns without which it cannot be read.
    needed: &'static [&'static str],
}

/// Source: the columns of DfE's return as `csc-validator-be-903` (Data to Insight) lists them.
const MODULES: [Module; 13] = [
    Module {
        kind: FileKind::Missing,
        own: &["MIS_START", "MIS_END", "MISSING"],
        needed: &["CHILD", "MISSING", "MIS_START", "MIS_END"],
    },
    Module {
        kind: FileKind::Episodes,
        own: &["DECOM", "RNE", "PLACE_PROVIDER", "REASON_PLACE_CHANGE"],
        needed: &["CHILD", "DECOM", "LS", "DEC"],
    },
    Module { kind: FileKind::Uasc, own: &["DUC"], needed: &["CHILD", "DUC"] },
    Module { kind: FileKind::Header, own: &["ETHNIC", "UPN", "MOTHER", "MC_DOB"], needed: &["CHILD", "DOB"] },
    Module { kind: FileKind::ChildList, own: &["TRAFFICKED"], needed: &["CHILD", "TRAFFICKED"] },
    Module { kind: FileKind::Reviews, own: &["REVIEW", "REVIEW_CODE"], needed: &["CHILD"] },
    Module {
        kind: FileKind::Oc2,
        own: &["SDQ_SCORE", "SDQ_REASON", "HEALTH_CHECK", "TEETH_CHECK"],
        needed: &["CHILD"],
    },
    Module { kind: FileKind::Oc3, own: &["IN_TOUCH", "ACTIV", "ACCOM"], needed: &["CHILD"] },
    Module { kind: FileKind::Ad1, own: &["DATE_INT", "DATE_MATCH", "NB_ADOPTR", "SEX_ADOPTR"], needed: &["CHILD"] },
    Module { kind: FileKind::PlacedAdoption, own: &["DATE_PLACED", "DATE_PLACED_CEASED"], needed: &["CHILD"] },
    Module { kind: FileKind::PrevPerm, own: &["PREV_PERM", "LA_PERM", "DATE_PERM"], needed: &["CHILD"] },
    Module { kind: FileKind::SwEpisodes, own: &["SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"], needed: &["CHILD"] },
    Module { kind: FileKind::DoLo, own: &["DOLO_START", "DOLO_END"], needed: &["CHILD"] },
];

/// A file of the return, and where its needed columns stand.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) kind: FileKind,
    /// How its rows are read.
    pub(super) rows: Kind,
    /// Position of each column that the rows are read from, in their order; `None` for one that is not there and can be
    /// done without.
    pub(super) at: Vec<Option<usize>>,
}

/// How the rows of a file are read.
fn rows_of(kind: FileKind) -> Kind {
    match kind {
        FileKind::Header => Kind::Header,
        FileKind::Episodes => Kind::Episodes,
        FileKind::Uasc => Kind::Uasc,
        FileKind::Missing => Kind::Missing,
        FileKind::ChildList => Kind::List,
        _ => Kind::Other,
    }
}

/// Recognises a file by its header row.
///
/// Case, order, white space around a name and further columns do not matter. A name that is nearly one of ours is only
/// proposed.
///
/// `None` if it is no file of the return at all.
pub(super) fn recognise(cells: &[String]) -> Option<Result<Columns, Problem>> {
    let names: Vec<String> = cells.iter().map(|c| c.trim().to_ascii_uppercase()).collect();
    let has = |column: &str| names.iter().any(|n| n == column);
    let known =
        MODULES.iter().find(|m| m.own.iter().any(|c| has(c)) && m.needed.iter().filter(|c| has(c)).count() >= 1);
    if let Some(module) = known {
        let rows = rows_of(module.kind);
        let read = || rows.columns().iter().map(|column| column.name());
        let twice = |column: &&str| names.iter().filter(|n| n == column).count() > 1;
        if let Some(column) = read().find(twice) {
            return Some(Err(Problem::RepeatedColumn { column: column.to_owned() }));
        }
        if module.needed.iter().all(|column| has(column)) {
            // What can be done without is also taken where only the signs between its words differ: the same letters are
            // no guess, and nobody would miss the column.
            let optional = |column: &str| names.iter().position(|name| bare(name) == bare(column));
            let at = read().map(|column| names.iter().position(|n| n == column).or_else(|| optional(column))).collect();
            return Some(Ok(Columns { kind: module.kind, rows, at }));
        }
    }
    if let Some((module, renames)) = near_miss(cells, &names) {
        return Some(Err(Problem::NearMiss { kind: module.kind, renames }));
    }
    let module = known?;
    let missing = module.needed.iter().filter(|c| !has(c)).map(|c| (*c).to_owned()).collect();
    Some(Err(Problem::MissingColumns { kind: module.kind, missing, found: cells.to_vec() }))
}

/// The module that needs fewest renames, if there is one that renames make whole.
fn near_miss(cells: &[String], names: &[String]) -> Option<(&'static Module, Vec<Rename>)> {
    let proposals = MODULES.iter().filter_map(|module| {
        let mut renames = Vec::new();
        for needed in module.needed {
            if names.iter().any(|n| n == needed) {
                continue;
            }
            let (at, _) = names
                .iter()
                .enumerate()
                .filter(|(_, name)| {
                    !MODULES.iter().any(|m| m.own.contains(&name.as_str()) || m.needed.contains(&name.as_str()))
                })
                .filter_map(|(at, name)| nearness(name, needed).map(|distance| (at, distance)))
                .min_by_key(|(_, distance)| *distance)?;
            renames.push(Rename { found: cells[at].clone(), meant: (*needed).to_owned() });
        }
        // One of its own columns must be there, or be what a rename makes.
        let own = module.own.iter().any(|c| names.iter().any(|n| n == c) || renames.iter().any(|r| r.meant == **c));
        (own && !renames.is_empty() && renames.len() < module.needed.len()).then_some((module, renames))
    });
    proposals.min_by_key(|(_, renames)| renames.len())
}

/// The letters and digits of a name alone.
fn bare(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// How far a name is from the one meant, if it is near: other signs between the words, or a letter amiss.
fn nearness(name: &str, meant: &str) -> Option<usize> {
    let (name, meant) = (bare(name), bare(meant));
    let distance = osa_distance(&name, &meant);
    let allowed = match meant.len() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    };
    // Spelled-out forms: MISSING START, CHILD ID.
    let spelled = meant.len() >= 5 && name.len() <= meant.len() + 4 && name.starts_with(&meant)
        || name == "MISSINGSTART" && meant == "MISSTART"
        || name == "MISSINGEND" && meant == "MISEND";
    (distance <= allowed || spelled).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn every_module_is_known_by_its_columns_in_any_order_and_case() {
        let cases = [
            ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", FileKind::Header),
            (
                "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
                FileKind::Episodes,
            ),
            ("CHILD,SEX,DOB,DUC", FileKind::Uasc),
            ("CHILD,DOB,MISSING,MIS_START,MIS_END", FileKind::Missing),
            ("CHILD,DOB,REVIEW,REVIEW_CODE", FileKind::Reviews),
            ("CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED", FileKind::Oc2),
            ("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", FileKind::Oc3),
            ("CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR", FileKind::Ad1),
            ("CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", FileKind::PlacedAdoption),
            ("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", FileKind::PrevPerm),
            ("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", FileKind::SwEpisodes),
            ("CHILD,DOB,DOLO_START,DOLO_END", FileKind::DoLo),
            ("CHILD,TRAFFICKED", FileKind::ChildList),
            (" mis_end , Child ,extra,missing,Mis_Start", FileKind::Missing),
            ("DEC,LS,DECOM,CHILD", FileKind::Episodes),
        ];
        for (header, kind) in cases {
            match recognise(&row(header)) {
                Some(Ok(columns)) => assert_eq!(columns.kind, kind, "{header}"),
                other => panic!("{header}: {other:?}"),
            }
        }
        assert_eq!(
            recognise(&row(" mis_end , Child ,extra,missing,Mis_Start")),
            Some(Ok(Columns {
                kind: FileKind::Missing,
                rows: Kind::Missing,
                at: vec![Some(1), Some(3), Some(4), Some(0), None]
            }))
        );
    }

    #[test]
    fn a_column_that_can_be_done_without_is_known_by_its_letters() {
        let Some(Ok(columns)) = recognise(&row("Place Provider,CHILD,DECOM,LS,DEC,rne")) else { panic!("not known") };
        assert_eq!(columns.at, [Some(1), Some(2), Some(3), Some(4), Some(5), None, Some(0), None]);
    }

    #[test]
    fn a_near_miss_is_proposed_and_never_taken() {
        let cases = [
            ("CHILD,DOB,MISSING,MIS START,MIS_END", vec![("MIS START", "MIS_START")]),
            ("CHILD,DOB,MISSING,MIS-START,MISEND", vec![("MIS-START", "MIS_START"), ("MISEND", "MIS_END")]),
            ("CHILDID,DOB,MISSING,MIS_START,MIS_END", vec![("CHILDID", "CHILD")]),
            ("CHILD,DECOMM,RNE,LS,DEC", vec![("DECOMM", "DECOM")]),
            ("CHILD,DOB,MISSING,Missing Start,MIS_END", vec![("Missing Start", "MIS_START")]),
        ];
        for (header, expected) in cases {
            let Some(Err(Problem::NearMiss { renames, .. })) = recognise(&row(header)) else {
                panic!("{header}: {:?}", recognise(&row(header)));
            };
            let found: Vec<_> = renames.iter().map(|r| (r.found.as_str(), r.meant.as_str())).collect();
            assert_eq!(found, expected, "{header}");
        }
    }

    #[test]
    fn a_module_that_lacks_a_column_says_which() {
        let Some(Err(Problem::MissingColumns { kind, missing, .. })) = recognise(&row("CHILD,DECOM,RNE,DEC")) else {
            panic!("not told");
        };
        assert_eq!((kind, missing), (FileKind::Episodes, vec!["LS".to_owned()]));
        let twice = Problem::RepeatedColumn { column: "CHILD".to_owned() };
        assert_eq!(recognise(&row("CHILD,Child,DECOM,LS,DEC")), Some(Err(twice)));
        assert_eq!(recognise(&row("Authority,Year,Children")), None);
        assert_eq!(recognise(&row("")), None);
    }
}
