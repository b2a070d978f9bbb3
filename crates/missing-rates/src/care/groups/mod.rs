//! Which groups a child is in, on which day.
//!
//! **At the time of going missing.** An incident belongs to the groups that the child was in on its first day. On a day on
//! which episodes change, that is the earlier episode: the one that they went missing from. Where files hold several
//! episodes for one day, the one that began last before it is used; only if none began before, the first of those that
//! began on it. A short break is used only where nothing else is there. Where no episode holds the day, the group is not known.
//!
//! **In the period.** The children of a group, of whom a share went missing, are those who were in it on any day of the
//! period that they were looked after, and those who went missing from it in an incident that counts. So a child who moved
//! is of several groups, the groups do not add up to all children, and no share exceeds 1.

mod age;
mod codes;
mod episodes;
mod set;
mod time_in_care;

use missing_rows::{Day, EpisodeRow, SexCode, UascRow};

use super::child::Records;
use crate::group::Group;
use crate::period::Period;

use episodes::Reach;
pub(crate) use set::Groups;
use time_in_care::Care;

/// What is known of one child that groups are based on. Kept from child to child, so that it takes memory once.
#[derive(Debug, Default)]
pub(crate) struct Grouping {
    /// Day of birth.
    born: Option<Day>,
    sex: Option<Group>,
    care: Care,
    reach: Reach,
    /// Whether care ended on the 18th birthday, with reason E8.
    left_at_18: bool,
}

impl Grouping {
    /// Takes a child: its records in each return, earliest first, and the days for which each return speaks.
    pub(crate) fn take(&mut self, records: &[Records<'_>], spans: &[Option<Period>]) {
        self.born = born(records);
        self.sex = sex(records);
        self.care.take(records, spans);
        self.reach.take(records);
        let on_birthday = |day| self.born.is_some_and(|born| age::is_18th_birthday(born, day));
        let left = |row: &EpisodeRow| row.rec.is_e8() && row.dec.day().is_some_and(on_birthday);
        self.left_at_18 = records.iter().any(|records| records.episodes.iter().any(left));
    }

    /// Whether a period of being missing that ended on a day ended with the child's turning 18, and not with their being
    /// found: it was the 18th birthday, and care ended on it with reason E8, as rule 580 has it.
    pub(crate) fn turned_18(&self, day: Day) -> bool {
        self.left_at_18 && self.born.is_some_and(|born| age::is_18th_birthday(born, day))
    }

    /// The groups that the child was in on any day of the windows on which they were looked after.
    pub(crate) fn in_period(&self, records: &[Records<'_>], windows: &[Option<Period>]) -> Groups {
        let mut groups = Groups::of(Group::All);
        groups.add(self.sex.unwrap_or(Group::SexNotKnown));
        let mut whole: Option<(Day, Day)> = None;
        counted(records, windows, &mut |row, from, first, last| {
            groups = groups.and(codes::groups(row));
            self.care.groups(from, first, last, &mut groups);
            whole = Some(whole.map_or((first, last), |(a, b)| (a.min(first), b.max(last))));
        });
        if let Some((first, last)) = whole {
            let mut ages = Groups::default();
            age::groups(self.born, first, last, &mut ages);
            // Of most children all days are in one band. Of the others, only those on which they were looked after count.
            if ages.count() > 1 {
                ages = Groups::default();
                counted(records, windows, &mut |_, _, first, last| age::groups(self.born, first, last, &mut ages));
            }
            groups = groups.and(ages);
        }
        groups
    }

    /// The groups that the child was in on a day.
    pub(crate) fn on(&self, day: Day, records: &[Records<'_>], spans: &[Option<Period>]) -> Groups {
        let mut groups = Groups::of(Group::All);
        groups.add(self.sex.unwrap_or(Group::SexNotKnown));
        age::groups(self.born, day, day, &mut groups);
        let speaks = |(_, span): &(usize, &Option<Period>)| span.is_some_and(|span| span.overlaps(day, day));
        // A return without Episodes shares the days of one that has them.
        let speaking = spans.iter().enumerate().filter(speaks);
        match speaking.map(|(at, _)| at).find_map(|at| self.reach.episode_on(at, records, day)) {
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
}

/// Hands every episode that counts to `take`: its first day, and the first and last of its days in the window.
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

/// The day of birth: of the latest return that has one, in Header, else in Missing; in UASC only of a child that is not in
/// Header.
fn born(records: &[Records<'_>]) -> Option<Day> {
    records.iter().rev().find_map(|records| {
        let header = records.header.iter().find_map(|row| row.dob.day());
        // A row that is set aside says nothing.
        let used = records.missing.iter().filter(|row| row.days().is_some());
        let missing = || used.filter_map(|row| row.dob.day()).min();
        let uasc = || used_uasc(records).filter_map(|row| row.dob.day()).min().filter(|_| records.header.is_empty());
        header.or_else(missing).or_else(uasc)
    })
}

fn used_uasc<'a>(records: &Records<'a>) -> impl Iterator<Item = &'a UascRow> + use<'a> {
    records.uasc.iter().filter(|row| !row.duc.is_not_a_date())
}

/// The sex: of the latest return that has one, in Header; in UASC only of a child that is not in Header.
fn sex(records: &[Records<'_>]) -> Option<Group> {
    let group = |code: SexCode| match code.text() {
        "M" => Some(Group::Male),
        "F" => Some(Group::Female),
        _ => None,
    };
    records.iter().rev().find_map(|records| {
        let header = records.header.iter().find_map(|row| group(row.sex));
        let uasc = || used_uasc(records).find_map(|row| group(row.sex)).filter(|_| records.header.is_empty());
        header.or_else(uasc)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::tables::Made;

    /// The groups on a day of a child with these rows of `DECOM,DEC,LS,PLACE,RNE`.
    fn on(episodes: &str, day: &str) -> Vec<&'static str> {
        let rows: Vec<String> = episodes.split(' ').map(|row| format!("1,{row}")).collect();
        let rows = rows.join("\n");
        let made = Made::new().episodes(&format!("CHILD,DECOM,DEC,LS,PLACE,RNE\n{rows}"));
        let of = made.year(2025);
        let records = [Records { episodes: of.episodes.rows(), ..Records::default() }];
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
