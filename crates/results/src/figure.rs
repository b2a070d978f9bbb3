//! Which figure is shown alone, in a frame of another website.

use missing_rates::area::AreaCode;
use missing_rates::cohort::Cohort;
use missing_rates::report::code;

use crate::cohorts::COHORTS;

/// What is shown of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Show {
    /// The share, large, with what it is based on.
    #[default]
    Headline,
    /// The share from period to period.
    Series,
    /// Every authority by its number of children and its share.
    Funnel,
    /// A tile for every authority.
    Map,
    /// A row for every area.
    Table,
}

/// Which figure is shown alone: what of it, of which children and of which area. What is not said is that of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) show: Show,
    pub(crate) cohort: Option<Cohort>,
    pub(crate) area: Option<AreaCode>,
}

impl Figure {
    /// The figure that words name, such as `funnel trafficked E10000016`. What is not understood counts as not said.
    pub(crate) fn of(words: &str) -> Self {
        let shows = [
            ("headline", Show::Headline),
            ("series", Show::Series),
            ("funnel", Show::Funnel),
            ("map", Show::Map),
            ("table", Show::Table),
        ];
        let mut words = words.split(' ');
        let show = words.next().and_then(|word| shows.into_iter().find(|(name, _)| *name == word));
        Self {
            show: show.map(|(_, show)| show).unwrap_or_default(),
            cohort: words.next().and_then(|word| COHORTS.into_iter().find(|cohort| code(cohort) == word)),
            area: words.next().and_then(AreaCode::read),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_a_figure_and_what_is_not_understood_counts_as_not_said() {
        let kent = AreaCode::read("E10000016");
        let all = Figure { show: Show::Funnel, cohort: Some(Cohort::Trafficked), area: kent };
        assert_eq!(Figure::of("funnel trafficked E10000016"), all);
        assert_eq!(Figure::of("map first E10000016"), Figure { show: Show::Map, cohort: None, area: kent });
        for nothing in ["", "   ", "headline", "Funnel", "<img> all2 K", "headline first nowhere and more"] {
            assert_eq!(Figure::of(nothing), Figure::default(), "{nothing}");
        }
    }
}
