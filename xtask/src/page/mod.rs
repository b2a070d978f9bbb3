//! Turns what Trunk made into the page as it is distributed. Every file gets a name that changes with its content. The
//! document says where each file is, what its hash must be, and that nothing else may run. Trunk calls this, so `serve`
//! and `dist` show the same page.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, ensure};

pub(crate) mod assets;
pub(crate) mod html;
mod imports;
pub(crate) mod names;
pub(crate) mod policy;

use assets::Asset;
use html::is_start;
use names::{BUILT_IN, DOCUMENT, GLUE, ICON, PROGRAM, STYLES, SUPPLY};

/// The programs of workers, each by its glue and itself: the engine, and what opens and writes workbooks.
const ENGINE: (&str, &str) = ("engine.js", "engine_bg.wasm");
const BOOKS: (&str, &str) = ("books.js", "books_bg.wasm");

/// The source of the styles.
const SOURCE_OF_STYLES: &str = "static/page.scss";

/// Finishes the page in `folder`, in the folder that Trunk is building, or in `dist`.
pub(crate) fn stamp(folder: Option<OsString>) -> Result<()> {
    let folder = folder.or_else(|| env::var_os("TRUNK_STAGING_DIR")).unwrap_or_else(|| BUILT_IN.into());
    let folder = PathBuf::from(folder);
    let file = folder.join(DOCUMENT);
    let made = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    compress(&folder.join(STYLES))?;
    for (glue, program) in [(GLUE, PROGRAM), ENGINE, BOOKS] {
        imports::number(&folder, glue, program)?;
    }
    let assets = assets::put_away(&folder)?;
    let page = linked(&made, &assets)
        .and_then(|page| policy::stamped(&page))
        .with_context(|| format!("{} was not finished", file.display()))?;
    fs::write(&file, page).with_context(|| format!("cannot write {}", file.display()))
}

/// Writes the styles without comments, which Trunk leaves in where it minifies nothing. They are made again, because
/// sass does not read everything that it writes.
fn compress(styles: &Path) -> Result<()> {
    let said = Command::new("sass").args(["--style=compressed", "--no-source-map", SOURCE_OF_STYLES]).output();
    let said = said.context("sass, which makes the styles, is not there")?;
    ensure!(said.status.success(), "sass: {}", String::from_utf8_lossy(&said.stderr));
    fs::write(styles, said.stdout).with_context(|| format!("cannot write {}", styles.display()))
}

/// The document with links to the assets in place of Trunk's.
fn linked(made: &str, assets: &[Asset]) -> Result<String> {
    let links = links(assets)?;
    let mut starts = 0;
    let page = html::rewritten(made, |element| {
        if is_start(element) {
            starts += 1;
            return Some(links.clone());
        }
        let of_trunk = ["icon", "stylesheet", "modulepreload", "preload"];
        (element.name == "link" && element.attribute("rel").is_some_and(|rel| of_trunk.contains(&rel)))
            .then(String::new)
    });
    ensure!(starts == 1, "Trunk has written {starts} scripts that start the page");
    // Trunk leaves empty lines where its own elements were.
    Ok(page.lines().filter(|line| !line.trim().is_empty()).fold(String::new(), |page, line| page + line + "\n"))
}

/// The links that the document needs: first the files that it cannot do without, then where the others are, then what
/// starts it.
fn links(assets: &[Asset]) -> Result<String> {
    let [glue, program, styles, icon] = [GLUE, PROGRAM, STYLES, ICON].map(|name| assets::named(assets, name));
    let (glue, program, styles, icon) = (glue?, program?, styles?, icon?);
    let manifest = assets::named(assets, assets::MANIFEST)?;
    let mut lines = vec![
        format!(r#"<link rel="icon" type="image/svg+xml" href="{}">"#, icon.path),
        format!(r#"<link rel="manifest" href="{}">"#, manifest.path),
        format!(r#"<link rel="stylesheet" href="{}" integrity="{}">"#, styles.path, styles.integrity),
        format!(r#"<link rel="modulepreload" href="{}" integrity="{}">"#, glue.path, glue.integrity),
        format!(
            r#"<link rel="preload" as="fetch" type="application/wasm" crossorigin href="{}" integrity="{}">"#,
            program.path, program.integrity
        ),
    ];
    let supplies = assets.iter().filter(|asset| asset.is_supply());
    lines.extend(supplies.map(|Asset { name, path, integrity }| {
        format!(r#"<link rel="supply" {SUPPLY}="{name}" href="{path}" integrity="{integrity}">"#)
    }));
    let start = include_str!("start.js")
        .replace("GLUE", &format!("./{}", glue.path))
        .replace("PROGRAM", &format!("./{}", program.path))
        .replace("INTEGRITY", &program.integrity);
    lines.push(format!("<script type=\"module\">\n{start}</script>"));
    Ok(format!("    {}", lines.join("\n    ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADE: &str = r#"<!doctype html><html><head>
<link rel="icon" href="./icon.svg"/>
<script type="module">import init from './page.js'; init();</script>
<link rel="modulepreload" href="./page.js"></head><body><p>Hello</p></body></html>"#;

    fn asset(name: &str) -> Asset {
        Asset { name: name.to_owned(), path: format!("assets/x-{name}"), integrity: format!("sha384-{name}") }
    }

    fn all() -> Vec<Asset> {
        [GLUE, PROGRAM, STYLES, ICON, assets::MANIFEST, "engine.js", "samples/a.csv"].map(asset).into()
    }

    #[test]
    fn a_page_names_every_file_and_what_it_must_be() {
        let page = linked(MADE, &all()).unwrap_or_default();
        for part in [
            r#"<link rel="stylesheet" href="assets/x-page.css" integrity="sha384-page.css">"#,
            r#"<link rel="supply" data-supply="engine.js" href="assets/x-engine.js" integrity="sha384-engine.js">"#,
            r#"data-supply="samples/a.csv""#,
            "import start from './assets/x-page.js';",
            "fetch('./assets/x-page_bg.wasm', { integrity: 'sha384-page_bg.wasm' })",
            "<p>Hello</p>",
        ] {
            assert!(page.contains(part), "{part}\n{page}");
        }
        assert!(!page.contains("\"./page.js\"") && !page.contains("init()"), "what Trunk wrote is gone: {page}");
        assert!(!page.contains(r#"data-supply="page.js""#), "the page's own program is no supply");
    }

    #[test]
    fn a_page_is_not_made_of_half_the_files() {
        let mut assets = all();
        assets.remove(1);
        assert!(linked(MADE, &assets).is_err_and(|error| error.to_string().contains(PROGRAM)));
        assert!(linked("<head></head>", &all()).is_err());
    }
}
