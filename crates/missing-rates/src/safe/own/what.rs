//! What is counted of each child in a period: what is printed, and what a reader takes from it.

pub(in crate::safe) const CHILDREN: usize = 0;
/// Went missing, and was away: each with what is beside it.
pub(in crate::safe) const MISSING: usize = 1;
pub(in crate::safe) const AWAY: usize = 6;
/// Incidents, more than once, at the end, not found: beside [`MISSING`] and [`AWAY`].
pub(in crate::safe) const INCIDENTS: usize = 1;
pub(in crate::safe) const AGAIN: usize = 2;
pub(in crate::safe) const AT_END: usize = 3;
pub(in crate::safe) const NOT_FOUND: usize = 4;
/// Missing or away: children, more than once, at the end, not found.
pub(in crate::safe) const EITHER: usize = 11;
pub(in crate::safe) const EITHER_AGAIN: usize = 12;
pub(in crate::safe) const EITHER_AT_END: usize = 13;
pub(in crate::safe) const EITHER_NOT_FOUND: usize = 14;
/// From here on nothing is printed: a reader takes it from the numbers above.
const TAKEN: usize = 15;
pub(in crate::safe) const COUNTS: usize = 30;

/// Of what each of the others is taken; the last is what it is told beside.
const SOURCES: [&[usize]; COUNTS - TAKEN] = [
    // Missing and never away, away and never missing, both.
    &[AWAY, EITHER],
    &[MISSING, EITHER],
    &[MISSING, AWAY, EITHER],
    // Once and no more.
    &[MISSING, MISSING + AGAIN],
    &[AWAY, AWAY + AGAIN],
    &[EITHER, EITHER_AGAIN],
    // Found by the end of the period.
    &[MISSING, MISSING + NOT_FOUND],
    &[AWAY, AWAY + NOT_FOUND],
    &[EITHER, EITHER_NOT_FOUND],
    // Not found, and of age before the end.
    &[MISSING + NOT_FOUND, MISSING + AT_END],
    &[AWAY + NOT_FOUND, AWAY + AT_END],
    &[EITHER_NOT_FOUND, EITHER_AT_END],
    // Never.
    &[CHILDREN, MISSING],
    &[CHILDREN, AWAY],
    &[CHILDREN, EITHER],
];

/// The numbers that a reader needs for it: itself where it is printed.
pub(in crate::safe) fn sources(what: usize) -> Vec<usize> {
    what.checked_sub(TAKEN).map_or_else(|| vec![what], |at| SOURCES[at].to_vec())
}

/// Missing and never away, away and never missing, both: what a reader takes from missing or away beside one of them.
pub(super) const OF_EITHER: std::ops::Range<usize> = TAKEN..TAKEN + 3;

/// Whether it is of missing or away beside one of them.
pub(super) fn is_of_either(what: usize) -> bool {
    OF_EITHER.contains(&what)
}

/// Whether it is how many incidents there were: of a child there can be several.
pub(super) fn are_incidents(what: usize) -> bool {
    [MISSING + INCIDENTS, AWAY + INCIDENTS].contains(&what)
}

/// Whether it is who went missing, or was away, more than once.
pub(super) fn is_again(what: usize) -> bool {
    [MISSING + AGAIN, AWAY + AGAIN, EITHER_AGAIN].contains(&what)
}

/// Whether it is who did not go missing, or was not away.
pub(super) fn is_never(what: usize) -> bool {
    what >= COUNTS - 3
}

/// Whether it is of how often, or of how it ended.
pub(super) fn is_of_course(what: usize) -> bool {
    match what {
        CHILDREN | EITHER => false,
        MISSING..EITHER => (what - MISSING) % 5 >= AGAIN,
        EITHER_AGAIN..TAKEN => true,
        _ => !is_of_either(what) && !is_never(what),
    }
}

/// What is printed together: children who went missing and their incidents, for each tells of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Children,
    /// Of being missing, of being away, or of either.
    Happened(Code),
    Again(Code),
    AtEnd(Code),
    NotFound,
}

/// Which incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Code {
    Missing,
    Away,
    Either,
}

impl Code {
    pub(super) const ALL: [Self; 3] = [Self::Missing, Self::Away, Self::Either];

    /// Its children.
    pub(super) fn children(self) -> usize {
        [MISSING, AWAY, EITHER][self as usize]
    }

    pub(super) fn again(self) -> usize {
        [MISSING + AGAIN, AWAY + AGAIN, EITHER_AGAIN][self as usize]
    }

    pub(super) fn not_found(self) -> usize {
        [MISSING + NOT_FOUND, AWAY + NOT_FOUND, EITHER_NOT_FOUND][self as usize]
    }

    pub(super) fn at_end(self) -> usize {
        [MISSING + AT_END, AWAY + AT_END, EITHER_AT_END][self as usize]
    }

    /// What its incidents are the sum of.
    pub(super) fn incidents(self) -> &'static [usize] {
        const MISSING_INCIDENTS: usize = MISSING + INCIDENTS;
        const AWAY_INCIDENTS: usize = AWAY + INCIDENTS;
        match self {
            Self::Missing => &[MISSING_INCIDENTS],
            Self::Away => &[AWAY_INCIDENTS],
            Self::Either => &[MISSING_INCIDENTS, AWAY_INCIDENTS],
        }
    }
}

/// The kind of what is printed, or of the part of what a reader takes from two.
pub(super) fn kind(what: usize) -> Kind {
    let of = |what: usize| Code::ALL.into_iter().find(|code| code.children() == what);
    let is = |counts: fn(Code) -> usize| Code::ALL.into_iter().find(|code| counts(*code) == what);
    if what >= TAKEN {
        return SOURCES[what - TAKEN].last().map_or(Kind::Children, |part| kind(*part));
    }
    if let Some(code) = of(what) {
        return Kind::Happened(code);
    }
    match what {
        CHILDREN => Kind::Children,
        _ if is(Code::not_found).is_some() => Kind::NotFound,
        _ => match (is(Code::again), is(Code::at_end)) {
            (Some(code), _) => Kind::Again(code),
            (_, Some(code)) => Kind::AtEnd(code),
            _ if what == AWAY + INCIDENTS => Kind::Happened(Code::Away),
            _ => Kind::Happened(Code::Missing),
        },
    }
}

/// Whether the Department for Education publishes it of all children.
pub(super) fn is_published(of: usize) -> bool {
    of <= MISSING + AT_END || (AWAY..=AWAY + AT_END).contains(&of)
}
