//! Reads the header rows of a table of answers: a row alone, or together with those above it as layers of one header.

use super::answers::{AnswersReader, Header, names_authority};
use super::child_rows;
use super::group_rows::{LAYERS, is_group_row, joined};
use super::heading::{
    Kind, NamedYear, Role, authority_in_title, counts_incidents, limits_in_note, names_part, period_of_name, read,
    year_in_file_name, year_in_name,
};
use super::sheet::Sheet;
use super::titles::{Says, Title};
use super::told::{Told, limits_of};
use super::when::{BareYear, says_period, says_period_by};
use super::year_named::named_in_name;
use super::years_across::of_title;
use crate::answer::{Answer, Withheld};
use crate::area::meant;
use crate::mapping::Mapping;
use crate::order::Ordered;
use crate::period::Period;
use crate::read::stems;
use crate::report::{ColumnRead, FileKind, Problem};
use missing_rows::NAME_JOINT;

/// What a file says outside its rows.
pub(super) struct Said<'a> {
    pub(super) name: &'a str,
    pub(super) above: &'a [Vec<String>],
    /// What each of these rows says.
    pub(super) titles: &'a [Title],
    /// Whether a row between them and this one has nothing.
    pub(super) gap: bool,
}

impl<'a> Said<'a> {
    /// The period that titles give, or else the name of the file, and whether only the name gives it. A title that is
    /// not wholly understood gives none, and neither do two titles that differ.
    pub(super) fn period(&self) -> Option<(Period, bool)> {
        let mut periods: Vec<Period> = self.says().flat_map(|says| &says.periods).copied().collect();
        periods.order();
        periods.dedup();
        match periods.as_slice() {
            [] => period_of_name(self.name).map(|period| (period, true)),
            [one] => Some((*one, false)),
            _ => None,
        }
    }

    /// The years that titles and the name of the sheet name, or the name of the file if these name none.
    fn years(&self) -> Vec<NamedYear> {
        let titles = self.says().flat_map(|says| says.years.iter().cloned());
        let sheet = self.sheet().and_then(|name| named_in_name(name, year_in_name(name)));
        let mut years: Vec<NamedYear> = titles.chain(sheet).collect();
        if years.is_empty() {
            let mut names = stems(self.name).skip(usize::from(self.sheet().is_some()));
            years.extend(names.find_map(|name| named_in_name(name, year_in_file_name(name))));
        }
        years.dedup();
        years
    }

    /// What titles and the name of the sheet say that the figures are about.
    fn told(&self) -> Vec<Told> {
        let titles = self.says().flat_map(|says| says.told.iter().cloned());
        titles.chain(self.sheet_name().and_then(Told::sheet)).collect()
    }

    /// What the rows above say.
    fn says(&self) -> impl Iterator<Item = &'a Says> {
        self.titles.iter().zip(self.above).map(|(title, row)| title.says(row))
    }

    /// The name that somebody gave to the sheet: of a file in an archive it would be that of a file, and a second table of a
    /// sheet has its number after it.
    pub(super) fn sheet_name(&self) -> Option<&'a str> {
        let (_, own) = self.name.split_once(NAME_JOINT)?;
        let mut parts = own.rsplit(NAME_JOINT);
        let last = parts.next()?;
        let number = last.len() < 3 && last.bytes().all(|byte| byte.is_ascii_digit());
        let name = parts.next().filter(|_| number).unwrap_or(last);
        (!name.to_ascii_lowercase().ends_with(".csv")).then_some(name)
    }

    /// The one authority that the name of the sheet or a title names.
    pub(super) fn authority(&self) -> Option<&'a str> {
        // `Kent 2` may be a second sheet of the same, or a part.
        let is_name = |name: &&str| {
            authority_in_title(name) == Some(name.trim()) && !name.contains(|sign: char| sign.is_ascii_digit())
        };
        let named = self.says().flat_map(|says| says.named.iter().map(String::as_str));
        let mut named = named.chain(self.sheet_name().filter(is_name));
        let first = named.next()?;
        let code = |name: &str| meant(name).map(|(authority, _)| authority.code);
        let own = code(first);
        let others = named.filter_map(code).chain(self.says().flat_map(|says| says.parts.iter().copied()));
        let joint = self.says().any(|says| says.several);
        (!joint && others.into_iter().all(|other| own.is_none_or(|own| own == other))).then_some(first)
    }

    /// The name of the sheet, or of the file in an archive, that it was taken from.
    fn sheet(&self) -> Option<&str> {
        stems(self.name).next().filter(|_| self.name.contains(NAME_JOINT))
    }

    /// Titles and names that say that incidents are counted.
    fn of_incidents(&self) -> Vec<String> {
        let titles = self.says().flat_map(|says| says.incidents.iter().cloned());
        let mut words: Vec<String> = titles.chain(stems(self.name).filter_map(counts_incidents)).collect();
        words.order();
        words.dedup();
        words
    }

    /// The same for a published file, whose names and titles are the publisher's.
    pub(super) fn published_period(&self) -> Option<(Period, bool)> {
        let said = |text: &str| says_period_by(text, BareYear::Collection);
        let rows = self.titles.iter().zip(self.above).rev();
        let above = rows.into_iter().find_map(|(title, row)| title.published(row));
        above.map(|period| (period, false)).or_else(|| said(self.name).map(|period| (period, true)))
    }

    fn without(&self, layers: usize) -> Said<'a> {
        let rows = self.above.len().saturating_sub(layers);
        Said { above: &self.above[..rows], titles: &self.titles[..rows.min(self.titles.len())], ..*self }
    }
}

