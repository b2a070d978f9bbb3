//! Circles among files that import each other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::paths::{Imports, within};

/// Every group of files from each of which one comes back to it over the others, with what ties them.
pub(crate) fn circles(imports: &Imports, root: &Path) -> Vec<String> {
    let mut next: BTreeMap<&PathBuf, BTreeSet<&PathBuf>> = BTreeMap::new();
    for (from, to) in imports.keys() {
        next.entry(from).or_default().insert(to);
    }
    let reach: BTreeMap<&PathBuf, BTreeSet<&PathBuf>> = next.keys().map(|from| (*from, reached(from, &next))).collect();
    let mut told: BTreeSet<&PathBuf> = BTreeSet::new();
    let mut circles = Vec::new();
    for (from, to) in &reach {
        if told.contains(from) || !to.contains(from) {
            continue;
        }
        let comes_back = |other: &&&PathBuf| reach.get(**other).is_some_and(|back| back.contains(from));
        let circle: BTreeSet<&PathBuf> = to.iter().filter(comes_back).copied().collect();
        told.extend(&circle);
        circles.push(describe(&circle, imports, root));
    }
    circles
}

fn reached<'a>(from: &'a PathBuf, next: &BTreeMap<&'a PathBuf, BTreeSet<&'a PathBuf>>) -> BTreeSet<&'a PathBuf> {
    let mut reached = BTreeSet::new();
    let mut ahead = vec![from];
    while let Some(file) = ahead.pop() {
        for to in next.get(file).into_iter().flatten() {
            if reached.insert(*to) {
                ahead.push(to);
            }
        }
    }
    reached
}

fn describe(circle: &BTreeSet<&PathBuf>, imports: &Imports, root: &Path) -> String {
    let name = |file: &Path| within(file, root).display().to_string();
    let files: Vec<String> = circle.iter().map(|file| name(file)).collect();
    let mut lines = vec![format!("{} files: {}", files.len(), files.join(", "))];
    for ((from, to), names) in imports.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        lines.push(format!("  {} -> {}: {}", name(from), name(to), names.join(", ")));
    }
    lines.join("\n")
}
