//! What changed since an earlier version of answers or of published figures. It is for the person's own use.

use missing_rates::{Query, Returns};
use words::Language;

/// What changed, answer by answer, after the report. Nothing if no file is said to be earlier, and where figures are safe to
/// publish.
pub(crate) fn text(language: Language, returns: &Returns, query: &Query) -> String {
    if query.earlier.is_empty() {
        return String::new();
    }
    let heading = ["\n", language.versions_heading(), "\n"].concat();
    let changed = returns.changed_answers(query);
    // A release beside what the calculator has was not asked for here.
    let changed: Vec<_> = changed.iter().filter(|of| !of.earlier.is_empty()).collect();
    if changed.is_empty() {
        return String::new();
    }
    let lines = changed.into_iter().flat_map(|of| results::sentences::changed_answers(language, of));
    lines.fold(heading, |out, line| out + "  " + &line + "\n")
}
