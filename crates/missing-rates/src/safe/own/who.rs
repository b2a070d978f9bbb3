//! Whose children are counted: those that are printed of, and the rests of them that a reader can work out.

use super::children::Child;
use crate::report::OnList;

/// Whose children: those that are printed, and then the rests of them that a reader can work out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    All,
    Unaccompanied,
    Listed,
    Both,
    Confirmed,
    Suspected,
    Unstated,
    NotUnaccompanied,
    NotListed,
    UnaccompaniedOnly,
    ListedOnly,
    Neither,
    /// All, unaccompanied and listed children by sex.
    AllOf(usize),
    UnaccompaniedOf(usize),
    ListedOf(usize),
}

impl Who {
    pub(super) const COUNT: usize = 21;

    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(Self::at)
    }

    pub(super) fn place(self) -> usize {
        match self {
            Self::All => 0,
            Self::Unaccompanied => 1,
            Self::Listed => 2,
            Self::Both => 3,
            Self::Confirmed => 4,
            Self::Suspected => 5,
            Self::Unstated => 6,
            Self::NotUnaccompanied => 7,
            Self::NotListed => 8,
            Self::UnaccompaniedOnly => 9,
            Self::ListedOnly => 10,
            Self::Neither => 11,
            Self::AllOf(sex) => 12 + sex,
            Self::UnaccompaniedOf(sex) => 15 + sex,
            Self::ListedOf(sex) => 18 + sex,
        }
    }

    pub(super) fn at(place: usize) -> Self {
        match place {
            0 => Self::All,
            1 => Self::Unaccompanied,
            2 => Self::Listed,
            3 => Self::Both,
            4 => Self::Confirmed,
            5 => Self::Suspected,
            6 => Self::Unstated,
            7 => Self::NotUnaccompanied,
            8 => Self::NotListed,
            9 => Self::UnaccompaniedOnly,
            10 => Self::ListedOnly,
            11 => Self::Neither,
            12..15 => Self::AllOf(place - 12),
            15..18 => Self::UnaccompaniedOf(place - 15),
            _ => Self::ListedOf(place - 18),
        }
    }

    /// What must be seen for this to be taken from it: itself where it is printed, or a whole and its part.
    pub(super) fn taken_from(self) -> Vec<Self> {
        match self {
            Self::NotUnaccompanied => vec![Self::All, Self::Unaccompanied],
            Self::NotListed => vec![Self::All, Self::Listed],
            Self::UnaccompaniedOnly => vec![Self::Unaccompanied, Self::Both],
            Self::ListedOnly => vec![Self::Listed, Self::Both],
            Self::Neither => vec![Self::All, Self::Unaccompanied, Self::Listed],
            of => vec![of],
        }
    }

    /// Those of whom everybody who is one of these is one, and nobody two: a reader adds them up.
    pub(super) fn parts(self) -> &'static [&'static [Self]] {
        const LISTED: [&[Who]; 2] =
            [&[Who::Confirmed, Who::Suspected, Who::Unstated], &[Who::ListedOf(0), Who::ListedOf(1), Who::ListedOf(2)]];
        const UNACCOMPANIED: [&[Who]; 1] =
            [&[Who::UnaccompaniedOf(0), Who::UnaccompaniedOf(1), Who::UnaccompaniedOf(2)]];
        match self {
            Self::Listed => &LISTED,
            Self::Unaccompanied => &UNACCOMPANIED,
            _ => &[],
        }
    }

    /// Whether nothing is printed of them: a reader takes them from others.
    pub(super) fn is_rest(self) -> bool {
        (Self::NotUnaccompanied.place()..=Self::Neither.place()).contains(&self.place())
    }

    /// Whether these are by sex.
    pub(super) fn is_by_sex(self) -> bool {
        self.place() >= Self::AllOf(0).place()
    }

    /// Whether a child is one of them.
    pub(super) fn has(self, child: &Child, period: usize) -> bool {
        let of = &child.periods[period];
        of.counts && self.is(of.listed, of.unaccompanied, child.sex)
    }

    /// Whether they are those of whom a list says this, who are unaccompanied or not, and of a sex.
    pub(super) fn is(self, listed: Option<OnList>, is: bool, of_sex: usize) -> bool {
        match self {
            Self::All => true,
            Self::Unaccompanied => is,
            Self::Listed => listed.is_some(),
            Self::Both => is && listed.is_some(),
            Self::Confirmed => listed == Some(OnList::Confirmed),
            Self::Suspected => listed == Some(OnList::Suspected),
            Self::Unstated => listed == Some(OnList::Unstated),
            Self::NotUnaccompanied => !is,
            Self::NotListed => listed.is_none(),
            Self::UnaccompaniedOnly => is && listed.is_none(),
            Self::ListedOnly => !is && listed.is_some(),
            Self::Neither => !is && listed.is_none(),
            Self::AllOf(sex) => of_sex == sex,
            Self::UnaccompaniedOf(sex) => is && of_sex == sex,
            Self::ListedOf(sex) => listed.is_some() && of_sex == sex,
        }
    }
}
