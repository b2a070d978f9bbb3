//! The authority that a person names, where it must be exactly one.

use super::authority::Authority;
use super::resolve::{Resolution, resolve};

/// A name or code that no authority has, or that several have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no authority with children's services{}", did_you_mean(.meant))]
pub struct NotAnAuthority {
    /// As it was given.
    pub text: String,
    /// Who it could mean, likeliest first.
    pub meant: Vec<&'static Authority>,
}

fn did_you_mean(meant: &[&'static Authority]) -> String {
    let names: Vec<&str> = meant.iter().map(|authority| authority.name).collect();
    if names.is_empty() { String::new() } else { format!("; did you mean {}?", names.join(" or ")) }
}

/// The one authority with this name or code.
///
/// # Errors
/// [`NotAnAuthority`] with the authorities that could be meant. Nothing is guessed.
///
/// ```
/// use missing_rates::area::authority_named;
/// assert_eq!(authority_named("Kent County Council").unwrap().code.as_str(), "E10000016");
/// assert!(authority_named("Birmingam").unwrap_err().to_string().contains("did you mean Birmingham?"));
/// ```
pub fn authority_named(text: &str) -> Result<&'static Authority, NotAnAuthority> {
    let meant = match resolve(text) {
        Resolution::Authority { authority, .. } => return Ok(authority),
        Resolution::Joint(several) | Resolution::Suggestions(several) => several,
        Resolution::Aggregate | Resolution::OtherBody(_) => Vec::new(),
    };
    Err(NotAnAuthority { text: text.to_owned(), meant })
}
