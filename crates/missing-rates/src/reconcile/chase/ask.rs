//! What to ask an authority, in sentences that can be sent as they stand.

use crate::answer::{Answer, Withheld};
use crate::cohort::{Cohort, Count};
use crate::period::Period;
use crate::report::Want;

/// The sentences: one for each way in which figures are wanting.
pub(super) fn ask(period: Period, cohort: Cohort, wants: &[Want], english: bool) -> String {
    let mut sentences: Vec<String> = Vec::new();
    let mut rest: Vec<&Want> = wants.iter().collect();
    let mut named = false;
    while let Some(first) = rest.first().copied() {
        let alike = |want: &&Want| want.answer == first.answer && want.wording == first.wording;
        let (same, others): (Vec<&Want>, Vec<&Want>) = rest.iter().copied().partition(alike);
        rest = others;
        let what = figures(&same, cohort, period, named);
        named = true;
        sentences.push(sentence(first, &what, period, english));
    }
    sentences.join(" ")
}

/// The figures that are asked for: `the number of trafficked children in your care …, and how many of them went missing`.
fn figures(wants: &[&Want], cohort: Cohort, period: Period, named: bool) -> String {
    let who = match cohort {
        Cohort::All => "looked-after children",
        Cohort::Unaccompanied => "unaccompanied asylum-seeking children in your care",
        Cohort::Trafficked => "children in your care who were identified as trafficked or suspected to be",
        Cohort::TraffickedAndUnaccompanied => {
            "unaccompanied asylum-seeking children in your care who were identified as trafficked or suspected to be"
        }
    };
    let in_full = |measure: Count| match measure {
        Count::Children => format!("the number of {who}, at any time in {}", days(period)),
        Count::MissingIncidents => format!("the number of incidents of going missing among {who}, in {}", days(period)),
        _ => format!("the number of {who} who went missing at least once in {}", days(period)),
    };
    let in_short = |measure: Count| match measure {
        Count::Children => "the number of these children".to_owned(),
        Count::MissingIncidents => "the number of incidents of going missing".to_owned(),
        _ => "how many of them went missing at least once".to_owned(),
    };
    let phrase = |at: usize, measure: Count| if at == 0 && !named { in_full(measure) } else { in_short(measure) };
    let phrases: Vec<String> = wants.iter().enumerate().map(|(at, want)| phrase(at, want.measure)).collect();
    match phrases.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    }
}

fn sentence(want: &Want, what: &str, period: Period, english: bool) -> String {
    let wording = if want.wording.is_empty() { "nothing" } else { &want.wording };
    let section = |reason: &Withheld| match reason {
        Withheld::Refused { section: Some(section) } => section.split('(').next().map(str::to_owned),
        _ => None,
    };
    match &want.answer {
        Answer::Exact { .. } => String::new(),
        Answer::Range { .. } => {
            format!("You answered “{wording}”. Please send {what}, or give the lowest and the highest that it can be.")
        }
        Answer::Withheld { reason } => match reason {
            Withheld::Blank | Withheld::NoReply => format!("Please send {what}."),
            Withheld::Refused { .. } => match section(reason).as_deref() {
                Some("12") => format!(
                    "You refused on grounds of cost. Please send {what}, or say which part of it can be given within the cost limit."
                ),
                Some("40" | "38") => format!(
                    "You refused to protect personal data. Please send {what}; if the number is small, a range such as “1 to 5” names nobody."
                ),
                Some("22" | "27A") => {
                    format!("You refused because it will be published. Please say on which day, and where: {what}.")
                }
                _ => format!("Please look again at your refusal (internal review), and send {what}."),
            },
            Withheld::NotHeld | Withheld::NotRecorded if english => format!(
                "You answered “{wording}”. Please say whether it can be counted from the records behind your SSDA903 return, and if so send {what}."
            ),
            Withheld::NotHeld | Withheld::NotRecorded => format!(
                "You answered “{wording}”. Please say whether it can be counted from the records behind your return on looked-after children, and if so send {what}."
            ),
            Withheld::Suppressed => {
                format!(
                    "You answered “{wording}”. Please send {what}, or a range such as “1 to 5” if the number is small."
                )
            }
            Withheld::OtherPeriod => format!(
                "You answered “{wording}”. Please send {what}, for the whole of {} and not for one date or a part of it.",
                days(period)
            ),
            Withheld::CountedElsewhere => {
                format!("You answered “{wording}”. Please send it apart from your other answers: {what}.")
            }
            Withheld::NotApplicable | Withheld::WrongBody => {
                format!("You answered “{wording}”. Please say which body can give {what}.")
            }
            Withheld::Conflicting => {
                format!("Your answers do not agree with each other. Please say which holds: {what}.")
            }
            Withheld::NotACount | Withheld::NotUnderstood => {
                format!("You answered “{wording}”. Please send as a whole number {what}.")
            }
        },
    }
}

fn days(period: Period) -> String {
    match (period.as_collection_year(), period.as_calendar_year()) {
        (Some(year), _) => format!("the year ending 31 March {year}"),
        (_, Some(year)) => year.to_string(),
        _ => format!("the time from {} to {}", period.start(), period.end()),
    }
}
