//! A cell: its value, and what is shown of it.

use std::io::BufRead;

use super::shapes;
use super::styles::Styles;
use crate::binary::FORMULA;
use crate::looks::{self, Looks};
use crate::merged::Holds;
use crate::number::{percent, plain};
use crate::refusal::Refusal;
use crate::sheet::Sheet;
use crate::tables::Rule;
use crate::xml::{Piece, Tag, Xml};

/// The longest text of a cell, in bytes.
const LONGEST: usize = 4 * 1024 * 1024;

/// What a date of 0 is.
const NO_DAY: &str = "1899-12-30";

/// What of a note is no part of what it says.
const ASIDE: [&str; 4] = ["creator", "date", "creator-initials", "date-string"];

/// A cell as it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    kind: String,
    value: Option<String>,
    formula: Option<String>,
    error: bool,
    /// What is shown; `None` where the file does not say.
    shown: Option<String>,
    remark: String,
    /// Its style strikes it through.
    struck: bool,
}

impl Cell {
    /// A cell as it begins; `usual` is the style of those of its row or column that name none.
    pub(super) fn begin(tag: &Tag<'_>, styles: &Styles, usual: &str) -> Self {
        let style = tag.attribute("style-name");
        let struck = styles.looks(style.as_deref().unwrap_or(usual)).struck;
        let kind = tag.attribute("value-type").unwrap_or_default();
        // LibreOffice calls what an error is shown as a text, and says beside it what it is.
        let error = tag.has("value-type", "error");
        let name = match kind.as_str() {
            "date" => "date-value",
            "time" => "time-value",
            "boolean" => "boolean-value",
            "string" => "string-value",
            _ => "value",
        };
        Self { value: tag.attribute(name), formula: tag.attribute("formula"), kind, error, struck, ..Self::default() }
    }

    /// Whether nothing is in it.
    pub(super) fn is_empty(&self) -> bool {
        let shown = self.shown.as_deref().is_none_or(str::is_empty);
        shown && self.value.is_none() && self.formula.is_none() && self.remark.is_empty()
    }

    /// How many bytes its text comes to, about.
    pub(super) fn bytes(&self) -> u64 {
        self.shown.as_ref().or(self.value.as_ref()).map_or(0, |text| text.len() as u64)
    }

    /// Reads what is in the cell that has just begun, up to its end. Gives back what is written in the shapes above it.
    pub(super) fn read<R: BufRead>(&mut self, xml: &mut Xml<R>, styles: &Styles) -> Result<Vec<String>, Refusal> {
        let mut drawn = Vec::new();
        loop {
            let is_note = match xml.next()? {
                Piece::Open(tag) if tag.name() == "p" => Some(false),
                Piece::Open(tag) if tag.name() == "annotation" => Some(true),
                Piece::Open(tag) if tag.name() == "table" => None,
                // What is drawn above it.
                Piece::Open(_) => {
                    drawn.extend(shapes::read(xml)?);
                    continue;
                }
                Piece::Close(_) => return Ok(drawn),
                Piece::End => return Err(Refusal::Damaged),
                _ => continue,
            };
            match is_note {
                Some(true) => {
                    xml.text(&ASIDE)?.trim().clone_into(&mut self.remark);
                }
                Some(false) => {
                    let mut shown = self.shown.take().map(|before| before + "\n").unwrap_or_default();
                    paragraph(xml, styles, &mut shown)?;
                    self.shown = Some(shown);
                }
                None => drop(xml.text(&[])?),
            }
        }
    }

