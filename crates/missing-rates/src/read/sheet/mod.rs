//! What the headings of a sheet mean together. This finds which question another refers to, whose children `of whom`
//! are, which columns are parts of one figure, and which mean the same. It does not read the words of one heading.

mod column;
mod groups;
mod parts;
#[cfg(test)]
mod tests;

use super::heading::{Kind, Role, figure, names_number, names_whom, numbers_question, read, says_children};
use super::told::{Told, group_of_titles, of_missing, other_groups};
use crate::cohort::{Cohort, Count};
use crate::mapping::Field;
use crate::period::Period;
use crate::report::{ColumnRead, ColumnState};
use column::Along;
pub(super) use column::Column;

/// The headings of a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub(super) columns: Vec<Column>,
    /// Words in titles that limit or change every figure.
    pub(super) limits: Vec<String>,
    /// Whether a person who saw the titles said what the columns are, so that no title raises a question about them.
    pub(super) titles_seen: bool,
    /// The words of titles that say that incidents are counted.
    pub(super) incidents: Vec<String>,
    /// What titles and the name of the sheet say that the figures are about.
    pub(super) told: Vec<Told>,
    /// The group that titles name, of figures whose headings say at most that children are in care.
    pub(super) group: Option<Cohort>,
    /// The authority that the name of the sheet is: of rows that name none.
    pub(super) authority: Option<String>,
}

impl Sheet {
    /// Reads the headings of columns.
    pub(super) fn read(cells: &[String]) -> Self {
        let columns = cells.iter().map(|cell| Column::of(cell, read(cell))).collect();
        Self { columns, ..Self::default() }.settled(Along::Columns)
    }

