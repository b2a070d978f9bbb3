//! The whole report as one web page that needs nothing else: no script, and nothing from elsewhere.

#[cfg(test)]
mod tests;

use super::Note;
use super::svg::{escaped, svg};
use document::{Block, Bounds, Card, Cell, Chart, Drawing, Fact, LONG, Row, Table};
use words::Language;

/// How it looks, on a screen and on paper.
const STYLE: &str = include_str!("../report.css");
/// The sum of [`STYLE`], by which the policy lets it be used, and nothing besides.
const STYLE_SUM: &str = "sha256-SoLed3B8lmU6FYXsnhISGs0Rld72ST4L7FSZQm+r1M4=";

/// What stands at its head.
pub(crate) struct Head<'a> {
    pub(crate) title: &'a str,
    /// Below the title.
    pub(crate) about: Vec<Block>,
}

/// The page of these sections.
pub(crate) fn html(language: Language, head: &Head<'_>, sections: &[Block]) -> String {
    let mut page = Page { out: String::new() };
    page.put(&["<!DOCTYPE html>\n<html lang=\"", language.tag(), "\"><head><meta charset=\"utf-8\"/>"].concat());
    page.put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
    page.put(STYLE_SUM);
    page.put("'; base-uri 'none'; form-action 'none'\"/>");
    page.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    page.element("title", "", head.title);
    page.put("<style>");
    page.put(STYLE);
    page.put("</style></head>\n<body><main>");
    page.element("h1", "", head.title);
    page.blocks(language, &head.about);
    page.contents(language, sections);
    page.blocks(language, sections);
    page.put("</main></body></html>\n");
    page.out
}

/// One table, to stand in a document.
pub fn table(table: &Table) -> String {
    let mut page = Page { out: String::new() };
    page.table(table);
    page.out
}

/// One table in lines, its cells apart by tabs, as spreadsheets take them.
pub fn lines(table: &Table) -> String {
    // A cell has no line of its own.
    let plain = |text: &str| text.replace(['\t', '\r', '\n'], " ");
    let cell = |cell: &Cell| [if cell.guarded { "'" } else { "" }, &plain(&cell.text)].concat();
    let mut out = String::new();
    let mut line = |cells: Vec<String>| {
        out.push_str(&cells.join("\t"));
        out.push('\n');
    };
    line(table.columns.iter().map(|column| plain(&column.name)).collect());
    for row in &table.rows {
        line(row.cells.iter().map(cell).collect());
    }
    out
}

struct Page {
    out: String,
}

