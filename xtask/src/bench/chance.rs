//! Numbers that look random and are the same each time (`SplitMix64`; Steele, Lea and Flood, 2014).

pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, but not including, `end`.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        // The high half of a 32-by-32-bit product is even enough here.
        u32::try_from(((self.next() >> 32) * u64::from(end)) >> 32).unwrap_or(0)
    }

    /// A number from `start` to `end`, including both; `start` if there is none.
    pub(super) fn between(&mut self, start: u32, end: u32) -> u32 {
        start + self.below(end.saturating_sub(start) + 1)
    }

    /// True in this many cases out of a thousand.
    pub(super) fn in_thousand(&mut self, cases: u32) -> bool {
        self.below(1000) < cases
    }

    pub(super) fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        let at = self.below(u32::try_from(choices.len()).unwrap_or(0));
        choices.get(at as usize).copied().unwrap_or_default()
    }
}
