//! Decisions as a small JSON document, and back.

use crate::order::Ordered;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

use super::{Decisions, Disputed, Meant, TypedAnswer};
use crate::answer::{Answer, Withheld};
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count};
use crate::report::{FORMAT, ListedAs, code};

/// The `kind` of the document.
pub(crate) const KIND: &str = "decisions";

/// A text that is no document of decisions.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotDecisions {
    /// It is not JSON.
    #[error("this is not JSON")]
    NotJson,
    /// It is JSON of another kind.
    #[error("this is not a document of decisions of this format")]
    OtherKind,
    /// One of its decisions cannot be read.
    #[error("decision {0} of `{1}` cannot be read")]
    Entry(usize, &'static str),
}

impl<'de> Deserialize<'de> for Decisions {
    /// From the document that [`Decisions::to_json`] writes, wherever it stands.
    fn deserialize<D: Deserializer<'de>>(document: D) -> Result<Self, D::Error> {
        let document = Value::deserialize(document)?;
        Self::from_value(&document).map_err(serde::de::Error::custom)
    }
}

impl Decisions {
    /// The decisions as JSON, with a line feed at its end.
    pub fn to_json(&self) -> String {
        let wordings = self.wordings.iter().map(|(wording, answer)| json!({ "wording": wording, "says": answer }));
        let lists = self.listed.iter().map(|(wording, says)| json!({ "wording": wording, "says": says }));
        let names = self.names.iter().map(|(name, meant)| {
            let authorities = match meant {
                Meant::Authorities(codes) => codes.as_slice(),
                Meant::Nobody => &[],
            };
            json!({ "name": name, "authorities": authorities })
        });
        let typed = |answer: &TypedAnswer| json!({ "authorities": answer.authorities(), "wording": answer.wording() });
        let conflicts = self.conflicts.iter().map(|(disputed, pick)| {
            json!({
                "authorities": disputed.authorities,
                "period": disputed.period,
                "cohort": disputed.cohort,
                "measure": disputed.measure,
                "picked": typed(&pick.answer),
                "among": pick.among.iter().map(typed).collect::<Vec<_>>(),
            })
        });
        let document = json!({
            "format": FORMAT,
            "kind": KIND,
            "wordings": wordings.collect::<Vec<_>>(),
            "lists": lists.collect::<Vec<_>>(),
            "names": names.collect::<Vec<_>>(),
            "conflicts": conflicts.collect::<Vec<_>>(),
        });
        // Nothing in it that JSON cannot hold.
        let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads what [`Decisions::to_json`] wrote.
    ///
    /// # Errors
    /// [`NotDecisions`] if it is anything else.
    pub fn from_json(text: &str) -> Result<Self, NotDecisions> {
        let document: Value = serde_json::from_str(text).map_err(|_| NotDecisions::NotJson)?;
        Self::from_value(&document)
    }

    pub(crate) fn from_value(document: &Value) -> Result<Self, NotDecisions> {
        if document["format"] != FORMAT || document["kind"] != KIND {
            return Err(NotDecisions::OtherKind);
        }
        let mut decisions = Self::default();
        for (at, entry) in entries(document, "wordings").enumerate() {
            let read = || Some((text(entry, "wording")?, answer(entry.get("says")?)?));
            let (wording, answer) = read().ok_or(NotDecisions::Entry(at + 1, "wordings"))?;
            decisions.read_wording(wording, answer);
        }
        for (at, entry) in entries(document, "lists").enumerate() {
            let says = || ListedAs::ALL.into_iter().find(|says| text(entry, "says") == Some(&code(says)));
            let (wording, says) = text(entry, "wording").zip(says()).ok_or(NotDecisions::Entry(at + 1, "lists"))?;
            decisions.read_listed(wording, says);
        }
        for (at, entry) in entries(document, "names").enumerate() {
            let read = || Some((text(entry, "name")?, codes(entry)?));
            let (name, codes) = read().ok_or(NotDecisions::Entry(at + 1, "names"))?;
            decisions.mean(name, if codes.is_empty() { Meant::Nobody } else { Meant::Authorities(codes) });
        }
        for (at, entry) in entries(document, "conflicts").enumerate() {
            // Earlier documents name a row instead, which may be another one by now: it is asked again.
            if entry.get("row").is_some() {
                continue;
            }
            let (disputed, answer, among) = conflict(entry).ok_or(NotDecisions::Entry(at + 1, "conflicts"))?;
            decisions.pick(disputed, answer, among);
        }
        Ok(decisions)
    }
}

fn entries<'a>(document: &'a Value, list: &str) -> impl Iterator<Item = &'a Value> {
    document.get(list).and_then(Value::as_array).into_iter().flatten()
}

fn text<'a>(entry: &'a Value, field: &str) -> Option<&'a str> {
    entry.get(field)?.as_str()
}

