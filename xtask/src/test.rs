//! Every check, in the order in which they are quickest to tell what is wrong; the first red one ends it.

use std::path::Path;

use anyhow::Result;

use crate::page::names::BUILT_IN;
use crate::setup::{self, Browser, Tools};
use crate::{dist, size};

mod tally;

use tally::Tally;

const WASM: &str = "wasm32-unknown-unknown";

/// Runs every check, and says at the end how many tests passed and failed. Gives back whether all is well.
pub(crate) fn test() -> Result<bool> {
    let (tools, browser) = setup::to_test()?;
    let mut tally = Tally::default();
    let result = checks(&tools, &browser, &mut tally);
    println!();
    if let Err(error) = &result {
        println!("{error:#}");
        tally.failed_otherwise();
    }
    println!("{tally}");
    Ok(result.is_ok())
}

fn checks(tools: &Tools, browser: &Browser, tally: &mut Tally) -> Result<()> {
    let mut cargo = |heading: &str, arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = tools.command("cargo");
        command.args(arguments).envs(variables.iter().copied());
        browser.tell(&mut command);
        tally.run(heading, &mut command)
    };
    cargo("Formatting", &["fmt", "--all", "--check"], &[])?;
    cargo("Lints", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"], &[])?;
    if tools.rustup {
        let page = ["clippy", "--target", WASM, "-p", "missing-from-care", "-p", "worker"];
        cargo("Lints of the page", &[&page[..], &["--", "-D", "warnings"]].concat(), &[])?;
    }
    let strict = [("RUSTDOCFLAGS", "-D warnings")];
    cargo("Documentation", &["doc", "--workspace", "--no-deps"], &strict)?;
    cargo("Tests", &["test", "--workspace"], &[])?;

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
    tally.run("The page in Chromium", &mut playwright)
}
