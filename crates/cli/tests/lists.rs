//! Lists of trafficked children beside a return, as a person at a terminal meets them.

#[path = "support/folder.rs"]
mod folder;

use folder::{EPISODES, Folder, MISSING, children, missing};

#[test]
fn a_tracker_with_names_is_a_list_and_no_name_is_in_any_output() {
    let files = [
        ("episodes.csv", format!("{EPISODES}{}", children(10, 2024))),
        ("missing.csv", format!("{MISSING}{}", missing(1, 2024))),
        (
            "NRM tracker.csv",
            "Child ID,Name,NRM outcome\n1,Qux One,Conclusive grounds\n2,Qux Two,Pending\n3,Qux Three,Negative\n4,Qux Four,Reasonable grounds\n"
                .to_owned(),
        ),
    ];
    let folder = Folder::new("tracker", &files);
    for options in [&[][..], &["--format", "json"], &["--format", "csv"], &["--safe"], &["--safe", "--format", "json"]]
    {
        let (out, err) = folder.run(options);
        assert!(!out.contains("Qux") && !err.contains("Qux"), "{options:?}");
    }
    let (out, _) = folder.run(&[]);
    assert!(out.contains("33.3% went missing, 1 of 3 children"), "{out}");
    for said in [
        "“pending” (1 child): suspected",
        "“conclusive grounds” (1 child): confirmed",
        "“negative” (1 child): not trafficked",
    ] {
        assert!(out.contains(said), "{said}\n{out}");
    }
}

/// Ten children, one of whom went missing, and a list.
fn with_list(name: &str, list: &str) -> Folder {
    let files = [
        ("episodes.csv", format!("{EPISODES}{}", children(10, 2024))),
        ("missing.csv", format!("{MISSING}{}", missing(1, 2024))),
        ("list.csv", list.to_owned()),
    ];
    Folder::new(name, &files)
}

#[test]
fn a_list_of_several_authorities_is_a_question_and_takes_nothing_away() {
    let list = "Local authority,CHILD,NRM outcome\nKent,1,Conclusive grounds\nEssex,2,Conclusive grounds\n";
    let folder = with_list("several", list);
    let (out, err) = folder.run(&[]);
    assert!(err.contains("list.csv: This list names 2 authorities") && err.contains("Give --authority."), "{err}");
    assert!(out.contains("This return: 10.0% went missing, 1 of 10 children"), "{out}");
    assert!(!out.contains("Trafficked children, year ending"), "{out}");
    let (out, err) = folder.run(&["--authority", "Kent"]);
    assert!(err.is_empty() && out.contains("Kent: 100.0% went missing, 1 of 1 child"), "{err}{out}");
    assert!(out.contains("1 row set aside: It is about a child of another authority"), "{out}");
    let (out, err) = folder.run(&["--authority", "Surrey"]);
    assert!(err.contains("No row of this list names the authority whose return this is"), "{err}");
    assert!(out.contains("Surrey: 10.0% went missing, 1 of 10 children"), "{out}");
    assert!(!out.contains("Trafficked children, year ending"), "{out}");
}

#[test]
fn wordings_of_a_list_that_are_open_are_said_once_and_where_the_figure_would_be() {
    let list = "CHILD,Outcome\n1,Conclusive grounds\n2,Pending\n3,pending\n4,Withdrawn\n5,Reasonable grounds\n";
    let folder = with_list("open", list);
    let (out, _) = folder.run(&[]);
    let why = "Trafficked children, year ending 31 March 2025: no figure\n  the list has wordings that could mean several things: “pending”, “withdrawn”. Say what each means: --trafficked";
    assert!(out.contains(why), "{out}");
    for options in [&["--format", "foi-text"][..], &["--format", "foi-text", "--safe"]] {
        let (out, err) = folder.run(options);
        assert!(err.contains("say what each means with --trafficked"), "{err}");
        // What children are called is nothing to publish.
        let said = if options.contains(&"--safe") {
            "(a) identified as trafficked: not held: it is not decided what wordings of the authority’s list mean\n"
        } else {
            "(a) identified as trafficked: not held: it is not decided what these wordings of the authority’s list mean: “pending”, “withdrawn”\n"
        };
        assert!(out.contains(said), "{out}");
    }
    let (out, _) = folder.run(&["--format", "foi-csv"]);
    let of_list = |line: &&str| line.contains(",trafficked");
    assert!(out.lines().filter(of_list).all(|line| line.contains(",,list-undecided,exact")), "{out}");
    let said = ["--trafficked", "Pending=suspected", "--trafficked", "withdrawn = no"];
    let (out, _) = folder.run(&said);
    assert!(out.contains("This return: 25.0% went missing, 1 of 4 children"), "{out}");
    assert!(out.contains("“withdrawn” (1 child): not trafficked, as you decided"), "{out}");
    let (_, err) = folder.run(&["--trafficked", "pending=perhaps"]);
    assert!(err.contains("--trafficked takes a wording of a list and what it means"), "{err}");
}

#[test]
fn a_child_that_a_list_calls_trafficked_and_not_is_told_of_and_not_counted() {
    let folder = with_list("both", "CHILD,TRAFFICKED\n1,confirmed\n1,no\n2,suspected\n");
    let (out, _) = folder.run(&[]);
    assert!(
        out.contains("Trafficked children, year ending 31 March 2025: no figure\n  The list says of the same child"),
        "{out}"
    );
    assert!(out.contains("list-differs (a figure could be wrong)"), "{out}");
    let (reply, _) = folder.run(&["--format", "foi-text"]);
    assert!(reply.contains("not held: the authority’s list says of the same child both that"), "{reply}");
}

#[test]
fn names_where_identifiers_or_headings_should_be_are_printed_in_no_format() {
    let lists = [
        "Local authority,Child,NRM\nKent,Zebedee Quux,Conclusive\nKent,Quux B,Reasonable\n",
        "Case ID,Child,NRM outcome\n1,Zebedee,Conclusive grounds\n2,Quux,Negative\n",
        "Child,Trafficked\nZebedee Quux (1),confirmed\nQuux B (2),suspected\n",
        "CHILD,TRAFFICKED\n1 Zebedee,confirmed\n2 Quux,suspected\n",
        "Zebedee,Quux\n1,2\n",
        "Zebedee Quux,Conclusive grounds\nQuux B,Pending\n",
        "1,Zebedee Quux,Conclusive grounds\n2,Quux B,Pending\n",
        "1,Zebedee,01/02/2009,Kent\n2,Quux,03/02/2009,Kent\n",
        "Authority,Trafficked children\nKent,Zebedee Quux; Quux B\n",
    ];
    let formats = [
        "text",
        "json",
        "csv",
        "columns",
        "chase-list",
        "work-list",
        "foi-text",
        "foi-csv",
        "based-on",
        "settings",
        "mapping",
    ];
    for (nth, list) in lists.into_iter().enumerate() {
        let folder = with_list("names", list);
        for format in formats {
            for more in [&[][..], &["--safe"], &["--by-child"], &["--exact-headings"]] {
                let (out, err) = folder.run(&[&["--format", format], more].concat());
                let said = (out + &err).to_lowercase();
                assert!(!said.contains("zebedee") && !said.contains("quux"), "{nth} {format} {more:?}\n{said}");
            }
        }
    }
}
