//! The types in `static/api` against real reports: every field that a report has is named there, and no other.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use missing_rates::area::{Resolution, resolve};
use missing_rates::read::Reader;
use missing_rates::report::Disclosure;
use missing_rates::{Query, Returns};
use serde_json::Value;

const TYPES: &str = concat!(
    include_str!("../../../static/api/missing-from-care.d.ts"),
    include_str!("../../../static/api/types/answers.d.ts"),
    include_str!("../../../static/api/types/comparisons.d.ts"),
    include_str!("../../../static/api/types/figures.d.ts"),
    include_str!("../../../static/api/types/report.d.ts"),
    include_str!("../../../static/api/types/returns.d.ts"),
    include_str!("../../../static/api/types/standing.d.ts"),
    include_str!("../../../static/api/types/terms.d.ts"),
);

/// A field of an interface: whether it can be left out, and its type.
struct Field {
    optional: bool,
    of: String,
}

#[derive(Default)]
struct Types {
    interfaces: BTreeMap<String, BTreeMap<String, Field>>,
    aliases: BTreeMap<String, String>,
}

impl Types {
    /// A file has one field a line; an alias ends with its semicolon.
    fn read(text: &str) -> Self {
        let mut types = Self::default();
        let mut at: Option<String> = None;
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if let Some(name) = line.strip_prefix("export interface ") {
                at = Some(name.trim_end_matches(" {").to_owned());
            } else if let Some((name, of)) = line.strip_prefix("export type ").and_then(|line| line.split_once(" =")) {
                let mut of = of.to_owned();
                while !of.ends_with(';') {
                    of += lines.next().expect("an alias ends");
                }
                types
                    .aliases
                    .insert(name.to_owned(), of.trim_end_matches(';').trim().trim_start_matches("| ").to_owned());
            } else if line == "}" {
                at = None;
            } else if let (Some(name), Some(field)) = (&at, line.trim().strip_prefix("readonly ")) {
                let (field, of) = field.trim_end_matches(';').split_once(": ").expect("a field has a type");
                let fields = types.interfaces.entry(name.clone()).or_default();
                let optional = field.ends_with('?');
                fields.insert(field.trim_end_matches('?').to_owned(), Field { optional, of: of.to_owned() });
            }
        }
        types
    }

    /// What is wrong with a value that should be of a type, where it is; notes the interfaces that were seen.
    fn check(&self, value: &Value, of: &str, path: &str, seen: &mut BTreeSet<String>) -> Option<String> {
        let of = of.trim();
        let of = of.strip_prefix('(').and_then(|of| of.strip_suffix(')')).unwrap_or(of);
        if let Some(alias) = self.aliases.get(of) {
            return self.check(value, alias, path, seen);
        }
        if let (Some(each), Value::Array(list)) =
            (of.strip_prefix("readonly ").and_then(|of| of.strip_suffix("[]")), value)
        {
            return list.iter().enumerate().find_map(|(at, one)| self.check(one, each, &format!("{path}[{at}]"), seen));
        }
        if let Some(fields) = self.interfaces.get(of) {
            let Value::Object(found) = value else { return Some(format!("{path} is no {of}")) };
            seen.insert(of.to_owned());
            if fields.keys().any(|name| name.starts_with('[')) {
                return None;
            }
            for (name, field) in fields {
                match found.get(name) {
                    None if field.optional => {}
                    None => return Some(format!("{path} has no {name}, which {of} has")),
                    Some(value) => {
                        if let Some(wrong) = self.check(value, &field.of, &format!("{path}.{name}"), seen) {
                            return Some(wrong);
                        }
                    }
                }
            }
            let more = found.keys().find(|name| !fields.contains_key(*name));
            return more.map(|name| format!("{of} does not name {path}.{name}"));
        }
        let variants: Vec<&str> = of.split(" | ").collect();
        if variants.len() > 1 {
            let mut wrong: Option<String> = None;
            for variant in variants {
                let mut seen_here = BTreeSet::new();
                match self.check(value, variant, path, &mut seen_here) {
                    None => {
                        seen.extend(seen_here);
                        return None;
                    }
                    // What is wrong deepest within is wrong with the one that it nearly is.
                    Some(said) => wrong = wrong.into_iter().chain([said]).max_by_key(|said| depth(said)),
                }
            }
            return wrong;
        }
        let is = match (of, value) {
            ("null", Value::Null)
            | ("string", Value::String(_))
            | ("number", Value::Number(_))
            | ("boolean", Value::Bool(_)) => true,
            (text, Value::String(word)) if text.starts_with('`') => word.starts_with("ssda903/"),
            (text, Value::String(word)) => text.trim_matches('\'') == word,
            (text, Value::Object(_)) => text.starts_with("Readonly<Record<"),
            _ => false,
        };
        (!is).then(|| format!("{path} is {:.60}, not {of}", value.to_string()))
    }
}

