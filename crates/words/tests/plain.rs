//! What people read is plain English: turns of phrase that must not come back, on the page, in the terminal, in files, and in
//! the documents.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says where")]

use std::path::{Path, PathBuf};

/// What must not be in anything that people read, and the plain words for it.
const ANYWHERE: [(&str, &str); 49] = [
    ("nought", "zero"),
    (" stands ", "is, or is shown"),
    (" stand in ", "are in"),
    (" stand below", "are below"),
    ("stood as", "was"),
    ("put by", "not counted"),
    ("in no figure", "not counted"),
    ("nobody known", "not recognised"),
    ("read it so", "use these columns"),
    ("count it so", "use this number"),
    ("wait for you", "need your decision"),
    ("waits for you", "needs your decision"),
    ("who hear", "screen reader"),
    ("set out by", "group by"),
    ("without what was found", "leaving those rows out"),
    ("the page around", "this website"),
    ("as you say", "your decision"),
    ("at its word", "with every range used"),
    ("taking every", "with every range used"),
    ("nothing to hand", "there are no published figures"),
    ("for want of", "because it is missing"),
    ("is no league", "is not a league"),
    ("is no number", "is not a number"),
    ("rests on", "is based on"),
    ("they rest on", "they are based on"),
    ("nothing is said of", "is not answered"),
    ("nothing said of", "not stated"),
    ("would give such a number away", "could be worked out from it"),
    ("less the earlier", "minus the earlier"),
    ("the others of", "other authorities in"),
    ("speak of", "are about"),
    ("speaks of", "is about"),
    (" stand beside", "are beside"),
    ("whoever", "the person who"),
    ("rest on ", "are based on"),
    ("at their word", "with every range used"),
    (" less the ", "minus the"),
    ("is no error", "is not an error"),
    ("is no file", "is not a file"),
    ("are no number", "are not numbers"),
    ("tell of ", "are about"),
    ("tells of ", "is about"),
    (" unasked", "unless you ask for it"),
    ("counted apart", "counted separately"),
    ("kept apart", "kept separate"),
    ("by the alphabet", "in alphabetical order"),
    ("have it otherwise", "say otherwise"),
    ("mourn", "restart"),
    ("would give such", "could be worked out from it"),
];

/// What must not be in a sentence of the page, of the terminal or of a file either. The documents for programmers need some of
/// these words.
const IN_SENTENCES: [(&str, &str); 11] = [
    // Nothing leaves the computer, and nobody needs statistics to read this.
    ("for us", "internal use"),
    ("upload", "choose"),
    ("submit", "calculate"),
    ("invalid", "say what was expected"),
    ("error 1", "say what went wrong"),
    ("p-value", "chance"),
    ("denominator", "out of"),
    ("numerator", "how many"),
    ("whom", "who"),
    ("settle ", "decide"),
    ("take it\n", "use this authority"),
];

/// The files of a folder with this ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|of| of == ending)).collect();
    assert!(!files.is_empty(), "{}: no .{ending}", folder.display());
    files.sort();
    files
}

/// Where a file has a phrase that it should not have. Lines are read two at a time, since a sentence goes on in the next.
fn found(path: &Path, phrases: &[(&str, &str)]) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap().to_lowercase().replace('’', "'");
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied().unwrap_or_default().trim_start();
        let both = [*line, " ", next, "\n"].concat();
        for (phrase, plain) in phrases {
            let alone = [*line, "\n"].concat().contains(phrase);
            let is_here = both.find(phrase).is_some_and(|start| start < line.len());
            if alone || is_here {
                found.push(format!("{}:{}: “{phrase}”; say: {plain}", path.display(), at + 1));
            }
        }
    }
    found
}

#[test]
fn every_sentence_is_plain() {
    let mut all = Vec::new();
    for file in files(Path::new("languages/en"), "ftl") {
        all.extend(found(&file, &ANYWHERE));
        all.extend(found(&file, &IN_SENTENCES));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn every_document_is_plain() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut documents = files(&root.join("docs"), "md");
    documents.extend(files(&root.join("docs/decisions"), "md"));
    documents.extend(files(&root.join("static/embed"), "html"));
    documents
        .extend(["README.md", "CHANGELOG.md", "index.html", "static/samples/README.md"].map(|name| root.join(name)));
    // It lists words as they are in files, some of which nobody should write here.
    documents.retain(|path| !path.ends_with("docs/reading.md"));
    let all: Vec<String> = documents.iter().flat_map(|path| found(path, &ANYWHERE)).collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_phrase_is_found_where_a_line_breaks_too() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("not-plain.md");
    std::fs::write(&file, "This share rests\non answers.\nZero is not nought.\n").unwrap();
    let found = found(&file, &ANYWHERE);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains(":1: “rests on”") && found[1].contains(":3: “nought”"), "{found:?}");
}
