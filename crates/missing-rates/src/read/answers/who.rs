//! Finds who the code and the name of a published row mean.

use crate::area::{Authority, Resolution, resolve_pair};

/// Why a name or code is not an authority.
pub(in crate::read) enum Unknown {
    Aggregate,
    Suggestions(Vec<String>),
    /// The code means one authority and the name another.
    Disagree(Vec<String>),
}

/// The authority that a code and a name in a published file mean.
pub(in crate::read) fn who(code: &str, name: &str) -> Result<&'static Authority, Unknown> {
    let names = |list: Vec<&'static Authority>| list.iter().map(|a| a.name.to_owned()).collect();
    match resolve_pair(code, name) {
        Ok(Resolution::Authority { authority, .. }) => Ok(authority),
        Ok(Resolution::Aggregate) => Err(Unknown::Aggregate),
        Ok(Resolution::Joint(_) | Resolution::OtherBody(_)) => Err(Unknown::Suggestions(Vec::new())),
        Ok(Resolution::Suggestions(found)) => Err(Unknown::Suggestions(names(found))),
        Err(disagreement) => Err(Unknown::Disagree(names(disagreement.could_be))),
    }
}
