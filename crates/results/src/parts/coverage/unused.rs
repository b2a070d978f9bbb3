//! Files of a module that were chosen and are not used: not given is something else.

use missing_rates::report::{Module, Problem, Report, ReturnCoverage};
use words::{Language, Text};

/// A file of a module that is not used, and that is of this year or may be of any.
pub fn unused(report: &Report, module: Module, year: Option<i32>) -> Option<&ReturnCoverage> {
    let is = |of: &&ReturnCoverage| !of.used && of.module == module && (of.year.is_none() || of.year == year);
    report.coverage_of_returns.iter().filter(is).max_by_key(|of| of.year)
}

/// Why it is not used, where that names nothing out of the files.
pub fn why(language: Language, report: &Report, of: &ReturnCoverage) -> Option<Text> {
    let name = of.file.as_ref()?;
    let problem = report.files.iter().find(|file| file.name == *name)?.problem.as_ref()?;
    let names_nothing = matches!(
        problem,
        Problem::WhichYear
            | Problem::NoRows
            | Problem::NoUsableRows
            | Problem::FewUsableRows
            | Problem::NoDateInYear { .. }
            | Problem::ChildrenNotInEpisodes
            | Problem::ListNotInEpisodes
            | Problem::EpisodesNotUsable
            | Problem::CodesNotUnderstood { .. }
            | Problem::StatusesNotUnderstood { .. }
            | Problem::LeadingZeros { .. }
            | Problem::RoundedIdentifiers { .. }
            | Problem::MayBeRounded { .. }
            | Problem::SharedIdentifiers { .. }
            | Problem::MonthFirst
            | Problem::NoAuthorityColumn
    );
    names_nothing.then(|| language.problem(problem))
}
