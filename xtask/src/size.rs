//! Measures a visitor's first load: the files that index.html names, as a server sends them. It also measures what
//! follows: the engine, which the page fetches once it can be used, what opens and writes workbooks, and the page in one file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::dist::{ONE_FILE, gzipped};
use crate::page::html;
use crate::page::names::{DOCUMENT, SUPPLY};
use crate::setup;

/// What the files must not be larger than, in bytes as a server sends them, but for the one file.
struct Bounds {
    /// What a visitor waits for.
    first: u64,
    /// What is fetched after it, while a person reads and looks for files.
    later: u64,
    /// The page in one file, with the licences of everything in it. It grows with `later`.
    whole: u64,
}

/// The standard library is compiled beside the page (decision 0035). `later` was 700 KB before headings were read by a grammar.
/// Each capability since, with its sentences, reasons and questions, brought 10 to 70 KB.
const WITH_STD: Bounds = Bounds { first: 166_000, later: 1_280 * 1024, whole: 2_540_000 };
/// A machine that has no source of the standard library builds larger programs.
const WITHOUT: Bounds = Bounds { first: 183_000, later: 1_340 * 1024, whole: 2_640_000 };

/// How large the first load should be.
const AIM: u64 = 150 * 1024;

/// What opens and writes workbooks, fetched after that, must not be larger than 400 KB as a server sends it over https.
const BOOKS: u64 = 400 * 1024;

/// Shows the files of the first load and those that follow, and fails if either exceeds its budget.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let most = if setup::builds_std() { WITH_STD } else { WITHOUT };
    let page = fs::read_to_string(dist.join(DOCUMENT))
        .with_context(|| format!("there is no page in {}: `cargo xtask dist` makes it", dist.display()))?;
    let Loads { first, later, books } = loads(&page);
    let total = show(dist, "first load", &first)?;
    println!("{:>9} {total:>9}  in all; at most {}, aim {AIM}", "", most.first);
    let after = show(dist, "later, before the network closes", &later)?;
    println!("{:>9} {after:>9}  in all; at most {}", "", most.later);
    let mut of_books = 0;
    for name in &books {
        let sent =
            fs::metadata(dist.join(format!("{name}.br"))).with_context(|| format!("{name} is not compressed"))?.len();
        println!("{:>9} {sent:>9}  {name}, with brotli", "");
        of_books += sent;
    }
    println!("{:>9} {of_books:>9}  in all; at most {BOOKS}", "");
    let whole = fs::metadata(dist.join(ONE_FILE)).with_context(|| format!("cannot read {ONE_FILE}"))?.len();
    println!("{whole:>9} {:>9}  {ONE_FILE}; at most {}", "", most.whole);
    if total > most.first {
        bail!("the first load is {} bytes over its budget", total - most.first);
    }
    if after > most.later {
        bail!("what follows the first load is {} bytes over its budget", after - most.later);
    }
    if of_books > BOOKS {
        bail!("what opens workbooks is {} bytes over its budget", of_books - BOOKS);
    }
    if whole > most.whole {
        bail!("{ONE_FILE} is {} bytes over its budget", whole - most.whole);
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
/// fetches after that.
struct Loads {
    first: Vec<String>,
    later: Vec<String>,
    books: Vec<String>,
}

fn loads(page: &str) -> Loads {
    let (mut first, mut later, mut books) = (vec![DOCUMENT.to_owned()], Vec::new(), Vec::new());
    for link in html::elements(page).filter(|element| element.name == "link") {
        let Some(address) = link.attribute("href") else { continue };
        let ending = Path::new(address).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match link.attribute("rel") {
            Some("icon" | "stylesheet" | "modulepreload" | "preload") => first.push(address.to_owned()),
            Some("supply") if matches!(ending, "js" | "wasm") => {
                let of_books = link.attribute(SUPPLY).is_some_and(|name| name.starts_with("books"));
                if of_books { &mut books } else { &mut later }.push(address.to_owned());
            }
            _ => {}
        }
    }
    first[1..].sort();
    later.sort();
    books.sort();
    Loads { first, later, books }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_what_the_document_cannot_do_without() {
        let page = r#"<link rel="icon" href="i.svg"><link rel="manifest" href="m"><link rel="stylesheet" href="p.css">
            <link rel="supply" data-supply="engine_bg.wasm" href="e.wasm"><link rel="supply" data-supply="books.js" href="b.js"><link rel="supply" href="a.csv"><link rel="preload" href="p.wasm">"#;
        let Loads { first, later, books } = loads(page);
        assert_eq!(first, [DOCUMENT, "i.svg", "p.css", "p.wasm"]);
        assert_eq!(later, ["e.wasm"]);
        assert_eq!(books, ["b.js"]);
    }
}
