//! Looks for children among rows that are in the order of their children.

use missing_rows::{ChildId, Row};

/// Tells whether there is a row of a child. Children are asked about in the order of the rows, which are gone through once.
pub(super) fn is_among<'a, R: Row + 'a>(rows: impl IntoIterator<Item = &'a R>) -> impl FnMut(ChildId) -> bool {
    let mut rows = rows.into_iter().peekable();
    move |child| {
        while rows.next_if(|row| row.child() < child).is_some() {}
        rows.peek().is_some_and(|row| row.child() == child)
    }
}

#[cfg(test)]
mod tests {
    use missing_rows::{ListRow, Listed};

    use super::*;

    #[test]
    fn children_are_found_in_their_order() {
        let child = |number: u32| ChildId::read(number.to_string().as_bytes()).unwrap();
        let row = |number| ListRow { child: child(number), row: 2, file: 0, listed: Listed::Unstated };
        let rows = [row(12), row(14), row(14), row(17)];
        let mut is_there = is_among(&rows);
        assert_eq!(
            [11, 12, 13, 14, 14, 17, 18].map(|number| is_there(child(number))),
            [false, true, false, true, true, true, false]
        );
        assert!(!is_among::<ListRow>(&[])(child(12)));
    }
}
