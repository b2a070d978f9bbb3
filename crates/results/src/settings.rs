//! What the person has set by the controls of the parts.

use std::collections::{BTreeMap, BTreeSet};

use document::{Arranged, CohortOf, CountsAs, Field, Limits, MapOf, Means, Setting, Text};
use missing_rates::Query;
use missing_rates::answer::{Answer, Withheld, read};
use missing_rates::area::{AreaCode, Resolution, resolve};
use missing_rates::checks::WorkOrder;
use missing_rates::cohort::Cohort;
use missing_rates::decisions::Meant;
use missing_rates::group::By;
use missing_rates::period::Period;
use missing_rates::report::Incidents;

use crate::invalidated::Invalidated;
use crate::naming::Columns;

/// What is asked of the engine, and what the parts show.
#[derive(Clone, Debug)]
pub struct Settings {
    pub query: Query,
    /// The period that is shown of those of the report.
    pub period: Option<Period>,
    /// The files whose columns the person is naming.
    pub columns: Columns,
    pub(crate) shown: Shown,
    /// The text fields that are open.
    typing: BTreeSet<Field>,
    /// What was typed last: a share to reach; and into other fields, if it was not understood.
    typed: BTreeMap<Field, String>,
}

/// What the parts show, as it was chosen.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    cohorts: BTreeMap<CohortOf, Cohort>,
    pub(crate) compared_area: Option<AreaCode>,
    pub(crate) changed_area: Option<AreaCode>,
    pub(crate) limits: Limits,
    pub(crate) map: MapOf,
    pub(crate) incidents: Incidents,
    pub(crate) by: By,
    /// Of returns of several authorities the one that is shown; none for all together.
    pub(crate) return_of: Option<AreaCode>,
    pub(crate) foi_year: Option<i32>,
    pub(crate) findings: WorkOrder,
    arranged: BTreeMap<Text, Arranged>,
}

