//! `2023-2024` beside `2023` and `2024` is both of these years together, and not a financial year.

use std::collections::{BTreeMap, BTreeSet};

use super::AnswersReader;
use super::pending::{Pending, What};
use crate::period::Period;
use crate::read::heading::is_span_of_years;
use crate::read::notes::Notes;
use crate::report::Reason;

impl AnswersReader {
    /// Leaves out answers for a span of years where the same authority has answers for each of its years.
    pub(super) fn without_spans(&self, pending: Vec<Pending>, notes: &mut Notes) -> Vec<Pending> {
        let mut periods: BTreeMap<u32, BTreeSet<Period>> = BTreeMap::new();
        for one in &pending {
            periods.entry(one.name).or_default().extend(one.period);
        }
        let covers = |one: &Pending| {
            let Some(period) = one.period else { return false };
            let (first, last) = (period.start().ymd().0, period.end().ymd().0);
            let has = |year: i32| Period::calendar_year(year).is_some_and(|year| periods[&one.name].contains(&year));
            first + 1 == last && Period::collection_year(last) == Some(period) && has(first) && has(last)
        };
        if !pending.iter().any(covers) {
            return pending;
        }
        let text = |one: &Pending| {
            let words = match one.what {
                What::Phrase(number) => self.phrases.list.get(number as usize).map(|(text, _)| text.as_str()),
                What::Column(_) => None,
            };
            let typed = self.spans.get(&one.row).map(String::as_str);
            [typed, Some(&*one.column), words]
                .into_iter()
                .flatten()
                .find(|text| is_span_of_years(text))
                .map(str::to_owned)
        };
        let mut kept = Vec::with_capacity(pending.len());
        let mut left: BTreeMap<u64, String> = BTreeMap::new();
        for one in pending {
            match text(&one).filter(|_| covers(&one)) {
                Some(text) => {
                    left.entry(one.row).or_insert(text);
                }
                None => kept.push(one),
            }
        }
        for (row, text) in left {
            notes.find("period-not-recognised", row, "", text);
            if !kept.iter().any(|one| one.row == row) {
                notes.set_aside(Reason::NoPeriod);
            }
        }
        kept
    }
}
