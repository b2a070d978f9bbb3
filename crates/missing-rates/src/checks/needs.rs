//! What must be there before a rule is run.

use missing_rows::Column;

use crate::care::{ChildLevel, Return};
pub(super) use crate::report::{Module, Need};

impl Need {
    /// Whether a return, and the return of the year before, have what is needed.
    pub(super) fn is_met(self, all: &ChildLevel<'_>, this: Option<&Return<'_>>, last: Option<&Return<'_>>) -> bool {
        match self {
            Self::Table(Module::List) => !all.list.is_absent(),
            Self::Table(module) => this.is_some_and(|of| is_there(of, module)),
            Self::Cells(module, column) => this.is_some_and(|of| match module {
                Module::Header if column == Column::Uasc => of.header_tells_unaccompanied(),
                Module::Header => of.header.has(column),
                Module::Episodes => of.episodes.has(column),
                Module::Uasc if of.uasc.is_absent() => tells_duc(of) && of.header.has(column),
                Module::Uasc => of.uasc.has(column),
                Module::Missing => of.missing.has(column),
                Module::List => all.list.has(column),
            }),
            Self::LastYears(module) => {
                last.is_some_and(|of| is_there(of, module) || module == Module::Uasc && tells_duc(of))
            }
            Self::Duc => this.is_some_and(|of| !of.uasc.is_absent() || tells_duc(of)),
            Self::Year => this.is_some_and(|of| of.year.is_some()),
        }
    }
}

/// Whether Header says who is unaccompanied, and until when.
fn tells_duc(of: &Return<'_>) -> bool {
    of.header_tells_unaccompanied() && of.header.has(Column::Duc)
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
