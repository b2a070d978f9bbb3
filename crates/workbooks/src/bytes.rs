//! Numbers and texts in bytes, the lowest byte first, as the binary formats have them.

use crate::refusal::Refusal;

/// Bytes that are read from their beginning.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// From this place on.
    ///
    /// # Errors
    /// There is no such place.
    pub(crate) fn at(bytes: &'a [u8], place: usize) -> Result<Self, Refusal> {
        bytes.get(place..).map(Self).ok_or(Refusal::Damaged)
    }

    /// The next bytes, so many.
    ///
    /// # Errors
    /// There are fewer.
    pub(crate) fn take(&mut self, count: usize) -> Result<&'a [u8], Refusal> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Refusal::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    /// What was not read by now.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.0
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Refusal> {
        self.take(N)?.try_into().map_err(|_| Refusal::Damaged)
    }

    pub(crate) fn u8(&mut self) -> Result<u8, Refusal> {
        self.array().map(|[byte]| byte)
    }

    pub(crate) fn u16(&mut self) -> Result<u16, Refusal> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Refusal> {
        self.array().map(u32::from_le_bytes)
    }

    /// A number of things: what cannot be counted here is not there.
    pub(crate) fn count(&mut self) -> Result<usize, Refusal> {
        self.u32().and_then(|count| usize::try_from(count).map_err(|_| Refusal::Damaged))
    }

    pub(crate) fn f64(&mut self) -> Result<f64, Refusal> {
        self.array().map(f64::from_le_bytes)
    }

    /// So many letters of two bytes each.
    pub(crate) fn wide(&mut self, count: usize) -> Result<Vec<u16>, Refusal> {
        let bytes = self.take(count.checked_mul(2).ok_or(Refusal::Damaged)?)?;
        Ok(bytes.as_chunks().0.iter().map(|letter| u16::from_le_bytes(*letter)).collect())
    }
}
