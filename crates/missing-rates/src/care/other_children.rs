//! Whether the modules of a return are about the same children: Header lists children whom Episodes does not, the children of
//! Missing have other dates of birth in Header or are far too few, those of Episodes are nearly all in Missing, or those of UASC are
//! last year's or have other dates of birth.

use missing_rows::{ChildId, Code, Day, EpisodeRow, HeaderRow, MissingRow, Row, UascRow, When};

use super::in_order::is_among;
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
/// Rows about children who were away, and none about any who was missing, are a part of Missing, if a year has so many children.
const SOME_WENT_MISSING_OF: usize = 20;
/// Missing may be a part of itself if its share is less than one of so many of another year's, which is of so many children.
const LESS_THAN_ONE_OF: usize = 4;
const OF_OTHER_YEAR: usize = 10;
/// UASC may leave out children if fewer than one of so many of last year's who are still in care and under 18 are in it, of so
/// many.
const LEFT_OUT_ONE_OF: usize = 2;
const STILL_THERE: usize = 5;
/// Episodes may leave out children who did not go missing if nearly all of its children, of so many, are in Missing: at least so
/// large a part of them, which would seldom be even if so large a part of all children went missing. A home's own list is shorter.
const NEARLY_ALL_OF: usize = 10;
const NEARLY_ALL: (usize, usize) = (4, 5);
const ODDS_OF_A_THIRD: f64 = 0.5;
const SELDOM_SO_MANY: f64 = 0.001;
/// In nearly any authority no smaller share of children goes missing than this; and how seldom so few would, by chance.
const SMALLEST_SHARE: f64 = 0.03;
const SELDOM: f64 = 0.01;
/// The same beside another year, if half its share of children did.
const SELDOM_OF_HALF: f64 = 0.05;
/// A term that is smaller than such a part of the sum no longer changes it; and a sum that is made smaller before it is too large.
const NEGLIGIBLE: f64 = 1e-12;
const LARGE: f64 = 1e200;

impl ChildLevel<'_> {
    /// Finds the returns whose modules are not about the same children. What a person says to be complete is.
    pub(crate) fn compare_children(&mut self) {
        let uasc = |own: &Return<'_>| {
            let last = self.last(own);
            let of_another_year = has_uasc_of_another_year(own, last).then_some(OnlySome::LastYears);
            let left_out = || leaves_out_unaccompanied(own, last).then_some(OnlySome::FewUnaccompanied);
            let others = || has_other_births(own.uasc.rows(), |row| row.dob, own.header.rows());
            of_another_year.or_else(left_out).or_else(|| others().then_some(OnlySome::OtherBirthsInUasc))
        };
        let of_uasc: Vec<Option<OnlySome>> = self.returns.iter().map(uasc).collect();
        let few: Vec<bool> = self.returns.iter().map(|own| self.has_few_missing(own)).collect();
        let returns = self.returns.iter_mut().zip(of_uasc.into_iter().zip(few));
        for (own, (of_uasc, few)) in returns.filter(|(own, _)| !own.stops.is_said) {
            let Some(year) = own.days() else { continue };
            own.uasc_of_others = of_uasc;
            if lacks_children(year, own) {
                own.only_some = Some(OnlySome::NotAllOfHeader);
            }
            if own.only_some.is_none() && has_nearly_all_in_missing(year, own) {
                own.only_some = Some(OnlySome::NearlyAllInMissing);
            }
            let others = has_other_births(own.missing.rows(), |row| row.dob, own.header.rows());
            let few = few.then_some(OnlySome::FewMissing);
            own.missing_of_others = others.then_some(OnlySome::OtherBirths).or(few);
        }
    }
}

/// How many children of Episodes were in care on any day of a year.
fn children_in_care(year: Period, own: &Return<'_>) -> usize {
    let in_care =
        |rows: &&[EpisodeRow]| rows.iter().filter_map(EpisodeRow::days).any(|(from, to)| year.overlaps(from, to));
    own.episodes.rows().chunk_by(|a, b| a.child == b.child).filter(in_care).count()
}

