//! Settings that were saved and are chosen again with other files say what a person said, and nothing about a child.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use missing_rates::answer::Answer;
use missing_rates::area::AreaCode;
use missing_rates::decisions::Decisions;
use missing_rates::kept::Kept;
use missing_rates::period::Period;
use missing_rates::read::Reader;
use missing_rates::report::{FileKind, KeptSetting, ListedAs, Problem, Report};
use missing_rates::{FileId, Query, Returns, Said};

const RETURN: [&str; 4] = ["ssda903/header.csv", "ssda903/episodes.csv", "ssda903/uasc.csv", "ssda903/missing.csv"];
/// The id of a file of settings.
const SETTINGS: FileId = 9;

fn read(returns: &mut Returns, id: FileId, name: &str, text: &[u8]) {
    let mut reader = Reader::new(name, Vec::new());
    reader.push(text);
    returns.add(id, reader.finish());
}

fn of_return() -> Returns {
    let mut returns = Returns::default();
    for (id, name) in (1..).zip(RETURN) {
        read(&mut returns, id, name.trim_start_matches("ssda903/"), &crate::support::sample(name));
    }
    returns
}

fn asked(returns: &Returns, query: &Query) -> Query {
    let mut query = query.clone();
    query.fill(&returns.kept());
    query
}

/// A report without its files.
fn figures(report: &Report) -> serde_json::Value {
    let mut value: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
    value.as_object_mut().unwrap().remove("files");
    value
}

fn kent() -> Query {
    let mut query = Query {
        authority: AreaCode::read("E10000016"),
        period: "2024-07-01/2024-12-31".parse().ok(),
        zeros_matter: Some(true),
        ..Query::default()
    };
    query.said.extend([Said::Authority, Said::Period, Said::LeadingZeros]);
    query
}

#[test]
fn settings_that_are_chosen_again_ask_what_was_asked() {
    let saved = of_return().to_keep(&kent(), Vec::new()).to_json();
    let mut returns = of_return();
    read(&mut returns, SETTINGS, "settings.json", saved.as_bytes());
    let found = returns.report(&asked(&returns, &Query::default()));
    assert_eq!(figures(&found), figures(&of_return().report(&kent())));
    let entry = found.files.iter().find(|file| file.name == "settings.json").unwrap();
    assert_eq!((entry.kind, &entry.problem), (FileKind::Settings, &None));
    // Saved once more it is the same.
    assert_eq!(returns.to_keep(&asked(&returns, &Query::default()), Vec::new()).to_json(), saved);
    // Once it is taken away, nothing of it is left.
    returns.remove(SETTINGS);
    assert_eq!(
        figures(&returns.report(&asked(&returns, &Query::default()))),
        figures(&of_return().report(&Query::default()))
    );
}

#[test]
fn what_a_person_says_here_comes_before_what_was_saved_even_if_it_is_nothing() {
    let mut returns = of_return();
    read(&mut returns, SETTINGS, "settings.json", of_return().to_keep(&kent(), Vec::new()).to_json().as_bytes());
    let mut query = Query { authority: AreaCode::read("E06000010"), ..Query::default() };
    query.said.extend([Said::Authority, Said::Period]);
    let asked = asked(&returns, &query);
    assert_eq!((asked.authority, asked.period, asked.zeros_matter), (AreaCode::read("E06000010"), None, Some(true)));
}

