//! Where an authority is among published figures.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::{read, report, sample};
use missing_rates::area::AreaCode;
use missing_rates::period::Period;
use missing_rates::published::{Figure, Symbol};
use missing_rates::report::{Area, Caveat, Outcome, PositionOf, PublishedFigures, Rate, Report, Role, Standing};
use missing_rates::standing::standing;
use missing_rates::{Query, Returns};

fn code(text: &str) -> AreaCode {
    AreaCode::read(text).unwrap()
}

fn year(year: i32) -> Period {
    Period::collection_year(year).unwrap()
}

fn of(text: &str) -> Standing {
    standing(code(text), &Report::empty()).unwrap()
}

fn rows(standing: &Standing, role: Role) -> impl Iterator<Item = &PublishedFigures> {
    standing.published.iter().filter(move |row| row.role == role)
}

fn years(standing: &Standing, role: Role) -> Vec<i32> {
    rows(standing, role).filter_map(|row| row.period.as_collection_year()).collect()
}

/// Source: DfE, Children looked after in England, 2020 to 2024: Kent's children and children missing.
#[test]
fn an_authority_has_its_own_series_its_region_england_and_ten_neighbours() {
    let kent = of("E10000016");
    let series: Vec<_> =
        rows(&kent, Role::Own).map(|row| (row.children.number(), row.children_missing.number())).collect();
    let expected = [(2528, 346), (2773, 339), (3147, 399), (3546, 435), (4670, 471)];
    assert_eq!(series, expected.map(|(children, missing)| (Some(children), Some(missing))));
    assert_eq!(kent.years_without, [2018, 2019, 2025].map(year));
    let percents: Vec<_> = rows(&kent, Role::Own).filter_map(|row| row.percent.as_deref()).collect();
    assert_eq!(percents, ["14", "12", "13", "12", "10"]);
    assert_eq!(years(&kent, Role::Region), [2020, 2021, 2022, 2023, 2024]);
    assert_eq!(years(&kent, Role::Nation), [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]);
    let england = rows(&kent, Role::Nation).last().unwrap();
    assert_eq!((england.children_missing, england.value), (Figure::NotToHand, None));
    assert_eq!((england.percent.as_deref(), england.rounded_to), (Some("11"), Some(10)));
    let near: Vec<_> = rows(&kent, Role::Neighbour).filter(|row| row.period == year(2024)).collect();
    assert_eq!(near.iter().map(|row| row.rank).collect::<Vec<_>>(), (1..=10).map(Some).collect::<Vec<_>>());
    assert_eq!((near[0].area.name, near[9].area.name), (Some("Essex"), Some("Somerset")));
}

/// Source of the expected order: the same release, worked out by hand; of the sides: Newcombe's interval, worked out by a
/// program of its own.
#[test]
fn a_figure_has_its_place_among_the_neighbours() {
    for (authority, lower, higher, sides) in [
        // Of Kent's neighbours only Norfolk has a lower share.
        ("E10000016", 1, 9, "<<..<.<<.<"),
        ("E09000007", 9, 1, "..>...>>.."),
        ("E06000063", 2, 8, "<..<...<<."),
    ] {
        let found = of(authority);
        let [place] = found.positions.as_slice() else { panic!("{authority}: {:?}", found.positions) };
        assert_eq!((place.figure, place.period, place.published), (PositionOf::Published, year(2024), year(2024)));
        assert_eq!((place.lower, place.equal, place.higher, place.without), (lower, 0, higher, 0), "{authority}");
        let near = place.beside.iter().filter(|beside| beside.role == Role::Neighbour);
        let side = |outcome| match outcome {
            Some(Outcome::Lower) => '<',
            Some(Outcome::Higher) => '>',
            Some(Outcome::NotClear) => '.',
            None => '?',
        };
        assert_eq!(near.map(|beside| side(beside.outcome)).collect::<String>(), sides, "{authority}");
    }
    let kent = of("E10000016");
    assert_eq!(kent.positions[0].lowest_percent.as_deref(), Some("10"));
    assert_eq!(kent.positions[0].highest_percent.as_deref(), Some("16"));
    let region = kent.positions[0].beside.iter().find(|beside| beside.role == Role::Region).unwrap();
    // 471 / 4,670 less 2,070 / 17,460.
    assert!((region.points.unwrap() - -0.017_700).abs() < 1e-6, "{region:?}");
    assert_eq!(kent.caveats, [Caveat::RecordingPractice, Caveat::RoundedTotals]);
}

