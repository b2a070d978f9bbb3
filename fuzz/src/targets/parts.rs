//! Every part and every export, while somebody uses any control.

use fastrand::Rng;

use crate::case::Case;
use crate::checks;
use crate::page::Page;

/// How many controls are used.
const STEPS: usize = 4;

pub(super) fn run(case: &Case, chance: &mut Rng) -> Result<u64, String> {
    let mut page = Page::open(&case.files, chance);
    page.exports()?;
    for _ in 0..STEPS {
        let part = page.any_part(chance);
        let commands = page.show(part, chance)?;
        if let Some(command) = (!commands.is_empty()).then(|| &commands[chance.usize(..commands.len())]) {
            page.follow(command, chance);
        }
    }
    page.exports()?;
    checks::report(page.report())?;
    Ok(checks::shown(page.report()) ^ page.blocks_seen())
}
