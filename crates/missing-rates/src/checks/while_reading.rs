//! Rules that a row breaks by itself, found while its file is read.

use super::rule::Rule;
use super::rule::Severity::{self, Error, Note, Warning};

const fn rule(code: &'static str, severity: Severity) -> Rule {
    Rule { code, severity }
}

pub(super) static RULES: [Rule; 21] = [
    rule("authority-not-recognised", Error),
    rule("code-and-name-disagree", Error),
    rule("conflicting-answers", Error),
    rule("identifier-rounded", Error),
    rule("measure-not-recognised", Error),
    rule("more-missing-than-children", Error),
    rule("no-child", Error),
    rule("not-a-count", Error),
    rule("not-understood", Error),
    rule("period-not-recognised", Error),
    rule("authority-ended", Warning),
    rule("authority-not-yet", Warning),
    rule("fewer-incidents-than-children", Warning),
    rule("printed-share-differs", Warning),
    rule("published-share-differs", Warning),
    rule("filled-from-above", Note),
    rule("joint-answer", Note),
    rule("other-body", Note),
    rule("parts-added", Note),
    rule("period-from-name", Note),
    rule("short-breaks-not-said", Note),
];
