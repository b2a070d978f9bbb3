//! The whole report, one part after another, to be read through, printed or saved. It names no child.

use std::collections::BTreeSet;

use super::publish;
use crate::context::Context;
use crate::export::{Head, html};
use crate::still::still;
use document::Format;
use document::Part;
use document::Text;
use document::{Block, Card};
use missing_rates::area::plain_name;
use words::Language;

/// How many rows of a table are shown on the page, so that it stays fast, and in the file.
pub(super) const ON_PAGE: usize = 250;
pub(super) const IN_FILE: usize = 2_000;

/// Lists about rows, of which the first are on the page, and as many as are.
const FIRST: [(&str, usize); 3] = [("quality-rules", 12), ("quality-not-run", 6), ("quality-set-aside", 6)];

/// How many rows of a table are on the page.
pub(super) fn rows_on_page(table: &str) -> usize {
    FIRST.iter().find(|(id, _)| *id == table).map_or(ON_PAGE, |(_, most)| *most)
}

/// The sections without what they say again: a step that several figures were worked out by, the files among them, and the
/// letter that repeats the tables above it.
pub(super) fn said_once(language: Language, sections: Vec<Block>) -> Vec<Block> {
    once(language.worked_how(), sections, &mut BTreeSet::new())
}

fn once(how: &str, blocks: Vec<Block>, said: &mut BTreeSet<Text>) -> Vec<Block> {
    let mut shown = Vec::new();
    for block in blocks {
        match block {
            Block::Opened { blocks, .. } if blocks.iter().all(|block| matches!(block, Block::Letter { .. })) => {}
            Block::Opened { summary, mut blocks } if *summary == *how => {
                for block in &mut blocks {
                    if let Block::List { items } = block {
                        items.retain(|step| said.insert(step.clone()));
                    }
                }
                blocks.retain(|block| !matches!(block, Block::List { items } if items.is_empty()));
                shown.extend((!blocks.is_empty()).then_some(Block::Opened { summary, blocks }));
            }
            Block::Opened { summary, blocks } => {
                shown.push(Block::Opened { summary, blocks: once(how, blocks, said) });
            }
            Block::Section { id, title, blocks } => {
                shown.push(Block::Section { id, title, blocks: once(how, blocks, said) });
            }
            Block::Cards { cards } => {
                let card = |card: Card| Card { blocks: once(how, card.blocks, said), ..card };
                shown.push(Block::Cards { cards: cards.into_iter().map(card).collect() });
            }
            other => shown.push(other),
        }
    }
    shown
}

/// The sections, with the buttons to print and save them.
pub(super) fn blocks(context: Context<'_>, sections: Vec<Block>) -> Vec<Block> {
    let language = context.language;
    let mut sections = sections.into_iter();
    // Whose it is and of when, and the answer: both are in the first view of a phone.
    let mut blocks = vec![Block::lead(whose(context))];
    blocks.extend(publish::uncovered(language, context.report));
    blocks.extend(sections.next().map(answer_first));
    blocks.extend([
        readers(context),
        Block::text(language.whole_about()),
        Block::Controls {
            blocks: vec![
                Block::Print { text: language.whole_print().into() },
                Block::Download { format: Format::Html, about: "".into(), text: language.whole_download().into() },
            ],
        },
    ]);
    blocks.extend(sections);
    blocks
}

/// The section with its cards before what is to be known first.
fn answer_first(section: Block) -> Block {
    let Block::Section { id, title, mut blocks } = section else { return section };
    if let Some(cards) = blocks.iter().position(|block| matches!(block, Block::Cards { .. })) {
        blocks[..=cards].rotate_left(cards);
    }
    Block::Section { id, title, blocks }
}

/// Whom the figures are for.
fn readers(context: Context<'_>) -> Block {
    let report = context.report;
    let disclosure = context.language.disclosure(report.disclosure, report.is_about_children());
    Block::text([context.language.publish_setting(), ": ", disclosure].concat())
}

/// Whose figures these are, and of when.
fn whose(context: Context<'_>) -> Text {
    let period = context.period.map(|period| context.language.period(period)).unwrap_or_default();
    match context.subject().and_then(|area| area.name) {
        Some(name) => [plain_name(name), ", ", &period].concat().into(),
        None => context.language.capital(&period),
    }
}

