//! Changes in words.

use std::cmp::Ordering;

use missing_rates::rates::Moved;
use missing_rates::report::Respondent;
use words::Text;

/// `2 percentage points`.
pub(super) fn points(by: &str) -> Text {
    if by == "1" { words::points_one().into() } else { words::points_many(by) }
}

/// `up 2 percentage points`.
pub(super) fn moved(moved: &Moved) -> Text {
    match moved.direction {
        Ordering::Equal => words::moved_none().into(),
        direction if moved.by.trim_matches(['0', '.']).is_empty() => {
            // Less than is printed, and not nothing: the shares beside it may be printed apart.
            let least = points(&least(&moved.by));
            if direction == Ordering::Less { words::moved_little_down(&least) } else { words::moved_little_up(&least) }
        }
        Ordering::Less => words::moved_down(&points(&moved.by)),
        Ordering::Greater => words::moved_up(&points(&moved.by)),
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
pub(super) fn relative(moved: &Moved, base: &str) -> Text {
    match moved.direction {
        Ordering::Less => words::PercentDown { base, by: &moved.by }.text(),
        _ => words::PercentUp { base, by: &moved.by }.text(),
    }
}

/// `up 28.2%`, where what it is per cent of stands beside it.
pub(super) fn percent(moved: &Moved) -> Text {
    match moved.direction {
        Ordering::Less => words::percent_down_by(&moved.by),
        _ => words::percent_up_by(&moved.by),
    }
}

/// A difference with its sign: `−0.4`.
pub(super) fn signed(value: f64) -> Text {
    signed_as(value, words::format::tenths)
}

/// The same, printed otherwise.
pub(super) fn signed_as(value: f64, print: fn(f64) -> Text) -> Text {
    let plain = print(value.abs());
    if value < 0.0 && plain.bytes().any(|b| b.is_ascii_digit() && b != b'0') {
        ["−", plain.as_str()].concat().into()
    } else {
        plain
    }
}

/// `−0.4 to 3.7 percentage points`, of shares from -1 to 1.
pub(super) fn points_between(lower: f64, upper: f64) -> Text {
    words::PointsBetween { lower: &signed(lower * 100.0), upper: &signed(upper * 100.0) }.text()
}

/// Who gave an answer: one authority, or several together.
pub(super) fn respondent(of: &Respondent) -> Text {
    let mut names = of.names.iter();
    let first: Text = names.next().copied().unwrap_or_default().into();
    names.fold(first, |first, second| words::AuthorityAnd { first: &first, second }.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_a_direction_however_little_it_is() {
        let text = |direction, by: &str| moved(&Moved { direction, by: by.to_owned() }).to_string();
        assert_eq!(text(Ordering::Greater, "2"), "up 2 percentage points");
        assert_eq!(text(Ordering::Less, "1"), "down 1 percentage point");
        assert_eq!(text(Ordering::Greater, "0.0"), "up by less than 0.1 percentage points");
        assert_eq!(text(Ordering::Less, "0.0"), "down by less than 0.1 percentage points");
        assert_eq!(text(Ordering::Equal, "0.0"), "no change");
        assert_eq!(relative(&Moved { direction: Ordering::Greater, by: "28.2".to_owned() }, "960"), "up 28.2% on 960");
    }

    #[test]
    fn a_minus_sign_stands_only_before_what_is_below_nought() {
        assert_eq!(points_between(-0.004, 0.037), "−0.4 to 3.7 percentage points");
        assert_eq!(signed(-0.000_1), "0.0");
    }
}
