//! Files of one module and year that are added together.

use super::{Module, Report};

impl Report {
    /// The files that are used as one module of one year and added together: they may be parts of one return, or one of
    /// them a later version of another, which only a person can say. Files that name the authority of each row are none.
    pub fn added_together(&self) -> Vec<(i32, Module, Vec<&str>)> {
        if !self.foi_by_authority.is_empty() {
            return Vec::new();
        }
        let mut files: Vec<(i32, Module, Vec<&str>)> = Vec::new();
        for of in self.coverage_of_returns.iter().filter(|of| of.used) {
            let (Some(year), Some(file)) = (of.year, of.file.as_deref()) else { continue };
            match files.iter_mut().find(|other| (other.0, other.1) == (year, of.module)) {
                Some((.., names)) => names.push(file),
                None => files.push((year, of.module, vec![file])),
            }
        }
        files.retain(|(.., names)| names.len() > 1);
        files
    }
}
