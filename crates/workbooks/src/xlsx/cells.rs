//! The cells of a sheet.

use std::io::BufRead;

use memchr::memmem::Finder;

use super::texts::{rich, unescaped};
use crate::allowance::refusal;
use crate::archive::Archive;
use crate::binary::FORMULA;
use crate::merged::{Area, Holds, place};
use crate::number::Epoch;
use crate::printed::{printed, says_more};
use crate::refusal::Refusal;
use crate::seen::Seen;
use crate::sheet::Sheet;
use crate::strings::Strings;
use crate::styles::Styles;
use crate::tables::Rule;
use crate::xml::{Piece, Tag, Xml};

/// What the cells of a sheet refer to.
pub(super) struct Of<'a> {
    pub(super) strings: &'a Strings,
    pub(super) styles: &'a Styles,
    pub(super) epoch: Epoch,
    pub(super) uncalculated: bool,
}

/// A cell as it begins.
struct Begun {
    /// Its row and column, from 0.
    at: (u32, u32),
    kind: Kind,
    style: usize,
}

/// How the value of a cell is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    /// A text beside the cell, or that a formula came to.
    Text,
    Truth,
    Error,
    /// A day in words, as `2024-03-31`.
    Day,
}

/// What is in a cell.
#[derive(Default)]
struct Inside {
    value: Option<String>,
    inline: Option<String>,
    formula: Option<String>,
}

/// The areas of merged cells. They come after the cells, so a sheet that has any is read twice.
pub(super) fn areas(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Area>, Refusal> {
    const NAME: &[u8] = b"mergeCell ";
    {
        let mut source = archive.part(part)?.ok_or(Refusal::Damaged)?;
        let finder = Finder::new(NAME);
        let mut window = Vec::new();
        loop {
            let bytes = source.fill_buf().map_err(|error| refusal(&error))?;
            if bytes.is_empty() {
                return Ok(Vec::new());
            }
            window.extend_from_slice(bytes);
            let read = bytes.len();
            source.consume(read);
            if finder.find(&window).is_some() {
                break;
            }
            window.drain(..window.len().saturating_sub(NAME.len()));
        }
    }
    let mut xml = archive.xml(part)?.ok_or(Refusal::Damaged)?;
    let mut areas = Vec::new();
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.name() == "mergeCell" => {
                areas.extend(tag.attribute("ref").and_then(|area| Area::read(&area)));
            }
            Piece::End => return Ok(areas),
            _ => {}
        }
    }
}

