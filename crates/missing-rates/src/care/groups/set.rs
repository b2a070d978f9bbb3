//! Sets of groups.

use crate::group::Group;

/// A set of groups, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Groups(u64);

impl Groups {
    pub(crate) fn of(group: Group) -> Self {
        Self(1 << group as u64)
    }

    pub(super) fn add(&mut self, group: Group) {
        self.0 |= 1 << group as u64;
    }

    /// The groups of both sets.
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The groups that are not in the other set.
    pub(in crate::care) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the set holds a group.
    #[cfg(test)]
    pub(in crate::care) fn has(self, group: Group) -> bool {
        self.0 & 1 << group as u64 != 0
    }

    /// The index of each group among [`Group::ALL`].
    #[inline]
    pub(crate) fn places(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let place = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(place)
        })
    }

    /// The groups that are in both sets.
    pub(crate) fn among(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// How many groups the set holds.
    pub(crate) fn count(self) -> u32 {
        self.0.count_ones()
    }
}

/// Adds the bands of all numbers from `low` to `high`. `high` is asked for only if `low` is not in the last band.
pub(super) fn add_bands(bands: &[(i32, Group)], low: i32, high: impl Fn() -> i32, groups: &mut Groups) {
    let place = |n: i32| bands.partition_point(|(from, _)| *from <= n).saturating_sub(1);
    let from = place(low);
    let to = if from + 1 == bands.len() { from } else { place(high()).max(from) };
    for (_, group) in bands.iter().take(to + 1).skip(from) {
        groups.add(*group);
    }
}
