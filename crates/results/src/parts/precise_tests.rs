//! What is said of rounded numbers is true of the numbers before: of many random tables, against what was written into them.

use std::fmt::Write as _;

use document::Part;
use missing_rates::area::{Authority, authorities};
use missing_rates::report::Disclosure;

use super::quote_tests::{Dice, check_grammar, part, percentages_after, report, report_for, sentences, wilson};

/// The answers of some authorities: children, and how many went missing unless that was refused.
fn answers(dice: &mut Dice) -> Vec<(u64, Option<u64>)> {
    let most = [60, 300, 4_000][usize::try_from(dice.below(3)).unwrap()];
    let refused = dice.below(3);
    let one = |_| {
        let children = 20 + dice.below(most);
        let missing = dice.of(children);
        (children, (dice.below(6) >= refused).then_some(missing))
    };
    (0..2 + most % 7).map(one).collect()
}

fn table(answers: &[(u64, Option<u64>)]) -> String {
    let who = authorities().iter().filter(|of: &&Authority| of.is_current()).step_by(4);
    let mut text = String::from("Authority,Year,UASC,UASC missing\n");
    for (who, (children, missing)) in who.zip(answers) {
        let missing = missing.map_or_else(|| "Refused s.12".to_owned(), |missing| missing.to_string());
        let _ = writeln!(text, "\"{}\",2024,{children},{missing}", who.name);
    }
    text
}

/// Whether a printed range holds a true one. It is printed to a tenth.
fn holds([lower, upper]: [f64; 2], (from, to): (f64, f64)) -> bool {
    lower <= from + 0.051 && to <= upper + 0.051
}

#[test]
fn every_sentence_of_a_rounded_report_says_so_and_its_ranges_hold_the_truth() {
    let mut dice = Dice(77);
    let (mut checked, mut bounded) = (0, 0);
    for _ in 0..300 {
        let answers = answers(&mut dice);
        let (disclosure, unit) =
            if dice.below(2) == 0 { (Disclosure::SafeTo5, "5") } else { (Disclosure::SafeTo10, "10") };
        let report = report_for(&[("answers.csv", &table(&answers))], disclosure);
        let said = sentences(&report);
        let Some(sentence) = said.get("quote-pooled-unaccompanied") else { continue };
        let caution = &said["quote-caution-pooled-unaccompanied"];
        let both = || answers.iter().filter_map(|(children, missing)| Some((*children, (*missing)?)));
        let (children, missing) = both().fold((0, 0), |sum, of| (sum.0 + of.0, sum.1 + of.1));
        let rounded = format!("rounded to {unit}");
        let short = format!("{:?}", part(&report, Part::Short));
        for text in [sentence, caution, &short] {
            assert!(text.contains(&rounded), "{text}");
            assert!(!text.contains("exactly") && !text.contains("exact answer"), "{text}");
        }
        assert!(sentence.starts_with("About "), "{sentence}");
        check_grammar(sentence);
        check_grammar(caution);
        let interval = percentages_after(caution, "chance and rounding together could have made it anything from ");
        assert!(holds(interval, wilson(missing, children)), "{missing} of {children}: {caution}");
        let all: u64 = answers.iter().map(|(children, _)| children).sum();
        let silent = all - children;
        if silent > 0 && caution.contains("it lies between ") {
            bounded += 1;
            let of = |missing: u64| 100.0 * missing as f64 / all as f64;
            let bounds = percentages_after(caution, "for all children counted it lies between ");
            assert!(holds(bounds, (of(missing), of(missing + silent))), "{answers:?}: {caution}");
        }
        checked += 1;
    }
    assert!(checked > 100 && bounded > 50, "{checked} {bounded}");
}

#[test]
fn an_answer_for_several_authorities_is_one_answer() {
    let of = |rows: &str| {
        let report = report(&[("answers.csv", &format!("Authority,Year,UASC,UASC missing\n{rows}"))]);
        (sentences(&report)["quote-pooled-unaccompanied"].clone(), format!("{:?}", part(&report, Part::Short)))
    };
    // Two took over from Cumbria.
    let (quote, short) = of("Cumbria,2024,10,2\nSurrey,2024,10,2\n");
    assert!(quote.contains("in 2 answers with both figures, for 3 authorities (source"), "{quote}");
    assert!(short.contains("4 of 20 children, in 2 answers with both figures, for 3 authorities"), "{short}");
    assert!(short.contains("2 answers give both figures for 3 authorities"), "{short}");
    let (quote, _) = of("Kensington and Chelsea / Westminster,2024,40,10\n\"Leeds\",2024,10,2\nKent,2024,10,\n");
    assert!(quote.contains("in 2 answers with both figures, for 3 authorities (source"), "{quote}");
    let (quote, short) = of("Leeds,2024,10,2\nSurrey,2024,10,2\n");
    assert!(quote.contains("in the 2 of 153 authorities that gave both figures exactly (source"), "{quote}");
    assert!(!short.contains("answers give both"), "{short}");
}

