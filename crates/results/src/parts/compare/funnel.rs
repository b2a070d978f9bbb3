//! The funnel: each authority by its number of children and its share, with the limits of chance.

use missing_rates::Ordered;
use missing_rates::area::plain_name;
use missing_rates::rates::{funnel_places, funnel_sums, limits_are_rough};
use missing_rates::report::{Funnel, FunnelPoint, Limits as LimitsAt, Place};
use words::Language;
use words::Text;

use super::super::scale::{FromZero, points, shares, whole_percent};
use super::super::worked::Worked;
use super::compared::Compared;
use crate::pick::pick;
use document::Shared;
use document::{
    Block, Cell, Chart, Column, Curve, Dot, Drawing, Limits, Mark, Plot, PlotKey, Row, Setting, Sign, Stroke, Table,
};

/// Circles within, squares outside the 95% limits, diamonds outside the 99.8% limits.
const MARKS: [Mark; 3] = [Mark::Circle, Mark::Square, Mark::Diamond];

fn is_plain(compared: Compared<'_>) -> bool {
    compared.context.settings.shown.limits == Limits::Plain
}

/// The place of an authority against the limits that are drawn.
pub(super) fn place(compared: Compared<'_>, point: &FunnelPoint) -> Place {
    if is_plain(compared) { point.place } else { point.place_adjusted }
}

pub(super) fn place_name(language: Language, place: Place) -> &'static str {
    match place {
        Place::Above998 => language.place_far_above(),
        Place::Above95 => language.place_above(),
        Place::Within => language.place_within(),
        Place::Below95 => language.place_below(),
        Place::Below998 => language.place_far_below(),
    }
}

/// For the analyst, with the terms of statistics.
pub(super) fn blocks(language: Language, compared: Compared<'_>) -> Vec<Block> {
    shown(language, compared, false)
}

/// For visitors of another website, in plain words.
pub(super) fn in_public(language: Language, compared: Compared<'_>) -> Vec<Block> {
    shown(language, compared, true)
}

fn shown(language: Language, compared: Compared<'_>, public: bool) -> Vec<Block> {
    let Some(funnel) = compared.funnel() else { return Vec::new() };
    let plain = is_plain(compared);
    let about: Text = if plain {
        language.funnel_about_plain().into()
    } else if public && funnel.tau2 > 0.0 {
        language.funnel_about_public().into()
    } else if funnel.tau2 > 0.0 {
        let phi = language.tenths(funnel.phi);
        words::FunnelAboutAdjusted { phi: &phi, tau2: &language.decimals(funnel.tau2, 5) }.text(language)
    } else {
        language.funnel_no_spread().into()
    };
    // Limits are made for more than a few children.
    let small =
        funnel.authorities.iter().any(|of| limits_are_rough(of.denominator) && place(compared, of) != Place::Within);
    let mut blocks = vec![
        Block::heading(language.funnel_heading()),
        pick(
            ("funnel-limits", compared.context.language.funnel_limits()),
            [
                (Limits::Adjusted, compared.context.language.funnel_adjusted().into()),
                (Limits::Plain, compared.context.language.funnel_plain().into()),
            ],
            &compared.context.settings.shown.limits,
            Setting::Limits,
        ),
        Block::text(about),
    ];
    blocks.extend(small.then(|| Block::note(language.funnel_small())));
    blocks.extend([
        Block::chart(chart(language, compared, funnel, plain)),
        places(language, compared, funnel),
        worked(language, compared, funnel, plain),
    ]);
    blocks
}

/// How many authorities are in each place, from above to below.
fn counts(compared: Compared<'_>, funnel: &Funnel) -> [(Place, u64); 5] {
    funnel_places(funnel, !is_plain(compared))
}

fn places(language: Language, compared: Compared<'_>, funnel: &Funnel) -> Block {
    let row = |name: &'static str, count: u64| {
        Row::new([Cell::text(name), Cell::number(language.number(count), count as f64)])
    };
    let all = row(language.funnel_all(), funnel.authorities.len() as u64).marked(true);
    let places = counts(compared, funnel).map(|(place, count)| row(place_name(language, place), count));
    let share = language.share(funnel.pooled);
    let (cohort, period) = compared.titles();
    Block::Table {
        table: Shared::new(Table {
            id: "funnel-places".into(),
            caption: words::FunnelPlaces { cohort, period: &period, share: &share }.text(language),
            columns: vec![Column::words(language.column_limits()), Column::numbers(language.series_authorities())],
            rows: places.into_iter().chain([all]).collect(),
            sortable: false,
        }),
    }
}

fn worked(language: Language, compared: Compared<'_>, funnel: &Funnel, plain: bool) -> Block {
    let worked = Worked::of(compared.context.report);
    let (missing, children) = funnel_sums(funnel);
    worked
        .share(language, language.worked_funnel_pooled(), missing, children)
        .funnel(language, funnel, plain)
        .block(language)
}

