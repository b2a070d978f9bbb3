//! The codes that identify areas.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An ONS code of nine characters, such as `E10000016`, or the abbreviation of one of Northern Ireland's five health
/// and social care trusts, such as `BHSCT`, which have no ONS code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AreaCode([u8; 9]); // Shorter codes are filled up with zero bytes.

/// The health and social care trusts.
const TRUSTS: [&str; 5] = ["BHSCT", "NHSCT", "SEHSCT", "SHSCT", "WHSCT"];

impl AreaCode {
    /// The United Kingdom.
    pub const UNITED_KINGDOM: Self = Self(*b"K02000001");
    /// England.
    pub const ENGLAND: Self = Self(*b"E92000001");

    /// A code that is known to be well-formed.
    pub(super) const fn known(code: [u8; 9]) -> Self {
        Self(code)
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|&byte| byte == 0).unwrap_or(self.0.len());
        // Only ASCII gets in.
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }

    /// The code in a cell, whatever its case and the spaces around it.
    ///
    /// ```
    /// use missing_rates::area::AreaCode;
    /// assert_eq!(AreaCode::read(" e10000016 ").unwrap().as_str(), "E10000016");
    /// assert_eq!(AreaCode::read("Kent"), None);
    /// ```
    pub fn read(cell: &str) -> Option<Self> {
        let cell = cell.trim();
        if cell.len() > 9 {
            return None;
        }
        Self::try_from(cell.to_ascii_uppercase()).ok()
    }
}

/// A text that is not a code of an area.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is neither an ONS code of one letter and eight digits nor the abbreviation of a health and social care trust"
)]
pub struct NotACode(pub String);

impl TryFrom<String> for AreaCode {
    type Error = NotACode;

    fn try_from(text: String) -> Result<Self, NotACode> {
        match <[u8; 9]>::try_from(text.as_bytes()) {
            Ok(bytes) if bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit) => Ok(Self(bytes)),
            _ if TRUSTS.contains(&text.as_str()) => {
                let mut bytes = [0; 9];
                bytes[..text.len()].copy_from_slice(text.as_bytes());
                Ok(Self(bytes))
            }
            _ => Err(NotACode(text)),
        }
    }
}

impl From<AreaCode> for String {
    fn from(code: AreaCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
