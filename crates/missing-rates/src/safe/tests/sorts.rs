//! Small returns, written sort of children by sort of children.

use std::fmt::Write as _;

use super::made::Files;

/// Children of one sort, in the year from 1 April 2024.
#[derive(Clone, Copy, Default)]
pub(super) struct Sort {
    pub(super) children: u64,
    pub(super) unaccompanied: bool,
    pub(super) listed: bool,
    /// Came in January.
    pub(super) late: bool,
    /// How often each was missing, and away.
    pub(super) missing: u64,
    pub(super) away: u64,
    /// Legal status and placement; of either without one, two by turns.
    pub(super) status: Option<&'static str>,
    pub(super) place: Option<&'static str>,
    /// By how many months the first incident is later than May.
    pub(super) later: u64,
    /// One more incident: its code, its first and its last day.
    pub(super) on: Option<[&'static str; 3]>,
}

pub(super) const OTHERS: Sort = Sort {
    children: 0,
    unaccompanied: false,
    listed: false,
    late: false,
    missing: 0,
    away: 0,
    status: None,
    place: None,
    later: 0,
    on: None,
};

/// The files of a return with a list of the trafficked, if there are some.
pub(super) fn files(sorts: &[Sort]) -> Files {
    let mut header = String::from("CHILD,SEX,DOB,ETHNIC\n");
    let mut episodes = String::from("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n");
    let mut uasc = String::from("CHILD,DUC\n");
    let mut missing = String::from("CHILD,MISSING,MIS_START,MIS_END\n");
    let mut list = String::from("CHILD,TRAFFICKED\n");
    let mut child = 0_usize;
    for of in sorts {
        for _ in 0..of.children {
            child += 1;
            writeln!(header, "{child},{},15/06/2009,WBRI", 1 + child % 2).unwrap();
            let from = if of.late { "10/01/2025" } else { "01/05/2023" };
            let status = of.status.unwrap_or(["C2", "V2"][child % 2]);
            let place = of.place.unwrap_or(["U1", "K2"][child / 2 % 2]);
            writeln!(episodes, "{child},{from},S,{status},{place},,").unwrap();
            if of.unaccompanied {
                writeln!(uasc, "{child},").unwrap();
            }
            if of.listed {
                writeln!(list, "{child},confirmed").unwrap();
            }
            if let Some([code, start, end]) = of.on {
                writeln!(missing, "{child},{code},{start},{end}").unwrap();
            }
            for (code, often) in [("M", of.missing), ("A", of.away)] {
                // Nothing is in the first weeks of the year, so that it is taken to be covered whole.
                for n in 0..often {
                    let day = if code == "M" { 3 } else { 17 } + n / 7;
                    let month = if of.late { 2 } else { 5 + (n + of.later) % 7 };
                    let year = if of.late { 2025 } else { 2024 };
                    writeln!(missing, "{child},{code},{day:02}/{month:02}/{year},{:02}/{month:02}/{year}", day + 1)
                        .unwrap();
                }
            }
        }
    }
    let mut files: Files = [("header", header), ("episodes", episodes), ("uasc 2025", uasc), ("missing", missing)]
        .map(|(name, text)| (format!("{name}.csv"), text))
        .into();
    if sorts.iter().any(|of| of.listed) {
        files.push(("list.csv".to_owned(), list));
    }
    files
}
