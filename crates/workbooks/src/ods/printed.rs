//! What is above and below each printed page of a sheet: the headers and footers of the page that its style names.

use std::collections::BTreeMap;

use crate::archive::Archive;
use crate::printed::says_more;
use crate::refusal::Refusal;
use crate::xml::Piece;

const STYLES: &str = "styles.xml";
/// The page of sheets whose style names none.
const USUAL: &str = "Default";
/// The headers and footers of a page, and of its first and its left side.
const PRINTED: [&str; 6] = ["header", "header-first", "header-left", "footer", "footer-first", "footer-left"];
/// What stands for something else: the name of the sheet or the file, the day, the number of the page.
const FIELDS: [&str; 10] = [
    "sheet-name",
    "title",
    "file-name",
    "date",
    "time",
    "page-number",
    "page-count",
    "author-name",
    "creation-date",
    "annotation",
];
/// No header is longer, in bytes; and no workbook has more of them that anybody reads.
const LONGEST: usize = 4096;
const MOST: usize = 200;

/// The texts of headers and footers, by the name of the page.
#[derive(Debug, Default)]
pub(super) struct Printed(BTreeMap<String, Vec<String>>);

impl Printed {
    /// Reads those of all pages; none if the workbook has no styles.
    ///
    /// # Errors
    /// The archive is damaged.
    pub(super) fn read(archive: &mut Archive<'_>) -> Result<Self, Refusal> {
        let mut pages = Self::default();
        let Some(mut xml) = archive.xml(STYLES)? else { return Ok(pages) };
        let (mut page, mut text, mut within, mut count) = (None::<String>, None::<String>, 0_u32, 0);
        loop {
            match xml.next()? {
                Piece::Open(tag) if tag.name() == "master-page" => page = tag.attribute("name"),
                Piece::Open(tag) if page.is_some() && text.is_none() && PRINTED.contains(&tag.name()) => {
                    let hidden = tag.attribute("display").is_some_and(|display| display == "false");
                    (text, within) = (Some(String::new()), u32::from(hidden));
                }
                Piece::Open(tag) => {
                    within += u32::from(within > 0 || FIELDS.contains(&tag.name()));
                    // Between two paragraphs.
                    if let Some(text) = text.as_mut().filter(|_| tag.name() == "p") {
                        text.push(' ');
                    }
                }
                Piece::Close(tag) if PRINTED.contains(&tag.name()) => {
                    within = 0;
                    let said = text.take().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
                    if let (Some(page), Some(said)) = (&page, said.filter(|said| says_more(said) && count < MOST)) {
                        count += 1;
                        pages.0.entry(page.clone()).or_default().push(said);
                    }
                }
                Piece::Close(tag) if tag.name() == "master-page" => page = None,
                Piece::Close(_) => within = within.saturating_sub(1),
                Piece::Text(more) => {
                    if let Some(text) = text.as_mut().filter(|text| within == 0 && text.len() < LONGEST) {
                        text.push_str(&more);
                    }
                }
                Piece::Other => {}
                Piece::End => return Ok(pages),
            }
        }
    }

    /// Those of a page, by its name.
    pub(super) fn of(&self, page: Option<&str>) -> &[String] {
        self.0.get(page.unwrap_or(USUAL)).map_or(&[], Vec::as_slice)
    }
}
