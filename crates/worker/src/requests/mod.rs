//! What the worker does at a request: one file each. Here it is decided which.

mod books;
#[cfg(test)]
mod books_tests;
mod clear;
mod copy_table;
#[cfg(test)]
mod driven;
mod export;
mod export_chart;
mod export_mapping;
mod export_table;
#[cfg(test)]
mod export_tests;
#[cfg(test)]
mod handed_out;
mod open;
#[cfg(test)]
mod open_tests;
mod ping;
mod read;
mod read_mapped;
mod remove;
mod set;
mod show;
#[cfg(test)]
mod tests;
mod width;

use document::{Command, Request, Setting};

use crate::desk::{Desk, Job};

/// Does what the page asks; `file` is what came with a request to read one. Gives back whether there are files to read or
/// figures to calculate now.
pub(crate) fn answer<F: Clone>(desk: &mut Desk<F>, request: Request, file: Option<F>) -> bool {
    match request {
        Request::Read { id, name, renames, exactly } => {
            read::read(desk, id, file.map(|file| Job { id, name, renames, exactly, mapping: None, file }))
        }
        Request::Ping { turn } => ping::ping(desk, turn),
        // A piece is taken before it comes here: a file is being read, and waits for it. The program that writes workbooks is
        // another.
        Request::Piece { .. } | Request::Write { .. } => false,
        Request::WithoutBooks => books::without(desk),
        Request::NotWritten => books::not_written(desk),
        Request::Unopened { id } => books::unopened(desk, id),
        Request::Cancel { id } | Request::Remove { id } => remove::remove(desk, id),
        Request::Clear => clear::clear(desk),
        Request::Calculate { period } => set::set(desk, Setting::Period(period)),
        Request::FileYear { id, year } => set::set(desk, Setting::FileYear { file: id, year }),
        Request::Show { period } => show::show(desk, period),
        Request::Open { part, about } => open::open(desk, part, about.as_deref()),
        Request::Width { points } => width::width(desk, points),
        Request::Command { command, typed } => {
            Command::of(&command, typed).is_some_and(|command| follow(desk, command))
        }
    }
}

/// Hands over what had to wait for the sums of files.
pub(crate) fn hand_over<F: Clone>(desk: &mut Desk<F>) {
    for command in desk.take_held() {
        follow(desk, command);
    }
}

/// Does what a control asks.
fn follow<F: Clone>(desk: &mut Desk<F>, command: Command) -> bool {
    let says_sums =
        matches!(command, Command::Export { .. } | Command::ExportTable { .. } | Command::ExportChart { .. });
    if says_sums && desk.hold(&command) {
        return false;
    }
    match command {
        Command::Set { setting } => set::set(desk, setting),
        Command::ReadMapped { id } => read_mapped::read_mapped(desk, id),
        Command::Export { format } => export::export(desk, format),
        Command::ExportMapping { id } => export_mapping::export_mapping(desk, id),
        Command::ExportTable { id } => export_table::export_table(desk, &id),
        Command::CopyTable { id } => copy_table::copy_table(desk, &id),
        Command::ExportChart { id, kind } => export_chart::export_chart(desk, &id, kind),
    }
}
