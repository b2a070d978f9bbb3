//! The modules of a crate: what each defines and passes on, and in which file it stands.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use syn::{Attribute, Item, Meta, UseTree, Visibility};

/// The names of modules from the crate's own file down; empty for that itself.
pub(crate) type ModulePath = Vec<String>;

/// One module.
#[derive(Default)]
pub(crate) struct Module {
    pub(crate) file: PathBuf,
    /// What it defines itself.
    pub(crate) items: Vec<String>,
    /// What it imports or passes on, by the name that it has here.
    pub(crate) uses: BTreeMap<String, Use>,
    /// The modules from which it takes everything.
    pub(crate) globs: Vec<Vec<String>>,
    /// Its code but for tests and modules.
    pub(crate) code: Vec<Item>,
}

/// An import.
pub(crate) struct Use {
    pub(crate) path: Vec<String>,
    /// Whether others see it: then it counts for every file that imports it from here.
    pub(crate) passed_on: bool,
}

/// The modules of one crate.
pub(crate) struct Modules(pub(crate) BTreeMap<ModulePath, Module>);

impl Modules {
    /// Reads a crate from its first file down.
    pub(crate) fn read(start: &Path) -> Self {
        let mut modules = Self(BTreeMap::new());
        let folder = start.parent().unwrap().to_path_buf();
        modules.add_file(&[], start, &folder);
        modules
    }

    /// Reads a module in a file of its own; `folder` is where its children have theirs.
    fn add_file(&mut self, path: &[String], file: &Path, folder: &Path) {
        let text = std::fs::read_to_string(file).unwrap();
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.add(path, file, folder, parsed.items);
    }

    fn add(&mut self, path: &[String], file: &Path, folder: &Path, items: Vec<Item>) {
        let mut module = Module { file: file.to_path_buf(), ..Module::default() };
        for item in items {
            let Some((name, attributes)) = name_of(&item) else {
                module.code.push(item);
                continue;
            };
            if attributes.iter().any(is_for_tests) {
                continue;
            }
            match item {
                Item::Use(item) => {
                    let passed_on = !matches!(item.vis, Visibility::Inherited);
                    tree(&item.tree, &mut Vec::new(), passed_on, &mut module);
                }
                Item::Mod(child) => {
                    let path = [path, std::slice::from_ref(&name)].concat();
                    let inner = folder.join(&name);
                    if let Some((_, items)) = child.content {
                        self.add(&path, file, &inner, items);
                    } else {
                        let beside = folder.join(format!("{name}.rs"));
                        let file = if beside.is_file() { beside } else { inner.join("mod.rs") };
                        self.add_file(&path, &file, &inner);
                    }
                }
                item => {
                    module.items.push(name);
                    module.code.push(item);
                }
            }
        }
        self.0.insert(path.to_vec(), module);
    }
}

/// The name that an item defines (empty for imports), and its attributes; none of what defines nothing.
fn name_of(item: &Item) -> Option<(String, &[Attribute])> {
    let (name, attributes) = match item {
        Item::Const(i) => (i.ident.to_string(), &i.attrs),
        Item::Enum(i) => (i.ident.to_string(), &i.attrs),
        Item::Fn(i) => (i.sig.ident.to_string(), &i.attrs),
        Item::Macro(i) => (i.ident.as_ref().map(ToString::to_string)?, &i.attrs),
        Item::Mod(i) => (i.ident.to_string(), &i.attrs),
        Item::Static(i) => (i.ident.to_string(), &i.attrs),
        Item::Struct(i) => (i.ident.to_string(), &i.attrs),
        Item::Trait(i) => (i.ident.to_string(), &i.attrs),
        Item::Type(i) => (i.ident.to_string(), &i.attrs),
        Item::Union(i) => (i.ident.to_string(), &i.attrs),
        Item::Use(i) => (String::new(), &i.attrs),
        Item::Impl(i) => (i.attrs.iter().any(is_for_tests).then(String::new)?, &i.attrs),
        _ => return None,
    };
    Some((name, attributes))
}

/// `#[cfg(test)]`, or `#[cfg(all(test, …))]`.
fn is_for_tests(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    let text = list.tokens.to_string();
    list.path.is_ident("cfg") && (text == "test" || text.starts_with("all (test") || text.starts_with("all(test"))
}

/// Takes in what a `use` names.
fn tree(of: &UseTree, before: &mut Vec<String>, passed_on: bool, module: &mut Module) {
    match of {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            tree(&path.tree, before, passed_on, module);
            before.pop();
        }
        UseTree::Name(name) if name.ident == "self" => {
            module.uses.insert(before.last().cloned().unwrap_or_default(), Use { path: before.clone(), passed_on });
        }
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            module.uses.insert(name.clone(), Use { path: [&before[..], &[name]].concat(), passed_on });
        }
        UseTree::Rename(rename) => {
            let mut path = before.clone();
            if rename.ident != "self" {
                path.push(rename.ident.to_string());
            }
            // What is brought in without a name is a trait, of which several may stand here.
            let name = if rename.rename == "_" { path.join("::") } else { rename.rename.to_string() };
            module.uses.insert(name, Use { path, passed_on });
        }
        UseTree::Glob(_) => module.globs.push(before.clone()),
        UseTree::Group(group) => group.items.iter().for_each(|item| tree(item, before, passed_on, module)),
    }
}
