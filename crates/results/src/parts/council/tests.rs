//! What is said of councils of which no share is shown, and who took over from those that ended.

use document::all;
use missing_rates::{Query, Returns};
use words::Language::English;

use super::*;

/// What is shown of a council, as text, and where its links lead.
fn shown(code: &str) -> (String, Vec<String>) {
    let mut settings = Settings::default();
    settings.apply(Setting::Council(AreaCode::read(code)));
    let report = Returns::default().report(&Query::default());
    let (period, returns, without_books) = (None, None, false);
    let blocks =
        blocks(Context { language: English, report: &report, period, settings: &settings, returns, without_books });
    let links = all(&blocks).into_iter().filter_map(|block| match block {
        Block::Link { fragment, .. } => Some(fragment.to_string()),
        _ => None,
    });
    let links = links.collect();
    (format!("{blocks:?}"), links)
}

#[test]
fn a_council_without_children_is_not_said_to_hide_them() {
    let (said, _) = shown("E06000053");
    assert!(said.contains("no children were looked after by Isles of Scilly"), "{said}");
    assert!(!said.contains("small enough to identify"), "{said}");
    // A council with a share has neither.
    let (said, _) = shown("E10000016");
    assert!(!said.contains("no children were looked after") && !said.contains("small enough to identify"), "{said}");
}

/// Source: DfE hides the shares of Slough and of the City of London in 2024; of Slough it printed 2% in 2023.
#[test]
fn a_council_without_a_printed_share_has_a_sentence_to_quote_too() {
    let snippets = |code: &str| {
        let mut settings = Settings::default();
        settings.apply(Setting::Council(AreaCode::read(code)));
        let report = Returns::default().report(&Query::default());
        let (period, returns, without_books) = (None, None, false);
        let shown =
            blocks(Context { language: English, report: &report, period, settings: &settings, returns, without_books });
        let text = |wanted: &str| {
            all(&shown).into_iter().find_map(|block| match block {
                Block::Snippet { id, text, .. } if &**id == wanted => Some(text.to_string()),
                _ => None,
            })
        };
        (text("council-quote").unwrap(), text("council-caution"))
    };
    let source = "Source: Department for Education, Children looked after in England, published on 14 November 2024.";
    let (slough, caution) = snippets("E06000039");
    assert!(slough.starts_with("DfE does not print a share for Slough, year ending 31 March 2024: "), "{slough}");
    assert!(slough.contains("The last share that DfE printed is 2%, for the year ending 31 March 2023."), "{slough}");
    assert!(slough.ends_with(source) && caution.is_some(), "{slough}");
    let (scilly, caution) = snippets("E06000053");
    assert!(scilly.contains("no children were looked after") && scilly.ends_with(source), "{scilly}");
    assert!(scilly.contains("printed is 0%, for the year ending 31 March 2021") && caution.is_some(), "{scilly}");
    assert!(snippets("E09000001").0.starts_with("DfE does not print a share for City of London"));
    // A name in a sentence is as people say it.
    let (bristol, _) = snippets("E06000023");
    assert!(bristol.starts_with("Bristol: ") && bristol.ends_with(source), "{bristol}");
    assert!(snippets("E06000058").0.starts_with("Bournemouth, Christchurch and Poole: "));
}

#[test]
fn a_council_that_is_compared_is_said_with_its_own_share() {
    let (slough, _) = shown("E06000039");
    assert!(
        slough.contains("Slough: 2% in the year ending 31 March 2023. In the year ending 31 March 2023, "),
        "{slough}"
    );
    let (kent, _) = shown("E10000016");
    assert!(kent.contains("Kent: 10% in the year ending 31 March 2024. In the year"), "{kent}");
}

#[test]
fn each_reason_why_no_share_is_printed_has_its_own_words() {
    let of = authority(AreaCode::read("E06000017").unwrap()).unwrap();
    let mut row = own(&published_standing(of.code).unwrap())[0].clone();
    for (symbol, says) in [("c", "small enough to identify children"), ("x", "prints “x”"), ("k", "prints “k”")]
    {
        row.percent = Some(symbol.to_owned());
        let said = why_not_printed(English, of, &row);
        assert!(said.contains(says) && said.contains("Rutland"), "{said}");
    }
}

#[test]
fn councils_that_ended_name_who_took_over_and_lead_there() {
    for (code, name, year, after) in [
        ("E06000028", "Bournemouth", "2019", &["E06000058"][..]),
        ("E06000029", "Poole", "2019", &["E06000058"]),
        ("E10000009", "Dorset (county)", "2019", &["E06000059"]),
        ("E10000002", "Buckinghamshire (county)", "2020", &["E06000060"]),
        ("E10000006", "Cumbria", "2023", &["E06000063", "E06000064"]),
        ("E10000021", "Northamptonshire", "2021", &["E06000061", "E06000062"]),
    ] {
        let (said, links) = shown(code);
        assert!(said.contains(&format!("{name} ended on 1 April {year}")), "{name}: {said}");
        for next in after {
            assert!(links.contains(&format!("council={next}")), "{name}: {links:?}");
        }
        assert!(
            !said.contains("has published no share for") && !links.contains(&"request".to_owned()),
            "{name}: {said}"
        );
    }
    // One of today has no successor, and one of another nation can be asked.
    assert!(!shown("E10000016").0.contains("ended on"));
    assert!(shown("W06000015").1.contains(&"request".to_owned()));
}

/// Source: DfE prints 3% for Slough in 2022 and hides its counts; in 2024 it hides the share too.
#[test]
fn a_year_with_a_printed_share_and_hidden_counts_is_drawn_and_a_hidden_one_is_named() {
    let mut settings = Settings::default();
    settings.apply(Setting::Council(AreaCode::read("E06000039")));
    let report = Returns::default().report(&Query::default());
    let (period, returns, without_books) = (None, None, false);
    let blocks =
        blocks(Context { language: English, report: &report, period, settings: &settings, returns, without_books });
    let charts = document::charts(&blocks);
    let chart = charts.iter().find(|chart| chart.id == *"standing-series").expect("a chart by year");
    let document::Drawing::Bars { bars } = &chart.drawing else { panic!("{chart:?}") };
    let bar = |year: &str| bars.iter().find(|bar| &*bar.name == year).unwrap_or_else(|| panic!("{year}: {bars:?}"));
    assert_eq!(&*bar("2022").number, "3%");
    assert!(bar("2022").length.is_some_and(|length| length > 0.0), "{bars:?}");
    assert_eq!((&*bar("2024").number, bar("2024").length), ("c", None));
    let hidden = "DfE hides the share (c) of the year ending 31 March 2024.";
    assert!(chart.alternative.contains(hidden), "{}", chart.alternative);
    assert!(blocks.iter().any(|block| matches!(block, Block::Text { text } if **text == *hidden)));
}

#[test]
fn what_this_calculator_does_not_hold_is_not_said_to_be_unpublished() {
    for code in ["E10000016", "E06000039", "W06000015", "S12000033", "BHSCT"] {
        let (said, _) = shown(code);
        for wrong in ["There are no published figures", "There is no published share", "has published no share"] {
            assert!(!said.contains(wrong), "{code}: {wrong}");
        }
    }
    assert!(shown("E10000016").0.contains("This calculator holds no figures for Kent"));
    for code in ["W06000015", "S12000033", "BHSCT"] {
        let (said, _) = shown(code);
        let told = ["What is published: ", "What is not: ", "November 2026"].map(|words| said.matches(words).count());
        assert_eq!(told, [1; 3], "{code}");
    }
    assert!(!shown("E10000016").0.contains("What is published: "));
}
