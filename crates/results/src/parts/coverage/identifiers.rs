//! What a person has to say about the identifiers of children.

use missing_rates::Query;
use missing_rates::report::{Problem, Report};
use words::Language;

use document::{Block, Command, Setting};

/// The question whether children whose identifiers differ only in zeros are the same.
pub(super) fn zeros(language: Language, report: &Report, asked: &Query) -> Vec<Block> {
    let button = |matter, text: &'static str| Block::Button {
        command: Command::Set { setting: Setting::ZerosMatter(matter) },
        text: text.into(),
    };
    if let Some(matter) = asked.zeros_matter {
        let said = if matter { language.coverage_zeros_said_different() } else { language.coverage_zeros_said_same() };
        return vec![Block::text(said), button(None, language.coverage_zeros_undo())];
    }
    if !report.files.iter().any(|file| matches!(file.problem, Some(Problem::LeadingZeros { .. }))) {
        return Vec::new();
    }
    let buttons = vec![
        button(Some(false), language.coverage_zeros_same()),
        button(Some(true), language.coverage_zeros_different()),
    ];
    vec![Block::note(language.coverage_zeros()), Block::Controls { blocks: buttons }]
}

/// The question whether long identifiers that all end in 0 are whole.
pub(super) fn whole(language: Language, report: &Report, asked: &Query) -> Vec<Block> {
    let button = |whole, text: &'static str| Block::Button {
        command: Command::Set { setting: Setting::WholeIdentifiers(whole) },
        text: text.into(),
    };
    if asked.whole_identifiers == Some(true) {
        return vec![Block::text(language.coverage_whole_said()), button(false, language.coverage_whole_undo())];
    }
    if !report.files.iter().any(|file| matches!(file.problem, Some(Problem::MayBeRounded { .. }))) {
        return Vec::new();
    }
    let buttons = vec![button(true, language.coverage_whole_say())];
    vec![Block::note(language.coverage_whole()), Block::Controls { blocks: buttons }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use missing_rates::Returns;
    use missing_rates::read::Reader;

    #[test]
    fn long_identifiers_are_asked_about_until_a_person_says_that_they_are_whole() {
        let rows = (10..20).map(|child| format!("2024100000000{child}0,01/05/2024,S,C2,U1,PR1,,"));
        let heading = "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC".to_owned();
        let text = std::iter::once(heading).chain(rows).collect::<Vec<_>>().join("\n");
        let mut returns = Returns::default();
        let mut reader = Reader::new("episodes.csv", Vec::new());
        reader.push(text.as_bytes());
        returns.add(1, reader.finish());
        let commands = |asked: &Query| -> Vec<Command> {
            let blocks = whole(Language::English, &returns.report(asked), asked);
            let within = blocks.into_iter().flat_map(|block| match block {
                Block::Controls { blocks } => blocks,
                other => vec![other],
            });
            let command = |block| if let Block::Button { command, .. } = block { Some(command) } else { None };
            within.filter_map(command).collect()
        };
        let said = |whole| [Command::Set { setting: Setting::WholeIdentifiers(whole) }];
        let mut asked = Query::default();
        assert_eq!(commands(&asked), said(true));
        asked.whole_identifiers = Some(true);
        assert_eq!(commands(&asked), said(false));
    }
}
