//! Files with a header row and nothing below it: a person has to say whether there was nobody to write down, or whether the
//! file was not exported completely.

use document::{Block, Command, Setting};
use missing_rates::report::{FileEntry, FileKind, Report};
use words::Language;

/// The question about each, or what was said, with the button for it.
pub(super) fn blocks(language: Language, report: &Report) -> Vec<Block> {
    report.files.iter().flat_map(|file| one(language, file)).collect()
}

fn one(language: Language, file: &FileEntry) -> Vec<Block> {
    let button = |empty, text: &str| Block::Button {
        command: Command::Set { setting: Setting::Empty { name: file.name.as_str().into(), empty } },
        text: text.into(),
    };
    if file.said_empty {
        let said =
            if file.problem.is_none() { Language::coverage_empty_said } else { Language::coverage_empty_not_used };
        let said = Block::text(said(language, &file.name));
        return vec![said, button(false, language.coverage_empty_undo())];
    }
    if !file.may_be_empty() || file.is_hidden() {
        return Vec::new();
    }
    let nobody = match file.kind {
        FileKind::Missing => language.coverage_empty_missing(),
        FileKind::Uasc => language.coverage_empty_uasc(),
        _ => language.coverage_empty_list(),
    };
    vec![Block::note(language.coverage_empty(&file.name)), button(true, nobody)]
}

#[cfg(test)]
mod tests {
    use missing_rates::Returns;
    use missing_rates::read::Reader;

    use super::*;
    use crate::settings::Settings;

    const FILES: [(&str, &str); 2] = [
        ("episodes 2025.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n"),
        ("missing 2025.csv", "CHILD,MISSING,MIS_START,MIS_END\n"),
    ];

    fn asked(settings: &Settings) -> Vec<Block> {
        let mut returns = Returns::default();
        for (id, (name, text)) in (1..).zip(FILES) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(text.as_bytes());
            returns.add(id, reader.finish());
        }
        blocks(Language::English, &returns.report(&settings.query))
    }

    #[test]
    fn a_file_of_headings_alone_is_a_question_and_its_answer_can_be_taken_back() {
        let mut settings = Settings::default();
        let first = asked(&settings);
        for says in ["You said that there was nobody", "Was there nobody to write down?"] {
            let button = asked(&settings).into_iter().find_map(|block| match block {
                Block::Button { command: Command::Set { setting }, .. } => Some(setting),
                _ => None,
            });
            settings.apply(button.unwrap());
            assert!(format!("{:?}", asked(&settings)).contains(says), "{says}");
        }
        assert_eq!(format!("{:?}", asked(&settings)), format!("{first:?}"));
    }
}
