//! A map of tiles, one for each authority, by nation and region. It shows how high the share is, or what the authority
//! answered.

use std::collections::BTreeSet;

use missing_rates::Ordered;
use missing_rates::area::{AreaCode, Authority, authority};
use missing_rates::cohort::Share;
use missing_rates::report::{Interval, Rate, Respondents};
use words::{Language, Text};

use super::super::worked::Worked;
use super::compared::{Compared, lies_in};
use super::gave::{Gave, Replied};
use super::short::short;
use crate::pick::pick;
use document::Shared;
use document::{Block, Cell, Chart, Column, Drawing, MapOf, Row, Setting, Shade, Table, Tile, TileGroup, TileKey};

/// Each class of shares holds about as many authorities, as far as round limits allow.
const CLASSES: usize = 5;

/// One authority: what it gave, and its share.
struct Place<'a> {
    authority: &'static Authority,
    replied: Replied<'a>,
    rate: Option<&'a Rate>,
    hidden: bool,
}

impl Place<'_> {
    fn share(&self) -> Option<f64> {
        self.rate.and_then(|rate| rate.value)
    }

    /// Its share in words.
    fn said(&self, language: Language) -> Text {
        match self.rate {
            Some(rate) => language.rate(rate),
            None if self.hidden => language.map_hidden().into(),
            None => language.map_no_share().into(),
        }
    }

    /// The interval of its share, and its lower end, if it has one.
    fn interval(&self, language: Language) -> Option<(Text, f64)> {
        let rate = self.rate?;
        let Interval { lower, upper, .. } = *rate.interval.as_ref()?;
        let (from, to) = language.ends((lower, upper), &language.rate(rate));
        Some((words::Between { lower: &from, upper: &to }.text(language), lower))
    }

    /// What its tile says: its share, with the interval if the map is about shares, and what it gave.
    fn tile(&self, language: Language, shows: MapOf) -> Text {
        let said = self.said(language);
        let share = match self.interval(language) {
            Some((interval, _)) if shows == MapOf::Share => {
                words::MapShareBetween { interval: &interval, share: &said }.text(language)
            }
            _ => said,
        };
        let (gave, lies_in) = (self.replied.said(language), self.lies_in(language));
        words::MapTile { gave: &gave, lies_in: &lies_in, name: self.authority.name, share: &share }.text(language)
    }

    fn lies_in(&self, language: Language) -> Text {
        lies_in(language, self.authority)
    }
}

pub(super) fn blocks(language: Language, compared: Compared<'_>) -> Vec<Block> {
    // Of the kingdom, where all who answered lie in one nation of it.
    let here = |r: &&Respondents| {
        (r.period, r.cohort, r.measure) == (compared.period, compared.cohort, Share::Missing)
            && r.area.level <= compared.whole.level
    };
    let mut respondents = compared.context.report.respondents.iter();
    let Some(respondents) = respondents.find(here) else { return Vec::new() };
    let places = places(compared, respondents);
    if places.len() < 2 {
        return Vec::new();
    }
    let answered = compared.context.settings.shown.map == MapOf::Answered;
    let limits = limits(&places);
    let found: Vec<Gave> = places.iter().map(|place| place.replied.gave).collect();
    let gave = Gave::classes(&found);
    let mut key =
        if answered { gave.iter().map(|of| of.key(language)).collect() } else { shares_key(language, &limits) };
    // Hidden shares are the last class.
    if !answered && places.iter().any(|place| place.hidden) {
        key.push(TileKey {
            sign: language.hidden_symbol().into(),
            shade: Shade::Empty,
            text: language.map_hidden_key().into(),
        });
    }
    let class = |place: &Place<'_>| match place {
        _ if answered => gave.iter().position(|of| *of == place.replied.gave).unwrap_or(gave.len()),
        Place { hidden: true, .. } => limits.len() + 2,
        _ => class_of(place.share(), &limits),
    };
    let (cohort, period) = compared.titles();
    let caption = if answered {
        words::MapAnsweredCaption { cohort, period: &period }.text(language)
    } else {
        words::MapCaption { cohort, period: &period }.text(language)
    };
    let counts: Vec<u64> =
        (0..key.len()).map(|at| places.iter().filter(|place| class(place) == at).count() as u64).collect();
    let said = key.iter().zip(&counts).map(|(key, count)| {
        words::IncidentsAlternativeOne { name: &key.text, number: &language.number(*count) }.text(language).to_string()
    });
    let values = said.collect::<Vec<_>>().join("; ");
    let chart = Chart {
        id: "map".into(),
        alternative: words::IncidentsAlternative { caption: &caption, values: &values }.text(language),
        caption: caption.clone(),
        drawing: Drawing::Tiles {
            groups: groups(language, compared, &places, &class),
            key: key.iter().map(copy).collect(),
        },
    };
    vec![
        Block::heading(language.map_heading()),
        pick(
            ("map", compared.context.language.map_pick()),
            [
                (MapOf::Share, compared.context.language.map_share().into()),
                (MapOf::Answered, compared.context.language.map_answered().into()),
            ],
            &compared.context.settings.shown.map,
            Setting::Map,
        ),
        Block::chart(chart),
        classes(language, &caption, &key, &counts),
        Block::Details { summary: language.map_names().into(), blocks: vec![table(language, compared, &places)] },
        Worked::of(compared.context.report)
            .says(if answered { language.worked_map_answered() } else { language.worked_map_share() })
            .block(language),
    ]
}

