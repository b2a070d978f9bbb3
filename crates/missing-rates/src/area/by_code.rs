//! The area with a given code.

use super::authority::authority;
use super::code::AreaCode;
use super::level::Area;
use super::place::larger_areas;

/// The area with this code: an authority (by a former code too), a region, a nation or the United Kingdom.
///
/// ```
/// use missing_rates::area::{AreaCode, area};
/// assert_eq!(area(AreaCode::ENGLAND).unwrap().name, Some("England"));
/// ```
pub fn area(code: AreaCode) -> Option<Area> {
    authority(code).map(Area::from).or_else(|| larger_areas().find(|area| area.code == Some(code)))
}
