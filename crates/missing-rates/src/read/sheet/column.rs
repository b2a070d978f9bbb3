//! One heading of a sheet.

use crate::cohort::{Cohort, Count, Part};
use crate::mapping::Field;
use crate::period::Period;
use crate::read::heading::{Kind, Phrase, Role, request};
use crate::report::ColumnState;

/// Where the headings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Along {
    /// Each over a column.
    Columns,
    /// Each in rows, as many times as there are authorities.
    Rows,
}

/// One heading, and what it means beside the others.
#[derive(Clone, Debug)]
pub(in crate::read) struct Column {
    pub(in crate::read) heading: String,
    pub(in crate::read) phrase: Phrase,
    /// Who is counted, as far as it is known.
    pub(in crate::read) cohort: Option<Cohort>,
    /// Which part of the figure it holds; `None` for all of it.
    pub(in crate::read) part: Option<Part>,
    pub(in crate::read) period: Option<Period>,
    pub(in crate::read) state: ColumnState,
    /// The words that prevent its use.
    pub(in crate::read) words: Vec<String>,
}

impl Column {
    pub(super) fn of(heading: &str, phrase: Phrase) -> Self {
        let state = match phrase.kind {
            Kind::Blank | Kind::LeftOut | Kind::Aside | Kind::Nothing | Kind::Breakdown | Kind::Period => {
                ColumnState::NotNeeded
            }
            Kind::Label => ColumnState::BareQuestion,
            Kind::Share(_) | Kind::Average => ColumnState::Checked,
            Kind::Figure if !phrase.other.is_empty() => ColumnState::OtherMeaning,
            Kind::Figure if !phrase.unknown.is_empty() => ColumnState::NotUnderstood,
            Kind::Figure | Kind::Role(_) | Kind::Parts(_) => ColumnState::Used,
        };
        let words = if phrase.kind == Kind::Figure {
            phrase.other.iter().chain(&phrase.unknown).cloned().collect()
        } else {
            Vec::new()
        };
        Self {
            heading: heading.to_owned(),
            cohort: phrase.group,
            part: phrase.part,
            period: phrase.period,
            phrase,
            state,
            words,
        }
    }

    /// The figure that it holds, if it is used for one.
    pub(in crate::read) fn figure(&self) -> Option<(Cohort, Count)> {
        let used = self.state == ColumnState::Used && self.phrase.kind == Kind::Figure;
        self.cohort.filter(|_| used).map(|cohort| (cohort, self.phrase.count))
    }

    /// The field that the column is, or seems to be.
    pub(in crate::read) fn field(&self) -> Option<Field> {
        match self.phrase.kind {
            Kind::Role(role) => match role {
                Role::Authority => Some(Field::Authority),
                Role::Code => Some(Field::Code),
                Role::When(_) => Some(Field::Year),
                Role::Cohort => Some(Field::Cohort),
                Role::Measure => Some(Field::Measure),
                Role::Value => Some(Field::Answer),
                Role::Start | Role::End | Role::Unit | Role::Child => None,
            },
            Kind::Parts(field) => Some(field),
            Kind::Figure if self.state != ColumnState::OtherMeaning => {
                let count = self.phrase.count;
                self.cohort.map(|cohort| match self.part {
                    Some(part) => Field::Part(cohort, count, part),
                    None => Field::Figure(cohort, count),
                })
            }
            Kind::Label => {
                let (cohort, count, part) = request(self.phrase.label.as_ref()?)?;
                Some(part.map_or(Field::Figure(cohort, count), |part| Field::Part(cohort, count, part)))
            }
            _ => None,
        }
    }

    pub(super) fn is_figure(&self) -> bool {
        matches!(self.phrase.kind, Kind::Figure)
    }

    /// Takes the column out for a reason, with the words that prevent its use.
    pub(super) fn ask(&mut self, state: ColumnState, words: &[&str]) {
        if self.state == ColumnState::Used {
            self.state = state;
            self.words = words.iter().map(|word| (*word).to_owned()).collect();
        }
    }

    /// How it was read, for a report.
    pub(super) fn read_as(&self) -> String {
        match self.phrase.kind {
            Kind::Role(Role::Start) => "period-start".to_owned(),
            Kind::Role(Role::End) => "period-end".to_owned(),
            Kind::Role(Role::Unit) => "unit".to_owned(),
            Kind::Role(Role::Child) => "child".to_owned(),
            _ => self.field().map_or(String::new(), Field::name),
        }
    }
}
