//! Finds out which file of the SSDA903 return has these columns.

use missing_rows::Column;

use super::child_rows::authority_column;
use super::modules::{AUTHORITY, Columns, HEADER_OWN, MODULES, Module, rows_of};
use super::near::{bare, proposed};
use super::own_lists;
use super::shown::known_headings;
use crate::report::{FileKind, Problem};

/// Recognises a file by its header row.
///
/// Case, order, white space around a name and further columns do not matter. A name that nearly matches is only
/// proposed.
///
/// `None` if it is not a file of the return at all.
pub(super) fn recognise(cells: &[String]) -> Option<Result<Columns, Problem>> {
    let names: Vec<String> = cells.iter().map(|c| c.trim().to_ascii_uppercase()).collect();
    if let Some(own) = own_lists::recognise(cells, &names) {
        return Some(own);
    }
    let has = |column: &str| names.iter().any(|n| n == column);
    let is = |m: &&Module| m.own.iter().any(|c| has(c)) && m.needed.iter().filter(|c| has(c)).count() >= 1;
    // A Header file may have DUC too. That makes nobody in it unaccompanied.
    let of_header = HEADER_OWN.iter().filter(|column| has(column)).count();
    let is_header = has("UASC") || of_header >= 2;
    // Some systems add to Header whether a child was missing.
    let is_other = |kind: FileKind| match kind {
        FileKind::Uasc => is_header,
        FileKind::Missing => is_header && !has("MIS_START") && !has("MIS_END"),
        _ => false,
    };
    let known = MODULES.iter().find(|m| is(m) && !is_other(m.kind));
    if let Some(module) = known {
        let rows = rows_of(module.kind);
        let read = || rows.columns().iter().map(|column| column.name());
        let twice = |column: &&str| names.iter().filter(|n| n == column).count() > 1;
        // `Trafficked` twice and no child: headings of answers.
        let of_children = module.kind != FileKind::ChildList || has("CHILD");
        if let Some(column) = read().find(twice).filter(|_| of_children) {
            return Some(Err(Problem::RepeatedColumn { column: column.to_owned() }));
        }
        if module.needed.iter().all(|column| has(column)) {
            // An optional column is also used if only the signs between its words differ: the same letters are not a
            // guess, and otherwise nobody would notice that the column is missing.
            let optional = |column: &str| names.iter().position(|name| bare(name) == bare(column));
            let in_list = || authority_column(cells).filter(|_| module.kind == FileKind::ChildList);
            let authority =
                || in_list().or_else(|| names.iter().position(|name| AUTHORITY.contains(&bare(name).as_str())));
            let place = |column: &Column| match column {
                Column::Authority => authority(),
                _ => names.iter().position(|n| n == column.name()).or_else(|| optional(column.name())),
            };
            let at = rows.columns().iter().map(place).collect();
            return Some(Ok(Columns { kind: module.kind, rows, at }));
        }
    }
    if let Some((module, renames)) = proposed(cells, &names) {
        return Some(Err(Problem::NearMiss { kind: module.kind, renames }));
    }
    let module = known?;
    let missing = module.needed.iter().filter(|c| !has(c)).map(|c| (*c).to_owned()).collect();
    Some(Err(Problem::MissingColumns { kind: module.kind, missing, found: known_headings(cells) }))
}

#[cfg(test)]
mod tests {
    use missing_rows::Kind;

    use super::*;

    fn row(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn every_module_is_known_by_its_columns_in_any_order_and_case() {
        let cases = [
            ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", FileKind::Header),
            ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,MISSING", FileKind::Header),
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
                at: vec![Some(1), Some(3), Some(4), Some(0), None, None]
            }))
        );
    }

    #[test]
    fn a_column_that_can_be_done_without_is_known_by_its_letters() {
        let Some(Ok(columns)) = recognise(&row("Place Provider,CHILD,DECOM,LS,DEC,rne")) else { panic!("not known") };
        assert_eq!(columns.at, [Some(1), Some(2), Some(3), Some(4), Some(5), None, Some(0), None, None]);
    }

    #[test]
    fn header_may_have_the_columns_of_uasc_and_every_module_a_column_of_authorities() {
        let cases = [
            ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,UASC,DUC", FileKind::Header, None),
            ("CHILD,DOB,ETHNIC,UPN,DUC", FileKind::Header, None),
            ("CHILD,DOB,UASC", FileKind::Header, None),
            ("CHILD,SEX,DOB,DUC,UPN", FileKind::Uasc, None),
            ("LA_CODE,CHILD,SEX,DOB,DUC", FileKind::Uasc, Some(0)),
            ("CHILD,MISSING,MIS_START,MIS_END,Local authority", FileKind::Missing, Some(4)),
            // Where the child lives, and who placed it, does not say whose child it is.
            ("CHILD,DECOM,RNE,LS,DEC,PL_LA,PLACING_AUTHORITY", FileKind::Episodes, None),
        ];
        for (header, kind, authority) in cases {
            let Some(Ok(columns)) = recognise(&row(header)) else { panic!("{header}") };
            assert_eq!((columns.kind, columns.at.last().copied().flatten()), (kind, authority), "{header}");
        }
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
