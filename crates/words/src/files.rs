//! What is written in files beside figures: the sentences that the engine asks for.

use missing_rates::report::{
    Chase, Disclosure, FileEntry, FoiAnswer, FoiDoubt, FoiYear, LeftOut, Provenance, RuleWords, Sentences, Tool,
};

use crate::{
    ExportFileHidden, ExportFileHiddenDoubt, ExportFileOf, ExportFileRows, ExportTool, Language, PublishRowsHidden,
    Text,
};

impl Language {
    /// A name, and what is said: one line about what figures are based on.
    pub fn provenance(self, of: &Provenance<'_>) -> (&'static str, Text) {
        match *of {
            Provenance::Period(period) => (self.export_period(), self.period(period)),
            Provenance::Disclosure { disclosure, about_children } => {
                (self.publish_setting(), self.disclosure(disclosure, about_children).into())
            }
            Provenance::OneReport => (self.export_one(), self.publish_why_one().into()),
            Provenance::LeftOut(tables) => (self.export_left_out(), self.left_out(tables)),
            Provenance::MayBePart { disclosure } => (self.export_may_be_part(), self.may_be_part(disclosure)),
            Provenance::Definitions(definitions) => (self.export_definitions(), definitions.into()),
            Provenance::Tool(tool) => (self.export_written_by(), self.tool(tool)),
            Provenance::File(file) => (self.export_file(), self.file(file)),
        }
    }

    /// That figures may be those of a part; of those that are safe to publish, also where it is said why.
    pub fn may_be_part(self, disclosure: Disclosure) -> Text {
        let said = self.coverage_may_be_part();
        if disclosure.is_safe() { [said, " ", self.coverage_exact_says_why()].concat().into() } else { said.into() }
    }

    /// What calculated figures.
    pub fn tool(self, tool: &Tool) -> Text {
        ExportTool { name: tool.name, version: tool.version }.text(self)
    }

    /// A file in one line: its name, its sum and its rows. Of a file about children, in a report that is safe to publish,
    /// its kind and its year.
    pub fn file(self, file: &FileEntry) -> Text {
        if file.is_hidden() {
            return match file.collection_year {
                Some(of) => {
                    let (kind, year): (_, &str) =
                        (self.kind(file.kind), &self.period_collection_year(&of.year.to_string()));
                    if of.certain {
                        ExportFileHidden { kind, year }.text(self)
                    } else {
                        ExportFileHiddenDoubt { kind, year }.text(self)
                    }
                }
                None => self.kind(file.kind).into(),
            };
        }
        let (name, sha256): (&str, &str) = (&file.name, file.sha256_of_file());
        match (file.rows_used.number(), file.rows_set_aside.number()) {
            (Some(used), Some(aside)) if sha256.is_empty() => ExportFileRows { aside, name, used }.text(self),
            (Some(used), Some(aside)) => ExportFileOf { aside, name, sha256, used }.text(self),
            _ => PublishRowsHidden { name, sha256 }.text(self),
        }
    }

    /// The tables that a safe report leaves out whole, and why.
    fn left_out(self, tables: &[LeftOut]) -> Text {
        let tables: Vec<&str> = tables.iter().map(|table| self.left_out_table(*table)).collect();
        self.export_left_out_of(&tables.join("; "))
    }

    /// A table that a safe report leaves out whole.
    pub fn left_out_table(self, table: LeftOut) -> &'static str {
        match table {
            LeftOut::Groups => self.left_out_groups(),
            LeftOut::GroupsOfCohorts => self.left_out_groups_of_cohorts(),
            LeftOut::TablesOfGroups => self.left_out_tables_of_groups(),
            LeftOut::TablesOfCohorts => self.left_out_tables_of_cohorts(),
            LeftOut::Lengths => self.left_out_lengths(),
            LeftOut::Times => self.left_out_times(),
            LeftOut::Months => self.left_out_months(),
            LeftOut::AnswerTables => self.left_out_answer_tables(),
        }
    }
}

impl Language {
    /// What may be wrong with answers to a request.
    pub fn foi_doubt(self, doubt: FoiDoubt) -> &'static str {
        match doubt {
            FoiDoubt::EndsEarly => self.foi_doubt_ends_early(),
            FoiDoubt::EpisodesEndEarly => self.foi_doubt_episodes_end_early(),
            FoiDoubt::MissingEndsEarly => self.foi_doubt_missing_ends_early(),
            FoiDoubt::EpisodesEmpty => self.foi_doubt_episodes_empty(),
            FoiDoubt::MissingEmpty => self.foi_doubt_missing_empty(),
            FoiDoubt::FewMissing => self.foi_doubt_few_missing(),
            FoiDoubt::NearlyAllInMissing => self.foi_doubt_nearly_all_in_missing(),
            FoiDoubt::StillInCare => self.foi_doubt_still_in_care(),
            FoiDoubt::Newcomers => self.foi_doubt_newcomers(),
            FoiDoubt::Leavers => self.foi_doubt_leavers(),
            FoiDoubt::OtherChildren => self.foi_doubt_other_children(),
            FoiDoubt::MayBePart => self.coverage_may_be_part(),
            FoiDoubt::CountedTwice => self.foi_doubt_counted_twice(),
            FoiDoubt::SameList => self.foi_doubt_same_list(),
        }
    }
}

impl Sentences for Language {
    fn rule(&self, code: &str) -> RuleWords {
        RuleWords {
            sentence: Self::rule(*self, code).to_owned(),
            to_do: self.rule_to_do(code).to_owned(),
            reading: self.rule_reading(code).unwrap_or_default().to_owned(),
        }
    }

    fn ask(&self, chase: &Chase) -> String {
        Self::ask(*self, chase).to_string()
    }

    fn provenance(&self, of: &Provenance<'_>) -> [String; 2] {
        let (name, said) = Self::provenance(*self, of);
        [name.to_owned(), said.to_string()]
    }

    fn rows_left_out(&self, rows: u64) -> String {
        self.quality_work_list_more(rows).to_string()
    }

    fn foi_note(&self, year: &FoiYear, answer: &FoiAnswer) -> String {
        let at_least = answer.at_least.then(|| self.foi_note_at_least());
        let doubts = year.doubts_of(answer).map(|doubt| self.foi_doubt(doubt));
        at_least.into_iter().chain(doubts).collect::<Vec<_>>().join(" ")
    }

    fn blank(&self) -> &'static str {
        self.quality_blank()
    }
}
