//! The number that schools use to identify a child.

/// UPN, in four bytes: nothing, or a hash that is the same for two numbers only in one of four thousand million pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Upn(u32);

impl Upn {
    /// No number, or a code that says why there is none.
    pub const NONE: Self = Self(0);

    /// Reads a cell. Case and spaces do not matter. The codes `UN1` to `UN5` say why a child has no number.
    pub fn read(cell: &[u8]) -> Self {
        let signs = || cell.iter().filter(|byte| byte.is_ascii_alphanumeric()).map(u8::to_ascii_uppercase);
        // It is shorter than any number: a code, or something else that many children share.
        if signs().count() < SHORTEST {
            return Self::NONE;
        }
        // FNV-1a (Fowler, Noll, Vo).
        let hash = signs().fold(0x811C_9DC5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        Self(hash.max(1))
    }

    /// Whether there is a number.
    pub fn is_some(self) -> bool {
        self != Self::NONE
    }
}

/// A number has thirteen characters. Some files have lost its first letter.
const SHORTEST: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_and_codes_are_none() {
        assert_eq!(Upn::read(b"A123456789012"), Upn::read(b" a123456789012 "));
        assert_ne!(Upn::read(b"A123456789012"), Upn::read(b"A123456789013"));
        for cell in ["", "UN1", "un5", "N/A", "0"] {
            assert!(!Upn::read(cell.as_bytes()).is_some(), "{cell}");
        }
    }
}
