//! A bar from 0% to 100%, with a share on it and the range in which it lies.

use yew::prelude::*;

use super::across;
use crate::text;

/// From where to where, as shares from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Band {
    pub(crate) lower: f64,
    pub(crate) upper: f64,
}

/// `label` says all of it in a sentence; `band_name` is what the band is.
pub(crate) fn share_bar(share: f64, band: Band, label: AttrValue, band_name: &'static str) -> Html {
    html! {
        <figure class="bar">
            <svg class="bar__picture" width="100%" height="44" role="img" aria-label={label}>
                <rect class="bar__track" x="0" y="16" width="100%" height="12" />
                <rect
                    class="bar__band"
                    x={across(band.lower)}
                    y="12"
                    width={across((band.upper - band.lower).max(0.0))}
                    height="20"
                />
                <line class="bar__end" x1={across(band.lower)} x2={across(band.lower)} y1="8" y2="36" />
                <line class="bar__end" x1={across(band.upper)} x2={across(band.upper)} y1="8" y2="36" />
                <circle class="bar__share" cx={across(share)} cy="22" r="8" />
            </svg>
            <div class="bar__ends" aria-hidden="true">
                <span>{ text::bar_zero() }</span>
                <span>{ text::bar_all() }</span>
            </div>
            <div class="bar__key" aria-hidden="true">
                <span class="bar__key-item bar__key-item--share">{ text::bar_share() }</span>
                <span class="bar__key-item bar__key-item--band">{ band_name }</span>
            </div>
        </figure>
    }
}
