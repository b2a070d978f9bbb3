//! Figures that the Department for Education published, in each layout that it has used.

use std::borrow::Cow;
use std::rc::Rc;

use missing_rows::Record;

use super::answers::{Unknown, who};
use super::notes::Notes;
use super::text::cell_text;
use super::when::{BareYear, period};
use crate::answer::{Answer, Withheld};
use crate::area::{AreaCode, area};
use crate::cohort::{Cohort, Count, Share};
use crate::observation::{Observation, PrintedAggregate, PrintedShare};
use crate::period::{Period, PublishedYears};
use crate::report::{Area, FileKind, Level, Problem, Reason};

/// What one published category is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Category {
    Count(Count),
    Share(Share),
    Average,
    Other,
}

#[derive(Debug)]
enum Layout {
    /// One row a figure: the category in one column, the number in another.
    Long { category: usize, number: usize, name: Rc<str> },
    /// One column a figure.
    Wide(Vec<(usize, Rc<str>, Category)>),
}

/// Reads a published file row by row.
#[derive(Debug)]
pub(super) struct PublishedReader {
    level: usize,
    when: Option<usize>,
    /// Columns with the code and name of an authority, a region, a country.
    authority: (Option<usize>, Option<usize>),
    region: (Option<usize>, Option<usize>),
    country: (Option<usize>, Option<usize>),
    layout: Layout,
    period: Option<Period>,
    found: Figures,
}

/// What a published file says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    pub(crate) observations: Vec<Observation>,
    pub(crate) aggregates: Vec<PrintedAggregate>,
    pub(crate) shares: Vec<PrintedShare>,
    /// Whether a row says its period otherwise than as a bare year: only a bare year can mean two things.
    says_more: bool,
}

impl Figures {
    /// The figures with bare years taken as a person says that they are meant.
    pub(crate) fn meant(&self, years: PublishedYears) -> Cow<'_, Self> {
        if years == PublishedYears::Collection || self.says_more {
            return Cow::Borrowed(self);
        }
        let calendar = |period: &mut Option<Period>| {
            let year = period.and_then(Period::as_collection_year).and_then(Period::calendar_year);
            *period = year.or(*period);
        };
        let mut meant = self.clone();
        meant.observations.iter_mut().for_each(|o| calendar(&mut o.period));
        meant.aggregates.iter_mut().for_each(|a| calendar(&mut a.period));
        meant.shares.iter_mut().for_each(|s| calendar(&mut s.period));
        Cow::Owned(meant)
    }
}

impl PublishedReader {
    /// Recognises a published file by its header row; `None` if it is none.
    pub(super) fn recognise(cells: &[String], period: Option<Period>) -> Option<Result<Self, Problem>> {
        let names: Vec<String> = cells.iter().map(|c| c.trim().to_ascii_lowercase()).collect();
        let at = |wanted: &[&str]| wanted.iter().find_map(|w| names.iter().position(|n| n == w));
        let level = at(&["geographic_level", "geog_l"])?;
        let category = at(&["cla_group", "missing_status", "category", "characteristic"]);
        let number = at(&["number", "value", "count", "headcount"]);
        let layout = if let (Some(category), Some(number)) = (category, number) {
            Layout::Long { category, number, name: Rc::from(cells[number].as_str()) }
        } else {
            let columns =
                names.iter().enumerate().map(|(at, name)| (at, Rc::from(cells[at].as_str()), wide_category(name)));
            let columns: Vec<_> = columns.filter(|(.., category)| *category != Category::Other).collect();
            if columns.is_empty() {
                return Some(Err(Problem::MissingColumns {
                    kind: FileKind::DfePublished,
                    missing: vec!["CLA_group".to_owned(), "number".to_owned()],
                    found: cells.to_vec(),
                }));
            }
            Layout::Wide(columns)
        };
        let old = (at(&["new_geog_code"]), at(&["geog_n"]));
        let or_old = |new: (Option<usize>, Option<usize>)| (new.0.or(old.0), new.1.or(old.1));
        Some(Ok(Self {
            level,
            when: at(&["time_period", "year", "period"]),
            authority: or_old((at(&["new_la_code"]), at(&["la_name"]))),
            region: or_old((at(&["region_code"]), at(&["region_name"]))),
            country: or_old((at(&["country_code"]), at(&["country_name"]))),
            layout,
            period,
            found: Figures::default(),
        }))
    }

    /// Whether rows do not say their period.
    pub(super) fn needs_period(&self) -> bool {
        self.when.is_none()
    }

