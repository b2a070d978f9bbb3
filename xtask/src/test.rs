//! Every check, in the order in which they are quickest to tell what is wrong; the first red one ends it.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::page::names::BUILT_IN;
use crate::setup::{self, Browser, Tools};
use crate::{dist, size};

mod dependencies;
mod tally;

use tally::Tally;

const WASM: &str = "wasm32-unknown-unknown";

/// Where data may be beside the project. Tests that read them are marked as ignored, and run where they are.
const BESIDE: &str = "../shared/data";

/// The engine, whose tests try thousands of cases, and the room whose attackers take longest.
const ENGINE: &str = "missing-rates";
const ATTACKERS: &str = "safe::";

/// Attacks on a thousand reports each, a sample of which every run makes. They take minutes, and are asked for by name.
const THOUSANDS: &str = "a_thousand";

/// The tests of browsers that a machine may lack; they skip, and say, those that are not there.
const OTHER_BROWSERS: &str = "tests/browsers/page.test.mjs";

/// Runs every check, and says at the end how many tests passed and failed. Gives back whether all is well.
///
/// `quick` leaves out what needs a browser, the long attacks on safe reports, the documentation and the build of the page.
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

/// What needs no browser: formatting, lints, tests.
fn natively(command: &mut dyn FnMut(&str) -> Command, quick: bool, tally: &mut Tally) -> Result<()> {
    let mut cargo = |heading: &str, arguments: &[&str]| tally.run(heading, command("cargo").args(arguments));
    cargo("Formatting", &["fmt", "--all", "--check"])?;
    cargo("Lints", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    // Ignored tests count as skipped where the data that they read are not there.
    let all: &[&str] = if Path::new(BESIDE).is_dir() { &["--include-ignored"] } else { &[] };
    let attackers: &[&str] = if quick { &["--skip", ATTACKERS] } else { &["--skip", THOUSANDS] };
    dependencies::check(&mut cargo)?;
    cargo("Tests", &[&["test", "--workspace", "--exclude", ENGINE, "--"][..], all].concat())?;
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
    let mut cargo = |heading: &str, arguments: &[&str], variables: &[(&str, &str)]| {
        tally.run(heading, with_browser("cargo").args(arguments).envs(variables.iter().copied()))
    };
    if tools.rustup {
        let page = ["clippy", "--target", WASM, "-p", "missing-from-care", "-p", "worker", "-p", ENGINE];
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

    tally::say("The page");
    dist::dist(tools)?;
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
