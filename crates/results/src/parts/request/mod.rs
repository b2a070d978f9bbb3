//! A freedom-of-information request to authorities: its wording, and the table that they are asked to fill in. Nothing in it
//! depends on a file.

mod letter;
mod sheet;
#[cfg(test)]
mod tests;

use document::{Block, Check, Format, RequestOf, Setting};
use missing_rates::area::Nation;
use words::Language;

use crate::cohorts::COHORTS;
use crate::context::Context;
use crate::pick::pick;
use crate::request::{RequestChoices, YEARS};
use crate::settings::Settings;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (language, asked) = (context.language, &context.settings.shown.request);
    let mut blocks = vec![Block::lead(language.request_lead()), cohorts(language, asked), nations(language, asked)];
    blocks.extend([years(language, asked), detail(language, asked)]);
    if !asked.is_complete() {
        blocks.push(Block::Alert { text: language.request_incomplete().into() });
        return blocks;
    }
    let authorities = asked.authorities(asked.years().1).len() as u64;
    blocks.push(Block::text(language.request_count(authorities)));
    blocks.push(Block::Download {
        format: Format::BlankSheet,
        about: language.request_sheet_about().into(),
        text: language.request_sheet_download().into(),
    });
    blocks.push(context.workbook(Format::BlankSheetXlsx, language.request_sheet_download_xlsx()));
    blocks.push(Block::Download {
        format: Format::Request,
        about: language.request_letter_about().into(),
        text: language.request_letter_download().into(),
    });
    let letter = letter::letter(language, asked);
    blocks.push(Block::Snippet { id: "request".into(), label: language.request_letter().into(), text: letter.into() });
    blocks.push(Block::text(language.request_next()));
    blocks
}

/// The groups of children that can be asked about.
fn cohorts(language: Language, asked: &RequestChoices) -> Block {
    let check = |cohort| {
        let ticked = asked.asks_about(cohort);
        let turned = Setting::Request(RequestOf::Cohort { cohort, asked: !ticked });
        Check { text: language.cohort(cohort).into(), ticked, turned }
    };
    Block::Checks { label: language.request_cohorts().into(), checks: COHORTS.map(check).into() }
}

/// The nations whose authorities can be asked.
fn nations(language: Language, asked: &RequestChoices) -> Block {
    let check = |nation: Nation| {
        let ticked = asked.asks(nation);
        let turned = Setting::Request(RequestOf::Nation { nation, asked: !ticked });
        Check { text: nation.name().into(), ticked, turned }
    };
    Block::Checks { label: language.request_nations().into(), checks: Nation::ALL.map(check).into() }
}

/// Whether sex and length of time are asked for.
fn detail(language: Language, asked: &RequestChoices) -> Block {
    let ticked = asked.asks_detail();
    let turned = Setting::Request(RequestOf::Detail { asked: !ticked });
    let check = Check { text: language.request_detail_check().into(), ticked, turned };
    Block::Checks { label: language.request_detail().into(), checks: vec![check] }
}

fn years(language: Language, asked: &RequestChoices) -> Block {
    let (from, to) = asked.years();
    let options = || YEARS.map(|year| (year, year.to_string().into()));
    let first = pick(("request-from", language.request_from()), options(), &from, |year| {
        Setting::Request(RequestOf::From(year))
    });
    let last =
        pick(("request-to", language.request_to()), options(), &to, |year| Setting::Request(RequestOf::To(year)));
    Block::Controls { blocks: vec![first, last] }
}

/// The request as a text to send; none while nothing is asked, or nobody.
pub(super) fn letter(language: Language, settings: &Settings) -> Option<String> {
    let asked = &settings.shown.request;
    asked.is_complete().then(|| letter::letter(language, asked))
}

/// The table to fill in, as CSV; none while nothing is asked, or nobody.
pub(super) fn sheet(language: Language, settings: &Settings) -> Option<String> {
    let asked = &settings.shown.request;
    asked.is_complete().then(|| sheet::sheet(language, asked))
}
