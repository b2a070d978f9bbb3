//! Where one share is among other shares.

use crate::order::Ordered;
use std::cmp::Ordering;

use crate::period::Period;
use crate::rates::{Z_95, ends_of_share, newcombe};
use crate::report::{AmongAll, Beside, Outcome, Position, PositionOf, PublishedFigures, Role, Rounding};

/// A share, as the number of children it is true of and the number of all children.
type Share = (u64, u64);

/// The position of a share among the neighbours' shares of the same year, or of the nearest year that has any. `None`
/// without children, or where no neighbour has a published share.
pub(super) fn position(
    figure: PositionOf,
    period: Period,
    (own, rounding): (Share, Rounding),
    published: &[PublishedFigures],
) -> Option<Position> {
    if own.1 == 0 || own.0 > own.1 {
        return None;
    }
    let ends = ends_of_share(rounding, own);
    let neighbours = || published.iter().filter(|p| p.role == Role::Neighbour);
    let years = || neighbours().filter(|p| share(p).is_some()).map(|p| p.period);
    let apart = |year: &Period| year.end().days_since(period.end()).max(period.end().days_since(year.end()));
    // Of two that are as near, the later.
    let year = years().min_by_key(|year| (apart(year), std::cmp::Reverse(*year)))?;
    let beside = published.iter().filter(|p| p.period == year && !matches!(p.role, Role::Own | Role::Predecessor));
    let mut position = Position {
        figure,
        period,
        published: year,
        lower: 0,
        equal: 0,
        higher: 0,
        without: 0,
        lowest_percent: None,
        highest_percent: None,
        england: None,
        beside: beside.map(|other| stand_beside((own, ends), other)).collect(),
    };
    let mut lowest_first: Vec<(Share, &PublishedFigures)> = Vec::new();
    for neighbour in neighbours().filter(|p| p.period == year) {
        let Some(theirs) = share(neighbour) else { continue };
        match place(theirs, ends) {
            Ordering::Less => position.lower += 1,
            Ordering::Equal => position.equal += 1,
            Ordering::Greater => position.higher += 1,
        }
        lowest_first.push((theirs, neighbour));
    }
    lowest_first.order_by(|(a, _), (b, _)| compare(*a, *b));
    // A neighbour that has nothing for the year, not even a symbol, has no share either.
    let mut all: Vec<_> = neighbours().map(|p| p.area).collect();
    all.dedup();
    position.without = (all.len() - lowest_first.len()) as u64;
    position.lowest_percent = lowest_first.first().and_then(|(_, p)| p.percent.clone());
    position.highest_percent = lowest_first.last().and_then(|(_, p)| p.percent.clone());
    Some(position)
}

/// The published share, if both its parts are published and there are children.
pub(super) fn share(of: &PublishedFigures) -> Option<Share> {
    of.children_missing.number().zip(of.children.number()).filter(|(n, d)| *d > 0 && n <= d)
}

/// Which of two shares is larger, without dividing.
fn compare((n, d): Share, (other_n, other_d): Share) -> Ordering {
    (u128::from(n) * u128::from(other_d)).cmp(&(u128::from(other_n) * u128::from(d)))
}

/// On which side of a share, of which the ends are what rounding allows, another share is. What is between the ends is as
/// good as equal: nobody can tell.
fn place(theirs: Share, [least, most]: [Share; 2]) -> Ordering {
    let to_least = compare(theirs, least);
    if to_least == compare(theirs, most) { to_least } else { Ordering::Equal }
}

/// Fewer authorities than this are not all of England's, only those of some file.
const FEWEST: u64 = 20;

/// Where a share is among the shares of others, in any order.
pub(super) fn among_all((own, rounding): (Share, Rounding), others: impl Iterator<Item = Share>) -> Option<AmongAll> {
    let [low, high] = ends_of_share(rounding, own);
    let mut among =
        AmongAll { authorities: 0, lower: 0, equal: 0, higher: 0, quarter: None, clearly_lower: 0, clearly_higher: 0 };
    for theirs in others {
        among.authorities += 1;
        match place(theirs, [low, high]) {
            Ordering::Less => among.lower += 1,
            Ordering::Equal => among.equal += 1,
            Ordering::Greater => among.higher += 1,
        }
        let ends = newcombe(low, theirs, Z_95).zip(newcombe(high, theirs, Z_95));
        if let Some(((lower, _), (_, upper))) = ends {
            among.clearly_lower += u64::from(lower > 0.0);
            among.clearly_higher += u64::from(upper < 0.0);
        }
    }
    let all = among.authorities + 1;
    // The first and the last place that it could have among equal shares.
    let quarter = |place: u64| u8::try_from((place * 4).div_ceil(all)).ok();
    let (first, last) = (quarter(among.higher + 1), quarter(among.higher + among.equal + 1));
    among.quarter = first.filter(|_| first == last);
    (among.authorities >= FEWEST).then_some(among)
}

/// A share beside another, with the widest interval of the difference that the ends of the share allow.
fn stand_beside((own, [least, most]): (Share, [Share; 2]), other: &PublishedFigures) -> Beside {
    let difference = |own: Share| newcombe(own, share(other)?, Z_95);
    let interval = difference(least).zip(difference(most)).map(|((lower, _), (_, upper))| (lower, upper));
    let value = |(n, d): Share| n as f64 / d as f64;
    Beside {
        area: other.area,
        role: other.role,
        points: share(other).map(|theirs| value(own) - value(theirs)),
        lower: interval.map(|(lower, _)| lower),
        upper: interval.map(|(_, upper)| upper),
        outcome: interval.map(Outcome::of),
    }
}
