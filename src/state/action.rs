//! All that can happen to what the page holds.

use std::cell::Cell;

use document::engine::{FileId, Period, Rename};
use document::{Carried, Outlines, Part, Reply};
use web_sys::File;

use crate::offline::Release;
use crate::place::Place;
use crate::quick::Field;
use crate::sample::Sample;

/// A file that was just chosen, with the number by which it goes from now on.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    pub(crate) id: FileId,
    pub(crate) file: File,
}

impl Chosen {
    /// Gives a file its number. Two files of one name, or one file chosen twice, get two.
    pub(crate) fn new(file: File) -> Self {
        thread_local!(static NEXT: Cell<FileId> = const { Cell::new(1) });
        let id = NEXT.get();
        NEXT.set(id + 1);
        Self { id, file }
    }
}

/// All that can happen.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    // What the person does.
    /// Reach for files: open the browser's dialogue, or hold files over the page.
    Reach,
    /// Fetch the engine once more.
    FetchAgain,
    Choose(Vec<Chosen>),
    TrySample(Sample),
    /// Read it again with these columns taken for others; `exactly` if no other column is to be taken for one of the
    /// return’s by a name that is nearly its own.
    ReadAs {
        id: FileId,
        renames: Vec<Rename>,
        exactly: bool,
    },
    TryAgain(FileId),
    Cancel(FileId),
    Remove(FileId),
    Clear,
    /// End what is being calculated, and go back to what was there before.
    Stop,
    /// Calculate anew for this period, or for those of the files.
    Calculate(Option<Period>),
    /// The collection year of a file, by the year of its 31 March; none for what its dates say.
    FileYear {
        id: FileId,
        year: Option<i32>,
    },
    /// What a control of a part asks of the worker, with what was typed.
    Command {
        command: Carried,
        typed: Option<String>,
    },
    /// There is so much room for charts, in points of the screen.
    Width(u32),
    /// Show this part of the results.
    Open(Part),
    /// The same before there are any.
    Begin(Part),
    /// Show another view of the page.
    Visit(Place),
    /// Show another period of the same report.
    Show(Period),
    /// Type a number into the quick calculator.
    Type {
        field: Field,
        text: String,
    },
    /// Calculate with what was typed there.
    CalculateQuick,
    /// Give these to the page around the frame.
    Share(Outlines),
    /// Load the newer release, which means to start afresh.
    LoadRelease(Release),
    /// Files are held over the page, or no more.
    Hover(bool),
    /// List every file, or those alone that something is to be said of.
    ShowFiles(bool),
    // What happens to it.
    SamplesFetched {
        all: bool,
    },
    /// A newer release of the page has come.
    ReleaseReady(Release),
    NetworkClosed {
        hour: u32,
        minute: u32,
    },
    /// It is about to be.
    NetworkClosing,
    EngineUnavailable,
    /// The engine did not arrive; `wanted` if a file waits for it.
    EngineNotFetched {
        wanted: bool,
    },
    /// The worker died, at this file if one is known.
    EngineStopped {
        at: Option<FileId>,
    },
    /// The worker was busy with what nobody wants any more, and another took its place.
    EngineReplaced {
        cancelled: Vec<FileId>,
    },
    Reply(Reply),
}

impl Action {
    /// Whether what is being calculated is wanted no more after it.
    pub(crate) fn overtakes(&self) -> bool {
        match self {
            Self::Command { command, .. } => command.overtakes,
            Self::Choose(_)
            | Self::Calculate(_)
            | Self::FileYear { .. }
            | Self::Cancel(_)
            | Self::Remove(_)
            | Self::Clear
            | Self::ReadAs { .. } => true,
            _ => false,
        }
    }
}
