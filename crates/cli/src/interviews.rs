//! Return-home interviews, where a list of them is among the files. They are for the analyst's own use.

use missing_rates::{Query, Returns};
use words::Language;

use crate::say::complain;

/// What the list says, after the report; nothing without a list, and where figures are safe to publish.
pub(crate) fn text(language: Language, returns: &Returns, query: &Query) -> String {
    let Some(interviews) = returns.interviews(query) else { return String::new() };
    let heading = ["\n", &*language.cli_interviews(&language.period(interviews.period)), "\n"].concat();
    let lines = results::sentences::interviews(language, &interviews);
    lines.iter().fold(heading, |out, line| out + "  " + line + "\n")
}

/// The same by team, as CSV. `None`, and said why, where there is nothing to say.
pub(crate) fn table(language: Language, returns: &Returns, query: &Query) -> Option<String> {
    let table = results::interviews_file(language, returns, query);
    if table.is_none() {
        complain(language, language.cli_no_interviews());
    }
    table
}
