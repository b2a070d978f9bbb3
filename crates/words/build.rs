//! Turns words into Rust: each message of `en/*.ftl` (Fluent syntax) becomes a function or a struct, so that a message or
//! argument that is missing stops the build, no parser travels to the browser, and what is not used is left out by the
//! linker.
//!
//! - a message without variables: `pub fn choose_files() -> &'static str`
//! - with one variable: `pub fn rows_used(rows: u64) -> Text`
//! - with more: `pub struct MatchedOf { pub children: u64, pub missing: u64 }` and its `text()`, so that two numbers
//!   cannot change places unseen
//!
//! A variable that chooses a plural form or stands in `NUMBER()` is a `u64`; any other is a `&str`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// The languages, each in a folder of its own. A further one needs its plural categories in `src/plural.rs`.
const LANGUAGES: [&str; 1] = ["en"];

fn main() {
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    for language in LANGUAGES {
        let done = sources(language)
            .and_then(|paths| compile(&paths, language))
            .and_then(|code| fs::write(out.join(format!("{language}.rs")), code).map_err(|e| e.to_string()));
        if let Err(error) = done {
            println!("cargo::error={error}");
        }
    }
}

/// The files of a language, by name.
fn sources(language: &str) -> Result<Vec<PathBuf>, String> {
    println!("cargo::rerun-if-changed={language}");
    let entries = fs::read_dir(language).map_err(|e| format!("{language}: {e}"))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .collect();
    paths.sort();
    Ok(paths)
}

/// What a variable is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Number,
    Text,
}

type Variables = BTreeMap<String, Kind>;

fn compile(paths: &[PathBuf], language: &str) -> Result<String, String> {
    let mut code = String::from("// Made by build.rs.\nuse crate::Text;\n");
    let mut seen = BTreeSet::new();
    for path in paths {
        let place = path.display();
        let source = fs::read_to_string(path).map_err(|e| format!("{place}: {e}"))?;
        let parsed = fluent_syntax::parser::parse(source.as_str());
        let resource = parsed.map_err(|(_, errors)| format!("{place}: {errors:?}"))?;
        for entry in &resource.body {
            write_entry(&mut code, entry, &mut seen, language).map_err(|e| format!("{place}: {e}"))?;
        }
    }
    Ok(code)
}

fn write_entry(
    code: &mut String,
    entry: &Entry<&str>,
    seen: &mut BTreeSet<String>,
    language: &str,
) -> Result<(), String> {
    match entry {
        Entry::Message(message) => {
            let id = message.id.name;
            if !seen.insert(id.to_owned()) {
                return Err(format!("`{id}` stands there twice"));
            }
            let pattern = message.value.as_ref().ok_or_else(|| format!("`{id}` says nothing"))?;
            write_message(code, id, pattern, language).map_err(|e| format!("`{id}`: {e}"))
        }
        Entry::Term(term) => Err(format!("`-{}`: terms are not used", term.id.name)),
        Entry::Junk { content } => Err(format!("not understood: {content}")),
        _ => Ok(()),
    }
}

fn write_message(code: &mut String, id: &str, pattern: &Pattern<&str>, language: &str) -> Result<(), String> {
    let mut variables = Variables::new();
    collect(pattern, &mut variables)?;
    let name = id.replace('-', "_");
    let mut body = String::new();
    write_pattern(&mut body, pattern, &variables, language)?;
    let result = match variables.len() {
        0 => {
            let text = plain(pattern)?;
            write!(code, "pub fn {name}() -> &'static str {{ {text:?} }}\n\n")
        }
        1 => {
            let (variable, kind) = variables.iter().next().ok_or("no variable")?;
            let kind = if *kind == Kind::Number { "u64" } else { "&str" };
            write!(
                code,
                "pub fn {name}({variable}: {kind}) -> Text {{\n    let mut out = String::new();\n{body}    super::written(out)\n}}\n\n"
            )
        }
        _ => write_struct(code, id, &variables, &body),
    };
    result.map_err(|e| e.to_string())
}

