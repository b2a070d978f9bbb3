//! What the Department for Education has published of one council, for a visitor without any file.

mod card;
mod map;

use document::{Block, Card, Command, Field, Part, Setting, Text, Way};
use missing_rates::Ordered;
use missing_rates::area::{AreaCode, Authority, Nation, authorities, authority, authority_named, plain_name};
use missing_rates::period::Period;
use missing_rates::published::published_years;
use missing_rates::rates::is_small;
use missing_rates::report::{PublishedFigures, Role, Standing};
use missing_rates::standing::published_standing;
use words::Language;

use super::caveats::{self, Figure, Is};
use super::quote;
use super::standing;
use crate::context::Context;
use crate::pick::pick;
use crate::settings::Settings;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (language, shown) = (context.language, context.settings.shown.council.and_then(authority));
    let Some(of) = shown else {
        let mut blocks = vec![Block::lead(language.council_lead())];
        blocks.extend(find(context));
        blocks.push(choose(language, None));
        blocks.extend(map::blocks(context));
        return blocks;
    };
    let mut blocks = match published_standing(of.code).filter(|standing| !own(standing).is_empty()) {
        Some(standing) => published(context, of, &standing),
        None => nothing(language, of),
    };
    blocks.push(Block::heading(language.council_another()));
    blocks.extend(find(context));
    blocks.push(choose(language, Some(of.code)));
    blocks
}

/// A field for a name, what is wrong with the one that was typed last, and the ways to those that may be meant.
fn find(context: Context<'_>) -> Vec<Block> {
    let language = context.language;
    let typed = context.settings.typed(&Field::Council).unwrap_or_default();
    let wrong = authority_named(typed).err().filter(|_| !typed.is_empty());
    let meant: Vec<&Authority> = wrong.iter().flat_map(|wrong| wrong.meant.iter().take(4).copied()).collect();
    let error = wrong.map(|_| {
        let names: Vec<&str> = meant.iter().map(|of| of.name).collect();
        if names.is_empty() {
            language.council_unknown(typed)
        } else {
            words::CouncilMeant { typed, names: &names.join(", ") }.text(language)
        }
    });
    let field = Block::Input {
        id: "council".into(),
        field: Field::Council,
        label: language.council_find().into(),
        hint: language.council_find_hint().into(),
        value: typed.to_owned().into(),
        button: language.council_find_button().into(),
        error,
    };
    let way = |of: &Authority| {
        let command = Command::Set { setting: Setting::Council(Some(of.code)) };
        Block::Way { way: Way { command, text: of.name.into(), of: language.council_show().into() } }
    };
    std::iter::once(field).chain(meant.into_iter().map(way)).collect()
}

/// All councils of today, by name.
fn choose(language: Language, chosen: Option<AreaCode>) -> Block {
    let mut all: Vec<&Authority> = authorities().iter().filter(|of| of.is_current()).collect();
    all.order_by_key(|of| of.name);
    let nobody = (None, Text::from(language.council_choose_none()));
    let options = std::iter::once(nobody).chain(all.iter().map(|of| (Some(of.code), of.name.into())));
    pick(("council-choice", language.council_choose()), options, &chosen, Setting::Council)
}

/// What is published of the council itself, latest first.
fn own(standing: &Standing) -> Vec<&PublishedFigures> {
    standing.published.iter().rev().filter(|row| row.role == Role::Own && row.percent.is_some()).collect()
}

fn published(context: Context<'_>, of: &Authority, standing: &Standing) -> Vec<Block> {
    let language = context.language;
    let mut blocks = Vec::new();
    let card = own(standing).first().and_then(|latest| card::block(language, of, standing, latest));
    if let Some(latest) = own(standing).first() {
        let period = language.period(latest.period);
        let (share, of_children) = standing::printed_of(language, latest);
        let mut inside = vec![match &share {
            Some(share) => {
                let words = words::CouncilAnswer { name: plain_name(of.name), period: &period }.text(language);
                Block::Answer { share: Some(share.clone()), words }
            }
            None => Block::Answer { share: None, words: why_not_printed(language, of, latest) },
        }];
        inside.extend(of_children.clone().map(Block::text));
        inside.extend(latest.interval.as_ref().map(|interval| {
            let (lower, upper) = language.ends((interval.lower, interval.upper), "");
            Block::text(words::CouncilInterval { lower: &lower, upper: &upper }.text(language))
        }));
        blocks
            .push(Block::Cards { cards: vec![Card { title: of.name.into(), about: period.clone(), blocks: inside }] });
        blocks.extend(standing::beside_in_words(language, standing).into_iter().map(Block::text));
        blocks.extend(weakened(context, latest));
        blocks.extend(card.clone());
        blocks.push(Block::Snippet {
            id: "council-quote".into(),
            label: language.council_quote().into(),
            text: quoted(language, of, standing, latest),
        });
        // Where a share is said there is something to say with it.
        blocks.extend(last_printed(standing).map(|row| Block::Snippet {
            id: "council-caution".into(),
            label: language.quote_caution_label().into(),
            text: careful(language, row),
        }));
    }
    blocks.extend(succession(language, of));
    blocks.extend(standing::published_blocks(context, standing));
    blocks.extend(own(standing).first().and_then(|row| standing::released(language, row.period)).map(Block::text));
    let fragment = [Part::Council.fragment(), "=", of.code.as_str()].concat();
    blocks.push(Block::Link { fragment: fragment.into(), text: language.council_link(plain_name(of.name)) });
    if card.is_some() {
        let address = [Part::Council.fragment(), "/", of.code.as_str(), ".html"].concat();
        blocks.push(Block::Page { address: address.into(), text: language.council_page(plain_name(of.name)) });
    }
    blocks
}

