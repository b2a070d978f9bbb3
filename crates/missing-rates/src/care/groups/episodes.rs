//! Finds the episode that a child was in on a day without looking through all of them: one child can have tens of
//! thousands.

use missing_rows::{Day, EpisodeRow, When};

use super::Records;

/// How far the episodes of a child reach, return by return. There is one tree for short breaks and one for all other
/// episodes. The leaves are the last days of the episodes in their order, and each node above is the later of its two
/// children. It is kept from child to child.
#[derive(Debug, Default)]
pub(super) struct Reach {
    nodes: Vec<Day>,
    /// Where the two trees of each return begin, and how many leaves each has.
    returns: Vec<(usize, usize)>,
}

impl Reach {
    pub(super) fn take(&mut self, records: &[Records<'_>]) {
        self.nodes.clear();
        self.returns.clear();
        for records in records {
            let (start, leaves) = (self.nodes.len(), records.episodes.len().next_power_of_two());
            self.returns.push((start, leaves));
            self.nodes.resize(start + 4 * leaves, Day::MIN);
            let (others, short_breaks) = self.nodes[start..].split_at_mut(2 * leaves);
            for (at, row) in records.episodes.iter().enumerate() {
                let tree = if row.ls.is_short_break() { &mut *short_breaks } else { &mut *others };
                tree[leaves + at] = row.days().map_or(Day::MIN, |(_, to)| to);
            }
            for tree in [others, short_breaks] {
                (1..leaves).rev().for_each(|node| tree[node] = tree[2 * node].max(tree[2 * node + 1]));
            }
        }
    }

    /// The episode, in the return at this index, that a child went missing from on a day. Among the episodes that hold
    /// the day, it is the one that began last before the day, or else the first that began on it. A short break is used
    /// only where nothing else holds the day.
    pub(super) fn episode_on<'a>(&self, at: usize, records: &[Records<'a>], day: Day) -> Option<&'a EpisodeRow> {
        let episodes = records.get(at)?.episodes;
        let (start, leaves) = *self.returns.get(at)?;
        let began = episodes.partition_point(|row| row.decom < When::from(day));
        [false, true].into_iter().find_map(|short_breaks| {
            let start = start + 2 * leaves * usize::from(short_breaks);
            let tree = self.nodes.get(start..start + 2 * leaves)?;
            let from = last_reaching(tree, began, day).map_or(When::from(day), |at| episodes[at].decom);
            // Of the episodes that began on one day, the one that ends first. Episodes are sorted by first day, then by
            // last day.
            let first = episodes.partition_point(|row| (row.decom, row.dec) < (from, When::from(day)));
            let same_day = episodes[first..].iter().take_while(|row| row.decom == from);
            same_day.filter(|row| row.ls.is_short_break() == short_breaks).find(|row| row.days().is_some())
        })
    }
}

/// The last leaf before an index whose day is the given one or later.
fn last_reaching(tree: &[Day], before: usize, day: Day) -> Option<usize> {
    let leaves = tree.len() / 2;
    // Go up from the leaf until a tree to the left reaches the day, then down in that tree, to the right where
    // possible.
    let mut node = leaves + before;
    let mut found = if before == leaves { (tree.get(1)? >= &day).then_some(1) } else { None };
    while found.is_none() && node > 1 && before < leaves {
        found = (node % 2 == 1 && tree[node - 1] >= day).then_some(node - 1);
        node /= 2;
    }
    let mut node = found?;
    while node < leaves {
        node = 2 * node + usize::from(tree[2 * node + 1] >= day);
    }
    Some(node - leaves)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::care::tables::Made;

    /// The same, by looking at each episode.
    fn one_by_one(episodes: &[EpisodeRow], day: Day) -> Option<&EpisodeRow> {
        let choose = |short_breaks: bool| {
            let mut chosen: Option<(Day, &EpisodeRow)> = None;
            for row in episodes.iter().filter(|row| row.ls.is_short_break() == short_breaks) {
                let Some((from, _)) = row.days().filter(|(from, to)| *from <= day && day <= *to) else { continue };
                if chosen.is_none_or(|(other, _)| from < day && from > other) {
                    chosen = Some((from, row));
                }
            }
            chosen.map(|(_, row)| row)
        };
        choose(false).or_else(|| choose(true))
    }

    proptest! {
        #[test]
        fn it_is_the_one_that_is_found_by_looking_at_each(
            rows in prop::collection::vec((1u8..12, prop::option::of(1u8..14), 0u8..4, 1u8..7), 0..12), day in 1u8..14
        ) {
            let mut text = String::from("CHILD,DECOM,DEC,LS,PLACE\n");
            for (from, to, ls, place) in rows {
                let to = match to {
                    None => String::new(),
                    Some(13) => "31/02/2024".to_owned(),
                    Some(to) => format!("{to:02}/05/2024"),
                };
                let ls = ["C2", "V2", "V4", "E1"][usize::from(ls)];
                std::fmt::Write::write_fmt(&mut text, format_args!("1,{from:02}/05/2024,{to},{ls},U{place}\n")).unwrap();
            }
            let made = Made::new().episodes(&text);
            let of = made.year(2025);
            let records = [Records { episodes: of.episodes.rows(), ..Records::default() }];
            let mut reach = Reach::default();
            reach.take(&records);
            let day: Day = format!("2024-05-{day:02}").parse().unwrap();
            let found = reach.episode_on(0, &records, day).map(|row| row.row);
            prop_assert_eq!(found, one_by_one(records[0].episodes, day).map(|row| row.row), "{}", text);
        }
    }
}
