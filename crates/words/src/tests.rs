use crate::Language::English;
use crate::{ChaseMissing, ChildrenOf, MatchedOf};

#[test]
fn a_plural_form_goes_with_its_number() {
    assert_eq!(English.file_rows_used(1), "1 row used");
    assert_eq!(English.file_rows_used(0), "0 rows used");
    assert_eq!(English.file_rows_used(5_085_371), "5,085,371 rows used");
    let counts: &str = &ChildrenOf { children: 1_204, missing: "137" }.text(English);
    let one = MatchedOf { authorities: 1, counts };
    assert_eq!(one.text(English), "137 of 1,204 children, in the one authority that gave both figures");
    assert_eq!(ChildrenOf { children: 1, missing: "0" }.text(English), "0 of 1 child");
}

#[test]
fn a_letter_says_who_went_missing_in_words_that_follow_one_another() {
    let whose = [English.who_all(), English.chase_who_trafficked(), English.chase_who_both()];
    for who in whose.into_iter().chain([English.chase_who_unaccompanied()]) {
        let asked = ChaseMissing { period: "2024", who }.text(English);
        assert!(asked.contains(" who went missing at least once in 2024") && !asked.contains(','), "{asked}");
        assert!(!asked.contains(" to be who "), "{asked}");
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