/// The latest year in which a share is printed.
fn last_printed(standing: &Standing) -> Option<&PublishedFigures> {
    own(standing).into_iter().find(|row| row.percent.as_deref().is_some_and(standing::is_number))
}

/// The sentence to quote: the share as it is printed, or why there is none, and the last one that there is.
fn quoted(language: Language, of: &Authority, standing: &Standing, latest: &PublishedFigures) -> Text {
    let (name, period) = (plain_name(of.name), &*language.period(latest.period));
    let day = published_years().iter().find(|year| year.period == latest.period).and_then(|year| year.released);
    let source = match day {
        Some(day) => language.council_source_dated(&language.day(day)),
        None => language.council_source().into(),
    };
    let source = &*source;
    match standing::printed_of(language, latest) {
        (Some(share), Some(counts)) => {
            words::CouncilQuoted { counts: &counts, name, period, share: &share, source }.text(language)
        }
        (Some(share), None) => words::CouncilQuotedShare { name, period, share: &share, source }.text(language),
        (None, _) => {
            let mut why = why_not_printed(language, of, latest);
            if let Some(row) = last_printed(standing)
                && let Some(share) = standing::printed_of(language, row).0
            {
                let last = words::CouncilQuotedLast { period: &language.period(row.period), share: &share };
                why = [&*why, " ", &*last.text(language)].concat().into();
            }
            words::CouncilQuotedNone { source, why: &why }.text(language)
        }
    }
}

/// Why no share is printed: what stands in its place says it.
fn why_not_printed(language: Language, of: &Authority, latest: &PublishedFigures) -> Text {
    let (name, period) = (plain_name(of.name), &language.period(latest.period));
    match latest.percent.as_deref() {
        _ if latest.children.number() == Some(0) => words::CouncilNoChildren { name, period }.text(language),
        Some("c") => words::CouncilHidden { name, period }.text(language),
        symbol => words::CouncilSymbol { name, period, symbol: symbol.unwrap_or_default() }.text(language),
    }
}

/// Who took over from a council that ended, and the way to each.
fn succession(language: Language, of: &Authority) -> Vec<Block> {
    let Some(ended) = of.ended else { return Vec::new() };
    let after: Vec<&Authority> = of.successors.iter().filter_map(|code| authority(*code)).collect();
    let names = after.iter().map(|of| Text::from(plain_name(of.name)));
    let join = |first: Text, second: Text| words::AuthorityAnd { first: &first, second: &second }.text(language);
    let names = names.reduce(join).unwrap_or_default();
    let said =
        words::CouncilEnded { name: plain_name(of.name), successors: &names, year: &ended.to_string() }.text(language);
    let way = |of: &&Authority| {
        let fragment = [Part::Council.fragment(), "=", of.code.as_str()].concat();
        Block::Link { fragment: fragment.into(), text: language.council_successor(plain_name(of.name)) }
    };
    std::iter::once(Block::text(said)).chain(after.iter().map(way)).collect()
}

/// The latest period that is shown: of the council, or of the map of all.
pub(crate) fn period(settings: &Settings) -> Option<Period> {
    let Some(code) = settings.shown.council else { return map::period() };
    own(&published_standing(code)?).first().map(|row| row.period)
}

/// What makes the figure uncertain, in one sentence.
fn careful(language: Language, row: &PublishedFigures) -> Text {
    let mut doubts: Vec<Text> = Vec::new();
    doubts.extend(row.interval.as_ref().map(|interval| {
        let (lower, upper) = language.ends((interval.lower, interval.upper), "");
        words::QuoteDoubtInterval { lower: &lower, upper: &upper }.text(language)
    }));
    let counts = row.children_missing.number().zip(row.children.number());
    if counts.is_some_and(|(missing, children)| is_small(missing, children)) {
        doubts.push(language.quote_doubt_small().into());
    }
    doubts.push(language.quote_doubt_recording().into());
    quote::caution(language, doubts)
}

/// What the figure does not mean, and that it is of few children if it is.
fn weakened(context: Context<'_>, row: &PublishedFigures) -> Vec<Block> {
    let counts = row.children_missing.number().zip(row.children.number());
    let share = counts.map(|(missing, children)| (missing.into(), children.into()));
    caveats::beside(context.language, context.report, &Figure { share, is: &[Is::Beside], ..Figure::default() })
}

/// What is published in a nation that DfE's figures are not about, and what is not.
fn elsewhere(language: Language, nation: Nation) -> Option<&'static str> {
    match nation {
        Nation::England => None,
        Nation::Wales => Some(language.council_elsewhere_wales()),
        Nation::Scotland => Some(language.council_elsewhere_scotland()),
        Nation::NorthernIreland => Some(language.council_elsewhere_northern_ireland()),
    }
}

/// A council of which nothing is shown: why, and what one can do.
fn nothing(language: Language, of: &Authority) -> Vec<Block> {
    let why = match of.nation {
        // What was published of those that ended is about years before those that are held here.
        Nation::England if !of.is_current() => language.council_not_held(plain_name(of.name)),
        Nation::England => language.council_nothing(plain_name(of.name)),
        nation => words::CouncilNation { name: plain_name(of.name), nation: nation.name() }.text(language),
    };
    let mut blocks = vec![Block::Cards {
        cards: vec![Card {
            title: of.name.into(),
            about: of.nation.name().into(),
            blocks: vec![Block::Answer { share: None, words: why }],
        }],
    }];
    blocks.extend(elsewhere(language, of.nation).map(Block::text));
    if of.is_current() {
        blocks.push(Block::text(language.council_ask()));
        let text = language.request_title().into();
        blocks.push(Block::Link { fragment: Part::Request.fragment().into(), text });
    }
    blocks.extend(succession(language, of));
    blocks
}

#[cfg(test)]
mod tests;
