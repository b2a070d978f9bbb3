//! The text of a table that was taken out of another file: a sheet of a workbook, a file in an archive, a module of a
//! return in XML. It begins with [`TAKEN`], continues as records with commas, in UTF-8, and ends with records that
//! begin with [`NOTE`]: these say what a person would see in the workbook and the text cannot show.

/// The beginning of such a text. No text that a person writes begins in this way.
pub const TAKEN: &[u8] = b"\x01missing-from-care/table\n";

/// The first byte of the first cell of a note. Earlier records do not have this character.
pub const NOTE: u8 = 1;

/// The second cell of the note whose third is the SHA-256 of the whole file.
pub const NOTE_SHA256: &str = "sha256";

/// The second cell of the note that says why the file could not be opened: its third is the reason, its fourth the line.
pub const NOTE_REFUSED: &str = "refused";

/// The beginning of markup that was copied from a page. No file that a person keeps begins in this way.
pub const PASTED: &str = "\x01missing-from-care/pasted\n";

/// The separator between the name of a file and the name of a table taken out of it.
pub const NAME_JOINT: &str = " › ";
