//! Moves the focus to where news is.

use web_sys::HtmlElement;
use yew::prelude::*;

/// Gives the reference of an element that takes the focus each time `turn` has changed, and not at first.
#[hook]
pub(crate) fn use_focus(turn: u32) -> NodeRef {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(turn, move |turn| {
            if *turn > 0
                && let Some(element) = node.cast::<HtmlElement>()
            {
                // An element that cannot take the focus leaves it where it is.
                let _ = element.focus();
            }
        });
    }
    node
}
