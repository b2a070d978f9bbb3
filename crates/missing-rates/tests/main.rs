//! The engine from outside, as one program: linking it once instead of forty times takes minutes and gigabytes less.
#![cfg(not(target_arch = "wasm32"))]

mod support;

mod any_table;
mod any_word;
mod arrangements;
mod asked_not_guessed;
mod asked_years;
mod authorities;
mod bad_input;
mod changed_answers;
mod checks;
mod child_level;
mod child_lists;
mod coverage;
mod damaged;
mod decisions;
mod empty_days;
mod ends_apart;
mod episode_rules;
mod exported_later;
mod funnel;
mod header_duc;
mod hostile_cells;
mod identifiers_differ;
mod interview_offers;
mod interviews;
mod kept_settings;
mod left_open;
mod less_of_year;
mod letterheads;
mod list_years;
mod mapping;
mod method_doc;
mod named_parts;
mod named_years;
mod no_date_in_year;
mod nobody_knows;
mod nothing_of_everybody;
mod one_document;
mod one_nation;
mod only_some;
mod orders;
mod ordinary_lines;
mod other_children;
mod part_of_module;
mod plain_files;
mod plausible;
mod pooled;
mod profiles;
mod published_figures;
mod published_layouts;
mod readings;
mod releases;
mod row_longer;
mod rows_of_nobody;
mod same_module;
mod several_authorities;
mod several_years;
mod shared_identifiers;
mod since;
mod single;
mod stale_episodes;
mod standing;
mod synthetic_return;
mod taken_away;
mod tidy_csv;
mod told_otherwise;
mod undated_names;
mod what_rules_change;
mod which_child;
mod whose_list;
mod whose_year;
mod words_beside;
mod words_beside_groups;
mod years_differ;
mod years_in_columns;

/// Cargo finds this file alone: a file beside it that it does not name would be compiled by nobody.
#[test]
fn every_file_of_tests_is_named_here() {
    let here = include_str!("main.rs");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let files = folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    let modules =
        files.filter(|path| path.extension().is_some_and(|kind| kind == "rs") || path.join("mod.rs").exists());
    let stems: Vec<String> = modules.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    assert!(stems.len() > 2, "{}", folder.display());
    let others = stems.iter().filter(|stem| !["main", "wasm"].contains(&stem.as_str()));
    let unnamed: Vec<_> = others.filter(|stem| !here.contains(&format!("\nmod {stem};\n"))).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}
