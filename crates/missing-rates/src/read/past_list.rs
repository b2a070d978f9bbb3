//! A work list that was written earlier, as CSV or as the sheet of a workbook: which rows broke which rule then.

use missing_rows::{ChildId, Record};

use super::notes::Notes;
use super::text::cell_text;
use crate::checks::{Handled, Rule, rules};
use crate::order::Ordered;
use crate::report::{FileKind, Problem, Reason, as_meant};

/// A row that broke a rule when the list was written. It is never part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PastRow {
    pub(crate) rule: &'static str,
    /// The identifier as the list has it; `None` in a row about no child.
    pub(crate) child: Option<(ChildId, String)>,
    pub(crate) file: String,
    pub(crate) row: String,
    /// The collection year of the return; `None` for rows of lists.
    pub(crate) year: Option<i32>,
    /// `MIS_START 01/06/2024`, one for each value, in order.
    pub(crate) values: Vec<String>,
    /// What a person wrote into the list.
    pub(crate) handled: Handled,
}

/// Columns that every such list has. The sheet of a workbook has spaces in the place of underscores.
const NEEDED: [&str; 7] = ["severity", "rule", "what is wrong", "child", "file", "row", "year"];

/// Reads a work list row by row.
#[derive(Debug)]
pub(super) struct PastReader {
    /// Where each of the needed columns is.
    at: [usize; NEEDED.len()],
    /// The column with all values, or one column for each, with its name.
    values: Result<usize, Vec<(usize, String)>>,
    /// Where team, decision and note are.
    handled: [Option<usize>; 3],
    rules: Vec<&'static Rule>,
    rows: Vec<PastRow>,
}

/// Recognises a work list by its header row; `None` if it is none.
pub(super) fn recognise(cells: &[String]) -> Option<Result<PastReader, Problem>> {
    let names: Vec<String> = cells.iter().map(|cell| cell.trim().to_lowercase().replace('_', " ")).collect();
    let place = |name: &str| names.iter().position(|other| other == name);
    let (wrong, to_do) = (place("what is wrong")?, place("what to do")?);
    let (rule, row) = (place("rule")?, place("row"));
    if rule > wrong || wrong > to_do {
        return None;
    }
    let missing: Vec<String> = NEEDED.iter().filter(|name| place(name).is_none()).map(|n| (*n).to_owned()).collect();
    if !missing.is_empty() {
        return Some(Err(Problem::MissingColumns { kind: FileKind::WorkList, missing, found: cells.to_vec() }));
    }
    let mut at = [0; NEEDED.len()];
    for (at, name) in at.iter_mut().zip(NEEDED) {
        *at = place(name)?;
    }
    let values = place("values").ok_or_else(|| {
        // The values of the row itself are between its number and the row that it clashes with.
        let (from, to) = (row.unwrap_or_default() + 1, place("other file").unwrap_or(to_do));
        (from..to)
            .map(|at| (at, cells[at].trim().to_owned()))
            .filter(|(_, name)| name.to_lowercase() != "year")
            .collect()
    });
    let handled = ["team", "decision", "note"].map(place);
    Some(Ok(PastReader { at, values, handled, rules: rules(), rows: Vec::new() }))
}

impl PastReader {
    pub(super) fn take(&mut self, record: Record<'_>, notes: &mut Notes) {
        let cell = |at: usize| as_meant(cell_text(record.cell(at)).trim()).to_owned();
        let [_, rule, _, child, file, row, year] = self.at.map(cell);
        // Codes that are numbers may have lost the zeros before them in no list: none has any.
        let Some(known) = self.rules.iter().find(|known| known.code == rule) else {
            // A workbook without rows has one that says so.
            let is_none = rule.is_empty() || rule == "[z]";
            return notes.set_aside(if is_none { Reason::EmptyRow } else { Reason::RuleNotKnown });
        };
        let id = ChildId::read(child.as_bytes());
        let mut values: Vec<String> = match &self.values {
            Ok(at) => cell(*at).split("; ").filter(|text| !text.is_empty()).map(str::to_owned).collect(),
            Err(columns) => {
                let of = |(at, name): &(usize, String)| (name.clone(), as_written(cell(*at)));
                columns.iter().map(of).filter(|(_, value)| !value.is_empty()).map(|(n, v)| [n, v].join(" ")).collect()
            }
        };
        values.order();
        let (child, year) = (id.map(|id| (id, child)), year.parse().ok());
        let [team, decision, note] = self.handled.map(|at| at.map_or_else(String::new, cell));
        let handled = Handled { team, decision, note };
        self.rows.push(PastRow { rule: known.code, child, file, row, year, values, handled });
    }

    pub(super) fn finish(self) -> Vec<PastRow> {
        self.rows
    }
}

/// A value as the list was written: a day of a workbook is read as `2024-06-01`.
fn as_written(value: String) -> String {
    let is_day = value.len() == 10
        && value
            .bytes()
            .enumerate()
            .all(|(at, sign)| if at == 4 || at == 7 { sign == b'-' } else { sign.is_ascii_digit() });
    if !is_day {
        return value;
    }
    [&value[8..], &value[5..7], &value[..4]].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognised(text: &str) -> Option<Result<PastReader, Problem>> {
        recognise(&text.split(',').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn a_list_is_known_as_csv_and_as_a_sheet_and_by_nothing_less() {
        let csv = "severity,rule,what_is_wrong,child,file,row,values,other_file,other_row,other_values,what_to_do,reading,year,team";
        let Some(Ok(reader)) = recognised(csv) else { panic!("{:?}", recognised(csv)) };
        assert_eq!((reader.at, reader.values), ([0, 1, 2, 3, 4, 5, 12], Ok(6)));
        let sheet = "Severity,Rule,What is wrong,Child,File,Row,MIS_START,MIS_END,Other file,Other row,Other DEC,What to do,How the rule is read,Year,Team,Decision,Note";
        let Some(Ok(reader)) = recognised(sheet) else { panic!("{:?}", recognised(sheet)) };
        assert_eq!(reader.values, Err(vec![(6, "MIS_START".to_owned()), (7, "MIS_END".to_owned())]));
        let lacks = recognised("severity,rule,what_is_wrong,child,file,row,values,what_to_do");
        assert!(matches!(lacks, Some(Err(Problem::MissingColumns { missing, .. })) if missing == ["year"]));
        for other in
            ["Rule,Child,Row", "CHILD,Rule,Year", "Severity,Rule,What is wrong,Rows", "what to do,what is wrong,rule"]
        {
            assert!(recognised(other).is_none(), "{other}");
        }
    }
}
