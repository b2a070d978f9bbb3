//! Command lines that are not understood, and why.

use missing_rates::area::NotAnAuthority;
use missing_rates::period::{NotADay, PeriodError};
use missing_rates::rates::NotAShare;
use words::{Language, Text};

/// A command line that is not understood. [`Misunderstood::text`] says it in words.
#[derive(Debug)]
pub(crate) enum Misunderstood {
    Arguments(lexopt::Error),
    Year(String),
    FileYear(String),
    /// An option, and what it names that is no file.
    NoSuchFile(&'static str, String),
    AddTogether(String),
    Period(PeriodError),
    PublishedYears(String),
    Target(NotAShare),
    Authority(NotAnAuthority),
    Format(String),
    Day(NotADay),
    LeadingZeros(String),
    Trafficked(String),
    Round(String),
    NeverSafe,
    TwoPeriods,
    /// A file that is said to be of two years.
    TwoYears(String),
    NoFile,
}

macro_rules! from_error {
    ($($error:ty => $variant:ident),*) => {
        $(impl From<$error> for Misunderstood {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        })*
    };
}

from_error!(lexopt::Error => Arguments, PeriodError => Period, NotAShare => Target, NotAnAuthority => Authority, NotADay => Day);

impl Misunderstood {
    pub(crate) fn text(&self, language: Language) -> Text {
        match self {
            Self::Arguments(error) => error.to_string().into(),
            Self::Year(given) => language.cli_wrong_year(given),
            Self::FileYear(given) => language.cli_wrong_file_year(given),
            Self::NoSuchFile(option, given) => words::CliNoSuchFile { given, option }.text(language),
            Self::AddTogether(given) => language.cli_wrong_add_together(given),
            Self::Period(mistake) => language.cli_wrong_period(&language.not_a_period(mistake)),
            Self::PublishedYears(given) => language.cli_wrong_published_years(given),
            Self::Target(mistake) => language.cli_wrong_target(&language.not_a_share(mistake)),
            Self::Authority(mistake) => language.cli_wrong_authority(&language.not_an_authority(mistake)),
            Self::Format(given) => language.cli_wrong_format(given),
            Self::Day(mistake) => language.cli_wrong_day(&language.not_a_day(mistake)),
            Self::LeadingZeros(given) => language.cli_wrong_zeros(given),
            Self::Trafficked(given) => language.cli_wrong_trafficked(given),
            Self::Round(given) => language.cli_wrong_round(given),
            Self::NeverSafe => language.cli_never_safe().into(),
            Self::TwoPeriods => language.cli_two_periods().into(),
            Self::TwoYears(file) => language.cli_two_years(file),
            Self::NoFile => language.cli_no_file().into(),
        }
    }
}
