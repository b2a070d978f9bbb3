//! Changes and differences in words.

use std::cmp::Ordering;

use missing_rates::rates::Moved;
use missing_rates::report::Respondent;

use crate::{AuthorityAnd, Language, PercentDown, PercentUp, PointsBetween, Text, written};

impl Language {
    /// `2 percentage points`.
    pub fn points(self, by: &str) -> Text {
        if by == "1" { self.points_one().into() } else { self.points_many(by) }
    }

    /// `up 2 percentage points`.
    pub fn moved(self, moved: &Moved) -> Text {
        match moved.direction {
            Ordering::Equal => self.moved_none().into(),
            direction if moved.by.trim_matches(['0', '.']).is_empty() => {
                // Less than is printed, and not nothing: the shares beside it may be printed as different.
                let least = self.points(&least(&moved.by));
                if direction == Ordering::Less { self.moved_little_down(&least) } else { self.moved_little_up(&least) }
            }
            Ordering::Less => self.moved_down(&self.points(&moved.by)),
            Ordering::Greater => self.moved_up(&self.points(&moved.by)),
        }
    }

    /// `up 28.2% on 960`.
    pub fn relative(self, moved: &Moved, base: &str) -> Text {
        match moved.direction {
            Ordering::Less => PercentDown { base, by: &moved.by }.text(self),
            _ => PercentUp { base, by: &moved.by }.text(self),
        }
    }

    /// `up 28.2%`, where the base is beside it.
    pub fn percent_change(self, moved: &Moved) -> Text {
        match moved.direction {
            Ordering::Less => self.percent_down_by(&moved.by),
            _ => self.percent_up_by(&moved.by),
        }
    }

    /// A difference with its sign: `−0.4`.
    pub fn signed(self, value: f64) -> Text {
        self.signed_as(value, Self::tenths)
    }

    /// The same, printed otherwise.
    pub fn signed_as(self, value: f64, print: fn(Self, f64) -> Text) -> Text {
        let plain = print(self, value.abs());
        if value < 0.0 && plain.bytes().any(|b| b.is_ascii_digit() && b != b'0') {
            written(["−", plain.as_str()].concat())
        } else {
            plain
        }
    }

    /// `−0.4 to 3.7 percentage points`, for shares from -1 to 1. A bound is only printed as 0.0 if it is nought: on which side
    /// of it a bound lies says whether chance could explain the difference.
    pub fn points_between(self, lower: f64, upper: f64) -> Text {
        let seen = |share: f64, scale: f64| share == 0.0 || (share * 100.0 * scale).abs() >= 0.5;
        let print = match [10.0, 100.0].map(|scale| seen(lower, scale) && seen(upper, scale)) {
            [true, _] => Self::tenths,
            [_, true] => Self::hundredths,
            _ => |language: Self, value: f64| language.decimals(value, 3),
        };
        let signed = |share: f64| self.signed_as(share * 100.0, print);
        PointsBetween { lower: &signed(lower), upper: &signed(upper) }.text(self)
    }

    /// Who gave an answer: one authority, or several together.
    pub fn respondent(self, of: &Respondent) -> Text {
        let mut names = of.names.iter();
        let first: Text = names.next().copied().unwrap_or_default().into();
        names.fold(first, |first, second| AuthorityAnd { first: &first, second }.text(self))
    }
}

/// The least that is printed with as many digits as `0.0`.
fn least(zero: &str) -> String {
    let mut least = zero.to_owned();
    least.pop();
    least.push('1');
    least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::English;

    #[test]
    fn a_change_has_a_direction_however_little_it_is() {
        let text = |direction, by: &str| English.moved(&Moved { direction, by: by.to_owned() }).to_string();
        assert_eq!(text(Ordering::Greater, "2"), "up 2 percentage points");
        assert_eq!(text(Ordering::Less, "1"), "down 1 percentage point");
        assert_eq!(text(Ordering::Greater, "0.0"), "up by less than 0.1 percentage points");
        assert_eq!(text(Ordering::Less, "0.0"), "down by less than 0.1 percentage points");
        assert_eq!(text(Ordering::Equal, "0.0"), "no change");
        assert_eq!(
            English.relative(&Moved { direction: Ordering::Greater, by: "28.2".to_owned() }, "960"),
            "up 28.2% on 960"
        );
    }

    #[test]
    fn only_numbers_below_zero_have_a_minus_sign() {
        assert_eq!(English.points_between(-0.004, 0.037), "−0.4 to 3.7 percentage points");
        assert_eq!(English.points_between(-0.0053, -0.0002), "−0.53 to −0.02 percentage points");
        assert_eq!(English.points_between(0.000_01, 0.005), "0.001 to 0.500 percentage points");
        assert_eq!(English.points_between(0.0, 0.005), "0.0 to 0.5 percentage points");
        assert_eq!(English.signed(-0.000_1), "0.0");
    }
}
