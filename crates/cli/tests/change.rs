//! Two periods of a return that are compared because a person asks for it.
#![allow(clippy::unwrap_used, clippy::format_collect, clippy::format_push_string)]

#[path = "support/folder.rs"]
mod folder;

use folder::{EPISODES, Folder, MISSING, children, missing};

#[test]
fn the_same_days_of_two_years_are_compared_and_the_period_of_the_report_stays() {
    let of = |year: i32, away: u32| {
        let rows: String = (1..=away).map(|child| missing(child, year - 1)).collect();
        [format!("{EPISODES}{}", children(40, 2022)), format!("{MISSING}{rows}")]
    };
    let ([e24, m24], [e25, m25]) = (of(2024, 4), of(2025, 8));
    let files =
        [("episodes 2024.csv", e24), ("missing 2024.csv", m24), ("episodes 2025.csv", e25), ("missing 2025.csv", m25)];
    let folder = Folder::new("change", &files);
    let whole = ["--complete-to", "2024-03-31", "--complete-to", "2025-03-31"];
    let run = |from: &str, to: &str, more: &[&str]| folder.run(&[&whole[..], &["--change", from, to], more].concat());
    let (out, err) = run("2023-05-01..2023-06-30", "2024-05-01..2024-06-30", &[]);
    assert!(out.contains("1 May 2023 to 30 June 2023 compared with 1 May 2024 to 30 June 2024"), "{out}");
    assert!(out.contains("rose by 10 percentage points, from 10% to 20%"), "{out}");
    assert!(out.contains("year ending 31 March 2025 (taken from the files)"), "{out}");
    assert!(!err.contains("--change"), "{err}");
    // Not the same days, days that no return covers, and a report of whose other periods nothing is worked out.
    for (from, to, more) in [
        ("2024-04-01..2024-06-30", "2024-07-01..2024-09-30", &[][..]),
        ("2022-05-01..2022-06-30", "2023-05-01..2023-06-30", &[]),
        ("2023-05-01..2023-06-30", "2024-05-01..2024-06-30", &["--safe"]),
    ] {
        let (out, err) = run(from, to, more);
        assert!(err.contains("--change: no figure is there for both"), "{err}");
        assert!(!out.contains("30 June 2024") && !out.contains("30 September 2024"), "{out}");
    }
}
