//! Writes a mapping as a small JSON document, and reads it.

use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::{Field, MAPPED_KINDS, Mapping};
use crate::one_name;
use crate::period::Period;
use crate::report::{FORMAT, code};

/// The `kind` of the document.
pub(crate) const KIND: &str = "mapping";

/// A text that is not a mapping.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a mapping of this format")]
pub struct NotAMapping;

/// The document.
#[derive(Deserialize)]
struct Document {
    format: String,
    kind: String,
    of: String,
    columns: Vec<Column>,
    /// The file that the periods of its columns were said about.
    made_for: Option<String>,
}

/// A column, and what it is. Without a field, it is not needed.
#[derive(Deserialize)]
struct Column {
    heading: String,
    field: Option<String>,
    period: Option<Period>,
}

impl<'de> Deserialize<'de> for Mapping {
    /// Reads the document that [`Mapping::to_json`] writes, wherever it is embedded.
    fn deserialize<D: Deserializer<'de>>(document: D) -> Result<Self, D::Error> {
        let document = Value::deserialize(document)?;
        Self::from_value(&document).ok_or_else(|| serde::de::Error::custom(NotAMapping))
    }
}

impl Mapping {
    /// The mapping as JSON, with a line feed at its end.
    pub fn to_json(&self) -> String {
        let column = |(at, heading): (usize, &String)| {
            let field = self.fields.get(at).copied().flatten().map(Field::name);
            match self.periods.get(at).copied().flatten() {
                Some(period) => json!({ "heading": heading, "field": field, "period": period }),
                None => json!({ "heading": heading, "field": field }),
            }
        };
        let columns: Vec<Value> = self.header.iter().enumerate().map(column).collect();
        let mut document = json!({ "format": FORMAT, "kind": KIND, "of": code(&self.kind), "columns": columns });
        if let Some(made_for) = &self.made_for {
            document["made_for"] = json!(made_for);
        }
        // It holds nothing that JSON cannot hold.
        let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads what [`Mapping::to_json`] wrote.
    ///
    /// # Errors
    /// [`NotAMapping`] if it is anything else.
    pub fn from_json(text: &str) -> Result<Self, NotAMapping> {
        one_name::value(text.as_bytes()).and_then(|document| Self::from_value(&document)).ok_or(NotAMapping)
    }

    pub(crate) fn from_value(document: &Value) -> Option<Self> {
        let document = Document::deserialize(document).ok()?;
        if document.format != FORMAT || document.kind != KIND {
            return None;
        }
        let kind = MAPPED_KINDS.into_iter().find(|kind| document.of == code(kind))?;
        let (mut header, mut fields, mut periods) = (Vec::new(), Vec::new(), Vec::new());
        let made_for = document.made_for;
        for Column { heading, field, period } in document.columns {
            header.push(heading);
            fields.push(match field {
                None => None,
                Some(name) => Some(Field::named(kind, &name)?),
            });
            periods.push(period);
        }
        Some(Self { kind, header, fields, periods, made_for })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::fields;
    use crate::period::Period;
    use crate::report::FileKind;

    #[test]
    fn a_mapping_survives_being_kept_and_chosen_again() {
        for kind in MAPPED_KINDS {
            let all = fields(kind);
            let mapping = Mapping {
                kind,
                header: (0..=all.len()).map(|at| format!("Column “{at}”")).collect(),
                periods: (0..=all.len()).map(|at| Period::calendar_year(2000).filter(|_| at % 3 == 0)).collect(),
                fields: all.into_iter().map(Some).chain([None]).collect(),
                made_for: Some("0f".to_owned()).filter(|_| kind == FileKind::AuthorityAnswers),
            };
            assert_eq!(Mapping::from_json(&mapping.to_json()), Ok(mapping));
        }
    }

    #[test]
    fn what_is_no_mapping_is_refused() {
        let document = |of: &str, columns: &str| {
            format!("{{\"format\":\"missing-from-care/1\",\"kind\":\"mapping\",\"of\":\"{of}\",\"columns\":{columns}}}")
        };
        for text in [
            String::new(),
            "{}".to_owned(),
            document("ssda903/oc2", "[]"),
            document("authority-answers", "{}"),
            document("authority-answers", "[{\"field\":null}]"),
            document("authority-answers", "[{\"heading\":\"a\",\"field\":\"CHILD\"}]"),
            document("authority-answers", "[{\"heading\":\"a\",\"field\":1}]"),
            document("authority-answers", "[{\"heading\":\"a\",\"field\":null,\"period\":\"soon\"}]"),
        ] {
            assert_eq!(Mapping::from_json(&text), Err(NotAMapping), "{text}");
        }
        assert!(Mapping::from_json(&document("authority-answers", "[]")).is_ok());
    }
}
