//! What is asked about pooled figures: a share to reach, two periods to compare, an authority to put beside others.

use missing_rates::PublishedYears;
use missing_rates::area::AreaCode;

use crate::settings::{Anew, Settings};

/// The setting that asks what it would take to reach a share, as typed.
pub(super) const ASK_TARGET: &str = "ask:target";
/// The settings that ask for two periods, with `|` between them; each control changes one of them.
pub(super) const ASK_CHANGE_FROM: &str = "ask:change-from";
pub(super) const ASK_CHANGE_TO: &str = "ask:change-to";
/// The setting that asks for an authority, by its code; none for no one.
pub(super) const ASK_AUTHORITY: &str = "ask:authority";

/// The setting that says what a bare year in DfE's files means.
pub(super) const ASK_PUBLISHED_YEARS: &str = "ask:published-years";
/// Its value for the calendar year; any other is the year that ends on its 31 March.
pub(super) const CALENDAR: &str = "calendar";

/// Sets one of them; `None` if the setting is another.
pub(crate) fn set(key: &str, value: &str, settings: &mut Settings) -> Option<Anew> {
    match key {
        ASK_TARGET => {
            // What was typed is kept, so that it can be mended where it is no share.
            settings.choose(key, value);
            settings.asked.target = value.parse().ok();
        }
        ASK_CHANGE_FROM | ASK_CHANGE_TO => {
            let pair = value.split_once('|').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
            settings.asked.change = pair;
        }
        ASK_PUBLISHED_YEARS => {
            settings.asked.published_years =
                if value == CALENDAR { PublishedYears::Calendar } else { PublishedYears::Collection };
            // The periods are others then.
            settings.shown = None;
        }
        ASK_AUTHORITY => settings.asked.authority = AreaCode::read(value),
        _ => return None,
    }
    Some(Anew::Report)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_asked_of_the_engine_and_taken_back() {
        let mut settings = Settings::default();
        let mut set = |key: &str, value: &str| {
            assert_eq!(settings.set(key.to_owned(), value.to_owned()), Anew::Report);
            settings.clone()
        };
        assert_eq!(set(ASK_TARGET, "40 %").asked.target, "40".parse().ok());
        let wrong = set(ASK_TARGET, "forty");
        assert_eq!((wrong.asked.target, wrong.choice(ASK_TARGET)), (None, "forty"));
        let pair = set(ASK_CHANGE_TO, "2023-01-01/2023-12-31|2024-01-01/2024-12-31").asked.change;
        assert_eq!(pair, "2023-01-01/2023-12-31".parse().ok().zip("2024-01-01/2024-12-31".parse().ok()));
        assert_eq!(set(ASK_AUTHORITY, "E10000016").asked.authority, AreaCode::read("E10000016"));
        assert_eq!(set(ASK_AUTHORITY, "").asked.authority, None);
        assert_eq!(set(ASK_PUBLISHED_YEARS, CALENDAR).asked.published_years, PublishedYears::Calendar);
        assert_eq!(set(ASK_PUBLISHED_YEARS, "collection").asked.published_years, PublishedYears::Collection);
    }
}
