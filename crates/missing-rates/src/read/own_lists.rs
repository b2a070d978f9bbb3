//! Lists that an analyst may keep beside the return: return-home interviews (`CHILD, MIS_START, OFFERED, ACCEPTED, DATE`, and
//! `OFFER_DATE` where it is kept) and the team of each child (`CHILD, TEAM`). They have no official columns, so a heading counts only under these names.
//! One that is nearly such a name is proposed, and a table that could say something else is refused.

use super::child_headings::is_outcome;
use super::child_rows::authority_column;
use super::modules::{Columns, MODULES, rows_of};
use super::near::{bare, is_identifier, words};
use super::shown::{heading_or_number, known_headings};
use crate::report::{FileKind, Problem, Rename};

/// The columns of a list of interviews, all of them needed but the last.
const OF_INTERVIEWS: [&str; 6] = ["CHILD", "MIS_START", "OFFERED", "ACCEPTED", "DATE", OFFER_DATE];
/// The day of the offer, which not every list has.
const OFFER_DATE: &str = "OFFER_DATE";
/// The other names that can mean nothing else, without spaces and signs.
const OFFER_DATES: [&str; 5] = ["OFFERDATE", "DATEOFFERED", "OFFEREDDATE", "DATEOFOFFER", "OFFEREDON"];
/// The columns of a list of teams.
const OF_TEAMS: [&str; 2] = ["CHILD", "TEAM"];
/// Columns of Missing that a list of interviews may repeat.
const OF_MISSING: [&str; 3] = ["MIS_START", "MIS_END", "MISSING"];

/// Words around the name of an interview's column that leave it what it is.
const AROUND_INTERVIEW: [&str; 22] = [
    "return",
    "home",
    "returned",
    "from",
    "interview",
    "interviews",
    "rhi",
    "rhis",
    "was",
    "is",
    "of",
    "the",
    "child",
    "y",
    "n",
    "yes",
    "no",
    "to",
    "by",
    "irhi",
    "independent",
    "conversation",
];
/// Words that say that an interview took place.
const HELD: [&str; 6] = ["held", "completed", "conducted", "done", "undertaken", "took"];
/// Words that say that a row does not count as the others do.
const NOT_AS_OTHERS: [&str; 20] = [
    "cancelled",
    "canceled",
    "cancellation",
    "void",
    "voided",
    "deleted",
    "withdrawn",
    "duplicate",
    "status",
    "attended",
    "attendance",
    "attempted",
    "dna",
    "excluded",
    "exclude",
    "ignore",
    "valid",
    "invalid",
    "draft",
    "counted",
];
/// Words around the name of a team that leave it the child's team now.
const AROUND_TEAM: [&str; 15] = [
    "name",
    "social",
    "work",
    "worker",
    "allocated",
    "current",
    "responsible",
    "child",
    "children",
    "childrens",
    "care",
    "lac",
    "cla",
    "code",
    "case",
];
/// Words that say that a team was the child's at some time.
const OF_A_TIME: [&str; 15] = [
    "previous", "former", "old", "last", "past", "history", "start", "end", "from", "to", "since", "until", "date",
    "began", "ended",
];

/// Recognises such a list by its header row; `None` if it is none.
pub(super) fn recognise(cells: &[String], names: &[String]) -> Option<Result<Columns, Problem>> {
    let is_whole =
        |kind| MODULES.iter().any(|of| of.kind == kind && of.needed.iter().all(|c| names.iter().any(|n| n == c)));
    let other = |column: &&&str| !OF_MISSING.contains(column) && names.iter().any(|name| name == **column);
    let of_return = MODULES.iter().flat_map(|module| module.own).any(|column| other(&column));
    // What has the whole of a module is that module.
    if of_return || is_whole(FileKind::Missing) || cells.iter().any(|cell| is_outcome(cell)) {
        return None;
    }
    let list = List::of(cells, names, FileKind::Interviews, &OF_INTERVIEWS);
    // One of these words alone may be about something else: an offer of a placement, a referral that was accepted.
    let told = ["MIS_START", "OFFERED", "ACCEPTED"].iter().filter(|column| list.found(column)).count();
    if told >= 2
        && (list.found("OFFERED") || list.found("ACCEPTED"))
        && (list.found("CHILD") || list.found("MIS_START"))
    {
        return Some(list.read());
    }
    let list = List::of(cells, names, FileKind::Teams, &OF_TEAMS);
    (list.found("TEAM") && list.found("CHILD")).then(|| list.read())
}

