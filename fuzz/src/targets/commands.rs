//! What crosses between page and worker, bent on its way: it is a message or none, and a setting that nobody offered changes
//! nothing that it should not.

use document::{Carried, Command, Reply, Request};
use fastrand::Rng;

use crate::case::Case;
use crate::checks;
use crate::page::Page;

pub(super) fn run(case: &Case, chance: &mut Rng) -> Result<u64, String> {
    let mut page = Page::open(&case.files, chance);
    let mut followed = 0;
    for _ in 0..3 {
        let part = page.any_part(chance);
        let mut commands = page.show(part, chance)?;
        for carried in commands.iter_mut().take(40) {
            bend(&mut carried.bytes, chance);
            let request = document::encode(&Request::Command { command: carried.clone(), typed: None });
            if document::decode::<Request>(&request).is_none() {
                return Err("a request that was sent does not arrive".to_owned());
            }
            // Taken for something else, it is that or nothing.
            let _ = document::decode::<Reply>(&carried.bytes);
            let _ = document::decode::<Request>(&carried.bytes);
            if let Some(command) = Command::of(carried, None) {
                let again = command.carried();
                if Command::of(&again, None).as_ref() != Some(&command) && !has_no_number(&command) {
                    return Err(format!("a command that is carried is another when it comes back: {command:?}"));
                }
                page.follow(carried, chance);
                followed += 1;
            }
        }
    }
    let part = page.any_part(chance);
    let _: Vec<Carried> = page.show(part, chance)?;
    checks::report(page.report())?;
    Ok(checks::shown(page.report()) ^ followed)
}

/// Whether it is unlike itself, as what holds NaN is.
#[expect(clippy::eq_op, reason = "that is the question")]
fn has_no_number(command: &Command) -> bool {
    command != command
}

fn bend(bytes: &mut Vec<u8>, chance: &mut Rng) {
    for _ in 0..chance.u32(..3) {
        let at = chance.usize(..=bytes.len());
        match chance.u32(..4) {
            0 => bytes.insert(at, chance.u8(..)),
            1 => bytes.truncate(at),
            _ => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = chance.u8(..)),
        }
    }
}