/// How many children were in care in the year of a return, how many of them its rows say went missing, and whether any row is
/// about a child who was away. `None` of a return that stops early, or from which nothing can be said.
fn how_many(own: &Return<'_>) -> Option<(usize, usize, bool)> {
    let year = own.days()?;
    if own.episodes.is_absent() || own.missing.is_absent() || own.says_nothing.missing || own.stops_early() {
        return None;
    }
    let children = children_in_care(year, own);
    let has = |rows: &[MissingRow], code: Code| rows.iter().any(|row| row.code.code() == Some(code));
    let of_missing = || own.missing.rows().chunk_by(|a, b| a.child == b.child);
    let missing = of_missing().filter(|rows| has(rows, Code::Missing)).count();
    Some((children, missing, of_missing().any(|rows| has(rows, Code::Away))))
}

impl ChildLevel<'_> {
    /// Whether Missing names far fewer children than that of the year before or after, or than in nearly any authority.
    fn has_few_missing(&self, own: &Return<'_>) -> bool {
        let Some((children, missing, any_away)) = how_many(own) else { return false };
        let years = own.year.map(|year| [year - 1, year + 1]).into_iter().flatten();
        let mut others = years.filter_map(|year| how_many(self.of_year(year)?));
        let is_less = |(others, other, _): (usize, usize, bool)| {
            let half = other as f64 / 2.0 / others as f64 * children as f64;
            other >= OF_OTHER_YEAR
                && missing * others * LESS_THAN_ONE_OF <= other * children
                && chance_of_so_few(half, missing) < SELDOM_OF_HALF
        };
        missing == 0 && any_away && children >= SOME_WENT_MISSING_OF
            || others.any(is_less)
            || chance_of_so_few(children as f64 * SMALLEST_SHARE, missing) < SELDOM
    }
}

/// How seldom so few children or fewer go missing, if as many as the mean do, by the distribution of Poisson.
fn chance_of_so_few(mean: f64, missing: usize) -> f64 {
    share_of_terms(|n| mean / (n as f64 + 1.0), |n| n <= missing)
}

/// How seldom so many of all children or more go missing, if a third of all do, by the binomial distribution.
fn chance_of_so_many(children: usize, missing: usize) -> f64 {
    share_of_terms(|n| (children - n) as f64 / (n as f64 + 1.0) * ODDS_OF_A_THIRD, |n| n >= missing)
}

/// The share of some terms of a distribution, each of which is the last one `times` as much. Terms are compared with their sum,
/// because the first of many children is smaller than any number.
fn share_of_terms(times: impl Fn(usize) -> f64, counts: impl Fn(usize) -> bool) -> f64 {
    let (mut term, mut counted, mut all) = (1.0, 0.0, 0.0);
    for n in 0.. {
        all += term;
        if counts(n) {
            counted += term;
        }
        let next = times(n);
        term *= next;
        if next < 1.0 && term < all * NEGLIGIBLE {
            break;
        }
        if all > LARGE {
            (term, counted, all) = (term / LARGE, counted / LARGE, all / LARGE);
        }
    }
    counted / all
}

/// Whether nearly all children of Episodes who were in care in the year are in Missing.
fn has_nearly_all_in_missing(year: Period, own: &Return<'_>) -> bool {
    if own.episodes.is_absent() || own.missing.is_absent() {
        return false;
    }
    let of_missing = || own.missing.rows().chunk_by(|a, b| a.child == b.child).filter_map(|rows| rows.first());
    let children = children_in_care(year, own);
    let (part, whole) = NEARLY_ALL;
    let nearly_all = |missing: usize| missing * whole >= children * part;
    if children < NEARLY_ALL_OF || !nearly_all(of_missing().count()) {
        return false;
    }
    let missing = of_missing().filter(|row| was_in_care(own, row.child, year)).count();
    nearly_all(missing) && chance_of_so_many(children, missing) < SELDOM_SO_MANY
}

/// Whether Episodes has no row of many children in Header.
fn lacks_children(year: Period, own: &Return<'_>) -> bool {
    if own.episodes.is_absent() || own.says_nothing.episodes {
        return false;
    }
    let mut is_in_episodes = is_among(own.episodes.rows());
    let born = own.header.rows().iter().any(|row| row.dob.day().is_some());
    let counts = |row: &&HeaderRow| match row.dob.day() {
        Some(born) => born <= year.end() && year.start().months_since(born) < MAY_HAVE_LEFT,
        None => !born,
    };
    let (mut all, mut lacking, mut last) = (0, 0, None);
    for row in own.header.rows().iter().filter(counts) {
        if last.replace(row.child) != Some(row.child) {
            all += 1;
            lacking += usize::from(!is_in_episodes(row.child));
        }
    }
    lacking >= SOME && lacking * if born { LACKING_ONE_OF } else { LACKING_ONE_OF_ANY_AGE } >= all
}

