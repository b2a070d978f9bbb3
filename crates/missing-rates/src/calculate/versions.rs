//! Compares the answers of authorities, or published figures, with an earlier version of their file.

use crate::answer::{Answer, Withheld};
use crate::area::{AreaCode, authority};
use crate::changed_answers::{ChangedAnswer, ChangedAnswers, ChangedAuthorities, HowChanged, Version};
use crate::cohort::{Cohort, Count};
use crate::decisions::Decisions;
use crate::ledger::Ledger;
use crate::order::Ordered;
use crate::period::Period;
use crate::published::{Figure, Symbol, published_years};
use crate::query::Query;
use crate::rates::Given;
use crate::read::{Content, NAME_JOINT, ReadFile};
use crate::reconcile::Reconciled;
use crate::report::{Area, FileKind};
use crate::returns::Returns;

/// Whose answer to which question.
type Asked = (Vec<AreaCode>, Period, Cohort, Count);

/// What one version says.
#[derive(Default)]
struct Told {
    /// In order: for each question its answer, and `None` where nothing is known of it.
    answers: Vec<(Asked, Option<Answer>)>,
    /// The periods that it has rows for, each once and in order, even if all their answers are blank.
    periods: Vec<Period>,
    /// How many of its rows have a name that is not recognised.
    not_recognised: u64,
}

/// The kind of a file that there may be another version of.
fn kind_of(file: &ReadFile) -> Option<FileKind> {
    match file.content {
        Content::Answers(_) => Some(FileKind::AuthorityAnswers),
        Content::Published(_) => Some(FileKind::DfePublished),
        _ => None,
    }
}

/// Whether a file is an earlier version of others, as a person says. Then it counts in no figure.
pub(super) fn is_earlier(file: &ReadFile, query: &Query) -> bool {
    query.earlier.contains(&file.id) && kind_of(file).is_some()
}

/// The name of the file that a table was taken out of, or of the file itself.
fn whole_name(file: &ReadFile) -> &str {
    file.entry.name.split(NAME_JOINT).next().unwrap_or_default()
}

impl Returns {
    /// The files of answers and of published figures, by kind and name. One of a kind may be an earlier version of another.
    pub fn versions(&self) -> Vec<Version> {
        let mut found: Vec<(Version, Option<&str>)> = Vec::new();
        for file in self.by_name() {
            let Some(kind) = kind_of(file) else { continue };
            let (name, of) = (whole_name(file), file.entry.taken_from.as_deref());
            match found.iter_mut().find(|(other, from)| other.name == name && of.is_some() && *from == of) {
                Some((other, _)) => other.files.push(file.id),
                None => found.push((Version { kind, name: name.to_owned(), files: vec![file.id] }, of)),
            }
        }
        let mut versions: Vec<Version> = found.into_iter().map(|(version, _)| version).collect();
        versions.order_by_key(|version| version.kind == FileKind::DfePublished);
        versions
    }

    /// What changed since the files that the query says are an earlier version of the others: first in answers, then in
    /// published figures. These are compared with what the product holds of their years if no earlier file is chosen.
    /// Nothing where the query asks for figures that are safe to publish.
    pub fn changed_answers(&self, query: &Query) -> Vec<ChangedAnswers> {
        if query.disclosure.is_safe() {
            return Vec::new();
        }
        let files = self.by_name();
        let of_kind = |kind| {
            let mine = |file: &&&ReadFile| kind_of(file) == Some(kind);
            let earlier: Vec<&ReadFile> =
                files.iter().filter(mine).copied().filter(|file| is_earlier(file, query)).collect();
            self.of_once(query, |once, decisions| {
                let later: Vec<&ReadFile> = once.iter().map(|(_, file)| *file).filter(|file| mine(&file)).collect();
                compared(kind, &earlier, &later, query, decisions)
            })
        };
        [FileKind::AuthorityAnswers, FileKind::DfePublished].into_iter().filter_map(of_kind).collect()
    }
}

