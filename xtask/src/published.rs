//! Writes the product's own table of published figures from a file of the Department for Education, with one file for
//! each year.
//!
//! The source is the file of Explore Education Statistics on looked-after children who were missing or away, by local
//! authority. Its layout has changed little. If something is not found, that is reported and nothing is written.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{ffi::OsStr, fs};

use anyhow::{Context, Result, bail};

/// The folder of the table.
const FOLDER: &str = "crates/missing-rates/src/published";

/// The columns with counts, as the file names them and in the table's order.
const COUNTS: [&str; 9] = [
    "Children looked after during the year",
    "Children who had a missing incident during the year",
    "Number of missing incidents during the year",
    "Children who went missing more than once during the year",
    "Children missing at 31 March",
    "Children who were away from placement without authorisation during the year",
    "Number of away from placement without authorisation incidents during the year",
    "Children who were away from placement without authorisation more than once during the year",
    "Children away from placement without authorisation at 31 March",
];

/// The figures that follow from the counts: the name, the two counts that are divided, the factor, and the decimals
/// that are printed.
const DERIVED: [(&str, usize, usize, u64, u32); 4] = [
    ("Percentage of children who had a missing incident during the year", 1, 0, 100, 0),
    ("Average number of missing incidents per looked after child who went missing", 2, 1, 1, 1),
    ("Percentage of children who were away from placement without authorisation during the year", 5, 0, 100, 0),
    ("Average number of away from placement without authorisation incidents per looked after child", 6, 5, 1, 1),
];

const HEADER: &str = "code,children,missing,incidents,missing more than once,missing at 31 March,away,away incidents,\
away more than once,away at 31 March,missing %,incidents for each child missing,away %,incidents for each child away";

/// The figures of one area, by their names.
type Figures = BTreeMap<String, String>;

/// Writes a file for each year in the publisher's file. `released` is the release date, such as `14 November 2024`.
pub(crate) fn write(file: Option<&OsStr>, released: Option<&str>) -> Result<()> {
    let (Some(file), Some(released)) = (file, released) else {
        bail!("cargo xtask published FILE --released \"14 November 2024\"");
    };
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let years = read(text.trim_start_matches('\u{FEFF}'))?;
    let latest = years.keys().next_back().context("the file holds no figures")?.clone();
    for (year, areas) in &years {
        let mut out = String::new();
        let _ = write!(
            out,
            "# Looked-after children who were missing or away, year ending 31 March {year}.\n\
             # Source: Department for Education, Children looked after in England including adoptions, reporting year \
             {latest},\n# released on {released} (Open Government Licence v3.0). How to read it: mod.rs.\n{HEADER}\n"
        );
        for (code, figures) in areas {
            writeln!(out, "{}", line(code, figures)?)?;
        }
        let path = Path::new(FOLDER).join(format!("{year}.csv"));
        fs::write(&path, out).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{}: {} areas", path.display(), areas.len());
    }
    Ok(())
}

/// The figures by year and code. England comes first, then the regions, then the authorities.
fn read(text: &str) -> Result<BTreeMap<String, Vec<(String, Figures)>>> {
    let mut lines = text.lines();
    let header = cells(lines.next().context("the file is empty")?);
    let at = |names: &[&str]| {
        let place = header.iter().position(|cell| names.contains(&cell.to_ascii_lowercase().as_str()));
        place.with_context(|| format!("there is no column {}", names.join(" or ")))
    };
    let (year, level) = (at(&["time_period"])?, at(&["geographic_level"])?);
    let codes = [at(&["country_code"])?, at(&["region_code"])?, at(&["new_la_code"])?];
    let (name, number) = (at(&["cla_group", "missing_status"])?, at(&["number"])?);
    let mut years: BTreeMap<String, BTreeMap<(usize, String), Figures>> = BTreeMap::new();
    for row in lines.map(cells) {
        let cell = |at: usize| row.get(at).map_or("", |cell| cell.trim());
        let order = match cell(level) {
            "National" => 0,
            "Regional" => 1,
            "Local authority" => 2,
            other => bail!("`{other}` is no level"),
        };
        let area = years.entry(cell(year).to_owned()).or_default();
        let figures = area.entry((order, cell(codes[order]).to_owned())).or_default();
        if figures.insert(cell(name).to_owned(), cell(number).to_owned()).is_some() {
            bail!("{} {}: `{}` stands there twice", cell(year), cell(codes[order]), cell(name));
        }
    }
    let codes = |areas: BTreeMap<(usize, String), Figures>| areas.into_iter().map(|((_, c), f)| (c, f)).collect();
    Ok(years.into_iter().map(|(year, areas)| (year, codes(areas))).collect())
}

