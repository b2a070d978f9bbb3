//! Names that may mean several authorities: trusts that work for several councils, old counties, initials.

use std::sync::OnceLock;

use super::authority::{Authority, authority};
use super::code::AreaCode;
use super::name::normalise;
use crate::order::Ordered;

/// Who such a name means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shared {
    /// One spelling of the name.
    name: String,
    /// Whether all of them answer together under it. If not, it means one of them, and nothing says which.
    pub(super) together: bool,
    /// The authorities that it may mean, the likeliest first.
    codes: Vec<AreaCode>,
}

impl Shared {
    /// The authorities that it may mean, the likeliest first.
    pub(super) fn authorities(&self) -> impl Iterator<Item = &'static Authority> {
        self.codes.iter().filter_map(|code| authority(*code))
    }
}

/// The entry of a normalised name.
pub(super) fn shared(name: &str) -> Option<&'static Shared> {
    let at = table().binary_search_by(|entry| entry.name.as_str().cmp(name)).ok()?;
    table().get(at)
}

/// Whether these authorities, in order of their codes, answer together under a common name.
pub(super) fn answer_together(codes: &[AreaCode]) -> bool {
    table().iter().any(|entry| entry.together && entry.codes == codes)
}

fn table() -> &'static [Shared] {
    static TABLE: OnceLock<Vec<Shared>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: Vec<Shared> = include_str!("shared_names.csv").lines().flat_map(parse).collect();
        table.order();
        table
    })
}

/// The names of one line. Comments and blank lines have none.
fn parse(line: &'static str) -> Vec<Shared> {
    let mut fields = line.split('|');
    let mut next = || fields.next().unwrap_or_default();
    let together = next() == "together";
    let codes: Vec<AreaCode> = next().split(';').filter_map(AreaCode::read).collect();
    if codes.is_empty() {
        return Vec::new();
    }
    let names = next().split(';').filter(|name| !name.is_empty());
    names.map(|name| Shared { name: normalise(name), together, codes: codes.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::{Resolution, resolve};

    #[test]
    fn every_shared_name_means_several_and_no_authority_has_it_alone() {
        let lines: Vec<&str> = include_str!("shared_names.csv").lines().filter(|line| !line.starts_with('#')).collect();
        assert!(!lines.is_empty());
        for line in lines {
            let [how, codes, names] = <[&str; 3]>::try_from(line.split('|').collect::<Vec<_>>()).expect(line);
            assert!(["ask", "together"].contains(&how), "{line}");
            let expected: Vec<_> = codes.split(';').map(|code| AreaCode::read(code).and_then(authority)).collect();
            let expected: Vec<&'static Authority> = expected.into_iter().collect::<Option<_>>().expect(line);
            assert!(expected.len() > 1 && expected.iter().all(|authority| authority.is_current()), "{line}");
            for name in names.split(';') {
                match resolve(name) {
                    Resolution::Suggestions(found) => assert_eq!((how, found), ("ask", expected.clone()), "{name}"),
                    Resolution::Joint(found) => assert_eq!((how, found), ("together", expected.clone()), "{name}"),
                    other => panic!("{name}: {other:?}"),
                }
            }
        }
        let mut names: Vec<&str> = table().iter().map(|entry| entry.name.as_str()).collect();
        names.dedup();
        assert_eq!(names.len(), table().len(), "a name stands there twice");
    }
}
