//! Sentences to quote of many random reports, against the same figures calculated here from what was written into the files.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use document::{Block, Part, all};
use missing_rates::area::{Authority, Nation, authorities};
use missing_rates::read::Reader;
use missing_rates::report::{Disclosure, Report};
use missing_rates::{Query, Returns};
use words::Language::English;

use crate::context::Context;
use crate::parts::blocks;
use crate::settings::Settings;

/// Numbers that look random and are the same every time (`SplitMix64`: Steele, Lea and Flood, 2014).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % most
    }

    /// How many of these went missing: often none, or all of them.
    pub(super) fn of(&mut self, all: u64) -> u64 {
        match self.below(5) {
            0 => 0,
            1 => all,
            _ => self.below(all + 1),
        }
    }
}

/// An answer: exact, or nothing that can be counted.
type Answer = Option<u64>;

/// What is written, and what it means.
fn cell(dice: &mut Dice, exact: u64) -> (String, Answer) {
    match dice.below(12) {
        0 if (1..5).contains(&exact) => ("<5".to_owned(), None),
        0 => ("Not held".to_owned(), None),
        1 => ("Refused s.12".to_owned(), None),
        2 => (String::new(), None),
        _ => (exact.to_string(), Some(exact)),
    }
}

const GROUPS: [(&str, &str, &str); 3] = [
    ("Looked-after children,Looked-after children who went missing", "quote-pooled-all", "looked-after children"),
    ("Trafficked,Trafficked missing", "quote-pooled-trafficked", "trafficked children in care"),
    ("UASC,UASC missing", "quote-pooled-unaccompanied", "unaccompanied children in care"),
];

/// What the authorities of a table answered about one group.
type Answers = Vec<(Answer, Answer)>;

pub(super) fn report(files: &[(&str, &str)]) -> Report {
    report_for(files, Disclosure::Exact)
}

pub(super) fn report_for(files: &[(&str, &str)], disclosure: Disclosure) -> Report {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns.report(&Query { disclosure, ..Query::default() })
}

/// The sentences that the summary offers, by their ids.
pub(super) fn sentences(report: &Report) -> BTreeMap<String, String> {
    let snippet = |block: &Block| match block {
        Block::Snippet { id, text, .. } => Some((id.to_string(), text.to_string())),
        _ => None,
    };
    all(&part(report, Part::Summary)).into_iter().filter_map(snippet).collect()
}

pub(super) fn part(report: &Report, part: Part) -> Vec<Block> {
    let settings = Settings::default();
    let context = Context {
        language: English,
        report,
        period: report.periods.last().copied(),
        settings: &settings,
        returns: None,
        without_books: false,
    };
    blocks(part, context)
}

