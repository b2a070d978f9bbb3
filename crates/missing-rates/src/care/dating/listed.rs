//! How well the children of Header or UASC fit a year: those files list children who were looked after in it.
//!
//! Most children stay from one year to the next, so last year's file shares most of its children with this year's
//! Episodes. Those who came or left in the year tell the years apart. Last year's file has nobody who came this year;
//! next year's file has nobody who left this year, and has others who only come next year.

use std::collections::BTreeSet;

use missing_rows::{ChildId, Day, EpisodeRow, HeaderRow, Row, UascRow};

use super::part::Part;
use crate::care::groups::age::is_18th_birthday;
use crate::period::Period;

/// The children who were looked after in a year, by the Episodes of that year.
#[derive(Debug)]
pub(super) struct LookedAfter {
    /// By identifiers without leading zeros, in order. Whether zeros matter is another question.
    stays: Vec<(ChildId, Stay)>,
    /// Those who only came after the year, in order. Episodes that were exported later have them.
    after: Vec<ChildId>,
    came: u64,
    left: u64,
}

/// What the year's episodes of a child say.
#[derive(Clone, Copy, Debug)]
struct Stay {
    in_year: bool,
    came: bool,
    left: bool,
}

impl Stay {
    fn of(rows: &[EpisodeRow], year: Period) -> Self {
        let days = || rows.iter().map(|row| row.days().unwrap_or((Day::MIN, Day::MAX)));
        Self {
            in_year: days().any(|(from, to)| year.overlaps(from, to)),
            came: days().all(|(from, _)| from >= year.start()),
            left: days().all(|(_, to)| to <= year.end()),
        }
    }

    /// What two files say of one child.
    fn and(self, other: Self) -> Self {
        Self { in_year: self.in_year || other.in_year, came: self.came && other.came, left: self.left && other.left }
    }
}

impl LookedAfter {
    /// `None` if no Episodes are of the year.
    pub(super) fn of(episodes: &[Part<'_, EpisodeRow>], year: i32) -> Option<Self> {
        let days = Period::collection_year(year)?;
        let mut stays: Vec<(ChildId, Stay)> = Vec::new();
        for part in episodes.iter().filter(|part| part.year() == Some(year)) {
            for rows in &part.pieces {
                let children = rows.chunk_by(|a, b| a.child == b.child);
                stays.extend(children.map(|rows| (part.without_zeros(rows[0].child), Stay::of(rows, days))));
            }
        }
        stays.sort_by_key(|(child, _)| *child);
        stays.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 = kept.1.and(next.1);
            }
            same
        });
        let after = stays.iter().filter(|(_, stay)| !stay.in_year && stay.came).map(|(child, _)| *child).collect();
        // An export of everything that ever happened names children who had left before.
        stays.retain(|(_, stay)| stay.in_year);
        let count = |is: fn(&Stay) -> bool| stays.iter().filter(|(_, stay)| is(stay)).count() as u64;
        let (came, left) = (count(|stay| stay.came), count(|stay| stay.left));
        (!stays.is_empty()).then_some(Self { stays, after, came, left })
    }

    /// Whether a file has children who are not of its `own` year, but of this year: more than one and more than one in ten; or,
    /// where this year is `later`, more than one in ten who only came in it, because nobody could know of them before.
    pub(super) fn has_instead<R: Row>(&self, own: &Self, part: &Part<'_, R>, later: bool) -> bool {
        let children = part.children();
        let stay = |of: &Self, child: &ChildId| {
            let at = of.stays.binary_search_by_key(child, |(other, _)| *other).ok()?;
            Some(of.stays[at].1)
        };
        let strange: Vec<&ChildId> = children.iter().filter(|child| stay(own, child).is_none()).collect();
        let here = strange.iter().filter_map(|child| stay(self, child));
        let came = here.clone().filter(|stay| stay.came).count();
        let all_are_here = here.count() == strange.len();
        let many = |n: usize| n * 10 > children.len();
        later && many(came) || all_are_here && strange.len() > 1 && many(strange.len())
    }

    /// Whether anybody came in the year.
    pub(super) fn has_newcomers(&self) -> bool {
        self.came > 0
    }

    /// How many children of a file are neither among these nor in Header of the year.
    pub(super) fn strangers<R: Row>(&self, part: &Part<'_, R>, year: i32, header: &[Part<'_, HeaderRow>]) -> u64 {
        let known = |row: &&R| {
            let child = part.without_zeros(row.child());
            self.stays.binary_search_by_key(&child, |(other, _)| *other).is_ok()
                || self.after.binary_search(&child).is_ok()
                || header.iter().any(|other| other.year() == Some(year) && other.has(*row))
        };
        let children: BTreeSet<ChildId> = part.rows().filter(|row| !known(row)).map(Row::child).collect();
        children.len() as u64
    }

    /// Whether some of so many children should have come in the year.
    pub(super) fn expects_newcomers(&self, of: Listed) -> bool {
        self.came * of.all >= self.stays.len() as u64
    }

    /// How the children of a file fit.
    pub(super) fn fit<R: Row>(&self, part: &Part<'_, R>) -> Listed {
        let mut listed = Listed::default();
        let mut children = part.children();
        children.retain(|child| self.after.binary_search(child).is_err());
        listed.all = children.len() as u64;
        // Both are in order.
        let mut stays = self.stays.iter().peekable();
        for child in children {
            while stays.next_if(|(other, _)| *other < child).is_some() {}
            let Some((_, stay)) = stays.peek().filter(|(other, _)| *other == child) else { continue };
            listed.here += 1;
            listed.came += u64::from(stay.came);
            listed.left += u64::from(stay.left);
        }
        let hardly_any = |n: u64, of: u64| (4 * n + 3) * self.stays.len() as u64 <= listed.here * of;
        listed.too_few = hardly_any(listed.came, self.came) || hardly_any(listed.left, self.left);
        listed
    }
}

