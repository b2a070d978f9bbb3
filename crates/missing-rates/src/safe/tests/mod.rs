//! Random reports, each made safe, and an attacker on everything that it shows.

mod answers;
mod attacker;
mod own;

use std::fmt::Write as _;

use super::*;
use crate::period::Period;
use crate::read::Reader;
use crate::safe::{few_alone, protect};
use crate::{Query, Returns};
use attacker::System;

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        // SplitMix64: Steele, Lea and Flood, 2014.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % most
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }
}

type Files = Vec<(String, String)>;

/// Authorities of three regions and of Wales, and what they answered in one or two years about one to three cohorts.
fn some_answers(dice: &mut Dice) -> Files {
    const NAMES: [&str; 11] = [
        "Kent",
        "Surrey",
        "Medway",
        "Slough",
        "Leeds",
        "Sheffield",
        "Barnsley",
        "Derby",
        "Leicester",
        "Cardiff",
        "Newport",
    ];
    let names: Vec<&str> = NAMES.into_iter().filter(|_| dice.below(4) > 0).collect();
    let small = [8, 30, 200][usize::try_from(dice.below(3)).unwrap()];
    let mut text = String::from(
        "Authority,Year,Trafficked,Trafficked missing,Trafficked missing incidents,UASC,UASC missing,Trafficked and UASC\n",
    );
    for year in [2023, 2024].into_iter().take(1 + usize::try_from(dice.below(2)).unwrap()) {
        for name in &names {
            let mut cells = Vec::new();
            let [trafficked, unaccompanied] = [dice.below(small), dice.below(2 * small)];
            let missing = dice.below(trafficked + 1);
            let incidents = if missing == 0 { 0 } else { missing + dice.below(missing * 2 + 1) };
            let both = dice.below(trafficked.min(unaccompanied) + 1);
            for number in [trafficked, missing, incidents, unaccompanied, dice.below(unaccompanied + 1), both] {
                let answer = match dice.below(12) {
                    0 => "Refused s.12".to_owned(),
                    1 => String::new(),
                    2 | 3 if (1..5).contains(&number) => "<5".to_owned(),
                    _ => number.to_string(),
                };
                cells.push(answer);
            }
            writeln!(text, "{name},{year},{}", cells.join(",")).unwrap();
        }
    }
    vec![("answers.csv".to_owned(), text)]
}

/// A return of a year or two with up to so many children.
fn a_return(dice: &mut Dice, most: u64) -> Files {
    let mut files: Files = Vec::new();
    let with_list = dice.below(3) > 0;
    let mut list = String::from("CHILD,TRAFFICKED\n0,no\n");
    let children = 5 + dice.below(most);
    let two = dice.below(3) == 0;
    for year in if two { vec![2023, 2024] } else { vec![2024] } {
        let mut header = String::from("CHILD,SEX,DOB,ETHNIC\n");
        let mut episodes = String::from("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n");
        let mut uasc = String::from("CHILD,DUC\n");
        let mut missing = String::from("CHILD,MISSING,MIS_START,MIS_END\n");
        for child in 1..=children {
            let (birth, sex) = (2006 + child % 8, ["1", "2", "1", "1", ""][usize::try_from(child % 5).unwrap()]);
            writeln!(header, "{child},{sex},01/02/{birth},WBRI").unwrap();
            let (ls, place) = (dice.one(&["C2", "V2", "E1"]), dice.one(&["U1", "U4", "K2"]));
            writeln!(episodes, "{child},01/05/{},S,{ls},{place},,", year - 1).unwrap();
            if child % 3 == 0 {
                writeln!(uasc, "{child},").unwrap();
            }
            let mut month = 5;
            while month < 13 && dice.below(9) < 2 {
                let code = dice.one(&["M", "M", "M", "A"]);
                let days = 1 + [0, 1, 2, 5, 12, 27][usize::try_from(dice.below(6)).unwrap()];
                writeln!(missing, "{child},{code},01/{month:02}/{},{days:02}/{month:02}/{}", year - 1, year - 1)
                    .unwrap();
                month += 1 + dice.below(3);
            }
        }
        for (name, text) in [("header", header), ("episodes", episodes), ("uasc", uasc), ("missing", missing)] {
            files.push((format!("{name}-{year}.csv"), text));
        }
    }
    for child in (1..=children).filter(|_| with_list) {
        if dice.below(4) == 0 {
            writeln!(list, "{child},{}", dice.one(&["confirmed", "suspected", "yes"])).unwrap();
        }
    }
    if with_list {
        files.push(("list.csv".to_owned(), list));
    }
    files
}

fn returns(files: &Files) -> Returns {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns
}

/// A random report as it is, and as a rule makes it safe.
fn report(seed: u64, rule: Rule) -> (Report, Report) {
    let mut dice = Dice(seed);
    let files = match seed % 4 {
        0 => a_return(&mut dice, [12, 25, 60][usize::try_from(seed / 4 % 3).unwrap()]),
        _ => some_answers(&mut dice),
    };
    let returns = returns(&files);
    let mut asked = Query::default();
    if seed.is_multiple_of(3) {
        asked.target = "40".parse().ok();
        asked.authority = crate::area::authorities().iter().find(|of| of.name == "Kent").map(|of| of.code);
    }
    if seed % 8 == 4 {
        asked.period = Period::calendar_year(2023);
    }
    let exact = returns.report(&asked);
    asked.disclosure = disclosure(seed);
    (exact, returns.report_by(&asked, rule))
}

fn disclosure(seed: u64) -> Disclosure {
    [Disclosure::Safe, Disclosure::SafeTo5, Disclosure::Safe, Disclosure::SafeTo10]
        [usize::try_from(seed / 16 % 4).unwrap()]
}

/// What the attacker pins.
fn pinned(seed: u64, rule: Rule) -> (usize, Vec<String>) {
    let (exact, safe) = report(seed, rule);
    let mut system = System::default();
    answers::known(&exact, &safe, &mut system);
    own::known(&exact, &safe, &mut system);
    (system.hidden().len(), system.pinned(disclosure(seed).rounding(), seed))
}

const REPORTS: u64 = 1_000;

fn nothing_is_pinned(seeds: impl Iterator<Item = u64>) {
    let mut hidden = 0;
    for seed in seeds {
        let (count, pinned) = pinned(seed, protect);
        assert!(pinned.is_empty(), "seed {seed}: {pinned:#?}");
        hidden += count;
    }
    assert!(hidden > 1_000, "{hidden}");
}

#[test]
fn no_hidden_count_of_answers_is_pinned() {
    nothing_is_pinned((0..REPORTS).filter(|seed| seed % 4 > 1));
}

#[test]
fn no_hidden_count_of_further_answers_is_pinned() {
    nothing_is_pinned((0..REPORTS).filter(|seed| seed % 4 == 1));
}

#[test]
fn no_hidden_count_of_a_return_is_pinned() {
    nothing_is_pinned((0..REPORTS).filter(|seed| seed % 8 == 0));
}

#[test]
fn no_hidden_count_of_a_further_return_is_pinned() {
    nothing_is_pinned((0..REPORTS).filter(|seed| seed % 8 == 4));
}

/// Would fail if nothing were hidden beside counts of 1 to 5, and so would the tests above.
#[test]
fn hiding_the_few_alone_gives_them_away() {
    for kind in 0..4 {
        let given_away = (0..12).filter(|n| !pinned(n * 4 + kind, few_alone).1.is_empty()).count();
        assert!(given_away > 4, "{kind}: {given_away}");
    }
}
