//! Every dependency is used, and what is there in two versions is known to be.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Crates that are there in several versions, since others ask for them, as seen on 28 November 2026. Whoever adds to the list
/// says who asks; what is no longer there is taken out, or the test fails.
const SEVERAL_VERSIONS: [&str; 6] = [
    // sha2 0.10, which our hashes come from, asks for the older one, and proptest for the newer.
    "cpufeatures",
    // Postcard names both, for features that are not asked for here; neither is compiled.
    "embedded-io",
    // Gloo, which Yew uses, asks for the older one, zip and proptest for the newer.
    "getrandom",
    // Macros of Yew, of wasm-bindgen and of serde, which run while compiling.
    "syn",
    // Gloo, which Yew uses, asks for the older one.
    "thiserror",
    "thiserror-impl",
];

/// Those of which `cargo deny` sees one version at most.
const SEEN_ONCE: [&str; 2] = ["cpufeatures", "embedded-io"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn metadata() -> Value {
    let mut cargo = Command::new(env!("CARGO"));
    let output = cargo.args(["metadata", "--format-version", "1", "--locked"]).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().unwrap().iter()
}

/// Every file of Rust below a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Whether a text has a word, and not only as a part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    text.match_indices(word)
        .any(|(at, _)| !part(text[..at].chars().next_back()) && !part(text[at + word.len()..].chars().next()))
}

#[test]
fn every_dependency_is_used() {
    let metadata = metadata();
    let mut unused = Vec::new();
    for package in packages(&metadata).filter(|of| of["source"].is_null()) {
        let folder = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap();
        let text_of = |names: &[&str]| {
            let mut files = Vec::new();
            for name in names {
                let path = folder.join(name);
                if path.is_file() { files.push(path) } else { sources(&path, &mut files) }
            }
            files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect::<String>()
        };
        let (code, tests) = (text_of(&["src"]), text_of(&["src", "tests", "build"]));
        let build = text_of(&["build.rs", "build"]);
        for dependency in package["dependencies"].as_array().unwrap() {
            let name = dependency["rename"].as_str().or(dependency["name"].as_str()).unwrap();
            let text = match dependency["kind"].as_str() {
                Some("dev") => &tests,
                Some("build") => &build,
                _ => &code,
            };
            if !has_word(text, &name.replace('-', "_")) {
                unused.push(format!("{} does not use {name}", package["name"]));
            }
        }
    }
    assert!(unused.is_empty(), "{unused:#?}");
    assert!(has_word("use serde::Serialize;", "serde") && !has_word("use serde_json::Value;", "serde"));
}

#[test]
fn what_is_there_in_several_versions_is_known_to_be() {
    let metadata = metadata();
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in packages(&metadata) {
        versions.entry(package["name"].as_str().unwrap()).or_default().insert(package["version"].as_str().unwrap());
    }
    let several: Vec<&str> = versions.iter().filter(|(_, of)| of.len() > 1).map(|(name, _)| *name).collect();
    assert_eq!(several, SEVERAL_VERSIONS);
    let compiled: Vec<String> =
        SEVERAL_VERSIONS.iter().filter(|name| !SEEN_ONCE.contains(name)).map(|name| format!("\"{name}\"")).collect();
    let skip = format!("skip = [{}]", compiled.join(", "));
    assert!(std::fs::read_to_string(root().join("deny.toml")).unwrap().contains(&skip), "deny.toml: {skip}");
}

#[test]
fn an_exception_for_an_advisory_is_dated_and_still_needed() {
    // What each is about, by its number.
    const ABOUT: [(&str, &str); 2] = [("RUSTSEC-2025-0141", "bincode"), ("RUSTSEC-2024-0370", "proc-macro-error")];
    let rules = std::fs::read_to_string(root().join("deny.toml")).unwrap();
    let exceptions: Vec<&str> = rules.lines().filter(|line| line.contains("id = \"RUSTSEC-")).collect();
    assert_eq!(exceptions.len(), ABOUT.len());
    let metadata = metadata();
    for (id, name) in ABOUT {
        let line = exceptions.iter().find(|line| line.contains(id)).unwrap();
        assert!(line.contains(name) && line.contains("Seen 2"), "{line}");
        assert!(packages(&metadata).any(|of| of["name"] == name), "{name} is gone: take the exception out");
    }
}
