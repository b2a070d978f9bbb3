//! Messages of a website to the frame: what is taken is within bounds, and is read as any file is.

use document::{HANDED_CHARACTERS, HANDED_FILES, Handed};
use fastrand::Rng;
use missing_rates::Query;
use serde_json::Value;

use crate::case::{Case, Given};
use crate::checks;
use crate::page::read;

pub(super) fn run(case: &Case, _: &mut Rng) -> Result<u64, String> {
    // A message that is bent, or the files of the case as a website would hand them over.
    let message: Value = case.files.iter().find_map(|file| serde_json::from_slice(&file.bytes).ok()).unwrap_or_else(|| {
        let file = |file: &Given| serde_json::json!({ "name": file.name, "content": String::from_utf8_lossy(&file.bytes) });
        let files: Vec<Value> = case.files.iter().map(file).collect();
        serde_json::json!({ "sentinel": "missing-from-care", "type": "figures", "files": files })
    });
    let length = |content: &Value| content.as_str().and_then(|text| u32::try_from(text.encode_utf16().count()).ok());
    let handed: Option<Handed<Value>> = serde_json::from_value(message.clone()).ok();
    let Some(files) = handed.and_then(|handed| handed.files(length)) else { return Ok(u64::from(message.is_object())) };
    let of = &message["files"];
    if message["sentinel"] != "missing-from-care" || message["type"] != "figures" || !of.is_array() {
        return Err("what says that it is something else is taken for figures".to_owned());
    }
    if files.is_empty() || files.len() > HANDED_FILES || of.as_array().map(Vec::len) != Some(files.len()) {
        return Err(format!("{} files are handed over", files.len()));
    }
    let text = |content: &Value| content.as_str().unwrap_or_default().to_owned();
    let given: Vec<Given> =
        files.iter().map(|file| Given { name: file.name.clone(), bytes: text(&file.content).into_bytes() }).collect();
    if given.iter().any(|file| file.name.is_empty() || file.name.chars().count() > 120) {
        return Err("a name of no length, or of too many letters, is taken".to_owned());
    }
    let characters: usize = files.iter().map(|file| text(&file.content).encode_utf16().count()).sum();
    if characters > HANDED_CHARACTERS as usize {
        return Err(format!("{characters} characters are handed over"));
    }
    let report = read(&given).report(&Query::default());
    checks::report(&report)?;
    Ok(checks::shown(&report))
}