    /// Reads what the rows of a long table say about who and what is counted.
    pub(super) fn of_rows<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let columns = phrases.into_iter().map(|text| Column::of(text, figure(text))).collect();
        Self { columns, ..Self::default() }.settled(Along::Rows)
    }

    /// Reads columns as the fields that a person named. A heading still gives its period, unless the person does.
    pub(super) fn of_fields(cells: &[String], fields: &[Option<Field>], periods: &[Option<Period>]) -> Self {
        let column = |(at, cell): (usize, &String)| {
            let own = read(cell);
            let period = periods.get(at).copied().flatten().or(own.period);
            let mut phrase = figure("");
            match fields.get(at).copied().flatten() {
                None if own.kind == Kind::Breakdown => phrase.kind = own.kind,
                None => phrase.kind = Kind::LeftOut,
                Some(Field::Figure(cohort, count)) => {
                    (phrase.kind, phrase.group, phrase.count) = (Kind::Figure, Some(cohort), count);
                    phrase.period = period;
                }
                Some(Field::Part(cohort, count, part)) => {
                    (phrase.kind, phrase.group, phrase.count) = (Kind::Figure, Some(cohort), count);
                    (phrase.part, phrase.period) = (Some(part), period);
                }
                Some(field @ (Field::AddUp | Field::TotalRows | Field::LeaveOut)) => phrase.kind = Kind::Parts(field),
                Some(field) => {
                    let role = match (field, own.kind) {
                        (Field::Authority, _) => Some(Role::Authority),
                        (Field::Code, _) => Some(Role::Code),
                        // The heading says whether its bare years are collection years.
                        (Field::Year, Kind::Role(role @ Role::When(_))) => Some(role),
                        (Field::Year, _) => Some(Role::When(super::when::BareYear::Calendar)),
                        (Field::Cohort, _) => Some(Role::Cohort),
                        (Field::Measure, _) => Some(Role::Measure),
                        (Field::Answer, _) => Some(Role::Value),
                        _ => None,
                    };
                    phrase.kind = role.map_or(Kind::Blank, Kind::Role);
                }
            }
            Column::of(cell, phrase)
        };
        Self { columns: cells.iter().enumerate().map(column).collect(), ..Self::default() }.settled(Along::Columns)
    }

    fn settled(mut self, along: Along) -> Self {
        self.doubt_repeated_labels(along);
        groups::settle(&mut self.columns, along);
        parts::settle(&mut self.columns, along);
        self
    }

    /// A bare number before several figures does not label a question: `Q1 UASC, Q1 UASC missing` are about a quarter.
    fn doubt_repeated_labels(&mut self, along: Along) {
        let label = |column: &Column| {
            let label = column.phrase.label.clone().filter(|label| label.letter.is_empty() && label.number.is_some());
            label.filter(|_| column.is_figure()).map(|label| (label, column.period))
        };
        let labels: Vec<_> = self.columns.iter().map(label).collect();
        let first_unlabelled =
            self.columns.iter().position(|column| column.is_figure() && column.phrase.label.is_none());
        for (at, column) in self.columns.iter_mut().enumerate() {
            let Some(own) = &labels[at] else { continue };
            let again = labels.iter().enumerate().any(|(other, label)| other != at && label.as_ref() == Some(own));
            // `LAC, Q1 LAC missing`: the first question would have a number, too.
            let follows = first_unlabelled.is_some_and(|first| first < at) && numbers_question(&column.heading);
            if (again || follows) && along == Along::Columns {
                let text = own.0.number.map_or(String::new(), |number| format!("q{number}"));
                column.ask(ColumnState::NotUnderstood, &[&text]);
            }
        }
    }

    /// The index of the column with this role.
    pub(super) fn role(&self, wanted: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.phrase.kind == Kind::Role(wanted))
    }

    /// How much the headings say. Of two ways to read them, the one that says more is used.
    pub(super) fn says(&self) -> usize {
        let figure = |column: &Column| {
            let (cohort, _) = column.figure()?;
            Some(2 + usize::from(cohort != Cohort::All) + usize::from(column.period.is_some()))
        };
        let periods = self.columns.iter().filter(|column| column.phrase.kind == Kind::Period).count();
        self.columns.iter().filter_map(figure).sum::<usize>() + periods
    }

    /// Asks about every figure, because a title says something that was not understood.
    pub(super) fn limited_by(&mut self, limits: Vec<String>) {
        if self.titles_seen {
            return;
        }
        self.limits = limits;
        let words: Vec<&str> = self.limits.iter().map(String::as_str).collect();
        if !words.is_empty() {
            for column in self.columns.iter_mut().filter(|column| column.is_figure()) {
                column.ask(ColumnState::NotUnderstood, &words);
            }
        }
    }

    /// Asks about figures that do not say whether they count children, because a title says that incidents are counted. If a
    /// heading counts incidents, the title may be about that.
    pub(super) fn counts_incidents(&mut self, words: &[String]) {
        if self.titles_seen || words.is_empty() {
            return;
        }
        self.incidents = words.to_vec();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if !self.has_incidents() {
            for column in self.columns.iter_mut().filter(|column| column.is_figure() && !says_children(&column.heading))
            {
                column.ask(ColumnState::NotUnderstood, &words);
            }
        }
    }

    /// Asks about every figure, because titles say that the figures are about another group.
    pub(super) fn told(&mut self, told: Vec<Told>) {
        if self.titles_seen {
            return;
        }
        self.told = told;
        let own: Vec<Cohort> = self.columns.iter().filter_map(Column::figure).map(|(cohort, _)| cohort).collect();
        let mut words = other_groups(&self.told, &own);
        // Below `Children who went missing`, no heading may say so again.
        let figures = || self.columns.iter().filter(|column| column.is_figure());
        if figures().all(|column| column.phrase.count == Count::Children) {
            words.extend(of_missing(&self.told));
        }
        for column in self.columns.iter_mut().filter(|column| column.is_figure() && !words.is_empty()) {
            column.ask(ColumnState::NotUnderstood, &words);
        }
    }

    /// Counts the children of the group that titles name, where headings do not say whose children they count: `Number in care` below
    /// `Unaccompanied children 2022`. Where another heading names a group, nothing says which columns the title is about.
    pub(super) fn of_titles(&mut self, told: &[Told]) {
        if !self.titles_seen {
            self.group = group_of_titles(told);
            self.grouped();
        }
    }

    /// The same for a group that is known.
    pub(super) fn grouped(&mut self) {
        let open = |column: &Column| column.is_figure() && column.phrase.is_plain() && !names_whom(&column.heading);
        let figures = || self.columns.iter().filter(|column| column.is_figure() && column.phrase.is_plain());
        let Some(group) = self.group.filter(|_| figures().all(open)) else { return };
        let is_about = |column: &&mut Column| {
            open(column)
                && column.phrase.refers.is_empty()
                && matches!(column.state, ColumnState::Used | ColumnState::NoGroup)
        };
        // `Number` beside `Went missing` is that of the children.
        let missing = |column: &Column| open(column) && column.phrase.count == Count::ChildrenMissing;
        let of: Vec<Option<Period>> = self.columns.iter().filter(|of| missing(of)).map(|of| of.period).collect();
        let is_number = |column: &&mut Column| {
            column.phrase.kind == Kind::Nothing && names_number(&column.heading) && of.contains(&column.phrase.period)
        };
        for column in self.columns.iter_mut().filter(is_number) {
            (column.phrase.kind, column.state) = (Kind::Figure, ColumnState::Used);
            column.cohort = Some(group);
        }
        for column in self.columns.iter_mut().filter(is_about) {
            (column.cohort, column.state) = (Some(group), ColumnState::Used);
            column.words.clear();
        }
    }

    /// Whether a heading says that incidents are counted.
    pub(super) fn has_incidents(&self) -> bool {
        let counts = |column: &Column| matches!(column.phrase.count, Count::MissingIncidents | Count::AwayIncidents);
        self.columns.iter().any(|column| column.is_figure() && counts(column))
    }

    /// How each column was read, for a report.
    pub(super) fn listed(&self) -> Vec<ColumnRead> {
        let listed = |(at, column): (usize, &Column)| ColumnRead {
            file: String::new(),
            column: at as u64 + 1,
            heading: column.heading.clone(),
            read_as: column.read_as(),
            part: column.part,
            period: column.period,
            not_understood: column.words.clone(),
            state: column.state,
            used: column.state == ColumnState::Used,
            examples: Vec::new(),
        };
        self.columns.iter().enumerate().map(listed).collect()
    }
}
