//! The codes of an episode, as a person reads them.

use document::Text;
use missing_rates::single::EpisodeOfCare;

/// `LS C2 · PLACE U1 · PLACE_PROVIDER PR1 · RNE S · REC X1`, without blank codes.
pub(super) fn codes(of: &EpisodeOfCare) -> Text {
    let codes = [
        ("LS", of.legal_status),
        ("PLACE", of.placement),
        ("PLACE_PROVIDER", of.provider),
        ("RNE", of.began),
        ("REC", of.ended),
    ];
    let known = codes.iter().filter(|(_, code)| !code.is_empty());
    known.map(|(column, code)| [*column, " ", *code].concat()).collect::<Vec<_>>().join(" · ").into()
}
