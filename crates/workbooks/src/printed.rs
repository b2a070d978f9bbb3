//! What stands above and below each printed page of a sheet.

/// Words that say nothing of figures.
const HARMLESS: [&str; 24] = [
    "page",
    "of",
    "official",
    "sensitive",
    "confidential",
    "confidentiality",
    "restricted",
    "internal",
    "use",
    "only",
    "not",
    "protectively",
    "marked",
    "printed",
    "print",
    "copyright",
    "crown",
    "council",
    "county",
    "borough",
    "sheet",
    "file",
    "at",
    "on",
];

/// The text of a header or footer, without what stands for page numbers, dates, names and fonts.
pub(crate) fn printed(code: &str) -> String {
    let mut text = String::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '&' {
            text.push(letter);
            continue;
        }
        match letters.next() {
            Some('&') => text.push('&'),
            Some('"') => while letters.next().is_some_and(|letter| letter != '"') {},
            // A colour has six signs.
            Some('K') => {
                letters.by_ref().take(6).for_each(drop);
            }
            Some(size) if size.is_ascii_digit() => {
                while letters.peek().is_some_and(char::is_ascii_digit) {
                    letters.next();
                }
            }
            Some('L' | 'C' | 'R') => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text says more than the number of a page or who may read it.
pub(crate) fn says_more(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(char::is_alphabetic));
    words.any(|word| !HARMLESS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_header_are_told_from_its_codes() {
        for (code, text, says) in [
            ("&CFigures are for financial years", "Figures are for financial years", true),
            ("&L&\"Arial,Bold\"&12Draft&R&P of &N", "Draft of", true),
            ("&CPage &P of &N", "Page of", false),
            ("&LOFFICIAL - SENSITIVE&R&D", "OFFICIAL - SENSITIVE", false),
            ("&C&K04-025Girls && boys", "Girls & boys", true),
            ("", "", false),
        ] {
            let found = printed(code);
            assert_eq!((found.as_str(), says_more(&found)), (text, says), "{code}");
        }
    }
}
