//! Which of the page's views is shown.

use document::Part;

/// A view that has the page to itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// Choose files, read the results.
    #[default]
    Calculator,
    /// Type two to four numbers.
    Quick,
}

/// Where a fragment leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Part(Part),
    Place(Place),
}

impl Place {
    /// The fragment of the quick calculator, without `#`.
    pub(crate) const QUICK: &'static str = "quick";

    /// Where a fragment leads, with or without `#`; nowhere if it names nothing here.
    pub(crate) fn of_fragment(fragment: &str) -> Option<Target> {
        match fragment.trim_start_matches('#') {
            Self::QUICK => Some(Target::Place(Self::Quick)),
            other => Part::of_fragment(other).map(Target::Part),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_leads_to_a_part_to_the_quick_calculator_or_nowhere() {
        assert_eq!(Place::of_fragment("#quick"), Some(Target::Place(Place::Quick)));
        assert_eq!(Place::of_fragment(""), Some(Target::Part(Part::Summary)));
        assert_eq!(Place::of_fragment("#method"), Some(Target::Part(Part::Method)));
        for nothing in ["#Quick", "#quick/", "#https://example.org", "#quick=1"] {
            assert_eq!(Place::of_fragment(nothing), None, "{nothing}");
        }
    }
}
