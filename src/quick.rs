//! The numbers of the quick calculator: reads what was typed, and puts the engine's results into words.

use document::engine::{Estimate, NoProportion, Proportion};
use words::Language;
use yew::AttrValue;

/// The four fields, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Children,
    Missing,
    OtherChildren,
    OtherMissing,
}

impl Field {
    pub(crate) const ALL: [Self; 4] = [Self::Children, Self::Missing, Self::OtherChildren, Self::OtherMissing];

    /// The id of the field's element.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Children => "quick-children",
            Self::Missing => "quick-missing",
            Self::OtherChildren => "quick-other-children",
            Self::OtherMissing => "quick-other-missing",
        }
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// It does not hold a whole number.
    NotANumber,
    Proportion(NoProportion),
}

/// What was typed, as shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shares {
    pub(crate) first: Proportion,
    pub(crate) second: Option<Proportion>,
}

/// The content of the quick calculator.
#[derive(Clone, Debug, Default)]
pub(crate) struct Quick {
    typed: [String; 4],
    /// The result for what was typed when it was last calculated.
    outcome: Option<Result<Shares, Vec<(Field, Wrong)>>>,
}

impl Quick {
    pub(crate) fn typed(&self, field: Field) -> &str {
        self.typed.get(field as usize).map(String::as_str).unwrap_or_default()
    }

    pub(crate) fn write(&mut self, field: Field, text: String) {
        if let Some(typed) = self.typed.get_mut(field as usize) {
            *typed = text;
        }
    }

    /// Takes what was typed. Returns whether it could be used.
    pub(crate) fn calculate(&mut self) -> bool {
        self.outcome = Some(read(&self.typed));
        self.shares().is_some()
    }

    pub(crate) fn shares(&self) -> Option<Shares> {
        self.outcome.as_ref()?.as_ref().ok().copied()
    }

    pub(crate) fn wrong(&self) -> &[(Field, Wrong)] {
        match &self.outcome {
            Some(Err(wrong)) => wrong,
            _ => &[],
        }
    }
}

/// No number of children has more digits.
const DIGITS: usize = 9;

/// Reads the four fields, in the order of [`Field::ALL`]. Both fields of the second pair may be empty.
fn read(typed: &[String; 4]) -> Result<Shares, Vec<(Field, Wrong)>> {
    let [children, missing, other_children, other_missing] = typed.each_ref().map(|text| text.trim());
    let first = pair((Field::Children, children), (Field::Missing, missing));
    if other_children.is_empty() && other_missing.is_empty() {
        return Ok(Shares { first: first?, second: None });
    }
    let second = pair((Field::OtherChildren, other_children), (Field::OtherMissing, other_missing));
    match (first, second) {
        (Ok(first), Ok(second)) => Ok(Shares { first, second: Some(second) }),
        (first, second) => Err([first.err(), second.err()].into_iter().flatten().flatten().collect()),
    }
}

fn pair(children: (Field, &str), missing: (Field, &str)) -> Result<Proportion, Vec<(Field, Wrong)>> {
    let read = |(field, text): (Field, &str)| count(text).ok_or((field, Wrong::NotANumber));
    match (read(children), read(missing)) {
        (Ok(all), Ok(part)) => Proportion::new(part, all).map_err(|wrong| {
            let field = if wrong == NoProportion::NoChildren { children.0 } else { missing.0 };
            vec![(field, Wrong::Proportion(wrong))]
        }),
        (all, part) => Err([all.err(), part.err()].into_iter().flatten().collect()),
    }
}

