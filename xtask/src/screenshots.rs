//! Pictures of the page in every state and width, to be looked at.

use std::ffi::OsString;

use anyhow::Result;

use crate::{dist, run, setup};

const SCRIPT: &str = "tests/browser/screenshots.mjs";

/// Builds the page and takes its pictures: all, or those whose names hold all of these words.
pub(crate) fn screenshots(words: &[OsString]) -> Result<()> {
    let (tools, browser) = setup::to_test()?;
    dist::dist(&tools)?;
    let mut node = tools.command("node");
    node.arg(SCRIPT).args(words);
    browser.tell(&mut node);
    run::run(&mut node)
}
