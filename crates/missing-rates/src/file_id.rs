//! Identifies a chosen file among the others.

/// Identifies one of the files. The caller that adds a file chooses its id.
pub type FileId = u32;