    pub(super) fn take(&mut self, record: Record<'_>, notes: &mut Notes) {
        let text = |at: Option<usize>| at.map_or(String::new(), |at| cell_text(record.cell(at)).into_owned());
        let when = text(self.when);
        let is_bare = when.is_empty() || when.len() == 4 && when.bytes().all(|b| b.is_ascii_digit());
        self.found.says_more |= !is_bare;
        let when = if when.is_empty() { self.period } else { period(&when, BareYear::Collection) };
        let level = text(Some(self.level)).to_ascii_lowercase();
        let row = record.row;
        let authority = match level.as_str() {
            "local authority" | "la" => match who(&text(self.authority.0), &text(self.authority.1)) {
                Ok(authority) => Some(authority.code),
                Err(unknown) => {
                    let suggestions = if let Unknown::Suggestions(found) = unknown { found } else { Vec::new() };
                    notes.set_aside(Reason::AuthorityNotRecognised);
                    let name = text(self.authority.1);
                    return notes.find_suggesting("authority-not-recognised", row, "", name.as_bytes(), suggestions);
                }
            },
            "regional" | "region" | "national" | "country" => None,
            "" => return notes.set_aside(Reason::EmptyRow),
            _ => return notes.set_aside(Reason::OtherCategory),
        };
        let figures: Vec<(Category, String, String, Rc<str>)> = match &self.layout {
            Layout::Long { category, number, name } => {
                let category = text(Some(*category));
                vec![(long_category(&category), category, text(Some(*number)), Rc::clone(name))]
            }
            Layout::Wide(columns) => columns
                .iter()
                .map(|(at, name, category)| (*category, name.to_string(), text(Some(*at)), Rc::clone(name)))
                .collect(),
        };
        let wide = matches!(self.layout, Layout::Wide(_));
        let mut used = false;
        let mut reason = Reason::OtherCategory;
        for (category, measure, cell, column) in figures {
            let Some(authority) = authority else {
                let regional = matches!(level.as_str(), "regional" | "region");
                let (code, name) = if regional { self.region } else { self.country };
                let level = if regional { Level::Region } else { Level::Nation };
                let code = AreaCode::read(&text(code));
                let area = code.and_then(area).unwrap_or(Area { level, code, name: None });
                let place = text(name);
                self.found.aggregates.push(PrintedAggregate { area, place, period: when, measure, printed: cell });
                reason = Reason::PublishedAggregate;
                continue;
            };
            match category {
                Category::Count(count) => {
                    used = true;
                    let answer = printed(&cell, wide, row, &measure, notes);
                    let cohort = Cohort::All;
                    self.found.observations.push(Observation {
                        authority,
                        period: when,
                        cohort,
                        count,
                        answer,
                        row,
                        column,
                    });
                }
                Category::Share(share) => {
                    reason = Reason::PublishedShare;
                    self.found.shares.push(PrintedShare { authority, period: when, share, printed: cell, row });
                }
                Category::Average => reason = Reason::PublishedShare,
                Category::Other => {}
            }
        }
        if !used {
            notes.set_aside(reason);
        }
    }

    pub(super) fn finish(self) -> Figures {
        self.found
    }
}

/// What a category of a long file counts, whichever words the release uses.
fn long_category(text: &str) -> Category {
    let text = text.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| text.contains(w));
    let away = has(&["away from placement", "away without"]);
    let missing = has(&["missing"]);
    if has(&["average", "mean "]) {
        return if away || missing { Category::Average } else { Category::Other };
    }
    let repeated = has(&["more than once"]);
    let at_end = has(&["at 31 march"]);
    if has(&["percentage", "per cent", "proportion"]) {
        return match (away, missing, repeated, at_end) {
            (true, _, true, _) => Category::Share(Share::AwayMoreThanOnce),
            (true, _, _, true) => Category::Share(Share::AwayAtEnd),
            (true, ..) => Category::Share(Share::Away),
            (_, true, true, _) => Category::Share(Share::MissingMoreThanOnce),
            (_, true, _, true) => Category::Share(Share::MissingAtEnd),
            (_, true, ..) => Category::Share(Share::Missing),
            _ => Category::Other,
        };
    }
    let incidents = has(&["incidents"]) && !has(&["children who"]);
    match (away, missing) {
        (true, _) if repeated => Category::Count(Count::ChildrenAwayMoreThanOnce),
        (true, _) if at_end => Category::Count(Count::ChildrenAwayAtEnd),
        (true, _) if incidents => Category::Count(Count::AwayIncidents),
        (true, _) => Category::Count(Count::ChildrenAway),
        (_, true) if repeated => Category::Count(Count::ChildrenMissingMoreThanOnce),
        (_, true) if at_end => Category::Count(Count::ChildrenMissingAtEnd),
        (_, true) if incidents => Category::Count(Count::MissingIncidents),
        (_, true) => Category::Count(Count::ChildrenMissing),
        _ if has(&["looked after during"]) => Category::Count(Count::Children),
        _ => Category::Other,
    }
}

