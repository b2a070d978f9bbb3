use super::*;

/// What the engine is asked, or what is wrong, with a return of two files beside it.
fn asked(options: &str) -> Result<missing_rates::Query, String> {
    let mut from = serde_json::Deserializer::from_str(options);
    let query: Query = serde_path_to_error::deserialize(&mut from).map_err(|error| error.to_string())?;
    let asked = query.understood().map_err(|error| error.to_string())?;
    let files = ["episodes.csv", "missing.csv"].map(|name| Named { name: name.to_owned(), sha256: name.repeat(2) });
    asked.of(&files, &missing_rates::kept::Kept::default()).map_err(|error| error.to_string())
}

#[test]
fn every_question_of_the_terminal_can_be_asked() {
    let year = |year| Period::calendar_year(year).unwrap();
    let query = asked(
        r#"{
        "period": "2024-01-01/2024-12-31", "publishedYears": "calendar", "target": 37.5,
        "change": ["2022-01-01/2022-12-31", "2024-01-01/2024-12-31"], "fileYears": { "missing.csv": 2025 },
        "earlier": ["episodes.csv"],
        "completeTo": ["2025-03-31"], "leadingZeros": "same", "wholeIdentifiers": true,
        "authority": "Kent County Council", "rounding": 10, "workOrder": "by-child",
        "decisions": { "format": "missing-from-care/1", "kind": "decisions",
            "names": [{ "name": "Kemt", "authorities": ["E10000016"] }] },
        "mapping": [{ "format": "missing-from-care/1", "kind": "mapping", "of": "authority-answers", "columns": [] }]
        }"#,
    )
    .unwrap();
    assert_eq!((query.period, query.change), (Some(year(2024)), Some((year(2022), year(2024)))));
    assert_eq!((query.published_years, query.work_order), (PublishedYears::Calendar, WorkOrder::ByChild));
    assert_eq!((query.target, query.disclosure), ("37.5".parse().ok(), Disclosure::SafeTo10));
    assert_eq!(query.authority.map(|code| code.to_string()).as_deref(), Some("E10000016"));
    assert_eq!((query.zeros_matter, query.whole_identifiers, query.complete_to.len()), (Some(false), Some(true), 1));
    assert_eq!(query.earlier, BTreeSet::from([1]));
    assert_eq!((query.years, query.decisions.len()), (BTreeMap::from([(2, 2025)]), 1));
    let decided =
        asked(r#"{"trafficked": {"pending": "suspected"}, "addTogether": [["episodes.csv", "missing.csv"]]}"#);
    let decided = decided.unwrap().decisions;
    assert_eq!((decided.listed("Pending"), decided.len()), (Some(ListedAs::Suspected), 2));
    assert!(asked(r#"{"exactHeadings": true}"#).is_ok());
    assert_eq!(asked(r#"{"yearEnding": 2025}"#).unwrap().period, Period::collection_year(2025));
    assert_eq!(asked(r#"{"target": "37.5 %"}"#).unwrap().target, "37.5".parse().ok());
    assert_eq!(asked(r#"{"disclosure": "safe-to5", "rounding": 5}"#).unwrap().disclosure, Disclosure::SafeTo5);
    assert_eq!(asked(r#"{"period": null, "disclosure": null}"#).unwrap(), missing_rates::Query::default());
    assert_eq!(asked("{}").unwrap(), missing_rates::Query::default());
}

#[test]
fn an_option_that_is_unknown_or_wrong_is_named() {
    for (options, parts) in [
        // An exact report, where a safe one was meant, is the worst that could come of it.
        (r#"{"safe": true}"#, &["`safe`", "`disclosure`"][..]),
        (r#"{"Period": "2024-01-01/2024-12-31"}"#, &["`Period`", "`period`"]),
        (r#"{"period": "last year"}"#, &["period", "last year"]),
        (r#"{"period": 2024}"#, &["period", "2024"]),
        (r#"{"period": "2024-12-31/2024-01-01"}"#, &["period", "ends on"]),
        (r#"{"yearEnding": 25}"#, &["yearEnding", "25"]),
        (r#"{"yearEnding": 2025, "period": "2024-01-01/2024-12-31"}"#, &["yearEnding", "not both"]),
        (r#"{"disclosure": "secret"}"#, &["disclosure", "`secret`", "`safe`"]),
        (r#"{"disclosure": true}"#, &["disclosure"]),
        (r#"{"rounding": 7}"#, &["rounding", "7"]),
        (r#"{"rounding": 5, "disclosure": "exact"}"#, &["rounding"]),
        (r#"{"rounding": 5, "disclosure": "safe-to10"}"#, &["rounding"]),
        (r#"{"target": 112}"#, &["target", "112"]),
        (r#"{"target": -1}"#, &["target", "-1"]),
        (r#"{"change": ["2024-01-01/2024-12-31"]}"#, &["change"]),
        (r#"{"change": "2024-01-01/2024-12-31"}"#, &["change"]),
        (r#"{"publishedYears": "lunar"}"#, &["publishedYears", "lunar"]),
        (r#"{"fileYears": {"other.csv": 2025}}"#, &["fileYears", "other.csv"]),
        (r#"{"earlier": ["other.csv"]}"#, &["earlier", "other.csv"]),
        (r#"{"addTogether": [["missing.csv", "other.csv"]]}"#, &["addTogether", "other.csv"]),
        (r#"{"addTogether": [["missing.csv"]]}"#, &["addTogether", "two files"]),
        (r#"{"addTogether": ["missing.csv"]}"#, &["addTogether"]),
        (r#"{"exactHeadings": "yes"}"#, &["exactHeadings"]),
        (r#"{"trafficked": {"pending": "maybe"}}"#, &["trafficked.pending", "maybe", "`suspected`"]),
        (r#"{"fileYears": {"missing.csv": 25}}"#, &["fileYears", "25"]),
        (r#"{"fileYears": {"missing.csv": "2025"}}"#, &["fileYears.missing.csv"]),
        (r#"{"authority": "Birmingam"}"#, &["authority", "did you mean Birmingham?"]),
        (r#"{"authority": "England"}"#, &["authority", "England"]),
        (r#"{"workOrder": "by-age"}"#, &["workOrder", "by-age"]),
        (r#"{"decisions": {"format": "missing-from-care/1"}}"#, &["decisions"]),
        (r#"{"mapping": {"kind": "decisions"}}"#, &["mapping"]),
        (r#"["2024"]"#, &["object of options"]),
        (r#""2024-01-01/2024-12-31""#, &["object of options"]),
    ] {
        let error = asked(options).expect_err(options);
        assert!(parts.iter().all(|part| error.contains(part)), "{options}: {error}");
    }
}

/// The options that serde knows, as it lists them where one is not known.
fn options() -> Vec<String> {
    let error = serde_json::from_str::<Query>(r#"{"nonsense": 1}"#).unwrap_err().to_string();
    error.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_types_and_the_guide_name_every_option_and_no_other() {
    let options = options();
    assert!(options.len() > 9, "{options:?}");
    let types = include_str!("../../../../static/api/missing-from-care.d.ts");
    let query = types.split_once("export interface Query {").unwrap().1.split_once("\n}").unwrap().0;
    let named: Vec<&str> = query
        .lines()
        .filter_map(|line| line.trim().strip_prefix("readonly ")?.split_once("?: "))
        .map(|(n, _)| n)
        .collect();
    assert_eq!(named, options);
    let guide = include_str!("../../../../docs/api.md");
    let rows: Vec<&str> =
        guide.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).map(|(n, _)| n).collect();
    assert_eq!(
        rows.iter().filter(|row| options.iter().any(|option| option == *row)).count(),
        options.len(),
        "{rows:?}"
    );
}

#[test]
fn each_option_of_the_terminal_about_what_is_calculated_and_how_files_are_read_is_one_here() {
    let terminal = include_str!("../../../cli/src/options/parse.rs");
    let terminal = terminal.split_once("fn asks(").unwrap().1.split_once("fn writes(").unwrap().0;
    let names = terminal.lines().filter_map(|line| line.trim().strip_prefix('"')?.split_once("\" =>"));
    let (known, mut seen) = (options(), 0);
    for (name, _) in names {
        // `--file-year` is given once for each file, and `fileYears` for all of them.
        let [one, all] = ["", "s"].map(|end| [&name.replace('-', ""), end].concat());
        let is_it = |option: &String| option.eq_ignore_ascii_case(&one) || option.eq_ignore_ascii_case(&all);
        assert!(known.iter().any(is_it), "--{name}");
        seen += 1;
    }
    assert!(seen > 12, "{seen}");
}
