//! Finds who is missing on a day.

use missing_rows::{ChildId, Code, Day, ListRow};

use super::child::{Records, each_child};
use super::figures::{in_any, listed_as};
use super::groups::Grouping;
use super::headline::{looked_after, speaking};
use super::incidents::{Incident, Incidents};
use super::unaccompanied::in_uasc;
use super::years::{ChildLevel, Return};
use crate::period::Period;
use crate::report::Module;
use crate::single::{MissingChild, OpenLastYear};

/// The last day for which the files say who was missing: where they may stop inside the year, their last date.
pub(crate) fn last_day(of: &ChildLevel<'_>) -> Option<Day> {
    let of = of.returns.iter().rev().find(|of| of.covers(Module::Missing).is_some())?;
    let last = of.tells()?.end();
    let quiet = [Module::Episodes, Module::Missing].into_iter().filter_map(|module| of.quiet_from(module)).min();
    Some(quiet.map_or(last, |quiet| quiet.min(last)))
}

/// Whether the files say who was missing on a day.
pub(crate) fn covers(of: &ChildLevel<'_>, day: Day) -> bool {
    year_of(of, day).is_some()
}

/// The return that says who was missing on a day.
fn year_of<'a, 'b>(of: &'b ChildLevel<'a>, day: Day) -> Option<&'b Return<'a>> {
    let covers = |of: &&Return<'_>| {
        let days = of.covers(Module::Missing).and_then(|_| of.tells());
        let is_empty = [Module::Episodes, Module::Missing]
            .into_iter()
            .flat_map(|module| of.empty_days(module))
            .any(|days| days.overlaps(day, day));
        !is_empty && days.is_some_and(|days| days.overlaps(day, day))
    };
    of.returns.iter().find(covers)
}

/// Who was missing on a day.
#[derive(Debug, Default)]
pub(crate) struct OnDay {
    pub(crate) children: Vec<MissingChild>,
    /// How many more are not counted, since they are not looked after in the period.
    pub(crate) not_counted: u64,
    pub(crate) open_last_year: Vec<OpenLastYear>,
}

/// The children who were missing or away on a day and were not back before the next, by the definition of
/// `children-missing-at-end` for the period from 1 April to that day, and beside them those whom only last year's return leaves missing; `None` where the files do not cover the day.
pub(crate) fn missing_on(of: &ChildLevel<'_>, day: Day) -> Option<OnDay> {
    let this = year_of(of, day)?;
    let place = |wanted: &Return<'_>| of.returns.iter().position(|of| of.year == wanted.year);
    let both = of.last(this).and_then(place).zip(place(this));
    let year = this.days()?;
    let period = Period::new(year.start(), day).ok()?;
    let windows = of.windows(period);
    let spans = of.spans(&windows);
    let lists = of.lists_of(period);
    let flagged: Vec<bool> = of.returns.iter().map(|of| of.uasc.is_absent()).collect();
    let (mut incidents, mut all, mut grouping) = (Incidents::default(), Incidents::default(), Grouping::default());
    let mut found = OnDay::default();
    each_child(of, &mut |child: ChildId, records: &[Records<'_>], list: &[ListRow]| {
        let own = speaking(records, &windows);
        incidents.add_records(&own);
        let now = |code| {
            let of_code = incidents.kept.iter().filter(move |of: &&Incident| of.code == code);
            of_code.filter(|of| of.lasts_beyond(period, &windows)).min_by_key(|of| of.start)
        };
        // A child who is both missing and away is listed as missing.
        let now = now(Code::Missing).or_else(|| now(Code::Away));
        if now.is_some() && !in_any(records, &windows, looked_after) {
            found.not_counted += 1;
            return;
        }
        let was_missing =
            both.is_some_and(|(last, _)| records.get(last).is_some_and(|records| !records.missing.is_empty()));
        if now.is_some() || was_missing {
            all.add_records(records);
        }
        let Some(now) = now else {
            let is_left =
                |of: &&Incident| both.is_some_and(|(last, this)| of.is_reported_by(last) && !of.is_reported_by(this));
            let left = all.kept.iter().filter(|of| was_missing && of.end > day).filter(is_left);
            found.open_last_year.extend(left.min_by_key(|of| of.start).map(|left| OpenLastYear {
                child: of.child_text(child),
                authority: None,
                missing: left.code == Code::Missing,
                since: left.start,
                left_care: left_care(records, day),
            }));
            return;
        };
        grouping.take(&own, &spans);
        let episode = grouping.episode_on(now.start, &own, &spans);
        let began_before = |of: &&Incident| of.code == Code::Missing && of.start < now.start;
        found.children.push(MissingChild {
            child: of.child_text(child),
            authority: None,
            missing: now.code == Code::Missing,
            since: now.start,
            days: day.days_since(now.start),
            age: grouping.age_on(day),
            unaccompanied: in_uasc(records, &windows, &flagged),
            listed: listed_as(lists.of(list)),
            legal_status: episode.map_or("", |row| row.ls.text()),
            placement: episode.map_or("", |row| row.place.text()),
            placement_ended: episode.and_then(missing_rows::EpisodeRow::days).map(|(_, to)| to).filter(|to| *to <= day),
            left_care: left_care(&own, day),
            previous: u32::try_from(all.kept.iter().filter(began_before).count()).unwrap_or(u32::MAX),
        });
    });
    Some(found)
}

/// The last day of care, if the child was not looked after beyond the given day.
fn left_care(records: &[Records<'_>], day: Day) -> Option<Day> {
    let episodes = records.iter().flat_map(|records| records.episodes).filter(|row| !row.ls.is_short_break());
    let last =
        episodes.filter_map(missing_rows::EpisodeRow::days).filter(|(from, _)| *from <= day).map(|(_, to)| to).max()?;
    (last <= day).then_some(last)
}
