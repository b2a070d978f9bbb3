//! Invents an SSDA903 return of any number of children, and knows its true figures. No row describes a real child.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::chance::Chance;
use super::dates::{Date, days};

/// The collection year: 1 April 2024 to 31 March 2025, as days since 1 January 1970.
pub(super) const YEAR: (u32, u32) = (days(2024, 4, 1), days(2025, 3, 31));

/// What the figures of a report about a return must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Truth {
    pub(super) all: Group,
    pub(super) unaccompanied: Group,
    pub(super) episodes: u64,
    pub(super) periods: u64,
}

/// The figures of a cohort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) children: u64,
    pub(super) missing: u64,
    pub(super) incidents: u64,
}

/// The files of a return, and their true figures.
pub(super) struct Return {
    pub(super) files: Vec<PathBuf>,
    pub(super) truth: Truth,
}

/// A child, as far as it has been invented.
struct Child {
    id: u32,
    sex: &'static str,
    born: u32,
    unaccompanied: bool,
    /// Looked after only under a series of short breaks, so not counted.
    short_breaks: bool,
    care: (u32, Option<u32>),
}

struct Files {
    header: BufWriter<File>,
    episodes: BufWriter<File>,
    uasc: BufWriter<File>,
    missing: BufWriter<File>,
}

/// Writes the return of `children` looked-after children, and of one in 25 more who must not count, to `folder`.
pub(super) fn generate(folder: &Path, children: u32) -> io::Result<Return> {
    std::fs::create_dir_all(folder)?;
    let names = ["header", "episodes", "uasc", "missing"];
    let files: Vec<PathBuf> = names.iter().map(|name| folder.join(format!("{name}.csv"))).collect();
    let open = |at: usize, header: &str| {
        let mut file = BufWriter::with_capacity(1 << 20, File::create(&files[at])?);
        write!(file, "\u{FEFF}{header}\r\n")?;
        io::Result::Ok(file)
    };
    let mut to = Files {
        header: open(0, "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB")?,
        episodes: open(
            1,
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
        )?,
        uasc: open(2, "CHILD,SEX,DOB,DUC")?,
        missing: open(3, "CHILD,DOB,MISSING,MIS_START,MIS_END")?,
    };
    let mut chance = Chance::new(u64::from(children));
    let mut truth = Truth::default();
    for number in 0..children + children / 25 {
        let child = Child::new(number, number >= children, &mut chance);
        child.header(&mut to.header, &mut chance)?;
        truth.episodes += child.episodes(&mut to.episodes, &mut chance)?;
        let (incidents, rows) = child.missing(&mut to.missing, &mut chance)?;
        truth.periods += rows;
        if child.unaccompanied {
            write!(to.uasc, "{},{},{},\r\n", child.id, child.sex, Date(child.born))?;
        }
        if !child.short_breaks {
            truth.all.count(incidents);
            if child.unaccompanied {
                truth.unaccompanied.count(incidents);
            }
        }
    }
    for file in [&mut to.header, &mut to.episodes, &mut to.uasc, &mut to.missing] {
        file.flush()?;
    }
    Ok(Return { files, truth })
}

impl Group {
    fn count(&mut self, incidents: u64) {
        self.children += 1;
        self.missing += u64::from(incidents > 0);
        self.incidents += incidents;
    }
}

impl Child {
    fn new(number: u32, short_breaks: bool, chance: &mut Chance) -> Self {
        // Eight digits in no order, each number once: the factor has no divisor in common with the modulus.
        let id = u64::from(number) * 61_234_567 % 90_000_000 + 10_000_000;
        let unaccompanied = !short_breaks && chance.in_thousand(100);
        let oldest = days(2007, 4, 2);
        let born = if unaccompanied { oldest + chance.below(800) } else { oldest + chance.below(6_200) };
        let start = if chance.in_thousand(720) {
            YEAR.0 - chance.between(1, (YEAR.0 - born - 1).min(2_500))
        } else {
            chance.between(YEAR.0.max(born), YEAR.1)
        };
        let end = chance.in_thousand(280).then(|| chance.between(YEAR.0.max(start) + 1, YEAR.1 + 1));
        Self {
            id: u32::try_from(id).unwrap_or_default(),
            sex: chance.one_of(&["1", "2"]),
            born,
            unaccompanied,
            short_breaks,
            care: (start, end.filter(|end| *end <= YEAR.1)),
        }
    }

    fn header(&self, to: &mut impl Write, chance: &mut Chance) -> io::Result<()> {
        let ethnic = chance.one_of(&["WBRI", "WOTH", "BAFR", "AOTH", "MWBC", "BCRB", "APKN", "OOTH"]);
        let pupil = 100_000_000 + chance.below(899_999_999);
        let (child, sex, born) = (self.id, self.sex, Date(self.born));
        write!(to, "{child},{sex},{born},{ethnic},A{pupil}{:03},,\r\n", chance.below(1000))
    }

