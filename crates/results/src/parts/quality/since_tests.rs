//! What changed since an earlier work list, and findings one by one, as a person sees them.

use document::{Block, Field, OnlyOf, Setting, Table, all};
use missing_rates::read::Reader;
use missing_rates::report::{Disclosure, Severity};
use missing_rates::{Query, Returns};
use words::Language::English;

use super::*;
use crate::context::Context;
use crate::settings::Settings;

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\nA1,01/04/2024,S,C2,U1,PR1,,\nA2,01/04/2024,S,C2,U1,PR1,,\nA3,01/04/2024,S,C2,U1,PR1,,\n";
const MISSING: &str = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";

fn returns(files: &[(&str, &str)]) -> Returns {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns
}

/// One finding is fixed, one left and one new.
fn with_list() -> Returns {
    let then = [MISSING, "A1,01/01/2010,M,09/05/2024,02/05/2024\nA2,01/01/2010,M,09/05/2024,02/05/2024\n"].concat();
    let now = [
        MISSING,
        "A1,01/01/2010,M,09/05/2024,12/05/2024\nA2,01/01/2010,M,09/05/2024,02/05/2024\nA3,01/01/2010,M,09/05/2024,02/05/2024\n",
    ]
    .concat();
    let list = returns(&[("episodes.csv", EPISODES), ("missing.csv", &then)]).work_list(&Query::default(), &English);
    let teams = "CHILD,TEAM\nA2,North\nA3,South\n";
    returns(&[("episodes.csv", EPISODES), ("missing.csv", &now), ("list.csv", &list), ("teams.csv", teams)])
}

fn shown(returns: &Returns, set: &[Setting]) -> Vec<Block> {
    let mut settings = Settings::default();
    for setting in set {
        settings.apply(setting.clone());
    }
    let report = returns.report(&settings.query);
    let context = Context {
        language: English,
        report: &report,
        period: report.periods.last().copied(),
        settings: &settings,
        returns: Some(returns),
        without_books: false,
    };
    blocks(context)
}

fn table<'a>(blocks: &'a [Block], id: &str) -> Option<&'a Table> {
    all(blocks).into_iter().find_map(|block| match block {
        Block::Table { table } if *table.id == *id => Some::<&Table>(table),
        _ => None,
    })
}

fn children(table: &Table) -> Vec<&str> {
    table.rows.iter().map(|row| row.cells[0].text.as_str()).collect()
}

#[test]
fn a_month_in_which_nothing_was_found_has_a_list_too_and_what_comes_after_it_is_new() {
    let clean = [MISSING, "A1,01/01/2010,M,02/05/2024,09/05/2024\n"].concat();
    let then = returns(&[("episodes.csv", EPISODES), ("missing.csv", &clean)]);
    let is_offered = |block: &&Block| matches!(block, Block::Download { format: document::Format::WorkList, .. });
    assert!(all(&shown(&then, &[])).iter().any(is_offered));
    assert!(!all(&shown(&then, &[Setting::Disclosure(Disclosure::Safe)])).iter().any(is_offered));
    let list = then.work_list(&Query::default(), &English);
    assert_eq!(list.lines().count(), 1, "{list}");
    let now = [MISSING, "A1,01/01/2010,M,09/05/2024,02/05/2024\n"].concat();
    let now = returns(&[("episodes.csv", EPISODES), ("missing.csv", &now), ("list.csv", &list)]);
    let since = now.since(&Query::default(), &English).expect("the list is a work list");
    assert_eq!((since.fixed.len(), since.left.len(), since.new.len()), (0, 0, 1));
}

#[test]
fn what_is_fixed_left_and_new_is_said_first_and_listed() {
    let blocks = shown(&with_list(), &[]);
    let Some(Block::Lead { text }) = blocks.get(1) else { panic!("{blocks:?}") };
    assert_eq!(text.as_str(), "1 finding fixed, 1 left, 1 new, compared with list.csv.");
    for (id, child) in [("since-fixed", "A1"), ("since-left", "A2"), ("since-new", "A3")] {
        let list = table(&blocks, id).unwrap();
        assert_eq!(children(list), [child], "{id}");
        assert!(list.columns.len() <= 6);
    }
    assert_eq!(
        table(&blocks, "since-left").unwrap().rows[0].cells[4].text,
        *"MIS_START 09/05/2024 · MIS_END 02/05/2024"
    );
}

#[test]
fn findings_are_listed_by_rule_team_and_severity() {
    let returns = with_list();
    let id = "quality-one-by-one";
    assert!(table(&shown(&returns, &[]), id).is_none());
    let listed = |only: &[OnlyOf]| {
        let mut set: Vec<Setting> = only.iter().cloned().map(Setting::Only).collect();
        set.push(Setting::Only(OnlyOf::All));
        children(table(&shown(&returns, &set), id).unwrap()).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(listed(&[]), ["A2", "A3"]);
    assert_eq!(listed(&[OnlyOf::Rule(Some("567".into()))]), ["A2", "A3"]);
    let south = OnlyOf::Team(Some("South".into()));
    assert_eq!(listed(std::slice::from_ref(&south)), ["A3"]);
    assert!(
        listed(&[south.clone(), OnlyOf::Severity(Some(Severity::Note))]).is_empty(),
        "one choice leaves the others"
    );
    assert_eq!(listed(&[south, OnlyOf::Team(None)]), ["A2", "A3"]);
    let of = |text: &str| {
        let typed = Setting::Typed { field: Field::FindingsOf, text: text.to_owned() };
        children(table(&shown(&returns, &[typed]), id).unwrap()).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!((of(" a2 "), of("A"), of("")), (vec!["A2".to_owned()], listed(&[]), listed(&[])));
}

#[test]
fn no_child_is_named_in_the_whole_report_or_where_figures_are_safe() {
    let returns = with_list();
    let mut settings = Settings::default();
    settings.apply(Setting::Only(OnlyOf::All));
    for disclosure in Disclosure::ALL {
        settings.apply(Setting::Disclosure(disclosure));
        let report = returns.report(&settings.query);
        let context = Context {
            language: English,
            report: &report,
            period: report.periods.last().copied(),
            settings: &settings,
            returns: Some(&returns),
            without_books: false,
        };
        let text = crate::whole_file(context);
        assert!(
            !text.contains(">A2<") && !text.contains("list.csv.") && !text.contains(English.since_heading()),
            "{disclosure:?}"
        );
        if disclosure.is_safe() {
            let blocks = format!("{:?}", crate::blocks(document::Part::Quality, context));
            assert!(!blocks.contains("A2") && !blocks.contains("North"), "{blocks}");
        }
    }
}
