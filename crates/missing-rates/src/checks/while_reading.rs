//! Rules that a row breaks by itself, found while its file is read.

use super::rule::Rule;
use super::rule::Severity::{self, Error, Note, Warning};

const fn rule(code: &'static str, severity: Severity) -> Rule {
    Rule { code, severity }
}

pub(super) static RULES: [Rule; 47] = [
    rule("authority-not-recognised", Error),
    rule("below-other-headings", Error),
    rule("beside-headings", Error),
    rule("cell-error", Error),
    rule("child-may-be-name", Error),
    rule("code-and-name-disagree", Error),
    rule("conflicting-answers", Error),
    rule("dates-of-two-kinds", Error),
    rule("element-misplaced", Error),
    rule("element-repeated", Error),
    rule("formula-without-value", Error),
    rule("identifier-rounded", Error),
    rule("list-of-another-year", Error),
    rule("merged-number", Error),
    rule("measure-not-recognised", Error),
    rule("more-missing-than-children", Error),
    rule("no-child", Error),
    rule("not-a-count", Error),
    rule("not-understood", Error),
    rule("period-not-recognised", Error),
    rule("authority-ended", Warning),
    rule("authority-not-yet", Warning),
    rule("cell-note", Warning),
    rule("element-not-known", Warning),
    rule("fewer-incidents-than-children", Warning),
    rule("hidden-row", Warning),
    rule("hidden-sheet", Warning),
    rule("merged-over", Warning),
    rule("names-authorities", Warning),
    rule("list-column-not-read", Warning),
    rule("name-differs", Warning),
    rule("printed-share-differs", Warning),
    rule("published-share-differs", Warning),
    rule("saved-year-differs", Warning),
    rule("struck-through", Warning),
    rule("value-not-shown", Warning),
    rule("date-in-words", Note),
    rule("dates-from-1904", Note),
    rule("filled-from-above", Note),
    rule("hidden-column", Note),
    rule("joint-answer", Note),
    rule("merged-cells", Note),
    rule("other-body", Note),
    rule("parts-added", Note),
    rule("period-from-name", Note),
    rule("sheet-without-table", Note),
    rule("short-breaks-not-said", Note),
];
