//! What a visitor shares with the page around the frame: shares in outline.

use document::engine::{Outline, Proportion, outline};
use document::{About, One, Outlines, SENTINEL};
use js_sys::Array;
use wasm_bindgen::JsValue;
use words::Language;

use super::plain::plain;
use crate::quick::Shares;

/// What is shared, and in which form.
const FORMAT: &str = "missing-from-care/shared/1";

/// The shares of numbers that were typed.
pub(crate) fn of_typed(language: Language, shares: Shares) -> Outlines {
    let all = [Some(shares.first), shares.second].into_iter().flatten();
    let one = |share: Proportion| outline(share.missing(), share.children());
    let said = |outline: Outline| {
        let (children, share) = (language.number(outline.children), language.percent_of(&outline.percent));
        One::of(outline, words::SharedTyped { children: &children, share: &share }.text(language))
    };
    Outlines(all.filter_map(one).map(said).collect())
}

/// The same for a program: plain data, as `docs/embedding.md` has it. What was typed is of no place and no time.
pub(super) fn shared(Outlines(all): &Outlines) -> JsValue {
    let figure = |one: &One| {
        let about = one.about.as_ref();
        let said = |of: fn(&About) -> &str| about.map_or(JsValue::NULL, |about| of(about).into());
        plain(&[
            ("area", said(|about| &about.area)),
            ("cohort", said(|about| &about.cohort)),
            ("period", said(|about| &about.period)),
            ("percent", (&*one.percent).into()),
            ("children", (one.children as f64).into()),
            ("text", (&*one.sentence).into()),
        ])
    };
    let figures: Array = all.iter().map(figure).collect();
    plain(&[
        ("sentinel", SENTINEL.into()),
        ("type", "shared".into()),
        ("format", FORMAT.into()),
        ("figures", figures.into()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language::English;

    #[test]
    fn what_was_typed_is_shared_in_outline_and_a_small_group_not_at_all() {
        let typed =
            Shares { first: Proportion::new(864, 2_335).unwrap(), second: Some(Proportion::new(3, 40).unwrap()) };
        assert_eq!(of_typed(English, typed).sentences(), ["37% of about 2,340 children went missing."]);
    }
}
