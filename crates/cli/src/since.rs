//! What became of the findings of an earlier work list among the files. It is for the analyst's own use.

use missing_rates::{Query, Returns};
use words::Language;

/// What is fixed, left and new, after the report; nothing without an earlier list, and where figures are safe to publish.
pub(crate) fn text(language: Language, returns: &Returns, query: &Query) -> String {
    let Some(since) = returns.since(query, &language) else { return String::new() };
    let heading = ["\n", language.since_heading(), "\n"].concat();
    results::sentences::since(language, &since).iter().fold(heading, |out, line| out + "  " + line + "\n")
}
