//! Answers questions about single children.

use missing_rows::{ChildId, Day};

use super::levels::Level;
use crate::care::{covers, last_day, missing_on, record};
use crate::checks::{Listing, check};
use crate::period::Period;
use crate::query::Query;
use crate::returns::Returns;
use crate::single::{ChildRecord, MissingChild, MissingOn, OpenLastYear};

impl Returns {
    /// The children who are missing, or away, on a day; if none is given, on the last day of the period that is asked for, or
    /// else on the last that the files cover. It is only for the analyst's own use: it holds the children's identifiers. `None`
    /// where no return covers the day, and where the query asks for figures that are safe to publish.
    ///
    /// Source for what counts as missing on a day: DfE, Children looked after in England, *missing at 31 March*.
    pub fn missing_on(&self, query: &Query, day: Option<Day>) -> Option<MissingOn> {
        if query.disclosure.is_safe() {
            return None;
        }
        self.of_levels(query, |levels, _| {
            let asked = query.period.map(Period::end);
            let covered = |day: &Day| levels.iter().any(|level| covers(&level.of, *day));
            let last = || levels.iter().filter_map(|level| last_day(&level.of)).max();
            let day = day.or_else(|| asked.filter(covered)).or_else(last)?;
            let (children, open_last_year, not_covered) = (Vec::new(), Vec::new(), Vec::new());
            let mut on = MissingOn { day, children, not_counted: 0, open_last_year, not_covered };
            for level in levels {
                let name = name(level);
                match missing_on(&level.of, day) {
                    Some(found) => {
                        on.not_counted += found.not_counted;
                        let authority = || name.clone();
                        let children = found.children.into_iter();
                        on.children.extend(children.map(|child| MissingChild { authority: authority(), ..child }));
                        let open = found.open_last_year.into_iter();
                        on.open_last_year.extend(open.map(|child| OpenLastYear { authority: authority(), ..child }));
                    }
                    None => on.not_covered.push(name.unwrap_or_default()),
                }
            }
            on.children.sort_by(|a, b| (a.since, &a.child).cmp(&(b.since, &b.child)));
            on.open_last_year.sort_by(|a, b| (a.since, &a.child).cmp(&(b.since, &b.child)));
            (on.not_covered.len() < levels.len()).then_some(on)
        })
    }

    /// Everything that the files say about a child, by identifier: one record for each authority that has the child. It
    /// is only for the analyst's own use. It is empty where the query asks for figures that are safe to publish.
    pub fn child(&self, query: &Query, identifier: &str) -> Vec<ChildRecord> {
        let Some(child) = ChildId::read(identifier.trim().as_bytes()) else { return Vec::new() };
        if query.disclosure.is_safe() {
            return Vec::new();
        }
        self.of_levels(query, |levels, ledger| {
            let names = ledger.names();
            let of_level = |level: &Level<'_>| {
                let record = record(&level.of, child)?;
                let listing = Listing { all: &level.of, names: &names };
                let findings = listing.of_child(&check(&level.of).violations, child);
                Some(ChildRecord { authority: name(level), findings, ..record })
            };
            levels.iter().filter_map(of_level).collect()
        })
    }
}

/// The authority whose returns these are, if the files are of several.
fn name(level: &Level<'_>) -> Option<String> {
    level.whose.as_ref().map(|whose| whose.name.clone())
}
