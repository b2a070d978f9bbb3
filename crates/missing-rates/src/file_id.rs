//! How a file that was chosen is named among the others.

/// Names one of the files, given by whoever adds it.
pub type FileId = u32;
