//! Sections of the Freedom of Information Acts, as refusals cite them.

/// Replaces a section in a text.
pub(super) const MARK: char = '§';

/// Words that mark the number after them as a section.
const BEFORE: [&str; 7] = ["sections", "section", "sect", "sec", "ss", "s", "exemption"];

/// Takes every section out of a text in lower case, leaving [`MARK`], and returns the first: `12`, `40(2)`, `38(1)(b)`.
///
/// A number without `s.` is a section only if it has parts (`40(2)`) and the text is about a refusal.
pub(super) fn take(text: &str, refused: bool) -> (String, Option<String>) {
    let mut rest = String::with_capacity(text.len());
    let mut first = None;
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let starts_word = !rest.ends_with(char::is_alphanumeric);
        let cited =
            if starts_word { cited(&text[at..]).or_else(|| bare(&text[at..]).filter(|_| refused)) } else { None };
        if let Some((length, section)) = cited {
            first.get_or_insert(section);
            rest.extend([' ', MARK, ' ']);
            at += length;
        } else {
            rest.push(letter);
            at += letter.len_utf8();
        }
    }
    (rest, first)
}

/// `s.40(2)` at the start of the text: its length and the section.
fn cited(text: &str) -> Option<(usize, String)> {
    let after = BEFORE
        .into_iter()
        .find_map(|word| text.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphabetic)))?;
    let after = after.trim_start_matches(['.', ' ']);
    let (length, section) = number(after)?;
    Some((text.len() - after.len() + length, section))
}

/// `40(2)` at the start of the text.
fn bare(text: &str) -> Option<(usize, String)> {
    number(text).filter(|(_, section)| section.contains('('))
}

/// One to three digits, an optional letter, and parts in brackets.
fn number(text: &str) -> Option<(usize, String)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let mut end = digits + text[digits..].bytes().take_while(u8::is_ascii_lowercase).count();
    if end > digits + 1 {
        return None;
    }
    let mut section = text[..end].to_owned();
    while let Some((length, part)) = part(&text[end..]) {
        section.push_str(part);
        end += length;
    }
    Some((end, section))
}

/// `(2)`, `(3a)` or `(b)`, with or without a space before it.
fn part(text: &str) -> Option<(usize, &str)> {
    let open = text.trim_start_matches(' ');
    let inside = open.strip_prefix('(')?;
    let close = inside.find(')')?;
    let fits = (1..=3).contains(&close) && inside[..close].bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then(|| (text.len() - open.len() + close + 2, &open[..close + 2]))
}
