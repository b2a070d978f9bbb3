//! The page, ready to be copied to any web server.

use anyhow::{Context, Result};

use crate::run;
use crate::setup::Tools;

/// Where the page is built.
pub(crate) const FOLDER: &str = "dist";

/// Builds the page into [`FOLDER`].
pub(crate) fn dist(tools: &Tools) -> Result<()> {
    run::run(tools.command("trunk").args(["build", "--release"])).context("the page was not built")
}
