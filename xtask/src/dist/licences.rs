//! The licences of what others wrote and the page is made of: one text file beside the page, which links to it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::setup::Tools;

/// Its name, and by what name the document knows it (`src/components/frame.rs`).
pub(super) const NAME: &str = "licences.txt";
pub(super) const LINK: &str = "licences";

/// The programs that are handed out, and what they are compiled for.
const PROGRAMS: [&str; 3] = ["missing-from-care", "worker", "missing-from-care-api"];
const TARGET: &str = "wasm32-unknown-unknown";

/// Packages of npm whose files are in what is handed out; the others are tools.
const OF_NPM: [&str; 1] = ["govuk-frontend"];

/// Licences under which something of others may be handed out; one of several that are offered is enough.
const ALLOWED: [&str; 9] =
    ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "Unicode-3.0", "Unlicense", "0BSD"];

/// Something that others wrote.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    licence: String,
    authors: String,
    texts: Vec<String>,
}

/// Writes the file into `dist`.
pub(super) fn add(dist: &Path, tools: &Tools) -> Result<()> {
    let mut packages = of_cargo(&|program| tools.command(program))?;
    packages.extend(OF_NPM.iter().map(|name| of_npm(name)).collect::<Result<Vec<_>>>()?);
    packages.sort();
    let own = fs::read_to_string("LICENSE").context("cannot read LICENSE")?;
    fs::write(dist.join(NAME), written(&packages, &own)?).with_context(|| format!("cannot write {NAME}"))
}

/// The crates that are compiled into the programs: not those of tests, nor those that run while compiling.
fn of_cargo(command: &dyn Fn(&str) -> Command) -> Result<Vec<Package>> {
    let mut metadata = command("cargo");
    metadata.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET]);
    let metadata: Value = serde_json::from_slice(&output(&mut metadata)?).context("cargo's metadata cannot be read")?;
    let mut tree = command("cargo");
    tree.args([
        "tree",
        "--locked",
        "--edges",
        "normal,no-proc-macro",
        "--target",
        TARGET,
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    tree.args(PROGRAMS.iter().flat_map(|program| ["--package", program]));
    let tree = String::from_utf8_lossy(&output(&mut tree)?).into_owned();
    let mut packages = BTreeMap::new();
    for (name, version) in tree.lines().filter_map(of_tree) {
        let found = metadata["packages"].as_array().into_iter().flatten();
        let mut found = found.filter(|of| of["name"] == name && of["version"] == version);
        let of = found.next().with_context(|| format!("cargo does not know {name} {version}"))?;
        // Our own crates come from no registry.
        if of["source"].is_null() {
            continue;
        }
        let folder = Path::new(of["manifest_path"].as_str().unwrap_or_default()).parent().map(Path::to_owned);
        let authors = of["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let package = Package {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: of["license"].as_str().unwrap_or_default().to_owned(),
            authors: authors.collect::<Vec<_>>().join(", "),
            texts: folder.as_deref().map_or_else(|| Ok(Vec::new()), texts)?,
        };
        packages.insert((name.to_owned(), version.to_owned()), package);
    }
    ensure!(packages.len() > 20, "cargo tree names {} crates, which cannot be all", packages.len());
    Ok(packages.into_values().collect())
}

/// Name and version in a line of `cargo tree`: `serde v1.0.229 (proc-macro)`. What is a macro runs while compiling.
fn of_tree(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.split_once(" v")?;
    let version = rest.split(' ').next()?;
    (!rest.contains("(proc-macro)")).then_some((name, version))
}

fn of_npm(name: &str) -> Result<Package> {
    let folder = env::current_dir()?.join("node_modules").join(name);
    let file = folder.join("package.json");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let of: Value = serde_json::from_str(&text).with_context(|| format!("{} cannot be read", file.display()))?;
    let said = |field: &str| of[field].as_str().unwrap_or_default().to_owned();
    let authors = of["author"].as_str().or(of["author"]["name"].as_str()).unwrap_or_default().to_owned();
    Ok(Package {
        name: said("name"),
        version: said("version"),
        licence: said("license"),
        authors,
        texts: texts(&folder)?,
    })
}

/// The texts of licences in a folder, in the order of their files' names.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<_> = entries.collect::<std::io::Result<Vec<_>>>()?.iter().map(fs::DirEntry::path).collect();
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().to_ascii_uppercase();
        file.is_file() && ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"].iter().any(|of| name.starts_with(of))
    });
    files.sort();
    files
        .iter()
        .map(|file| fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display())))
        .collect()
}

