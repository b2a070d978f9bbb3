//! What is said in the terminal about whose year a file is of.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::PathBuf;
use std::process::Command;

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n1,01/05/2024,S,C2,U1,PR1,,\n";

/// What is printed for files, each with its path in a folder of its own.
fn run(name: &str, files: &[(&str, &str)]) -> String {
    let folder = std::env::temp_dir().join(format!("missing-from-care-{name}-{}", std::process::id()));
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| folder.join(path)).collect();
    for (path, (_, text)) in paths.iter().zip(files) {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_missing-from-care")).args(&paths).output().unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_year_in_a_name_that_the_rows_show_to_begin_is_not_said_to_be_the_names() {
    let printed = run("begins", &[("Episodes_2024.csv", EPISODES)]);
    let said = "year to 31 March 2025 (by its rows: the year in its name is the one in which it begins)";
    assert!(printed.contains(said), "{printed}");
}

#[test]
fn files_of_one_name_in_two_folders_each_have_one_reason() {
    let uasc = "CHILD,SEX,DOB,DUC\n1,1,05/06/2008,05/06/2026\n";
    let before = EPISODES.replace("2024", "2023");
    let files = [
        ("episodes 2024.csv", before.as_str()),
        ("episodes 2025.csv", EPISODES),
        ("a/uasc.csv", uasc),
        ("b/uasc.csv", uasc),
    ];
    let printed = run("folders", &files);
    let of_files = printed.split("uasc.csv: ").skip(1).filter(|part| part.starts_with("SSDA903"));
    let reasons = of_files.map(|part| part.split("\n\n").next().unwrap().matches("1 row set aside").count());
    assert_eq!(reasons.collect::<Vec<_>>(), [1, 1], "{printed}");
}

#[test]
fn a_share_is_told_with_the_files_whose_year_is_not_certain() {
    let missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,05/06/2010,M,01/06/2024,02/06/2024\n";
    let uasc = "CHILD,SEX,DOB,DUC\n1,1,05/06/2010,05/06/2028\n";
    let doubt = "went missing, 1 of 1 child";
    let printed = run("doubt", &[("episodes.csv", EPISODES), ("missing.csv", missing), ("uasc.csv", uasc)]);
    let of: Vec<&str> = printed.split(doubt).skip(1).collect();
    let said = |nth: usize| of[nth].split("\n\n").next().unwrap();
    // UASC is in the share of the unaccompanied alone.
    assert!(said(0).contains("    the year of episodes.csv is not certain\n"), "{printed}");
    assert!(said(1).contains("    the year of episodes.csv, uasc.csv is not certain\n"), "{printed}");
    let named = [("episodes 2024-25.csv", EPISODES), ("missing 2024-25.csv", missing), ("uasc.csv", uasc)];
    let printed = run("sure", &named);
    assert!(
        !printed.split(doubt).nth(1).unwrap().split("\n\n").next().unwrap().contains("is not certain"),
        "{printed}"
    );
}
