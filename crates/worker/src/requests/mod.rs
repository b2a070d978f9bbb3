//! What the worker does at a request: one file each. Here it is decided which.

mod clear;
mod copy_table;
mod export;
mod export_chart;
mod export_mapping;
mod export_table;
mod open;
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
        // Taken before it comes here: a file is being read, and waits for it.
        Request::Piece { .. } => false,
        Request::Cancel { id } | Request::Remove { id } => remove::remove(desk, id),
        Request::Clear => clear::clear(desk),
        Request::Calculate { period } => set::set(desk, Setting::Period(period)),
        Request::FileYear { id, year } => set::set(desk, Setting::FileYear { file: id, year }),
        Request::Show { period } => show::show(desk, period),
        Request::Open { part } => open::open(desk, part),
        Request::Width { points } => width::width(desk, points),
        Request::Command { command, typed } => {
            Command::of(&command, typed).is_some_and(|command| follow(desk, command))
        }
    }
}

/// Does what a control asks.
fn follow<F: Clone>(desk: &mut Desk<F>, command: Command) -> bool {
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
