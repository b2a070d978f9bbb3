//! The SHA-256 sum that identifies a file.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The SHA-256 sum of a file, from its bytes as they arrive. How they are cut does not matter.
///
/// ```
/// use missing_rates::read::Sum;
///
/// let mut sum = Sum::default();
/// sum.push(b"a");
/// sum.push(b"bc");
/// assert_eq!(sum.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Sum(Sha256);

impl Sum {
    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The sum, as 64 hexadecimal digits.
    pub fn finish(self) -> String {
        let mut text = String::with_capacity(64);
        for byte in self.0.finalize() {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}
