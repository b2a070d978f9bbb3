//! The questions about interviews, and their answers, as sentences.

use document::{Block, Text};
use missing_rates::interviews::{Answered, Interviews, Tally, Unknown};
use words::Language;

/// One question with its answer.
pub(super) struct Question {
    pub(super) name: &'static str,
    /// The share, and what it is a share of.
    pub(super) answer: Block,
    /// The same as one sentence.
    pub(super) line: Text,
    /// In which range the share lies, if something is not known.
    pub(super) between: Option<Text>,
    /// What else there is to say about the answer.
    pub(super) more: Option<Text>,
}

pub(super) fn questions(language: Language, all: &Interviews) -> Vec<Question> {
    let of: &Tally = &all.all;
    let (offered, held) = (&of.offered, &of.held);
    let accepted = of.accepted;
    let (known, in_time) = (offered.known(), held.is_in_time());
    let more = words::InterviewsAccepted {
        no: accepted.no,
        offers: offered.yes,
        unknown: accepted.not_said,
        yes: accepted.yes,
    };
    let how = words::InterviewsHeldHow { held: held.in_time, later: held.later, none: held.not_held };
    let offered_in_time = &of.offered_in_time;
    let soon = words::InterviewsOfferedInTimeShare { known: offered_in_time.known(), offered: offered_in_time.yes };
    let of_offers = all
        .has_offer_dates
        .then(|| question(language, language.interviews_offered_in_time(), offered_in_time, soon.text(language), None));
    let first = [
        question(
            language,
            language.interviews_offered(),
            offered,
            words::InterviewsOfferedShare { known, offered: offered.yes }.text(language),
            (offered.yes > 0).then(|| more.text(language)),
        ),
        question(
            language,
            language.interviews_held(),
            &in_time,
            words::InterviewsHeldShare { held: held.in_time, known: in_time.known() }.text(language),
            (in_time.known() > 0).then(|| how.text(language)),
        ),
    ];
    first.into_iter().chain(of_offers).collect()
}

fn question(language: Language, name: &'static str, of: &Answered, words: Text, more: Option<Text>) -> Question {
    let share = (of.known() > 0).then(|| language.part_of(of.yes, of.known()));
    let (line, words) = match &share {
        Some(share) => (words::InterviewsLine { name, share, words: &words }.text(language), words),
        None => ([name, ": ", language.interviews_no_share()].concat().into(), language.interviews_no_share().into()),
    };
    let unknown = of.unknown;
    let between = (unknown.all() > 0).then(|| {
        let (lowest, highest) = ends(language, of);
        let why = &why(language, unknown);
        words::InterviewsUnknown { highest: &highest, lowest: &lowest, unknown: unknown.all(), why }.text(language)
    });
    Question { name, answer: Block::Answer { share, words }, line, between, more }
}

/// What is known of offers within 72 hours where no list has their days: of an interview that was held by then it is known.
pub(super) fn without_offer_dates(language: Language, of: &Interviews) -> Option<Text> {
    if of.has_offer_dates || of.all.asked() == 0 {
        return None;
    }
    let (lowest, highest) = ends(language, &of.all.offered_in_time);
    Some(words::InterviewsNoOfferDates { highest: &highest, lowest: &lowest }.text(language))
}

/// The lowest and the highest share, whatever is not known.
pub(super) fn ends(language: Language, of: &Answered) -> (Text, Text) {
    (language.part_of(of.yes, of.all()), language.part_of(of.at_most(), of.all()))
}

/// Why nothing is known about incidents.
fn why(language: Language, unknown: Unknown) -> String {
    let parts = [
        (unknown.not_recorded, language.interviews_not_recorded(unknown.not_recorded)),
        (unknown.not_said, language.interviews_not_said(unknown.not_said)),
        (unknown.not_clear, language.interviews_not_clear(unknown.not_clear)),
    ];
    let parts: Vec<Text> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).collect();
    parts.join(", ")
}

/// How many incidents there are, and which are left out.
pub(super) fn left_out(language: Language, of: &Interviews) -> Text {
    let all = &of.all;
    let period = &language.period(of.period);
    let mut said = vec![words::InterviewsIncidents { incidents: all.incidents, period }.text(language)];
    if all.not_back > 0 {
        said.push(language.interviews_not_back(all.not_back));
    }
    if all.too_soon > 0 {
        let day = &language.day(of.known_to);
        said.push(words::InterviewsTooSoon { day, incidents: all.too_soon }.text(language));
    }
    if all.asked() < all.incidents && all.asked() > 0 {
        said.push(language.interviews_asked(all.asked()));
    }
    said.join(" ").into()
}

/// What is known about interviews, line by line.
pub fn lines(language: Language, of: &Interviews) -> Vec<Text> {
    let mut lines = Vec::new();
    for question in questions(language, of) {
        lines.push(question.line);
        lines.extend(question.between);
        lines.extend(question.more);
    }
    lines.extend(without_offer_dates(language, of));
    lines.push(left_out(language, of));
    lines.extend(super::rows::lines(language, &of.rows));
    lines.push(language.interviews_days().into());
    lines.push(language.interviews_dates().into());
    lines.push(language.interviews_guidance().into());
    lines.push(language.interviews_own_use().into());
    lines
}