fn write_struct(code: &mut String, id: &str, variables: &Variables, body: &str) -> std::fmt::Result {
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
    writeln!(code, "}}\nimpl {name}{anonymous} {{\n    pub fn text(self) -> Text {{")?;
    let fields: Vec<_> = variables.keys().map(String::as_str).collect();
    writeln!(code, "    let Self {{ {} }} = self;\n    let mut out = String::new();", fields.join(", "))?;
    writeln!(code, "{body}    super::written(out)\n    }}\n}}\n")
}

/// Finds the variables of a pattern and what they are.
fn collect(pattern: &Pattern<&str>, variables: &mut Variables) -> Result<(), String> {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => {
                let (name, kind) = variable(inline)?;
                if let Some(name) = name {
                    let known = variables.entry(name).or_insert(kind);
                    if kind == Kind::Number {
                        *known = Kind::Number;
                    }
                }
            }
            Expression::Select { selector, variants } => {
                let (name, _) = variable(selector)?;
                variables.insert(name.ok_or("only a variable can choose")?, Kind::Number);
                for variant in variants {
                    collect(&variant.value, variables)?;
                }
            }
        }
    }
    Ok(())
}

fn variable(inline: &InlineExpression<&str>) -> Result<(Option<String>, Kind), String> {
    match inline {
        InlineExpression::VariableReference { id } => Ok((Some(id.name.replace('-', "_")), Kind::Text)),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            match arguments.positional.as_slice() {
                [InlineExpression::VariableReference { id }] => Ok((Some(id.name.replace('-', "_")), Kind::Number)),
                _ => Err("NUMBER takes one variable".to_owned()),
            }
        }
        InlineExpression::StringLiteral { .. } => Ok((None, Kind::Text)),
        other => Err(format!("not understood: {other:?}")),
    }
}

/// The text of a pattern without variables.
fn plain(pattern: &Pattern<&str>) -> Result<String, String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(value);
            }
            PatternElement::Placeable { .. } => return Err("a choice without a variable".to_owned()),
        }
    }
    Ok(text)
}

fn write_pattern(
    body: &mut String,
    pattern: &Pattern<&str>,
    variables: &Variables,
    language: &str,
) -> Result<(), String> {
    for element in &pattern.elements {
        let written = match element {
            PatternElement::TextElement { value } => writeln!(body, "out.push_str({value:?});"),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                if let InlineExpression::StringLiteral { value } = inline {
                    writeln!(body, "out.push_str({value:?});")
                } else {
                    let (name, _) = variable(inline)?;
                    let name = name.unwrap_or_default();
                    match variables.get(&name) {
                        Some(Kind::Number) => writeln!(body, "super::format::push_number(&mut out, {name});"),
                        _ => writeln!(body, "out.push_str({name});"),
                    }
                }
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                let (name, _) = variable(selector)?;
                let name = name.unwrap_or_default();
                body.push_str("match ");
                let numeric = variants.iter().any(|v| matches!(v.key, VariantKey::NumberLiteral { .. }));
                let _ = if numeric {
                    writeln!(body, "({name}, super::plural::{language}({name})) {{")
                } else {
                    writeln!(body, "super::plural::{language}({name}) {{")
                };
                // The default goes last, whatever place it has in the file.
                for variant in variants.iter().filter(|v| !v.default).chain(variants.iter().filter(|v| v.default)) {
                    let arm = match (&variant.key, variant.default, numeric) {
                        (_, true, _) => "_".to_owned(),
                        (VariantKey::NumberLiteral { value }, ..) => format!("({value}, _)"),
                        (VariantKey::Identifier { name }, _, true) => format!("(_, {})", category(name)?),
                        (VariantKey::Identifier { name }, _, false) => category(name)?,
                    };
                    let _ = writeln!(body, "{arm} => {{");
                    write_pattern(body, &variant.value, variables, language)?;
                    body.push_str("}\n");
                }
                writeln!(body, "}}")
            }
        };
        written.map_err(|e| e.to_string())?;
    }
    Ok(())
}

/// A plural category of CLDR as a variant of `plural::Category`.
fn category(name: &str) -> Result<String, String> {
    let variant = match name {
        "zero" => "Zero",
        "one" => "One",
        "two" => "Two",
        "few" => "Few",
        "many" => "Many",
        "other" => "Other",
        _ => return Err(format!("`{name}` is no plural category")),
    };
    Ok(format!("super::plural::Category::{variant}"))
}
