//! Labels of questions: `Q1a`, `1(a)`, `1a)`, `Question 1 (a)`, `(a)`.

use super::tokens::Token;

/// The label of a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) struct Label {
    /// `None` for `(a)`, which belongs to the question around it.
    pub(in crate::read) number: Option<u32>,
    /// The letter, or the Roman numeral. Empty for the whole question.
    pub(in crate::read) letter: String,
}

impl Label {
    /// The full label, if it is inside a question with this label.
    pub(in crate::read) fn within(&self, own: Option<&Self>) -> Self {
        Self { number: self.number.or_else(|| own?.number), letter: self.letter.clone() }
    }

    /// Whether it belongs to a question with several parts: `Q1a` to `Q1`.
    pub(in crate::read) fn is_in(&self, whole: &Self) -> bool {
        self.number == whole.number && (whole.letter.is_empty() || self.letter == whole.letter)
    }
}

const LETTERS: [&str; 10] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const NUMERALS: [&str; 4] = ["ii", "iii", "iv", "v"];

/// The label at the start of a heading, and its length. A bare number must be followed by a sign or a letter: `1.`, `1a`.
pub(super) fn leading(tokens: &[Token]) -> Option<(Label, usize)> {
    let (label, length) = label(tokens, true)?;
    Some((label, length))
}

/// The label referred to here: after `at`, `in` and the like.
pub(super) fn referred(tokens: &[Token]) -> Option<(Label, usize)> {
    label(tokens, false)
}

fn label(tokens: &[Token], leads: bool) -> Option<(Label, usize)> {
    let first = tokens.first()?;
    let said = usize::from(["q", "question", "qu", "ques", "qn"].iter().any(|word| first.is(word)));
    let mut at = said;
    let number = tokens.get(at).filter(|t| !t.grouped && t.text.len() <= 2).and_then(|t| t.number);
    if number.is_some() {
        at += 1;
    } else if said > 0 && tokens.get(1).is_none_or(|t| t.before != '\0' && !t.opens) {
        return None;
    }
    let next = tokens.get(at);
    // `in a` with nothing after it is not the article `a` before a word.
    let ends_all = !leads && tokens.len() == 1;
    // A letter belongs to the label if it is glued on, in brackets, or after a point, and is a word of its own.
    let is_letter = |token: &Token| {
        let ends = tokens.get(at + 1).is_none_or(|t| t.before != '\0' || t.number.is_some());
        let near = token.before == '\0' && at > 0 || token.opens || matches!(token.before, '.' | '-');
        let near = near || at == 0 && tokens.get(1).is_some_and(|t| t.before == ')');
        let alone = token.before == ' ' && tokens.get(at + 1).is_none_or(|t| !matches!(t.before, ' ' | '\0'));
        let list = LETTERS.iter().chain(&NUMERALS).any(|letter| token.is(letter));
        list && ends && (near || ends_all || alone && number.is_some())
    };
    let letter = next.filter(|token| is_letter(token));
    if letter.is_some() {
        at += 1;
    }
    // `1(a)(ii)` and `1ai` label questions that are not known.
    let nested = tokens.get(at).is_some_and(|t| {
        letter.is_some()
            && (t.before == '\0' || t.opens)
            && (LETTERS.iter().chain(&NUMERALS).any(|l| t.is(l)) || t.number.is_some())
    });
    let letter = match (letter, nested) {
        (Some(letter), false) => letter.text.clone(),
        (Some(letter), true) => {
            at += 1;
            format!("{}{}", letter.text, tokens[at - 1].text)
        }
        (None, _) => String::new(),
    };
    let bare = said == 0 && letter.is_empty();
    let signed =
        tokens.get(at).is_none_or(|t| t.number.is_none() && matches!(t.before, '.' | ')' | ':' | '-' | '–' | ']'));
    let lone_letter = number.is_none();
    // `a children` is not a label, `(a) children` and `a) children` are.
    let bracketed = tokens.get(at - usize::from(at > 0)).is_some_and(|t| t.opens)
        || tokens.get(at).is_some_and(|t| t.before == ')');
    if at == 0
        || bare && leads && !(signed && tokens.len() > at)
        || bare && !leads
        || lone_letter && said == 0 && !bracketed && !ends_all
    {
        return None;
    }
    Some((Label { number, letter }, at))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn labels_are_read_as_people_write_them() {
        for (text, number, letter, length) in [
            ("Q1a. How many", Some(1), "a", 3),
            ("Q1 a: How many", Some(1), "a", 3),
            ("Q 1(a) How many", Some(1), "a", 3),
            ("1(a) How many", Some(1), "a", 2),
            ("1a) How many", Some(1), "a", 2),
            ("1a How many", Some(1), "a", 2),
            ("1. How many", Some(1), "", 1),
            ("Question 1 (a)", Some(1), "a", 3),
            ("Question 2", Some(2), "", 2),
            ("Q12", Some(12), "", 2),
            ("(a) How many", None, "a", 1),
            ("a) How many", None, "a", 1),
            ("Q1.b How", Some(1), "b", 3),
            ("Q1 UASC", Some(1), "", 2),
            ("Q1a UASC", Some(1), "a", 3),
        ] {
            let found = leading(&tokens(text));
            assert_eq!(found, Some((Label { number, letter: letter.to_owned() }, length)), "{text}");
        }
        for text in ["1 a child", "a child", "2024", "24 hours", "A", "UASC", "quarter 1", "Qa", "1", "1,980", ""] {
            assert_eq!(leading(&tokens(text)), None, "{text}");
        }
    }
}