impl Default for Settings {
    fn default() -> Self {
        let shown = Shown {
            cohorts: BTreeMap::new(),
            compared_area: None,
            changed_area: None,
            limits: Limits::default(),
            map: MapOf::default(),
            incidents: Incidents::Missing,
            by: By::None,
            return_of: None,
            foi_year: None,
            findings: WorkOrder::default(),
            arranged: BTreeMap::new(),
        };
        Self {
            query: Query::default(),
            period: None,
            columns: Columns::default(),
            shown,
            typing: BTreeSet::new(),
            typed: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Takes a setting over, the only way in which any is changed, and says what it makes out of date.
    pub fn apply(&mut self, setting: Setting) -> Invalidated {
        let (query, shown) = (&mut self.query, &mut self.shown);
        match setting {
            Setting::Period(period) => {
                query.period = period;
                self.period = None;
                Invalidated::Report
            }
            Setting::FileYear { file, year } => {
                match year {
                    Some(year) => query.years.insert(file, year),
                    None => query.years.remove(&file),
                };
                self.period = None;
                Invalidated::Report
            }
            Setting::PublishedYears(years) => {
                query.published_years = years;
                // The periods are others then.
                self.period = None;
                Invalidated::Report
            }
            Setting::Complete { year, complete } => {
                match Period::collection_year(year).filter(|_| complete) {
                    Some(whole) => query.complete_to.insert(year, whole.end()),
                    None => query.complete_to.remove(&year),
                };
                self.period = None;
                Invalidated::Report
            }
            Setting::ZerosMatter(matter) => set(&mut query.zeros_matter, matter, Invalidated::Report),
            Setting::Listed { wording, says } => {
                match says {
                    Some(says) => query.decisions.read_listed(&wording, says),
                    None => query.decisions.forget_listed(&wording),
                }
                Invalidated::Report
            }
            Setting::Disclosure(disclosure) => set(&mut query.disclosure, disclosure, Invalidated::Report),
            Setting::Authority(code) => set(&mut query.authority, code, Invalidated::Report),
            Setting::Change { from, to } => set(&mut query.change, Some((from, to)), Invalidated::Report),
            Setting::Typed { field, text } => self.take_typed(field, text),
            Setting::Wording { wording, counts_as } => self.take_wording(wording, counts_as),
            Setting::Name { name, means } => self.take_name(name, means),
            Setting::Conflict { figure, answer, among } => {
                match answer {
                    Some(answer) => query.decisions.pick(figure, answer, among),
                    None => query.decisions.forget_pick(&figure),
                }
                Invalidated::Report
            }
            Setting::Conflicts(picks) => {
                for (figure, answer, among) in picks {
                    query.decisions.pick(figure, answer, among);
                }
                Invalidated::Report
            }
            Setting::Kind { file, kind } => self.columns.take_for(file, kind),
            Setting::HeadingRow { file, row } => self.columns.head_in(file, row),
            Setting::Column { file, column, field } => self.columns.take_column_for(file, column, field.as_deref()),
            Setting::ColumnPeriod { file, column, period } => self.columns.date_column(file, column, period),
            Setting::Cohort { of, cohort } => {
                shown.cohorts.insert(of, cohort);
                Invalidated::Part
            }
            Setting::ComparedArea(code) => set(&mut shown.compared_area, Some(code), Invalidated::Part),
            Setting::ChangedArea(code) => set(&mut shown.changed_area, Some(code), Invalidated::Part),
            Setting::Limits(limits) => set(&mut shown.limits, limits, Invalidated::Part),
            Setting::Map(map) => set(&mut shown.map, map, Invalidated::Part),
            Setting::Incidents(incidents) => set(&mut shown.incidents, incidents, Invalidated::Part),
            Setting::By(by) => set(&mut shown.by, by, Invalidated::Part),
            Setting::ReturnOf(code) => set(&mut shown.return_of, code, Invalidated::Part),
            Setting::FoiYear(year) => set(&mut shown.foi_year, Some(year), Invalidated::Part),
            Setting::Findings(order) => set(&mut shown.findings, order, Invalidated::Part),
            Setting::Arrange { table, arranged } => {
                shown.arranged.insert(table, arranged);
                Invalidated::Rows
            }
        }
    }

    /// The order of the work list: that in which findings are shown.
    pub fn work_order(&self) -> WorkOrder {
        self.shown.findings
    }

    /// The group of children that was chosen in a place, if it is among these, or the first of them.
    pub(crate) fn cohort(&self, of: CohortOf, among: &[Cohort]) -> Option<Cohort> {
        let chosen = self.shown.cohorts.get(&of).filter(|cohort| among.contains(cohort));
        chosen.or(among.first()).copied()
    }

    /// How a table is arranged.
    pub(crate) fn arranged(&self, table: &Text) -> Arranged {
        self.shown.arranged.get(table).cloned().unwrap_or_default()
    }

    /// Whether a text field is open.
    pub(crate) fn is_typing(&self, field: &Field) -> bool {
        self.typing.contains(field)
    }

    /// What was typed last into a field: a share to reach; into any other what was not understood.
    pub(crate) fn typed(&self, field: &Field) -> Option<&str> {
        self.typed.get(field).map(String::as_str)
    }

    fn take_typed(&mut self, field: Field, text: String) -> Invalidated {
        let decisions = &mut self.query.decisions;
        let understood = match &field {
            // What was typed is kept, so that it can be mended where it is no share.
            Field::Target => {
                self.query.target = text.parse().ok();
                self.typed.insert(field, text);
                return Invalidated::Report;
            }
            Field::Wording(wording) => {
                let answer = read(&text);
                let counts = answer.bounds().is_some();
                if counts {
                    decisions.read_wording(wording, answer);
                }
                counts
            }
            Field::Name(name) => match authorities(&text) {
                Some(codes) => {
                    decisions.mean(name, Meant::Authorities(codes));
                    true
                }
                None => false,
            },
        };
        if !understood {
            self.typed.insert(field, text);
            return Invalidated::Part;
        }
        // What was typed is now one of the choices.
        self.typed.remove(&field);
        self.typing.remove(&field);
        Invalidated::Report
    }

    fn take_wording(&mut self, wording: Text, counts_as: CountsAs) -> Invalidated {
        let decisions = &mut self.query.decisions;
        match (counts_as, withheld(counts_as)) {
            (CountsAs::Typed, _) => {
                self.typing.insert(Field::Wording(wording));
                return Invalidated::Part;
            }
            (_, Some(reason)) => decisions.read_wording(&wording, Answer::Withheld { reason }),
            (_, None) => decisions.forget_wording(&wording),
        }
        self.typing.remove(&Field::Wording(wording));
        Invalidated::Report
    }

    fn take_name(&mut self, name: Text, means: Means) -> Invalidated {
        let decisions = &mut self.query.decisions;
        match means {
            Means::Typed => {
                self.typing.insert(Field::Name(name));
                return Invalidated::Part;
            }
            Means::AsRead => decisions.forget_name(&name),
            Means::Nobody => decisions.mean(&name, Meant::Nobody),
            Means::Authorities(codes) => decisions.mean(&name, Meant::Authorities(codes)),
        }
        self.typing.remove(&Field::Name(name));
        Invalidated::Report
    }
}

fn set<T>(place: &mut T, value: T, invalidated: Invalidated) -> Invalidated {
    *place = value;
    invalidated
}

/// The authorities that a typed name means, if it means any.
fn authorities(text: &str) -> Option<Vec<AreaCode>> {
    match resolve(text) {
        Resolution::Authority { authority, .. } => Some(vec![authority.code]),
        Resolution::Joint(authorities) => Some(authorities.iter().map(|authority| authority.code).collect()),
        _ => None,
    }
}

/// The reasons that a person can give for a wording, in the order in which they are offered.
pub(crate) const REASONS: [CountsAs; 9] = [
    CountsAs::Refused,
    CountsAs::NotHeld,
    CountsAs::NotRecorded,
    CountsAs::NoReply,
    CountsAs::NotApplicable,
    CountsAs::Suppressed,
    CountsAs::CountedElsewhere,
    CountsAs::OtherPeriod,
    CountsAs::WrongBody,
];

/// The engine's name for a reason; none for what is no reason.
pub(crate) fn withheld(counts_as: CountsAs) -> Option<Withheld> {
    Some(match counts_as {
        CountsAs::AsRead | CountsAs::Typed => return None,
        CountsAs::Refused => Withheld::Refused { section: None },
        CountsAs::NotHeld => Withheld::NotHeld,
        CountsAs::NotRecorded => Withheld::NotRecorded,
        CountsAs::NoReply => Withheld::NoReply,
        CountsAs::NotApplicable => Withheld::NotApplicable,
        CountsAs::Suppressed => Withheld::Suppressed,
        CountsAs::CountedElsewhere => Withheld::CountedElsewhere,
        CountsAs::OtherPeriod => Withheld::OtherPeriod,
        CountsAs::WrongBody => Withheld::WrongBody,
    })
}
