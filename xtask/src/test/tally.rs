//! Counts how many tests passed and failed, over all runners.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::run;

/// Counts of tests.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Tally {
    /// Runs a program, shows what it prints, and counts the tests that it reports.
    pub(super) fn run(&mut self, heading: &str, command: &mut Command) -> Result<()> {
        say(heading);
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{heading}: cannot run `{}`", run::shown(command)))?;
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n') {
                let line = line?;
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                self.count(&line);
            }
        }
        let status = child.wait()?;
        if !status.success() {
            bail!("{heading}: `{}` failed ({status})", run::shown(command));
        }
        Ok(())
    }

    /// Counts a failure that is not a test: a lint, a build, the budget.
    pub(super) fn failed_otherwise(&mut self) {
        self.failed = self.failed.max(1);
    }

    /// Counts a check that cannot be run on this machine.
    pub(super) fn skip(&mut self, count: u64) {
        self.skipped += count;
    }

    /// Takes the counts of a runner's closing line: Rust's, wasm-bindgen's, Playwright's or Node's.
    fn count(&mut self, line: &str) {
        let plain = without_colours(line);
        // Each of Node's lines begins with a mark and ends with the number: `# pass 3`.
        let of_node = plain.trim().strip_prefix("# ").or_else(|| plain.trim().strip_prefix("ℹ "));
        if let Some((word, number)) = of_node.and_then(|line| line.split_once(' ')) {
            let number = number.parse().unwrap_or(0);
            match word {
                "pass" => self.passed += number,
                "fail" => self.failed += number,
                "skipped" => self.skipped += number,
                _ => {}
            }
            return;
        }
        let of_rust = plain.trim().strip_prefix("test result:");
        let counts = of_rust.map_or_else(|| vec![plain.trim()], |rest| rest.split([';', '.']).map(str::trim).collect());
        for count in counts {
            let Some((number, rest)) = count.split_once(' ') else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            // Playwright's line continues with the time that it took: `12 passed (3.4s)`.
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            if of_rust.is_none() && !(after.is_empty() || after.starts_with('(')) {
                continue;
            }
            match word {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" | "skipped" => self.skipped += number,
                _ => {}
            }
        }
    }
}

/// Says what comes next.
pub(super) fn say(heading: &str) {
    println!("\n── {heading} ──");
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// A line without its colour codes.
fn without_colours(line: &str) -> String {
    let mut plain = String::new();
    let mut parts = line.split('\u{1b}');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        plain.push_str(part.split_once('m').map_or("", |(_, text)| text));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_every_runner_are_counted_and_nothing_else_is() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            "test result: \u{1b}[32mok\u{1b}[0m. 3 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.41s",
            "\u{1b}[32m  7 passed\u{1b}[39m\u{1b}[2m (12.3s)\u{1b}[22m",
            "  1 failed",
            "  2 skipped",
            "a sentence with 5 passed in it",
            "5 passed children",
            "# tests 6",
            "# pass 4",
            "\u{1b}[34mℹ fail 0\u{1b}[39m",
            "# skipped 2",
            "# pass on the right side 3",
        ] {
            tally.count(line);
        }
        assert_eq!(tally, Tally { passed: 26, failed: 1, skipped: 5 });
    }
}
