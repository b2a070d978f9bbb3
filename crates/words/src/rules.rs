//! What rules say.

use missing_rates::checks::CODES;
use missing_rates::report::{Module, Need, Report, ReturnCoverage, RuleRun, Severity};

use crate::{Language, QualityNotRunYear, Text};

impl Language {
    /// What is wrong with a row that breaks the rule of a code, in one sentence.
    pub fn rule(self, code: &str) -> &'static str {
        self.rule_message(code, "").unwrap_or_default()
    }

    /// What to do about it.
    pub fn rule_to_do(self, code: &str) -> &'static str {
        self.rule_message(code, "-to-do").unwrap_or_default()
    }

    /// Which reading of the official wording is used, where it can be read in two ways.
    pub fn rule_reading(self, code: &str) -> Option<&'static str> {
        self.rule_message(code, "-reading")
    }

    fn rule_message(self, code: &str, of: &str) -> Option<&'static str> {
        self.rules([code.to_ascii_lowercase().as_str(), of].concat().as_str())
    }

    /// How much it matters that a row breaks a rule.
    pub fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.quality_severity_error(),
            Severity::Warning => self.quality_severity_warning(),
            Severity::Note => self.quality_severity_note(),
        }
    }

    /// On which return a rule was not run, and what it would need: `return of 2024: the Header file`.
    pub fn not_run(self, report: &Report, run: &RuleRun) -> Text {
        let needs: Vec<Text> = run.needs.iter().map(|need| self.need_of(report, run.year, *need)).collect();
        let needs = joined(&needs);
        let needs = if run.ran { self.quality_not_run_for_some(&needs).to_string() } else { needs };
        match run.year {
            Some(year) => QualityNotRunYear { needs: &needs, year: &year.to_string() }.text(self),
            None => needs.into(),
        }
    }

    /// That no row was found to break a rule; and, where rules were not run for want of files, that no more is known.
    pub fn nothing_found(self, report: &Report) -> Text {
        let latest = report.rules.iter().filter_map(|run| run.year).max();
        let not_run = || {
            report.rules.iter().filter(|run| !run.needs.is_empty() && run.year.is_none_or(|year| Some(year) == latest))
        };
        let mut files: Vec<(bool, Module)> = not_run()
            .flat_map(|run| &run.needs)
            .filter_map(|need| match need {
                Need::Table(Module::List) | Need::Cells(..) | Need::Duc | Need::Year => None,
                Need::Table(module) => Some((false, *module)),
                Need::LastYears(module) => Some((true, *module)),
            })
            .collect();
        files.sort_unstable();
        files.dedup();
        if files.is_empty() {
            return self.quality_lead_none().into();
        }
        // Of several authorities, one may have given what another has not.
        let is_used = |(last, module): &&(bool, Module)| {
            let used = |of: &ReturnCoverage| of.used && (of.module, of.year) == (*module, latest);
            !last && report.coverage_of_returns.iter().any(used)
        };
        let (given, absent): (Vec<_>, Vec<_>) = files.iter().partition(is_used);
        let names = |of: &[&(bool, Module)]| {
            let need = |(last, module): &(bool, Module)| {
                if *last { Need::LastYears(*module) } else { Need::Table(*module) }
            };
            joined(&of.iter().map(|of| self.need_of(report, latest, need(of))).collect::<Vec<Text>>())
        };
        let rules = not_run().count() as u64;
        if absent.is_empty() {
            crate::QualityLeadNoneOfSome { files: &names(&given), rules }.text(self)
        } else {
            crate::QualityLeadNoneOf { files: &names(&absent), rules }.text(self)
        }
    }

    /// One thing that a rule needs to be run on the return of a year, and which file was given as that and is not used.
    fn need_of(self, report: &Report, year: Option<i32>, need: Need) -> Text {
        let text = self.need(need);
        let of = match need {
            Need::Table(Module::List) | Need::Cells(..) | Need::Year => return text,
            Need::Duc => (Module::Uasc, year),
            Need::Table(module) => (module, year),
            Need::LastYears(module) => (module, year.and_then(|year| year.checked_sub(1))),
        };
        let given = report.coverage_of_returns.iter().find(|given| !given.used && (given.module, given.year) == of);
        match given.map(|given| given.file.as_deref()) {
            Some(Some(file)) => crate::QualityNeedNotUsed { file, need: &text }.text(self),
            Some(None) => self.quality_need_unused(&text),
            None => text,
        }
    }

    /// One thing that a rule needs to be run.
    fn need(self, need: Need) -> Text {
        match need {
            Need::Table(Module::List) => self.quality_need_list().into(),
            Need::Table(module) => self.quality_need_file(self.module(module)),
            Need::Cells(module, column) => {
                crate::QualityNeedColumn { column: column.name(), module: self.module(module) }.text(self)
            }
            Need::LastYears(module) => self.quality_need_last_year(self.module(module)),
            Need::Duc => self.quality_need_duc().into(),
            Need::Year => self.quality_need_year().into(),
        }
    }

    /// `the Missing file for the year ending 31 March 2025`, `a list of trafficked children`.
    pub fn one_of_module(self, module: Module, year: Option<i32>) -> Text {
        match (module, year) {
            (Module::List, _) => self.same_module_list().into(),
            (_, None) => self.quality_need_file(self.module(module)),
            (_, Some(year)) => crate::SameModuleOf { module: self.module(module), year: &year.to_string() }.text(self),
        }
    }

    /// A module of a return, within a sentence.
    pub fn module(self, module: Module) -> &'static str {
        match module {
            Module::Episodes => self.module_episodes(),
            Module::Missing => self.module_missing(),
            Module::Uasc => self.module_uasc(),
            Module::Header => self.module_header(),
            Module::List => self.module_list(),
        }
    }
}

