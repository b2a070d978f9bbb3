//! What two children exchange, or one takes over from the other, and whether that leaves as it is what is printed beside
//! the model's own counts.

use crate::safe::own::children::{Child, History};
use crate::safe::own::places::Places;

/// What two children exchange, or one takes over from the other.
#[derive(Clone, Copy)]
pub(super) enum Exchange {
    Listed,
    Unaccompanied,
    Part,
    Sex,
    Away,
    Ends,
    TakesListed,
    TakesUnaccompanied,
    TakesPart,
    TakesAway,
    TakesMissing,
    TakesEnds,
    /// One incident of a period, of being away or else missing, was the other's.
    Incident(usize, bool),
    /// One child was still missing, or away, at the end of a period, or was not.
    AtEnd(usize, bool),
    /// An incident of the first period reached into the second, or did not.
    Longer(usize, usize, bool),
    /// An incident of the first period was in the second instead, or the other way round.
    Later(usize, usize, bool),
}

/// What can be in any period.
pub(super) const EXCHANGES: [Exchange; 12] = [
    Exchange::Listed,
    Exchange::Unaccompanied,
    Exchange::Part,
    Exchange::Sex,
    Exchange::Away,
    Exchange::Ends,
    Exchange::TakesListed,
    Exchange::TakesUnaccompanied,
    Exchange::TakesPart,
    Exchange::TakesAway,
    Exchange::TakesMissing,
    Exchange::TakesEnds,
];

impl Exchange {
    /// The two after it; `None` where it changes nothing, or cannot be.
    pub(super) fn of(self, one: &Child, other: &Child, places: &Places) -> Option<(Child, Child)> {
        if !self.can_be(one, other, places) {
            return None;
        }
        let (mut a, mut b) = (one.clone(), other.clone());
        let same_days = || one.periods.iter().zip(&other.periods).all(|(one, other)| one.counts == other.counts);
        let same = |of: fn(&Child) -> Vec<u32>| of(one) == of(other);
        let incidents = |child: &Child| -> Vec<u32> {
            child.periods.iter().flat_map(|of| [of.missing.incidents, of.away.incidents]).collect()
        };
        match self {
            Self::Listed | Self::TakesListed => listed(&mut a, &mut b),
            Self::Unaccompanied | Self::TakesUnaccompanied => unaccompanied(&mut a, &mut b),
            Self::Part | Self::TakesPart => {
                listed(&mut a, &mut b);
                unaccompanied(&mut a, &mut b);
            }
            Self::Sex => (a.sex, b.sex) = (other.sex, one.sex),
            Self::Away | Self::TakesAway if same_days() => {
                for (a, b) in a.periods.iter_mut().zip(&mut b.periods) {
                    std::mem::swap(&mut a.away, &mut b.away);
                }
            }
            Self::TakesMissing if same_days() => {
                for (a, b) in a.periods.iter_mut().zip(&b.periods) {
                    a.missing = b.missing;
                }
            }
            Self::Incident(period, is_away) => {
                if !has_one_to_spare(&a, period, is_away, places) {
                    return None;
                }
                for at in places.around(period) {
                    let counts = b.periods[*at].counts;
                    let (from, to) = (a.history_mut(*at, is_away), b.history_mut(*at, is_away));
                    let is_last = from.incidents == 1 && (from.at_end || from.not_found);
                    if !counts || from.incidents == 0 || is_last {
                        return None;
                    }
                    from.incidents -= 1;
                    to.incidents += 1;
                }
            }
            Self::AtEnd(period, is_away) => {
                let ending = places.ending_with(period);
                let at_end = a.history(period, is_away).at_end;
                for at in ending.iter().filter(|at| one.periods[**at].counts) {
                    let history = a.history_mut(*at, is_away);
                    if history.incidents == 0 || history.at_end != at_end || history.not_found != at_end {
                        return None;
                    }
                    (history.at_end, history.not_found) = (!at_end, !at_end);
                }
                a.longer[usize::from(is_away)] += if at_end { -1 } else { 1 };
            }
            Self::Longer(first, second, is_away) => longer(&mut a, (first, second), is_away, places)?,
            Self::Later(first, second, is_away) => later(&mut a, other, (first, second), is_away, places)?,
            Self::Ends | Self::TakesEnds if same_days() && same(incidents) => {
                let ends = |a: &mut History, b: &mut History| {
                    std::mem::swap(&mut a.at_end, &mut b.at_end);
                    std::mem::swap(&mut a.not_found, &mut b.not_found);
                };
                for (a, b) in a.periods.iter_mut().zip(&mut b.periods) {
                    ends(&mut a.missing, &mut b.missing);
                    ends(&mut a.away, &mut b.away);
                }
            }
            Self::Away | Self::TakesAway | Self::TakesMissing | Self::Ends | Self::TakesEnds => return None,
        }
        if self.is_alone() {
            b = other.clone();
        }
        (a != *one || b != *other).then_some((a, b))
    }

