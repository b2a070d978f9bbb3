//! The engine for programs in JavaScript: a module, its types, and its WebAssembly, in a folder of their own. The page does
//! not load them.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, ensure};

use crate::page::html;
use crate::run;
use crate::setup::Tools;

/// Where they lie, from the page.
const FOLDER: &str = "api";

/// The crate, and what it is called once it is compiled.
const PACKAGE: &str = "missing-from-care-api";
const COMPILED: &str = "missing_from_care_api.wasm";

const TARGET: &str = "wasm32-unknown-unknown";

/// By what name `static/api/missing-from-care.js` knows the glue; its WebAssembly is `engine_bg.wasm`.
const GLUE: &str = "engine";

/// What is there as it is in the source.
const SOURCES: [&str; 3] = ["missing-from-care.js", "missing-from-care.d.ts", "package.json"];

/// Builds it into `dist`.
pub(super) fn add(dist: &Path, tools: &Tools) -> Result<()> {
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder)?;
    run::run(tools.command("cargo").args(["build", "--release", "--locked", "--target", TARGET, "-p", PACKAGE]))
        .context("the engine for programs was not built")?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let compiled = target.join(TARGET).join("release").join(COMPILED);
    let mut bind = tools.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", GLUE, "--out-dir"]).arg(&folder).arg(compiled);
    run::run(&mut bind)?;
    let program = folder.join(format!("{GLUE}_bg.wasm"));
    run::run(tools.command("wasm-opt").arg("-Oz").args(features()?).arg(&program).arg("-o").arg(&program))?;
    for name in SOURCES {
        let text = fs::read_to_string(Path::new("static").join(FOLDER).join(name))?;
        fs::write(folder.join(name), text.replace("VERSION_OF_THE_BUILD", env!("CARGO_PKG_VERSION")))?;
    }
    Ok(())
}

/// What the optimiser may use, as the page's source says it for Trunk.
fn features() -> Result<Vec<String>> {
    let page = fs::read_to_string(crate::page::names::DOCUMENT)?;
    features_in(&page)
}

fn features_in(page: &str) -> Result<Vec<String>> {
    let said = html::elements(page).find_map(|element| element.attribute("data-wasm-opt-params"));
    // Beside them is what is true of the page's own program alone.
    let features = said.unwrap_or_default().split(' ').filter(|option| option.starts_with("--enable-"));
    let features: Vec<_> = features.map(str::to_owned).collect();
    ensure!(!features.is_empty(), "the page names no features for wasm-opt");
    Ok(features)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_optimiser_is_told_what_browsers_know() -> Result<()> {
        let features = features_in(&fs::read_to_string("../index.html")?)?;
        assert!(features.contains(&"--enable-bulk-memory".to_owned()), "{features:?}");
        assert!(features_in("<html></html>").is_err());
        Ok(())
    }
}
