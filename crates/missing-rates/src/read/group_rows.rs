//! Header rows in several layers: `Trafficked` over `Children` and `Missing`, a year over each.

/// How many rows a header can have.
pub(super) const LAYERS: usize = 3;

/// The headings that several rows make together, the lowest last; `None` if the rows above are no header rows.
///
/// A cell of an upper row holds for the columns to its right up to the next one, as merged cells leave it, but for
/// columns that have no heading of their own below it.
pub(crate) fn joined(layers: &[&[String]]) -> Option<Vec<String>> {
    let (lowest, upper) = layers.split_last()?;
    if !upper.iter().all(|row| is_group_row(row)) {
        return None;
    }
    let width = layers.iter().map(|row| row.len()).max().unwrap_or(0);
    let mut joined = vec![String::new(); width];
    // Where a group of a row further up begins, those below end.
    let mut begins = vec![false; width];
    let cell = |row: &[String], at: usize| row.get(at).map(|cell| cell.trim().to_owned()).unwrap_or_default();
    for row in upper {
        let mut current = String::new();
        for at in 0..width {
            let own = cell(row, at);
            if !own.is_empty() {
                current = own;
                begins[at] = true;
            } else if begins[at] {
                current.clear();
            }
            let below = cell(lowest, at);
            let own = cell(row, at);
            let text = if below.is_empty() { &own } else { &current };
            append(&mut joined[at], text);
        }
    }
    for (at, heading) in joined.iter_mut().enumerate() {
        append(heading, &cell(lowest, at));
    }
    Some(joined)
}

fn append(heading: &mut String, text: &str) {
    if !text.is_empty() {
        if !heading.is_empty() {
            heading.push(' ');
        }
        heading.push_str(text);
    }
}

/// Whether a row can be one of groups. One with nothing but its first cell is a title.
pub(super) fn is_group_row(row: &[String]) -> bool {
    row.iter().skip(1).any(|cell| !cell.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn a_group_holds_for_the_columns_up_to_the_next() {
        let cases: [(&[&str], &str); 5] = [
            (
                &[",Trafficked,,UASC,", "Authority,Children,Missing,Children,Missing"],
                "Authority,Trafficked Children,Trafficked Missing,UASC Children,UASC Missing",
            ),
            (&["Authority,UASC,,", ",Children,Missing,"], "Authority,UASC Children,UASC Missing,"),
            (
                &[",2023,,2024,", ",UASC,,UASC,", "Council,All,Missing,All,Missing"],
                "Council,2023 UASC All,2023 UASC Missing,2024 UASC All,2024 UASC Missing",
            ),
            // A group further up ends those below it.
            (&[",2023,,2024,", ",UASC,,,", ",a,b,c,d"], ",2023 UASC a,2023 UASC b,2024 c,2024 d"),
            (&["x,UASC", "Authority,Children,Missing"], "x Authority,UASC Children,UASC Missing"),
        ];
        for (layers, expected) in cases {
            let rows: Vec<Vec<String>> = layers.iter().map(|text| row(text)).collect();
            let layers: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
            assert_eq!(joined(&layers), Some(row(expected)));
        }
        let title = [row("Trafficked and unaccompanied children,,"), row("Authority,UASC,Missing")];
        assert_eq!(joined(&title.each_ref().map(Vec::as_slice)), None);
    }
}
