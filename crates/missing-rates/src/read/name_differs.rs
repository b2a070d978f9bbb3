//! Whether the name of a sheet or of a file, or a title, is about another year or another authority than the figures say.

use super::answers::AnswersTable;
use super::headed::Said;
use super::heading::{period_of_name, year_in_file_name};
use super::notes::Notes;
use super::stems;
use crate::area::{Resolution, resolve};
use crate::period::Period;
use missing_rows::NAME_JOINT;

/// Says that the name of a sheet or of a file, or a title that names an authority, is about others than the figures.
pub(super) fn note(name: &str, titled: Option<&str>, table: &AnswersTable, notes: &mut Notes) {
    if let Some(other) = other_year(name, table).or_else(|| titled.filter(|titled| is_another(titled, table))) {
        notes.find("name-differs", 0, "", other);
    }
}

/// The name of a sheet that is about another year than all of its figures, or that of a file about a year that was over before
/// them. A later year in the name of a file may be when it was asked for.
fn other_year<'a>(name: &'a str, table: &AnswersTable) -> Option<&'a str> {
    let mut periods = table.cells.iter().filter_map(|cell| cell.period).peekable();
    periods.peek()?;
    let sheet = name.rsplit_once(NAME_JOINT).map(|(_, sheet)| sheet);
    if let Some((sheet, named)) = sheet.and_then(|sheet| Some((sheet, period_of_name(sheet)?))) {
        return periods.all(|period| !period.overlaps(named.start(), named.end())).then_some(sheet);
    }
    let file = stems(name).last()?;
    let named: Period = year_in_file_name(file)?.period?;
    periods.all(|period| named.end() < period.start()).then_some(file)
}

/// The authority, or the nation, that titles or the name of the sheet name.
pub(super) fn titled(said: &Said<'_>) -> Option<String> {
    let texts = || said.above.iter().flatten().map(|cell| cell.trim()).chain(said.sheet_name());
    let named = said.authority().or_else(|| texts().find(|text| nation(text).is_some()));
    named.map(str::to_owned)
}

/// What the codes of a nation begin with.
fn nation(text: &str) -> Option<char> {
    let nations = [("england", 'E'), ("wales", 'W'), ("scotland", 'S'), ("northern ireland", 'N')];
    nations.iter().find(|(name, _)| text.eq_ignore_ascii_case(name)).map(|(_, letter)| *letter)
}

/// Whether the answers are all of one authority, which is not the one that is named. A title over several may be of who asked.
fn is_another(titled: &str, table: &AnswersTable) -> bool {
    let code = |text: &str| match resolve(text) {
        Resolution::Authority { authority, .. } => Some(authority.code),
        _ => None,
    };
    if let Some(nation) = nation(titled) {
        let mut codes = table.names.iter().filter_map(|name| code(name.shown())).peekable();
        return codes.peek().is_some() && codes.all(|code| !code.to_string().starts_with(nation));
    }
    let mut answered = table.names.iter().filter_map(|name| code(name.shown()));
    let (Some(first), Some(named)) = (answered.next(), code(titled)) else { return false };
    first != named && answered.all(|other| other == first)
}