#[test]
fn of_two_files_of_settings_that_contradict_each_other_neither_counts() {
    let [first, second] = ["E10000016", "E06000010"].map(|code| {
        let kept = Kept { authority: AreaCode::read(code), zeros_matter: Some(true), ..Kept::default() };
        kept.to_json()
    });
    let only_period = Kept { period: Period::collection_year(2025), ..Kept::default() }.to_json();
    let files = [("a.json", &first), ("b.json", &second), ("c.json", &only_period), ("again.json", &only_period)];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 2, 0, 3]] {
        let mut returns = Returns::default();
        for (id, at) in (1..).zip(order) {
            read(&mut returns, id, files[at].0, files[at].1.as_bytes());
        }
        let kept = returns.kept();
        assert_eq!((kept.authority, kept.zeros_matter, kept.period), (None, None, Period::collection_year(2025)));
        let report = returns.report(&asked(&returns, &Query::default()));
        for (name, other) in [("a.json", "b.json"), ("b.json", "a.json")] {
            let entry = report.files.iter().find(|file| file.name == name).unwrap();
            let (on, others) = (vec![KeptSetting::Authority], vec![other.to_owned()]);
            assert_eq!(entry.problem, Some(Problem::SettingsDiffer { on, others }), "{name}");
        }
        let same = Some(Problem::SameAs { name: "again.json".to_owned() });
        assert_eq!(report.files.iter().find(|file| file.name == "c.json").unwrap().problem, same);
    }
}

#[test]
fn settings_decisions_and_columns_contradict_each_other_wherever_they_are() {
    let decided = |count| {
        let mut decisions = Decisions::default();
        decisions.read_wording("a few", Answer::Exact { count });
        decisions
    };
    let of = |decisions: Decisions| Kept { decisions, ..Kept::default() };
    let years = |year| Kept { file_years: BTreeMap::from([("a.csv".to_owned(), year)]), ..Kept::default() };
    let listed = |says| {
        let mut decisions = Decisions::default();
        decisions.read_listed("yes", says);
        of(decisions)
    };
    let cases = [
        (of(decided(3)).to_json(), of(decided(4)).to_json(), Some(KeptSetting::Wordings)),
        (of(decided(3)).to_json(), decided(4).to_json(), Some(KeptSetting::Wordings)),
        (decided(3).to_json(), decided(4).to_json(), Some(KeptSetting::Wordings)),
        (of(decided(3)).to_json(), decided(3).to_json(), None),
        (years(2024).to_json(), years(2025).to_json(), Some(KeptSetting::FileYears)),
        (listed(ListedAs::Confirmed).to_json(), listed(ListedAs::Suspected).to_json(), Some(KeptSetting::Lists)),
        (listed(ListedAs::Confirmed).to_json(), years(2025).to_json(), None),
    ];
    for (one, other, differ) in cases {
        let mut returns = Returns::default();
        read(&mut returns, 1, "one.json", one.as_bytes());
        read(&mut returns, 2, "other.json", other.as_bytes());
        let found: Vec<_> = returns.contradictions().into_iter().map(|(_, problem)| problem).collect();
        let wanted =
            |other: &str| Problem::SettingsDiffer { on: differ.into_iter().collect(), others: vec![other.into()] };
        let wanted = if differ.is_some() { vec![wanted("other.json"), wanted("one.json")] } else { Vec::new() };
        assert_eq!(found, wanted, "{one}{other}");
    }
}

#[test]
fn a_year_that_was_saved_counts_for_a_file_that_does_not_say_its_own_and_for_no_other() {
    let episodes = "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n2,01/06/2024,C2,\n";
    let uasc = "CHILD,SEX,DOB,DUC\n9,1,01/01/2010,\n";
    let report = |kept: Option<Kept>, name: &str, text: &str| {
        let mut returns = Returns::default();
        read(&mut returns, 1, "episodes.csv", episodes.as_bytes());
        read(&mut returns, 2, "last year.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n".as_bytes());
        read(&mut returns, 3, name, text.as_bytes());
        if let Some(kept) = kept {
            read(&mut returns, SETTINGS, "settings.json", kept.to_json().as_bytes());
        }
        let report = returns.report(&asked(&returns, &Query::default()));
        let file = report.files.iter().find(|file| file.name == name).unwrap();
        (file.problem.clone(), file.collection_year.map(|of| of.year))
    };
    let kept = |year| Kept {
        file_years: BTreeMap::from([("uasc.csv".to_owned(), year), ("episodes.csv".to_owned(), year)]),
        ..Kept::default()
    };
    let (problem, year) = report(None, "uasc.csv", uasc);
    assert_eq!((problem, year), (Some(Problem::WhichYear), None), "it says nothing by itself");
    // Its only child is in no Episodes: that is another question.
    let strange = Some(Problem::ChildrenNotInEpisodes);
    assert_eq!(report(Some(kept(2024)), "uasc.csv", uasc), (strange.clone(), Some(2024)));
    assert_eq!(report(Some(kept(2025)), "uasc.csv", uasc), (strange, Some(2025)));
    assert_eq!(
        report(Some(kept(2025)), "other.csv", uasc).0,
        Some(Problem::WhichYear),
        "of another file nothing was said"
    );
    // A file whose rows say their year is never taken for another's, whatever was saved of its name.
    let own = report(None, "missing.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n");
    let said = Kept { file_years: BTreeMap::from([("missing.csv".to_owned(), 2020)]), ..Kept::default() };
    assert_eq!(report(Some(said), "missing.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n"), own);
}

