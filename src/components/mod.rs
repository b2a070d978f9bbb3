//! Pieces of a page. A component takes values and gives back an `Action`; it knows no worker and decides nothing about
//! data.

mod about;
mod areas;
mod chooser;
mod coverage;
mod details;
mod downloads;
mod file_list;
mod file_problem;
mod file_row;
mod findings;
mod focus;
mod frame;
mod headline;
mod live;
mod mapping;
mod network;
mod notice;
mod own_return;
mod page_drop;
mod period_bar;
mod period_days;
mod published;
mod set_aside;

pub(crate) use about::About;
pub(crate) use areas::AreaTables;
pub(crate) use chooser::Chooser;
pub(crate) use downloads::Downloads;
pub(crate) use file_list::FileList;
pub(crate) use findings::Findings;
pub(crate) use focus::use_focus;
pub(crate) use frame::{Footer, Header, SkipLink};
pub(crate) use headline::Headlines;
pub(crate) use live::LiveRegion;
pub(crate) use network::NetworkStatus;
pub(crate) use notice::EngineNotice;
pub(crate) use own_return::OwnReturn;
pub(crate) use page_drop::use_page_drop;
pub(crate) use period_bar::PeriodBar;
pub(crate) use published::PublishedFigures;
pub(crate) use set_aside::SetAsideList;
