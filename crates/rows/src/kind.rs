//! Which module is read, and from which columns.

use crate::Column;

/// Which module is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Who the children are.
    Header,
    /// When they were looked after.
    Episodes,
    /// Who is unaccompanied.
    Uasc,
    /// When they were missing or away.
    Missing,
    /// Not a module of the return, but a list of children.
    List,
    /// A list with the decisions of the National Referral Mechanism.
    NrmOutcomes,
    /// A list with outcomes. Only their wordings can say that they are about trafficking.
    Outcomes,
    /// A list of return-home interviews.
    Interviews,
    /// A list of the teams of children.
    Teams,
    /// A module that is not needed.
    Other,
}

impl Kind {
    /// The columns that it is read from, in order.
    pub fn columns(self) -> &'static [Column] {
        use Column::{
            Accepted, Authority, Child, Date, Dec, Decom, Dob, Duc, Ls, MisEnd, MisStart, Missing, OfferDate, Offered,
            Place, PlaceProvider, Rec, Rne, Sex, Team, Trafficked, Uasc, Upn,
        };
        match self {
            Self::Header => &[Child, Dob, Sex, Uasc, Duc, Upn, Authority],
            Self::Episodes => &[Child, Decom, Ls, Dec, Rne, Place, PlaceProvider, Rec, Authority],
            Self::Uasc => &[Child, Duc, Dob, Sex, Authority],
            Self::Missing => &[Child, Missing, MisStart, MisEnd, Dob, Authority],
            Self::List | Self::NrmOutcomes | Self::Outcomes => &[Child, Trafficked, Authority],
            Self::Interviews => &[Child, MisStart, Offered, Accepted, Date, OfferDate, Authority],
            Self::Teams => &[Child, Team, Authority],
            Self::Other => &[Child],
        }
    }

    /// The index, among [`Kind::columns`], of the column that says which authority's child it is.
    pub(crate) fn authority(self) -> Option<usize> {
        self.columns().iter().position(|column| *column == Column::Authority)
    }
}
