//! The authorities that are most alike.

use serde::Serialize;

use super::authority::{Authority, authority_by_dfe_code};

/// How alike two authorities are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closeness {
    /// Extremely close.
    Extremely,
    /// Very close.
    Very,
    /// Close.
    Close,
    /// Somewhat close.
    Somewhat,
    /// Not close, although no other is closer.
    Not,
}

impl Closeness {
    /// Every closeness, in the order of the table's fields.
    const ALL: [Self; 5] = [Self::Extremely, Self::Very, Self::Close, Self::Somewhat, Self::Not];
}

/// One of an authority's statistical neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// From 1, the closest, to 10.
    pub rank: u8,
    /// Who it is.
    pub authority: &'static Authority,
    /// How alike the two are.
    pub closeness: Closeness,
}

/// The ten statistical neighbours of an authority in England, closest first. Empty elsewhere.
///
/// Source: Department for Education, statistical neighbour model 2025 (OGL v3). It chooses authorities in similar
/// circumstances, not those next door. An ended county has the neighbours of the authority that has its name now.
///
/// ```
/// use missing_rates::area::{AreaCode, authority, neighbours};
/// let camden = authority(AreaCode::read("E09000007").unwrap()).unwrap();
/// assert_eq!(neighbours(camden)[0].authority.name, "Islington");
/// ```
pub fn neighbours(of: &Authority) -> Vec<Neighbour> {
    let Some(code) = of.dfe_code else { return Vec::new() };
    let own = |line: &&str| line.split('|').next().is_some_and(|first| first.parse() == Ok(code));
    let Some(line) = include_str!("neighbours.csv").lines().find(own) else { return Vec::new() };
    let groups = line.split('|').skip(1).zip(Closeness::ALL);
    let codes = groups.flat_map(|(codes, closeness)| codes.split(' ').map(move |code| (code, closeness)));
    let known = codes.filter_map(|(code, closeness)| Some((authority_by_dfe_code(code.parse().ok()?)?, closeness)));
    (1..).zip(known).map(|(rank, (authority, closeness))| Neighbour { rank, authority, closeness }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::{Nation, authorities};

    #[test]
    fn every_authority_of_england_has_ten_others_and_no_other_has_any() {
        for authority in authorities() {
            let found = neighbours(authority);
            let mut codes: Vec<_> = found.iter().map(|neighbour| neighbour.authority.code).collect();
            codes.sort_unstable();
            codes.dedup();
            assert!(!codes.contains(&authority.code), "{}", authority.name);
            assert!(found.is_sorted_by_key(|neighbour| (neighbour.closeness, neighbour.rank)), "{}", authority.name);
            let expected = match authority.nation {
                Nation::England if authority.is_current() => 10,
                Nation::England => continue,
                _ => 0,
            };
            assert_eq!(codes.len(), expected, "{}", authority.name);
        }
    }
}
