//! Beside every table and chart of figures it opens how they were worked out.

use super::super::samples;
use document::Block;
use words::Language;
use words::Language::English;

fn is_worked(language: Language, block: &Block) -> bool {
    matches!(block, Block::Details { summary, .. } if *summary == language.worked_how())
}

/// Tables and charts after which nothing says it before the next heading.
fn unexplained(language: Language, blocks: &[Block], found: &mut Vec<String>) {
    let mut waiting: Vec<String> = Vec::new();
    for block in blocks {
        match block {
            // What others printed was not worked out here.
            Block::Table { table } if table.id.starts_with("published-") => {}
            Block::Table { table } => waiting.push(table.id.to_string()),
            Block::Chart { chart } => waiting.push(chart.id.to_string()),
            Block::Heading { .. } => found.append(&mut waiting),
            block if is_worked(language, block) => waiting.clear(),
            // What opens is explained in it or behind it.
            Block::Details { blocks, .. } => unexplained(language, blocks, &mut waiting),
            _ => {}
        }
    }
    found.append(&mut waiting);
}

/// What is not a figure: how answers were read, and which rows break a rule; and the one page to sign, whose figures are worked
/// out in the parts that they are from.
const NO_FIGURES: [&str; 3] = ["Answers", "Quality", "SignOff"];

#[test]
fn every_table_and_chart_of_figures_is_explained() {
    let mut explained = 0;
    for (case, blocks) in samples::parts() {
        if NO_FIGURES.iter().any(|part| case.ends_with(part)) {
            continue;
        }
        let mut found = Vec::new();
        unexplained(English, &blocks, &mut found);
        assert!(found.is_empty(), "{case}: {found:?}");
        explained += blocks.iter().filter(|block| is_worked(English, block)).count();
    }
    assert!(explained > 60, "{explained}");
}

#[test]
fn what_opens_names_the_files_and_leads_to_the_method() {
    for (case, blocks) in samples::parts() {
        for block in &blocks {
            let Block::Details { blocks: inside, .. } = block else { continue };
            if !is_worked(English, block) {
                continue;
            }
            let [Block::List { items }, Block::Link { fragment, .. }] = inside.as_slice() else {
                panic!("{case}: {inside:?}")
            };
            assert!(items.len() > 1 && fragment == "method", "{case}: {items:?}");
            assert!(items.last().is_some_and(|files| files.starts_with("Files: ")), "{case}: {items:?}");
        }
    }
}

/// By hand: 864 ÷ 2,335 and Wilson's interval, as in docs/method.md.
#[test]
fn a_share_is_worked_out_in_the_readers_own_numbers() {
    let said: Vec<String> = samples::parts()
        .iter()
        .flat_map(|(_, blocks)| blocks)
        .filter(|block| is_worked(English, block))
        .filter_map(|block| match block {
            Block::Details { blocks, .. } => blocks.first(),
            _ => None,
        })
        .filter_map(|block| match block {
            Block::List { items } => Some(items.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
            _ => None,
        })
        .collect();
    for part in [
        "864 ÷ 2,335 = 37.0%.",
        "(0.3700 + 1.96² ÷ (2 × 2,335) ± 1.96 × √(0.3700 × (1 − 0.3700) ÷ 2,335 + 1.96² ÷ (4 × 2,335²))) ÷ (1 + 1.96² ÷ 2,335) = 35.1% to 39.0%.",
        "Counted: the 135 authorities that gave both figures exactly.",
        "With ranges and missing answers, highest: 1,157 ÷ 2,733 = 42.3%.",
        "φ = 4.5 is the mean",
        "Files: answers.csv, 212 rows used.",
        "12,667 ÷ 113,",
        "children: sin²(asin √0.1120 ± 1.96 × √(1 ÷ (4 × 1,",
        "Change: 11.225% − 11.178% = 0.047 percentage points.",
        "Relative to the earlier figure: (11.225% − 11.178%) ÷ 11.178% = 0.4%.",
        "Without Worcestershire: 12,939 ÷ 114,722 = 11.3%.",
    ] {
        assert!(said.iter().any(|said| said.contains(part)), "{part}\n{}", said.join("\n\n"));
    }
}

/// A percentage or a number of points in units of its last decimal, and how many decimals it has.
fn units(text: &str) -> (i64, usize) {
    let decimals = text.split_once('.').map_or(0, |(_, after)| after.bytes().filter(u8::is_ascii_digit).count());
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (digits.parse::<i64>().unwrap() * if text.starts_with('−') { -1 } else { 1 }, decimals)
}

#[test]
fn every_difference_that_is_worked_out_is_what_a_reader_subtracts_or_says_why_not() {
    let (mut differences, mut agree) = (0, 0);
    for (case, blocks) in samples::parts() {
        for block in document::all(&blocks) {
            let Block::List { items } = block else { continue };
            let is_points = |item: &&document::Text| !item.contains('√') && !item.contains('÷');
            for item in items.iter().filter(is_points).filter(|item| item.contains("% − ") && item.contains("% = ")) {
                let (shares, rest) = item.split_once(" = ").unwrap();
                let Some((first, second)) = shares.split_once(" − ") else { panic!("{case}: {item}") };
                let (first, second) = (units(first.rsplit(' ').next().unwrap()), units(second));
                let points = units(rest.split(' ').next().unwrap());
                let is_same = first.1 == second.1 && first.1 == points.1 && first.0 - second.0 == points.0;
                let says_why = items.iter().any(|item| **item == *English.change_rounding());
                assert!(is_same || says_why, "{case}: {item}");
                differences += 1;
                agree += u32::from(is_same);
            }
        }
    }
    assert!(differences > 10 && agree * 10 > differences * 6, "{agree} of {differences}");
}
