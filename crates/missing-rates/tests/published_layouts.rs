//! The layouts in which the Department for Education has published figures of missing children since 2015, and releases of
//! it that look alike and are about something else. Every number in these files is made up.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::{assert_balanced, find_rate, found, rate, report, set_aside, total};
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::report::{Basis, FileKind, Problem, Reason, Release, Report};

const ENGLAND: Option<&str> = Some("E92000001");
const KENT: Option<&str> = Some("E10000016");

fn year(year: i32) -> Period {
    Period::collection_year(year).unwrap()
}

/// The matched share of England in a year.
fn england(report: &Report, of: Period) -> Option<(u64, u64, u64)> {
    let matched = |r: &&missing_rates::report::Rate| {
        r.period == of
            && r.area.code.is_some_and(|code| Some(code.as_str()) == ENGLAND)
            && (r.cohort, r.measure, r.basis) == (Cohort::All, Share::Missing, Basis::Matched)
    };
    report.rates.iter().find(matched).map(|r| (r.numerator, r.denominator, r.authorities))
}

fn problem(report: &Report, file: usize) -> Option<&Problem> {
    report.files[file].problem.as_ref()
}

fn release(text: &str) -> Release {
    let report = report(&[("file.csv", text)]);
    assert_eq!(report.files[0].kind, FileKind::DfePublished, "{text}");
    assert!(report.rates.is_empty() && report.totals.is_empty(), "{text}");
    assert_balanced(&report);
    match problem(&report, 0) {
        Some(Problem::OtherRelease { release }) => *release,
        other => panic!("{other:?} {text}"),
    }
}

const OLD: &str = "New_geog_code,geog_l,geog_c,geog_n";
const MISSING_2015: &str = "New_geog_code,geog_l,geog_c,geog_n,CLA_MissDuringYear,CLA_MissIncs,CLA_MissMoreOnce,CLA_Miss31Mar,CLA_AwayDuringYear,CLA_AwayIncs,CLA_AwayMoreOnce,CLA_Away31Mar
E92000001,NATIONAL,999,ENGLAND,300,1500,160,20,50,90,20,x
E12000008,REGION,J,SOUTH EAST,300,1500,160,20,50,90,20,x
E10000016,LA,886,Kent,180,900,90,12,30,60,10,x
E06000035,LA,887,Medway,120,600,70,8,20,30,10,0
E06000029,LA,836,Poole,..,..,..,..,..,..,..,..
";
const HEADCOUNT_2015: &str = "New_geog_code,geog_l,geog_c,geog_n,CLA_Mar2015,CLA_2015,CLA_stp2015,CLA_male,CLA_female,CLA_UASC,CLA_Fost,CLA_InBound,CLA_started2015
E92000001,NATIONAL,999,ENGLAND,2500,4000,60,1400,1100,600,1800,2000,1300
E10000016,LA,886,Kent,1800,2600,40,1000,800,500,1300,1500,800
E06000035,LA,887,Medway,400,700,x,220,180,20,300,280,300
E06000029,LA,836,Poole,180,260,x,100,80,6,130,100,90
";

#[test]
fn the_release_of_2015_has_children_and_incidents_apart() {
    let report = report(&[("SFR34_Missing2015.csv", MISSING_2015)]);
    assert_balanced(&report);
    assert_eq!(report.periods, [year(2015)]);
    for (count, kent) in [
        (Count::ChildrenMissing, 180),
        (Count::MissingIncidents, 900),
        (Count::ChildrenMissingMoreThanOnce, 90),
        (Count::ChildrenMissingAtEnd, 12),
        (Count::ChildrenAway, 30),
        (Count::AwayIncidents, 60),
    ] {
        assert_eq!(total(&report, KENT, Cohort::All, count), kent, "{count:?}");
    }
    assert!(england(&report, year(2015)).is_none(), "it says nothing of how many children there are");
    assert_eq!(set_aside(&report, "SFR34_Missing2015.csv"), [(Reason::PublishedAggregate, 2)]);
}

#[test]
fn the_headcount_file_of_a_release_is_what_its_missing_children_are_out_of() {
    let files = [("SFR34_Missing2015.csv", MISSING_2015), ("SFR34_CLA2015.csv", HEADCOUNT_2015)];
    let report = report(&files);
    assert_balanced(&report);
    // All of the year, not those of one day, and not those of short breaks or those who started.
    assert_eq!(england(&report, year(2015)), Some((300, 3300, 2)));
    assert_eq!(total(&report, KENT, Cohort::All, Count::Children), 2600);
    assert_eq!(report.periods, [year(2015)]);
    // In any order, and with names that say no year of the headcount: its column does.
    let renamed = report_of(&[("headcount.csv", HEADCOUNT_2015), ("missing 2015.csv", MISSING_2015)]);
    assert_eq!(england(&renamed, year(2015)), Some((300, 3300, 2)));
    assert_eq!(renamed.files[0].problem, None);
}

fn report_of(files: &[(&str, &str)]) -> Report {
    report(files)
}

