//! The sample files that a visitor can try the page with.

/// A set of sample files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sample {
    /// Invented answers of 212 authorities.
    Answers,
    /// An invented SSDA903 return.
    Return,
    /// Figures that DfE published.
    Published,
}

impl Sample {
    /// Every sample, in the order in which they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::Answers, Self::Return, Self::Published];

    /// The paths of its files, relative to the page.
    pub(crate) fn paths(self) -> &'static [&'static str] {
        match self {
            Self::Answers => &["samples/answers-2024.csv"],
            Self::Return => &[
                "samples/ssda903/header.csv",
                "samples/ssda903/episodes.csv",
                "samples/ssda903/uasc.csv",
                "samples/ssda903/missing.csv",
            ],
            Self::Published => &["samples/published-2024.csv"],
        }
    }
}
