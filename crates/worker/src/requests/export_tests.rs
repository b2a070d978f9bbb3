//! What a person keeps: files and pictures, how they are called, and what is in none of them.

use document::{Block, Command, Format, Part, Picture, Setting};
use missing_rates::area::AreaCode;
use missing_rates::report::Disclosure;

use super::driven::{Page, RETURN, controls, with_answers};

#[test]
fn figures_and_charts_are_downloaded() {
    let mut page = with_answers();
    page.follow(&Command::Export { format: Format::Json });
    page.follow(&Command::Export { format: Format::Html });
    page.open(Part::Compare);
    page.follow(&Command::ExportChart { id: "funnel".into(), kind: Picture::Svg });
    page.follow(&Command::ExportChart { id: "funnel".into(), kind: Picture::Png });
    page.follow(&Command::ExportChart { id: "nothing".into(), kind: Picture::Svg });
    let names: Vec<&str> = page.files.iter().map(|(name, _)| &**name).collect();
    let svg = "missing-from-care-funnel-2024.svg";
    assert_eq!(names, ["missing-from-care-2024.json", "missing-from-care-report-2024.html", svg]);
    assert_eq!(page.pictures, ["missing-from-care-funnel-2024.png"]);
    assert!(page.files[0].1.contains("\"format\""));
    assert!(page.files[2].1.starts_with("<svg "));
}

#[test]
fn pictures_of_a_council_are_named_by_it_whatever_files_are_chosen() {
    let mut page = Page::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        page.choose(id, name, bytes);
    }
    page.open(Part::Council);
    page.follow(&Command::ExportChart { id: "council-map".into(), kind: Picture::Svg });
    page.set(Setting::Council(AreaCode::read("E10000016")));
    page.follow(&Command::ExportChart { id: "council-card".into(), kind: Picture::Png });
    page.follow(&Command::ExportTable { id: "standing-series-table".into() });
    let names: Vec<&str> = page.files.iter().map(|(name, _)| &**name).collect();
    assert_eq!(
        names,
        ["missing-from-care-council-map-2023-24.svg", "missing-from-care-standing-series-table-kent.csv"]
    );
    assert_eq!(page.pictures, ["missing-from-care-council-card-kent-2023-24.png"]);
}

#[test]
fn files_are_named_by_whose_figures_they_are_of_which_year_and_whether_they_may_be_published() {
    let mut page = Page::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        page.choose(id, name, bytes);
    }
    page.follow(&Command::Export { format: Format::Csv });
    page.set(Setting::Authority(AreaCode::read("E10000016")));
    for format in [Format::Csv, Format::WorkList, Format::BasedOn] {
        page.follow(&Command::Export { format });
    }
    page.set(Setting::Disclosure(Disclosure::SafeTo5));
    page.follow(&Command::Export { format: Format::Csv });
    page.follow(&Command::Export { format: Format::FoiCsv });
    let last = page.files.pop().expect("an answer").0;
    let names: Vec<&str> = page.files.iter().map(|(name, _)| &**name).collect();
    let years = "2024-25";
    assert_eq!(
        names,
        [
            format!("missing-from-care-{years}-exact.csv"),
            format!("missing-from-care-kent-{years}-exact.csv"),
            format!("missing-from-care-work-list-with-identifiers-kent-{years}-exact.csv"),
            format!("missing-from-care-based-on-kent-{years}-exact.csv"),
            format!("missing-from-care-kent-{years}-safe-to-5.csv"),
        ]
    );
    assert!(last.starts_with("missing-from-care-foi-answer-kent-20"), "{last}");
}

#[test]
fn a_csv_file_is_a_table_and_what_it_is_based_on_is_beside_it_or_above_it() {
    let mut page = with_answers();
    page.open(Part::Compare);
    let all = [
        Command::Export { format: Format::Csv },
        Command::Export { format: Format::ChaseList },
        Command::ExportTable { id: "areas".into() },
    ];
    for command in &all {
        page.follow(command);
    }
    page.follow(&Command::Export { format: Format::BasedOn });
    page.set(Setting::Comments(true));
    for command in &all {
        page.follow(command);
    }
    assert_eq!(page.calculated, 1, "nothing is calculated for it");
    let (alone, rest) = page.files.split_at(3);
    let ([(_, based_on)], commented) = rest.split_at(1) else { panic!("{}", rest.len()) };
    assert!(based_on.contains("SHA-256") && based_on.lines().count() > 4);
    for ((name, alone), (again, commented)) in alone.iter().zip(commented) {
        assert_eq!(name, again);
        assert!(!alone.contains("SHA-256") && !alone.contains("\r\n\r\n"), "{name}");
        let (comments, table): (Vec<&str>, Vec<&str>) =
            commented.trim_start_matches('\u{FEFF}').split_inclusive("\r\n").partition(|line| line.starts_with("# "));
        assert!(comments.len() == based_on.lines().count() - 1 && comments.concat().contains("SHA-256"), "{name}");
        assert_eq!(table.concat(), alone.trim_start_matches('\u{FEFF}'), "{name}");
    }
}

#[test]
fn what_names_children_or_wordings_is_not_downloaded_from_a_safe_report() {
    let mut page = with_answers();
    page.follow(&Command::Export { format: Format::ChaseList });
    assert_eq!(page.files.len(), 1);
    page.set(Setting::Disclosure(Disclosure::Safe));
    let internal = [Format::ChaseList, Format::Decisions, Format::WorkList, Format::Settings];
    for format in internal {
        page.follow(&Command::Export { format });
    }
    assert_eq!(page.files.len(), 1);
    page.open(Part::Answers);
    assert!(page.view.as_ref().is_some_and(|view| view.parts.iter().all(|of| of.part != Part::Answers || !of.shown)));
    assert!(controls(page.blocks()).iter().all(|block| !matches!(block, Block::Pick { .. } | Block::Table { .. })));
}
