//! Whatever is shown that can be downloaded or copied is handed over when it is asked for.

use std::collections::BTreeSet;

use document::{Carried, Command, Format, Node, Part, Use};

use super::driven::{ANSWERS, PUBLISHED, Page, RETURN, with_answers};

/// Every command that a control of a drawing asks by a click.
fn pressed(nodes: &[Node], found: &mut Vec<Carried>) {
    for node in nodes {
        if let Node::Element(element) = node {
            if let Some(Use::Press { command, .. }) = &element.use_of {
                found.push(command.clone());
            }
            pressed(&element.inside, found);
        }
    }
}

/// Presses every control of all parts, and of what is beside them, that hands something over. Gives back the names of what came.
fn everything_handed_out(page: &mut Page) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let view = page.view.clone().expect("a view");
    let beside = [&view.coverage, &view.whose, &view.head, &view.controls, &view.foot];
    for part in view.parts.iter().filter(|of| of.shown).map(|of| of.part) {
        page.open(part);
        let mut commands = Vec::new();
        for nodes in beside.into_iter().chain(page.drawing.as_ref()) {
            pressed(nodes, &mut commands);
        }
        for carried in commands {
            let Some(command) = Command::of(&carried, None) else { panic!("a control asks for nothing in {part:?}") };
            let before = (page.files.len(), page.pictures.len());
            page.copied = None;
            match &command {
                Command::Export {
                    format: Format::Xlsx | Format::ChaseListXlsx | Format::WorkListXlsx | Format::FoiXlsx,
                } => {
                    let before = page.workbooks.len();
                    page.follow(&command);
                    assert_eq!(page.workbooks.len(), before + 1, "{command:?} in {part:?} hands nothing over");
                    let (name, written) = page.workbooks.last().expect("a workbook");
                    assert!(written.sheets.iter().all(|sheet| !sheet.rows.is_empty()), "{name} is empty");
                    names.insert(name.clone());
                }
                Command::Export { .. } | Command::ExportTable { .. } | Command::ExportMapping { .. } => {
                    page.follow(&command);
                    assert_eq!(page.files.len(), before.0 + 1, "{command:?} in {part:?} hands nothing over");
                    let (name, text) = page.files.last().expect("a file");
                    assert!(text.len() > 20, "{name} is empty");
                    names.insert(name.clone());
                }
                Command::ExportChart { .. } => {
                    page.follow(&command);
                    let now = page.files.len() + page.pictures.len();
                    assert_eq!(now, before.0 + before.1 + 1, "{command:?} in {part:?} hands nothing over");
                }
                Command::CopyTable { .. } => {
                    page.follow(&command);
                    let (markup, lines) = page.copied.clone().unwrap_or_else(|| panic!("{command:?} copies nothing"));
                    assert!(markup.contains("<table") && lines.contains('\t'), "{command:?}");
                }
                _ => {}
            }
        }
    }
    names
}

#[test]
fn every_table_chart_and_file_that_is_offered_is_handed_over() {
    let mut own = Page::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        own.choose(id, name, bytes);
    }
    own.choose(5, "published-2024.csv", PUBLISHED);
    let names = everything_handed_out(&mut own);
    for (start, end) in [
        ("", ".json"),
        ("", ".csv"),
        ("", ".xlsx"),
        ("-report", ".html"),
        ("-foi-answer", ".csv"),
        ("-foi-answer", ".xlsx"),
        ("-work-list-with-identifiers", ".xlsx"),
    ] {
        let start = format!("missing-from-care{start}-20");
        let is = |name: &&String| name.starts_with(&start) && name.ends_with(&format!("-exact{end}"));
        assert!(names.iter().any(|name| is(&name)), "{start}…{end} is not among {names:?}");
    }
    assert!(names.len() > 10, "{names:?}");
    assert!(own.pictures.iter().any(|name| name.strip_suffix(".png").is_some()));
    let names = everything_handed_out(&mut with_answers());
    assert!(names.contains("missing-from-care-2024.json"), "{names:?}");
}

#[test]
fn a_table_beside_the_parts_is_handed_over_whole() {
    let mut page = Page::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        page.choose(id, name, bytes);
    }
    page.choose(6, "answers-2024.csv", ANSWERS);
    page.open(Part::Method);
    page.follow(&Command::ExportTable { id: "coverage".into() });
    let (name, text) = page.files.last().expect("a file");
    assert!(name.starts_with("missing-from-care-coverage-20"), "{name}");
    assert!(text.contains("31 March 2025"), "{text}");
}
