//! Command lines, understood or not.

use lexopt::Parser;
use words::Language;

use super::*;

fn read(words: &[&str]) -> Result<Request, Misunderstood> {
    Options::read(Parser::from_args(words))
}

#[test]
fn a_year_and_a_range_of_days_are_periods() {
    for words in [["--year-ending", "2025", "a.csv"], ["--period", "2024-04-01..2025-03-31", "a.csv"]] {
        let Ok(Request::Calculate(options)) = read(&words) else { panic!("{words:?}") };
        assert_eq!(options.period, Period::collection_year(2025));
    }
}

#[test]
fn a_target_and_two_periods_can_be_asked_for() {
    let words =
        ["--target", "40%", "--change", "2024-01-01..2024-12-31", "2022-01-01..2022-12-31", "--format", "csv", "a"];
    let Ok(Request::Calculate(options)) = read(&words) else { panic!("{words:?}") };
    assert_eq!(options.target, "40".parse().ok());
    assert_eq!(options.change, Period::calendar_year(2024).zip(Period::calendar_year(2022)));
    assert_eq!((options.format, options.files.len()), (Format::Csv, 1));
}

#[test]
fn parts_of_a_module_are_named_with_commas_between_them_and_within_them() {
    let files = ["a.csv", "of/b, c.csv", "d.csv"];
    for (named, places) in
        [("a.csv,d.csv", vec![1, 3]), ("d.csv, b, c.csv", vec![3, 2]), ("of/b, c.csv,a.csv", vec![2, 1])]
    {
        let words = [&["--add-together", named], &files[..]].concat();
        let Ok(Request::Calculate(options)) = read(&words) else { panic!("{named}") };
        assert_eq!(options.together(|word| options.places(word)).unwrap(), [places], "{named}");
    }
}

#[test]
fn a_blank_of_a_list_goes_by_what_it_is_called_where_it_is_asked_about() {
    for words in [["--trafficked", "blank=no", "a.csv"], ["--trafficked", "=no", "a.csv"]] {
        let Ok(Request::Calculate(options)) = read(&words) else { panic!("{words:?}") };
        assert_eq!(options.listed, [(String::new(), ListedAs::No)]);
    }
}

#[test]
fn an_authority_goes_by_its_name_or_its_code() {
    for name in ["Kent", "Kent County Council", "E10000016", "886"] {
        let Ok(Request::Calculate(options)) = read(&["--authority", name, "a.csv"]) else { panic!("{name}") };
        assert_eq!(options.authority, AreaCode::read("E10000016"), "{name}");
    }
}

#[test]
fn what_is_not_understood_is_said() {
    let cases: [(&[&str], &str); 21] = [
        (&["--add-together", "a,c", "a", "b"], "c is none of the files"),
        (&["--add-together", "a", "a", "b"], "two files"),
        (&["--complete-to", "31/03/2025", "a"], "is not a day"),
        (&["--leading-zeros", "perhaps", "a"], "same or different"),
        (&["--file-year", "a=25x", "a"], "episodes.csv=2025"),
        (&["--file-year", "b=2025", "a"], "none of the files"),
        (&["--file-year", "a=2024", "--file-year", "a=2025", "a"], "two years"),
        (&[], "name at least one file"),
        (&["--year-ending", "25x", "a"], "takes a year"),
        (&["--period", "2024", "a"], "is not a period"),
        (&["--period", "2024-02-30..2024-03-01", "a"], "is not a day"),
        (&["--published-years", "lunar", "a"], "collection or calendar"),
        (&["--target", "112", "a"], "is not a percentage"),
        (&["--change", "2024-01-01..2024-12-31", "2023", "a"], "is not a period"),
        (&["--format", "xml", "a"], "text, json, csv"),
        (&["--year-ending", "2024", "--year-ending", "2025", "a"], "not both"),
        (&["--authority", "Birmingam", "a"], "did you mean Birmingham?"),
        (&["--authority", "England", "a"], "is not an authority"),
        (&["--safe", "--format", "work-list", "a"], "never safe to publish"),
        (&["--round", "7", "a"], "5 or 10"),
        (&["--frobnicate"], "frobnicate"),
    ];
    for (words, part) in cases {
        let error = read(words).expect_err("understood").text(Language::English);
        assert!(error.contains(part), "{words:?}: {error}");
    }
}
