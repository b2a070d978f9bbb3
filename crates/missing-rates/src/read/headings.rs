//! What the columns of a table of answers mean: who, when, cohort, measure.

use super::when::{BareYear, is_apart, period};
use crate::cohort::{Cohort, Count, Share};
use crate::period::Period;

/// What one column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// Whose answer the row is.
    Authority,
    /// Its code.
    Code,
    When,
    /// Of a long layout: who is counted, what is counted, the answer.
    Cohort,
    Measure,
    Value,
    /// Of a wide layout: one figure. The cohort is `None` where only a neighbour can say.
    Figure {
        cohort: Option<Cohort>,
        count: Count,
        period: Option<Period>,
    },
    /// A share or an average: it follows from the counts. A share of children can be checked against them; its cohort
    /// is `None` where only a neighbour can say.
    Derived(Option<(Option<Cohort>, Share, Option<Period>)>),
    /// Nothing that is needed.
    Other,
}

/// A phrase with its words between single spaces, one before the first and one after the last.
struct Phrase(String);

impl Phrase {
    fn new(text: &str) -> Self {
        let mut phrase = String::from(" ");
        for word in text.to_ascii_lowercase().split(|c| is_apart(c) && c != '%').filter(|w| !w.is_empty()) {
            phrase.push_str(word);
            phrase.push(' ');
        }
        Self(phrase)
    }

    /// Whether it has a word, or words, that start so.
    fn has(&self, stems: &[&str]) -> bool {
        stems.iter().any(|stem| self.0.match_indices(stem).any(|(at, _)| self.0[..at].ends_with(' ')))
    }

    /// Whether it is one of these, whole.
    fn is(&self, phrases: &[&str]) -> bool {
        phrases.contains(&self.0.trim())
    }
}

/// What a heading means, on its own.
pub(super) fn heading(text: &str) -> Heading {
    let phrase = Phrase::new(text);
    if phrase.is(&[
        "cohort",
        "group",
        "cohort group",
        "category",
        "category of children",
        "population",
        "who",
        "children group",
    ]) {
        return Heading::Cohort;
    }
    if phrase.is(&[
        "measure",
        "question",
        "indicator",
        "metric",
        "figure",
        "what",
        "statistic",
        "data item",
        "measure name",
    ]) {
        return Heading::Measure;
    }
    if phrase.is(&[
        "value",
        "answer",
        "number",
        "count",
        "response",
        "result",
        "reply",
        "total",
        "figure given",
        "answer given",
    ]) {
        return Heading::Value;
    }
    if let Some(found) = figure(text) {
        return found;
    }
    if phrase.has(&["code", "gss", "ons", "ecode"]) && !phrase.has(&["post"]) {
        return Heading::Code;
    }
    if phrase.is(&[
        "name",
        "la",
        "body",
        "respondent",
        "awdurdod",
        "awdurdod lleol",
        "trust",
        "organisation",
        "organization",
    ]) || phrase.has(&[
        "authorit",
        "council",
        "la name",
        "name of la",
        "public body",
        "local auth",
        "hsc trust",
        "health and social care trust",
    ]) && !phrase.has(&["type", "note", "comment", "contact", "email", "reference"])
    {
        return Heading::Authority;
    }
    if phrase.is(&["fy", "when", "time", "date range", "dates"])
        || phrase.has(&["year", "period", "time period", "dates covered", "blwyddyn"]) && !phrase.has(&["old", "note"])
    {
        return Heading::When;
    }
    Heading::Other
}

/// Words of columns that stand beside a figure and hold none: `UASC: notes`, `Reason if UASC refused`.
const BESIDE_A_FIGURE: &[&str] = &[
    "note",
    "comment",
    "remark",
    "caveat",
    "link",
    "url",
    "http",
    "email",
    "e mail",
    "contact",
    "reference",
    "reason",
    "exemption",
    "date of",
    "date sent",
    "date received",
    "explanation",
];

