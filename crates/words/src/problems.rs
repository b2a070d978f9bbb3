//! What is wrong with a file, and why rows were set aside, as sentences.

use crate::Text;
use missing_rates::report::{Problem, Reason, Release};

/// What was found, what was expected, and what to do.
pub fn problem(problem: &Problem) -> Text {
    match problem {
        Problem::Empty => super::problem_empty().into(),
        Problem::NoRows => super::problem_no_rows().into(),
        Problem::Zip { password: false } => super::problem_zip().into(),
        Problem::Zip { password: true } => super::problem_zip_password().into(),
        Problem::OldOffice { password: false } => super::problem_old_office().into(),
        Problem::OldOffice { password: true } => super::problem_old_office_password().into(),
        Problem::Pdf => super::problem_pdf().into(),
        Problem::Html => super::problem_html().into(),
        Problem::Binary => super::problem_binary().into(),
        Problem::OtherDocument => super::problem_other_document().into(),
        Problem::SameAs { name } => super::problem_same_as(name),
        Problem::UnknownColumns { .. } => super::problem_unknown_columns().into(),
        Problem::NearMiss { kind, .. } => super::problem_near_miss(super::kind(*kind)),
        Problem::MissingColumns { kind, missing, .. } => {
            super::ProblemMissingColumns { columns: &missing.join(", "), kind: super::kind(*kind) }.text()
        }
        Problem::OtherRelease { release: about } => super::problem_other_release(release(*about)),
        Problem::ChildRows { lacks } if lacks == "CHILD" => super::problem_child_rows_no_child().into(),
        Problem::ChildRows { .. } => super::problem_child_rows_no_outcome().into(),
        Problem::ReadingInDoubt { impossible, rows } => {
            super::ProblemReadingInDoubt { impossible: *impossible, rows: *rows }.text()
        }
        Problem::RepeatedColumn { column } => super::problem_repeated_column(column),
        Problem::NoPeriod => super::problem_no_period().into(),
        Problem::NeedsEpisodes => super::problem_needs_episodes().into(),
        Problem::WhichYear => super::problem_which_year().into(),
        Problem::NoAuthorityColumn => super::problem_no_authority_column().into(),
        Problem::LeadingZeros { children } => super::problem_leading_zeros(*children),
        Problem::RoundedIdentifiers { rows, .. } => super::problem_rounded_identifiers(*rows),
        Problem::TooLong { row } => super::problem_too_long(&super::format::number(*row)),
        Problem::OpenQuote { row } => super::problem_open_quote(&super::format::number(*row)),
    }
}

/// What published figures are about.
fn release(release: Release) -> &'static str {
    match release {
        Release::NationalMissing => super::release_national_missing(),
        Release::ChildrenInNeed => super::release_children_in_need(),
        Release::AssessmentFactors => super::release_assessment_factors(),
        Release::Started => super::release_started(),
        Release::Ceased => super::release_ceased(),
        Release::Placements => super::release_placements(),
        Release::CareLeavers => super::release_care_leavers(),
        Release::Outcomes => super::release_outcomes(),
        Release::Other => super::release_other(),
    }
}

/// Why a row was not used.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::FileNotUsed => super::reason_file_not_used(),
        Reason::ModuleNotNeeded => super::reason_module_not_needed(),
        Reason::AboveHeader => super::reason_above_header(),
        Reason::EmptyRow => super::reason_empty_row(),
        Reason::RepeatedHeader => super::reason_repeated_header(),
        Reason::NoChild => super::reason_no_child(),
        Reason::NoStartDate => super::reason_no_start_date(),
        Reason::BadEndDate => super::reason_bad_end_date(),
        Reason::EndBeforeStart => super::reason_end_before_start(),
        Reason::NotMissingOrAway => super::reason_not_missing_or_away(),
        Reason::OutsidePeriod => super::reason_outside_period(),
        Reason::ChildNotLookedAfter => super::reason_child_not_looked_after(),
        Reason::NeedsEpisodes => super::reason_needs_episodes(),
        Reason::SaidInAnotherFile => super::reason_said_in_another_file(),
        Reason::AuthorityNotRecognised => super::reason_authority_not_recognised(),
        Reason::OtherBody => super::reason_other_body(),
        Reason::TotalRow => super::reason_total_row(),
        Reason::PublishedAggregate => super::reason_published_aggregate(),
        Reason::PublishedShare => super::reason_published_share(),
        Reason::OtherCategory => super::reason_other_category(),
        Reason::NoPeriod => super::reason_no_period(),
        Reason::ChildNotKnown => super::reason_child_not_known(),
        Reason::SameAnswer => super::reason_same_answer(),
        Reason::ConflictingAnswers => super::reason_conflicting_answers(),
        Reason::MeasureNotRecognised => super::reason_measure_not_recognised(),
        Reason::PartOfAnswers => super::reason_part_of_answers(),
    }
}
