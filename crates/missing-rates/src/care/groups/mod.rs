//! Which groups a child is in, on which day.
//!
//! **At the time of going missing.** An incident belongs to the groups that the child was in on its first day. If
//! episodes change on that day, the earlier episode counts: the child went missing from it. Where files hold several
//! episodes for one day, the one that began last before that day is used. If none began before it, the first that began
//! on it is used. A short break is used only where there is nothing else. Where no episode holds the day, the group is
//! not known.
//!
//! **In the period.** The share of a group is taken of the children who were in it on any day of the period that they
//! were looked after, and of those who went missing from it in an incident that counts. So a child who moved is in
//! several groups, the groups do not add up to all children, and no share exceeds 1.

pub(super) mod age;
mod codes;
mod episodes;
mod set;
mod time_in_care;

use missing_rows::{Day, EpisodeRow, SexCode};

use super::child::Records;
use crate::group::Group;
use crate::period::Period;

use episodes::Reach;
pub(crate) use set::Groups;
use time_in_care::Care;

/// Which groups are worked out. Others cost no time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Detail {
    /// All children together.
    Whole,
    /// Boys and girls too.
    Sex,
    /// All groups.
    #[default]
    Full,
}

/// What groups are based on, for one child. It is kept from child to child, so that it takes memory once.
#[derive(Debug, Default)]
pub(crate) struct Grouping {
    detail: Detail,
    /// Day of birth.
    born: Option<Day>,
    /// The days on which care ended with reason E8.
    left_with_e8: Vec<Day>,
    /// The day of birth that decides whether they were the 18th birthday.
    born_by_missing: Option<Day>,
    sex: Option<Group>,
    care: Care,
    reach: Reach,
}

impl Grouping {
    pub(crate) fn new(detail: Detail) -> Self {
        Self { detail, ..Self::default() }
    }

