//! Takes pictures of the page in every state and width, for a person to look at.

use std::ffi::OsString;

use anyhow::Result;

use crate::{dist, run, setup};

const SCRIPT: &str = "tests/browser/screenshots.mjs";

/// Builds the page and takes its pictures: all, or those with all of these words in their names.
pub(crate) fn screenshots(words: &[OsString]) -> Result<()> {
    let (tools, browser) = setup::to_test()?;
    dist::dist(&tools, None)?;
    let mut node = tools.command("node");
    node.arg(SCRIPT).args(words);
    browser.tell(&mut node);
    run::run(&mut node)
}
