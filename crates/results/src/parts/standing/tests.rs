//! The part as the worker puts it together, of the sample return.

use missing_rates::Returns;
use missing_rates::read::Reader;

use super::*;
use crate::invalidated::Invalidated;
use crate::settings::Settings;
use document::Setting;
use document::{Drawing, Table};
use words::Language::English;

const RETURN: [(&str, &[u8]); 4] = [
    ("header.csv", include_bytes!("../../../../../static/samples/ssda903/header.csv")),
    ("episodes.csv", include_bytes!("../../../../../static/samples/ssda903/episodes.csv")),
    ("uasc.csv", include_bytes!("../../../../../static/samples/ssda903/uasc.csv")),
    ("missing.csv", include_bytes!("../../../../../static/samples/ssda903/missing.csv")),
];

fn report(settings: &Settings) -> Report {
    let mut returns = Returns::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(bytes);
        returns.add(id, reader.finish());
    }
    returns.report(&settings.query)
}

fn shown(settings: &Settings) -> Vec<Block> {
    let report = report(settings);
    blocks(Context {
        language: English,
        report: &report,
        period: report.periods.last().copied(),
        settings,
        returns: None,
        without_books: false,
    })
}

fn of(authority: &str) -> Vec<Block> {
    let mut settings = Settings::default();
    assert_eq!(settings.apply(Setting::Authority(AreaCode::read(authority))), Invalidated::Report);
    shown(&settings)
}

fn lead(blocks: &[Block]) -> &str {
    let Some(Block::Lead { text }) = blocks.first() else { panic!("no lead") };
    text
}

