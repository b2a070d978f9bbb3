use std::path::PathBuf;

use crate::Language::English;
use crate::MatchedOf;

#[test]
fn a_plural_form_goes_with_its_number() {
    assert_eq!(English.file_rows_used(1), "1 row used");
    assert_eq!(English.file_rows_used(0), "0 rows used");
    assert_eq!(English.file_rows_used(5_085_371), "5,085,371 rows used");
    let one = MatchedOf { authorities: 1, children: 1_204, missing: 137 };
    assert_eq!(one.text(English), "137 of 1,204 children, in the one authority that gave both figures");
}

/// What is read by people, by file.
fn sentences() -> Vec<(PathBuf, String)> {
    let folder = std::fs::read_dir("languages/en").unwrap().map(|file| file.unwrap().path());
    let files = folder.filter(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    files.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap().to_lowercase())).collect()
}

/// Turns of phrase that must not come back, and the plain words in their place.
const NOT_PLAIN: [(&str, &str); 43] = [
    // Nothing leaves the computer.
    ("upload", "choose"),
    ("submit", "calculate"),
    // Words of programs and of statistics.
    ("invalid", "say what was expected"),
    ("error 1", "say what went wrong"),
    ("p-value", "chance"),
    ("denominator", "out of"),
    ("numerator", "how many"),
    // Old or indirect English.
    ("nought", "zero"),
    ("whom", "who"),
    (" stands ", "is, or is shown"),
    (" stand in ", "are in"),
    (" stand below", "are below"),
    ("stood as", "was"),
    ("put by", "not counted"),
    ("in no figure", "not counted"),
    ("nobody known", "not recognised"),
    ("read it so", "use these columns"),
    ("count it so", "use this number"),
    ("take it\n", "use this authority"),
    ("wait for you", "need your decision"),
    ("waits for you", "needs your decision"),
    ("for us", "internal use"),
    ("who hear", "screen reader"),
    ("set out by", "group by"),
    ("without what was found", "leaving those rows out"),
    ("the page around", "this website"),
    ("as you say", "your decision"),
    ("at its word", "with every range used"),
    ("taking every", "with every range used"),
    ("nothing to hand", "there are no published figures"),
    ("for want of", "because it is missing"),
    ("is no league", "is not a league"),
    ("is no number", "is not a number"),
    ("rests on", "is based on"),
    ("they rest on", "they are based on"),
    ("nothing is said of", "is not answered"),
    ("nothing said of", "not stated"),
    ("would give such a number away", "could be worked out from it"),
    ("less the earlier", "minus the earlier"),
    ("the others of", "other authorities in"),
    ("speak of", "are about"),
    ("speaks of", "is about"),
    ("settle ", "decide"),
];

#[test]
fn every_sentence_is_plain() {
    for (file, text) in sentences() {
        for (phrase, plain) in NOT_PLAIN {
            let line = text.lines().position(|line| [line, "\n"].concat().contains(phrase));
            assert!(line.is_none(), "{}:{}: “{phrase}”; say: {plain}", file.display(), line.unwrap_or(0) + 1);
        }
    }
}

/// Two small languages, to see what a further one needs.
#[allow(clippy::all, clippy::pedantic, unreachable_pub, reason = "made by build/main.rs")]
mod two_languages {
    use crate::{Text, written};

    include!(concat!(env!("OUT_DIR"), "/test_languages.rs"));

    impl Language {
        fn push_number(self, out: &mut String, number: u64) {
            out.push_str(&number.to_string().replace("000", &[self.thousands_separator(), "000"].concat()));
        }
    }

    #[test]
    fn a_language_has_its_own_plurals_and_its_own_order_of_words() {
        let welsh = [0, 1, 2, 3, 6, 4].map(|dogs| Language::Welsh.dogs(dogs).to_string());
        assert_eq!(welsh, ["0 cŵn", "1 ci", "2 gi", "3 chi", "6 chi (llawer)", "4 ci (arall)"]);
        let english = [0, 1, 2].map(|dogs| Language::English.dogs(dogs).to_string());
        assert_eq!(english, ["0 dogs", "1 dog", "2 dogs"]);
        let seen = |language, dogs| SeenIn { dogs, place: "Bala" }.text(language);
        assert_eq!(seen(Language::English, 1000), "Bala: 1,000");
        assert_eq!(seen(Language::Welsh, 1000), "mil o gŵn: Bala");
        assert_eq!(seen(Language::Welsh, 7), "7 yn Bala");
        assert_eq!(Language::ALL.map(Language::tag), ["en", "cy"]);
        assert_eq!(Language::ALL.map(Language::language_in_english), ["English", "Welsh"]);
        assert_eq!(Language::ALL.map(Language::only_text), ["Dogs", "Cŵn"]);
    }
}
