//! What a program asks: the options of `calculate` and `write`, as `docs/api.md` and the types name them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use missing_rates::area::authority_named;
use missing_rates::checks::WorkOrder;
use missing_rates::decisions::Decisions;
use missing_rates::kept::Kept;
use missing_rates::mapping::Mapping;
use missing_rates::period::{Day, Period};
use missing_rates::rates::TargetShare;
use missing_rates::report::{Disclosure, ListedAs};
use missing_rates::{FileId, PublishedYears, Said};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// All that can be asked. What is left out, or is `null` or `undefined`, is not asked.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(crate) struct Query {
    period: Option<Period>,
    year_ending: Option<i32>,
    published_years: Option<PublishedYears>,
    target: Option<TargetShare>,
    change: Option<(Period, Period)>,
    file_years: Option<BTreeMap<String, i32>>,
    empty: Option<BTreeSet<String>>,
    earlier: Option<BTreeSet<String>>,
    complete_to: Option<Vec<String>>,
    leading_zeros: Option<LeadingZeros>,
    whole_identifiers: Option<bool>,
    exact_headings: Option<bool>,
    add_together: Option<Vec<Vec<String>>>,
    trafficked: Option<BTreeMap<String, ListedAs>>,
    authority: Option<String>,
    decisions: Option<OneOrMore<Decisions>>,
    mapping: Option<OneOrMore<Mapping>>,
    disclosure: Option<Disclosure>,
    rounding: Option<u64>,
    work_order: Option<WorkOrder>,
}

impl<'de> Deserialize<'de> for Query {
    /// As a map: as a structure, JavaScript would be asked for the fields that are known and for no other, so that one with
    /// a wrong name would be passed over in silence.
    fn deserialize<D: Deserializer<'de>>(options: D) -> Result<Self, D::Error> {
        struct Options(PhantomData<Query>);
        impl<'de> Visitor<'de> for Options {
            type Value = Query;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of options")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Query, A::Error> {
                Query::deserialize(MapAccessDeserializer::new(map))
            }
        }
        options.deserialize_map(Options(PhantomData))
    }
}

/// Whether children whose identifiers differ in zeros before them alone are one child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum LeadingZeros {
    Same,
    Different,
}

/// A document, or a list of them.
#[derive(Debug, serde::Deserialize)]
#[serde(untagged)]
enum OneOrMore<T> {
    More(Vec<T>),
    One(T),
}

impl<T> OneOrMore<T> {
    fn list(self) -> Vec<T> {
        match self {
            Self::One(one) => vec![one],
            Self::More(list) => list,
        }
    }
}

/// An option whose value cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{option}: {why}")]
pub(crate) struct WrongOption {
    option: &'static str,
    why: String,
}

fn wrong(option: &'static str, why: impl fmt::Display) -> WrongOption {
    WrongOption { option, why: why.to_string() }
}

/// What was asked, understood; the files that it names are looked for once they are there.
#[derive(Debug, Default)]
pub(crate) struct Understood {
    pub(crate) query: missing_rates::Query,
    pub(crate) mappings: Vec<Mapping>,
    /// Whether no column is read by a heading that is only nearly one of a return.
    pub(crate) exact_headings: bool,
    file_years: BTreeMap<String, i32>,
    earlier: BTreeSet<String>,
    /// The names of files that are parts of one module: each time two at least.
    together: Vec<Vec<String>>,
}

/// A file that was read.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) sha256: String,
}

