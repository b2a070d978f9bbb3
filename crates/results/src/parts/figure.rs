//! One figure alone, in a frame of another website: without the controls of those who look for more.

use document::{Block, Card};
use words::Language;

use super::quote::source;
use super::{change, compare, summary};
use crate::context::Context;
use crate::figure::{Figure, Show};
use document::{CohortOf, Setting};
use missing_rates::report::Level;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Figure { show, cohort, area } = context.settings.shown.figure;
    let mut settings = context.settings.clone();
    for (of, cohort) in [CohortOf::Compare, CohortOf::Change].into_iter().zip(cohort.into_iter().cycle()) {
        settings.apply(Setting::Cohort { of, cohort });
    }
    if let Some(area) = area {
        settings.apply(Setting::ComparedArea(area));
        // It is highlighted if it is an authority. No figure is calculated anew for that.
        settings.query.authority = Some(area);
    }
    let asked = Context { settings: &settings, ..context };
    let language = context.language;
    let mut shown = still(match show {
        Show::Headline => summary::one(asked, cohort, area),
        Show::Series => change::series(asked),
        Show::Funnel => compare::funnel(asked),
        Show::Map => compare::map(asked),
    });
    if shown.is_empty() {
        return vec![Block::lead(language.figure_none()), Block::text(why(language, show))];
    }
    let own = context.report.totals.iter().any(|total| total.area.level == Level::Return);
    shown.push(Block::text(language.picture_source(source(language, context.report, own))));
    shown
}

/// What the figure would need.
fn why(language: Language, show: Show) -> &'static str {
    match show {
        Show::Headline => language.figure_needs_headline(),
        Show::Series => language.figure_needs_series(),
        Show::Funnel | Show::Map => language.figure_needs_authorities(),
    }
}

/// The blocks that are read, and those that open to be copied or to show a table. Choices, headings and workings are left out.
fn still(blocks: Vec<Block>) -> Vec<Block> {
    let is_taken = |block: &Block| matches!(block, Block::Snippet { .. } | Block::Table { .. });
    let mut shown = Vec::new();
    for block in blocks {
        match block {
            Block::Answer { .. } | Block::Chart { .. } | Block::Note { .. } | Block::Text { .. } => shown.push(block),
            Block::Details { ref blocks, .. } if blocks.iter().all(is_taken) => shown.push(block),
            Block::Cards { cards } => {
                let card = |card: Card| Card { blocks: still(card.blocks), ..card };
                shown.push(Block::Cards { cards: cards.into_iter().map(card).collect() });
            }
            _ => {}
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use document::{Field, Part, all};
    use missing_rates::read::Reader;
    use missing_rates::{Query, Returns};
    use words::Language::English;

    use super::*;
    use crate::parts;
    use crate::settings::Settings;

    const ANSWERS: &str = include_str!("../../../../static/samples/answers-2024.csv");

    fn shown(csv: &str, figure: &str) -> Vec<Block> {
        let mut reader = Reader::new("answers.csv", Vec::new());
        reader.push(csv.as_bytes());
        let mut returns = Returns::default();
        returns.add(1, reader.finish());
        let report = returns.report(&Query::default());
        let mut settings = Settings::default();
        settings.apply(Setting::Typed { field: Field::Figure, text: figure.to_owned() });
        let context = Context {
            language: English,
            report: &report,
            period: report.periods.last().copied(),
            settings: &settings,
            returns: None,
            without_books: false,
        };
        parts::blocks(Part::Figure, context)
    }

    #[test]
    fn each_figure_is_alone_and_of_the_group_and_area_that_is_asked_for() {
        let charts = |figure: &str| -> Vec<String> {
            let blocks = shown(ANSWERS, figure);
            for block in all(&blocks) {
                let is_control = matches!(
                    block,
                    Block::Pick { .. } | Block::Controls { .. } | Block::Checks { .. } | Block::Download { .. }
                );
                assert!(!is_control, "{figure}: {block:?}");
            }
            document::charts(&blocks).iter().map(|chart| chart.caption.to_string()).collect()
        };
        for (figure, caption) in [
            ("headline", "Trafficked children, 2024: the share"),
            ("headline unaccompanied", "Unaccompanied children, 2024: the share"),
            ("series trafficked", "Share of trafficked children who went missing, period by period"),
            (
                "funnel unaccompanied E10000016",
                "Share that went missing by number of children, with limits: Unaccompanied",
            ),
            ("map trafficked", "Share that went missing and its 95% interval, by authority: Trafficked children, 2024"),
        ] {
            let found = charts(figure);
            assert!(found.len() == 1 && found[0].starts_with(caption), "{figure}: {found:?}");
        }
        let kent = shown(ANSWERS, "headline unaccompanied E10000016");
        assert!(format!("{kent:?}").contains("Kent"), "{kent:?}");
        let funnel = shown(ANSWERS, "funnel unaccompanied E10000016");
        let marked = document::charts(&funnel).iter().any(|chart| {
            matches!(&chart.drawing, document::Drawing::Plot { plot } if plot.dots.iter().any(|dot| dot.marked))
        });
        assert!(marked, "{funnel:?}");
    }

    #[test]
    fn what_cannot_be_shown_says_what_it_needs() {
        let one = "Authority,Year,Trafficked,Trafficked missing\nKent,2024,40,10\n";
        for figure in ["funnel", "headline all", "headline trafficked E06000058"] {
            let blocks = shown(one, figure);
            let [Block::Lead { text }, Block::Text { .. }] = &blocks[..] else { panic!("{figure}: {blocks:?}") };
            assert_eq!(&**text, English.figure_none());
        }
    }
}
