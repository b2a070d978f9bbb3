//! A table, and a window on a table that a reader can sort and search.

use document::{
    Arranged, Attribute, Block, Cell, Column, Command, Element, Node, ROWS, Row, Setting, Table, Tag, Text, Use, Window,
};
use words::Language;

use super::control::{link, link_button, press};
use super::fault::marked;
use super::medium::Medium;

/// A table with more rows scrolls in a window of its own.
const LONG: usize = 20;
/// A cell with more letters needs room.
const WORDY: usize = 40;

/// How the blocks in a cell are drawn.
pub(super) type Cells<'a> = &'a dyn Fn(&[Block]) -> Vec<Node>;

/// A whole table, with the links to save and copy it.
pub(super) fn table(language: Language, medium: Medium, table: &Table, cells: Cells<'_>) -> Element {
    let heads = table.columns.iter().map(head).collect();
    let kept = (!medium.is_file()).then(|| keep(language, table, false));
    data(table).child(frame(language, table, heads, cells)).children(kept)
}

/// A table alone, to be copied into a document.
pub(crate) fn whole_table(table: &Table) -> Element {
    of_rows(None, table, table.columns.iter().map(head).collect(), &|_| Vec::new())
}

fn data(table: &Table) -> Element {
    Element::new(Tag::Div).class("data").key(table.id.clone())
}

/// A window, with the controls that arrange it.
pub(super) fn window(language: Language, window: &Window, cells: Cells<'_>) -> Element {
    let Window { table, arranged, wanted, all } = window;
    let find_id: Text = [&table.id, "-find"].concat().into();
    let find = (table.sortable && *all > 10).then(|| {
        let label = Element::new(Tag::Label)
            .class("govuk-label")
            .with(Attribute::For, find_id.clone())
            .text(language.block_filter());
        let field = Element::new(Tag::Input)
            .class("govuk-input")
            .id(find_id)
            .with(Attribute::Type, "text")
            .with(Attribute::Autocomplete, "off")
            .with(Attribute::Spellcheck, "false")
            .with(Attribute::Value, arranged.find.clone())
            .used(Use::Type(arrange(table, arranged.clone()).carried()));
        Element::new(Tag::Div).class("govuk-form-group data__find").key("find").children([label, field])
    });
    let number = |n: u64| language.number(n);
    let from = u64::from(arranged.from);
    let shown = table.rows.len() as u64;
    let some = if wanted < all {
        words::BlockRowsShown { all: &number(*all), rows: *wanted }.text(language)
    } else {
        Text::default()
    };
    let of_them = if shown < *wanted {
        words::BlockRows { all: &number(*wanted), from: &number(from + 1), to: &number(from + shown) }.text(language)
    } else {
        Text::default()
    };
    let between = if some.is_empty() || of_them.is_empty() { "" } else { " " };
    let count = Element::new(Tag::P)
        .class("quiet data__count")
        .key("count")
        .with(Attribute::Role, "status")
        .text(some)
        .text(between)
        .text(of_them);
    let heads = (0..).zip(&table.columns).map(|(at, column)| sort(table, at, column, arranged)).collect();
    let pages = (shown < *wanted).then(|| {
        let before = from.checked_sub(ROWS as u64);
        let after = Some(from + shown).filter(|to| to < wanted);
        let words = language.number(ROWS as u64);
        Element::new(Tag::P).class("data__pages").key("pages").children([
            page(table, language.block_rows_before(&words), arranged, before),
            page(table, language.block_rows_after(&words), arranged, after),
        ])
    });
    data(table)
        .children(find)
        .child(count)
        .child(frame(language, table, heads, cells).key("frame"))
        .children(pages)
        .child(keep(language, table, shown < *wanted).key("keep"))
}

fn arrange(table: &Table, arranged: Arranged) -> Command {
    Command::Set { setting: Setting::Arrange { table: table.id.clone(), arranged } }
}

fn frame(language: Language, table: &Table, heads: Vec<Element>, cells: Cells<'_>) -> Element {
    let long = table.rows.len() > LONG;
    Element::new(Tag::Div)
        .class(if long { "data__frame data__frame--long" } else { "data__frame" })
        .id(id_of_frame(&table.id))
        .with(Attribute::Tabindex, "0")
        .with(Attribute::Role, "region")
        .with(Attribute::AriaLabelledby, id_of_caption(table))
        .child(of_rows(Some(language), table, heads, cells))
}

