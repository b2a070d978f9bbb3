//! The summary: the answer of each group, what it rests on and the doubt, then how firm it is, then what can be kept.

mod bar;
mod own;
mod pooled;
mod subject;
mod under;

use missing_rates::cohort::{Count, Share};
use missing_rates::period::Period;
use missing_rates::rates::outline;
use missing_rates::report::{HiddenOf, Level, Rate, Report, code};
use yew::AttrValue;

use super::publish::hides;
use super::{Context, Part, answers, firm};
use crate::document::Block;
use crate::embed::{One, Outlines};
use crate::message::Format;
use crate::text;

pub(crate) use subject::{Headline, Subject, subjects};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Some(period) = context.period else { return under::blocks(context) };
    let mut blocks = Vec::new();
    // What a person must settle first can move every figure below.
    if let Some(open) = answers::waits(context).filter(|_| Part::Answers.is_in(context.report)) {
        blocks.push(Block::note(text::summary_open(&open)));
        blocks.push(Block::Link { fragment: Part::Answers.fragment().into(), text: text::summary_open_link().into() });
    }
    for subject in subjects(context.report, period) {
        let of = Of { report: context.report, subject: &subject, period };
        blocks.extend(if subject.area.level == Level::Return { own::blocks(of) } else { pooled::blocks(of) });
    }
    blocks.extend(under::blocks(context));
    blocks.extend(firm::blocks(context));
    blocks.push(Block::heading(text::download_heading()));
    let keep = |format, about: &'static str, text: &'static str| Block::Download {
        format,
        about: about.into(),
        text: text.into(),
    };
    blocks.push(keep(Format::Csv, text::download_about(), text::download_csv()));
    blocks.push(keep(Format::Json, "", text::download_json()));
    blocks.push(Block::Link { fragment: Part::Whole.fragment().into(), text: text::whole_link().into() });
    blocks
}

/// The figures of one area in one period.
#[derive(Clone, Copy)]
struct Of<'a> {
    report: &'a Report,
    subject: &'a Subject,
    period: Period,
}

impl Of<'_> {
    /// `Trafficked children, 2024`
    fn title(self, headline: &Headline) -> AttrValue {
        let (cohort, period) = (text::cohort(headline.cohort), text::format::period(self.period));
        text::CohortHeading { cohort, period: &period }.text()
    }

    /// Whether the share is hidden so that the figures can be published.
    fn hides(self, headline: &Headline) -> bool {
        let share = |of| matches!(of, HiddenOf::Rate { measure: Share::Missing, .. });
        hides(self.report, (self.subject.area, self.period, headline.cohort), share)
    }

    fn hides_count(self, headline: &Headline, count: Count) -> bool {
        let this = |of| of == HiddenOf::Total { measure: count };
        hides(self.report, (self.subject.area, self.period, headline.cohort), this)
    }
}

/// The share, large, with its sentence; and what it rests on.
fn share(headline: &Headline, rate: &Rate, rests: &str) -> [Block; 2] {
    let interval = rate.interval.as_ref().map(|interval| {
        let (lower, upper) = (text::format::share(interval.lower), text::format::share(interval.upper));
        text::IntervalOf { lower: &lower, upper: &upper }.text()
    });
    let words = text::headline(headline.cohort).into();
    [
        Block::Answer { share: Some(text::format::rate(rate)), words },
        Block::text([rests, interval.as_deref().unwrap_or_default(), "."].concat()),
    ]
}

/// That there is no share, and why.
fn no_share(why: impl Into<AttrValue>) -> Vec<Block> {
    vec![Block::Answer { share: None, words: text::no_matched().into() }, Block::text(why)]
}

/// What a visitor may share of the figures that stand first, those that are too small left out.
pub(crate) fn outlines(subjects: &[Subject], period: Period) -> Outlines {
    let headlines = subjects.iter().flat_map(|subject| subject.cohorts.iter().map(move |of| (subject, of)));
    let one = |(subject, headline): (&Subject, &Headline)| {
        let rate = headline.first()?;
        let area = subject.area.name.unwrap_or(text::subject_return());
        let outline = outline(rate.numerator, rate.denominator)?;
        let sentence = text::SharedOf {
            area,
            children: &text::format::number(outline.children),
            cohort: text::cohort(headline.cohort),
            period: &text::format::period(period),
            share: &text::percent_of(&outline.percent),
        };
        let sentence = sentence.text();
        Some(One::of(outline, sentence).about(area, code(&headline.cohort), period))
    };
    Outlines::of(headlines.filter_map(one))
}
