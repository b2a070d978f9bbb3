//! Answers and published figures of all files, put together: one answer for each authority, period, cohort and count.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Ledger;
use crate::answer::{Answer, Withheld};
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count, Share};
use crate::observation::{Observation, PrintedShare};
use crate::period::Period;
use crate::rates::{Group, GroupKey, percent_text};
use crate::read::{Content, ReadFile};
use crate::report::{Problem, Published, Reason};

/// What all files together say.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) groups: BTreeMap<GroupKey, Group>,
    pub(super) published: Vec<Published>,
}

/// What became of one answer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Used,
    Conflicting,
    Repeated,
    OutsidePeriod,
    NoPeriod,
}

type Key = (Period, Cohort, AreaCode, Count);

impl Gathered {
    pub(super) fn from(files: &[(usize, &ReadFile)], asked: Option<Period>, ledger: &mut Ledger) -> Self {
        let mut gathered = Self::default();
        let mut answers: BTreeMap<Key, Vec<(usize, &Observation)>> = BTreeMap::new();
        let mut fates: BTreeMap<(usize, u64), Fate> = BTreeMap::new();
        for (file, read) in files {
            let (observations, kingdom) = match &read.content {
                Content::Answers(observations) => (observations, true),
                Content::Published(figures) => (&figures.observations, false),
                Content::Nothing | Content::Module(_) => continue,
            };
            for observation in observations {
                let o = observation;
                let fate = match (o.period.or(asked), asked) {
                    (None, _) => {
                        ledger.problem(*file, Problem::NoPeriod);
                        Fate::NoPeriod
                    }
                    (Some(period), Some(asked)) if period != asked => Fate::OutsidePeriod,
                    (Some(period), _) => {
                        let group = gathered.groups.entry((period, o.cohort)).or_default();
                        group.kingdom |= kingdom;
                        answers.entry((period, o.cohort, o.authority, o.count)).or_default().push((*file, o));
                        continue;
                    }
                };
                note(&mut fates, (*file, o.row), fate);
            }
        }
        for ((period, cohort, authority, count), said) in &answers {
            let answer = agree(said, &mut fates, ledger);
            if let Some(group) = gathered.groups.get_mut(&(*period, *cohort)) {
                group.given.entry(*authority).or_default().set(*count, answer);
            }
        }
        for ((file, _), fate) in fates {
            let reason = match fate {
                Fate::Used => continue,
                Fate::Conflicting => Reason::ConflictingAnswers,
                Fate::Repeated => Reason::SameAnswer,
                Fate::OutsidePeriod => Reason::OutsidePeriod,
                Fate::NoPeriod => Reason::NoPeriod,
            };
            ledger.set_aside(file, reason, 1);
        }
        gathered.withhold_impossible(&answers, ledger);
        for (file, read) in files {
            if let Content::Published(figures) = &read.content {
                gathered.check_printed(*file, &figures.shares, asked, ledger);
                gathered.published.extend(figures.aggregates.iter().filter_map(|printed| {
                    let period = printed.period.or(asked).filter(|period| asked.is_none_or(|a| a == *period))?;
                    Some(Published {
                        area: printed.area.clone(),
                        period,
                        measure: printed.measure.clone(),
                        value: printed.printed.replace(',', "").parse().ok(),
                        printed: printed.printed.clone(),
                    })
                }));
            }
        }
        gathered
            .published
            .sort_by(|a, b| (a.period, a.area.order(), &a.measure).cmp(&(b.period, b.area.order(), &b.measure)));
        gathered.published.dedup();
        gathered
    }

