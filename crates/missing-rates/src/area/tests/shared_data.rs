//! Against lists that are beside the project. Tests that read them are ignored, and run where they are.

use std::fs;
use std::path::Path;

use crate::area::{AreaCode, Closeness, Resolution, authority, authority_by_dfe_code, neighbours, resolve};

/// A file of the data beside the project.
fn shared(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The cells of one line of a CSV file without quoted quotes.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(letter),
        }
    }
    cells
}

#[test]
#[ignore = "reads data beside the project"]
fn every_name_of_the_shared_list_is_resolved_and_every_fact_agrees() {
    let list = shared("authorities.csv");
    let mut names = 0;
    for line in list.lines().skip(1) {
        let [code, dfe, name, name_cy, nation, region, _, ended, successors, former, aliases] =
            <[String; 11]>::try_from(cells(line)).expect("eleven cells");
        let found = authority(AreaCode::read(&code).unwrap()).expect(&code);
        assert_eq!((found.code.as_str(), found.name, found.name_cy.unwrap_or_default()), (&*code, &*name, &*name_cy));
        assert_eq!(found.dfe_code, dfe.parse().ok(), "{name}");
        assert_eq!(found.nation.name(), nation, "{name}");
        assert_eq!(found.region.map_or(found.nation.name(), |region| region.name()), region, "{name}");
        assert_eq!(found.ended, ended.parse().ok(), "{name}");
        let joined = |codes: &[AreaCode]| codes.iter().map(AreaCode::as_str).collect::<Vec<_>>().join("|");
        assert_eq!((joined(&found.successors), joined(&found.former_codes)), (successors, former.clone()), "{name}");
        for text in [name, name_cy].iter().map(String::as_str).chain(aliases.split('|')).chain(former.split('|')) {
            if text.is_empty() {
                continue;
            }
            names += 1;
            let Resolution::Authority { authority, .. } = resolve(text) else { panic!("{text} is not resolved") };
            assert_eq!(authority.code.as_str(), code, "{text}");
        }
    }
    assert!(names > 600, "{names}");
}

#[test]
fn every_authority_of_the_sample_answers_is_resolved() {
    let answers = include_str!("../../../../../static/samples/answers-2024.csv");
    let mut codes: Vec<_> = answers
        .lines()
        .skip(1)
        .map(|line| match resolve(&cells(line)[0]) {
            Resolution::Authority { authority, .. } => authority.code,
            other => panic!("{line}: {other:?}"),
        })
        .collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 212);
}

/// Source: DfE statistical neighbour model 2025 (OGL v3).
#[test]
#[ignore = "reads data beside the project"]
fn every_neighbour_of_the_shared_list_is_in_the_table_at_its_place() {
    let list = shared("neighbours.csv");
    let mut compared = 0;
    for line in list.lines().skip(1) {
        let [code, rank, neighbour, closeness] = <[String; 4]>::try_from(cells(line)).expect("four cells");
        let authority = authority_by_dfe_code(code.parse().unwrap()).expect(&code);
        let rank: u8 = rank.parse().unwrap();
        let found = neighbours(authority).into_iter().find(|found| found.rank == rank).expect(line);
        assert_eq!(found.authority.dfe_code, neighbour.parse().ok(), "{line}");
        let words = match found.closeness {
            Closeness::Extremely => "Extremely close",
            Closeness::Very => "Very close",
            Closeness::Close => "Close",
            Closeness::Somewhat => "Somewhat close",
            Closeness::Not => "Not close",
        };
        assert_eq!(words, closeness, "{line}");
        compared += 1;
    }
    assert_eq!(compared, 1530);
}