/// What a column of a wide file counts: `Miss_Miss_DuringYear`, `Miss_Away_Incs`, `CLA_DuringYear`.
fn wide_category(name: &str) -> Category {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    if name.contains("pc") || name.contains("percent") || name.contains("average") {
        return Category::Other;
    }
    let away = name.contains("away");
    let missing = name.contains("missmiss") || name.contains("missing");
    let ends = |ends: &[&str]| ends.iter().any(|e| name.ends_with(e));
    let count = if ends(&["moreonce", "morethanonce"]) {
        [Count::ChildrenMissingMoreThanOnce, Count::ChildrenAwayMoreThanOnce]
    } else if ends(&["31mar", "31march"]) {
        [Count::ChildrenMissingAtEnd, Count::ChildrenAwayAtEnd]
    } else if ends(&["incs", "incidents"]) {
        [Count::MissingIncidents, Count::AwayIncidents]
    } else if ends(&["duringyear", "duringtheyear"]) {
        if !away && !missing && (name.starts_with("cla") || name.contains("lookedafter")) {
            return Category::Count(Count::Children);
        }
        [Count::ChildrenMissing, Count::ChildrenAway]
    } else {
        return Category::Other;
    };
    match (missing, away) {
        (_, true) => Category::Count(count[1]),
        (true, false) => Category::Count(count[0]),
        _ => Category::Other,
    }
}

/// A printed number or symbol. In the older wide files `x` stands for 1 to 5; since then `c` also hides what would give
/// another away, so that it says nothing about the size.
fn printed(cell: &str, wide: bool, row: u64, column: &str, notes: &mut Notes) -> Answer {
    let withheld = |reason| Answer::Withheld { reason };
    match cell.to_ascii_lowercase().as_str() {
        "x" if wide => Answer::Range { lowest: 1, highest: 5 },
        "c" | "k" | "low" | "*" => withheld(Withheld::Suppressed),
        "z" => withheld(Withheld::NotApplicable),
        "x" | ".." | ":" => withheld(Withheld::NotHeld),
        _ => match crate::answer::read(cell) {
            Answer::Withheld { reason: Withheld::NotACount } => {
                notes.find("not-a-count", row, column, cell);
                withheld(Withheld::NotACount)
            }
            Answer::Withheld { reason: Withheld::NotUnderstood } => {
                notes.find("not-understood", row, column, cell);
                withheld(Withheld::NotUnderstood)
            }
            answer => answer,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_are_known_in_every_release() {
        let cases = [
            ("Children looked after during the year", Category::Count(Count::Children)),
            ("Children who had a missing incident during the year", Category::Count(Count::ChildrenMissing)),
            ("Number of missing incidents during the year", Category::Count(Count::MissingIncidents)),
            (
                "Children who went missing more than once during the year",
                Category::Count(Count::ChildrenMissingMoreThanOnce),
            ),
            ("Children missing at 31 March", Category::Count(Count::ChildrenMissingAtEnd)),
            (
                "Children who were away from placement without authorisation during the year",
                Category::Count(Count::ChildrenAway),
            ),
            (
                "Number of away from placement without authorisation incidents during the year",
                Category::Count(Count::AwayIncidents),
            ),
            ("Percentage of children who had a missing incident during the year", Category::Share(Share::Missing)),
            ("Average number of missing incidents per looked after child who went missing", Category::Average),
            ("Children who started to be looked after", Category::Other),
        ];
        for (text, category) in cases {
            assert_eq!(long_category(text), category, "{text}");
        }
        let cases = [
            ("miss_miss_duringyear", Category::Count(Count::ChildrenMissing)),
            ("miss_miss_incs", Category::Count(Count::MissingIncidents)),
            ("miss_away_moreonce", Category::Count(Count::ChildrenAwayMoreThanOnce)),
            ("miss_away_31mar", Category::Count(Count::ChildrenAwayAtEnd)),
            ("cla_duringyear", Category::Count(Count::Children)),
            ("la_order", Category::Other),
        ];
        for (name, category) in cases {
            assert_eq!(wide_category(name), category, "{name}");
        }
    }
}