/// Cells at fault are marked in a `language`.
fn of_rows(language: Option<Language>, table: &Table, heads: Vec<Element>, cells: Cells<'_>) -> Element {
    let name = Element::new(Tag::Span).class("data__caption").text(table.caption.clone());
    let caption = Element::new(Tag::Caption).id(id_of_caption(table)).child(name);
    let head = Element::new(Tag::Thead).child(Element::new(Tag::Tr).children(heads));
    let rows = table.rows.iter().map(|row| line(language, row, &table.columns, cells));
    let body = Element::new(Tag::Tbody).children(rows);
    Element::new(Tag::Table).class("data__table").children([caption, head, body])
}

/// The ids of the element that a table is copied from, and of the element that says whether copying worked.
pub fn ids_to_copy(id: &str) -> (Text, Text) {
    (id_of_frame(id), ["table-said-", id].concat().into())
}

fn id_of_frame(id: &str) -> Text {
    ["table-", id].concat().into()
}

fn id_of_caption(table: &Table) -> Text {
    [&table.id, "-caption"].concat().into()
}

/// Shows the rows from another row on. At the ends, the button stays, so that it keeps the focus, but does nothing.
fn page(table: &Table, words: Text, arranged: &Arranged, to: Option<u64>) -> Element {
    let button = document::draw::button(words);
    match to.and_then(|to| u32::try_from(to).ok()) {
        Some(from) => {
            let command = arrange(table, Arranged { from, ..arranged.clone() }).carried();
            button.used(Use::Press { command, to_top: id_of_frame(&table.id) })
        }
        None => button.with(Attribute::AriaDisabled, "true"),
    }
}

/// The links to save and copy a table. Rows that are not on the page come from the worker.
fn keep(language: Language, table: &Table, of_worker: bool) -> Element {
    let (from, said) = ids_to_copy(&table.id);
    let copy = link(language.block_copy_table(), &table.caption).used(if of_worker {
        press(&Command::CopyTable { id: table.id.clone() })
    } else {
        Use::Copy { from, said: said.clone() }
    });
    let csv = link_button(language.block_csv(), &table.caption, &Command::ExportTable { id: table.id.clone() });
    let said = Element::new(Tag::Span).class("quiet").id(said).with(Attribute::Role, "status");
    Element::new(Tag::P).class("data__keep").children([copy, csv, said])
}

fn head(column: &Column) -> Element {
    head_of(column).text(column.name.clone())
}

fn head_of(column: &Column) -> Element {
    let class = column.numeric.then_some("n");
    Element::new(Tag::Th).with(Attribute::Scope, "col").with_some(Attribute::Class, class)
}

/// The head of a column that sorts the table.
fn sort(table: &Table, at: u32, column: &Column, arranged: &Arranged) -> Element {
    if !table.sortable || column.name.is_empty() {
        return head(column);
    }
    let now = arranged.by.filter(|by| *by == at).map(|_| arranged.backwards);
    let sorted = match now {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let next = Arranged {
        by: Some(at),
        // Numbers are sorted from the largest down, names from the beginning.
        backwards: now.map_or(column.numeric, |backwards| !backwards),
        from: 0,
        find: arranged.find.clone(),
    };
    let button = Element::new(Tag::Button)
        .with(Attribute::Type, "button")
        .class("data__sort")
        .used(press(&arrange(table, next)))
        .text(column.name.clone());
    head_of(column).with(Attribute::AriaSort, sorted).child(button)
}

fn line(language: Option<Language>, row: &Row, columns: &[Column], cells: Cells<'_>) -> Element {
    let cell = |(at, cell): (usize, &Cell)| {
        let numeric = columns.get(at).is_some_and(|column| column.numeric);
        let of = if at == 0 {
            let wordy = cell.about.as_ref().is_some_and(|about| about.len() > WORDY / 2);
            let class = if wordy { "data__name data__words" } else { "data__name" };
            Element::new(Tag::Th).with(Attribute::Scope, "row").class(class)
        } else {
            let wordy = !numeric && cell.text.len() > WORDY;
            let class = match () {
                () if cell.gap => Some("data__gap"),
                () if numeric => Some("n"),
                () => wordy.then_some("data__words"),
            };
            Element::new(Tag::Td).with_some(Attribute::Class, class)
        };
        // It is invisible but copied, so that a spreadsheet does not run what is pasted.
        let guard = cell
            .guarded
            .then(|| Element::new(Tag::Span).class("data__guard").with(Attribute::AriaHidden, "true").text("'"));
        let about = cell.about.clone().map(|about| Element::new(Tag::Span).class("data__about quiet").text(about));
        let of = of.children(guard);
        let of = match language.zip(cell.marked.as_ref()) {
            Some((language, text)) => marked(language, of, text),
            None => of.text(cell.text.clone()),
        };
        of.children(about).children(cells(&cell.blocks))
    };
    let class = row.marked.then_some("data__marked");
    Element::new(Tag::Tr).with_some(Attribute::Class, class).children(row.cells.iter().enumerate().map(cell))
}
