//! Whether the rows of a file say anything. A file without a usable row says nothing about its days, and neither does a
//! file whose children are all strangers, or most of them. To count such a file as zero would claim to know what nobody has said.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::{ChildId, EpisodeRow, ListRow, Listed, Row};

use super::in_order::is_among;
use super::says_nothing::SaysNothing;
use super::table::Table;
use super::years::{ChildLevel, Return};
use crate::report::Problem;

impl ChildLevel<'_> {
    /// Finds the tables that say nothing, and the problems of their files, by index. Their rows are still checked.
    ///
    /// A child who is in Episodes of any year is known. Where a return has no Episodes, nobody can say who is a
    /// stranger. A file that is said to be `empty` says that there was nobody.
    pub(crate) fn find_what_says_nothing(&mut self, empty: &BTreeSet<usize>) -> BTreeMap<usize, Problem> {
        let mut problems = BTreeMap::new();
        let all = &*self;
        let has_rows = |child| all.has_episodes_of(child);
        let everybody = |_| true;
        let found: Vec<SaysNothing> = self
            .returns
            .iter()
            .map(|of| {
                let known = || {
                    let mut knows = all.knows();
                    move |child| of.episodes.is_absent() || knows(child)
                };
                let has_rows = &has_rows;
                SaysNothing {
                    episodes: says_nothing(
                        &of.episodes,
                        |row| Use::of(row.days().is_some()),
                        Known { is: &mut { everybody }, has_rows: &everybody },
                        (Most::AnyYear, 0),
                        (empty, &mut problems),
                    ) || statuses_say_nothing(&of.episodes, &mut problems)
                        || of.elsewhere.episodes && are_elsewhere(&of.episodes, of.year, &mut problems),
                    uasc: says_nothing(
                        &of.uasc,
                        // A status that ceased before the child was born: the dates are in each other's columns.
                        |row| Use::of(row.duc.day().zip(row.dob.day()).is_none_or(|(ceased, born)| ceased >= born)),
                        Known { is: &mut known(), has_rows },
                        (Most::ThisYear, 0),
                        (empty, &mut problems),
                    ) || of.elsewhere.uasc && are_elsewhere(&of.uasc, of.year, &mut problems),
                    missing: says_nothing(
                        &of.missing,
                        |row| match row.days() {
                            _ if row.code.is_other() => Use::Unclear,
                            None if row.code.is_blank() && row.start.is_blank() && row.end.is_blank() => Use::Empty,
                            days => Use::of(days.is_some()),
                        },
                        Known { is: &mut known(), has_rows },
                        (Most::ThisYear, 0),
                        (empty, &mut problems),
                    ) || of.elsewhere.missing && are_elsewhere(&of.missing, of.year, &mut problems),
                }
            })
            .collect();
        let known = || {
            let mut knows = all.knows();
            move |child| !all.has_episodes() || knows(child)
        };
        let used = |row: &ListRow| if row.listed == Listed::NotUnderstood { Use::Asked } else { Use::Yes };
        // A list with nothing but open questions is a question itself.
        let list_says_nothing = !all.list_is_undecided()
            && says_nothing(
                &self.list,
                used,
                Known { is: &mut known(), has_rows: &has_rows },
                (Most::List, all.list_names),
                (empty, &mut problems),
            );
        // Beside a list of strangers, every incident would seem to be one that nobody recorded.
        let any = (Most::AnyYear, 0);
        let dated = |row: &missing_rows::InterviewRow| Use::of(row.start.day().is_some());
        let no_interviews = says_nothing(
            &self.interviews,
            dated,
            Known { is: &mut known(), has_rows: &has_rows },
            any,
            (empty, &mut problems),
        );
        let no_teams = says_nothing(
            &self.teams,
            |_| Use::Yes,
            Known { is: &mut known(), has_rows: &has_rows },
            any,
            (empty, &mut problems),
        );
        self.list_says_nothing = list_says_nothing;
        let shared: Vec<Option<u64>> = self.returns.iter().map(Return::shared_identifiers).collect();
        if no_interviews {
            self.interviews = Table::default();
        }
        if no_teams {
            self.teams = Table::default();
        }
        for (of, (found, shared)) in self.returns.iter_mut().zip(found.into_iter().zip(shared)) {
            of.says_nothing = found;
            if let Some(identifiers) = shared {
                of.says_nothing = SaysNothing { episodes: true, uasc: true, missing: true };
                let problem = Problem::SharedIdentifiers { identifiers };
                problems.extend(of.sources().map(|source| (source.file, problem.clone())));
            }
        }
        problems
    }

    /// Tells whether Episodes of any year has a row about a child that can be used. Children are asked about in their order,
    /// which is that of the rows.
    fn knows<'a>(&'a self) -> impl FnMut(ChildId) -> bool + 'a {
        let used = |of: &'a Return<'_>| of.episodes.rows().iter().filter(|row| row.days().is_some());
        let mut years: Vec<_> = self.returns.iter().map(|of| is_among(used(of))).collect();
        move |child| years.iter_mut().any(|is_among| is_among(child))
    }

    /// Whether Episodes of any year has a row about the child, even one that cannot be used.
    fn has_episodes_of(&self, child: ChildId) -> bool {
        let has = |rows: &[EpisodeRow]| rows.binary_search_by_key(&child, |row| row.child).is_ok();
        self.returns.iter().any(|of| has(of.episodes.rows()))
    }
}

/// At least this many children of a list must be strangers, and none known, before its identifiers are taken for those of
/// another system.
const STRANGERS: usize = 2;