/// A whole number in a usual notation: `2335`, `2,335` or `2 335`.
fn count(text: &str) -> Option<u64> {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let plain = !digits.is_empty() && digits.len() <= DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

/// A share in words, with the ends of its interval.
pub(crate) struct Worded {
    pub(crate) share: AttrValue,
    pub(crate) lower: AttrValue,
    pub(crate) upper: AttrValue,
}

impl Worded {
    pub(crate) fn of(language: Language, share: Proportion) -> Self {
        let Estimate { lower, upper, .. } = share.estimate();
        let share = language.part_of(share.missing(), share.children());
        let (lower, upper) = language.ends((lower, upper), &share);
        Self { share, lower, upper }
    }
}

/// The difference in words: which share is higher and by how much, the range of the difference, and whether chance
/// could explain it.
pub(crate) fn difference(language: Language, first: Proportion, second: Proportion) -> [AttrValue; 3] {
    let Estimate { value, lower, upper } = first.minus(second);
    let points = |value: f64| language.tenths(value.abs() * 100.0);
    let side = |value: f64| {
        let say = if value < 0.0 { Language::quick_points_lower } else { Language::quick_points_higher };
        say(language, &points(value))
    };
    let finding = if value > 0.0 {
        language.quick_higher(&points(value))
    } else if value < 0.0 {
        language.quick_lower(&points(value))
    } else {
        language.quick_same().into()
    };
    let interval = words::QuickDifferenceInterval { from: &side(lower), to: &side(upper) }.text(language);
    let chance = if lower <= 0.0 && upper >= 0.0 { language.quick_chance() } else { language.quick_not_chance() };
    [finding, interval, chance.into()]
}

/// All of it as one text that can be quoted.
pub(crate) fn sentence(language: Language, shares: Shares) -> String {
    let Worded { share, lower, upper } = Worded::of(language, shares.first);
    let (children, missing) = (shares.first.children(), shares.first.missing());
    let mut all = words::QuickSentence { children, lower: &lower, missing, share: &share, upper: &upper }
        .text(language)
        .to_string();
    if let Some(second) = shares.second {
        let Worded { share, lower, upper } = Worded::of(language, second);
        let (children, missing) = (second.children(), second.missing());
        let other = words::QuickSentenceSecond { children, lower: &lower, missing, share: &share, upper: &upper };
        let [finding, interval, _] = difference(language, shares.first, second);
        for more in [other.text(language), finding, interval] {
            all.push(' ');
            all.push_str(&more);
        }
    }
    all
}

/// The message at a field.
pub(crate) fn problem(language: Language, field: Field, wrong: Wrong) -> AttrValue {
    let first = matches!(field, Field::Children | Field::Missing);
    let error = match wrong {
        Wrong::NotANumber if matches!(field, Field::Children | Field::OtherChildren) => language.quick_error_children(),
        Wrong::NotANumber => language.quick_error_missing(),
        Wrong::Proportion(NoProportion::NoChildren) => language.quick_error_none(),
        Wrong::Proportion(NoProportion::MoreThanAll) => language.quick_error_more(),
    };
    words::QuickErrorOf { error, group: if first { language.quick_first() } else { language.quick_second() } }
        .text(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language::English;

    fn typed(fields: [&str; 4]) -> Result<Shares, Vec<(Field, Wrong)>> {
        read(&fields.map(str::to_owned))
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for text in ["2335", " 2,335 ", "2 335", "2\u{a0}335", "2\u{202f}335", "002335"] {
            assert_eq!(count(text), Some(2335), "{text:?}");
        }
        for text in ["", "-1", "+1", "1.5", "12e3", "<5", "=1", "١٢", "1234567890", "many", "1-5"] {
            assert_eq!(count(text), None, "{text:?}");
        }
    }

    #[test]
    fn two_numbers_make_a_share_and_four_a_difference() {
        let two = typed(["2,335", "864", "", " "]).unwrap();
        assert_eq!(sentence(English, two), "864 of 2,335 children went missing: 37.0% (95% interval 35.1% to 39.0%).");
        // Example (a) of Newcombe (1998), method 10: 0.2, from 0.0524 to 0.3339.
        let four = typed(["70", "56", "80", "48"]).unwrap();
        let said = sentence(English, four);
        assert!(said.contains("The first share is 20.0 percentage points higher than the second."), "{said}");
        assert!(
            said.contains("interval of the difference: 5.2 percentage points higher to 33.4 percentage points higher."),
            "{said}"
        );
        let [finding, _, chance] = difference(English, four.second.unwrap(), four.first);
        assert_eq!(finding, "The first share is 20.0 percentage points lower than the second.");
        assert_eq!(chance, English.quick_not_chance());
        let [same, interval, chance] = difference(English, four.first, four.first);
        assert_eq!((same, chance), (English.quick_same().into(), English.quick_chance().into()));
        assert!(interval.contains("lower to"), "{interval}");
    }

    #[test]
    fn what_was_calculated_stays_until_it_is_calculated_again() {
        let mut quick = Quick::default();
        assert!(!quick.calculate() && quick.wrong().len() == 2);
        quick.write(Field::Children, "10".to_owned());
        quick.write(Field::Missing, "4".to_owned());
        assert!(quick.shares().is_none() && quick.calculate() && quick.wrong().is_empty());
        quick.write(Field::OtherMissing, "x".to_owned());
        assert_eq!((quick.typed(Field::OtherMissing), quick.shares().is_some()), ("x", true));
        assert!(!quick.calculate() && quick.shares().is_none());
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        use Field::{Children, Missing, OtherChildren, OtherMissing};
        use NoProportion::{MoreThanAll, NoChildren};
        let none = Wrong::NotANumber;
        for (fields, wrong) in [
            (["", "", "", ""], vec![(Children, none), (Missing, none)]),
            (["10", "", "", ""], vec![(Missing, none)]),
            (["10", "11", "", ""], vec![(Missing, Wrong::Proportion(MoreThanAll))]),
            (["0", "0", "", ""], vec![(Children, Wrong::Proportion(NoChildren))]),
            (["10", "2", "10", ""], vec![(OtherMissing, none)]),
            (["10", "<5", "x", "3"], vec![(Missing, none), (OtherChildren, none)]),
        ] {
            assert_eq!(typed(fields), Err(wrong), "{fields:?}");
        }
    }
}
