//! The sign-off sheet of a return: one page for the person who answers for it. It has the figures, how they changed,
//! where they are among others, which rows break rules and what that changes, which days are covered, and two
//! signatures. It names no child.

use document::{Block, Cell, Column, Row, Shared, Table, Text};
use missing_rates::cohort::{Average, Cohort, Count, Share};
use missing_rates::report::{Area, Basis, Change, Level, Measure, Report};
use words::Language;

use super::{coverage, own_change, quality, standing};
use crate::context::Context;
use crate::still::still;

/// More rules, and more years, than this do not fit on the page.
const RULES: usize = 6;
const YEARS: usize = 4;

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
    blocks.extend(change(report, area, context).map(|change| Block::text(own_change::lead(language, change))));
    blocks.extend(standing::in_a_line(language, report, period).map(Block::text));
    blocks.extend(standing::summary(context).map(Block::text));
    blocks.push(Block::heading(language.sign_off_quality()));
    blocks.push(Block::text(quality::lead(language, report)));
    blocks.extend(still(language, quality::by_rule::first(language, report, RULES), RULES));
    let more = report.findings.len().saturating_sub(RULES) as u64;
    blocks.extend((more > 0).then(|| Block::note(language.sign_off_more_rules(more))));
    blocks.push(Block::heading(language.sign_off_coverage()));
    blocks.extend(still(language, coverage::blocks(language, report, &context.settings.query), YEARS));
    blocks.push(Block::heading(language.sign_off_signatures()));
    blocks.push(signatures(language));
    blocks
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
