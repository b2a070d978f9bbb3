//! Headings of tables whose rows are children, by the words in them, and the names of such files.

use missing_rows::Kind;

use super::near::{is_identifier, words};
use crate::area::authority_named;

/// Whole headings, in lower case, that only a table of children has.
const OF_A_CHILD: [&str; 42] = [
    "child no",
    "child number",
    "child code",
    "young person",
    "yp",
    "forename",
    "forenames",
    "first name",
    "first names",
    "given name",
    "given names",
    "middle name",
    "surname",
    "last name",
    "family name",
    "full name",
    "known as",
    "alias",
    "initials",
    "dob",
    "d o b",
    "date of birth",
    "birth date",
    "birthdate",
    "upn",
    "pupil number",
    "nhs number",
    "nhs no",
    "ho ref",
    "ho reference",
    "home office ref",
    "home office reference",
    "home office number",
    "nrm ref",
    "nrm ref no",
    "nrm reference",
    "nrm reference number",
    "nrm number",
    "nrm case number",
    "mosaic id",
    "lcs id",
    "liquidlogic id",
];

/// Headings of rows about anybody. The rows are children if another column says what was decided about one child.
const OF_ANYBODY: [&str; 12] = [
    "name",
    "names",
    "id",
    "identifier",
    "ref",
    "ref no",
    "reference",
    "case",
    "case id",
    "case ref",
    "case reference",
    "case number",
];

/// Words for one child.
const CHILD: [&str; 14] = [
    "child",
    "childs",
    "young person",
    "yp",
    "person",
    "client",
    "pupil",
    "victim",
    "service user",
    "individual",
    "subject",
    "cla",
    "lac",
    "minor",
];

/// Words that identify one child among others.
const IDENTITY: [&str; 16] = [
    "id",
    "ids",
    "identifier",
    "identity",
    "name",
    "names",
    "forename",
    "surname",
    "initials",
    "dob",
    "upn",
    "ref",
    "reference",
    "birth",
    "number",
    "no",
];

/// Words in headings about what was decided about one child.
const OUTCOME: [&str; 6] = ["outcome", "status", "decision", "result", "stage", "finding"];

/// Further words that such headings may have.
const ABOUT: [&str; 23] = [
    "nrm",
    "national",
    "referral",
    "mechanism",
    "trafficking",
    "trafficked",
    "modern",
    "slavery",
    "human",
    "exploitation",
    "victim",
    "of",
    "and",
    "current",
    "latest",
    "final",
    "child",
    "conclusive",
    "reasonable",
    "grounds",
    "cg",
    "rg",
    "ms",
];

/// Whether a column holds things that should not be shown about a child: names, and free text.
pub(super) fn holds_names(heading: &str) -> bool {
    let words = words(heading);
    let has = |parts: &[&str]| words.split(' ').any(|word| parts.contains(&word));
    has(&[
        "name",
        "names",
        "forename",
        "forenames",
        "surname",
        "alias",
        "initials",
        "known",
        "note",
        "notes",
        "comment",
        "comments",
        "address",
        "details",
        "worker",
    ])
}

pub(super) fn is_of_a_child(phrase: &str) -> bool {
    if phrase == "child" || OF_A_CHILD.contains(&phrase) || is_identifier(phrase) {
        return true;
    }
    let parts: Vec<&str> = phrase.split(' ').collect();
    if parts.len() > 5 || phrase.starts_with("number ") || phrase.starts_with("no ") || phrase.starts_with("count ") {
        return false;
    }
    // `Client name`, `Name of young person`, `Child date of birth`.
    let of_one = |who: &&str| {
        let (front, back) = (format!("{who} "), format!(" {who}"));
        let rest = phrase.strip_prefix(&front).or_else(|| phrase.strip_suffix(&back));
        rest.is_some_and(|rest| {
            let told = rest.split(' ').filter(|word| IDENTITY.contains(word)).count();
            let known =
                |word: &str| IDENTITY.contains(&word) || matches!(word, "of" | "date" | "first" | "last" | "full");
            told > 0 && rest.split(' ').all(known)
        })
    };
    CHILD.iter().any(of_one)
}

/// Whether a heading may be that of names or numbers of anybody: of the child that each row is about, or of an officer.
pub(super) fn is_of_anybody(heading: &str) -> bool {
    OF_ANYBODY.contains(&words(heading).as_str())
}

/// Words of headings that say when a child’s status as unaccompanied ended.
const END_OF_STATUS: [&str; 15] = [
    "date",
    "uasc",
    "duc",
    "unaccompanied",
    "status",
    "ceased",
    "ceasing",
    "cease",
    "end",
    "ends",
    "ended",
    "until",
    "of",
    "to",
    "asylum",
];