fn number(of: u64) -> String {
    let digits = of.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A percentage, halves away from zero, worked out in whole numbers.
fn percent(missing: u64, children: u64, decimals: u32) -> String {
    let scale = 10_u64.pow(decimals);
    let parts = (missing * 200 * scale + children) / (2 * children);
    format!("{}.{:0width$}%", parts / scale, parts % scale, width = decimals as usize)
}

fn share(missing: u64, children: u64) -> String {
    let short = percent(missing, children, 1);
    let hides = (short == "0.0%" && missing > 0) || (short == "100.0%" && missing < children);
    if hides { percent(missing, children, 2) } else { short }
}

fn counts(missing: u64, children: u64) -> String {
    match (missing, children) {
        (0, 1) => "the one child counted did not".to_owned(),
        (1, 1) => "the one child counted did".to_owned(),
        (0, _) => format!("none of the {} children counted did", number(children)),
        _ if missing == children => format!("all {} children counted did", number(children)),
        _ => format!("{} of the {} children counted", number(missing), number(children)),
    }
}

/// Wilson's interval, in per cent.
pub(super) fn wilson(missing: u64, children: u64) -> (f64, f64) {
    let (n, p, z) = (children as f64, missing as f64 / children as f64, 1.959_963_984_540_054);
    let middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    (100.0 * (middle - half).max(0.0), 100.0 * (middle + half).min(1.0))
}

/// The two percentages after a phrase.
pub(super) fn percentages_after(text: &str, phrase: &str) -> [f64; 2] {
    let (_, rest) = text.split_once(phrase).unwrap_or_else(|| panic!("{phrase:?} is not in {text}"));
    let mut numbers = rest.split('%').map(|part| part.rsplit(' ').next().unwrap().parse().unwrap());
    [numbers.next().unwrap(), numbers.next().unwrap()]
}

fn is_near(said: f64, worked_out: f64) -> bool {
    (said - worked_out).abs() <= 0.05 + 1e-9
}

/// What no sentence may hold, whatever its numbers are.
pub(super) fn check_grammar(text: &str) {
    assert!(text.ends_with('.') && text.matches(". ").count() == 0, "not one sentence: {text}");
    for wrong in [" 1 children", " 1 authorities", "  ", "{", "( ", " )", " ,", "NaN", "one authorities", "all 1 "] {
        assert!(!text.contains(wrong), "{wrong:?}: {text}");
    }
}

fn check_interval(caution: &str, missing: u64, children: u64) {
    let [lower, upper] = percentages_after(caution, "chance alone could have made it anything from ");
    let (from, to) = wilson(missing, children);
    assert!(is_near(lower, from) && is_near(upper, to), "{missing} of {children}: {from} to {to}: {caution}");
    let is_small = missing < 20 || (children - missing < 20 && children < 1_000);
    assert_eq!(caution.contains("the numbers are small"), is_small, "{missing} of {children}: {caution}");
}

/// The grammatical cases that were met.
#[derive(Debug, Default)]
struct Met {
    one_authority: u32,
    one_child: u32,
    none: u32,
    all: u32,
    bounds: u32,
    without_share: u32,
    sentences: u32,
}

impl Met {
    fn count(&mut self, (missing, children): (u64, u64), authorities: usize) {
        self.sentences += 1;
        self.one_authority += u32::from(authorities == 1);
        self.one_child += u32::from(children == 1);
        self.none += u32::from(missing == 0);
        self.all += u32::from(missing == children);
    }
}

fn check(said: &BTreeMap<String, String>, group: usize, who: &[&Authority], answers: &Answers, met: &mut Met) {
    let (_, id, children_of) = GROUPS[group];
    let both: Vec<(u64, u64)> = answers.iter().filter_map(|(children, missing)| children.zip(*missing)).collect();
    let (children, missing) = both.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let Some(sentence) = said.get(id) else {
        assert!(children == 0, "no sentence for {missing} of {children}: {answers:?} {said:?}");
        met.without_share += 1;
        return;
    };
    let nations: Vec<Nation> = who.iter().map(|of| of.nation).collect();
    let area = match who {
        [one] => missing_rates::area::plain_name(one.name),
        _ if nations.iter().all(|nation| *nation == nations[0]) => nations[0].name(),
        _ => "United Kingdom",
    };
    // All authorities of today of the area, if it is more than one of them.
    let current =
        authorities().iter().filter(|of| of.is_current() && (area == "United Kingdom" || of.nation.name() == area));
    let all = if who.len() == 1 { 1 } else { current.count() };
    let authorities = match both.len() {
        some if some < all => {
            format!("the {} of {} authorities that gave both figures exactly", number(some as u64), number(all as u64))
        }
        1 => "the one authority that gave both figures exactly".to_owned(),
        many => format!("the {} authorities that gave both figures exactly", number(many as u64)),
    };
    let expected = |area: &str| {
        let (share, counts) = (share(missing, children), counts(missing, children));
        format!(
            "{share} of {children_of} ({area}, 2024) went missing at least once: {counts}, in {authorities} \
             (source: answers of authorities; calculated with Missing from Care)."
        )
    };
    assert_eq!(*sentence, expected(area));
    let caution = &said[&id.replacen("quote-", "quote-caution-", 1)];
    check_grammar(sentence);
    check_grammar(caution);
    check_interval(caution, missing, children);
    assert_eq!(caution.contains("one authority only"), both.len() == 1, "{caution}");
    let few = format!("fewer than half of the {} authorities gave both", number(all as u64));
    assert_eq!(caution.contains(&few), both.len() * 2 < all, "{caution}");
    // Whoever counted children exactly and did not say exactly how many went missing: none of them, or all of them.
    let silent: u64 = answers.iter().filter(|(_, missing)| missing.is_none()).filter_map(|(all, _)| *all).sum();
    let exact = children + silent;
    let before = match exact {
        1 => "for the one child counted exactly it lies between ".to_owned(),
        exact => format!("for all {} children counted exactly it lies between ", number(exact)),
    };
    assert_eq!(caution.contains("it lies between"), silent > 0, "{silent} of {exact}: {caution}");
    if silent > 0 {
        met.bounds += 1;
        let [lowest, highest] = percentages_after(caution, &before);
        let of = |missing: u64| 100.0 * missing as f64 / exact as f64;
        assert!(is_near(lowest, of(missing)) && is_near(highest, of(missing + silent)), "{caution}");
    }
    met.count((missing, children), both.len());
}

#[test]
fn every_sentence_of_500_random_tables_of_answers_agrees_with_the_table() {
    let current: Vec<&Authority> = authorities().iter().filter(|of| of.is_current()).collect();
    let (mut dice, mut met) = (Dice(20), Met::default());
    for _ in 0..500 {
        let of = [1, 2, 5, 40][usize::try_from(dice.below(4)).unwrap()];
        let most = [1, 3, 12, 200, 30_000][usize::try_from(dice.below(5)).unwrap()];
        let nation = (dice.below(2) == 0).then_some(Nation::England);
        let first = dice.below(60);
        let who: Vec<&Authority> = current
            .iter()
            .copied()
            .filter(|one| nation.is_none_or(|nation| one.nation == nation))
            .skip(usize::try_from(first).unwrap())
            .step_by(3)
            .take(of)
            .collect();
        let groups: Vec<usize> = (0..GROUPS.len()).filter(|_| dice.below(3) > 0).collect();
        let headings: Vec<&str> = groups.iter().map(|group| GROUPS[*group].0).collect();
        let mut text = format!("Authority,Year,{}\n", headings.join(","));
        let mut answers: Vec<Answers> = vec![Answers::new(); groups.len()];
        for one in &who {
            let _ = write!(text, "\"{}\",2024", one.name);
            for answers in &mut answers {
                let children = dice.below(most + 1);
                let missing = dice.of(children);
                let (first, second) = (cell(&mut dice, children), cell(&mut dice, missing));
                // Of no children, nobody hides how many went missing.
                let second = if children == 0 { ("0".to_owned(), Some(0)) } else { second };
                let ((first, children), (second, missing)) = (first, second);
                let _ = write!(text, ",{first},{second}");
                answers.push((children, missing));
            }
            text.push('\n');
        }
        let report = report(&[("answers.csv", &text)]);
        if groups.is_empty() || report.periods.is_empty() {
            continue;
        }
        let said = sentences(&report);
        for (group, answers) in groups.iter().zip(&answers) {
            check(&said, *group, &who, answers, &mut met);
        }
    }
    let Met { one_authority, one_child, none, all, bounds, without_share, sentences } = met;
    assert!(sentences > 500 && bounds > 100, "{met:?}");
    assert!([one_authority, one_child, none, all, without_share].iter().all(|times| *times > 5), "{met:?}");
}

#[test]
fn every_sentence_of_100_random_returns_agrees_with_its_rows() {
    let (mut dice, mut met) = (Dice(21), Met::default());
    for _ in 0..100 {
        let most = [1, 3, 60, 1_500][usize::try_from(dice.below(4)).unwrap()];
        let children = 1 + dice.below(most);
        let missing = dice.of(children);
        let mut episodes = String::from("CHILD,DECOM,RNE,LS,DEC\n");
        let mut periods = String::from("CHILD,MISSING,MIS_START,MIS_END\n");
        for child in 0..children {
            let _ = writeln!(episodes, "{},01/04/2020,S,C2,", 1_000 + child);
            for _ in 0..if child < missing { 1 + dice.below(3) } else { 0 } {
                let day = 1 + dice.below(28);
                let _ = writeln!(periods, "{},M,{day:02}/06/2024,{day:02}/06/2024", 1_000 + child);
            }
        }
        // A table of nobody would be a question.
        if missing == 0 {
            periods.push_str("1000,A,01/06/2024,02/06/2024\n");
        }
        let said = sentences(&report(&[("episodes.csv", &episodes), ("missing.csv", &periods)]));
        let expected = format!(
            "{} of looked-after children (one authority, year ending 31 March 2025) went missing at least once: {}, by the \
             records of the authority itself (source: the authority’s SSDA903 return; calculated with Missing from Care).",
            share(missing, children),
            counts(missing, children)
        );
        assert_eq!(said["quote-return-all"], expected);
        let caution = &said["quote-caution-return-all"];
        check_grammar(&expected);
        check_grammar(caution);
        check_interval(caution, missing, children);
        assert!(!caution.contains("it lies between") && !caution.contains("authority only"), "{caution}");
        met.count((missing, children), 1);
    }
    assert!(met.one_child > 3 && met.none > 5 && met.all > 5, "{met:?}");
}
