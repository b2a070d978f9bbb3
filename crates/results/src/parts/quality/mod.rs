//! Data quality: what was found, rule by rule or child by child, how much it matters, what was set aside. This holds
//! the words for findings. It does not decide what is wrong.

mod by_child;
pub(super) mod by_rule;
mod case;
pub(super) mod line;
mod list_wordings;
mod matters;
mod not_run;
mod one_by_one;
mod set_aside;
mod since;
#[cfg(test)]
mod since_tests;

use missing_rates::checks::WorkOrder;
use missing_rates::rates::rows_found;
use missing_rates::report::{Report, Scenario};
use words::Language;
use words::Text;

use crate::context::Context;
use crate::pick::pick as choose;
use case::share;
use document::Format;
use document::{Block, Setting};

pub use since::lines as since_lines;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let report = context.report;
    let mut blocks = since::blocks(context);
    blocks.push(Block::lead(lead(context.language, report)));
    let by_child = !report.found_children.is_empty() && context.settings.work_order() == WorkOrder::ByChild;
    if !report.found_children.is_empty() {
        blocks.push(pick(context.language, by_child));
        let framed = Block::text(context.language.quality_framed());
        // The rows are not in the whole report, and a block of controls is not either.
        blocks.push(Block::Controls { blocks: vec![framed] });
    }
    if by_child {
        blocks.extend(by_child::blocks(context.language, report));
    } else {
        blocks.extend(by_rule::table(context.language, report));
    }
    // One without a row says next month that nothing was left to mend.
    let is_clean = !report.coverage_of_returns.is_empty() && !report.disclosure.is_safe() && rows_found(report) == 0;
    if is_clean || !report.found_children.is_empty() {
        blocks.push(Block::Download {
            format: Format::WorkList,
            about: context.language.quality_work_list_text().into(),
            text: context.language.quality_work_list().into(),
        });
        blocks.push(context.workbook(Format::WorkListXlsx, context.language.quality_work_list_xlsx()));
    }
    blocks.extend(one_by_one::blocks(context));
    blocks.extend(list_wordings::blocks(context.language, report));
    blocks.extend(not_run::blocks(context.language, report));
    blocks.extend(matters::blocks(context.language, report));
    blocks.extend(set_aside::blocks(context.language, report));
    blocks
}

/// How many rows break rules, and what the share would be without them.
pub(super) fn lead(language: Language, report: &Report) -> Text {
    let count = rows_found(report);
    if count == 0 {
        let read = report.files.iter().any(|file| file.problem.is_none());
        return if read { language.nothing_found(report) } else { language.quality_lead_nothing().into() };
    }
    let case = |scenario| report.sensitivity.iter().find(|case| case.scenario == scenario);
    let (Some(base), Some(without)) = (case(Scenario::AsItIs), case(Scenario::WithoutRowsFound)) else {
        return language.quality_lead_found(count);
    };
    if without.rows == 0 {
        return language.quality_lead_found(count);
    }
    let (share, then) = (share(language, base), share(language, without));
    let changed = if share == then {
        language.quality_lead_same(&share)
    } else {
        words::QualityLeadShare { share: &share, without: &then }.text(language)
    };
    [language.quality_lead_rows(without.rows).as_str(), " ", changed.as_str()].concat().into()
}

/// The same of the returns of some years, with the rows of other years apart. What they change is said of all together.
pub(super) fn lead_of(language: Language, report: &Report, years: &[i32]) -> Vec<Text> {
    let case = |scenario| report.sensitivity.iter().find(|case| case.scenario == scenario);
    let (Some(base), Some(without)) = (case(Scenario::AsItIs), case(Scenario::WithoutRowsFound)) else {
        return vec![lead(language, report)];
    };
    let others = without.rows_by_year.iter().filter(|of| !years.contains(&of.year));
    let others: u64 = others.map(|of| of.rows).sum();
    if others == 0 {
        return vec![lead(language, report)];
    }
    let (share, then) = (share(language, base), share(language, without));
    let changed = if share == then {
        language.sign_off_same(&share)
    } else {
        words::SignOffWithout { share: &share, without: &then }.text(language)
    };
    let of_others = [&*language.sign_off_rows_of_others(others), " ", &changed].concat();
    vec![language.sign_off_rows(without.rows.saturating_sub(others)), of_others.into()]
}

