//! Sorting with little code. The standard library's sorts are made anew for every type and every key, ten kilobytes each;
//! here one of them sorts places, whatever is in them. What runs once for every row or child keeps the fast ones.

use std::cmp::Ordering;

/// Puts the items of a slice in order; those that are alike stay as they were.
///
/// ```
/// use missing_rates::Ordered;
/// let mut names = ["Kent", "Essex", "Hull"];
/// names.order_by_key(|name| name.len());
/// assert_eq!(names, ["Kent", "Hull", "Essex"]);
/// ```
pub trait Ordered<T> {
    /// By a comparison.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By a key of each.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// By themselves.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Ordered<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut goes_to = goes_to(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        for at in 0..self.len() {
            while goes_to[at] != at {
                let other = goes_to[at];
                self.swap(at, other);
                goes_to.swap(at, other);
            }
        }
    }
}

/// For each place the one to which what is there goes.
#[inline(never)]
fn goes_to(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    let mut goes_to = vec![0; count];
    for (to, from) in places.into_iter().enumerate() {
        goes_to[from] = to;
    }
    goes_to
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_the_standard_library(items in prop::collection::vec((0u8..9, any::<u8>()), 0..40)) {
            let (mut own, mut theirs) = (items.clone(), items);
            own.order_by_key(|item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&own, &theirs);
            own.order();
            theirs.sort_unstable();
            prop_assert_eq!(own, theirs);
        }
    }
}
