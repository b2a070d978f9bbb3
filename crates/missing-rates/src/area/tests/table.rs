//! What the table of authorities says.

use proptest::prelude::*;

use crate::area::{
    AreaCode, How, Nation, Region, Resolution, area, authorities, authority, authority_by_dfe_code, in_area, meant,
    resolve,
};
use crate::period::Period;
use crate::report::Level;

fn today() -> Period {
    Period::collection_year(2026).expect("a year")
}

fn code(text: &str) -> AreaCode {
    AreaCode::read(text).expect("a code")
}

/// The number of authorities is that of `design.md`, "Words".
#[test]
fn today_there_are_212_authorities_and_8_have_ended() {
    assert_eq!(authorities().len(), 220);
    assert_eq!(authorities().iter().filter(|authority| !authority.is_current()).count(), 8);
    for (area, count) in [
        ("K02000001", 212),
        ("E92000001", 153),
        ("W92000004", 22),
        ("S92000003", 32),
        ("N92000002", 5),
        ("E12000007", 33),
        ("E13000001", 14),
        ("E13000002", 19),
        ("E12000001", 12),
        ("E12000009", 15),
        ("E10000016", 1),
        ("E10000006", 0),
        ("E07000001", 0),
    ] {
        assert_eq!(in_area(code(area), today()), count, "{area}");
    }
}

#[test]
fn the_regions_of_england_hold_every_english_authority_once() {
    let whole = Region::ALL.into_iter().filter(|region| region.part_of().is_none());
    assert_eq!(whole.map(|region| in_area(region.code(), today())).sum::<u64>(), 153);
    assert_eq!(Nation::ALL.map(|nation| in_area(nation.code(), today())).iter().sum::<u64>(), 212);
    for authority in authorities() {
        assert_eq!(authority.region.is_some(), authority.nation == Nation::England, "{}", authority.name);
        assert_eq!(authority.name_cy.is_some(), authority.nation == Nation::Wales, "{}", authority.name);
        assert_eq!(authority.dfe_code.is_some(), authority.nation == Nation::England, "{}", authority.name);
    }
}

#[test]
fn an_authority_lies_in_its_region_nation_and_kingdom() {
    let names =
        |text| authority(code(text)).unwrap().lies_in().into_iter().filter_map(|area| area.name).collect::<Vec<_>>();
    assert_eq!(names("E06000001"), ["North East", "England", "United Kingdom"]);
    assert_eq!(names("E09000002"), ["Outer London", "London", "England", "United Kingdom"]);
    assert_eq!(names("W06000024"), ["Wales", "United Kingdom"]);
    assert_eq!(names("SEHSCT"), ["Northern Ireland", "United Kingdom"]);
}

#[test]
fn an_ended_authority_names_its_successors() {
    let successors = |text| {
        let ended = authority(code(text)).unwrap();
        (ended.ended, ended.successors.iter().map(|code| authority(*code).unwrap().name).collect::<Vec<_>>())
    };
    assert_eq!(successors("E10000006"), (Some(2023), vec!["Cumberland", "Westmorland and Furness"]));
    assert_eq!(successors("E10000021"), (Some(2021), vec!["North Northamptonshire", "West Northamptonshire"]));
    assert_eq!(successors("E06000029"), (Some(2019), vec!["Bournemouth, Christchurch and Poole"]));
    for authority in authorities() {
        assert_eq!(authority.is_current(), authority.successors.is_empty(), "{}", authority.name);
    }
}

#[test]
fn a_former_code_is_the_authority_of_today() {
    for (former, name) in [("S12000015", "Fife"), ("S12000043", "Glasgow City"), ("E08000020", "Gateshead")] {
        assert_eq!(authority(code(former)).unwrap().name, name);
    }
}

#[test]
fn a_dfe_code_that_two_share_is_the_authority_of_today() {
    for dfe in [815, 825, 933] {
        assert!(authority_by_dfe_code(dfe).unwrap().is_current(), "{dfe}");
    }
    assert_eq!(authority_by_dfe_code(928).unwrap().name, "Northamptonshire");
    assert_eq!(authority_by_dfe_code(999), None);
}

#[test]
fn a_code_of_any_area_has_a_name_and_a_level() {
    for (text, name, level) in [
        ("E13000001", "Inner London", Level::Region),
        ("N92000002", "Northern Ireland", Level::Nation),
        ("K02000001", "United Kingdom", Level::Kingdom),
        ("BHSCT", "Belfast Health and Social Care Trust", Level::Authority),
        ("S12000015", "Fife", Level::Authority),
    ] {
        let found = area(code(text)).unwrap();
        assert_eq!((found.name, found.level), (Some(name), level));
    }
    assert_eq!(area(code("E07000001")), None);
}

#[test]
fn a_code_survives_json() {
    for text in ["E10000016", "SEHSCT"] {
        let json = serde_json::to_string(&code(text)).unwrap();
        assert_eq!(json, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<AreaCode>(&json).unwrap(), code(text));
    }
    for bad in ["", "e10000016", "E1000001", "E100000167", "XHSCT", "Ê0000016"] {
        assert!(AreaCode::try_from(bad.to_owned()).is_err(), "{bad}");
    }
}

#[test]
fn every_name_and_code_is_the_authority_itself() {
    for authority in authorities() {
        let is = |text: &str, how: How| {
            let expected = Resolution::Authority { authority, how };
            assert_eq!(resolve(text), expected, "{text}");
            assert_eq!(resolve(&format!(" {} ", text.to_lowercase())), expected, "{text}");
            assert_eq!(resolve(&text.to_uppercase()), expected, "{text}");
        };
        is(authority.name, How::Name);
        is(authority.code.as_str(), How::Code);
        authority.name_cy.into_iter().for_each(|name| is(name, How::Name));
        authority.former_codes.iter().for_each(|code| is(code.as_str(), How::Code));
        if let (Some(dfe), true) = (authority.dfe_code, authority.is_current()) {
            is(&dfe.to_string(), How::Code);
        }
    }
}

proptest! {
    #[test]
    fn no_text_makes_resolve_panic(text in "\\PC{0,80}") {
        let _ = resolve(&text);
    }

    #[test]
    fn a_letter_more_or_less_is_at_most_suggested(which in 0..220_usize, place in 0..40_usize, letter in "[qxz]") {
        let right = &authorities()[which];
        let mut name = right.name.to_owned();
        let place = name.char_indices().map(|(at, _)| at).nth(place % name.chars().count()).unwrap_or(0);
        name.insert_str(place, &letter);
        prop_assert!(matches!(resolve(&name), Resolution::Suggestions(_)), "{}", name);
    }
}

#[test]
fn who_is_meant_is_who_a_cell_is_read_as() {
    let others = [
        "England",
        "Total",
        "Kent and Medway",
        "Birmingam",
        "Kent / Surrey",
        "Newport",
        "",
        "886 Kent",
        "Hartlepool (805)",
    ];
    let names = authorities().iter().map(|of| of.name).chain(others);
    for name in names {
        let read = match resolve(name) {
            Resolution::Authority { authority, how } => Some((authority.code, how)),
            _ => None,
        };
        assert_eq!(meant(name).map(|(authority, how)| (authority.code, how)), read, "{name}");
    }
}