fn compared(
    kind: FileKind,
    earlier: &[&ReadFile],
    later: &[&ReadFile],
    query: &Query,
    decisions: &Decisions,
) -> Option<ChangedAnswers> {
    let published = kind == FileKind::DfePublished;
    if later.is_empty() || earlier.is_empty() && !published {
        return None;
    }
    let mut now = told(later, published, query, decisions);
    let mut before = if earlier.is_empty() { held(&now.periods) } else { told(earlier, published, query, decisions) };
    let only_earlier = without(&before.periods, &now.periods);
    let only_later = without(&now.periods, &before.periods);
    let compares = only_later.len() < now.periods.len();
    if !compares && earlier.is_empty() {
        return None;
    }
    before.retain(|(period, ..)| !only_earlier.contains(period));
    now.retain(|(period, ..)| !only_later.contains(period));
    if published {
        // A table may have fewer columns than another.
        let (then, since) = (before.questions(), now.questions());
        before.retain(|question| since.binary_search(question).is_ok());
        now.retain(|question| then.binary_search(question).is_ok());
    }
    let mut changed = ChangedAnswers {
        kind,
        earlier: names(earlier),
        later: names(later),
        answers: Vec::new(),
        unchanged: 0,
        authorities: ChangedAuthorities::default(),
        answered: Vec::new(),
        compares,
        only_earlier,
        only_later,
        not_recognised: now.not_recognised + before.not_recognised,
    };
    changed.compare(&before.answers, &now.answers);
    Some(changed)
}

/// The names of files, each once.
fn names(files: &[&ReadFile]) -> Vec<String> {
    let mut names: Vec<String> = files.iter().map(|file| whole_name(file).to_owned()).collect();
    names.dedup();
    names
}

/// Those of the first that are not among the second.
fn without(periods: &[Period], others: &[Period]) -> Vec<Period> {
    periods.iter().filter(|period| !others.contains(period)).copied().collect()
}

/// A question, whoever is asked.
fn question((_, period, cohort, count): &Asked) -> (Period, Cohort, Count) {
    (*period, *cohort, *count)
}

impl Told {
    /// The questions, each once and in order.
    fn questions(&self) -> Vec<(Period, Cohort, Count)> {
        let mut questions: Vec<_> = self.answers.iter().map(|(asked, _)| question(asked)).collect();
        questions.order();
        questions.dedup();
        questions
    }

    /// Leaves out answers to other questions.
    fn retain(&mut self, is_asked: impl Fn(&(Period, Cohort, Count)) -> bool) {
        self.answers.retain(|(asked, _)| is_asked(&question(asked)));
    }
}

/// What files say together.
fn told(files: &[&ReadFile], published: bool, query: &Query, decisions: &Decisions) -> Told {
    let numbered: Vec<(usize, &ReadFile)> = files.iter().copied().enumerate().collect();
    let reconciled = Reconciled::from(&numbered, query, decisions, &mut Ledger::new(files));
    let mut told = Told::default();
    for ((period, cohort), group) in &reconciled.groups {
        told.periods.push(*period);
        let one = group.given.iter().map(|(code, given)| (vec![*code], given));
        let together = group.together.iter().map(|(codes, given)| (codes.clone(), given));
        let all: Vec<(Vec<AreaCode>, &Given)> = one.chain(together).collect();
        for (codes, given) in all {
            for count in Count::ALL {
                if let Some(answer) = given.get(count).filter(|answer| says_something(answer, published)) {
                    told.answers.push(((codes.clone(), *period, *cohort, count), Some(answer.clone())));
                }
            }
        }
    }
    told.answers.order_by(|(a, _), (b, _)| a.cmp(b));
    told.periods.order();
    told.periods.dedup();
    let names = reconciled.names.iter().filter(|name| name.taken_for.needs_decision());
    told.not_recognised = names.map(|name| name.rows).sum();
    told
}

