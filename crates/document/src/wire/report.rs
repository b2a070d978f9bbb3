//! The engine's values that cross.

use missing_rates::disclosure::Shown;
use missing_rates::report::{
    CollectionYear, FileEntry, FileKind, Problem, Reason, Release, Rename, SetAside, YearFrom,
};

use super::{Wire, wire_enum, wire_struct};

wire_struct!(FileEntry {
    name,
    sha256,
    kind,
    encoding,
    rows,
    rows_used,
    rows_set_aside,
    problem,
    renamed,
    collection_year
});
impl Wire for Shown {
    fn put(&self, out: &mut Vec<u8>) {
        self.number().put(out);
    }

    /// Which kind of hidden count it is does not cross: the page shows none of them.
    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some(<Option<u64> as Wire>::take(bytes)?.map_or(Self::Confidential, Self::Number))
    }
}

wire_struct!(CollectionYear { year, asked, from, certain });
wire_enum!(YearFrom { 0 Person, 1 Name, 2 Asked, 3 Dates, 4 OtherModules, 5 Children, 6 Names });
wire_struct!(Rename { found, meant });
wire_struct!(SetAside { file, reason, count });

wire_enum!(FileKind {
    0 Header,
    1 Episodes,
    2 Uasc,
    3 Missing,
    4 Reviews,
    5 Oc2,
    6 Oc3,
    7 Ad1,
    8 PlacedAdoption,
    9 PrevPerm,
    10 SwEpisodes,
    11 DoLo,
    12 AuthorityAnswers,
    13 DfePublished,
    14 ChildList,
    15 Unrecognised,
    16 Decisions,
    17 Mapping,
});
wire_enum!(Problem {
    0 Empty,
    1 NoRows,
    2 Zip { password },
    3 OldOffice { password },
    4 Pdf,
    5 Html,
    6 Binary,
    7 SameAs { name },
    8 UnknownColumns { found },
    9 NearMiss { kind, renames },
    10 MissingColumns { kind, missing, found },
    11 NoPeriod,
    12 NeedsEpisodes,
    13 TooLong { row },
    14 OpenQuote { row },
    15 RepeatedColumn { column },
    16 OtherDocument,
    17 OtherRelease { release },
    18 ChildRows { lacks },
    19 ReadingInDoubt { impossible, rows },
    20 WhichYear,
    21 NoAuthorityColumn,
    22 LeadingZeros { children },
    23 RoundedIdentifiers { rows, row },
});
wire_enum!(Release {
    0 NationalMissing,
    1 ChildrenInNeed,
    2 AssessmentFactors,
    3 Started,
    4 Ceased,
    5 Placements,
    6 CareLeavers,
    7 Outcomes,
    8 Other,
});
wire_enum!(Reason {
    0 FileNotUsed,
    1 ModuleNotNeeded,
    2 AboveHeader,
    3 EmptyRow,
    4 RepeatedHeader,
    5 NoChild,
    6 NoStartDate,
    7 BadEndDate,
    8 EndBeforeStart,
    9 NotMissingOrAway,
    10 OutsidePeriod,
    11 ChildNotLookedAfter,
    12 NeedsEpisodes,
    13 SaidInAnotherFile,
    14 AuthorityNotRecognised,
    15 TotalRow,
    16 PublishedAggregate,
    17 PublishedShare,
    18 OtherCategory,
    19 NoPeriod,
    20 SameAnswer,
    21 ConflictingAnswers,
    22 MeasureNotRecognised,
    23 OtherBody,
    24 PartOfAnswers,
    25 ChildNotKnown,
});
