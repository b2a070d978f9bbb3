//! Header rows in several layers: `Trafficked` over `Children` and `Missing`, a year over each.

/// How many rows a header can have.
pub(super) const LAYERS: usize = 3;

/// The headings that several rows form together, the lowest row last. `None` if the rows above are not header rows.
///
/// A cell of an upper row applies to the columns to its right, up to the next cell, as merged cells do. It does not
/// apply to columns without a heading of their own.
pub(crate) fn joined(layers: &[&[String]]) -> Option<Vec<String>> {
    let (lowest, upper) = layers.split_last()?;
    if !upper.iter().all(|row| is_group_row(row)) {
        return None;
    }
    let width = layers.iter().map(|row| row.len()).max().unwrap_or(0);
    let mut joined = vec![String::new(); width];
    // Groups end where a group of a higher row begins.
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

/// Adds what a layer says. One cell over several layers says it in each.
fn append(heading: &mut String, text: &str) {
    let is_again = heading.strip_suffix(text).is_some_and(|before| before.is_empty() || before.ends_with(' '));
    if !text.is_empty() && !is_again {
        if !heading.is_empty() {
            heading.push(' ');
        }
        heading.push_str(text);
    }
}

/// Whether a row can hold the names of groups. A row with nothing but its first cell is a title.
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
        let cases: [(&[&str], &str); 6] = [
            (
                &[",Trafficked,,UASC,", "Authority,Children,Missing,Children,Missing"],
                "Authority,Trafficked Children,Trafficked Missing,UASC Children,UASC Missing",
            ),
            (&["Authority,UASC,,", ",Children,Missing,"], "Authority,UASC Children,UASC Missing,"),
            (
                &[",2023,,2024,", ",UASC,,UASC,", "Council,All,Missing,All,Missing"],
                "Council,2023 UASC All,2023 UASC Missing,2024 UASC All,2024 UASC Missing",
            ),
            // A group of a higher row ends the groups below it.
            (&[",2023,,2024,", ",UASC,,,", ",a,b,c,d"], ",2023 UASC a,2023 UASC b,2024 c,2024 d"),
            (&["Authority,UASC,UASC", "Authority,Children,Missing"], "Authority,UASC Children,UASC Missing"),
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
