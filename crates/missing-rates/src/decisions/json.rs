//! Writes decisions as a small JSON document, and reads them.

use crate::order::Ordered;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::{Decisions, Disputed, Meant, OneModule, TypedAnswer};
use crate::answer::Answer;
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count};
use crate::one_name;
use crate::period::Period;
use crate::report::{FORMAT, ListedAs};

/// The `kind` of the document.
pub(crate) const KIND: &str = "decisions";

/// A text that is not a document of decisions.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotDecisions {
    /// It is not JSON.
    #[error("this is not JSON")]
    NotJson,
    /// It is JSON of another kind.
    #[error("this is not a document of decisions of this format")]
    OtherKind,
    /// One of the decisions in it cannot be read.
    #[error("decision {0} of `{1}` cannot be read")]
    Entry(usize, &'static str),
    /// A code in it is no authority's.
    #[error("no authority has the code {0}")]
    UnknownAuthority(AreaCode),
}

impl<'de> Deserialize<'de> for Decisions {
    /// Reads the document that [`Decisions::to_json`] writes, wherever it is embedded.
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
        let modules = self.modules.iter().map(|decided| {
            let files = decided
                .files
                .iter()
                .map(|(sha256, name)| json!({ "name": name, "sha256": sha256, "used": decided.used.contains(sha256) }));
            json!({ "files": files.collect::<Vec<_>>() })
        });
        let document = json!({
            "format": FORMAT,
            "kind": KIND,
            "wordings": wordings.collect::<Vec<_>>(),
            "lists": lists.collect::<Vec<_>>(),
            "names": names.collect::<Vec<_>>(),
            "conflicts": conflicts.collect::<Vec<_>>(),
            "modules": modules.collect::<Vec<_>>(),
        });
        // It holds nothing that JSON cannot hold.
        let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads what [`Decisions::to_json`] wrote.
    ///
    /// # Errors
    /// [`NotDecisions`] if it is anything else.
    pub fn from_json(text: &str) -> Result<Self, NotDecisions> {
        let document = one_name::value(text.as_bytes()).ok_or(NotDecisions::NotJson)?;
        let decisions = Self::from_value(&document)?;
        decisions.unknown_authority().map_or(Ok(decisions), |code| Err(NotDecisions::UnknownAuthority(code)))
    }

    pub(crate) fn from_value(document: &Value) -> Result<Self, NotDecisions> {
        if document["format"] != FORMAT || document["kind"] != KIND {
            return Err(NotDecisions::OtherKind);
        }
        let mut decisions = Self::default();
        // Two entries that say different things of one wording say nothing.
        let once = |twice: bool, at: usize, list| if twice { Err(NotDecisions::Entry(at + 1, list)) } else { Ok(()) };
        for (at, entry) in entries(document, "wordings").enumerate() {
            let Wording { wording, says } = entry?;
            once(decisions.wording(&wording).is_some_and(|had| *had != says.0), at, "wordings")?;
            decisions.read_wording(&wording, says.0);
        }
        for (at, entry) in entries(document, "lists").enumerate() {
            let Listed { wording, says } = entry?;
            once(decisions.listed(&wording).is_some_and(|had| had != says), at, "lists")?;
            decisions.read_listed(&wording, says);
        }
        for (at, entry) in entries(document, "names").enumerate() {
            let Name { name, authorities } = entry?;
            let codes = in_order(authorities);
            let meant = if codes.is_empty() { Meant::Nobody } else { Meant::Authorities(codes) };
            once(decisions.name(&name).is_some_and(|had| *had != meant), at, "names")?;
            decisions.mean(&name, meant);
        }
        for entry in entries(document, "conflicts") {
            if let Conflict::Picked { authorities, period, cohort, measure, picked, among } = entry? {
                let disputed = Disputed { authorities: in_order(authorities), period, cohort, measure };
                decisions.pick(disputed, picked.into(), among.into_iter().map(TypedAnswer::from));
            }
        }
        for (at, entry) in entries(document, "modules").enumerate() {
            let Modules { files } = entry?;
            let used = files.iter().filter(|file| file.used).map(|file| file.sha256.clone());
            let used: Vec<String> = used.collect();
            let files = files.into_iter().map(|file| (file.sha256, file.name));
            decisions.take_over(OneModule::of(files, used).ok_or(NotDecisions::Entry(at + 1, "modules"))?);
        }
        Ok(decisions)
    }
}

/// How to use files of one module and year.
#[derive(Deserialize)]
struct Modules {
    files: Vec<ModuleFile>,
}

/// One of these files.
#[derive(Deserialize)]
struct ModuleFile {
    name: String,
    sha256: String,
    used: bool,
}

/// What a wording of answers says.
#[derive(Deserialize)]
struct Wording {
    wording: String,
    says: Says,
}

/// An answer that is possible: no range has a lowest value above its highest.
#[derive(Deserialize)]
#[serde(try_from = "Answer")]
struct Says(Answer);

impl TryFrom<Answer> for Says {
    type Error = &'static str;

    fn try_from(answer: Answer) -> Result<Self, &'static str> {
        match answer {
            Answer::Range { lowest, highest } if lowest > highest => Err("a range from high to low"),
            answer => Ok(Self(answer)),
        }
    }
}

/// What a wording of a list says.
#[derive(Deserialize)]
struct Listed {
    wording: String,
    says: ListedAs,
}

/// Who a name means. Without a code it means nobody.
#[derive(Deserialize)]
struct Name {
    name: String,
    authorities: Vec<AreaCode>,
}

/// Which of several answers counts.
#[derive(Deserialize)]
#[serde(untagged)]
enum Conflict {
    /// Earlier documents identify it by a row, which may be a different row by now. The question is asked again.
    #[expect(dead_code, reason = "such a document is known by its row, and the row is of no use")]
    ByRow { row: u64 },
    Picked {
        authorities: Vec<AreaCode>,
        period: Period,
        cohort: Cohort,
        measure: Count,
        picked: Typed,
        among: Vec<Typed>,
    },
}

/// An answer, identified by whose it is and what it says.
#[derive(Deserialize)]
struct Typed {
    authorities: Vec<AreaCode>,
    wording: String,
}

impl From<Typed> for TypedAnswer {
    fn from(typed: Typed) -> Self {
        Self::new(typed.authorities, &typed.wording)
    }
}

/// The entries of a list in the document. Each is read, or named by its number if it cannot be.
fn entries<'a, T: Deserialize<'a>>(
    document: &'a Value,
    list: &'static str,
) -> impl Iterator<Item = Result<T, NotDecisions>> {
    let entries = document.get(list).and_then(Value::as_array).into_iter().flatten();
    entries.enumerate().map(move |(at, entry)| T::deserialize(entry).map_err(|_| NotDecisions::Entry(at + 1, list)))
}

fn in_order(mut codes: Vec<AreaCode>) -> Vec<AreaCode> {
    codes.order();
    codes.dedup();
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Withheld;

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
        let file = |name: &str| (format!("{name:0>64}"), format!("{name}.csv"));
        decisions.use_files(["a", "b"].map(file), ["a", "b"].map(|name| file(name).0));
        decisions.use_files(["c", "d"].map(file), [file("d").0]);
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
            (
                head(",\"modules\":[{\"files\":[{\"name\":\"a\",\"sha256\":\"1\",\"used\":false}]}]"),
                NotDecisions::Entry(1, "modules"),
            ),
        ] {
            assert_eq!(Decisions::from_json(&text), Err(error), "{text}");
        }
        assert_eq!(Decisions::from_json(&head("")), Ok(Decisions::default()));
    }
}