    /// Whether there is something to exchange, or to take over: a first look, before children are copied.
    fn can_be(self, one: &Child, other: &Child, places: &Places) -> bool {
        let days = || one.periods.iter().zip(&other.periods);
        match self {
            Self::Listed | Self::TakesListed => days().any(|(a, b)| a.listed != b.listed),
            Self::Unaccompanied | Self::TakesUnaccompanied => days().any(|(a, b)| a.unaccompanied != b.unaccompanied),
            Self::Part | Self::TakesPart => {
                days().any(|(a, b)| a.listed != b.listed) && days().any(|(a, b)| a.unaccompanied != b.unaccompanied)
            }
            Self::Sex => one.sex != other.sex,
            Self::Away | Self::TakesAway => days().any(|(a, b)| a.away != b.away),
            Self::TakesMissing => days().any(|(a, b)| a.missing != b.missing),
            Self::Ends | Self::TakesEnds => days().any(|(a, b)| a.missing != b.missing || a.away != b.away),
            Self::Incident(period, is_away) => {
                one.history(period, is_away).incidents > 0 && other.periods[period].counts
            }
            // Who is still missing into a period that follows has an incident in it too.
            Self::AtEnd(period, is_away) => {
                one.history(period, is_away).incidents > 0
                    && !places.following.iter().any(|(first, _)| *first == period)
            }
            Self::Longer(first, second, is_away) => {
                one.history(first, is_away).incidents > 0 && one.periods[second].counts
            }
            Self::Later(first, second, is_away) => {
                let from = if other.history(second, is_away).incidents > 0 { second } else { first };
                one.history(from, is_away).incidents > 0
            }
        }
    }

    /// Whether nothing tells against it but the model's own counts.
    pub(super) fn is_free(self, free: &Free, (one, other): (&Child, &Child), places: &Places) -> bool {
        match self {
            Self::TakesAway => free.away,
            Self::TakesMissing => free.missing,
            Self::Away => free.groups[1] || stays(one, other),
            Self::Incident(period, is_away) => {
                let group = free.groups[usize::from(is_away)] || stays(one, other);
                group && (is_away || free.times_stay(one, other, period, places))
            }
            _ => true,
        }
    }

    /// Whether it differs from the same with the two the other way round.
    pub(super) fn has_sides(self) -> bool {
        self.is_alone() || matches!(self, Self::Incident(..))
    }

    /// Of what takes nothing over from the other child, which of two ways it is.
    pub(super) fn of_one(self, other: &Child) -> Option<bool> {
        match self {
            Self::AtEnd(..) | Self::Longer(..) => Some(false),
            Self::Later(_, second, is_away) => Some(other.history(second, is_away).incidents > 0),
            _ => None,
        }
    }

    /// Whether one child changes and the other stays.
    pub(super) fn is_alone(self) -> bool {
        matches!(
            self,
            Self::TakesListed
                | Self::TakesUnaccompanied
                | Self::TakesPart
                | Self::TakesAway
                | Self::TakesMissing
                | Self::TakesEnds
                | Self::AtEnd(..)
                | Self::Longer(..)
                | Self::Later(..)
        )
    }
}

