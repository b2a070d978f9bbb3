//! What a part of the results is made of: blocks, put together in the worker, which knows the report and the words, and
//! shown by the page, which knows neither.
//!
//! So the page's program stays small, and whatever shows a part (the page, a print, a copy) shows the same. A control
//! carries the name of a setting; what the person does with it comes back to the worker as [`Ask::Set`].
//!
//! [`Ask::Set`]: crate::Ask::Set

use crate::wire::{wire_enum, wire_struct};
use crate::{Chart, Format, Shared, Table, Text, Window};

/// A list of more lines than this stands in columns.
pub const LONG: usize = 20;

/// One piece of a part, in the order in which it is read.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading within a part.
    Heading {
        text: Text,
    },
    /// The sentence that says the finding. It stands first, and can be quoted as it is.
    Lead {
        text: Text,
    },
    /// A paragraph.
    Text {
        text: Text,
    },
    /// What makes a figure weak, beside the figure.
    Note {
        text: Text,
    },
    /// Short lines.
    List {
        items: Vec<Text>,
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
        share: Option<Text>,
        words: Text,
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
        summary: Text,
        blocks: Vec<Block>,
    },
    /// A text to copy into a letter.
    Snippet {
        id: Text,
        label: Text,
        text: Text,
    },
    /// A text as it would be sent, line by line.
    Letter {
        text: Text,
    },
    /// Controls that belong together, side by side where there is room.
    Controls {
        blocks: Vec<Block>,
    },
    /// One of several: a choice sets `setting` to its value at once.
    Pick {
        setting: Text,
        label: Text,
        options: Vec<Choice>,
        chosen: Text,
    },
    /// A text to type: the button sets `setting` to it. `error` says what is wrong with what was typed last.
    Input {
        setting: Text,
        label: Text,
        hint: Text,
        value: Text,
        button: Text,
        error: Option<Text>,
    },
    /// Sets `setting` to `value`.
    Button {
        setting: Text,
        value: Text,
        text: Text,
    },
    /// Writes a file; `about` says what is in it, if that is not said elsewhere.
    Download {
        format: Format,
        about: Text,
        text: Text,
    },
    /// The way to another part, by its fragment.
    Link {
        fragment: Text,
        text: Text,
    },
    /// A part among others of the whole report.
    Section {
        id: Text,
        title: Text,
        blocks: Vec<Block>,
    },
    /// What could open, where everything stands open.
    Opened {
        summary: Text,
        blocks: Vec<Block>,
    },
    /// Prints the page.
    Print {
        text: Text,
    },
}

/// What is said of one group.
#[derive(Clone, Debug)]
pub struct Card {
    pub title: Text,
    /// A quieter second line.
    pub about: Text,
    pub blocks: Vec<Block>,
}

/// A number with its name, and what it is about.
#[derive(Clone, Debug)]
pub struct Fact {
    pub name: Text,
    pub number: Text,
    pub about: Text,
}

/// A choice among others.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: Text,
    pub text: Text,
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
impl Block {
    pub fn heading(text: impl Into<Text>) -> Self {
        Self::Heading { text: text.into() }
    }

    pub fn lead(text: impl Into<Text>) -> Self {
        Self::Lead { text: text.into() }
    }

    pub fn text(text: impl Into<Text>) -> Self {
        Self::Text { text: text.into() }
    }

    pub fn note(text: impl Into<Text>) -> Self {
        Self::Note { text: text.into() }
    }

    pub fn chart(chart: Chart) -> Self {
        Self::Chart { chart: Shared::new(chart) }
    }
}

/// Blocks and the blocks within them, in order; not those in cells of tables.
pub fn all(blocks: &[Block]) -> Vec<&Block> {
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
pub fn charts(blocks: &[Block]) -> Vec<&Shared<Chart>> {
    let mut found = Vec::new();
    for block in all(blocks) {
        if let Block::Chart { chart } = block {
            found.push(chart);
        }
    }
    found
}

/// The table with this id among blocks and the blocks within them.
pub fn table<'a>(blocks: &'a [Block], id: &str) -> Option<&'a Table> {
    all(blocks).into_iter().find_map(|block| match block {
        Block::Table { table } if table.id == id => Some(&**table),
        _ => None,
    })
}
