//! The choice of the earlier version, and what it shows.

use missing_rates::read::Reader;
use missing_rates::report::Disclosure;
use missing_rates::{Query, Returns};

use super::*;
use crate::settings::Settings;
use document::Choice;
use words::Language::English;

const MAY: &str = "Authority,Year,UASC,UASC missing\nKent,2024,100,10\nHull,2024,60,<5\nYork,2024,40,Refused s.12\n\
                   Derby,2024,30,3\nLuton,2024,,\n";
const JUNE: &str =
    "Authority,Year,UASC,UASC missing\nKent,2024,100,10\nHull,2024,60,4\nYork,2024,40,5\nLuton,2024,50,1-5\n";

fn returns(files: &[(&str, &str)]) -> Returns {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns
}

fn shown(returns: &Returns, settings: &Settings, kind: FileKind) -> Vec<Block> {
    let report = returns.report(&settings.query);
    let period = report.periods.last().copied();
    let context =
        Context { language: English, report: &report, period, settings, returns: Some(returns), without_books: false };
    blocks(context, kind)
}

/// The options of the choice, and which is chosen.
fn options(blocks: &[Block]) -> Option<(&[Choice], u32)> {
    document::all(blocks).into_iter().find_map(|block| match block {
        Block::Pick { options, chosen, .. } => Some((options.as_slice(), *chosen)),
        _ => None,
    })
}

fn lead_of(blocks: &[Block]) -> Option<&str> {
    blocks.iter().find_map(|block| if let Block::Lead { text } = block { Some(text.as_str()) } else { None })
}

fn rows(blocks: &[Block]) -> Vec<Vec<&str>> {
    let table = blocks.iter().find_map(|block| if let Block::Table { table } = block { Some(table) } else { None });
    table.map_or_else(Vec::new, |table| {
        table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect()
    })
}

#[test]
fn one_of_two_trackers_is_chosen_as_the_earlier_and_what_changed_is_shown() {
    let returns = returns(&[("june.csv", JUNE), ("may.csv", MAY)]);
    let mut settings = Settings::default();
    let before = shown(&returns, &settings, FileKind::AuthorityAnswers);
    let (choices, chosen) = options(&before).unwrap();
    let names: Vec<&str> = choices.iter().map(|choice| choice.text.as_str()).collect();
    assert_eq!((names, chosen), (vec![English.versions_none(), "june.csv", "may.csv"], 0));
    assert!(lead_of(&before).is_none() && rows(&before).is_empty());
    settings.apply(choices[2].setting.clone());
    let after = shown(&returns, &settings, FileKind::AuthorityAnswers);
    assert_eq!(options(&after).unwrap().1, 2);
    assert_eq!(
        lead_of(&after),
        Some("Compared with may.csv: 2 authorities answered since, 1 changed its answer, and 1 is no longer there.")
    );
    let missing = "Unaccompanied children: went missing";
    let children = "Unaccompanied children: number in care";
    assert_eq!(
        rows(&after),
        [
            ["Derby", "2024", children, "30", "No answer", "No longer there"],
            ["Derby", "2024", missing, "3", "No answer", "No longer there"],
            ["Kingston upon Hull, City of", "2024", missing, "0 to 4", "4", "Changed"],
            ["Luton", "2024", children, "No answer", "50", "Answered since"],
            ["Luton", "2024", missing, "No answer", "1 to 5", "Answered since"],
            ["York", "2024", missing, "Refused (s.12)", "5", "Answered since"],
        ]
    );
    // And back.
    settings.apply(choices[0].setting.clone());
    assert!(settings.query.earlier.is_empty());
}

