//! Turns words into Rust: each message of each language (a folder of `.ftl` files, in Fluent's syntax) becomes a method,
//! so that a message or a value that is missing stops the build, no parser travels to the browser, and what is not used
//! is left out by the linker.
//!
//! - a message without variables: `language.choose_files() -> &'static str`
//! - with one variable: `language.rows_used(rows) -> Text`
//! - with more: `MatchedOf { children, missing }.text(language)`, so that two numbers cannot change places unseen
//!
//! A variable that chooses a plural form or is in `NUMBER()` is a `u64`; any other is a `&str`.

mod language;
mod message;
mod rust;

use std::path::{Path, PathBuf};
use std::{env, fs};

use language::Language;
use message::Messages;

fn main() {
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    // The languages of the product, and two small ones for the tests.
    for (folder, file) in [("languages", "languages.rs"), ("tests/languages", "test_languages.rs")] {
        println!("cargo::rerun-if-changed={folder}");
        let done = languages(Path::new(folder))
            .and_then(|languages| rust::write(&languages))
            .and_then(|code| fs::write(out.join(file), code).map_err(|e| e.to_string()));
        if let Err(error) = done {
            println!("cargo::error={error}");
        }
    }
}

/// The languages of a folder, English first: it says which messages there are.
fn languages(folder: &Path) -> Result<Vec<Language>, String> {
    let mut languages = entries(folder)?
        .iter()
        .filter(|path| path.is_dir())
        .map(|path| language(path))
        .collect::<Result<Vec<_>, _>>()?;
    languages.sort_by_key(|language| (language.tag != "en", language.tag.clone()));
    Ok(languages)
}

fn language(folder: &Path) -> Result<Language, String> {
    let mut messages = Messages::new();
    for path in entries(folder)?.iter().filter(|path| path.extension().is_some_and(|ending| ending == "ftl")) {
        let source = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        message::read(&source, &mut messages).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    let tag = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Language { tag, folder: folder.display().to_string(), messages })
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}
