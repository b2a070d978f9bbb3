//! Which of the page's views is shown.

use document::Part;

/// A view that takes up the whole page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// Choose files, read the results.
    #[default]
    Calculator,
    /// Type two to four numbers.
    Quick,
}

/// Where a fragment leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A part, and what it is about.
    Part(Part, Option<String>),
    Place(Place),
}

impl Place {
    /// The fragment of the quick calculator, without `#`.
    pub(crate) const QUICK: &'static str = "quick";

    /// The target of a fragment, with or without `#`; `None` if it names nothing here.
    pub(crate) fn of_fragment(fragment: &str) -> Option<Target> {
        let fragment = fragment.trim_start_matches('#');
        match fragment.split_once('=') {
            Some((part, about)) if Part::of_fragment(part) == Some(Part::Council) => {
                Some(Target::Part(Part::Council, Some(about.to_owned())))
            }
            _ if fragment == Self::QUICK => Some(Target::Place(Self::Quick)),
            _ => Part::of_fragment(fragment).map(|part| Target::Part(part, None)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_leads_to_a_part_to_the_quick_calculator_or_nowhere() {
        assert_eq!(Place::of_fragment("#quick"), Some(Target::Place(Place::Quick)));
        assert_eq!(Place::of_fragment(""), Some(Target::Part(Part::Summary, None)));
        assert_eq!(Place::of_fragment("#method"), Some(Target::Part(Part::Method, None)));
        let kent = Target::Part(Part::Council, Some("E10000016".to_owned()));
        assert_eq!(Place::of_fragment("#council=E10000016"), Some(kent));
        for nothing in ["#Quick", "#quick/", "#https://example.org", "#quick=1", "#method=1", "#=E10000016"] {
            assert_eq!(Place::of_fragment(nothing), None, "{nothing}");
        }
    }
}
