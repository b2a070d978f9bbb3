//! What is wrong with a file, and why rows were set aside, as sentences.

use crate::{
    Language, ProblemLooksLike, ProblemMissingColumns, ProblemNearMissOne, ProblemPartOfModule, ProblemReadingInDoubt,
    ProblemRowsMayNotCount, ProblemRowsOfOtherDays, ProblemSameModule, ProblemSettingsDiffer, Text,
};
use missing_rates::period::Period;
use missing_rates::report::{FileKind, KeptSetting, Problem, Reason, Release, Rename, Unopened};

/// How many of the columns that were found are named in a terminal.
const COLUMNS: usize = 8;

impl Language {
    /// What was found and what was expected; and what to do, where that is the same for everybody.
    pub fn problem(self, problem: &Problem) -> Text {
        match problem {
            Problem::Empty => self.problem_empty().into(),
            Problem::NoRows => self.problem_no_rows().into(),
            Problem::Zip { password: false } => self.problem_zip().into(),
            Problem::Zip { password: true } => self.problem_zip_password().into(),
            Problem::OldOffice { password: false } => self.problem_old_office().into(),
            Problem::OldOffice { password: true } => self.problem_old_office_password().into(),
            Problem::Pdf => self.problem_pdf().into(),
            Problem::Html => self.problem_html().into(),
            Problem::Binary => self.problem_binary().into(),
            Problem::OwnDocument { newer: true } => self.problem_own_newer().into(),
            Problem::OwnDocument { newer: false } => self.problem_own_damaged().into(),
            Problem::UnknownAuthority { code } => self.problem_unknown_authority(code),
            Problem::OtherDocument => self.problem_other_document().into(),
            Problem::SameAs { name } if name.is_empty() => self.problem_same_as_another().into(),
            Problem::SameAs { name } => self.problem_same_as(name),
            Problem::UnknownColumns { .. } => self.problem_unknown_columns().into(),
            Problem::NearMiss { kind, .. } => self.problem_near_miss(&self.one_of_kind(*kind)),
            Problem::MissingColumns { kind, missing, .. } => {
                ProblemMissingColumns { columns: &missing.join(", "), kind: &self.one_of_kind(*kind) }.text(self)
            }
            Problem::LooksLike { kind, unclear } => {
                let columns: Vec<Text> = unclear.iter().map(|column| self.heading_or_number(column)).collect();
                let columns: Vec<&str> = columns.iter().map(Text::as_str).collect();
                ProblemLooksLike { columns: &columns.join(", "), kind: &self.one_of_kind(*kind) }.text(self)
            }
            Problem::OtherRelease { release: about } => self.problem_other_release(self.release(*about)),
            Problem::ChildRows { lacks } if lacks == "CHILD" => self.problem_child_rows_no_child().into(),
            Problem::ChildRows { lacks } if lacks == "DECISION" => self.problem_child_rows_referred().into(),
            Problem::ChildRows { .. } => self.problem_child_rows_no_outcome().into(),
            Problem::ReadingInDoubt { impossible, rows } => {
                ProblemReadingInDoubt { impossible: *impossible, rows: *rows }.text(self)
            }
            Problem::RepeatedColumn { column } => self.problem_repeated_column(column),
            Problem::NoPeriod => self.problem_no_period().into(),
            Problem::PeriodInDoubt { named } => self.problem_period_in_doubt(&named.join("”, “")),
            Problem::NeedsEpisodes => self.problem_needs_episodes().into(),
            Problem::NoUsableRows => self.problem_no_usable_rows().into(),
            Problem::FewUsableRows => self.problem_few_usable_rows().into(),
            Problem::NoDateInYear { year } => {
                self.problem_no_date_in_year(&year.map(|year| year.to_string()).unwrap_or_default())
            }
            Problem::CodesNotUnderstood { rows } => self.problem_codes_not_understood(*rows),
            Problem::StatusesNotUnderstood { rows } => self.problem_statuses_not_understood(*rows),
            Problem::ListNotInEpisodes => self.problem_list_not_in_episodes().into(),
            Problem::ChildrenNotInEpisodes => self.problem_children_not_in_episodes().into(),
            Problem::EpisodesNotUsable => self.problem_episodes_not_usable().into(),
            Problem::NamedAsList { kind } => self.problem_named_as_list(&self.one_of_kind(*kind)),
            Problem::PartOfModule { kind, words } => {
                ProblemPartOfModule { kind: &self.one_of_kind(*kind), words: &words.join("”, “") }.text(self)
            }
            Problem::RowsOfUnknown { names } if names.is_empty() => self.problem_rows_of_unknown_not_shown().into(),
            Problem::RowsOfUnknown { names } => self.problem_rows_of_unknown(&names.join(", ")),
            Problem::TableBeside { row } => self.problem_table_beside(&self.number(*row)),
            Problem::MonthFirst => self.problem_month_first().into(),
            Problem::MonthFirstIn { column } => self.problem_month_first_in(column),
            Problem::NumbersForDates { column } => self.problem_numbers_for_dates(column),
            Problem::DatesOfTwoKinds { column } => self.problem_dates_of_two_kinds(column),
            Problem::ElementMisplaced { element } => self.problem_element_misplaced(element),
            Problem::SettingsDiffer { on, others } => {
                let on: Vec<&str> = on.iter().map(|setting| self.kept_setting(*setting)).collect();
                ProblemSettingsDiffer { on: &on.join("; "), others: &others.join(", ") }.text(self)
            }
            Problem::WhichYear => self.problem_which_year().into(),
            Problem::SameModule { module, year, others } => {
                let what: &str = &self.one_of_module(*module, *year);
                if others.is_empty() {
                    return self.problem_named_part(what);
                }
                ProblemSameModule { others: &others.join(", "), what }.text(self)
            }
            Problem::FileNotThere { not_there } => self.problem_file_not_there(&not_there.join(", ")),
            Problem::OthersUsed { used } => self.problem_others_used(&used.join(", ")),
            Problem::NoAuthorityColumn => self.problem_no_authority_column().into(),
            Problem::AnotherAuthority { named } => self.problem_another_authority(named),
            Problem::RowsOfOtherDays { column, row } => {
                ProblemRowsOfOtherDays { column, row: &self.number(*row) }.text(self)
            }
            Problem::RowsMayNotCount { column, row } => {
                let column: &str = &self.heading_or_number(column);
                ProblemRowsMayNotCount { column, row: &self.number(*row) }.text(self)
            }
            Problem::AuthoritiesDiffer { row } => self.problem_authorities_differ(&self.number(*row)),
            Problem::RowsWithoutAuthority { rows } => self.problem_rows_without_authority(*rows),
            Problem::ListOfSeveral { authorities } => self.problem_list_of_several(*authorities),
            Problem::ListOfOthers => self.problem_list_of_others().into(),
            Problem::LeadingZeros { children } => self.problem_leading_zeros(*children),
            Problem::RoundedIdentifiers { rows, .. } => self.problem_rounded_identifiers(*rows),
            Problem::MayBeRounded { rows, .. } => self.problem_may_be_rounded(*rows),
            Problem::SharedIdentifiers { identifiers } => self.problem_shared_identifiers(*identifiers),
            Problem::TooLong { row } => self.problem_too_long(&self.number(*row)),
            Problem::OpenQuote { row } => self.problem_open_quote(&self.number(*row)),
            Problem::NotOpened { why, line } => self.unopened(*why, *line),
        }
    }

