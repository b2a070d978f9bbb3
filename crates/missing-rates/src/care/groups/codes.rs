//! Groups by the codes of an episode. Source of the codes: DfE's guide to the SSDA903 return.

use missing_rows::{EpisodeRow, LegalStatus, Placement, Provider};

use super::set::Groups;
use crate::group::Group;

/// The groups of an episode's legal status, placement and provider.
pub(super) fn groups(row: &EpisodeRow) -> Groups {
    let mut groups = Groups::of(legal_status(row.ls));
    groups.add(placement(row.place));
    groups.add(provider(row.provider));
    groups
}

fn legal_status(code: LegalStatus) -> Group {
    match code.text().as_bytes() {
        b"C1" => Group::InterimCareOrder,
        b"C2" => Group::CareOrder,
        b"D1" => Group::FreeingOrder,
        b"E1" => Group::PlacementOrder,
        b"V2" => Group::Accommodated,
        [b'L', ..] => Group::Protection,
        [b'J', ..] => Group::YouthJustice,
        b"V3" | b"V4" => Group::ShortBreaks,
        _ => Group::LegalStatusNotKnown,
    }
}

fn placement(code: Placement) -> Group {
    match code.text().as_bytes() {
        [b'U', ..] => Group::Foster,
        b"K1" => Group::SecureHome,
        b"K2" => Group::ChildrensHome,
        b"K3" | b"H5" | b"P2" => Group::Supported,
        b"P1" => Group::OwnParents,
        [b'R', ..] => Group::Residential,
        [b'A', ..] => Group::PlacedForAdoption,
        b"S1" => Group::ResidentialSchool,
        [b'T', ..] => Group::Temporary,
        [b'Z', ..] | b"P3" => Group::OtherPlacement,
        _ => Group::PlacementNotKnown,
    }
}

fn provider(code: Provider) -> Group {
    match code.text() {
        "PR0" => Group::ParentsOrOthers,
        "PR1" => Group::OwnAuthority,
        "PR2" => Group::OtherAuthority,
        "PR3" => Group::OtherPublic,
        "PR4" => Group::Private,
        "PR5" => Group::Voluntary,
        _ => Group::ProviderNotKnown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_group_and_only_blanks_and_other_words_are_not_known() {
        assert!(LegalStatus::all().all(|code| legal_status(code) != Group::LegalStatusNotKnown));
        assert!(Placement::all().all(|code| placement(code) != Group::PlacementNotKnown));
        assert!(Provider::all().all(|code| provider(code) != Group::ProviderNotKnown));
        assert_eq!(placement(Placement::read(b"X9")), Group::PlacementNotKnown);
        assert_eq!(legal_status(LegalStatus::BLANK), Group::LegalStatusNotKnown);
        assert_eq!(provider(Provider::OTHER), Group::ProviderNotKnown);
    }
}
