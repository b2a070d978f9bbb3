//! Answers of one nation alone are about it, and not about the United Kingdom.
#![allow(clippy::unwrap_used)]

use crate::support::returns;
use missing_rates::Query;
use missing_rates::period::Period;

fn nation(rows: &str) -> Option<&'static str> {
    let text = ["Authority,Year,UASC,UASC missing\n", rows].concat();
    let report = returns(&[("answers.csv", text)]).report(&Query::default());
    report.only_nation(Period::calendar_year(2024).unwrap())?.name
}

#[test]
fn answers_of_one_nation_are_about_it_and_those_of_several_about_the_kingdom() {
    assert_eq!(nation("Cardiff,2024,500,100\nSwansea,2024,300,30\n"), Some("Wales"));
    assert_eq!(nation("Kent,2024,500,100\nLeeds,2024,Refused s.12,<5\n"), Some("England"));
    assert_eq!(nation("Cardiff,2024,500,100\nSwansea,2024,300,30\nKent,2024,10,1\n"), None);
    // A nation whose authority gave nothing is named all the same.
    assert_eq!(nation("Cardiff,2024,500,100\nSwansea,2024,300,30\nGlasgow City,2024,Refused s.12,\n"), None);
    // Another year may have others.
    assert_eq!(nation("Cardiff,2024,500,100\nSwansea,2024,300,30\nKent,2023,10,1\n"), Some("Wales"));
    assert_eq!(nation("Kent,2023,10,1\nLeeds,2023,10,1\n"), None);
}
