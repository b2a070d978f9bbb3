//! The rules that rows can break. Belongs here: what a rule is and says, and one file for each rule about a child's
//! records. Does not: reading files, counting children, showing what was found.

mod rule;
mod while_reading;

pub use rule::{Rule, Severity};

/// Every rule that a report can find broken, in the order of a report.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    while_reading::RULES.iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_says_what_is_wrong_and_what_to_do_in_plain_words() {
        for rule in rules() {
            for text in [Some(rule.sentence), Some(rule.remedy), rule.reading].into_iter().flatten() {
                assert!(text.ends_with(['.', '?']) && !text.contains("  "), "{}: {text}", rule.code);
                let lower = text.to_lowercase();
                for word in ["upload", "submit", "invalid", "process", "denominator"] {
                    assert!(!lower.contains(word), "{}: {text}", rule.code);
                }
            }
        }
    }

    #[test]
    fn rules_stand_in_the_order_of_a_report_each_once() {
        let places: Vec<_> = rules().map(|rule| (rule.severity, rule.code)).collect();
        assert!(places.is_sorted_by(|one, next| one < next), "{places:?}");
    }
}
