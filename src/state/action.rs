//! Everything that can change what the page holds.

use std::cell::Cell;

use document::engine::{FileId, Period, Rename};
use document::{Carried, Outlines, Part, Reply};
use web_sys::File;

use crate::offline::Release;
use crate::place::Place;
use crate::quick::Field;
use crate::sample::Sample;

/// A file that was just chosen, with the id that it has from now on.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    pub(crate) id: FileId,
    pub(crate) file: File,
}

impl Chosen {
    /// Gives a file its id. Two files with one name, or one file chosen twice, get two ids.
    pub(crate) fn new(file: File) -> Self {
        thread_local!(static NEXT: Cell<FileId> = const { Cell::new(1) });
        let id = NEXT.get();
        NEXT.set(id + 1);
        Self { id, file }
    }
}

/// Everything that can happen.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    // What the person does.
    /// The person is about to choose files: they open the browser's dialogue, or hold files over the page.
    Reach,
    /// Fetch the engine once more.
    FetchAgain,
    Choose(Vec<Chosen>),
    TrySample(Sample),
    /// Read a file again with these columns read as others. `exactly` if no further column is to be read as one of the
    /// return’s because its name is nearly the same.
    ReadAs {
        id: FileId,
        renames: Vec<Rename>,
        exactly: bool,
    },
    TryAgain(FileId),
    Cancel(FileId),
    Remove(FileId),
    /// Remove every table of the file of this name.
    RemoveWhole(String),
    Clear,
    /// Undo that.
    BringBack,
    /// Stop the calculation, and go back to what was there before.
    Stop,
    /// Calculate again for this period, or for the periods of the files.
    Calculate(Option<Period>),
    /// Set the collection year of a file, by the year of its 31 March; `None` for the year of its dates.
    FileYear {
        id: FileId,
        year: Option<i32>,
    },
    /// Send the command of a control to the worker, with what was typed.
    Command {
        command: Carried,
        typed: Option<String>,
    },
    /// Charts have this much room, in points of the screen.
    Width(u32),
    /// Show this part, and in it what the address names.
    Open(Part, Option<String>),
    /// The same before there are any.
    Begin(Part, Option<String>),
    /// Show another view of the page.
    Visit(Place),
    /// Show another period of the same report.
    Show(Period),
    /// Type a number into the quick calculator.
    Type {
        field: Field,
        text: String,
    },
    /// Calculate with what was typed in the quick calculator.
    CalculateQuick,
    /// Send these to the page around the frame.
    Share(Outlines),
    /// Load the newer release, which means starting again.
    LoadRelease(Release),
    /// Files are held over the page, or no longer.
    Hover(bool),
    /// List every file, or only those that need attention.
    ShowFiles(bool),
    // What happens to the page.
    SamplesFetched {
        all: bool,
    },
    /// A newer release of the page has come.
    ReleaseReady(Release),
    NetworkClosed {
        hour: u32,
        minute: u32,
    },
    /// The network is about to be closed.
    NetworkClosing,
    /// These tables are in the place of a file that was opened.
    Tables {
        of: FileId,
        tables: Vec<Chosen>,
    },
    EngineUnavailable,
    /// The engine was not fetched. `wanted` if a file waits for it.
    EngineNotFetched {
        wanted: bool,
    },
    /// The worker stopped, while reading this file if it is known.
    EngineStopped {
        at: Option<FileId>,
    },
    /// The worker was busy with something that nobody wants any more, and was replaced.
    EngineReplaced {
        cancelled: Vec<FileId>,
    },
    Reply(Reply),
}

impl Action {
    /// Whether the current calculation is no longer wanted after it.
    pub(crate) fn overtakes(&self) -> bool {
        match self {
            Self::Command { command, .. } => command.overtakes,
            Self::Choose(_)
            | Self::Calculate(_)
            | Self::FileYear { .. }
            | Self::Cancel(_)
            | Self::Remove(_)
            | Self::RemoveWhole(_)
            | Self::Clear
            | Self::ReadAs { .. } => true,
            _ => false,
        }
    }
}