#[test]
fn what_is_saved_holds_no_child() {
    let mut decisions = Decisions::default();
    decisions.read_listed("yes - NRM", missing_rates::report::ListedAs::Confirmed);
    let query = Query { decisions, years: BTreeMap::from([(2, 2025)]), ..kent() };
    let saved = of_return().to_keep(&query, Vec::new()).to_json();
    let cells = RETURN.iter().flat_map(|name| {
        let text = String::from_utf8(crate::support::sample(name)).unwrap();
        text.lines().skip(1).map(|row| row.split(',').next().unwrap().to_owned()).collect::<Vec<_>>()
    });
    let mut looked_for = 0;
    for child in cells {
        assert!(!saved.contains(&format!("\"{child}\"")), "{child}");
        looked_for += 1;
    }
    assert!(looked_for > 100 && saved.contains("yes - nrm") | saved.contains("yes - NRM"), "{saved}");
}

#[test]
fn a_wording_that_may_name_a_child_is_not_saved() {
    let mut decisions = Decisions::default();
    for wording in ["Suspended", "Yes - Ana Example", "No, see 1234567", "ab1234"] {
        decisions.read_listed(wording, ListedAs::Confirmed);
    }
    for wording in ["a few", "one (ref 1234567)"] {
        decisions.read_wording(wording, Answer::Exact { count: 1 });
    }
    decisions.mean("Child A1234567", missing_rates::decisions::Meant::Nobody);
    let saved = of_return().to_keep(&Query { decisions, ..kent() }, Vec::new());
    assert_eq!(saved.decisions.len(), 2, "{}", saved.to_json());
    assert!(saved.decisions.listed("suspended").is_some() && saved.decisions.wording("a few").is_some());
    // A row of a child that was taken for the header row.
    let mapping = |header: [&str; 2]| missing_rates::mapping::Mapping {
        kind: FileKind::ChildList,
        header: header.map(str::to_owned).to_vec(),
        fields: vec![None; 2],
        periods: vec![None; 2],
        made_for: None,
    };
    let mappings = vec![mapping(["Ana Example", "Leeds"]), mapping(["CHILD", "NRM"])];
    let saved = of_return().to_keep(&kent(), mappings);
    assert_eq!(saved.mappings.len(), 1, "{}", saved.to_json());
}

#[test]
fn a_code_that_no_authority_has_is_said_and_nothing_of_its_file_is_used() {
    let mut decisions = Decisions::default();
    decisions.mean("Kent", missing_rates::decisions::Meant::Authorities(vec![AreaCode::read("E99999999").unwrap()]));
    let authority = AreaCode::read("E10999999");
    let files = [
        (Kept { authority, ..Kept::default() }.to_json(), "E10999999"),
        // An area, and no authority.
        (Kept { authority: AreaCode::read("E92000001"), ..Kept::default() }.to_json(), "E92000001"),
        (Kept { decisions: decisions.clone(), ..Kept::default() }.to_json(), "E99999999"),
        (decisions.to_json(), "E99999999"),
    ];
    for (text, code) in files {
        let mut returns = of_return();
        read(&mut returns, SETTINGS, "settings.json", text.as_bytes());
        assert_eq!(returns.kept(), Kept::default());
        let report = returns.report(&asked(&returns, &Query::default()));
        let entry = report.files.iter().find(|file| file.name == "settings.json").unwrap();
        assert_eq!(entry.problem, Some(Problem::UnknownAuthority { code: code.to_owned() }));
        assert_eq!(figures(&report)["rates"], figures(&of_return().report(&Query::default()))["rates"]);
    }
    assert!(Decisions::from_json(&decisions.to_json()).is_err());
}

