//! Which names each file takes from which other file of its crate.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;

use crate::modules::{Module, ModulePath, Modules};

/// By the importing file and the one that is imported from: the names.
pub(crate) type Imports = BTreeMap<(PathBuf, PathBuf), BTreeSet<String>>;

/// What a path leads to.
enum Target {
    Module(ModulePath),
    Item { file: PathBuf, name: String },
}

/// Every import between files of a crate.
pub(crate) fn imports(modules: &Modules) -> Imports {
    let mut imports = Imports::new();
    for (path, module) in &modules.0 {
        let mut note = |names: &[String]| {
            if let Some(Target::Item { file, name }) = modules.resolve(path, names, 0)
                && file != module.file
            {
                imports.entry((module.file.clone(), file)).or_default().insert(name);
            }
        };
        module.uses.values().filter(|import| !import.passed_on).for_each(|import| note(&import.path));
        let mut named = Named(Vec::new());
        module.code.iter().for_each(|item| named.visit_item(item));
        named.0.iter().for_each(|names| note(names));
    }
    imports
}

impl Modules {
    /// What a path leads to that is written in a module; nothing outside the crate.
    fn resolve(&self, from: &[String], names: &[String], depth: usize) -> Option<Target> {
        // Two globs that take from each other lead nowhere.
        if depth > 16 {
            return None;
        }
        let mut at: ModulePath = from.to_vec();
        let mut rest = names;
        while let [first, others @ ..] = rest {
            match first.as_str() {
                "crate" => at.clear(),
                "self" => {}
                "super" => drop(at.pop()),
                _ => break,
            }
            rest = others;
        }
        while let [first, others @ ..] = rest {
            match self.look_up(&at, first, depth)? {
                Target::Module(path) => at = path,
                item @ Target::Item { .. } => return Some(item),
            }
            rest = others;
        }
        Some(Target::Module(at))
    }

    /// What a name stands for in a module.
    fn look_up(&self, at: &[String], name: &str, depth: usize) -> Option<Target> {
        let module: &Module = self.0.get(at)?;
        let child = [at, &[name.to_owned()]].concat();
        if self.0.contains_key(&child) {
            return Some(Target::Module(child));
        }
        if module.items.iter().any(|item| item == name) {
            return Some(Target::Item { file: module.file.clone(), name: name.to_owned() });
        }
        if let Some(import) = module.uses.get(name) {
            // A crate of the same name as what is taken from it.
            return if import.path.first().is_some_and(|first| first == name) {
                None
            } else {
                self.resolve(at, &import.path, depth + 1)
            };
        }
        module.globs.iter().find_map(|glob| {
            let path = [&glob[..], &[name.to_owned()]].concat();
            self.resolve(at, &path, depth + 1)
        })
    }
}

/// Every path in a piece of code, macros' arguments too.
struct Named(Vec<Vec<String>>);

impl<'ast> Visit<'ast> for Named {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, of: &'ast syn::Macro) {
        self.tokens(of.tokens.clone());
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {
        // `pub(super)` imports nothing.
    }
}

impl Named {
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.0.extend((!path.is_empty()).then(|| std::mem::take(&mut path)));
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.tokens(group.stream());
                    colons = 0;
                }
                _ => colons = 0,
            }
        }
        self.0.extend((!path.is_empty()).then_some(path));
    }
}

/// A file as it is named from a folder.
pub(crate) fn within<'a>(file: &'a Path, folder: &Path) -> &'a Path {
    file.strip_prefix(folder).unwrap_or(file)
}
