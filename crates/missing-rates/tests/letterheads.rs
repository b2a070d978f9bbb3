//! A title that names one authority, as people write it above their answers, makes a table without a column of authorities its own.
//! A title that may be of several, or names a place only, does not.

use crate::support::{found, report};
use missing_rates::report::{Basis, Level, Report};

const HEAD: &str = "Year,Looked after children,Looked after children who went missing\n";

/// Whose shares there are, and how many.
fn shares(report: &Report) -> Vec<(&str, u64, u64)> {
    let of_one = report.rates.iter().filter(|rate| rate.area.level == Level::Authority && rate.basis == Basis::Matched);
    let mut found: Vec<_> =
        of_one.map(|rate| (rate.area.name.unwrap_or_default(), rate.numerator, rate.denominator)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn titled(title: &str) -> Report {
    report(&[("a.csv", &format!("\"{title}\",,\n{HEAD}2023,600,60\n"))])
}

fn says(report: &Report, rule: &str) -> bool {
    found(report).iter().any(|(found, _)| *found == rule)
}

#[test]
fn a_letterhead_of_one_authority_says_whose_figures_are_below() {
    for (title, name) in [
        ("Hull City Council", "Kingston upon Hull, City of"),
        ("BCP Council", "Bournemouth, Christchurch and Poole"),
        ("Kirklees Council - FOI response", "Kirklees"),
        ("Kent County Council: response to FOI request", "Kent"),
        ("Kirklees Council FOI 2025/123", "Kirklees"),
        ("Authority: Kent", "Kent"),
        ("Local authority: Kent County Council", "Kent"),
        ("Respondent: Slough Children First", "Slough"),
        ("Slough Children First", "Slough"),
        ("Sandwell Children's Trust", "Sandwell"),
        ("Birmingham Children's Trust", "Birmingham"),
        ("Together for Children Sunderland", "Sunderland"),
        ("Worcestershire Children First", "Worcestershire"),
        ("Leeds City Council, Civic Hall, Leeds LS1 1UR", "Leeds"),
        ("Children missing from care - Hull City Council", "Kingston upon Hull, City of"),
    ] {
        let read = titled(title);
        assert_eq!(shares(&read), [(name, 60, 600)], "{title}");
        assert!(says(&read, "authority-from-name") && !says(&read, "words-not-read"), "{title}");
    }
    let sheet = report(&[("w.xlsx › Hull City Council", &format!("{HEAD}2023,600,60\n"))]);
    assert_eq!(shares(&sheet), [("Kingston upon Hull, City of", 60, 600)]);
}

#[test]
fn a_title_of_several_or_of_a_place_alone_is_asked_about() {
    for title in [
        "Achieving for Children",
        "Northamptonshire Children's Trust",
        "Kent and Medway",
        "Authority: Kent and Medway",
        "Authority: children placed in Kent",
        "Placing authority: Kent",
        "Police authority: Kent",
        "Kent County Council - Medway Council",
        "Missing children in Kent",
        "Children placed in Kent",
        "Kent Police",
        "Sent to: Kent County Council",
        "Bromsgrove District Council",
        "BCP",
    ] {
        let read = titled(title);
        assert_eq!(shares(&read), [], "{title}");
        assert!(read.files[0].problem.is_some(), "{title}");
    }
    let two = format!("Kent County Council,,\nFigures for Kent and Medway,,\n{HEAD}2023,600,60\n");
    assert_eq!(shares(&report(&[("a.csv", &two)])), []);
    let joint = format!("Kent County Council,,\nKent and Medway,,\n{HEAD}2023,600,60\n");
    assert_eq!(shares(&report(&[("a.csv", &joint)])), []);
}

#[test]
fn rows_below_the_trust_of_another_authority_are_not_those_of_the_title() {
    let below =
        |line: &str| report(&[("a.csv", &format!("Leeds City Council,,\n{HEAD}2023,600,60\n{line},,\n2024,100,12\n"))]);
    let own = ("Leeds", 60, 600);
    assert_eq!(shares(&below("Slough Children First")), [own, ("Slough", 12, 100)]);
    assert_eq!(shares(&below("Achieving for Children")), [own]);
    assert_eq!(shares(&below("Leeds CC")), [("Leeds", 12, 100), own]);
}
