//! How much a visitor's first load is: what index.html names, as a server sends it. And what follows it: the engine,
//! which the page fetches once it can be used. And the page in one file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::dist::{ONE_FILE, gzipped};
use crate::page::html;
use crate::page::names::DOCUMENT;

/// No first load is larger.
const BUDGET: u64 = 185_000;
/// What the first load should be.
const AIM: u64 = 150 * 1024;

/// What is fetched after it, while a person reads and looks for files, may be no larger than this: 920 KB. The one file,
/// which holds it too, has a bound of its own. It was 700 KB before headings were read by a grammar, and 900 KB before the
/// sentences of rules came into it; the engine should come down to 500 KB.
const LATER: u64 = 920 * 1024;

/// The page in one file is at most 1.5 MB.
const WHOLE: u64 = 1_500_000;

/// Shows the files of the first load and those that follow, and fails if either are over budget.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let page = fs::read_to_string(dist.join(DOCUMENT))
        .with_context(|| format!("there is no page in {}: `cargo xtask dist` makes it", dist.display()))?;
    let (first, later) = loads(&page);
    let total = show(dist, "first load", &first)?;
    println!("{:>9} {total:>9}  in all; at most {BUDGET}, aim {AIM}", "");
    let after = show(dist, "later, before the network closes", &later)?;
    println!("{:>9} {after:>9}  in all; at most {LATER}", "");
    let whole = fs::metadata(dist.join(ONE_FILE)).with_context(|| format!("cannot read {ONE_FILE}"))?.len();
    println!("{whole:>9} {:>9}  {ONE_FILE}; at most {WHOLE}", "");
    if total > BUDGET {
        bail!("the first load is {} bytes over its budget", total - BUDGET);
    }
    if after > LATER {
        bail!("what follows the first load is {} bytes over its budget", after - LATER);
    }
    if whole > WHOLE {
        bail!("{ONE_FILE} is {} bytes over its budget", whole - WHOLE);
    }
    Ok(())
}

fn show(dist: &Path, what: &str, names: &[String]) -> Result<u64> {
    let mut total = 0;
    println!("{:>9} {:>9}  {what}", "bytes", "gzip");
    for name in names {
        let bytes = fs::read(dist.join(name)).with_context(|| format!("cannot read {name}"))?;
        let sent = gzipped(&bytes)?.len() as u64;
        println!("{:>9} {:>9}  {name}", bytes.len(), sent);
        total += sent;
    }
    Ok(total)
}

/// The names of the files that a visitor's browser fetches before the page can be used, and of the programs that it
/// fetches then.
fn loads(page: &str) -> (Vec<String>, Vec<String>) {
    let (mut first, mut later) = (vec![DOCUMENT.to_owned()], Vec::new());
    for link in html::elements(page).filter(|element| element.name == "link") {
        let Some(address) = link.attribute("href") else { continue };
        let ending = Path::new(address).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match link.attribute("rel") {
            Some("icon" | "stylesheet" | "modulepreload" | "preload") => first.push(address.to_owned()),
            Some("supply") if matches!(ending, "js" | "wasm") => later.push(address.to_owned()),
            _ => {}
        }
    }
    first[1..].sort();
    later.sort();
    (first, later)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_what_the_document_cannot_do_without() {
        let page = r#"<link rel="icon" href="i.svg"><link rel="manifest" href="m"><link rel="stylesheet" href="p.css">
            <link rel="supply" href="e.wasm"><link rel="supply" href="a.csv"><link rel="preload" href="p.wasm">"#;
        let (first, later) = loads(page);
        assert_eq!(first, [DOCUMENT, "i.svg", "p.css", "p.wasm"]);
        assert_eq!(later, ["e.wasm"]);
    }
}