/// Whether one of the licences that an expression offers is among those allowed, and every one that it asks for.
fn is_allowed(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    plain.split(" AND ").all(|part| part.split(" OR ").any(|licence| ALLOWED.contains(&licence.trim())))
}

fn written(packages: &[Package], own: &str) -> Result<String> {
    let mut text = format!(
        "Missing from Care {}\n\n{}\n\n\nIt is made of these works of others, under their own licences.\n",
        env!("CARGO_PKG_VERSION"),
        own.trim()
    );
    for package in packages {
        let Package { name, version, licence, authors, texts } = package;
        if !is_allowed(licence) {
            bail!(
                "{name} {version} is under the licence `{licence}`, which is none of those allowed (xtask/src/dist/licences.rs)"
            );
        }
        writeln!(text, "\n\n{}\n{name} {version}: {licence}", "=".repeat(80))?;
        if !authors.is_empty() {
            writeln!(text, "by {authors}")?;
        }
        if texts.is_empty() {
            text += "It comes without the text of its licence; that of the MIT licence is above.\n";
            ensure!(licence.contains("MIT"), "{name} {version} comes without the text of its licence, {licence}");
        }
        for licence in texts {
            writeln!(text, "\n{}", licence.replace("\r\n", "\n").trim())?;
        }
    }
    Ok(text)
}

/// What a program prints; an error if it fails.
fn output(command: &mut Command) -> Result<Vec<u8>> {
    let shown = crate::run::shown(command);
    let output = command.output().with_context(|| format!("cannot run `{shown}`"))?;
    ensure!(output.status.success(), "`{shown}` failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_licence_that_is_offered_is_enough_and_all_that_are_asked_for_are_needed() {
        for (expression, allowed) in [
            ("MIT", true),
            ("MIT OR Apache-2.0", true),
            ("Unlicense/MIT", true),
            ("GPL-3.0-only OR MIT", true),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("(MIT OR Apache-2.0) AND GPL-3.0-only", false),
            ("GPL-3.0-only", false),
            ("LGPL-2.1 OR GPL-2.0", false),
            ("", false),
        ] {
            assert_eq!(is_allowed(expression), allowed, "{expression}");
        }
    }

    #[test]
    fn every_crate_that_is_handed_out_is_named_with_a_licence_that_allows_it() -> Result<()> {
        let packages = of_cargo(&|program| Command::new(program))?;
        let text = written(&packages, "MIT License")?;
        for name in ["yew ", "wasm-bindgen ", "serde ", "csv-core "] {
            assert!(text.contains(&format!("\n{name}")), "{name}");
        }
        for name in ["missing-rates ", "proptest ", "syn "] {
            assert!(!text.contains(&format!("\n{name}")), "{name}");
        }
        Ok(())
    }

    #[test]
    fn a_line_of_the_tree_is_a_name_and_a_version_and_macros_are_left_out() {
        assert_eq!(of_tree("csv-core v0.1.13"), Some(("csv-core", "0.1.13")));
        assert_eq!(of_tree("words v0.1.0 (/a/b/crates/words)"), Some(("words", "0.1.0")));
        assert_eq!(of_tree("serde_derive v1.0.229 (proc-macro)"), None);
        assert_eq!(of_tree(""), None);
    }

    #[test]
    fn a_work_without_a_text_is_named_only_where_its_text_is_known() {
        let package = |licence: &str, texts: &[&str]| Package {
            name: "other".to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.to_owned(),
            authors: "Its authors".to_owned(),
            texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        };
        let text = written(&[package("MIT", &[]), package("Apache-2.0", &["Apache\r\nLicense"])], "MIT License")
            .unwrap_or_default();
        assert!(
            text.contains("MIT License\n") && text.contains("by Its authors\n") && text.contains("Apache\nLicense\n")
        );
        assert!(written(&[package("Apache-2.0", &[])], "").is_err());
        assert!(written(&[package("GPL-3.0-only", &["text"])], "").is_err());
    }
}
