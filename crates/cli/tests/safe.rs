//! What is safe to publish says the same in every format: each number that another format prints is the one that JSON has for
//! the same figure, so that whoever attacks the JSON has attacked them all. Each format is read as text, as readers have it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Files to attack: the samples, and a return of two years with a list, written anew.
fn inputs() -> Vec<Vec<PathBuf>> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/samples");
    let of_return = ["header", "episodes", "uasc", "missing"].map(|name| samples.join(format!("ssda903/{name}.csv")));
    vec![of_return.into(), vec![samples.join("answers-2024.csv")], made()]
}

fn made() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("safe");
    std::fs::create_dir_all(&folder).unwrap();
    let mut files: Vec<(String, String)> = Vec::new();
    for year in [2023, 2024] {
        let mut header = String::from("CHILD,SEX,DOB,ETHNIC\n");
        let mut episodes = String::from("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n");
        let mut uasc = String::from("CHILD,DUC\n");
        let mut missing = String::from("CHILD,MISSING,MIS_START,MIS_END\n");
        for child in 1..=240 {
            writeln!(header, "{child},{},01/02/{},WBRI", 1 + child % 2, 2008 + child % 7).unwrap();
            let place = ["U1", "K2", "U4"][child % 3];
            writeln!(episodes, "{child},01/05/{},S,C2,{place},,", year - 1).unwrap();
            if child % 4 == 0 {
                writeln!(uasc, "{child},").unwrap();
            }
            for n in 0..[0, 1, 0, 3, 2][child % 5] {
                let (month, code) = (4 + (child + 2 * n) % 9, if (child + n) % 5 == 0 { "A" } else { "M" });
                writeln!(
                    missing,
                    "{child},{code},{:02}/{month:02}/{year},{:02}/{month:02}/{year}",
                    3 + n * 6,
                    4 + n * 6
                )
                .unwrap();
            }
        }
        for (name, text) in [("header", header), ("episodes", episodes), ("uasc", uasc), ("missing", missing)] {
            files.push((format!("{name}-{year}.csv"), text));
        }
    }
    let mut list = String::from("CHILD,TRAFFICKED\n");
    for n in 1..=60 {
        writeln!(list, "{},{}", n * 3, ["confirmed", "suspected"][n % 2]).unwrap();
    }
    files.push(("list.csv".to_owned(), list));
    let write = |(name, text): (String, String)| {
        std::fs::write(folder.join(&name), text).unwrap();
        folder.join(name)
    };
    files.into_iter().map(write).collect()
}

fn run(safe: &[&str], format: &str, files: &[PathBuf]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_missing-from-care"));
    let output = command.args(safe).args(["--format", format]).args(files).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim_start_matches('\u{feff}').to_owned()
}

const SAFE: [&[&str]; 3] = [&["--safe"], &["--round", "5"], &["--round", "10"]];

/// Every input made safe in every way, with its JSON.
fn each(mut see: impl FnMut(&[&str], &[PathBuf], &Value)) {
    for files in inputs() {
        for safe in SAFE {
            see(safe, &files, &serde_json::from_str(&run(safe, "json", &files)).unwrap());
        }
    }
}

/// Every number of a JSON value, as it is written.
fn numbers(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Number(number) => drop(found.insert(number.to_string())),
        Value::Array(values) => values.iter().for_each(|value| numbers(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| numbers(value, found)),
        _ => {}
    }
}

fn said(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The figures of a list by whose they are, of when, and what they are.
fn by_what<'a>(json: &'a Value, list: &str, fields: &[&str]) -> BTreeMap<String, &'a Value> {
    let of = |of: &Value| {
        let area = &of["area"];
        let whose = [said(&area["level"]), area["code"].as_str().unwrap_or_default().to_owned()];
        let what = ["period", "cohort"].iter().chain(fields).map(|field| said(&of[*field]));
        whose.into_iter().chain(what).collect::<Vec<_>>().join(" ")
    };
    json[list].as_array().unwrap().iter().map(|figure| (of(figure), figure)).collect()
}

