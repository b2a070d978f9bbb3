//! Reads a code and a name beside each other, which should mean the same authority.

use super::authority::Authority;
use super::code::AreaCode;
use super::name::normalise;
use super::resolve::{Resolution, resolve};
use super::shared::answer_together;

/// A code and a name that mean different authorities. Neither is ever preferred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The authorities that they could mean: the code's first, then the name's.
    pub could_be: Vec<&'static Authority>,
}

/// Who a code and a name in one row mean. Either may be blank.
///
/// A name that is close to the name of the code's authority is taken for a spelling of it, because the code says which
/// one is meant. A cell that is not a code (`n/a`, a running number) says nothing.
///
/// # Errors
/// [`Disagreement`] where the two mean different bodies.
///
/// ```
/// use missing_rates::area::{Resolution, resolve_pair};
/// let Ok(Resolution::Authority { authority, .. }) = resolve_pair("886", "Kent") else { panic!() };
/// assert_eq!(authority.name, "Kent");
/// let disagreement = resolve_pair("886", "Medway").unwrap_err();
/// assert_eq!(disagreement.could_be.iter().map(|a| a.name).collect::<Vec<_>>(), ["Kent", "Medway"]);
/// ```
pub fn resolve_pair(code: &str, name: &str) -> Result<Resolution, Disagreement> {
    resolve_pair_by(code, name, resolve)
}

/// The same, with `read` reading both. What a person decided about one of them goes before what it says.
pub(crate) fn resolve_pair_by(
    code: &str,
    name: &str,
    read: impl Fn(&str) -> Resolution,
) -> Result<Resolution, Disagreement> {
    match (says_nothing(code), says_nothing(name)) {
        (false, false) => pair_of(code, read(code), read(name)),
        (false, true) => Ok(read(code)),
        (true, false) => Ok(read(name)),
        // Take whichever holds a sign, such as a dash.
        (true, true) => Ok(read(if name.is_empty() { code } else { name })),
    }
}

/// What the reading of a code, which is given as it is, and the reading of a name mean together.
fn pair_of(code: &str, by_code: Resolution, by_name: Resolution) -> Result<Resolution, Disagreement> {
    use Resolution::{Aggregate, Joint, OtherBody, Suggestions};
    let disagree = |by_code: &Resolution, by_name: &Resolution| {
        let mut could_be: Vec<&'static Authority> = Vec::new();
        for authority in [by_code, by_name].into_iter().flat_map(could_mean) {
            if could_be.iter().all(|other| other.code != authority.code) {
                could_be.push(authority);
            }
        }
        Err(Disagreement { could_be })
    };
    match (&by_code, &by_name) {
        (Resolution::Authority { authority: a, .. }, Resolution::Authority { authority: b, .. })
            if a.code == b.code || are_namesakes(a, b) =>
        {
            Ok(by_code)
        }
        (Resolution::Authority { authority, .. }, Suggestions(list))
            if list.iter().any(|other| other.code == authority.code) =>
        {
            Ok(by_code)
        }
        // A trust that answers for several authorities is named in the row of one of them.
        (Resolution::Authority { authority, .. }, Joint(_)) if serves(&by_name, authority) => Ok(by_code),
        (Joint(a), Joint(b)) if a == b => Ok(by_code),
        (Aggregate, Aggregate) => Ok(by_code),
        (Aggregate, Suggestions(list)) if list.is_empty() => Ok(by_code),
        (OtherBody(_), OtherBody(_)) => Ok(by_name),
        (OtherBody(_), Suggestions(list)) if list.is_empty() => Ok(by_code),
        // A code in the form of the Office for National Statistics that no authority has may be a district's.
        (Suggestions(none), Resolution::Authority { .. } | Joint(_)) if none.is_empty() && is_area_code(code) => {
            disagree(&by_code, &by_name)
        }
        // The cell in the place of a code is not a code.
        (Suggestions(none), _) if none.is_empty() => Ok(by_name),
        (Suggestions(list), Resolution::Authority { authority, .. })
            if list.iter().any(|other| other.code == authority.code) =>
        {
            Ok(by_name)
        }
        (Suggestions(a), Suggestions(b)) => {
            let mut both = a.clone();
            both.extend(b.iter().filter(|authority| a.iter().all(|other| other.code != authority.code)));
            Ok(Suggestions(both))
        }
        _ => disagree(&by_code, &by_name),
    }
}

/// Whether a cell holds nothing that could be read.
fn says_nothing(cell: &str) -> bool {
    let plain = normalise(cell);
    plain.is_empty() || ["n a", "na", "none", "null", "not applicable", "z", "x"].contains(&plain.as_str())
}

/// The authorities that a reading could mean.
fn could_mean(reading: &Resolution) -> Vec<&'static Authority> {
    match reading {
        Resolution::Authority { authority, .. } => vec![authority],
        Resolution::Joint(list) | Resolution::Suggestions(list) => list.clone(),
        Resolution::OtherBody(body) => body.instead.into_iter().collect(),
        Resolution::Aggregate => Vec::new(),
    }
}

