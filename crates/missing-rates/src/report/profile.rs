//! What is known about the children of one group and their incidents.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Shown;
use super::{Area, Interval, Length, Merged, Month, Times};
use crate::cohort::Cohort;
use crate::group::{By, Group};
use crate::period::Period;

/// Which incidents are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Incidents {
    /// M: whereabouts not known.
    Missing,
    /// A: away without authorisation.
    Away,
    /// Both, each incident once.
    Either,
}

impl Incidents {
    /// Every one, in the order in which a report lists them.
    pub const ALL: [Self; 3] = [Self::Missing, Self::Away, Self::Either];
}

/// Which of the children on a list are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnList {
    /// Confirmed to have been trafficked.
    Confirmed,
    /// Suspected, and not confirmed.
    Suspected,
    /// On the list, which does not say whether confirmed or suspected.
    Unstated,
}

impl OnList {
    /// Every one, in the order in which a report lists them.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Suspected, Self::Unstated];
}

/// What is known about the children of one group, and about the incidents in which they went missing from it.
///
/// `care/groups` says which group a child is in, and when. A child who is in several groups is in several profiles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Profile {
    /// Where.
    pub area: Area,
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// If set, only trafficked children about whom the list says this. Absent if all are meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_list: Option<OnList>,
    /// Which incidents.
    pub code: Incidents,
    /// How they are grouped.
    pub by: By,
    /// Which group.
    pub group: Group,
    /// Children in the group.
    pub children: Shown,
    /// How many of them went missing from it at least once.
    pub children_missing: Shown,
    /// `children_missing / children`, from 0 to 1, not rounded.
    pub value: Option<f64>,
    /// How far chance alone could move it.
    pub interval: Option<Interval>,
    /// Incidents that began in the group.
    pub incidents: Shown,
    /// `incidents / children_missing`, not rounded; `null` where no child went missing.
    pub incidents_per_child: Option<f64>,
    /// Children who went missing from it more than once.
    pub more_than_once: Shown,
    /// Children missing at the end of the period who had gone missing from it.
    pub at_end: Shown,
    /// Children not found by the end of the period: children missing then, and children who stayed missing until their
    /// 18th birthday, when care ended with reason E8.
    pub not_found: Shown,
    /// Incidents by length. Lengths without incidents are left out.
    pub lengths: BTreeMap<Length, Shown>,
    /// Children by how often they went missing from it. Numbers without children are left out.
    pub times: BTreeMap<Times, Shown>,
    /// Incidents by the month of their first day, without incidents carried over. Months without incidents are left
    /// out.
    pub months: BTreeMap<Month, Shown>,
    /// Incidents that began before the period.
    pub carried_over: Shown,
    /// Lines that a safe report counts together.
    #[serde(skip_serializing_if = "Merged::is_empty")]
    pub merged: Merged,
}
