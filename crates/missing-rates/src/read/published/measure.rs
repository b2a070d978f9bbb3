//! What one published category or column counts. Every word of it must be known. A category about fewer children, other
//! children or other days has a word that is not known.

use crate::cohort::{Count, Share};
use crate::period::Period;

/// What one published category is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    Count(Count),
    Share(Share),
    Average,
    Other,
}

/// The words that make up the names of the categories that are read.
const WORDS: &[&str] = &[
    "a",
    "after",
    "all",
    "an",
    "at",
    "authorisation",
    "average",
    "away",
    "been",
    "cent",
    "child",
    "children",
    "cla",
    "during",
    "ending",
    "from",
    "had",
    "have",
    "having",
    "incident",
    "incidents",
    "in",
    "looked",
    "march",
    "mean",
    "missing",
    "more",
    "number",
    "of",
    "on",
    "once",
    "per",
    "percentage",
    "placement",
    "placements",
    "proportion",
    "than",
    "the",
    "their",
    "those",
    "total",
    "was",
    "went",
    "were",
    "who",
    "with",
    "without",
    "year",
    "31",
];

/// What a category of a long file counts, whichever words the release uses.
pub(super) fn of_category(text: &str) -> Measure {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
    if words.iter().any(|word| !WORDS.contains(word) && !is_year(word)) {
        return Measure::Other;
    }
    let joined = words.join(" ");
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| joined.contains(phrase));
    let away = has(&["away from placement", "away without", "away incident"]);
    let missing = has(&["missing"]);
    if has(&["average", "mean "]) {
        return if away || missing { Measure::Average } else { Measure::Other };
    }
    // `More than` anything but once counts only a part of them.
    if has(&["more"]) && !has(&["more than once"]) {
        return Measure::Other;
    }
    let repeated = has(&["more than once"]);
    let at_end = has(&["at 31 march", "on 31 march"]);
    if has(&["percentage", "per cent", "proportion"]) {
        return match (away, missing, repeated, at_end) {
            (true, _, true, _) => Measure::Share(Share::AwayMoreThanOnce),
            (true, _, _, true) => Measure::Share(Share::AwayAtEnd),
            (true, ..) => Measure::Share(Share::Away),
            (_, true, true, _) => Measure::Share(Share::MissingMoreThanOnce),
            (_, true, _, true) => Measure::Share(Share::MissingAtEnd),
            (_, true, ..) => Measure::Share(Share::Missing),
            _ => Measure::Other,
        };
    }
    let incidents = has(&["incidents"]) && !has(&["children who"]);
    match (away, missing) {
        (true, _) if repeated => Measure::Count(Count::ChildrenAwayMoreThanOnce),
        (true, _) if at_end => Measure::Count(Count::ChildrenAwayAtEnd),
        (true, _) if incidents => Measure::Count(Count::AwayIncidents),
        (true, _) => Measure::Count(Count::ChildrenAway),
        (_, true) if repeated => Measure::Count(Count::ChildrenMissingMoreThanOnce),
        (_, true) if at_end => Measure::Count(Count::ChildrenMissingAtEnd),
        (_, true) if incidents => Measure::Count(Count::MissingIncidents),
        (_, true) => Measure::Count(Count::ChildrenMissing),
        _ if has(&["looked after during"]) && !repeated && !at_end => Measure::Count(Count::Children),
        _ => Measure::Other,
    }
}

/// What comes before the end of a wide column's name that says what is counted: missing or away.
const MISSING: [&str; 4] = ["missmiss", "clamiss", "clamissing", "missing"];
const AWAY: [&str; 3] = ["missaway", "claaway", "away"];
/// The names that the column of all children has had.
const CHILDREN: [&str; 4] = ["cla", "claduringyear", "claduringtheyear", "childrenlookedafterduringtheyear"];

/// Whether only the year in the name identifies a column of all children: `CLA_2017`. The Department says that it is
/// about the year, and that `CLA_stp2017` beside it holds only the children under short breaks.
pub(super) fn is_by_year(name: &str) -> bool {
    name.to_ascii_lowercase().strip_prefix("cla_").is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()))
}