/// What the dates of a file say about it and a year: that it is not of the year before, and not of the year after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    not_before: bool,
    not_after: bool,
}

/// What the ends of status in UASC say. A status that ended in the year, other than on the 18th birthday, could not be known
/// before; and next year's file does not have the child.
pub(super) fn uasc_signs(part: &Part<'_, UascRow>, year: i32) -> Signs {
    let Some(days) = Period::collection_year(year) else { return Signs::default() };
    let in_year = || part.rows().filter(|row| row.duc.day().is_some_and(|day| days.overlaps(day, day)));
    let at_18 = |row: &UascRow| row.dob.day().zip(row.duc.day()).is_none_or(|(born, end)| is_18th_birthday(born, end));
    Signs { not_before: in_year().any(|row| !at_18(row)), not_after: in_year().next().is_some() }
}

/// How many children of a file were looked after in a year, and how many of them came or left in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Listed {
    all: u64,
    here: u64,
    came: u64,
    left: u64,
    /// Whether chance does not explain that so few of them came, or left, in the year when so many others did: of three
    /// or more to be expected none, of seven one, of many more than that hardly a quarter.
    too_few: bool,
}

impl Listed {
    /// Whether the file can hardly be of the year. A file that has none of the children is another matter: its
    /// identifiers may be those of another system.
    pub(super) fn contradicts(self) -> bool {
        let absent = self.all - self.here;
        self.here > 0 && (self.too_few || absent > 1 && absent * 10 > self.all)
    }

    /// Whether a file of so many strangers is that of another year: they are more than one and more than one in ten, and of those
    /// who came in the year, or of those who left, none is in the file. Last year's list has nobody who came, and next year's
    /// nobody who left.
    pub(super) fn is_of_another_year(self, strangers: u64) -> bool {
        self.here > 0 && strangers > 1 && strangers * 10 > self.all && (self.came == 0 || self.left == 0)
    }

    /// Whether anything tells the file from those of the years before and after, with what its dates say.
    pub(super) fn has_signs(self, dates: Signs) -> bool {
        let not_before = dates.not_before || self.came > 0;
        let not_after = dates.not_after || self.left > 0 || self.here == self.all;
        not_before && not_after
    }

    /// Whether last year's file would look like it: nobody came, several left, and no status ended that could not be known before.
    pub(super) fn is_like_last_years(self, dates: Signs) -> bool {
        self.came == 0 && self.left > 1 && !dates.not_before
    }

    /// Whether any of the children came in the year.
    pub(super) fn came_in_it(self) -> bool {
        self.came > 0
    }

    /// Whether any of the children came or left in the year.
    pub(super) fn has_moves(self) -> bool {
        self.came > 0 || self.left > 0
    }

    /// Whether the file is of the year beyond what a slip explains, where it was held against the year before
    /// (`but_before`) or the year after (`but_after`) too.
    pub(super) fn shows(self, but_before: bool, but_after: bool) -> bool {
        let absent = self.all - self.here;
        self.here > 0
            && !self.contradicts()
            && absent * 20 <= self.all
            && (but_before || self.came > 1)
            && (but_after || self.left > 1)
    }
}
