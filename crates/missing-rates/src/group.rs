//! How children are grouped, and into which groups.

use serde::{Deserialize, Serialize};

/// How children are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// All together.
    None,
    /// By age in completed years.
    Age,
    /// By sex.
    Sex,
    /// By legal status (LS).
    LegalStatus,
    /// By placement (PLACE).
    Placement,
    /// By who provides the placement (`PLACE_PROVIDER`).
    Provider,
    /// By time since the period of care began.
    TimeInCare,
}

impl By {
    /// Every way, in the order in which a report lists them.
    pub const ALL: [Self; 7] =
        [Self::None, Self::Age, Self::Sex, Self::LegalStatus, Self::Placement, Self::Provider, Self::TimeInCare];
}

macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident $by:ident $text:literal,)*) => {
        /// A group of children. Its name is shown together with the grouping, since every grouping has a group
        /// `not-known`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum Group {
            $($(#[$doc])* #[serde(rename = $text)] $name,)*
        }

        impl Group {
            /// Every group, in the order in which a report lists them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The grouping that the group belongs to.
            pub fn by(self) -> By {
                match self {
                    $(Self::$name => By::$by,)*
                }
            }

            /// Its name in the report: `16-to-17`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

groups! {
    /// All children.
    All None "all",
    /// Less than a year old.
    Under1 Age "under-1",
    /// From 1 to 4 years.
    From1To4 Age "1-to-4",
    /// From 5 to 9 years.
    From5To9 Age "5-to-9",
    /// From 10 to 15 years.
    From10To15 Age "10-to-15",
    /// 16 or 17 years.
    From16To17 Age "16-to-17",
    /// 18 years or more.
    From18 Age "18-and-over",
    /// No date of birth, or a date of birth after the day.
    AgeNotKnown Age "not-known",
    /// SEX is 1 or M.
    Male Sex "male",
    /// SEX is 2 or F.
    Female Sex "female",
    /// SEX is U, blank or something else.
    SexNotKnown Sex "not-known",
    /// C2.
    CareOrder LegalStatus "full-care-order",
    /// C1.
    InterimCareOrder LegalStatus "interim-care-order",
    /// E1.
    PlacementOrder LegalStatus "placement-order",
    /// V2: by agreement, section 20 of the Children Act 1989.
    Accommodated LegalStatus "accommodated",
    /// L1, L2, L3: taken into protection for a short time.
    Protection LegalStatus "protection",
    /// J1, J2, J3: remanded, detained or under a youth rehabilitation order.
    YouthJustice LegalStatus "youth-justice",
    /// D1.
    FreeingOrder LegalStatus "freeing-order",
    /// V3, V4: only where a child who counts went missing from such a stay.
    ShortBreaks LegalStatus "short-breaks",
    /// LS is blank or not a code, or no episode holds the day.
    LegalStatusNotKnown LegalStatus "not-known",
    /// U1 to U6.
    Foster Placement "foster",
    /// K2.
    ChildrensHome Placement "childrens-home",
    /// K3, and the older H5 and P2.
    Supported Placement "supported-or-independent",
    /// K1.
    SecureHome Placement "secure-home",
    /// P1.
    OwnParents Placement "own-parents",
    /// A3 to A6.
    PlacedForAdoption Placement "placed-for-adoption",
    /// R1 to R5.
    Residential Placement "other-residential",
    /// S1.
    ResidentialSchool Placement "residential-school",
    /// T0 to T4.
    Temporary Placement "temporary",
    /// P3, Z1, Z11 to Z14.
    OtherPlacement Placement "other",
    /// PLACE is blank or not a code, or no episode holds the day.
    PlacementNotKnown Placement "not-known",
    /// PR1.
    OwnAuthority Provider "own-authority",
    /// PR2.
    OtherAuthority Provider "other-authority",
    /// PR3.
    OtherPublic Provider "other-public",
    /// PR4.
    Private Provider "private",
    /// PR5.
    Voluntary Provider "voluntary",
    /// PR0.
    ParentsOrOthers Provider "parents-or-others",
    /// `PLACE_PROVIDER` is blank or not a code, or no episode holds the day.
    ProviderNotKnown Provider "not-known",
    /// Less than 3 months.
    Under3Months TimeInCare "under-3-months",
    /// 3 months to less than 6.
    From3Months TimeInCare "3-to-under-6-months",
    /// 6 months to less than a year.
    From6Months TimeInCare "6-to-under-12-months",
    /// 1 year to less than 2.
    From1Year TimeInCare "1-to-under-2-years",
    /// 2 years to less than 5.
    From2Years TimeInCare "2-to-under-5-years",
    /// 5 years or more.
    From5Years TimeInCare "5-years-and-over",
    /// The files do not reach back to the day on which the period of care began, and 5 years are not yet certain.
    TimeNotKnown TimeInCare "not-known",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_by_what_they_are_groups_of_and_no_name_is_there_twice() {
        for by in By::ALL {
            let of: Vec<_> = Group::ALL.iter().filter(|group| group.by() == by).collect();
            assert!(!of.is_empty());
            let names: std::collections::BTreeSet<_> = of.iter().map(|group| group.name()).collect();
            assert_eq!(names.len(), of.len(), "{by:?}");
        }
        assert!(Group::ALL.iter().enumerate().all(|(at, group)| *group as usize == at));
        // A child's groups are the bits of one number.
        assert!(Group::ALL.len() <= 64);
    }
}
