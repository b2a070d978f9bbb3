//! The files of the SSDA903 return, and the list of trafficked children, by their columns.

use missing_rows::Kind;

use crate::report::FileKind;

/// A module of the SSDA903 return, or the list of trafficked children.
pub(super) struct Module {
    pub(super) kind: FileKind,
    /// Columns of its own. Any one of them identifies the module.
    pub(super) own: &'static [&'static str],
    /// Columns that it cannot be read without.
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

/// Columns that only Header has.
pub(super) const HEADER_OWN: [&str; 4] = ["ETHNIC", "UPN", "MOTHER", "MC_DOB"];

/// Names, by their letters, of a column that says which authority's child each row is about, if a file holds several
/// authorities.
pub(super) const AUTHORITY: [&str; 25] = [
    "LA",
    "LACODE",
    "LANAME",
    "LANO",
    "LANUMBER",
    "LANAMECURRENT",
    "NEWLACODE",
    "LOCALAUTHORITY",
    "LOCALAUTHORITYCODE",
    "LOCALAUTHORITYNAME",
    "LEA",
    "LEACODE",
    "LEANAME",
    "AUTHORITY",
    "AUTHORITYCODE",
    "AUTHORITYNAME",
    "AUTH",
    "COUNCIL",
    "COUNCILNAME",
    "BOROUGH",
    "ORGANISATION",
    "ORGANISATIONNAME",
    "RESPONSIBLELA",
    "RESPONSIBLEAUTHORITY",
    "RESPONSIBLELOCALAUTHORITY",
];

/// A file of child-level rows, and where its columns are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) kind: FileKind,
    /// How its rows are read.
    pub(super) rows: Kind,
    /// Position of each column that the rows are read from, in their order. `None` for an optional column that is not
    /// there.
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
        FileKind::Interviews => Kind::Interviews,
        FileKind::Teams => Kind::Teams,
        _ => Kind::Other,
    }
}

/// Whether one of these files has a column with this name.
pub(super) fn is_column(name: &str) -> bool {
    MODULES.iter().any(|module| {
        module.own.contains(&name)
            || module.needed.contains(&name)
            || rows_of(module.kind).columns().iter().any(|column| column.name() == name)
    })
}