#[test]
fn settings_that_are_cut_off_changed_or_of_a_later_version_are_said_and_not_used() {
    let saved = of_return().to_keep(&kent(), Vec::new()).to_json();
    let problem = |text: &str| {
        let mut returns = Returns::default();
        read(&mut returns, 1, "settings.json", text.as_bytes());
        assert_eq!(returns.kept(), Kept::default(), "{text}");
        returns.report(&Query::default()).files[0].problem.clone()
    };
    let own = |newer| Some(Problem::OwnDocument { newer });
    assert_eq!(problem(&saved.replace("missing-from-care/1", "missing-from-care/2")), own(true));
    assert_eq!(problem(&saved.replace("E10000016", "Kent")), own(false));
    assert_eq!(problem(&saved.replace("\"kind\"", "\"later\": 1, \"kind\"")), own(false));
    // Cut off anywhere once it says what it is.
    let named = saved.find("\"kind\": \"settings\"").unwrap() + 18;
    for end in named..saved.trim_end().len() {
        assert_eq!(problem(&saved[..end]), own(false), "{}", &saved[..end]);
    }
    assert_eq!(problem("{\"format\": \"other/1\", \"kind\": \"settings\"}"), Some(Problem::OtherDocument));
    assert_eq!(problem("{\"authority\": \"E10000016\"}"), Some(Problem::OtherDocument));
}

#[test]
fn a_year_that_was_saved_counts_where_no_row_speaks_against_it_and_is_said_where_one_does() {
    let open = (12..30).map(|child| format!("{child},01/05/2022,S,C2,\n")).collect::<Vec<_>>().concat();
    let head = "CHILD,DECOM,RNE,LS,DEC\n";
    let report = |year: i32, episodes: &str| {
        let mut returns = Returns::default();
        read(&mut returns, 1, "episodes.csv", episodes.as_bytes());
        let file_years = BTreeMap::from([("episodes.csv".to_owned(), year)]);
        read(&mut returns, SETTINGS, "settings.json", Kept { file_years, ..Kept::default() }.to_json().as_bytes());
        let report = returns.report(&asked(&returns, &Query::default()));
        let file = report.files.iter().find(|file| file.name == "episodes.csv").unwrap();
        let said = report.findings.iter().any(|finding| finding.rule == "saved-year-differs");
        (file.collection_year.map(|of| of.year), said)
    };
    // Children who stay have no date for years: a person said which year it is.
    assert_eq!(report(2025, &[head, &open].concat()), (Some(2025), false));
    assert_eq!(report(2023, &[head, &open].concat()), (Some(2023), false));
    // Before the first of them began.
    assert_eq!(report(2021, &[head, &open].concat()), (Some(2023), true));
    // Next month's file has an episode of the next year.
    let next = [head, &open, "30,02/04/2025,S,C2,\n31,03/04/2025,S,C2,\n32,03/04/2025,S,C2,\n"].concat();
    assert_eq!(report(2025, &next), (Some(2026), true));
    // An episode that ended holds a file to its year.
    let ended = (40..52).map(|child| format!("{child},01/05/2022,S,C2,01/02/2024\n")).collect::<Vec<_>>().concat();
    assert_eq!(report(2025, &[head, &open, &ended].concat()), (Some(2024), true));
}

