//! The steps to what is said of many authorities.

use missing_rates::report::{Comparison, Funnel, Influence, Limits, Overlap, Rate, Target};
use words::Text;

use super::super::moved::{points, points_between, respondent, signed};
use super::{Worked, fraction};

impl Worked<'_> {
    /// The limits for one number of children, and how much authorities differ.
    pub(in crate::parts) fn funnel(self, funnel: &Funnel, plain: bool) -> Self {
        let (p, tau2) = (fraction(funnel.pooled), words::format::decimals(funnel.tau2, 5));
        let mut worked = self;
        // One from the middle: for the fewest they can be from 0% to 100%.
        if let Some(at) = funnel.limits.get(funnel.limits.len() / 2) {
            let n = words::format::number(at.denominator);
            let ends = |of: &Limits| (words::format::share(of.lower_95), words::format::share(of.upper_95));
            worked = worked.says(if plain {
                let (lower, upper) = ends(&at.plain);
                words::WorkedFunnelPlain { lower: &lower, n: &n, p: &p, upper: &upper }.text()
            } else {
                let (lower, upper) = ends(&at.adjusted);
                words::WorkedFunnelAdjusted { lower: &lower, n: &n, p: &p, tau2: &tau2, upper: &upper }.text()
            });
        }
        let spread = words::WorkedFunnelSpread {
            p: &p,
            phi: &words::format::tenths(funnel.phi),
            plain: &words::format::tenths(funnel.phi_unwinsorised),
            tau2: &tau2,
        };
        worked.says(spread.text())
    }

    /// An authority's share, that of the others, and the difference.
    pub(in crate::parts) fn comparison(self, with: &str, of: &Comparison) -> Self {
        let own = words::format::parts(of.numerator, of.denominator);
        let others = words::format::parts(of.others.numerator, of.others.denominator);
        self.share(of.authority.name.unwrap_or_default(), of.numerator, of.denominator)
            .wilson(of.numerator, of.denominator)
            .row(with, of.others.numerator, of.others.denominator)
            .beside(&own, &others, of.points, (of.lower, of.upper))
    }

    /// One share less another, with the interval.
    pub(in crate::parts) fn beside(self, own: &str, others: &str, by: f64, (lower, upper): (f64, f64)) -> Self {
        let words = words::WorkedBesideDifference {
            interval: &points_between(lower, upper),
            others,
            own,
            points: &points(&signed(by * 100.0)),
        };
        self.says(words.text())
    }

    /// The share without the authority that matters most.
    pub(in crate::parts) fn influence(self, influence: &Influence, all: &Rate) -> Self {
        let Some(without) = influence.without.iter().find(|without| without.denominator > 0) else { return self };
        let words = words::WorkedInfluence {
            all: &words::format::number(all.denominator),
            children: &words::format::number(without.denominator),
            missing: &words::format::number(without.numerator),
            name: &respondent(&without.respondent),
            share: &words::format::parts(without.numerator, without.denominator),
            weight: &words::format::share(without.weight),
        };
        self.says(words.text())
    }

    /// What it takes to reach a share, written as it was asked.
    pub(in crate::parts) fn target(self, asked: &str, of: &Target) -> Self {
        let needed = words::format::number(of.needed_children.unsigned_abs());
        let needed: Text = if of.needed_children < 0 { ["−", &*needed].concat().into() } else { needed };
        let words = words::WorkedTarget {
            all: &words::format::number(of.denominator + of.silent_children),
            children: &words::format::number(of.denominator),
            missing: &words::format::number(of.numerator),
            needed: &needed,
            silent: &words::format::number(of.silent_children),
            target: asked,
        };
        self.says(words.text())
    }

    /// Children of two groups, each once.
    pub(in crate::parts) fn overlap(self, of: &Overlap) -> Self {
        let words = words::WorkedOverlap {
            both: &words::format::number(of.both),
            either: of.either,
            trafficked: &words::format::number(of.trafficked),
            unaccompanied: &words::format::number(of.unaccompanied),
        };
        self.says(words.text())
    }
}
