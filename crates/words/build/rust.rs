//! Messages as Rust: a method for each.

use std::fmt::Write as _;

use crate::language::{Language, signatures};
use crate::message::{Key, Kind, Message, Piece, Variables};

/// Messages that are looked up by a name that is data, such as the code of a rule: the beginning of their identifiers, and
/// the method that takes the rest of it.
const LOOKED_UP: [(&str, &str); 1] = [("rule-", "rules")];

fn looked_up(id: &str) -> Option<&str> {
    LOOKED_UP.iter().find_map(|(prefix, _)| id.strip_prefix(prefix))
}

/// The type `Language` with all its messages; or what is wrong with them.
pub(crate) fn write(languages: &[Language]) -> Result<String, String> {
    let signatures = signatures(languages)?;
    let variants = languages.iter().map(|l| Ok((l.variant()?, l))).collect::<Result<Vec<_>, String>>()?;
    let mut code = String::from("// Made by build/main.rs.\n");
    // Writing to a String cannot fail, here and below.
    let _ = write_language(&mut code, &variants);
    for (id, variables) in signatures.iter().filter(|(id, _)| looked_up(id).is_none()) {
        let of =
            variants.iter().filter_map(|(variant, l)| Some((variant.as_str(), l.tag.as_str(), l.messages.get(id)?)));
        let _ = write_message(&mut code, id, variables, &of.collect::<Vec<_>>());
    }
    for (prefix, function) in LOOKED_UP {
        let names: Vec<(&str, &str)> =
            signatures.keys().filter_map(|id| Some((id.as_str(), id.strip_prefix(prefix)?))).collect();
        if names.is_empty() {
            continue;
        }
        if let Some((id, _)) = names.iter().find(|(id, _)| signatures.get(*id).is_some_and(|of| !of.is_empty())) {
            return Err(format!("`{id}`: a message that is looked up by its name has no variables"));
        }
        let _ = write_look_up(&mut code, function, &names, &variants);
    }
    Ok(code)
}

fn write_language(code: &mut String, languages: &[(String, &Language)]) -> std::fmt::Result {
    writeln!(code, "/// A language of the words.\n#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]")?;
    writeln!(code, "pub enum Language {{")?;
    for (at, (variant, _)) in languages.iter().enumerate() {
        let default = if at == 0 { "#[default] " } else { "" };
        writeln!(code, "    {default}{variant},")?;
    }
    writeln!(code, "}}\nimpl Language {{")?;
    let all: Vec<_> = languages.iter().map(|(variant, _)| format!("Self::{variant}")).collect();
    writeln!(
        code,
        "    /// Every language there is.\n    pub const ALL: [Self; {}] = [{}];",
        all.len(),
        all.join(", ")
    )?;
    writeln!(code, "    /// Its tag (BCP 47), as the attribute `lang` takes it: `en`.")?;
    writeln!(code, "    pub const fn tag(self) -> &'static str {{ match self {{")?;
    for (variant, language) in languages {
        writeln!(code, "        Self::{variant} => {:?},", language.tag)?;
    }
    writeln!(code, "    }} }}\n}}")?;
    for (_, Language { tag, folder, .. }) in languages {
        writeln!(code, "/// Which plural category a number has.\nmod plural_{tag} {{\nuse crate::plural::Category;")?;
        writeln!(code, "include!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{folder}/plural.rs\"));\n}}")?;
    }
    Ok(())
}

/// A method from a name to its message, and a list of all names.
fn write_look_up(
    code: &mut String,
    function: &str,
    names: &[(&str, &str)],
    languages: &[(String, &Language)],
) -> std::fmt::Result {
    let all: Vec<&str> = names.iter().map(|(_, name)| *name).collect();
    let constant = function.to_ascii_uppercase();
    writeln!(code, "/// Every name that `Language::{function}` knows.")?;
    writeln!(code, "pub const {constant}: [&str; {}] = {all:?};", all.len())?;
    writeln!(
        code,
        "impl Language {{ pub(crate) fn {function}(self, name: &str) -> Option<&'static str> {{ match self {{"
    )?;
    for (variant, language) in languages {
        writeln!(code, "Self::{variant} => match name {{")?;
        for (id, name) in names {
            if let Some(message) = language.messages.get(*id) {
                writeln!(code, "{name:?} => Some({:?}),", text(message))?;
            }
        }
        writeln!(code, "_ => None }},")?;
    }
    writeln!(code, "}} }} }}")
}

