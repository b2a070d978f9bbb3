//! A part of the results, block by block.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use words::Language;
use yew::prelude::*;

use super::data_table::{table, window};
use super::details::details;
use super::focus::say_copied;
use crate::charts::chart;
use crate::state::Action;
use document::{Block, Card, Choice, Fact, Field, LONG, Setting};

pub(crate) fn blocks(language: Language, blocks: &[Block], act: &Callback<Action>) -> Html {
    html! { <>{ for blocks.iter().enumerate().map(|(at, block)| html! {
        <key={key(blocks, at)}>{ one(language, block, act) }</>
    }) }</> }
}

/// What a block is known by when the part comes anew, so that a control keeps the focus while blocks come and go around
/// it: a control by its id, a table by its id, any other by how many of its kind stand before it.
fn key(blocks: &[Block], at: usize) -> String {
    match &blocks[at] {
        Block::Table { table } => table.id.to_string(),
        Block::Window { window } => window.table.id.to_string(),
        Block::Pick { id, .. } | Block::Input { id, .. } => id.to_string(),
        Block::Button { text, .. } => text.to_string(),
        block => {
            let kind = std::mem::discriminant(block);
            let before = blocks[..at].iter().filter(|other| std::mem::discriminant(*other) == kind).count();
            format!("{kind:?}{before}")
        }
    }
}

fn one(language: Language, block: &Block, act: &Callback<Action>) -> Html {
    match block {
        Block::Heading { text } => html! { <h4 class="govuk-heading-s block__heading">{ text }</h4> },
        Block::Lead { text } => html! { <p class="govuk-body-l block__lead">{ text }</p> },
        Block::Text { text } => html! { <p class="govuk-body">{ text }</p> },
        Block::Note { text } => html! { <p class="weak">{ text }</p> },
        Block::List { items } => html! {
            <ul class={classes!("govuk-list", "govuk-list--bullet", (items.len() > LONG).then_some("block__long"))}>{ for items.iter().map(|item| html! { <li>{ item }</li> }) }</ul>
        },
        Block::Facts { facts } => html! { <dl class="facts">{ for facts.iter().map(fact) }</dl> },
        Block::Tally { facts } => html! { <dl class="who">{ for facts.iter().map(tally) }</dl> },
        Block::Cards { cards } => html! {
            <div class={classes!("headlines__cards", (cards.len() == 1).then_some("headlines__cards--one"))}>
                { for cards.iter().map(|of| card(language, of, act)) }
            </div>
        },
        Block::Answer { share: Some(share), words } => html! {
            <p class="answer">
                <span class="answer__share">{ share }</span>{ " " }<span class="answer__words">{ words }</span>
            </p>
        },
        Block::Answer { share: None, words } => html! { <p class="card__none">{ words }</p> },
        Block::Table { table: shown } => table(language, shown, act),
        Block::Window { window: shown } => window(language, shown, act),
        Block::Chart { chart: shown } => chart(language, shown, act),
        Block::Details { summary, blocks: inside } => details(summary.clone(), "", blocks(language, inside, act)),
        Block::Snippet { id, label, text } => snippet(language, id, label, text),
        Block::Controls { blocks: inside } => html! { <div class="controls">{ blocks(language, inside, act) }</div> },
        Block::Pick { id, label, options, chosen } => pick(id, label, options, *chosen, act),
        Block::Input { id, field, label, hint, value, button, error } => {
            let shown = Input { id, field, label, hint, value, button, error: error.as_deref() };
            input(&shown, act)
        }
        Block::Button { request, text } => {
            let request = request.clone();
            html! {
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary block__button"
                    onclick={act.reform(move |_: MouseEvent| Action::Send(request.clone()))}
                >
                    { text }
                </button>
            }
        }
        Block::Section { id, title, blocks: inside } => {
            let id = ["section-", id].concat();
            html! {
                <section class="section" aria-labelledby={id.clone()}>
                    <h3 class="govuk-heading-m section__title" {id}>{ title }</h3>
                    { blocks(language, inside, act) }
                </section>
            }
        }
        Block::Opened { summary, blocks: inside } => html! {
            <div class="opened"><p class="opened__name">{ summary }</p>{ blocks(language, inside, act) }</div>
        },
        Block::Letter { text } => html! { <p class="govuk-body letter">{ text }</p> },
        Block::Print { text } => html! {
            <button type="button" class="govuk-button block__button block__print" onclick={|_: MouseEvent| print()}>
                { text }
            </button>
        },
        Block::Link { fragment, text } => html! {
            <p class="govuk-body"><a class="govuk-link" href={["#", fragment].concat()}>{ text }</a></p>
        },
        Block::Download { format, about, text } => {
            let format = *format;
            html! {
                <>
                    if !about.is_empty() {
                        <p class="govuk-body block__about">{ about }</p>
                    }
                    <button
                        type="button"
                        class="govuk-button govuk-button--secondary block__button"
                        onclick={act.reform(move |_: MouseEvent| Action::Download(format))}
                    >
                        { text }
                    </button>
                </>
            }
        }
    }
}

/// Where the browser does not let a page print, nothing happens.
fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

