//! What the tables of a return are made of.

/// A group of elements that is a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Header,
    Episode,
    Unaccompanied,
    Missing,
    Review,
    Outcomes,
    Permanence,
    Placed,
}

impl Group {
    /// The group of an element, within the child.
    pub(super) fn of(path: &[String]) -> Option<Self> {
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        Some(match names.as_slice() {
            ["HEADER"] => Self::Header,
            ["EPISODE"] => Self::Episode,
            ["HEADER", "AMISSING"] => Self::Missing,
            ["HEADER", "AREVIEW"] => Self::Review,
            ["HEADER", "OC2"] => Self::Outcomes,
            ["HEADER", "PERMANENCE"] => Self::Permanence,
            ["HEADER", "AD_PLACED"] => Self::Placed,
            _ => return None,
        })
    }

    /// The element of the group, within the child.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Header | Self::Unaccompanied => "HEADER",
            Self::Episode => "EPISODE",
            Self::Missing => "HEADER/AMISSING",
            Self::Review => "HEADER/AREVIEW",
            Self::Outcomes => "HEADER/OC2",
            Self::Permanence => "HEADER/PERMANENCE",
            Self::Placed => "HEADER/AD_PLACED",
        }
    }
}

/// A table, as its CSV file has it.
#[derive(Debug)]
pub(super) struct Module {
    pub(super) name: &'static str,
    pub(super) columns: &'static [&'static str],
    /// The elements whose groups are its rows.
    pub(super) group: Group,
    /// A row must have something in one of these, beside whose it is. None if every group is a row.
    pub(super) needs: &'static [&'static str],
}

pub(super) const MODULES: [Module; 9] = [
    Module {
        name: "Header",
        columns: &["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB", "UASC"],
        group: Group::Header,
        needs: &[],
    },
    Module {
        name: "Episodes",
        columns: &[
            "CHILD",
            "DECOM",
            "RNE",
            "LS",
            "CIN",
            "PLACE",
            "PLACE_PROVIDER",
            "DEC",
            "REC",
            "REASON_PLACE_CHANGE",
            "HOME_POST",
            "PL_POST",
            "URN",
        ],
        group: Group::Episode,
        needs: &[],
    },
    // Listed in it are the children whom HEADER says to be unaccompanied, or to have been.
    Module { name: "UASC", columns: &["CHILD", "SEX", "DOB", "DUC"], group: Group::Unaccompanied, needs: &[] },
    Module {
        name: "Missing",
        columns: &["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"],
        group: Group::Missing,
        needs: &["MISSING", "MIS_START", "MIS_END"],
    },
    Module {
        name: "Reviews",
        columns: &["CHILD", "DOB", "REVIEW", "REVIEW_CODE"],
        group: Group::Review,
        needs: &["REVIEW", "REVIEW_CODE"],
    },
    Module { name: "OC2", columns: OC2, group: Group::Outcomes, needs: OC2_NEEDS },
    Module {
        name: "PrevPerm",
        columns: &["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"],
        group: Group::Permanence,
        needs: &["PREV_PERM", "LA_PERM", "DATE_PERM"],
    },
    Module {
        name: "PlacedAdoption",
        columns: &["CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"],
        group: Group::Placed,
        needs: &["DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"],
    },
    Module {
        name: "OC3",
        columns: &["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"],
        group: Group::Header,
        needs: &["IN_TOUCH", "ACTIV", "ACCOM"],
    },
];

const OC2: &[&str] = &[
    "CHILD",
    "DOB",
    "SDQ_SCORE",
    "SDQ_REASON",
    "CONVICTED",
    "HEALTH_CHECK",
    "IMMUNISATIONS",
    "TEETH_CHECK",
    "HEALTH_ASSESSMENT",
    "SUBSTANCE_MISUSE",
    "INTERVENTION_RECEIVED",
    "INTERVENTION_OFFERED",
];
/// All but CHILD and DOB, which other modules have too.
const OC2_NEEDS: &[&str] = OC2.split_at(2).1;

/// Elements that stand for a column of another name.
const RENAMED: [(&str, &str); 2] = [("CHILDID", "CHILD"), ("PL", "PLACE")];
/// Columns that say whose a row is. Groups may repeat what HEADER says in them.
pub(super) const WHOSE: [&str; 3] = ["CHILD", "DOB", "SEX"];

/// The column that an element stands for, wherever it is.
pub(super) fn column(element: &str) -> &str {
    RENAMED.iter().find(|(name, _)| *name == element).map_or(element, |(_, column)| column)
}

/// The tables whose rows are of a group, by their places.
pub(super) fn of_group(group: Group) -> impl Iterator<Item = usize> {
    let is_of = move |module: &Module| {
        module.group == group || (group == Group::Header && module.group == Group::Unaccompanied)
    };
    (0..MODULES.len()).filter(move |at| is_of(&MODULES[*at]))
}

/// Whether a table may be wrong, by its place, where it is not clear what is in a group. What is in HEADER may be of any child.
pub(super) fn is_of(at: usize, group: Group) -> bool {
    group == Group::Header || of_group(group).any(|of| of == at)
}

/// Whether a column of a group says of whom a row is, or which row of several it is.
pub(super) fn tells_rows(group: Group, column: &str) -> bool {
    match group {
        Group::Missing => ["CHILD", "MISSING", "MIS_START", "MIS_END"].contains(&column),
        Group::Episode => ["CHILD", "DECOM"].contains(&column),
        _ => column == "CHILD",
    }
}

/// The tables that have a column beside those that say whose a row is, by their places. The column UASC says which rows
/// another has.
pub(super) fn with_column(column: &str) -> impl Iterator<Item = usize> {
    let has = move |module: &Module| match module.group {
        Group::Unaccompanied if column == "UASC" => true,
        _ => !WHOSE.contains(&column) && module.columns.contains(&column),
    };
    (0..MODULES.len()).filter(move |at| has(&MODULES[*at]))
}

/// Whether an element of a group is a column of one of its tables.
pub(super) fn is_column(group: Group, column: &str) -> bool {
    WHOSE.contains(&column) || of_group(group).any(|at| MODULES[at].columns.contains(&column))
}
