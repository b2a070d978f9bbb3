//! Answers to a freedom-of-information request for a chosen year, exact or safe to publish, as tables and as a reply.

mod doubts;
mod reply;
mod tables;
#[cfg(test)]
mod tests;

use missing_rates::report::{Area, Foi, FoiDoubt, FoiYear, Module, NotHeld, Report, Shown};
use words::Language;
use words::Text;

use crate::context::Context;
use crate::parts::coverage::unused;
use crate::pick::{pick, pick_return};
use crate::settings::Settings;
pub use doubts::{doubts, ends_early};
pub use reply::reply;

use document::Format;
use document::{Block, Setting};

pub(super) fn is_in(report: &Report) -> bool {
    report.every_foi().any(|foi| !foi.years.is_empty())
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Some(foi) = context.report.foi_of(context.settings.shown.return_of) else { return Vec::new() };
    let areas: Vec<Area> = context.report.every_foi().map(|foi| foi.area).collect();
    let mut controls: Vec<Block> = pick_return(context.language, "foi-return", &areas, &foi.area).into_iter().collect();
    let Some(year) = chosen(foi, context.settings) else { return controls };
    controls.push(pick_year(context.language, foi, year));
    let period = context.language.range(year.period);
    let mut blocks = vec![Block::lead(context.language.foi_lead(&period)), Block::Controls { blocks: controls }];
    if let Some(uncovered) = reply::uncovered(context.language, year) {
        let name = year.year.to_string();
        blocks.push(Block::note(words::FoiPart { uncovered: &uncovered, year: &name }.text(context.language)));
    }
    let safe = foi.disclosure.is_safe();
    if safe {
        let left_out = year.answers.iter().filter(|answer| answer.count == Some(Shown::NotAvailable)).count() as u64;
        let hidden = (year.hidden > 0 || left_out == 0).then(|| context.language.foi_hidden(year.hidden));
        let left_out = (left_out > 0).then(|| context.language.foi_left_out(left_out));
        blocks.extend(hidden.into_iter().chain(left_out).map(Block::text));
    } else {
        blocks.push(Block::note(context.language.foi_exact_note()));
    }
    blocks.extend(doubts(context.language, context.report).into_iter().map(Block::note));
    // What is said of the files is not repeated.
    let of_lists = year.doubts.iter().filter(|doubt| **doubt == FoiDoubt::SameList);
    blocks.extend(of_lists.map(|doubt| Block::note(context.language.foi_doubt(*doubt))));
    let lacks = |reason| year.answers.iter().any(|answer| answer.not_held == Some(reason));
    let reasons = [
        NotHeld::NoList,
        NotHeld::ListOfAnotherYear,
        NotHeld::ListUndecided,
        NotHeld::ListContradicted,
        NotHeld::NotRecorded,
        NotHeld::IdentifiersDiffer,
        NotHeld::NoUasc,
        NotHeld::UascContradicted,
        NotHeld::NoMissing,
        NotHeld::NoEpisodes,
        NotHeld::NoSex,
        NotHeld::NoDateOfBirth,
    ];
    blocks.extend(
        reasons
            .into_iter()
            .filter(|reason| lacks(*reason))
            .map(|reason| Block::note(how_to_add(context.language, context.report, year, reason))),
    );
    blocks.extend(tables::blocks(context.language, context.report, year, &period));
    blocks.push(Block::text(context.language.foi_definitions()));
    // The whole report has no reply.
    blocks.push(Block::Controls { blocks: vec![Block::text(context.language.foi_definitions_reply())] });
    blocks.push(Block::Snippet {
        id: "foi".into(),
        label: context.language.foi_text().into(),
        text: reply::of_year(context.language, context.report, foi, year.year).into(),
    });
    blocks.push(Block::Controls {
        blocks: vec![
            Block::Download {
                format: Format::FoiText,
                about: Text::default(),
                text: context.language.foi_download_text().into(),
            },
            Block::Download {
                format: Format::FoiCsv,
                about: Text::default(),
                text: context.language.foi_download_csv().into(),
            },
            context.workbook(Format::FoiXlsx, context.language.foi_download_xlsx()),
            Block::Details {
                summary: context.language.foi_record().into(),
                blocks: vec![Block::List { items: reply::record(context.language, context.report) }],
            },
        ],
    });
    blocks
}

