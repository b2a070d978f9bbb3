//! Puts the worker's drawings on the page. Nothing here knows what they mean.

use document::{Attribute, Carried, Element, Node, Opens, Shared, Use};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use words::Language;
use yew::prelude::*;
use yew::virtual_dom::{Key, VTag, VText};

use super::focus::{say_copied, to_top};
use crate::state::Action;

/// The pieces of a drawing, one after another.
pub(crate) fn drawing(language: Language, nodes: &[Node], act: &Callback<Action>) -> Html {
    let shown = Shown { language, act, walk: None };
    nodes.iter().map(|node| shown.node(node)).collect()
}

/// An element that the page has drawn itself.
pub(crate) fn drawn(language: Language, element: Element, act: &Callback<Action>) -> Html {
    drawing(language, &[element.into()], act)
}

/// How a drawing is shown.
#[derive(Clone, Copy)]
struct Shown<'a> {
    language: Language,
    act: &'a Callback<Action>,
    /// Inside a chart: the mark whose text is shown.
    walk: Option<&'a str>,
}

impl Shown<'_> {
    fn node(self, node: &Node) -> Html {
        match node {
            Node::Text(text) => VText::new(text.clone()).into(),
            Node::Element(element) => {
                if let Some(Use::Walk { .. }) = &element.use_of {
                    return html! { <Walk language={self.language} element={element.clone()} act={self.act} /> };
                }
                let mut tag = self.tag(element);
                tag.key = (!element.key.is_empty()).then(|| Key::from(&*element.key));
                tag.into()
            }
        }
    }

    fn tag(self, element: &Element) -> VTag {
        let mut tag = VTag::new(element.tag.as_str());
        let mut at = false;
        for (name, value) in &element.attributes {
            match name {
                // What a person types stays until there is a different value.
                Attribute::Value if matches!(element.use_of, Some(Use::Type(_))) => {
                    tag.add_property("defaultValue", value.as_str());
                }
                Attribute::Value => tag.set_value(Some(value.clone())),
                _ => {
                    at |= *name == Attribute::Mark && self.walk == Some(value);
                    tag.add_attribute(name.as_str(), value.clone());
                }
            }
        }
        if at {
            tag.add_attribute(Attribute::Class.as_str(), "mark--shown");
        }
        if let Some(of) = &element.use_of {
            self.listen(&mut tag, of);
        }
        tag.add_children(element.inside.iter().map(|node| self.node(node)));
        tag
    }

    /// Adds what a person can do with an element.
    fn listen(self, tag: &mut VTag, of: &Use) {
        let language = self.language;
        match of.clone() {
            Use::Press { command, to_top: top } => on_click(
                tag,
                self.act.reform(move |_| {
                    to_top(&top);
                    asked(&command, None)
                }),
            ),
            Use::Copy { from, said } => on_click(tag, Callback::from(move |_| say_copied(language, &from, &said))),
            Use::Print => on_click(tag, Callback::from(|_| print())),
            Use::Choose(commands) => {
                let act = self.act.clone();
                let choose = Callback::from(move |event: Event| {
                    let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
                    if let Some(command) = usize::try_from(place).ok().and_then(|place| commands.get(place)) {
                        act.emit(asked(command, None));
                    }
                });
                tag.add_listener(std::rc::Rc::new(yew::html::onchange::Wrapper::new(choose)));
            }
            Use::Type(command) => {
                let typed = self.act.reform(move |event: InputEvent| {
                    asked(&command, Some(event.target_unchecked_into::<HtmlInputElement>().value()))
                });
                tag.add_listener(std::rc::Rc::new(yew::html::oninput::Wrapper::new(typed)));
            }
            Use::Submit { command, typed_in } => {
                let submit = self.act.reform(move |event: SubmitEvent| {
                    event.prevent_default();
                    asked(&command, Some(typed_text(&typed_in)))
                });
                tag.add_listener(std::rc::Rc::new(yew::html::onsubmit::Wrapper::new(submit)));
            }
            // This is a component of its own.
            Use::Walk { .. } => {}
        }
    }
}

fn on_click(tag: &mut VTag, act: Callback<MouseEvent>) {
    tag.add_listener(std::rc::Rc::new(yew::html::onclick::Wrapper::new(act)));
}

fn asked(command: &Carried, typed: Option<String>) -> Action {
    if let Some(Opens::Part(part)) = command.opens {
        crate::page::go_to(part);
    }
    Action::Command { command: command.clone(), typed }
}

fn typed_text(id: &str) -> String {
    let field = crate::page::element(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Does nothing if the browser does not allow a page to print.
fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

#[derive(Properties, PartialEq)]
struct WalkProps {
    language: Language,
    element: Shared<Element>,
    act: Callback<Action>,
}

/// A chart that shows the text of a mark: the one that is pointed at, or that the arrow keys have reached. A click or Enter
/// goes the way of the mark, if it has one.
#[component]
fn Walk(WalkProps { language, element, act }: &WalkProps) -> Html {
    let at = use_state(|| None::<usize>);
    let Some(Use::Walk { marks, .. }) = &element.use_of else { return Html::default() };
    // A chart of other figures has other marks.
    let told = at.and_then(|at| marks.get(at)).cloned();
    let point = {
        let (at, element, act) = (at.clone(), element.clone(), act.clone());
        Callback::from(move |event: MouseEvent| {
            let mark = event.target_dyn_into::<web_sys::Element>();
            let mark = mark.and_then(|mark| mark.get_attribute(Attribute::Mark.as_str()));
            if let Some(mark) = mark.and_then(|mark| mark.parse().ok()) {
                at.set(Some(mark));
                if event.type_() == "click" {
                    go(&element, mark, &act);
                }
            }
        })
    };
    let step = {
        let (at, last) = (at.clone(), marks.len().saturating_sub(1));
        let (element, act) = (element.clone(), act.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "Enter" => return at.map_or((), |mark| go(&element, mark, &act)),
                "ArrowRight" | "ArrowDown" => at.map_or(0, |at| at + 1),
                "ArrowLeft" | "ArrowUp" => at.map_or(last, |at| at.saturating_sub(1)),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            at.set(Some(next.min(last)));
        })
    };
    let mark = told.as_ref().and(*at).map(|at| at.to_string());
    let shown = Shown { language: *language, act, walk: mark.as_deref() };
    let said = element.inside.len().saturating_sub(1);
    let inside = element.inside.iter().enumerate().map(|(place, node)| match (node, &told) {
        (Node::Element(line), Some(told)) if place == said => {
            let line = Element { inside: vec![Node::Text(told.clone())], ..(**line).clone() };
            shown.node(&line.into())
        }
        _ => shown.node(node),
    });
    html! {
        <div onkeydown={step} onmouseover={point.clone()} onclick={point}>{ for inside }</div>
    }
}

/// Goes the way of a mark, if it has one.
fn go(chart: &Element, mark: usize, act: &Callback<Action>) {
    if let Some(Use::Walk { ways, .. }) = &chart.use_of
        && let Some(way) = ways.get(mark)
    {
        act.emit(asked(way, None));
    }
}
