//! Changes in words.

use std::cmp::Ordering;

use missing_rates::rates::Moved;
use missing_rates::report::Respondent;
use words::{Language, Text};

/// `2 percentage points`.
pub(super) fn points(language: Language, by: &str) -> Text {
    if by == "1" { language.points_one().into() } else { language.points_many(by) }
}

/// `up 2 percentage points`.
pub(super) fn moved(language: Language, moved: &Moved) -> Text {
    match moved.direction {
        Ordering::Equal => language.moved_none().into(),
        direction if moved.by.trim_matches(['0', '.']).is_empty() => {
            // Less than is printed, and not nothing: the shares beside it may be printed apart.
            let least = points(language, &least(&moved.by));
            if direction == Ordering::Less {
                language.moved_little_down(&least)
            } else {
                language.moved_little_up(&least)
            }
        }
        Ordering::Less => language.moved_down(&points(language, &moved.by)),
        Ordering::Greater => language.moved_up(&points(language, &moved.by)),
    }
}

/// The least that is printed with as many digits as `0.0`.
fn least(nought: &str) -> String {
    let mut least = nought.to_owned();
    least.pop();
    least.push('1');
    least
}

/// `up 28.2% on 960`.
pub(super) fn relative(language: Language, moved: &Moved, base: &str) -> Text {
    match moved.direction {
        Ordering::Less => words::PercentDown { base, by: &moved.by }.text(language),
        _ => words::PercentUp { base, by: &moved.by }.text(language),
    }
}

/// `up 28.2%`, where what it is per cent of stands beside it.
pub(super) fn percent(language: Language, moved: &Moved) -> Text {
    match moved.direction {
        Ordering::Less => language.percent_down_by(&moved.by),
        _ => language.percent_up_by(&moved.by),
    }
}

/// A difference with its sign: `−0.4`.
pub(super) fn signed(language: Language, value: f64) -> Text {
    signed_as(language, value, Language::tenths)
}

/// The same, printed otherwise.
pub(super) fn signed_as(language: Language, value: f64, print: fn(Language, f64) -> Text) -> Text {
    let plain = print(language, value.abs());
    if value < 0.0 && plain.bytes().any(|b| b.is_ascii_digit() && b != b'0') {
        ["−", plain.as_str()].concat().into()
    } else {
        plain
    }
}

/// `−0.4 to 3.7 percentage points`, of shares from -1 to 1.
pub(super) fn points_between(language: Language, lower: f64, upper: f64) -> Text {
    words::PointsBetween { lower: &signed(language, lower * 100.0), upper: &signed(language, upper * 100.0) }
        .text(language)
}

/// Who gave an answer: one authority, or several together.
pub(super) fn respondent(language: Language, of: &Respondent) -> Text {
    let mut names = of.names.iter();
    let first: Text = names.next().copied().unwrap_or_default().into();
    names.fold(first, |first, second| words::AuthorityAnd { first: &first, second }.text(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language::English;

    #[test]
    fn a_change_has_a_direction_however_little_it_is() {
        let text = |direction, by: &str| moved(English, &Moved { direction, by: by.to_owned() }).to_string();
        assert_eq!(text(Ordering::Greater, "2"), "up 2 percentage points");
        assert_eq!(text(Ordering::Less, "1"), "down 1 percentage point");
        assert_eq!(text(Ordering::Greater, "0.0"), "up by less than 0.1 percentage points");
        assert_eq!(text(Ordering::Less, "0.0"), "down by less than 0.1 percentage points");
        assert_eq!(text(Ordering::Equal, "0.0"), "no change");
        assert_eq!(
            relative(English, &Moved { direction: Ordering::Greater, by: "28.2".to_owned() }, "960"),
            "up 28.2% on 960"
        );
    }

    #[test]
    fn a_minus_sign_stands_only_before_what_is_below_nought() {
        assert_eq!(points_between(English, -0.004, 0.037), "−0.4 to 3.7 percentage points");
        assert_eq!(signed(English, -0.000_1), "0.0");
    }
}
