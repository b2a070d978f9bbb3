//! What a run may take: time of the processor, and memory.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// No run takes longer than this, in seconds of the processor's time, for each time that it reads its files.
pub(crate) const LONGEST: u64 = 2;

/// No run holds more than this.
pub(crate) const MOST: usize = 200 * 1000 * 1000;

/// After so long a run counts as one that never ends.
const ENDLESS: Duration = Duration::from_secs(20);

/// What a run took.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Taken {
    pub(crate) time: Duration,
    pub(crate) memory: usize,
}

/// What a piece of work takes.
pub(crate) fn taken<T>(work: impl FnOnce() -> T) -> (T, Taken) {
    BEGUN.fetch_add(1, Ordering::Relaxed);
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let clock = Clock::start();
    let done = work();
    let time = clock.time();
    (done, Taken { time, memory: MEMORY.peak_usage().saturating_sub(before) })
}

/// The time that the processor has spent on this thread, where the system tells it; else that on the wall, in which other
/// programs count too.
struct Clock {
    wall: Instant,
    processor: Option<Duration>,
}

impl Clock {
    fn start() -> Self {
        Self { wall: Instant::now(), processor: processor() }
    }

    fn time(&self) -> Duration {
        let spent = processor().zip(self.processor).map(|(now, then)| now.saturating_sub(then));
        spent.unwrap_or_else(|| self.wall.elapsed())
    }
}

fn processor() -> Option<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}

/// Keeps the case that is running in a file, so that one which ends the program, or never ends, is there afterwards.
pub(crate) struct Running {
    file: PathBuf,
}

/// How many runs have begun.
static BEGUN: AtomicU64 = AtomicU64::new(0);

impl Running {
    /// Watches from now on: what never ends ends the program.
    pub(crate) fn new(file: &Path) -> Self {
        let of = file.to_owned();
        std::thread::spawn(move || {
            let (mut seen, mut since) = (0, Instant::now());
            loop {
                std::thread::sleep(Duration::from_secs(1));
                let now = BEGUN.load(Ordering::Relaxed);
                if now != seen {
                    (seen, since) = (now, Instant::now());
                } else if since.elapsed() > ENDLESS * 5 {
                    // On the wall, on a machine that is busy: five times as long.
                    eprintln!("a run does not end: {}", of.display());
                    std::process::exit(3);
                }
            }
        });
        Self { file: file.to_owned() }
    }

    pub(crate) fn begin(&self, case: &[u8]) {
        // Without the file a case is still run.
        let _ = fs::File::create(&self.file).and_then(|mut file| file.write_all(case));
    }

    pub(crate) fn end(self) {
        let _ = fs::remove_file(self.file);
    }
}
