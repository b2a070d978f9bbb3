//! Why a file cannot be opened.

/// Why a file cannot be opened. Nothing of it is read then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A password protects it.
    Password,
    /// It is cut off, or something in it is not as its format has it.
    Damaged,
    /// It is an archive, and neither a workbook nor one of files: a text document, a presentation.
    OtherDocument,
    /// It has no sheet of cells: macros, dialogues and charts alone.
    NoSheets,
    /// It has sheets, or files, and none of them holds a table.
    NoTable,
    /// It is a workbook from before 1997.
    TooOld,
    /// What it unpacks to is more than any return, or a piece of it is.
    TooLarge,
    /// The same of an archive of files.
    TooLargeArchive,
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
    /// It is XML, and no return.
    OtherXml,
    /// It is a return in XML, and holds nothing of any child.
    NoChild,
    /// It is XML with names of its own for pieces of text, which are not read.
    OwnNames {
        /// The line of the first, from 1.
        line: u64,
    },
    /// It is XML with a longer text, or with more elements in each other, than any return.
    TooLargeXml {
        /// The line of it, from 1.
        line: u64,
    },
    /// It is XML that is not well-formed.
    BrokenXml {
        /// The line where reading stopped, from 1.
        line: u64,
    },
}

impl Refusal {
    /// As it is written into the text of a table, and which line is meant.
    pub(crate) fn code(self) -> (&'static str, u64) {
        match self {
            Self::Password => ("password", 0),
            Self::Damaged => ("damaged", 0),
            Self::OtherDocument => ("other-document", 0),
            Self::NoSheets => ("no-sheets", 0),
            Self::NoTable => ("no-table", 0),
            Self::TooOld => ("too-old", 0),
            Self::TooLarge => ("too-large", 0),
            Self::TooLargeArchive => ("too-large-archive", 0),
            Self::TooLargeXml { line } => ("too-large-xml", line),
            Self::OtherPacking => ("other-packing", 0),
            Self::TooManyStyles => ("too-many-styles", 0),
            Self::ExcelXml => ("excel-xml", 0),
            Self::WebPage => ("web-page", 0),
            Self::TooDeep => ("too-deep", 0),
            Self::OtherXml => ("other-xml", 0),
            Self::NoChild => ("no-child", 0),
            Self::OwnNames { line } => ("own-names", line),
            Self::BrokenXml { line } => ("broken-xml", line),
        }
    }
}
