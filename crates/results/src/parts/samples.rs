//! Parts of several reports as the worker puts them together, for tests that look at all of them.

use missing_rates::read::Reader;
use missing_rates::{Query, Returns};

use super::{blocks, is_in};
use crate::context::Context;
use crate::settings::Settings;
use document::Block;
use document::{CohortOf, Limits, MapOf, Part, Setting};
use missing_rates::area::AreaCode;
use missing_rates::cohort::Cohort;
use missing_rates::group::By;
use missing_rates::report::{Disclosure, Incidents};
use words::Language::English;

pub(crate) type File = (&'static str, &'static [u8]);
/// The files that are read, and the settings that are chosen.
type Case = (&'static [File], Vec<Setting>);

pub(crate) const RETURN: [File; 5] = [
    ("header.csv", include_bytes!("../../../../static/samples/ssda903/header.csv")),
    ("episodes.csv", include_bytes!("../../../../static/samples/ssda903/episodes.csv")),
    ("uasc.csv", include_bytes!("../../../../static/samples/ssda903/uasc.csv")),
    ("missing.csv", include_bytes!("../../../../static/samples/ssda903/missing.csv")),
    ("list.csv", b"CHILD,TRAFFICKED\nNOBODY,confirmed\n"),
];
const ANSWERS: File = ("answers.csv", include_bytes!("../../../../static/samples/answers-2024.csv"));
const PUBLISHED: File = ("published.csv", include_bytes!("../../../../static/samples/published-2024.csv"));
const TWO_YEARS: File = (
    "two-years.csv",
    b"Authority,Year,Trafficked children,Trafficked children missing\nKent,2023,500,55\nHull,2023,460,51\n\
      Bournemouth Christchurch and Poole,2023,40,5\nKent,2024,700,91\nHull,2024,531,69\nDerby,2024,100,10\n\
      Bournemouth Christchurch and Poole,2024,50,<5\nCardiff,2024,60,c\nGlasgow,2024,,4\n",
);

fn cases() -> [Case; 12] {
    let authority = |code: &str| Setting::Authority(AreaCode::read(code));
    [
        (&RETURN, vec![]),
        (&RETURN, vec![authority("E10000016")]),
        (&RETURN, vec![Setting::By(By::Age), Setting::Incidents(Incidents::Either), authority("E06000058")]),
        (&[ANSWERS], vec![]),
        (
            &[ANSWERS],
            vec![
                Setting::Cohort { of: CohortOf::Compare, cohort: Cohort::Unaccompanied },
                authority("E10000016"),
                Setting::Map(MapOf::Answered),
            ],
        ),
        (&[PUBLISHED], vec![]),
        (
            &[PUBLISHED],
            vec![
                authority("E10000016"),
                Setting::ComparedArea(AreaCode::read("E12000008").unwrap()),
                Setting::Limits(Limits::Plain),
            ],
        ),
        (&[PUBLISHED], vec![authority("E09000007"), Setting::Map(MapOf::Answered)]),
        (&[TWO_YEARS], vec![authority("E06000058")]),
        (&RETURN, vec![Setting::Disclosure(Disclosure::Safe), authority("E10000016")]),
        (&[ANSWERS], vec![Setting::Disclosure(Disclosure::SafeTo5), authority("E10000016")]),
        (&[TWO_YEARS], vec![Setting::Disclosure(Disclosure::Safe), authority("E06000058")]),
    ]
}

/// Every part of every case, with its name, except the whole report.
pub(crate) fn parts() -> Vec<(String, Vec<Block>)> {
    made(|part| part != Part::Whole)
}

/// The whole report of every case.
pub(crate) fn wholes() -> Vec<(String, Vec<Block>)> {
    made(|part| part == Part::Whole)
}

fn made(wanted: fn(Part) -> bool) -> Vec<(String, Vec<Block>)> {
    let mut all = Vec::new();
    for (case, (files, chosen)) in cases().into_iter().enumerate() {
        let mut returns = Returns::default();
        for (id, (name, bytes)) in (1..).zip(files) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(bytes);
            returns.add(id, reader.finish());
        }
        let mut settings = Settings::default();
        for setting in chosen {
            settings.apply(setting);
        }
        let report = returns.report(&Query { ..settings.query.clone() });
        for period in &report.periods {
            let context = Context {
                language: English,
                report: &report,
                period: Some(*period),
                settings: &settings,
                returns: None,
                without_books: false,
            };
            for part in Part::ALL.into_iter().filter(|part| wanted(*part) && is_in(*part, &report)) {
                all.push((format!("case {case}, {period}, {part:?}"), blocks(part, context)));
            }
        }
    }
    all
}
