//! Rules that a row breaks by itself, found while its file is read.

use super::rule::Rule;
use super::rule::Severity::{self, Error, Note, Warning};

const fn rule(code: &'static str, severity: Severity, sentence: &'static str, remedy: &'static str) -> Rule {
    Rule { code, severity, sentence, remedy, reading: None }
}

pub(super) static RULES: [Rule; 20] = [
    rule(
        "authority-not-recognised",
        Error,
        "The name or code is not that of an authority with children’s services.",
        "Correct the name, or leave the row out if it is about another body.",
    ),
    rule(
        "code-and-name-disagree",
        Error,
        "The code is that of one authority and the name that of another. Neither is taken, and the row does not count.",
        "Correct the one that is wrong, or say which authority the row is about.",
    ),
    rule(
        "conflicting-answers",
        Error,
        "Two rows of one authority and period differ. Where they do, neither number is used; where they agree, it counts once.",
        "Keep the row that is right, and take the other out.",
    ),
    rule(
        "identifier-rounded",
        Error,
        "A spreadsheet has rounded the identifier of the child, such as 1.23457E+12. Where it is on more than one row, children cannot be told apart, and the file is not used.",
        "Export the file again, and choose it here before a spreadsheet opens it; or format CHILD as a number without decimals before you save.",
    ),
    rule(
        "measure-not-recognised",
        Error,
        "The group of children or the number was not understood.",
        "Name the group and what was counted, such as “unaccompanied” and “children missing”.",
    ),
    rule(
        "more-missing-than-children",
        Error,
        "More children went missing than there are children. Neither figure is matched.",
        "Ask the authority which of its two figures is wrong.",
    ),
    rule("no-child", Error, "CHILD is blank.", "Enter the child’s identifier."),
    rule(
        "not-a-count",
        Error,
        "A count must be a whole number from 0 up.",
        "Correct the number, or ask the authority what it means.",
    ),
    rule(
        "not-understood",
        Error,
        "The answer was not understood, and is taken as no number.",
        "Write the number, the range, or the reason why there is none.",
    ),
    rule(
        "period-not-recognised",
        Error,
        "The year or period was not understood.",
        "Write the year, or the first and last day.",
    ),
    rule(
        "authority-ended",
        Warning,
        "The authority had ended in this period, or ended in the course of it. What it gave counts as an answer of those who took over from it, or of itself for the days before.",
        "Ask the authorities of today, if the answer is meant to be theirs.",
    ),
    rule(
        "authority-not-yet",
        Warning,
        "The authority was not there yet in this period. Its answer counts, unless one that it took over from answered too.",
        "Check the year, or ask on which records the answer rests.",
    ),
    rule(
        "fewer-incidents-than-children",
        Warning,
        "There are fewer incidents than children who went missing.",
        "Ask the authority which of its two figures is wrong.",
    ),
    rule(
        "printed-share-differs",
        Warning,
        "The percentage beside the counts is not what the counts give.",
        "Check which of the three numbers is wrong. The percentage is never counted.",
    ),
    rule(
        "published-share-differs",
        Warning,
        "The printed percentage is not what the printed counts give.",
        "Compare the row with the publisher’s own file.",
    ),
    rule(
        "filled-from-above",
        Note,
        "The name, the year or the group of children stands only in a row above, as merged cells leave it, and was taken from there.",
        "Check that the row belongs to the one above.",
    ),
    rule(
        "joint-answer",
        Note,
        "Two or more authorities answered together. Their answer counts once, in the areas in which all of them lie.",
        "Ask each of them for its own figures.",
    ),
    rule(
        "other-body",
        Note,
        "This body has no children’s services, so its row is set aside.",
        "Ask the authority that has them.",
    ),
    rule(
        "parts-added",
        Note,
        "The answer is the sum of its parts, such as children identified and children suspected.",
        "Check that no child is counted in two of them.",
    ),
    rule(
        "period-from-name",
        Note,
        "No column says which year this is, so it was taken from the name of the file.",
        "Check that the name of the file is right.",
    ),
];
