//! Authorities with children's services, and the regions and nations that they lie in.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An ONS code of nine characters, such as `E10000016`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AreaCode([u8; 9]);

impl AreaCode {
    /// The United Kingdom.
    pub const UNITED_KINGDOM: Self = Self(*b"K02000001");
    /// England.
    pub const ENGLAND: Self = Self(*b"E92000001");

    /// The code as text.
    pub fn as_str(&self) -> &str {
        // Only ASCII gets in.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// A text that is no ONS code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an ONS code of one letter and eight digits")]
pub struct NotACode(pub String);

impl TryFrom<String> for AreaCode {
    type Error = NotACode;

    fn try_from(text: String) -> Result<Self, NotACode> {
        match <[u8; 9]>::try_from(text.as_bytes()) {
            Ok(bytes) if bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit) => Ok(Self(bytes)),
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
