//! Which figure is shown alone, in a frame of another website.

use missing_rates::area::AreaCode;
use missing_rates::cohort::Cohort;
use missing_rates::report::code;

use crate::cohorts::COHORTS;

/// The first group of the files.
const FIRST: &str = "first";

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
    /// Whether a group or an area is named that nobody knows, so that there is no such figure.
    pub(crate) unknown: bool,
}

impl Figure {
    /// The figure that words name, such as `funnel trafficked E10000016`. A group or an area that is not understood is never left out:
    /// the figure would be of other children.
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
        let [group, place] = [(); 2].map(|()| words.next().unwrap_or_default());
        let cohort = COHORTS.into_iter().find(|cohort| code(cohort) == group);
        let area = AreaCode::read(place);
        let unknown = (cohort.is_none() && !matches!(group, "" | FIRST)) || (area.is_none() && !place.is_empty());
        Self { show: show.map(|(_, show)| show).unwrap_or_default(), cohort, area, unknown }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_a_figure() {
        let kent = AreaCode::read("E10000016");
        let all = Figure { show: Show::Funnel, cohort: Some(Cohort::Trafficked), area: kent, unknown: false };
        assert_eq!(Figure::of("funnel trafficked E10000016"), all);
        assert_eq!(Figure::of("map first E10000016"), Figure { show: Show::Map, area: kent, ..Figure::default() });
        for nothing in ["", "   ", "headline", "Funnel", "<img>", "headline first "] {
            assert_eq!(Figure::of(nothing), Figure::default(), "{nothing}");
        }
    }

    #[test]
    fn a_group_or_an_area_that_is_not_understood_is_not_left_out() {
        for nobody in
            ["headline first Kent", "map all Brighton", "table ? E10000016", "headline all2", "series first K"]
        {
            assert!(Figure::of(nobody).unknown, "{nobody}");
        }
    }
}
