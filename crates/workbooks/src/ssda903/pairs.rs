//! Missing periods that stand in one group, one after the other: `MIS_START`, `MIS_END`, `MIS_START`, `MIS_END`.

use super::row::Row;

const KIND: &str = "MISSING";
const START: &str = "MIS_START";
const END: &str = "MIS_END";

/// The rows of a group whose elements are whole periods, in their order. The kind is said once for all of them, or once for
/// each. `None` if they can be read in another way too.
pub(super) fn split(group: &Row) -> Option<Vec<Row>> {
    let elements = group.elements()?;
    let mut periods: Vec<Row> = Vec::new();
    let mut kinds = 0;
    let mut shared = Row::default();
    for (name, text) in elements {
        let name = name.as_str();
        if ![KIND, START, END].contains(&name) {
            if shared.put(name, text) {
                return None;
            }
            continue;
        }
        let has = |other: &str| periods.last().is_some_and(|period| period.get(other).is_some());
        let begins = name != END && (periods.is_empty() || has(name));
        let in_order = if begins { periods.is_empty() || has(START) && has(END) } else { !has(name) };
        if !in_order || name == END && !has(START) {
            return None;
        }
        if begins {
            periods.push(Row::default());
        }
        kinds += usize::from(name == KIND);
        periods.last_mut()?.put(name, text);
    }
    let kind = periods.first()?.get(KIND)?.to_owned();
    let are_whole = periods.iter().all(|period| period.get(START).is_some() && period.get(END).is_some());
    if !are_whole || kinds != 1 && kinds != periods.len() {
        return None;
    }
    for period in &mut periods {
        if period.get(KIND).is_none() {
            period.put(KIND, &kind);
        }
        for (name, text) in shared.cells() {
            period.put(name, text);
        }
    }
    Some(periods)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(elements: &str) -> Option<Vec<String>> {
        let mut group = Row::in_order();
        for element in elements.split(' ') {
            let (name, text) = element.split_once('=').unwrap_or((element, ""));
            let name = match name {
                "k" => KIND,
                "s" => START,
                "e" => END,
                name => name,
            };
            group.put(name, text);
        }
        let shown = |row: &Row| [KIND, START, END, "DOB"].map(|name| row.get(name).unwrap_or_default()).join(",");
        Some(split(&group)?.iter().map(shown).collect())
    }

    #[test]
    fn whole_periods_are_rows_and_what_may_be_read_otherwise_is_none() {
        let two = || Some(vec!["M,1,2,".to_owned(), "M,3,4,".to_owned()]);
        for elements in ["k=M s=1 e=2 s=3 e=4", "k=M s=1 e=2 k=M s=3 e=4", "s=1 e=2 k=M s=3 e=4 k=M"] {
            assert_eq!(rows(elements), two(), "{elements}");
        }
        assert_eq!(rows("DOB=9 k=M s=1 e=2 k=A s=3 e="), Some(vec!["M,1,2,9".to_owned(), "A,3,,9".to_owned()]));
        assert_eq!(rows("k=M s=1 e=2 s=1 e=2 s=3 e=4").map(|rows| rows.len()), Some(3));
        for elements in [
            "k=M s=1 s=3 e=2 e=4",
            "k=M s=1 s=3 e=2",
            "k=M s=1 e=2 e=4",
            "k=M s=1 e=2 s=3",
            "k=M k=A s=1 e=2",
            "k=M e=2 s=1 e=4 s=3",
            "k=M s=1 e=2 k=A s=3 e=4 s=5 e=6",
            "k=M s=1 e=2 DOB=8 s=3 e=4 DOB=9",
            "s=1 e=2 s=3 e=4",
        ] {
            assert_eq!(rows(elements), None, "{elements}");
        }
    }
}
