//! Names of authorities in a few letters, for a tile.

/// Words that say nothing about a place.
const LITTLE: [&str; 11] = ["and", "of", "the", "upon", "on", "with", "in", "City", "County", "na", "h-Eileanan"];

/// A name in at most four letters: the first of its words, or of its only one.
pub(in crate::parts) fn short(name: &str) -> String {
    let letters = |word: &str, n: usize| word.chars().filter(|c| c.is_alphabetic()).take(n).collect::<String>();
    let words: Vec<&str> =
        name.split([' ', '-', ',']).filter(|word| !word.is_empty() && !LITTLE.contains(word)).collect();
    match words.as_slice() {
        // It differs from the town that it is named after.
        [one] if one.ends_with("shire") => [&letters(one, 3), "s"].concat(),
        [one] => letters(one, 4),
        [first, second] => [letters(first, 2), letters(second, 2)].concat(),
        [first, second, third] => [letters(first, 1), letters(second, 1), letters(third, 2)].concat(),
        more => more.iter().take(4).map(|word| letters(word, 1)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use missing_rates::area::authorities;

    use super::*;

    #[test]
    fn names_are_short_and_differ_within_a_region() {
        let mut known: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for of in authorities().iter().filter(|of| of.is_current()) {
            let short = short(of.name);
            assert!((2..=4).contains(&short.chars().count()), "{}: {short}", of.name);
            known.entry((of.nation, of.region, short)).or_default().push(of.name);
        }
        let alike: Vec<_> = known.values().filter(|names| names.len() > 1).collect();
        assert!(alike.is_empty(), "{alike:?}");
    }
}
