//! The summary: the answer of each group, what it is based on and the doubt, then how firm it is, then what can be kept.

mod bar;
mod of;
mod own;
mod own_checks;
mod pooled;
mod subject;

use missing_rates::period::Period;
use missing_rates::rates::outline;
use missing_rates::report::{Level, code};
use words::Language;

use super::{answers, robustness};
use crate::context::Context;
use document::Block;
use document::Format;
use document::Part;
use document::{One, Outlines};

use of::Of;
pub(crate) use subject::{Headline, Subject, subjects};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Some(period) = context.period else { return own_checks::blocks(context) };
    let mut blocks = Vec::new();
    // What a person must settle first can move every figure below.
    if let Some(open) =
        answers::waits(context).filter(|_| !context.report.disclosure.is_safe() && answers::is_in(context.report))
    {
        blocks.push(Block::note(context.language.summary_open(&open)));
        blocks.push(Block::Link {
            fragment: Part::Answers.fragment().into(),
            text: context.language.summary_open_link().into(),
        });
    }
    for subject in subjects(context.report, period) {
        let of = Of { report: context.report, subject: &subject, period };
        blocks.extend(if subject.area.level == Level::Return {
            own::blocks(context.language, of)
        } else {
            pooled::blocks(context.language, of)
        });
    }
    blocks.extend(own_checks::blocks(context));
    blocks.extend(robustness::blocks(context));
    blocks.push(Block::heading(context.language.download_heading()));
    let keep = |format, about: &'static str, text: &'static str| Block::Download {
        format,
        about: about.into(),
        text: text.into(),
    };
    blocks.push(keep(Format::Csv, context.language.download_about(), context.language.download_csv()));
    blocks.push(keep(Format::Json, "", context.language.download_json()));
    blocks.push(Block::Link { fragment: Part::Whole.fragment().into(), text: context.language.whole_link().into() });
    blocks
}

/// What a visitor may share of the figures that are first, those that are too small left out.
pub(crate) fn outlines(language: Language, subjects: &[Subject], period: Period) -> Outlines {
    let headlines = subjects.iter().flat_map(|subject| subject.cohorts.iter().map(move |of| (subject, of)));
    let one = |(subject, headline): (&Subject, &Headline)| {
        let rate = headline.first()?;
        let area = subject.area.name.unwrap_or(language.subject_return());
        let outline = outline(rate.numerator, rate.denominator)?;
        let sentence = words::SharedOf {
            area,
            children: &language.number(outline.children),
            cohort: language.cohort(headline.cohort),
            period: &language.period(period),
            share: &language.percent_of(&outline.percent),
        };
        let sentence = sentence.text(language);
        Some(One::of(outline, sentence).about(area, code(&headline.cohort), period))
    };
    Outlines(headlines.filter_map(one).collect())
}