#[test]
fn a_year_that_was_saved_counts_for_the_tables_of_a_workbook_and_for_answers_without_one() {
    let episodes = "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n2,01/06/2024,C2,\n";
    let report = |years: &[(&str, i32)], name: &str, text: &str| {
        let mut returns = Returns::default();
        read(&mut returns, 1, "episodes.csv", episodes.as_bytes());
        read(&mut returns, 2, "last year.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n".as_bytes());
        read(&mut returns, 3, name, text.as_bytes());
        let file_years = years.iter().map(|(name, year)| ((*name).to_owned(), *year)).collect();
        read(&mut returns, SETTINGS, "settings.json", Kept { file_years, ..Kept::default() }.to_json().as_bytes());
        returns.report(&asked(&returns, &Query::default()))
    };
    let uasc = "CHILD,SEX,DOB,DUC\n9,1,01/01/2010,\n";
    let year = |years: &[(&str, i32)]| {
        let name = "return.xlsx › UASC";
        let report = report(years, name, uasc);
        report.files.into_iter().find(|file| file.name == name).unwrap().collection_year.map(|of| of.year)
    };
    assert_eq!(year(&[]), None);
    assert_eq!(year(&[("return.xlsx", 2024)]), Some(2024));
    assert_eq!(year(&[("return.xlsx", 2024), ("return.xlsx › UASC", 2025)]), Some(2025), "the table comes first");
    assert_eq!(year(&[("return", 2024), ("return.xlsx › UASC › 2", 2024), ("UASC", 2024)]), None, "of no other file");
    // Answers that do not say their year are of the one that was said, and those that say it are not.
    let periods = |text: &str| {
        let report = report(&[("answers.csv", 2024)], "answers.csv", text);
        let said = report.findings.iter().any(|finding| finding.rule == "year-changes-nothing");
        let answers = report.rates.iter().filter(|rate| rate.denominator == 140).map(|rate| rate.period.to_string());
        (answers.collect::<std::collections::BTreeSet<_>>().into_iter().next(), said)
    };
    let undated = "Authority,UASC,UASC missing\nKent,100,12\nHull,40,3\n";
    assert_eq!(periods(undated), (Some("2023-04-01/2024-03-31".to_owned()), false));
    let dated = "Authority,Year,UASC,UASC missing\nKent,2022,100,12\nHull,2022,40,3\n";
    assert_eq!(periods(dated), (Some("2022-01-01/2022-12-31".to_owned()), true));
    let list = report(&[("trafficked.csv", 2024)], "trafficked.csv", "CHILD,TRAFFICKED\n1,confirmed\n");
    assert!(list.findings.iter().any(|finding| finding.rule == "year-changes-nothing"));
}

#[test]
fn a_name_of_a_file_that_may_hold_a_child_is_not_saved_and_is_counted() {
    let mut returns = Returns::default();
    let names = ["missing Ana Example.csv", "return.xlsx › 1234567", "uasc 2024-25.csv", "last year.csv"];
    for (id, name) in (1..).zip(names) {
        let text = format!("CHILD,SEX,DOB,DUC\n{id},1,01/01/2010,\n");
        read(&mut returns, id, name, text.as_bytes());
    }
    let mut query = Query { years: (1..=4).map(|id| (id, 2025)).collect(), ..Query::default() };
    let files = names.iter().enumerate().map(|(at, name)| (format!("{at}").repeat(64), (*name).to_owned()));
    query.decisions.use_files(files, ["0".repeat(64)]);
    let kept = returns.to_keep(&query, Vec::new());
    assert_eq!(kept.file_years.keys().collect::<Vec<_>>(), ["last year.csv", "uasc 2024-25.csv"]);
    assert_eq!(returns.years_not_kept(&query), 2);
    let saved = kept.to_json();
    assert!(!saved.contains("Ana") && !saved.contains("1234567"), "{saved}");
    // Nor a hash: who has a guess of the rows can try it.
    assert!(!saved.contains("00000000") && !saved.contains("modules\": [{"), "{saved}");
    // A file of settings from before is read as it is, and saved without the name.
    let file_years = BTreeMap::from([("Ana.csv".to_owned(), 2025)]);
    read(&mut returns, SETTINGS, "settings.json", Kept { file_years, ..Kept::default() }.to_json().as_bytes());
    assert_eq!(returns.kept().file_years.len(), 1);
    assert!(!returns.to_keep(&query, Vec::new()).to_json().contains("Ana"));
    assert_eq!(returns.years_not_kept(&query), 3);
}
