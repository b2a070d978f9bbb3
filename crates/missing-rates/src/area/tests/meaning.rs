//! What a name is taken for, in short, so that a table of names can say it.

use crate::area::{Resolution, resolve};

/// What the cell means: a code, several with `+`, `total`, `not` for a body without children's services (and who has
/// them instead), or `?` for no more than suggestions.
fn meaning(text: &str) -> String {
    match resolve(text) {
        Resolution::Authority { authority, .. } => authority.code.to_string(),
        Resolution::Joint(authorities) => {
            authorities.iter().map(|authority| authority.code.to_string()).collect::<Vec<_>>().join("+")
        }
        Resolution::Aggregate => "total".to_owned(),
        Resolution::OtherBody(body) => match body.instead {
            Some(authority) => format!("not, but {}", authority.code),
            None => "not".to_owned(),
        },
        Resolution::Suggestions(_) => "?".to_owned(),
    }
}

/// Sees that each text means what is beside it.
pub(super) fn assert_mean(names: &[(&str, &str)]) {
    let means = |(text, expected): &(&str, &str)| {
        let meaning = meaning(text);
        (meaning != *expected).then(|| format!("{text:?}: {meaning} and not {expected}"))
    };
    let wrong: Vec<String> = names.iter().filter_map(means).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