/// An ended county and the authority of today that has its name and took over from it.
fn are_namesakes(a: &Authority, b: &Authority) -> bool {
    let bare = |authority: &Authority| normalise(authority.name).trim_end_matches(" (county)").to_owned();
    (a.successors.contains(&b.code) || b.successors.contains(&a.code)) && bare(a) == bare(b)
}

/// Whether the name is a body's that answers for several authorities, including this one.
fn serves(by_name: &Resolution, authority: &Authority) -> bool {
    let Resolution::Joint(list) = by_name else { return false };
    let codes: Vec<_> = list.iter().map(|other| other.code).collect();
    codes.contains(&authority.code) && answer_together(&codes)
}

fn is_area_code(text: &str) -> bool {
    AreaCode::read(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(code: &str, name: &str) -> String {
        match resolve_pair(code, name) {
            Ok(Resolution::Authority { authority, .. }) => authority.name.to_owned(),
            Ok(Resolution::Joint(list)) => list.iter().map(|a| a.name).collect::<Vec<_>>().join(" + "),
            Ok(Resolution::Aggregate) => "total".to_owned(),
            Ok(Resolution::OtherBody(_)) => "not".to_owned(),
            Ok(Resolution::Suggestions(_)) => "?".to_owned(),
            Err(Disagreement { could_be }) => {
                format!("ask: {}", could_be.iter().map(|a| a.name).collect::<Vec<_>>().join(", "))
            }
        }
    }

    #[test]
    fn a_code_and_a_name_count_where_they_agree_and_are_asked_where_they_do_not() {
        for (code, name, expected) in [
            ("886", "Kent", "Kent"),
            ("886.0", "Kent County Council", "Kent"),
            ("E10000016", "KENT", "Kent"),
            ("886", "", "Kent"),
            ("", "Medway", "Medway"),
            ("n/a", "Medway", "Medway"),
            ("-", "Medway", "Medway"),
            ("886", "-", "Kent"),
            ("886", "Kemt", "Kent"),
            ("886", "Medway", "ask: Kent, Medway"),
            ("E10000016", "Medway", "ask: Kent, Medway"),
            ("887", "Kent", "ask: Medway, Kent"),
            ("E06000035", "Kent County Council", "ask: Medway, Kent"),
            ("886", "Medwya", "ask: Kent, Medway"),
            ("886", "Kent / Medway", "ask: Kent, Medway"),
            ("886", "Total", "ask: Kent"),
            ("886", "Kent Police", "ask: Kent"),
            ("886", "Ashford Borough Council", "ask: Kent"),
            ("886", "The third answer", "ask: Kent"),
            ("E92000001", "England", "total"),
            ("E92000001", "Kent", "ask: Kent"),
            ("E12000008", "South East", "total"),
            ("E07000178", "Oxfordshire", "ask: Oxfordshire"),
            ("999", "Kent", "Kent"),
            ("17", "Kent", "Kent"),
            // Ended counties, and the authorities with the same name.
            ("E10000002", "Buckinghamshire", "Buckinghamshire (county)"),
            ("825", "Buckinghamshire", "Buckinghamshire"),
            ("835", "Dorset", "Dorset (county)"),
            ("E10000006", "Cumberland", "ask: Cumbria, Cumberland"),
            ("909", "Cumbria", "Cumbria"),
            ("E06000048", "Northumberland", "Northumberland"),
            // Trusts.
            ("330", "Birmingham Children's Trust", "Birmingham"),
            ("331", "Birmingham Children's Trust", "ask: Coventry, Birmingham"),
            ("318", "Achieving for Children", "Richmond upon Thames"),
            (
                "319",
                "Achieving for Children",
                "ask: Sutton, Kingston upon Thames, Richmond upon Thames, Windsor and Maidenhead",
            ),
            ("941", "Northamptonshire Children's Trust", "West Northamptonshire"),
            ("", "Northamptonshire Children's Trust", "North Northamptonshire + West Northamptonshire"),
            ("207", "Kensington and Chelsea / Westminster", "ask: Kensington and Chelsea, Westminster"),
            ("BHSCT", "Belfast Health and Social Care Trust", "Belfast Health and Social Care Trust"),
            (
                "BHSCT",
                "Western Trust",
                "ask: Belfast Health and Social Care Trust, Western Health and Social Care Trust",
            ),
            // The two columns are swapped.
            ("Kent", "E10000016", "Kent"),
            ("Kent", "E06000035", "ask: Kent, Medway"),
        ] {
            assert_eq!(meaning(code, name), expected, "{code}, {name}");
        }
    }

    #[test]
    fn every_authority_agrees_with_its_own_code_and_with_no_other() {
        let all = crate::area::authorities();
        for (at, one) in all.iter().enumerate() {
            assert_eq!(meaning(one.code.as_str(), one.name), one.name);
            let other = &all[(at + 7) % all.len()];
            if !are_namesakes(one, other) {
                assert!(meaning(one.code.as_str(), other.name).starts_with("ask: "), "{} {}", one.code, other.name);
            }
        }
    }
}
