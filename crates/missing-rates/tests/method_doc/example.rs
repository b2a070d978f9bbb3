//! One worked example: `wilson(65, 100) = 0.552544 to 0.736358`.

use std::collections::BTreeMap;
use std::str::FromStr;

use missing_rates::published::{HIDDEN_TO, average_as_printed, percent_as_printed};
use missing_rates::rates::{
    BYAR_FROM, FUNNEL_AT_LEAST, Moved, WINSORISED_TENTHS, Z_95, Z_998, average_text, events_per, newcombe,
    percent_text, poisson, relative_change, relative_change_of_share, share_moved, wilson,
};
use missing_rates::report::Rounding;
use missing_rates::safe::{ABLE_TO_BE, FEW};
use missing_rates::{PublishedYears, Query, Returns};

use super::query;
use crate::support;

/// What is in formulas and is not a variable.
pub(crate) const CONSTANTS: [&str; 8] =
    ["z_95", "z_998", "byar_from", "winsorised_tenths", "funnel_at_least", "few", "able_to_be", "published_hidden_to"];

/// What an example comes to, piece by piece.
pub(crate) enum Piece {
    /// Equal if it is what is written once it is rounded to as many decimals.
    Number(f64),
    /// Equal if it is what is written.
    Text(String),
}

/// The reports that examples ask about, each calculated once.
pub(crate) struct Reports<'a> {
    files: &'a [(&'a str, String)],
    known: BTreeMap<String, serde_json::Value>,
}

/// Whether an example holds; else what is wrong.
pub(crate) fn check(line: &str, reports: &mut Reports<'_>) -> Result<(), String> {
    let (left, right) = line.split_once(" = ").ok_or_else(|| format!("no result: {line}"))?;
    let pieces = calculate(left, reports).map_err(|why| format!("{why}: {line}"))?;
    let written: Vec<&str> = right.split(" to ").flat_map(|part| part.split(", ")).collect();
    let fits = |(piece, text): (&Piece, &&str)| match piece {
        Piece::Text(piece) => piece == text,
        Piece::Number(number) => {
            let decimals = text.split_once('.').map_or(0, |(_, part)| part.len());
            let written = text.replace(',', "").parse::<f64>();
            // Half of the last decimal, and what a float cannot hold.
            let near = 0.5 * 0.1f64.powi(i32::try_from(decimals).unwrap()) + 1e-11;
            written.is_ok_and(|written| (written - number).abs() <= near)
        }
    };
    if pieces.len() == written.len() && pieces.iter().zip(&written).all(fits) {
        return Ok(());
    }
    let said: Vec<String> = pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Number(number) => number.to_string(),
            Piece::Text(text) => text,
        })
        .collect();
    Err(format!("{line}: it is {}", said.join(" to ")))
}

fn calculate(left: &str, reports: &mut Reports<'_>) -> Result<Vec<Piece>, String> {
    let (name, rest) = left.split_once('(').ok_or("no function")?;
    let (inside, path) = rest.split_once(')').ok_or("no bracket")?;
    let all: Vec<&str> = inside.split(", ").collect();
    if name == "report" {
        return Ok(vec![query::find(reports.of(&all)?, path)?]);
    }
    if !path.is_empty() {
        return Err("something behind the bracket".to_owned());
    }
    function(name, &all)
}

fn function(name: &str, all: &[&str]) -> Result<Vec<Piece>, String> {
    let none = || "no value".to_owned();
    let ends = |(lower, upper): (f64, f64)| vec![Piece::Number(lower), Piece::Number(upper)];
    let text = |text: Option<String>| Ok(vec![Piece::Text(text.ok_or_else(none)?)]);
    match (name, all) {
        ("constant", [name]) => constant(name),
        ("wilson", [x, n]) => Ok(ends(wilson(number(x)?, number(n)?, Z_95).ok_or_else(none)?)),
        ("wilson_998", [x, n]) => Ok(ends(wilson(number(x)?, number(n)?, Z_998).ok_or_else(none)?)),
        ("poisson", [x]) => Ok(ends(poisson(number(x)?))),
        ("events_per", [x, n]) => {
            let rate = events_per(number(x)?, number(n)?).ok_or_else(none)?;
            Ok([rate.value, rate.lower, rate.upper].map(Piece::Number).into())
        }
        ("newcombe", [first, second]) => Ok(ends(newcombe(pair(first)?, pair(second)?, Z_95).ok_or_else(none)?)),
        ("percent", [x, n, decimals]) => text(percent_text(number(x)?, number(n)?, number(decimals)?)),
        ("average", [x, n, decimals]) => text(average_text(number(x)?, number(n)?, number(decimals)?)),
        ("points", [earlier, later]) => {
            text(share_moved(pair(earlier)?, pair(later)?).map(|share| moved(&share.points)))
        }
        ("relative", [earlier, later]) => text(relative_change(number(earlier)?, number(later)?).as_ref().map(moved)),
        ("relative_of_share", [earlier, later]) => {
            text(relative_change_of_share(pair(earlier)?, pair(later)?).as_ref().map(moved))
        }
        ("as_published", [x, n]) => text(Some(percent_as_printed(number(x)?, number(n)?))),
        ("average_as_published", [x, n]) => text(Some(average_as_printed(number(x)?, number(n)?))),
        ("rounded", [to, count]) => {
            let to = match *to {
                "5" => Rounding::To5,
                "10" => Rounding::To10,
                _ => return Err(format!("no rounding to {to}")),
            };
            Ok(vec![Piece::Text(to.of(number(count)?).to_string())])
        }
        _ => Err(format!("{name} of {} is not known", all.len())),
    }
}

