//! Serves the page on this computer, and builds it again when a source changes.

use anyhow::{Context, Result};

use crate::{run, setup};

/// The port of the page, unless another is asked for.
pub(crate) const PORT: u16 = 8080;

/// Builds and serves until stopped.
pub(crate) fn serve(port: u16) -> Result<()> {
    let tools = setup::to_build()?;
    run::note(&format!("the page will be at http://127.0.0.1:{port} as soon as it is built (stop with Ctrl+C)"));
    run::run(tools.command("trunk").args(["serve", "--release", "--port", &port.to_string()]))
        .context("the page is no longer served")
}