/// Whether a heading alone may be the name of a column of such a list.
fn may_be(column: &str, cell: &str) -> bool {
    let phrase = words(cell);
    let parts: Vec<&str> = phrase.split(' ').collect();
    let all_but = |own: &[&str], around: &[&str]| {
        parts.iter().any(|word| own.contains(word)) && parts.iter().all(|w| own.contains(w) || around.contains(w))
    };
    match column {
        "CHILD" => is_identifier(cell),
        "MIS_START" => bare(cell) == "MISSTART",
        "OFFERED" => all_but(&["offered", "offer"], &AROUND_INTERVIEW),
        "ACCEPTED" => all_but(&["accepted"], &AROUND_INTERVIEW),
        "DATE" => {
            let rest: Vec<&str> = parts.iter().copied().filter(|word| *word != "date").collect();
            let own = |w: &str| AROUND_INTERVIEW.contains(&w) || HELD.contains(&w);
            rest.len() < parts.len() && !rest.is_empty() && rest.iter().all(|word| own(word))
        }
        OFFER_DATE => {
            let own = ["date", "offered", "offer", "made"];
            parts.contains(&"date")
                && (parts.contains(&"offered") || parts.contains(&"offer"))
                && all_but(&own, &AROUND_INTERVIEW)
        }
        _ => parts.len() > 1 && all_but(&["team", "teams"], &AROUND_TEAM),
    }
}

/// Whether a heading beside the columns of a list may change what they say.
fn is_in_the_way(kind: FileKind, cell: &str) -> bool {
    let phrase = words(cell);
    let has = |some: &[&str]| phrase.split(' ').any(|word| some.contains(&word));
    match kind {
        FileKind::Interviews => {
            has(&["offered", "offer", "accepted", "declined", "refused"])
                || has(&NOT_AS_OTHERS)
                || has(&["date"]) && (has(&HELD) || has(&["interview", "interviews", "rhi", "rhis", "irhi"]))
        }
        _ if has(&NOT_AS_OTHERS) => true,
        _ => has(&["team", "teams"]) && !has(&["manager", "leader"]) || has(&OF_A_TIME) && !phrase.contains("birth"),
    }
}

/// A header row as such a list: where each of its columns is, and where it may be.
struct List<'a> {
    kind: FileKind,
    cells: &'a [String],
    /// The name of each column, the cells that have it, and those that may be it.
    columns: Vec<(&'static str, Vec<usize>, Vec<usize>)>,
}

