//! What a visitor shares with the page around the frame: shares in outline.

use document::engine::{Outline, Proportion, outline};
use document::{One, Outlines};
use serde::Serialize;
use words::Language;

use crate::quick::Shares;

/// What a message of ours says that it is.
pub(super) const SENTINEL: &str = "missing-from-care";
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

/// The same for a program: plain data, as `docs/embedding.md` has it.
#[derive(Serialize)]
pub(super) struct Shared<'a> {
    sentinel: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    format: &'static str,
    figures: Vec<Figure<'a>>,
}

/// One share; what was typed is of no place and no time.
#[derive(Serialize)]
struct Figure<'a> {
    area: Option<&'a str>,
    cohort: Option<&'a str>,
    period: Option<&'a str>,
    percent: &'a str,
    children: u64,
    text: &'a str,
}

impl<'a> Shared<'a> {
    pub(super) fn of(Outlines(all): &'a Outlines) -> Self {
        let figure = |one: &'a One| {
            let about = one.about.as_ref();
            Figure {
                area: about.map(|about| &*about.area),
                cohort: about.map(|about| &*about.cohort),
                period: about.map(|about| &*about.period),
                percent: &one.percent,
                children: one.children,
                text: &one.sentence,
            }
        };
        Self { sentinel: SENTINEL, kind: "shared", format: FORMAT, figures: all.iter().map(figure).collect() }
    }
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
