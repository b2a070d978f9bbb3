//! Which module is read, and from which columns.

use crate::Column;

/// Which module is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Who the children are.
    Header,
    /// When they were looked after.
    Episodes,
    /// Who of them is unaccompanied.
    Uasc,
    /// When they were missing or away.
    Missing,
    /// No module of the return, but a list of children beside it.
    List,
    /// The same, with the decisions of the National Referral Mechanism.
    NrmOutcomes,
    /// The same, with outcomes of which only their wordings can say that they are about trafficking.
    Outcomes,
    /// A module that is not needed.
    Other,
}

impl Kind {
    /// The columns that it is read from, in order.
    pub fn columns(self) -> &'static [Column] {
        use Column::{
            Authority, Child, Dec, Decom, Dob, Duc, Ls, MisEnd, MisStart, Missing, Place, PlaceProvider, Rec, Rne, Sex,
            Trafficked, Uasc, Upn,
        };
        match self {
            Self::Header => &[Child, Dob, Sex, Uasc, Duc, Upn, Authority],
            Self::Episodes => &[Child, Decom, Ls, Dec, Rne, Place, PlaceProvider, Rec, Authority],
            Self::Uasc => &[Child, Duc, Dob, Sex, Authority],
            Self::Missing => &[Child, Missing, MisStart, MisEnd, Dob, Authority],
            Self::List | Self::NrmOutcomes | Self::Outcomes => &[Child, Trafficked, Authority],
            Self::Other => &[Child],
        }
    }

    /// The place of the column that says whose the child is, among [`Kind::columns`].
    pub(crate) fn authority(self) -> Option<usize> {
        self.columns().iter().position(|column| *column == Column::Authority)
    }
}
