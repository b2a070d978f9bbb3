//! The answers as a reply: plain text that can be pasted into a letter or an e-mail.

use std::fmt::Write;

use crate::area::AreaCode;
use crate::cohort::Cohort;
use crate::group::Group;
use crate::period::{Day, Period};
use crate::report::{Disclosure, Rounding};
use crate::report::{
    Foi, FoiAnswer, FoiCount, FoiNeed, FoiYear, Incidents, Length, Level, Module, NotHeld, OnList, Report, Shown,
};

impl Report {
    /// The answers to a freedom-of-information request of a return, or of an authority, by its code, where there are
    /// several; without a code those of all together. `None` without a return.
    pub fn foi_of(&self, authority: Option<AreaCode>) -> Option<&Foi> {
        let own = || self.foi_by_authority.iter().find(|foi| foi.area.code == authority);
        authority.and_then(|_| own()).or(self.foi.as_ref()).or(self.foi_by_authority.first())
    }

    /// Every answer to a freedom-of-information request: of all authorities together, then of each.
    pub fn every_foi(&self) -> impl Iterator<Item = &Foi> {
        self.foi.iter().chain(&self.foi_by_authority)
    }

    /// The answers to a freedom-of-information request for all calendar years, as a reply in words, and below it what the
    /// figures rest on; of several authorities of all together, then of each. `None` without a return.
    pub fn foi_text(&self) -> Option<String> {
        let replies: Vec<String> = self.every_foi().map(|foi| foi.text(None)).collect();
        (!replies.is_empty()).then(|| self.with_provenance(replies.join("\n")))
    }

    /// The same of one return, or of one authority, for one calendar year.
    pub fn foi_text_of(&self, foi: &Foi, year: i32) -> String {
        self.with_provenance(foi.text(Some(year)))
    }

    /// The answers for all calendar years as CSV; of several authorities of all together, then of each. `None` without a
    /// return.
    pub fn foi_csv(&self) -> Option<String> {
        let mut all = self.every_foi();
        let mut text = all.next()?.to_csv(None);
        for foi in all {
            text.push_str(foi.to_csv(None).split_once("\r\n").map_or("", |(_, rows)| rows));
        }
        Some(self.resting_on(text))
    }

    fn with_provenance(&self, mut out: String) -> String {
        out.push_str("\nHow the figures were worked out\n");
        for (name, said) in self.provenance().into_iter().filter(|(name, _)| *name != "period") {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "- {}: {}", capital(name), said.replace(['\r', '\n'], " "));
        }
        out
    }
}

impl Foi {
    /// The answers for one calendar year, or for all, as a reply in words.
    pub(crate) fn text(&self, year: Option<i32>) -> String {
        let mut out = String::new();
        for of_year in self.years.iter().filter(|of_year| year.is_none_or(|year| of_year.year == year)) {
            // Writing to a String cannot fail.
            let _ = self.write_year(&mut out, of_year);
        }
        out
    }

    fn write_year(&self, out: &mut String, year: &FoiYear) -> std::fmt::Result {
        if !out.is_empty() {
            writeln!(out)?;
        }
        writeln!(out, "Looked-after children who went missing, {}", year.year)?;
        match self.area.name {
            Some(name) if self.area.level < Level::Authority => {
                writeln!(out, "{name}: all authorities in the files together")?;
            }
            Some(name) => writeln!(out, "{name}")?,
            None => {}
        }
        writeln!(out)?;
        if Period::calendar_year(year.year) == Some(year.period) && year.uncovered.is_empty() {
            writeln!(out, "These figures are about {}.", days(year.period))?;
        } else {
            writeln!(out, "These figures are about a part of {}: {}.", year.year, days(year.period))?;
            let uncovered: Vec<String> = year.uncovered.iter().map(|period| days(*period)).collect();
            writeln!(out, "The returns that they rest on do not cover {}.", uncovered.join(" and "))?;
        }
        let mut last = None;
        for answer in &year.answers {
            let number = answer.question.get(..1);
            if number != last {
                last = number;
                writeln!(out, "\n{}", heading(answer, year))?;
            }
            match answer.code {
                // One line for the three: missing, absent, either.
                Some(Incidents::Away | Incidents::Either) => {}
                _ => writeln!(out, "{}", line(answer, &year.answers))?,
            }
        }
        writeln!(out, "\nWhat the figures mean")?;
        for definition in definitions(self.disclosure, year) {
            writeln!(out, "- {definition}")?;
        }
        Ok(())
    }
}

fn heading(answer: &FoiAnswer, year: &FoiYear) -> String {
    match answer.question.get(..1) {
        Some("1") => "1. Looked-after children".to_owned(),
        Some("2") => "2. Of these children, those who went missing or were absent, each child once".to_owned(),
        Some("3") => "3. Incidents of going missing or being absent".to_owned(),
        Some("4") => {
            format!(
                "4. Children not found by {}, including those who turned 18 before they were found",
                day(year.period.end())
            )
        }
        _ => "5. By sex, and by how long incidents lasted".to_owned(),
    }
}

/// One line of the reply: what is counted, and how many.
fn line(answer: &FoiAnswer, all: &[FoiAnswer]) -> String {
    let what = what(answer);
    if let Some(reason) = answer.not_held {
        return format!("{what}: {}", not_held(reason, &answer.needs));
    }
    let Some(code) = answer.code else { return format!("{what}: {}", count(answer)) };
    let key = |a: &FoiAnswer| (a.question, a.cohort, a.measure, a.sex, a.length);
    let of = |code| all.iter().find(|other| key(other) == key(answer) && other.code == Some(code)).map(count);
    debug_assert_eq!(code, Incidents::Missing);
    let [missing, away, either] = Incidents::ALL.map(|code| of(code).unwrap_or_default());
    let together = if answer.measure == FoiCount::Incidents { "together" } else { "either" };
    format!("{what}: missing {missing}; absent {away}; {together} {either}")
}

