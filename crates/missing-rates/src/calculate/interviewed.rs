//! Answers what lists of return-home interviews say about a period.

use super::children::latest;
use crate::care::{add_to_team, interviewed, lacks, last_day};
use crate::cohort::Cohort;
use crate::interviews::{Interviews, ListRows, Tally, Team};
use crate::order::Ordered;
use crate::query::Query;
use crate::report::Wanted;
use crate::returns::Returns;

impl Returns {
    /// What the lists of return-home interviews say about the period that is asked for, or about the days of the latest
    /// return. It is only for the analyst's own use. `None` without a list that can be used, where no return covers the
    /// period, and where the query asks for figures that are safe to publish.
    pub fn interviews(&self, query: &Query) -> Option<Interviews> {
        if query.disclosure.is_safe() {
            return None;
        }
        self.of_levels(query, |levels, ledger| {
            let names = ledger.names();
            let of_files = levels.iter().filter_map(|level| latest(&level.of)).max_by_key(|period| period.end());
            let period = query.period.or(of_files)?;
            let (mut known_to, mut has_offer_dates) = (None, false);
            let (mut all, mut teams) = (Tally::default(), Vec::<(Team, Tally)>::new());
            let (mut rows, mut not_covered, mut told) = (ListRows::default(), Vec::new(), false);
            for level in levels {
                let of = &level.of;
                let covered = !of.interviews.is_absent()
                    && of.has_episodes()
                    && lacks(of, period, Cohort::All, Wanted::Missing).is_empty();
                let Some(last) = last_day(of).filter(|_| covered) else {
                    not_covered.extend(level.whose.as_ref().map(|whose| whose.name.clone()));
                    continue;
                };
                let found = interviewed(of, period, last, &names);
                told = true;
                has_offer_dates |= found.has_offer_dates;
                known_to = known_to.max(Some(last));
                all.add(&found.all);
                for (team, tally) in &found.teams {
                    add_to_team(&mut teams, team, tally);
                }
                rows.all += found.rows.all;
                rows.used += found.rows.used;
                rows.other_period += found.rows.other_period;
                rows.repeated += found.rows.repeated;
                rows.doubtful.extend(found.rows.doubtful);
            }
            rows.doubtful.order();
            teams.order_by(|(a, _), (b, _)| a.cmp(b));
            let known_to = known_to.filter(|_| told)?;
            Some(Interviews { period, known_to, has_offer_dates, all, teams, rows, not_covered })
        })
    }
}
