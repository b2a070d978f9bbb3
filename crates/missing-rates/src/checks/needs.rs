//! What must be there for a rule to be run.

use std::fmt;

use missing_rows::Column;

use crate::care::{ChildLevel, Return};

/// A module of a return, or the list beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Module {
    Header,
    Episodes,
    Uasc,
    Missing,
    List,
}

/// One thing that a rule needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// A module of the return.
    Table(Module),
    /// A column of one of its modules.
    Cells(Module, Column),
    /// A module of the return of the year before.
    LastYears(Module),
    /// A date by which the collection year is known.
    Year,
}

impl Need {
    /// Whether a return, and the one of the year before, have it.
    pub(super) fn is_met(self, all: &ChildLevel<'_>, this: Option<&Return<'_>>, last: Option<&Return<'_>>) -> bool {
        match self {
            Self::Table(Module::List) => !all.list.is_absent(),
            Self::Table(module) => this.is_some_and(|of| is_there(of, module)),
            Self::Cells(module, column) => this.is_some_and(|of| match module {
                Module::Header => of.header.has(column),
                Module::Episodes => of.episodes.has(column),
                Module::Uasc => of.uasc.has(column),
                Module::Missing => of.missing.has(column),
                Module::List => all.list.has(column),
            }),
            Self::LastYears(module) => last.is_some_and(|of| is_there(of, module)),
            Self::Year => this.is_some_and(|of| of.year.is_some()),
        }
    }
}

fn is_there(of: &Return<'_>, module: Module) -> bool {
    match module {
        Module::Header => !of.header.is_absent(),
        Module::Episodes => !of.episodes.is_absent(),
        Module::Uasc => !of.uasc.is_absent(),
        Module::Missing => !of.missing.is_absent(),
        Module::List => false,
    }
}

impl fmt::Display for Module {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Header => "Header",
            Self::Episodes => "Episodes",
            Self::Uasc => "UASC",
            Self::Missing => "Missing",
            Self::List => "list of children",
        })
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(Module::List) => f.write_str("a list of children (CHILD, TRAFFICKED)"),
            Self::Table(module) => write!(f, "the {module} file"),
            Self::Cells(module, column) => write!(f, "the column {} in {module}", column.name()),
            Self::LastYears(module) => write!(f, "last year’s {module} file"),
            Self::Year => f.write_str("a date that says which collection year it is"),
        }
    }
}