/// Where some are known, this many must be strangers, and at least one child of so many: then a share would leave out a part
/// of those who went missing that nobody can put at a few.
const SOME_STRANGERS: usize = 3;
const ONE_OF: usize = 3;

/// At least so many rows cannot be used, and one of so many, before the others are taken for a part that nobody chose: dates
/// that are written month first are dates on some days of each month alone.
const SOME_UNUSED: usize = 20;

/// Fewer are enough, and a smaller part, where the code of each row is a word that is not understood: of two words for being
/// missing, one may be, and then it is no slip.
const SOME_UNCLEAR: usize = 3;
const ONE_UNCLEAR_OF: usize = 20;

/// Whether a row can be used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Yes,
    No,
    /// It says what it is in a word that is not understood.
    Unclear,
    /// It names a child and says nothing: a list of all children, joined with the rows of some.
    Empty,
    /// It says what it is in a wording that a person is asked about: until then nothing of its kind is counted.
    Asked,
}

impl Use {
    fn of(used: bool) -> Self {
        if used { Self::Yes } else { Self::No }
    }
}

/// Who is in Episodes.
struct Known<'k> {
    /// By a row that can be used. Children are asked about in their order.
    is: &'k mut dyn FnMut(ChildId) -> bool,
    /// By any row.
    has_rows: &'k dyn Fn(ChildId) -> bool,
}

/// Which children a file is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Most {
    /// Those of its own year, so that most of them must be known.
    ThisYear,
    /// Those of any year.
    AnyYear,
    /// Those of a list of trafficked children. It may go back further than the Episodes that were chosen, but where most are
    /// not known, nobody knows whether it is a list of this return.
    List,
}

/// Whether a table has rows, but none of them can be used, none is about a known child, or most are not. `left_out` is
/// how many strangers are not in the table any more.
fn says_nothing<R: Row>(
    table: &Table<'_, R>,
    used: impl Fn(&R) -> Use,
    Known { is, has_rows }: Known<'_>,
    (of, left_out): (Most, usize),
    (empty, problems): (&BTreeSet<usize>, &mut BTreeMap<usize, Problem>),
) -> bool {
    if table.sources().iter().all(|source| empty.contains(&source.file)) {
        return false;
    }
    let (mut children, [mut unused, mut unclear, mut said]) = (Vec::<ChildId>::new(), [0; 3]);
    for row in table.rows() {
        let of_row = used(row);
        if of_row == Use::Yes && children.last() != Some(&row.child()) {
            children.push(row.child());
        }
        said += usize::from(!matches!(of_row, Use::Empty | Use::Asked));
        unused += usize::from(matches!(of_row, Use::No | Use::Unclear));
        unclear += usize::from(of_row == Use::Unclear);
    }
    let unknown: Vec<ChildId> = children.iter().copied().filter(|child| !is(*child)).collect();
    let known = children.len() - unknown.len();
    let strangers = unknown.len() + left_out;
    // Where most of them have rows in Episodes that cannot be used, their identifiers are not to blame.
    let with_rows = unknown.iter().filter(|child| has_rows(**child)).count();
    let of_strangers =
        if with_rows * 2 > strangers { Problem::EpisodesNotUsable } else { Problem::ChildrenNotInEpisodes };
    let is_part = |some: usize, least: usize, of: usize| is_part(some, said, least, of);
    let problem = match known {
        _ if known > 0 && is_part(unclear, SOME_UNCLEAR, ONE_UNCLEAR_OF) => {
            Problem::CodesNotUnderstood { rows: unclear as u64 }
        }
        _ if known > 0 && is_part(unused, SOME_UNUSED, ONE_OF) => Problem::FewUsableRows,
        0 if strangers == 0 || children.is_empty() && strangers < STRANGERS => Problem::NoUsableRows,
        // Files of a year with nobody but one stranger say of nobody else that nothing happened.
        0 if strangers >= STRANGERS || of == Most::ThisYear => of_strangers,
        _ if of == Most::List && unknown.len() >= SOME_STRANGERS && unknown.len() > known => Problem::ListNotInEpisodes,
        _ if of == Most::ThisYear && strangers >= SOME_STRANGERS && strangers * ONE_OF >= children.len() => {
            of_strangers
        }
        _ => return false,
    };
    problems.extend(table.sources().iter().map(|source| (source.file, problem.clone())));
    true
}

/// Notes that the rows of a table are of other years than its own.
fn are_elsewhere<R: Row>(table: &Table<'_, R>, year: Option<i32>, problems: &mut BTreeMap<usize, Problem>) -> bool {
    let problem = Problem::NoDateInYear { year };
    problems.extend(table.sources().iter().map(|source| (source.file, problem.clone())));
    true
}

/// Whether some rows are so many, and such a part of all.
fn is_part(some: usize, all: usize, least: usize, of: usize) -> bool {
    some >= least && some * of >= all
}

/// Whether so many rows of Episodes have a word in LS that is not understood that nobody knows how many children had only
/// short breaks, who are not counted.
fn statuses_say_nothing(episodes: &Table<'_, EpisodeRow>, problems: &mut BTreeMap<usize, Problem>) -> bool {
    let unclear = episodes.rows().iter().filter(|row| row.ls.is_other()).count();
    let found = is_part(unclear, episodes.rows().len(), SOME_UNCLEAR, ONE_UNCLEAR_OF);
    if found {
        let problem = Problem::StatusesNotUnderstood { rows: unclear as u64 };
        problems.extend(episodes.sources().iter().map(|source| (source.file, problem.clone())));
    }
    found
}
