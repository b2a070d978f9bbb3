//! Each crate says at its beginning what must stay true of it, and names no more of the others than it may.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What a crate may depend on: others of the workspace, and whether also on a browser.
const MAY_NAME: [(&str, &[&str], bool); 14] = [
    ("missing-rows", &[], false),
    ("missing-rates", &["missing-rows"], false),
    ("workbooks", &["missing-rows"], false),
    ("words", &["missing-rates"], false),
    ("document", &["missing-rates"], false),
    ("results", &["document", "missing-rates", "words", "workbooks"], false),
    ("worker", &["document", "missing-rates", "results", "words", "workbooks"], true),
    ("books", &["document", "workbooks"], true),
    // What it names of the engine is listed in `document::engine`.
    ("missing-from-care", &["document", "words"], true),
    ("missing-from-care-cli", &["missing-rates", "results", "words", "workbooks"], false),
    ("missing-from-care-api", &["missing-rates", "results", "words"], true),
    ("cards", &["document", "missing-rates", "results", "words"], false),
    ("fuzz", &["document", "missing-rates", "results", "words", "workbooks"], false),
    ("xtask", &[], false),
];

const BROWSER: [&str; 5] = ["js-sys", "wasm-bindgen", "wasm-bindgen-futures", "web-sys", "yew"];

/// The modules of the engine that its reports may name: none of them calculates.
const IN_REPORTS: [&str; 9] =
    ["answer", "area", "cohort", "decisions", "group", "order", "percent", "period", "published"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn crates() -> Vec<Value> {
    let mut cargo = Command::new(env!("CARGO"));
    let output =
        cargo.args(["metadata", "--format-version", "1", "--locked", "--no-deps"]).current_dir(root()).output();
    let metadata: Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// What a crate depends on when it is no test.
fn dependencies(of: &Value) -> impl Iterator<Item = &str> {
    let all = of["dependencies"].as_array().unwrap().iter();
    all.filter(|dependency| dependency["kind"].is_null()).map(|dependency| dependency["name"].as_str().unwrap())
}

#[test]
fn no_crate_names_what_it_must_not_know() {
    let crates = crates();
    assert_eq!(crates.len(), MAY_NAME.len());
    for of in &crates {
        let name = of["name"].as_str().unwrap();
        let (_, may_name, in_browser) = MAY_NAME.iter().find(|(known, ..)| *known == name).unwrap();
        for dependency in dependencies(of) {
            let is_ours = MAY_NAME.iter().any(|(ours, ..)| *ours == dependency);
            assert!(!is_ours || may_name.contains(&dependency), "{name} names {dependency}");
            assert!(!BROWSER.contains(&dependency) || *in_browser, "{name} names {dependency}");
        }
    }
}

#[test]
fn each_crate_opens_with_its_invariants() {
    for of in crates() {
        let folder = Path::new(of["manifest_path"].as_str().unwrap()).parent().unwrap().join("src");
        let first =
            ["lib.rs", "main.rs"].map(|file| folder.join(file)).into_iter().find(|file| file.is_file()).unwrap();
        let text = std::fs::read_to_string(&first).unwrap();
        let head: Vec<&str> = text.lines().take_while(|line| line.starts_with("//!")).collect();
        assert!(head.iter().any(|line| line.starts_with("//! Invariants:")), "{}", first.display());
    }
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn a_report_imports_nothing_that_calculates() {
    let mut all = Vec::new();
    files(&root().join("crates/missing-rates/src/report"), &mut all);
    assert!(all.len() > 20, "{all:?}");
    for file in all {
        let text = std::fs::read_to_string(&file).unwrap();
        // What links in documentation name is not imported.
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for rest in code.flat_map(|line| line.split("crate::").skip(1)) {
            let module: String = rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            // Names that begin with a capital are passed on by the crate: its version, numbers of files, years.
            let is_type = module.starts_with(|letter: char| letter.is_uppercase());
            assert!(
                is_type || module == "report" || IN_REPORTS.contains(&&*module),
                "{}: crate::{module}",
                file.display()
            );
        }
    }
}
