//! The licences of the product, and of the work of others in it: a page beside the calculator, which links to it, and a
//! part of the one file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::setup::Tools;

/// Its name, and the name that the document uses for it (`src/components/frame.rs`).
pub(super) const NAME: &str = "licences.html";
pub(super) const LINK: &str = "licences";

/// The programs that are distributed, and what they are compiled for.
const PROGRAMS: [&str; 4] = ["missing-from-care", "worker", "books", "missing-from-care-api"];
const TARGET: &str = "wasm32-unknown-unknown";

/// Packages of npm whose files are distributed. The other packages are tools.
const OF_NPM: [&str; 1] = ["govuk-frontend"];

/// Licences under which the work of others may be distributed. If several are offered, one of them is enough.
const ALLOWED: [&str; 9] =
    ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "Unicode-3.0", "Unlicense", "0BSD"];

/// Our own licence, as it is in the repository and beside the page.
const OWN: &str = "LICENSE";

/// Something that others wrote.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    licence: String,
    authors: String,
    texts: Vec<String>,
}

/// Writes the page and our own licence into `dist`. Returns the part for the one file.
pub(super) fn add(dist: &Path, tools: &Tools) -> Result<String> {
    let mut packages = of_cargo(&|program| tools.command(program))?;
    packages.extend(OF_NPM.iter().map(|name| of_npm(name)).collect::<Result<Vec<_>>>()?);
    packages.sort();
    let own = fs::read_to_string(OWN).context("cannot read LICENSE")?;
    fs::write(dist.join(OWN), &own).with_context(|| format!("cannot write {OWN}"))?;
    let written = written(&packages, &own)?;
    fs::write(dist.join(NAME), page(&written)).with_context(|| format!("cannot write {NAME}"))?;
    Ok(format!("<details class=\"licences govuk-body\"><summary>Licences</summary>\n{written}</details>\n"))
}

/// The page by itself, without styles that could be missing.
fn page(written: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; form-action 'none'; base-uri 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n\
         <title>Licences – Missing from Care</title>\n</head>\n<body>\n<main>\n<p><a href=\"./\">Missing from Care</a></p>\n\
         <h1>Licences</h1>\n{written}</main>\n</body>\n</html>\n"
    )
}

/// The crates that are compiled into the programs, without those for tests and those that run while compiling.
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
        // Our own crates do not come from a registry.
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
            texts: folder.as_deref().map_or_else(|| Ok(Vec::new()), |folder| texts(folder, of["license"].as_str()))?,
        };
        packages.insert((name.to_owned(), version.to_owned()), package);
    }
    ensure!(packages.len() > 20, "cargo tree names {} crates, which cannot be all", packages.len());
    Ok(packages.into_values().collect())
}

/// Name and version in a line of `cargo tree`: `serde v1.0.229 (proc-macro)`. A macro runs while compiling.
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
        texts: texts(&folder, of["license"].as_str())?,
    })
}

/// The texts of licences in a folder, in the order of the file names. If the MIT licence is one of those offered and
/// has a file of its own, that file is used.
fn texts(folder: &Path, licence: Option<&str>) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<_> = entries.collect::<std::io::Result<Vec<_>>>()?.iter().map(fs::DirEntry::path).collect();
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().to_ascii_uppercase();
        file.is_file() && ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"].iter().any(|of| name.starts_with(of))
    });
    files.sort();
    let of_mit =
        |file: &std::path::PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().ends_with("MIT"));
    let offered =
        licence.is_some_and(|licence| !licence.contains("AND") && licence.split([' ', '/']).any(|of| of == "MIT"));
    if let Some(mit) = files.iter().find(|file| offered && of_mit(file)).cloned() {
        files = vec![mit];
    }
    let read = |file: &std::path::PathBuf| {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        Ok(text.replace("\r\n", "\n").trim().to_owned())
    };
    files.iter().map(read).collect()
}

