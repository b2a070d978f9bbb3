//! A chart of the part that is open is downloaded.

use document::Picture;
use results::Note;

use crate::desk::Desk;
use crate::outbox::Out;

pub(super) fn export_chart<F: Clone>(desk: &mut Desk<F>, id: &str, kind: Picture) -> bool {
    let Some((report, period)) = desk.shown() else { return false };
    let chart = document::charts(&desk.blocks).into_iter().find(|chart| chart.id == id).cloned();
    let note = Note::new(desk.language, report, period);
    match (chart, kind) {
        (Some(chart), Picture::Svg) => {
            let text = results::svg(desk.language, &chart, &note);
            desk.give(format!("missing-from-care-{id}.svg"), text);
        }
        (Some(chart), Picture::Png) => {
            let language = desk.language;
            desk.paint(Out::Picture { language, name: format!("missing-from-care-{id}.png"), chart, note });
        }
        (None, _) => {}
    }
    false
}
