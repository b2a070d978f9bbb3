//! The summary: the answer for each group, what it is based on and its doubt, then how firm it is, then what can be
//! saved.

mod bar;
mod of;
mod own;
mod own_checks;
mod pooled;
mod short;
mod subject;

use missing_rates::area::{AreaCode, plain_name};
use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::rates::outline;
use missing_rates::report::{Level, code};
use words::{Language, Text};

use super::{answers, robustness, sign_off};
use crate::context::Context;
use crate::pick::pick;
use document::Block;
use document::Format;
use document::Part;
use document::{One, Outlines, Setting};

use of::Of;
pub(super) use short::blocks as in_short;
pub(crate) use subject::{Headline, Subject, subjects};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    if context.period.is_none() {
        return own_checks::blocks(context);
    }
    let mut blocks = headline(context);
    blocks.extend(own_checks::blocks(context));
    blocks.extend(robustness::blocks(context));
    blocks.push(Block::heading(context.language.download_heading()));
    let keep = |format, about: &'static str, text: &'static str| Block::Download {
        format,
        about: about.into(),
        text: text.into(),
    };
    blocks.push(keep(Format::Csv, context.language.download_about(), context.language.download_csv()));
    blocks.push(context.workbook(Format::Xlsx, context.language.download_xlsx()));
    blocks.push(keep(Format::Json, "", context.language.download_json()));
    // On paper there is nothing to choose.
    blocks.push(Block::Controls { blocks: vec![csv_files(context)] });
    if !context.report.disclosure.is_safe() {
        blocks.push(keep(Format::Settings, context.language.settings_about(), context.language.settings_keep()));
    }
    if sign_off::can_be_signed(context.report) {
        let text = context.language.sign_off_link().into();
        blocks.push(Block::Link { fragment: Part::SignOff.fragment().into(), text });
    }
    blocks.push(Block::Link { fragment: Part::Short.fragment().into(), text: context.language.short_link().into() });
    blocks.push(Block::Link { fragment: Part::Whole.fragment().into(), text: context.language.whole_link().into() });
    blocks
}

/// How CSV files say what they are based on.
fn csv_files(context: Context<'_>) -> Block {
    let language = context.language;
    let above = [(false, language.csv_alone().into()), (true, language.csv_comments().into())];
    Block::Details {
        summary: language.csv_files().into(),
        blocks: vec![
            Block::text(language.csv_about()),
            pick(("csv-comments", language.csv_above()), above, &context.settings.comments(), Setting::Comments),
            Block::Download { format: Format::BasedOn, about: "".into(), text: language.download_based_on().into() },
            Block::text(language.csv_zeros()),
        ],
    }
}

/// What the summary begins with, and that the rest of it follows.
pub(crate) fn first(context: Context<'_>) -> Vec<Block> {
    let mut blocks = headline(context);
    blocks.push(Block::text(context.language.summary_rest()));
    blocks
}

/// The answer for one group alone, of one area or of the first. Nothing if there is none.
pub(super) fn one(context: Context<'_>, cohort: Option<Cohort>, area: Option<AreaCode>) -> Vec<Block> {
    let Some(period) = context.period else { return Vec::new() };
    let subject = match area {
        None => subjects(context.report, period).into_iter().next(),
        Some(code) => subject::of_code(context.report, period, code),
    };
    let Some(mut subject) = subject else { return Vec::new() };
    subject.cohorts.retain(|headline| cohort.is_none_or(|cohort| headline.cohort == cohort));
    subject.cohorts.truncate(1);
    if subject.cohorts.is_empty() {
        return Vec::new();
    }
    let of = Of { report: context.report, subject: &subject, period };
    if subject.area.level == Level::Return {
        own::blocks(context.language, of)
    } else {
        pooled::blocks(context.language, of)
    }
}

/// That something needs a person's decision, and what it does to the figures.
fn waits(context: Context<'_>) -> Option<Text> {
    let waits = answers::waits(context);
    let open = waits.filter(|_| !context.report.disclosure.is_safe() && answers::is_in(context.report))?;
    Some(context.language.summary_open(&open))
}

/// What a person must decide, and the answer for each group.
fn headline(context: Context<'_>) -> Vec<Block> {
    let Some(period) = context.period else { return Vec::new() };
    let mut blocks = Vec::new();
    // What a person must decide first can change every figure below.
    if let Some(open) = waits(context) {
        blocks.push(Block::note(open));
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
    blocks
}

/// What a visitor may share of the leading figures, without those that are too small.
pub(crate) fn outlines(language: Language, subjects: &[Subject], period: Period) -> Outlines {
    let headlines = subjects.iter().flat_map(|subject| subject.cohorts.iter().map(move |of| (subject, of)));
    let one = |(subject, headline): (&Subject, &Headline)| {
        let rate = headline.first()?;
        let area = subject.area.name.map_or(language.subject_return(), plain_name);
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
