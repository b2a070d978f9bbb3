//! `cargo xtask`: sets up, serves, tests, builds and measures the project.
//!
//! Invariants: none of it is in the product, and it depends on no crate of the product.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

mod bench;
mod dist;
mod fuzz;
mod page;
mod published;
mod run;
mod screenshots;
mod serve;
mod setup;
mod size;
mod test;

const HELP: &str = "\
cargo xtask <command>

Commands:
  serve [--port N]   Build the page and serve it at http://127.0.0.1:8080 (or port N); builds again on changes
  test [--quick]     Every check: formatting, lints, documentation, tests, the page's size, a real browser; quick: what
                     takes less than 4 minutes once it is built, without the browser and the long attacks on safe reports
  dist [--site URL]  Build the page into dist/: for any web server, and as one file, missing-from-care.html; with its
                     address, social media find the pictures of its links
  reproduce          Build the current commit twice, in different folders, and fail if a byte differs
  bench [--runs N]   Time the page and the terminal program on England's returns and ten times as many; with --large, once on
                     a return of 2.3 GB, which is invented and taken away again
  fuzz [SECONDS] [--seed N]
                     Bend files, documents and messages that the product takes for so many seconds each (30), and fail if a
                     promise breaks; with --case TARGET FILE, run one case that was kept
  screenshots [WORD...]
                     Take pictures of every state of the page into target/screenshots, or of those named by the words
  setup              Install what the others need, and nothing else
  size               Show how large the first load of dist/ and the one file are, and fail when over budget
  published FILE --released DAY
                     Write the table of published figures from a file of the Department for Education
  stamp [FOLDER]     Name the files of a built page by what they hold, and write its policy (Trunk calls this)

Each command first installs what it needs and does not find, which takes some minutes the first time.

Environment:
  CHROMIUM, CHROMEDRIVER          The browser to test in, and its driver, if they are not on PATH
  MISSING_FROM_CARE_RUST=debian   Build the page with Debian's packages rustc-web and cargo-web, as is done by itself
                                  where rustup cannot add the target wasm32-unknown-unknown
  MISSING_FROM_CARE_RUST=plain    Build the page with the standard library that comes with the compiler
";

fn main() -> ExitCode {
    match command() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked. Returns whether all is well, if that was asked.
fn command() -> Result<bool> {
    // Every path below is relative to the workspace, wherever the command was run.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies in the workspace")?;
    std::env::set_current_dir(root).with_context(|| format!("cannot enter {}", root.display()))?;

    let mut parser = Parser::from_env();
    let Some(Arg::Value(name)) = parser.next()? else {
        print!("{HELP}");
        return Ok(true);
    };
    let name = name.string()?;
    let (mut port, mut runs, mut folder, mut quick, mut large) = (serve::PORT, bench::RUNS, None, false, false);
    let (mut file, mut released, mut pictures, mut site) = (None, None, Vec::new(), None);
    let (mut seconds, mut seed, mut case, mut given) = (fuzz::SECONDS, None, false, Vec::new());
    while let Some(arg) = parser.next()? {
        match (name.as_str(), arg) {
            ("serve", Arg::Long("port")) => port = parser.value()?.parse()?,
            ("dist", Arg::Long("site")) => site = Some(parser.value()?.string()?),
            ("test", Arg::Long("quick")) => quick = true,
            ("bench", Arg::Long("large")) => large = true,
            ("bench", Arg::Long("runs")) => runs = parser.value()?.parse()?,
            ("stamp", Arg::Value(given)) => folder = Some(given),
            ("screenshots", Arg::Value(word)) => pictures.push(word),
            ("published", Arg::Value(given)) => file = Some(given),
            ("fuzz", Arg::Long("seed")) => seed = Some(parser.value()?.parse()?),
            ("fuzz", Arg::Long("case")) => case = true,
            ("fuzz", Arg::Value(value)) if case => given.push(value.string()?),
            ("fuzz", Arg::Value(value)) => seconds = value.parse()?,
            ("published", Arg::Long("released")) => released = Some(parser.value()?.string()?),
            (_, other) => return Err(other.unexpected().into()),
        }
    }
    match name.as_str() {
        "test" => return Ok(test::test(quick)),
        "serve" => serve::serve(port)?,
        "dist" => dist::dist(&setup::to_build()?, site.as_deref())?,
        "bench" if large => bench::large()?,
        "bench" => bench::bench(runs)?,
        "setup" => drop(setup::to_test()?),
        "size" => size::check(Path::new(page::names::BUILT_IN))?,
        "published" => published::write(file.as_deref(), released.as_deref())?,
        "fuzz" => match given.as_slice() {
            [] if !case => fuzz::fuzz(seconds, seed, None)?,
            [target, file] => fuzz::case(target, file)?,
            _ => bail!("say which case: `cargo xtask fuzz --case TARGET FILE`"),
        },
        "screenshots" => screenshots::screenshots(&pictures)?,
        "reproduce" => dist::reproduce::reproduce()?,
        "stamp" => page::stamp(folder)?,
        "help" => print!("{HELP}"),
        other => bail!("there is no command `{other}`; `cargo xtask help` lists them"),
    }
    Ok(true)
}
