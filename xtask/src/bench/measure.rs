//! Measurements, and their medians.

/// One run.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run {
    /// Seconds from the files to the first figures. Natively, to the whole report.
    pub(super) seconds: f64,
    /// In the browser: seconds from the files to everything.
    pub(super) everything: f64,
    /// In the browser: seconds to read the files and do nothing else.
    pub(super) floor: f64,
    /// In the browser: milliseconds from a cold start until a person can use the page.
    pub(super) ready: f64,
    /// In the browser: how far the content moved when the rest came (cumulative layout shift).
    pub(super) shift: f64,
    /// The most memory held, in bytes. In the browser, how much more the page's process held than before.
    pub(super) memory: u64,
    /// In the browser: the longest time in which the page did not answer, in milliseconds.
    pub(super) longest_task: f64,
    /// In the browser: the longest time for which the page said nothing new, in seconds.
    pub(super) silence: f64,
}

/// Several runs of one thing.
#[derive(Debug)]
pub(super) struct Measured {
    runs: Vec<Run>,
}

impl Measured {
    pub(super) fn of(runs: Vec<Run>) -> Self {
        Self { runs }
    }

    /// The median of a value over the runs.
    pub(super) fn median(&self, of: impl Fn(&Run) -> f64) -> f64 {
        let mut values: Vec<f64> = self.runs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        match values.len() {
            0 => f64::NAN,
            odd if odd % 2 == 1 => values[middle],
            _ => f64::midpoint(values[middle - 1], values[middle]),
        }
    }

    /// The fewest and the most seconds of a run.
    pub(super) fn range(&self) -> (f64, f64) {
        let seconds = || self.runs.iter().map(|run| run.seconds);
        (seconds().fold(f64::INFINITY, f64::min), seconds().fold(0.0, f64::max))
    }
}
