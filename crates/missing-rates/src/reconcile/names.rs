//! Who the names in the answers mean.

use crate::order::Ordered;
use std::collections::BTreeMap;

use super::entry::Answerer;
use crate::area::{
    AreaCode, Authority, BodyKind, How, OtherBody, Resolution, Standing, authority, normalise, resolve,
    resolve_pair_by, standing,
};
use crate::decisions::{Decisions, Meant, Place};
use crate::period::Period;
use crate::read::TypedName;
use crate::report::{Area, Name, TakenFor};

/// Who a name means.
#[derive(Clone, Debug)]
pub(super) enum Whom {
    Authorities(Vec<&'static Authority>),
    Total,
    OtherBody(OtherBody),
    /// Nobody, because a person decided so.
    Nobody,
    Unknown(Vec<&'static Authority>),
    /// The code means one body and the name another. Holds the authorities that they could mean.
    Disagree(Vec<&'static Authority>),
}

/// Who a typed code and name mean: what a person decided, or else what they say. If they disagree, neither counts.
pub(super) fn whom(typed: &TypedName, decisions: &Decisions) -> Whom {
    if let Some(meant) = typed.in_full().and_then(|in_full| decisions.name(&in_full)) {
        return match meant {
            Meant::Nobody => Whom::Nobody,
            Meant::Authorities(codes) => Whom::Authorities(codes.iter().filter_map(|code| authority(*code)).collect()),
        };
    }
    let decided = |text: &str| decisions.name(text).filter(|_| !text.is_empty());
    let read = |text: &str| match decided(text) {
        Some(Meant::Authorities(codes)) => {
            let list: Vec<_> = codes.iter().filter_map(|code| authority(*code)).collect();
            match list.as_slice() {
                [authority] => Resolution::Authority { authority, how: How::Alias },
                _ => Resolution::Joint(list),
            }
        }
        Some(Meant::Nobody) => Resolution::Suggestions(Vec::new()),
        None => resolve(text),
    };
    let nobody = [&typed.name, &typed.code].into_iter().any(|text| decided(text) == Some(&Meant::Nobody));
    match resolve_pair_by(&typed.code, &typed.name, read) {
        Ok(Resolution::Authority { authority, .. }) => Whom::Authorities(vec![authority]),
        Ok(Resolution::Joint(authorities)) => Whom::Authorities(authorities),
        Ok(_) if nobody => Whom::Nobody,
        Ok(Resolution::Aggregate) => Whom::Total,
        Ok(Resolution::OtherBody(body)) => Whom::OtherBody(body),
        Ok(Resolution::Suggestions(suggestions)) => Whom::Unknown(suggestions),
        Err(disagreement) => Whom::Disagree(disagreement.could_be),
    }
}

/// Whose answer this is for a period, and what must be said about that.
pub(super) struct Whose {
    pub(super) answerer: Answerer,
    /// The rule whose finding reports it.
    pub(super) said: Option<&'static str>,
    /// Whether the authorities stand in for one that answered, which they took over from.
    pub(super) stand_ins: bool,
}

/// Finds whose answer it is in a period, if these authorities are named. Authorities that have ended are replaced by
/// their successors. If two share a name, the one of that time is meant.
pub(super) fn whose(authorities: &[&'static Authority], period: Period) -> Option<Whose> {
    let mut codes: Vec<AreaCode> = Vec::with_capacity(authorities.len());
    let mut said = None;
    let mut stand_ins = false;
    for authority in authorities {
        match standing(authority, period) {
            Standing::There => codes.push(authority.code),
            Standing::Namesake(namesake) => codes.push(namesake.code),
            Standing::EndedWithin => {
                said = Some("authority-ended");
                codes.push(authority.code);
            }
            Standing::Ended(successors) => {
                (said, stand_ins) = (Some("authority-ended"), true);
                codes.extend(successors.iter().map(|successor| successor.code));
            }
            Standing::NotYet(_) => {
                said = Some("authority-not-yet");
                codes.push(authority.code);
            }
        }
    }
    let answerer = Answerer::of(codes)?;
    if said.is_none() && matches!(answerer, Answerer::Together(_)) {
        said = Some("joint-answer");
    }
    Some(Whose { answerer, said, stand_ins })
}

/// The names that a person should look at, by normalised spelling.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<String, Name>);

impl Names {
    /// Counts one row of a name. `stand_ins` are the authorities that the answer was taken for outside their own time.
    pub(super) fn count(
        &mut self,
        typed: &TypedName,
        whom: &Whom,
        stand_ins: Option<&Answerer>,
        place: Place,
        decisions: &Decisions,
    ) {
        let in_full = typed.in_full();
        let for_both = in_full.as_deref().filter(|in_full| decisions.name(in_full).is_some());
        let decided =
            for_both.is_some() || [&typed.name, &typed.code].into_iter().any(|text| decisions.name(text).is_some());
        let areas = |authorities: &[&'static Authority]| authorities.iter().map(|a| Area::from(*a)).collect::<Vec<_>>();
        let mut body: Option<BodyKind> = None;
        let (taken_for, authorities, suggestions) = match (whom, stand_ins) {
            (Whom::Authorities(_), Some(answerer)) => {
                let codes = answerer.codes().iter().filter_map(|code| authority(*code));
                (TakenFor::OtherTime, codes.map(Area::from).collect(), Vec::new())
            }
            (Whom::Authorities(list), None) if list.len() > 1 => (TakenFor::Joint, areas(list), Vec::new()),
            (Whom::Authorities(list), None) if decided => (TakenFor::Authority, areas(list), Vec::new()),
            (Whom::Authorities(_) | Whom::Total, _) => return,
            (Whom::OtherBody(other), _) => {
                body = Some(other.kind);
                (TakenFor::OtherBody, other.instead.into_iter().map(Area::from).collect(), Vec::new())
            }
            (Whom::Nobody, _) => (TakenFor::Nobody, Vec::new(), Vec::new()),
            (Whom::Unknown(suggestions), _) => (TakenFor::Unknown, Vec::new(), areas(suggestions)),
            (Whom::Disagree(could_be), _) => (TakenFor::CodeAndNameDisagree, Vec::new(), areas(could_be)),
        };
        // A decision about a code and a name that disagree is about both together.
        let shown = match (&in_full, whom) {
            (Some(in_full), Whom::Disagree(_)) => in_full,
            _ => for_both.unwrap_or(typed.shown()),
        };
        let found = Name { name: shown.to_owned(), taken_for, authorities, body, suggestions, rows: 0, decided, place };
        let name = self.0.entry(normalise(shown)).or_insert_with(|| found.clone());
        let rows = name.rows + 1;
        let first = std::cmp::min(&name.place, &found.place).clone();
        let spelling = std::cmp::min(&name.name, &found.name).clone();
        // One name with several codes can be several things. What is listed must not depend on the order of rows.
        let rank = |name: &Name| (name.taken_for, name.authorities.clone(), name.suggestions.clone());
        if rank(&found) < rank(name) {
            *name = found;
        }
        (name.name, name.rows, name.place) = (spelling, rows, first);
    }

    /// The names that need a decision come first, then all by name.
    pub(super) fn list(self) -> Vec<Name> {
        let mut names: Vec<Name> = self.0.into_values().collect();
        names.order_by(|a, b| (a.taken_for, &a.name).cmp(&(b.taken_for, &b.name)));
        names
    }
}
