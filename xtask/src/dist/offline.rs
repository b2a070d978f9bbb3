//! Makes the page work without a network, with a service worker that has the list of the page's files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::sums;
use crate::page::assets;
use crate::page::names::DOCUMENT;

/// The service worker, beside the document. It can answer only for what is beside or below it.
pub(crate) const WORKER: &str = "sw.js";

/// The place for its list, and for what distinguishes this release from others.
const FILES: &str = "FILES_OF_THE_BUILD";
const VERSION: &str = "VERSION_OF_THE_BUILD";

/// Names the service worker in the page, and writes the service worker.
pub(super) fn add(dist: &Path, page: &str) -> Result<()> {
    let page = with_worker(page)?;
    fs::write(dist.join(DOCUMENT), &page)?;
    let mut files = vec![("./".to_owned(), assets::integrity(page.as_bytes()))];
    for path in assets::files(&dist.join(assets::FOLDER))? {
        let path = format!("{}/{path}", assets::FOLDER);
        let integrity = assets::integrity(&assets::read(dist, &path)?);
        files.push((path, integrity));
    }
    let source = fs::read_to_string(Path::new("static").join(WORKER)).context("the service worker is not there")?;
    fs::write(dist.join(WORKER), worker(&source, &files)?)?;
    Ok(())
}

/// The page with a link to the service worker, which tells the page about it (`src/offline.rs`).
fn with_worker(page: &str) -> Result<String> {
    ensure!(page.matches("</head>").count() == 1, "the page must end its head once");
    Ok(page.replace("</head>", &format!("  <link rel=\"serviceworker\" href=\"{WORKER}\">\n  </head>")))
}

/// The service worker of one build, from its source.
fn worker(source: &str, files: &[(String, String)]) -> Result<String> {
    let list = serde_json::to_string_pretty(&files)?;
    let version = &sums::hex(format!("{source}{list}").as_bytes())[..16];
    for marker in [FILES, VERSION] {
        ensure!(source.matches(marker).count() == 1, "the service worker must hold {marker} once");
    }
    Ok(source.replace(FILES, &list).replace(VERSION, version))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(integrity: &str) -> Vec<(String, String)> {
        vec![("./".to_owned(), integrity.to_owned())]
    }

    #[test]
    fn a_service_worker_knows_its_build_and_another_build_is_another_version() -> Result<()> {
        let source = format!("const VERSION = '{VERSION}';\nconst FILES = {FILES};\n");
        let one = worker(&source, &files("sha384-a"))?;
        assert!(one.contains(r#""sha384-a""#) && !one.contains(VERSION), "{one}");
        assert_eq!(one, worker(&source, &files("sha384-a"))?);
        assert_ne!(one.lines().next(), worker(&source, &files("sha384-b"))?.lines().next());
        assert!(worker("", &files("a")).is_err());
        Ok(())
    }
}