#[test]
fn one_child_is_said_as_one() {
    let of = |rows: &str| {
        let report = report(&[("answers.csv", &format!("Authority,Year,UASC,UASC missing\n{rows}"))]);
        format!("{:?}{:?}", part(&report, Part::Summary), part(&report, Part::Short))
    };
    for (rows, says) in [("Leeds,2024,1,1\n", "1 of 1 child, in"), ("Leeds,2024,1,0\n", "0 of 1 child, in")] {
        let said = of(rows);
        assert!(said.contains(says) && !said.contains(" of 1 children"), "{said}");
    }
    assert!(of("Leeds,2024,2,1\n").contains("1 of 2 children, in"));
}

#[test]
fn another_share_is_named_as_it_differs_in_print() {
    let of = |rows: &str| {
        let report = report(&[("answers.csv", &format!("Authority,Year,UASC,UASC missing\n{rows}"))]);
        format!("{:?}", part(&report, Part::Summary))
    };
    // 54.1% and 53.6% are both 54% in whole per cent.
    let close = of("Leeds,2024,1000,541\nKent,2024,10,\n");
    assert!(close.contains("Why not 53.6%?") && !close.contains("Why not 54%?"), "{close}");
    assert!(of("Leeds,2024,100,40\nKent,2024,100,\n").contains("Why not 20%?"));
    assert!(!of("Leeds,2024,100,40\nKent,2024,100,40\n").contains("Why not"));
}

/// Answers of two years by the same authorities.
fn two_years(years: [&[(u64, u64)]; 2]) -> String {
    let mut text = String::from("Authority,Year,UASC,UASC missing\n");
    for (year, answers) in (2023..).zip(years) {
        let who = authorities().iter().filter(|of: &&Authority| of.is_current()).step_by(4);
        for (who, (children, missing)) in who.zip(answers) {
            let _ = writeln!(text, "\"{}\",{year},{children},{missing}", who.name);
        }
    }
    text
}

fn part_of_change(report: &missing_rates::report::Report) -> String {
    format!("{:?}", part(report, Part::Change))
}

#[test]
fn a_change_of_rounded_numbers_says_so_and_no_more_than_they_do() {
    let mut dice = Dice(78);
    let (mut told, mut untold) = (0, 0);
    for _ in 0..120 {
        let mut year = || -> Vec<(u64, u64)> {
            let one = |dice: &mut Dice| {
                let children = 40 + dice.below(300);
                (children, 6 + dice.below(children - 20))
            };
            (0..3).map(|_| one(&mut dice)).collect()
        };
        let (before, after) = (year(), year());
        let report = report_for(&[("answers.csv", &two_years([&before, &after]))], Disclosure::SafeTo10);
        let said = part_of_change(&report);
        let Some(lead) = said.split("the share that went missing ").nth(1) else { continue };
        let lead = lead.split(" (numbers").next().unwrap_or(lead);
        let sum = |year: &[(u64, u64)]| year.iter().fold((0, 0), |sum, of| (sum.0 + of.1, sum.1 + of.0));
        let share = |(missing, children): (u64, u64)| missing as f64 / children as f64;
        let difference = 100.0 * (share(sum(&after)) - share(sum(&before)));
        let is_rise = lead.starts_with("rose from about ");
        if lead.starts_with("was about ") {
            untold += 1;
            assert!(said.contains("From numbers rounded to 10 nobody can tell whether it rose or fell."), "{said}");
        } else {
            told += 1;
            assert!(is_rise || lead.starts_with("fell from about "), "{lead}");
            assert_eq!(is_rise, difference > 0.0, "{lead}");
            let points = lead.rsplit_once(" percentage point").unwrap().0.rsplit_once(' ').unwrap().1;
            assert!(!points.contains('.'), "{lead}");
        }
        let interval = said.split("The 95% interval of the change, widened for the rounding, is ").nth(1).unwrap();
        let interval = interval.split(" percentage points").next().unwrap().replace('−', "-");
        let (lower, upper) = interval.split_once(" to ").unwrap();
        let of = |text: &str| text.parse::<f64>().unwrap();
        let (later, earlier) = (sum(&after), sum(&before));
        let truth = missing_rates::rates::newcombe(later, earlier, missing_rates::rates::Z_95).unwrap();
        assert!(holds([of(lower), of(upper)], (100.0 * truth.0, 100.0 * truth.1)), "{said}");
        assert!(!said.contains("Relative to"), "{said}");
    }
    assert!(told > 30 && untold > 3, "{told} {untold}");
}
