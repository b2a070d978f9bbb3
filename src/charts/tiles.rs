//! One tile for each area, in groups. A tile shows a short name and the sign of its class.

use yew::prelude::*;

use super::picture::Walk;
use document::{Shade, TileGroup, TileKey};

pub(super) fn tiles(groups: &[TileGroup], key: &[TileKey], walk: &Walk) -> Html {
    let mut at = 0;
    let group = |group: &TileGroup| {
        let first = at;
        at += group.tiles.len();
        html! {
            <li>
                <span class="tiles__name">{ &group.name }</span>
                <span class="tiles__list">
                    { for group.tiles.iter().zip(first..).map(|(tile, at)| {
                        let of = &key[usize::from(tile.class).min(key.len() - 1)];
                        let class = classes!(
                            shade(of),
                            tile.marked.then_some("tile--marked"),
                            walk.is_at(at).then_some("tile--shown"),
                        );
                        html! {
                            <span {class} onmouseover={walk.point(at)}>{ &tile.name }<span>{ &of.sign }</span></span>
                        }
                    }) }
                </span>
            </li>
        }
    };
    html! {
        <div class="tiles" aria-hidden="true">
            <ul class="plot__key">
                { for key.iter().map(|of| html! {
                    <li class="plot__key-line"><span class={shade(of)}><span>{ &of.sign }</span></span>{ &of.text }</li>
                }) }
            </ul>
            <ul class="tiles__groups">{ for groups.iter().map(group) }</ul>
        </div>
    }
}

fn shade(of: &TileKey) -> &'static str {
    match of.shade {
        Shade::Empty => "tile tile--0",
        Shade::Palest => "tile tile--1",
        Shade::Pale => "tile tile--2",
        Shade::Middle => "tile tile--3",
        Shade::Dark => "tile tile--4",
        Shade::Darkest => "tile tile--5",
    }
}