fn count(answer: &FoiAnswer) -> String {
    answer.count.map_or_else(String::new, |count| count.to_string())
}

fn what(answer: &FoiAnswer) -> String {
    let letter = answer.question.get(1..).filter(|letter| !letter.is_empty());
    let who = match (answer.cohort, answer.on_list) {
        (Cohort::Trafficked, Some(OnList::Confirmed)) => "identified as trafficked",
        (Cohort::Trafficked, Some(OnList::Suspected)) => "suspected of being trafficked, and not in (a)",
        (Cohort::Trafficked, Some(OnList::Unstated)) => {
            "trafficked or suspected, not recorded which; in neither (a) nor (b)"
        }
        (Cohort::Trafficked, None) => "trafficked or suspected",
        (Cohort::Unaccompanied, _) => "unaccompanied",
        (Cohort::TraffickedAndUnaccompanied, _) => "both unaccompanied and in (a) or (b)",
        (Cohort::All, _) => "all",
    };
    let who = letter.map_or_else(|| who.to_owned(), |letter| format!("({letter}) {who}"));
    let who = if letter.is_some() { who } else { capital(&who) };
    match (answer.sex, answer.length, answer.measure) {
        (Some(sex), _, FoiCount::Children) => format!("{who}, {}, children", self::sex(sex)),
        (Some(sex), ..) => format!("{who}, {}, children who went missing or were absent", self::sex(sex)),
        (_, Some(length), _) => format!("{who}, incidents, {}", self::length(length)),
        (None, None, FoiCount::Children) if answer.question == "5" => format!("{who}, by sex"),
        _ => who,
    }
}

fn sex(sex: Group) -> &'static str {
    match sex {
        Group::Male => "male",
        Group::Female => "female",
        _ => "sex not recorded",
    }
}

fn length(length: Length) -> &'static str {
    match length {
        Length::SameDay => "back on the same day",
        Length::OneDay => "back on the next day",
        Length::From2Days => "2 to 3 days",
        Length::From4Days => "4 to 7 days",
        Length::From8Days => "8 to 28 days",
        Length::Over28Days => "over 28 days",
        Length::Open => "no end recorded",
    }
}

/// Why a number is not held, and which files of which years would answer.
fn not_held(reason: NotHeld, needs: &[FoiNeed]) -> String {
    let module = match reason {
        NotHeld::NoList => return "not held in this return".to_owned(),
        NotHeld::NoSex => return "not held: no file that was used records sex".to_owned(),
        NotHeld::NoUasc => (Module::Uasc, "UASC"),
        NotHeld::NoMissing => (Module::Missing, "Missing"),
        NotHeld::NoEpisodes => (Module::Episodes, "Episodes"),
    };
    let years = needs.iter().filter(|need| need.module == module.0).filter_map(|need| need.year);
    let years: Vec<String> = years.map(|year| format!("31 March {year}")).collect();
    let of = if years.is_empty() { String::new() } else { format!(" for the year ending {}", years.join(" and ")) };
    format!("not held: no {} file{of} covers these days", module.1)
}

/// What the figures mean, and how they were made safe.
fn definitions(disclosure: Disclosure, year: &FoiYear) -> Vec<String> {
    let list = year.answers.iter().all(|answer| answer.not_held != Some(NotHeld::NoList));
    let mut definitions = [
        "Source: the authority's SSDA903 return on looked-after children.",
        "A child is counted who was looked after on any day of the period. Children looked after under a series of short \
         breaks alone (legal status V3 or V4) are not.",
        if list {
            "Trafficked: children on the authority's own list, as confirmed or as suspected. The SSDA903 return does not \
             record trafficking."
        } else {
            "The SSDA903 return does not record trafficking."
        },
        "Unaccompanied: children in the UASC file of the return, on any day of the period until that status ceased.",
        "Missing: their whereabouts were not known (code M). Absent: away from placement without authorisation, and it was \
         known where (code A). The two are kept apart. A child who was both is in each, and once in either.",
        "An incident is counted if any day of it lies in the period, one that began before included. Its length is the \
         number of days from its first to its last, also where some lie outside the period.",
        "Not found: still missing or absent when the period ended; or missing or absent until the day on which they turned \
         18 and care ended (reason E8).",
    ]
    .map(str::to_owned)
    .to_vec();
    if disclosure.is_safe() {
        definitions.push(
            "c: a number from 1 to 5, or one from which such a number could be worked out. It is withheld so that no child \
             can be identified."
                .to_owned(),
        );
        if year.answers.iter().any(|answer| answer.count == Some(Shown::NotAvailable)) {
            definitions.push(
                "x: left out with its whole table, or with all figures of its kind, because too few children are counted. It \
                 may be zero."
                    .to_owned(),
            );
        }
        definitions.push(
            "Publish one reply: another setting, another period or another release of the same files, put beside this one, \
             can show what each of them hides."
                .to_owned(),
        );
    }
    if disclosure.rounding() != Rounding::None {
        definitions.push(format!("Numbers are rounded to {}.", disclosure.rounding().unit()));
    }
    definitions
}

fn days(period: Period) -> String {
    format!("{} to {}", day(period.start()), day(period.end()))
}

fn day(day: Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, day) = day.ymd();
    let month = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    format!("{day} {month} {year}")
}

/// A line's beginning; what it is used on begins with a letter of ASCII.
fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
