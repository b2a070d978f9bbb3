//! Puts the rows of lists of interviews beside the incidents that they are about.

use missing_rows::{ChildId, Code, Day, InterviewRow, ListRow, Row, When, YesNo};

use super::child::{Records, each_child};
use super::figures::in_any;
use super::headline::{looked_after, speaking};
use super::incidents::{Incident, Incidents};
use super::teams::teams;
use super::years::ChildLevel;
use crate::interviews::{DAYS, Doubt, DoubtfulRow, LATEST, ListRows, Tally, Team};
use crate::period::Period;

/// What the lists of one authority say.
pub(crate) struct Interviewed {
    pub(crate) all: Tally,
    /// Of each team that has any incident.
    pub(crate) teams: Vec<(Team, Tally)>,
    pub(crate) rows: ListRows,
    pub(crate) has_offer_dates: bool,
}

/// Asks of each incident of being missing of a period what the lists say about it. The incidents are those of
/// `missing-incidents`. `known_to` is the last day that the returns cover.
pub(crate) fn interviewed(of: &ChildLevel<'_>, period: Period, known_to: Day, names: &[String]) -> Interviewed {
    let windows = of.windows(period);
    let teams = teams(&of.teams);
    let has_offer_dates = of.interviews.rows().iter().any(|row| row.offer.day().is_some());
    let mut found =
        Interviewed { all: Tally::default(), teams: Vec::new(), rows: ListRows::default(), has_offer_dates };
    let (mut counted, mut all) = (Incidents::default(), Incidents::default());
    // In their order.
    let mut seen: Vec<ChildId> = Vec::new();
    each_child(of, &mut |child: ChildId, records: &[Records<'_>], _: &[ListRow]| {
        let rows = of_child(of.interviews.rows(), child);
        let is_empty = |of: &Records<'_>| {
            of.header.is_empty() && of.episodes.is_empty() && of.uasc.is_empty() && of.missing.is_empty()
        };
        if records.iter().all(is_empty) {
            return;
        }
        seen.push(child);
        all.add_records(records);
        counted.kept.clear();
        if in_any(records, &windows, looked_after) {
            counted.add_records(&speaking(records, &windows));
            counted.kept.retain(|of| of.code == Code::Missing && of.lies_in(&windows));
        }
        if rows.is_empty() && counted.kept.is_empty() {
            return;
        }
        let mut tally = Tally::default();
        let mut doubt = |row: &InterviewRow, doubt| found.rows.doubtful.push(doubtful(of, row, doubt, names));
        // In the order of the days.
        let mut about: Vec<(Day, InterviewRow)> = Vec::new();
        for same in rows.chunk_by(|a, b| a.statement() == b.statement()) {
            let Some(start) = same[0].start.day() else { continue };
            found.rows.repeated += same.len() as u64 - 1;
            if counted.kept.iter().any(|incident| incident.start == start) {
                about.push((start, same[0]));
                continue;
            }
            let begin = |code| all.kept.iter().any(|incident| incident.start == start && incident.code == code);
            if begin(Code::Missing) {
                found.rows.other_period += 1;
            } else {
                doubt(&same[0], if begin(Code::Away) { Doubt::Away } else { Doubt::NoIncident });
            }
        }
        for alike in counted.kept.chunk_by(|a, b| a.start == b.start) {
            let rows: Vec<&InterviewRow> =
                about.iter().filter(|(day, _)| *day == alike[0].start).map(|(_, row)| row).collect();
            let certain = match (&rows[..], alike) {
                ([], _) => None,
                ([row], [_]) => contradiction(row, alike[0].end),
                (_, [_]) => Some(Doubt::Differ),
                _ => Some(Doubt::TwoIncidents),
            };
            for row in &rows {
                match certain {
                    Some(why) => doubt(row, why),
                    None => found.rows.used += 1,
                }
            }
            for incident in alike {
                tally.add(&told(
                    incident,
                    rows.first().copied().filter(|_| certain.is_none_or(is_of_one_cell)),
                    !rows.is_empty(),
                    known_to,
                ));
            }
        }
        found.all.add(&tally);
        if !of.teams.is_absent() {
            add(&mut found.teams, teams.of(child).unwrap_or(&Team::NotGiven), &tally);
        }
    });
    // Without a day a row is set aside already.
    let dated = || of.interviews.rows().iter().filter(|row| row.start.day().is_some());
    for row in dated().filter(|row| seen.binary_search(&row.child).is_err()) {
        found.rows.doubtful.push(doubtful(of, row, Doubt::NoSuchChild, names));
    }
    found.rows.all = dated().count() as u64;
    found
}

/// Adds incidents to those of a team.
pub(crate) fn add(teams: &mut Vec<(Team, Tally)>, team: &Team, tally: &Tally) {
    if tally.incidents == 0 {
        return;
    }
    match teams.iter_mut().find(|(other, _)| other == team) {
        Some((_, of)) => of.add(tally),
        None => teams.push((team.clone(), *tally)),
    }
}

