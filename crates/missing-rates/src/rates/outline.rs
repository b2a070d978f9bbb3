//! A share in outline, for readers who must not see the counts behind it.

use crate::percent::percent_text;

/// A share in whole per cent, and of about how many children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// In whole per cent, halves away from zero.
    pub percent: String,
    /// All children, rounded to 10.
    pub children: u64,
}

/// An outline says nothing about this number of children or fewer.
const FEW: u64 = 5;

/// The share of `missing` in `children` in outline. `None` where 1 to 5 children went missing, or all but 1 to 5 did,
/// and where there are no children.
/// and where there are none.
///
/// ```
/// use missing_rates::rates::outline;
/// let share = outline(864, 2_335).unwrap();
/// assert_eq!((share.percent.as_str(), share.children), ("37", 2_340));
/// assert_eq!(outline(3, 200), None);
/// ```
pub fn outline(missing: u64, children: u64) -> Option<Outline> {
    let few = |count: u64| (1..=FEW).contains(&count);
    let others = children.checked_sub(missing)?;
    if few(missing) || few(others) {
        return None;
    }
    let percent = percent_text(missing, children, 0)?;
    Some(Outline { percent, children: children.saturating_add(5) / 10 * 10 })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn few_children_have_no_outline() {
        for (missing, children) in [(1, 100), (5, 100), (95, 100), (99, 100), (3, 6), (0, 0), (0, 4), (2, 1)] {
            assert_eq!(outline(missing, children), None, "{missing} of {children}");
        }
        for (missing, children) in [(0, 100), (6, 100), (94, 100), (100, 100), (6, 12)] {
            assert!(outline(missing, children).is_some(), "{missing} of {children}");
        }
    }

    #[test]
    fn no_outline_gives_a_count_away() {
        // Anybody who knows the rule can list the counts that fit an outline. At least three numbers of missing
        // children must fit.
        for children in 6..120u64 {
            for missing in 1..children {
                let Some(said) = outline(missing, children) else { continue };
                let fits: BTreeSet<u64> = (said.children.saturating_sub(5)..said.children + 5)
                    .flat_map(|all| (0..=all).map(move |part| (part, all)))
                    .filter(|(part, all)| outline(*part, *all).as_ref() == Some(&said))
                    .map(|(part, _)| part)
                    .collect();
                assert!(fits.len() >= 3 || fits.iter().all(|part| *part > FEW), "{missing} of {children}: {fits:?}");
            }
        }
    }
}