/// An incident of the first period reaches into the second, or no longer does; `None` where it cannot.
fn longer(a: &mut Child, (first, second): (usize, usize), is_away: bool, places: &Places) -> Option<()> {
    let (in_first, in_second) = (*a.history(first, is_away), *a.history(second, is_away));
    let last = in_second.incidents == 1 && (in_second.at_end || in_second.not_found);
    let is_longer = in_first.at_end;
    if in_first.incidents == 0
        || in_first.not_found != is_longer
        || !a.periods[second].counts
        || (is_longer && (in_second.incidents == 0 || last))
    {
        return None;
    }
    let by = if is_longer { -1 } else { 1 };
    let around = places.around(first);
    for at in places.around(second).iter().filter(|at| !around.contains(at)) {
        let history = a.history_mut(*at, is_away);
        history.incidents = history.incidents.checked_add_signed(by)?;
    }
    for at in places.ending_with(first) {
        if !a.periods[*at].counts {
            continue;
        }
        let history = a.history_mut(*at, is_away);
        (history.at_end, history.not_found) = (!is_longer, !is_longer);
    }
    a.longer[usize::from(is_away)] += i64::from(by);
    Some(())
}

/// An incident of one of the periods is in the other instead; `None` where it cannot be. The second child only says which
/// of the two ways is tried.
fn later(a: &mut Child, other: &Child, (first, second): (usize, usize), is_away: bool, places: &Places) -> Option<()> {
    let back = other.history(second, is_away).incidents > 0;
    let (from, to) = if back { (second, first) } else { (first, second) };
    let gone = *a.history(from, is_away);
    let is_last = gone.incidents == 1 && (gone.at_end || gone.not_found);
    if !a.periods[to].counts || is_last || !has_one_to_spare(a, from, is_away, places) {
        return None;
    }
    let (before, after) = (places.around(from), places.around(to));
    for at in before.iter().filter(|at| !after.contains(at)) {
        let history = a.history_mut(*at, is_away);
        history.incidents = history.incidents.checked_sub(1)?;
    }
    for at in after.iter().filter(|at| !before.contains(at)) {
        a.history_mut(*at, is_away).incidents += 1;
    }
    a.later[usize::from(is_away)] += if back { -1 } else { 1 };
    Some(())
}

/// Whether a child has an incident in a period that did not begin before it nor last beyond it.
fn has_one_to_spare(child: &Child, period: usize, is_away: bool, places: &Places) -> bool {
    let history = child.history(period, is_away);
    let reaches_in =
        places.following.iter().any(|(first, second)| *second == period && child.history(*first, is_away).at_end);
    history.incidents > u32::from(reaches_in) + u32::from(history.at_end)
}

fn listed(a: &mut Child, b: &mut Child) {
    for (a, b) in a.periods.iter_mut().zip(&mut b.periods) {
        std::mem::swap(&mut a.listed, &mut b.listed);
    }
}

fn unaccompanied(a: &mut Child, b: &mut Child) {
    for (a, b) in a.periods.iter_mut().zip(&mut b.periods) {
        std::mem::swap(&mut a.unaccompanied, &mut b.unaccompanied);
    }
}

/// Of which incidents nothing is printed but the model's own counts, so that there can be others.
#[derive(Clone, Debug)]
pub(in crate::safe::own) struct Free {
    pub(in crate::safe::own) missing: bool,
    pub(in crate::safe::own) away: bool,
    /// Whether no group of children who went missing, or were away, is printed, so that an incident can be a child's of
    /// another group.
    pub(in crate::safe::own) groups: [bool; 2],
    /// Where children are printed by how often they were missing in a period: the most times of each line.
    pub(in crate::safe::own) times: Option<(usize, Vec<u32>)>,
}

impl Free {
    /// Whether as many children are in each line of that table if one child has one incident less in a period, and the
    /// other one more.
    fn times_stay(&self, one: &Child, other: &Child, period: usize, places: &Places) -> bool {
        let Some((of, most)) = &self.times else { return true };
        if !places.around(period).contains(of) {
            return true;
        }
        let line = |times: u32| most.partition_point(|most| *most < times);
        let lines = |a: u32, b: u32| {
            let (a, b) = (line(a), line(b));
            (a.min(b), a.max(b))
        };
        let [a, b] = [one, other].map(|child| child.history(*of, false).incidents);
        a > 0 && lines(a, b) == lines(a - 1, b + 1)
    }
}

/// Whether two children were in the same groups throughout.
fn stays(one: &Child, other: &Child) -> bool {
    one.throughout.is_some() && one.throughout == other.throughout
}
