//! What rows that break rules do to the headline measures, in words.

use crate::{Language, Text};
use missing_rates::rates::share_moved;
use missing_rates::report::{ListedAs, Scenario, Sensitivity};
use std::cmp::Ordering;

impl Language {
    /// What is done to the rows, and more about it where it needs to be said.
    pub fn scenario(self, scenario: Scenario) -> (&'static str, Option<&'static str>) {
        match scenario {
            Scenario::AsItIs => (self.quality_case_as_it_is(), None),
            Scenario::WithoutRowsFound | Scenario::WithoutRule => (self.quality_case_without_all(), None),
            Scenario::WithoutErrors => (self.quality_case_without_errors(), None),
            Scenario::DoubtfulAwayAsMissing => {
                (self.quality_case_doubtful_away(), Some(self.quality_case_doubtful_away_about()))
            }
            Scenario::DoubtfulMissingAsAway => {
                (self.quality_case_doubtful_missing(), Some(self.quality_case_doubtful_missing_about()))
            }
            Scenario::LongShortBreaksAsCare => {
                (self.quality_case_short_breaks(), Some(self.quality_case_short_breaks_about()))
            }
            Scenario::AllAwayAsMissing => (self.quality_case_all_away(), None),
        }
    }

    /// What a wording of a list of trafficked children was read as.
    pub fn listed(self, says: ListedAs) -> &'static str {
        match says {
            ListedAs::Confirmed => self.listed_confirmed(),
            ListedAs::Suspected => self.listed_suspected(),
            ListedAs::Unstated => self.listed_unstated(),
            ListedAs::No => self.listed_no(),
        }
    }

    /// How far the share moves from one case to another: `up 0.2 percentage points`.
    pub fn share_change(self, from: &Sensitivity, to: &Sensitivity) -> Text {
        let parts = |case: &Sensitivity| (case.numerator, case.denominator);
        let Some(moved) = share_moved(parts(from), parts(to)) else { return self.quality_not_counted().into() };
        let by = moved.points.by.as_str();
        let nothing = by.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        match moved.points.direction {
            Ordering::Equal => self.quality_no_change().into(),
            Ordering::Greater if nothing => self.quality_up_little().into(),
            Ordering::Less if nothing => self.quality_down_little().into(),
            Ordering::Greater => self.quality_up(by),
            Ordering::Less => self.quality_down(by),
        }
    }

    /// What changes of every headline measure: `share up 0.2 percentage points; incidents −3`. Measures that stay are left
    /// out; where all stay, that is said.
    pub fn effects(self, from: &Sensitivity, to: &Sensitivity) -> Text {
        let mut parts: Vec<Text> = Vec::new();
        if (from.numerator, from.denominator) != (to.numerator, to.denominator) {
            let share = self.share_change(from, to);
            if share != self.quality_no_change() {
                parts.push(self.quality_effect_share(&share));
            }
        }
        let mut count = |was: u64, is: u64, say: fn(Language, &str) -> Text| {
            if was != is {
                let sign = if is > was { "+" } else { "−" };
                parts.push(say(self, &[sign, self.number(was.abs_diff(is)).as_str()].concat()));
            }
        };
        count(from.denominator, to.denominator, Language::quality_effect_children);
        count(from.numerator, to.numerator, Language::quality_effect_missing);
        count(from.incidents, to.incidents, Language::quality_effect_incidents);
        count(from.missing_more_than_once, to.missing_more_than_once, Language::quality_effect_more_than_once);
        if let Some((was, is)) = from.missing_at_end.zip(to.missing_at_end) {
            count(was, is, Language::quality_effect_at_end);
        }
        for (was, is, say) in [
            (
                from.unaccompanied_children,
                to.unaccompanied_children,
                Language::quality_effect_unaccompanied as fn(Language, &str) -> Text,
            ),
            (from.unaccompanied_missing, to.unaccompanied_missing, Language::quality_effect_unaccompanied_missing),
        ] {
            if let Some((was, is)) = was.zip(is) {
                count(was, is, say);
            }
        }
        if parts.is_empty() {
            let is_left_out = to.rule.is_some_and(|rule| LEFT_OUT.contains(&rule));
            return if is_left_out { self.quality_left_out() } else { self.quality_no_change() }.into();
        }
        let parts: Vec<&str> = parts.iter().map(Text::as_str).collect();
        parts.join("; ").into()
    }
}

/// Rules whose rows are in no figure as it is, so that taking them out says nothing of how much they matter.
const LEFT_OUT: [&str; 4] = ["1004", "1005", "565", "566"];

#[cfg(test)]
mod tests {
    use missing_rates::period::Period;

    use super::*;

    fn case([denominator, numerator, incidents, missing_more_than_once, missing_at_end]: [u64; 5]) -> Sensitivity {
        Sensitivity {
            period: Period::collection_year(2025).expect("a year"),
            scenario: Scenario::WithoutRowsFound,
            rule: None,
            rows: 1,
            rows_by_year: Vec::new(),
            numerator,
            denominator,
            incidents,
            missing_more_than_once,
            missing_at_end: Some(missing_at_end),
            unaccompanied_children: Some(100),
            unaccompanied_missing: Some(10),
            value: None,
            points: None,
        }
    }

    #[test]
    fn every_measure_that_changes_is_said_with_its_sign() {
        let base = case([1000, 110, 2500, 40, 3]);
        for (then, words) in [
            ([1000, 110, 2500, 40, 3], "no change"),
            ([1000, 108, 1300, 40, 3], "share down 0.2 percentage points; children missing −2; incidents −1,200"),
            ([1000, 110, 2500, 39, 2], "more than once −1; missing at the end −1"),
            ([1001, 110, 2500, 40, 3], "share down, by less than 0.1 of a percentage point; children +1"),
            // 11.0% to 11.25%: halves go away from zero.
            ([800, 90, 2500, 40, 3], "share up 0.3 percentage points; children −200; children missing −20"),
            ([0, 0, 0, 40, 3], "share –; children −1,000; children missing −110; incidents −2,500"),
        ] {
            assert_eq!(Language::English.effects(&base, &case(then)), words);
        }
    }

    #[test]
    fn rows_that_are_left_out_already_are_not_said_to_change_nothing() {
        let base = case([1000, 110, 2500, 40, 3]);
        let said = |rule| Language::English.effects(&base, &Sensitivity { rule: Some(rule), ..base.clone() });
        assert!(said("1004").contains("the figures are too low"), "{}", said("1004"));
        assert_eq!(said("562"), "no change");
    }
}
