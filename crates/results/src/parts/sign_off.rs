//! The sign-off sheet of a return: one page for the person who answers for it. It has the figures, how they changed,
//! where they are among others, which rows break rules and what that changes, which days are covered, and two
//! signatures. It names no child.

use document::{Block, Cell, Column, Row, Shared, Table, Text};
use missing_rates::cohort::{Average, Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::report::{Area, Basis, Change, Level, Measure, Report};
use words::Language;

use super::precise::Precise;
use super::{coverage, own_change, quality, standing};
use crate::context::Context;
use crate::still::still;

/// More rules than this do not fit on the page.
const RULES: usize = 5;

/// Whether there is a return of one authority to sign.
pub(super) fn can_be_signed(report: &Report) -> bool {
    !report.disclosure.is_safe() && report.totals.iter().any(|total| total.area.level == Level::Return)
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (language, report) = (context.language, context.report);
    let of_return = context.subject().filter(|area| area.level == Level::Return && can_be_signed(report));
    let (Some(area), Some(period)) = (of_return, context.period) else {
        return vec![Block::lead(language.sign_off_none())];
    };
    let mut blocks = vec![
        Block::Controls { blocks: vec![Block::Print { text: language.sign_off_print().into() }] },
        Block::lead(
            words::SignOffLead {
                period: &language.period(period),
                whose: area.name.unwrap_or(language.subject_return()),
            }
            .text(language),
        ),
        figures(context, area),
    ];
    let change = change(report, area, context);
    blocks.extend(change.map(|change| Block::text(own_change::lead(Precise::of(language, report), change))));
    blocks.extend(standing::in_a_line(language, report, period).map(Block::text));
    blocks.extend(standing::summary(context).map(Block::text));
    blocks.push(Block::heading(language.sign_off_quality()));
    let mut years = years(period);
    blocks.extend(quality::lead_of(language, report, &years).into_iter().map(Block::text));
    let (rules, more) = quality::by_rule::first(language, report, &years, RULES);
    blocks.extend(still(language, rules.into_iter().collect(), RULES));
    blocks.extend((more > 0).then(|| Block::note(language.sign_off_more_rules(more))));
    blocks.push(Block::heading(language.sign_off_coverage()));
    // Also the return of the days that it is compared with.
    years.extend(change.into_iter().flat_map(|change| self::years(change.from)));
    let coverage = coverage::in_short(language, report, &context.settings.query, period, &years);
    let most = years.len();
    blocks.extend(still(language, coverage, most));
    blocks.push(Block::heading(language.sign_off_signatures()));
    blocks.push(signatures(language));
    blocks
}

/// The years of the returns that answer for a period.
fn years(period: Period) -> Vec<i32> {
    (period.start().collection_year()..=period.end().collection_year()).collect()
}

/// The change of the share of all children since the same days a year earlier.
fn change<'a>(report: &'a Report, area: &Area, context: Context<'_>) -> Option<&'a Change> {
    report.changes.iter().find(|change| {
        (change.basis, change.area, Some(change.to), change.cohort, change.measure)
            == (Basis::ChildLevel, *area, context.period, Cohort::All, Measure::Share(Share::Missing))
    })
}

/// A line for each group of children.
fn figures(context: Context<'_>, area: &Area) -> Block {
    let (language, report) = (context.language, context.report);
    let is_whole = context.period.is_some_and(|p| p.as_collection_year().is_some() && !report.is_quiet_in(p));
    let row = |cohort: Cohort| {
        let total = |count: Count| {
            let here = |t: &&missing_rates::report::Total| {
                (t.area, Some(t.period), t.cohort, t.measure) == (*area, context.period, cohort, count)
            };
            report.totals.iter().find(here).and_then(|total| total.exact)
        };
        let number = |count: Count| match total(count) {
            Some(n) => Cell::number(language.number(n), n as f64),
            None => Cell::text(language.sign_off_not_given()),
        };
        let rate = context.rates(area, cohort, Share::Missing).into_iter().find(|rate| rate.value.is_some());
        let each = report.ratios.iter().find(|ratio| {
            (ratio.area, Some(ratio.period), ratio.cohort, ratio.measure)
                == (*area, context.period, cohort, Average::IncidentsPerMissingChild)
        });
        let each = each.and_then(|ratio| ratio.value);
        let share = match rate {
            Some(rate) => Cell {
                about: (cohort == Cohort::All && is_whole).then(|| language.sign_off_printed(&language.whole(rate))),
                ..Cell::number(language.rate(rate), rate.value)
            },
            None => Cell::text(language.sign_off_not_given()),
        };
        Row::new([
            Cell::text(language.cohort(cohort)),
            number(Count::Children),
            number(Count::ChildrenMissing),
            share,
            number(Count::MissingIncidents),
            each.map_or_else(|| Cell::text(""), |each| Cell::number(language.tenths(each), each)),
            number(Count::ChildrenMissingMoreThanOnce),
            number(Count::ChildrenMissingAtEnd),
        ])
    };
    let period = context.period.map(|period| language.period(period)).unwrap_or_default();
    Block::Table {
        table: Shared::new(Table {
            id: "sign-off-figures".into(),
            caption: language.sign_off_figures(&period),
            columns: vec![
                Column::words(language.sign_off_group()),
                Column::numbers(language.sign_off_children()),
                Column::numbers(language.sign_off_missing()),
                Column::numbers(language.sign_off_share()),
                Column::numbers(language.incidents()),
                Column::numbers(language.sign_off_each()),
                Column::numbers(language.more_than_once()),
                Column::numbers(language.at_end()),
            ],
            rows: context.cohorts(area).into_iter().map(row).collect(),
            sortable: false,
        }),
    }
}

/// Two lines for signatures.
fn signatures(language: Language) -> Block {
    let row = |who: &'static str| Row::new([who, "", "", ""].map(|text| Cell::text(Text::from(text))));
    Block::Table {
        table: Shared::new(Table {
            id: "sign-off-signatures".into(),
            caption: language.sign_off_statement().into(),
            columns: vec![
                Column::words(language.sign_off_who()),
                Column::words(language.sign_off_name()),
                Column::words(language.sign_off_signature()),
                Column::words(language.sign_off_date()),
            ],
            rows: vec![row(language.sign_off_analyst()), row(language.sign_off_director())],
            sortable: false,
        }),
    }
}

#[cfg(test)]
mod tests {
    use missing_rates::Returns;
    use missing_rates::read::Reader;
    use missing_rates::report::Disclosure;
    use words::Language::English;

    use super::*;
    use crate::settings::Settings;
    use document::{Setting, all};

    const RETURN: [(&str, &[u8]); 4] = [
        ("header.csv", include_bytes!("../../../../static/samples/ssda903/header.csv")),
        ("episodes.csv", include_bytes!("../../../../static/samples/ssda903/episodes.csv")),
        ("uasc.csv", include_bytes!("../../../../static/samples/ssda903/uasc.csv")),
        ("missing.csv", include_bytes!("../../../../static/samples/ssda903/missing.csv")),
    ];

    const HEADS: [&str; 2] =
        ["CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n", "CHILD,DOB,MISSING,MIS_START,MIS_END\n"];

    /// The sheet of the latest of these years. Children 1 to 9 stay, and each year's rows of Missing come after its name.
    fn sheet_of(years: &[(i32, &str)]) -> Vec<Block> {
        let mut returns = Returns::default();
        let stay: String = (1..10).map(|id: i32| [&id.to_string(), ",01/05/2021,S,C2,U1,PR1,,\n"].concat()).collect();
        let files = years.iter().flat_map(|(year, missing)| {
            let episodes = (format!("episodes {year}.csv"), [HEADS[0], &*stay].concat());
            [episodes, (format!("missing {year}.csv"), [HEADS[1], missing].concat())]
        });
        for (id, (name, text)) in (1..).zip(files) {
            let mut reader = Reader::new(&name, Vec::new());
            reader.push(text.as_bytes());
            returns.add(id, reader.finish());
        }
        let mut settings = Settings::default();
        for (year, _) in years {
            settings.apply(Setting::Complete { year: *year, complete: true });
        }
        let report = returns.report(&settings.query);
        let period = report.periods.last().copied();
        let language = English;
        blocks(Context {
            language,
            report: &report,
            period,
            settings: &settings,
            returns: Some(&returns),
            without_books: false,
        })
    }

    fn table<'a>(blocks: &'a [Block], id: &str) -> &'a Table {
        let tables = all(blocks).into_iter();
        let is = |block: &'a Block| if let Block::Table { table } = block { Some(&**table) } else { None };
        tables.filter_map(is).find(|table| table.id == *id).expect("a table")
    }

    #[test]
    fn the_sheet_counts_the_rows_of_the_return_that_is_signed_and_each_rule_once() {
        let long = |year: i32, ids: std::ops::Range<i32>| -> String {
            let row = |id: i32| format!("{id},05/06/2012,M,01/08/{year},15/10/{year}\n");
            ids.map(row).collect()
        };
        let (one, two) = (long(2023, 1..5), [long(2024, 1..4), long(2024, 1..2)].concat());
        let blocks = sheet_of(&[(2024, &one), (2025, &two), (2023, "1,05/06/2012,M,01/08/2022,03/08/2022\n")]);
        let said = format!("{blocks:?}");
        assert!(said.contains("4 rows of this return break a rule."), "{said}");
        assert!(
            said.contains("4 rows of other years’ returns, listed under Data quality, break one too. Leaving all"),
            "{said}"
        );
        let rules = table(&blocks, "quality-rules");
        let shown: Vec<&str> = rules.rows.iter().map(|row| row.cells[0].text.as_str()).collect();
        let each: std::collections::BTreeSet<&str> = shown.iter().copied().collect();
        assert_eq!(each.len(), shown.len(), "{shown:?}");
        let long = rules.rows.iter().find(|row| row.cells[0].text == *"longer-than-28-days").expect("the rule");
        assert_eq!(long.cells[2].text, "4");
        assert!(!said.contains("more rules are broken") && !said.contains("more rule is broken"), "{said}");
        // The year that is signed, and the one that it is compared with.
        let coverage = table(&blocks, "coverage");
        let years: Vec<&str> = coverage.rows.iter().map(|row| row.cells[0].text.as_str()).collect();
        assert_eq!(years, ["31 March 2025", "31 March 2024"]);
        // Rows of other years alone.
        let said = format!("{:?}", sheet_of(&[(2024, &one), (2025, "1,05/06/2012,M,01/08/2024,03/08/2024\n")]));
        assert!(said.contains("No row of this return breaks a rule that was checked."), "{said}");
    }

    #[test]
    fn the_sheet_has_the_figures_of_the_summary_and_names_no_child() {
        let mut returns = Returns::default();
        for (id, (name, bytes)) in (1..).zip(RETURN) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(bytes);
            returns.add(id, reader.finish());
        }
        let mut settings = Settings::default();
        settings.apply(Setting::Authority(missing_rates::area::AreaCode::read("E10000016")));
        for safe in [false, true] {
            if safe {
                settings.apply(Setting::Disclosure(Disclosure::Safe));
            }
            let report = returns.report(&settings.query);
            let period = report.periods.last().copied();
            let context = Context {
                language: English,
                report: &report,
                period,
                settings: &settings,
                returns: Some(&returns),
                without_books: false,
            };
            let blocks = blocks(context);
            assert_eq!(blocks.len() == 1, safe);
            if safe {
                continue;
            }
            let tables: Vec<_> = all(&blocks)
                .into_iter()
                .filter_map(|b| if let Block::Table { table } = b { Some(table) } else { None })
                .collect();
            let first: Vec<&str> = tables[0].rows[0].cells.iter().map(|cell| cell.text.as_str()).collect();
            assert_eq!(first, ["All looked-after children", "204", "18", "8.8%", "37", "2.1", "8", "1"]);
            let written = format!("{blocks:?}");
            // Those rules come first whose rows change the share most.
            let by = |rule: &str| {
                let case = report.sensitivity.iter().find(|case| case.rule == Some(rule));
                case.and_then(|case| case.points).unwrap_or_default().abs()
            };
            let rules = tables.iter().find(|table| table.id == "quality-rules").expect("rules are broken");
            let shown: Vec<f64> = rules.rows.iter().map(|row| by(&row.cells[0].text)).collect();
            assert!(shown.len() <= RULES && shown.is_sorted_by(|a, b| a >= b), "{shown:?}");
            let most = report.findings.iter().map(|finding| by(finding.rule)).fold(0.0, f64::max);
            assert_eq!(shown.first().copied(), Some(most));
            let children: Vec<&str> =
                report.found_children.iter().map(|found| found.child.as_str()).filter(|id| id.len() > 3).collect();
            assert!(!children.is_empty() && children.iter().all(|child| !written.contains(child)));
        }
    }
}
