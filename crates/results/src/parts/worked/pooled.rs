//! The steps to figures about many authorities.

use std::cmp::Ordering;

use missing_rates::rates::share_moved;
use missing_rates::report::{Comparison, Funnel, Influence, Limits, Overlap, Rate, Target};
use words::{Language, Text};

use super::super::precise::Precise;
use super::{Worked, fraction};

impl Worked<'_> {
    /// Adds the limits for one number of children, and how much authorities differ.
    pub(in crate::parts) fn funnel(self, language: Language, funnel: &Funnel, plain: bool) -> Self {
        let (p, tau2) = (fraction(language, funnel.pooled), language.decimals(funnel.tau2, 5));
        let mut worked = self;
        // It uses one from the middle: for the fewest children, the limits can be from 0% to 100%.
        if let Some(at) = funnel.limits.get(funnel.limits.len() / 2) {
            let n = language.number(at.denominator);
            let ends = |of: &Limits| (language.share(of.lower_95), language.share(of.upper_95));
            worked = worked.says(if plain {
                let (lower, upper) = ends(&at.plain);
                words::WorkedFunnelPlain { lower: &lower, n: &n, p: &p, upper: &upper }.text(language)
            } else {
                let (lower, upper) = ends(&at.adjusted);
                words::WorkedFunnelAdjusted { lower: &lower, n: &n, p: &p, tau2: &tau2, upper: &upper }.text(language)
            });
        }
        let spread = words::WorkedFunnelSpread {
            p: &p,
            phi: &language.tenths(funnel.phi),
            plain: &language.tenths(funnel.phi_unwinsorised),
            tau2: &tau2,
        };
        worked.says(spread.text(language))
    }

    /// Adds an authority's share, the share of the others, and the difference.
    pub(in crate::parts) fn comparison(self, language: Language, with: &str, of: &Comparison) -> Self {
        let own = (of.numerator, of.denominator);
        let others = (of.others.numerator, of.others.denominator);
        self.share(language, of.authority.name.unwrap_or_default(), of.numerator, of.denominator)
            .wilson(language, of.numerator, of.denominator)
            .row(language, with, of.others.numerator, of.others.denominator)
            .beside(language, own, others, of.points, (of.lower, of.upper))
    }

    /// Adds one share less another, with the interval.
    pub(in crate::parts) fn beside(
        self,
        language: Language,
        own: (u64, u64),
        others: (u64, u64),
        by: f64,
        (lower, upper): (f64, f64),
    ) -> Self {
        let (others, own, by, adds_up) = if let Some(moved) = share_moved(others, own) {
            let minus = if moved.points.direction == Ordering::Less { "−" } else { "" };
            let by = [minus, &moved.points.by].concat().into();
            (language.percent_of(&moved.from), language.percent_of(&moved.to), by, moved.adds_up)
        } else {
            // Counts too large to multiply.
            let share = |(part, whole)| language.part_of(part, whole);
            (share(others), share(own), language.signed(by * 100.0), false)
        };
        let words = words::WorkedBesideDifference {
            interval: &language.points_between(lower, upper),
            others: &others,
            own: &own,
            points: &language.points(&by),
        };
        let worked = self.says(words.text(language));
        let worked = match Precise::of(language, worked.report).unit() {
            Some(unit) => worked.says(language.worked_widened(&unit)),
            None => worked,
        };
        if adds_up { worked } else { worked.says(language.change_rounding()) }
    }

    /// Adds the share without the authority that matters most.
    pub(in crate::parts) fn influence(self, language: Language, influence: &Influence, all: &Rate) -> Self {
        let Some(without) = influence.without.iter().find(|without| without.denominator > 0) else { return self };
        let words = words::WorkedInfluence {
            all: &language.number(all.denominator),
            children: &language.number(without.denominator),
            missing: &language.number(without.numerator),
            name: &language.respondent(&without.respondent),
            share: &language.part_of(without.numerator, without.denominator),
            weight: &language.share(without.weight),
        };
        self.says(words.text(language))
    }

    /// Adds what it takes to reach a share, written as it was asked for.
    pub(in crate::parts) fn target(self, language: Language, asked: &str, of: &Target) -> Self {
        let needed = language.number(of.needed_children.unsigned_abs());
        let needed: Text = if of.needed_children < 0 { ["−", &*needed].concat().into() } else { needed };
        let words = words::WorkedTarget {
            all: &language.number(of.all_children()),
            children: &language.number(of.denominator),
            missing: &language.number(of.numerator),
            needed: &needed,
            silent: &language.number(of.silent_children),
            target: asked,
        };
        self.says(words.text(language))
    }

    /// Adds the children of two groups, each once.
    pub(in crate::parts) fn overlap(self, language: Language, of: &Overlap) -> Self {
        let words = words::WorkedOverlap {
            both: &language.number(of.both),
            either: of.either,
            trafficked: &language.number(of.trafficked),
            unaccompanied: &language.number(of.unaccompanied),
        };
        self.says(words.text(language))
    }
}
