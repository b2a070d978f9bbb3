//! What is compared: the authorities of a place, in one period and cohort.

use missing_rates::area::{AreaCode, Authority, authorities, neighbours};
use missing_rates::cohort::{Cohort, Share};
use missing_rates::period::Period;
use missing_rates::report::{Area, Basis, Coverage, Funnel, HiddenFigure, HiddenOf, Level, Rate};
use words::{Language, Text};

use super::super::caveats::{Figure, Is};
use crate::context::Context;

/// What is compared.
#[derive(Clone, Copy)]
pub(super) struct Compared<'a> {
    pub(super) context: Context<'a>,
    pub(super) period: Period,
    pub(super) cohort: Cohort,
    /// The widest area of the answers.
    pub(super) whole: &'a Area,
    /// The place whose authorities are shown: `whole` or an area in it.
    pub(super) place: Area,
}

/// How an authority is related to the chosen one.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Chosen {
    Own,
    Neighbour,
}

impl<'a> Compared<'a> {
    /// The matched rates of children who went missing.
    pub(super) fn rates(self) -> impl Iterator<Item = &'a Rate> {
        self.context.report.rates.iter().filter(move |rate| {
            (rate.period, rate.cohort) == (self.period, self.cohort)
                && (rate.measure, rate.basis) == (Share::Missing, Basis::Matched)
        })
    }

    pub(super) fn rate(self, area: &Area) -> Option<&'a Rate> {
        self.rates().find(|rate| rate.area == *area)
    }

    pub(super) fn funnel(self) -> Option<&'a Funnel> {
        let here = |f: &&Funnel| (f.period, f.cohort, f.measure) == (self.period, self.cohort, Share::Missing);
        self.context.report.funnel.iter().find(here)
    }

    /// What weakens the comparison.
    pub(super) fn touched(self) -> Figure<'a> {
        let here = |c: &&Coverage| {
            (c.area, c.period, c.cohort, c.measure) == (*self.whole, self.period, self.cohort, Share::Missing)
        };
        Figure {
            cohort: Some(self.cohort),
            coverage: self.context.report.coverage.iter().find(here),
            is: &[Is::Beside],
            phi: self.funnel().map(|funnel| funnel.phi),
            ..Figure::default()
        }
    }

    /// The authorities whose share is hidden.
    pub(super) fn hidden(self) -> impl Iterator<Item = AreaCode> + 'a {
        let of = HiddenOf::Rate { measure: Share::Missing, basis: Basis::Matched };
        let here = move |hidden: &&HiddenFigure| {
            (hidden.period, hidden.cohort, hidden.area.level) == (self.period, self.cohort, Level::Authority)
                && hidden.of == of
        };
        self.context.report.hidden.iter().filter(here).filter_map(|hidden| hidden.area.code)
    }

    /// Whether an authority is in the place that is shown.
    pub(super) fn shows(self, authority: AreaCode) -> bool {
        let lies = |authority: &Authority| authority.lies_in().contains(&self.place);
        self.place == *self.whole || missing_rates::area::authority(authority).is_some_and(lies)
    }

    /// Whether all of a larger area is in the place that is shown.
    pub(super) fn holds(self, area: &Area) -> bool {
        let in_it = authorities().iter().map(Authority::lies_in).filter(|larger| larger.contains(area));
        self.place == *self.whole || in_it.into_iter().all(|larger| larger.contains(&self.place))
    }

    /// How an authority is related to the chosen one, if it is.
    pub(super) fn chosen(self, authority: AreaCode) -> Option<Chosen> {
        let own = missing_rates::area::authority(self.context.settings.query.authority?)?;
        if own.code == authority {
            return Some(Chosen::Own);
        }
        neighbours(own).iter().any(|of| of.authority.code == authority).then_some(Chosen::Neighbour)
    }

    /// `Trafficked children, 2024`, in its two parts.
    pub(super) fn titles(self) -> (&'static str, Text) {
        (self.context.language.cohort(self.cohort), self.context.language.period(self.period))
    }
}

/// `England: South East`, or the nation.
pub(super) fn lies_in(language: Language, authority: &Authority) -> Text {
    let nation = authority.nation.name();
    match authority.region {
        Some(region) => words::MapRegion { nation, region: region.name() }.text(language),
        None => nation.into(),
    }
}

pub(super) fn choice(area: &Area) -> Option<(AreaCode, Text)> {
    Some((area.code?, area.name?.into()))
}
