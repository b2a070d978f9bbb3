//! No circle of imports between the files of a crate. What `pub use` passes on counts for the file that defines it; what
//! tests import counts for nothing, as a test drives the whole.
#![allow(clippy::unwrap_used)]

mod circle;
mod modules;
mod paths;

use std::path::{Path, PathBuf};

use modules::Modules;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The crates of the workspace, each by the file that it starts from.
fn crates() -> Vec<PathBuf> {
    let root = root();
    let mut folders = vec![root.to_path_buf(), root.join("xtask")];
    folders.extend(std::fs::read_dir(root.join("crates")).unwrap().map(|entry| entry.unwrap().path()));
    folders.sort();
    let starts = |folder: &PathBuf| ["src/lib.rs", "src/main.rs"].map(|start| folder.join(start));
    folders.iter().flat_map(starts).filter(|start| start.is_file()).collect()
}

#[test]
fn no_files_of_a_crate_import_each_other_in_a_circle() {
    let root = root();
    let mut circles = Vec::new();
    let starts = crates();
    assert!(starts.len() > 4, "{starts:?}");
    for start in &starts {
        let modules = Modules::read(start);
        let imports = paths::imports(&modules);
        circles.extend(circle::circles(&imports, root));
    }
    assert!(circles.is_empty(), "\n{}", circles.join("\n"));
}

/// A crate of a few files, written for the test, and the circles in it.
fn circles_of(name: &str, files: &[(&str, &str)]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for (file, text) in files {
        let file = folder.join(file);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    let modules = Modules::read(&folder.join("lib.rs"));
    circle::circles(&paths::imports(&modules), &folder)
}

#[test]
fn two_files_that_name_each_others_items_are_a_circle() {
    let found = circles_of(
        "two",
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "use crate::b::B; pub struct A(B);"),
            ("b.rs", "pub struct B; impl B { fn f() -> Vec<super::a::A> { Vec::new() } }"),
        ],
    );
    assert_eq!(found, ["2 files: a.rs, b.rs\n  a.rs -> b.rs: B\n  b.rs -> a.rs: A"]);
}

#[test]
fn what_a_folder_passes_on_is_imported_from_the_file_that_defines_it() {
    // Through `pub use`, a name of its own, a glob, and a module that is imported for what is in it.
    let files = |c: &'static str| {
        [
            ("lib.rs", "mod folder; mod c;"),
            ("folder/mod.rs", "mod a; mod b; pub use a::A as First; pub use b::*; pub struct Parent;"),
            ("folder/a.rs", "use super::Parent; pub struct A(Parent);"),
            ("folder/b.rs", "use crate::c; pub struct B(c::C);"),
            ("c.rs", c),
        ]
    };
    assert_eq!(circles_of("first", &files("use crate::folder::First; pub struct C(First);")), Vec::<String>::new());
    let found = circles_of("glob", &files("use crate::folder::B; pub struct C(Option<Box<B>>);"));
    assert_eq!(found, ["2 files: c.rs, folder/b.rs\n  c.rs -> folder/b.rs: B\n  folder/b.rs -> c.rs: C"]);
}

#[test]
fn a_child_that_takes_from_a_parent_that_takes_from_it_is_a_circle() {
    let found = circles_of(
        "child",
        &[
            ("lib.rs", "mod folder;"),
            ("folder/mod.rs", "mod a; pub fn two() -> u8 { a::one() + 1 } pub const ONE: u8 = 1;"),
            ("folder/a.rs", "pub fn one() -> u8 { super::ONE }"),
        ],
    );
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn what_only_tests_import_makes_no_circle_and_what_macros_hold_does() {
    let files = |b: &'static str| [("lib.rs", "mod a; mod b;"), ("a.rs", "pub fn a() { crate::b::b() }"), ("b.rs", b)];
    let tests = "pub fn b() {} #[cfg(test)] mod tests { use crate::a::a; #[test] fn t() { a() } }";
    assert_eq!(circles_of("tests", &files(tests)), Vec::<String>::new());
    let in_macro = "pub fn b() { println!(\"{:?}\", crate::a::a()) }";
    assert_eq!(circles_of("macro", &files(in_macro)).len(), 1);
}
