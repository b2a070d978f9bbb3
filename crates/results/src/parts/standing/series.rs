//! Year by year: the authority, its predecessors, its region and England.

use missing_rates::Ordered;
use missing_rates::area::plain_name;
use missing_rates::period::Period;
use missing_rates::report::{PublishedFigures, Role, Standing};
use words::{Language, Text};

use super::super::bars::alternative;
use super::super::scale::shares;
use super::figures::{is_number, missing_of, printed, year};
use document::Shared;
use document::{Bar, Block, Cell, Chart, Column, Drawing, Row, Table};

pub(super) fn blocks(language: Language, standing: &Standing) -> Vec<Block> {
    let mut years: Vec<Period> = standing.published.iter().map(|row| row.period).collect();
    years.extend(standing.calculated.iter().filter(|own| own.collection_year).map(|own| own.period));
    years.order();
    years.dedup();
    let mut blocks = chart(language, standing);
    if !years.is_empty() {
        blocks.push(table(language, standing, &years));
    }
    blocks
}

/// The shares of the authority: published, and from these files.
fn chart(language: Language, standing: &Standing) -> Vec<Block> {
    let published = standing.published.iter().filter(|row| row.role == Role::Own);
    // A year whose share DfE hides keeps its place, without a bar.
    let mut shown: Vec<(Period, bool, Text, Option<f64>)> = published
        .filter_map(|row| Some((row.period, false, printed(language, row.percent.as_deref())?, drawn(row))))
        .collect();
    let own = standing.calculated.iter().filter(|own| own.collection_year);
    shown.extend(own.filter_map(|own| {
        let share = language.part_of(own.children_missing, own.children);
        Some((own.period, true, share, Some(own.value?)))
    }));
    shown.order_by_key(|(period, of_files, ..)| (*period, *of_files));
    let values = || shown.iter().filter_map(|(.., value)| *value);
    let largest = values().fold(0.0, f64::max);
    if values().count() < 2 {
        return Vec::new();
    }
    let scale = shares(largest);
    let bar = |(period, of_files, number, value): (Period, bool, Text, Option<f64>)| Bar {
        name: name_of(language, period, of_files),
        number,
        length: value.map(|value| scale.at(value)),
        marked: of_files,
    };
    let bars: Vec<Bar> = shown.into_iter().map(bar).collect();
    let caption = language.standing_series_chart(plain_name(standing.area.name.unwrap_or_default()));
    let alternative = alternative(language, &caption, &bars);
    let hidden: Vec<&str> = bars.iter().filter(|bar| &*bar.number == "c").map(|bar| &*bar.name).collect();
    let hidden = (!hidden.is_empty()).then(|| language.standing_years_hidden(&hidden.join(", ")));
    let alternative = match &hidden {
        Some(hidden) => [&*alternative, " ", hidden].concat().into(),
        None => alternative,
    };
    let chart = Chart { id: "standing-series".into(), caption, alternative, drawing: Drawing::Bars { bars } };
    [Some(Block::chart(chart)), hidden.map(Block::text)].into_iter().flatten().collect()
}

/// What is drawn of a published year: the share from its counts; where they are hidden, the whole per cent that is printed.
fn drawn(row: &PublishedFigures) -> Option<f64> {
    let printed = || row.percent.as_deref().filter(|text| is_number(text))?.parse::<f64>().ok();
    row.value.or_else(|| printed().map(|percent| percent / 100.0))
}

fn name_of(language: Language, period: Period, of_files: bool) -> Text {
    let year = year(period).to_string();
    if of_files { language.standing_files_year(&year) } else { year.into() }
}

fn table(language: Language, standing: &Standing, years: &[Period]) -> Block {
    let name = standing.area.name.unwrap_or_default();
    let row_of = |role, period| standing.published.iter().find(|row| row.role == role && row.period == period);
    let nothing = || Cell::number(language.standing_nothing(), None);
    let share = |row: &PublishedFigures| {
        let printed = printed(language, row.percent.as_deref()).unwrap_or_else(|| language.standing_nothing().into());
        Cell { about: missing_of(language, row), ..Cell::number(printed, row.value) }
    };
    let incidents = |of: Option<&String>| of.map_or_else(nothing, |text| Cell::number(text.clone(), None));
    let mut rows = Vec::new();
    for period in years {
        let larger = [Role::Region, Role::Nation].map(|role| row_of(role, *period));
        let larger = || larger.map(|row| row.map_or_else(nothing, share));
        // The authority itself, or else its predecessor.
        let own = row_of(Role::Own, *period).or_else(|| row_of(Role::Predecessor, *period));
        let mut first = own.map_or_else(nothing, share);
        if let Some(before) = own.filter(|row| row.role == Role::Predecessor) {
            first.about = before.area.name.map(Text::from);
        }
        let [region, england] = larger();
        let average = incidents(own.and_then(|row| row.incidents_per_missing_child.as_ref()));
        rows.push(Row::new([Cell::text(name_of(language, *period, false)), first, average, region, england]));
        if let Some(own) = standing.calculated.iter().find(|own| own.period == *period) {
            let (children, missing) = (language.number(own.children), language.number(own.children_missing));
            let of = words::StandingMissingOf { children: &children, missing: &missing }.text(language);
            let share = language.part_of(own.children_missing, own.children);
            let first = Cell { about: Some(of), ..Cell::number(share, own.value) };
            let average = incidents(own.incidents_per_missing_child.as_ref());
            let [region, england] = larger();
            let cells = [Cell::text(name_of(language, *period, true)), first, average, region, england];
            rows.push(Row::new(cells).marked(true));
        }
    }
    let region = standing.published.iter().find(|row| row.role == Role::Region).and_then(|row| row.area.name);
    Block::Table {
        table: Shared::new(Table {
            id: "standing-series-table".into(),
            caption: language.standing_series_caption(name),
            columns: vec![
                Column::words(language.standing_year()),
                Column::numbers(language.standing_own(name)),
                Column::numbers(language.standing_own_incidents(name)),
                Column::numbers(region.unwrap_or(language.standing_region())),
                Column::numbers(missing_rates::area::Nation::England.name()),
            ],
            rows,
            sortable: false,
        }),
    }
}
