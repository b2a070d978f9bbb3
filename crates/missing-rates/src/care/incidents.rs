//! The incidents of one child. Each is counted once, however many files report it.

use std::collections::BTreeMap;

use missing_rows::{Code, Day};

use super::child::Records;
use crate::period::Period;

/// One period of being missing or away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Incident {
    pub(crate) code: Code,
    pub(crate) start: Day,
    /// [`Day::MAX`] if no return has an end.
    pub(crate) end: Day,
    /// The returns that report it, one bit each.
    returns: u32,
    /// The file that it is counted from: its return, and its place among the files of that return's Missing.
    pub(crate) file: (usize, u16),
}

/// Returns beyond this index share a bit: nobody keeps more years.
const MOST_RETURNS: usize = 31;

fn bit(of: usize) -> u32 {
    1 << of.min(MOST_RETURNS)
}

impl Incident {
    /// Whether any day of it is in the period. Each return counts only for the days of its window, its part of the
    /// period.
    pub(crate) fn lies_in(&self, windows: &[Option<Period>]) -> bool {
        self.windows(windows).any(|window| window.overlaps(self.start, self.end))
    }

    /// Whether it lasts beyond the last day of the period. An incident that a return leaves open is open for as long as
    /// that return covers.
    pub(crate) fn lasts_beyond(&self, period: Period, windows: &[Option<Period>]) -> bool {
        let known = self.end < Day::MAX || self.windows(windows).any(|window| window.end() == period.end());
        known && self.start <= period.end() && self.end > period.end()
    }

    /// Whether a return reports it, by its index.
    pub(crate) fn is_reported_by(&self, of: usize) -> bool {
        self.returns & bit(of) != 0
    }

    fn windows<'a>(&'a self, windows: &'a [Option<Period>]) -> impl Iterator<Item = Period> + 'a {
        let tells = |(of, window): (usize, &Option<Period>)| window.filter(|_| self.returns & bit(of) != 0);
        windows.iter().enumerate().filter_map(tells)
    }
}

/// Gathers the incidents of one child after another. Kept from child to child, so that it takes memory once.
#[derive(Debug, Default)]
pub(crate) struct Incidents {
    /// Every row that reports an incident.
    rows: Vec<Incident>,
    /// Every incident once, by start and code.
    pub(crate) kept: Vec<Incident>,
    /// The files of rows that repeat what another file says.
    pub(crate) said_elsewhere: Vec<(usize, u16)>,
}