#[test]
fn an_authority_of_today_is_shown_with_the_one_that_it_came_from() {
    let cumberland = of("E06000063");
    assert_eq!(years(&cumberland, Role::Own), [2024]);
    assert_eq!(years(&cumberland, Role::Predecessor), [2020, 2021, 2022, 2023]);
    let cumbria = rows(&cumberland, Role::Predecessor).next().unwrap();
    assert_eq!((cumbria.area.name, cumbria.children), (Some("Cumbria"), Figure::Number(891)));
    // Dorset's old county has the name of the unitary authority of today, and the table gives its figures to that.
    assert_eq!(years(&of("E06000059"), Role::Own), [2020, 2021, 2022, 2023, 2024]);
    assert_eq!(years(&of("E10000006"), Role::Own), [2020, 2021, 2022, 2023]);
}

#[test]
fn london_has_a_region_and_its_half_and_other_nations_have_neither_neighbours_nor_figures() {
    let camden = of("E09000007");
    let mut names: Vec<_> = rows(&camden, Role::Region).filter_map(|row| row.area.name).collect();
    names.dedup();
    assert_eq!(names, ["Inner London", "London"]);
    let cardiff = of("W06000015");
    assert_eq!((cardiff.published.len(), cardiff.years_without.len()), (0, 8));
    assert!(cardiff.positions.is_empty() && cardiff.caveats.is_empty());
    assert_eq!(standing(AreaCode::ENGLAND, &Report::empty()), None);
}

#[test]
fn what_is_hidden_stays_hidden_and_has_no_place() {
    // Bath and North East Somerset, 2020: its children are hidden, and the share was printed.
    let bath = of("E06000022");
    let first = rows(&bath, Role::Own).next().unwrap();
    assert_eq!((first.children, first.value), (Figure::Symbol(Symbol::Confidential), None));
    assert_eq!(first.percent.as_deref(), Some("7"));
    let json = serde_json::to_value(&bath).unwrap();
    assert_eq!(json["published"][0]["children"], "c");
    assert_eq!(json["published"][0]["children_missing"], 17);
    // The Isles of Scilly have no children in most years: nothing of nothing is not a share.
    assert!(of("E06000053").positions.is_empty());
}

#[test]
fn the_figures_of_a_file_are_placed_by_their_own_year() {
    let report = report(&[("published-2024.csv", sample("published-2024.csv"))]);
    let kent = standing(code("E10000016"), &report).unwrap();
    let own: Vec<_> = kent
        .calculated
        .iter()
        .map(|own| (own.period, own.children, own.children_missing, own.percent.as_str()))
        .collect();
    assert_eq!(own, [(year(2023), 3546, 435, "12"), (year(2024), 4670, 471, "10")]);
    let places: Vec<_> = kent.positions.iter().map(|place| (place.figure, place.period, place.published)).collect();
    assert_eq!(places, [2023, 2024].map(|name| (PositionOf::Calculated, year(name), year(name))));
    assert_eq!(kent.positions[1].lower, 1);
}

#[test]
fn a_return_that_is_said_to_be_an_authoritys_carries_its_code_and_name_and_is_placed() {
    let modules = ["header", "episodes", "uasc", "missing"].map(|name| format!("ssda903/{name}.csv"));
    let mut returns = Returns::default();
    for (id, name) in (1..).zip(&modules) {
        returns.add(id, read(name, &sample(name)));
    }
    let kent = code("E10000016");
    let whose = returns.report(&Query { authority: Some(kent), ..Query::default() });
    let nobodys = returns.report(&Query::default());
    let bare = |rate: &Rate| (rate.area.level, rate.measure, rate.cohort, rate.numerator, rate.denominator);
    assert!(whose.rates.iter().map(bare).eq(nobodys.rates.iter().map(bare)), "a figure depends on whose it is");
    let areas = whose.rates.iter().map(|rate| rate.area).chain(whose.profiles.iter().map(|profile| profile.area));
    assert!(
        areas.into_iter().all(|area| area.code == Some(kent) && area.name == Some("Kent"))
            && nobodys.rates.iter().all(|rate| rate.area == Area::RETURN)
    );
    assert_eq!(nobodys.standing, None);
    let standing = whose.standing.unwrap();
    let [own] = standing.calculated.as_slice() else { panic!("{:?}", standing.calculated) };
    assert_eq!((own.period, own.children_missing, own.children), (year(2025), 18, 204));
    assert_eq!((own.percent.as_str(), own.incidents_per_missing_child.as_deref()), ("9", Some("2.1")));
    // Nothing of its neighbours is there of 2025: they are those of 2024, and that is said.
    assert_eq!((standing.positions[0].period, standing.positions[0].published), (year(2025), year(2024)));
    assert!(standing.caveats.contains(&Caveat::AnotherYear));
    // A code that is not an authority's says nothing.
    let nowhere = returns.report(&Query { authority: Some(AreaCode::ENGLAND), ..Query::default() });
    assert_eq!((nowhere.standing, &nowhere.rates), (None, &nobodys.rates));
}