/// As the line counts authorities, the table marks their answers.
#[test]
fn a_refusal_in_the_place_of_nothing_is_no_answer_in_the_line_and_in_the_table() {
    let earlier = "Authority,Year,UASC,UASC missing\nKent,2024,100,10\nCamden,2024,,\nHull,2024,9,Refused s.12\n";
    let later = "Authority,Year,UASC,UASC missing\nKent,2024,100,12\nCamden,2024,Refused s.12,Refused s.12\n\
                 Hull,2024,9,Not held\nLeeds,2024,90,9\n";
    let returns = returns(&[("now.csv", later), ("then.csv", earlier)]);
    let mut settings = Settings::default();
    settings.apply(Setting::Earlier(vec![2]));
    let shown = shown(&returns, &settings, FileKind::AuthorityAnswers);
    let lead = lead_of(&shown).unwrap();
    assert_eq!(
        lead,
        "Compared with then.csv: 1 authority answered since, 3 changed their answers, and none is missing now."
    );
    let marked = |how: &str| {
        let rows = rows(&shown);
        let mut names: Vec<String> = rows.iter().filter(|row| row[5] == how).map(|row| row[0].to_owned()).collect();
        names.dedup();
        names
    };
    assert_eq!(marked("Answered since"), ["Leeds"]);
    assert_eq!(marked("Changed"), ["Camden", "Kent", "Kingston upon Hull, City of"]);
}

#[test]
fn a_safe_report_one_file_and_paper_have_none_of_it() {
    let both = returns(&[("june.csv", JUNE), ("may.csv", MAY)]);
    let mut settings = Settings::default();
    settings.apply(Setting::Earlier(vec![2]));
    settings.apply(Setting::Disclosure(Disclosure::Safe));
    assert!(shown(&both, &settings, FileKind::AuthorityAnswers).is_empty());
    assert!(shown(&returns(&[("may.csv", MAY)]), &Settings::default(), FileKind::AuthorityAnswers).is_empty());
    let settings = Settings::default();
    let report = both.report(&Query::default());
    let paper = Context {
        language: English,
        report: &report,
        period: report.periods.last().copied(),
        settings: &settings,
        returns: None,
        without_books: false,
    };
    assert!(blocks(paper, FileKind::AuthorityAnswers).is_empty());
}

#[test]
fn a_release_alone_is_compared_with_what_the_calculator_has() {
    let text = include_str!("../../../../../static/samples/published-2024.csv");
    let settings = Settings::default();
    let same = shown(&returns(&[("dfe.csv", text)]), &settings, FileKind::DfePublished);
    let lead = lead_of(&same).unwrap();
    assert!(lead.starts_with("Nothing changed: all ") && lead.contains(English.versions_held()), "{lead}");
    assert!(options(&same).is_none() && rows(&same).is_empty());
    let line = text.lines().find(|line| line.contains("E10000016") && line.starts_with("2024")).unwrap();
    let other = text.replace(line, &[line, "1"].concat());
    let new = shown(&returns(&[("dfe.csv", &other)]), &settings, FileKind::DfePublished);
    assert_eq!(rows(&new).len(), 1);
    assert_eq!((rows(&new)[0][0], rows(&new)[0][5]), ("Kent", "Changed"));
}

#[test]
fn the_choice_of_answers_and_of_releases_leave_each_other_alone() {
    let release = include_str!("../../../../../static/samples/published-2024.csv");
    let older = release.replace("4670", "4671");
    let returns = returns(&[("june.csv", JUNE), ("may.csv", MAY), ("new.csv", release), ("old.csv", &older)]);
    let mut settings = Settings::default();
    for (kind, at) in [(FileKind::AuthorityAnswers, 2), (FileKind::DfePublished, 2)] {
        let blocks = shown(&returns, &settings, kind);
        let (choices, _) = options(&blocks).unwrap();
        settings.apply(choices[at].setting.clone());
    }
    assert_eq!(settings.query.earlier.iter().copied().collect::<Vec<_>>(), [2, 4]);
    for kind in [FileKind::AuthorityAnswers, FileKind::DfePublished] {
        let blocks = shown(&returns, &settings, kind);
        assert_eq!(options(&blocks).unwrap().1, 2);
        assert!(!rows(&blocks).is_empty());
    }
}
