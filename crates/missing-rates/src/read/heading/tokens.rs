//! Splits a heading into words and numbers: in lower case, without accents, footnote marks and invisible characters.

/// A word or a number of a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::read) struct Token {
    /// In lower case; digits without separators.
    pub(in crate::read) text: String,
    /// Its value, if it is a whole number.
    pub(in crate::read) number: Option<u32>,
    /// Whether it was written with a thousands separator, so that it is not a year.
    pub(in crate::read) grouped: bool,
    /// The last sign between it and the token before it: a space if there is only white space, `\0` if there is
    /// nothing.
    pub(in crate::read) before: char,
    /// Whether a bracket opens directly before it.
    pub(in crate::read) opens: bool,
    /// Whether there is white space before it.
    pub(in crate::read) spaced: bool,
}

impl Token {
    pub(in crate::read) fn is(&self, word: &str) -> bool {
        self.text == word
    }
}

/// Nobody reads longer headings. The rest is left out, and the last word becomes one that is in no list.
const LONGEST: usize = 600;

/// The tokens of a text.
pub(in crate::read) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let letters: Vec<char> = without_marks(text).chars().filter(|c| !is_unseen(*c)).collect();
    let (mut at, mut before, mut opens, mut spaced) = (0, ' ', false, true);
    while let Some(&letter) = letters.get(at) {
        if at > LONGEST {
            found.push(word("…", ' ', false, true));
            break;
        }
        let start = at;
        if letter.is_ascii_digit() {
            at = end_of(&letters, at, char::is_ascii_digit);
            let mut digits: String = letters[start..at].iter().collect();
            let mut grouped = false;
            while (grouped || digits.len() <= 3) && digits.len() < 12 {
                let group = letters.get(at + 1..at + 4).filter(|g| g.iter().all(char::is_ascii_digit));
                let ends = letters.get(at + 4).is_none_or(|c| !c.is_ascii_digit());
                let (Some(','), Some(group), true) = (letters.get(at), group, ends) else { break };
                digits.extend(group);
                at += 4;
                grouped = true;
            }
            let number = digits.parse().ok();
            found.push(Token { text: digits, number, grouped, before, opens, spaced });
        } else if letter.is_alphabetic() {
            at = end_of_word(&letters, at);
            let text: String = letters[start..at].iter().filter(|c| !is_apostrophe(**c)).copied().collect();
            let mut text = plain(&text);
            // `No.` is `number`, `no` is not.
            if text == "no" && letters.get(at) == Some(&'.') {
                text.push('.');
            }
            found.push(word(&text, before, opens, spaced));
        } else {
            at += 1;
            match letter {
                '%' | '#' | '£' | '$' | '€' | '<' | '>' | '≥' | '≤' | '+' | '=' | '~' => {
                    found.push(word(&letter.to_string(), before, opens, spaced));
                }
                '&' => found.push(word("and", before, opens, spaced)),
                '/' if between_words(&letters, start) => found.push(word("or", before, opens, spaced)),
                _ => {
                    if !letter.is_whitespace() {
                        before = letter;
                        opens |= letter == '(' || letter == '[';
                    } else if before == '\0' {
                        before = ' ';
                    }
                    spaced |= letter.is_whitespace();
                    continue;
                }
            }
        }
        (before, opens, spaced) = ('\0', false, false);
    }
    found
}

fn word(text: &str, before: char, opens: bool, spaced: bool) -> Token {
    Token { text: text.to_owned(), number: None, grouped: false, before, opens, spaced }
}

fn end_of(letters: &[char], from: usize, is: impl Fn(&char) -> bool) -> usize {
    letters[from..].iter().position(|c| !is(c)).map_or(letters.len(), |length| from + length)
}

/// A word ends where its letters do, and where a capital follows a lower-case letter: `uascMissing`.
fn end_of_word(letters: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while let Some(&letter) = letters.get(at) {
        let joins = is_apostrophe(letter) && letters.get(at + 1).is_some_and(|c| c.is_alphabetic());
        let capital = letter.is_uppercase() && letters[at - 1].is_lowercase();
        if !(letter.is_alphabetic() || joins) || capital {
            break;
        }
        at += 1;
    }
    at
}

fn between_words(letters: &[char], at: usize) -> bool {
    let before = letters[..at].iter().rev().find(|c| !c.is_whitespace());
    let after = letters[at + 1..].iter().find(|c| !c.is_whitespace());
    before.is_some_and(|c| c.is_alphabetic() || *c == ')') && after.is_some_and(|c| c.is_alphabetic() || *c == '(')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ')
}

/// Zero-width characters, soft hyphens, accents on their own, footnote marks.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
        || matches!(c, '*' | '†' | '‡' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '™' | '®')
}

/// Lower-case letters without accents.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' => out.push('a'),
            'ç' => out.push('c'),
            'è'..='ë' => out.push('e'),
            'ì'..='ï' => out.push('i'),
            'ñ' => out.push('n'),
            'ò'..='ö' => out.push('o'),
            'ù'..='ü' => out.push('u'),
            'ý' | 'ÿ' | 'ŷ' => out.push('y'),
            'ŵ' => out.push('w'),
            'ﬁ' => out.push_str("fi"),
            'ﬀ' => out.push_str("ff"),
            'ﬃ' => out.push_str("ffi"),
            c if ('\u{300}'..='\u{36f}').contains(&c) => {}
            c => out.push(c),
        }
    }
    out
}

/// The text without footnote marks such as `[1]` and `[note 2]`.
fn without_marks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let inside = rest[open + 1..].split(']').next().unwrap_or_default();
        let digits = inside.trim().trim_start_matches(|c: char| c.is_alphabetic()).trim();
        let word = inside.trim().trim_end_matches(|c: char| c.is_ascii_digit()).trim();
        let is_mark = rest[open + 1..].contains(']')
            && (1..=2).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && ["", "note", "Note", "footnote", "fn"].contains(&word);
        kept.push_str(&rest[..open + usize::from(!is_mark)]);
        rest = &rest[open + 1 + if is_mark { inside.len() + 1 } else { 0 }..];
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_its_words_however_it_is_written() {
        let cases = [
            ("Looked-after  children\r\nmissing", "looked after children missing"),
            ("uasc_missing", "uasc missing"),
            ("uascMissing", "uasc missing"),
            ("UASCs’ episodes", "uascs episodes"),
            ("“Children’s” home*", "childrens home"),
            ("UASC[1] missing [note 2]", "uasc missing"),
            ("UASC¹", "uasc"),
            ("No. of UASC", "no. of uasc"),
            ("no UASC", "no uasc"),
            ("missing/absent & away", "missing or absent and away"),
            ("1,980 in 2023/24", "1980 in 2023 24"),
            ("Q1a)", "q 1 a"),
            ("31st Ynys Môn", "31 st ynys mon"),
            ("% of £5 >24", "% of £ 5 > 24"),
            ("", ""),
        ];
        for (text, expected) in cases {
            let words: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
            assert_eq!(words.join(" "), expected, "{text}");
        }
        assert!(tokens("1,980")[0].grouped && !tokens("1980")[0].grouped);
    }
}
