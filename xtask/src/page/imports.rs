//! What a program takes from the browser, by names that pack well. The bindings end each name with a hash of sixteen letters,
//! which the program and its glue both hold and which no compression makes smaller: 5 KB of the first load. Numbers of the same
//! length take their place.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What every such name begins with.
const BEGIN: &[u8] = b"__wb";
/// How many letters a hash has.
const HASH: usize = 16;

/// Numbers the names in a program and its glue, and leaves the indentation and the comments of the glue out.
pub(super) fn number(folder: &Path, glue: &str, program: &str) -> Result<()> {
    let (glue, program) = (folder.join(glue), folder.join(program));
    let text = fs::read(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let bytes = fs::read(&program).with_context(|| format!("cannot read {}", program.display()))?;
    let numbers = numbers(&text);
    fs::write(&glue, plain(&renamed(&text, &numbers)))?;
    fs::write(&program, renamed(&bytes, &numbers))?;
    Ok(())
}

/// The names that end with a hash, in the order in which the glue has them, each with a number in the place of the hash.
fn numbers(glue: &[u8]) -> BTreeMap<Vec<u8>, Vec<u8>> {
    let mut numbers = BTreeMap::new();
    for (_, name) in names(glue) {
        let number = numbers.len();
        let stem = &name[..name.len() - HASH];
        numbers.entry(name.to_vec()).or_insert_with(|| [stem, format!("{number:016x}").as_bytes()].concat());
    }
    numbers
}

/// Where the names are that end with a hash. A name within another is none.
fn names(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let begin = at;
            let name = name_at(bytes, begin);
            at += name.map_or(1, <[u8]>::len);
            if let Some(name) = name {
                return Some((begin, name));
            }
        }
        None
    })
}

/// The name that begins there, if it is one that ends with a hash.
fn name_at(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let rest = bytes.get(at..).filter(|rest| rest.starts_with(BEGIN))?;
    let of_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let name = &rest[..rest.iter().position(|byte| !of_name(byte)).unwrap_or(rest.len())];
    let (stem, hash) = name.split_at_checked(name.len().checked_sub(HASH)?)?;
    let is_hash = hash.iter().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte));
    (stem.ends_with(b"_") && is_hash).then_some(name)
}

/// The bytes with every name as it is numbered. Nothing changes its length, so that a program stays one.
fn renamed(bytes: &[u8], numbers: &BTreeMap<Vec<u8>, Vec<u8>>) -> Vec<u8> {
    let mut renamed = bytes.to_vec();
    for (at, name) in names(bytes) {
        if let Some(new) = numbers.get(name) {
            renamed[at..at + new.len()].copy_from_slice(new);
        }
    }
    renamed
}

/// A script without indentation, empty lines and lines that are comments.
fn plain(script: &[u8]) -> Vec<u8> {
    let lines = script.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with(b"//"));
    kept.flat_map(|line| [line, b"\n"].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_alike_in_a_program_and_its_glue() {
        let glue = b"{\n    // the wall\n    __wbg_now_0123456789abcdef: f,\n    __wbg_now_fedcba9876543210: g,\n\n    __wbindgen_cast_0000000000000001: h }";
        let numbers = numbers(glue);
        assert_eq!(
            String::from_utf8_lossy(&plain(&renamed(glue, &numbers))),
            "{\n__wbg_now_0000000000000000: f,\n__wbg_now_0000000000000001: g,\n__wbindgen_cast_0000000000000002: h }\n"
        );
        let inner = b"__wbg___wbindgen_in_0123456789abcdef()";
        let of_inner = super::numbers(inner);
        assert_eq!(renamed(inner, &of_inner), b"__wbg___wbindgen_in_0000000000000000()");
        let program = b"\0asm\x1a__wbg_now_fedcba9876543210\0\x07__wbindgen_malloc\0__wbg_other_0123456789abcdef";
        let renamed = renamed(program, &numbers);
        assert_eq!(renamed.len(), program.len());
        assert_eq!(
            String::from_utf8_lossy(&renamed),
            "\0asm\x1a__wbg_now_0000000000000001\0\x07__wbindgen_malloc\0__wbg_other_0123456789abcdef"
        );
    }

    #[test]
    fn what_is_no_such_name_stays() {
        for text in ["__wbg_short_0123", "a0123456789abcdef", "__wbg_0123456789abcdeg", "x__wbgx"] {
            assert!(numbers(text.as_bytes()).is_empty(), "{text}");
        }
    }
}