// A rule without a sentence, or without what to do about it, stops the build.
const _: () = {
    let mut at = 0;
    while at < CODES.len() {
        assert!(has(CODES[at], b""), "a rule has no sentence in languages/en/rules.ftl");
        assert!(has(CODES[at], b"-to-do"), "a rule does not say what to do in languages/en/rules.ftl");
        at += 1;
    }
};

/// Whether there is a message of this code and ending.
const fn has(code: &str, ending: &[u8]) -> bool {
    let mut at = 0;
    while at < crate::RULES.len() {
        if is(crate::RULES[at].as_bytes(), code.as_bytes(), ending) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether a name is a code in small letters, and an ending.
const fn is(name: &[u8], code: &[u8], ending: &[u8]) -> bool {
    if name.len() != code.len() + ending.len() {
        return false;
    }
    let mut at = 0;
    while at < name.len() {
        let letter = if at < code.len() { code[at].to_ascii_lowercase() } else { ending[at - code.len()] };
        if name[at] != letter {
            return false;
        }
        at += 1;
    }
    true
}

fn joined(texts: &[Text]) -> String {
    texts.iter().map(Text::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::English;

    #[test]
    fn every_rule_says_what_is_wrong_and_what_to_do() {
        for code in CODES {
            for text in [Some(English.rule(code)), Some(English.rule_to_do(code)), English.rule_reading(code)] {
                assert!(text.is_none_or(|text| text.ends_with(['.', '?']) && text.len() > 10), "{code}: {text:?}");
            }
        }
        assert_eq!(English.rule("567"), "The missing period ends before it starts.");
        assert_eq!(English.rule_reading("571"), None);
    }

    #[test]
    fn every_message_about_a_rule_is_about_one_that_exists() {
        for name in crate::RULES {
            let code = name.strip_suffix("-to-do").or(name.strip_suffix("-reading")).unwrap_or(name);
            assert!(CODES.iter().any(|rule| rule.eq_ignore_ascii_case(code)), "{name}");
        }
    }
}
