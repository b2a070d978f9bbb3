//! Everything that the files say about one child.

use missing_rows::{ChildId, Code, Day, EpisodeRow, ListRow, Row};

use super::child::{Records, each_child};
use super::figures::listed_as;
use super::groups::Grouping;
use super::incidents::Incidents;
use super::years::{ChildLevel, Return};
use crate::single::{Absence, ChildRecord, EpisodeOfCare, Unaccompanied};

/// What the files say about a child, without findings; `None` if no file has the child.
pub(crate) fn record(of: &ChildLevel<'_>, child: ChildId) -> Option<ChildRecord> {
    let mut found = None;
    let whole = vec![None; of.returns.len()];
    each_child(of, &mut |id: ChildId, records: &[Records<'_>], list: &[ListRow]| {
        if id != child {
            return;
        }
        let (mut incidents, mut grouping) = (Incidents::default(), Grouping::default());
        incidents.add_records(records);
        grouping.take(records, &whole);
        let (born, sex) = grouping.who();
        let episodes = episodes(records);
        found = Some(ChildRecord {
            child: of.child_text(child),
            authority: None,
            sex,
            born,
            incidents: incidents
                .kept
                .iter()
                .map(|of| Absence { missing: of.code == Code::Missing, from: of.start, to: ended(of.end) })
                .collect(),
            unaccompanied: unaccompanied(of, records),
            unaccompanied_from: episodes.first().and_then(|first| unaccompanied_from(of, records, first.from)),
            episodes,
            listed: listed_as(list.iter()),
            findings: Vec::new(),
        });
    });
    found
}

fn ended(day: Day) -> Option<Day> {
    (day < Day::MAX).then_some(day)
}

/// Each episode once, as it is in the latest return that has it.
fn episodes(records: &[Records<'_>]) -> Vec<EpisodeOfCare> {
    let rows = (0..).zip(records).flat_map(|(nth, records)| records.episodes.iter().map(move |row| (nth, row)));
    let mut rows: Vec<(usize, &EpisodeRow)> = rows.filter(|(_, row)| row.days().is_some()).collect();
    let key = |(nth, row): &(usize, &EpisodeRow)| {
        (row.decom, row.ls, row.place, row.provider, std::cmp::Reverse(*nth), row.stands())
    };
    rows.sort_by_key(key);
    // Two rows of one return are two episodes, even if they are alike.
    rows.dedup_by(|later, first| {
        let same = |row: &EpisodeRow| (row.decom, row.ls, row.place, row.provider);
        later.0 != first.0 && same(later.1) == same(first.1)
    });
    let episode = |(_, row): (usize, &EpisodeRow)| {
        let (from, to) = row.days()?;
        Some(EpisodeOfCare {
            from,
            to: ended(to),
            legal_status: row.ls.text(),
            placement: row.place.text(),
            provider: row.provider.text(),
            began: row.rne.text(),
            ended: row.rec.text(),
        })
    };
    let mut episodes: Vec<EpisodeOfCare> = rows.into_iter().filter_map(episode).collect();
    episodes.sort_by_key(|of| (of.from, of.to.unwrap_or(Day::MAX)));
    episodes
}

/// Until when each row of one return says that the child is unaccompanied.
fn statuses<'a>(records: &'a Records<'_>) -> impl Iterator<Item = Day> + 'a {
    let uasc = records.uasc.iter().map(|row| row.duc);
    let flagged = records.header.iter().filter(|row| row.uasc.is_yes()).map(|row| row.duc);
    uasc.chain(flagged).map(|duc| duc.end().unwrap_or(Day::MAX))
}

/// From when the returns call the child unaccompanied: from the first day of care, where the earliest return that says so begins
/// no later.
fn unaccompanied_from(of: &ChildLevel<'_>, records: &[Records<'_>], care: Day) -> Option<Day> {
    let (first, _) = of.returns.iter().zip(records).find(|(_, records)| statuses(records).next().is_some())?;
    Some(first.days().map_or(care, |days| days.start().max(care)))
}

/// What the latest return that calls the child unaccompanied says: until when, or that it still lasts. Where none does, it is
/// known that the child is not if a UASC file lists those who are, or the child's own Header says so.
fn unaccompanied(of: &ChildLevel<'_>, records: &[Records<'_>]) -> Unaccompanied {
    let until = records.iter().rev().find_map(|records| statuses(records).max());
    match until {
        None => {
            let tells = |(of, records): (&Return<'_>, &Records<'_>)| {
                let in_header = of.header_tells_unaccompanied() && !records.header.is_empty();
                let has_rows = !records.episodes.is_empty() || !records.header.is_empty();
                has_rows && of.tells_unaccompanied() && (!of.uasc.is_absent() || in_header)
            };
            let is_known = of.returns.iter().zip(records).any(tells);
            if is_known { Unaccompanied::No } else { Unaccompanied::NotKnown }
        }
        Some(Day::MAX) => Unaccompanied::Lasts,
        Some(day) => Unaccompanied::Until(day),
    }
}
