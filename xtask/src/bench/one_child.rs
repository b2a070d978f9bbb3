//! Invents a return in which one child has all the rows: seventy episodes and seventy incidents on every day of a year.
//! Whoever looks at each episode for each incident takes a hundred times as long.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::dates::Date;
use super::generate::{Group, Return, Truth, YEAR};

const A_DAY: u64 = 70;

pub(super) fn generate(folder: &Path) -> io::Result<Return> {
    fs::create_dir_all(folder)?;
    let files = ["episodes.csv", "missing.csv"].map(|name| folder.join(name));
    let mut episodes = BufWriter::new(File::create(&files[0])?);
    let mut missing = BufWriter::new(File::create(&files[1])?);
    writeln!(episodes, "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC")?;
    writeln!(missing, "CHILD,DOB,MISSING,MIS_START,MIS_END")?;
    for day in (YEAR.0..=YEAR.1).map(Date) {
        for _ in 0..A_DAY {
            writeln!(episodes, "1,{day},P,C2,U1,PR1,{day},X1")?;
            writeln!(missing, "1,15/06/2010,M,{day},{day}")?;
        }
    }
    // All of them lie within an episode that has not ended.
    writeln!(episodes, "1,{},S,C2,K2,PR1,,", Date(YEAR.0))?;
    episodes.flush()?;
    missing.flush()?;
    let periods = u64::from(YEAR.1 - YEAR.0 + 1) * A_DAY;
    let all = Group { children: 1, missing: 1, incidents: periods };
    let truth = Truth { all, episodes: periods + 1, periods, ..Truth::default() };
    Ok(Return { files: files.into(), truth })
}
