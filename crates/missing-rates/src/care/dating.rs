//! Which collection year a file is of.
//!
//! The year of an Episodes file is the latest that holds at least a twentieth as many of its dates as the fullest does: a
//! few mistyped years, or what was noted after 31 March, do not move it. Where there is one Episodes file alone, the dates
//! of Missing have a say as well. A Missing file goes by its own dates, to a year that has Episodes; if one year alone has
//! them, the latest Missing file goes there, and one of an earlier year is of that. Header and UASC have no such dates:
//! they go with the Episodes that have most of their children.

use std::collections::BTreeSet;

use missing_rows::{Day, EpisodeRow, MissingRow, Row, When};

use super::table::Source;

/// The rows of one file, and the year that it is of, once that is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a, R> {
    pub(super) year: Option<i32>,
    pub(super) source: Source<'a>,
    pub(super) rows: &'a [R],
}

pub(super) type Parts<'a, R> = Vec<Part<'a, R>>;

/// How many dates lie in each collection year, from 1900 to 2080.
struct Dates([u64; Dates::YEARS]);

impl Dates {
    const YEARS: usize = 181;

    fn new() -> Self {
        Self([0; Self::YEARS])
    }

    fn note(&mut self, when: When) {
        if let Some(day) = when.day().filter(|day| *day > Day::MIN) {
            let year = usize::try_from(day.collection_year() - 1900).unwrap_or(0);
            self.0[year.min(Self::YEARS - 1)] += 1;
        }
    }

    /// Of rows that are set aside no date counts.
    fn note_episodes(&mut self, rows: &[EpisodeRow]) {
        for row in rows.iter().filter(|row| row.days().is_some()) {
            self.note(row.decom);
            self.note(row.dec);
        }
    }

    fn note_missing(&mut self, rows: &[MissingRow]) {
        for row in rows.iter().filter(|row| row.days().is_some()) {
            self.note(row.start);
            self.note(row.end);
        }
    }

    fn year(&self) -> Option<i32> {
        let fullest = self.0.iter().copied().max().filter(|most| *most > 0)?;
        let latest = self.0.iter().rposition(|n| n * 20 >= fullest)?;
        i32::try_from(latest).ok().map(|year| year + 1900)
    }
}

