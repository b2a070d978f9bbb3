//! Which days the modules of returns cover, and which figures cannot be given because one is missing.

use serde::{Serialize, Serializer};

use super::Area;
use crate::cohort::Cohort;
use crate::order::Ordered;
use crate::period::{Day, Period};

/// A module of a return that figures are based on, or the list of trafficked children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Module {
    /// When children were looked after.
    Episodes,
    /// When they were missing or away.
    Missing,
    /// Who is unaccompanied.
    Uasc,
    /// Who the children are.
    Header,
    /// A list of trafficked children.
    List,
}

impl Module {
    /// Every one, in the order in which a report lists them.
    pub const ALL: [Self; 5] = [Self::Episodes, Self::Missing, Self::Uasc, Self::Header, Self::List];
}

/// The days of one module of one return that one file covers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ReturnCoverage {
    /// The year of the 31 March that names the collection year; `null` for a list, and where nothing gives it.
    pub year: Option<i32>,
    /// Whose return it is: an authority that a column names, or the return itself.
    pub area: Area,
    /// Which module.
    pub module: Module,
    /// Name of the file; `null` in a report that is safe to publish.
    pub file: Option<String>,
    /// The first day; `null` for a list, which has no days, and for a file that is not used.
    #[serde(serialize_with = "as_text")]
    pub from: Option<Day>,
    /// The last day: 31 March, or the day on which the rows stop.
    #[serde(serialize_with = "as_text")]
    pub to: Option<Day>,
    /// Whether the file is used. A file that was chosen but could not be read is not used.
    pub used: bool,
    /// The last date in Episodes and Missing of the year, where it is long before 31 March and they have too few dates to tell
    /// whether the return stops there; or that of one of them, where the other goes on; otherwise `null`.
    #[serde(serialize_with = "as_text")]
    pub quiet_from: Option<Day>,
    /// The days, up to `to`, on which Episodes or Missing has no date, where so many dates of a whole year would seldom leave
    /// them empty.
    pub empty_days: Vec<Period>,
    /// Why Episodes may hold some children alone, or Missing other children than Header, or UASC those of another year or others.
    pub only_some: Option<OnlySome>,
    /// Whether there is any of these. A report that is safe to publish says no more than that of Episodes and Missing together, and of
    /// UASC.
    pub may_be_part: bool,
}

/// The children of an extract of Episodes, or why a module may be of other children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnlySome {
    /// Those who are still in care at the end of the year.
    StillInCare,
    /// Those who came in it.
    Newcomers,
    /// Those who left in it.
    Leavers,
    /// Header lists many children who could not have left before the year, and Episodes has no row of them.
    NotAllOfHeader,
    /// Many children of Missing have another date of birth in Header.
    OtherBirths,
    /// Missing names far fewer children than another year's, or than in nearly any authority.
    FewMissing,
    /// Children of UASC were not in care in its year, or its rows are those of the year before.
    LastYears,
    /// UASC leaves out many of last year's children who are still in care.
    FewUnaccompanied,
    /// Many children of UASC have another date of birth in Header.
    OtherBirthsInUasc,
    /// Nearly all children of Episodes are in Missing.
    NearlyAllInMissing,
}

/// The returns of one year that cover the same days.
#[derive(Debug)]
pub struct CoveredAlike<'a> {
    /// The authorities whose returns these are; empty where there is one return, or all cover the same.
    pub names: Vec<&'static str>,
    /// What each module covers.
    pub modules: Vec<&'a ReturnCoverage>,
}

impl CoveredAlike<'_> {
    /// Puts those together, of one year, that cover the same days. A file that is not used is nobody's in particular.
    pub fn of<'a>(of_year: &[&'a ReturnCoverage]) -> Vec<CoveredAlike<'a>> {
        let alike_in = |one: &ReturnCoverage, other: &ReturnCoverage| {
            (one.module, one.from, one.to, one.quiet_from) == (other.module, other.from, other.to, other.quiet_from)
                && one.empty_days == other.empty_days
                && one.only_some == other.only_some
                && one.may_be_part == other.may_be_part
        };
        let (named, of_all): (Vec<&'a ReturnCoverage>, Vec<&'a ReturnCoverage>) =
            of_year.iter().copied().partition(|of| of.area.name.is_some());
        let mut areas: Vec<Area> = named.iter().map(|of| of.area).collect();
        areas.order();
        areas.dedup();
        let mut alike: Vec<CoveredAlike<'a>> = Vec::new();
        for area in areas {
            let own: Vec<&'a ReturnCoverage> = named.iter().copied().filter(|of| of.area == area).collect();
            let same = |other: &&mut CoveredAlike<'a>| {
                other.modules.len() == own.len()
                    && other.modules.iter().zip(&own).all(|(one, other)| alike_in(one, other))
            };
            match alike.iter_mut().find(same) {
                Some(same) => same.names.extend(area.name),
                None => alike.push(CoveredAlike { names: area.name.into_iter().collect(), modules: own }),
            }
        }
        if alike.is_empty() {
            alike.push(CoveredAlike { names: Vec::new(), modules: Vec::new() });
        }
        if let [all] = &mut alike[..] {
            all.names.clear();
        }
        for same in &mut alike {
            same.modules.extend(&of_all);
            same.modules.sort_by_key(|of| of.module);
        }
        alike
    }
}

/// Where the dates of a return end long before its year does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quiet {
    /// Those of the whole return.
    Return(Day),
    /// Those of Episodes; Missing goes on.
    Episodes(Day),
    /// Those of Missing; Episodes goes on.
    Missing(Day),
}

impl Quiet {
    /// Of the modules of one return.
    pub fn of(modules: &[&ReturnCoverage]) -> Option<Self> {
        let of_module = |module: Module| modules.iter().filter(move |of| of.used && of.module == module);
        let quiet = |module: Module| of_module(module).find_map(|of| of.quiet_from);
        match (quiet(Module::Episodes), quiet(Module::Missing)) {
            (Some(day), None) if of_module(Module::Missing).next().is_some() => Some(Self::Episodes(day)),
            (Some(day), _) => Some(Self::Return(day)),
            (None, day) => day.map(Self::Missing),
        }
    }
}

/// What cannot be given without a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    /// How many children there are.
    Children,
    /// How many of them went missing or were away, and everything that is based on it.
    Missing,
}

/// A figure that is not given, because a module that it needs does not cover its days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct NotCovered {
    /// The area of the return.
    pub area: Area,
    /// The period.
    pub period: Period,
    /// The cohort.
    pub cohort: Cohort,
    /// What cannot be given.
    pub figure: Wanted,
    /// The module that it needs.
    pub module: Module,
    /// The collection year of the module; `null` for a list.
    pub year: Option<i32>,
    /// The days of the period that the module does not cover; `null` for a list.
    pub days: Option<Period>,
    /// Whether the module is there but contradicted: a UASC file and the column UASC in Header disagree, a list says of one
    /// child both that it was trafficked and that it was not, or Episodes has other identifiers than that of the year before.
    pub contradicted: bool,
    /// Whether a list is there, but a person has to say first what some of its wordings mean.
    pub undecided: bool,
    /// A file that was chosen as that module but is not used, if there is one.
    pub file: Option<String>,
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "so serde hands it")]
pub(super) fn as_text<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => to.collect_str(day),
        None => to.serialize_none(),
    }
}