    /// Writes the episodes of the year, one after the other without a gap, about three for each child. Returns how
    /// many.
    fn episodes(&self, to: &mut impl Write, chance: &mut Chance) -> io::Result<u64> {
        let (start, end) = self.care;
        let (first, last) = (start.max(YEAR.0), end.unwrap_or(YEAR.1));
        let wanted = [0, 0, 1, 1, 2, 2, 3, 3, 4, 5][chance.below(10) as usize].min(last.saturating_sub(first + 1));
        let mut cuts: Vec<u32> = (0..wanted).map(|_| chance.between(first + 1, last - 1)).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let home = postcode(chance);
        for (at, from) in [start].iter().chain(&cuts).enumerate() {
            let status =
                if self.short_breaks { "V4" } else { chance.one_of(&["C2", "C2", "C2", "C1", "V2", "V2", "E1"]) };
            let reason = if at == 0 { "S" } else { chance.one_of(&["P", "L", "T", "B", "U"]) };
            let place = chance.one_of(&["U1", "U4", "U6", "K2", "K3", "H5", "P1", "R1"]);
            let (until, why, moved) = match (cuts.get(at), end) {
                (Some(next), _) => {
                    (Date(*next).to_string(), "X1", chance.one_of(&["CREQB", "CHILD", "ALLEG", "PLANN"]))
                }
                (None, Some(end)) => (Date(end).to_string(), chance.one_of(&["E4A", "E8", "E11", "E12"]), ""),
                (None, None) => (String::new(), "", ""),
            };
            let (child, from, need) = (self.id, Date(*from), 1 + chance.below(8));
            let (provider, near) = (chance.below(6), postcode(chance));
            let number = 100_000 + chance.below(899_999);
            write!(
                to,
                "{child},{from},{reason},{status},N{need},{place},PR{provider},{until},{why},{moved},{home},{near},SC{number}\r\n",
            )?;
        }
        Ok(cuts.len() as u64 + 1)
    }

    /// Writes periods of being missing (M), which count, and of being away (A), which do not. Returns how many count,
    /// and how many rows there are.
    fn missing(&self, to: &mut impl Write, chance: &mut Chance) -> io::Result<(u64, u64)> {
        if !chance.in_thousand(if self.unaccompanied { 130 } else { 118 }) {
            return Ok((0, 0));
        }
        let (first, last) = (self.care.0.max(YEAR.0), self.care.1.map_or(YEAR.1, |end| end - 1));
        let wanted = [1, 1, 1, 2, 3, 4, 6, 9, 14, 26][chance.below(10) as usize];
        let mut starts: Vec<u32> = (0..wanted).map(|_| chance.between(first, last.max(first))).collect();
        starts.sort_unstable();
        starts.dedup();
        let (mut incidents, rows) = (0, starts.len() as u64);
        for (at, start) in starts.iter().enumerate() {
            let code = if chance.in_thousand(60) { "A" } else { "M" };
            incidents += u64::from(code == "M");
            // The child is back within three days, and before the next time. A few are still missing when the year
            // ends.
            let back = (start + chance.below(4)).min(starts.get(at + 1).copied().unwrap_or(last));
            let open = at + 1 == starts.len() && self.care.1.is_none() && chance.in_thousand(15);
            let back = if open { String::new() } else { Date(back.max(*start)).to_string() };
            write!(to, "{},{},{code},{},{back}\r\n", self.id, Date(self.born), Date(*start))?;
        }
        Ok((incidents, rows))
    }
}

fn postcode(chance: &mut Chance) -> String {
    let area = chance.one_of(&["SW", "NE", "CV", "KT", "TS", "B", "LS", "CT", "M", "S"]);
    let letters = ["FP", "HR", "AQ", "GW", "NU", "DB", "XJ"];
    format!("{area}{} {}{}", 1 + chance.below(28), 1 + chance.below(9), chance.one_of(&letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_is_the_same_each_time_and_has_the_shape_of_englands() -> io::Result<()> {
        let folder = std::env::temp_dir().join(format!("missing-from-care-{}", std::process::id()));
        let first = generate(&folder, 11_500)?;
        let bytes: Vec<_> = first.files.iter().map(std::fs::read).collect::<io::Result<_>>()?;
        let second = generate(&folder, 11_500)?;
        let again: Vec<_> = second.files.iter().map(std::fs::read).collect::<io::Result<_>>()?;
        std::fs::remove_dir_all(&folder)?;
        assert!(bytes == again && first.truth == second.truth);

        // England, year ending 31 March 2025 (DfE), a tenth of it: 115,410 children, some 350,000 episodes, 86,900
        // incidents; a little over one child in ten went missing.
        let Truth { all, unaccompanied, episodes, periods } = first.truth;
        assert_eq!(all.children, 11_500);
        assert!((30_000..40_000).contains(&episodes), "{episodes}");
        assert!((8_000..9_500).contains(&periods), "{periods}");
        assert!((1_200..1_450).contains(&all.missing), "{all:?}");
        assert!((1_050..1_250).contains(&unaccompanied.children), "{unaccompanied:?}");
        Ok(())
    }
}