impl Query {
    /// What is asked of the engine.
    pub(crate) fn understood(self) -> Result<Understood, WrongOption> {
        let year = |year: i32| Period::collection_year(year);
        let period = match (self.period, self.year_ending) {
            (Some(_), Some(_)) => return Err(wrong("yearEnding", "give a period or yearEnding, not both")),
            (period, None) => period,
            (None, Some(ending)) => {
                Some(year(ending).ok_or_else(|| wrong("yearEnding", format!("{ending} is not a year such as 2025")))?)
            }
        };
        let disclosure = match (self.disclosure, self.rounding) {
            (disclosure, None) => disclosure.unwrap_or_default(),
            (None | Some(Disclosure::Safe | Disclosure::SafeTo5), Some(5)) => Disclosure::SafeTo5,
            (None | Some(Disclosure::Safe | Disclosure::SafeTo10), Some(10)) => Disclosure::SafeTo10,
            (_, Some(5 | 10)) => {
                return Err(wrong("rounding", "only what is safe to publish is rounded, and to one of 5 and 10"));
            }
            (_, Some(other)) => return Err(wrong("rounding", format!("{other} is neither 5 nor 10"))),
        };
        let named = |name: String| authority_named(&name).map_err(|error| wrong("authority", error));
        let authority = self.authority.map(named).transpose()?.map(|authority| authority.code);
        let file_years = self.file_years.unwrap_or_default();
        if let Some((file, no)) = file_years.iter().find(|(_, of)| year(**of).is_none()) {
            return Err(wrong("fileYears", format!("{no} is not a year such as 2025 ({file})")));
        }
        let mut complete_to = BTreeMap::new();
        for day in self.complete_to.unwrap_or_default() {
            let day: Day = day.parse().map_err(|error| wrong("completeTo", error))?;
            complete_to.insert(day.collection_year(), day);
        }
        let mut decisions = Decisions::default();
        self.decisions.map_or_else(Vec::new, OneOrMore::list).iter().for_each(|more| decisions.extend(more));
        for (wording, says) in self.trafficked.unwrap_or_default() {
            decisions.read_listed(&wording, says);
        }
        let together = self.add_together.unwrap_or_default();
        if together.iter().any(|files| files.len() < 2) {
            return Err(wrong("addTogether", "each list needs the names of two files or more"));
        }
        let said = [
            (Said::Authority, authority.is_some()),
            (Said::Period, period.is_some()),
            (Said::PublishedYears, self.published_years.is_some()),
            (Said::LeadingZeros, self.leading_zeros.is_some()),
            (Said::WholeIdentifiers, self.whole_identifiers.is_some()),
        ];
        Ok(Understood {
            query: missing_rates::Query {
                said: said.into_iter().filter(|(_, said)| *said).map(|(what, _)| what).collect(),
                years_by_name: BTreeMap::new(),
                period,
                target: self.target,
                change: self.change,
                published_years: self.published_years.unwrap_or_default(),
                years: BTreeMap::new(),
                empty: self.empty.unwrap_or_default(),
                earlier: BTreeSet::new(),
                complete_to,
                zeros_matter: self.leading_zeros.map(|zeros| zeros == LeadingZeros::Different),
                whole_identifiers: self.whole_identifiers,
                authority,
                decisions,
                disclosure,
                work_order: self.work_order.unwrap_or_default(),
            },
            mappings: self.mapping.map_or_else(Vec::new, OneOrMore::list),
            exact_headings: self.exact_headings.unwrap_or_default(),
            file_years,
            earlier: self.earlier.unwrap_or_default(),
            together,
        })
    }
}

impl Understood {
    /// What is asked of the engine about these files, in the order of their numbers, from 1, and what those of settings say.
    pub(crate) fn of(&self, files: &[Named], kept: &Kept) -> Result<missing_rates::Query, WrongOption> {
        let named = |option, name: &String| {
            let found: Vec<FileId> =
                (1..).zip(files).filter(|(_, file)| file.name == *name).map(|(id, _)| id).collect();
            if found.is_empty() { Err(wrong(option, format!("`{name}` is none of the files"))) } else { Ok(found) }
        };
        let mut query = self.query.clone();
        for (file, year) in &self.file_years {
            query.years.extend(named("fileYears", file)?.into_iter().map(|id| (id, *year)));
        }
        for file in &self.earlier {
            query.earlier.extend(named("earlier", file)?);
        }
        for file in &query.empty {
            named("empty", file)?;
        }
        for parts in &self.together {
            for part in parts {
                named("addTogether", part)?;
            }
            let parts = files.iter().filter(|file| parts.contains(&file.name));
            let used = parts.clone().map(|file| file.sha256.clone());
            query.decisions.use_files(parts.map(|file| (file.sha256.clone(), file.name.clone())), used);
        }
        query.fill(kept);
        Ok(query)
    }
}

#[cfg(test)]
mod tests;
