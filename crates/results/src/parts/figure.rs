//! One figure alone, in a frame of another website: without the controls of those who look for more.

use document::{Block, Card};
use words::Language;

use super::quote::source;
use super::{change, compare, summary};
use crate::context::Context;
use crate::figure::{Figure, Show};
use document::{CohortOf, Setting};
use missing_rates::area::AreaCode;
use missing_rates::report::Level;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let asked_for = context.settings.shown.figure;
    let Figure { show, cohort, area, unknown } = asked_for;
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
    let found = match show {
        _ if !is_known(context, asked_for) => Vec::new(),
        Show::Headline => still(summary::one(asked, cohort, area)),
        Show::Series => still(change::series(asked, area)),
        Show::Funnel => still(compare::funnel(asked)),
        Show::Map => still(compare::map(asked)),
        Show::Table => compare::table(asked).into_iter().collect(),
    };
    if found.is_empty() {
        let why = match asked_for {
            _ if unknown => language.figure_unknown(),
            _ if is_known(context, asked_for) => why(language, show),
            _ => language.figure_needs_headline(),
        };
        return vec![Block::lead(language.figure_none()), Block::text(why)];
    }
    let own = context.report.totals.iter().any(|total| total.area.level == Level::Return);
    let source = match document::charts(&found).into_iter().find(|chart| chart.id == *super::SERIES) {
        Some(chart) => super::series_sources(language, context.report, chart),
        None => source(language, context.report, own).into(),
    };
    let source = Block::text(language.picture_source(&source));
    found.into_iter().chain([source]).collect()
}

/// Whether anything is known of the group and of the area that were asked for: another figure never takes their place. An
/// authority that is only highlighted need not have answered.
fn is_known(context: Context<'_>, Figure { show, cohort, area, unknown }: Figure) -> bool {
    let is_highlighted = |area: &AreaCode| {
        matches!(show, Show::Funnel | Show::Map | Show::Table) && missing_rates::area::authority(*area).is_some()
    };
    let area = area.filter(|area| !is_highlighted(area));
    !unknown
        && context.report.totals.iter().any(|total| {
            (show == Show::Series || Some(total.period) == context.period)
                && cohort.is_none_or(|cohort| total.cohort == cohort)
                && area.is_none_or(|area| total.area.code == Some(area))
        })
}

/// What the figure would need.
fn why(language: Language, show: Show) -> &'static str {
    match show {
        Show::Headline => language.figure_needs_headline(),
        Show::Series => language.figure_needs_series(),
        Show::Funnel | Show::Map | Show::Table => language.figure_needs_authorities(),
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
    use document::{Field, Part, Row, all};
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
        // Visitors read plain words.
        let said = format!("{funnel:?}");
        assert!(said.contains(English.funnel_about_public()) && !said.contains('φ') && !said.contains('τ'), "{said}");
    }

    #[test]
    fn a_table_is_alone_and_keeps_to_the_group_and_the_area() {
        let table = |figure: &str| {
            let blocks = shown(ANSWERS, figure);
            let [Block::Table { table }, Block::Text { .. }] = &blocks[..] else { panic!("{figure}: {blocks:?}") };
            let names = |is: &dyn Fn(&Row) -> bool| -> Vec<String> {
                table.rows.iter().filter(|row| is(row)).map(|row| row.cells[0].text.to_string()).collect()
            };
            (table.caption.to_string(), names(&|_| true), names(&|row| row.marked))
        };
        let (caption, all, marked) = table("table unaccompanied E10000016");
        assert!(caption.contains("Unaccompanied children, 2024"), "{caption}");
        assert!(all.len() > 150 && marked.contains(&"Kent".to_owned()), "{marked:?}");
        let (_, south_east, marked) = table("table trafficked E12000008");
        let has = |name: &str| south_east.iter().any(|of| of == name);
        assert!(has("Kent") && has("South East") && !has("Leeds"), "{south_east:?}");
        assert!(!marked.contains(&"Kent".to_owned()), "{marked:?}");
    }

    #[test]
    fn a_table_of_a_nation_holds_nothing_outside_it() {
        let table = |area: &str| -> Vec<String> {
            let blocks = shown(ANSWERS, &format!("table unaccompanied {area}"));
            let [Block::Table { table }, Block::Text { .. }] = &blocks[..] else { panic!("{area}: {blocks:?}") };
            table.rows.iter().map(|row| row.cells[0].text.to_string()).collect()
        };
        let wales = table("W92000004");
        assert_eq!((wales.len(), wales[0].as_str()), (19, "Wales"), "{wales:?}");
        let london = table("E12000007");
        let has = |names: &[String], name: &str| names.iter().any(|of| of == name);
        assert!(has(&london, "Inner London") && has(&london, "Camden"), "{london:?}");
        assert!(!has(&london, "England") && !has(&london, "United Kingdom") && !has(&london, "Kent"), "{london:?}");
        let england = table("E92000001");
        assert!(has(&england, "South East") && has(&england, "Kent"), "{england:?}");
        assert!(!has(&england, "Wales") && !has(&england, "United Kingdom"), "{england:?}");
    }

    #[test]
    fn a_series_names_its_years_and_every_source() {
        let shown = shown(ANSWERS, "series unaccompanied");
        let chart = document::charts(&shown)[0];
        assert!(chart.caption.ends_with("period by period, 1 October 2014 to 31 December 2024"), "{}", chart.caption);
        let said = format!("{shown:?}");
        let sources = "Source: answers of authorities; for the earlier years, reports of ECPAT UK and Missing People.";
        assert!(said.contains(sources), "{said}");
        assert!(!said.to_lowercase().contains("your files"), "{said}");
    }

    #[test]
    fn a_series_is_of_the_area_that_is_asked_for_or_there_is_none() {
        let answers = "Authority,Year,Trafficked,Trafficked missing\nKent,2023,40,10\nKent,2024,50,10\nLeeds,2023,80,8\nLeeds,2024,80,4\nHull,2024,10,1\n";
        let kent = shown(answers, "series trafficked E10000016");
        let chart = document::charts(&kent)[0];
        assert!(chart.caption.starts_with("Kent: share of trafficked children"), "{}", chart.caption);
        assert_eq!(&*chart.alternative, "Shares from 2023 (25.0%) to 2024 (20.0%), each with its 95% interval.");
        let all = shown(answers, "series trafficked");
        assert!(document::charts(&all)[0].caption.starts_with("Share of trafficked children"));
        for none in ["series trafficked E06000010", "series trafficked E08000003", "series all E10000016"] {
            let blocks = shown(answers, none);
            let [Block::Lead { text }, Block::Text { .. }] = &blocks[..] else { panic!("{none}: {blocks:?}") };
            assert_eq!(&**text, English.figure_none());
        }
    }

    #[test]
    fn another_group_or_region_never_takes_the_place_of_the_one_that_is_asked_for() {
        for show in ["headline", "series", "funnel", "map", "table"] {
            for of in ["all", "trafficked W92000004", "trafficked E12000099", "trafficked Kent", "traficked"] {
                let figure = format!("{show} {of}");
                let blocks =
                    shown("Authority,Year,Trafficked,Trafficked missing\nKent,2024,40,10\nLeeds,2024,50,5\n", &figure);
                let [Block::Lead { text }, Block::Text { .. }] = &blocks[..] else { panic!("{figure}: {blocks:?}") };
                assert_eq!(&**text, English.figure_none());
            }
        }
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
