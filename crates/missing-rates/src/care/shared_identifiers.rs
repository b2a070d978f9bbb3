//! Identifiers that several children share, as where an export cuts them to the width of a column: children of one identifier have
//! different dates of birth. Then nobody knows how many children there are, and who of them went missing.

use missing_rows::{Day, EpisodeRow, HeaderRow, MissingRow, Row, UascRow};

use super::in_order::is_among;
use super::years::Return;

/// So many children at least have an identifier that is another child's too; fewer may be slips in dates of birth.
const SOME: usize = 3;
/// And one child of so many.
const ONE_OF: usize = 50;

/// How many of a table's identifiers that are in Episodes several children share, where these are too many for slips. Rows are in the
/// order of their children.
fn shared<R: Row>(rows: &[R], born: impl Fn(&R) -> Option<Day>, episodes: &[EpisodeRow]) -> Option<u64> {
    let mut is_in_episodes = is_among(episodes);
    let (mut children, mut more, mut shared) = (0, 0, 0);
    for of_child in rows.chunk_by(|a, b| a.child() == b.child()) {
        if !of_child.first().is_some_and(|row| is_in_episodes(row.child())) {
            continue;
        }
        if let [_] = of_child {
            children += 1;
            continue;
        }
        let mut births: Vec<Day> = Vec::new();
        for day in of_child.iter().filter_map(&born) {
            if births.iter().all(|other| is_of_another(day, *other)) {
                births.push(day);
            }
        }
        let others = births.len().saturating_sub(1);
        children += 1 + others;
        more += others;
        shared += u64::from(others > 0);
    }
    (more >= SOME && more * ONE_OF >= children).then_some(shared)
}

/// Whether two dates of birth are no slip of one another: the year differs, and more than the year. The estimated birthdays of one
/// child are often 1 January of several years, and a day and a month that changed places are of one year.
fn is_of_another(one: Day, other: Day) -> bool {
    let ((year, month, day), (other_year, other_month, other_day)) = (one.ymd(), other.ymd());
    year != other_year && (month, day) != (other_month, other_day)
}

impl Return<'_> {
    /// How many identifiers of Episodes several children share, by the dates of birth in Header, or without it in Missing and UASC.
    pub(super) fn shared_identifiers(&self) -> Option<u64> {
        let episodes = self.episodes.rows();
        if self.header.rows().iter().any(|row| row.dob.day().is_some()) {
            return shared(self.header.rows(), |row: &HeaderRow| row.dob.day(), episodes);
        }
        let in_missing = shared(self.missing.rows(), |row: &MissingRow| row.dob.day(), episodes);
        in_missing.or_else(|| shared(self.uasc.rows(), |row: &UascRow| row.dob.day(), episodes))
    }
}

#[cfg(test)]
mod tests {
    use crate::care::tables::Made;

    fn found(rows: &[(u32, &str)]) -> Option<u64> {
        let text: String = rows
            .iter()
            .fold("CHILD,SEX,DOB,UPN\n".to_owned(), |text, (child, born)| text + &format!("{child},1,{born},\n"));
        let episodes: String = rows
            .iter()
            .fold("CHILD,DECOM,LS,DEC\n".to_owned(), |text, (child, _)| text + &format!("{child},01/05/2023,C2,\n"));
        let made = Made::new().episodes(&episodes).header(&text);
        made.year(2025).shared_identifiers()
    }

    #[test]
    fn identifiers_of_several_children_are_told_from_slips() {
        let births = ["03/02/2009", "14/06/2011", "25/12/2013", "08/08/2015"];
        let of = |children: &[u32]| children.iter().map(|child| (*child, births)).collect::<Vec<_>>();
        let rows = |of: Vec<(u32, [&'static str; 4])>, each: usize| -> Vec<(u32, &'static str)> {
            of.into_iter()
                .flat_map(|(child, born)| born.into_iter().take(each).map(move |born| (child, born)))
                .collect()
        };
        assert_eq!(found(&rows(of(&[1, 2, 3, 4, 5]), 2)), Some(5));
        assert_eq!(found(&rows(of(&[1]), 4)), Some(1));
        // Two slips of two, one child twice, other birthdays of one child.
        assert_eq!(found(&rows(of(&[1, 2]), 2)), None);
        let births = |pairs: [&'static str; 2]| -> Vec<(u32, &'static str)> {
            (1..9).flat_map(|child| pairs.map(|born| (child, born))).collect()
        };
        assert_eq!(found(&births(["03/02/2009", "03/02/2009"])), None);
        assert_eq!(found(&births(["01/01/2007", "01/01/2009"])), None);
        assert_eq!(found(&births(["03/02/2009", "02/03/2009"])), None);
        assert_eq!(found(&births(["03/02/2009", "soon"])), None);
        // Three of very many.
        let mut many: Vec<(u32, &str)> = (100..300).map(|child| (child, "03/02/2009")).collect();
        many.extend(rows(of(&[1, 2, 3]), 2));
        assert_eq!(found(&many), None);
    }
}
