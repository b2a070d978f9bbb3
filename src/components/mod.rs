//! Pieces of a page: functions from values to HTML. What a person does comes back as an `Action`. Nothing here knows a
//! worker or decides about data. Only pieces with a state of their own (a half-filled form, a search) are Yew
//! components, because each component adds some kilobytes to the download.

mod about;
mod calculating;
mod chooser;
mod details;
mod drawing;
mod file_list;
mod file_problem;
mod file_row;
mod file_year;
mod focus;
mod frame;
mod kept;
mod live;
mod network;
mod notice;
mod page_drop;
mod part_links;
mod parts_nav;
mod paste;
mod period_bar;
mod period_days;
mod quick_form;
mod release;
mod room;
mod share_offer;

pub(crate) use about::about;
pub(crate) use calculating::calculating;
pub(crate) use chooser::chooser;
pub(crate) use details::details;
pub(crate) use drawing::drawing;
pub(crate) use file_list::file_list;
pub(crate) use focus::{focus_on, say_in, say_whether};
pub(crate) use frame::{embed_footer, footer, header, skip_link};
pub(crate) use kept::{Piece, kept};
pub(crate) use live::live_region;
pub(crate) use network::network_status;
pub(crate) use notice::{engine_notice, undo_clear};
pub(crate) use page_drop::use_page_drop;
pub(crate) use part_links::{fragment, use_part_links};
pub(crate) use parts_nav::parts_nav;
pub(crate) use period_bar::period_bar;
pub(crate) use quick_form::quick_form;
pub(crate) use release::release_offer;
pub(crate) use room::use_room;
pub(crate) use share_offer::share_offer;
