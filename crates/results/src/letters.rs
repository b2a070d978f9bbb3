//! The chase list as letters: one for each authority, with everything that it is asked again.

use missing_rates::Ordered;
use missing_rates::report::{Chase, Report, Total};
use words::{Language, Text};

use crate::cohorts::COHORTS;

/// All letters, one after the other, with a line of signs between them. Empty if nobody is to be asked.
pub fn chase_letters(language: Language, report: &Report) -> String {
    let mut chase: Vec<&Chase> = report.chase.iter().collect();
    let place = |of: &Chase| COHORTS.iter().position(|cohort| *cohort == of.cohort);
    chase.order_by_key(|of| (names(of), of.period, place(of)));
    let letters: Vec<String> =
        chase.chunk_by(|a, b| names(a) == names(b)).map(|of_one| letter(language, report, of_one)).collect();
    letters.join(&format!("\n{}\n\n", "-".repeat(72)))
}

/// The names of the authorities that gave one answer together.
fn names(of: &Chase) -> String {
    of.authorities.iter().filter_map(|area| area.name).collect::<Vec<_>>().join(", ")
}

/// Whether none of them has answered anything in these periods.
fn is_silent(report: &Report, of_one: &[&Chase]) -> bool {
    let gave = |of: &Chase| {
        let is_of = |total: &Total| total.period == of.period && of.authorities.contains(&total.area);
        report.totals.iter().any(is_of)
    };
    of_one.iter().all(|of| of.is_unanswered() && !gave(of))
}

fn letter(language: Language, report: &Report, of_one: &[&Chase]) -> String {
    let name = of_one.first().map(|of| names(of)).unwrap_or_default();
    let unanswered = is_silent(report, of_one);
    let mut lines: Vec<Text> = vec![
        language.letter_to(&name),
        if unanswered { language.letter_subject_unanswered() } else { language.letter_subject() }.into(),
        "".into(),
        language.request_dear().into(),
        "".into(),
        language.letter_about().into(),
        "".into(),
    ];
    let asked = of_one
        .iter()
        .zip(1_u64..)
        .map(|(of, number)| words::LetterAsked { ask: &language.ask(of), number: &number.to_string() }.text(language));
    lines.extend(asked);
    lines.extend(["".into(), language.letter_how().into(), "".into(), language.request_thanks().into()]);
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use missing_rates::read::Reader;
    use missing_rates::{Query, Returns};
    use words::Language::English;

    use super::*;

    #[test]
    fn each_authority_gets_one_letter_with_everything_that_it_is_asked_again() {
        let answers = "Authority,Year,UASC,UASC missing,Trafficked,Trafficked missing\n\
            Kent,2024,100,<5,20,3\nHull,2024,,,not held,\nYork,2024,50,2,4,1\n";
        let mut reader = Reader::new("answers.csv", Vec::new());
        reader.push(answers.as_bytes());
        let mut returns = Returns::default();
        returns.add(1, reader.finish());
        let report = returns.report(&Query::default());
        let letters = chase_letters(Language::English, &report);
        let each: Vec<&str> = letters.split(&"-".repeat(72)).collect();
        // Nobody who has answered everything, and everybody else once, who has sent nothing too.
        let to = |name: &str| each.iter().filter(|letter| letter.contains(&format!("To: {name}"))).count();
        let hull = "Kingston upon Hull";
        assert_eq!([hull, "Kent", "York", "Leeds"].map(to), [1, 1, 0, 1], "{letters}");
        let of_hull = each.iter().find(|letter| letter.contains(hull)).unwrap();
        assert!(of_hull.contains("1. ") && of_hull.contains("2. "), "{of_hull}");
        // Who has sent nothing has not answered; who gave a range has.
        let of = |name: &str| *each.iter().find(|letter| letter.contains(&format!("To: {name}"))).unwrap();
        assert!(of("Kent").contains(English.letter_subject()) && of_hull.contains(English.letter_subject()));
        assert!(of("Leeds").contains(English.letter_subject_unanswered()), "{}", of("Leeds"));
        assert!(of("Kent").contains("If you can give the exact number") && !of("Kent").contains("lowest"));
        for of in &report.chase {
            let ask = Language::English.ask(of);
            assert!(each.iter().any(|letter| letter.contains(&names(of)) && letter.contains(ask.as_str())));
        }
        assert!(chase_letters(Language::English, &Returns::default().report(&Query::default())).is_empty());
    }

    #[test]
    fn a_blank_row_is_not_called_an_answer_and_a_letter_quotes_what_was_typed() {
        let answers = "Authority,Year,UASC,UASC missing,UASC missing incidents\nKent,2024,,,\nLeeds,2024,Refused s.12,0,0\n\
                       York,2024,100,1 to 5,9\nHull,2024,70,2,4\n";
        let mut reader = Reader::new("answers.csv", Vec::new());
        reader.push(answers.as_bytes());
        let mut returns = Returns::default();
        returns.add(1, reader.finish());
        let letters = chase_letters(English, &returns.report(&Query::default()));
        let of =
            |name: &str| letters.split(&"-".repeat(72)).find(|letter| letter.contains(&format!("To: {name}"))).unwrap();
        assert!(of("Kent").contains(English.letter_subject_unanswered()), "{}", of("Kent"));
        assert!(of("Leeds").contains("You answered “0”. Please say whether you looked"), "{}", of("Leeds"));
        assert!(!letters.contains("(beside"), "{letters}");
        assert!(of("York").contains("You answered “1 to 5”. If you can give the exact number"), "{}", of("York"));
    }
}
