//! Puts the hashes of inline scripts into the policy of the page, which runs no other inline scripts.

use anyhow::{Result, bail, ensure};
use base64::Engine as _;
use sha2::{Digest, Sha256};

use super::html::elements;

/// The place for the hashes in the policy of the source.
const MARKER: &str = "'sha256-INLINE'";

/// The page with the hashes of its inline scripts in place of [`MARKER`].
pub(super) fn stamped(page: &str) -> Result<String> {
    let mut hashes = Vec::new();
    for element in elements(page) {
        match element.name {
            "script" if element.attribute("src").is_none() => hashes.push(hash(element.text)),
            "style" => bail!("it holds a <style>, which its policy refuses: put the styles into a file"),
            _ => {}
        }
        if element.attribute("style").is_some() {
            bail!("<{}> has a style attribute, which the policy refuses", element.name);
        }
        if let Some(handler) = element.attributes().find(|name| name.starts_with("on")) {
            bail!("<{}> has the attribute {handler}, which the policy refuses", element.name);
        }
    }
    ensure!(!hashes.is_empty(), "it holds no inline script, so nothing would start the page");
    ensure!(
        page.matches(MARKER).count() == 1,
        "its policy must hold {MARKER} exactly once, where the hashes of inline scripts go"
    );
    Ok(page.replace(MARKER, &hashes.join(" ")))
}

/// The policy's name for a script or a style: the hash of its text as the browser sees it, without carriage returns.
pub(crate) fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.replace("\r\n", "\n"));
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(digest))
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
