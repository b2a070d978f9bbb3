//! Pieces of the page that are built again only if something in them is another. They share one Yew component, since each
//! component adds to the download.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

/// What a piece is built from.
pub(crate) trait Piece: Any {
    fn html(&self) -> Html;
    /// Whether the other is built from the same.
    fn is(&self, other: &dyn Any) -> bool;
}

#[derive(Properties)]
struct KeptProps {
    of: Rc<dyn Piece>,
}

impl PartialEq for KeptProps {
    fn eq(&self, other: &Self) -> bool {
        self.of.is(&*other.of)
    }
}

#[component]
fn Kept(props: &KeptProps) -> Html {
    props.of.html()
}

/// The piece with its number among its neighbours. What is open in it stays open as long as the number is the same.
pub(crate) fn kept(number: u32, piece: impl Piece) -> Html {
    let of: Rc<dyn Piece> = Rc::new(piece);
    html! { <Kept key={number} {of} /> }
}
