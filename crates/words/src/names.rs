//! What cohorts and kinds of file are called.

use missing_rates::cohort::Cohort;
use missing_rates::report::Disclosure;
use missing_rates::report::FileKind;

use crate::Language;

impl Language {
    /// Its children, within a sentence.
    pub fn who(self, cohort: Cohort) -> &'static str {
        match cohort {
            Cohort::All => self.who_all(),
            Cohort::Unaccompanied => self.who_unaccompanied(),
            Cohort::Trafficked => self.who_trafficked(),
            Cohort::TraffickedAndUnaccompanied => self.who_are_both(),
        }
    }

    /// A cohort, as a heading.
    pub fn cohort(self, cohort: Cohort) -> &'static str {
        match cohort {
            Cohort::All => self.cohort_all(),
            Cohort::Unaccompanied => self.cohort_unaccompanied(),
            Cohort::Trafficked => self.cohort_trafficked(),
            Cohort::TraffickedAndUnaccompanied => self.cohort_both(),
        }
    }

    /// What is after a cohort's share: “of trafficked children in care went missing”.
    pub fn headline(self, cohort: Cohort) -> &'static str {
        match cohort {
            Cohort::All => self.headline_all(),
            Cohort::Unaccompanied => self.headline_unaccompanied(),
            Cohort::Trafficked => self.headline_trafficked(),
            Cohort::TraffickedAndUnaccompanied => self.headline_both(),
        }
    }

    /// For whom figures are, as every export says it. Exact figures that files about children give are not to be published;
    /// what authorities answered is public.
    pub fn disclosure(self, of: Disclosure, about_children: bool) -> &'static str {
        match of {
            Disclosure::Exact if !about_children => self.publish_setting_exact_answers(),
            Disclosure::Exact => self.publish_setting_exact(),
            Disclosure::Safe => self.publish_setting_safe(),
            Disclosure::SafeTo5 => self.publish_setting_safe_5(),
            Disclosure::SafeTo10 => self.publish_setting_safe_10(),
        }
    }

    /// What a file was recognised as.
    pub fn kind(self, kind: FileKind) -> &'static str {
        match kind {
            FileKind::Header => self.kind_header(),
            FileKind::Episodes => self.kind_episodes(),
            FileKind::Uasc => self.kind_uasc(),
            FileKind::Missing => self.kind_missing(),
            FileKind::Reviews => self.kind_reviews(),
            FileKind::Oc2 => self.kind_oc2(),
            FileKind::Oc3 => self.kind_oc3(),
            FileKind::Ad1 => self.kind_ad1(),
            FileKind::PlacedAdoption => self.kind_placed_adoption(),
            FileKind::PrevPerm => self.kind_prev_perm(),
            FileKind::SwEpisodes => self.kind_sw_episodes(),
            FileKind::DoLo => self.kind_dolo(),
            FileKind::AuthorityAnswers => self.kind_authority_answers(),
            FileKind::DfePublished => self.kind_dfe_published(),
            FileKind::ChildList => self.kind_child_list(),
            FileKind::Interviews => self.kind_interviews(),
            FileKind::Teams => self.kind_teams(),
            FileKind::WorkList => self.kind_work_list(),
            FileKind::Decisions => self.kind_decisions(),
            FileKind::Mapping => self.kind_mapping(),
            FileKind::Settings => self.kind_settings(),
            FileKind::Notes => self.kind_notes(),
            FileKind::Unrecognised => self.kind_unrecognised(),
        }
    }
}
