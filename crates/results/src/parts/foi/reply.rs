//! The answers as a reply: plain text that can be pasted into a letter or an e-mail.

use missing_rates::cohort::Cohort;
use missing_rates::group::Group;
use missing_rates::period::Period;
use missing_rates::report::{
    Foi, FoiAnswer, FoiCount, FoiNeed, FoiYear, Incidents, Length, Level, Module, NotHeld, OnList, Provenance, Report,
    Rounding, Shown,
};
use words::{Language, Text};

use super::super::coverage::{undecided, unused, why};

/// The answers to a freedom-of-information request for all calendar years, fit to be sent.
/// With several authorities, all together come first, then each. `None` without a return.
pub fn reply(language: Language, report: &Report) -> Option<String> {
    let mut lines: Vec<Text> = Vec::new();
    let undecided = undecided(language, report);
    for foi in report.every_foi() {
        for year in &foi.years {
            write_year((language, undecided.as_deref()), report, &mut lines, (foi, year));
        }
    }
    (!lines.is_empty()).then(|| text(&lines))
}

/// The reply for one return, or for one authority, and one calendar year.
pub(super) fn of_year(language: Language, report: &Report, foi: &Foi, year: i32) -> String {
    let mut lines: Vec<Text> = Vec::new();
    let undecided = undecided(language, report);
    for of_year in foi.years.iter().filter(|of_year| of_year.year == year) {
        write_year((language, undecided.as_deref()), report, &mut lines, (foi, of_year));
    }
    text(&lines)
}

/// How the figures were made, for the sender's own record: a letter says nothing of it.
pub(super) fn record(language: Language, report: &Report) -> Vec<Text> {
    let provenance = report.provenance();
    let of_figures = provenance.iter().filter(|of| !matches!(of, Provenance::Period(_)));
    let line = |of: &Provenance<'_>| {
        let (name, said) = language.provenance(of);
        [name, ": ", &said].concat().into()
    };
    of_figures.map(line).collect()
}

