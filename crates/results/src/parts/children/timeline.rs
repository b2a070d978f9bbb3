//! The record of one child as a picture: days from left to right, with a lane for each kind of event.

use document::{Block, Chart, Drawing, Lane, LaneSpan, Span, Text, Tick};
use missing_rates::period::{Day, Period, read_day};
use missing_rates::single::{ChildRecord, Unaccompanied};
use words::Language;

use super::codes::codes;
use crate::context::Context;

/// The days that are drawn.
struct Days {
    first: Day,
    last: Day,
}

impl Days {
    fn at(&self, day: Day) -> f64 {
        let all = f64::from(self.last.days_since(self.first)).max(1.0);
        f64::from(day.clamp(self.first, self.last).days_since(self.first)) / all
    }

    /// From one day to another, as far as it is drawn; `None` if none of it is drawn.
    fn span(&self, from: Day, to: Option<Day>) -> Option<Span> {
        let to = to.unwrap_or(self.last);
        (from <= to && from <= self.last && to >= self.first).then(|| Span { lower: self.at(from), upper: self.at(to) })
    }
}

/// `None` if the files cover no days.
pub(super) fn block(context: Context<'_>, record: &ChildRecord, name: &str) -> Option<Block> {
    let covered = &context.report.coverage_of_returns;
    let first = covered.iter().filter_map(|of| of.from).min()?;
    let last = covered.iter().filter_map(|of| of.to).max()?;
    let days = Days { first, last };
    let language = context.language;
    let span_of = |what: &str, from: Day, to: Option<Day>, open: &str| {
        let to_text = to.map_or_else(|| Text::from(open.to_owned()), |to| language.day(to));
        let text = words::ChildrenSpan { from: &language.day(from), to: &to_text, what }.text(language);
        days.span(from, to).map(|span| LaneSpan { span, is_mark: to == Some(from), marked: false, text })
    };
    let care = record.episodes.iter().filter_map(|of| {
        span_of(&[language.children_episode(), ", ", &codes(of)].concat(), of.from, of.to, language.children_lasts())
    });
    let absences = |missing: bool| -> Vec<LaneSpan> {
        let what = if missing { language.children_missing_event() } else { language.children_away_event() };
        let of_kind = record.incidents.iter().filter(|of| of.missing == missing);
        let spans = of_kind.filter_map(|of| span_of(what, of.from, of.to, language.children_open()));
        spans.map(|span| LaneSpan { marked: true, ..span }).collect()
    };
    let from = record.unaccompanied_from.unwrap_or(first);
    let status = |until| span_of(language.children_status(), from, until, language.children_lasts());
    let unaccompanied = match record.unaccompanied {
        Unaccompanied::NotKnown | Unaccompanied::No => None,
        Unaccompanied::Until(day) => status(Some(day)),
        Unaccompanied::Lasts => status(None),
    };
    let findings = record.findings.iter().filter_map(|found| {
        let mut dated = found.row.cells.iter().filter(|cell| cell.column != "DOB");
        let day = dated.find_map(|cell| read_day(&cell.value))?;
        let text = words::ChildrenOn { day: &language.day(day), what: found.rule }.text(language);
        Some(LaneSpan { span: days.span(day, Some(day))?, is_mark: true, marked: true, text })
    });
    let lane = |name: &'static str, spans: Vec<LaneSpan>| Lane { name: name.into(), spans };
    let lanes = [
        lane(language.children_lane_care(), care.collect()),
        lane(language.children_lane_missing(), absences(true)),
        lane(language.children_lane_away(), absences(false)),
        lane(language.children_lane_unaccompanied(), unaccompanied.into_iter().collect()),
        lane(language.children_lane_findings(), findings.collect()),
    ];
    let period = Period::new(first, last).ok()?;
    let caption = words::ChildrenTimeline { child: name, period: &language.range(period) };
    Some(Block::chart(Chart {
        id: ["child-", name].concat().into(),
        caption: caption.text(language),
        alternative: language.children_timeline_alternative().into(),
        drawing: Drawing::Timeline {
            lanes: lanes.into_iter().filter(|lane| !lane.spans.is_empty()).collect(),
            ticks: ticks(language, &days),
        },
    }))
}

/// The ends, and between them the first day of each quarter, or of each year if there are many.
fn ticks(language: Language, days: &Days) -> Vec<Tick> {
    let (first_year, last_year) = (days.first.ymd().0, days.last.ymd().0);
    let months: &[u8] = if last_year - first_year > 2 { &[4] } else { &[1, 4, 7, 10] };
    let starts =
        (first_year..=last_year).flat_map(|year| months.iter().filter_map(move |month| Day::new(year, *month, 1)));
    let within = starts.filter(|day| (days.first..=days.last).contains(day));
    within.map(|day| Tick { at: days.at(day), text: language.day(day) }).collect()
}
