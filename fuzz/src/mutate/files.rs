//! The files of a case bent as a whole: one more, one less, one under another name.

use fastrand::Rng;

use super::{one, words};
use crate::case::{Case, Given};

/// No case has more files.
const MOST: usize = 8;

pub(super) fn bend(files: &mut Vec<Given>, others: &[Case], chance: &mut Rng) {
    let at = if files.is_empty() { 0 } else { chance.usize(..files.len()) };
    match chance.u32(..7) {
        0 if files.len() > 1 => drop(files.remove(at)),
        // The very same file, and one that differs in its name alone.
        1 if files.len() < MOST => {
            if let Some(mut copy) = files.get(at).cloned() {
                if chance.bool() {
                    copy.name = format!("copy of {}", copy.name);
                }
                files.push(copy);
            }
        }
        2 => {
            if let Some(file) = files.get_mut(at) {
                file.name = words::cell(chance).replace(['\n', '\r'], " ");
            }
        }
        3 => chance.shuffle(files),
        _ if files.len() < MOST => {
            let file = one(others, chance).and_then(|other| one(&other.files, chance));
            files.extend(file.cloned());
        }
        _ => {}
    }
}