fn pick(language: Language, by_child: bool) -> Block {
    let chosen = if by_child { WorkOrder::ByChild } else { WorkOrder::ByRule };
    let options = [
        (WorkOrder::ByRule, language.quality_by_rule().into()),
        (WorkOrder::ByChild, language.quality_by_child().into()),
    ];
    choose(("findings", language.quality_by()), options, &chosen, Setting::Findings)
}

#[cfg(test)]
mod tests {
    use missing_rates::read::Reader;
    use missing_rates::{Query, Returns};

    use super::*;
    use words::Language::English;

    fn report(files: &[(&str, &str)]) -> Report {
        let mut returns = Returns::default();
        for (id, (name, text)) in (1..).zip(files) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(text.as_bytes());
            returns.add(id, reader.finish());
        }
        returns.report(&Query::default())
    }

    const EPISODES: (&str, &str) = ("episodes.csv", "CHILD,DECOM,LS,DEC\nA1,01/05/2024,C2,\nA2,01/05/2024,C2,\n");

    #[test]
    fn the_first_sentence_says_how_many_rows_and_what_the_share_would_be_without_them() {
        let missing = "CHILD,MISSING,MIS_START,MIS_END\nA1,M,01/04/2024,02/05/2024\nA2,M,05/06/2024,04/06/2024\n";
        assert_eq!(
            lead(English, &report(&[EPISODES, ("missing.csv", missing)])),
            "2 rows break a rule. Leaving those rows out, the share of looked-after children who went missing would be \
             0.0% instead of 50.0%."
        );
        let clean = "CHILD,MISSING,MIS_START,MIS_END\nA1,M,01/06/2024,02/06/2024\n";
        let some = report(&[EPISODES, ("missing.csv", clean)]);
        let said = lead(English, &some).to_string();
        assert!(said.starts_with("No row breaks a rule that could be checked. But "), "{said}");
        assert!(said.contains("the Header file") && said.contains("last year’s Missing file"), "{said}");
        assert!(!said.contains("the Missing file"), "{said}");
        // Nothing is known about it without Missing.
        let without = lead(English, &report(&[EPISODES])).to_string();
        assert!(without.contains("the Missing file") && without.contains("not known"), "{without}");
        let answers = "Authority,Year,UASC,UASC missing\nKent,2024,10,20\n";
        assert_eq!(lead(English, &report(&[("answers.csv", answers)])), "There is 1 finding.");
    }

    #[test]
    fn a_row_stands_with_its_values_beside_the_row_that_it_clashes_with() {
        let missing = "CHILD,MISSING,MIS_START,MIS_END\nA1,M,01/04/2024,\nA2,M,tbc,\n";
        let report = report(&[EPISODES, ("missing.csv", missing)]);
        let of = |rule: &str| report.findings.iter().find(|finding| finding.rule == rule).map(|f| &f.rows[0]);
        assert_eq!(
            line::line(English, of("581").unwrap(), true),
            [
                "missing.csv, row 2, child A1: ",
                &document::at_fault("MIS_START 01/04/2024"),
                " · MIS_END blank – compare episodes.csv, row 2: DECOM 01/05/2024 · DEC blank"
            ]
            .concat()
        );
        assert_eq!(
            line::line(English, of("1004").unwrap(), false),
            ["missing.csv, row 3: MISSING M · ", &document::at_fault("MIS_START tbc"), " · MIS_END blank"].concat()
        );
    }
}
