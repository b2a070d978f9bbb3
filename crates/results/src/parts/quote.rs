//! The sentence that can be quoted about a headline, and a second one with what makes it uncertain.

use missing_rates::area::plain_name;
use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::rates::{answers_in, is_small};
use missing_rates::report::{Area, Basis, FileKind, Level, Rate, Report, code};
use words::{Language, Text};

use super::precise::{Ends, Precise};
use super::summary::Headline;
use document::Block;

/// A share that can be quoted.
#[derive(Clone, Copy)]
pub(super) struct Quoted<'a> {
    pub(super) report: &'a Report,
    pub(super) area: &'a Area,
    pub(super) period: Period,
    pub(super) headline: &'a Headline,
    pub(super) rate: &'a Rate,
}

impl Quoted<'_> {
    /// Both sentences, each with a button that copies it.
    pub(super) fn block(self, language: Language) -> Block {
        let of = if self.is_own() { "return-" } else { "pooled-" };
        let id = |what: &str| Text::from(["quote-", what, of, &code(&self.headline.cohort)].concat());
        let snippet = |what, label: &'static str, text| Block::Snippet { id: id(what), label: label.into(), text };
        Block::Details {
            summary: language.quote_open().into(),
            blocks: vec![
                snippet("", language.quote_sentence(), self.sentence(language)),
                snippet("caution-", language.quote_caution_label(), self.caution(language)),
            ],
        }
    }

    /// Share, counts, basis, authorities, period and source in one sentence.
    pub(super) fn sentence(self, language: Language) -> Text {
        let Rate { numerator, denominator, authorities, .. } = *self.rate;
        let precise = Precise::of(language, self.report);
        let unit = precise.unit();
        let answers = answers_in(self.report, self.rate);
        // All that could have answered, where others could have.
        let all = self.headline.coverage.as_ref().map(|coverage| coverage.in_area).filter(|all| *all > authorities);
        let basis = match (&unit, all) {
            _ if self.is_own() => language.quote_basis_own().into(),
            _ if answers < authorities => words::QuoteBasisTogether { answers, authorities }.text(language),
            (None, Some(all)) => words::QuoteBasisOf { all, authorities }.text(language),
            (Some(_), Some(all)) => words::QuoteBasisOfRounded { all, authorities }.text(language),
            (None, None) => language.quote_basis_matched(authorities),
            (Some(_), None) => language.quote_basis_rounded(authorities),
        };
        let counts = match &unit {
            None => counts(language, numerator, denominator),
            Some(unit) => rounded(language, self.rate, unit),
        };
        words::QuoteOf {
            area: self.area.name.map_or(language.quote_one_authority(), plain_name),
            basis: &basis,
            counts: &counts,
            period: &language.period(self.period),
            share: &language.capital(&precise.share(self.rate)),
            source: &language.quote_source_calculated(source(language, self.report, self.is_own())),
            who: who(language, self.headline.cohort),
        }
        .text(language)
    }

    /// What makes the share uncertain, in one sentence.
    pub(super) fn caution(self, language: Language) -> Text {
        let precise = Precise::of(language, self.report);
        let mut doubts = self.doubts(language);
        doubts.extend(precise.interval(self.rate).map(|Ends { said: (lower, upper), .. }| match precise.unit() {
            None => words::QuoteDoubtInterval { lower: &lower, upper: &upper }.text(language),
            Some(_) => words::QuoteDoubtIntervalRounded { lower: &lower, upper: &upper }.text(language),
        }));
        doubts.push(language.quote_doubt_recording().into());
        caution(language, doubts)
    }

    /// The same without its interval and without what is true of every share. `None` if nothing else weakens it.
    pub(super) fn short_caution(self, language: Language) -> Option<Text> {
        let doubts = self.doubts(language);
        (!doubts.is_empty()).then(|| caution(language, doubts))
    }

    /// What makes this share uncertain, apart from chance.
    fn doubts(self, language: Language) -> Vec<Text> {
        let rate = self.rate;
        let mut doubts: Vec<Text> = Vec::new();
        let ends = self.headline.on(Basis::Lowest).zip(self.headline.on(Basis::Highest));
        let precise = Precise::of(language, self.report);
        let unit = precise.unit();
        doubts.extend(unit.as_ref().map(|unit| language.quote_doubt_rounded(unit)));
        if let Some((lowest, highest)) = ends.filter(|(low, high)| differ(low, high))
            && let Some(Ends { said: (lower, upper), .. }) = precise.bounds(lowest, highest)
        {
            doubts.push(match unit {
                None => words::QuoteDoubtBounds { children: lowest.denominator, lower: &lower, upper: &upper }
                    .text(language),
                Some(_) => words::QuoteDoubtBoundsRounded { lower: &lower, upper: &upper }.text(language),
            });
        }
        if self.is_own() && self.report.may_be_part_in(self.period, self.headline.cohort) {
            doubts.push(language.quote_doubt_part().into());
        }
        if is_small(rate.numerator, rate.denominator) {
            doubts.push(language.quote_doubt_small().into());
        }
        if !self.is_own() && rate.authorities == 1 {
            doubts.push(language.quote_doubt_one().into());
        }
        let few = self.headline.coverage.as_ref().filter(|coverage| coverage.is_of_few());
        doubts.extend(few.map(|coverage| language.quote_doubt_few(coverage.in_area)));
        doubts
    }

    fn is_own(self) -> bool {
        self.area.level == Level::Return
    }
}

/// The doubts as one sentence.
pub(super) fn caution(language: Language, doubts: Vec<Text>) -> Text {
    let join = |first: Text, second: Text| words::QuoteDoubts { first: &first, second: &second }.text(language);
    language.quote_caution(&doubts.into_iter().reduce(join).unwrap_or_default())
}

/// Whether two bounds leave anything open.
fn differ(lowest: &Rate, highest: &Rate) -> bool {
    (lowest.numerator, lowest.denominator) != (highest.numerator, highest.denominator)
}

/// `about 40 of 80 children, numbers rounded to 10`
pub(super) fn rounded(language: Language, rate: &Rate, unit: &str) -> Text {
    let (children, missing) = (language.number(rate.denominator), language.number(rate.numerator));
    words::CountsRounded { children: &children, missing: &missing, unit }.text(language)
}

fn counts(language: Language, missing: u64, children: u64) -> Text {
    match missing {
        0 => language.quote_none(children),
        all if all == children => language.quote_all(children),
        missing => words::QuoteSome { children, missing }.text(language),
    }
}

fn who(language: Language, cohort: Cohort) -> &'static str {
    match cohort {
        Cohort::All => language.quote_who_all(),
        Cohort::Unaccompanied => language.quote_who_unaccompanied(),
        Cohort::Trafficked => language.quote_who_trafficked(),
        Cohort::TraffickedAndUnaccompanied => language.quote_who_both(),
    }
}

/// Where figures of a report come from: those of one return, or those of many authorities. A report of no files is of what the
/// Department for Education has published.
pub(crate) fn source(language: Language, report: &Report, own: bool) -> &'static str {
    if own {
        return language.quote_source_return();
    }
    let has = |kind| report.files.iter().any(|file| file.kind == kind && file.rows_used.number() != Some(0));
    match (has(FileKind::AuthorityAnswers), has(FileKind::DfePublished)) {
        (true, true) => language.quote_source_answers_and_published(),
        (true, false) => language.quote_source_answers(),
        (false, true) => language.quote_source_published(),
        (false, false) if report.files.is_empty() => language.quote_source_published(),
        (false, false) => language.quote_source_returns(),
    }
}