#[test]
fn csv_says_of_each_figure_what_json_says() {
    each(|safe, files, json| {
        let text = run(safe, "csv", files);
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let heads = rows.headers().unwrap().clone();
        let mut listed = BTreeSet::new();
        numbers(json, &mut listed);
        let totals = by_what(json, "totals", &["measure"]);
        let ratios = by_what(json, "ratios", &["measure"]);
        let rates = by_what(json, "rates", &["measure", "basis"]);
        let profiles = by_what(json, "profiles", &["code", "by", "group"]);
        let hidden = by_what(json, "hidden", &["figure"]);
        let mut compared = 0;
        for row in rows.records().map(Result::unwrap) {
            let cell =
                |head: &str| heads.iter().position(|of| of == head).and_then(|at| row.get(at)).unwrap_or_default();
            let period = format!("{}/{}", cell("period_start"), cell("period_end"));
            let of = |list: &BTreeMap<String, &Value>, what: &[&str]| -> Value {
                let whose = [cell("area_level"), cell("area_code"), &period, cell("cohort")];
                let key = whose.iter().chain(what).copied().collect::<Vec<_>>().join(" ");
                (*list.get(&key).unwrap_or_else(|| panic!("{row:?}"))).clone()
            };
            let divided = |of: &Value| {
                assert_eq!(said(&of["numerator"]), cell("numerator"), "{row:?}");
                assert_eq!(said(&of["denominator"]), cell("denominator"), "{row:?}");
            };
            match cell("figure") {
                figure if (cell("value"), cell("unit")) == ("c", "word") => drop(of(&hidden, &[figure])),
                "total" => {
                    let of = of(&totals, &[cell("measure")]);
                    assert_eq!(said(&of[cell("statistic")]), cell("value"), "{row:?}");
                }
                "rate" => divided(&of(&rates, &[cell("measure"), cell("basis")])),
                "ratio" => divided(&of(&ratios, &[cell("measure")])),
                "profile" if cell("detail").is_empty() && matches!(cell("unit"), "children" | "incidents") => {
                    let (by, group) =
                        if cell("group_by").is_empty() { ("none", "all") } else { (cell("group_by"), cell("group")) };
                    let of = of(&profiles, &[cell("measure"), by, group]);
                    assert_eq!(said(&of[cell("statistic").replace('-', "_")]), cell("value"), "{row:?}");
                }
                _ => {
                    for head in ["value", "numerator", "denominator", "authorities"] {
                        let is_whole = !cell(head).is_empty() && cell(head).bytes().all(|byte| byte.is_ascii_digit());
                        assert!(!is_whole || listed.contains(cell(head)), "{head} of {row:?}");
                    }
                }
            }
            compared += 1;
        }
        assert!(compared > 20, "{compared} of {files:?}");
    });
}

/// The answers to a request, year by year, as JSON has them.
fn answers(json: &Value) -> Vec<Vec<String>> {
    let years = json["foi"]["years"].as_array().into_iter().flatten();
    let of = |year: &Value| {
        let answers = year["answers"].as_array().unwrap().iter();
        answers.filter(|of| !of["count"].is_null()).map(|of| said(&of["count"])).collect()
    };
    years.map(of).collect()
}

#[test]
fn the_reply_to_a_request_says_of_each_question_what_json_says() {
    each(|safe, files, json| {
        let answers = answers(json);
        if answers.is_empty() {
            return;
        }
        let text = run(safe, "foi-csv", files);
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let at = rows.headers().unwrap().iter().position(|head| head == "count").unwrap();
        let counts: Vec<String> = rows
            .records()
            .map(|row| row.unwrap().get(at).unwrap_or_default().to_owned())
            .filter(|n| !n.is_empty())
            .collect();
        let all: Vec<String> = answers.concat();
        assert_eq!(counts[..all.len().min(counts.len())], all[..], "{files:?}");

        // The letter: what is behind the colon of each line between a year's heading and what the figures mean.
        let text = run(safe, "foi-text", files);
        let letters: Vec<&str> = text.split("What the figures mean").collect();
        for (letter, mut answers) in letters.iter().zip(answers) {
            let lines = letter.lines().skip_while(|line| !line.starts_with("1. "));
            let behind = lines.filter_map(|line| line.rsplit_once(": ")).map(|(_, behind)| behind);
            let mut counts: Vec<String> = behind
                .flat_map(|behind| behind.split("; "))
                .map(|part| part.rsplit(' ').next().unwrap().replace(',', ""))
                .filter(|count| ["c", "x"].contains(&count.as_str()) || count.bytes().all(|byte| byte.is_ascii_digit()))
                .collect();
            counts.sort();
            answers.sort();
            assert_eq!(counts, answers, "{letter}");
        }
    });
}

/// The numbers of a line of text that count something: not those of ages, lengths, periods and shares.
fn counts(line: &str) -> Vec<String> {
    let mut counts = Vec::new();
    for part in line.trim().split("; ") {
        // What is before a colon names a line or a group.
        let behind = part.rsplit_once(": ").map_or(part, |(_, behind)| behind);
        for word in behind.split_whitespace() {
            let number = word.trim_end_matches([',', ';', '.']).replace(',', "");
            if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
                counts.push(number);
            }
        }
    }
    counts
}

