//! The incidents of several files as one list, each incident once.

use missing_rows::{Day, Incident};

use super::Tables;

/// Incidents, each with its file, and the rows of each file that were dropped.
type Merged = (Vec<(Incident, usize)>, Vec<(usize, u64)>);

/// The incidents of all files in the order of their children, each with its file, and how many rows of each file said what another says.
///
/// Rows of one file are a multiset: two alike are two incidents of one day. The same row in this year's and last year's
/// return is one incident; an incident that is open in one file and has an end in another is one incident, with the end.
pub(super) fn merged(tables: &Tables<'_>) -> Merged {
    let files: Vec<usize> = tables.missing.iter().map(|(file, _)| *file).collect();
    let mut kept = Vec::new();
    let mut dropped: Vec<(usize, u64)> = files.iter().map(|file| (*file, 0)).collect();
    let mut lists: Vec<&[Incident]> = tables.missing.iter().map(|(_, rows)| *rows).collect();
    let start = |row: &Incident| (row.child, row.code(), row.start);
    let mut group: Vec<(Incident, usize)> = Vec::new();
    // Every list is in order: what begins alike stands at the front of those that have it.
    while let Some(first) = lists.iter().filter_map(|rows| rows.first()).map(start).min() {
        group.clear();
        for (rows, file) in lists.iter_mut().zip(&files) {
            let (alike, rest) = rows.split_at(rows.iter().take_while(|row| start(row) == first).count());
            for row in alike {
                let place = group.partition_point(|(other, _)| other.end <= row.end);
                group.insert(place, (*row, *file));
            }
            *rows = rest;
        }
        let open_from = group.partition_point(|(i, _)| i.end < Day::MAX);
        let (closed, open) = group.split_at(open_from);
        let before = kept.len();
        for same in closed.chunk_by(|(a, _), (b, _)| a.end == b.end) {
            keep_fullest(same, &files, |_| 0, &mut kept, &mut dropped);
        }
        let ends = kept.len() - before;
        // The ends that other files know close this file's open rows.
        let known_elsewhere = |file: usize| ends - closed.iter().filter(|(_, f)| *f == file).count().min(ends);
        keep_fullest(open, &files, known_elsewhere, &mut kept, &mut dropped);
    }
    (kept, dropped)
}

/// Keeps the rows of the file that has most of these, less those that `known` says are known otherwise.
fn keep_fullest(
    rows: &[(Incident, usize)],
    files: &[usize],
    known: impl Fn(usize) -> usize,
    kept: &mut Vec<(Incident, usize)>,
    dropped: &mut [(usize, u64)],
) {
    let of = |file: usize| rows.iter().filter(move |(_, f)| *f == file);
    let most =
        files.iter().map(|file| (of(*file).count().saturating_sub(known(*file)), *file)).max_by_key(|(n, file)| {
            // Of two files alike the first stands.
            (*n, std::cmp::Reverse(*file))
        });
    let (count, from) = most.unwrap_or((0, 0));
    kept.extend(of(from).take(count));
    for (file, lost) in dropped.iter_mut() {
        let own = if *file == from { count } else { 0 };
        *lost += (of(*file).count() - own) as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use missing_rows::{ChildId, Code};

    fn file(rows: &[(&str, &str)]) -> Vec<Incident> {
        let mut incidents: Vec<_> = rows
            .iter()
            .enumerate()
            .map(|(row, (start, end))| {
                let end = if end.is_empty() { Day::MAX } else { end.parse().unwrap() };
                Incident::new(ChildId::read(b"7").unwrap(), Code::Missing, start.parse().unwrap(), end, row as u64 + 2)
            })
            .collect();
        incidents.sort_by_key(|i| (i.statement(), i.row()));
        incidents
    }

    /// Starts and ends.
    type Rows<'a> = &'a [(&'a str, &'a str)];

    #[test]
    fn what_two_returns_say_of_one_incident_is_one_incident() {
        let (d1, d2, d3) = ("2024-03-01", "2024-03-02", "2024-04-03");
        // Rows of two files, and the ends of what is left.
        let cases: [(Rows<'_>, Rows<'_>, &[&str], u64); 8] = [
            (&[(d1, d2)], &[(d1, d2)], &[d2], 1),
            (&[(d1, d2), (d1, d2)], &[(d1, d2)], &[d2, d2], 1),
            (&[(d1, "")], &[(d1, d3)], &[d3], 1),
            (&[(d1, "")], &[(d1, "")], &["open"], 1),
            (&[(d1, d2), (d1, "")], &[(d1, d2), (d1, d3)], &[d2, d3], 2),
            (&[(d1, d2)], &[(d1, d3)], &[d2, d3], 0),
            (&[(d1, ""), (d1, "")], &[(d1, d3)], &[d3, "open"], 1),
            (&[], &[(d1, d2)], &[d2], 0),
        ];
        for (one, other, expected, lost) in cases {
            for (a, b) in [(one, other), (other, one)] {
                let (a, b) = (file(a), file(b));
                let tables = Tables { missing: vec![(0, &a), (1, &b)], ..Tables::default() };
                let (kept, dropped) = merged(&tables);
                let ends: Vec<String> = kept
                    .iter()
                    .map(|(i, _)| if i.end == Day::MAX { "open".into() } else { i.end.to_string() })
                    .collect();
                assert_eq!(ends, expected, "{one:?} {other:?}");
                assert_eq!(dropped.iter().map(|(_, n)| n).sum::<u64>(), lost, "{one:?} {other:?}");
            }
        }
    }
}