    /// More children missing than there are children: one of the two is wrong, and nothing says which.
    fn withhold_impossible(&mut self, answers: &BTreeMap<Key, Vec<(usize, &Observation)>>, ledger: &mut Ledger) {
        for ((period, cohort), group) in &mut self.groups {
            for (authority, given) in &mut group.given {
                let place = |count: Count| answers.get(&(*period, *cohort, *authority, count)).and_then(|s| s.first());
                let most = given.bounds(Count::Children).map(|(_, most)| most);
                let over =
                    |share: &Share| given.bounds(share.numerator()).zip(most).is_some_and(|((n, _), most)| n > most);
                let impossible: Vec<Share> = Share::ALL.into_iter().filter(over).collect();
                for share in &impossible {
                    if let (Some((file, o)), Some(most)) = (place(share.numerator()), most) {
                        let found = given.bounds(share.numerator()).map_or(0, |(least, _)| least);
                        let value = format!("{found} > {most}");
                        ledger.find(*file, "more-missing-than-children", o.row, &o.column, &value);
                    }
                }
                let few = given.exact(Count::MissingIncidents).zip(given.exact(Count::ChildrenMissing));
                if let (Some((incidents, children)), Some((file, o))) = (few, place(Count::MissingIncidents))
                    && incidents < children
                {
                    let value = format!("{incidents} < {children}");
                    ledger.find(*file, "fewer-incidents-than-children", o.row, &o.column, &value);
                }
                for share in &impossible {
                    given.withhold(share.numerator(), Withheld::Conflicting);
                    given.withhold(Count::Children, Withheld::Conflicting);
                }
            }
        }
    }

    /// Compares what was printed with what the counts give.
    fn check_printed(&self, file: usize, shares: &[PrintedShare], asked: Option<Period>, ledger: &mut Ledger) {
        for printed in shares {
            let given = printed
                .period
                .or(asked)
                .and_then(|period| self.groups.get(&(period, Cohort::All)))
                .and_then(|group| group.given.get(&printed.authority));
            let Some(given) = given else { continue };
            let counts = given.exact(printed.share.numerator()).zip(given.exact(Count::Children));
            let Some(text) = counts.and_then(|(n, d)| percent_text(n, d, 0)) else { continue };
            if printed.printed.parse::<u64>().is_ok_and(|whole| whole.to_string() != text) {
                let value = format!("{} ({text})", printed.printed);
                ledger.find(file, "published-share-differs", printed.row, "", &value);
            }
        }
    }
}

/// A row is used if any answer in it is.
fn note(fates: &mut BTreeMap<(usize, u64), Fate>, row: (usize, u64), fate: Fate) {
    let noted = fates.entry(row).or_insert(fate);
    *noted = (*noted).min(fate);
}

/// The one answer in what was said: blanks say nothing, the same twice is said once, and of two that differ neither is
/// taken.
fn agree(said: &[(usize, &Observation)], fates: &mut BTreeMap<(usize, u64), Fate>, ledger: &mut Ledger) -> Answer {
    let blank = Answer::Withheld { reason: Withheld::Blank };
    let distinct: BTreeSet<String> =
        said.iter().filter(|(_, o)| o.answer != blank).map(|(_, o)| format!("{:?}", o.answer)).collect();
    if distinct.len() > 1 {
        for (file, o) in said {
            let fate = if o.answer == blank { Fate::Repeated } else { Fate::Conflicting };
            note(fates, (*file, o.row), fate);
            if fate == Fate::Conflicting {
                ledger.find(*file, "conflicting-answers", o.row, &o.column, &shown(&o.answer));
            }
        }
        return Answer::Withheld { reason: Withheld::Conflicting };
    }
    let first = said.iter().position(|(_, o)| o.answer != blank).unwrap_or(0);
    for (at, (file, o)) in said.iter().enumerate() {
        note(fates, (*file, o.row), if at == first { Fate::Used } else { Fate::Repeated });
    }
    said.get(first).map_or(blank, |(_, o)| o.answer.clone())
}

/// An answer in short, for a finding.
fn shown(answer: &Answer) -> String {
    match answer {
        Answer::Exact { count } => count.to_string(),
        Answer::Range { lowest, highest } => format!("{lowest}–{highest}"),
        Answer::Withheld { .. } => "–".to_owned(),
    }
}
