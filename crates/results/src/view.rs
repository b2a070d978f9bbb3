//! What the page itself needs of a report, beside the blocks of the parts.

use document::{Block, FileSummary, Shared, View};
use missing_rates::period::Period;
use missing_rates::report::{Level, PeriodsFrom, Report, Total};
use missing_rates::{FileId, Query};
use words::Language;

use crate::context::Context;
use crate::drawing::{Medium, drawn};
use crate::empty;
use crate::parts;

/// The period that is shown. If none is wanted or the report has it not: the latest of a return, for published figures of a later
/// year never take its place, or else the latest of all.
pub fn shown_of(report: &Report, wanted: Option<Period>) -> Option<Period> {
    let of_return = |total: &&Total| total.area.level == Level::Return;
    let latest = || report.totals.iter().filter(of_return).map(|total| total.period).max();
    let wanted = wanted.filter(|period| report.periods.contains(period));
    wanted.or_else(latest).or_else(|| report.periods.last().copied())
}

/// Picks out one period, the latest if none is wanted or the report has it not.
pub fn view(
    language: Language,
    report: &Report,
    asked: &Query,
    wanted: Option<Period>,
    files: Vec<(FileId, FileSummary)>,
    medium: Medium,
) -> View {
    let shown = shown_of(report, wanted);
    let subjects = shown.map(|period| parts::subjects(report, period)).unwrap_or_default();
    let (why_empty, asks) = empty::why(language, report);
    let drawn = |blocks: Vec<Block>| Shared::new(drawn(language, medium, &blocks));
    let empty = subjects.is_empty() && !report.published.iter().any(|figure| Some(figure.period) == shown);
    let mut whose: Vec<Block> = parts::whose(language, report, asked.authority).into_iter().collect();
    if empty && report.disclosure.is_safe() {
        // Nobody is left with a report that hides everything: who the figures are for can be changed.
        whose.push(parts::readers(language, report));
    }
    View {
        disclosure: report.disclosure,
        more_follows: false,
        periods: report.periods.iter().rev().copied().collect(),
        shown,
        asked: report.periods_from == PeriodsFrom::Asked,
        any_days: subjects.iter().any(|subject| subject.area.level == Level::Return),
        empty,
        why_empty,
        asks,
        coverage: drawn(parts::coverage(language, report, asked)),
        files,
        parts: parts::names(language, report),
        whose: drawn(whose),
        head: drawn(parts::head(language, report)),
        controls: drawn(vec![parts::readers(language, report)]),
        foot: drawn(vec![parts::provenance(language, report, shown)]),
        outlines: shown.map(|period| parts::outlines(language, &subjects, period)).unwrap_or_default(),
    }
}

/// The same of the [first figures](missing_rates::Progress::Headline), and what the summary says of them.
pub fn headline(
    context: Context<'_>,
    files: Vec<(FileId, FileSummary)>,
    medium: Medium,
) -> (View, Shared<Vec<document::Node>>) {
    let Context { language, report, settings, .. } = context;
    let view = view(language, report, &settings.query, settings.period, files, medium);
    let parts = parts::names_at_first(language, report);
    (View { more_follows: true, parts, ..view }, Shared::new(drawn(language, medium, &parts::first(context))))
}

/// What figures are based on, for the foot of a page.
pub fn foot(context: Context<'_>, medium: Medium) -> Shared<Vec<document::Node>> {
    let section = parts::provenance(context.language, context.report, context.period);
    Shared::new(drawn(context.language, medium, &[section]))
}

/// What is shown beside every part, whole: its tables can be copied and downloaded too.
pub fn beside(context: Context<'_>) -> Vec<Block> {
    let Context { language, report, period, settings, .. } = context;
    let mut blocks = parts::coverage(language, report, &settings.query);
    blocks.extend(parts::whose(language, report, settings.query.authority));
    blocks.extend(parts::head(language, report));
    blocks.push(parts::provenance(language, report, period));
    blocks
}

#[cfg(test)]
mod tests {
    use missing_rates::Returns;
    use missing_rates::read::Reader;

    use super::*;
    use document::{Outlines, Reply};
    use words::Language::English;
    use words::Text;