impl Page {
    /// Markup as it is.
    fn put(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Words, which are never markup.
    fn say(&mut self, words: &str) {
        self.out.push_str(&escaped(words));
    }

    fn open(&mut self, name: &str, attributes: &str) {
        self.put("<");
        self.put(name);
        if !attributes.is_empty() {
            self.put(" ");
            self.put(attributes);
        }
        self.put(">");
    }

    fn close(&mut self, name: &str) {
        self.put("</");
        self.put(name);
        self.put(">\n");
    }

    /// An element with words in it.
    fn element(&mut self, name: &str, attributes: &str, words: &str) {
        self.open(name, attributes);
        self.say(words);
        self.close(name);
    }

    /// The way to each section.
    fn contents(&mut self, language: Language, sections: &[Block]) {
        self.open("nav", "aria-labelledby=\"contents\"");
        self.element("h2", "id=\"contents\"", language.parts_label());
        self.put("<ul>");
        for section in sections {
            if let Block::Section { id, title, .. } = section {
                self.put("<li>");
                self.element("a", &["href=\"#", id, "\""].concat(), title);
                self.put("</li>");
            }
        }
        self.put("</ul>");
        self.close("nav");
    }

    fn blocks(&mut self, language: Language, blocks: &[Block]) {
        for block in blocks {
            self.block(language, block);
        }
    }

    fn block(&mut self, language: Language, block: &Block) {
        match block {
            Block::Section { id, title, blocks } => {
                let name = [id, "-title"].concat();
                self.open("section", &["id=\"", id, "\" aria-labelledby=\"", &name, "\""].concat());
                self.element("h2", &["id=\"", &name, "\""].concat(), title);
                self.blocks(language, blocks);
                self.close("section");
            }
            Block::Heading { text } => self.element("h3", "", text),
            Block::Lead { text } => self.element("p", "class=\"lead\"", text),
            Block::Text { text } => self.element("p", "", text),
            Block::Note { text } => self.element("p", "class=\"note\"", text),
            Block::List { items } => {
                self.open("ul", if items.len() > LONG { "class=\"long\"" } else { "" });
                for item in items {
                    self.element("li", "", item);
                }
                self.close("ul");
            }
            Block::Facts { facts } => {
                self.list("facts", facts, |page, Fact { name, number, about }| {
                    page.element("dt", "", name);
                    page.element("dd", "", number);
                    page.element("dd", "class=\"quiet\"", about);
                });
            }
            Block::Tally { facts } => {
                self.list("tally", facts, |page, Fact { name, number, .. }| {
                    page.element("dt", "", number);
                    page.element("dd", "", name);
                });
            }
            Block::Cards { cards } => {
                self.open("div", "class=\"cards\"");
                for Card { title, about, blocks } in cards {
                    self.open("article", "class=\"card\"");
                    self.element("h3", "", title);
                    self.element("p", "class=\"quiet\"", about);
                    self.blocks(language, blocks);
                    self.close("article");
                }
                self.close("div");
            }
            Block::Answer { share, words } => {
                self.open("p", "class=\"answer\"");
                if let Some(share) = share {
                    self.element("b", "", share);
                }
                self.say(words);
                self.close("p");
            }
            Block::Table { table } => self.table(table),
            Block::Window { window } => self.table(&window.table),
            Block::Chart { chart } => self.chart(language, chart),
            Block::Details { summary, blocks } | Block::Opened { summary, blocks } => {
                self.open("div", "class=\"opened\"");
                self.element("p", "", summary);
                self.blocks(language, blocks);
                self.close("div");
            }
            Block::Letter { text } => {
                self.open("p", "class=\"letter\"");
                for (at, line) in text.lines().enumerate() {
                    self.put(if at > 0 { "<br/>" } else { "" });
                    self.say(line);
                }
                self.close("p");
            }
            // What can only be used.
            Block::Snippet { .. }
            | Block::Controls { .. }
            | Block::Pick { .. }
            | Block::Input { .. }
            | Block::Button { .. }
            | Block::Download { .. }
            | Block::Print { .. }
            | Block::Link { .. } => {}
        }
    }

    fn list(&mut self, class: &str, facts: &[Fact], write: fn(&mut Self, &Fact)) {
        self.open("dl", &["class=\"", class, "\""].concat());
        for fact in facts {
            self.put("<div>");
            write(self, fact);
            self.close("div");
        }
        self.close("dl");
    }

    /// What is wider than the window scrolls by itself, and can be reached by keyboard for that.
    fn open_wide(&mut self, name: &str) {
        self.put("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"");
        self.say(name);
        self.put("\">");
    }

    fn chart(&mut self, language: Language, chart: &Chart) {
        self.put("<figure>");
        if let Drawing::Bounds { bounds } = &chart.drawing {
            self.bounds(language, chart, bounds);
        } else {
            self.open_wide(&chart.caption);
            // Its caption and its alternative are its title and its description.
            self.put(&svg(language, chart, &Note::default()));
            self.put("</div>");
        }
        self.close("figure");
    }

    /// A bar that is as wide as its card.
    fn bounds(&mut self, language: Language, chart: &Chart, Bounds { share, span, said, .. }: &Bounds) {
        let at = |share: f64| [&*language.tenths(share * 100.0), "%"].concat();
        let (from, to) = (at(span.lower), at(span.upper));
        self.element("figcaption", "", &chart.caption);
        self.put("<svg class=\"bar\" role=\"img\"><title>");
        self.say(&chart.caption);
        self.put("</title><desc>");
        self.say(&chart.alternative);
        self.put("</desc><rect y=\"10\" width=\"100%\" height=\"12\" fill=\"#CECECE\"/>");
        let (wide, share) = (at(span.upper - span.lower), at(*share));
        self.put(&["<rect x=\"", &from, "\" y=\"6\" width=\"", &wide, "\" height=\"20\" fill=\"#8FA9C2\"/>"].concat());
        for end in [from, to] {
            self.put(
                &[
                    "<line x1=\"",
                    &end,
                    "\" x2=\"",
                    &end,
                    "\" y1=\"2\" y2=\"30\" stroke=\"#12436D\" stroke-width=\"2\"/>",
                ]
                .concat(),
            );
        }
        self.put(
            &["<circle cx=\"", &share, "\" cy=\"16\" r=\"8\" fill=\"#12436D\" stroke=\"#FFFFFF\"/></svg>"].concat(),
        );
        let ends = [language.bar_zero(), language.bar_all()].join(" – ");
        let said: Vec<&str> = said.iter().map(AsRef::as_ref).chain([&*ends]).collect();
        self.element("p", "class=\"quiet\"", &said.join(" · "));
    }

    fn table(&mut self, table: &Table) {
        self.open_wide(&table.caption);
        self.put("<table>");
        self.element("caption", "", &table.caption);
        self.put("<thead><tr>");
        let class =
            |at: usize| if table.columns.get(at).is_some_and(|column| column.numeric) { "class=\"n\"" } else { "" };
        for (at, column) in table.columns.iter().enumerate() {
            self.element("th", &["scope=\"col\" ", class(at)].concat(), &column.name);
        }
        self.put("</tr></thead>\n<tbody>");
        for Row { cells, marked } in &table.rows {
            self.open("tr", if *marked { "class=\"marked\"" } else { "" });
            for (at, Cell { text, about, guarded, .. }) in cells.iter().enumerate() {
                let (name, attributes) = if at == 0 { ("th", "scope=\"row\"") } else { ("td", class(at)) };
                self.open(name, attributes);
                // As on the page: copied along, so that a spreadsheet does not run it.
                if *guarded {
                    self.element("span", "class=\"guard\" aria-hidden=\"true\"", "'");
                }
                self.say(text);
                if let Some(about) = about {
                    self.element("span", "class=\"quiet\"", about);
                }
                self.close(name);
            }
            self.close("tr");
        }
        self.put("</tbody></table></div>\n");
    }
}
