//! Runs every check, those first that find mistakes fastest. The first failing check ends the run.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::page::names::BUILT_IN;
use crate::setup::{self, Browser, Tools};
use crate::{dist, fuzz, size};

mod dependencies;
mod office;
mod tally;

use tally::Tally;

const WASM: &str = "wasm32-unknown-unknown";

/// The folder beside the project where data may be. Tests that read the data are marked as ignored, and run only where
/// it exists.
const BESIDE: &str = "../shared/data";

/// The engine. Its tests try thousands of cases, and its attacks on safe reports take longest.
const ENGINE: &str = "missing-rates";
const ATTACKERS: &str = "safe::";

/// Attacks on a thousand reports each. They take minutes and are asked for by name; every run makes a sample of them.
const THOUSANDS: &str = "a_thousand";

/// Workbooks broken in thousands of ways, which takes longer than all other tests of files.
const MUTATIONS: &str = "ten_thousand";

/// The tests of browsers that a machine may not have. They skip missing browsers, and say so.
const OTHER_BROWSERS: &str = "tests/browsers/page.test.mjs";

/// Runs every check, and says at the end how many tests passed and failed. Returns whether all is well.
///
/// `quick` leaves out everything that needs a browser, the long attacks on safe reports and on workbooks, the documentation and
/// the build of the page.
pub(crate) fn test(quick: bool) -> bool {
    let mut tally = Tally::default();
    let result = if quick {
        natively(&mut |program: &str| Command::new(program), true, &mut tally)
    } else {
        setup::to_test().and_then(|(tools, browser)| whole(&tools, &browser, &mut tally))
    };
    println!();
    if let Err(error) = &result {
        println!("{error:#}");
        tally.failed_otherwise();
    }
    println!("{tally}");
    result.is_ok()
}

/// The checks that need no browser: formatting, lints, tests.
fn natively(command: &mut dyn FnMut(&str) -> Command, quick: bool, tally: &mut Tally) -> Result<()> {
    let left_out = dependencies::check(&mut |heading, arguments| tally.run(heading, command("cargo").args(arguments)))?;
    tally.skip(left_out);
    let mut cargo = |heading: &str, arguments: &[&str]| tally.run(heading, command("cargo").args(arguments));
    cargo("Formatting", &["fmt", "--all", "--check"])?;
    cargo("Lints", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    // Ignored tests count as skipped if the data that they read does not exist.
    let all: &[&str] = if Path::new(BESIDE).is_dir() { &["--include-ignored"] } else { &[] };
    let attackers: &[&str] = if quick { &["--skip", ATTACKERS] } else { &["--skip", THOUSANDS] };
    let without = office::TESTS.map(|test| ["--skip", test]).concat();
    let mutations: &[&str] = if quick { &["--skip", MUTATIONS] } else { &[] };
    cargo("Tests", &[&["test", "--workspace", "--exclude", ENGINE, "--"][..], all, &without, mutations].concat())?;
    let engine = ["test", "--profile", "optimised", "-p", ENGINE, "--all-targets", "--"];
    cargo("Tests of the engine", &[&engine[..], all, attackers].concat())?;
    cargo("Its examples", &["test", "--profile", "optimised", "-p", ENGINE, "--doc"])
}

/// Every check.
fn whole(tools: &Tools, browser: &Browser, tally: &mut Tally) -> Result<()> {
    let mut with_browser = |program: &str| {
        let mut command = tools.command(program);
        browser.tell(&mut command);
        command
    };
    natively(&mut with_browser, false, tally)?;
    office::check(tally)?;
    let mut cargo = |heading: &str, arguments: &[&str], variables: &[(&str, &str)]| {
        tally.run(heading, with_browser("cargo").args(arguments).envs(variables.iter().copied()))
    };
    if tools.rustup {
        let page = ["clippy", "--target", WASM, "-p", "missing-from-care", "-p", "worker", "-p", "books", "-p", ENGINE];
        cargo("Lints of the page", &[&page[..], &["--", "-D", "warnings"]].concat(), &[])?;
    }
    let strict = [("RUSTDOCFLAGS", "-D warnings")];
    cargo("Documentation", &["doc", "--workspace", "--no-deps"], &strict)?;

    let capabilities = browser.capabilities()?;
    let in_browser = [
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"),
        ("WASM_BINDGEN_TEST_ONLY_WEB", "1"),
        ("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &*capabilities.to_string_lossy()),
    ];
    cargo("The engine in Chromium", &["test", "--target", WASM, "-p", "missing-rates", "--test", "wasm"], &in_browser)?;

    tally::say("Fuzzing");
    // The seed is the same each time, so that a green check stays green until something changes. The speed of the
    // machine decides nothing: only a run that never ends fails.
    fuzz::fuzz(fuzz::SECONDS, Some(1), Some(60))?;

    tally::say("The page");
    dist::dist(tools, None)?;
    tally::say("Its size");
    size::check(Path::new(BUILT_IN))?;

    let mut playwright = tools.command("playwright");
    playwright.arg("test");
    browser.tell(&mut playwright);
    tally.run("The page in Chromium", &mut playwright)?;

    let mut node = tools.command("node");
    node.args(["--experimental-websocket", "--test", "--test-reporter=tap", OTHER_BROWSERS]);
    tally.run("The page in Firefox and WebKitGTK", &mut node)
}
