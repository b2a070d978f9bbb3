//! What a visitor shares with the page around the frame: shares in outline.

use document::engine::{Outline, Proportion, outline};
use document::{About, One, Outlines};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use words::Language;

use crate::quick::Shares;

/// What the message to the host says that it is.
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

/// The same for a program: plain data, as `docs/embedding.md` has it.
pub(super) fn to_js(outlines: &Outlines) -> JsValue {
    let figures: Array = outlines.0.iter().map(one_to_js).collect();
    object(&[("format", FORMAT.into()), ("figures", figures.into())])
}

fn one_to_js(one: &One) -> JsValue {
    let about = |of: fn(&About) -> &str| one.about.as_ref().map_or(JsValue::NULL, |about| of(about).into());
    object(&[
        ("area", about(|about| &about.area)),
        ("cohort", about(|about| &about.cohort)),
        ("period", about(|about| &about.period)),
        ("percent", one.percent.as_str().into()),
        ("children", (one.children as f64).into()),
        ("text", one.sentence.as_str().into()),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
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
