//! Return-home interviews beside a return, as a person at a terminal meets them.

#[path = "support/folder.rs"]
mod folder;

use folder::{EPISODES, Folder, MISSING, children, missing};

const LIST: &str = "CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n1,05/06/2024,Y,Y,09/06/2024\n2,05/06/2024,Y,Y,10/06/2024\n4,05/06/2024,Y,Y,10/06/2024\n";
const TEAMS: &str = "CHILD,TEAM\n1,Quuxton\n2,=Quux\n";

fn with(name: &str, list: &str) -> Folder {
    let rows: String = (1..=3).map(|child| missing(child, 2024)).collect();
    let late = "3,05/06/2008,M,30/03/2025,31/03/2025\n";
    let files = [
        ("episodes.csv", format!("{EPISODES}{}", children(10, 2023))),
        ("missing.csv", format!("{MISSING}{rows}{late}")),
        ("rhi.csv", list.to_owned()),
        ("teams.csv", TEAMS.to_owned()),
    ];
    Folder::new(name, &files)
}

#[test]
fn a_list_is_told_of_after_the_report_and_by_team_as_csv() {
    let folder = with("interviews", LIST);
    let (out, err) = folder.run(&[]);
    assert!(err.is_empty(), "{err}");
    for said in [
        "Return-home interviews, year ending 31 March 2025",
        "An interview was held within 72 hours: 50.0% of incidents: 1 of the 2 of which the list says",
        "the share lies between 33.3% and 66.7%",
        "1 of them is left out, because 72 hours had not passed on 31 March 2025",
        "rhi.csv, row 4: No incident of this child begins on this day.",
        "Statutory guidance on children who run away or go missing from home or care, January 2014",
    ] {
        assert!(out.contains(said), "{said}\n{out}");
    }
    let (csv, _) = folder.run(&["--format", "interviews"]);
    assert!(csv.contains("\r\n'=Quux,1,0,1,0,0.0%\r\nQuuxton,1,1,0,0,100.0%\r\nNo team given,1,0,0,1,"), "{csv}");
}

#[test]
fn nothing_of_it_is_in_any_other_format_and_nothing_is_safe() {
    let folder = with("interviews-safe", LIST);
    for format in ["json", "csv", "based-on", "foi-text", "foi-csv", "work-list", "settings", "columns"] {
        let (out, _) = folder.run(&["--format", format]);
        assert!(!out.contains("Quux") && !out.to_lowercase().contains("72 hours"), "{format}\n{out}");
    }
    for safe in [&["--safe"][..], &["--round", "5"], &["--safe", "--format", "csv"], &["--safe", "--format", "json"]] {
        let (out, err) = folder.run(safe);
        assert!(!out.contains("Quux") && !out.to_lowercase().contains("interviews,"), "{safe:?}\n{out}");
        assert!(!out.contains("72 hours") && !err.contains("Quux"), "{safe:?}");
    }
    let (out, err) = folder.run(&["--safe", "--format", "interviews"]);
    assert!(out.is_empty() && err.contains("never safe to publish"), "{err}");
}

#[test]
fn what_only_looks_like_such_a_list_is_told_by_name() {
    for (list, said) in [
        (
            "CHILD,MIS_START,Interview offered,ACCEPTED,DATE\n1,05/06/2024,Y,Y,09/06/2024\n",
            "Rename these columns: “Interview offered”",
        ),
        (
            "CHILD,MIS_START,OFFERED,ACCEPTED\n1,05/06/2024,Y,Y\n",
            "looks like a list of return-home interviews, but it has no column DATE",
        ),
        (
            "CHILD,MIS_START,OFFERED,ACCEPTED,DATE,Date placement offered\n1,05/06/2024,Y,Y,09/06/2024,06/06/2024\n",
            "these columns could change what it says: Date placement offered",
        ),
        (
            "CHILD,MIS_START,OFFERED,ACCEPTED,DATE,Interview status\n1,05/06/2024,Y,Y,09/06/2024,Did not attend\n",
            "these columns could change what it says: Interview status",
        ),
        (
            "CHILD,MIS_START,OFFERED,ACCEPTED,DATE,CANCELLED\n1,05/06/2024,Y,Y,09/06/2024,Yes\n",
            "these columns could change what it says: CANCELLED",
        ),
    ] {
        let folder = with("interviews-near", list);
        let (out, err) = folder.run(&[]);
        assert!(err.to_lowercase().contains(&said.to_lowercase()), "{said}\n{err}");
        assert!(!out.contains("72 hours"), "{out}");
        let (_, err) = folder.run(&["--format", "interviews"]);
        assert!(err.contains("this needs a return with Episodes and Missing, and a list of interviews"), "{err}");
    }
}