/// Every authority of the place that is shown, by nation, region and name.
fn places<'a>(compared: Compared<'a>, respondents: &Respondents) -> Vec<Place<'a>> {
    let rates: Vec<&Rate> = compared.rates().collect();
    let hidden: BTreeSet<AreaCode> = compared.hidden().collect();
    let mut places = Vec::new();
    for (gave, list) in Replied::lists(respondents) {
        for respondent in list {
            for code in respondent.codes.iter().filter(|code| compared.shows(**code)) {
                let replied = Replied::of(compared, gave, respondent);
                let rate = rates.iter().copied().find(|rate| rate.area.code == Some(*code));
                let hidden = hidden.contains(code);
                places.extend(authority(*code).map(|authority| Place { authority, replied, rate, hidden }));
            }
        }
    }
    places.order_by_key(|place| (place.authority.nation, place.authority.region, place.authority.name));
    places
}

fn groups(
    language: Language,
    compared: Compared<'_>,
    places: &[Place<'_>],
    class: &dyn Fn(&Place<'_>) -> usize,
) -> Vec<TileGroup> {
    let mut groups: Vec<TileGroup> = Vec::new();
    for place in places {
        let lies_in = place.lies_in(language);
        let tile = Tile {
            name: short(place.authority.name).into(),
            class: u8::try_from(class(place)).unwrap_or(u8::MAX),
            marked: compared.context.settings.query.authority == Some(place.authority.code),
            text: place.tile(language, compared.context.settings.shown.map),
            way: None,
        };
        match groups.last_mut().filter(|group| group.name == lies_in) {
            Some(group) => group.tiles.push(tile),
            None => groups.push(TileGroup { name: lies_in, tiles: vec![tile] }),
        }
    }
    groups
}

/// From pale to dark.
const SHADES: [Shade; 6] = [Shade::Empty, Shade::Palest, Shade::Pale, Shade::Middle, Shade::Dark, Shade::Darkest];

/// A share as it is printed, in tenths of a per cent.
fn tenths(share: f64) -> f64 {
    (share * 1_000.0).round()
}

/// Where the classes of shares end, in whole per cent, without the last.
fn limits(places: &[Place<'_>]) -> Vec<f64> {
    let mut shares: Vec<f64> = places.iter().filter_map(Place::share).collect();
    shares.order_by(f64::total_cmp);
    let at = |part: usize| shares.get(shares.len() * part / CLASSES).map(|share| (share * 100.0).round());
    let mut limits: Vec<f64> = (1..CLASSES).filter_map(at).filter(|limit| *limit > 0.0).collect();
    limits.dedup();
    limits
}

/// The class of a share. The class without a share is last.
pub(in crate::parts) fn class_of(share: Option<f64>, limits: &[f64]) -> usize {
    let class = |share: f64| limits.iter().filter(|limit| tenths(share) >= **limit * 10.0).count();
    share.map_or(limits.len() + 1, class)
}

pub(in crate::parts) fn shares_key(language: Language, limits: &[f64]) -> Vec<TileKey> {
    let percent = |limit: f64| super::super::scale::whole_percent(language, limit / 100.0);
    let mut key = Vec::new();
    for at in 0..=limits.len() {
        let from = at.checked_sub(1).and_then(|at| limits.get(at)).copied().map(percent);
        let to = limits.get(at).copied().map(percent);
        let text = match (from, to) {
            (Some(from), Some(to)) => words::MapFromTo { from: &from, to: &to }.text(language),
            (Some(from), None) => language.map_from(&from),
            (None, Some(to)) => language.map_under(&to),
            (None, None) => language.map_any().into(),
        };
        key.push(TileKey { sign: (at + 1).to_string().into(), shade: SHADES[(at + 1).min(5)], text });
    }
    key.push(TileKey { sign: "–".into(), shade: Shade::Empty, text: language.map_no_share().into() });
    key
}

fn copy(key: &TileKey) -> TileKey {
    TileKey { sign: key.sign.clone(), shade: key.shade, text: key.text.clone() }
}

/// How many authorities are in each class.
fn classes(language: Language, caption: &Text, key: &[TileKey], counts: &[u64]) -> Block {
    let row = |(key, count): (&TileKey, &u64)| {
        let name = words::MapClass { sign: &key.sign, text: &key.text }.text(language);
        Row::new([Cell::text(name), Cell::number(language.number(*count), *count as f64)])
    };
    Block::Table {
        table: Shared::new(Table {
            id: "map-classes".into(),
            caption: language.map_classes(caption),
            columns: vec![Column::words(language.map_class_column()), Column::numbers(language.series_authorities())],
            rows: key.iter().zip(counts).map(row).collect(),
            sortable: false,
        }),
    }
}

fn table(language: Language, compared: Compared<'_>, places: &[Place<'_>]) -> Block {
    let row = |place: &Place<'_>| {
        let (interval, lower) = place.interval(language).unzip();
        Row::new([
            Cell::text(place.authority.name),
            Cell::text(place.lies_in(language)),
            Cell::number(place.said(language), place.share()),
            Cell::number(interval.unwrap_or_default(), lower),
            Cell::text(place.replied.said(language)),
        ])
        .marked(compared.context.settings.query.authority == Some(place.authority.code))
    };
    let (cohort, period) = compared.titles();
    Block::Table {
        table: Shared::new(Table {
            id: "map-names".into(),
            caption: words::MapTable { cohort, period: &period }.text(language),
            columns: vec![
                Column::words(language.map_authority()),
                Column::words(language.map_lies_in()).searched(),
                Column::numbers(language.column_share()),
                Column::numbers(language.column_interval()),
                Column::words(language.map_gave()).searched(),
            ],
            rows: places.iter().map(row).collect(),
            sortable: true,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language::English;

    #[test]
    fn a_share_is_in_the_class_that_its_printed_number_says() {
        let limits = [6.0, 9.0, 12.0, 18.0];
        let class = |share: f64| class_of(Some(share), &limits);
        assert_eq!([0.0, 0.059_4, 0.059_6, 0.06, 0.089_4, 0.089_6].map(class), [0, 0, 1, 1, 1, 2]);
        assert_eq!(class_of(None, &limits), shares_key(English, &limits).len() - 1);
        let texts: Vec<String> = shares_key(English, &limits).iter().map(|key| key.text.to_string()).collect();
        assert_eq!(
            texts,
            ["under 6%", "6% to under 9%", "9% to under 12%", "12% to under 18%", "18% or more", "No share"]
        );
    }
}
