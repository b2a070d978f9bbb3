//! The files of the SSDA903 return, and the list of children beside them, by their columns.

use missing_rows::Kind;

use crate::report::FileKind;

/// A module of the SSDA903 return, or the list of trafficked children that is beside it.
pub(super) struct Module {
    pub(super) kind: FileKind,
    /// Columns of its own, by any one of which it is known.
    pub(super) own: &'static [&'static str],
    /// Columns without which it cannot be read.
    pub(super) needed: &'static [&'static str],
}

/// Source: the columns of DfE's return as `csc-validator-be-903` (Data to Insight) lists them.
pub(super) const MODULES: [Module; 13] = [
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
    Module { kind: FileKind::Header, own: &["ETHNIC", "UPN", "MOTHER", "MC_DOB", "UASC"], needed: &["CHILD", "DOB"] },
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

/// Columns that Header alone has.
pub(super) const HEADER_OWN: [&str; 4] = ["ETHNIC", "UPN", "MOTHER", "MC_DOB"];

/// Names of a column that says whose the child of each row is, where a file holds several authorities, by their letters.
pub(super) const AUTHORITY: [&str; 10] = [
    "LA",
    "LACODE",
    "LANAME",
    "LANUMBER",
    "LOCALAUTHORITY",
    "LOCALAUTHORITYCODE",
    "LOCALAUTHORITYNAME",
    "AUTHORITY",
    "AUTHORITYCODE",
    "AUTHORITYNAME",
];

/// A file of child-level rows, and where its columns stand.
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
pub(super) fn rows_of(kind: FileKind) -> Kind {
    match kind {
        FileKind::Header => Kind::Header,
        FileKind::Episodes => Kind::Episodes,
        FileKind::Uasc => Kind::Uasc,
        FileKind::Missing => Kind::Missing,
        FileKind::ChildList => Kind::List,
        _ => Kind::Other,
    }
}

/// Whether a name is that of a column of one of these files.
pub(super) fn is_column(name: &str) -> bool {
    MODULES.iter().any(|module| {
        module.own.contains(&name)
            || module.needed.contains(&name)
            || rows_of(module.kind).columns().iter().any(|column| column.name() == name)
    })
}