#[test]
fn figures_of_two_years_are_never_divided_by_one_another() {
    let report = report(&[("SFR41_Missing2016.csv", MISSING_2015), ("SFR34_CLA2015.csv", HEADCOUNT_2015)]);
    assert_eq!(england(&report, year(2015)), None);
    assert_eq!(england(&report, year(2016)), None);
    assert_eq!(report.periods, [year(2015), year(2016)]);
}

#[test]
fn the_releases_of_2016_and_2017_are_read_likewise() {
    let missing = MISSING_2015;
    let children = HEADCOUNT_2015.replace("2015", "2016");
    let of_2016 = report(&[("SFR41_Missing2016.csv", missing), ("SFR41_CLA2016.csv", &children)]);
    assert_eq!(england(&of_2016, year(2016)), Some((300, 3300, 2)));
    let missing = MISSING_2015.replace("CLA_Miss", "Miss_Miss_").replace("CLA_Away", "Miss_Away_");
    let children = HEADCOUNT_2015.replace("2015", "2017");
    let of_2017 = report(&[("SFR50_Missing_2017.csv", &missing), ("SFR50_CLA2017.csv", &children)]);
    assert_eq!(england(&of_2017, year(2017)), Some((300, 3300, 2)));
    assert_eq!(total(&of_2017, KENT, Cohort::All, Count::MissingIncidents), 900);
}

#[test]
fn a_headcount_without_its_column_of_short_breaks_says_what_it_is_taken_for() {
    let confirmed = report(&[("SFR34_Missing2015.csv", MISSING_2015), ("SFR34_CLA2015.csv", HEADCOUNT_2015)]);
    let year_of_the_name = ("period-from-name", 1);
    assert_eq!(found(&confirmed), [year_of_the_name]);
    let without =
        "New_geog_code,geog_l,geog_c,geog_n,CLA_2015\nE10000016,LA,886,Kent,2600\nE06000035,LA,887,Medway,700\n";
    let report = report(&[("SFR34_Missing2015.csv", MISSING_2015), ("headcount.csv", without)]);
    assert_eq!(england(&report, year(2015)), Some((300, 3300, 2)));
    assert_eq!(found(&report), [year_of_the_name, ("short-breaks-not-said", 1)]);
    let row = &report.findings[1].rows[0];
    assert_eq!((row.file.as_str(), row.column.as_deref()), ("headcount.csv", Some("CLA_2015")));
}

/// The release of 2022 has the years from 2018 on, in the layout that is used since.
#[test]
fn the_years_2018_and_2019_are_read_from_the_release_that_has_them() {
    let rows =
        ["Children looked after during the year,2000", "Children who had a missing incident during the year,200"];
    for of in [2018, 2019] {
        let text = new("cla_group,number", &rows).replace("2023,Rep", &format!("{of},Rep"));
        let name = "la_children_who_were_missing_or_away_from_placement_without_authorisation.csv";
        assert_eq!(england(&report(&[(name, &text)]), year(of)), Some((200, 2000, 1)));
    }
}

#[test]
fn a_file_of_an_old_release_that_says_no_year_is_asked_for_it() {
    for name in ["missing.csv", "SFR34_Missing.csv", "2014 or 2016.csv"] {
        assert_eq!(problem(&report(&[(name, MISSING_2015)]), 0), Some(&Problem::NoPeriod), "{name}");
    }
}

#[test]
fn one_to_five_of_an_old_release_is_a_range_and_two_dots_are_no_answer() {
    let text = format!("{OLD},CLA_MissDuringYear\nE10000016,LA,886,Kent,x\nE06000035,LA,887,Medway,..\n");
    let report = report(&[("SFR34_Missing2015.csv", text.as_str()), ("SFR34_CLA2015.csv", HEADCOUNT_2015)]);
    assert_eq!(england(&report, year(2015)), None);
    let kent = |basis| rate(&report, KENT, Cohort::All, Share::Missing, basis);
    assert_eq!((kent(Basis::LowestByRanges).numerator, kent(Basis::HighestByRanges).numerator), (1, 5));
    let medway = |basis| find_rate(&report, Some("E06000035"), Cohort::All, Share::Missing, basis);
    assert!(medway(Basis::Matched).is_none());
}

const NEW: &str = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code";

fn new(columns: &str, rows: &[&str]) -> String {
    let rows = rows.iter().map(|row| {
        format!("2023,Reporting year,Local authority,E92000001,England,E12000008,South East,886,Kent,E10000016,{row}\n")
    });
    format!("{NEW},{columns}\n{}", rows.collect::<String>())
}

