//! What a visitor may share with the page that the frame stands in: shares in outline, never a count, a row or a name of a
//! child.

use js_sys::{Array, Object, Reflect};
use missing_rates::cohort::Cohort;
use missing_rates::rates::{Outline, Proportion, outline};
use wasm_bindgen::JsValue;
use yew::AttrValue;

use crate::quick::Shares;
use crate::text;
use crate::view::View;

/// What the message to the host says that it is.
const FORMAT: &str = "missing-from-care/shared/1";

/// Shares in outline, in words as they will be shared, and as they will be read by a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outlines(Vec<One>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct One {
    /// Where and when; what was typed is of no place and no time.
    about: Option<About>,
    outline: Outline,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct About {
    area: &'static str,
    cohort: Cohort,
    period: String,
    period_words: AttrValue,
}

/// The shares of the subjects that are shown, those that are too small left out.
pub(crate) fn of_view(view: &View) -> Outlines {
    let Some(shown) = view.shown else { return Outlines::default() };
    let headlines = view.subjects.iter().flat_map(|subject| subject.cohorts.iter().map(move |of| (subject, of)));
    let one = |(subject, headline): (&crate::view::Subject, &crate::view::Headline)| {
        let rate = headline.first()?;
        let about = About {
            area: subject.area.name.unwrap_or(text::subject_return()),
            cohort: headline.cohort,
            period: shown.to_string(),
            period_words: text::format::period(shown),
        };
        Some(One { about: Some(about), outline: outline(rate.numerator, rate.denominator)? })
    };
    Outlines(headlines.filter_map(one).collect())
}

/// The shares of numbers that were typed.
pub(crate) fn of_typed(shares: Shares) -> Outlines {
    let all = [Some(shares.first), shares.second].into_iter().flatten();
    let one = |share: Proportion| outline(share.missing(), share.children());
    Outlines(all.filter_map(one).map(|outline| One { about: None, outline }).collect())
}

impl Outlines {
    /// What will be shared, a sentence each.
    pub(crate) fn sentences(&self) -> Vec<AttrValue> {
        self.0.iter().map(One::sentence).collect()
    }

    /// The same for a program: plain data, as `docs/embedding.md` has it.
    pub(crate) fn to_js(&self) -> JsValue {
        let figures: Array = self.0.iter().map(One::to_js).collect();
        object(&[("format", FORMAT.into()), ("figures", figures.into())])
    }
}

impl One {
    fn sentence(&self) -> AttrValue {
        let share = text::percent_of(&self.outline.percent);
        let children = text::format::number(self.outline.children);
        match &self.about {
            None => text::SharedTyped { children: &children, share: &share }.text(),
            Some(About { area, cohort, period_words, .. }) => {
                let cohort = text::cohort(*cohort);
                text::SharedOf { area, children: &children, cohort, period: period_words, share: &share }.text()
            }
        }
    }

    fn to_js(&self) -> JsValue {
        let about = |of: fn(&About) -> JsValue| self.about.as_ref().map_or(JsValue::NULL, of);
        object(&[
            ("area", about(|about| about.area.into())),
            ("cohort", about(|about| code(about.cohort).into())),
            ("period", about(|about| about.period.as_str().into())),
            ("percent", self.outline.percent.as_str().into()),
            ("children", (self.outline.children as f64).into()),
            ("text", self.sentence().as_str().into()),
        ])
    }
}

/// A cohort by its name in a report.
fn code(cohort: Cohort) -> &'static str {
    match cohort {
        Cohort::All => "all",
        Cohort::Unaccompanied => "unaccompanied",
        Cohort::Trafficked => "trafficked",
        Cohort::TraffickedAndUnaccompanied => "trafficked-and-unaccompanied",
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
    use missing_rates::{Asked, Returns};

    use super::*;

    fn view(files: &[(&str, &[u8])]) -> View {
        let mut returns = Returns::default();
        for (id, (name, bytes)) in (1..).zip(files) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(bytes);
            returns.add(id, reader.finish());
        }
        View::new(&returns.report(&Asked::default()), None)
    }

    #[test]
    fn what_is_shared_says_no_count() {
        let answers = view(&[("a.csv", include_bytes!("../../static/samples/answers-2024.csv"))]);
        let said = of_view(&answers).sentences();
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
        assert!(!view.subjects.is_empty(), "there is a share to be hidden");
        assert_eq!(of_view(&view), Outlines::default());
    }

    #[test]
    fn cohorts_go_by_their_names_in_a_report() {
        for cohort in Cohort::ALL {
            assert_eq!(code(cohort), missing_rates::report::code(&cohort));
        }
    }
}