/// Whether one of the licences that an expression offers is allowed, and every licence that it requires.
fn is_allowed(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    plain.split(" AND ").all(|part| part.split(" OR ").any(|licence| ALLOWED.contains(&licence.trim())))
}

/// Every work with its licence, and each text once, however many works use it.
fn written(packages: &[Package], own: &str) -> Result<String> {
    let mut by_text: BTreeMap<String, Vec<(&Package, &str)>> = BTreeMap::new();
    for package in packages {
        let Package { name, version, licence, texts, .. } = package;
        if !is_allowed(licence) {
            bail!(
                "{name} {version} is under the licence `{licence}`, which is none of those allowed (xtask/src/dist/licences.rs)"
            );
        }
        ensure!(
            !texts.is_empty() || licence.contains("MIT"),
            "{name} {version} comes without the text of its licence, {licence}"
        );
        let (own, common) = match texts.as_slice() {
            [one] => apart(one),
            _ => ("", texts.join("\n\n")),
        };
        by_text.entry(common).or_default().push((package, own));
    }
    let mut html = format!(
        "<p>Missing from Care {}</p>\n<pre>{}</pre>\n<p>It is made of these works of others, under their own licences.</p>\n",
        env!("CARGO_PKG_VERSION"),
        escaped(own.trim())
    );
    for (text, packages) in &by_text {
        html += "<ul>\n";
        for (Package { name, version, licence, authors, .. }, own) in packages {
            let by = if authors.is_empty() { String::new() } else { format!(", by {authors}") };
            let own = if own.is_empty() { String::new() } else { format!(". {}", own.replace('\n', " ")) };
            writeln!(html, "<li>{}</li>", escaped(&format!("{name} {version}: {licence}{by}{own}")))?;
        }
        html += "</ul>\n";
        if text.is_empty() {
            html += "<p>This comes without the text of its licence; that of the MIT licence is above.</p>\n";
        } else {
            writeln!(html, "<pre>{}</pre>", escaped(text))?;
        }
    }
    Ok(html)
}

/// The part of a text about its own work, and the part it shares with others: MIT licences differ in who holds the
/// rights.
fn apart(text: &str) -> (&str, String) {
    const COMMON: &str = "Permission is hereby granted";
    match text.split_once(COMMON) {
        Some((own, rest)) => (own.trim(), [COMMON, rest].concat().split_whitespace().collect::<Vec<_>>().join(" ")),
        None => ("", text.to_owned()),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What a program prints. An error if it fails.
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
        assert!(text.len() < 85_000, "{} bytes are much for the one file", text.len());
        for name in ["yew ", "wasm-bindgen ", "serde ", "csv-core "] {
            assert!(text.contains(&format!("<li>{name}")), "{name}");
        }
        for name in ["missing-rates ", "proptest ", "syn "] {
            assert!(!text.contains(&format!("<li>{name}")), "{name}");
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
        let works = [package("MIT", &[]), package("Apache-2.0", &["<Apache>"]), package("MIT", &["<Apache>"])];
        let text = written(&works, "MIT License").unwrap_or_default();
        assert!(text.contains("<pre>MIT License</pre>") && text.contains(", by Its authors</li>"), "{text}");
        assert_eq!(text.matches("&lt;Apache&gt;").count(), 1, "each text once");
        let mit =
            |who: &str, rest: &str| format!("MIT License\n\nCopyright (c) {who}\n\nPermission is hereby granted{rest}");
        let works =
            [package("MIT", &[&mit("One", ", free\nof charge")]), package("MIT", &[&mit("Two", ", free of\ncharge")])];
        let text = written(&works, "ours").unwrap_or_default();
        assert!(text.contains("Copyright (c) One</li>") && text.contains("Copyright (c) Two</li>"), "{text}");
        assert_eq!(text.matches("<pre>Permission is hereby granted, free of charge</pre>").count(), 1, "{text}");
        assert!(written(&[package("Apache-2.0", &[])], "").is_err());
        assert!(written(&[package("GPL-3.0-only", &["text"])], "").is_err());
    }
}