#[test]
fn the_releases_since_2018_have_a_row_a_figure() {
    let rows = [
        "Children looked after during the year,2000",
        "Children who had a missing incident during the year,200",
        "Number of missing incidents during the year,900",
        "Percentage of children who had a missing incident during the year,10",
    ];
    let of = |text: &str| england(&report_of(&[("la_children.csv", text)]), year(2023));
    assert_eq!(of(&new("cla_group,number", &rows)), Some((200, 2000, 1)));
    assert_eq!(of(&new("CLA_group,number", &rows).replace("2023,Rep", "202223,Rep")), Some((200, 2000, 1)));
    assert_eq!(of(&new("cla_group,number", &rows).replace("Reporting year", "Financial year")), Some((200, 2000, 1)));
    // A further column parts the children: its total alone counts.
    let girls: Vec<String> = rows.iter().map(|row| format!("Female,{row}")).collect();
    let all: Vec<String> = rows.iter().map(|row| format!("Total,{row}")).collect();
    let both: Vec<&str> = girls.iter().chain(&all).map(String::as_str).collect();
    assert_eq!(of(&new("gender,cla_group,number", &both)), Some((200, 2000, 1)));
    let girls: Vec<&str> = girls.iter().map(String::as_str).collect();
    assert_eq!(of(&new("gender,cla_group,number", &girls)), None);
    // A year that is not April to March is not taken for one.
    for other in ["Academic year", "Week 12", "Six half terms"] {
        let report = report_of(&[("a.csv", &new("cla_group,number", &rows).replace("Reporting year", other))]);
        assert!(report.rates.is_empty() && report.totals.is_empty(), "{other}");
        assert_eq!(found(&report), [("period-not-recognised", 4)]);
    }
    let calendar = report_of(&[("a.csv", &new("cla_group,number", &rows).replace("Reporting year", "Calendar year"))]);
    assert_eq!(england(&calendar, Period::calendar_year(2023).unwrap()), Some((200, 2000, 1)));
}

#[test]
fn a_row_whose_code_and_name_disagree_is_not_counted() {
    let rows =
        ["Children looked after during the year,2000", "Children who had a missing incident during the year,200"];
    let report = report_of(&[("a.csv", &new("cla_group,number", &rows).replace(",Kent,", ",Medway,"))]);
    assert!(england(&report, year(2023)).is_none());
    assert_eq!(found(&report), [("code-and-name-disagree", 2)]);
}

#[test]
fn other_releases_are_named_for_what_they_are_and_not_counted() {
    let long = |group: &str| new("cla_group,characteristic,number,percentage", &[&format!("{group},Total,500,100")]);
    for (text, expected) in [
        (long("Children starting to be looked after during the year"), Release::Started),
        (long("Children who ceased to be looked after during the year"), Release::Ceased),
        (long("Placement type"), Release::Placements),
        (long("Convictions: Children looked after ages 10 to 17 years"), Release::Outcomes),
        (long("Age group"), Release::Other),
        (
            new("cla_group,number", &["Children who were only looked after exclusively under a series of short term placements,90"]),
            Release::Placements,
        ),
        (new("age,accommodation_suitability,number,percentage", &["19 to 21 years,Suitable,80,90"]), Release::CareLeavers),
        (new("age,activity,number,percentage", &["17 to 18 years,Total,80,100"]), Release::CareLeavers),
        (
            new("Unaccompanied_asylum_seeker,Going_missing,Trafficking,Gangs", &["100,30,12,9"]),
            Release::AssessmentFactors,
        ),
        (new("CIN_number,CIN_rate,At31_episodes", &["900,300,700"]), Release::ChildrenInNeed),
        ("la_name,time_period,Unaccompanied_asylum_seeker,Going_missing\nKent,2024,100,30\nSurrey,2024,50,10\n".to_owned(), Release::AssessmentFactors),
        (format!("{OLD},CLA_started2016,CLA_taken2016,SCLA_male,SCLA_female\nE10000016,LA,886,Kent,800,90,500,300\n"), Release::Started),
        (format!("{OLD},CLA_cease,CLA_ceamal,CLA_ceafe\nE10000016,LA,886,Kent,700,400,300\n"), Release::Ceased),
        (format!("{OLD},CLA_12mths,CLA_10over,CLA_convicted\nE10000016,LA,886,Kent,700,400,30\n"), Release::Outcomes),
        (format!("{OLD},All_aged1920&21,Act_HE,Act_OE,Acc_SUIT\nE10000016,LA,886,Kent,700,40,30,600\n"), Release::CareLeavers),
        (
            "time_period,time_identifier,geographic_level,country_code,country_name,cla_group,number\n2023,Reporting year,National,E92000001,England,Children who had a missing incident during the year,12790\n".to_owned(),
            Release::NationalMissing,
        ),
        (
            "time_period,time_identifier,geographic_level,country_code,country_name,cla_group,characteristic,number\n2023,Reporting year,National,E92000001,England,Missing children by age,10 to 15 years,5000\n".to_owned(),
            Release::NationalMissing,
        ),
    ] {
        assert_eq!(release(&text), expected, "{text}");
    }
}

#[test]
fn a_file_of_another_release_does_not_keep_the_right_one_from_being_read() {
    let factors = new("Unaccompanied_asylum_seeker,Going_missing,Trafficking,Gangs", &["100,30,12,9"]);
    let rows =
        ["Children looked after during the year,2000", "Children who had a missing incident during the year,200"];
    let report = report_of(&[("factors.csv", &factors), ("missing.csv", &new("cla_group,number", &rows))]);
    assert_eq!(england(&report, year(2023)), Some((200, 2000, 1)));
    assert_balanced(&report);
}
