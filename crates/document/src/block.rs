//! What a part of the results is made of: blocks and tables, put together in the worker, which knows the report and the
//! words, and shown by the page, which knows neither.
//!
//! So the page's program stays small, and whatever shows a part (the page, a print, a copy) shows the same. A control
//! carries what it sets, ready to be sent back.

use serde::{Deserialize, Serialize};

use crate::arranged::Arranged;
use crate::chart::Chart;
use crate::command::Command;
use crate::format::Format;
use crate::setting::{Field, Setting};
use crate::shared::Shared;
use crate::text::Text;

/// One piece of a part, in the order in which it is read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Block {
    /// A heading within a part.
    Heading {
        text: Text,
    },
    /// The sentence that says the finding. It comes first, and can be quoted as it is.
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
    /// One of several: a choice sets what it carries at once. The id is unlike that of any other control of the part.
    Pick {
        id: Text,
        label: Text,
        options: Vec<Choice>,
        chosen: u32,
    },
    /// A text to type: the button sets the field to it. `error` says what is wrong with what was typed last.
    Input {
        id: Text,
        field: Field,
        label: Text,
        hint: Text,
        value: Text,
        button: Text,
        error: Option<Text>,
    },
    /// Asks something of the worker.
    Button {
        command: Command,
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
    /// What could open, where everything is open.
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
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Card {
    pub title: Text,
    /// A quieter second line.
    pub about: Text,
    pub blocks: Vec<Block>,
}

/// A number with its name, and what it is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Fact {
    pub name: Text,
    pub number: Text,
    pub about: Text,
}

/// A choice among others.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Choice {
    pub setting: Setting,
    pub text: Text,
}

/// A table. The first cell of a row is its heading.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Table {
    /// Unlike that of any other table in the report.
    pub id: Text,
    pub caption: Text,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Whether a reader may sort it by a column and look for a row.
    pub sortable: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Column {
    pub name: Text,
    /// Numbers stand to the right, and are sorted by their key, largest first.
    pub numeric: bool,
    /// Whether a reader who looks for a row finds it by this too, not by its name alone.
    pub searched: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// Stands out among the others: the reader's own, or a total.
    pub marked: bool,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Cell {
    pub text: Text,
    /// What it is sorted by, if not its text.
    pub key: Option<f64>,
    /// A spreadsheet would run it as a formula, so that an apostrophe must go along when it is copied.
    pub guarded: bool,
    /// What makes a figure impossible: seen before all others.
    pub gap: bool,
    /// A quieter second line.
    pub about: Option<Text>,
    /// Controls, or more to read.
    pub blocks: Vec<Block>,
}

/// A table with the rows that are shown of it. The rows stay in the worker; the page gets those of the window alone.
#[derive(Debug, Serialize, Deserialize)]
pub struct Window {
    pub table: Table,
    pub arranged: Arranged,
    /// How many rows are what the reader looks for, and how many there are.
    pub wanted: u64,
    pub all: u64,
}