fn constant(name: &str) -> Result<Vec<Piece>, String> {
    let numbers = match name {
        "z_95" => vec![Z_95],
        "z_998" => vec![Z_998],
        "byar_from" => vec![BYAR_FROM as f64],
        "winsorised_tenths" => WINSORISED_TENTHS.map(|tenths| tenths as f64).into(),
        "funnel_at_least" => vec![FUNNEL_AT_LEAST as f64],
        "few" => vec![FEW as f64],
        "able_to_be" => vec![ABLE_TO_BE as f64],
        "published_hidden_to" => vec![HIDDEN_TO as f64],
        _ => return Err(format!("{name} is no constant")),
    };
    Ok(numbers.into_iter().map(Piece::Number).collect())
}

/// `+2`, `-2` or `0.0`.
fn moved(by: &Moved) -> String {
    let sign = match by.direction {
        std::cmp::Ordering::Less => "-",
        std::cmp::Ordering::Equal => "",
        std::cmp::Ordering::Greater => "+",
    };
    format!("{sign}{}", by.by)
}

fn number<N: FromStr>(text: &str) -> Result<N, String> {
    text.replace(',', "").parse().map_err(|_| format!("{text} is no number"))
}

fn pair(text: &str) -> Result<(u64, u64), String> {
    let (x, n) = text.split_once('/').ok_or_else(|| format!("{text} is no share"))?;
    Ok((number(x)?, number(n)?))
}

impl<'a> Reports<'a> {
    pub(crate) fn new(files: &'a [(&'a str, String)]) -> Self {
        Self { files, known: BTreeMap::new() }
    }

    /// That of some files, of the document or of the samples, with what is asked about them: `target=40%`.
    fn of(&mut self, all: &[&str]) -> Result<&serde_json::Value, String> {
        let key = all.join(", ");
        if !self.known.contains_key(&key) {
            let report = self.calculate(all)?;
            self.known.insert(key.clone(), report);
        }
        Ok(&self.known[&key])
    }

    fn calculate(&self, all: &[&str]) -> Result<serde_json::Value, String> {
        let (mut returns, mut asked) = (Returns::default(), Query::default());
        for (id, name) in (1..).zip(all) {
            match name.split_once('=') {
                Some((option, value)) => ask(&mut asked, option, value)?,
                None => returns.add(id, support::read(name, &self.bytes(name)?)),
            }
        }
        Ok(serde_json::to_value(returns.report(&asked)).unwrap())
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, String> {
        if let Some((_, text)) = self.files.iter().find(|(known, _)| *known == name) {
            return Ok(text.clone().into_bytes());
        }
        let samples = ["answers-2024.csv", "published-2024.csv"];
        let is_sample = samples.contains(&name) || name.starts_with("ssda903/");
        if is_sample { Ok(support::sample(name)) } else { Err(format!("there is no file {name}")) }
    }
}

fn ask(asked: &mut Query, option: &str, value: &str) -> Result<(), String> {
    let wrong = || format!("{value} is no {option}");
    match option {
        "period" => asked.period = Some(value.parse().map_err(|_| wrong())?),
        "target" => asked.target = Some(value.parse().map_err(|_| wrong())?),
        "years" if value == "calendar" => asked.published_years = PublishedYears::Calendar,
        "authority" => match missing_rates::area::resolve(value) {
            missing_rates::area::Resolution::Authority { authority, .. } => asked.authority = Some(authority.code),
            _ => return Err(wrong()),
        },
        _ => return Err(format!("{option} cannot be asked")),
    }
    Ok(())
}