/// The sample of 2024 as the release of another year.
fn release(year: &str) -> String {
    let text = String::from_utf8(sample("published-2024.csv")).unwrap();
    let lines = text.lines().enumerate().filter(|(at, line)| *at == 0 || line.starts_with("2024,"));
    lines.map(|(_, line)| line.replacen("2024,", &[year, ","].concat(), 1) + "\n").collect()
}

/// Children and children missing of each authority in a release, read line by line.
fn by_hand(release: &str) -> std::collections::BTreeMap<String, (f64, f64)> {
    let mut found = std::collections::BTreeMap::<String, (f64, f64)>::new();
    let mut reader = csv::Reader::from_reader(release.as_bytes());
    for cells in reader.records().map(Result::unwrap).filter(|cells| cells[2] == *"Local authority") {
        let Ok(number) = cells[11].parse::<f64>() else { continue };
        let entry = found.entry(cells[9].to_owned()).or_insert((f64::NAN, f64::NAN));
        match &cells[10] {
            "Children looked after during the year" => entry.0 = number,
            "Children who had a missing incident during the year" => entry.1 = number,
            _ => {}
        }
    }
    found.retain(|_, (children, missing)| *children > 0.0 && *missing >= 0.0);
    found
}

fn with_return(more: &[(&str, String)]) -> Standing {
    let modules = ["header", "episodes", "uasc", "missing"].map(|name| format!("ssda903/{name}.csv"));
    let mut returns = Returns::default();
    for (id, name) in (1..).zip(&modules) {
        returns.add(id, read(name, &sample(name)));
    }
    for (id, (name, text)) in (10..).zip(more) {
        returns.add(id, read(name, text.as_bytes()));
    }
    let report = returns.report(&Query { authority: Some(code("E10000016")), ..Query::default() });
    report.standing.unwrap()
}

#[test]
fn a_figure_has_its_place_and_its_quarter_among_all_authorities() {
    let all = by_hand(&release("2024"));
    for authority in ["E10000016", "E09000007", "E06000010", "E08000025"] {
        let found = of(authority).positions[0].england.unwrap();
        let (children, missing) = all[authority];
        let own = missing / children;
        let others: Vec<f64> = all.iter().filter(|(code, _)| *code != authority).map(|(_, (n, d))| d / n).collect();
        let count = |is: &dyn Fn(f64) -> bool| others.iter().filter(|share| is(**share)).count() as u64;
        let (higher, lower) = (count(&|share| share > own), count(&|share| share < own));
        assert_eq!((found.authorities, found.higher, found.lower), (others.len() as u64, higher, lower), "{authority}");
        assert_eq!(found.equal, others.len() as u64 - higher - lower);
        // How many shares are higher, of all, in fourths.
        let place = (higher + 1) as f64 / (others.len() + 1) as f64;
        let quarter = (1..=4_u8).zip([0.25, 0.5, 0.75, 1.0]).find(|(_, end)| place <= *end).map(|(quarter, _)| quarter);
        assert_eq!(found.quarter, quarter, "{authority}");
        assert!(found.clearly_higher <= higher && found.clearly_lower <= lower);
        assert!(found.clearly_higher + found.clearly_lower > 0, "{found:?}");
    }
}

