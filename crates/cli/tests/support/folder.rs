//! A made return in a folder of its own, and the program that is run on it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_collect, clippy::format_push_string)]

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

pub(crate) const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n";
pub(crate) const MISSING: &str = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";

/// A folder of its own for each time that one is made, whatever the other tests call theirs.
pub(crate) struct Folder(pub(crate) PathBuf);

static FOLDERS: AtomicU32 = AtomicU32::new(0);

impl Folder {
    pub(crate) fn new(name: &str, files: &[(&str, String)]) -> Self {
        let (process, made) = (std::process::id(), FOLDERS.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(format!("missing-from-care-{name}-{process}-{made}"));
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in files {
            std::fs::write(folder.join(name), text).unwrap();
        }
        Self(folder)
    }

    /// What is printed, and what is said of the files, for all of them in the folder.
    pub(crate) fn run(&self, options: &[&str]) -> (String, String) {
        let mut files: Vec<PathBuf> = std::fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let mut command = Command::new(env!("CARGO_BIN_EXE_missing-from-care"));
        let Output { stdout, stderr, .. } = command.args(options).args(files).output().unwrap();
        (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// Episodes of so many children, who all came on 1 May of a year.
pub(crate) fn children(count: u32, came: i32) -> String {
    (1..=count).map(|child| format!("{child},01/05/{came},S,C2,U1,PR1,,\n")).collect()
}

pub(crate) fn missing(child: u32, year: i32) -> String {
    format!("{child},05/06/2008,M,05/06/{year},06/06/{year}\n")
}
