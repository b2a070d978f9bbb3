//! What social media show of a link: a page and a picture for each council, and a picture for the page itself. The package
//! `cards` makes them, since only it needs the engine.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::embed;
use crate::run;

/// Their folder, relative to the page, and the relation by which the page knows that it is there (`static/styles/_frame.scss`).
const FOLDER: &str = "council";

/// The picture for the page itself.
const PICTURE: &str = "card.png";

/// The fonts of the pictures.
const FONTS: &str = "node_modules/@expo-google-fonts/arimo";

/// Writes them, and returns the page with what names them. `site` is the address that the page will have, if it is known.
pub(super) fn add(dist: &Path, page: &str, site: &str) -> Result<String> {
    let looks = embed::looks(page)?.replace("href=\"", "href=\"../");
    let mut made = Command::new("cargo");
    made.args(["run", "--quiet", "--locked", "-p", "cards", "--"]);
    made.arg(dist.join(FOLDER)).arg(dist.join(PICTURE)).args([FONTS, &looks, site]);
    run::run(&mut made).context("the pages for social media were not made")?;
    named(page, site)
}

fn named(page: &str, site: &str) -> Result<String> {
    let lines = [
        format!("<link rel=\"{FOLDER}\" href=\"{FOLDER}/\">"),
        format!("<meta property=\"og:image\" content=\"{site}{PICTURE}\">"),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
    ];
    ensure!(page.matches("</head>").count() == 1, "the page must end its head once");
    let lines = lines.map(|line| format!("  {line}\n  ")).concat();
    Ok(page.replace("</head>", &format!("{lines}</head>")))
}

/// The address of a site, as others are told it: `https://example.org/missing/`.
pub(crate) fn site(given: &str) -> Result<String> {
    let rest = given.strip_prefix("https://").or(given.strip_prefix("http://"));
    let plain = rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(['"', '<', '&', '?', '#', ' ', '\'']));
    ensure!(plain, "`{given}` is not the address of a site, such as https://example.org/missing/");
    Ok(if given.ends_with('/') { given.to_owned() } else { format!("{given}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_is_made_up_and_one_that_is_given_is_whole() -> Result<()> {
        let page = "<head>\n  </head>";
        assert!(named(page, "")?.contains(r#"<meta property="og:image" content="card.png">"#));
        let site = site("https://example.org/missing")?;
        assert!(named(page, &site)?.contains(r#"content="https://example.org/missing/card.png">"#));
        for wrong in
            ["example.org", "https://", "javascript:alert(1)", "https://a/\"><script>", "https://a/?b", "https://a/#b"]
        {
            assert!(super::site(wrong).is_err(), "{wrong}");
        }
        Ok(())
    }
}