/// The file that is downloaded, for the year that is shown. A workbook has room for every year, each on a sheet of its own.
pub(super) fn file(language: Language, report: &Report, settings: &Settings, format: Format) -> Option<String> {
    let foi = report.foi_of(settings.shown.return_of)?;
    let year = chosen(foi, settings)?.year;
    Some(match format {
        Format::FoiXlsx => foi.to_csv(None, &language),
        Format::FoiCsv => foi.to_csv(Some(year), &language),
        _ => reply::of_year(language, report, foi, year),
    })
}

/// The years that a file to keep is about.
pub(super) fn years(report: &Report, settings: &Settings, format: Format) -> Option<Vec<i32>> {
    let foi = report.foi_of(settings.shown.return_of)?;
    Some(match format {
        Format::FoiXlsx => foi.years.iter().map(|year| year.year).collect(),
        _ => vec![chosen(foi, settings)?.year],
    })
}

fn is_whole(year: &FoiYear) -> bool {
    year.uncovered.is_empty()
}

/// The year that was chosen. Without a choice, the latest year that is wholly covered, or else the one covered most.
fn chosen<'a>(foi: &'a Foi, settings: &Settings) -> Option<&'a FoiYear> {
    let wanted = settings.shown.foi_year;
    let days = |year: &&FoiYear| (is_whole(year), year.period.end().days_since(year.period.start()), year.year);
    let by_choice = foi.years.iter().find(|year| Some(year.year) == wanted);
    by_choice.or_else(|| foi.years.iter().max_by_key(days))
}

fn pick_year(language: Language, foi: &Foi, chosen: &FoiYear) -> Block {
    let option = |year: &FoiYear| {
        let name = year.year.to_string();
        let text = if is_whole(year) { language.foi_year_whole(&name) } else { language.foi_year_part(&name) };
        (year.year, text)
    };
    pick(("foi-year", language.foi_year()), foi.years.iter().map(option), &chosen.year, Setting::FoiYear)
}

fn how_to_add(language: Language, report: &Report, of: &FoiYear, reason: NotHeld) -> Text {
    let module = match reason {
        NotHeld::NoUasc => Some(Module::Uasc),
        NotHeld::NoMissing => Some(Module::Missing),
        NotHeld::NoEpisodes => Some(Module::Episodes),
        _ => None,
    };
    let needs = || of.answers.iter().flat_map(|answer| &answer.needs);
    let is_unused =
        |module: &Module| needs().any(|need| need.module == *module && unused(report, *module, need.year).is_some());
    if let Some(module) = module.filter(is_unused) {
        return language.foi_not_used(language.module(module));
    }
    let text = match reason {
        NotHeld::NoList => language.foi_no_list(),
        NotHeld::ListOfAnotherYear => {
            let year = needs().find(|need| need.module == Module::List).and_then(|need| need.year);
            return language
                .coverage_list_other_year(&year.unwrap_or_else(|| of.period.end().collection_year()).to_string());
        }
        NotHeld::NotRecorded => language.foi_list_not_recorded(),
        NotHeld::ListUndecided => language.foi_list_undecided(),
        NotHeld::ListContradicted => language.coverage_list_differs(),
        NotHeld::IdentifiersDiffer => language.coverage_identifiers_differ(),
        NotHeld::NoUasc => language.foi_no_uasc(),
        NotHeld::UascContradicted => language.coverage_contradicted(),
        NotHeld::NoMissing => language.foi_no_missing(),
        NotHeld::NoEpisodes => language.foi_no_episodes(),
        NotHeld::NoSex => language.foi_no_sex(),
        NotHeld::NoDateOfBirth => language.foi_no_date_of_birth(),
    };
    text.into()
}
