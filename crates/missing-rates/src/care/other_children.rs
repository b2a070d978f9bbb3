//! Whether the modules of a return are about the same children: Header lists children whom Episodes does not, the children of
//! Missing have other dates of birth in Header, or those of UASC are last year's.

use missing_rows::{Day, EpisodeRow, HeaderRow, MissingRow, Row, UascRow};

use super::years::{ChildLevel, Return};
use crate::period::Period;
use crate::report::OnlySome;

/// Fewer are slips.
const SOME: usize = 3;
/// Episodes may leave children out if it lacks one of so many. The rule about each of them says the others.
const LACKING_ONE_OF: usize = 10;
/// The same where Header has no date of birth: it may list care leavers.
const LACKING_ONE_OF_ANY_AGE: usize = 3;
/// Children of Missing may be others if one of so many has another date of birth.
const OTHERS_ONE_OF: usize = 3;
/// UASC may be of another year if Episodes of its own lacks so many of its children, and one of so many.
const NOT_IN_CARE: usize = 2;
const NOT_IN_CARE_ONE_OF: usize = 3;
/// Half of those who are unaccompanied in a year are not in the next, and others come: so many seldom stay the same.
const THE_SAME: usize = 5;
/// Care leavers are in Header from the year in which they become 17.
const MAY_HAVE_LEFT: i32 = 16 * 12;

impl ChildLevel<'_> {
    /// Finds the returns whose modules are not about the same children. What a person says to be complete is.
    pub(crate) fn compare_children(&mut self) {
        let of_last_year: Vec<bool> =
            self.returns.iter().map(|own| has_uasc_of_another_year(own, self.last(own))).collect();
        let returns = self.returns.iter_mut().zip(of_last_year);
        for (own, of_last_year) in returns.filter(|(own, _)| !own.stops.is_said) {
            let Some(year) = own.days() else { continue };
            own.uasc_of_others = of_last_year.then_some(OnlySome::LastYears);
            if lacks_children(year, own) {
                own.only_some = Some(OnlySome::NotAllOfHeader);
            }
            let others = has_other_births(own.missing.rows(), own.header.rows());
            own.missing_of_others = others.then_some(OnlySome::OtherBirths);
        }
    }
}

/// Whether Episodes has no row of many children in Header.
fn lacks_children(year: Period, own: &Return<'_>) -> bool {
    if own.episodes.is_absent() || own.says_nothing.episodes {
        return false;
    }
    let is_in =
        |row: &HeaderRow| own.episodes.rows().binary_search_by_key(&row.child, |row: &EpisodeRow| row.child).is_ok();
    let born = own.header.rows().iter().any(|row| row.dob.day().is_some());
    let counts = |row: &&HeaderRow| match row.dob.day() {
        Some(born) => born <= year.end() && year.start().months_since(born) < MAY_HAVE_LEFT,
        None => !born,
    };
    let (mut all, mut lacking, mut last) = (0, 0, None);
    for row in own.header.rows().iter().filter(counts) {
        if last.replace(row.child) != Some(row.child) {
            all += 1;
            lacking += usize::from(!is_in(row));
        }
    }
    lacking >= SOME && lacking * if born { LACKING_ONE_OF } else { LACKING_ONE_OF_ANY_AGE } >= all
}

/// Whether many children of Missing have another date of birth in Header.
fn has_other_births(missing: &[MissingRow], header: &[HeaderRow]) -> bool {
    let (mut all, mut others) = (0, 0);
    for rows in missing.chunk_by(|a, b| a.child == b.child) {
        let Some((child, born)) = rows.iter().find_map(|row| row.dob.day().map(|born| (row.child, born))) else {
            continue;
        };
        let from = header.partition_point(|row| row.child < child);
        let of_child = header.iter().skip(from).take_while(|row| row.child() == child);
        let mut births = of_child.filter_map(|row| row.dob.day()).peekable();
        if births.peek().is_some() {
            all += 1;
            others += usize::from(!births.any(|other| may_be_one(born, other)));
        }
    }
    others >= SOME && others * OTHERS_ONE_OF >= all
}

/// Whether many children of UASC were not in care in its year, or its rows are those of last year, and that is rare.
fn has_uasc_of_another_year(own: &Return<'_>, last: Option<&Return<'_>>) -> bool {
    let Some(year) = own.days().filter(|_| !own.episodes.is_absent()) else { return false };
    let said = |row: &UascRow| (row.child, row.dob, row.duc);
    let rows = own.uasc.rows();
    let was_in_care = |row: &UascRow| {
        let from = own.episodes.rows().partition_point(|episode| episode.child < row.child);
        let of_child = own.episodes.rows().iter().skip(from).take_while(|episode| episode.child == row.child);
        of_child.filter_map(EpisodeRow::days).any(|(from, to)| year.overlaps(from, to))
    };
    let strangers = rows.iter().filter(|row| !was_in_care(row)).count();
    let is_same = || {
        let last = last.map(|last| last.uasc.rows()).unwrap_or_default();
        rows.len() == last.len() && rows.iter().map(said).eq(last.iter().map(said))
    };
    let many = strangers >= NOT_IN_CARE && strangers * NOT_IN_CARE_ONE_OF >= rows.len();
    many || (strangers > 0 || rows.len() >= THE_SAME) && is_same()
}

/// Whether two days are one, also where one of them has the month first.
fn may_be_one(one: Day, other: Day) -> bool {
    let ((year, month, day), (other_year, other_month, other_day)) = (one.ymd(), other.ymd());
    one == other || year == other_year && (month, day) == (other_day, other_month)
}
