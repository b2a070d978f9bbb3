//! Builds the engine for programs in JavaScript: a module, its types and its WebAssembly, in a folder of their own. The
//! page does not load them.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, ensure};

use crate::page::html;
use crate::run;
use crate::setup::Tools;

/// The folder, relative to the page.
const FOLDER: &str = "api";

/// The crate, and its name once compiled.
const PACKAGE: &str = "missing-from-care-api";
const COMPILED: &str = "missing_from_care_api.wasm";

const TARGET: &str = "wasm32-unknown-unknown";

/// The name by which `static/api/missing-from-care.js` imports the glue. Its WebAssembly is `engine_bg.wasm`.
const GLUE: &str = "engine";

/// Files that are copied unchanged from the source.
const SOURCES: [&str; 3] = ["missing-from-care.js", "missing-from-care.d.ts", "package.json"];

/// The types of a report's content, one file for each subject.
const TYPES: &str = "types";

/// Builds the module into `dist`.
pub(super) fn add(dist: &Path, tools: &Tools) -> Result<()> {
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder)?;
    // Its tests need a library too. Without that, its dependencies are those that the page was built with.
    let asked =
        ["rustc", "--release", "--locked", "--target", TARGET, "-p", PACKAGE, "--lib", "--crate-type", "cdylib"];
    run::run(tools.command("cargo").args(asked)).context("the engine for programs was not built")?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let compiled = target.join(TARGET).join("release").join(COMPILED);
    let mut bind = tools.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", GLUE, "--out-dir"]).arg(&folder).arg(compiled);
    run::run(&mut bind)?;
    let program = folder.join(format!("{GLUE}_bg.wasm"));
    run::run(tools.command("wasm-opt").arg("-Oz").args(features()?).arg(&program).arg("-o").arg(&program))?;
    let source = Path::new("static").join(FOLDER);
    fs::create_dir_all(folder.join(TYPES))?;
    for entry in fs::read_dir(source.join(TYPES))? {
        let from = entry?.path();
        fs::copy(&from, folder.join(TYPES).join(from.file_name().unwrap_or_default()))?;
    }
    for name in SOURCES {
        let text = fs::read_to_string(source.join(name))?;
        fs::write(folder.join(name), text.replace("VERSION_OF_THE_BUILD", env!("CARGO_PKG_VERSION")))?;
    }
    Ok(())
}

/// The features that the optimiser may use, as the page's source lists them for Trunk.
fn features() -> Result<Vec<String>> {
    let page = fs::read_to_string(crate::page::names::DOCUMENT)?;
    features_in(&page)
}

fn features_in(page: &str) -> Result<Vec<String>> {
    let said = html::elements(page).find_map(|element| element.attribute("data-wasm-opt-params"));
    // Other options there apply only to the page's own program.
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
