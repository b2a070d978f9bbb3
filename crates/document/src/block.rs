//! What a part of the results consists of: blocks and tables. The worker, which knows the report and the words, puts
//! them together. The page, which knows neither, shows them.
//!
//! So the page's program stays small, and a part looks the same wherever it is shown (the page, a print, a copy). A
//! control carries the setting that it sets, ready to be sent back.

use serde::{Deserialize, Serialize};

use crate::arranged::Arranged;
use crate::chart::Chart;
use crate::command::Command;
use crate::format::Format;
use crate::setting::{Field, Setting};
use crate::shared::Shared;
use crate::text::Text;

/// One piece of a part. Pieces are in reading order.
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
    /// What makes a figure weak. It is shown beside the figure.
    Note {
        text: Text,
    },
    /// What is to be done before anything else is shown. A screen reader says it when it comes.
    Alert {
        text: Text,
    },
    /// Short lines. Cells at fault may be marked in them.
    List {
        items: Vec<Text>,
    },
    /// Numbers with their names, next to each other.
    Facts {
        facts: Vec<Fact>,
    },
    /// Numbers with what they count, one below the other.
    Tally {
        facts: Vec<Fact>,
    },
    /// What is said about several groups, next to each other where there is room.
    Cards {
        cards: Vec<Card>,
    },
    /// The answer itself, large, with the words that complete the sentence. Only the words where there is no answer.
    Answer {
        share: Option<Text>,
        words: Text,
    },
    /// A whole table.
    Table {
        table: Shared<Table>,
    },
    /// The visible part of a table that is long, or that a reader may sort.
    Window {
        window: Shared<Window>,
    },
    Chart {
        chart: Shared<Chart>,
    },
    /// Something that a reader can open.
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
    /// Controls that belong together, next to each other where there is room.
    Controls {
        blocks: Vec<Block>,
    },
    /// A choice of one option. Choosing an option sets what it carries at once. The id differs from that of any other
    /// control of the part.
    Pick {
        id: Text,
        label: Text,
        options: Vec<Choice>,
        chosen: u32,
    },
    /// Any of several: each is ticked or not, and a click turns it to what it carries.
    Checks {
        label: Text,
        checks: Vec<Check>,
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
    /// The same, but as quiet as a link, in a row of a table.
    Way {
        way: Way,
    },
    /// Lines, each with a link to more, if there is any. Cells at fault may be marked in them.
    Lines {
        lines: Vec<(Text, Option<Way>)>,
    },
    /// Writes a file. `about` says what is in it, if that is not said elsewhere.
    Download {
        format: Format,
        about: Text,
        text: Text,
    },
    /// A link to another part, by its fragment.
    Link {
        fragment: Text,
        text: Text,
    },
    /// A link to a page beside the calculator, where the site has it.
    Page {
        address: Text,
        text: Text,
    },
    /// One part of the whole report.
    Section {
        id: Text,
        title: Text,
        blocks: Vec<Block>,
    },
    /// Something that would otherwise open, where everything is already open.
    Opened {
        summary: Text,
        blocks: Vec<Block>,
    },
    /// Prints the page.
    Print {
        text: Text,
    },
}

/// A link from a row or a line to more about it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Way {
    pub command: Command,
    pub text: Text,
    /// What the link is about, for readers who cannot see what is beside it.
    pub of: Text,
}

/// What is said about one group.
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

/// An option of a choice.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Choice {
    pub setting: Setting,
    pub text: Text,
}

/// A choice that is made or not, beside others.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Check {
    pub text: Text,
    pub ticked: bool,
    /// What a click sets.
    pub turned: Setting,
}

/// A table. The first cell of a row is its heading.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Table {
    /// It differs from the id of any other table in the report.
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
    /// Numbers are aligned right, and sorted by their key, largest first.
    pub numeric: bool,
    /// Whether a reader who searches finds rows by this column too, and not only by their name.
    pub searched: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// Whether it is highlighted: the reader's own, or a total.
    pub marked: bool,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Cell {
    pub text: Text,
    /// The same, with cells of files marked that are at fault, if that is to be shown.
    pub marked: Option<Text>,
    /// The key that it is sorted by, if that is not its text.
    pub key: Option<f64>,
    /// Whether a spreadsheet would run it or take it for another number, so that it is copied with an apostrophe.
    pub guarded: bool,
    /// Whether it makes a figure impossible. Such a gap is shown most prominently.
    pub gap: bool,
    /// A quieter second line.
    pub about: Option<Text>,
    /// Controls, or more text.
    pub blocks: Vec<Block>,
}

/// A table with the rows that are shown. The rows stay in the worker; the page gets only those of the window.
#[derive(Debug, Serialize, Deserialize)]
pub struct Window {
    pub table: Table,
    pub arranged: Arranged,
    /// How many rows match what the reader looks for, and how many there are.
    pub wanted: u64,
    pub all: u64,
}