/// How far within a report something stands.
fn depth(said: &str) -> usize {
    said.matches(['.', '[']).count()
}

fn report(files: &[(&str, Vec<u8>)], authority: &str) -> Value {
    disclosed(files, authority, Disclosure::Exact)
}

fn disclosed(files: &[(&str, Vec<u8>)], authority: &str, disclosure: Disclosure) -> Value {
    let mut returns = Returns::default();
    for (id, (name, bytes)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(bytes);
        returns.add(id, reader.finish());
    }
    let Resolution::Authority { authority, .. } = resolve(authority) else { panic!("{authority}") };
    let asked = Query { disclosure, target: "40".parse().ok(), authority: Some(authority.code), ..Query::default() };
    serde_json::from_str(&returns.report(&asked).to_json()).unwrap()
}

fn sample(name: &str) -> (&str, Vec<u8>) {
    let path = format!("{}/../../static/samples/{name}", env!("CARGO_MANIFEST_DIR"));
    (name, std::fs::read(path).unwrap())
}

/// What no sample has: names and answers in doubt, children of both groups, a file of no use, rows that clash.
fn odd() -> Vec<(&'static str, Vec<u8>)> {
    let answers = "Authority,Year,Trafficked children,UASC,Trafficked and unaccompanied children,UASC missing\n\
        Kent,2024,40,200,30,20\nKent,2024,40,200,30,21\nNowhere at all,2024,1,2,1,1\nSevenoaks,2024,1,2,1,1\n\
        Surrey,2024,40,Refused s.40(2),30,<5\n";
    vec![
        ("answers.csv", answers.into()),
        ("zip.csv", b"PK\x03\x04 and so on".to_vec()),
        (
            "episodes.csv",
            b"CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n1,01/05/2023,S,C2,U1,PR4,01/05/2024,X1\n\
            1,01/06/2024,P,C2,K2,PR1,,\n1,05/06/2024,P,C2,K2,PR1,,\n"
                .to_vec(),
        ),
        (
            "missing.csv",
            b"CHILD,DOB,MISSING,MIS_START,MIS_END\n1,15/06/2010,M,01/06/2024,03/06/2024\n\
            1,15/06/2010,A,02/06/2024,04/06/2024\n1,15/06/2010,M,02/06/2024,05/06/2024\n"
                .to_vec(),
        ),
        ("header 2024-25.csv", b"CHILD,SEX,DOB,ETHNIC\n1,1,15/06/2010,WBRI\n".to_vec()),
        ("header 2024-25 team b.csv", b"CHILD,SEX,DOB,ETHNIC\n2,2,16/06/2010,WBRI\n".to_vec()),
        ("list.csv", b"CHILD,TRAFFICKED\n1,confirmed\n2,suspended\n".to_vec()),
    ]
}

#[test]
fn every_field_of_a_real_report_is_in_the_types_and_no_other() {
    let types = Types::read(TYPES);
    let ssda903 = ["header", "episodes", "uasc", "missing"].map(|module| format!("ssda903/{module}.csv"));
    let files: [Vec<(&str, Vec<u8>)>; 4] = [
        vec![sample("answers-2024.csv")],
        vec![sample("published-2024.csv")],
        ssda903.iter().map(|name| sample(name)).collect(),
        odd(),
    ];
    let mut seen = BTreeSet::new();
    for files in &files {
        for disclosure in [Disclosure::Exact, Disclosure::Safe, Disclosure::SafeTo10] {
            let wrong = types.check(&disclosed(files, "Kent", disclosure), "Report", "report", &mut seen);
            assert_eq!(wrong, None);
        }
    }
    let unseen: Vec<&String> = types
        .interfaces
        .keys()
        .filter(|name| !seen.contains(*name) && !["NamedFile", "Query"].contains(&name.as_str()))
        .collect();
    assert!(unseen.is_empty(), "no report has these: {unseen:?}");
}

#[test]
fn a_field_that_is_not_named_and_one_that_is_not_there_are_found() {
    let real = report(&[sample("answers-2024.csv")], "Kent");
    let wrong =
        |types: &str, report: &Value| Types::read(types).check(report, "Report", "report", &mut BTreeSet::new());
    assert_eq!(wrong(TYPES, &real), None);
    for (field, more) in [
        ("  readonly phi: number;\n", ""),
        ("  readonly tau2: number;\n", "  readonly tau2: number;\n  readonly tau3: number;\n"),
    ] {
        assert!(TYPES.contains(field) && wrong(&TYPES.replace(field, more), &real).is_some(), "{field}");
    }
    let mut other = real;
    other["totals"][0]["lowest"] = "few".into();
    assert!(wrong(TYPES, &other).is_some());
}