/// Gives Episodes and Missing files their years.
pub(super) fn by_dates(episodes: &mut Parts<'_, EpisodeRow>, missing: &mut Parts<'_, MissingRow>) {
    let alone = episodes.len() == 1;
    for part in episodes.iter_mut().filter(|part| part.year.is_none()) {
        let mut dates = Dates::new();
        dates.note_episodes(part.rows);
        if alone {
            missing.iter().filter(|part| part.year.is_none()).for_each(|part| dates.note_missing(part.rows));
        }
        part.year = dates.year();
    }
    let years: BTreeSet<i32> = episodes.iter().filter_map(|part| part.year).collect();
    let mut undated: Vec<(Option<i32>, &mut Part<'_, MissingRow>)> = Vec::new();
    for part in missing.iter_mut().filter(|part| part.year.is_none()) {
        let mut dates = Dates::new();
        dates.note_missing(part.rows);
        undated.push((dates.year(), part));
    }
    let latest = undated.iter().map(|(own, _)| *own).max().flatten();
    for (own, part) in undated {
        let (Some(first), Some(last)) = (years.first(), years.last()) else {
            part.year = own;
            continue;
        };
        part.year = match own {
            None => Some(*last),
            // Last year's Missing beside this year's return, without last year's Episodes.
            Some(own) if years.len() == 1 && own < *first && Some(own) < latest => Some(own),
            // The next year that has Episodes, else the last that has.
            Some(own) => years.range(own..).next().or(Some(last)).copied(),
        };
    }
}

/// Gives Header and UASC files the year whose Episodes have most of their children; of two that have as many, the latest
/// that no other file of the module is of. Where there are no Episodes, `otherwise`.
pub(super) fn by_children<R: Row>(parts: &mut Parts<'_, R>, episodes: &Parts<'_, EpisodeRow>, otherwise: Option<i32>) {
    let years: BTreeSet<i32> = episodes.iter().filter_map(|part| part.year).collect();
    if years.len() < 2 {
        for part in parts.iter_mut() {
            part.year = part.year.or(years.first().copied()).or(otherwise);
        }
        return;
    }
    let shared = |part: &Part<'_, R>, year: i32| -> u64 {
        let of_year = || episodes.iter().filter(|other| other.year == Some(year));
        let has = |row: &&R| of_year().any(|other| other.rows.binary_search_by_key(&row.child(), Row::child).is_ok());
        part.rows.iter().filter(has).count() as u64
    };
    let mut even: Vec<(&mut Part<'_, R>, Vec<i32>)> = Vec::new();
    let mut clear: Vec<Shared<'_, '_, R>> = Vec::new();
    let mut taken: BTreeSet<i32> = parts.iter().filter_map(|part| part.year).collect();
    for part in parts.iter_mut().filter(|part| part.year.is_none()) {
        let counts: Vec<(i32, u64)> = years.iter().map(|year| (*year, shared(part, *year))).collect();
        let most = counts.iter().map(|(_, n)| *n).max();
        let best: Vec<i32> = counts.iter().filter(|(_, n)| Some(*n) == most).map(|(year, _)| *year).collect();
        if let [year] = best.as_slice() {
            part.year = Some(*year);
            taken.insert(*year);
            clear.push((part, counts));
        } else {
            even.push((part, best));
        }
    }
    for (part, best) in even {
        let free = best.iter().rev().find(|year| !taken.contains(year));
        part.year = free.or(best.last()).copied();
        taken.extend(part.year);
    }
    fill(&mut clear, &years, &taken);
}

/// A file, and how many of its children each year's Episodes have.
type Shared<'p, 'a, R> = (&'p mut Part<'a, R>, Vec<(i32, u64)>);

/// Where two files are of one year and none is of another, the one that has nearly as many of the other's children goes
/// there: of few children who all stayed, last year's Episodes may have lost more to mistyped numbers than this year's.
fn fill<R: Row>(parts: &mut [Shared<'_, '_, R>], years: &BTreeSet<i32>, taken: &BTreeSet<i32>) {
    for empty in years.difference(taken) {
        let doubled: Vec<Option<i32>> = parts
            .iter()
            .map(|(part, _)| part.year)
            .filter(|year| parts.iter().filter(|(other, _)| other.year == *year).count() > 1)
            .collect();
        let loss = |counts: &[(i32, u64)]| {
            let there = counts.iter().find(|(year, _)| year == empty).map_or(0, |(_, n)| *n);
            let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
            // A tenth is nearly all.
            (there * 10 >= most * 9).then_some(most - there)
        };
        let movable = parts.iter_mut().filter(|(part, _)| doubled.contains(&part.year));
        let nearest = movable.filter_map(|(part, counts)| Some((loss(counts)?, part))).min_by_key(|(loss, _)| *loss);
        if let Some((_, part)) = nearest {
            part.year = Some(*empty);
        }
    }
}

#[cfg(test)]
mod tests {
    use missing_rows::Rows;

    use super::super::years::ChildLevel;
    use super::*;
    use crate::read::{Content, ReadFile, Reader};

    fn read(text: &str) -> ReadFile {
        let mut reader = Reader::new("a.csv", Vec::new());
        reader.push(text.as_bytes());
        reader.finish()
    }

    /// The years of files, in their order.
    fn years(texts: &[&str]) -> Vec<Option<i32>> {
        let files: Vec<ReadFile> = texts.iter().map(|text| read(text)).collect();
        let sources: Vec<Source<'_>> = files
            .iter()
            .enumerate()
            .filter_map(|(file, read)| match &read.content {
                Content::Module(module) if !matches!(module.rows, Rows::None) => Some(Source { file, module }),
                _ => None,
            })
            .collect();
        let level = ChildLevel::of(&sources, &|_| None);
        (0..files.len()).map(|file| level.year_of(file)).collect()
    }

    const EPISODES_2024: &str = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/06/2023,C2,01/02/2024\n3,01/05/2019,C2,\n";
    const EPISODES_2025: &str = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n4,01/06/2024,C2,01/02/2025\n3,01/05/2019,C2,\n";

    #[test]
    fn two_returns_are_told_apart_by_their_dates_in_whatever_order_they_come() {
        let files = [
            (EPISODES_2024, 2024),
            (EPISODES_2025, 2025),
            ("CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2023,\n", 2024),
            ("CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2023,02/06/2024\n1,M,01/02/2025,\n", 2025),
            ("CHILD,DOB,ETHNIC\n1,01/01/2010,WBRI\n2,01/01/2010,WBRI\n3,01/01/2010,WBRI\n", 2024),
            ("CHILD,DOB,ETHNIC\n1,01/01/2010,WBRI\n4,01/01/2010,WBRI\n3,01/01/2010,WBRI\n", 2025),
            ("CHILD,DUC\n1,\n2,\n", 2024),
            // As many children of either year: the year that no other is of.
            ("CHILD,DUC\n1,01/06/2024\n", 2025),
        ];
        for turn in 0..files.len() {
            let mut turned = files;
            turned.rotate_left(turn);
            let expected = turned.map(|(_, year)| Some(year));
            assert_eq!(years(&turned.map(|(text, _)| text)), expected, "{turn}");
        }
    }

    #[test]
    fn one_return_is_of_one_year_whatever_its_files_alone_would_say() {
        let episodes = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n";
        let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n";
        assert_eq!(years(&[episodes, missing, "CHILD,DUC\n7,\n"]), [Some(2025); 3]);
        assert_eq!(years(&[missing, "CHILD,DUC\n7,\n"]), [Some(2025); 2]);
        assert_eq!(years(&["CHILD,DUC\n7,\n"]), [None]);
    }

    #[test]
    fn of_two_files_that_share_more_with_one_year_the_nearer_one_is_of_the_other() {
        // Eleven children stayed in care; one of them is mistyped in last year's Episodes.
        let rows =
            |numbers: &[u32]| numbers.iter().map(|n| format!("{n},01/05/2020,C2,")).collect::<Vec<_>>().join("\n");
        let last =
            format!("CHILD,DECOM,LS,DEC\n{}\n99,01/06/2023,C2,01/02/2024\n", rows(&[2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
        let numbers: Vec<u32> = (1..=11).collect();
        let this = format!("CHILD,DECOM,LS,DEC\n{}\n98,01/06/2024,C2,01/02/2025\n97,01/06/2024,C2,\n", rows(&numbers));
        let listed: String = numbers.iter().map(|n| format!("\n{n},")).collect::<Vec<_>>().concat();
        let (uasc_last, uasc_this) = (format!("CHILD,DUC{listed}\n"), format!("CHILD,DUC{listed}\n97,\n98,\n"));
        let years = years(&[&last, &this, &uasc_last, &uasc_this]);
        assert_eq!(years[2..], [Some(2024), Some(2025)]);
    }

    #[test]
    fn last_years_missing_stands_apart_from_this_years_return() {
        let before = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2023,\n";
        let now = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,\n";
        assert_eq!(years(&[EPISODES_2025, before, now]), [Some(2025), Some(2024), Some(2025)]);
        assert_eq!(years(&[EPISODES_2025, before]), [Some(2025), Some(2025)]);
    }
}
