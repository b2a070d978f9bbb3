//! What the styles of a workbook say of what its cells mean: what is hidden, which letters are raised or struck through.

use std::collections::{BTreeMap, BTreeSet};

use crate::looks::Looks;
use crate::refusal::Refusal;
use crate::styles::MOST;
use crate::xml::Tag;

/// The names of styles by what they do.
#[derive(Debug, Default)]
pub(super) struct Styles {
    at: String,
    count: usize,
    hiding: BTreeSet<String>,
    looks: BTreeMap<String, Looks>,
    /// The pages that sheets are printed on.
    pages: BTreeMap<String, String>,
}

impl Styles {
    /// Takes a tag that may be of a style.
    ///
    /// # Errors
    /// There are more than any program opens.
    pub(super) fn take(&mut self, tag: &Tag<'_>) -> Result<(), Refusal> {
        match tag.name() {
            "style" => {
                self.count += 1;
                if self.count > MOST {
                    return Err(Refusal::TooManyStyles);
                }
                self.at = tag.attribute("name").unwrap_or_default();
                if let Some(page) = tag.attribute("master-page-name").filter(|page| !page.is_empty()) {
                    self.pages.insert(self.at.clone(), page);
                }
            }
            "table-properties" if tag.attribute("display").is_some_and(|display| display == "false") => {
                self.hiding.insert(self.at.clone());
            }
            "table-row-properties" if tag.attribute("row-height").is_some_and(|height| is_nothing(&height)) => {
                self.hiding.insert(self.at.clone());
            }
            "table-column-properties" if tag.attribute("column-width").is_some_and(|width| is_nothing(&width)) => {
                self.hiding.insert(self.at.clone());
            }
            "text-properties" => {
                let line = |name| tag.attribute(name).is_some_and(|line| line != "none");
                let looks = Looks {
                    raised: tag.attribute("text-position").is_some_and(|position| raises(&position)),
                    struck: line("text-line-through-style") || line("text-line-through-type"),
                };
                if looks != Looks::default() {
                    self.looks.insert(self.at.clone(), looks);
                }
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn hides(&self, style: &str) -> bool {
        self.hiding.contains(style)
    }

    /// The page that sheets of a style are printed on, if it names one.
    pub(super) fn page(&self, style: &str) -> Option<&str> {
        self.pages.get(style).map(String::as_str)
    }

    /// How letters of a style look, if unlike others.
    pub(super) fn looks(&self, style: &str) -> Looks {
        self.looks.get(style).copied().unwrap_or_default()
    }
}

/// `super 58%`, or above the line by some percent.
fn raises(position: &str) -> bool {
    let first = position.split_ascii_whitespace().next().unwrap_or_default();
    first == "super" || first.strip_suffix('%').and_then(|up| up.parse::<f64>().ok()).is_some_and(|up| up > 0.0)
}

/// Whether a length, as `0.45cm`, leaves nothing to be seen.
fn is_nothing(length: &str) -> bool {
    length.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).parse::<f64>().is_ok_and(|size| size <= 0.0)
}