    /// Takes a child: its records in each return, earliest first, and the days that each return covers.
    pub(crate) fn take(&mut self, records: &[Records<'_>], spans: &[Option<Period>]) {
        self.born = born(records);
        if self.detail >= Detail::Sex {
            self.sex = sex(records);
        }
        if self.detail == Detail::Full {
            self.care.take(records, spans);
            // Only incidents are looked up here.
            if records.iter().any(|records| !records.missing.is_empty()) {
                self.reach.take(records);
            }
        }
        self.born_by_missing = born_by_missing(records).or(self.born);
        let left = |row: &EpisodeRow| row.dec.day().filter(|_| row.rec.is_e8());
        self.left_with_e8.clear();
        self.left_with_e8.extend(records.iter().flat_map(|records| records.episodes.iter().filter_map(left)));
    }

    /// Whether a period of being missing that ended on a day ended because the child turned 18, and not because they
    /// were found. The day was the 18th birthday, and care ended on it with reason E8, as in rule 580. `None` where care
    /// ended so and no file says when the child was born.
    pub(crate) fn turned_18(&self, day: Day) -> Option<bool> {
        if !self.left_with_e8.contains(&day) {
            return Some(false);
        }
        self.born_by_missing.map(|born| age::is_18th_birthday(born, day))
    }

    /// The groups that the child is in on every day.
    fn lasting(&self) -> Groups {
        let mut groups = Groups::of(Group::All);
        if self.detail >= Detail::Sex {
            groups.add(self.sex.unwrap_or(Group::SexNotKnown));
        }
        groups
    }

    /// The groups that the child was in on any day of the windows on which they were looked after.
    pub(crate) fn in_period(&self, records: &[Records<'_>], windows: &[Option<Period>]) -> Groups {
        let mut groups = self.lasting();
        if self.detail < Detail::Full {
            return groups;
        }
        let mut whole: Option<(Day, Day)> = None;
        counted(records, windows, &mut |row, from, first, last| {
            groups = groups.and(codes::groups(row));
            self.care.groups(from, first, last, &mut groups);
            whole = Some(whole.map_or((first, last), |(a, b)| (a.min(first), b.max(last))));
        });
        if let Some((first, last)) = whole {
            let mut ages = Groups::default();
            age::groups(self.born, first, last, &mut ages);
            // Most children are in one band on all days. For the others only the days on which they were looked after
            // count.
            if ages.count() > 1 {
                ages = Groups::default();
                counted(records, windows, &mut |_, _, first, last| age::groups(self.born, first, last, &mut ages));
            }
            groups = groups.and(ages);
        }
        groups
    }

    /// The groups that the child was in on a day. Episodes are looked up only for children with a row in Missing.
    pub(crate) fn on(&self, day: Day, records: &[Records<'_>], spans: &[Option<Period>]) -> Groups {
        let mut groups = self.lasting();
        if self.detail < Detail::Full {
            return groups;
        }
        age::groups(self.born, day, day, &mut groups);
        match self.episode_on(day, records, spans) {
            Some(row) => {
                groups = groups.and(codes::groups(row));
                self.care.groups(row.decom.day().unwrap_or(day), day, day, &mut groups);
            }
            None => {
                for group in
                    [Group::LegalStatusNotKnown, Group::PlacementNotKnown, Group::ProviderNotKnown, Group::TimeNotKnown]
                {
                    groups.add(group);
                }
            }
        }
        groups
    }

    /// The episode that a child who went missing on a day went missing from.
    pub(crate) fn episode_on<'a>(
        &self,
        day: Day,
        records: &[Records<'a>],
        spans: &[Option<Period>],
    ) -> Option<&'a EpisodeRow> {
        let speaks = |(_, span): &(usize, &Option<Period>)| span.is_some_and(|span| span.overlaps(day, day));
        // A return without Episodes may cover the same days as one that has them.
        let speaking = spans.iter().enumerate().filter(speaks);
        speaking.map(|(at, _)| at).find_map(|at| self.reach.episode_on(at, records, day))
    }

    /// Completed years on a day, where the day of birth is known.
    pub(crate) fn age_on(&self, day: Day) -> Option<u8> {
        let born = self.born.filter(|born| *born <= day)?;
        u8::try_from(day.months_since(born) / 12).ok()
    }

    /// The day of birth and the sex, `M` or `F`. The sex is empty where it is not known.
    pub(crate) fn who(&self) -> (Option<Day>, &'static str) {
        let sex = match self.sex {
            Some(Group::Male) => "M",
            Some(Group::Female) => "F",
            _ => "",
        };
        (self.born, sex)
    }
}

/// Calls `take` for every episode that counts, with its first day, and the first and last of its days in the window.
fn counted(records: &[Records<'_>], windows: &[Option<Period>], take: &mut dyn FnMut(&EpisodeRow, Day, Day, Day)) {
    for (records, window) in records.iter().zip(windows) {
        let Some(window) = window else { continue };
        for row in records.episodes.iter().filter(|row| !row.ls.is_short_break()) {
            if let Some((from, to)) = row.days().filter(|(from, to)| window.overlaps(*from, *to)) {
                take(row, from, from.max(window.start()), to.min(window.end()));
            }
        }
    }
}

/// The day of birth, from the latest return whose Header has one. What other modules say about some children makes no
/// groups, so that no group changes when such a module is added or taken away.
fn born(records: &[Records<'_>]) -> Option<Day> {
    records.iter().rev().find_map(|records| records.header.iter().find_map(|row| row.dob.day()))
}

/// The day of birth that decides who turned 18 while missing: Missing's, or else Header's.
fn born_by_missing(records: &[Records<'_>]) -> Option<Day> {
    records.iter().rev().find_map(|records| {
        // A row that was set aside says nothing.
        let used = records.missing.iter().filter(|row| row.days().is_some());
        used.filter_map(|row| row.dob.day()).min()
    })
}

/// The sex, from the latest return whose Header has it.
fn sex(records: &[Records<'_>]) -> Option<Group> {
    let group = |code: SexCode| match code.text() {
        "M" => Some(Group::Male),
        "F" => Some(Group::Female),
        _ => None,
    };
    records.iter().rev().find_map(|records| records.header.iter().find_map(|row| group(row.sex)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::tables::Made;

    /// The groups on a day of a child with these rows of `DECOM,DEC,LS,PLACE,RNE`.
    fn on(episodes: &str, day: &str) -> Vec<&'static str> {
        let rows: Vec<String> = episodes.split(' ').map(|row| format!("1,{row}")).collect();
        let rows = rows.join("\n");
        let made = Made::new()
            .episodes(&format!("CHILD,DECOM,DEC,LS,PLACE,RNE\n{rows}"))
            .missing("CHILD,MISSING,MIS_START,MIS_END\n1,M,01/05/2024,\n");
        let of = made.year(2025);
        let records = [Records { episodes: of.episodes.rows(), missing: of.missing.rows(), ..Records::default() }];
        let spans = [Period::new(Day::MIN, Day::MAX).ok()];
        let mut grouping = Grouping::default();
        grouping.take(&records, &spans);
        let groups = grouping.on(day.parse().unwrap(), &records, &spans);
        [Group::Foster, Group::ChildrensHome, Group::SecureHome, Group::PlacementNotKnown]
            .into_iter()
            .filter(|group| groups.has(*group))
            .map(Group::name)
            .collect()
    }

    #[test]
    fn a_child_went_missing_from_the_placement_of_that_day_and_the_earlier_one_where_two_meet() {
        let cases = [
            ("within one", "01/05/2024,,C2,U1,S", "2024-06-01", "foster"),
            ("where two meet", "01/05/2024,01/06/2024,C2,U1,S 01/06/2024,,C2,K2,P", "2024-06-01", "foster"),
            ("the day after", "01/05/2024,01/06/2024,C2,U1,S 01/06/2024,,C2,K2,P", "2024-06-02", "childrens-home"),
            (
                "the earlier ended before",
                "01/05/2024,31/05/2024,C2,U1,S 01/06/2024,,C2,K2,P",
                "2024-06-01",
                "childrens-home",
            ),
            ("two begin that day", "01/06/2024,01/06/2024,C2,U1,S 01/06/2024,,C2,K2,P", "2024-06-01", "foster"),
            (
                "three meet",
                "01/05/2024,01/06/2024,C2,U1,S 01/06/2024,01/06/2024,C2,K1,P 01/06/2024,,C2,K2,P",
                "2024-06-01",
                "foster",
            ),
            ("never closed", "01/05/2024,,C2,U1,S 01/06/2024,,C2,K2,P", "2024-07-01", "childrens-home"),
            ("before care", "01/05/2024,,C2,U1,S", "2024-04-30", "not-known"),
            ("after care", "01/05/2024,01/06/2024,C2,U1,S", "2024-06-02", "not-known"),
            (
                "between two periods of care",
                "01/05/2024,01/06/2024,C2,U1,S 01/07/2024,,C2,K2,S",
                "2024-06-15",
                "not-known",
            ),
            ("a blank", "01/05/2024,,C2,,S", "2024-06-01", "not-known"),
            ("no code", "01/05/2024,,C2,Q9,S", "2024-06-01", "not-known"),
            ("a short break beside care", "01/05/2024,,C2,U1,S 01/06/2024,,V4,K2,S", "2024-07-01", "foster"),
            (
                "a short break alone",
                "01/05/2024,01/06/2024,C2,U1,S 01/07/2024,,V4,K2,S",
                "2024-07-01",
                "childrens-home",
            ),
            (
                "dates that cannot be used",
                "01/05/2024,31/02/2025,C2,U1,S 01/06/2024,,C2,K2,P",
                "2024-05-15",
                "not-known",
            ),
        ];
        for (what, episodes, day, expected) in cases {
            assert_eq!(on(episodes, day), [expected], "{what}");
        }
    }
}
