//! What cohorts and kinds of file are called.

use missing_rates::cohort::Cohort;
use missing_rates::report::Disclosure;
use missing_rates::report::FileKind;

/// Its children, within a sentence.
pub fn who(cohort: Cohort) -> &'static str {
    match cohort {
        Cohort::All => super::who_all(),
        Cohort::Unaccompanied => super::who_unaccompanied(),
        Cohort::Trafficked => super::who_trafficked(),
        Cohort::TraffickedAndUnaccompanied => super::who_are_both(),
    }
}

/// A cohort, as a heading.
pub fn cohort(cohort: Cohort) -> &'static str {
    match cohort {
        Cohort::All => super::cohort_all(),
        Cohort::Unaccompanied => super::cohort_unaccompanied(),
        Cohort::Trafficked => super::cohort_trafficked(),
        Cohort::TraffickedAndUnaccompanied => super::cohort_both(),
    }
}

/// What stands after a cohort's share: “of trafficked children in care went missing”.
pub fn headline(cohort: Cohort) -> &'static str {
    match cohort {
        Cohort::All => super::headline_all(),
        Cohort::Unaccompanied => super::headline_unaccompanied(),
        Cohort::Trafficked => super::headline_trafficked(),
        Cohort::TraffickedAndUnaccompanied => super::headline_both(),
    }
}

/// For whom figures are, as every export says it.
pub fn disclosure(of: Disclosure) -> &'static str {
    match of {
        Disclosure::Exact => super::publish_setting_exact(),
        Disclosure::Safe => super::publish_setting_safe(),
        Disclosure::SafeTo5 => super::publish_setting_safe_5(),
        Disclosure::SafeTo10 => super::publish_setting_safe_10(),
    }
}

/// What a file was recognised as.
pub fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Header => super::kind_header(),
        FileKind::Episodes => super::kind_episodes(),
        FileKind::Uasc => super::kind_uasc(),
        FileKind::Missing => super::kind_missing(),
        FileKind::Reviews => super::kind_reviews(),
        FileKind::Oc2 => super::kind_oc2(),
        FileKind::Oc3 => super::kind_oc3(),
        FileKind::Ad1 => super::kind_ad1(),
        FileKind::PlacedAdoption => super::kind_placed_adoption(),
        FileKind::PrevPerm => super::kind_prev_perm(),
        FileKind::SwEpisodes => super::kind_sw_episodes(),
        FileKind::DoLo => super::kind_dolo(),
        FileKind::AuthorityAnswers => super::kind_authority_answers(),
        FileKind::DfePublished => super::kind_dfe_published(),
        FileKind::ChildList => super::kind_child_list(),
        FileKind::Decisions => super::kind_decisions(),
        FileKind::Mapping => super::kind_mapping(),
        FileKind::Unrecognised => super::kind_unrecognised(),
    }
}
