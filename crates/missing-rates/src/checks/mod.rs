//! The rules that rows can break. This holds what a rule is and says, and one file for each rule about a child's
//! records. It does not read files, count children or show what was found.

#[cfg(test)]
mod at_fault_tests;
mod birthday;
#[cfg(test)]
mod cases;
mod child_rows;
mod date_of_birth;
mod doubtful;
mod ends_differ;
mod episode_end;
mod episode_order;
mod episode_start;
mod header_twice;
mod identical_rows;
mod legal_status;
mod list_differs;
mod list_not_in_return;
mod listing;
mod longer_than_28_days;
mod missing_and_away;
mod month_first;
mod needs;
mod not_in_episodes;
mod not_in_header;
mod open_placeholder;
mod periods_of_care;
mod placement;
mod reason_began;
mod reason_ended;
mod record_starts_late;
mod rule;
mod rule_1004;
mod rule_1005;
mod rule_1006;
mod rule_1012;
mod rule_104;
mod rule_142;
mod rule_148;
mod rule_202;
mod rule_203;
mod rule_205a;
mod rule_205b;
mod rule_205c;
mod rule_205d;
mod rule_231;
mod rule_301;
mod rule_302;
mod rule_303;
mod rule_304;
mod rule_351;
mod rule_352;
mod rule_354;
mod rule_355;
mod rule_359;
mod rule_365;
mod rule_366;
mod rule_367;
mod rule_385;
mod rule_388;
mod rule_426;
mod rule_431;
mod rule_432;
mod rule_433;
mod rule_437;
mod rule_501;
mod rule_502;
mod rule_503;
mod rule_562;
mod rule_564;
mod rule_565;
mod rule_566;
mod rule_567;
mod rule_570;
mod rule_571;
mod rule_574;
mod rule_575;
mod rule_576;
mod rule_577;
mod rule_578;
mod rule_580;
mod rule_581;
mod rule_586;
mod rule_int04;
mod rule_int09;
mod rule_int13;
mod rule_int18;
mod rule_int21;
mod rule_int36;
mod run;
mod same_child;
mod same_upn;
mod same_upn_last_year;
mod sensitivity;
mod sex;
mod short_breaks;
mod trafficked_not_understood;
mod two_digit_year;
mod types_differ;
mod unaccompanied;
mod unaccompanied_differs;
mod unaccompanied_not_understood;
mod unread_dates;
mod while_reading;
mod work_list;

pub use crate::report::Severity;
pub(crate) use listing::Listing;
pub use rule::Rule;
pub(crate) use run::{Checked, check, check_telling};
pub(crate) use sensitivity::sensitivity;
pub(crate) use work_list::work_list;
pub use work_list::{Handled, WorkList, WorkOrder, WorkRow};

use crate::order::Ordered;
use rule::ChildRule;

/// The rules about the records of one child.
pub(crate) static CHILD_RULES: &[&ChildRule] = &[
    &date_of_birth::RULE,
    &ends_differ::RULE,
    &episode_end::RULE,
    &episode_order::RULE,
    &episode_start::RULE,
    &header_twice::RULE,
    &identical_rows::RULE,
    &legal_status::RULE,
    &list_differs::RULE,
    &list_not_in_return::RULE,
    &longer_than_28_days::RULE,
    &missing_and_away::RULE,
    &month_first::RULE,
    &not_in_episodes::RULE,
    &not_in_header::RULE,
    &open_placeholder::RULE,
    &placement::RULE,
    &reason_began::RULE,
    &reason_ended::RULE,
    &record_starts_late::RULE,
    &rule_1004::RULE,
    &rule_1005::RULE,
    &rule_1006::RULE,
    &rule_1012::RULE,
    &rule_104::RULE,
    &rule_142::RULE,
    &rule_148::RULE,
    &rule_202::RULE,
    &rule_203::RULE,
    &rule_205a::RULE,
    &rule_205b::RULE,
    &rule_205c::RULE,
    &rule_205d::RULE,
    &rule_231::RULE,
    &rule_301::RULE,
    &rule_302::RULE,
    &rule_303::RULE,
    &rule_304::RULE,
    &rule_351::RULE,
    &rule_352::RULE,
    &rule_354::RULE,
    &rule_355::RULE,
    &rule_359::RULE,
    &rule_365::RULE,
    &rule_366::RULE,
    &rule_367::RULE,
    &rule_385::RULE,
    &rule_388::RULE,
    &rule_426::RULE,
    &rule_431::RULE,
    &rule_432::RULE,
    &rule_433::RULE,
    &rule_437::RULE,
    &rule_501::RULE,
    &rule_502::RULE,
    &rule_503::RULE,
    &rule_562::RULE,
    &rule_564::RULE,
    &rule_565::RULE,
    &rule_566::RULE,
    &rule_567::RULE,
    &rule_570::RULE,
    &rule_571::RULE,
    &rule_574::RULE,
    &rule_575::RULE,
    &rule_576::RULE,
    &rule_577::RULE,
    &rule_578::RULE,
    &rule_580::RULE,
    &rule_581::RULE,
    &rule_586::RULE,
    &rule_int04::RULE,
    &rule_int09::RULE,
    &rule_int13::RULE,
    &rule_int18::RULE,
    &rule_int21::RULE,
    &rule_int36::RULE,
    &same_upn::RULE,
    &same_upn_last_year::RULE,
    &sex::RULE,
    &trafficked_not_understood::RULE,
    &two_digit_year::RULE,
    &types_differ::RULE,
    &unaccompanied_differs::RULE,
    &unaccompanied_not_understood::RULE,
];

/// Every rule that a report can find broken, in the order of a report: the most severe first, then by code.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = CHILD_RULES.iter().map(|rule| &rule.rule).chain(&while_reading::RULES).collect();
    rules.order_by_key(|rule| (rule.severity, rule.code));
    rules
}

/// The code of every rule, in no particular order. The crate with the words checks, when it is built, that it has words
/// for each rule.
pub const CODES: [&str; CHILD_RULES.len() + while_reading::RULES.len()] = {
    let mut codes = [""; CHILD_RULES.len() + while_reading::RULES.len()];
    let mut at = 0;
    while at < codes.len() {
        codes[at] = if at < CHILD_RULES.len() {
            CHILD_RULES[at].rule.code
        } else {
            while_reading::RULES[at - CHILD_RULES.len()].code
        };
        at += 1;
    }
    codes
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_rules_have_one_code() {
        let rules = rules();
        assert!(rules.iter().enumerate().all(|(at, rule)| rules[..at].iter().all(|other| other.code != rule.code)));
        assert!(rules.iter().all(|rule| CODES.contains(&rule.code)) && rules.len() == CODES.len());
    }
}