/// The short report, with the buttons to print and save it, and the way to the whole one.
pub(super) fn short(language: Language, page: Vec<Block>) -> Vec<Block> {
    let whole = Block::Link { fragment: Part::Whole.fragment().into(), text: language.whole_link().into() };
    if page.is_empty() {
        return vec![Block::lead(language.short_nothing()), whole];
    }
    let controls = vec![
        Block::Print { text: language.whole_print().into() },
        Block::Download { format: Format::ShortHtml, about: "".into(), text: language.whole_download().into() },
    ];
    [page, vec![Block::Controls { blocks: controls }, whole]].concat()
}

/// The same as a file that needs nothing else.
pub(super) fn file(context: Context<'_>, sections: &[Block]) -> String {
    let report = context.report;
    let tool = context.language.tool(&report.tool);
    let mut about = vec![
        Block::lead(context.language.title()),
        readers(context),
        Block::text([context.language.export_written_by(), ": ", &tool].concat()),
    ];
    about.extend(publish::uncovered(context.language, report));
    if report.disclosure.is_safe() {
        about.extend(still(context.language, publish::hidden(context.language, report), IN_FILE));
    }
    html(context.language, &Head { title: &whose(context), about }, sections)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::samples;
    use document::all;
    use words::Language::English;

    #[test]
    fn the_short_report_has_the_answer_its_doubt_who_answered_and_the_method_in_five_lines_or_three() {
        let mut cards = 0;
        for (case, blocks) in samples::parts().into_iter().filter(|(case, _)| case.ends_with("Short")) {
            let groups: usize =
                blocks.iter().map(|block| if let Block::Cards { cards } = block { cards.len() } else { 0 }).sum();
            let lines = if groups > 2 { 3 } else { 5 };
            let lists =
                blocks.iter().filter(|block| matches!(block, Block::List { items } if items.len() == lines)).count();
            let answered = |block: &&Block| matches!(block, Block::Answer { share: Some(_), .. });
            let answers = all(&blocks).into_iter().filter(answered).count();
            cards += answers;
            let said = format!("{blocks:?}");
            let counted = |words: &str| said.matches(words).count();
            let shown = |block: &&Block| matches!(block, Block::Cards { .. });
            let is_empty = !all(&blocks).iter().any(shown);
            assert_eq!((lists, is_empty), (usize::from(!is_empty), counted(English.short_nothing()) > 0), "{case}");
            assert_eq!(all(&blocks).iter().any(|block| matches!(block, Block::Print { .. })), !is_empty, "{case}");
            assert!(groups > 2 || counted("Read this share with care: ") == answers, "{case}");
            let is_own = said.contains("counted as the Department for Education counts them");
            let answered = counted("gave both figures exactly; the files name")
                + counted("gave a number, not a range, for both figures; the files name");
            assert!(is_own || answered >= answers, "{case}: {said}");
        }
        assert!(cards > 10, "{cards}");
    }

    /// The short report of answers of authorities.
    fn short_of(rows: &str) -> Vec<Block> {
        of(rows, |context| short(English, crate::parts::summary::in_short(context)))
    }

    fn of(rows: &str, shown: fn(Context<'_>) -> Vec<Block>) -> Vec<Block> {
        of_table(&["Authority,Year,UASC,UASC missing\n", rows].concat(), shown)
    }

    fn of_table(table: &str, shown: fn(Context<'_>) -> Vec<Block>) -> Vec<Block> {
        let mut reader = missing_rates::read::Reader::new("answers.csv", Vec::new());
        reader.push(table.as_bytes());
        let mut returns = missing_rates::Returns::default();
        returns.add(1, reader.finish());
        let (settings, report) =
            (crate::settings::Settings::default(), returns.report(&missing_rates::Query::default()));
        let period = report.periods.last().copied();
        let (language, returns, without_books) = (English, None, false);
        let context = Context { language, report: &report, period, settings: &settings, returns, without_books };
        shown(context)
    }

    #[test]
    fn the_whole_report_begins_with_the_answer() {
        let shown = of("Leeds,2024,100,20\nKent,2024,50,10\n", |context| super::super::blocks(Part::Whole, context));
        let at = |is: &dyn Fn(&Block) -> bool| shown.iter().position(is);
        let section = at(&|block| matches!(block, Block::Section { .. }));
        let controls = at(&|block| matches!(block, Block::Controls { .. }));
        // Whose it is and of when comes before it, and for whom after it.
        assert!(section == Some(1) && controls > section, "{section:?} {controls:?}");
        assert!(matches!(&shown[0], Block::Lead { text } if text.ends_with(", 2024")), "{shown:?}");
        let Some(Block::Section { blocks, .. }) = shown.get(1) else { panic!("{shown:?}") };
        assert!(format!("{blocks:?}").contains("20.0%"), "{blocks:?}");
        // A question that is open comes after the answer, and is there.
        let open = of("Leeds,2024,100,20\nKent,2024,50,a few\n", |context| super::super::blocks(Part::Whole, context));
        let Some(Block::Section { blocks, .. }) = open.get(1) else { panic!("{open:?}") };
        let [Block::Cards { .. }, Block::Note { text }, ..] = &blocks[..] else { panic!("{blocks:?}") };
        assert!(text.contains("1 wording that was not understood"), "{text}");
    }

    #[test]
    fn the_short_report_of_three_groups_is_shorter_for_each_and_says_what_is_open() {
        let three = "Authority,Year,Looked-after children,Looked-after children missing,UASC,UASC missing,Trafficked,\
                     Trafficked missing\nKent,2024,900,99,100,20,40,9\nLeeds,2024,800,80,90,a few,30,5\n";
        let shown = of_table(three, |context| short(English, crate::parts::summary::in_short(context)));
        let said = format!("{shown:?}");
        assert!(said.contains("1 wording that was not understood. Until you decide, they are not counted."), "{said}");
        assert!(said.contains("fewer than half of the 153 authorities"), "{said}");
        // What is true of every share is said once.
        assert_eq!(said.matches("chance alone could have made it").count(), 0, "{said}");
        assert_eq!(said.matches(English.short_method_recording()).count(), 1, "{said}");
        assert!(!said.contains(English.short_method_away()), "{said}");
    }

    #[test]
    fn the_short_report_says_why_there_is_no_share_and_who_answered() {
        for (rows, why) in [
            ("Kent,2024,<5,<5\nLeeds,2024,40,<5\n", English.no_matched_why().into()),
            ("Kent,2024,0,0\n", English.no_children_of_matched(1)),
            ("Kent,2024,0,0\nLeeds,2024,0,0\n", English.no_children_of_matched(2)),
        ] {
            let blocks = short_of(rows);
            let said = format!("{blocks:?}");
            for expected in [&*why, English.no_matched(), English.short_method_heading()] {
                assert!(said.contains(expected), "{expected}: {said}");
            }
            assert!(rows.lines().count() == 1 || said.contains("of 153 authorities"), "{said}");
        }
    }

    #[test]
    fn the_short_report_of_one_nation_is_about_it() {
        let said = format!("{:?}", short_of("Cardiff,2024,500,100\nSwansea,2024,300,30\n"));
        assert!(said.contains("Wales") && said.contains("2 of 22 authorities"), "{said}");
        assert!(!said.contains("United Kingdom") && !said.contains("212"), "{said}");
    }

    #[test]
    fn a_change_in_the_short_report_says_what_it_is_based_on() {
        let said =
            format!("{:?}", short_of("Kent,2023,500,10\nKent,2024,510,30\nLeeds,2024,30,3\nLeeds,2023,Refused,3\n"));
        let rose = said.find("rose from 2").unwrap();
        assert!(said[rose..].contains("This compares like with like: the one authority"), "{said}");
    }

    #[test]
    fn no_step_is_said_twice_no_letter_repeats_tables_and_lists_of_rows_end_after_the_first() {
        let mut worked = 0;
        for (case, blocks) in samples::wholes() {
            let mut said = BTreeSet::new();
            for block in all(&blocks) {
                match block {
                    Block::Opened { summary, blocks } if **summary == *English.worked_how() => {
                        let steps = blocks.iter().filter_map(|block| match block {
                            Block::List { items } => Some(items),
                            _ => None,
                        });
                        for step in steps.flatten() {
                            worked += 1;
                            assert!(said.insert(step.clone()), "{case}: {step}");
                        }
                    }
                    Block::Letter { text } => panic!("{case}: {text}"),
                    Block::Table { table } => {
                        assert!(table.rows.len() <= rows_on_page(&table.id), "{case}: {}", table.id);
                    }
                    _ => {}
                }
            }
        }
        assert!(worked > 50, "{worked}");
        assert_eq!((rows_on_page("quality-rules"), rows_on_page("standing-series-table")), (12, ON_PAGE));
    }

    #[test]
    fn no_two_tables_or_charts_of_a_report_have_one_name() {
        for (case, blocks) in samples::wholes() {
            let mut ids = BTreeSet::new();
            for block in all(&blocks) {
                let id = match block {
                    Block::Table { table } => ["table ", &table.id].concat(),
                    Block::Chart { chart } => ["chart ", &chart.id].concat(),
                    _ => continue,
                };
                assert!(ids.insert(id.clone()), "{case}: {id}");
            }
            assert!(ids.len() > 8, "{case}: {ids:?}");
        }
    }
}
