//! How long the largest safe reports take, beside the exact ones: for docs/method.md, and for whoever makes it quicker.

use std::fmt::Write as _;
use std::time::Instant;

use super::made::{Dice, Files, a_return, returns};
use crate::Query;
use crate::area::authorities;
use crate::report::Disclosure;

/// Answers of every authority there is, of three years and three cohorts.
fn every_authority() -> Files {
    let mut dice = Dice(2);
    let mut text = String::from(
        "Authority,Year,Looked-after children,Looked-after children who went missing,\
         Missing incidents of looked-after children,Trafficked,Trafficked missing,Trafficked missing incidents,\
         UASC,UASC missing,UASC missing incidents\n",
    );
    for year in [2022, 2023, 2024] {
        for of in authorities().iter().filter(|of| of.is_current()) {
            let mut part = |most: u64| {
                let children = dice.below(most + 1);
                let missing = (0..children).filter(|_| dice.below(7) == 0).count() as u64;
                [children, missing, missing + (0..missing).map(|_| dice.below(6)).sum::<u64>()]
            };
            let [all, trafficked, unaccompanied] = [part(1_400), part(30), part(140)];
            let all: Vec<u64> = (0..3).map(|at| all[at] + trafficked[at] + unaccompanied[at]).collect();
            let mut cells = Vec::new();
            for n in all.into_iter().chain(trafficked).chain(unaccompanied) {
                cells.push(match dice.below(25) {
                    0 | 1 => "Refused s.12".to_owned(),
                    2 => String::new(),
                    3..=14 if (1..5).contains(&n) => "<5".to_owned(),
                    _ => n.to_string(),
                });
            }
            writeln!(text, "\"{}\",{year},{}", of.name, cells.join(",")).unwrap();
        }
    }
    vec![("answers.csv".to_owned(), text)]
}

#[test]
#[ignore = "a table for docs/method.md"]
fn how_long_it_takes() {
    let return_of = |children, years, with_list| a_return(&mut Dice(1), children, years, with_list);
    let inputs: [(&str, &dyn Fn() -> Files); 6] = [
        ("40 children with a list", &|| return_of(40, 1, true)),
        ("2,000 children", &|| return_of(2_000, 1, false)),
        ("3,000 children of two years, with a list", &|| return_of(3_000, 2, true)),
        ("115,000 children", &|| return_of(115_000, 1, false)),
        ("115,000 children of two years, with a list", &|| return_of(115_000, 2, true)),
        ("every authority, three years, three cohorts", &every_authority),
    ];
    let named = std::env::var("INPUT").unwrap_or_default();
    println!("| input | exact | safe |\n| --- | ---: | ---: |");
    for (name, of) in inputs.into_iter().filter(|(name, _)| name.contains(&named)) {
        let returns = returns(&of());
        let mut seconds = Vec::new();
        for disclosure in [Disclosure::Exact, Disclosure::Safe] {
            let query = Query { disclosure, ..Query::default() };
            let since = Instant::now();
            let report = returns.report(&query);
            seconds.push(format!("{:.2} s", since.elapsed().as_secs_f64()));
            assert!(!report.periods.is_empty());
        }
        println!("| {name} | {} |", seconds.join(" | "));
    }
}
