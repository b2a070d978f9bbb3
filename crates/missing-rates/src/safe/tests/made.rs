//! Made-up returns and answers, the same every time.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::Returns;
use crate::read::Reader;

/// Numbers that look random and are the same every time.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, most: u64) -> u64 {
        // SplitMix64: Steele, Lea and Flood, 2014.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % most
    }

    /// A place among some.
    pub(super) fn place(&mut self, of: usize) -> usize {
        usize::try_from(self.below(of as u64)).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }
}

pub(super) type Files = Vec<(String, String)>;

/// Of each authority and year, and of each part of its children (neither, trafficked, unaccompanied, both): children, those
/// who went missing, those of them who did more than once, and incidents.
pub(super) type Answered = BTreeMap<(String, i32), [[u64; 4]; 4]>;

/// Authorities of three regions and of Wales, and what they answered in one to three years about up to four cohorts: sums
/// over children, so that all of it is true of some.
pub(super) fn some_answers(dice: &mut Dice) -> (Files, Answered) {
    const NAMES: [&str; 12] = [
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
        "Swansea",
    ];
    let mut answered = Answered::new();
    let names: Vec<&str> = NAMES.into_iter().filter(|_| dice.below(5) > 0).collect();
    let small = [6, 20, 120][usize::try_from(dice.below(3)).unwrap()];
    let columns = some_columns(dice);
    let headings: Vec<&str> = columns.iter().map(|(heading, ..)| *heading).collect();
    let mut text = format!("Authority,Year,{}\n", headings.join(","));
    let years = [2022, 2023, 2024].into_iter().take(1 + usize::try_from(dice.below(3)).unwrap());
    for year in years {
        for name in &names {
            // Children of each part: neither, trafficked, unaccompanied, both.
            let mut part = |most: u64| {
                let children = dice.below(most + 1);
                let missing = dice.below(children + 1) / (1 + dice.below(3));
                let again = if missing > 0 { dice.below(missing + 1) } else { 0 };
                let more = if again > 0 { again + dice.below(2 * again + 1) } else { 0 };
                [children, missing, again, missing + more]
            };
            let [neither, trafficked, unaccompanied, both] =
                [part(4 * small), part(small), part(small), part(small / 4)];
            answered.insert(((*name).to_owned(), year), [neither, trafficked, unaccompanied, both]);
            let of = [neither, trafficked, unaccompanied, both];
            let add = |(_, parts, count): &(&str, &[usize], usize)| parts.iter().map(|part| of[*part][*count]).sum();
            let numbers: Vec<u64> = columns.iter().map(add).collect();
            let mut cells = Vec::new();
            for number in numbers {
                cells.push(match dice.below(14) {
                    0 => "Refused s.12".to_owned(),
                    1 => String::new(),
                    2 | 3 if (1..5).contains(&number) => "<5".to_owned(),
                    _ => number.to_string(),
                });
            }
            writeln!(text, "{name},{year},{}", cells.join(",")).unwrap();
        }
    }
    (vec![("answers.csv".to_owned(), text)], answered)
}

/// What an authority is asked: a heading, the parts that it is about, and which of their numbers it is.
type Asked = (&'static str, &'static [usize], usize);

/// The columns of a table: those of two cohorts or three, or any.
fn some_columns(dice: &mut Dice) -> Vec<Asked> {
    const ALL: [Asked; 16] = [
        ("Looked-after children", &[0, 1, 2, 3], 0),
        ("Looked-after children who went missing", &[0, 1, 2, 3], 1),
        ("Missing incidents of looked-after children", &[0, 1, 2, 3], 3),
        ("Trafficked", &[1, 3], 0),
        ("Trafficked missing", &[1, 3], 1),
        ("Trafficked missing incidents", &[1, 3], 3),
        ("UASC", &[2, 3], 0),
        ("UASC missing", &[2, 3], 1),
        ("UASC missing incidents", &[2, 3], 3),
        ("Trafficked and UASC", &[3], 0),
        ("Looked-after children who went missing more than once", &[0, 1, 2, 3], 2),
        ("Trafficked missing more than once", &[1, 3], 2),
        ("UASC missing more than once", &[2, 3], 2),
        ("Trafficked and UASC missing", &[3], 1),
        ("Trafficked and UASC missing incidents", &[3], 3),
        ("Trafficked and UASC missing more than once", &[3], 2),
    ];
    match dice.below(4) {
        0 => ALL[..10].to_vec(),
        1 => ALL[3..10].to_vec(),
        // Relations hold through what nobody was asked, too.
        _ => ALL.into_iter().filter(|_| dice.below(2) == 0).collect(),
    }
}