impl Incidents {
    /// Gathers the incidents of a child: its records in each return, earliest first.
    ///
    /// Rows of one file are a multiset: two identical rows are two incidents of one day. The same row in this year's
    /// and last year's return is one incident. An incident that is open in one file and has an end in another is one
    /// incident, with the end. Of two ends in two returns, the later return's counts. So does the later return's code, where
    /// one return says M and another A of days that begin, and as far as they say end, alike.
    pub(crate) fn add_records(&mut self, records: &[Records<'_>]) {
        self.rows.clear();
        self.kept.clear();
        self.said_elsewhere.clear();
        for (of, records) in records.iter().enumerate() {
            for row in records.missing {
                if let Some((code, start, end)) = row.days() {
                    self.rows.push(Incident { code, start, end, returns: bit(of), file: (of, row.file) });
                }
            }
        }
        let one_file = self.rows.windows(2).all(|pair| pair[0].file == pair[1].file);
        self.rows.sort_by_key(|row| (row.start, row.code, row.end, row.file));
        if one_file {
            self.kept.append(&mut self.rows);
            return;
        }
        let rows = std::mem::take(&mut self.rows);
        for alike in rows.chunk_by(|a, b| (a.start, a.code) == (b.start, b.code)) {
            self.keep_once(alike);
        }
        self.rows = rows;
        self.join_codes();
    }

    /// Keeps each incident once, among rows that begin alike.
    fn keep_once(&mut self, alike: &[Incident]) {
        let (closed, open) = alike.split_at(alike.partition_point(|row| row.end < Day::MAX));
        let from = self.kept.len();
        for same in closed.chunk_by(|a, b| a.end == b.end) {
            self.keep_fullest(same, |_| 0);
        }
        let ends = self.kept.len() - from;
        // The ends that other files know close the open rows of this file.
        let known_elsewhere =
            |file: (usize, u16)| ends - closed.iter().filter(|row| row.file == file).count().min(ends);
        self.keep_fullest(open, known_elsewhere);
        self.join_ends(from, alike);
        // A return that leaves the incident open reports it too.
        let tell_of_open = open.iter().fold(0, |returns, row| returns | row.returns);
        for kept in self.kept.iter_mut().skip(from) {
            kept.returns |= tell_of_open;
        }
    }

    /// Joins incidents that one return ends on another day than another return does: last year's and this year's return
    /// report one incident, and what the later return says counts. No return reports more of them than are kept.
    fn join_ends(&mut self, from: usize, alike: &[Incident]) {
        let several = |of: &[Incident]| of.windows(2).any(|pair| pair[0].file.0 != pair[1].file.0);
        if !several(&self.kept[from..]) {
            return;
        }
        let mut rows: BTreeMap<(usize, u16), usize> = BTreeMap::new();
        for row in alike {
            *rows.entry(row.file).or_default() += 1;
        }
        let most = rows.into_values().max().unwrap_or_default();
        // The incidents that one return alone reports, by return.
        let mut alone: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, of) in self.kept.iter().enumerate().skip(from) {
            if of.end < Day::MAX && of.returns.is_power_of_two() {
                alone.entry(of.file.0).or_default().push(at);
            }
        }
        let mut gone = Vec::new();
        while self.kept.len() - gone.len() - from > most && alone.len() > 1 {
            let (Some(mut earliest), Some(mut latest)) = (alone.pop_first(), alone.pop_last()) else { break };
            let (Some(earlier), Some(later)) = (earliest.1.pop(), latest.1.pop()) else { break };
            self.kept[later].returns |= self.kept[earlier].returns;
            self.said_elsewhere.push(self.kept[earlier].file);
            gone.push(earlier);
            alone.extend([earliest, latest].into_iter().filter(|(_, left)| !left.is_empty()));
        }
        gone.sort_unstable();
        for at in gone.into_iter().rev() {
            self.kept.remove(at);
        }
    }

    /// Joins incidents that begin on one day, and as far as the returns say end on one, where no return reports both: one
    /// return calls M what another calls A, and what the later return says counts.
    fn join_codes(&mut self) {
        let mut at = 1;
        while at < self.kept.len() {
            let of = self.kept[at];
            let from = self.kept.partition_point(|other| other.start < of.start);
            let is_same = |other: &Incident| {
                let ends_alike = other.end == of.end || other.end == Day::MAX || of.end == Day::MAX;
                other.code != of.code && ends_alike && other.returns & of.returns == 0
            };
            let Some(same) = self.kept[from..at].iter().position(is_same) else {
                at += 1;
                continue;
            };
            let other = self.kept[from + same];
            // The highest bit is that of the latest return.
            let (earlier, later) = if other.returns < of.returns { (other, of) } else { (of, other) };
            self.said_elsewhere.push(earlier.file);
            let end = earlier.end.min(later.end);
            self.kept[from + same] = Incident { end, returns: earlier.returns | later.returns, ..later };
            self.kept.remove(at);
        }
    }

