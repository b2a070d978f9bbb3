//! The results: the answer first, then what it is based on, then its doubt.

use std::any::Any;

use document::engine::Period;
use words::Language;
use yew::prelude::*;

use crate::components::{Piece, calculating, drawing, kept, parts_nav, period_bar, share_offer};
use crate::embed::Mode;
use crate::state::{Action, Focus, State};
use document::Node;
use document::Part;
use document::Shared;
use document::View;

pub(super) fn results(state: &State, act: &Callback<Action>) -> Html {
    let title = if state.busy && state.view.is_none() {
        state.language.results_calculating()
    } else {
        state.language.results_heading()
    };
    // Figures that are already shown are not outdated. What follows is put below them.
    let busy =
        if state.view.as_ref().is_some_and(|view| view.more_follows) { "results--filling" } else { "results--old" };
    html! {
        // The figures below are a component of their own, and Yew may paint this one before it. So this one hides them.
        <section class={classes!("results", state.busy.then_some(busy), state.withheld().then_some("results--withheld"))}
            aria-labelledby={Focus::RESULTS}>
            <h2 class="govuk-heading-l" id={Focus::RESULTS} tabindex="-1">{ title }</h2>
            { calculating(state, act) }
            if let Some(view) = &state.view {
                if view.empty && !state.withheld() {
                    { nothing(state.language, &view.why_empty, view.asks) }
                }
                { kept(state.undone, figures(state, view, act)) }
            } else if !state.busy {
                { nothing(state.language, &state.language.results_none().into(), false) }
            }
        </section>
    }
}

/// It is a piece of its own, so that it is not built again with every progress message.
#[derive(PartialEq)]
struct Figures {
    language: Language,
    /// The figures are for other readers than the control says, so only the control is shown.
    withheld: bool,
    view: Shared<View>,
    file_periods: Vec<Period>,
    part: Part,
    drawn: Option<Shared<Vec<Node>>>,
    frame: Option<Mode>,
    act: Callback<Action>,
}

impl Piece for Figures {
    fn html(&self) -> Html {
        shown(self)
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

fn figures(state: &State, view: &Shared<View>, act: &Callback<Action>) -> Figures {
    Figures {
        language: state.language,
        withheld: state.withheld(),
        view: view.clone(),
        file_periods: state.file_periods.clone(),
        part: state.part,
        drawn: state.drawing.clone(),
        frame: state.frame,
        act: act.clone(),
    }
}

fn shown(Figures { language, withheld, view, file_periods, part, drawn, frame, act }: &Figures) -> Html {
    let name = view.parts.iter().find(|of| of.part == *part).map(|of| of.name.clone());
    html! {
        <>
            <div class="results__controls">
                if let Some(period) = view.shown.filter(|_| !withheld) {
                    { period_bar(*language, view, period, file_periods, act) }
                }
                if !withheld && !view.whose.is_empty() {
                    <div class="whose">{ drawing(*language, &view.whose, act) }</div>
                }
                if *withheld {
                    <div class="head">{ drawing(*language, &view.controls, act) }</div>
                } else if !view.empty {
                    <div class="head">{ drawing(*language, &view.head, act) }</div>
                }
                if !withheld && !view.coverage.is_empty() {
                    <div class="coverage">{ drawing(*language, &view.coverage, act) }</div>
                }
            </div>
            if !withheld {
                { parts_nav(*language, &view.parts, *part) }
                // Without figures there is nothing to summarise. The text above says why.
                <section class="part" hidden={view.empty && *part == Part::Summary} aria-labelledby={Focus::PART}>
                    <h3 class={classes!("govuk-heading-m", "part__heading", (*part == Part::Summary).then_some("part__heading--summary"))}
                        id={Focus::PART} tabindex="-1">{ name }</h3>
                    if let Some(drawn) = drawn {
                        { drawing(*language, drawn, act) }
                    } else {
                        <p class="govuk-body quiet">{ language.part_loading() }</p>
                    }
                    if *part == Part::Summary && frame.is_some() {
                        { in_frame(*language, *frame, view, act) }
                    }
                </section>
            }
            // The whole report says it at its end. The sheet to sign and the short report are one page each.
            if !withheld && !matches!(part, Part::Whole | Part::SignOff | Part::Short) {
                <div class="foot">{ drawing(*language, &view.foot, act) }</div>
            }
        </>
    }
}

/// What a summary also has in somebody else's page.
fn in_frame(language: Language, frame: Option<Mode>, view: &View, act: &Callback<Action>) -> Html {
    html! {
        <>
            if frame == Some(Mode::Figures) && view.parts.iter().any(|of| of.part == Part::Compare && of.shown) {
                <p class="govuk-body"><a class="govuk-link" href="#compare">{ language.embed_find() }</a></p>
            }
            { share_offer(language, view.outlines.clone(), act) }
        </>
    }
}

/// Why there are no figures, and what would help: the way to the question, if that is what stops them.
fn nothing(language: Language, why: &AttrValue, asks: bool) -> Html {
    html! {
        <div class="govuk-inset-text">
            <h3 class="govuk-heading-s">{ language.results_none_title() }</h3>
            <p class="govuk-body">{ why }</p>
            if asks {
                <p class="govuk-body">
                    <a class="govuk-link" href={["#", Part::Answers.fragment()].concat()}>{ language.summary_open_link() }</a>
                </p>
            }
        </div>
    }
}
