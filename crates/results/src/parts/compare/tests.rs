//! What is beside one another says the same, in safe reports too.

use missing_rates::cohort::Cohort;
use missing_rates::read::Reader;
use missing_rates::report::{Disclosure, Report};
use missing_rates::{Query, Returns};

use super::blocks;
use crate::context::Context;
use crate::settings::Settings;
use document::{Block, Cell, Drawing, MapOf, Setting, Shade, Table, Tile, TileKey};
use words::Language::English;

const SAMPLES: [(&str, &[u8]); 2] = [
    ("answers.csv", include_bytes!("../../../../../static/samples/answers-2024.csv")),
    ("published.csv", include_bytes!("../../../../../static/samples/published-2024.csv")),
];

fn report(sample: usize, settings: &Settings) -> Report {
    report_of(SAMPLES[sample], settings)
}

fn report_of((name, bytes): (&'static str, &[u8]), settings: &Settings) -> Report {
    let mut reader = Reader::new(name, Vec::new());
    reader.push(bytes);
    let mut returns = Returns::default();
    returns.add(1, reader.finish());
    returns.report(&Query { ..settings.query.clone() })
}

fn set(disclosure: Disclosure) -> Settings {
    let mut settings = Settings::default();
    settings.apply(Setting::Disclosure(disclosure));
    settings
}

fn shown(sample: usize, disclosure: Disclosure) -> Vec<Block> {
    let settings = set(disclosure);
    of(&report(sample, &settings), &settings)
}

fn of(report: &Report, settings: &Settings) -> Vec<Block> {
    blocks(Context {
        language: English,
        report,
        period: report.periods.last().copied(),
        settings,
        returns: None,
        without_books: false,
    })
}

/// The table of the map: the name, the share, its interval, and what each authority gave.
fn named(blocks: &[Block]) -> Vec<[&str; 4]> {
    table(blocks, "map-names").rows.iter().map(|row| [0, 2, 3, 4].map(|at| row.cells[at].text.as_str())).collect()
}

fn tiles(blocks: &[Block]) -> (Vec<(String, String)>, Vec<&TileKey>) {
    let drawing = blocks.iter().find_map(|block| match block {
        Block::Chart { chart } if chart.id == "map" => Some(&chart.drawing),
        _ => None,
    });
    let Some(Drawing::Tiles { groups, key }) = drawing else { panic!("no map") };
    let tile = |tile: &Tile| (key[usize::from(tile.class)].text.to_string(), tile.text.to_string());
    (groups.iter().flat_map(|group| &group.tiles).map(tile).collect(), key.iter().collect())
}

fn table<'a>(blocks: &'a [Block], id: &str) -> &'a Table {
    let found = blocks.iter().find_map(|block| match block {
        Block::Table { table } if table.id == id => Some(&**table),
        Block::Details { blocks, .. } => blocks.iter().find_map(|block| match block {
            Block::Table { table } if table.id == id => Some(&**table),
            _ => None,
        }),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no {id}"))
}

fn number(cell: &Cell) -> u64 {
    cell.text.replace(',', "").parse().unwrap_or_else(|_| panic!("{} is no number", cell.text))
}

#[test]
fn every_share_is_the_numbers_beside_it_divided() {
    for (sample, disclosure) in [
        (0, Disclosure::Exact),
        (0, Disclosure::Safe),
        (0, Disclosure::SafeTo10),
        (1, Disclosure::Exact),
        (1, Disclosure::Safe),
    ] {
        let blocks = shown(sample, disclosure);
        let mut divided = 0;
        for row in &table(&blocks, "areas").rows {
            let [name, _, share, _, missing, children, _] = row.cells.as_slice() else { panic!("{row:?}") };
            if share.text.ends_with('%') {
                let expected = English.part_of(number(missing), number(children));
                assert_eq!(share.text, expected, "{disclosure:?}: {}", name.text);
                divided += 1;
            }
        }
        assert!(divided > 20, "{divided}");
    }
}

#[test]
fn the_larger_areas_come_first_the_widest_before_all() {
    let blocks = shown(0, Disclosure::Exact);
    let names: Vec<&str> = table(&blocks, "areas").rows.iter().map(|row| row.cells[0].text.as_str()).collect();
    assert_eq!(names[..3], ["United Kingdom", "England", "Northern Ireland"]);
}

#[test]
fn answers_of_one_nation_are_compared_within_it() {
    let names = |rows: &str| -> Vec<String> {
        let text: String = ["Authority,Year,UASC,UASC missing\n", rows].concat();
        let settings = Settings::default();
        let blocks = of(&report_of(("answers.csv", text.as_bytes()), &settings), &settings);
        table(&blocks, "areas").rows.iter().map(|row| row.cells[0].text.to_string()).collect()
    };
    let wales = "Cardiff,2024,500,100\nSwansea,2024,300,30\n";
    assert_eq!(names(wales), ["Wales", "Cardiff", "Swansea"]);
    assert_eq!(names(&[wales, "Kent,2024,10,1\n"].concat())[..3], ["United Kingdom", "England", "Wales"]);
}

#[test]
fn a_safe_comparison_says_whom_it_is_about_and_calls_nobody_silent_who_is_hidden() {
    let settings = set(Disclosure::Safe);
    let report = report(0, &settings);
    let blocks = blocks(Context {
        language: English,
        report: &report,
        period: report.periods.last().copied(),
        settings: &settings,
        returns: None,
        without_books: false,
    });
    let funnel = report.funnel.iter().find(|of| of.cohort == Cohort::Trafficked).unwrap();
    let (shown, share) = (funnel.authorities.len(), English.share(funnel.pooled));
    let Some(Block::Lead { text: lead }) = blocks.first() else { panic!("{blocks:?}") };
    assert!(lead.starts_with(&format!("Of the {shown} authorities whose numbers are shown")), "{lead}");
    assert!(lead.contains(&format!("their joint share, {share}")), "{lead}");
    let notes: Vec<&str> =
        blocks.iter().filter_map(|of| if let Block::Note { text } = of { Some(&**text) } else { None }).collect();
    let hidden = 135 - shown;
    assert!(notes.iter().any(|note| note.contains(&format!("{hidden} more authorities are hidden"))), "{notes:?}");
    let classes = &table(&blocks, "map-classes").rows;
    assert_eq!(number(&classes.last().unwrap().cells[1]), hidden as u64);
    for row in &table(&blocks, "map-names").rows {
        let [name, _, share, interval, gave] = row.cells.as_slice() else { panic!("{row:?}") };
        assert!(share.text.ends_with('%') || interval.text.is_empty(), "{}: {}", name.text, interval.text);
        let gave_both = gave.text == English.map_both();
        assert!(!gave_both || share.text != English.map_no_share(), "{}: {}", name.text, share.text);
    }
}

/// Answers of every kind. In a report that is safe to publish, the numbers are large enough for some to be shown.
const OF_EVERY_KIND: (&str, &[u8]) = (
    "every.csv",
    b"Authority,Year,UASC,UASC missing\nKent,2024,1000,116\nSurrey,2024,500,60\nHull,2024,600,70\nYork,2024,40,<5\n\
      Leeds,2024,80,Refused s.12\nBury,2024,refused s.12,Refused s.12\nBolton,2024,10-20,Refused s.40(2)\n\
      Derby,2024,not held,not held\nEssex,2024,not recorded,<5\nLuton,2024,5-9,1-4\nDorset,2024,c,blah blah\n\
      Rutland,2024,No reply,\nMedway,2024,not held,12\nDevon,2024,700,81\nCumberland,2024,,\n",
);

#[test]
fn the_map_of_who_answered_says_who_refused_and_why() {
    let mut settings = Settings::default();
    settings.apply(Setting::Map(MapOf::Answered));
    let report = report_of(OF_EVERY_KIND, &settings);
    let shown = of(&report, &settings);
    let rows = named(&shown);
    let gave = |name: &str| rows.iter().find(|row| row[0] == name).map_or("", |row| row[3]);
    let cases = [
        ("Kent", "Gave both figures exactly"),
        ("York", "Gave the number of children exactly, and a range for how many went missing: 0 to 4"),
        ("Leeds", "Gave the number of children exactly, but not how many went missing: Refused (s.12)"),
        ("Medway", "Gave exactly how many went missing, but not out of how many children: Not held"),
        ("Bury", "Refused (s.12)"),
        ("Bolton", "Number in care: 10 to 20. Went missing: Refused (s.40(2))"),
        ("Derby", "Not held"),
        ("Essex", "Number in care: Not recorded. Went missing: 0 to 4"),
        ("Luton", "Number in care: 5 to 9. Went missing: 1 to 4"),
        ("Devon", "Gave both figures exactly"),
        ("Barnet", "Is not in the files"),
    ];
    for (name, said) in cases {
        assert_eq!(gave(name), said, "{name}");
    }
    let (tiles, key) = tiles(&shown);
    let class = |name: &str| {
        let found = tiles.iter().find(|(_, text)| text.starts_with(&[name, " ("].concat()));
        found.map_or_else(|| panic!("no tile of {name}"), |(class, _)| class.as_str())
    };
    for (names, said) in [
        (&["Bury", "Bolton"][..], English.map_refused()),
        (&["Derby", "Essex"], English.map_not_held()),
        (&["Luton", "Dorset"], English.map_unclear()),
        (&["Rutland", "Cumberland"], English.map_nothing()),
        (&["Leeds"], English.map_children()),
        (&["Barnet"], English.map_not_named()),
    ] {
        for name in names {
            assert_eq!(class(name), said, "{name}");
        }
    }
    assert!(tiles.iter().any(|(_, text)| text == "Bury (England: North West): No share. Refused (s.12)."), "{tiles:?}");
    // Each class has a sign and a shade of its own, and its authorities are counted.
    let mut signs: Vec<&str> = key.iter().map(|key| key.sign.as_str()).collect();
    signs.sort_unstable();
    signs.dedup();
    assert_eq!(signs.len(), key.len());
    let shades: Vec<Shade> = key.iter().map(|key| key.shade).collect();
    assert!((1..shades.len()).all(|at| !shades[..at].contains(&shades[at])), "{shades:?}");
    for (key, row) in key.iter().zip(&table(&shown, "map-classes").rows) {
        let here = tiles.iter().filter(|(class, _)| *class == key.text).count();
        assert_eq!(number(&row.cells[1]), here as u64, "{}", key.text);
    }
}

#[test]
fn the_map_of_shares_says_their_intervals() {
    let settings = Settings::default();
    let report = report_of(OF_EVERY_KIND, &settings);
    let shown = of(&report, &settings);
    let rows = named(&shown);
    assert!(rows.contains(&["Kent", "11.6%", "9.8% to 13.7%", "Gave both figures exactly"]), "{rows:?}");
    let (tiles, _) = tiles(&shown);
    let kent = "Kent (England: South East): 11.6%, 95% interval 9.8% to 13.7%. Gave both figures exactly.";
    assert!(tiles.iter().any(|(_, text)| text == kent), "{tiles:?}");
}

/// Law of a safe report: what it hides on one side of the page does not come back on another.
#[test]
fn no_reason_and_no_hidden_interval_is_on_a_map_that_is_safe_to_publish() {
    for disclosure in [Disclosure::Safe, Disclosure::SafeTo5, Disclosure::SafeTo10] {
        for (shows, sample) in [
            (MapOf::Answered, OF_EVERY_KIND),
            (MapOf::Share, OF_EVERY_KIND),
            (MapOf::Answered, SAMPLES[0]),
            (MapOf::Share, SAMPLES[0]),
        ] {
            let mut settings = set(disclosure);
            settings.apply(Setting::Map(shows));
            let report = report_of(sample, &settings);
            let shown = of(&report, &settings);
            let (tiles, key) = tiles(&shown);
            let allowed = [
                English.map_both(),
                English.map_range(),
                English.map_children(),
                English.map_missing(),
                English.map_neither(),
                English.map_not_named(),
            ];
            for [name, share, interval, gave] in named(&shown) {
                assert!(allowed.contains(&gave), "{name}: {gave}");
                assert!(share.ends_with('%') || interval.is_empty(), "{name}: {share}, {interval}");
            }
            for (_, text) in tiles {
                let interval = text.contains("%, 95% interval ");
                assert_eq!(interval, shows == MapOf::Share && text.contains('%'), "{text}");
                assert!(allowed.iter().any(|gave| text.ends_with(&[gave, "."].concat())), "{text}");
            }
            let reasons = [English.map_refused(), English.map_not_held(), English.map_unclear(), English.map_nothing()];
            assert!(key.iter().all(|key| !reasons.contains(&key.text.as_str())));
        }
    }
}
