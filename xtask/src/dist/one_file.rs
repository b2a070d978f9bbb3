//! Makes the whole product as one file that works from a disk without a network: programs, styles, icon and samples are
//! in the document itself.
//!
//! It is the same page. The same program asks the document for what it needs, and finds it there instead of an address.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::compressed::squeezed;
use super::letters::letters;
use crate::page::html::is_start;
use crate::page::names::{PROGRAM, SUPPLY};
use crate::page::{assets, html, policy};

/// The name of the file.
pub(crate) const NAME: &str = "missing-from-care.html";

/// The page of `dist` as one file. `licences` is the part with the licences that it is distributed under.
pub(super) fn made_of(page: &str, dist: &Path, licences: &str) -> Result<String> {
    let parts = Parts::of(page, dist)?;
    // Apart from the program, this is what the document runs itself: the message for a program that does not start.
    let small = html::elements(page).filter(|element| element.name == "script" && !is_start(element));
    let small: Vec<String> = small.filter(|of| of.attribute("src").is_none()).map(|of| policy::hash(of.text)).collect();
    let small = small.join(" ");
    let policy = format!(
        "default-src 'none'; connect-src 'none'; script-src {} {small} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
         worker-src blob:; form-action 'none'; base-uri 'none'; webrtc 'block'",
        policy::hash(&parts.script),
        policy::hash(&parts.styles)
    );
    let mut start = Some(format!("<script type=\"module\">{}</script>", parts.script));
    let mut whole = html::rewritten(page, |element| match element.name {
        // The policy comes before everything that it could forbid, even before the words that set it.
        "head" => Some(format!("<head>\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")),
        "meta" if element.attribute("http-equiv") == Some("Content-Security-Policy") => Some(String::new()),
        "link" => Some(match element.attribute("rel") {
            Some("icon") => format!(r#"<link rel="icon" href="data:image/svg+xml;base64,{}">"#, parts.icon),
            Some("stylesheet") => format!("<style>{}</style>", parts.styles),
            _ => String::new(),
        }),
        "script" if is_start(element) => start.take(),
        _ => None,
    });
    let end = whole.rfind("</body>").context("the page must have a body")?;
    whole.insert_str(end, &[licences, &parts.supplies].concat());
    for element in html::elements(&whole) {
        let elsewhere = element.attribute("href").or_else(|| element.attribute("src"));
        ensure!(
            elsewhere.is_none_or(|address| address.starts_with("data:") || address.starts_with('#')),
            "<{}> of the one file names something outside of it: {elsewhere:?}",
            element.name
        );
    }
    Ok(whole)
}

/// What goes into the document.
struct Parts {
    script: String,
    styles: String,
    icon: String,
    /// Elements with the files that the page asks for by name.
    supplies: String,
}

impl Parts {
    fn of(page: &str, dist: &Path) -> Result<Self> {
        let (mut glue, mut styles, mut icon, mut supplies) = (None, None, None, String::new());
        for element in html::elements(page).filter(|element| element.name == "link") {
            let Some(address) = element.attribute("href") else { continue };
            let read = || assets::read(dist, address);
            match element.attribute("rel") {
                Some("icon") => icon = Some(STANDARD.encode(read()?)),
                Some("stylesheet") => styles = Some(String::from_utf8(read()?)?),
                Some("modulepreload") => glue = Some(String::from_utf8(read()?)?),
                Some("preload") => supplies += &supply(PROGRAM, &read()?)?,
                Some("supply") => supplies += &supply(element.attribute(SUPPLY).unwrap_or_default(), &read()?)?,
                _ => {}
            }
        }
        let glue = glue.context("the page names no glue")?;
        // The glue is a module. Nobody imports its exports, so they stay as they are.
        let script = format!("\n{glue}\n{}", include_str!("start.js").replace("PROGRAM", PROGRAM));
        ensure!(!script.contains("</script") && !script.contains("<!--"), "the glue would end its own element");
        ensure!(!imports(&glue), "the glue imports another file");
        let styles = styles.context("the page names no styles")?;
        ensure!(!styles.contains("</style"), "the styles would end their own element");
        Ok(Self { script, styles, icon: icon.context("the page names no icon")?, supplies })
    }
}

/// Whether a line of a module begins with an import of another.
fn imports(module: &str) -> bool {
    module.lines().any(|line| line.starts_with("import ") || line.starts_with("export ") && line.contains(" from "))
}

/// An element that no browser runs or shows, with a file in it, compressed with gzip and written in letters.
fn supply(name: &str, bytes: &[u8]) -> Result<String> {
    ensure!(!name.is_empty(), "a supply has no name");
    let packed = letters(&squeezed(bytes)?);
    ensure!(!packed.to_ascii_lowercase().contains("</script"), "the letters of {name} would end their element");
    Ok(format!("<script type=\"application/gzip\" {SUPPLY}=\"{name}\">{packed}</script>\n"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn one_file_holds_everything_and_names_nothing_outside() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("missing-from-care-one-file-{}", std::process::id()));
        fs::create_dir_all(&dist)?;
        for (name, text) in [
            ("i.svg", "<svg>"),
            ("p.css", "p { color: red }"),
            ("g.js", "export { init as default };"),
            ("p.wasm", "\0asm"),
            ("a.csv", "a,b\n"),
        ] {
            fs::write(dist.join(name), text)?;
        }
        let page = r#"<html><head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="connect-src 'self'">
    <link rel="icon" href="i.svg">
    <link rel="manifest" href="m.webmanifest">
    <link rel="stylesheet" href="p.css" integrity="x">
    <link rel="modulepreload" href="g.js">
    <link rel="preload" href="p.wasm">
    <link rel="supply" data-supply="samples/a.csv" href="a.csv">
    <script type="module">import './g.js'</script></head><body><p>Hello</p></body></html>"#;
        let whole = made_of(page, &dist, "<details>Licences</details>");
        fs::remove_dir_all(&dist)?;
        let whole = whole?;
        let head: Vec<_> = whole.lines().take(2).collect();
        assert_eq!(head[0], "<html><head>");
        assert!(head[1].contains("default-src 'none'; connect-src 'none';"), "the policy comes first: {}", head[1]);
        assert!(whole.contains("<p>Hello</p><details>Licences</details>"));
        assert_eq!(whole.matches("Content-Security-Policy").count(), 1);
        assert!(whole.contains(&format!("style-src {}", policy::hash("p { color: red }"))));
        let start = letters(&[0x1F, 0x8B, 8, 0]);
        assert!(whole.contains(&format!("<script type=\"application/gzip\" {SUPPLY}=\"samples/a.csv\">{start}")));
        for gone in ["manifest", "i.svg", "import './g.js'", "'unsafe-inline'", "'self'"] {
            assert!(!whole.contains(gone), "{gone}");
        }
        Ok(())
    }

    #[test]
    fn a_glue_that_imports_is_found() {
        assert!(imports("let a;\nimport { b } from './snippets/b.js';"));
        assert!(!imports("async function load() { await import(x) }\nexport { a as default };"));
    }
}
