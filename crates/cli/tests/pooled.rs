//! Answers of authorities, as a person at a terminal meets them.

#[path = "support/folder.rs"]
#[expect(dead_code, reason = "returns are made by others")]
mod folder;

use folder::Folder;

/// What is printed of these answers about unaccompanied children in 2024.
fn printed(name: &str, rows: &str) -> String {
    let text = ["Authority,Year,UASC,UASC missing\n", rows].concat();
    Folder::new(name, &[("answers.csv", text)]).run(&[]).0
}

#[test]
fn answers_of_one_nation_are_told_as_that_nations() {
    let out = printed("wales", "Cardiff,2024,500,100\nSwansea,2024,300,30\n");
    assert!(
        out.contains("  Wales: 16.3% went missing, 130 of 800 children") && !out.contains("United Kingdom"),
        "{out}"
    );
    let out = printed("nations", "Cardiff,2024,500,100\nSwansea,2024,300,30\nKent,2024,20,1\n");
    assert!(out.contains("  United Kingdom: 16.0% went missing, 131 of 820 children"), "{out}");
    // Counts alone, too.
    let out = printed("alone", "Cardiff,2024,500,Refused s.12\nSwansea,2024,300,Refused s.12\n");
    assert!(out.contains("Wales") && !out.contains("United Kingdom"), "{out}");
}

#[test]
fn a_share_lies_between_the_ends_of_its_interval_as_they_are_printed() {
    let out = printed("few", "Kent,2024,9000,1\nLeeds,2024,3000,0\n");
    assert!(out.contains("0.01% went missing, 1 of 12,000 children"), "{out}");
    assert!(out.contains("95% interval 0.001% to 0.05%"), "{out}");
    let out = printed("none", "Kent,2024,9000,0\nLeeds,2024,3000,0\n");
    assert!(out.contains("0.0% went missing, 0 of 12,000 children") && out.contains("interval 0.0% to 0.0%"), "{out}");
}
