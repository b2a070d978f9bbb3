//! What the page itself needs of a report, beside the blocks of the parts.

use document::{Shared, View};
use missing_rates::Query;
use missing_rates::period::Period;
use missing_rates::report::{Level, PeriodsFrom, Report};
use words::Language;

use crate::parts;

/// The period that is shown: the latest if none is wanted or the report has it not.
pub fn shown_of(report: &Report, wanted: Option<Period>) -> Option<Period> {
    wanted.filter(|period| report.periods.contains(period)).or_else(|| report.periods.last().copied())
}

/// Picks out one period, the latest if none is wanted or the report has it not.
pub fn view(language: Language, report: &Report, asked: &Query, wanted: Option<Period>) -> View {
    let shown = shown_of(report, wanted);
    let subjects = shown.map(|period| parts::subjects(report, period)).unwrap_or_default();
    View {
        periods: report.periods.iter().rev().copied().collect(),
        shown,
        asked: report.periods_from == PeriodsFrom::Asked,
        any_days: subjects.iter().any(|subject| subject.area.level == Level::Return),
        empty: subjects.is_empty() && !report.published.iter().any(|figure| Some(figure.period) == shown),
        files: report.files.clone(),
        years: Vec::new(),
        set_aside: report.set_aside.clone(),
        parts: parts::names(language, report),
        coverage: Shared::new(parts::coverage(language, report, asked)),
        head: Shared::new(parts::head(language, report)),
        foot: Shared::new(vec![parts::rests(language, report, shown)]),
        outlines: shown.map(|period| parts::outlines(language, &subjects, period)).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use missing_rates::Returns;
    use missing_rates::read::Reader;

    use super::*;
    use document::{News, Outlines};
    use words::Language::English;
    use words::Text;

    fn of(language: Language, files: &[(&str, &[u8])]) -> View {
        let mut returns = Returns::default();
        for (id, (name, bytes)) in (1..).zip(files) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(bytes);
            returns.add(id, reader.finish());
        }
        view(language, &returns.report(&Query::default()), &Query::default(), None)
    }

    #[test]
    fn a_view_arrives_as_it_was_sent() {
        let sent = News::Report {
            view: of(English, &[("a.csv", include_bytes!("../../../static/samples/answers-2024.csv"))]),
        };
        let arrived: Option<News> = document::decode(&document::encode(&sent));
        assert_eq!(format!("{arrived:?}"), format!("{:?}", Some(sent)));
    }

    #[test]
    fn what_is_shared_says_no_count() {
        let answers = of(English, &[("a.csv", include_bytes!("../../../static/samples/answers-2024.csv"))]);
        let said = answers.outlines.sentences();
        assert_eq!(
            said.first().map(Text::as_str),
            Some("Trafficked children, 2024, United Kingdom: 37% of about 2,340 children went missing.")
        );
    }

    #[test]
    fn a_return_in_which_few_went_missing_has_nothing_to_share() {
        let episodes = "CHILD,DECOM,LS,DEC\n1,01/04/2020,C2,\n2,01/04/2020,C2,\n3,01/04/2020,C2,\n";
        let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n";
        let view = of(English, &[("episodes.csv", episodes.as_bytes()), ("missing.csv", missing.as_bytes())]);
        assert!(!view.empty, "there is a share to be hidden");
        assert_eq!(view.outlines, Outlines::default());
    }
}
