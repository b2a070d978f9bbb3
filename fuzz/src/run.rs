//! Runs of one target: bend, run, look, keep what is new.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use fastrand::Rng;

use crate::case::Case;
use crate::mutate::bent;
use crate::targets::Target;
use crate::watch::{MOST, Running, Taken, taken};

/// Where cases are kept that failed.
const KEPT: &str = "target/fuzz";

/// How many cases bending begins with: those of the corpus, and those that showed something new.
const POOL: usize = 4000;

/// How long is spent on making a failed case smaller.
const SHRINKING: Duration = Duration::from_secs(10);

/// What a target has been through.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    longest: Duration,
    runs: u64,
    slowest: Duration,
    largest: usize,
    /// What failed, each once, and where its case is kept.
    failed: BTreeMap<String, PathBuf>,
}

thread_local! {
    /// Where the last panic was, and what it said.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Notes panics instead of printing each of them.
pub(crate) fn note_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let said = info.payload_as_str().unwrap_or_default().lines().next().unwrap_or_default().to_owned();
        PANIC.with_borrow_mut(|last| *last = Some(format!("panic at {place}: {said}")));
    }));
}

/// One run, which takes no more than `longest` each time that it reads the files: what it showed, or why it failed, and what
/// it took.
pub(crate) fn once(target: &Target, case: &Case, longest: Duration) -> (Result<u64, String>, Taken) {
    let run = || (target.run)(case, &mut Rng::with_seed(case.seed));
    let longest = longest.saturating_mul(target.reads);
    let (done, took) = taken(|| panic::catch_unwind(AssertUnwindSafe(run)));
    let done = match done {
        Ok(Ok(seen)) if took.time <= longest && took.memory <= MOST => Ok(seen),
        Ok(Ok(_)) if took.time > longest => Err(format!("longer than {longest:?}")),
        Ok(Ok(_)) => Err(format!("more memory than {MOST} bytes")),
        Ok(Err(why)) => Err(why),
        Err(_) => Err(PANIC.with_borrow_mut(Option::take).unwrap_or_default()),
    };
    (done, took)
}

impl Outcome {
    /// Runs the corpus as it is, then bends it until the time is over.
    pub(crate) fn of(target: &Target, corpus: &[Case], time: Duration, seed: u64, longest: Duration) -> Result<Self> {
        fs::create_dir_all(KEPT).with_context(|| format!("cannot make {KEPT}"))?;
        let running = Running::new(&Path::new(KEPT).join(format!("{}.running", target.name)));
        let (mut outcome, mut pool, mut shown) =
            (Self { longest, ..Self::default() }, corpus.to_vec(), BTreeSet::new());
        let mut chance = Rng::with_seed(seed);
        let end = Instant::now() + time;
        for case in corpus {
            shown.extend(outcome.run(target, case, &running)?);
        }
        while Instant::now() < end {
            let from = chance.usize(..pool.len());
            let case = bent(&pool[from], corpus, &mut chance);
            // What shows something that nothing has shown before is worth bending further.
            if let Some(seen) = outcome.run(target, &case, &running)?
                && shown.insert(seen)
                && case.size() < 64 * 1024
            {
                if pool.len() < POOL {
                    pool.push(case);
                } else {
                    pool[chance.usize(corpus.len()..POOL)] = case;
                }
            }
        }
        running.end();
        Ok(outcome)
    }

    /// One run. What fails is made smaller and kept, once for each kind.
    fn run(&mut self, target: &Target, case: &Case, running: &Running) -> Result<Option<u64>> {
        running.begin(&case.kept());
        let (done, took) = once(target, case, self.longest);
        self.runs += 1;
        self.slowest = self.slowest.max(took.time);
        self.largest = self.largest.max(took.memory);
        let why = match done {
            Ok(seen) => return Ok(Some(seen)),
            Err(why) => why,
        };
        let kind = kind(&why).to_owned();
        if !self.failed.contains_key(&kind) {
            let small = smaller(target, case.clone(), &kind, self.longest);
            let path = Path::new(KEPT).join(format!("{}-{}.case", target.name, self.failed.len() + 1));
            fs::write(&path, small.kept()).with_context(|| format!("cannot write {}", path.display()))?;
            println!("{}: {why}\n    cargo xtask fuzz --case {} {}", target.name, target.name, path.display());
            self.failed.insert(kind, path);
        }
        Ok(None)
    }

    pub(crate) fn is_well(&self) -> bool {
        self.failed.is_empty()
    }

    /// In one line.
    pub(crate) fn said(&self, target: &Target) -> String {
        format!(
            "{:<10} {:>9} runs, slowest {:>6} ms, largest {:>6.1} MB, {} failed",
            target.name,
            self.runs,
            self.slowest.as_millis(),
            megabytes(self.largest),
            self.failed.len()
        )
    }
}

pub(crate) fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1_000_000.0
}

/// What failures of one kind have in common: what is before the first colon and blank.
fn kind(why: &str) -> &str {
    let end = why.match_indices(": ").next();
    end.map_or(why, |(at, _)| &why[..at])
}

/// The case with as little as fails in the same way.
fn smaller(target: &Target, mut case: Case, wanted: &str, longest: Duration) -> Case {
    let end = Instant::now() + SHRINKING;
    let fails = |case: &Case| once(target, case, longest).0.is_err_and(|why| kind(&why) == wanted);
    let mut at = 0;
    while at < case.files.len() && case.files.len() > 1 {
        let mut less = case.clone();
        less.files.remove(at);
        if fails(&less) { case = less } else { at += 1 }
    }
    let mut piece = case.size().max(2) / 2;
    while piece > 0 && Instant::now() < end {
        for file in 0..case.files.len() {
            let mut from = 0;
            while from < case.files[file].bytes.len() && Instant::now() < end {
                let mut less = case.clone();
                let to = (from + piece).min(less.files[file].bytes.len());
                less.files[file].bytes.drain(from..to);
                if fails(&less) { case = less } else { from = to }
            }
        }
        piece /= 2;
    }
    case
}
