//! What the silent authorities would have to be like.

use std::str::FromStr;

use serde::Deserialize;

use super::given::GroupKey;
use super::members::{Matched, Member};
use crate::cohort::{Count, Share};
use crate::report::{Area, Reach, Target};

/// A share that a person asks about, in hundredths of a per cent. It is exact, so that the answer is a whole number.
///
/// ```
/// use missing_rates::rates::TargetShare;
/// assert_eq!("37.5%".parse::<TargetShare>().unwrap().to_string(), "37.5");
/// assert!("112".parse::<TargetShare>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "Percent")]
pub struct TargetShare(u16);

/// A percentage as programs write it: 37.5, or `37.5%`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Percent {
    Number(f64),
    Text(String),
}

impl TryFrom<Percent> for TargetShare {
    type Error = NotAShare;

    fn try_from(percent: Percent) -> Result<Self, NotAShare> {
        match percent {
            Percent::Number(number) => number.to_string().parse(),
            Percent::Text(text) => text.parse(),
        }
    }
}

/// A text that is not a share.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a percentage from 0 to 100 with at most two decimals")]
pub struct NotAShare(pub String);

impl TargetShare {
    /// A share of 1.
    const WHOLE: u16 = 10_000;

    /// The share, from 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.0) / f64::from(Self::WHOLE)
    }
}

impl FromStr for TargetShare {
    type Err = NotAShare;

    /// Reads `37`, `37.5`, `37.5%` and `37.5 %`.
    fn from_str(text: &str) -> Result<Self, NotAShare> {
        let wrong = || NotAShare(text.chars().take(60).collect());
        let plain = text.trim().trim_end_matches('%').trim_end();
        let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !digits(whole) || !digits(part) {
            return Err(wrong());
        }
        let hundredths = format!("{whole}{part:0<2}").parse().map_err(|_| wrong())?;
        if hundredths > Self::WHOLE { Err(wrong()) } else { Ok(Self(hundredths)) }
    }
}

impl std::fmt::Display for TargetShare {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// What the silent authorities need for the share of an area to reach a value. `None` where nobody gave the number of
/// children.
pub(super) fn target(
    area: &Area,
    (period, cohort): GroupKey,
    measure: Share,
    members: &[Member<'_>],
    target: TargetShare,
) -> Option<Target> {
    let matched = Matched::of(members, measure);
    let (mut silent_authorities, mut silent_children, mut silent_fewest, mut silent_most) = (0, 0, 0, 0);
    for member in members {
        let over = measure.numerator();
        let (None, Some(children)) = (member.given.exact(over), member.given.exact(Count::Children)) else { continue };
        let (fewest, most) = member.given.bounds(over).unwrap_or((0, children));
        silent_authorities += member.authorities();
        silent_children += children;
        silent_fewest += fewest.min(children);
        silent_most += most.min(children);
    }
    let children = i128::from(matched.denominator) + i128::from(silent_children);
    if children == 0 {
        return None;
    }
    // It is in ten-thousandths of a child, to stay whole.
    let whole = i128::from(TargetShare::WHOLE);
    let needed = i128::from(target.0) * children - i128::from(matched.numerator) * whole;
    // If the share has to rise, the fewest that reach the value. If it has to fall, the most that do not exceed it.
    let rises = i128::from(target.0) * i128::from(matched.denominator) >= i128::from(matched.numerator) * whole;
    let needed = if rises { -(-needed).div_euclid(whole) } else { needed.div_euclid(whole) };
    let reach = if needed > i128::from(silent_most) {
        Reach::TooHigh
    } else if needed < i128::from(silent_fewest) {
        Reach::TooLow
    } else {
        Reach::Possible
    };
    Some(Target {
        area: *area,
        period,
        cohort,
        measure,
        target: target.value(),
        numerator: matched.numerator,
        denominator: matched.denominator,
        value: matched.value(),
        silent_authorities,
        silent_children,
        silent_fewest,
        silent_most,
        needed_children: i64::try_from(needed).unwrap_or(if needed < 0 { i64::MIN } else { i64::MAX }),
        needed_share: (silent_children > 0).then(|| needed as f64 / silent_children as f64),
        reach,
    })
}