/// The text of a message without variables.
fn text(message: &Message) -> String {
    message.pieces.iter().map(|p| if let Piece::Text(text) = p { text.as_str() } else { "" }).collect()
}

/// The name of a variant, its tag and its message, for each language.
type Each<'a> = [(&'a str, &'a str, &'a Message)];

fn write_message(code: &mut String, id: &str, variables: &Variables, each: &Each) -> std::fmt::Result {
    let name = id.replace('-', "_");
    let mut variables_in_order = variables.iter();
    match (variables_in_order.next(), variables_in_order.next()) {
        (None, _) => {
            writeln!(code, "impl Language {{ pub const fn {name}(self) -> &'static str {{ match self {{")?;
            for (variant, _, message) in each {
                writeln!(code, "    Self::{variant} => {:?},", text(message))?;
            }
            writeln!(code, "}} }} }}")
        }
        (Some((variable, kind)), None) => {
            let kind = if *kind == Kind::Number { "u64" } else { "&str" };
            writeln!(code, "impl Language {{ pub fn {name}(self, {variable}: {kind}) -> Text {{ let language = self;")?;
            write_body(code, variables, each)?;
            writeln!(code, "}} }}")
        }
        _ => write_struct(code, id, variables, each),
    }
}

fn write_struct(code: &mut String, id: &str, variables: &Variables, each: &Each) -> std::fmt::Result {
    let name: String = id
        .split('-')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
        })
        .collect();
    let borrowed = variables.values().any(|kind| *kind == Kind::Text);
    let (generic, anonymous) = if borrowed { ("<'a>", "<'_>") } else { ("", "") };
    writeln!(code, "#[derive(Clone, Copy, Debug)]\npub struct {name}{generic} {{")?;
    for (variable, kind) in variables {
        let kind = if *kind == Kind::Number { "u64" } else { "&'a str" };
        writeln!(code, "    pub {variable}: {kind},")?;
    }
    writeln!(code, "}}\nimpl {name}{anonymous} {{ pub fn text(self, language: Language) -> Text {{")?;
    let fields: Vec<_> = variables.keys().map(String::as_str).collect();
    writeln!(code, "let Self {{ {} }} = self;", fields.join(", "))?;
    write_body(code, variables, each)?;
    writeln!(code, "}} }}")
}

fn write_body(code: &mut String, variables: &Variables, each: &Each) -> std::fmt::Result {
    writeln!(code, "let mut out = String::new();\nmatch language {{")?;
    for (variant, tag, message) in each {
        writeln!(code, "Language::{variant} => {{")?;
        write_pieces(code, &message.pieces, variables, tag)?;
        writeln!(code, "}}")?;
    }
    writeln!(code, "}}\nwritten(out)")
}

fn write_pieces(code: &mut String, pieces: &[Piece], variables: &Variables, tag: &str) -> std::fmt::Result {
    for piece in pieces {
        match piece {
            Piece::Text(text) => writeln!(code, "out.push_str({text:?});")?,
            Piece::Value(name) => match variables.get(name) {
                Some(Kind::Number) => writeln!(code, "language.push_number(&mut out, {name});")?,
                _ => writeln!(code, "out.push_str({name});")?,
            },
            Piece::Choice { variable, variants } => {
                writeln!(code, "match ({variable}, plural_{tag}::category({variable})) {{")?;
                // What is taken otherwise goes last, whatever place it has in the file.
                let (last, first): (Vec<_>, Vec<_>) = variants.iter().partition(|v| v.key == Key::Otherwise);
                for variant in first.into_iter().chain(last) {
                    match &variant.key {
                        Key::Number(number) => writeln!(code, "({number}, _) => {{")?,
                        Key::Category(category) => writeln!(code, "(_, crate::plural::Category::{category}) => {{")?,
                        Key::Otherwise => writeln!(code, "_ => {{")?,
                    }
                    write_pieces(code, &variant.pieces, variables, tag)?;
                    writeln!(code, "}}")?;
                }
                writeln!(code, "}}")?;
            }
        }
    }
    Ok(())
}