fn text(lines: &[Text]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

/// Writes the answers for a year. `undecided` has the wordings of a list about which a person has to decide first.
fn write_year(
    (language, undecided): (Language, Option<&str>),
    report: &Report,
    lines: &mut Vec<Text>,
    (foi, year): (&Foi, &FoiYear),
) {
    if !lines.is_empty() {
        lines.push(Text::default());
    }
    let name = year.year.to_string();
    lines.push(language.foi_reply_title(&name));
    lines.extend(foi.area.name.map(|area| match foi.area.level {
        Level::Return | Level::Authority => area.into(),
        _ => language.foi_reply_together(area),
    }));
    lines.push(Text::default());
    let days = language.range(year.period);
    if Period::calendar_year(year.year) == Some(year.period) && year.uncovered.is_empty() {
        lines.push(language.foi_reply_whole(&days));
    } else {
        lines.push(words::FoiReplyPart { days: &days, year: &name }.text(language));
        lines.extend(uncovered(language, year).map(|days| language.foi_reply_uncovered(&days)));
    }
    lines.extend(year.doubts.iter().map(|doubt| language.foi_reply_note(language.foi_doubt(*doubt))));
    let mut last = None;
    for answer in &year.answers {
        let number = answer.question.get(..1);
        if number != last {
            last = number;
            lines.extend([Text::default(), heading(language, answer, year)]);
        }
        match answer.code {
            // There is one line for all three: missing, absent, either.
            Some(Incidents::Away | Incidents::Either) => {}
            _ => lines.push(line((language, undecided), report, answer, &year.answers)),
        }
    }
    lines.extend([Text::default(), language.foi_reply_meaning().into()]);
    lines.extend(definitions(language, foi, year).into_iter().map(|text| ["- ", &text].concat().into()));
}

/// The days of the year that no return covers.
pub(super) fn uncovered(language: Language, year: &FoiYear) -> Option<Text> {
    let days = year.uncovered.iter().map(|period| language.range(*period));
    days.reduce(|first, second| words::FoiUncoveredAnd { first: &first, second: &second }.text(language))
}

fn heading(language: Language, answer: &FoiAnswer, year: &FoiYear) -> Text {
    match answer.question.get(..1) {
        Some("1") => language.foi_children_heading().into(),
        Some("2") => language.foi_reply_missing_heading().into(),
        Some("3") => language.foi_reply_incidents_heading().into(),
        Some("4") => language.foi_reply_not_found_heading(&language.day(year.period.end())),
        _ => language.foi_reply_groups_heading().into(),
    }
}

/// One line of the reply: what is counted, and the count.
fn line(
    (language, undecided): (Language, Option<&str>),
    report: &Report,
    answer: &FoiAnswer,
    all: &[FoiAnswer],
) -> Text {
    let what: &str = &what(language, answer);
    if let Some(reason) = answer.not_held {
        let answer = not_held((language, undecided), report, reason, &answer.needs);
        return words::FoiReplyLine { answer: &answer, what }.text(language);
    }
    if answer.code.is_none() {
        return words::FoiReplyLine { answer: &count(language, answer), what }.text(language);
    }
    let key = |a: &FoiAnswer| (a.question, a.cohort, a.measure, a.sex, a.length);
    let of = |code| all.iter().find(|other| key(other) == key(answer) && other.code == Some(code));
    let [missing, absent, either] =
        Incidents::ALL.map(|code| of(code).map_or_else(Text::default, |answer| count(language, answer)));
    let (missing, absent, either) = (missing.as_str(), absent.as_str(), either.as_str());
    let counts = if answer.measure == FoiCount::Incidents {
        words::FoiReplyIncidents { absent, missing, together: either }.text(language)
    } else {
        words::FoiReplyChildren { absent, either, missing }.text(language)
    };
    words::FoiReplyLine { answer: &counts, what }.text(language)
}

fn count(language: Language, answer: &FoiAnswer) -> Text {
    match answer.count {
        Some(count) if answer.at_least => language.foi_at_least(&language.shown(count)),
        None => Text::default(),
        Some(Shown::NotAvailable) => language.not_available_symbol().into(),
        Some(count) => language.shown(count),
    }
}

fn what(language: Language, answer: &FoiAnswer) -> Text {
    let who = match (answer.cohort, answer.on_list) {
        (Cohort::Trafficked, Some(OnList::Confirmed)) => language.foi_reply_confirmed(),
        (Cohort::Trafficked, Some(OnList::Suspected)) => language.foi_reply_suspected(),
        (Cohort::Trafficked, Some(OnList::Unstated)) => language.foi_reply_unstated(),
        (Cohort::Trafficked, None) => language.foi_reply_trafficked(),
        (Cohort::Unaccompanied, _) => language.foi_reply_unaccompanied(),
        (Cohort::TraffickedAndUnaccompanied, _) => language.foi_reply_both(),
        (Cohort::All, _) => language.foi_reply_all(),
    };
    let who = match answer.question.get(1..).filter(|letter| !letter.is_empty()) {
        Some(letter) => words::FoiReplyLetter { letter, who }.text(language),
        None => language.capital(who),
    };
    match (answer.sex, answer.length, answer.measure) {
        (Some(sex), _, FoiCount::Children) => {
            words::FoiReplySex { sex: self::sex(language, sex), who: &who }.text(language)
        }
        (Some(sex), ..) => words::FoiReplySexMissing { sex: self::sex(language, sex), who: &who }.text(language),
        (_, Some(length), _) => {
            words::FoiReplyLength { length: &language.lower(self::length(language, length)), who: &who }.text(language)
        }
        (None, None, FoiCount::Children) if answer.question == "5" => language.foi_reply_by_sex(&who),
        _ => who,
    }
}

fn sex(language: Language, sex: Group) -> &'static str {
    match sex {
        Group::Male => language.foi_male(),
        Group::Female => language.foi_female(),
        _ => language.foi_sex_not_known(),
    }
}

fn length(language: Language, length: Length) -> &'static str {
    match length {
        Length::SameDay => language.foi_reply_same_day(),
        Length::OneDay => language.foi_reply_next_day(),
        Length::Open => language.foi_reply_open(),
        other => language.length(other),
    }
}

