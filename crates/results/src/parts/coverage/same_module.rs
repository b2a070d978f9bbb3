//! Files of one module and year: a person has to say whether they are parts of it or one replaces another.

use document::{Block, Command, FileOf, Setting, Text};
use missing_rates::report::{Module, ModuleFile, Report, SameModule, Settled};
use words::Language;

/// The question about each, or what was decided, with the buttons that make or change the decision.
pub(super) fn blocks(language: Language, report: &Report) -> Vec<Block> {
    report.same_module.iter().flat_map(|of| one(language, of)).collect()
}

/// The question about the files of a module and year, or the message that one of them is missing. `None` if nothing is
/// open.
pub fn question(language: Language, report: &Report, of: (Module, Option<i32>)) -> Option<Text> {
    let open = report.same_module.iter().find(|same| (same.module, same.year) == of && same.settled != Settled::Yes)?;
    Some(said(language, open))
}

fn one(language: Language, of: &SameModule) -> Vec<Block> {
    if of.settled == Settled::No {
        return vec![Block::note(said(language, of)), Block::Controls { blocks: ways(language, of) }];
    }
    let undo = of.files.first().map(|file| Block::Button {
        command: Command::Set { setting: Setting::AskAboutFile(file.sha256.as_str().into()) },
        text: language.same_module_undo().into(),
    });
    let said = said(language, of);
    let said = if of.settled == Settled::Yes { Block::text(said) } else { Block::note(said) };
    [said].into_iter().chain(undo).collect()
}

/// The question about files of one module and year, or what was decided.
pub fn said(language: Language, of: &SameModule) -> Text {
    let what: &str = &language.one_of_module(of.module, of.year);
    let (files, used) = (of.names(|_| true), of.names(|file| file.to_be_used));
    match of.settled {
        Settled::No if of.files.len() == 1 => words::SameModulePart { file: &files, what }.text(language),
        Settled::Yes if of.files.len() == 1 => words::SameModuleSaidWhole { file: &files, what }.text(language),
        Settled::No => words::SameModuleQuestion { files: &files, what }.text(language),
        Settled::FileNotThere => {
            let not_there: &str = &of.names(|file| file.to_be_used && !file.there);
            words::SameModuleNotThere { files: &used, not_there, what }.text(language)
        }
        Settled::Yes if of.is_sum() => words::SameModuleSum { files: &used, what }.text(language),
        Settled::Yes => {
            let others: &str = &of.names(|file| !file.to_be_used);
            words::SameModuleOne { file: &used, others, what }.text(language)
        }
    }
}

/// The choices: to add all files together, or to use one alone; of a single file, to use it.
fn ways(language: Language, of: &SameModule) -> Vec<Block> {
    let sum = |file: &ModuleFile| Text::from(file.sha256.as_str());
    let button = |used: Vec<Text>, text: Text| {
        let files = of.files.iter().map(|file| FileOf { sha256: sum(file), name: file.name.as_str().into() });
        Block::Button { command: Command::Set { setting: Setting::UseFiles { files: files.collect(), used } }, text }
    };
    if let [file] = &of.files[..] {
        return vec![button(vec![sum(file)], language.same_module_whole(&file.name))];
    }
    let together = button(of.files.iter().map(sum).collect(), language.same_module_add().into());
    let alone = of.files.iter().map(|file| button(vec![sum(file)], language.same_module_only(&file.name)));
    [together].into_iter().chain(alone).collect()
}

#[cfg(test)]
mod tests {
    use missing_rates::Returns;
    use missing_rates::read::Reader;

    use super::*;
    use crate::settings::Settings;

    const FILES: [(&str, &str); 3] = [
        ("episodes.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n2,01/05/2024,C2,\n"),
        ("missing a.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/08/2024,02/08/2024\n"),
        ("missing b.csv", "CHILD,MISSING,MIS_START,MIS_END\n2,M,01/08/2024,02/08/2024\n"),
    ];

    /// What is said about the files, and the settings of the buttons beside it, with their texts.
    fn told(files: &[(&str, &str)], settings: &Settings) -> (String, Vec<(String, Setting)>) {
        let mut returns = Returns::default();
        for (id, (name, text)) in (1..).zip(files) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(text.as_bytes());
            returns.add(id, reader.finish());
        }
        let (mut text, mut buttons) = (String::new(), Vec::new());
        let mut open = blocks(Language::English, &returns.report(&settings.query));
        while let Some(block) = open.pop() {
            match block {
                Block::Controls { blocks } => open.extend(blocks),
                Block::Button { command: Command::Set { setting }, text } => buttons.push((text.to_string(), setting)),
                Block::Note { text: said } | Block::Text { text: said } => text = said.to_string(),
                other => panic!("{other:?}"),
            }
        }
        buttons.reverse();
        (text, buttons)
    }

    #[test]
    fn two_files_of_a_module_are_a_question_with_three_answers_that_can_be_changed() {
        let mut settings = Settings::default();
        let (asked, ways) = told(&FILES, &settings);
        assert!(
            asked.starts_with("missing a.csv, missing b.csv: each of these is the Missing file for the year ending")
        );
        assert_eq!(
            ways.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(),
            ["Add them together", "Use only missing a.csv", "Use only missing b.csv"]
        );
        for ((_, way), said) in
            ways.into_iter().zip(["so they are added together", "so missing b.csv is not", "so missing a.csv is not"])
        {
            settings.apply(way);
            let (text, undo) = told(&FILES, &settings);
            assert!(text.contains(said), "{text}");
            if said.contains("added") {
                assert!(told(&FILES[..2], &settings).0.contains("missing b.csv is not among the files now"));
            }
            settings.apply(undo[0].1.clone());
            assert_eq!(told(&FILES, &settings).0, asked);
        }
    }

    #[test]
    fn a_file_that_is_named_a_part_is_a_question_with_one_answer() {
        let mut settings = Settings::default();
        let files = [FILES[0], ("missing Q1.csv", FILES[1].1)];
        let (asked, ways) = told(&files, &settings);
        assert!(asked.starts_with("missing Q1.csv: its name says that it is a part of the Missing file for the year"));
        let [(text, way)] = &ways[..] else { panic!("{ways:?}") };
        assert_eq!(text, "missing Q1.csv is whole");
        settings.apply(way.clone());
        let (said, undo) = told(&files, &settings);
        assert!(said.starts_with("You decided that missing Q1.csv is whole"), "{said}");
        settings.apply(undo[0].1.clone());
        assert_eq!(told(&files, &settings).0, asked);
    }
}