/// A header, and what the file says about its period.
pub(super) struct Found {
    pub(super) header: Header,
    pub(super) period: Option<Period>,
    pub(super) from_name: bool,
}

impl Found {
    fn says(&self) -> usize {
        match &self.header {
            Header::Read(reader) => reader.says(),
            Header::Not(..) => 0,
        }
    }

    /// A year in a row above may stand over the middle or the last column of its block: nobody can tell where the block
    /// begins.
    fn with_years_in_place(self) -> Self {
        match self.header {
            Header::Read(reader) if reader.begins_without_year() => Self { header: reader.in_doubt(), ..self },
            _ => self,
        }
    }
}

/// Reads a row as the header of a table of answers. `None` if it is not one.
pub(super) fn header(cells: &[String], said: &Said<'_>) -> Option<Found> {
    if is_row_of_answers(cells) && !heads_authorities(cells) {
        return None;
    }
    if said.authority().is_none()
        && let Some(headings) = of_title(cells, said.above)
    {
        return attempt(Sheet::read(&headings), said);
    }
    let mut best = attempt(Sheet::read(cells), said);
    let mut chosen = 0;
    for further in 1..LAYERS {
        let Some(joined) = layers(cells, said, further) else { break };
        let Some(found) = attempt(Sheet::read(&joined), &said.without(further)) else { continue };
        if is_named(&found.header, cells, &said.above[said.above.len() - further..])
            && found.says() > best.as_ref().map_or(0, Found::says)
        {
            (best, chosen) = (Some(found), further);
        }
    }
    if chosen > 0 {
        best = best.map(Found::with_years_in_place);
    }
    // The row directly above is part of the headings, even if it is not understood.
    if chosen == 0
        && best.is_some()
        && let Some(cells) = layers(cells, said, 1).filter(|joined| keeps_roles(cells, joined))
    {
        let sheet = Sheet::read(&cells);
        let columns = sheet.listed();
        let bound = attempt(sheet, &said.without(1)).map(Found::with_years_in_place);
        best = Some(bound.unwrap_or(Found {
            header: Header::Not(Problem::unknown_columns(cells), columns),
            period: None,
            from_name: false,
        }));
    }
    best
}

/// What kind of row comes below a header row.
pub(super) enum Below {
    /// The first of the answers.
    Answers,
    /// A further layer of the header.
    Layer(Box<AnswersReader>),
    /// A further layer that leaves no heading naming a figure: `(thousands)` below each.
    InDoubt(Problem, Vec<ColumnRead>),
}

/// Reads the row below a header row as a further layer of it.
pub(super) fn below(layers: &[Vec<String>], below: &[String], reader: &AnswersReader, period: Option<Period>) -> Below {
    deeper(layers, below, reader, period).unwrap_or(Below::Answers)
}

