//! The columns that child-level tables are read from.

/// A column of a child-level table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are the file's own")]
pub enum Column {
    Child,
    Sex,
    Dob,
    Decom,
    Rne,
    Ls,
    Place,
    PlaceProvider,
    Dec,
    Rec,
    Duc,
    Missing,
    MisStart,
    MisEnd,
    Trafficked,
    Offered,
    Accepted,
    Date,
    OfferDate,
    Team,
    Uasc,
    Upn,
    Authority,
}

impl Column {
    /// Its name in the header row.
    pub fn name(self) -> &'static str {
        match self {
            Self::Child => "CHILD",
            Self::Sex => "SEX",
            Self::Dob => "DOB",
            Self::Decom => "DECOM",
            Self::Rne => "RNE",
            Self::Ls => "LS",
            Self::Place => "PLACE",
            Self::PlaceProvider => "PLACE_PROVIDER",
            Self::Dec => "DEC",
            Self::Rec => "REC",
            Self::Duc => "DUC",
            Self::Missing => "MISSING",
            Self::MisStart => "MIS_START",
            Self::MisEnd => "MIS_END",
            Self::Trafficked => "TRAFFICKED",
            Self::Offered => "OFFERED",
            Self::Accepted => "ACCEPTED",
            Self::Date => "DATE",
            Self::OfferDate => "OFFER_DATE",
            Self::Team => "TEAM",
            Self::Uasc => "UASC",
            Self::Upn => "UPN",
            Self::Authority => "LA",
        }
    }
}

/// Which columns a file has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns(u32);

impl Columns {
    /// Adds a column.
    #[must_use]
    pub fn with(self, column: Column) -> Self {
        Self(self.0 | 1 << column as u32)
    }

    /// Whether the file has a column.
    pub fn has(self, column: Column) -> bool {
        self.0 & 1 << column as u32 != 0
    }
}