/// The figure that a phrase names, or that it is derived from others; `None` if it names none.
pub(super) fn figure(text: &str) -> Option<Heading> {
    let phrase = Phrase::new(text);
    if phrase.has(BESIDE_A_FIGURE) {
        return None;
    }
    let gone = phrase.has(&["missing", "absent", "away", "abscond", "disappear"]);
    let cohort = cohort(&phrase)?;
    let counted = phrase.has(&[
        "child",
        "young p",
        "minor",
        "people",
        "uasc",
        "number",
        "no of",
        "looked after",
        "incident",
        "in care",
    ]) || gone
        || matches!(cohort, Named::One(_));
    if !counted {
        return None;
    }
    let cohort = match cohort {
        Named::One(cohort) => Some(cohort),
        Named::None => None,
    };
    let count = count(&phrase, gone);
    let period = period(text, BareYear::Calendar);
    if phrase.has(&["average", "mean", "per child", "per missing"]) {
        return Some(Heading::Derived(None));
    }
    if phrase.has(&["%", "percent", "per cent", "proportion", "share", "rate"]) {
        let share = Share::ALL.into_iter().find(|share| share.numerator() == count);
        return Some(Heading::Derived(share.map(|share| (cohort, share, period))));
    }
    if cohort.is_none() && count == Count::Children {
        return None;
    }
    Some(Heading::Figure { cohort, count, period })
}

/// What is counted, where `gone` says whether children who were gone are spoken of.
fn count(phrase: &Phrase, gone: bool) -> Count {
    let missing = phrase.has(&["missing", "abscond", "disappear"]);
    let away = gone && !missing;
    if !gone {
        // `Trafficked: incidents`, below or beside what says of what.
        if phrase.has(&["incident"]) { Count::MissingIncidents } else { Count::Children }
    } else if phrase.has(&["more than once", "repeat", "two or more", "multiple", "twice"]) {
        if away { Count::ChildrenAwayMoreThanOnce } else { Count::ChildrenMissingMoreThanOnce }
    } else if phrase.has(&[
        "still",
        "not found",
        "not been found",
        "not return",
        "unfound",
        "remain",
        "at 31 march",
        "on 31 march",
        "at the end",
        "at end",
    ]) {
        if away { Count::ChildrenAwayAtEnd } else { Count::ChildrenMissingAtEnd }
    } else if is_incidents(phrase) {
        if away { Count::AwayIncidents } else { Count::MissingIncidents }
    } else if away {
        Count::ChildrenAway
    } else {
        Count::ChildrenMissing
    }
}

/// Whether incidents are counted, and not the children who had them.
fn is_incidents(phrase: &Phrase) -> bool {
    let incidents =
        phrase.has(&["incident", "episode", "occasion", "occurrence", "instance", "times", "report", "event"]);
    incidents
        && !phrase.has(&[
            "children who",
            "children with",
            "children that",
            "children having",
            "who had",
            "who went",
            "number of children",
        ])
}

enum Named {
    One(Cohort),
    None,
}

/// The cohort that a phrase names. `None` if it names two and does not say whether both are meant.
fn cohort(phrase: &Phrase) -> Option<Named> {
    let trafficked = phrase.has(&["traffick", "nrm", "modern slavery"]);
    let unaccompanied = phrase.has(&["unaccompan", "uasc", "asylum", "separated child"]);
    let both = phrase.has(&["and", "both", "also", "who are", "who were", "as well as"]);
    Some(match (trafficked, unaccompanied) {
        (true, true) if both => Named::One(Cohort::TraffickedAndUnaccompanied),
        (true, true) => return None,
        (true, false) => Named::One(Cohort::Trafficked),
        (false, true) => Named::One(Cohort::Unaccompanied),
        (false, false)
            if phrase.has(&[
                "looked after",
                "lookedafter",
                "cla ",
                "lac ",
                "in care",
                "all children",
                "children in the care",
            ]) =>
        {
            Named::One(Cohort::All)
        }
        (false, false) => Named::None,
    })
}