fn deeper(layers: &[Vec<String>], below: &[String], reader: &AnswersReader, period: Option<Period>) -> Option<Below> {
    let filled = || below.iter().filter(|cell| !cell.is_empty());
    // `LA`, `Council` below `Authority`
    let heads = |cell: &String| matches!(read(cell).kind, Kind::Role(Role::Authority | Role::Code));
    let named = |at: usize| below.get(at).is_some_and(|cell| !cell.is_empty() && !heads(cell));
    let again = || layers.last().is_some_and(|row| are_same(row, below));
    let of_one = || filled().count() == 1 && filled().all(|cell| authority_in_title(cell).is_some());
    if is_row_of_answers(below) || reader.naming().any(named) || of_one() || again() {
        return None;
    }
    // `Under 16` also reads as a number, and `At 31 March` as a reason for having none, but a row of answers has a
    // name.
    let words = |cell: &String| match crate::answer::read(cell) {
        Answer::Withheld { reason: Withheld::NotUnderstood } => true,
        Answer::Withheld {
            reason: Withheld::Refused { .. } | Withheld::NotHeld | Withheld::NotRecorded | Withheld::NoReply,
        } => false,
        _ => cell == "%" || cell.trim_start_matches(['(', '[']).starts_with(char::is_alphabetic),
    };
    let all_words = filled().next().is_some() && filled().all(words);
    let from = (layers.len() + 1).saturating_sub(LAYERS);
    let slices: Vec<&[String]> = layers[from..].iter().map(Vec::as_slice).chain([below]).collect();
    let mut sheet = Sheet::read(&joined(&slices)?);
    sheet.counts_incidents(reader.of_incidents());
    sheet.limited_by(reader.limits().to_vec());
    sheet.group = reader.group();
    sheet.grouped();
    sheet.told(reader.told().to_vec());
    sheet.authority = reader.of_sheet().map(str::to_owned);
    let (columns, found) = (sheet.listed(), sheet.columns.iter().map(|column| column.heading.clone()).collect());
    let in_doubt = |problem, columns| all_words.then_some(Below::InDoubt(problem, columns));
    match AnswersReader::recognise(sheet, period) {
        Some(Header::Read(mut deeper)) => {
            deeper.in_doubt_as(reader);
            (deeper.says() > reader.says() || all_words).then_some(Below::Layer(deeper))
        }
        Some(Header::Not(problem, columns)) => in_doubt(problem, columns),
        None => in_doubt(Problem::unknown_columns(found), columns),
    }
}

/// Whether two rows have the same words, in any capitals.
fn are_same(one: &[String], other: &[String]) -> bool {
    let plain = |row: &[String]| row.iter().map(|cell| cell.trim().to_lowercase()).collect::<Vec<_>>();
    plain(one) == plain(other)
}

/// Reads a row as a header whose columns a person has named.
pub(super) fn by_hand(cells: &[String], mapping: &Mapping, said: &Said<'_>) -> Option<Found> {
    if mapping.kind != FileKind::AuthorityAnswers || !mapping.fits(cells) {
        return None;
    }
    // Years may be in a row above.
    let years = |cells: &[String]| cells.iter().filter(|cell| says_period(cell).is_some()).count();
    let joined = layers(cells, said, 1).filter(|joined| years(joined) > years(cells));
    let layered = usize::from(joined.is_some());
    let mut sheet = Sheet::of_fields(&joined.unwrap_or_else(|| cells.to_vec()), &mapping.fields, &mapping.periods);
    sheet.titles_seen = mapping.made_for.is_some();
    let found = attempt(sheet, &said.without(layered));
    if layered > 0 { found.map(Found::with_years_in_place) } else { found }
}

fn attempt(mut sheet: Sheet, said: &Said<'_>) -> Option<Found> {
    sheet.counts_incidents(&said.of_incidents());
    // A sheet `Boys` is about boys, as a title is that says so.
    let by_name = limits_in_note(said.name).into_iter().filter(|word| names_part(word));
    let of_sheet = said.sheet_name().map(|name| limits_of(&[name.to_owned()])).unwrap_or_default();
    let mut words: Vec<String> = said.titles.iter().flat_map(|title| title.limits.clone()).chain(by_name).collect();
    words.extend(of_sheet.into_iter().filter(|word| !words.contains(word)).collect::<Vec<_>>());
    sheet.limited_by(words);
    let told = said.told();
    sheet.of_titles(&told);
    sheet.told(told);
    sheet.authority = said.authority().map(str::to_owned);
    let seen = sheet.titles_seen;
    let mut found = said.period();
    let mut header = AnswersReader::recognise(sheet, found.map(|(period, _)| period))?;
    let mut needs = false;
    if let Header::Read(reader) = &mut header
        && reader.needs_period()
    {
        needs = true;
        let years = said.years();
        let differs = |(period, _): (Period, bool)| years.iter().any(|year| !year.is_of(period));
        // Of two years neither is taken.
        if found.is_some_and(differs) {
            found = None;
        }
        if found.is_none() {
            reader.in_doubt_of(if seen { Vec::new() } else { years });
        }
    }
    let period = found.map(|(period, _)| period);
    Some(Found { header, period, from_name: needs && found.is_some_and(|(_, name)| name) })
}