    fn returns(files: &[(&str, &[u8])]) -> Returns {
        let mut returns = Returns::default();
        for (id, (name, bytes)) in (1..).zip(files) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(bytes);
            returns.add(id, reader.finish());
        }
        returns
    }

    fn of(language: Language, files: &[(&str, &[u8])]) -> View {
        let report = returns(files).report(&Query::default());
        let files =
            (1..).zip(report.files.iter().map(|file| crate::file_summary_in(language, &report, file))).collect();
        view(language, &report, &Query::default(), None, files, Medium::FILE)
    }

    #[test]
    fn a_safe_report_that_hides_every_share_says_so_and_lets_one_go_back() {
        let mut reader = Reader::new("answers.csv", Vec::new());
        reader.push(b"Authority,Year,UASC,UASC missing\nKent,2024,4,2\nHull,2024,5,1\n");
        let mut returns = Returns::default();
        returns.add(1, reader.finish());
        let query = Query { disclosure: missing_rates::report::Disclosure::Safe, ..Query::default() };
        let mut report = returns.report(&query);
        // As of hundreds of authorities with small numbers in three years, of which no sum can be shown.
        report.rates.clear();
        report.totals.clear();
        let view = view(English, &report, &query, None, Vec::new(), Medium::page(900.0));
        assert!(view.empty);
        assert_eq!(view.why_empty, English.results_all_hidden());
        assert!(format!("{:?}", view.whose).contains(English.publish_for()));
    }

    #[test]
    fn a_view_arrives_as_it_was_sent() {
        let sent = Reply::Report {
            view: of(English, &[("a.csv", include_bytes!("../../../static/samples/answers-2024.csv"))]),
        };
        let bytes = document::encode(&sent);
        let arrived: Reply = document::decode(&bytes).expect("a reply");
        assert_eq!(document::encode(&arrived), bytes);
        let (Reply::Report { view: arrived }, Reply::Report { view: sent }) = (arrived, sent) else { panic!() };
        assert_eq!((arrived.files, arrived.parts, arrived.outlines), (sent.files, sent.parts, sent.outlines));
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

    /// A release of a later year is there to compare with: it takes the place of no figure of one's own return.
    #[test]
    fn ones_own_return_comes_before_a_later_release() {
        let release = include_str!("../../../static/samples/published-2024.csv");
        let later: String = release.lines().map(|line| line.replacen("2024,", "2026,", 1) + "\n").collect();
        let mut files = parts::samples::RETURN.to_vec();
        files.push(("release.csv", later.as_bytes()));
        let view = of(English, &files);
        assert_eq!(view.shown, Period::collection_year(2025));
        assert!(view.periods.contains(&Period::collection_year(2026).unwrap()));
        let returns = returns(&files);
        // Of the release's own year there is nothing of the return, and nothing is taken for it.
        let kent = missing_rates::area::AreaCode::read("E10000016");
        let standing = returns.report(&Query { authority: kent, ..Query::default() }).standing.unwrap();
        let periods: Vec<_> = standing.calculated.iter().map(|own| own.period).collect();
        assert_eq!(periods, [Period::collection_year(2025).unwrap()]);
        let of_same_year = release.lines().map(|line| line.replacen("2024,", "2025,", 1) + "\n").collect::<String>();
        files[5].1 = of_same_year.as_bytes();
        let report = self::returns(&files).report(&Query::default());
        let subjects = parts::subjects(&report, Period::collection_year(2025).unwrap());
        let levels: Vec<Level> = subjects.iter().map(|subject| subject.area.level).collect();
        assert_eq!(levels[0], Level::Return);
        assert!(levels.len() > 1, "the release is of the same year");
    }

    /// A period that was saved with last month's settings is not taken for this month's without a word.
    #[test]
    fn a_period_from_settings_that_ends_before_the_files_is_said() {
        let returns = returns(&parts::samples::RETURN);
        let said = |end: &str, by_hand: bool| {
            let period = format!("2024-04-01/{end}").parse().ok();
            let mut query = Query { period, ..Query::default() };
            if by_hand {
                query.said.insert(missing_rates::Said::Period);
            }
            let report = returns.report(&query);
            format!("{:?}", parts::coverage(English, &report, &query)).contains("comes from your settings file")
        };
        assert!(said("2024-11-30", false));
        assert!(!said("2024-11-30", true) && !said("2025-03-31", false));
    }

    /// A return of which rows stop, and of which one file's year is not certain: one line says both, and opens.
    #[test]
    fn what_is_to_be_known_of_files_is_one_line_that_opens() {
        let row = |n: u32| {
            let (month, next) = (4 + n % 3, 5 + n % 3);
            format!("{n},{:02}/{month:02}/2024,C2,{:02}/{next:02}/2024\n", n % 28 + 1, (n + 9) % 28 + 1)
        };
        let episodes = ["CHILD,DECOM,LS,DEC\n", &(1..=40).map(row).collect::<Vec<_>>().concat()].concat();
        let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,10/05/2024,12/05/2024\n2,M,02/07/2024,03/07/2024\n";
        let header = "CHILD,SEX,DOB,ETHNIC\n1,1,01/01/2010,WBRI\n";
        let files = [("episodes.csv", &*episodes), ("missing.csv", missing), ("header.csv", header)];
        let report = returns(&files.map(|(name, text)| (name, text.as_bytes()))).report(&Query::default());
        let blocks = parts::coverage(English, &report, &Query::default());
        let [Block::Details { summary, blocks }] = &*blocks else { panic!("{blocks:?}") };
        assert!(summary.contains("2024") && summary.contains("the year of header.csv is not certain"), "{summary}");
        let notes = blocks.iter().filter(|block| matches!(block, Block::Note { .. })).count();
        assert_eq!(summary.matches("; ").count() + 1, notes, "{summary}");
        assert!(blocks.iter().any(|block| matches!(block, Block::Table { .. })));
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
