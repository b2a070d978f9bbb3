//! What the page's own files are called, and where the page is built.

/// Where the page is built.
pub(crate) const BUILT_IN: &str = "dist";

/// The document.
pub(crate) const DOCUMENT: &str = "index.html";

/// The page's own program, its glue and its looks, by the names that Trunk gives them.
pub(crate) const GLUE: &str = "page.js";
pub(crate) const PROGRAM: &str = "page_bg.wasm";
pub(crate) const STYLES: &str = "page.css";
pub(crate) const ICON: &str = "icon.svg";

/// What a document says of a file that the page asks for by this name (`src/preload.rs`).
pub(crate) const SUPPLY: &str = "data-supply";
