//! How much a visitor's first load is: what index.html names, as a server sends it. And what follows it: the engine,
//! which the page fetches once it can be used.

use std::io::Write;
use std::path::Path;
use std::{fs, io};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

/// No first load is larger: 200 KB.
const BUDGET: u64 = 200 * 1024;
/// What the first load should be.
const AIM: u64 = 150 * 1024;

/// What is fetched after it may be no larger than this: 160 KB.
const LATER: u64 = 160 * 1024;

/// Shows the files of the first load and those that follow, and fails if either are over budget.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let page = fs::read_to_string(dist.join("index.html"))
        .with_context(|| format!("there is no page in {}: `cargo xtask dist` makes it", dist.display()))?;
    let (first, later) = loads(dist, &page)?;
    let total = show(dist, "first load", &first)?;
    println!("{:>9} {total:>9}  in all; at most {BUDGET}, aim {AIM}", "");
    let after = show(dist, "later, before the network closes", &later)?;
    println!("{:>9} {after:>9}  in all; at most {LATER}", "");
    if total > BUDGET {
        bail!("the first load is {} bytes over its budget", total - BUDGET);
    }
    if after > LATER {
        bail!("what follows the first load is {} bytes over its budget", after - LATER);
    }
    Ok(())
}

fn show(dist: &Path, what: &str, names: &[String]) -> Result<u64> {
    let mut total = 0;
    println!("{:>9} {:>9}  {what}", "bytes", "gzip");
    for name in names {
        let bytes = fs::read(dist.join(name)).with_context(|| format!("cannot read {name}"))?;
        let sent = gzipped(&bytes)?;
        println!("{:>9} {:>9}  {name}", bytes.len(), sent);
        total += sent;
    }
    Ok(total)
}

/// The names of the files that a visitor's browser fetches before the page can be used, and of the programs that it
/// fetches then.
fn loads(dist: &Path, page: &str) -> Result<(Vec<String>, Vec<String>)> {
    let (mut first, mut later) = (vec!["index.html".to_owned()], Vec::new());
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let ending = Path::new(&name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if ending != "html" && page.contains(&name) {
            first.push(name);
        } else if matches!(ending, "js" | "wasm") {
            later.push(name);
        }
    }
    first[1..].sort();
    later.sort();
    Ok((first, later))
}

fn gzipped(bytes: &[u8]) -> io::Result<u64> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?.len() as u64)
}
