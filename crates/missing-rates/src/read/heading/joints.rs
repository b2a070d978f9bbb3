//! Handles words that join others, and parts of the trafficked children. They are understood only if what they join is
//! understood.

use super::grammar::{Joint, Reading};
use super::items::{Item, What};
use super::vocabulary::Class;
use crate::cohort::{Cohort, Part};

impl Reading<'_> {
    /// `identified as trafficked`, `trafficked children (suspected)`: a part says nothing about another word.
    pub(super) fn part(&mut self, at: usize, part: Part) {
        let trafficked = Some(Class::Group(Cohort::Trafficked));
        let skip = |at: &usize| !matches!(self.class(*at), Some(Class::Link | Class::Part(_) | Class::Or | Class::And));
        let after = (at + 1..self.items.len()).find(skip);
        let before = (0..at).rev().find(|at| {
            !matches!(
                self.class(*at),
                Some(Class::Link | Class::Part(_) | Class::Or | Class::And | Class::Child | Class::Ask)
            )
        });
        let apart = |at: usize| matches!(self.items[at].before, ')' | ']' | ':' | ',' | '-' | '–' | '—');
        let leads = after.is_some_and(|after| self.class(after) == trafficked);
        let follows = before.is_some_and(|before| self.class(before) == trafficked)
            && after.is_none_or(|after| {
                apart(after)
                    || after > at + 1
                    || !matches!(
                        self.class(after),
                        Some(Class::Missing | Class::Away | Class::Incident | Class::Group(_))
                    )
            });
        if !(leads || follows) {
            // `identified as unaccompanied` is unaccompanied, `suspected of being unaccompanied` is not.
            let named = after.is_some_and(|after| matches!(self.class(after), Some(Class::Group(_))));
            if !(named && part == Part::Identified && !self.items[at].text.starts_with("confirmed")) {
                self.in_the_way(at);
            }
            return;
        }
        if self.items[at].text.starts_with("confirmed") {
            self.phrase.confirmed = true;
        }
        // Both parts are the whole, and so is a part that is added to all children:
        // `trafficked or suspected trafficked`.
        let joint = (0..at).rev().find(|at| !matches!(self.class(*at), Some(Class::Link)));
        let added = joint.is_some_and(|joint| {
            let before = (0..joint).rev().find(|at| !matches!(self.class(*at), Some(Class::Link | Class::Child)));
            matches!(self.class(joint), Some(Class::Or | Class::And))
                && before.is_some_and(|at| self.class(at) == trafficked)
        });
        if added {
            return;
        }
        let other = |item: &Item| matches!(item.what, What::Class(Class::Part(other)) if other != part);
        self.phrase.part = if self.items.iter().any(other) { None } else { Some(part) };
    }

    pub(super) fn and(&self, at: usize) -> Joint {
        let (Some(before), Some(after)) = (self.near(at, true), self.near(at, false)) else { return Joint::Not };
        let trafficked =
            |class: Option<Class>| matches!(class, Some(Class::Group(Cohort::Trafficked) | Class::Part(_)));
        let (left, right) = (self.class(before), self.class(after));
        match (left, right) {
            (left, right) if trafficked(left) && trafficked(right) => Joint::Fine,
            (Some(Class::Group(left)), Some(Class::Group(right))) if left == right => Joint::Fine,
            (Some(Class::Group(left)), Some(Class::Group(right))) if left != Cohort::All && right != Cohort::All => {
                Joint::Groups
            }
            (Some(Class::Group(Cohort::Unaccompanied)), Some(Class::Part(_))) => Joint::Groups,
            // `trafficked children and unaccompanied children`
            (Some(Class::Child), Some(Class::Group(right))) if right != Cohort::All => Joint::Groups,
            // `who were looked after and went missing`
            (_, Some(Class::Missing | Class::Group(_) | Class::Part(_) | Class::Had | Class::Incident))
                if self.linked(at) && !matches!(left, Some(Class::Ask)) =>
            {
                Joint::Fine
            }
            (Some(Class::Missing), Some(Class::Still | Class::StillNote)) => Joint::Fine,
            (Some(Class::Group(_) | Class::Both), None) if matches!(self.items[after].what, What::Refers(_)) => {
                Joint::Fine
            }
            (None, _) if matches!(self.items[before].what, What::Refers(_)) && self.linked(at) => Joint::Fine,
            _ => Joint::Not,
        }
    }

    pub(super) fn or(&self, at: usize) -> bool {
        let (Some(before), Some(after)) = (self.near(at, true), self.near(at, false)) else { return false };
        let trafficked =
            |class: Option<Class>| matches!(class, Some(Class::Group(Cohort::Trafficked) | Class::Part(_)));
        match (self.class(before), self.class(after)) {
            (left, right) if trafficked(left) && trafficked(right) => true,
            (Some(Class::Child), right) if trafficked(right) => self.has(Class::Group(Cohort::Trafficked)),
            (Some(Class::Group(left)), Some(Class::Group(right))) => left == right,
            // `not yet found or still missing`
            (Some(Class::Still | Class::Missing), Some(Class::Still)) => true,
            _ => false,
        }
    }

    /// `number of`, `incidents of`, and the like.
    pub(super) fn of(&self, at: usize) -> bool {
        let (before, after) = (at.checked_sub(1).and_then(|at| self.class(at)), self.near(at, false));
        let before = match before {
            Some(Class::Link | Class::During) => self.near(at, true).and_then(|at| self.class(at)),
            before => before,
        };
        let of_what = after.and_then(|at| self.class(at));
        let for_whom = self.items[at].text != "by" && self.items[at].text != "of";
        matches!(before, Some(Class::Incident | Class::Ask))
            && matches!(
                of_what,
                Some(Class::Child | Class::Group(_) | Class::Missing | Class::Away | Class::Part(_) | Class::Many)
            )
            || for_whom
                && matches!(before, Some(Class::Missing | Class::Away))
                && matches!(of_what, Some(Class::Child | Class::Group(_) | Class::Part(_)))
    }

    /// `had a missing episode`, `had gone missing`; not `with a passport`.
    pub(super) fn had(&self, at: usize) -> bool {
        let next = self.near(at, false);
        next.is_some_and(|next| {
            matches!(
                self.class(next),
                Some(Class::Missing | Class::Away | Class::Incident | Class::Many | Class::Group(_) | Class::Part(_))
            ) && (self.items[at].text != "with" || self.incident().is_some_and(|incident| incident > at))
        })
    }

    pub(super) fn incident(&self) -> Option<usize> {
        (0..self.items.len()).find(|at| self.class(*at) == Some(Class::Incident))
    }
}
