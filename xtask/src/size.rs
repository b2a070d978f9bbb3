//! How much a visitor's first load is: what index.html names, as a server sends it.

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

/// Shows the files of the first load, and fails if they are over budget.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let page = fs::read_to_string(dist.join("index.html"))
        .with_context(|| format!("there is no page in {}: `cargo xtask dist` makes it", dist.display()))?;
    let mut total = 0;
    println!("{:>9} {:>9}  first load", "bytes", "gzip");
    for name in first_load(dist, &page)? {
        let bytes = fs::read(dist.join(&name)).with_context(|| format!("cannot read {name}"))?;
        let sent = gzipped(&bytes)?;
        println!("{:>9} {:>9}  {name}", bytes.len(), sent);
        total += sent;
    }
    println!("{:>9} {total:>9}  in all; at most {BUDGET}, aim {AIM}", "");
    if total > BUDGET {
        bail!("the first load is {} bytes over its budget", total - BUDGET);
    }
    Ok(())
}

/// The names of the files that a visitor's browser fetches before the page can be used.
fn first_load(dist: &Path, page: &str) -> Result<Vec<String>> {
    let mut names = vec!["index.html".to_owned()];
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let fetched = Path::new(&name).extension().is_some_and(|ending| ending != "html");
        if fetched && page.contains(&name) {
            names.push(name);
        }
    }
    names[1..].sort();
    Ok(names)
}

fn gzipped(bytes: &[u8]) -> io::Result<u64> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?.len() as u64)
}