    /// Puts it into a sheet. Gives back its text.
    pub(super) fn put(&self, row: u32, column: u32, sheet: &mut Sheet<'_, '_>) -> Result<String, Refusal> {
        let (at, across) = (Some(row), Some(column));
        if !self.remark.is_empty() {
            sheet.notes.add(Rule::CellNote, at, across, &self.remark);
        }
        let shown = self.shown.as_deref().map(str::trim);
        let (text, holds) = match self.kind.as_str() {
            "" => match &self.formula {
                // What is shown of an empty text is an empty paragraph.
                Some(formula) if shown.is_none() => {
                    sheet.notes.add(Rule::FormulaWithoutValue, at, across, formula);
                    (FORMULA.to_owned(), Holds::Words)
                }
                _ => (shown.unwrap_or_default().to_owned(), Holds::Words),
            },
            "float" | "currency" | "percentage" => {
                let value = self.value.as_deref().and_then(|value| value.trim().parse::<f64>().ok());
                let value = value.ok_or(Refusal::Damaged)?;
                if let Some((text, holds)) = number(value, &self.kind, shown) {
                    if let Some(shown) =
                        shown.filter(|shown| holds == Holds::Number && is_otherwise(shown, value, &self.kind))
                    {
                        sheet.shown_otherwise((row, column), shown);
                    }
                    (text, holds)
                } else {
                    sheet.notes.add(Rule::ValueNotShown, at, across, "");
                    (String::new(), Holds::Words)
                }
            }
            // A blank date that a formula made 0.
            "date" if self.value.as_deref().is_some_and(|day| day.trim_end_matches("T00:00:00") == NO_DAY) => {
                sheet.notes.add(Rule::ValueNotShown, at, across, "");
                (String::new(), Holds::Words)
            }
            "date" => {
                let day = self.value.as_deref().unwrap_or_default();
                let day = day.trim_end_matches("T00:00:00").replace('T', " ");
                let is_month =
                    |shown: &&str| !has_day(shown) && !is_day_and_month(shown, &day) && names_month_or_year(shown);
                let short = shown.filter(is_month);
                (short.map_or_else(|| day.clone(), str::to_owned), Holds::When)
            }
            "time" => (shown.or(self.value.as_deref()).unwrap_or_default().to_owned(), Holds::When),
            "boolean" => {
                let truth = if self.value.as_deref() == Some("true") { "TRUE" } else { "FALSE" };
                (truth.to_owned(), Holds::Words)
            }
            _ => (shown.or(self.value.as_deref()).unwrap_or_default().to_owned(), Holds::Words),
        };
        if self.error || self.formula.is_some() && text.starts_with("Err:") {
            sheet.notes.add(Rule::CellError, at, across, &text);
        }
        sheet.cell(row, column, &text, holds)?;
        if self.struck && !text.is_empty() {
            sheet.notes.add(Rule::StruckThrough, at, across, &text);
        }
        Ok(text)
    }
}

/// A number as it is read, where `shown` is what its format makes of it; `None` if that is nothing.
fn number(value: f64, kind: &str, shown: Option<&str>) -> Option<(String, Holds)> {
    let exact = if kind == "percentage" { percent(value) } else { plain(value) };
    let Some(shown) = shown else { return Some((exact, Holds::Number)) };
    if shown.is_empty() {
        return None;
    }
    let bare = shown.replace([',', ' ', '\u{a0}', '\u{202f}'], "");
    let digits = bare.strip_prefix('-').unwrap_or(&bare);
    // Zeros before a number are part of an identifier.
    if digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit()) {
        return Some((bare, Holds::Number));
    }
    let dash = matches!(shown, "-" | "–" | "—") && value == 0.0;
    let scientific = bare.split_once('E').is_some_and(|(from, to)| is_number(from) && is_number(to));
    let fraction = bare.split_once('/').is_some_and(|(from, to)| is_number(from) && is_number(to));
    if dash || scientific || fraction || is_same(&bare, value, kind == "percentage") {
        let is_year = shown.len() == 4 && matches!(shown.parse(), Ok(1990..=2079)) && shown == exact;
        return Some((exact, if is_year { Holds::When } else { Holds::Number }));
    }
    Some((shown.to_owned(), Holds::Words))
}

/// Whether what is shown of a number is not that number to so many places, with its sign.
fn is_otherwise(shown: &str, value: f64, kind: &str) -> bool {
    if matches!(shown, "-" | "–" | "—") {
        return true;
    }
    let bare = shown.replace([',', ' ', '\u{a0}', '\u{202f}', '%'], "").replace(['(', '–'], "-").replace(')', "");
    let value = if kind == "percentage" { value * 100.0 } else { value };
    let places = bare.split_once('.').map_or(0, |(_, after)| after.len());
    let unit = 10_f64.powi(-i32::try_from(places).unwrap_or(i32::MAX));
    bare.parse::<f64>().is_ok_and(|shown| !bare.contains('E') && (shown - value).abs() > unit * 0.500_001)
}

/// Whether nothing but digits is shown of a number, with the sign of one below zero, and the sign of a percentage.
fn is_same(shown: &str, value: f64, percentage: bool) -> bool {
    let shown = if percentage { shown.strip_suffix('%').unwrap_or(shown) } else { shown };
    let bracketed = || shown.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let unsigned = if value < 0.0 { shown.strip_prefix('-').or_else(bracketed).unwrap_or(shown) } else { shown };
    is_number(unsigned) && !unsigned.starts_with(['-', '+'])
}

fn is_number(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '+']);
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// Whether what is shown of a date has a day in it, and is not a month or a year alone.
fn has_day(shown: &str) -> bool {
    let mut numbers = 0;
    let mut inside = false;
    for letter in shown.chars() {
        let digit = letter.is_ascii_digit();
        numbers += u32::from(digit && !inside);
        inside = digit;
    }
    numbers > 2 || numbers == 2 && shown.chars().any(char::is_alphabetic)
}

/// Whether what is shown of a date is its day and its month: `01-Jan`, `Mar 5`. A number after a month may be the year.
fn is_day_and_month(shown: &str, day: &str) -> bool {
    let number: String = shown.chars().filter(char::is_ascii_digit).collect();
    let words = shown.chars().any(char::is_alphabetic);
    let of = |range: std::ops::Range<usize>| day.get(range).and_then(|part| part.parse::<u32>().ok());
    let (year, own) = (of(0..4).map(|year| year % 100), of(8..10));
    let before = shown.trim_start().starts_with(|c: char| c.is_ascii_digit());
    words
        && number.len() < 3
        && number.parse().ok().is_some_and(|number| Some(number) == own && (before || Some(number) != year))
}