impl<'a> List<'a> {
    fn of(cells: &'a [String], names: &[String], kind: FileKind, columns: &[&'static str]) -> Self {
        let at = |is: &dyn Fn(usize) -> bool| (0..cells.len()).filter(|at| is(*at)).collect::<Vec<_>>();
        let alike = |column: &str, at: usize| {
            let own = bare(&cells[at]);
            names[at] == column || own == bare(column) || column == OFFER_DATE && OFFER_DATES.contains(&own.as_str())
        };
        let exact = |column: &str| at(&|at| alike(column, at));
        let near = |column: &str| at(&|at| may_be(column, &cells[at]) && !columns.iter().any(|other| alike(other, at)));
        let columns = columns.iter().map(|column| (*column, exact(column), near(column))).collect();
        Self { kind, cells, columns }
    }

    /// Whether the column is there, or may be.
    fn found(&self, column: &str) -> bool {
        self.columns.iter().any(|(name, exact, near)| *name == column && !(exact.is_empty() && near.is_empty()))
    }

    /// What it is read as, or why it is not.
    fn read(&self) -> Result<Columns, Problem> {
        if let Some((column, ..)) = self.columns.iter().find(|(_, exact, _)| exact.len() > 1) {
            return Err(Problem::RepeatedColumn { column: (*column).to_owned() });
        }
        let found = || known_headings(self.cells);
        let (mut missing, mut renames) = (Vec::new(), Vec::new());
        for (column, exact, near) in &self.columns {
            match (&exact[..], &near[..]) {
                ([_], _) => {}
                (_, [one]) => renames.push(Rename { found: self.cells[*one].clone(), meant: (*column).to_owned() }),
                _ if *column == OFFER_DATE => {}
                // Of two that may be it, neither is proposed.
                _ => missing.push((*column).to_owned()),
            }
        }
        if !missing.is_empty() {
            return Err(Problem::MissingColumns { kind: self.kind, missing, found: found() });
        }
        let known = |at: &usize| {
            let cell = &self.cells[*at];
            self.columns.iter().any(|(_, exact, _)| exact.contains(at))
                || renames.iter().any(|rename| rename.found == *cell)
                || self.kind == FileKind::Interviews && OF_MISSING.contains(&cell.trim().to_ascii_uppercase().as_str())
        };
        let others = (0..self.cells.len()).filter(|at| !known(at)).map(|at| (at, &self.cells[at]));
        let unclear = others.filter(|(_, cell)| is_in_the_way(self.kind, cell));
        let unclear: Vec<String> = unclear.map(|(at, cell)| heading_or_number(at, cell)).collect();
        if !unclear.is_empty() {
            return Err(Problem::LooksLike { kind: self.kind, unclear });
        }
        if !renames.is_empty() {
            return Err(Problem::NearMiss { kind: self.kind, renames });
        }
        let rows = rows_of(self.kind);
        let place =
            |name: &str| self.columns.iter().find(|(own, ..)| *own == name).and_then(|(_, at, _)| at.first().copied());
        let whose = authority_column(self.cells);
        let at = rows.columns().iter().map(|column| place(column.name()).or(whose.filter(|_| column.name() == "LA")));
        Ok(Columns { kind: self.kind, rows, at: at.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognised(text: &str) -> Option<Result<Columns, Problem>> {
        let cells: Vec<String> = text.split(',').map(str::to_owned).collect();
        let names: Vec<String> = cells.iter().map(|cell| cell.trim().to_ascii_uppercase()).collect();
        recognise(&cells, &names)
    }

    #[test]
    fn a_list_is_known_by_its_columns_in_any_order_and_case() {
        let cases = [
            (
                "CHILD,MIS_START,OFFERED,ACCEPTED,DATE",
                FileKind::Interviews,
                vec![Some(0), Some(1), Some(2), Some(3), Some(4), None, None],
            ),
            (
                "date,Accepted?,offered,Mis start,Child,Notes",
                FileKind::Interviews,
                vec![Some(4), Some(3), Some(2), Some(1), Some(0), None, None],
            ),
            (
                "CHILD,DOB,MIS_START,MIS_END,OFFERED,ACCEPTED,DATE,Interviewer",
                FileKind::Interviews,
                vec![Some(0), Some(2), Some(4), Some(5), Some(6), None, None],
            ),
            (
                "CHILD,MIS_START,OFFERED,OFFER_DATE,ACCEPTED,DATE",
                FileKind::Interviews,
                vec![Some(0), Some(1), Some(2), Some(4), Some(5), Some(3), None],
            ),
            (
                "LA,CHILD,MIS_START,OFFERED,ACCEPTED,DATE,Date offered",
                FileKind::Interviews,
                vec![Some(1), Some(2), Some(3), Some(4), Some(5), Some(6), Some(0)],
            ),
            ("Local authority,CHILD,TEAM", FileKind::Teams, vec![Some(1), Some(2), Some(0)]),
            ("CHILD,Team,Team manager,Date of birth", FileKind::Teams, vec![Some(0), Some(1), None]),
        ];
        for (header, kind, at) in cases {
            let Some(Ok(columns)) = recognised(header) else { panic!("{header}: {:?}", recognised(header)) };
            assert_eq!((columns.kind, columns.at), (kind, at), "{header}");
        }
    }

    #[test]
    fn a_heading_that_is_nearly_one_is_asked_about() {
        let cases = [
            (
                "CHILD,MIS_START,Interview offered,Interview accepted,Date of interview",
                vec!["OFFERED", "ACCEPTED", "DATE"],
            ),
            ("CHILD,MIS_START,OFFERED,ACCEPTED,RHI date", vec!["DATE"]),
            ("CHILD,MIS_START,RHI offered (Y/N),ACCEPTED,Date interview held", vec!["OFFERED", "DATE"]),
            ("Child ref,MIS_START,OFFERED,ACCEPTED,DATE", vec!["CHILD"]),
            ("CHILD,MIS_START,OFFERED,ACCEPTED,DATE,Date RHI offered", vec!["OFFER_DATE"]),
            ("CHILD,MIS_START,OFFERED,ACCEPTED,RHI date,Date of RHI offer", vec!["DATE", "OFFER_DATE"]),
            ("CHILD,Allocated team", vec!["TEAM"]),
            ("CHILD,Team name,Name", vec!["TEAM"]),
        ];
        for (header, expected) in cases {
            let Some(Err(Problem::NearMiss { renames, .. })) = recognised(header) else {
                panic!("{header}: {:?}", recognised(header))
            };
            let meant: Vec<&str> = renames.iter().map(|rename| rename.meant.as_str()).collect();
            assert_eq!(meant, expected, "{header}");
        }
    }

    #[test]
    fn a_table_that_may_say_something_else_is_refused_with_the_headings_in_the_way() {
        let cases = [
            ("CHILD,MIS_START,OFFERED,ACCEPTED,DATE,Date of interview", vec!["Date of interview"]),
            (
                "CHILD,MIS_START,OFFERED,ACCEPTED,DATE,Date RHI offered,Interview offer date",
                vec!["Date RHI offered", "Interview offer date"],
            ),
            ("CHILD,MIS_START,OFFERED,ACCEPTED,DATE,Date placement offered", vec!["Date placement offered"]),
            ("CHILD,MIS_START,OFFERED,ACCEPTED,DATE,Declined reason", vec!["Declined reason"]),
            ("CHILD,TEAM,Start date,End date", vec!["Start date", "End date"]),
            // "Previous" could be a name.
            ("CHILD,TEAM,Previous team", vec!["#3"]),
        ];
        for (header, expected) in cases {
            let Some(Err(Problem::LooksLike { unclear, .. })) = recognised(header) else {
                panic!("{header}: {:?}", recognised(header))
            };
            assert_eq!(unclear, expected, "{header}");
        }
    }

    #[test]
    fn a_list_that_lacks_a_column_says_which() {
        for (header, lacks) in [
            ("CHILD,MIS_START,OFFERED,ACCEPTED", vec!["DATE"]),
            ("CHILD,OFFERED,ACCEPTED,DATE", vec!["MIS_START"]),
            ("CHILD,MIS_START,OFFERED", vec!["ACCEPTED", "DATE"]),
            ("CHILD,MIS_START,OFFERED,ACCEPTED,Interview date,Date held", vec!["DATE"]),
        ] {
            let Some(Err(Problem::MissingColumns { missing, .. })) = recognised(header) else {
                panic!("{header}: {:?}", recognised(header))
            };
            assert_eq!(missing, lacks, "{header}");
        }
        let twice = Problem::RepeatedColumn { column: "TEAM".to_owned() };
        assert_eq!(recognised("CHILD,TEAM,Team"), Some(Err(twice)));
    }

    #[test]
    fn other_tables_are_none_of_these_lists() {
        for header in [
            "CHILD,DOB,MISSING,MIS_START,MIS_END,OFFERED,ACCEPTED,DATE",
            "CHILD,MISSING,MIS_START,MIS_END,TEAM",
            "CHILD,DECOM,LS,DEC,TEAM",
            "CHILD,TRAFFICKED,TEAM",
            "CHILD,NRM outcome,TEAM",
            "Team,Offered,Accepted,Date",
            "CHILD,Placement offered,DATE",
            "CHILD,Team manager",
            "Team,Children,Children missing",
            "Authority,Year,Offered,Accepted",
            "CHILD,OFFERED,Reason",
            "CHILD,DATE",
        ] {
            assert_eq!(recognised(header), None, "{header}");
        }
    }
}
