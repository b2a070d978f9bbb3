//! What the person has set by the controls of the parts.

mod typed;

use std::collections::{BTreeMap, BTreeSet};

use document::{Arranged, CohortOf, Field, Limits, MapOf, OnlyOf, Setting, Text};
use missing_rates::area::AreaCode;
use missing_rates::checks::WorkOrder;
use missing_rates::cohort::Cohort;
use missing_rates::group::By;
use missing_rates::kept::Kept;
use missing_rates::period::{Day, Period};
use missing_rates::report::{Incidents, Severity};
use missing_rates::{FileId, Query, Said};

use crate::figure::Figure;
use crate::invalidated::Invalidated;
use crate::naming::Columns;
use crate::request::RequestChoices;
pub(crate) use typed::{REASONS, withheld};

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
    /// Which findings are listed one by one.
    pub(crate) only: Only,
    /// Whether CSV files say above their tables what these are based on.
    pub(crate) comments: bool,
    /// The child whose record is shown.
    pub(crate) child: Option<Text>,
    /// The day on which it is asked who is missing; none for the last that the files cover.
    pub(crate) missing_on: Option<Day>,
    /// The council of which published figures are shown.
    pub(crate) council: Option<AreaCode>,
    pub(crate) request: RequestChoices,
    /// The figure that is shown alone.
    pub(crate) figure: Figure,
    arranged: BTreeMap<Text, Arranged>,
}

/// Which findings are listed: those that all of these allow. With none of them, no finding is listed by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Only {
    pub(crate) rule: Option<Text>,
    pub(crate) severity: Option<Severity>,
    pub(crate) team: Option<Text>,
    /// The identifier of a child, or a part of it.
    pub(crate) child: Option<Text>,
    /// Whether all are listed, where nothing else is chosen.
    pub(crate) all: bool,
}

impl Only {
    fn apply(&mut self, of: OnlyOf) -> Invalidated {
        self.all = true;
        match of {
            OnlyOf::All => {}
            OnlyOf::Rule(rule) => self.rule = rule,
            OnlyOf::Severity(severity) => self.severity = severity,
            OnlyOf::Team(team) => self.team = team,
        }
        Invalidated::Part
    }
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
            only: Only::default(),
            comments: false,
            child: None,
            missing_on: None,
            council: None,
            request: RequestChoices::default(),
            figure: Figure::default(),
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
    /// Those that a person begins with; what a frame shows alone is the website's and stays.
    #[must_use]
    pub fn anew(&self) -> Self {
        let mut anew = Self::default();
        anew.shown.figure = self.shown.figure;
        anew
    }

    /// Takes a setting over, the only way in which any is changed, and says what it makes out of date.
    pub fn apply(&mut self, setting: Setting) -> Invalidated {
        let (query, shown) = (&mut self.query, &mut self.shown);
        match setting {
            Setting::Period(period) => {
                query.period = period;
                query.said.insert(Said::Period);
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
            Setting::Empty { name, empty } => say_empty(&mut query.empty, &name, empty),
            Setting::Earlier(files) => self.take_earlier(files),
            Setting::PublishedYears(years) => {
                query.published_years = years;
                query.said.insert(Said::PublishedYears);
                // The periods are others then.
                self.period = None;
                Invalidated::Report
            }
            Setting::Complete { year, complete } => {
                self.period = None;
                say_complete(&mut query.complete_to, year, complete)
            }
            Setting::ZerosMatter(matter) => {
                query.said.insert(Said::LeadingZeros);
                set(&mut query.zeros_matter, matter, Invalidated::Report)
            }
            Setting::WholeIdentifiers(whole) => say_whole(query, whole),
            Setting::UseFiles { files, used } => {
                let files = files.into_iter().map(|file| (file.sha256.to_string(), file.name.to_string()));
                query.decisions.use_files(files, used.iter().map(ToString::to_string));
                Invalidated::Report
            }
            Setting::AskAboutFile(sha256) => {
                query.decisions.ask_about_file(&sha256);
                Invalidated::Report
            }
            Setting::Listed { wording, says } => {
                match says {
                    Some(says) => query.decisions.read_listed(&wording, says),
                    None => query.decisions.forget_listed(&wording),
                }
                Invalidated::Report
            }
            Setting::Disclosure(disclosure) => set(&mut query.disclosure, disclosure, Invalidated::Report),
            Setting::Authority(code) => {
                query.said.insert(Said::Authority);
                set(&mut query.authority, code, Invalidated::Report)
            }
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
            Setting::Child(child) => set(&mut shown.child, child, Invalidated::Part),
            Setting::Council(code) => self.take_council(code),
            Setting::Request(of) => shown.request.apply(of),
            Setting::Comments(comments) => set(&mut shown.comments, comments, Invalidated::Part),
            Setting::Only(of) => shown.only.apply(of),
            Setting::Findings(order) => set(&mut shown.findings, order, Invalidated::Part),
            Setting::Arrange { table, arranged } => {
                shown.arranged.insert(table, arranged);
                Invalidated::Rows
            }
        }
    }

    /// Takes these files for an earlier version of the others. The periods may be others then.
    fn take_earlier(&mut self, files: Vec<FileId>) -> Invalidated {
        self.period = None;
        set(&mut self.query.earlier, files.into_iter().collect(), Invalidated::Report)
    }

    /// Takes over what files of settings say of what the person has not set.
    pub fn fill(&mut self, kept: &Kept) {
        let before = self.query.period;
        self.query.fill(kept);
        if self.query.period != before {
            self.period = None;
        }
    }

    /// The order of the work list: that in which findings are shown.
    pub fn work_order(&self) -> WorkOrder {
        self.shown.findings
    }

    /// Whether CSV files say above their tables what these are based on.
    pub fn comments(&self) -> bool {
        self.shown.comments
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
}

fn set<T>(place: &mut T, value: T, invalidated: Invalidated) -> Invalidated {
    *place = value;
    invalidated
}

/// Says that long identifiers are whole, or lets a person be asked.
fn say_whole(query: &mut Query, whole: bool) -> Invalidated {
    query.said.insert(Said::WholeIdentifiers);
    set(&mut query.whole_identifiers, whole.then_some(true), Invalidated::Report)
}

/// Notes whether the return of a collection year is complete.
fn say_complete(days: &mut BTreeMap<i32, Day>, year: i32, complete: bool) -> Invalidated {
    match Period::collection_year(year).filter(|_| complete) {
        Some(whole) => days.insert(year, whole.end()),
        None => days.remove(&year),
    };
    Invalidated::Report
}

/// Notes whether a file has no rows because there was nobody to write down.
fn say_empty(files: &mut BTreeSet<String>, name: &str, empty: bool) -> Invalidated {
    if empty {
        files.insert(name.to_owned());
    } else {
        files.remove(name);
    }
    Invalidated::Report
}
