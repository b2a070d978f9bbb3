//! What is marked by one number that tells it apart: whether it was seen before.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

/// Marks that were seen. Of two things that have one mark by chance the second counts as seen, which makes nothing less safe.
#[derive(Default)]
pub(in crate::safe) struct Marks(HashSet<u64, BuildHasherDefault<Itself>>);

impl Marks {
    /// Notes some numbers together; false where they were noted before.
    pub(in crate::safe) fn insert(&mut self, of: impl IntoIterator<Item = u64>) -> bool {
        self.0.insert(of.into_iter().fold(0, |sum, n| mark(sum ^ n)))
    }
}

/// A number for each number, so that sums of them tell changes apart (`SplitMix64`; Steele, Lea and Flood, 2014).
pub(in crate::safe) fn mark(at: u64) -> u64 {
    let mut mixed = at.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// A mark is mixed already.
#[derive(Default)]
struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, mark: u64) {
        self.0 = mark;
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
}