#[test]
fn the_terminal_prints_no_number_of_a_return_that_json_does_not_have() {
    each(|safe, files, json| {
        if json["profiles"].as_array().unwrap().is_empty() {
            return;
        }
        let text = run(safe, "text", files);
        let mut listed = BTreeSet::new();
        for list in ["rates", "ratios", "totals", "profiles", "changes", "standing"] {
            numbers(&json[list], &mut listed);
        }
        let mut compared = 0;
        let sections = text.split("\n\n").filter(|section| section.contains("This return"));
        for line in sections.flat_map(|section| section.lines().skip(1)) {
            // 95% interval, last year's share and the like are not counts.
            let line = line.replace("95% interval", "").replace("31 March", "").replace("1 April", "");
            for count in counts(&line) {
                assert!(listed.contains(&count), "{count} in {line}");
                compared += 1;
            }
        }
        assert!(compared > 3, "{text}");
        let warns = text.contains("Publish only one version: one period, with one setting");
        assert!(warns && text.contains("a later release of the same files"), "{text}");
    });
}

#[test]
fn no_format_tells_more_of_a_childs_file_than_its_kind_and_year() {
    for format in ["json", "csv", "based-on", "text", "foi-text", "foi-csv"] {
        let files = made();
        let text = run(&["--safe"], format, &files);
        for file in &files {
            let name = file.file_name().unwrap().to_str().unwrap();
            let lines = std::fs::read_to_string(file).unwrap().lines().count();
            assert!(!text.contains(name), "{name} in {format}");
            let rows = lines - 1;
            assert!(!text.contains(&format!("{rows} rows")), "{rows} rows of {name} in {format}");
        }
        assert!(!text.contains("\"sha256\":\"") || format == "json", "{format}");
    }
    let json: Value = serde_json::from_str(&run(&["--safe"], "json", &made())).unwrap();
    for file in json["files"].as_array().unwrap() {
        for field in ["sha256", "rows", "rows_used", "rows_set_aside"] {
            assert!(
                file[field].as_str().is_none_or(|text| text.len() <= 8) && file[field].as_u64().is_none_or(|n| n == 0),
                "{file}"
            );
        }
    }
}

/// Settings name files and quote the wordings of a list; lists of work and of authorities to ask name children and answers.
#[test]
fn what_is_for_own_use_is_not_printed_as_safe() {
    assert!(run(&[], "settings", &made()).contains("\"settings\""));
    for format in ["settings", "mapping", "work-list", "work-list-xlsx", "chase-list", "chase-letters", "interviews"] {
        for safe in SAFE {
            assert_eq!(run(safe, format, &made()), "", "{format}");
        }
    }
}

#[test]
fn an_authority_that_gave_a_range_alone_has_no_share_of_every_answer() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("range");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("range.csv");
    for range in ["3-4", "<5", "5 or less"] {
        let text = format!("Authority,Year,UASC,UASC missing\nKent,2024,60,{range}\nSurrey,2024,80,20\n");
        std::fs::write(&file, text).unwrap();
        for safe in [&[][..], &["--safe"]] {
            let json: Value = serde_json::from_str(&run(safe, "json", std::slice::from_ref(&file))).unwrap();
            let of = |rate: &&Value| rate["area"]["code"] == "E10000016" && rate["basis"] == "all-answers";
            assert!(json["rates"].as_array().unwrap().iter().find(of).is_none(), "{range}");
        }
    }
}

#[test]
fn a_share_that_is_hidden_is_not_said_to_lack_a_number() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hidden");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("hidden.csv");
    // Without Halton's children, all of whom are few, nobody could take them from the sum; so the share is hidden.
    let text = "Authority,Year,Trafficked children,Trafficked children who went missing,Trafficked children missing incidents,\
                Children both trafficked and unaccompanied,Children both trafficked and unaccompanied who went missing,\
                Children both trafficked and unaccompanied missing incidents\n\
                Halton,2024,3,<5,2,3,1,2\nKent,2024,300,90,120,80,30,60\nEssex,2024,200,50,90,60,20,40\n";
    std::fs::write(&file, text).unwrap();
    let out = run(&["--safe"], "text", std::slice::from_ref(&file));
    assert!(out.contains("Trafficked children, 2024: the share is hidden"), "{out}");
    assert!(!out.contains("one of its two numbers is missing"), "{out}");
}

#[test]
fn help_warns_of_two_reports() {
    let output = Command::new(env!("CARGO_BIN_EXE_missing-from-care")).arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains(
        "Publish only one such report: two with different settings, for different periods or from different releases"
    ));
}