/// What one incident adds. `row` is the row about it, if one certainly is; `recorded`, whether any is.
fn told(incident: &Incident, row: Option<&InterviewRow>, recorded: bool, known_to: Day) -> Tally {
    let mut tally = Tally { incidents: 1, ..Tally::default() };
    if incident.end == Day::MAX {
        tally.not_back = 1;
        return tally;
    }
    if incident.end > known_to || known_to.days_since(incident.end) < DAYS {
        tally.too_soon = 1;
        return tally;
    }
    let (offered, in_time, held) = (&mut tally.offered, &mut tally.offered_in_time, &mut tally.held);
    let Some(row) = row else {
        let unknown =
            |of: &mut crate::interviews::Unknown| if recorded { of.not_clear += 1 } else { of.not_recorded += 1 };
        unknown(&mut offered.unknown);
        unknown(&mut in_time.unknown);
        unknown(&mut held.unknown);
        return tally;
    };
    match row.offered {
        YesNo::Yes => offered.yes += 1,
        YesNo::No => offered.no += 1,
        YesNo::Blank => offered.unknown.not_said += 1,
        YesNo::Other => offered.unknown.not_clear += 1,
    }
    if row.offered == YesNo::Yes {
        match row.accepted {
            YesNo::Yes => tally.accepted.yes += 1,
            YesNo::No => tally.accepted.no += 1,
            YesNo::Blank | YesNo::Other => tally.accepted.not_said += 1,
        }
    }
    let declined = row.offered == YesNo::No || row.accepted == YesNo::No;
    // The date beside an offer that was not accepted is not that of an interview.
    let held_on = row.date.day().filter(|_| row.accepted != YesNo::No);
    match held_on {
        Some(day) if !is_plausible(day, incident.end) => held.unknown.not_clear += 1,
        Some(day) if day.days_since(incident.end) <= DAYS => held.in_time += 1,
        Some(_) => held.later += 1,
        None if row.date.is_not_a_date() => held.unknown.not_clear += 1,
        None if declined => held.not_held += 1,
        None if row.offered == YesNo::Other || row.accepted == YesNo::Other => held.unknown.not_clear += 1,
        None => held.unknown.not_said += 1,
    }
    match (row.offered, row.offer.day()) {
        (YesNo::No, _) => in_time.no += 1,
        (YesNo::Blank, _) => in_time.unknown.not_said += 1,
        (YesNo::Yes, Some(day)) if is_plausible(day, incident.end) && held_on.is_none_or(|held| day <= held) => {
            let answer = if day.days_since(incident.end) <= DAYS { &mut in_time.yes } else { &mut in_time.no };
            *answer += 1;
        }
        (YesNo::Yes, None) if !row.offer.is_not_a_date() && held.in_time > 0 => in_time.yes += 1,
        (YesNo::Yes, None) if !row.offer.is_not_a_date() => in_time.unknown.not_said += 1,
        _ => in_time.unknown.not_clear += 1,
    }
    tally
}

/// Whether an interview after an incident with this end can be of this day.
fn is_plausible(day: Day, end: Day) -> bool {
    day >= end && day.days_since(end) <= LATEST
}

/// What is doubtful about the only row about an incident with this end.
fn contradiction(row: &InterviewRow, end: Day) -> Option<Doubt> {
    let days = [row.date, row.offer].map(When::day);
    let has_day = days.iter().any(Option::is_some);
    if row.offered == YesNo::No && row.accepted == YesNo::Yes {
        Some(Doubt::AcceptedWithoutOffer)
    } else if has_day && row.offered == YesNo::No {
        Some(Doubt::DatedWithoutOffer)
    } else if row.date.day().is_some() && row.accepted == YesNo::No {
        Some(Doubt::DatedNotAccepted)
    } else if row.offered == YesNo::Other || row.accepted == YesNo::Other {
        Some(Doubt::NotUnderstood)
    } else if row.date.is_not_a_date() || row.offer.is_not_a_date() {
        Some(Doubt::NotADate)
    } else if days.iter().flatten().any(|day| *day < end && end < Day::MAX) {
        Some(Doubt::BeforeReturn)
    } else if days.iter().flatten().any(|day| day.days_since(end) > LATEST) {
        Some(Doubt::YearsLater)
    } else {
        None
    }
}

/// Whether the doubt is about one cell, so that the others still count.
fn is_of_one_cell(doubt: Doubt) -> bool {
    matches!(
        doubt,
        Doubt::DatedNotAccepted | Doubt::NotUnderstood | Doubt::NotADate | Doubt::BeforeReturn | Doubt::YearsLater
    )
}

fn doubtful(of: &ChildLevel<'_>, row: &InterviewRow, doubt: Doubt, names: &[String]) -> DoubtfulRow {
    let (file, row) = of.interviews.stands(row);
    DoubtfulRow { file: names.get(file).cloned().unwrap_or_default(), row, doubt }
}

/// The rows of a child, among rows in the order of their children.
fn of_child<R: Row>(rows: &[R], child: ChildId) -> &[R] {
    let from = rows.partition_point(|row| row.child() < child);
    let rest = rows.get(from..).unwrap_or_default();
    &rest[..rest.partition_point(|row| row.child() == child)]
}