    /// Keeps the rows of the file that has most of them, less the rows that `known` says are known already.
    fn keep_fullest(&mut self, rows: &[Incident], known: impl Fn((usize, u16)) -> usize) {
        let returns = rows.iter().fold(0, |returns, row| returns | row.returns);
        // Rows that are alike are in the order of their files.
        let mut most: Option<(usize, &[Incident])> = None;
        for of_file in rows.chunk_by(|a, b| a.file == b.file) {
            let count = of_file.len().saturating_sub(known(of_file[0].file));
            // If two files have the same number, the first is kept.
            if most.is_none_or(|(other, _)| count > other) {
                most = Some((count, of_file));
            }
        }
        let Some((count, from)) = most else { return };
        self.kept.extend(from.iter().take(count).map(|row| Incident { returns, ..*row }));
        let kept_from = (count > 0).then(|| from[0].file);
        let mut left = count;
        for row in rows {
            if Some(row.file) == kept_from && left > 0 {
                left -= 1;
            } else {
                self.said_elsewhere.push(row.file);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use missing_rows::{ChildId, MissingCode, MissingRow, When};

    use super::*;

    /// Starts and ends.
    type Rows<'a> = &'a [(&'a str, &'a str)];
    /// The same, with codes before them.
    type Coded<'a> = &'a [(&'a str, &'a str, &'a str)];

    fn rows(rows: Rows<'_>, file: u16) -> Vec<MissingRow> {
        let when = |text: &str| if text.is_empty() { When::BLANK } else { When::from(text.parse::<Day>().unwrap()) };
        let child = ChildId::read(b"7").unwrap();
        let code = MissingCode::read(b"M");
        let row = |(start, end): &(&str, &str)| (when(start), when(end));
        rows.iter()
            .map(row)
            .map(|(start, end)| MissingRow { child, row: 2, file, dob: When::BLANK, start, end, code })
            .collect()
    }

    /// The ends of the incidents that are kept of these returns, and how many rows repeat others.
    fn kept(missing: &[Vec<MissingRow>]) -> (Vec<String>, usize) {
        let records: Vec<_> = missing.iter().map(|missing| Records { missing, ..Records::default() }).collect();
        let mut incidents = Incidents::default();
        incidents.add_records(&records);
        let end = |of: &Incident| if of.end == Day::MAX { "open".into() } else { of.end.to_string() };
        (incidents.kept.iter().map(end).collect(), incidents.said_elsewhere.len())
    }

    #[test]
    fn two_ends_are_two_incidents_of_one_return_and_one_incident_of_two() {
        let (d1, d2, d3, d4) = ("2024-03-01", "2024-03-02", "2024-04-03", "2024-04-05");
        // Rows of the earlier and the later return, and the ends of what is left.
        let cases: [(Rows<'_>, Rows<'_>, &[&str]); 6] = [
            (&[(d1, d2)], &[(d1, d3)], &[d3]),
            (&[(d1, d3)], &[(d1, d2)], &[d2]),
            (&[(d1, d2), (d1, d3)], &[(d1, d4)], &[d2, d4]),
            (&[(d1, d2)], &[(d1, d2), (d1, d3)], &[d2, d3]),
            (&[(d1, d2), (d1, "")], &[(d1, d3)], &[d2, d3]),
            (&[(d1, d2), (d1, d3)], &[(d1, d2), (d1, d4)], &[d2, d4]),
        ];
        for (earlier, later, expected) in cases {
            let (ends, said_elsewhere) = kept(&[rows(earlier, 0), rows(later, 0)]);
            assert_eq!(ends, expected, "{earlier:?} {later:?}");
            assert_eq!(said_elsewhere, earlier.len() + later.len() - expected.len(), "{earlier:?} {later:?}");
        }
        assert_eq!(kept(&[[rows(&[(d1, d2)], 0), rows(&[(d1, d3)], 1)].concat()]).0, [d2, d3]);
    }

    #[test]
    fn what_two_returns_call_m_and_a_is_one_incident_of_the_later_code_unless_one_return_reports_both() {
        let (d1, d2, d3) = ("2024-03-01", "2024-03-02", "2024-04-03");
        let coded = |of: Coded<'_>| -> Vec<MissingRow> {
            let row = |(code, start, end): &(&str, &str, &str)| MissingRow {
                code: MissingCode::read(code.as_bytes()),
                ..rows(&[(start, end)], 0)[0]
            };
            of.iter().map(row).collect()
        };
        // Rows of the earlier and the later return, and what is left.
        let cases: [(Coded<'_>, Coded<'_>, &[&str]); 9] = [
            (&[("M", d1, d3)], &[("A", d1, d3)], &["A 2024-04-03"]),
            (&[("A", d1, d3)], &[("M", d1, d3)], &["M 2024-04-03"]),
            (&[("M", d1, "")], &[("A", d1, d3)], &["A 2024-04-03"]),
            (&[("M", d1, d3)], &[("A", d1, "")], &["A 2024-04-03"]),
            (&[("M", d1, "")], &[("A", d1, "")], &["A open"]),
            // Each return reports both.
            (&[("M", d1, d3), ("A", d1, d3)], &[("M", d1, d3), ("A", d1, d3)], &["M 2024-04-03", "A 2024-04-03"]),
            // The later return reports both, and the earlier did not know of one.
            (&[("M", d1, d3)], &[("M", d1, d3), ("A", d1, d3)], &["M 2024-04-03", "A 2024-04-03"]),
            // Another end and another start.
            (&[("M", d1, d2)], &[("A", d1, d3)], &["M 2024-03-02", "A 2024-04-03"]),
            (&[("M", d1, d3)], &[("A", d2, d3)], &["M 2024-04-03", "A 2024-04-03"]),
        ];
        for (earlier, later, expected) in cases {
            let missing = [coded(earlier), coded(later)];
            let records: Vec<_> = missing.iter().map(|missing| Records { missing, ..Records::default() }).collect();
            let mut incidents = Incidents::default();
            incidents.add_records(&records);
            let end = |of: &Incident| if of.end == Day::MAX { "open".into() } else { of.end.to_string() };
            let code = |of: &Incident| if of.code == Code::Missing { "M" } else { "A" };
            let found: Vec<_> = incidents.kept.iter().map(|of| format!("{} {}", code(of), end(of))).collect();
            assert_eq!(found, expected, "{earlier:?} {later:?}");
            let rows = earlier.len() + later.len();
            assert_eq!(incidents.said_elsewhere.len(), rows - expected.len(), "{earlier:?} {later:?}");
        }
    }

    #[test]
    fn what_two_files_say_of_one_incident_is_one_incident() {
        let (d1, d2, d3) = ("2024-03-01", "2024-03-02", "2024-04-03");
        // Rows of two files, and the ends of what is left.
        let cases: [(Rows<'_>, Rows<'_>, &[&str], usize); 7] = [
            (&[(d1, d2)], &[(d1, d2)], &[d2], 1),
            (&[(d1, d2), (d1, d2)], &[(d1, d2)], &[d2, d2], 1),
            (&[(d1, "")], &[(d1, d3)], &[d3], 1),
            (&[(d1, "")], &[(d1, "")], &["open"], 1),
            (&[(d1, d2), (d1, "")], &[(d1, d2), (d1, d3)], &[d2, d3], 2),
            (&[(d1, ""), (d1, "")], &[(d1, d3)], &[d3, "open"], 1),
            (&[], &[(d1, d2)], &[d2], 0),
        ];
        for (one, other, expected, lost) in cases {
            for (a, b) in [(one, other), (other, one)] {
                // In two returns, and in two files of one return.
                let two_returns = [rows(a, 0), rows(b, 0)];
                let one_return = [[rows(a, 0), rows(b, 1)].concat()];
                for missing in [&two_returns[..], &one_return[..]] {
                    let (ends, said_elsewhere) = kept(missing);
                    assert_eq!(ends, expected, "{a:?} {b:?}");
                    assert_eq!(said_elsewhere, lost, "{a:?} {b:?}");
                }
            }
        }
    }
}