impl Of<'_> {
    /// Reads the cells of a sheet.
    pub(super) fn read(&self, archive: &mut Archive<'_>, part: &str, sheet: &mut Sheet<'_, '_>) -> Result<(), Refusal> {
        let mut xml = archive.xml(part)?.ok_or(Refusal::Damaged)?;
        let (mut row, mut column) = (0_u32, 0_u32);
        let mut seen = Seen::new(self.epoch);
        let mut ended = false;
        // Where the condition that comes applies, and whether one was noted.
        let (mut area, mut noted) = (String::new(), false);
        loop {
            let begun = match xml.next()? {
                Piece::Open(tag) => match tag.name() {
                    "c" => {
                        let begun = begun(&tag, row, column)?;
                        column = begun.at.1.saturating_add(1);
                        Some(begun)
                    }
                    "row" => {
                        let [number, hidden, height] = tag.plain(["r", "hidden", "ht"]);
                        if let Some(number) = number {
                            row = number
                                .trim()
                                .parse::<u32>()
                                .ok()
                                .and_then(|row| row.checked_sub(1))
                                .ok_or(Refusal::Damaged)?;
                        }
                        let is_hidden = hidden.is_some_and(|hidden| matches!(&*hidden, "1" | "true"));
                        seen.row(is_hidden || height.is_some_and(|height| is_nothing(&height)));
                        column = 0;
                        None
                    }
                    "col" if tag.says("hidden") || tag.attribute("width").is_some_and(|width| is_nothing(&width)) => {
                        if let (Some(from), Some(to)) = (tag.number("min"), tag.number("max")) {
                            seen.hide(from.saturating_sub(1), to.saturating_sub(1))?;
                        }
                        None
                    }
                    "conditionalFormatting" => {
                        area = tag.attribute("sqref").unwrap_or_default();
                        None
                    }
                    "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter" => {
                        let said = printed(&xml.text(&[])?);
                        if says_more(&said) {
                            sheet.notes.add(Rule::TextBox, None, None, &said);
                        }
                        None
                    }
                    "cfRule" => {
                        let style = tag.number("dxfId").and_then(|style| usize::try_from(style).ok());
                        if style.is_some_and(|style| self.styles.shows_by_condition(style))
                            && !std::mem::replace(&mut noted, true)
                        {
                            sheet.notes.add(Rule::ShownByCondition, None, None, &area);
                        }
                        None
                    }
                    _ => None,
                },
                Piece::Close(tag) => {
                    match tag.name() {
                        "row" => row = row.saturating_add(1),
                        "worksheet" => ended = true,
                        _ => {}
                    }
                    None
                }
                Piece::End if ended => return Ok(()),
                Piece::End => return Err(Refusal::Damaged),
                _ => None,
            };
            let Some(begun) = begun else { continue };
            let inside = inside(&mut xml)?;
            let (text, holds) = self.text(&begun, &inside, &seen, sheet)?;
            seen.cell(sheet, begun.at, (&text, holds))?;
            sheet.style(begun.at, &text, self.styles.strikes(begun.style));
        }
    }

    /// What a person reads in a cell.
    fn text(
        &self,
        begun: &Begun,
        inside: &Inside,
        seen: &Seen,
        sheet: &mut Sheet<'_, '_>,
    ) -> Result<(String, Holds), Refusal> {
        let (at, across) = (Some(begun.at.0), Some(begun.at.1));
        let value = inside.value.as_deref().map(str::trim);
        let unknown = match value {
            None => inside.inline.is_none(),
            Some("") => begun.kind != Kind::Text && begun.kind != Kind::Shared,
            Some("0") => self.uncalculated && begun.kind == Kind::Number,
            Some(_) => false,
        };
        if let Some(formula) = inside.formula.as_ref().filter(|_| unknown) {
            sheet.notes.add(Rule::FormulaWithoutValue, at, across, &["=", formula].concat());
            return Ok((FORMULA.to_owned(), Holds::Words));
        }
        if let Some(text) = &inside.inline {
            return Ok((text.clone(), Holds::Words));
        }
        let Some(value) = value else { return Ok((String::new(), Holds::Words)) };
        Ok(match begun.kind {
            Kind::Shared => {
                let text = value.parse().ok().and_then(|number| self.strings.get(number)).ok_or(Refusal::Damaged)?;
                (text.to_owned(), Holds::Words)
            }
            Kind::Text => (unescaped(inside.value.as_deref().unwrap_or_default()), Holds::Words),
            Kind::Day => (value.trim_end_matches("T00:00:00").replace('T', " "), Holds::When),
            Kind::Truth => (if value == "1" { "TRUE" } else { "FALSE" }.to_owned(), Holds::Words),
            Kind::Error => {
                sheet.notes.add(Rule::CellError, at, across, value);
                (value.to_owned(), Holds::Words)
            }
            Kind::Number if value.is_empty() => (String::new(), Holds::Words),
            Kind::Number => {
                let number: f64 = value.parse().map_err(|_| Refusal::Damaged)?;
                // A white number on white is seen by nobody.
                if self.styles.hides(begun.style) {
                    sheet.notes.add(Rule::ValueNotShown, Some(begun.at.0), Some(begun.at.1), "");
                    return Ok((String::new(), Holds::Words));
                }
                seen.number(sheet, begun.at, number, self.styles.get(begun.style))
            }
        })
    }
}

/// A cell as it begins; where it does not say its place, it is right of the one before.
fn begun(tag: &Tag<'_>, row: u32, column: u32) -> Result<Begun, Refusal> {
    let [name, kind, style] = tag.plain(["r", "t", "s"]);
    let at = match name {
        Some(name) => place(&name).ok_or(Refusal::Damaged)?,
        None => (row, column),
    };
    let kind = match kind.as_deref() {
        None | Some("n") => Kind::Number,
        Some("s") => Kind::Shared,
        Some("b") => Kind::Truth,
        Some("e") => Kind::Error,
        Some("d") => Kind::Day,
        Some(_) => Kind::Text,
    };
    Ok(Begun { at, kind, style: style.and_then(|style| style.parse().ok()).unwrap_or_default() })
}

/// What is in the cell that has just begun, up to its end.
fn inside<R: BufRead>(xml: &mut Xml<R>) -> Result<Inside, Refusal> {
    enum Part {
        Value,
        Formula,
        Inline,
        Other,
    }
    let mut inside = Inside::default();
    loop {
        let part = match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "v" => Part::Value,
                "f" => Part::Formula,
                "is" => Part::Inline,
                _ => Part::Other,
            },
            Piece::Close(_) => return Ok(inside),
            Piece::End => return Err(Refusal::Damaged),
            _ => continue,
        };
        match part {
            Part::Value => inside.value = Some(xml.text(&[])?),
            Part::Formula => inside.formula = Some(xml.text(&[])?),
            Part::Inline => rich(xml, inside.inline.insert(String::new()))?,
            Part::Other => drop(xml.text(&[])?),
        }
    }
}

/// Whether a height or a width leaves nothing to be seen.
fn is_nothing(size: &str) -> bool {
    size.trim().parse::<f64>().is_ok_and(|size| size <= 0.0)
}
