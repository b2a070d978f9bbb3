//! One figure of a report: `.rates[K02000001, trafficked, missing, matched].value`.

use serde_json::Value;

use super::example::Piece;

/// What a path leads to. `[…]` chooses the one entry of a list that has every word among its values (`code=all` and
/// `place!=within` look at one field); `.len` is how many it would have chosen from.
pub(crate) fn find(report: &Value, path: &str) -> Result<Piece, String> {
    let mut found: Vec<&Value> = vec![report];
    let mut rest = path;
    while !rest.is_empty() {
        if rest == ".len" {
            let all = match found.as_slice() {
                [Value::Array(list)] => list.len(),
                list => list.len(),
            };
            return Ok(Piece::Number(all as f64));
        }
        if let Some(step) = rest.strip_prefix('.') {
            let end = step.find(['.', '[']).unwrap_or(step.len());
            let name = &step[..end];
            found = vec![one(&found)?.get(name).ok_or_else(|| format!("there is no {name}"))?];
            rest = &step[end..];
        } else if let Some(step) = rest.strip_prefix('[') {
            let (words, behind) = step.split_once(']').ok_or("no bracket")?;
            let list = one(&found)?.as_array().ok_or("not a list")?;
            found = list.iter().filter(|entry| words.split(", ").all(|word| has(entry, word))).collect();
            rest = behind;
        } else {
            return Err(format!("{rest} is no step"));
        }
    }
    match one(&found)? {
        Value::Number(number) => Ok(Piece::Number(number.as_f64().unwrap())),
        Value::String(text) => Ok(Piece::Text(text.clone())),
        Value::Null => Ok(Piece::Text("none".to_owned())),
        other => Err(format!("{other} is no figure")),
    }
}

fn one<'a>(found: &[&'a Value]) -> Result<&'a Value, String> {
    match found {
        [one] => Ok(one),
        _ => Err(format!("{} entries", found.len())),
    }
}

fn has(entry: &Value, word: &str) -> bool {
    if let Some((field, value)) = word.split_once("!=") {
        return entry.get(field).is_some_and(|found| !is(found, value));
    }
    if let Some((field, value)) = word.split_once('=') {
        return entry.get(field).is_some_and(|found| is(found, value));
    }
    among(entry, word)
}

/// Among its values and those within them, and within lists of mere values.
fn among(entry: &Value, word: &str) -> bool {
    match entry {
        Value::Object(fields) => fields.values().any(|value| among(value, word)),
        Value::Array(list) => list.iter().any(|value| is(value, word)),
        value => is(value, word),
    }
}

fn is(value: &Value, word: &str) -> bool {
    match value {
        Value::String(text) => text == word,
        Value::Null => word == "none",
        Value::Number(number) => number.to_string() == word,
        Value::Bool(value) => *value == (word == "true"),
        Value::Array(_) | Value::Object(_) => false,
    }
}
