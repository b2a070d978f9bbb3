//! Returns of several authorities in the same files: each authority's children are counted for themselves, and stand beside
//! each other as answers of authorities do.

use super::children::latest;
use super::levels::Level;
use crate::answer::Answer;
use crate::area::{AreaCode, Resolution, resolve};
use crate::care::{ChildLevel, Return, calculate};
use crate::decisions::{Decisions, Meant, Place};
use crate::ledger::Ledger;
use crate::order::Ordered;
use crate::period::Period;
use crate::reconcile::Reconciled;
use crate::report::{Area, Name, Problem, Reason, TakenFor};

/// Counts the children of each authority, for the period asked for, else for the latest that any of them tells of.
pub(super) fn count(
    levels: &[Level<'_>],
    asked: Option<Period>,
    decisions: &Decisions,
    reconciled: &mut Reconciled,
    ledger: &mut Ledger,
) {
    let told = levels.iter().filter_map(|level| latest(&level.of)).max_by_key(|period| period.end());
    let Some(period) = asked.or(told) else {
        return levels.iter().for_each(|level| needs_episodes(&level.of, ledger));
    };
    for level in levels {
        let name = level.authority.as_deref().unwrap_or_default();
        match whom(name, decisions) {
            Ok(Some(code)) => {
                let figures = calculate(&level.of, period);
                for (file, reason, rows) in &figures.set_aside {
                    ledger.set_aside(*file, *reason, *rows);
                }
                for (cohort, count, n) in figures.counts {
                    let group = reconciled.groups.entry((period, cohort)).or_default();
                    group.given.entry(code).or_default().set(count, Answer::Exact { count: n });
                }
            }
            // Nobody with children's services, as a person decided.
            Ok(None) => leave_out(&level.of, ledger),
            Err(suggestions) => {
                leave_out(&level.of, ledger);
                reconciled.names.push(unknown(name, suggestions, &level.of, ledger));
            }
        }
    }
    reconciled.names.order_by(|a, b| (a.taken_for, &a.name).cmp(&(b.taken_for, &b.name)));
}

/// Whom the name or code in a column means; else whom it could mean.
fn whom(name: &str, decisions: &Decisions) -> Result<Option<AreaCode>, Vec<Area>> {
    match decisions.name(name) {
        Some(Meant::Nobody) => return Ok(None),
        Some(Meant::Authorities(codes)) if codes.len() == 1 => return Ok(codes.first().copied()),
        _ => {}
    }
    match resolve(name) {
        Resolution::Authority { authority, .. } => Ok(Some(authority.code)),
        Resolution::Joint(several) | Resolution::Suggestions(several) => {
            Err(several.into_iter().map(Area::from).collect())
        }
        Resolution::Aggregate | Resolution::OtherBody(_) => Err(Vec::new()),
    }
}

/// A name that a person has to say something about.
fn unknown(name: &str, suggestions: Vec<Area>, of: &ChildLevel<'_>, ledger: &Ledger) -> Name {
    let files = ledger.names();
    let first = of.returns.iter().flat_map(Return::files).filter_map(|file| files.get(file)).min();
    let rows: usize = of.returns.iter().map(rows).sum();
    Name {
        name: name.to_owned(),
        taken_for: TakenFor::Unknown,
        authorities: Vec::new(),
        body: None,
        suggestions,
        rows: rows as u64,
        decided: false,
        place: Place { file: first.cloned().unwrap_or_default(), row: 0, column: String::new() },
    }
}

fn rows(of: &Return<'_>) -> usize {
    of.header.rows().len() + of.episodes.rows().len() + of.uasc.rows().len() + of.missing.rows().len()
}

/// Sets the rows of Missing aside, which alone are counted one by one.
fn leave_out(of: &ChildLevel<'_>, ledger: &mut Ledger) {
    for own in &of.returns {
        for row in own.missing.rows().iter().filter(|row| row.days().is_some()) {
            ledger.set_aside(own.missing.stands(row).0, Reason::AuthorityNotRecognised, 1);
        }
    }
}

fn needs_episodes(of: &ChildLevel<'_>, ledger: &mut Ledger) {
    for source in of.returns.iter().flat_map(|of| of.uasc.sources().iter().chain(of.missing.sources())) {
        ledger.problem(source.file, Problem::NeedsEpisodes);
        ledger.set_aside_rest(source.file, Reason::NeedsEpisodes);
    }
}
