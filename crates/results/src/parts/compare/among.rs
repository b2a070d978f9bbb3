//! Every authority by its share, with intervals. The chosen authority, its neighbours, its region and its nation are
//! highlighted.

use missing_rates::Ordered;
use missing_rates::area::{Authority, authority, plain_name};
use missing_rates::report::{Area, Level, Rate};
use words::{Language, Text};

use super::super::scale::{points, said, shares, whole_percent};
use super::compared::{Chosen, Compared};
use document::{Block, Chart, Curve, Dot, Drawing, Mark, Plot, PlotKey, Sign, Stroke};

/// With fewer authorities there is no chart.
const LEAST: usize = 5;

/// How an area is related to the chosen authority, in the order of the key.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Own,
    Neighbour,
    Region,
    Nation,
    Other,
}

impl Role {
    /// Each role has its own shape.
    fn mark(self) -> Mark {
        match self {
            Self::Own => Mark::Diamond,
            Self::Neighbour => Mark::Square,
            Self::Region => Mark::Triangle,
            Self::Nation => Mark::Circle,
            Self::Other => Mark::Small,
        }
    }
}

pub(super) fn chart(language: Language, compared: Compared<'_>) -> Option<Block> {
    let own = compared.context.settings.query.authority.and_then(authority);
    let mut shown: Vec<(&Rate, Role)> = compared
        .rates()
        .filter(|rate| rate.value.is_some())
        .filter_map(|rate| Some((rate, role(compared, own, &rate.area)?)))
        .collect();
    shown
        .order_by(|(a, _), (b, _)| a.value.unwrap_or(0.0).total_cmp(&b.value.unwrap_or(0.0)).then(a.area.cmp(&b.area)));
    let authorities = || shown.iter().map(|(rate, _)| *rate).filter(|rate| rate.area.level == Level::Authority);
    let (lowest, highest) = (authorities().next()?, authorities().next_back()?);
    if authorities().count() < LEAST {
        return None;
    }
    let name = |rate: &Rate| rate.area.name.unwrap_or_default();
    let (low, high) = (language.rate(lowest), language.rate(highest));
    // Several may have the same share, none at all for example: then no one of them is the lowest.
    let whose = |share: &str| one_or(language, authorities(), share, Language::among_many);
    let range = words::AmongAlternative {
        highest: &high,
        highest_name: &whose(&high),
        lowest: &low,
        lowest_name: &whose(&low),
    };
    let chosen = shown.iter().filter(|(_, role)| matches!(role, Role::Own | Role::Region | Role::Nation));
    let chosen = chosen.map(|(rate, _)| {
        words::ChartShare { name: name(rate), share: &language.rate(rate) }.text(language).to_string()
    });
    let chosen = chosen.collect::<Vec<_>>().join("; ");
    let alternative = match chosen.as_str() {
        "" => range.text(language),
        _ => words::AmongAlternativeOwn { chosen: &chosen, range: &range.text(language) }.text(language),
    };
    let (cohort, period) = compared.titles();
    Some(Block::chart(Chart {
        id: "among".into(),
        caption: if compared.hidden().next().is_some() {
            words::AmongCaptionShown { cohort, period: &period }.text(language)
        } else {
            words::AmongCaption { cohort, period: &period }.text(language)
        },
        alternative,
        drawing: Drawing::Plot { plot: plot(language, compared, &shown) },
    }))
}

/// The name of the one with a share as it is printed, or how many have it.
pub(super) fn one_or<'a>(
    language: Language,
    rates: impl Iterator<Item = &'a Rate>,
    share: &str,
    many: fn(Language, u64) -> Text,
) -> Text {
    let same: Vec<&Rate> = rates.filter(|rate| language.rate(rate) == *share).collect();
    match same.as_slice() {
        [one] => plain_name(one.area.name.unwrap_or_default()).into(),
        several => many(language, several.len() as u64),
    }
}

