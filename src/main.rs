//! The page: what a person sees, and nothing calculated here.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <h1>{ "Missing from Care" }</h1> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
