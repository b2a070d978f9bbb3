//! A case bent in a few places: its tables as tables, its documents as trees, its files as bytes.

mod bytes;
mod files;
mod markup;
mod table;
mod tree;
mod words;

use fastrand::Rng;

use crate::case::Case;

/// No file becomes longer than this.
const LONGEST: usize = 1024 * 1024;

/// A case like this one, bent in one to six places. What `others` hold may come into it.
pub(crate) fn bent(case: &Case, others: &[Case], chance: &mut Rng) -> Case {
    let mut bent = Case { seed: chance.u64(..), ..case.clone() };
    for _ in 0..=chance.u32(..6) {
        if bent.files.is_empty() || chance.u32(..8) == 0 {
            files::bend(&mut bent.files, others, chance);
            continue;
        }
        let at = chance.usize(..bent.files.len());
        let file = &mut bent.files[at].bytes;
        let before = file.clone();
        let first = file.iter().find(|byte| !byte.is_ascii_whitespace()).copied();
        match chance.u32(..10) {
            0 => bytes::bend(file, chance),
            _ if first == Some(b'{') => tree::bend(file, chance),
            _ if first == Some(b'<') => markup::bend(file, chance),
            1 => table::write_otherwise(file, chance),
            _ => table::bend(file, chance),
        }
        if file.len() > LONGEST {
            *file = before;
        }
    }
    bent
}

/// One of several; none of none.
fn one<'a, T>(of: &'a [T], chance: &mut Rng) -> Option<&'a T> {
    (!of.is_empty()).then(|| &of[chance.usize(..of.len())])
}