/// The role of an area, if it is shown at all.
fn role(compared: Compared<'_>, own: Option<&'static Authority>, area: &Area) -> Option<Role> {
    let code = area.code?;
    let is_of = |level: Level| own.is_some_and(|own| own.lies_in().iter().find(|of| of.level == level) == Some(area));
    match area.level {
        Level::Authority => match compared.chosen(code) {
            Some(Chosen::Own) => Some(Role::Own),
            Some(Chosen::Neighbour) => Some(Role::Neighbour),
            None => compared.shows(code).then_some(Role::Other),
        },
        Level::Region if is_of(Level::Region) => Some(Role::Region),
        Level::Nation if is_of(Level::Nation) => Some(Role::Nation),
        _ => None,
    }
}

fn plot(language: Language, compared: Compared<'_>, shown: &[(&Rate, Role)]) -> Plot {
    let largest = shown.iter().filter_map(|(rate, _)| rate.interval.as_ref()).map(|of| of.upper).fold(0.0, f64::max);
    let y = shares(largest);
    let wide = shown.len() as f64;
    let mut dots = Vec::new();
    for (at, (rate, role)) in shown.iter().enumerate() {
        let name = rate.area.name.unwrap_or_default();
        let interval = rate.interval.as_ref().map(|of| (of.lower, of.upper));
        let said = said(language, name, &language.rate(rate), interval);
        let what = match role {
            Role::Own => Some(language.among_own()),
            Role::Neighbour => Some(language.among_neighbour()),
            Role::Region => Some(language.among_region()),
            Role::Nation => Some(language.among_nation()),
            Role::Other => None,
        };
        dots.push(Dot {
            x: (at as f64 + 0.5) / wide,
            y: y.at(rate.value.unwrap_or_default()),
            span: interval.map(|of| y.span(of)),
            mark: role.mark(),
            marked: *role == Role::Own,
            label: if *role == Role::Own { label(name).into() } else { Text::default() },
            text: what.map_or_else(|| said.clone(), |what| words::AmongDot { said: &said, what }.text(language)),
        });
    }
    // The share of the whole area, drawn across.
    let whole = compared.rate(compared.whole).and_then(|rate| Some((rate, rate.value?)));
    let across = |(_, share): (&Rate, f64)| Curve {
        points: points([0.0, 1.0].map(|at| (at, y.at(share))).into_iter()),
        stroke: Stroke::Dashed,
    };
    let line = |(rate, _): (&Rate, f64)| {
        let (area, share) = (plain_name(rate.area.name.unwrap_or_default()), language.rate(rate));
        PlotKey {
            sign: Sign::Curve(Stroke::Dashed),
            text: words::FunnelKeyPooled { area, share: &share }.text(language),
        }
    };
    let alone = shown.iter().all(|(_, role)| *role == Role::Other);
    Plot {
        name_x: language.among_x().into(),
        name_y: language.funnel_share().into(),
        ticks_x: Vec::new(),
        ticks_y: y.ticks(|value| whole_percent(language, value)),
        curves: whole.map(across).into_iter().collect(),
        dots,
        key: [Role::Own, Role::Neighbour, Role::Region, Role::Nation, Role::Other]
            .into_iter()
            .filter_map(|role| {
                let (rate, _) = shown.iter().find(|(_, of)| *of == role)?;
                Some(PlotKey { sign: Sign::Mark(role.mark()), text: key(language, role, rate, alone) })
            })
            .chain(whole.map(line))
            .collect(),
    }
}

/// A name short enough for half a picture on a phone. The key has the whole name.
fn label(name: &str) -> String {
    const MOST: usize = 14;
    let first = || name.split([' ', ',']).next().unwrap_or_default();
    if name.chars().count() <= MOST { name.to_owned() } else { [first(), "…"].concat() }
}

/// What a mark means. If it marks only one area, which area that is.
fn key(language: Language, role: Role, rate: &Rate, alone: bool) -> Text {
    let (name, share) = (rate.area.name.unwrap_or_default(), language.rate(rate));
    match role {
        Role::Own => words::ChartShare { name, share: &share }.text(language),
        Role::Region | Role::Nation => words::FunnelKeyPooled { area: name, share: &share }.text(language),
        Role::Neighbour => language.compare_neighbours().into(),
        Role::Other if alone => language.among_all().into(),
        Role::Other => language.among_others().into(),
    }
}
