//! The numbers that a chart gives in words must be in the tables beside it.

use std::collections::BTreeSet;

use super::samples;
use document::{Block, Cell, Chart, charts};

/// The numbers of a text, with their commas, decimal points and per cent signs, without the one in the name of a return.
fn numbers(text: &str) -> BTreeSet<String> {
    let text = text.replace("SSDA903", "");
    let parts = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '%')));
    let number = |part: &str| part.trim_matches([',', '.']).to_owned();
    parts.map(number).filter(|number| number.contains(|c: char| c.is_ascii_digit())).collect()
}

fn texts_of(cell: &Cell) -> String {
    [&*cell.text, " ", cell.about.as_deref().unwrap_or_default()].concat()
}

/// What the tables of a part and its leading sentences say, row by row and in total.
#[derive(Default)]
struct Said {
    rows: Vec<(String, BTreeSet<String>)>,
    all: BTreeSet<String>,
}

impl Said {
    fn collect(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Lead { text } => self.all.extend(numbers(text)),
                Block::Details { blocks, .. } | Block::Controls { blocks } => self.collect(blocks),
                Block::Cards { cards } => cards.iter().for_each(|card| self.hear_card(&card.blocks)),
                Block::Table { table } => {
                    self.all.extend(numbers(&table.caption));
                    for column in &table.columns {
                        self.all.extend(numbers(&column.name));
                    }
                    for row in &table.rows {
                        let numbers: BTreeSet<String> =
                            row.cells.iter().flat_map(|cell| numbers(&texts_of(cell))).collect();
                        self.all.extend(numbers.clone());
                        let name = row.cells.first().map(|cell| cell.text.to_lowercase()).unwrap_or_default();
                        self.rows.push((name, numbers));
                    }
                }
                _ => {}
            }
        }
    }

    /// What a card says is read beside its chart, so it counts as a row of a table.
    fn hear_card(&mut self, blocks: &[Block]) {
        let mut said = BTreeSet::new();
        for block in blocks {
            match block {
                Block::Answer { share: Some(share), .. } => said.extend(numbers(share)),
                Block::Text { text } => said.extend(numbers(text)),
                // Who answered, of all, and the sentence to quote.
                Block::Details { blocks, .. } => blocks.iter().for_each(|block| {
                    if let Block::Text { text } | Block::Snippet { text, .. } = block {
                        self.all.extend(numbers(text));
                    }
                }),
                _ => {}
            }
        }
        self.all.extend(said.clone());
        self.rows.push((String::new(), said));
    }

    /// Whether a row says what a mark says: its name and every number that is not in the caption.
    fn has_mark(&self, text: &str, chart: &Chart) -> bool {
        let (low, captioned) = (text.to_lowercase(), numbers(&chart.caption));
        let said: BTreeSet<String> = numbers(text).difference(&captioned).cloned().collect();
        self.rows.iter().any(|(name, numbers)| low.starts_with(&**name) && said.is_subset(numbers))
    }

    fn has_all(&self, text: &str, chart: &Chart) -> bool {
        numbers(text).difference(&numbers(&chart.caption)).all(|number| self.all.contains(number))
    }
}

/// The text with one of its numbers changed, for each number.
fn changed<'a>(text: &'a str, chart: &'a Chart) -> impl Iterator<Item = String> {
    let captioned = numbers(&chart.caption);
    numbers(text).into_iter().filter(move |number| !captioned.contains(number)).map(|number| {
        let other = number.replace(|c: char| c.is_ascii_digit(), "7");
        text.replace(&number, &[&other, "987"].concat())
    })
}

#[test]
fn what_a_chart_says_stands_in_its_tables_and_a_changed_number_would_not() {
    let (mut marks, mut changes) = (0, 0);
    for (what, blocks) in samples::parts() {
        let mut said = Said::default();
        said.collect(&blocks);
        for chart in charts(&blocks) {
            let what = format!("{what}, {}", chart.id);
            assert!(said.has_all(&chart.alternative, chart), "{what}: {}", chart.alternative);
            for text in changed(&chart.alternative, chart) {
                changes += 1;
                assert!(!said.has_all(&text, chart), "{what}: {text}");
            }
            for text in chart.drawing.said() {
                marks += 1;
                assert!(said.has_mark(&text, chart), "{what}: {text}");
                assert!(changed(&text, chart).all(|text| !said.has_mark(&text, chart)), "{what}: {text}");
            }
        }
    }
    assert!(marks > 1_000 && changes > 100, "{marks} marks, {changes} changes");
}
