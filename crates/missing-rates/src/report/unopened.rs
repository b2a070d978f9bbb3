//! Why a workbook, an archive or a file of XML was not opened.

use serde::Serialize;

/// Why a workbook, an archive or a return in XML cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unopened {
    /// A password protects it.
    Password,
    /// It is cut off, or part of it does not follow its format.
    Damaged,
    /// It is a text document, a presentation or the like.
    OtherDocument,
    /// It has no sheet with cells.
    NoSheets,
    /// Nothing in it is a table.
    NoTable,
    /// It is a workbook from before 1997.
    TooOld,
    /// It unpacks to more than any return holds.
    TooLarge,
    /// The same of an archive of files.
    TooLargeArchive,
    /// It is XML with a longer text, or with more elements in each other, than any return.
    TooLargeXml,
    /// It is an archive whose files are packed in a way that is not unpacked here.
    OtherPacking,
    /// It is a workbook with more styles of cells than any program opens.
    TooManyStyles,
    /// It is a workbook of the XML format of Excel 2003.
    ExcelXml,
    /// It is a web page without a table.
    WebPage,
    /// It is an archive in an archive in another.
    TooDeep,
    /// It is XML, but not a return.
    OtherXml,
    /// It is a return in XML, and holds nothing of any child.
    NoChild,
    /// It is XML with names of its own for pieces of text.
    OwnNames,
    /// It is XML that is not well-formed.
    BrokenXml,
    /// The program that opens files had not arrived when the network was closed.
    NotFetched,
    /// The program that opens files stopped at it.
    Stopped,
}

impl Unopened {
    /// Every one.
    pub const ALL: [Self; 20] = [
        Self::Password,
        Self::Damaged,
        Self::OtherDocument,
        Self::NoSheets,
        Self::NoTable,
        Self::TooOld,
        Self::TooLarge,
        Self::TooLargeArchive,
        Self::TooLargeXml,
        Self::OtherPacking,
        Self::TooManyStyles,
        Self::ExcelXml,
        Self::WebPage,
        Self::TooDeep,
        Self::OtherXml,
        Self::NoChild,
        Self::OwnNames,
        Self::BrokenXml,
        Self::NotFetched,
        Self::Stopped,
    ];

    /// The code that the program which opens files writes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Damaged => "damaged",
            Self::OtherDocument => "other-document",
            Self::NoSheets => "no-sheets",
            Self::NoTable => "no-table",
            Self::TooOld => "too-old",
            Self::TooLarge => "too-large",
            Self::TooLargeArchive => "too-large-archive",
            Self::TooLargeXml => "too-large-xml",
            Self::OtherPacking => "other-packing",
            Self::TooManyStyles => "too-many-styles",
            Self::ExcelXml => "excel-xml",
            Self::WebPage => "web-page",
            Self::TooDeep => "too-deep",
            Self::OtherXml => "other-xml",
            Self::NoChild => "no-child",
            Self::OwnNames => "own-names",
            Self::BrokenXml => "broken-xml",
            Self::NotFetched => "not-fetched",
            Self::Stopped => "stopped",
        }
    }

    /// The variant with this code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }
}
