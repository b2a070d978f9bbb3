//! On which day an interview was offered: with a column that says so, and without.
#![allow(clippy::unwrap_used)]

use crate::support::returns;
use missing_rates::Query;
use missing_rates::interviews::{Doubt, Interviews};

const EPISODES: &str = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,\n";
/// The incident of child 1 ended on 2 June 2024; a later one tells how far the file goes.
const MISSING: &str = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n2,M,01/03/2025,31/03/2025\n";

fn found(list: &str) -> Interviews {
    let returns = returns(&[("episodes.csv", EPISODES), ("missing.csv", MISSING), ("rhi.csv", list)]);
    returns.interviews(&Query::default()).unwrap()
}

#[test]
fn an_offer_within_72_hours_is_known_by_its_day_or_by_an_interview_that_was_held_by_then() {
    use Doubt::{BeforeReturn, DatedNotAccepted, DatedWithoutOffer, NotADate, YearsLater};
    // Yes, no, not said, not clear.
    for (row, expected, doubt) in [
        ("Y,Y,06/06/2024,05/06/2024", [1, 0, 0, 0], None),
        ("Y,N,,02/06/2024", [1, 0, 0, 0], None),
        ("Y,N,,06/06/2024", [0, 1, 0, 0], None),
        ("Y,Y,06/06/2024,06/06/2024", [0, 1, 0, 0], None),
        ("N,,,", [0, 1, 0, 0], None),
        ("Y,Y,05/06/2024,", [1, 0, 0, 0], None),
        ("Y,Y,06/06/2024,", [0, 0, 1, 0], None),
        ("Y,N,,", [0, 0, 1, 0], None),
        // What DATE says of an offer that was declined may be its day, or not.
        ("Y,N,03/06/2024,", [0, 0, 1, 0], Some(DatedNotAccepted)),
        ("Y,N,03/06/2024,03/06/2024", [1, 0, 0, 0], Some(DatedNotAccepted)),
        (",,,03/06/2024", [0, 0, 1, 0], None),
        ("N,,,03/06/2024", [0, 0, 0, 1], Some(DatedWithoutOffer)),
        ("Y,N,,01/06/2024", [0, 0, 0, 1], Some(BeforeReturn)),
        ("Y,N,,03/06/2034", [0, 0, 0, 1], Some(YearsLater)),
        ("Y,Y,05/06/2024,soon", [0, 0, 0, 1], Some(NotADate)),
        // Held before it was offered.
        ("Y,Y,03/06/2024,05/06/2024", [0, 0, 0, 1], None),
    ] {
        let found = found(&format!("CHILD,MIS_START,OFFERED,ACCEPTED,DATE,OFFER_DATE\n1,01/06/2024,{row}\n"));
        let of = found.all.offered_in_time;
        assert_eq!([of.yes, of.no, of.unknown.not_said, of.unknown.not_clear], expected, "{row}");
        let doubts: Vec<Doubt> = found.rows.doubtful.iter().map(|row| row.doubt).collect();
        assert_eq!(doubts, doubt.into_iter().collect::<Vec<_>>(), "{row}");
        assert_eq!(found.has_offer_dates, row.rsplit(',').next().is_some_and(|day| day.contains('/')), "{row}");
    }
}

#[test]
fn without_the_column_the_share_is_only_between_two_ends() {
    let found = found("CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n1,01/06/2024,Y,N,03/06/2024\n");
    assert!(!found.has_offer_dates);
    let of = found.all.offered_in_time;
    assert_eq!((of.known(), of.all(), found.all.offered.yes), (0, 1, 1));
}
