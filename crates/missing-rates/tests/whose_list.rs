//! Whose children a list is about, what its wordings mean, and what is said while that is open.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::support::lists::{EPISODES, MISSING, beside, entry, entry_of_list, of_all, returns, said, trafficked};
use crate::support::set_aside;
use missing_rates::Query;
use missing_rates::cohort::{Cohort, Count};
use missing_rates::report::{Disclosure, Module, NotHeld, Problem, Reason, Report};

const KENT: &str = "E10000016";
const ESSEX: &str = "E10000012";
const OF_TWO: [&str; 5] = [
    "Local authority,CHILD,TRAFFICKED\nKent,1,confirmed\nEssex,2,confirmed\nEssex,4,suspected\n",
    "Local authority,CHILD,NRM outcome\nKent,1,Conclusive grounds\nEssex,2,Conclusive grounds\nEssex,4,Pending\n",
    "CHILD,LA code,Trafficked (Y/N)\n1,E10000016,y\n2,E10000012,y\n4,E10000012,y\n",
    "Placing authority,Child ID,Trafficked,Missing episodes\nKent,1,Yes,3\nEssex,2,Yes,1\nessex,4,Yes,1\n",
    "Council,Child,Outcome\nKent,1,Conclusive grounds\nEssex,2,Conclusive grounds\nEssex,4,Reasonable grounds\n",
];

#[test]
fn the_authorities_of_a_list_change_no_figure_of_a_return_that_names_none() {
    let alone = of_all(&beside(["", EPISODES, MISSING], &Query::default()));
    for table in OF_TWO {
        let report = beside([table, EPISODES, MISSING], &Query::default());
        assert_eq!((of_all(&report), trafficked(&report)), (alone.clone(), None), "{table}");
        assert_eq!(entry(&report).problem, Some(Problem::ListOfSeveral { authorities: 2 }), "{table}");
        assert_eq!(set_aside(&report, "NRM tracker.csv"), [(Reason::AuthorityNotSaid, 3)], "{table}");
        for (whose, count) in [(KENT, 1), (ESSEX, 2)] {
            let report = beside([table, EPISODES, MISSING], &said(whose));
            assert_eq!((of_all(&report), trafficked(&report)), (alone.clone(), Some(count)), "{table} {whose}");
            assert_eq!(set_aside(&report, "NRM tracker.csv"), [(Reason::OtherAuthority, 3 - count)], "{table}");
        }
        let report = beside([table, EPISODES, MISSING], &said("E10000030"));
        assert_eq!((of_all(&report), trafficked(&report)), (alone.clone(), None), "{table}");
        assert_eq!(entry(&report).problem, Some(Problem::ListOfOthers), "{table}");
    }
}

#[test]
fn a_list_of_one_authority_is_that_of_the_return_unless_somebody_says_otherwise() {
    let table = "Local authority,CHILD,TRAFFICKED\nKent,1,confirmed\nKent,2,confirmed\n";
    for (query, count) in [(Query::default(), Some(2)), (said(KENT), Some(2)), (said(ESSEX), None)] {
        let report = beside([table, EPISODES, MISSING], &query);
        assert_eq!(trafficked(&report), count);
        assert_eq!(entry(&report).problem.is_some(), count.is_none());
    }
    // A name that is not known may be anybody.
    let table = "Local authority,CHILD,TRAFFICKED\nOurs,1,confirmed\nTheirs,2,confirmed\n";
    let report = beside([table, EPISODES, MISSING], &Query::default());
    assert_eq!(entry(&report).problem, Some(Problem::ListOfSeveral { authorities: 2 }));
    // Where a child was found, or lives, says nothing of whose child it is.
    let table = "CHILD,Authority where found,TRAFFICKED\n1,Kent,confirmed\n2,Essex,confirmed\n";
    assert_eq!(trafficked(&beside([table, EPISODES, MISSING], &said(KENT))), Some(2));
}

