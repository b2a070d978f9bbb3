//! What a part of the results is made of: blocks, put together in the worker, which knows the report and the words, and
//! shown by the page, which knows neither.
//!
//! So the page's program stays small, and whatever shows a part (the page, a print, a copy) shows the same. A control
//! carries the name of a setting; what the person does with it comes back to the worker as [`Ask::Set`].
//!
//! [`Ask::Set`]: crate::message::Ask::Set

mod chart;
mod still;
mod window;

use missing_rates::report::is_formula;
use yew::AttrValue;

use crate::message::Format;
use crate::shared::Shared;
use crate::wire::{wire_enum, wire_struct};

pub(crate) use chart::*;
pub(crate) use still::still;
pub(crate) use window::{ARRANGE, Arranged, ROWS, Window, arranged, windows};

/// A list of more lines than this stands in columns.
pub(crate) const LONG: usize = 20;

/// One piece of a part, in the order in which it is read.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// A heading within a part.
    Heading {
        text: AttrValue,
    },
    /// The sentence that says the finding. It stands first, and can be quoted as it is.
    Lead {
        text: AttrValue,
    },
    /// A paragraph.
    Text {
        text: AttrValue,
    },
    /// What makes a figure weak, beside the figure.
    Note {
        text: AttrValue,
    },
    /// Short lines.
    List {
        items: Vec<AttrValue>,
    },
    /// Numbers with their names, side by side.
    Facts {
        facts: Vec<Fact>,
    },
    /// Numbers with what they count, one under another.
    Tally {
        facts: Vec<Fact>,
    },
    /// What is said of several groups, side by side where there is room.
    Cards {
        cards: Vec<Card>,
    },
    /// The answer itself, large, with the words that make a sentence of it; the words alone where there is no answer.
    Answer {
        share: Option<AttrValue>,
        words: AttrValue,
    },
    /// The whole of a table.
    Table {
        table: Shared<Table>,
    },
    /// What is shown of a table that is long, or that a reader may sort.
    Window {
        window: Shared<Window>,
    },
    Chart {
        chart: Shared<Chart>,
    },
    /// Something that opens when wanted.
    Details {
        summary: AttrValue,
        blocks: Vec<Block>,
    },
    /// A text to copy into a letter.
    Snippet {
        id: AttrValue,
        label: AttrValue,
        text: AttrValue,
    },
    /// A text as it would be sent, line by line.
    Letter {
        text: AttrValue,
    },
    /// Controls that belong together, side by side where there is room.
    Controls {
        blocks: Vec<Block>,
    },
    /// One of several: a choice sets `setting` to its value at once.
    Pick {
        setting: AttrValue,
        label: AttrValue,
        options: Vec<Choice>,
        chosen: AttrValue,
    },
    /// A text to type: the button sets `setting` to it. `error` says what is wrong with what was typed last.
    Input {
        setting: AttrValue,
        label: AttrValue,
        hint: AttrValue,
        value: AttrValue,
        button: AttrValue,
        error: Option<AttrValue>,
    },
    /// Sets `setting` to `value`.
    Button {
        setting: AttrValue,
        value: AttrValue,
        text: AttrValue,
    },
    /// Writes a file; `about` says what is in it, if that is not said elsewhere.
    Download {
        format: Format,
        about: AttrValue,
        text: AttrValue,
    },
    /// The way to another part, by its fragment.
    Link {
        fragment: AttrValue,
        text: AttrValue,
    },
    /// A part among others of the whole report.
    Section {
        id: AttrValue,
        title: AttrValue,
        blocks: Vec<Block>,
    },
    /// What could open, where everything stands open.
    Opened {
        summary: AttrValue,
        blocks: Vec<Block>,
    },
    /// Prints the page.
    Print {
        text: AttrValue,
    },
}

/// What is said of one group.
#[derive(Clone, Debug)]
pub(crate) struct Card {
    pub(crate) title: AttrValue,
    /// A quieter second line.
    pub(crate) about: AttrValue,
    pub(crate) blocks: Vec<Block>,
}

/// A number with its name, and what it is about.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) name: AttrValue,
    pub(crate) number: AttrValue,
    pub(crate) about: AttrValue,
}

/// A choice among others.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) value: AttrValue,
    pub(crate) text: AttrValue,
}