#[test]
fn a_newer_release_among_the_files_is_what_a_return_is_compared_with() {
    let before = with_return(&[]);
    assert_eq!((before.positions[0].published, before.from_files.len()), (year(2024), 0));
    let after = with_return(&[("release.csv", release("2025"))]);
    assert_eq!(after.from_files, [year(2025)]);
    let place = &after.positions[0];
    assert_eq!((place.period, place.published), (year(2025), year(2025)));
    assert!(!after.caveats.contains(&Caveat::AnotherYear) && before.caveats.contains(&Caveat::AnotherYear));
    assert_eq!(after.years_without, [2018, 2019].map(year));
    // Kent as published in the file, and its own return beside it.
    let kent = rows(&after, Role::Own).find(|row| row.period == year(2025)).unwrap();
    assert_eq!(
        (kent.children, kent.children_missing, kent.percent.as_deref()),
        (Figure::Number(4670), Figure::Number(471), Some("10"))
    );
    let own = after.calculated.iter().find(|own| own.period == year(2025)).unwrap();
    assert_eq!((own.children_missing, own.children), (18, 204));
    // The product lacks some figures of England, and the file has them.
    let england = rows(&after, Role::Nation).last().unwrap();
    assert_eq!((england.period, england.children_missing), (year(2025), Figure::Number(13_010)));
    let all = by_hand(&release("2025"));
    let higher = all.iter().filter(|(code, (n, d))| *code != "E10000016" && d / n > 18.0 / 204.0).count() as u64;
    let among = place.england.unwrap();
    assert_eq!((among.authorities, among.higher), (all.len() as u64 - 1, higher));
    // Of a year that the product has, a file that says the same changes nothing, and one that was revised is what counts.
    let same = with_return(&[("release.csv", release("2024"))]);
    assert_eq!((same.published, same.from_files.len()), (before.published, 0));
    let revised = with_return(&[("release.csv", release("2024").replace(",471", ",999"))]);
    assert_eq!(revised.from_files, [year(2024)]);
    let kent = rows(&revised, Role::Own).find(|row| row.period == year(2024)).unwrap();
    assert_eq!((kent.children_missing, kent.percent.as_deref()), (Figure::Number(999), Some("21")));
    assert_eq!(kent.value, Some(999.0 / 4670.0));
    // Where two files differ, neither is used.
    let other = release("2025").replace(",4670", ",4671");
    let two = with_return(&[("a.csv", release("2025")), ("b.csv", other)]);
    let kent = rows(&two, Role::Own).find(|row| row.period == year(2025)).unwrap();
    assert_eq!((kent.children, kent.children_missing), (Figure::NotToHand, Figure::Number(471)));
}

#[test]
fn last_years_own_return_is_among_the_years() {
    let [episodes, missing] = ["episodes", "missing"].map(|name| sample(&format!("ssda903/{name}.csv")));
    let earlier = |text: &[u8]| {
        let text = String::from_utf8(text.to_vec()).unwrap();
        ["2023", "2024", "2025"].iter().fold(text, |text, year| {
            text.replace(&["/", year].concat(), &["/", &(year.parse::<u32>().unwrap() - 1).to_string(), "x"].concat())
        })
    };
    let mut returns = Returns::default();
    let files = [
        ("episodes 2024-25.csv", episodes.clone()),
        ("missing 2024-25.csv", missing.clone()),
        ("episodes 2023-24.csv", earlier(&episodes).replace('x', "").into_bytes()),
        ("missing 2023-24.csv", earlier(&missing).replace('x', "").into_bytes()),
    ];
    for (id, (name, text)) in (1..).zip(&files) {
        returns.add(id, read(name, text));
    }
    let query = Query { authority: Some(code("E10000016")), ..Query::default() };
    let standing = returns.report(&query).standing.unwrap();
    let own: Vec<_> = standing.calculated.iter().map(|own| (own.period, own.children_missing, own.children)).collect();
    // As a report of that year says it.
    let asked = returns.report(&Query { period: Some(year(2024)), ..query.clone() });
    let rate = asked.rates.iter().find(|rate| rate.cohort == missing_rates::cohort::Cohort::All).unwrap();
    assert_eq!(own[0], (year(2024), rate.numerator, rate.denominator));
    assert_eq!(own.iter().map(|(period, ..)| *period).collect::<Vec<_>>(), [2024, 2025].map(year));
    // The place is that of the year that was asked for alone.
    assert_eq!(standing.positions.len(), 1);
    let safe =
        returns.report(&Query { disclosure: missing_rates::report::Disclosure::Safe, ..query }).standing.unwrap();
    assert!(safe.calculated.iter().all(|own| own.period == year(2025)));
}