#[test]
fn a_return_that_names_its_authority_says_whose_rows_of_a_list_count() {
    let of = |name: &str, text: &str| {
        let with =
            |(at, line): (usize, &str)| if at == 0 { format!("LA,{line}\n") } else { format!("{name},{line}\n") };
        text.lines().enumerate().map(with).collect::<Vec<_>>().concat()
    };
    let kent = [of("Kent", EPISODES), of("Kent", MISSING)];
    for table in OF_TWO {
        let report = beside([table, &kent[0], &kent[1]], &Query::default());
        assert_eq!(trafficked(&report), Some(1), "{table}");
        // Two that contradict each other leave none.
        assert_eq!(trafficked(&beside([table, &kent[0], &kent[1]], &said(ESSEX))), None, "{table}");
    }
    // Of several authorities, each has its own rows, and those of another change nothing.
    let two = |text: &str| of("Kent", text) + of("Essex", text).split_once('\n').map_or("", |(_, rows)| rows);
    let (episodes, missing) = (two(EPISODES), two(MISSING));
    let table = OF_TWO[0];
    let report = beside([table, &episodes, &missing], &Query::default());
    let figures = |report: &Report| {
        let of = |cohort: Cohort| {
            let of = report.totals.iter().filter(|t| t.cohort == cohort && t.measure == Count::Children);
            of.map(|t| (t.area.code.map(|code| code.to_string()), t.exact)).collect::<Vec<_>>()
        };
        (of(Cohort::All), of(Cohort::Trafficked))
    };
    let more = format!("{table}Surrey,3,confirmed\n");
    let with = beside([&more, &episodes, &missing], &Query::default());
    assert_eq!(figures(&with), figures(&report));
    assert_eq!(with.profiles, report.profiles);
    assert_eq!(set_aside(&with, "NRM tracker.csv"), [(Reason::OtherAuthority, 1)]);
    assert!(figures(&report).1.iter().any(|(code, exact)| code.as_deref() == Some(ESSEX) && *exact == Some(2)));
}

#[test]
fn while_a_wording_is_open_nothing_is_said_of_trafficked_children_in_any_form() {
    let tables = [
        "CHILD,Outcome\n1,Conclusive grounds\n2,Withdrawn\n3,Negative\n",
        "CHILD,Outcome\n1,Withdrawn\n2,Withdrawn\n",
        "CHILD,TRAFFICKED\n1,confirmed\n2,confirmed by Zebedee\n",
    ];
    let alone = of_all(&beside(["", EPISODES, MISSING], &Query::default()));
    for (table, disclosure) in tables.iter().flat_map(|table| [(table, Disclosure::Exact), (table, Disclosure::Safe)]) {
        let returns = returns(table);
        let report = returns.report(&Query { disclosure, ..Query::default() });
        assert_eq!((trafficked(&report), &entry_of_list(&report).problem), (None, &None), "{table}");
        let lack = report.not_covered.iter().find(|of| of.cohort == Cohort::Trafficked).unwrap();
        assert_eq!((lack.module, lack.undecided, lack.contradicted), (Module::List, true, false));
        let answers = report.foi.iter().flat_map(|foi| &foi.years).flat_map(|year| &year.answers);
        let reasons: Vec<_> =
            answers.filter(|answer| answer.cohort == Cohort::Trafficked).map(|answer| answer.not_held).collect();
        assert!(!reasons.is_empty() && reasons.iter().all(|why| *why == Some(NotHeld::ListUndecided)), "{reasons:?}");
        if disclosure == Disclosure::Exact {
            assert_eq!(of_all(&report), alone);
        }
    }
}

#[test]
fn a_child_both_trafficked_and_not_is_a_finding_and_no_count() {
    for (rows, differs) in [
        ("1,confirmed\n1,no\n2,suspected\n", true),
        ("1,confirmed\n2,suspected\n1,No\n", true),
        ("1,confirmed\n1,suspected\n2,no\n2,no\n", false),
    ] {
        let returns = returns(&format!("CHILD,TRAFFICKED\n{rows}"));
        let report = returns.report(&Query::default());
        let found = report.findings.iter().filter(|finding| finding.rule == "list-differs").count();
        assert_eq!((found, trafficked(&report).is_none()), (usize::from(differs), differs), "{rows}");
        let contradicted = report.not_covered.iter().any(|of| of.module == Module::List && of.contradicted);
        assert_eq!(contradicted, differs, "{rows}");
        let safe = returns.report(&Query { disclosure: Disclosure::Safe, ..Query::default() });
        assert!(!differs || trafficked(&safe).is_none());
    }
}