fn card(language: Language, card: &Card, act: &Callback<Action>) -> Html {
    html! {
        <article class="card">
            <h4 class="govuk-heading-m card__title">{ &card.title }</h4>
            <p class="card__area quiet">{ &card.about }</p>
            { blocks(language, &card.blocks, act) }
        </article>
    }
}

fn tally(fact: &Fact) -> Html {
    html! {
        <div class="who__line">
            <dt class="who__number">{ &fact.number }</dt>
            <dd class="who__words">{ &fact.name }</dd>
        </div>
    }
}

fn fact(fact: &Fact) -> Html {
    html! {
        <div class="fact">
            <dt class="fact__name">{ &fact.name }</dt>
            <dd class="fact__number">{ &fact.number }</dd>
            <dd class="fact__about quiet">{ &fact.about }</dd>
        </div>
    }
}

/// The id of a control's element.
fn element_of(id: &str) -> String {
    ["set-", id].concat()
}

fn pick(id: &str, label: &str, options: &[Choice], chosen: u32, act: &Callback<Action>) -> Html {
    let id = element_of(id);
    let onchange = {
        let (act, settings) = (act.clone(), options.iter().map(|option| option.setting.clone()).collect::<Vec<_>>());
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            if let Some(setting) = usize::try_from(place).ok().and_then(|place| settings.get(place)) {
                act.emit(Action::Set(setting.clone()));
            }
        })
    };
    html! {
        <div class="govuk-form-group control" key={id.clone()}>
            <label class="govuk-label" for={id.clone()}>{ label }</label>
            <select class="govuk-select" {id} {onchange}>
                { for options.iter().zip(0..).map(|(option, at)| html! {
                    <option selected={at == chosen}>{ &option.text }</option>
                }) }
            </select>
        </div>
    }
}

/// A text to type, with its button.
struct Input<'a> {
    id: &'a str,
    field: &'a Field,
    label: &'a str,
    hint: &'a str,
    value: &'a str,
    button: &'a str,
    error: Option<&'a str>,
}

fn input(shown: &Input<'_>, act: &Callback<Action>) -> Html {
    let id = element_of(shown.id);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let place = NodeRef::default();
    let onsubmit = {
        let (place, field) = (place.clone(), shown.field.clone());
        act.reform(move |event: SubmitEvent| {
            event.prevent_default();
            let text = place.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            Action::Set(Setting::Typed { field: field.clone(), text })
        })
    };
    let wrong = shown.error.is_some();
    let described = [(!shown.hint.is_empty()).then_some(hint_id.as_str()), wrong.then_some(error_id.as_str())];
    let described: Vec<&str> = described.into_iter().flatten().collect();
    html! {
        <form
            class={classes!("govuk-form-group", "control", wrong.then_some("govuk-form-group--error"))}
            key={id.clone()}
            {onsubmit}
            novalidate=true
        >
            <label class="govuk-label" for={id.clone()}>{ shown.label }</label>
            if !shown.hint.is_empty() {
                <div class="govuk-hint" id={hint_id.clone()}>{ shown.hint }</div>
            }
            if let Some(error) = shown.error {
                <p class="govuk-error-message" id={error_id.clone()} role="alert">{ error }</p>
            }
            <div class="control__line">
                <input
                    class={classes!("govuk-input", "control__input", wrong.then_some("govuk-input--error"))}
                    {id}
                    ref={place}
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
                    aria-invalid={wrong.then_some("true")}
                    value={shown.value.to_owned()}
                />
                <button type="submit" class="govuk-button govuk-button--secondary block__button">{ shown.button }</button>
            </div>
        </form>
    }
}

/// A text that can be copied whole. Where the browser does not let a page copy, it can be selected.
pub(super) fn snippet(language: Language, id: &str, label: &str, words: &str) -> Html {
    let id = format!("text-{id}");
    let said_id = format!("{id}-said");
    let copy = {
        let (id, said_id) = (id.clone(), said_id.clone());
        Callback::from(move |_: MouseEvent| say_copied(language, &id, &said_id))
    };
    // A line that is longer than the field goes on in the next.
    let lines: usize = words.lines().map(|line| line.len() / 70 + 1).sum();
    let rows = lines.clamp(3, 24).to_string();
    html! {
        <div class="govuk-form-group" key={id.clone()}>
            <label class="govuk-label" for={id.clone()}>{ label }</label>
            <SnippetText {id} {rows} words={words.to_owned()} />
            // A field is cut off where a page of paper ends.
            <p class="govuk-body letter snippet__print" aria-hidden="true">{ words }</p>
            <button type="button" class="govuk-button govuk-button--secondary block__button" onclick={copy}>
                { language.block_copy() }
            </button>
            { " " }<span class="quiet" id={said_id} role="status"></span>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SnippetTextProps {
    id: String,
    rows: String,
    words: String,
}

/// The text itself. A text area's value is a property, which must be set anew when the words change.
#[component]
fn SnippetText(SnippetTextProps { id, rows, words }: &SnippetTextProps) -> Html {
    let place = use_node_ref();
    {
        let place = place.clone();
        use_effect_with(words.clone(), move |words| {
            if let Some(area) = place.cast::<HtmlTextAreaElement>() {
                area.set_value(words);
            }
        });
    }
    html! { <textarea class="govuk-textarea snippet" id={id.clone()} ref={place} rows={rows.clone()} readonly=true /> }
}