    /// A heading, or where it may be a name: the number of its column, as the engine writes it.
    pub fn heading_or_number(self, heading: &str) -> Text {
        let number = heading.strip_prefix('#').and_then(|number| number.parse().ok());
        number.map_or_else(|| heading.into(), |number: u64| self.problem_column_number(&self.number(number)))
    }

    /// What a file of settings says, within a sentence.
    fn kept_setting(self, setting: KeptSetting) -> &'static str {
        match setting {
            KeptSetting::Authority => self.kept_authority(),
            KeptSetting::Period => self.kept_period(),
            KeptSetting::PublishedYears => self.kept_published_years(),
            KeptSetting::LeadingZeros => self.kept_leading_zeros(),
            KeptSetting::WholeIdentifiers => self.kept_whole_identifiers(),
            KeptSetting::FileYears => self.kept_file_years(),
            KeptSetting::Columns => self.kept_columns(),
            KeptSetting::Wordings => self.kept_wordings(),
            KeptSetting::Lists => self.kept_lists(),
            KeptSetting::Names => self.kept_names(),
            KeptSetting::Answers => self.kept_answers(),
            KeptSetting::Files => self.kept_files(),
        }
    }

    /// A file of a kind, within a sentence. A module of the return has a name; a list has none.
    fn one_of_kind(self, kind: FileKind) -> Text {
        match kind {
            FileKind::ChildList | FileKind::Interviews | FileKind::Teams => {
                self.kind_a_list(&self.lower(self.kind(kind)))
            }
            _ => self.kind(kind).into(),
        }
    }

    /// Why a workbook, an archive or a return in XML cannot be opened.
    fn unopened(self, why: Unopened, line: u64) -> Text {
        match why {
            Unopened::Password => self.unopened_password().into(),
            Unopened::Damaged => self.unopened_damaged().into(),
            Unopened::OtherDocument => self.unopened_other_document().into(),
            Unopened::NoSheets => self.unopened_no_sheets().into(),
            Unopened::NoTable => self.unopened_no_table().into(),
            Unopened::TooOld => self.unopened_too_old().into(),
            Unopened::TooLarge => self.unopened_too_large().into(),
            Unopened::TooLargeArchive => self.unopened_too_large_archive().into(),
            Unopened::TooLargeXml => self.unopened_too_large_xml(&self.number(line)),
            Unopened::OtherPacking => self.unopened_other_packing().into(),
            Unopened::TooManyStyles => self.unopened_too_many_styles().into(),
            Unopened::ExcelXml => self.unopened_excel_xml().into(),
            Unopened::WebPage => self.problem_html().into(),
            Unopened::TooDeep => self.unopened_too_deep().into(),
            Unopened::OtherXml => self.unopened_other_xml().into(),
            Unopened::NoChild => self.unopened_no_child().into(),
            Unopened::OwnNames => self.unopened_own_names(&self.number(line)),
            Unopened::BrokenXml => self.unopened_broken_xml(&self.number(line)),
            Unopened::NotFetched => self.unopened_not_fetched().into(),
            Unopened::Stopped => self.unopened_stopped().into(),
        }
    }

    /// The same, and what to do on the page.
    pub fn problem_on_page(self, problem: &Problem) -> Text {
        let to_do = match problem {
            Problem::UnknownColumns { .. } => self.problem_say_columns(),
            Problem::ChildRows { .. } => self.problem_say_column(),
            Problem::MissingColumns { .. } => self.problem_add_column(),
            Problem::LooksLike { .. } => self.problem_clear_columns(),
            Problem::ReadingInDoubt { .. } => self.problem_check_columns(),
            Problem::NoPeriod => self.problem_say_year(),
            Problem::PeriodInDoubt { .. } => self.problem_say_period(),
            Problem::WhichYear => self.problem_choose_year(),
            Problem::NoDateInYear { .. } => self.problem_say_complete(),
            Problem::SameModule { .. } => self.problem_say_how(),
            Problem::MayBeRounded { .. } => self.problem_say_whole(),
            _ => return self.problem(problem),
        };
        crate::written([self.problem(problem).as_str(), " ", to_do].concat())
    }

    /// The same, and what to do in a terminal.
    pub fn problem_in_terminal(self, problem: &Problem) -> Text {
        let to_do: Text = match problem {
            Problem::UnknownColumns { found, .. } if !found.is_empty() => {
                let found: Vec<&str> = found.iter().take(COLUMNS).map(String::as_str).collect();
                let found = self.problem_found_columns(&found.join(", "));
                crate::written([found.as_str(), ". ", self.cli_do_columns()].concat())
            }
            Problem::UnknownColumns { columns, .. } if *columns > 0 => {
                crate::written([&*self.problem_unknown_headings(*columns), " ", self.cli_do_headings()].concat())
            }
            Problem::UnknownColumns { .. }
            | Problem::ChildRows { .. }
            | Problem::MissingColumns { .. }
            | Problem::LooksLike { .. }
            | Problem::ReadingInDoubt { .. } => self.cli_do_columns().into(),
            Problem::NearMiss { renames, .. } => {
                let renames =
                    renames.iter().map(|Rename { found, meant }| ProblemNearMissOne { found, meant }.text(self));
                let renames: Vec<Text> = renames.collect();
                self.cli_do_rename(&renames.iter().map(Text::as_str).collect::<Vec<_>>().join(", "))
            }
            Problem::NoPeriod => self.cli_do_period().into(),
            Problem::PeriodInDoubt { .. } => self.cli_do_period_of_columns().into(),
            Problem::WhichYear => self.cli_do_year().into(),
            Problem::NoDateInYear { year } => {
                let end = year.and_then(Period::collection_year).map(Period::end);
                self.cli_do_complete(&end.map(|day| day.to_string()).unwrap_or_default())
            }
            Problem::ListOfSeveral { .. } => self.cli_do_authority().into(),
            Problem::SameModule { others, .. } if others.is_empty() => self.cli_do_named_part().into(),
            Problem::SameModule { .. } => self.cli_do_same_module().into(),
            Problem::LeadingZeros { .. } => self.cli_do_zeros().into(),
            Problem::MayBeRounded { .. } => self.cli_do_whole().into(),
            _ => return self.problem(problem),
        };
        crate::written([self.problem(problem).as_str(), " ", &to_do].concat())
    }

    /// What published figures are about.
    fn release(self, release: Release) -> &'static str {
        match release {
            Release::NationalMissing => self.release_national_missing(),
            Release::ChildrenInNeed => self.release_children_in_need(),
            Release::AssessmentFactors => self.release_assessment_factors(),
            Release::Started => self.release_started(),
            Release::Ceased => self.release_ceased(),
            Release::Placements => self.release_placements(),
            Release::CareLeavers => self.release_care_leavers(),
            Release::Outcomes => self.release_outcomes(),
            Release::Other => self.release_other(),
        }
    }

    /// Why a row was not used.
    pub fn reason(self, reason: Reason) -> &'static str {
        match reason {
            Reason::FileNotUsed => self.reason_file_not_used(),
            Reason::ModuleNotNeeded => self.reason_module_not_needed(),
            Reason::EarlierVersion => self.reason_earlier_version(),
            Reason::AboveHeader => self.reason_above_header(),
            Reason::EmptyRow => self.reason_empty_row(),
            Reason::RepeatedHeader => self.reason_repeated_header(),
            Reason::YearAlone => self.reason_year_alone(),
            Reason::OtherHeadings => self.reason_other_headings(),
            Reason::BesideHeadings => self.reason_beside_headings(),
            Reason::NoChild => self.reason_no_child(),
            Reason::NoStartDate => self.reason_no_start_date(),
            Reason::BadEndDate => self.reason_bad_end_date(),
            Reason::EndBeforeStart => self.reason_end_before_start(),
            Reason::NotMissingOrAway => self.reason_not_missing_or_away(),
            Reason::OutsidePeriod => self.reason_outside_period(),
            Reason::ChildNotLookedAfter => self.reason_child_not_looked_after(),
            Reason::NeedsEpisodes => self.reason_needs_episodes(),
            Reason::SaidInAnotherFile => self.reason_said_in_another_file(),
            Reason::AuthorityNotRecognised => self.reason_authority_not_recognised(),
            Reason::OtherAuthority => self.reason_other_authority(),
            Reason::AuthorityNotSaid => self.reason_authority_not_said(),
            Reason::MayBeName => self.reason_may_be_name(),
            Reason::OtherBody => self.reason_other_body(),
            Reason::TotalRow => self.reason_total_row(),
            Reason::PublishedAggregate => self.reason_published_aggregate(),
            Reason::PublishedShare => self.reason_published_share(),
            Reason::OtherCategory => self.reason_other_category(),
            Reason::RuleNotKnown => self.reason_rule_not_known(),
            Reason::NoPeriod => self.reason_no_period(),
            Reason::ChildNotKnown => self.reason_child_not_known(),
            Reason::SameModule => self.reason_same_module(),
            Reason::SameAnswer => self.reason_same_answer(),
            Reason::ConflictingAnswers => self.reason_conflicting_answers(),
            Reason::ReadingInDoubt => self.reason_reading_in_doubt(),
            Reason::MeasureNotRecognised => self.reason_measure_not_recognised(),
            Reason::PartOfAnswers => self.reason_part_of_answers(),
        }
    }
}
