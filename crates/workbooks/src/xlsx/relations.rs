//! What the parts of a workbook refer to.

use std::collections::BTreeMap;

use crate::archive::Archive;
use crate::refusal::Refusal;
use crate::xml::Piece;

/// What a part refers to, by its id: the kind of what it is, and where it lies.
pub(crate) type Relations = BTreeMap<String, (String, String)>;

/// What a part refers to; nothing if it does not say. The empty name is the archive itself.
pub(crate) fn relations(archive: &mut Archive<'_>, part: &str) -> Result<Relations, Refusal> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let list = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let Some(mut xml) = archive.xml(&list)? else { return Ok(Relations::new()) };
    let mut relations = Relations::new();
    loop {
        match xml.next()? {
            Piece::Open(tag)
                if tag.name() == "Relationship" && tag.attribute("TargetMode").is_none_or(|to| to != "External") =>
            {
                let [id, kind, target] = ["Id", "Type", "Target"].map(|name| tag.attribute(name).unwrap_or_default());
                relations.insert(id, (kind, within(folder, &target)));
            }
            Piece::End => return Ok(relations),
            _ => {}
        }
    }
}

/// The path of what a part in a folder refers to.
fn within(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = Vec::new();
    let from_root = target.starts_with('/');
    for step in folder.split('/').filter(|_| !from_root).chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}
