//! The lines of the tables of incidents: how long, how often, when. In a safe report, lines may be single, counted
//! together, or missing.

use missing_rates::period::Period;
use missing_rates::report::{Band, Length, Month, Profile, Shown, Times};
use words::{Language, Text};

/// The count where a profile lists none for a length, a number or a month.
pub(super) const NONE: Shown = Shown::Number(0);

/// The profile, and whether its report is safe to publish. In a safe report, a table without lines is one that is left
/// out.
pub(super) struct Lines<'a> {
    pub(super) of: &'a Profile,
    pub(super) is_safe: bool,
}

impl Lines<'_> {
    pub(super) fn lengths(&self, language: Language) -> Option<Vec<(Text, Shown)>> {
        let Profile { lengths, merged, .. } = self.of;
        let each = || {
            let count = |length| lengths.get(&length).copied().unwrap_or(NONE);
            Length::ALL.map(|length| (language.length(length).into(), count(length))).to_vec()
        };
        self.lines(lengths.is_empty(), &merged.lengths, each, |from, to| language.lengths(from, to))
    }

    pub(super) fn times(&self, language: Language) -> Option<Vec<(Text, Shown)>> {
        let Profile { times, merged, .. } = self.of;
        let each = || {
            let count = |number| times.get(&number).copied().unwrap_or(NONE);
            Times::ALL.map(|number| (language.times(number), count(number))).to_vec()
        };
        self.lines(times.is_empty(), &merged.times, each, |from, to| language.times_together(from, to))
    }

    /// Every month of the period, even without an incident. For a period of many years, only months with incidents.
    pub(super) fn months(&self, language: Language, period: Option<Period>) -> Option<Vec<(Text, Shown)>> {
        const MOST: usize = 36;
        let Profile { months, merged, .. } = self.of;
        let each = || {
            let of_period = period
                .map(|period| Month::of_period(period).take(MOST + 1).collect::<Vec<_>>())
                .filter(|months| months.len() <= MOST);
            let all = of_period.unwrap_or_else(|| months.keys().copied().collect());
            let count = |month| months.get(month).copied().unwrap_or(NONE);
            all.iter().map(|month| (language.month(month.year, month.month), count(month))).collect()
        };
        let mut lines = self.lines(months.is_empty(), &merged.months, each, |from, to| language.months(from, to))?;
        if let Some((first, _)) = lines.first_mut().filter(|_| merged.with_carried_over) {
            *first = language.months_carried(first);
        }
        Some(lines)
    }

    fn lines<T: Copy>(
        &self,
        is_empty: bool,
        bands: &[Band<T>],
        each: impl FnOnce() -> Vec<(Text, Shown)>,
        name: impl Fn(T, T) -> Text,
    ) -> Option<Vec<(Text, Shown)>> {
        if !bands.is_empty() {
            return Some(bands.iter().map(|band| (name(band.from, band.to), band.count)).collect());
        }
        (!self.is_safe || !is_empty).then(each)
    }
}
