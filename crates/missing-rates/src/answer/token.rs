//! Splits a cell into words and numbers.

/// A larger count is not believed.
pub(super) const LARGEST: u64 = 10_000_000;

/// A piece of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A whole number, in figures or in words.
    Count(u64),
    /// A number that is not a count: negative or fractional.
    NoCount,
    /// A word, or a sign with a meaning.
    Word(&'a str),
}

/// What replaces a number that cannot be read as one. It is in no list of words.
const UNREADABLE: Token<'static> = Token::Word("?");

const SMALL: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// The pieces of a text in lower case. Punctuation without meaning is left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let before = text[..at].chars().next_back();
        let after = rest[letter.len_utf8()..].chars().next();
        let mut length = letter.len_utf8();
        let digit_follows = after.is_some_and(|after| after.is_ascii_digit());
        match letter {
            '0'..='9' => {
                let (token, read) = number(rest);
                length = read;
                let glued = |side: Option<char>| side.is_some_and(char::is_alphabetic);
                found.push(if glued(before) || glued(rest[read..].chars().next()) { UNREADABLE } else { token });
            }
            // `.5`
            '.' if digit_follows && !before.is_some_and(char::is_alphanumeric) => {
                length += number(&rest[1..]).1;
                found.push(Token::NoCount);
            }
            '-' => match found.last() {
                // A minus.
                None | Some(Token::Word(_)) if digit_follows && !before.is_some_and(char::is_alphanumeric) => {
                    length += number(&rest[1..]).1;
                    found.push(Token::NoCount);
                }
                // A hyphen, or a dash between words.
                _ if before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic) => {}
                Some(Token::Word(_)) if !digit_follows => {}
                _ if before == Some(' ') && rest[1..].trim_start().starts_with(char::is_alphabetic) => {}
                _ => found.push(Token::Word("-")),
            },
            '/' if before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic) => {}
            // A time of day: a count in a cell that is shown as a time.
            ':' if digit_follows && before.is_some_and(|before| before.is_ascii_digit()) => found.push(UNREADABLE),
            ' ' | '[' | '.' | ',' | ';' | ':' | '(' | ')' | ']' | '{' | '}' | '"' | '*' | '†' | '‡' | '|' | '&'
            | '§' => {}
            _ if letter.is_alphabetic() => {
                length = rest.find(|other: char| !other.is_alphabetic()).unwrap_or(rest.len());
                found.push(word(&rest[..length]));
            }
            _ => found.push(Token::Word(&rest[..length])),
        }
        at += length;
    }
    found
}

fn word(word: &str) -> Token<'_> {
    if ["nil", "none", "nought"].contains(&word) {
        return Token::Count(0);
    }
    SMALL.iter().position(|small| *small == word).map_or(Token::Word(word), |count| Token::Count(count as u64))
}

/// The number at the start of a text that starts with a digit, and how many bytes it takes: `1,234`, `1 234`, `12.0`.
fn number(text: &str) -> (Token<'static>, usize) {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = run(0);
    let mut digits = text[..end].to_owned();
    if end <= 3 && bytes[0] != b'0' {
        let between = bytes.get(end).copied().filter(|byte| b", ".contains(byte));
        while between.is_some() && bytes.get(end).copied() == between && run(end + 1) == 3 {
            digits.push_str(&text[end + 1..end + 4]);
            end += 4;
        }
    }
    let (mut fraction, mut ambiguous) = (false, false);
    if bytes.get(end) == Some(&b'.') && run(end + 1) > 0 {
        let decimals = run(end + 1);
        fraction = bytes[end + 1..][..decimals].iter().any(|&byte| byte != b'0');
        // Some write `1.000` for a thousand.
        ambiguous = decimals == 3 && !fraction && end <= 3 && bytes[0] != b'0';
        end += 1 + decimals;
    }
    // `1,23` and `1.2.3` could be anything.
    let goes_on = bytes.get(end).is_some_and(|byte| b",.".contains(byte)) && run(end + 1) > 0;
    let token = match digits.parse() {
        _ if goes_on || ambiguous => UNREADABLE,
        _ if fraction => Token::NoCount,
        Ok(count) if count <= LARGEST => Token::Count(count),
        _ => UNREADABLE,
    };
    (token, if goes_on { end + 1 + run(end + 1) } else { end })
}
