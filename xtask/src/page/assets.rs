//! Puts the files of the page under names that change with their content, so that a browser may keep each of them
//! forever and never takes an old file for a new one.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::names::{DOCUMENT, GLUE, ICON, PROGRAM, STYLES};

/// Their folder, relative to the page.
pub(crate) const FOLDER: &str = "assets";

/// What a browser reads to install the page as an app.
pub(crate) const MANIFEST: &str = "app/manifest.webmanifest";

/// The folder of files for installing: the manifest and its icons.
const APP: &str = "app/";

/// Files that keep their names: the document, and a text for people to read.
const KEPT: [&str; 2] = [DOCUMENT, "samples/README.md"];

/// A file of the page.
#[derive(Debug)]
pub(crate) struct Asset {
    /// Its name in the source: `engine.js`, `samples/answers-2024.csv`.
    pub(crate) name: String,
    /// Its path relative to the page: `assets/engine-0123456789abcdef.js`.
    pub(crate) path: String,
    /// Its hash, in the form of an `integrity` attribute.
    pub(crate) integrity: String,
}

impl Asset {
    /// Whether the page asks for it by name, once it runs.
    pub(crate) fn is_supply(&self) -> bool {
        ![GLUE, PROGRAM, STYLES, ICON].contains(&&*self.name) && !self.name.starts_with(APP)
    }
}

/// The asset with this name in the source.
pub(crate) fn named<'a>(assets: &'a [Asset], name: &str) -> Result<&'a Asset> {
    assets.iter().find(|asset| asset.name == name).with_context(|| format!("the build has no {name}"))
}

/// Moves every file of a build into [`FOLDER`] under its new name. Returns them in the order of their old names.
pub(crate) fn put_away(build: &Path) -> Result<Vec<Asset>> {
    let mut names = files(build)?;
    names.retain(|name| !KEPT.contains(&&**name));
    // The manifest names the icons, so it comes after their names are known.
    names.sort_by_key(|name| (name == MANIFEST, name.clone()));
    fs::create_dir_all(build.join(FOLDER))?;
    let mut assets: Vec<Asset> = Vec::new();
    for name in names {
        let file = build.join(&name);
        let mut bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        if name == MANIFEST {
            bytes = with_icons(&String::from_utf8(bytes)?, &assets).into_bytes();
        }
        let path = format!("{FOLDER}/{}", hashed(&name, &bytes));
        fs::write(build.join(&path), &bytes).with_context(|| format!("cannot write {path}"))?;
        fs::remove_file(&file)?;
        let mut asset = Asset { name, path, integrity: integrity(&bytes) };
        if asset.is_supply() {
            asset.integrity = shorter_integrity(&bytes);
        }
        assets.push(asset);
    }
    for folder in ["app", "samples/ssda903"] {
        let _ = fs::remove_dir(build.join(folder));
    }
    assets.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(assets)
}

/// The manifest with the new names of the icons, which are beside it.
fn with_icons(manifest: &str, assets: &[Asset]) -> String {
    assets.iter().fold(manifest.to_owned(), |manifest, asset| match asset.name.strip_prefix(APP) {
        Some(icon) => manifest.replace(&format!("\"{icon}\""), &format!("\"{}\"", last(&asset.path))),
        None => manifest,
    })
}

/// `samples/a.csv` as `a-0123456789abcdef.csv`.
pub(crate) fn hashed(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = last(name).rsplit_once('.').unwrap_or((last(name), "bin"));
    let digest = Sha256::digest(bytes);
    let hash = digest.iter().take(8).fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
    format!("{stem}-{hash}.{ending}")
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The value of an `integrity` attribute for these bytes (W3C, Subresource Integrity).
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The same by SHA-256. Hashes are what no compression makes smaller, and the document has one for each file that the page may ask
/// for.
fn shorter_integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// Every file in a folder and its subfolders, by its path from the folder with `/` as separator, sorted.
pub(crate) fn files(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    let mut folders = vec![(folder.to_path_buf(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push((entry.path(), name + "/"));
            } else {
                names.push(name);
            }
        }
    }
    names.sort();
    Ok(names)
}

/// Reads a file of a built page.
pub(crate) fn read(build: &Path, path: &str) -> Result<Vec<u8>> {
    let file: PathBuf = build.join(path);
    fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_what_is_in_the_file() {
        // SHA-256 of "abc" begins ba7816bf8f01cfea (FIPS 180-2, B.1).
        assert_eq!(hashed("samples/ssda903/a.b.csv", b"abc"), "a.b-ba7816bf8f01cfea.csv");
        assert_ne!(hashed("a.csv", b"abd"), hashed("a.csv", b"abc"));
    }

    #[test]
    fn integrity_is_what_browsers_check() {
        // The example of W3C, Subresource Integrity, section 3.2.1.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn every_file_is_put_away_but_those_that_keep_their_name() -> Result<()> {
        let build = std::env::temp_dir().join(format!("missing-from-care-assets-{}", std::process::id()));
        for (name, text) in [
            (DOCUMENT, "<html>"),
            ("engine.js", "1"),
            ("samples/README.md", "Samples"),
            ("samples/ssda903/header.csv", "CHILD\n"),
            ("app/icon-192.png", "png"),
            (MANIFEST, r#"{"icons":[{"src":"icon-192.png"}]}"#),
        ] {
            let file = build.join(name);
            fs::create_dir_all(file.parent().context("in a folder")?)?;
            fs::write(file, text)?;
        }
        let assets = put_away(&build)?;
        let left = files(&build)?;
        let manifest = String::from_utf8(read(&build, &named(&assets, MANIFEST)?.path)?)?;
        fs::remove_dir_all(&build)?;

        let names: Vec<_> = assets.iter().map(|asset| &*asset.name).collect();
        assert_eq!(names, ["app/icon-192.png", MANIFEST, "engine.js", "samples/ssda903/header.csv"]);
        let icon = last(&named(&assets, "app/icon-192.png")?.path);
        assert_eq!(manifest, format!(r#"{{"icons":[{{"src":"{icon}"}}]}}"#));
        let supplies: Vec<_> = assets.iter().filter(|asset| asset.is_supply()).map(|asset| &*asset.name).collect();
        assert_eq!(supplies, ["engine.js", "samples/ssda903/header.csv"]);
        let mut there: Vec<_> = assets.iter().map(|asset| asset.path.clone()).collect();
        there.extend(KEPT.map(str::to_owned));
        there.sort();
        assert_eq!(left, there);
        Ok(())
    }
}
