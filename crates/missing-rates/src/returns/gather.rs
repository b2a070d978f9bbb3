//! Answers and published figures of all files, put together: one answer for each authority, period, cohort and count.

use std::collections::BTreeMap;

use super::ledger::Ledger;
use crate::answer::{Answer, Withheld};
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count, Share};
use crate::observation::{Observation, PrintedAggregate, PrintedShare};
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

/// What became of each row, by its file. A row is used if any answer in it is.
struct Fates(Vec<(usize, Vec<Option<Fate>>)>);

impl Fates {
    fn note(&mut self, file: usize, row: u64, fate: Fate) {
        let place = self.0.iter().position(|(other, _)| *other == file).unwrap_or_else(|| {
            self.0.push((file, Vec::new()));
            self.0.len() - 1
        });
        let rows = &mut self.0[place].1;
        let row = usize::try_from(row).unwrap_or(0);
        if rows.len() <= row {
            rows.resize(row + 1, None);
        }
        rows[row] = Some(rows[row].map_or(fate, |noted| noted.min(fate)));
    }

    fn enter(self, ledger: &mut Ledger) {
        for (file, rows) in self.0 {
            for fate in rows.into_iter().flatten() {
                let reason = match fate {
                    Fate::Used => continue,
                    Fate::Conflicting => Reason::ConflictingAnswers,
                    Fate::Repeated => Reason::SameAnswer,
                    Fate::OutsidePeriod => Reason::OutsidePeriod,
                    Fate::NoPeriod => Reason::NoPeriod,
                };
                ledger.set_aside(file, reason, 1);
            }
        }
    }
}

type Key = (Period, Cohort, AreaCode, Count);

/// One answer, what it is an answer to, and its file.
type Said<'a> = (Key, usize, &'a Observation);

impl Gathered {
    pub(super) fn from(files: &[(usize, &ReadFile)], asked: Option<Period>, ledger: &mut Ledger) -> Self {
        let mut gathered = Self::default();
        let mut said: Vec<Said<'_>> = Vec::new();
        let mut fates = Fates(Vec::new());
        for (file, read) in files {
            let (observations, kingdom) = match &read.content {
                Content::Answers(observations) => (observations, true),
                Content::Published(figures) => (&figures.observations, false),
                Content::Nothing | Content::Module(_) => continue,
            };
            for o in observations {
                let Some(period) = o.period.or(asked) else {
                    ledger.problem(*file, Problem::NoPeriod);
                    fates.note(*file, o.row, Fate::NoPeriod);
                    continue;
                };
                if asked.is_some_and(|asked| asked != period) {
                    fates.note(*file, o.row, Fate::OutsidePeriod);
                    continue;
                }
                gathered.groups.entry((period, o.cohort)).or_default().kingdom |= kingdom;
                said.push(((period, o.cohort, o.authority, o.count), *file, o));
            }
        }
        said.sort_unstable_by(|(a, file_a, o_a), (b, file_b, o_b)| (a, file_a, o_a.row).cmp(&(b, file_b, o_b.row)));
        for same in said.chunk_by(|(a, ..), (b, ..)| a == b) {
            let (period, cohort, authority, count) = same[0].0;
            let answer = agree(same, &mut fates, ledger);
            if let Some(group) = gathered.groups.get_mut(&(period, cohort)) {
                group.given.entry(authority).or_default().set(count, answer);
            }
        }
        fates.enter(ledger);
        gathered.withhold_impossible(&said, ledger);
        for (file, read) in files {
            if let Content::Published(figures) = &read.content {
                gathered.check_printed(*file, &figures.shares, asked, ledger);
                gathered.show_printed(&figures.aggregates, asked);
            }
        }
        gathered
    }

    /// The figures that their publisher printed for regions and nations, in an order of their own, each once.
    fn show_printed(&mut self, aggregates: &[PrintedAggregate], asked: Option<Period>) {
        let mut printed: BTreeMap<_, &PrintedAggregate> = BTreeMap::new();
        for aggregate in aggregates {
            if let Some(period) = aggregate.period.or(asked).filter(|period| asked.is_none_or(|a| a == *period)) {
                printed.insert((period, aggregate.area, &aggregate.place, &aggregate.measure), aggregate);
            }
        }
        self.published.extend(printed.into_iter().map(|((period, ..), printed)| Published {
            area: printed.area,
            place: printed.place.clone(),
            period,
            measure: printed.measure.clone(),
            value: number(&printed.printed),
            printed: printed.printed.clone(),
        }));
    }

