//! The hashes of inline scripts, in the policy of the page.
//!
//! Trunk writes a script into `index.html` that starts the page. The page's policy runs no inline script but the one
//! whose hash it names, and that hash is known only once the page is built.

use std::ffi::OsString;
use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use sha2::{Digest, Sha256};

use crate::dist;

/// Stands in the policy of the source where the hashes go.
const MARKER: &str = "'sha256-INLINE'";

/// Stamps `index.html` in `folder`, in the folder that Trunk is building, or in `dist`.
pub(crate) fn stamp(folder: Option<OsString>) -> Result<()> {
    let folder = folder.or_else(|| env::var_os("TRUNK_STAGING_DIR")).unwrap_or_else(|| dist::FOLDER.into());
    let file = PathBuf::from(folder).join("index.html");
    let page = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let page = stamped(&page).with_context(|| format!("{} was not stamped", file.display()))?;
    fs::write(&file, page).with_context(|| format!("cannot write {}", file.display()))
}

/// The page with the hashes of its inline scripts in place of [`MARKER`].
fn stamped(page: &str) -> Result<String> {
    let mut hashes = Vec::new();
    for element in elements(page) {
        match element.name {
            "script" if !has_attribute(element.attributes, "src") => hashes.push(hash(element.text)),
            "style" => bail!("it holds a <style>, which its policy refuses: put the styles into a file"),
            _ => {}
        }
        if has_attribute(element.attributes, "style") {
            bail!("<{}> has a style attribute, which the policy refuses", element.name);
        }
        if let Some(handler) = attributes(element.attributes).find(|name| name.starts_with("on")) {
            bail!("<{}> has the attribute {handler}, which the policy refuses", element.name);
        }
    }
    if hashes.is_empty() {
        bail!("it holds no inline script, so nothing would start the page");
    }
    if page.matches(MARKER).count() != 1 {
        bail!("its policy must hold {MARKER} exactly once, where the hashes of inline scripts go");
    }
    Ok(page.replace(MARKER, &hashes.join(" ")))
}

/// A policy's name for a script: the hash of its text as the browser sees it, which knows no carriage returns.
fn hash(script: &str) -> String {
    let digest = Sha256::digest(script.replace("\r\n", "\n"));
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(digest))
}

struct Element<'a> {
    name: &'a str,
    attributes: &'a str,
    /// What stands up to the closing tag, for elements that hold only text.
    text: &'a str,
}

/// The elements of a page, in order. Enough for the HTML that a build writes; not for any HTML.
fn elements(page: &str) -> impl Iterator<Item = Element<'_>> {
    let mut rest = page;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')? + 1..];
            if rest.starts_with("!--") {
                rest = &rest[rest.find("-->")?..];
                continue;
            }
            if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                continue;
            }
            let (tag, after) = rest.split_at(end_of_tag(rest)?);
            let name_ends = tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(tag.len());
            let (name, attributes) = tag.split_at(name_ends);
            let after = &after[1..];
            let holds_text = matches!(name, "script" | "style");
            let text = if holds_text { &after[..after.find(&format!("</{name}"))?] } else { "" };
            rest = &after[text.len()..];
            return Some(Element { name, attributes, text });
        }
    })
}

/// Where a tag ends: the first `>` outside quotes.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.char_indices().find_map(|(at, c)| match (quote, c) {
        (None, '>') => Some(at),
        (None, '"' | '\'') => {
            quote = Some(c);
            None
        }
        (Some(open), _) if open == c => {
            quote = None;
            None
        }
        _ => None,
    })
}

/// The names of attributes, given what stands in a tag after its name.
fn attributes(tag: &str) -> impl Iterator<Item = &str> {
    let mut quote = None;
    // Outside quotes, names are separated by white space and end at `=`.
    tag.split(move |c: char| {
        match quote {
            None if matches!(c, '"' | '\'') => quote = Some(c),
            Some(open) if open == c => quote = None,
            _ => {}
        }
        quote.is_none() && c.is_ascii_whitespace()
    })
    .map(|attribute| attribute.split('=').next().unwrap_or_default())
    .filter(|name| !name.is_empty())
}

fn has_attribute(tag: &str, name: &str) -> bool {
    attributes(tag).any(|other| other.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(policy: &str, body: &str) -> String {
        format!("<!doctype html><html><head><meta content=\"script-src 'self' {policy}\"></head><body>{body}</body>")
    }

    #[test]
    fn an_inline_script_is_named_by_its_hash() {
        // The hash is the example of the Content Security Policy specification (W3C, section 6.1.10).
        let page = page(MARKER, "<script src='a.js'></script><script type=module>alert('Hello, world.');</script>");
        let stamped = stamped(&page).unwrap_or_default();
        assert!(stamped.contains("'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='\""), "{stamped}");
    }

    #[test]
    fn what_the_policy_would_refuse_is_not_built() {
        let script = "<script>1</script>";
        for (policy, body, says) in [
            ("", script.to_owned(), "must hold"),
            (MARKER, format!("{script}<!-- <style> -->{MARKER}"), "exactly once"),
            (MARKER, String::new(), "no inline script"),
            (MARKER, format!("{script}<style>p{{}}</style>"), "<style>"),
            (MARKER, format!("{script}<p title='a b' style=\"a\">"), "style attribute"),
            (MARKER, format!("{script}<p title='>' onclick=\"a\">"), "onclick"),
        ] {
            let error = stamped(&page(policy, &body)).unwrap_or_else(|error| error.to_string());
            assert!(error.contains(says), "{body}: {error}");
        }
    }
}
