//! What is said to the person at the terminal, beside the result.

use words::Language;

/// Says what went wrong, or what else would help, on standard error.
pub(crate) fn complain(language: Language, text: &str) {
    eprintln!("{}", language.cli_said(text));
}
