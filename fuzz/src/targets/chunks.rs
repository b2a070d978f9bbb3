//! A file gives the same however its bytes are cut.

use fastrand::Rng;
use missing_rates::read::Reader;
use missing_rates::{Query, Returns};

use crate::case::Case;
use crate::checks;
use crate::page::read;

pub(super) fn run(case: &Case, chance: &mut Rng) -> Result<u64, String> {
    let whole = read(&case.files).report(&Query::default());
    let mut returns = Returns::default();
    // Byte by byte, in pieces of one length, or as it comes.
    let fixed = [Some(1), Some(2), Some(3), None, None][chance.usize(..5)];
    for (id, file) in (1..).zip(&case.files) {
        let mut reader = Reader::new(&file.name, Vec::new());
        let mut rest = file.bytes.as_slice();
        while !rest.is_empty() {
            let longest = 1 << chance.u32(..18);
            let length = fixed.unwrap_or_else(|| chance.usize(..longest)).min(rest.len());
            let (piece, after) = rest.split_at(length);
            reader.push(piece);
            rest = after;
        }
        returns.add(id, reader.finish());
    }
    let cut = returns.report(&Query::default());
    if whole != cut {
        return Err("a file that is cut gives another report".to_owned());
    }
    Ok(checks::shown(&whole))
}
