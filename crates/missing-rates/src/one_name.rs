//! JSON in which no name is twice in one object. Of two values only the last would be read, and nobody would know.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Reads a document; `None` if it is no JSON, or has a name twice in one object.
pub(crate) fn value(text: &[u8]) -> Option<Value> {
    serde_json::from_slice::<Once>(text).ok()?;
    serde_json::from_slice(text).ok()
}

/// Anything in which no name is twice.
struct Once;

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(of: D) -> Result<Self, D::Error> {
        of.deserialize_any(Looking)
    }
}

struct Looking;

impl<'de> Visitor<'de> for Looking {
    type Value = Once;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_str<E>(self, _: &str) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_unit<E>(self) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Once, A::Error> {
        while let Some(Once) = items.next_element()? {}
        Ok(Once)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Once, A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = entries.next_key::<String>()? {
            if !names.insert(name) {
                return Err(A::Error::custom("a name is there twice"));
            }
            entries.next_value::<Once>()?;
        }
        Ok(Once)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_twice_in_one_object_is_no_document() {
        for good in ["{}", r#"{"a": 1, "b": {"a": [1.5, -1, null, true, "x"]}}"#, r#"[{"a": 1}, {"a": 2}]"#] {
            assert_eq!(value(good.as_bytes()), serde_json::from_str(good).ok(), "{good}");
        }
        for bad in [r#"{"a": 1, "a": 1}"#, r#"{"a": {"b": 1, "b": 2}}"#, r#"[{"a": 1, "\u0061": 2}]"#, "{", ""] {
            assert_eq!(value(bad.as_bytes()), None, "{bad}");
        }
    }
}