/// Whether many children of a module have another date of birth in Header.
fn has_other_births<R: Row>(of: &[R], born: impl Fn(&R) -> When, header: &[HeaderRow]) -> bool {
    let (mut all, mut others) = (0, 0);
    for rows in of.chunk_by(|a, b| a.child() == b.child()) {
        let Some((child, born)) = rows.iter().find_map(|row| born(row).day().map(|born| (row.child(), born))) else {
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

/// Whether a child was in care on any day of a year, by its Episodes.
fn was_in_care(own: &Return<'_>, child: ChildId, year: Period) -> bool {
    let from = own.episodes.rows().partition_point(|episode| episode.child < child);
    let of_child = own.episodes.rows().iter().skip(from).take_while(|episode| episode.child == child);
    of_child.filter_map(EpisodeRow::days).any(|(from, to)| year.overlaps(from, to))
}

/// Whether many children of UASC were not in care in its year, or its rows are those of last year, and that is rare.
fn has_uasc_of_another_year(own: &Return<'_>, last: Option<&Return<'_>>) -> bool {
    let Some(year) = own.days().filter(|_| !own.episodes.is_absent()) else { return false };
    let said = |row: &UascRow| (row.child, row.dob, row.duc);
    let rows = own.uasc.rows();
    let strangers = rows.iter().filter(|row| !was_in_care(own, row.child, year)).count();
    let is_same = || {
        let last = last.map(|last| last.uasc.rows()).unwrap_or_default();
        rows.len() == last.len() && rows.iter().map(said).eq(last.iter().map(said))
    };
    let many = strangers >= NOT_IN_CARE && strangers * NOT_IN_CARE_ONE_OF >= rows.len();
    many || (strangers > 0 || rows.len() >= THE_SAME) && is_same()
}

/// Whether UASC has too few of last year's children who are still in care and did not come of age before the year.
fn leaves_out_unaccompanied(own: &Return<'_>, last: Option<&Return<'_>>) -> bool {
    let Some((year, last)) = own.days().zip(last).filter(|_| !own.uasc.is_absent() && !own.episodes.is_absent()) else {
        return false;
    };
    let goes_on =
        |row: &&UascRow| row.duc.day().is_none_or(|ceased| ceased >= year.start()) && was_in_care(own, row.child, year);
    let is_listed = |row: &UascRow| own.uasc.rows().binary_search_by_key(&row.child, |row| row.child).is_ok();
    let mut still: Vec<&UascRow> = last.uasc.rows().iter().filter(goes_on).collect();
    still.dedup_by_key(|row| row.child);
    let listed = still.iter().filter(|row| is_listed(row)).count();
    still.len() >= STILL_THERE && listed * LEFT_OUT_ONE_OF < still.len()
}

/// Whether two days are one, also where one of them has the month first.
fn may_be_one(one: Day, other: Day) -> bool {
    let ((year, month, day), (other_year, other_month, other_day)) = (one.ymd(), other.ymd());
    one == other || year == other_year && (month, day) == (other_day, other_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chance_of_so_few_is_that_of_poisson_at_any_size() {
        let is = |chance: f64, known: f64| (chance - known).abs() < 1e-6;
        // 3 e⁻²; e⁻³; from tables of the distribution; and of a whole country, more than are expected or far fewer.
        assert!(is(chance_of_so_few(2.0, 1), 0.406_006));
        assert!(is(chance_of_so_few(3.0, 0), 0.049_787));
        assert!(is(chance_of_so_few(10.0, 10), 0.583_040));
        assert!(is(chance_of_so_few(0.0, 0), 1.0) && is(chance_of_so_few(0.0, 5), 1.0));
        assert!(is(chance_of_so_few(3450.0, 13_477), 1.0));
        assert!(is(chance_of_so_few(34_500.0, 33_000), 0.0));
        // A third of three: 1/27; of ten, at least nine: 21 of 3¹⁰; of none.
        assert!(is(chance_of_so_many(3, 3), 1.0 / 27.0) && is(chance_of_so_many(10, 9), 21.0 / 59_049.0));
        assert!(is(chance_of_so_many(0, 0), 1.0) && is(chance_of_so_many(5000, 5000), 0.0));
        assert!((0.49..0.52).contains(&chance_of_so_many(6000, 2000)));
        // Close to the mean it is about a half.
        assert!((0.5..0.51).contains(&chance_of_so_few(3450.0, 3450)));
    }
}
