//! Sheets of notes: rows of a number or a word and a sentence beside it, and no figures. What they say is said with the tables of the
//! other sheets, as what sheets of one column say is.

use missing_rows::Records;

/// A longer sheet is a table.
const ROWS: usize = 100;
/// A row of a table has more cells.
const CELLS: usize = 3;
/// A shorter text is a heading, or a cell of a table.
const SENTENCE: usize = 3;

/// The sentences of a sheet, if it is one of notes: each behind the word that it explains, `UASC: unaccompanied children`.
pub(crate) fn sentences(text: &[u8]) -> Vec<String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut records = Records::new(b',');
    let mut take = |record: missing_rows::Record<'_>| {
        let cells = record.cells().map(|cell| String::from_utf8_lossy(cell).trim().to_owned());
        let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
        if !cells.is_empty() {
            rows.push(cells);
        }
    };
    if records.push(text, &mut take).and_then(|()| records.finish(&mut take)).is_err() || rows.len() > ROWS {
        return Vec::new();
    }
    let is_number = |cell: &String| cell.contains(|c: char| c.is_ascii_digit()) && !cell.contains(char::is_alphabetic);
    let is_note = |row: &Vec<String>| {
        row.len() <= CELLS && !row.iter().skip(1).any(is_number) && !row.iter().any(|cell| cell.contains('?'))
    };
    let sentences: Vec<String> = rows.iter().filter_map(|row| sentence(row)).collect();
    if rows.iter().all(is_note) && sentences.len() * 2 > rows.len() { sentences } else { Vec::new() }
}

fn sentence(row: &[String]) -> Option<String> {
    let at = row.iter().position(|cell| cell.split_whitespace().count() >= SENTENCE)?;
    let said = row[at..].join(" ");
    let numbers = |cell: &&String| {
        let word = cell.to_lowercase();
        cell.contains(|c: char| c.is_ascii_digit()) || ["note", "notes", "nb"].contains(&word.as_str())
    };
    let term = row[..at].last().filter(|term| !numbers(term));
    Some(term.map_or(said.clone(), |term| [term, ": ", &said].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_told_from_tables() {
        assert_eq!(
            sentences(
                b"Note,Text\n1,All figures are for children under 16 only\nUASC,Unaccompanied children under 18\n"
            ),
            ["All figures are for children under 16 only", "UASC: Unaccompanied children under 18"]
        );
        assert_eq!(
            sentences(b"About,\"These figures, all of them, are for Q1\"\n,\nSource,Our own case records\n"),
            ["About: These figures, all of them, are for Q1", "Source: Our own case records"]
        );
        for table in [
            "Question,Answer\nHow many were in care?,Twelve of them were\nHow many went missing?,Two of them did\n",
            "Name,Missing\nKent County Council area,12\nSurrey County Council area,4\n",
            "Team,Note\nNorth,seen\nSouth,not seen\n",
            "a,b,c,d\none two three four,2,3,4\n",
        ] {
            assert!(sentences(table.as_bytes()).is_empty(), "{table}");
        }
    }
}
