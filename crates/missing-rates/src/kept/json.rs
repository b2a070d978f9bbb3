//! Settings as a small JSON document, and back.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Kept;
use crate::area::AreaCode;
use crate::decisions::Decisions;
use crate::mapping::Mapping;
use crate::period::{Period, PublishedYears};
use crate::report::FORMAT;

/// The `kind` of the document.
pub(crate) const KIND: &str = "settings";

/// The document. A field of another name is of a later version: to pass over it could change figures.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[expect(dead_code, reason = "it was looked at before")]
    format: String,
    #[expect(dead_code, reason = "it was looked at before")]
    kind: String,
    #[serde(default)]
    authority: Option<AreaCode>,
    #[serde(default)]
    period: Option<Period>,
    #[serde(default)]
    published_years: Option<PublishedYears>,
    #[serde(default)]
    leading_zeros_matter: Option<bool>,
    #[serde(default)]
    whole_identifiers: Option<bool>,
    #[serde(default)]
    file_years: BTreeMap<String, i32>,
    #[serde(default)]
    mappings: Vec<Mapping>,
    #[serde(default)]
    decisions: Option<Decisions>,
}

impl Kept {
    /// The settings as JSON, with a line feed at its end.
    pub fn to_json(&self) -> String {
        let mut document = Map::new();
        let mut put = |name: &str, value: Value| document.insert(name.to_owned(), value);
        put("format", json!(FORMAT));
        put("kind", json!(KIND));
        if let Some(authority) = self.authority {
            put("authority", json!(authority));
        }
        if let Some(period) = self.period {
            put("period", json!(period));
        }
        if let Some(years) = self.published_years {
            put("published_years", json!(years));
        }
        if let Some(matter) = self.zeros_matter {
            put("leading_zeros_matter", json!(matter));
        }
        if let Some(whole) = self.whole_identifiers {
            put("whole_identifiers", json!(whole));
        }
        if !self.file_years.is_empty() {
            put("file_years", json!(self.file_years));
        }
        // Both are documents of their own.
        let own = |text: String| serde_json::from_str::<Value>(&text).unwrap_or_default();
        if !self.mappings.is_empty() {
            put("mappings", self.mappings.iter().map(|mapping| own(mapping.to_json())).collect());
        }
        if !self.decisions.is_empty() {
            put("decisions", own(self.decisions.to_json()));
        }
        // Nothing in it that JSON cannot hold.
        let mut text = serde_json::to_string_pretty(&Value::Object(document)).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads what [`Kept::to_json`] wrote; `None` if it is anything else, or something in it is not as this format has it.
    pub(crate) fn from_value(document: &Value) -> Option<Self> {
        if document["format"] != FORMAT || document["kind"] != KIND {
            return None;
        }
        let document = Document::deserialize(document).ok()?;
        if document.file_years.values().any(|year| Period::collection_year(*year).is_none()) {
            return None;
        }
        Some(Self {
            authority: document.authority,
            period: document.period,
            published_years: document.published_years,
            zeros_matter: document.leading_zeros_matter,
            whole_identifiers: document.whole_identifiers,
            file_years: document.file_years,
            mappings: document.mappings,
            decisions: document.decisions.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Answer;
    use crate::mapping::{MAPPED_KINDS, fields};

    fn everything() -> Kept {
        let mut decisions = Decisions::default();
        decisions.read_wording("a few", Answer::Range { lowest: 1, highest: 5 });
        let mapping = |kind| {
            let all = fields(kind);
            Mapping {
                kind,
                header: (0..all.len()).map(|at| format!("Q{at}")).collect(),
                periods: vec![None; all.len()],
                fields: all.into_iter().map(Some).collect(),
                made_for: None,
            }
        };
        Kept {
            authority: AreaCode::read("E10000016"),
            period: Period::collection_year(2025),
            published_years: Some(PublishedYears::Calendar),
            zeros_matter: Some(true),
            whole_identifiers: Some(true),
            file_years: BTreeMap::from([("uasc.csv".to_owned(), 2025)]),
            mappings: MAPPED_KINDS.map(mapping).to_vec(),
            decisions,
        }
    }

    fn again(text: &str) -> Option<Kept> {
        Kept::from_value(&serde_json::from_str(text).unwrap_or_default())
    }

    #[test]
    fn settings_survive_being_kept_and_chosen_again() {
        assert_eq!(again(&everything().to_json()), Some(everything()));
        assert_eq!(again(&Kept::default().to_json()), Some(Kept::default()));
    }

    #[test]
    fn what_is_damaged_or_says_more_than_is_known_is_not_read_in_part() {
        let whole = everything().to_json();
        for (part, with) in [
            ("E10000016", "Kent"),
            ("2024-04-01", "2026-04-01"),
            ("calendar", "lunar"),
            ("\"uasc.csv\": 2025", "\"uasc.csv\": 99999"),
            ("\"leading_zeros_matter\"", "\"leading_zeros_count\""),
            ("\"kind\": \"mapping\"", "\"kind\": \"list\""),
            ("\"says\"", "\"said\""),
        ] {
            assert!(whole.contains(part), "{part}");
            assert_eq!(again(&whole.replacen(part, with, 1)), None, "{part}");
        }
        assert_eq!(again(&whole.replacen("\"settings\"", "\"report\"", 1)), None);
        assert_eq!(again(&whole.replacen("missing-from-care/1", "missing-from-care/2", 1)), None);
        assert_eq!(again("{}"), None);
    }
}