/// Whether what is shown of a date names a month or a year. A day alone, as `12`, would be a number.
fn names_month_or_year(shown: &str) -> bool {
    let is_year = |digits: &str| digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    shown.chars().any(char::is_alphabetic) || shown.split(|c: char| !c.is_ascii_digit()).any(is_year)
}

/// Reads the paragraph that has just begun onto the end of a text, up to its end.
fn paragraph<R: BufRead>(xml: &mut Xml<R>, styles: &Styles, text: &mut String) -> Result<(), Refusal> {
    // For each element in it, how its letters look, and whether it says nothing.
    let mut within: Vec<(Looks, bool)> = vec![(Looks::default(), false)];
    while let Some(&(looks, silent)) = within.last() {
        match xml.next()? {
            Piece::Open(tag) => {
                match tag.name() {
                    "s" if !silent => {
                        let spaces = tag.number("c").unwrap_or(1).min(1000);
                        text.extend(std::iter::repeat_n(' ', usize::try_from(spaces).unwrap_or(1)));
                    }
                    "tab" if !silent => text.push('\t'),
                    "line-break" if !silent => text.push('\n'),
                    _ => {}
                }
                let style = tag.attribute("style-name").filter(|_| tag.name() == "span");
                let own = style.map(|style| styles.looks(&style)).unwrap_or_default();
                // How a word is pronounced, and what is noted beside it.
                let mute = matches!(tag.name(), "ruby-text" | "annotation" | "note");
                let both = Looks { raised: looks.raised || own.raised, struck: looks.struck || own.struck };
                within.push((both, silent || mute));
            }
            Piece::Close(_) => drop(within.pop()),
            Piece::Text(more) if !silent => looks::push(text, &more, looks),
            Piece::Text(_) | Piece::Other => {}
            Piece::End => return Err(Refusal::Damaged),
        }
        if text.len() > LONGEST {
            return Err(Refusal::TooLarge);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_of_a_number_is_read_where_it_is_more_than_the_number() {
        let cases = [
            (12.0, "float", Some("12"), Some("12")),
            (12.0, "float", None, Some("12")),
            (1200.0, "float", Some("1,200"), Some("1200")),
            (12.4, "float", Some("12"), Some("12.4")),
            (12.0, "float", Some("0012"), Some("0012")),
            (5.0, "float", Some("<5"), Some("<5")),
            (12.0, "float", Some("12 children"), Some("12 children")),
            (0.37, "percentage", Some("37%"), Some("37%")),
            (0.3699, "percentage", Some("37%"), Some("36.99%")),
            (0.0, "float", Some("-"), Some("0")),
            (3.0, "float", Some("-"), Some("-")),
            (1.23e12, "float", Some("1.23E+12"), Some("1230000000000")),
            (1200.0, "currency", Some("£1,200"), Some("£1,200")),
            (7.0, "float", Some(""), None),
            (5.0, "float", Some("5%"), Some("5%")),
            (5.0, "float", Some("5 %"), Some("5 %")),
            (5.0, "float", Some("5+"), Some("5+")),
            (5.0, "float", Some("-5"), Some("-5")),
            (5.0, "float", Some("(5)"), Some("(5)")),
            (-5.0, "float", Some("(5)"), Some("-5")),
            (-5.0, "float", Some("-5"), Some("-5")),
            (-0.05, "percentage", Some("-5%"), Some("-5%")),
            (12.0, "float", Some("1 - 2"), Some("1 - 2")),
        ];
        for (value, kind, shown, text) in cases {
            let found = number(value, kind, shown).map(|(text, _)| text);
            assert_eq!(found.as_deref(), text, "{value} {kind} {shown:?}");
        }
    }

    #[test]
    fn a_month_is_no_day() {
        for (shown, day) in
            [("31/03/24", true), ("31 March 2024", true), ("Mar 24", false), ("March 2024", false), ("2024", false)]
        {
            assert_eq!(has_day(shown), day, "{shown}");
        }
        for (shown, day, both) in [
            ("01-Jan", "2008-01-01", true),
            ("5 March", "2024-03-05", true),
            ("Mar 5", "2024-03-05", true),
            ("Mar 24", "2024-03-24", false),
            ("Mar 24", "2024-03-31", false),
            ("24-Mar", "2024-03-24", true),
            ("March 2024", "2024-03-20", false),
            ("12", "2024-03-12", false),
        ] {
            assert_eq!(is_day_and_month(shown, day), both, "{shown}");
        }
        for (shown, named) in [("Mar 24", true), ("2024", true), ("03/2024", true), ("12", false), ("1-5", false)] {
            assert_eq!(names_month_or_year(shown), named, "{shown}");
        }
    }
}