/// A return of a year or two with so many children: some come in January, some cease to be unaccompanied, some move.
pub(super) fn a_return(dice: &mut Dice, children: u64, years: u64, with_list: bool) -> Files {
    let mut files: Files = Vec::new();
    let mut list = String::from("CHILD,TRAFFICKED\n0,no\n");
    let often = 1 + dice.below(4);
    let unaccompanied = 2 + dice.below(7);
    for year in (0..years).map(|back| 2024 - back) {
        let mut header = String::from("CHILD,SEX,DOB,ETHNIC\n");
        let mut episodes = String::from("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n");
        let mut uasc = String::from("CHILD,DUC\n");
        let mut missing = String::from("CHILD,MISSING,MIS_START,MIS_END\n");
        for child in 1..=children {
            let sex = ["1", "2", "1", "1", "2", "1", ""][usize::try_from(child % 7).unwrap()];
            writeln!(header, "{child},{sex},01/02/{},WBRI", 2006 + child % 8).unwrap();
            let (ls, place) = (dice.one(&["C2", "C2", "V2", "E1"]), dice.one(&["U1", "U4", "K2", "K2"]));
            let late = dice.below(9) == 0;
            let from = if late { format!("10/01/{}", year + 1) } else { format!("01/05/{}", year - 1) };
            if !late && dice.below(6) == 0 {
                writeln!(episodes, "{child},{from},S,{ls},{place},10/08/{year},X1").unwrap();
                writeln!(episodes, "{child},10/08/{year},P,{ls},K2,,").unwrap();
            } else {
                writeln!(episodes, "{child},{from},S,{ls},{place},,").unwrap();
            }
            if child % unaccompanied == 0 {
                let ceased = if dice.below(6) == 0 { format!("15/10/{year}") } else { String::new() };
                writeln!(uasc, "{child},{ceased}").unwrap();
            }
            // Months from April of the year on.
            let mut month = if late { 9 } else { dice.below(5) };
            while month < 12 && dice.below(10) < often {
                let (of, in_year) = if month < 9 { (month + 4, year) } else { (month - 8, year + 1) };
                let code = dice.one(&["M", "M", "M", "A"]);
                let (start, days) = (11 + dice.below(5), [0, 1, 2, 5, 12][usize::try_from(dice.below(5)).unwrap()]);
                if dice.below(24) == 0 {
                    writeln!(missing, "{child},{code},{start}/{of:02}/{in_year},").unwrap();
                    break;
                }
                writeln!(missing, "{child},{code},{start}/{of:02}/{in_year},{}/{of:02}/{in_year}", start + days)
                    .unwrap();
                month += dice.below(3);
            }
        }
        for (name, text) in [("header", header), ("episodes", episodes), ("uasc", uasc), ("missing", missing)] {
            files.push((format!("{name}-{year}.csv"), text));
        }
    }
    if with_list {
        let of = 2 + dice.below(6);
        for child in 1..=children {
            if dice.below(of) == 0 {
                writeln!(list, "{child},{}", dice.one(&["confirmed", "suspected", "confirmed", "yes"])).unwrap();
            }
        }
        files.push(("list.csv".to_owned(), list));
    }
    files
}

pub(super) fn returns(files: &Files) -> Returns {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns
}
