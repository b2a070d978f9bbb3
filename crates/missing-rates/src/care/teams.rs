//! The team of each child, where a list of teams was chosen.

use missing_rows::{ChildId, TeamRow};

use super::table::Table;
use crate::answer::alike;
use crate::interviews::Team;
use crate::order::Ordered;

/// The team of each child of a list, in the order of the children.
#[derive(Debug)]
pub(crate) struct TeamsOf(Vec<(ChildId, Team)>);

/// Names that differ only in case and spaces are one team; it is shown as it is written first in the order of the alphabet.
pub(crate) fn teams(table: &Table<'_, TeamRow>) -> TeamsOf {
    // Few teams, each with what makes names alike and the name that is shown.
    let mut shown: Vec<(String, String)> = Vec::new();
    let mut found: Vec<(ChildId, Option<usize>)> = Vec::new();
    for row in table.rows() {
        let Some(name) = table.team(row, row.team) else { continue };
        let key = alike(&name);
        let at = shown.iter().position(|(other, _)| *other == key).unwrap_or_else(|| {
            shown.push((key, name.clone()));
            shown.len() - 1
        });
        if name < shown[at].1 {
            shown[at].1 = name;
        }
        // Rows are in the order of their children.
        match found.last_mut() {
            Some((child, team)) if *child == row.child => *team = team.filter(|other| *other == at),
            _ => found.push((row.child, Some(at))),
        }
    }
    let team = |at: Option<usize>| at.map_or(Team::Several, |at| Team::Named(shown[at].1.clone()));
    TeamsOf(found.into_iter().map(|(child, at)| (child, team(at))).collect())
}

impl TeamsOf {
    /// The team of a child; `None` if the list does not have the child, or names no team.
    pub(crate) fn of(&self, child: ChildId) -> Option<&Team> {
        let place = self.0.binary_search_by_key(&child, |(other, _)| *other).ok()?;
        self.0.get(place).map(|(_, team)| team)
    }

    /// The names of all teams of these lists, in order.
    pub(crate) fn names<'a>(lists: impl Iterator<Item = &'a Self>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for (_, team) in lists.flat_map(|list| &list.0) {
            if let Team::Named(name) = team
                && !names.contains(name)
            {
                names.push(name.clone());
            }
        }
        names.order();
        names
    }
}
