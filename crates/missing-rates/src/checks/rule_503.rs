//! 503: an episode carried on from last year has changed.

use missing_rows::{Column, EpisodeRow};

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{LastYears, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "503", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), LastYears(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

const SHOWN: &[Column] = &[Column::Decom, Column::Ls, Column::Place, Column::PlaceProvider];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    let mut dated = before.episodes.iter().filter(|row| row.decom.day().is_some());
    let Some(open) = dated.next_back().filter(|row| row.dec.is_blank()) else { return };
    let same_day = || child.this.episodes.iter().filter(|row| row.decom == open.decom);
    let Some(first) = same_day().next() else { return };
    if same_day().all(|row| differs(open, row)) {
        let differs = |column: &Column| differing(open, first).contains(column);
        violations.clash(this(first, SHOWN).where_so(differs), last(open, SHOWN));
    }
}

/// Whether the two differ in a code that both have.
fn differs(open: &EpisodeRow, row: &EpisodeRow) -> bool {
    !differing(open, row).is_empty()
}

/// The columns of these codes.
fn differing(open: &EpisodeRow, row: &EpisodeRow) -> Vec<Column> {
    let codes = [
        (Column::Ls, open.ls.text(), row.ls.text()),
        (Column::Place, open.place.text(), row.place.text()),
        (Column::PlaceProvider, open.provider.text(), row.provider.text()),
    ];
    let other = |(column, one, other): (Column, &str, &str)| {
        (!one.is_empty() && !other.is_empty() && one != other).then_some(column)
    };
    codes.into_iter().filter_map(other).collect()
}

#[cfg(test)]
mod tests {
    use super::super::cases::holds;
    use super::*;

    #[test]
    fn cases() {
        holds(
            &RULE,
            &[
                ("another legal status", &["last-episodes 01/05/2023,,C2", "!episodes 01/05/2023,,V2"]),
                ("another placement", &["last-episodes 01/05/2023,,C2,S,,U4", "!episodes 01/05/2023,,C2,S,,K2"]),
                ("another provider", &["last-episodes 01/05/2023,,C2,S,,U4,PR1", "!episodes 01/05/2023,,C2,S,,U4,PR4"]),
                (
                    "nothing changed",
                    &["last-episodes 01/05/2023,,C2,S,,U4,PR1", "episodes 01/05/2023,10/06/2024,C2,S,X1,U4,PR1"],
                ),
                (
                    "one of two says the same",
                    &["last-episodes 01/05/2023,,C2", "episodes 01/05/2023,,C2", "episodes 01/05/2023,,V2"],
                ),
                (
                    "changed in a new episode",
                    &["last-episodes 01/05/2023,,C2", "episodes 01/05/2023,10/06/2024,C2", "episodes 10/06/2024,,V2"],
                ),
                ("blank, or no code", &["last-episodes 01/05/2023,,,S,,U4,PR1", "episodes 01/05/2023,,C2,S,,X9,"]),
                ("not carried on", &["last-episodes 01/05/2023,,C2", "episodes 02/05/2023,,V2"]),
                ("ended last year", &["last-episodes 01/05/2023,10/06/2023,C2", "episodes 01/05/2023,,V2"]),
            ],
        );
    }
}