fn codes(entry: &Value) -> Option<Vec<AreaCode>> {
    let list = entry.get("authorities")?.as_array()?;
    let mut codes: Vec<AreaCode> = list.iter().map(|code| AreaCode::read(code.as_str()?)).collect::<Option<_>>()?;
    codes.order();
    codes.dedup();
    Some(codes)
}

fn conflict(entry: &Value) -> Option<(Disputed, TypedAnswer, Vec<TypedAnswer>)> {
    let named = |field: &str| text(entry, field);
    let disputed = Disputed {
        authorities: codes(entry)?,
        period: named("period")?.parse().ok()?,
        cohort: Cohort::ALL.into_iter().find(|cohort| named("cohort") == Some(&code(cohort)))?,
        measure: Count::ALL.into_iter().find(|count| named("measure") == Some(&code(count)))?,
    };
    let typed = |entry: &Value| Some(TypedAnswer::new(codes(entry)?, text(entry, "wording")?));
    let among = entry.get("among")?.as_array()?.iter().map(typed).collect::<Option<_>>()?;
    Some((disputed, typed(entry.get("picked")?)?, among))
}

/// The answer that its serialised form says.
fn answer(value: &Value) -> Option<Answer> {
    let number = |field: &str| value.get(field)?.as_u64();
    match text(value, "answer")? {
        "exact" => Some(Answer::Exact { count: number("count")? }),
        "range" => {
            let (lowest, highest) = (number("lowest")?, number("highest")?);
            (lowest <= highest).then_some(Answer::Range { lowest, highest })
        }
        "withheld" => withheld(value.get("reason")?.as_object()?).map(|reason| Answer::Withheld { reason }),
        _ => None,
    }
}

fn withheld(value: &Map<String, Value>) -> Option<Withheld> {
    let section = value.get("section").and_then(Value::as_str).map(str::to_owned);
    let named = value.get("reason")?.as_str()?;
    let name_of =
        |reason: &Withheld| serde_json::to_value(reason).ok().and_then(|v| v["reason"].as_str().map(str::to_owned));
    let reason = Withheld::ALL.into_iter().find(|reason| name_of(reason).as_deref() == Some(named))?;
    Some(if matches!(reason, Withheld::Refused { .. }) { Withheld::Refused { section } } else { reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_survive_being_kept_and_chosen_again() {
        let mut decisions = Decisions::default();
        decisions.read_wording("A few", Answer::Range { lowest: 1, highest: 5 });
        decisions.read_wording("Dim un", Answer::Exact { count: 0 });
        for reason in Withheld::ALL {
            decisions.read_wording(&code_of(&reason), Answer::Withheld { reason });
        }
        let section = Some("40(2)".to_owned());
        decisions.read_wording("\"no\"", Answer::Withheld { reason: Withheld::Refused { section } });
        let kent = AreaCode::read("E10000016").unwrap();
        decisions.mean("Kemt", Meant::Authorities(vec![kent]));
        decisions.mean("The County", Meant::Nobody);
        let disputed = Disputed {
            authorities: vec![kent],
            period: "2024-01-01/2024-12-31".parse().unwrap(),
            cohort: Cohort::Trafficked,
            measure: Count::ChildrenMissing,
        };
        let answer = |wording: &str| TypedAnswer::new(vec![kent], wording);
        decisions.pick(disputed, answer("a \"few\""), [answer("12"), answer("a  \"FEW\"")]);
        assert_eq!(Decisions::from_json(&decisions.to_json()), Ok(decisions));
    }

    fn code_of(reason: &Withheld) -> String {
        format!("{reason:?}")
    }

    #[test]
    fn what_is_no_document_of_decisions_is_refused() {
        let head = |rest: &str| format!("{{\"format\":\"missing-from-care/1\",\"kind\":\"decisions\"{rest}}}");
        for (text, error) in [
            ("Authority,Year".to_owned(), NotDecisions::NotJson),
            ("[]".to_owned(), NotDecisions::OtherKind),
            (head("").replace("/1", "/2"), NotDecisions::OtherKind),
            (head(",\"wordings\":[{\"wording\":\"x\"}]"), NotDecisions::Entry(1, "wordings")),
            (
                head(",\"wordings\":[{\"wording\":\"x\",\"says\":{\"answer\":\"range\",\"lowest\":5,\"highest\":1}}]"),
                NotDecisions::Entry(1, "wordings"),
            ),
            (head(",\"names\":[{\"name\":\"x\",\"authorities\":[\"Kent\"]}]"), NotDecisions::Entry(1, "names")),
            (head(",\"conflicts\":[{}]"), NotDecisions::Entry(1, "conflicts")),
        ] {
            assert_eq!(Decisions::from_json(&text), Err(error), "{text}");
        }
        assert_eq!(Decisions::from_json(&head("")), Ok(Decisions::default()));
    }
}