/// Whether there is an answer at all. Among published figures an authority that did not exist has none.
fn says_something(answer: &Answer, published: bool) -> bool {
    match answer.withheld() {
        Some(Withheld::Blank | Withheld::NoReply) => false,
        Some(Withheld::NotApplicable) => !published,
        _ => true,
    }
}

/// What the product holds of what was published about authorities in these periods.
fn held(periods: &[Period]) -> Told {
    let mut told = Told::default();
    for year in published_years().iter().filter(|year| periods.contains(&year.period)) {
        told.periods.push(year.period);
        for area in year.areas.iter().filter(|area| authority(area.code).is_some()) {
            for count in Count::ALL {
                let withheld = |reason| Some(Answer::Withheld { reason });
                let answer = match area.count(count) {
                    Figure::Number(count) => Some(Answer::Exact { count }),
                    Figure::Symbol(Symbol::Confidential | Symbol::RoundsToZero) => withheld(Withheld::Suppressed),
                    Figure::Symbol(Symbol::NotAvailable) => withheld(Withheld::NotHeld),
                    Figure::Symbol(Symbol::NotApplicable) => continue,
                    Figure::NotToHand => None,
                };
                told.answers.push(((vec![area.code], year.period, Cohort::All, count), answer));
            }
        }
    }
    told.answers.order_by(|(a, _), (b, _)| a.cmp(b));
    told
}

impl ChangedAnswers {
    /// Compares answer by answer, and counts authorities.
    fn compare(&mut self, before: &[(Asked, Option<Answer>)], now: &[(Asked, Option<Answer>)]) {
        let mut asked: Vec<&Asked> = before.iter().chain(now).map(|(asked, _)| asked).collect();
        asked.order();
        asked.dedup();
        for of_one in asked.chunk_by(|a, b| a.0 == b.0) {
            // Whether it gave any answer before, any now, another, and something new: the same that a line of it is.
            let (mut had, mut has, mut differs, mut answers) = (false, false, false, false);
            for asked in of_one {
                let (then, since) = match (found(before, asked), found(now, asked)) {
                    // What is not known cannot be compared.
                    (Some(None), _) | (_, Some(None)) => continue,
                    (then, since) => (then.cloned().flatten(), since.cloned().flatten()),
                };
                had |= then.is_some();
                has |= since.is_some();
                differs |= then != since;
                answers |= self.take(asked, then, since) == Some(HowChanged::New);
            }
            let published = self.kind == FileKind::DfePublished;
            let place = match (had, has, differs) {
                (false, false, _) => continue,
                (true, false, _) => &mut self.authorities.gone,
                // Some of what is published of an area may be new, and the rest as it was or another.
                (_, true, true) if answers && !(published && had) => &mut self.authorities.answered,
                (_, true, true) => &mut self.authorities.changed,
                (_, true, false) => &mut self.authorities.same,
            };
            *place += 1;
            if answers && !published {
                self.answered.push(of_one.first().map(|(codes, ..)| areas(codes)).unwrap_or_default());
            }
        }
    }

    /// Lists an answer that is not the same, and counts one that is. How it changed, if it did.
    fn take(
        &mut self,
        (codes, period, cohort, measure): &Asked,
        before: Option<Answer>,
        now: Option<Answer>,
    ) -> Option<HowChanged> {
        if before == now {
            self.unchanged += 1;
            return None;
        }
        let authorities = areas(codes);
        let (period, cohort, measure) = (*period, *cohort, *measure);
        let changed = ChangedAnswer { authorities, period, cohort, measure, before, now };
        let how = changed.how(self.kind);
        self.answers.push(changed);
        Some(how)
    }
}

fn areas(codes: &[AreaCode]) -> Vec<Area> {
    codes.iter().filter_map(|code| authority(*code)).map(Area::from).collect()
}

/// The answer to a question, if there is one.
fn found<'a>(told: &'a [(Asked, Option<Answer>)], asked: &Asked) -> Option<&'a Option<Answer>> {
    let at = told.binary_search_by(|(other, _)| other.cmp(asked)).ok()?;
    told.get(at).map(|(_, answer)| answer)
}