/// A table. The first cell of a row is its heading.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Unlike that of any other table in the report.
    pub(crate) id: AttrValue,
    pub(crate) caption: AttrValue,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    /// Whether a reader may sort it by a column and look for a row.
    pub(crate) sortable: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: AttrValue,
    /// Numbers stand to the right, and are sorted by their key, largest first.
    pub(crate) numeric: bool,
    /// Whether a reader who looks for a row finds it by this too, not by its name alone.
    pub(crate) searched: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// Stands out among the others: the reader's own, or a total.
    pub(crate) marked: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    pub(crate) text: AttrValue,
    /// What it is sorted by, if not its text.
    pub(crate) key: Option<f64>,
    /// A spreadsheet would run it as a formula, so that an apostrophe must go along when it is copied.
    pub(crate) guarded: bool,
    /// A quieter second line.
    pub(crate) about: Option<AttrValue>,
    /// Controls, or more to read.
    pub(crate) blocks: Vec<Block>,
}

wire_enum!(Block {
    0 Heading { text },
    1 Lead { text },
    2 Text { text },
    3 Note { text },
    4 List { items },
    5 Facts { facts },
    6 Table { table },
    7 Chart { chart },
    8 Details { summary, blocks },
    9 Snippet { id, label, text },
    10 Controls { blocks },
    11 Pick { setting, label, options, chosen },
    12 Input { setting, label, hint, value, button, error },
    13 Button { setting, value, text },
    14 Download { format, about, text },
    15 Link { fragment, text },
    16 Window { window },
    17 Tally { facts },
    18 Cards { cards },
    19 Answer { share, words },
    20 Section { id, title, blocks },
    21 Opened { summary, blocks },
    22 Print { text },
    23 Letter { text },
});
wire_struct!(Card { title, about, blocks });
wire_struct!(Fact { name, number, about });
wire_struct!(Choice { value, text });
wire_struct!(Table { id, caption, columns, rows, sortable });
wire_struct!(Column { name, numeric, searched });
wire_struct!(Row { cells, marked });
wire_struct!(Cell { text, key, guarded, about, blocks });

impl Block {
    pub(crate) fn heading(text: impl Into<AttrValue>) -> Self {
        Self::Heading { text: text.into() }
    }

    pub(crate) fn lead(text: impl Into<AttrValue>) -> Self {
        Self::Lead { text: text.into() }
    }

    pub(crate) fn text(text: impl Into<AttrValue>) -> Self {
        Self::Text { text: text.into() }
    }

    pub(crate) fn note(text: impl Into<AttrValue>) -> Self {
        Self::Note { text: text.into() }
    }

    pub(crate) fn chart(chart: Chart) -> Self {
        Self::Chart { chart: Shared::new(chart) }
    }
}

/// Blocks and the blocks within them, in order; not those in cells of tables.
pub(crate) fn all(blocks: &[Block]) -> Vec<&Block> {
    let mut found = Vec::new();
    for block in blocks {
        found.push(block);
        match block {
            Block::Details { blocks, .. }
            | Block::Controls { blocks }
            | Block::Section { blocks, .. }
            | Block::Opened { blocks, .. } => found.extend(all(blocks)),
            Block::Cards { cards } => found.extend(cards.iter().flat_map(|card| all(&card.blocks))),
            _ => {}
        }
    }
    found
}

/// Every chart among blocks and the blocks within them, in order.
pub(crate) fn charts(blocks: &[Block]) -> Vec<&Shared<Chart>> {
    let mut found = Vec::new();
    for block in all(blocks) {
        if let Block::Chart { chart } = block {
            found.push(chart);
        }
    }
    found
}

/// The table with this id among blocks and the blocks within them.
pub(crate) fn table<'a>(blocks: &'a [Block], id: &str) -> Option<&'a Table> {
    all(blocks).into_iter().find_map(|block| match block {
        Block::Table { table } if table.id == id => Some(&**table),
        _ => None,
    })
}

impl Column {
    /// A column of words.
    pub(crate) fn words(name: impl Into<AttrValue>) -> Self {
        Self { name: name.into(), numeric: false, searched: false }
    }

    /// A column of numbers.
    pub(crate) fn numbers(name: impl Into<AttrValue>) -> Self {
        Self { name: name.into(), numeric: true, searched: false }
    }

    /// One by which rows are found.
    pub(crate) fn searched(self) -> Self {
        Self { searched: true, ..self }
    }
}

impl Cell {
    pub(crate) fn text(text: impl Into<AttrValue>) -> Self {
        let text = text.into();
        Self { guarded: is_formula(&text), text, ..Self::default() }
    }

    /// A number as it is printed, and what it is sorted by.
    pub(crate) fn number(text: impl Into<AttrValue>, key: impl Into<Option<f64>>) -> Self {
        Self { text: text.into(), key: key.into(), ..Self::default() }
    }
}

impl Row {
    pub(crate) fn new(cells: impl Into<Vec<Cell>>) -> Self {
        Self { cells: cells.into(), marked: false }
    }

    /// One that stands out if `marked`.
    pub(crate) fn marked(self, marked: bool) -> Self {
        Self { marked, ..self }
    }
}