fn table<'a>(blocks: &'a [Block], id: &str) -> &'a Table {
    let found = blocks.iter().find_map(|block| match block {
        Block::Table { table } if table.id == *id => Some(&**table),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no table {id}"))
}

#[test]
fn a_return_of_nobody_asks_whose_it_is_and_offers_every_authority_of_england() {
    let blocks = shown(&Settings::default());
    let [Block::Controls { blocks }] = blocks.as_slice() else { panic!("{blocks:?}") };
    assert!(lead(blocks).starts_with("Say above whose return this is."));
    let Some(Block::Pick { options, chosen, .. }) = whose(English, &report(&Settings::default()), None) else {
        panic!()
    };
    assert_eq!((options.len(), chosen), (154, 0));
    assert_eq!((options[0].text.as_str(), options[1].text.as_str()), ("Not stated", "Barking and Dagenham"));
}

/// Source of Kent's, Essex's and England's figures: DfE, Children looked after in England, year ending 31 March 2024.
#[test]
fn an_authority_is_shown_beside_its_region_england_and_its_neighbours() {
    let blocks = of("E10000016");
    assert_eq!(lead(&blocks), "Kent: 18 of 204 children went missing, year ending 31 March 2025. DfE would print 9%.");
    let texts: Vec<&str> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Text { text } | Block::Note { text } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        texts[0],
        "In the year ending 31 March 2024, none of its statistical neighbours had a lower share and 10 a higher one. \
         They range from 10% to 16%. The years differ: the figure from these files is for the year ending 31 March 2025, the \
         published ones are for the year ending 31 March 2024."
    );
    // Of the heading, the chart and the table too.
    assert!(blocks.iter().any(|block| matches!(block, Block::Heading { text, .. } if text.contains("another year"))));
    let both = "Kent in the year ending 31 March 2025, beside";
    let captions = blocks.iter().filter_map(|block| match block {
        Block::Chart { chart } => Some(chart.caption.as_str()),
        Block::Table { table } => Some(table.caption.as_str()),
        _ => None,
    });
    let captions: Vec<&str> = captions.filter(|caption| caption.contains("beside")).collect();
    assert!(captions.len() == 2 && captions.iter().all(|it| it.contains("years differ")), "{captions:?}");
    assert!(captions[1].starts_with(both), "{captions:?}");
    assert_eq!(texts[1], "In the year ending 31 March 2024: South East 12%, England 11%.");
    // In one line that opens, with what else weakens it.
    let gathered = |block: &Block| matches!(block, Block::Details { summary, blocks } if summary.contains("to know") && format!("{blocks:?}").contains("every absence as missing"));
    assert!(blocks.iter().any(gathered));
    assert!(
        texts.iter().any(|text| text.ends_with("years ending 31 March 2018, 2019, 2025. DfE may have published some.")),
        "{texts:?}"
    );
    let beside = table(&blocks, "standing-beside-table");
    let row = |at: usize| -> Vec<&str> { beside.rows[at].cells.iter().map(|cell| cell.text.as_str()).collect() };
    assert_eq!(row(0), ["Kent", "8.8%", "18 of 204", "2.1", "", ""]);
    assert_eq!(row(1)[..4], ["South East", "12%", "2,070 of 17,460", "5.9"]);
    assert_eq!(row(2)[..4], ["England", "11%", "13,010 of 116,420", "6.5"]);
    assert_eq!(row(3)[..4], ["Essex", "13%", "205 of 1,596", "6.4"]);
    assert_eq!((beside.rows.len(), beside.rows[0].marked, beside.rows[1].marked), (13, true, false));
    assert_eq!(beside.rows[3].cells[0].about.as_deref(), Some("Statistical neighbour 1, very close"));
    let series = table(&blocks, "standing-series-table");
    let years: Vec<&str> = series.rows.iter().map(|row| row.cells[0].text.as_str()).collect();
    assert_eq!(years, ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2025, these files"]);
    let kent: Vec<&str> = series.rows.iter().map(|row| row.cells[1].text.as_str()).collect();
    assert_eq!(kent, ["not held", "not held", "14%", "12%", "13%", "12%", "10%", "not held", "8.8%"]);
    assert_eq!(series.rows[7].cells[4].text, "11%");
    let drawn = blocks.iter().find_map(|block| match block {
        Block::Chart { chart } => match &chart.drawing {
            Drawing::Dots { lines, .. } => Some((lines.len(), lines[0].marked, chart.alternative.as_str())),
            _ => None,
        },
        _ => None,
    });
    let (lines, marked, alternative) = drawn.unwrap();
    assert!(
        lines == 12
            && marked
            && alternative.starts_with("Kent, 8.8%, beside its region and its statistical neighbours"),
        "{alternative}"
    );
}

#[test]
fn an_authority_that_took_over_from_another_shows_the_years_of_that_one() {
    let blocks = of("E06000063");
    let series = table(&blocks, "standing-series-table");
    let first = &series.rows[2].cells[1];
    assert_eq!((first.text.as_str(), first.about.as_deref()), ("9%", Some("Cumbria")));
}

#[test]
fn a_part_of_a_year_says_why_it_is_not_compared_and_of_which_days_the_earlier_share_is() {
    let days = |year: i32, months: std::ops::RangeInclusive<i32>| -> Vec<String> {
        let of = move |month: i32| if month > 12 { (year, month - 12) } else { (year - 1, month) };
        let day =
            move |month: i32| [1, 8, 15, 22, 28].map(|day| format!("{day:02}/{:02}/{}", of(month).1, of(month).0));
        months.flat_map(day).collect()
    };
    let made = |year: i32, days: Vec<String>| {
        let child = |at: usize| format!("{year}{at:03}");
        let stay = (0..40).map(|id| format!("9{id:03},01/05/2022,S,C2,U1,PR1,,\n"));
        let left = days.iter().skip(1).chain(days.last());
        let came = days.iter().zip(left).enumerate();
        let came = came.map(|(at, (day, left))| [&*child(at), ",", day, ",S,C2,U1,PR1,", left, ",E4A\n"].concat());
        let episodes = stay.chain(came);
        let missing = days.iter().enumerate().filter(|(at, _)| at % if year == 2025 { 3 } else { 4 } == 0);
        let missing = missing.map(|(at, day)| [&*child(at), ",15/06/2012,M,", day, ",", day, "\n"].concat());
        let heads = ["CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n", "CHILD,DOB,MISSING,MIS_START,MIS_END\n"];
        [
            (format!("episodes {year}.csv"), [heads[0], &*episodes.collect::<String>()].concat()),
            (format!("missing {year}.csv"), [heads[1], &*missing.collect::<String>()].concat()),
        ]
    };
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip([made(2025, days(2025, 4..=15)), made(2026, days(2026, 4..=11))].concat()) {
        let mut reader = Reader::new(&name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    let mut settings = Settings::default();
    let said = |settings: &Settings| {
        let report = returns.report(&settings.query);
        let period = report.periods.last().copied();
        let (language, report, returns) = (English, &report, None);
        let context = Context { language, report, period, settings, returns, without_books: false };
        format!("{:?}", crate::parts::blocks(document::Part::Summary, context))
    };
    let first = said(&settings);
    assert!(first.contains("% (1 April 2024 to 30 November 2024)"), "{first}");
    assert!(!first.contains(English.standing_not_compared()), "nobody said whose it is: {first}");
    settings.apply(Setting::Authority(AreaCode::read("E10000016")));
    assert!(said(&settings).contains(English.standing_not_compared()), "{}", said(&settings));
    // A whole year is compared, and the year before it goes without saying.
    settings.apply(Setting::Period("2024-04-01/2025-03-31".parse().ok()));
    let whole = said(&settings);
    assert!(!whole.contains(English.standing_not_compared()) && whole.contains("Published for the year"), "{whole}");
}
