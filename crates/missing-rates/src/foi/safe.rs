//! The answers made safe to publish.

use crate::cohort::Cohort;
use crate::disclosure::{Cell, Cells, Disclosure, Hidden, Shown, protect};
use crate::report::{Foi, FoiAnswer, FoiCount, FoiYear, Incidents};

impl Foi {
    /// The answers as they may leave the authority: exact, or with counts of 1 to 5 hidden, and with them what would give
    /// them away. To be called on exact answers; what is hidden does not come back.
    #[must_use]
    pub fn disclosed(&self, disclosure: Disclosure) -> Self {
        let made_safe =
            |year: &FoiYear| if disclosure.is_safe() { safe(year, disclosure, protect) } else { year.clone() };
        Self { area: self.area, disclosure, years: self.years.iter().map(made_safe).collect() }
    }
}

/// No count of one calendar year can be worked out from those of another: a child may be in both or in one.
pub(super) fn safe(year: &FoiYear, disclosure: Disclosure, hide: fn(&Cells) -> Hidden) -> FoiYear {
    let (cells, places) = cells(&year.answers);
    let hidden = hide(&cells);
    let shown = |(answer, cell): (&FoiAnswer, &Option<Cell>)| FoiAnswer {
        count: cell.map(|cell| hidden.shown(&cells, cell, disclosure.rounding())),
        ..answer.clone()
    };
    let answers = year.answers.iter().zip(&places).map(shown).collect();
    FoiYear { answers, hidden: hidden.count(), ..year.clone() }
}

/// The counts of one year, and what anyone knows of how they hang together.
fn cells(answers: &[FoiAnswer]) -> (Cells, Vec<Option<Cell>>) {
    let mut cells = Cells::default();
    let places: Vec<Option<Cell>> =
        answers.iter().map(|answer| Some(cells.add(answer.count.and_then(Shown::number)?))).collect();
    let known = Known { answers, places: &places };
    for cohort in [Cohort::Trafficked, Cohort::Unaccompanied] {
        known.of_cohort(cohort, &mut cells);
    }
    // Both trafficked and unaccompanied: no more than are either.
    let both = known.all(|a| a.cohort == Cohort::TraffickedAndUnaccompanied);
    for cohort in [Cohort::Trafficked, Cohort::Unaccompanied] {
        let of_cohort = known.children(cohort);
        if let ([both], false) = (both.as_slice(), of_cohort.is_empty()) {
            cells.at_most_sum(*both, &of_cohort);
        }
    }
    (cells, places)
}

struct Known<'a> {
    answers: &'a [FoiAnswer],
    places: &'a [Option<Cell>],
}

impl Known<'_> {
    fn all(&self, is: impl Fn(&FoiAnswer) -> bool) -> Vec<Cell> {
        self.answers.iter().zip(self.places).filter(|(answer, _)| is(answer)).filter_map(|(_, cell)| *cell).collect()
    }

    /// The children of a cohort; of those trafficked one cell for each thing that a list says.
    fn children(&self, cohort: Cohort) -> Vec<Cell> {
        self.all(|a| a.cohort == cohort && a.measure == FoiCount::Children && a.sex.is_none())
    }

    fn of_cohort(&self, cohort: Cohort, cells: &mut Cells) {
        let children = self.children(cohort);
        let one = |measure, code, sex| {
            let is = |a: &FoiAnswer| {
                (a.cohort, a.measure, a.code, a.sex, a.length) == (cohort, measure, code, sex, None)
                    && (measure != FoiCount::Children || sex.is_some())
            };
            self.all(is).first().copied()
        };
        let sexes: Vec<_> = {
            let of = self.answers.iter().filter(|a| a.cohort == cohort && a.measure == FoiCount::Children);
            of.filter_map(|a| a.sex).collect()
        };
        let children_of = |sex| one(FoiCount::Children, None, Some(sex));
        let by_sex: Vec<Cell> = sexes.iter().filter_map(|sex| children_of(*sex)).collect();
        if !by_sex.is_empty() && !children.is_empty() {
            cells.add_up_alike(&by_sex, &children);
        }
        for code in Incidents::ALL.map(Some) {
            let [missing, incidents, not_found] =
                [FoiCount::ChildrenMissing, FoiCount::Incidents, FoiCount::ChildrenNotFound]
                    .map(|measure| one(measure, code, None));
            let Some(((missing, incidents), not_found)) = missing.zip(incidents).zip(not_found) else { continue };
            cells.at_most_sum(missing, &children);
            cells.at_most(missing, incidents);
            cells.at_most(not_found, missing);
            let missing_of = |sex| one(FoiCount::ChildrenMissing, code, Some(sex));
            let by_sex: Vec<Cell> = sexes.iter().filter_map(|sex| missing_of(*sex)).collect();
            if !by_sex.is_empty() {
                cells.sums_to(&by_sex, missing);
            }
            for (less, more) in sexes.iter().filter_map(|sex| missing_of(*sex).zip(children_of(*sex))) {
                cells.at_most(less, more);
            }
            let lengths = self.all(|a| a.cohort == cohort && a.code == code && a.length.is_some());
            if !lengths.is_empty() {
                cells.sums_to(&lengths, incidents);
            }
        }
        self.either(cohort, cells);
    }

    /// Whoever was missing or absent was one of the two; an incident is one of the two and not both.
    fn either(&self, cohort: Cohort, cells: &mut Cells) {
        for either in self.answers.iter().filter(|a| a.cohort == cohort && a.code == Some(Incidents::Either)) {
            let same = |code| {
                let key = |a: &FoiAnswer| (a.question, a.measure, a.sex, a.length, a.cohort);
                self.all(|a| key(a) == key(either) && a.code == Some(code)).first().copied()
            };
            let [Some(either_cell), Some(missing), Some(away)] =
                [Incidents::Either, Incidents::Missing, Incidents::Away].map(same)
            else {
                continue;
            };
            if either.measure == FoiCount::Incidents {
                cells.sums_to(&[missing, away], either_cell);
            } else {
                cells.at_most(missing, either_cell);
                cells.at_most(away, either_cell);
                cells.at_most_sum(either_cell, &[missing, away]);
            }
        }
    }
}