/// Whether a heading in a UASC file says when the status of a child ended. Every word of it is understood.
pub(super) fn ends_status(heading: &str) -> bool {
    let words = words(heading);
    let has = |ends: &[&str]| words.split(' ').any(|word| ends.contains(&word));
    has(&["ceased", "ceasing", "cease", "end", "ends", "ended", "until", "duc"])
        && words.split(' ').all(|word| END_OF_STATUS.contains(&word))
}

/// Whether the name of a file or of a sheet says that it is the UASC file of a return.
pub(super) fn is_uasc_by_name(name: &str) -> bool {
    words(name).split(' ').any(|word| matches!(word, "uasc" | "unaccompanied"))
}

/// Words in the name of a list that say what its children have in common.
const TRAFFICKED: [&str; 4] = ["trafficked", "trafficking", "nrm", "slavery"];

/// Words beside them that leave it at that. Any other word may say the opposite, or that some are left out.
const OF_A_LIST: [&str; 70] = [
    "list",
    "lists",
    "listed",
    "listing",
    "register",
    "tracker",
    "children",
    "child",
    "young",
    "person",
    "persons",
    "people",
    "of",
    "in",
    "our",
    "care",
    "local",
    "authority",
    "council",
    "who",
    "are",
    "is",
    "was",
    "were",
    "been",
    "have",
    "be",
    "to",
    "as",
    "and",
    "or",
    "for",
    "with",
    "by",
    "a",
    "confirmed",
    "suspected",
    "potential",
    "victim",
    "victims",
    "identified",
    "positive",
    "referred",
    "referral",
    "referrals",
    "modern",
    "human",
    "looked",
    "after",
    "cla",
    "lac",
    "year",
    "ending",
    "end",
    "ids",
    "identifiers",
    "final",
    "latest",
    "copy",
    "updated",
    "sheet",
    "sheet1",
    "csv",
    "march",
    "mar",
    "fy",
    "v1",
    "v2",
    "v3",
    "cohort",
];

/// Whether the name or the title of a table with nothing but identifiers says that it is a list of trafficked children.
/// Every word is understood, or the name is no answer.
pub(super) fn is_list_by_name(name: &str) -> bool {
    let words = words(name);
    let is_plain =
        |word: &&str| OF_A_LIST.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() < 9;
    let (said, others): (Vec<&str>, Vec<&str>) = words.split(' ').partition(|word| TRAFFICKED.contains(word));
    let strange: Vec<&str> = others.into_iter().filter(|word| !is_plain(word)).collect();
    !said.is_empty() && (strange.is_empty() || authority_named(&strange.join(" ")).is_ok())
}

/// Whether such a name says no more of its children than that they were referred: what was decided may be that they were not
/// trafficked.
pub(super) fn is_of_referrals(name: &str) -> bool {
    let words = words(name);
    let has = |some: &[&str]| words.split(' ').any(|word| some.contains(&word));
    has(&["nrm", "referred", "referral", "referrals"]) && !has(&["trafficked", "confirmed", "positive"])
}

/// Whether a heading is one of tables whose rows are children.
pub(super) fn is_about_children(phrase: &str) -> bool {
    is_of_a_child(phrase) || OF_ANYBODY.contains(&phrase) || says_whose(phrase) || outcome(phrase).is_some()
}

/// Whether a column other than CHILD may hold the identifiers of children.
pub(super) fn is_reference(phrase: &str) -> bool {
    let last = phrase.rsplit(' ').next().unwrap_or_default();
    matches!(last, "id" | "ids" | "identifier" | "ref" | "reference" | "number" | "no" | "upn") && phrase.len() < 40
}

/// Whether a heading names the authority that a row belongs to.
pub(super) fn says_whose(cell: &str) -> bool {
    let words = words(cell);
    let has = |stems: &[&str]| words.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    has(&["authorit", "council", "borough", "trust", "ons", "gss"]) || words == "la" || words.starts_with("la ")
}

/// Whether a heading is about what was decided about a child.
pub(super) fn is_outcome(heading: &str) -> bool {
    outcome(&words(heading)).is_some()
}

/// How to read a column whose heading is about what was decided about a child.
pub(super) fn outcome(phrase: &str) -> Option<Kind> {
    let parts = || phrase.split(' ');
    if matches!(
        phrase,
        "trafficked" | "trafficked y n" | "trafficked yes no" | "is trafficked" | "trafficked or suspected"
    ) {
        return Some(Kind::List);
    }
    if OUTCOME.contains(&phrase) {
        return Some(Kind::Outcomes);
    }
    let names_nrm = parts().any(|word| matches!(word, "nrm" | "trafficking" | "slavery"))
        || phrase.contains("national referral mechanism")
        || phrase.contains("trafficked");
    let decided = parts().any(|word| OUTCOME.contains(&word)) || phrase == "nrm";
    (names_nrm && decided && parts().all(|word| OUTCOME.contains(&word) || ABOUT.contains(&word)))
        .then_some(Kind::NrmOutcomes)
}