/// The line of one area. Derived figures are left out where they equal what the counts give.
fn line(code: &str, figures: &Figures) -> Result<String> {
    let figure = |name: &str| figures.get(name).map(String::as_str).with_context(|| format!("{code}: no `{name}`"));
    let counts = COUNTS.into_iter().map(figure).collect::<Result<Vec<_>>>()?;
    let mut cells = counts.clone();
    cells.insert(0, code);
    for (name, over, under, scale, decimals) in DERIVED {
        let printed = figure(name)?;
        let given = derived(counts[over], counts[under], scale, decimals);
        cells.push(if given.as_deref() == Some(printed) { "" } else { printed });
    }
    Ok(cells.join(",").trim_end_matches(',').to_owned())
}

/// How a quotient is printed: the symbol of either part; zero for zero out of zero; `k` if it rounds to zero.
fn derived(over: &str, under: &str, scale: u64, decimals: u32) -> Option<String> {
    for symbol in ["z", "c"] {
        if over == symbol || under == symbol {
            return Some(symbol.to_owned());
        }
    }
    let (n, d): (u64, u64) = (over.parse().ok()?, under.parse().ok()?);
    if d == 0 {
        return Some("0".to_owned());
    }
    let unit = 10_u64.pow(decimals);
    let rounded = (2 * n * scale * unit + d) / (2 * d);
    Some(match (rounded / unit, rounded % unit) {
        (0, 0) if n > 0 => "k".to_owned(),
        (whole, 0) => whole.to_string(),
        (whole, tenths) => format!("{whole}.{tenths}"),
    })
}

/// The cells of one line; quotation marks around a cell keep its commas.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().into_iter().for_each(|cell| cell.push(letter)),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "time_period,geographic_level,country_code,region_code,la_name,new_la_code,missing_status,number";

    fn file(numbers: [&str; 13]) -> String {
        let names = COUNTS.into_iter().chain(DERIVED.map(|(name, ..)| name));
        let row = |(name, number)| {
            format!("2025,Local authority,E92000001,E12000009,\"Bristol, City of\",E06000023,{name},{number}")
        };
        std::iter::once(FILE.to_owned()).chain(names.zip(numbers).map(row)).collect::<Vec<_>>().join("\n")
    }

    fn written(numbers: [&str; 13]) -> String {
        let years = read(&file(numbers)).unwrap();
        let (code, figures) = &years["2025"][0];
        line(code, figures).unwrap()
    }

    #[test]
    fn what_the_counts_give_is_left_out_and_all_else_is_kept() {
        let full = ["200", "25", "65", "9", "c", "1", "1", "0", "0", "13", "2.6", "1", "1"];
        assert_eq!(written(full), "E06000023,200,25,65,9,c,1,1,0,0");
        let hidden = ["c", "25", "65", "9", "c", "1", "1", "0", "0", "13", "2.5", "c", "1"];
        assert_eq!(written(hidden), "E06000023,c,25,65,9,c,1,1,0,0,13,2.5");
        let ended = ["z"; 13];
        assert_eq!(written(ended), "E06000023,z,z,z,z,z,z,z,z,z");
        let few = ["2805", "1", "3", "1", "0", "14", "30", "c", "0", "k", "3", "k", "2.1"];
        assert_eq!(written(few), "E06000023,2805,1,3,1,0,14,30,c,0");
    }

    #[test]
    fn a_file_that_lacks_a_figure_or_says_one_twice_is_refused() {
        let whole = file(["1"; 13]);
        let years = read(whole.rsplit_once('\n').unwrap().0).unwrap();
        let (code, figures) = &years["2025"][0];
        assert!(line(code, figures).is_err());
        let last = whole.lines().last().unwrap();
        assert!(read(&format!("{whole}\n{last}")).is_err());
    }
}
