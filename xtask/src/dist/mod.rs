//! The page, ready to be copied to any web server, or to be carried in one file.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::page::assets;
use crate::page::names::{BUILT_IN, DOCUMENT};
use crate::run;
use crate::setup::Tools;

mod api;
mod cards;
mod compressed;
mod embed;
mod letters;
mod licences;
mod offline;
mod one_file;
pub(crate) mod reproduce;
mod servers;
mod sums;

pub(crate) use compressed::gzipped;
pub(crate) use one_file::NAME as ONE_FILE;

/// Builds the page into [`BUILT_IN`]. `site` is the address that it will have, if it is known.
pub(crate) fn dist(tools: &Tools, site: Option<&str>) -> Result<()> {
    let site = site.map(cards::site).transpose()?.unwrap_or_default();
    run::run(tools.command("trunk").args(["build", "--release"])).context("the page was not built")?;
    api::add(Path::new(BUILT_IN), tools)?;
    let licences = licences::add(Path::new(BUILT_IN), tools)?;
    complete(Path::new(BUILT_IN), &licences, &site)
}

/// Completes what Trunk built with the page in one file, what other sites embed, the page that works without a network,
/// what social media and servers read, and the hashes of all files.
fn complete(dist: &Path, licences: &str, site: &str) -> Result<()> {
    names_no_folder(dist)?;
    // The one file is made from the page before it names a service worker, which a file from disk cannot have.
    let page = fs::read_to_string(dist.join(DOCUMENT))?;
    let whole = one_file::made_of(&page, dist, licences)?;
    fs::write(dist.join(ONE_FILE), &whole)?;
    let page = embed::add(dist, &page, &whole)?;
    let page = cards::add(dist, &page, site)?;
    offline::add(dist, &page)?;
    servers::add(dist)?;
    compressed::add(dist)?;
    sums::add(dist)
}

/// Fails if a program of the page names the folder that it was built in: what is distributed must not say who built it.
/// A folder with a space in its name cannot be kept out; see `setup`.
fn names_no_folder(dist: &Path) -> Result<()> {
    let folder = env::current_dir()?.display().to_string() + "/";
    if folder.contains(char::is_whitespace) {
        return Ok(());
    }
    for path in assets::files(dist)? {
        let named = assets::read(dist, &path)?.windows(folder.len()).any(|window| window == folder.as_bytes());
        if named {
            bail!("{path} names the folder {folder}");
        }
    }
    Ok(())
}
