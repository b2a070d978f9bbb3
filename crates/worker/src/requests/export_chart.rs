//! A chart of the part that is open is downloaded.

use document::{Part, Picture};
use results::Note;

use crate::desk::Desk;
use crate::outbox::Out;

pub(super) fn export_chart<F: Clone>(desk: &mut Desk<F>, id: &str, kind: Picture) -> bool {
    let Some((report, period)) = desk.shown() else { return false };
    let chart = document::charts(&desk.blocks).into_iter().find(|chart| chart.id == id).cloned();
    let name = |ending| match desk.part {
        Part::Council => results::council_part_name(&desk.settings, id, ending),
        _ => results::part_name(report, id, period, ending),
    };
    let (svg, png) = (name("svg"), name("png"));
    let note = match &chart {
        Some(chart) if desk.part != Part::Council => Note::of_chart(desk.language, report, period, chart),
        _ => Note::published(desk.language),
    };
    match (chart, kind) {
        (Some(chart), Picture::Svg) => {
            let text = results::svg(desk.language, &chart, &note);
            desk.give(svg, text);
        }
        (Some(chart), Picture::Png | Picture::Copied) => {
            let language = desk.language;
            let said = (kind == Picture::Copied).then(|| results::id_of_copied(id));
            desk.paint(Out::Picture { language, name: png, chart, note, said });
        }
        (None, _) => {}
    }
    false
}