/// The headings that a row forms with the rows directly above it.
fn layers(cells: &[String], said: &Said<'_>, further: usize) -> Option<Vec<String>> {
    let from = said.above.len().checked_sub(further).filter(|_| !said.gap)?;
    let above = &said.above[from..];
    let width = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    // What is right of all headings is a title.
    let is_over = |row: &[String]| is_group_row(row.get(..width).unwrap_or(row));
    if !above.iter().all(|row| is_over(row)) || above.iter().any(|row| is_row_of_answers(row)) {
        return None;
    }
    let layers: Vec<&[String]> = above.iter().map(Vec::as_slice).chain([cells]).collect();
    joined(&layers).filter(|cells| !child_rows::are_below(cells))
}

/// Whether columns that are not figures keep their role without the row above. Otherwise that row does not hold
/// headings.
fn keeps_roles(cells: &[String], joined: &[String]) -> bool {
    let (alone, joined) = (Sheet::read(cells), Sheet::read(joined));
    let role = |sheet: &Sheet, at: usize| {
        let column = sheet.columns.get(at)?;
        matches!(column.phrase.kind, Kind::Role(_)).then_some(column.phrase.kind)
    };
    (0..alone.columns.len()).all(|at| role(&alone, at).is_none_or(|own| role(&joined, at) == Some(own)))
}

/// Whether the lowest layer names the authority's column, or an upper layer does so beside other headings. A lone cell
/// in an upper layer may be a title.
fn is_named(header: &Header, lowest: &[String], above: &[Vec<String>]) -> bool {
    let Header::Read(reader) = header else { return true };
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let mut naming = reader.naming().peekable();
    naming.peek().is_none()
        || naming.any(|at| {
            let has = |row: &[String]| row.get(at).is_some_and(|cell| !cell.trim().is_empty());
            has(lowest) || above.iter().any(|row| has(row) && filled(row) > 1)
        })
}

/// Whether a row begins with an authority and has a number, which is no year.
pub(super) fn gives_answers(cells: &[String]) -> bool {
    let mut filled = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    filled.next().is_some_and(names_authority) && filled.any(is_count)
}

/// A number that is not a year.
fn is_count(cell: &str) -> bool {
    let plain = !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit() || b == b',');
    plain && !(cell.len() == 4 && ("1990".."2050").contains(&cell) || cell.len() == 6 && cell.starts_with("20"))
}

/// Whether a row has nothing but authorities, beside an empty corner: they are in columns.
fn heads_authorities(cells: &[String]) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.trim().is_empty());
    let corner = cells.first().is_some_and(|cell| cell.trim().is_empty());
    corner && filled.clone().count() > 1 && filled.all(|cell| names_authority(cell))
}

/// Whether a row holds answers: it has a number that is not a year, or begins with an authority.
fn is_row_of_answers(cells: &[String]) -> bool {
    let is_number = |cell: &String| is_count(cell.trim());
    let first = cells.iter().find(|cell| !cell.trim().is_empty());
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    cells.iter().any(is_number) || filled > 1 && first.is_some_and(|cell| names_authority(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_numbers_or_with_an_authority_is_no_header() {
        let row = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        for answers in
            ["Kent,2024,x", "E12000001,REGION,A,NORTH EAST,1980,420", "Kent,<5", "E06000001,2020,2021", "x,7"]
        {
            assert!(is_row_of_answers(&row(answers)), "{answers}");
        }
        for header in ["Authority,2021,2022", "Question,Kent,Surrey", "Kent", "", "Authority,202324"] {
            assert!(!is_row_of_answers(&row(header)), "{header}");
        }
    }
}
