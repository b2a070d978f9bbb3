//! Sorts with little code. The compiler generates the standard library's sorts again for every type and key, at ten
//! kilobytes each. Here one sort sorts indexes, whatever the items are. Code that runs once for every row or child
//! keeps the fast sorts.

use std::cmp::Ordering;

/// Sorts the items of a slice. Items that are alike keep their order.
///
/// ```
/// use missing_rates::Ordered;
/// let mut names = ["Kent", "Essex", "Hull"];
/// names.order_by_key(|name| name.len());
/// assert_eq!(names, ["Kent", "Hull", "Essex"]);
/// ```
pub trait Ordered<T> {
    /// Sorts by a comparison.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by a key of each item.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts by the order of the items themselves.
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

/// For each index, the index to which its item goes.
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
