#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;

use super::{Answer, read};

mod cells;
mod unclear;

/// The answer in one word: `24`, `0..4`, the reason with its section.
fn short(answer: &Answer) -> String {
    if let Some(count) = answer.exact() {
        return count.to_string();
    }
    if let Some((lowest, highest)) = answer.bounds() {
        return format!("{lowest}..{highest}");
    }
    let json = serde_json::to_value(answer).unwrap();
    let reason = &json["reason"];
    match reason["section"].as_str() {
        Some(section) => format!("refused {section}"),
        None => reason["reason"].as_str().unwrap().to_owned(),
    }
}

#[test]
fn every_wording_is_read_as_what_it_says() {
    let cells = cells::CELLS.iter().map(|(cell, expected)| (cell, *expected, short(&read(cell))));
    let wrong: Vec<_> = cells.filter(|(_, expected, found)| expected != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_could_be_read_in_two_ways_is_not_guessed() {
    let read = unclear::CELLS.iter().map(|cell| (cell, short(&read(cell))));
    let guessed: Vec<_> = read.filter(|(_, found)| found != "not-understood").collect();
    assert!(guessed.is_empty(), "{guessed:#?}");
}

#[test]
fn only_numbers_and_ranges_have_bounds() {
    assert_eq!((read("24").exact(), read("24").bounds()), (Some(24), Some((24, 24))));
    assert_eq!((read("1-5").exact(), read("1-5").bounds()), (None, Some((1, 5))));
    assert_eq!((read("Refused").exact(), read("Refused").bounds()), (None, None));
    assert!(read("24").withheld().is_none() && read("Refused").withheld().is_some());
}

/// Totals published in 2024 by ECPAT UK and Missing People, which the invented answers add up to.
#[test]
fn the_sample_answers_add_up_to_the_published_totals() {
    let text = include_str!("../../../../../static/samples/answers-2024.csv");
    // The names with a comma are quoted; the last six cells are figures and hold none.
    let rows: Vec<Vec<Answer>> =
        text.lines().skip(1).map(|line| line.rsplit(',').take(6).map(read).collect()).collect();
    let sum = |column: usize| rows.iter().filter_map(|row| row[column].exact()).sum::<u64>();
    let matched = |column: usize, with: usize| {
        let both = rows.iter().filter(|row| row[with].exact().is_some()).filter_map(|row| row[column].exact());
        (both.clone().sum::<u64>(), both.count())
    };
    // From the right: incidents, missing, children of the unaccompanied; then of the trafficked.
    assert_eq!((sum(5), sum(4), matched(5, 4)), (2_638, 864, (2_335, 135)));
    assert_eq!((sum(2), sum(1), matched(2, 1)), (12_530, 1_501, (11_999, 141)));
    let misread = rows.iter().flatten().filter(|answer| short(answer) == "not-understood").count();
    assert_eq!(misread, 0);
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in "\\PC{0,60}") {
        let _ = read(&text);
    }

    #[test]
    fn no_likely_text_makes_reading_panic(
        text in "([0-9]{1,4}|[<≤\\-.,/()\\[\\]* ]|s\\.|section|or|less|than|under|between|and|to|May|not|held|é|§|–){0,12}"
    ) {
        if let Some((lowest, highest)) = read(&text).bounds() {
            prop_assert!(lowest <= highest && highest <= 10_000_000);
        }
    }

    #[test]
    fn a_count_is_itself_and_half_of_a_range(count in 1..10_000_000_u64) {
        prop_assert_eq!(read(&count.to_string()).exact(), Some(count));
        prop_assert_eq!(read(&format!("<{count}")).bounds(), Some((0, count - 1)));
        prop_assert_eq!(read(&format!("{count} or fewer")).bounds(), Some((0, count)));
        prop_assert_eq!(read(&format!("-{count}")).bounds(), None);
    }
}
