//! The answers as tables.

use missing_rates::cohort::Cohort;
use missing_rates::group::Group;
use missing_rates::report::{FoiAnswer, FoiCount, FoiYear, Incidents, NotHeld, OnList, Report};
use words::{Language, Text};

use super::super::worked::Worked;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

pub(super) fn blocks(language: Language, report: &Report, year: &FoiYear, period: &str) -> Vec<Block> {
    let worked = |steps: Text, first: Option<Text>| {
        let worked = Worked::of(report).says(steps);
        first.into_iter().fold(worked, Worked::says).says(language.worked_return()).block(language)
    };
    let mut blocks = vec![Block::heading(language.foi_children_heading()), children(language, year, period)];
    blocks.push(worked(language.worked_foi_children().into(), None));
    let missing = lines(year, |answer| matches!(answer.question.get(..1), Some("2" | "3" | "4")));
    blocks.push(Block::heading(language.foi_missing_heading()));
    blocks.push(of_codes(language, "foi-missing", language.foi_missing_caption(period), year, &missing, None));
    // Finds a line that has a number.
    let first = |lines: &[&FoiAnswer]| {
        let line = lines.iter().find(|line| line.count.is_some_and(|count| count.number().is_some()))?;
        let count = number(language, Some(line)).text;
        Some(words::WorkedFoiFirst { count: &count, name: &name(language, line, year) }.text(language))
    };
    blocks.push(worked(language.worked_foi_missing().into(), first(&missing)));
    let sex = lines(year, |answer| answer.sex.is_some() && answer.measure == FoiCount::ChildrenMissing);
    if !sex.is_empty() {
        blocks.push(Block::heading(language.foi_sex_heading()));
        blocks.push(of_codes(
            language,
            "foi-sex",
            language.foi_sex_caption(period),
            year,
            &sex,
            Some(FoiCount::Children),
        ));
        blocks.push(worked(language.worked_foi_missing().into(), first(&sex)));
    }
    let lengths = lines(year, |answer| answer.length.is_some());
    if !lengths.is_empty() {
        blocks.push(Block::heading(language.foi_length_heading()));
        blocks.push(of_codes(language, "foi-length", language.foi_length_caption(period), year, &lengths, None));
        blocks.push(worked(language.worked_foi_length().into(), first(&lengths)));
    }
    blocks
}

fn children(language: Language, year: &FoiYear, period: &str) -> Block {
    let rows = year.answers.iter().filter(|answer| answer.question.starts_with('1'));
    let name = |answer: &FoiAnswer| match (answer.cohort, answer.on_list) {
        (Cohort::Trafficked, Some(OnList::Confirmed)) => language.foi_confirmed(),
        (Cohort::Trafficked, Some(OnList::Suspected)) => language.foi_suspected(),
        (Cohort::Trafficked, _) => language.foi_unstated(),
        (Cohort::TraffickedAndUnaccompanied, _) => language.foi_both(),
        _ => language.foi_unaccompanied(),
    };
    let columns = vec![Column::words(language.foi_question()), Column::numbers(language.foi_number())];
    let rows = rows.map(|answer| Row::new([Cell::text(name(answer)), number(language, Some(answer))])).collect();
    table("foi-children", language.foi_children_caption(period), columns, rows)
}

/// The answers that make lines: those about missing children. The answers about absent and either are shown beside
/// them.
fn lines(year: &FoiYear, is: impl Fn(&FoiAnswer) -> bool) -> Vec<&FoiAnswer> {
    let first = |answer: &&FoiAnswer| answer.code == Some(Incidents::Missing) && is(answer);
    year.answers.iter().filter(first).collect()
}

/// A line for each, with the numbers of missing, absent and either. If `beside` is given, another number about the same
/// children comes before them.
fn of_codes(
    language: Language,
    id: &'static str,
    caption: Text,
    year: &FoiYear,
    lines: &[&FoiAnswer],
    beside: Option<FoiCount>,
) -> Block {
    let mut columns = vec![Column::words(language.foi_question())];
    columns.extend(beside.map(|_| Column::numbers(language.foi_children())));
    columns.extend([language.foi_missing(), language.foi_absent(), language.foi_either()].map(Column::numbers));
    let row = |line: &&FoiAnswer| {
        let key = |a: &FoiAnswer| (a.question, a.cohort, a.sex, a.length);
        let same = |measure, code| {
            let is = |a: &&FoiAnswer| key(a) == key(line) && a.measure == measure && a.code == code;
            number(language, year.answers.iter().find(is))
        };
        let mut cells = vec![Cell::text(name(language, line, year))];
        cells.extend(beside.map(|measure| same(measure, None)));
        cells.extend(Incidents::ALL.map(|code| same(line.measure, Some(code))));
        Row::new(cells)
    };
    table(id, caption, columns, lines.iter().map(row).collect())
}

fn name(language: Language, answer: &FoiAnswer, year: &FoiYear) -> Text {
    let who = match answer.cohort {
        Cohort::Unaccompanied => language.foi_who_unaccompanied(),
        _ => language.foi_who_trafficked(),
    };
    if let Some(sex) = answer.sex {
        let sex = match sex {
            Group::Male => language.foi_male(),
            Group::Female => language.foi_female(),
            _ => language.foi_sex_not_known(),
        };
        return words::FoiWhoSex { sex, who }.text(language);
    }
    if let Some(length) = answer.length {
        return words::FoiWhoLength { length: language.length(length), who }.text(language);
    }
    let letter = letter(answer.question);
    match answer.measure {
        FoiCount::ChildrenNotFound => {
            let day = language.day(year.period.end());
            words::FoiNotFound { day: &day, letter: &letter, who }.text(language)
        }
        FoiCount::Incidents => words::FoiIncidents { letter: &letter, who }.text(language),
        _ => words::FoiChildrenMissing { letter: &letter, who }.text(language),
    }
}

/// `2 (a)`.
fn letter(question: &str) -> String {
    let (number, letter) = question.split_at_checked(1).unwrap_or((question, ""));
    format!("{number} ({letter})")
}

fn number(language: Language, answer: Option<&FoiAnswer>) -> Cell {
    let Some((answer, count)) = answer.and_then(|answer| Some((answer, answer.count?))) else {
        let is_not_recorded = answer.is_some_and(|answer| answer.not_held == Some(NotHeld::NotRecorded));
        let said = if is_not_recorded { language.foi_not_recorded() } else { language.foi_not_held() };
        return Cell::number(said, None);
    };
    let shown = language.shown(count);
    let shown = if answer.at_least { language.foi_at_least(&shown) } else { shown };
    Cell::number(shown, count.number().map(|number| number as f64))
}

fn table(id: &'static str, caption: Text, columns: Vec<Column>, rows: Vec<Row>) -> Block {
    Block::Table { table: Shared::new(Table { id: id.into(), caption, columns, rows, sortable: false }) }
}
