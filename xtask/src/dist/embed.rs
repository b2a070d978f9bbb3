//! Builds what other sites embed, and the pages beside the calculator: the element `<missing-from-care>`, the page in
//! its frame, the page that makes the code to copy, and the accessibility statement.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::licences;
use super::one_file::NAME as ONE_FILE;
use crate::page::assets;
use crate::page::html;

/// Their folder, relative to the page. Code on other sites names files in it, so files of earlier releases stay.
const FOLDER: &str = "embed";

/// Their sources.
const SOURCES: &str = "static/embed";

/// The pages beside the calculator, and the names that the document uses for them (`src/components/frame.rs`).
const PAGES: [(&str, &str); 2] = [("embed", "embed.html"), ("accessibility", "accessibility.html")];

/// Writes them, and returns the page with links to the pages beside it. `whole` is the page in one file. It needs
/// nothing from elsewhere, since a frame without its own origin could not get it, and its network is closed from its
/// first byte.
pub(super) fn add(dist: &Path, page: &str, whole: &str) -> Result<String> {
    fs::create_dir_all(dist.join(FOLDER))?;
    let frame = put(dist, ONE_FILE, whole)?;
    let source = |name: &str| {
        let file = Path::new(SOURCES).join(name);
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
    };
    let element = filled(&source("embed.js")?, &[("FRAME_OF_THE_BUILD", &frame.name)])?;
    let element = put(dist, "embed.js", &element)?;
    let maker = put(dist, "snippet.js", &source("snippet.js")?)?;
    let looks = looks(page)?;
    let sample = |name| link(page, "data-supply", name).context("the page has no sample");
    // Between them they have every group but one.
    let (answers, published) = (sample("samples/answers-2024.csv")?, sample("samples/published-2024.csv")?);
    for (_, name) in PAGES {
        let made = source(name)?
            .replace("LOOKS_OF_THE_BUILD", &looks)
            .replace("VERSION_OF_THE_BUILD", env!("CARGO_PKG_VERSION"));
        let made = [&element, &maker].iter().zip(["EMBED", "SNIPPET"]).fold(made, |made, (file, marker)| {
            let address = format!(r#"src="{}" integrity="{}""#, file.path, file.integrity);
            made.replace(&format!("src=\"{marker}_OF_THE_BUILD\""), &address)
        });
        let made = made.replace("SAMPLE_OF_THE_BUILD", &answers).replace("PUBLISHED_OF_THE_BUILD", &published);
        ensure!(!made.contains("_OF_THE_BUILD"), "{name} has a gap that the build does not fill");
        fs::write(dist.join(name), made)?;
    }
    let beside = [PAGES[0], PAGES[1], (licences::LINK, licences::NAME)];
    let links = beside.map(|(rel, name)| format!("  <link rel=\"{rel}\" href=\"{name}\">\n  ")).concat();
    ensure!(page.matches("</head>").count() == 1, "the page must end its head once");
    Ok(page.replace("</head>", &format!("{links}</head>")))
}

/// A file at an address that other sites use.
struct Put {
    /// Its name, which contains a hash of its content, and its path relative to the page.
    name: String,
    path: String,
    integrity: String,
}

fn put(dist: &Path, name: &str, text: &str) -> Result<Put> {
    let name = assets::hashed(name, text.as_bytes());
    let path = format!("{FOLDER}/{name}");
    fs::write(dist.join(&path), text).with_context(|| format!("cannot write {path}"))?;
    Ok(Put { name, path, integrity: assets::integrity(text.as_bytes()) })
}

/// A text with its gaps filled. It must have each gap exactly once.
fn filled(text: &str, gaps: &[(&str, &str)]) -> Result<String> {
    gaps.iter().try_fold(text.to_owned(), |text, (gap, with)| {
        ensure!(text.matches(gap).count() == 1, "{gap} must stand there once");
        Ok(text.replace(gap, with))
    })
}

/// The links to icon and styles that the page has.
pub(super) fn looks(page: &str) -> Result<String> {
    let line = |rel: &str| {
        let marker = format!("<link rel=\"{rel}\"");
        page.lines().find(|line| line.trim_start().starts_with(&marker)).map(str::trim)
    };
    let (icon, styles) = line("icon").zip(line("stylesheet")).context("the page names no icon or no styles")?;
    Ok(format!("{icon}\n    {styles}"))
}

/// The target of the link whose attribute has this value.
fn link(page: &str, attribute: &str, value: &str) -> Option<String> {
    html::elements(page)
        .find(|element| element.name == "link" && element.attribute(attribute) == Some(value))
        .and_then(|element| element.attribute("href").map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html><head>
    <link rel="icon" href="assets/i.svg">
    <link rel="stylesheet" href="assets/p.css" integrity="sha384-p">
    <link rel="supply" data-supply="samples/answers-2024.csv" href="assets/a.csv">
    </head></html>"#;

    #[test]
    fn other_sites_get_an_element_that_names_its_frame_by_its_content() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("missing-from-care-embed-{}", std::process::id()));
        let before = std::env::current_dir()?;
        ensure!(before.ends_with("xtask"), "tests run in the folder of their package");
        fs::create_dir_all(&dist)?;
        let frame = put_all(&dist)?;
        let element = fs::read_to_string(dist.join(&frame.0))?;
        let maker = fs::read_to_string(dist.join("embed.html"))?;
        fs::remove_dir_all(&dist)?;
        assert!(element.contains(&format!("const FRAME = '{}';", frame.1)));
        assert!(maker.contains(&format!("src=\"{}\" integrity=\"sha384-", frame.0)), "{maker}");
        Ok(())
    }

    /// Returns the path of the element and the name of its frame.
    fn put_all(dist: &Path) -> Result<(String, String)> {
        fs::create_dir_all(dist.join(FOLDER))?;
        let frame = put(dist, ONE_FILE, "<html></html>")?;
        let source = fs::read_to_string(Path::new("..").join(SOURCES).join("embed.js"))?;
        let element = put(dist, "embed.js", &filled(&source, &[("FRAME_OF_THE_BUILD", &frame.name)])?)?;
        let page = fs::read_to_string(Path::new("..").join(SOURCES).join("embed.html"))?;
        let address = format!(r#"src="{}" integrity="{}""#, element.path, element.integrity);
        fs::write(dist.join("embed.html"), page.replace("src=\"EMBED_OF_THE_BUILD\"", &address))?;
        Ok((element.path, frame.name))
    }

    #[test]
    fn pages_beside_the_calculator_look_like_it() -> Result<()> {
        assert_eq!(
            looks(PAGE)?,
            "<link rel=\"icon\" href=\"assets/i.svg\">\n    <link rel=\"stylesheet\" href=\"assets/p.css\" integrity=\"sha384-p\">"
        );
        assert_eq!(link(PAGE, "data-supply", "samples/answers-2024.csv").as_deref(), Some("assets/a.csv"));
        assert!(looks("<html></html>").is_err());
        assert!(filled("a a", &[("a", "b")]).is_err());
        Ok(())
    }
}
