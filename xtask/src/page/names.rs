//! The names of the page's own files, and the folder of its build.

/// The folder in which the page is built.
pub(crate) const BUILT_IN: &str = "dist";

/// The document.
pub(crate) const DOCUMENT: &str = "index.html";

/// The page's own program, its glue and its styles, by the names that Trunk gives them.
pub(crate) const GLUE: &str = "page.js";
pub(crate) const PROGRAM: &str = "page_bg.wasm";
pub(crate) const STYLES: &str = "page.css";
pub(crate) const ICON: &str = "icon.svg";

/// The attribute by which a document names a file that the page asks for (`src/preload.rs`).
pub(crate) const SUPPLY: &str = "data-supply";
