//! The shares of all councils in England, as a map of tiles and as a table. A tile and a row are the way to their council.

use document::{Block, Cell, Chart, Column, Command, Drawing, Row, Setting, Table, Text, Tile, TileGroup, Way};
use missing_rates::Ordered;
use missing_rates::area::{Authority, Nation, authorities};
use missing_rates::cohort::{Count, Share};
use missing_rates::period::Period;
use missing_rates::published::{PublishedArea, PublishedYear, published_area, published_years};
use words::Language;

use super::super::compare::map::{class_of, shares_key};
use super::super::compare::short::short;
use super::super::worked::Worked;
use crate::context::Context;

/// One authority of the map.
struct Place {
    of: &'static Authority,
    found: Option<&'static PublishedArea>,
}

impl Place {
    /// Its share in whole per cent, as it is printed.
    fn percent(&self) -> Option<u32> {
        self.found?.percent(Share::Missing)?.parse().ok()
    }

    /// Shows what is published of it.
    fn way(&self) -> Command {
        Command::Set { setting: Setting::Council(Some(self.of.code)) }
    }
}

/// Where the classes of the map end, in whole per cent, without the last.
const LIMITS: [f64; 4] = [6.0, 9.0, 12.0, 15.0];

/// The latest year in which anything is published of single authorities.
pub(super) fn period() -> Option<Period> {
    let counted = |year: &&PublishedYear| {
        authorities().iter().any(|of| published_area(year.period, of.code).is_some_and(PublishedArea::is_published))
    };
    published_years().iter().rev().find(counted).map(|year| year.period)
}

/// The shares of all authorities in England, in the latest year that is published.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let language = context.language;
    let Some(period) = period() else { return Vec::new() };
    let mut places: Vec<Place> = authorities()
        .iter()
        .filter(|of| of.nation == Nation::England && of.is_there_at_the_end(period))
        .map(|of| Place { of, found: published_area(period, of.code) })
        .collect();
    places.order_by_key(|place| (place.of.region, place.of.name));
    let class = |place: &Place| class_of(place.percent().map(|percent| f64::from(percent) / 100.0), &LIMITS);
    let said = language.period(period);
    let caption = language.council_map(&said);
    let key = shares_key(language, &LIMITS);
    let mut groups: Vec<TileGroup> = Vec::new();
    for place in &places {
        let region = place.of.lies_in().first().and_then(|area| area.name).unwrap_or_default();
        let share = percent(language, place);
        let tile = Tile {
            name: short(place.of.name).into(),
            class: u8::try_from(class(place)).unwrap_or(u8::MAX),
            marked: false,
            text: words::CouncilTile { name: place.of.name, region, share: &share }.text(language),
            way: Some(place.way()),
        };
        match groups.last_mut().filter(|group| group.name == region) {
            Some(group) => group.tiles.push(tile),
            None => groups.push(TileGroup { name: region.into(), tiles: vec![tile] }),
        }
    }
    let chart = Chart {
        id: "council-map".into(),
        alternative: language.council_map_alternative(&caption),
        caption,
        drawing: Drawing::Tiles { groups, key },
    };
    let table = table(language, &places, &said);
    vec![
        Block::heading(language.council_map_heading()),
        Block::chart(chart),
        Block::Details { summary: language.council_map_names().into(), blocks: vec![table] },
        Worked::of(context.report).says(language.worked_printed()).block(language),
        Block::text(language.standing_source()),
    ]
}

fn percent(language: Language, place: &Place) -> Text {
    match place.percent() {
        Some(percent) => language.percent_of(&percent.to_string()),
        None => language.map_no_share().into(),
    }
}

/// The same as the map says. A name is the way to the council.
fn table(language: Language, places: &[Place], said: &Text) -> Block {
    let row = |place: &Place| {
        let count = |count| match place.found.and_then(|found| found.count(count).number()) {
            Some(number) => Cell::number(language.number(number), number as f64),
            None => Cell::number(language.map_no_share(), None),
        };
        let way = Way { command: place.way(), text: language.council_show().into(), of: place.of.name.into() };
        let share = Cell::number(percent(language, place), place.percent().map(f64::from));
        let last = Cell { blocks: vec![Block::Way { way }], ..Cell::default() };
        Row::new([Cell::text(place.of.name), share, count(Count::ChildrenMissing), count(Count::Children), last])
    };
    Block::table(Table {
        id: "council-names".into(),
        caption: language.council_map(said),
        columns: vec![
            Column::words(language.map_authority()),
            Column::numbers(language.column_share()),
            Column::numbers(language.council_missing()),
            Column::numbers(language.council_children()),
            Column::words(language.council_show_column()),
        ],
        rows: places.iter().map(row).collect(),
        sortable: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{Medium, drawn};
    use crate::settings::Settings;
    use document::{Carried, Node, Opens, Use};
    use missing_rates::report::Report;
    use missing_rates::{Query, Returns};
    use words::Language::English;

    fn shown(report: &Report) -> Vec<Block> {
        let settings = Settings::default();
        blocks(Context {
            language: English,
            report,
            period: None,
            settings: &settings,
            returns: None,
            without_books: false,
        })
    }

    /// What a person can do with these and with what is in them.
    fn uses(nodes: &[Node]) -> Vec<&Use> {
        let mut found = Vec::new();
        for node in nodes {
            if let Node::Element(element) = node {
                found.extend(&element.use_of);
                found.extend(uses(&element.inside));
            }
        }
        found
    }

    #[test]
    fn each_tile_is_the_way_to_the_council_that_it_names() {
        let report = Returns::default().report(&Query::default());
        let drawing = drawn(English, Medium::page(800.0), &shown(&report));
        let walk = uses(&drawing).into_iter().find_map(|of| match of {
            Use::Walk { marks, ways } => Some((marks, ways)),
            _ => None,
        });
        let (marks, ways) = walk.unwrap();
        assert_eq!((marks.len(), ways.len()), (153, 153));
        for (text, way) in marks.iter().zip(ways) {
            let Some(Command::Set { setting: Setting::Council(Some(code)) }) = Command::of(way, None) else {
                panic!("{text}: no way")
            };
            let name = missing_rates::area::authority(code).unwrap().name;
            assert!(text.starts_with(&[name, ", "].concat()), "{text}: {name}");
            assert_eq!(way.opens, Some(Opens::Anew), "{text}");
        }
    }

    #[test]
    fn in_a_file_nothing_can_be_pressed_and_a_choice_from_a_list_keeps_the_focus() {
        let report = Returns::default().report(&Query::default());
        assert!(uses(&drawn(English, Medium::FILE, &shown(&report))).is_empty());
        let list = super::super::choose(English, None);
        let list = drawn(English, Medium::page(800.0), &[list]);
        let choose = uses(&list).into_iter().find_map(|of| if let Use::Choose(all) = of { Some(all) } else { None });
        assert!(!choose.unwrap().iter().any(|of: &Carried| of.opens.is_some()));
    }
}
