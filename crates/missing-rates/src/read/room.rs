//! How many rows a file has, told by its first ones, so that there is room for all of them at once. A table that grows step by
//! step is copied at each step, and for that time held twice.

/// So many rows tell how long the others are.
const ENOUGH: u64 = 2000;
/// There is room for one row more in so many, should the others be shorter.
const SPARE: u128 = 32;
/// No return has shorter rows on average, in bytes. A file that begins with shorter ones is given no more room than that.
const SHORTEST: u64 = 16;

/// How many bytes there will be, until that was made use of; `None` where nobody knows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Room {
    bytes: Option<u64>,
}

impl Room {
    pub(super) fn of(bytes: u64) -> Self {
        Self { bytes: Some(bytes) }
    }

    /// For how many rows there should be room, once, when `rows` were found in `read` bytes.
    pub(super) fn rows(&mut self, rows: u64, read: u64) -> Option<usize> {
        let bytes = self.bytes.filter(|_| rows >= ENOUGH)?;
        self.bytes = None;
        let most = u128::from(bytes / SHORTEST);
        let likely = (u128::from(rows) * u128::from(bytes) / u128::from(read.max(1))).min(most);
        usize::try_from((likely + likely / SPARE).min(most)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_made_once_and_for_no_more_than_the_file_can_hold() {
        let mut room = Room::of(6_400_000);
        assert_eq!(room.rows(1999, 63_968), None);
        assert_eq!(room.rows(2000, 64_000), Some(206_250));
        assert_eq!(room.rows(4000, 128_000), None);
        // Rows of three bytes; more rows than bytes, which no file has.
        assert_eq!(Room::of(6_400_000).rows(2000, 6000), Some(400_000));
        assert_eq!(Room::of(u64::MAX).rows(u64::MAX, 0), usize::try_from(u64::MAX / 16).ok());
        // Nobody knows; and a file that is shorter than it was said to be.
        assert_eq!(Room::default().rows(2000, 64_000), None);
        assert_eq!(Room::of(0).rows(2000, 64_000), Some(0));
    }
}