    /// More children missing than there are children: one of the two is wrong, and nothing says which.
    fn withhold_impossible(&mut self, said: &[Said<'_>], ledger: &mut Ledger) {
        for ((period, cohort), group) in &mut self.groups {
            for (authority, given) in &mut group.given {
                let place = |count: Count| {
                    let key = (*period, *cohort, *authority, count);
                    let first = said.partition_point(|(other, ..)| *other < key);
                    said.get(first).filter(|(other, ..)| *other == key).map(|(_, file, o)| (*file, *o))
                };
                let most = given.bounds(Count::Children).map(|(_, most)| most);
                let over =
                    |share: &Share| given.bounds(share.numerator()).zip(most).is_some_and(|((n, _), most)| n > most);
                let impossible: Vec<Share> = Share::ALL.into_iter().filter(over).collect();
                for share in &impossible {
                    if let (Some((file, o)), Some(most)) = (place(share.numerator()), most) {
                        let found = given.bounds(share.numerator()).map_or(0, |(least, _)| least);
                        let value = format!("{found} > {most}");
                        ledger.find(file, "more-missing-than-children", o.row, &o.column, &value);
                    }
                }
                let few = given.exact(Count::MissingIncidents).zip(given.exact(Count::ChildrenMissing));
                if let (Some((incidents, children)), Some((file, o))) = (few, place(Count::MissingIncidents))
                    && incidents < children
                {
                    let value = format!("{incidents} < {children}");
                    ledger.find(file, "fewer-incidents-than-children", o.row, &o.column, &value);
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

/// The one answer in what was said: blanks say nothing, the same twice is said once, and of two that differ neither is
/// taken.
fn agree(said: &[Said<'_>], fates: &mut Fates, ledger: &mut Ledger) -> Answer {
    let blank = Answer::Withheld { reason: Withheld::Blank };
    let mut full = said.iter().filter(|(.., o)| o.answer != blank);
    let first = full.next();
    let answer = first.map_or(&blank, |(.., o)| &o.answer);
    if full.any(|(.., o)| o.answer != *answer) {
        for (_, file, o) in said {
            let fate = if o.answer == blank { Fate::Repeated } else { Fate::Conflicting };
            fates.note(*file, o.row, fate);
            if fate == Fate::Conflicting {
                ledger.find(*file, "conflicting-answers", o.row, &o.column, &shown(&o.answer));
            }
        }
        return Answer::Withheld { reason: Withheld::Conflicting };
    }
    let used = first.or(said.first()).map(|(_, file, o)| (*file, o.row));
    for (_, file, o) in said {
        fates.note(*file, o.row, if Some((*file, o.row)) == used { Fate::Used } else { Fate::Repeated });
    }
    answer.clone()
}

/// The number that a publisher printed: digits, commas, at most one point.
fn number(printed: &str) -> Option<f64> {
    let printed = printed.replace(',', "");
    let (whole, part) = printed.split_once('.').unwrap_or((&printed, ""));
    if whole.is_empty() || whole.len() + part.len() > 15 {
        return None;
    }
    let digits = whole.bytes().chain(part.bytes());
    let number = digits
        .map(|b| b.is_ascii_digit().then(|| u64::from(b - b'0')))
        .try_fold(0, |n, digit| Some(n * 10 + digit?))?;
    let scale: u64 = part.bytes().fold(1, |scale, _| scale * 10);
    // Both are below 2^53, so that the quotient is the nearest number to what is printed.
    Some(number as f64 / scale as f64)
}

/// An answer in short, for a finding.
fn shown(answer: &Answer) -> String {
    match answer {
        Answer::Exact { count } => count.to_string(),
        Answer::Range { lowest, highest } => format!("{lowest}–{highest}"),
        Answer::Withheld { .. } => "–".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_are_read_as_the_language_reads_them() {
        for text in ["0", "6.5", "116420", "0.1", "12.25", "999999999999.999"] {
            assert_eq!(number(text), text.parse().ok(), "{text}");
        }
        assert_eq!(number("1,234"), Some(1234.0));
        for text in ["", "c", "-1", ".", ".5", "1.2.3", "1e5", "12345678901234567890"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