/// What a column of a wide file counts, and the year in its name: `Miss_Miss_DuringYear`, `CLA_MissIncs`,
/// `CLA_Away31Mar`, `CLA_2015`. Never `CLA_Mar2015` or `CLA_Miss`, which are about one day.
pub(super) fn of_column(name: &str) -> (Measure, Option<Period>) {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let (bare, year) = match plain.len().checked_sub(4).and_then(|at| plain.split_at_checked(at)) {
        Some((bare, digits)) if digits.starts_with("20") && digits.bytes().all(|b| b.is_ascii_digit()) => {
            (bare, digits.parse().ok().and_then(Period::collection_year))
        }
        _ => (plain.as_str(), None),
    };
    // Only the year, or words, distinguish the column of all children of a year from other columns.
    if CHILDREN.contains(&bare) && (bare != "cla" || year.is_some()) {
        return (Measure::Count(Count::Children), year);
    }
    let counts = |before: &[&str], counts: [Count; 4]| {
        let mut rest = before.iter().filter_map(|before| bare.strip_prefix(before));
        rest.find_map(|rest| match rest {
            "duringyear" | "duringtheyear" => Some(counts[0]),
            "incs" | "incidents" => Some(counts[1]),
            "moreonce" | "morethanonce" => Some(counts[2]),
            "31mar" | "31march" => Some(counts[3]),
            _ => None,
        })
    };
    let missing = [
        Count::ChildrenMissing,
        Count::MissingIncidents,
        Count::ChildrenMissingMoreThanOnce,
        Count::ChildrenMissingAtEnd,
    ];
    let away = [Count::ChildrenAway, Count::AwayIncidents, Count::ChildrenAwayMoreThanOnce, Count::ChildrenAwayAtEnd];
    let count = counts(&MISSING, missing).or_else(|| counts(&AWAY, away));
    (count.map_or(Measure::Other, Measure::Count), year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_are_known_in_every_release() {
        for (text, measure) in [
            ("Children looked after during the year", Measure::Count(Count::Children)),
            ("Children who had a missing incident during the year", Measure::Count(Count::ChildrenMissing)),
            ("Number of missing incidents during the year", Measure::Count(Count::MissingIncidents)),
            (
                "Children who went missing more than once during the year",
                Measure::Count(Count::ChildrenMissingMoreThanOnce),
            ),
            ("Children missing at 31 March", Measure::Count(Count::ChildrenMissingAtEnd)),
            (
                "Children who were away from placement without authorisation during the year",
                Measure::Count(Count::ChildrenAway),
            ),
            (
                "Number of away from placement without authorisation incidents during the year",
                Measure::Count(Count::AwayIncidents),
            ),
            ("Percentage of children who had a missing incident during the year", Measure::Share(Share::Missing)),
            ("Average number of missing incidents per looked after child who went missing", Measure::Average),
        ] {
            assert_eq!(of_category(text), measure, "{text}");
        }
        for other in [
            "Children who started to be looked after",
            "Children starting to be looked after each year",
            "Children who ceased to be looked after during the year",
            "Children looked after at 31 March",
            "Children looked after at 31 March missing for more than 24 hours",
            "Children who were missing for more than 24 hours",
            "Children who did not go missing during the year",
            "Children missing education",
            "Unaccompanied asylum-seeking children who were missing",
            "Girls who had a missing incident during the year",
            "Children aged 16 to 17 who had a missing incident during the year",
            "Children who were only looked after exclusively under a series of short term placements",
            "Children looked after during the year under a series of short-term placements",
            "Care leavers missing",
            "Children looked after during the year who went on holiday",
            "Rate of missing incidents per 10,000 children",
            "",
        ] {
            assert_eq!(of_category(other), Measure::Other, "{other}");
        }
    }

    #[test]
    fn columns_are_known_in_every_release() {
        let year = |year: i32| Period::collection_year(year);
        for (name, count, period) in [
            ("Miss_Miss_DuringYear", Count::ChildrenMissing, None),
            ("Miss_Miss_Incs", Count::MissingIncidents, None),
            ("Miss_Miss_MoreOnce", Count::ChildrenMissingMoreThanOnce, None),
            ("Miss_Miss_31Mar", Count::ChildrenMissingAtEnd, None),
            ("Miss_Away_DuringYear", Count::ChildrenAway, None),
            ("Miss_Away_31Mar", Count::ChildrenAwayAtEnd, None),
            ("CLA_MissDuringYear", Count::ChildrenMissing, None),
            ("CLA_MissIncs", Count::MissingIncidents, None),
            ("CLA_MissMoreOnce", Count::ChildrenMissingMoreThanOnce, None),
            ("CLA_Miss31Mar", Count::ChildrenMissingAtEnd, None),
            ("CLA_Miss31Mar2016", Count::ChildrenMissingAtEnd, year(2016)),
            ("CLA_AwayDuringYear", Count::ChildrenAway, None),
            ("CLA_AwayIncs", Count::AwayIncidents, None),
            ("CLA_AwayMoreOnce", Count::ChildrenAwayMoreThanOnce, None),
            ("CLA_Away31Mar", Count::ChildrenAwayAtEnd, None),
            ("CLA_2015", Count::Children, year(2015)),
            ("cla_2017", Count::Children, year(2017)),
            ("CLA_DuringYear", Count::Children, None),
        ] {
            assert_eq!(of_column(name), (Measure::Count(count), period), "{name}");
        }
        for other in [
            "CLA",
            "CLA_Mar2015",
            "CLA_stp2015",
            "CLA_Miss",
            "CLA_started2015",
            "CLA_taken2015",
            "CLA_cease",
            "CLA_male",
            "CLA_UASC",
            "CLA_12mths",
            "SCLA_male",
            "CLA_convicted",
            "CLA_MissDuringYear_pc",
            "CLA_Miss_pc",
            "CLA_10to15",
            "CLA_16over",
            "Miss_Miss",
            "LA_order",
            "geog_c",
            "CL_2015",
            "All_aged1920",
            "",
        ] {
            assert_eq!(of_column(other).0, Measure::Other, "{other}");
        }
    }
}