fn chart(language: Language, compared: Compared<'_>, funnel: &Funnel, plain: bool) -> Chart {
    let (cohort, period) = compared.titles();
    let pooled = language.share(funnel.pooled);
    let values = counts(compared, funnel).map(|(place, count)| {
        words::ChartShare { name: place_name(language, place), share: &language.number(count) }
            .text(language)
            .to_string()
    });
    Chart {
        id: "funnel".into(),
        caption: words::FunnelCaption { cohort, period: &period }.text(language),
        alternative: words::FunnelAlternative {
            all: funnel.authorities.len() as u64,
            share: &pooled,
            values: &values.join("; "),
        }
        .text(language),
        drawing: Drawing::Plot { plot: plot(language, compared, funnel, plain, &pooled) },
    }
}

fn plot(language: Language, compared: Compared<'_>, funnel: &Funnel, plain: bool, pooled: &str) -> Plot {
    let shown: Vec<&FunnelPoint> = funnel.authorities.iter().filter(|point| compared.shows(point.code)).collect();
    let most = funnel.limits.last().map_or(1, |limits| limits.denominator);
    let largest = funnel.authorities.iter().map(|point| point.value).fold(funnel.pooled, f64::max);
    let (x, y) = (FromZero::holding(most as f64, 1.0), shares(largest));
    let curve = |stroke, limit: &dyn Fn(&LimitsAt) -> f64| {
        let places = funnel.limits.iter().map(|limits| {
            let of = if plain { &limits.plain } else { &limits.adjusted };
            (x.at(limits.denominator as f64), limit(of))
        });
        // A limit outside the picture is drawn only from where it enters.
        let inside = places.skip_while(|(_, share)| *share > y.end());
        Curve { points: points(inside.map(|(x, share)| (x, y.at(share)))), stroke }
    };
    let mut dots: Vec<Dot> = shown.iter().map(|point| dot(language, compared, point, x, y)).collect();
    dots.order_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let area = plain_name(compared.whole.name.unwrap_or_default());
    let key_curve = |stroke, text: Text| PlotKey { sign: Sign::Curve(stroke), text };
    let key_mark = |mark, text: &'static str| PlotKey { sign: Sign::Mark(mark), text: text.into() };
    Plot {
        name_x: language.funnel_children().into(),
        name_y: language.funnel_share().into(),
        ticks_x: x.ticks(|value| whole(language, value)),
        ticks_y: y.ticks(|value| whole_percent(language, value)),
        curves: vec![
            Curve { points: points([0.0, 1.0].map(|at| (at, y.at(funnel.pooled))).into_iter()), stroke: Stroke::Whole },
            curve(Stroke::Dashed, &|limits| limits.lower_95),
            curve(Stroke::Dashed, &|limits| limits.upper_95),
            curve(Stroke::Dotted, &|limits| limits.lower_998),
            curve(Stroke::Dotted, &|limits| limits.upper_998),
        ],
        dots,
        key: vec![
            key_curve(
                Stroke::Whole,
                // In a safe report, the funnel is about the authorities whose figures are shown.
                if compared.context.report.disclosure.is_safe() {
                    language.funnel_key_shown(pooled)
                } else {
                    words::FunnelKeyPooled { area, share: pooled }.text(language)
                },
            ),
            key_curve(Stroke::Dashed, language.funnel_key_95().into()),
            key_curve(Stroke::Dotted, language.funnel_key_998().into()),
            key_mark(MARKS[0], language.funnel_key_within()),
            key_mark(MARKS[1], language.funnel_key_outside()),
            key_mark(MARKS[2], language.funnel_key_far()),
        ],
    }
}

fn whole(language: Language, children: f64) -> Text {
    language.tenths(children).trim_end_matches(".0").to_owned().into()
}

fn dot(language: Language, compared: Compared<'_>, point: &FunnelPoint, x: FromZero, y: FromZero) -> Dot {
    let place = place(compared, point);
    let missing = language.number(point.numerator);
    Dot {
        x: x.at(point.denominator as f64),
        y: y.at(point.value),
        span: None,
        mark: match (place.is_outside_998(), place.is_outside_95()) {
            (true, _) => MARKS[2],
            (_, true) => MARKS[1],
            _ => MARKS[0],
        },
        marked: compared.context.settings.query.authority == Some(point.code),
        label: Text::default(),
        text: words::FunnelDot {
            counts: &words::ChildrenOf { children: point.denominator, missing: &missing }.text(language),
            name: point.name,
            place: place_name(language, place),
            share: &language.part_of(point.numerator, point.denominator),
        }
        .text(language),
    }
}
