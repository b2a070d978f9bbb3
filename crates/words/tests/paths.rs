//! The documents name files and folders that are there.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::path::{Path, PathBuf};

/// Where a path of the documents may begin: they leave out what every reader of the house knows.
fn places(root: &Path, path: &str) -> Vec<PathBuf> {
    let mut places = vec![root.join(path)];
    if let Some((first, rest)) = path.split_once('/') {
        places.push(root.join("crates").join(first).join("src").join(rest));
        places.push(root.join("crates").join(first).join(rest));
    }
    places.extend(["missing-rates", "results", "worker"].map(|of| root.join("crates").join(of).join("src").join(path)));
    places
}

#[test]
fn every_path_in_the_documents_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut documents = vec![root.join("docs/architecture.md")];
    documents.extend(std::fs::read_dir(root.join("docs/decisions")).unwrap().map(|entry| entry.unwrap().path()));
    let mut missing = Vec::new();
    let mut seen = 0;
    for document in documents {
        let text = std::fs::read_to_string(&document).unwrap();
        // What is between backticks is every second piece.
        for path in text.split('`').skip(1).step_by(2) {
            let is_file = Path::new(path).extension().is_some_and(|ending| ending == "rs" || ending == "ftl");
            let is_path = path.contains('/') && (is_file || path.ends_with('/'));
            let is_pattern = path.contains(['…', '*', '<', ' ', ':', '(']);
            // What a build writes is not in the source.
            if !is_path || is_pattern || ["dist/", "assets/", "embed/", "api/"].contains(&path) {
                continue;
            }
            seen += 1;
            if !places(&root, path).iter().any(|place| place.exists()) {
                missing.push(format!("{}: `{path}`", document.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(seen > 40, "{seen}");
}