/// Why a number is not held, and which files of which years would give it.
fn not_held(
    (language, undecided): (Language, Option<&str>),
    report: &Report,
    reason: NotHeld,
    needs: &[FoiNeed],
) -> Text {
    let module = match reason {
        NotHeld::ListUndecided => {
            return match undecided {
                Some(wordings) => language.foi_reply_list_undecided_wordings(wordings),
                None => language.foi_reply_list_undecided().into(),
            };
        }
        NotHeld::ListContradicted => return language.foi_reply_list_differs().into(),
        NotHeld::NoList => return language.foi_reply_no_list().into(),
        NotHeld::ListOfAnotherYear => {
            let years = years_of(language, needs, Module::List);
            return years.map_or(language.foi_reply_list_other_year().into(), |years| {
                language.foi_reply_list_other_years(&years)
            });
        }
        NotHeld::NotRecorded => return language.foi_reply_not_recorded().into(),
        NotHeld::NoDateOfBirth => return language.foi_reply_no_date_of_birth().into(),
        NotHeld::IdentifiersDiffer => return language.foi_reply_identifiers_differ().into(),
        NotHeld::UascContradicted => return language.foi_reply_contradicted().into(),
        NotHeld::NoUasc => Module::Uasc,
        NotHeld::NoMissing => Module::Missing,
        NotHeld::NoEpisodes => Module::Episodes,
        NotHeld::NoSex => Module::Header,
    };
    let years = needs.iter().filter(|need| need.module == module).filter_map(|need| need.year);
    // The file is there. What is held in it is another question.
    let given = years.clone().find_map(|year| unused(report, module, Some(year)));
    if let Some(given) = given.filter(|_| reason != NotHeld::NoSex) {
        let said = language.foi_reply_not_used(language.module(module));
        let Some(why) = why(language, report, given) else { return said };
        return words::FoiReplyNotUsedWhy { said: &said, why: why.trim_end_matches('.') }.text(language);
    }
    match years_of(language, needs, module) {
        Some(years) if reason == NotHeld::NoSex => language.foi_reply_no_sex_years(&years),
        None if reason == NotHeld::NoSex => language.foi_reply_no_sex().into(),
        Some(years) => words::FoiReplyNoFileYears { module: language.module(module), years: &years }.text(language),
        None => language.foi_reply_no_file(language.module(module)),
    }
}

/// The collection years of which a module is needed.
fn years_of(language: Language, needs: &[FoiNeed], module: Module) -> Option<Text> {
    let years = needs.iter().filter(|need| need.module == module).filter_map(|need| need.year);
    let years = years.map(|year| language.period_collection_year(&year.to_string()));
    years.reduce(|first, last| words::FoiUncoveredAnd { first: &first, second: &last }.text(language))
}

/// What the figures mean, and how they were made safe.
fn definitions(language: Language, foi: &Foi, year: &FoiYear) -> Vec<Text> {
    let no_list = [Some(NotHeld::NoList), Some(NotHeld::ListOfAnotherYear)];
    let has_list = year.answers.iter().all(|answer| !no_list.contains(&answer.not_held));
    let mut definitions: Vec<Text> = [
        language.foi_meaning_source(),
        language.foi_meaning_children(),
        if has_list { language.foi_meaning_list() } else { language.foi_meaning_no_list() },
        language.foi_meaning_unaccompanied(),
        language.foi_meaning_missing(),
        language.foi_meaning_incident(),
        language.foi_meaning_not_found(),
    ]
    .map(Text::from)
    .to_vec();
    if foi.disclosure.is_safe() {
        let shows = |symbol| year.answers.iter().any(|answer| answer.count == Some(symbol));
        let meanings = [
            (Shown::Confidential, language.foi_meaning_hidden()),
            (Shown::NotAvailable, language.foi_meaning_left_out()),
        ];
        definitions.extend(meanings.into_iter().filter(|(symbol, _)| shows(*symbol)).map(|(_, said)| said.into()));
    } else {
        definitions.push(language.foi_meaning_exact().into());
    }
    if foi.disclosure.rounding() != Rounding::None {
        definitions.push(language.foi_meaning_rounded(&foi.disclosure.rounding().unit().to_string()));
    }
    definitions
}
