//! What a visitor may share with the page that the frame stands in: shares in outline, never a count, a row or a name of a
//! child.

use js_sys::{Array, Object, Reflect};
use missing_rates::period::Period;
use missing_rates::rates::{Outline, Proportion, outline};
use wasm_bindgen::JsValue;
use yew::AttrValue;

use crate::quick::Shares;
use crate::text;
use crate::wire::{Wire, wire_struct};

/// What the message to the host says that it is.
const FORMAT: &str = "missing-from-care/shared/1";

/// Shares in outline, in words as they will be shared, and as they will be read by a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outlines(Vec<One>);

/// One share in outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct One {
    /// Where and when; what was typed is of no place and no time.
    about: Option<About>,
    percent: String,
    children: u64,
    sentence: AttrValue,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct About {
    area: String,
    /// By its name in a report.
    cohort: String,
    period: String,
}

wire_struct!(One { about, percent, children, sentence });
wire_struct!(About { area, cohort, period });

impl Wire for Outlines {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Wire::take(bytes).map(Self)
    }
}

/// The shares of numbers that were typed.
pub(crate) fn of_typed(shares: Shares) -> Outlines {
    let all = [Some(shares.first), shares.second].into_iter().flatten();
    let one = |share: Proportion| outline(share.missing(), share.children());
    let said = |outline: Outline| {
        let (children, share) = (text::format::number(outline.children), text::percent_of(&outline.percent));
        One::of(outline, text::SharedTyped { children: &children, share: &share }.text())
    };
    Outlines(all.filter_map(one).map(said).collect())
}

impl Outlines {
    pub(crate) fn of(all: impl Iterator<Item = One>) -> Self {
        Self(all.collect())
    }

    /// What will be shared, a sentence each.
    pub(crate) fn sentences(&self) -> Vec<AttrValue> {
        self.0.iter().map(|one| one.sentence.clone()).collect()
    }

    /// The same for a program: plain data, as `docs/embedding.md` has it.
    pub(crate) fn to_js(&self) -> JsValue {
        let figures: Array = self.0.iter().map(One::to_js).collect();
        object(&[("format", FORMAT.into()), ("figures", figures.into())])
    }
}

impl One {
    /// A share of no place and no time, with the sentence that says it.
    pub(crate) fn of(Outline { percent, children }: Outline, sentence: AttrValue) -> Self {
        Self { about: None, percent, children, sentence }
    }

    /// The same of a place, a cohort by its name in a report, and a time.
    pub(crate) fn about(self, area: &str, cohort: String, period: Period) -> Self {
        let about = About { area: area.to_owned(), cohort, period: period.to_string() };
        Self { about: Some(about), ..self }
    }

    fn to_js(&self) -> JsValue {
        let about = |of: fn(&About) -> &str| self.about.as_ref().map_or(JsValue::NULL, |about| of(about).into());
        object(&[
            ("area", about(|about| &about.area)),
            ("cohort", about(|about| &about.cohort)),
            ("period", about(|about| &about.period)),
            ("percent", self.percent.as_str().into()),
            ("children", (self.children as f64).into()),
            ("text", self.sentence.as_str().into()),
        ])
    }
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
    use missing_rates::read::Reader;
    use missing_rates::{Query, Returns};

    use super::*;
    use crate::view::View;

    fn view(files: &[(&str, &[u8])]) -> View {
        let mut returns = Returns::default();
        for (id, (name, bytes)) in (1..).zip(files) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(bytes);
            returns.add(id, reader.finish());
        }
        View::new(&returns.report(&Query::default()), None)
    }

    #[test]
    fn what_is_shared_says_no_count() {
        let answers = view(&[("a.csv", include_bytes!("../../static/samples/answers-2024.csv"))]);
        let said = answers.outlines.sentences();
        assert_eq!(
            said.first().map(AttrValue::as_str),
            Some("Trafficked children, 2024, United Kingdom: 37% of about 2,340 children went missing.")
        );
        let typed =
            Shares { first: Proportion::new(864, 2_335).unwrap(), second: Some(Proportion::new(3, 40).unwrap()) };
        // The second group is too small.
        assert_eq!(of_typed(typed).sentences(), [AttrValue::from("37% of about 2,340 children went missing.")]);
    }

    #[test]
    fn a_return_in_which_few_went_missing_has_nothing_to_share() {
        let episodes = "CHILD,DECOM,LS,DEC\n1,01/04/2020,C2,\n2,01/04/2020,C2,\n3,01/04/2020,C2,\n";
        let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n";
        let view = view(&[("episodes.csv", episodes.as_bytes()), ("missing.csv", missing.as_bytes())]);
        assert!(!view.empty, "there is a share to be hidden");
        assert_eq!(view.outlines, Outlines::default());
    }
}