/// What all the headings mean together: a figure without a cohort takes that of the last figure before it with one.
pub(super) fn headings(cells: &[String]) -> Vec<Heading> {
    let mut last = None;
    let mut found: Vec<Heading> = cells.iter().map(|cell| heading(cell)).collect();
    for heading in &mut found {
        if let Heading::Figure { cohort, .. } | Heading::Derived(Some((cohort, ..))) = heading {
            match cohort {
                Some(_) => last = *cohort,
                None => *cohort = last,
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_meaning() {
        use Cohort::{All, Trafficked, TraffickedAndUnaccompanied, Unaccompanied};
        use Count::{Children, ChildrenMissing, ChildrenMissingAtEnd, ChildrenMissingMoreThanOnce, MissingIncidents};
        let figures = [
            ("Trafficked or suspected trafficked children in care", Trafficked, Children),
            ("Trafficked children who went missing", Trafficked, ChildrenMissing),
            ("Trafficked missing incidents", Trafficked, MissingIncidents),
            ("Unaccompanied children in care", Unaccompanied, Children),
            ("Number of UASC", Unaccompanied, Children),
            ("uasc_missing", Unaccompanied, ChildrenMissing),
            ("UASC: no. of missing episodes", Unaccompanied, MissingIncidents),
            ("No. of times trafficked children were reported missing", Trafficked, MissingIncidents),
            ("Number of trafficked children who had a missing incident", Trafficked, ChildrenMissing),
            ("Unaccompanied asylum-seeking children missing or absent", Unaccompanied, ChildrenMissing),
            ("Unaccompanied children still missing", Unaccompanied, ChildrenMissingAtEnd),
            ("Trafficked children missing more than once", Trafficked, ChildrenMissingMoreThanOnce),
            ("Trafficked incidents", Trafficked, MissingIncidents),
            ("Looked after children", All, Children),
            ("Children in care who went missing", All, ChildrenMissing),
            ("Looked-after missing incidents", All, MissingIncidents),
            ("Children both unaccompanied and trafficked", TraffickedAndUnaccompanied, Children),
            ("Children identified through the NRM", Trafficked, Children),
        ];
        for (text, cohort, count) in figures {
            let expected = Heading::Figure { cohort: Some(cohort), count, period: None };
            assert_eq!(heading(text), expected, "{text}");
        }
        let others = [
            ("Authority", Heading::Authority),
            ("Name of local authority", Heading::Authority),
            ("Council name", Heading::Authority),
            ("LA", Heading::Authority),
            ("ONS code", Heading::Code),
            ("new_la_code", Heading::Code),
            ("Year", Heading::When),
            ("Reporting period", Heading::When),
            ("FY", Heading::When),
            ("Cohort", Heading::Cohort),
            ("Measure", Heading::Measure),
            ("Answer", Heading::Value),
            ("% of UASC missing", Heading::Derived(Some((Some(Unaccompanied), Share::Missing, None)))),
            ("UASC missing 2024 (%)", {
                Heading::Derived(Some((Some(Unaccompanied), Share::Missing, Period::calendar_year(2024))))
            }),
            ("Percentage missing", Heading::Derived(Some((None, Share::Missing, None)))),
            ("Incidents per missing child (UASC)", Heading::Derived(None)),
            ("UASC: notes", Heading::Other),
            ("Reason for refusal (trafficked children)", Heading::Other),
            ("Date of reply", Heading::Other),
            ("Notes", Heading::Other),
            ("Trafficked or unaccompanied children", Heading::Other),
            ("", Heading::Other),
        ];
        for (text, expected) in others {
            assert_eq!(heading(text), expected, "{text}");
        }
    }

    #[test]
    fn a_figure_without_a_cohort_takes_its_neighbours() {
        let cells: Vec<String> =
            ["Authority", "UASC", "of whom missing", "Children in care", "Children who went missing"]
                .map(String::from)
                .into();
        let cohorts: Vec<_> = headings(&cells)
            .into_iter()
            .filter_map(|h| if let Heading::Figure { cohort, .. } = h { cohort } else { None })
            .collect();
        assert_eq!(cohorts, [Cohort::Unaccompanied, Cohort::Unaccompanied, Cohort::All, Cohort::All]);
    }

    #[test]
    fn a_heading_can_name_its_year() {
        let expected = Heading::Figure {
            cohort: Some(Cohort::Unaccompanied),
            count: Count::ChildrenMissing,
            period: Period::collection_year(2023),
        };
        assert_eq!(heading("UASC missing 2022/23"), expected);
    }
}
